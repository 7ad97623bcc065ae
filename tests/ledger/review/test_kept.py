"""Reviews in a ledger, on each database: written once, read back in order, applied, found by any id."""

from __future__ import annotations

import pytest

from detente.errors import UsageError
from detente.ingest import add_records, finish
from detente.ledger.dossier import Dossier
from detente.ledger.flatten import flatten
from detente.ledger.review import can_be_one, contradicted, reviews, rows_as_read
from detente.ledger.review.keep import keep
from detente.ledger.review.make import Signed, corrections, decided, state_set
from detente.ledger.store import Ledger
from detente.records import Record

from .sample import SCORES

ANNA = Signed(who="anna", at="2031-03-20", why="seen")


@pytest.fixture
def dossier(ledger: Ledger, made: list[Record]) -> Dossier:
    """Twelve made-up reports."""
    assert all(list(add_records(ledger.engine, "made", made[:12])))
    finish(ledger.engine, ["made"])
    return ledger.dossier("made")


def decide(dossier: Dossier, row: str, **fields: str) -> int:
    """Correct a row, or accept it."""
    [about] = rows_as_read(dossier, row)
    changes = corrections(about, fields, SCORES)
    count = keep(dossier, [decided(about, "correct" if fields else "accept", ANNA, changes=changes)])
    finish(dossier.engine, [dossier.name])
    return count


def test_a_review_is_kept_once_and_read_back(dossier: Dossier, made: list[Record]) -> None:
    """The same each time, in order of time."""
    row = flatten(made[0]).events[0].id
    assert decide(dossier, row, factuality="future") == 1
    assert decide(dossier, row, factuality="future") == 0
    [kept] = reviews(dossier)
    assert (kept.row, kept.report, kept.who) == (row, made[0].report.id, "anna")
    assert dict(kept.changes) == {"factuality": "future"}


def test_what_rows_add_up_to_follows_a_correction(dossier: Dossier, made: list[Record]) -> None:
    """The event moves to the factuality that the analyst gave it."""
    row = flatten(made[0]).events[0].id
    decide(dossier, row, factuality="hypothetical")
    assert dossier.unsettled() == 0
    assert [e.rows for e in dossier.timeline(factuality="hypothetical", limit=1000) if row in e.rows]
    assert not [e for e in dossier.timeline(factuality="occurred", limit=1000) if row in e.rows]


def test_a_row_is_found_by_its_id_its_beginning_and_what_it_adds_up_to(dossier: Dossier) -> None:
    """A merged row stands for all its rows as read."""
    merged = max(dossier.timeline(limit=1000), key=lambda event: len(event.rows))
    assert {found.row.id for found in rows_as_read(dossier, merged.id)} == set(merged.rows)
    [one] = rows_as_read(dossier, merged.rows[0])
    assert rows_as_read(dossier, merged.rows[0][:-2])[0].row == one.row
    assert one.record.report.text[one.row.start : one.row.end] == one.row.text


@pytest.mark.parametrize("row", ["ev-none", "ev-"])
def test_a_row_that_is_none_or_several_is_refused(dossier: Dossier, row: str) -> None:
    """Neither a guess nor the first."""
    with pytest.raises(UsageError, match=r"no row|could be"):
        rows_as_read(dossier, row)


def test_a_rejected_row_is_still_found(dossier: Dossier, made: list[Record]) -> None:
    """So that it can be accepted again."""
    row = flatten(made[0]).events[0].id
    [about] = rows_as_read(dossier, row)
    keep(dossier, [decided(about, "reject", ANNA)])
    finish(dossier.engine, ["made"])
    assert not [e for e in dossier.timeline(limit=1000) if row in e.rows]
    assert rows_as_read(dossier, row)[0].row.id == row


def test_an_analysts_state_holds_from_its_day(dossier: Dossier) -> None:
    """Before it, the state is another."""
    last = dossier.ledger(limit=1).as_of or ""
    early = max(day for day in {each.known for each in dossier.ledger(limit=1000)} if day and day < last)
    chosen = next(each for each in dossier.ledger(state="open", limit=1000) if (each.known or last) <= early)
    keep(dossier, [state_set(chosen.id, "withdrawn", last, ANNA)])
    finish(dossier.engine, ["made"])
    assert [each.state for each in dossier.ledger(limit=1000) if each.id == chosen.id] == ["withdrawn"]
    assert [each.state for each in dossier.ledger(limit=1000, as_of=early) if each.id == chosen.id] != ["withdrawn"]


def test_only_rows_of_one_type_and_parties_can_be_one(dossier: Dossier) -> None:
    """An event and a commitment can't, nor two that differ in type."""
    events = list(dossier.timeline(limit=1000))
    first = events[0]
    other = next(event for event in events if event.event != first.event)
    assert can_be_one(dossier, [first.rows[0]])
    assert not can_be_one(dossier, [first.rows[0], other.rows[0]])
    assert not can_be_one(dossier, [first.rows[0], "ev-none"])


def test_contradictions_are_known_by_the_rows_that_they_are_of(dossier: Dossier) -> None:
    """A sentence for each row."""
    said = contradicted(dossier)
    known = {row for view in (dossier.timeline(limit=1000), dossier.ledger(limit=1000)) for each in view for row in each.rows}
    assert set(said) <= known
    assert all(said.values())


@pytest.mark.parametrize("layer", ["timeline", "ledger"])
def test_an_analyst_takes_apart_what_was_merged_and_puts_it_together(dossier: Dossier, layer: str) -> None:
    """The words of the last review hold; no row is lost."""

    def groups() -> list[tuple[str, ...]]:
        return [each.rows for each in getattr(dossier, layer)(limit=1000)]

    first, other, *_ = max(groups(), key=len)
    rows = sorted(row for group in groups() for row in group)
    [about] = rows_as_read(dossier, other)
    for action, at, together in (("split", "2031-03-20", False), ("merge", "2031-03-21", True)):
        signed = Signed(who="anna", at=at)
        keep(dossier, [decided(about, "split" if action == "split" else "merge", signed, others=(first,))])
        finish(dossier.engine, ["made"])
        assert any({first, other} <= set(group) for group in groups()) is together
        assert sorted(row for group in groups() for row in group) == rows
