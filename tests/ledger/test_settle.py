"""Settling: resumes, repeats, and leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest
from sqlalchemy import select

from detente.ingest import add_records, finish
from detente.ledger.coding import calendar_day
from detente.ledger.engine import reading, writing
from detente.ledger.export.jsonl import lines
from detente.ledger.pending import how_many, mark, waiting
from detente.ledger.schema import StateChange, Watch
from detente.ledger.settle import settle
from detente.ledger.settle import states as ended
from detente.ledger.store import Ledger
from detente.ledger.watchers import lineage
from detente.records import Record

NAME = "crisis"


def stored(ledger: Ledger, made: list[Record]) -> None:
    """Store without settling, as a run does that is killed then."""
    list(add_records(ledger.engine, NAME, made))


def exported(ledger: Ledger) -> str:
    """The export of the dossier."""
    return "".join(lines(ledger.dossier()))


def test_what_is_stored_and_not_settled_waits(ledger: Ledger, made: list[Record]) -> None:
    """The dossier says so, and the next add settles it."""
    stored(ledger, made)
    assert ledger.dossier().unsettled() > 0
    assert len(ledger.dossier().ledger()) == 0
    finish(ledger.engine, [NAME])
    assert ledger.dossier().unsettled() == 0
    assert len(ledger.dossier().ledger()) > 0


def test_settling_stopped_at_any_layer_goes_on(ledger: Ledger, made: list[Record]) -> None:
    """An interrupt after the first batch of each layer; in the end nothing differs."""
    stored(ledger, made)
    seen: set[str] = set()

    def stop(layer: str, _count: int) -> None:
        if layer not in seen:
            seen.add(layer)
            raise KeyboardInterrupt

    for _ in range(4):
        with pytest.raises(KeyboardInterrupt):
            finish(ledger.engine, [NAME], stop)
    finish(ledger.engine, [NAME], stop)
    assert seen == {"events", "commitments", "states", "actors"}
    first = exported(ledger)
    with writing(ledger.engine) as connection:
        number = ledger.dossier().number
        mark(connection, number, "families", ["again"])
    finish(ledger.engine, [NAME])
    assert exported(ledger) == first


def test_settling_everything_again_changes_nothing(ledger: Ledger, made: list[Record]) -> None:
    """All blocks marked and settled once more: the same bytes."""
    stored(ledger, made)
    finish(ledger.engine, [NAME])
    first = exported(ledger)
    for record in made:
        stored(ledger, [replace(record, coder=replace(record.coder, version="0.0.1"))])  # older: does not count
    finish(ledger.engine, [NAME])
    derived = [line for line in exported(ledger).splitlines() if '"type":"record"' not in line[:20]]
    assert derived == [line for line in first.splitlines() if '"type":"record"' not in line[:20]]


def test_rows_that_a_newer_coder_does_not_read_go(ledger: Ledger, made: list[Record]) -> None:
    """Nothing derived is left of a report whose new record is empty."""
    stored(ledger, made[:1])
    finish(ledger.engine, [NAME])
    bare = Record(coder=replace(made[0].coder, version="9"), report=made[0].report)
    stored(ledger, [bare])
    finish(ledger.engine, [NAME])
    dossier = ledger.dossier()
    assert (len(dossier.ledger()), len(dossier.timeline()), len(dossier.actors())) == (0, 0, 0)
    assert dossier.unsettled() == 0


def test_without_a_comparison_of_texts_families_wait(ledger: Ledger, made: list[Record]) -> None:
    """They stay marked for a call that can compare."""
    stored(ledger, made[:3])
    settle(ledger.engine, NAME)
    assert ledger.dossier().unsettled() == 3
    finish(ledger.engine, [NAME])
    assert ledger.dossier().unsettled() == 0


def test_a_dossier_that_is_not_there_has_nothing_to_settle(ledger: Ledger) -> None:
    """Zero blocks."""
    assert settle(ledger.engine, "none") == 0


def test_marks_are_set_once_and_read_in_order(ledger: Ledger, made: list[Record]) -> None:
    """The same block twice is one mark."""
    stored(ledger, made[:1])
    finish(ledger.engine, [NAME])
    number = ledger.dossier().number
    with writing(ledger.engine) as connection:
        mark(connection, number, "events", ["b", "a", "b"])
        mark(connection, number, "events", ["a"])
        assert waiting(connection, number, "events") == ["a", "b"]
        assert how_many(connection, number) == 2


@pytest.mark.parametrize(
    ("value", "day"),
    [("2020-10-16T09:00", "2020-10-16"), ("2020-10", "2020-10"), ("XXXX-WXX-4", None), ("P3D", None), (None, None), ("2020-W03", None)],
)
def test_days_on_the_calendar_are_told_from_others(value: str | None, day: str | None) -> None:
    """Open weekdays, weeks and durations are no days."""
    assert calendar_day(value) == day


def test_lineage_goes_from_the_state_to_the_person() -> None:
    """Each body that somebody belongs to."""
    assert lineage("RUS/GOV/orlov") == ["RUS", "RUS/GOV", "RUS/GOV/orlov"]


def test_what_ends_a_commitment_is_what_its_states_say() -> None:
    """No row is looked at after a state that nothing changes."""
    assert import_module("detente.ledger.adding.states")._FINAL == ended.FINAL


def test_a_commitment_in_a_final_state_is_watched_until_then(ledger: Ledger, made: list[Record]) -> None:
    """Its watches close on that day, those of all others stay open."""
    stored(ledger, made)
    finish(ledger.engine, [NAME])
    with reading(ledger.engine) as connection:
        steps = connection.execute(select(StateChange.commitment, StateChange.state, StateChange.known)).all()
        closed = {row.commitment: row.closed for row in connection.execute(select(Watch.commitment, Watch.closed))}
    for commitment, day in closed.items():
        ends = [row.known for row in steps if row.commitment == commitment and row.state in ended.FINAL]
        assert day == min(ends, default="~")
