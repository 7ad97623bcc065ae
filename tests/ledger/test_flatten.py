"""A record as flat rows."""

from __future__ import annotations

from dataclasses import replace

from detente.ledger.flatten import flatten
from detente.records import Record
from tests.cli.sample import sample


def test_rows_cite_their_report_and_words() -> None:
    """Every row carries the report, its day and its words."""
    record = sample()
    flat = flatten(record)
    for row in (*flat.events, *flat.commitments):
        assert row.report == record.report.id
        assert row.published == record.report.published
        assert record.report.text[row.start : row.end] == row.text


def test_ids_are_unique_and_the_same_again(made: list[Record]) -> None:
    """Two rows never share an id, and the same record gives the same ids."""
    ids = [row.id for record in made for rows in _rows(record) for row in rows]
    assert len(set(ids)) == len(ids)
    assert ids == [row.id for record in made for rows in _rows(record) for row in rows]


def test_a_newer_coder_that_reads_the_same_gives_the_same_ids() -> None:
    """Ids do not depend on the coder, so that reviews survive."""
    record = sample()
    newer = replace(record, coder=replace(record.coder, version="9.9.9"))
    assert [r.id for r in flatten(newer).events] == [r.id for r in flatten(record).events]


def test_rows_that_agree_in_all_are_numbered() -> None:
    """Doubles within one report stay two rows."""
    record = sample()
    twins = tuple(replace(event, id=f"{event.id}0") for event in record.events)
    double = replace(record, events=record.events + twins)
    ids = [row.id for row in flatten(double).events]
    assert len(set(ids)) == len(ids) == 2 * len(record.events)


def test_links_lead_to_rows(made: list[Record]) -> None:
    """Statements and events that a row names are rows too."""
    for record in made:
        flat = flatten(record)
        known = {row.id for row in (*flat.events, *flat.statements)}
        links = {link for row in flat.commitments for link in (row.statement, row.act_event, row.condition_event) if link}
        assert links <= known


def _rows(record: Record) -> tuple[tuple[object, ...], ...]:
    flat = flatten(record)
    return flat.events, flat.statements, flat.commitments  # type: ignore[return-value]
