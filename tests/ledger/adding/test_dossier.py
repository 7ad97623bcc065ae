"""The worked dossiers: twelve reports of two weeks each, and the ledgers that an analyst makes of them by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from detente.ingest import add_records, finish
from detente.ledger.flatten import flatten
from detente.ledger.store import Dossier, open_ledger
from detente.pipeline import Reader
from detente.records import Record
from detente.sources import InputOptions, reports_from
from detente.sources.duplicates import place

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
FILES = {"volna": EXAMPLES / "dossier" / "volna-2031.jsonl", "lamu": EXAMPLES / "dossier-lamu" / "lamu-2034.jsonl"}
EXPECTED: dict[str, dict[str, Any]] = {
    name: tomllib.loads((file.parent / "expected.toml").read_text(encoding="utf-8")) for name, file in FILES.items()
}
Dossiers = dict[str, Dossier]


def marked(part: str, *names: str) -> list[Any]:
    """The rows of a part of each expectation as parameters of a test; where the reader errs, the test is to fail."""
    return [
        pytest.param(
            dossier,
            row,
            id=" ".join([dossier, *(str(row[name]) for name in names)]),
            marks=[pytest.mark.xfail(reason=row["errs"], strict=True)] if "errs" in row else [],
        )
        for dossier in FILES
        for row in EXPECTED[dossier][part]
    ]


@cache
def records(name: str) -> tuple[Record, ...]:
    """The twelve reports of a dossier, read."""
    found = tuple(Reader().read_all(reports_from([str(FILES[name])], InputOptions())))
    assert len(found) == 12
    return tuple(each for each in found if isinstance(each, Record))


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossiers]:
    with open_ledger(tmp_path_factory.mktemp("dossiers") / "both.db", create=True) as ledger:
        for name in FILES:
            list(add_records(ledger.engine, name, records(name)))
        finish(ledger.engine, FILES)
        yield {name: ledger.dossier(name) for name in FILES}


def keys_of(dossier: Dossier, row: str) -> list[str]:
    """The reports that tell a merged row, by their keys."""
    return sorted({each.key for each in dossier.show(row).citations})


def told(row: Any) -> str:
    """A merged commitment by its act."""
    return str(row.act)


@pytest.mark.parametrize("name", FILES)
def test_copies_and_updates_are_one_family_and_stay_readable(name: str) -> None:
    """The paper's copy and the corrected version are of one family with the wire's first; the correction replaces both."""
    reports = sorted((each.report for each in records(name)), key=lambda report: (report.published, report.id))
    placed = place(reports)
    keys = {report.id: report.key for report in reports}
    families: dict[str, list[str]] = {}
    for report, each in placed.items():
        families.setdefault(each.family, []).append(keys[report])
    assert sorted(sorted(members) for members in families.values()) == EXPECTED[name]["families"]
    superseded = {keys[report]: keys[each.superseded_by] for report, each in placed.items() if each.superseded_by}
    assert superseded == EXPECTED[name]["superseded"]


@pytest.mark.parametrize(("name", "row"), marked("events", "says"))
def test_each_event_is_one_with_every_report_of_it(dossiers: Dossiers, name: str, row: dict[str, Any]) -> None:
    """One event, its day, its reports, its independent outlets, what they say differently and what was expected."""
    dossier = dossiers[name]
    events = [each for each in dossier.timeline(limit=1000) if each.event == row["code"] and each.factuality == "occurred"]
    found = [each for each in events if any(row["words"] in cited.text for cited in dossier.show(each.id).citations)]
    assert len(found) == 1
    event = found[0]
    assert event.day == row["day"]
    assert keys_of(dossier, event.id) == row["reports"]
    assert event.outlets == row["outlets"]
    wanted = row.get("contradictions", [])
    assert len(event.contradictions) == len(wanted)


@pytest.mark.parametrize(("name", "row"), marked("commitments", "kind", "holder", "words"))
def test_each_commitment_is_one_and_came_to_its_states_by_cited_rows(dossiers: Dossiers, name: str, row: dict[str, Any]) -> None:
    """Every repetition is a citation; each state has its day and the report that shows it."""
    dossier = dossiers[name]
    rows = [each for each in dossier.ledger(limit=1000) if each.kind == row["kind"] and (each.holder or "").split("/")[0] == row["holder"]]
    found = [each for each in rows if row["words"] in each.act]
    assert len(found) == 1
    made = found[0]
    assert keys_of(dossier, made.id) == row["reports"]
    assert made.deadline == row.get("deadline")
    if "firmness" in row:
        assert [how for _, how in made.firmness] == row["firmness"]
    states = [(change.known, change.state, report_of(name, change.row)) for change in made.states if change.state != "open"]
    assert states == [tuple(state) for state in row["states"]]
    assert all(change.why for change in made.states if change.state != "open")


def report_of(name: str, row: str | None) -> str:
    """The key of the report in which a row as read stands; empty for none."""
    for record in records(name):
        flat = flatten(record)
        if row in {each.id for each in (*flat.events, *flat.commitments)}:
            return record.report.key
    return ""


@pytest.mark.parametrize("name", FILES)
def test_there_are_no_other_commitments(dossiers: Dossiers, name: str) -> None:
    """Nothing is made up, and nothing counted twice; what the reader does not find is marked."""
    unread = [row for row in EXPECTED[name]["commitments"] if row.get("unread")]
    assert len(dossiers[name].ledger(limit=1000)) == len(EXPECTED[name]["commitments"]) - len(unread)


@pytest.mark.parametrize(("name", "brief"), marked("briefs", "day"))
def test_the_brief_of_a_morning(dossiers: Dossiers, name: str, brief: dict[str, Any]) -> None:
    """New demands and threats, states changed, deadlines within three days, contradictions."""
    changes = dossiers[name].changes(brief["since"], brief["day"])
    assert matched(brief["new"], [each.act for each in changes.commitments])
    assert matched(brief["changed"], [f"{each.act}: {each.state}" for each in changes.states])
    assert matched(brief["deadlines"], [each.act for each in changes.deadlines])
    assert len(changes.contradictions) == len(brief["contradictions"])


def matched(wanted: list[str], found: list[str]) -> bool:
    """Whether each wanted text stands for one that was found: its words in it, and the same state."""
    left = list(found)
    for text in sorted(wanted, key=len, reverse=True):
        act, _, state = text.partition(": ")
        hit = next((each for each in left if act in each and each.endswith(state)), None)
        if hit is None:
            return False
        left.remove(hit)
    assert left == []
    return True


def test_the_order_of_arrival_does_not_matter(dossiers: Dossiers, tmp_path: Path) -> None:
    """Reports that come in backwards, one by one, end in the same ledger."""
    with open_ledger(tmp_path / "back.db", create=True) as ledger:
        for record in reversed(records("volna")):
            list(add_records(ledger.engine, "volna", [record]))
            finish(ledger.engine, ["volna"])
        other = ledger.dossier("volna")
        dossier = dossiers["volna"]
        assert other.ledger(limit=1000).rows == dossier.ledger(limit=1000).rows
        assert other.timeline(limit=1000).rows == dossier.timeline(limit=1000).rows
