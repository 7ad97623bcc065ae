"""What a dossier answers, on each database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.made_records import records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.ingest import add_records, finish
from detente.ledger.dossier import Dossier
from detente.ledger.store import Ledger, open_ledger
from detente.ledger.views.search import terms
from detente.records import Record

MIDDLE, END = "2031-03-06", "2031-03-14"


def filled(ledger: Ledger, made: list[Record]) -> Dossier:
    """A dossier with these records, settled."""
    list(add_records(ledger.engine, "crisis", made))
    finish(ledger.engine, ["crisis"])
    return ledger.dossier()


@pytest.fixture
def dossier(ledger: Ledger, made: list[Record]) -> Dossier:
    """Forty records of a made-up crisis."""
    return filled(ledger, made)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    """The same, made once, for tests that only ask."""
    with open_ledger(tmp_path_factory.mktemp("asked") / "x.db", create=True) as ledger:
        yield filled(ledger, list(records(40, seed=7)))


FILTERS = (
    {"actor": "RUS"},
    {"actor": "russia"},
    {"actor": "RUS/GOV/orlov"},
    {"addressee": "USA"},
    {"actor": "RUS", "addressee": "USA"},
    {"kind": "threat"},
    {"kind": "demand", "state": "open"},
    {"actor": "GRC", "state": "open", "kind": "offer"},
    {"text": "strait"},
    {"text": '"resume talks"', "kind": "offer"},
    {"since": "2031-03-03", "until": MIDDLE},
    {"as_of": MIDDLE},
)


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_a_filter_keeps_what_meets_it_and_nothing_else(dossier: Dossier, filters: dict[str, str]) -> None:
    """Each filter against all rows, held one by one."""
    everything = dossier.ledger(limit=1000, as_of=filters.get("as_of"))
    found = {row.id for row in dossier.ledger(limit=1000, **filters)}
    assert found == {row.id for row in everything if _meets(row, filters)}
    assert found


def _meets(row: object, filters: dict[str, str]) -> bool:
    values = {name: getattr(row, name) for name in row.__dataclass_fields__}  # type: ignore[attr-defined]
    parties = [values["holder"], *values["addressees"], *values["voices"]]
    actor = {"russia": "RUS"}.get(filters.get("actor", ""), filters.get("actor"))
    known = values["known"] or "9999"
    return (
        (actor is None or any(f"{each}/".startswith(f"{actor}/") for each in parties if each))
        and ("addressee" not in filters or filters["addressee"] in values["addressees"])
        and ("kind" not in filters or values["kind"] == filters["kind"])
        and ("state" not in filters or values["state"] == filters["state"])
        and ("text" not in filters or filters["text"].strip('"') in values["cited"].text)
        and filters.get("since", "") <= known <= filters.get("until", "9999")
    )


@pytest.mark.parametrize("filters", [*FILTERS, {}], ids=str)
def test_pages_follow_one_another_without_gap_or_overlap(asked: Dossier, filters: dict[str, str]) -> None:
    """Pages of three, put together, are the one long page."""
    whole = [row.id for row in asked.ledger(limit=1000, **filters)]
    paged, after = [], None
    while True:
        page = asked.ledger(limit=3, after=after, **filters)
        paged += [row.id for row in page]
        after = page.after
        if after is None:
            break
    assert paged == whole


def test_the_timeline_is_filtered_and_paged(dossier: Dossier) -> None:
    """By party, type, place, text and days; pages follow one another."""
    everything = dossier.timeline(limit=1000).rows
    for filters, meets in (
        ({"actor": "TUR"}, lambda row: "TUR" in (*row.actors, *row.recipients)),
        ({"addressee": "TUR"}, lambda row: "TUR" in row.recipients),
        ({"kind": "assault"}, lambda row: row.event == "ASSAULT"),
        ({"place": "vienna"}, lambda row: row.place == "Vienna"),
        ({"place": "NOR", "actor": "RUS"}, lambda row: row.place_country == "NOR" and "RUS" in (*row.actors, *row.recipients)),
        ({"text": "shell*"}, lambda row: "shelled" in row.text),
        ({"factuality": "occurred"}, lambda row: row.factuality == "occurred"),
        ({"since": "2031-03-03", "until": "2031-03-05"}, lambda row: "2031-03-03" <= (row.day or "9999") <= "2031-03-05"),
    ):
        found = dossier.timeline(limit=1000, **filters).rows
        assert [row.id for row in found] == [row.id for row in everything if meets(row)], filters
        first = dossier.timeline(limit=2, **filters)
        second = dossier.timeline(limit=2, after=first.after, **filters) if first.after else ()
        assert [row.id for row in (*first, *second)] == [row.id for row in found][:4], filters


@pytest.mark.parametrize("day", ["2031-03-02", MIDDLE, "2031-03-10", END])
def test_as_of_a_day_is_the_ledger_of_the_reports_of_that_day(made: list[Record], tmp_path: Path, day: str) -> None:
    """Asking as of a day and never having had later reports give the same answers, row for row."""
    then = [record for record in made if (record.report.published or "9999") <= day]
    with (
        open_ledger(tmp_path / "all.db", create=True) as first,
        open_ledger(tmp_path / "then.db", create=True) as second,
    ):
        now, before = filled(first, made), filled(second, then)
        assert now.ledger(as_of=day, limit=1000) == before.ledger(as_of=day, limit=1000)
        assert set(now.timeline(as_of=day, limit=1000)) == set(before.timeline(as_of=day, limit=1000))
        assert now.actors(as_of=day, limit=1000) == before.actors(as_of=day, limit=1000)
        assert now.changes("2031-03-02", day) == before.changes("2031-03-02", day)


def test_nothing_is_uncited(dossier: Dossier) -> None:
    """Every row shown leads to words of a stored report."""
    texts = {record.report.id: record.report.text for record in dossier.records()}
    for row in (*dossier.ledger(limit=1000), *dossier.timeline(limit=1000)):
        cited = row.cited
        assert texts[cited.report][cited.start : cited.end] == cited.text


def test_every_row_as_read_is_told_once(dossier: Dossier) -> None:
    """Each stands in one merged row, and no merged row is without."""
    rows = [each for row in dossier.timeline(limit=1000) for each in row.rows]
    rows += [each for row in dossier.ledger(limit=1000) for each in row.rows]
    assert len(rows) == len(set(rows)) == len(dossier.sources())


def test_copies_are_one_source(dossier: Dossier) -> None:
    """Families are never more than reports, and some report is a copy."""
    events = dossier.timeline(limit=1000).rows
    assert all(1 <= row.outlets <= row.families <= row.reports for row in events)
    assert any(row.families < row.reports for row in events)


def test_changes_tell_what_is_new_in_the_days_asked_for(dossier: Dossier, made: list[Record]) -> None:
    """New rows lie within the days; deadlines within three days after; voices spoke first then."""
    days = ("2031-03-08", "2031-03-09", "2031-03-10")
    found = dossier.changes(days[0], days[-1])
    assert found.reports == sum(each.report.published in days for each in made)
    assert {row.known for row in found.commitments} <= set(days)
    assert {row.known for row in found.events} <= set(days)
    assert all("2031-03-10" <= (row.deadline or "") <= "2031-03-13" for row in found.deadlines)
    assert found.deadlines
    first = dossier.changes("2031-03-01", "2031-03-01")
    assert first.voices
    assert first.repeated == ()


def test_a_row_is_shown_with_every_report_of_it(dossier: Dossier) -> None:
    """By merged id, by its beginning, by a row as read: the same row, its sentence in its paragraph."""
    row = next(row for row in dossier.timeline(limit=1000) if row.reports > 1)
    shown = dossier.show(row.id)
    assert len(shown.citations) == len(row.rows) > 1
    assert dossier.show(row.id[:10]) == shown == dossier.show(row.rows[-1])
    assert all(each.text in each.paragraph and each.coder for each in shown.citations)


def test_an_actor_is_shown_with_what_it_said(dossier: Dossier) -> None:
    """Its statements, in order."""
    shown = dossier.show("RUS/GOV/orlov")
    assert shown.row is not None
    assert {each.row[:2] for each in shown.citations} == {"st"}


def test_an_actor_and_those_that_belong_to_it_are_listed(asked: Dossier) -> None:
    """Most named first; by kind, by name, by page."""
    everyone = asked.actors(limit=1000).rows
    assert [row.reports for row in everyone] == sorted((row.reports for row in everyone), reverse=True)
    assert {row.id for row in asked.actors(actor="RUS")} == {"RUS", "RUS/GOV/orlov"}
    assert {row.kind for row in asked.actors(kind="person")} == {"person"}
    assert [row.id for row in asked.actors(text="orlov")] == ["RUS/GOV/orlov"]
    first = asked.actors(limit=5)
    assert (*first, *asked.actors(limit=1000, after=first.after)) == everyone


def test_pairs_are_found_with_who_acts(dossier: Dossier) -> None:
    """The events of a pair, both ways, and how much was reported each day."""
    found = list(dossier.dyad("RUS", "USA"))
    every = [row for row in dossier.timeline(limit=1000) if {"RUS", "USA"} == {*row.actors, *row.recipients}]
    assert {(row.id, row.day, row.text) for row in found} == {(row.id, row.day, row.text) for row in every}
    assert {row.source for row in found} <= {"RUS", "USA"}
    assert sum(dossier.reported().values()) == len(dossier.timeline(limit=1000, factuality="occurred"))


@pytest.mark.parametrize(
    "filters",
    [
        {"actor": "nobody"}, {"as_of": "yesterday"}, {"since": "2031-13-01"}, {"text": "!?"}, {"after": "abc"},
        {"limit": 0}, {"limit": 10_001},
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_question_says_what_is_wrong(asked: Dossier, filters: dict[str, object]) -> None:
    """An error of ours, not of the database."""
    with pytest.raises(UsageError):
        asked.ledger(**filters)


@pytest.mark.parametrize("row", ["", "E-", "nothing", "C-zzz"])
def test_a_row_that_is_none_or_several_says_so(asked: Dossier, row: str) -> None:
    """Near ids are named."""
    with pytest.raises(UsageError):
        asked.show(row)


def test_near_names_are_suggested(asked: Dossier) -> None:
    """A slip of the pen leads to the name."""
    with pytest.raises(UsageError, match="RUS/GOV/orlov"):
        asked.ledger(actor="Orlow")


@given(st.text(alphabet=st.sampled_from("ab\"'*()-:^+~&|!<> \\NEAROT\x00é\ud800"), max_size=30))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_search_is_a_syntax_error(asked: Dossier, query: str) -> None:
    """Whatever is typed finds something, nothing, or has no word in it."""
    try:
        asked.ledger(text=query)
    except UsageError as error:
        assert "no word" in str(error)  # noqa: PT017  both ways are right


@pytest.mark.parametrize("query", ["'; DROP TABLE events; --", 'a" OR "b', "NEAR(a b)", "a:b & !c", "x'y''z", "\\", "b*c*"])
def test_no_search_is_a_syntax_error_on_either_database(dossier: Dossier, query: str) -> None:
    """Signs that mean something to FTS5 or tsquery mean nothing here."""
    try:
        dossier.timeline(text=query)
    except UsageError as error:
        assert "no word" in str(error)  # noqa: PT017  both ways are right


def test_searches_are_split_into_phrases() -> None:
    """Phrases, beginnings, an open quotation mark."""
    assert terms('"red line" missile* "no end') == [(["red", "line"], False), (["missile"], True), (["no", "end"], False)]


def test_rows_become_tables(asked: Dossier) -> None:
    """A row a row, with its citation and its state."""
    pytest.importorskip("pandas")
    page = asked.ledger()
    frame, table = page.to_pandas(), page.to_arrow()
    assert len(frame) == table.num_rows == len(page)
    assert {"kind", "holder", "state", "cited_text", "cited_report"} <= set(frame.columns)


@pytest.mark.parametrize("package", ["pandas", "pyarrow"])
def test_a_missing_package_is_named_with_the_command(
    asked: Dossier, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra that brings it."""
    monkeypatch.setitem(sys.modules, package, None)
    page = asked.ledger()
    with pytest.raises(UsageError, match=r"detente\[columns\]"):
        page.to_pandas() if package == "pandas" else page.to_arrow()
