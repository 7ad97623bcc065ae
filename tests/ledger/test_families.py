"""Reports that come in a few at a time are placed as if they had come at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from benchmarks.made_records import records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text, update

from detente.ingest import add_records, finish
from detente.ledger.engine import reading, writing
from detente.ledger.schema import Family, Report, Shingle, Sketch
from detente.ledger.store import Ledger, open_ledger
from detente.records import Record
from detente.records.identify import content_id
from detente.sources.duplicates import place

NAME = "crisis"


def varied(count: int, seed: int) -> list[Record]:
    """Records of which many copy or update others: words left out, added, under one outlet or another."""
    random = Random(seed)  # noqa: S311  not for secrets
    made = list(records(count, seed=seed))
    out = []
    for number, record in enumerate(made):
        report = record.report
        if number % 3 == 0:
            words = f"{report.text}Correction: officials said {random.randint(1, 9)} more were counted than had been told.\n"
            report = replace(report, text=words, id=content_id(words, report.title, report.outlet, report.published))
            out.append(Record(coder=record.coder, report=report))
        out.append(record)
    return out


def families(ledger: Ledger) -> dict[str, tuple[str, str, str | None, float]]:
    """Where each report of the ledger belongs, by ids."""
    with reading(ledger.engine) as connection:
        ids = {row.no: row.id for row in connection.execute(select(Report.no, Report.id))}
        rows = connection.execute(select(Family)).all()
    return {ids[row.report]: (ids[row.family], row.relation, ids.get(row.superseded_by), row.containment) for row in rows}


def at_once(made: list[Record]) -> dict[str, tuple[str, str, str | None, float]]:
    """The same by the comparison of all texts."""
    ordered = sorted((record.report for record in made), key=lambda report: (report.published or "9999", report.id))
    return {
        name: (each.family, each.relation, each.superseded_by, round(each.containment, 4))
        for name, each in place(ordered).items()
    }


@given(st.integers(0, 10**6), st.lists(st.integers(1, 9), min_size=2, max_size=6))
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_and_any_portions_place_reports_alike(
    tmp_path_factory: pytest.TempPathFactory, seed: int, portions: list[int]
) -> None:
    """Late reports of early days, copies before their originals: the families are those of all at once."""
    made = varied(18, seed % 5)
    left = Random(seed).sample(made, len(made))  # noqa: S311  not for secrets
    with open_ledger(tmp_path_factory.mktemp("portions") / "x.db", create=True) as ledger:
        for size in [*portions, len(made)]:
            some, left = left[:size], left[size:]
            list(add_records(ledger.engine, NAME, some))
            finish(ledger.engine, [NAME])
        assert families(ledger) == at_once(made)


def test_reports_are_placed_alike_on_each_database(ledger: Ledger) -> None:
    """In two portions, the later days first."""
    made = varied(18, 2)
    for some in (made[12:], made[:12]):
        list(add_records(ledger.engine, NAME, some))
        finish(ledger.engine, [NAME])
    assert families(ledger) == at_once(made)


def test_only_what_follows_the_first_new_report_is_placed_anew(tmp_path: Path) -> None:
    """A report of the last day has no other report's text compared but those that share its words."""
    made = sorted(varied(30, 3), key=lambda record: (record.report.published or "9999", record.report.id))
    with open_ledger(tmp_path / "x.db", create=True) as ledger:
        list(add_records(ledger.engine, NAME, made[:-1]))
        finish(ledger.engine, [NAME])
        with writing(ledger.engine) as connection:
            before = connection.scalar(select(func.count()).select_from(Shingle))
            connection.execute(text("CREATE TABLE touched (report INTEGER)"))
            connection.execute(text("CREATE TRIGGER t AFTER DELETE ON families BEGIN INSERT INTO touched VALUES (old.report); END"))
        list(add_records(ledger.engine, NAME, made[-1:]))
        finish(ledger.engine, [NAME])
        with reading(ledger.engine) as connection:
            assert (connection.scalar(text("SELECT count(*) FROM touched")) or 0) <= 2
            assert (connection.scalar(select(func.count()).select_from(Shingle)) or 0) >= (before or 0)
        assert families(ledger) == at_once(made)


def test_other_rules_place_all_reports_anew(ledger: Ledger) -> None:
    """As after a new version, whose comparison is another."""
    made = varied(12, 4)
    list(add_records(ledger.engine, NAME, made[:-1]))
    finish(ledger.engine, [NAME])
    with writing(ledger.engine) as connection:
        connection.execute(update(Sketch).values(made="older", shingles=b"", digest=""))
    list(add_records(ledger.engine, NAME, made[-1:]))
    finish(ledger.engine, [NAME])
    assert families(ledger) == at_once(made)
