"""The worked dossier: twelve reports of two weeks, and the ledger that an analyst makes of them by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from detente.ingest import add_records, finish
from detente.ledger.store import Dossier, open_ledger
from detente.pipeline import Reader
from detente.records import Record
from detente.sources import InputOptions, reports_from
from detente.sources.duplicates import place

FOLDER = Path(__file__).resolve().parents[3] / "examples" / "dossier"
EXPECTED: dict[str, Any] = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))


def marked(rows: list[dict[str, Any]], *names: str) -> list[Any]:
    """The rows as parameters of a test; where the reader errs, the test is to fail."""
    return [
        pytest.param(
            row,
            id=" ".join(str(row[name]) for name in names),
            marks=[pytest.mark.xfail(reason=row["errs"], strict=True)] if "errs" in row else [],
        )
        for row in rows
    ]


@cache
def records() -> tuple[Record, ...]:
    """The twelve reports, read."""
    found = tuple(Reader().read_all(reports_from([str(FOLDER / "volna-2031.jsonl")], InputOptions())))
    assert len(found) == 12
    return tuple(each for each in found if isinstance(each, Record))


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with open_ledger(tmp_path_factory.mktemp("volna") / "volna.db", create=True) as ledger:
        list(add_records(ledger.engine, "volna", records()))
        finish(ledger.engine, ["volna"])
        yield ledger.dossier("volna")


def keys_of(dossier: Dossier, row: str) -> list[str]:
    """The reports that tell a merged row, by their keys."""
    return sorted({each.key for each in dossier.show(row).citations})


def told(row: Any) -> str:
    """A merged commitment by its act."""
    return str(row.act)


def test_copies_and_updates_are_one_family_and_stay_readable() -> None:
    """The paper's copy and the corrected version are of one family with the wire's first; the correction replaces both."""
    reports = sorted((each.report for each in records()), key=lambda report: (report.published, report.id))
    placed = place(reports)
    keys = {report.id: report.key for report in reports}
    families: dict[str, list[str]] = {}
    for report, each in placed.items():
        families.setdefault(each.family, []).append(keys[report])
    assert sorted(sorted(members) for members in families.values()) == EXPECTED["families"]
    superseded = {keys[report]: keys[each.superseded_by] for report, each in placed.items() if each.superseded_by}
    assert superseded == EXPECTED["superseded"]


@pytest.mark.parametrize("row", marked(EXPECTED["events"], "says"))
def test_each_event_is_one_with_every_report_of_it(dossier: Dossier, row: dict[str, Any]) -> None:
    """One event, its day, its reports, its independent outlets, what they say differently and what was expected."""
    events = [each for each in dossier.timeline(limit=1000) if each.event == row["code"] and each.factuality == "occurred"]
    found = [each for each in events if any(row["words"] in cited.text for cited in dossier.show(each.id).citations)]
    assert len(found) == 1
    event = found[0]
    assert event.day == row["day"]
    assert keys_of(dossier, event.id) == row["reports"]
    assert event.outlets == row["outlets"]
    wanted = row.get("contradictions", [])
    assert len(event.contradictions) == len(wanted)


@pytest.mark.parametrize("row", marked(EXPECTED["commitments"], "kind", "holder", "words"))
def test_each_commitment_is_one_and_came_to_its_states_by_cited_rows(dossier: Dossier, row: dict[str, Any]) -> None:
    """Every repetition is a citation; each state has its day and the report that shows it."""
    rows = [each for each in dossier.ledger(limit=1000) if each.kind == row["kind"] and (each.holder or "").split("/")[0] == row["holder"]]
    found = [each for each in rows if row["words"] in each.act]
    assert len(found) == 1
    made = found[0]
    assert keys_of(dossier, made.id) == row["reports"]
    assert made.deadline == row.get("deadline")
    if "firmness" in row:
        assert [how for _, how in made.firmness] == row["firmness"]
    states = [(change.known, change.state, report_of(change.row)) for change in made.states if change.state != "open"]
    assert states == [tuple(state) for state in row["states"]]
    assert all(change.why for change in made.states if change.state != "open")


def report_of(row: str | None) -> str:
    """The key of the report in which a row as read stands; empty for none."""
    from detente.ledger.flatten import flatten

    for record in records():
        flat = flatten(record)
        if row in {each.id for each in (*flat.events, *flat.commitments)}:
            return record.report.key
    return ""


def test_there_are_no_other_commitments(dossier: Dossier) -> None:
    """Nothing is made up, and nothing counted twice."""
    assert len(dossier.ledger(limit=1000)) == len(EXPECTED["commitments"])


@pytest.mark.parametrize("brief", marked(EXPECTED["briefs"], "day"))
def test_the_brief_of_a_morning(dossier: Dossier, brief: dict[str, Any]) -> None:
    """New demands and threats, states changed, deadlines within three days, contradictions."""
    changes = dossier.changes(brief["since"], brief["day"])
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


def test_the_order_of_arrival_does_not_matter(dossier: Dossier, tmp_path: Path) -> None:
    """Reports that come in backwards, one by one, end in the same ledger."""
    with open_ledger(tmp_path / "back.db", create=True) as ledger:
        for record in reversed(records()):
            list(add_records(ledger.engine, "volna", [record]))
            finish(ledger.engine, ["volna"])
        other = ledger.dossier("volna")
        assert other.ledger(limit=1000).rows == dossier.ledger(limit=1000).rows
        assert other.timeline(limit=1000).rows == dossier.timeline(limit=1000).rows
