"""CSV, TSV and Parquet, read back with pandas, polars and DuckDB; cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ledger.export import Options, Sources, Table
from detente.ledger.export.cells import LIVE, cell, defused, flat_cell
from detente.ledger.export.delimited import comma_separated, tab_separated
from detente.ledger.export.parquet import parquet
from detente.ledger.export.tables import columns, rows
from detente.ledger.flatten import flatten

from .sample import first, records

TABLES = get_args(Table)


def csv_of(table: Any = "events", *, raw: bool = False) -> str:
    """A table of the sample as CSV."""
    return "".join(comma_separated(records(), Options(table=table, raw=raw)))


def parquet_of(table: Any, folder: Path) -> Path:
    """A table of the sample as a Parquet file."""
    path = folder / f"{table}.parquet"
    with path.open("wb") as stream:
        parquet(records(), Options(table=table), stream)
    return path


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_the_records_is_a_row_of_the_table(table: str) -> None:
    """No row is lost, and ids are those that the ledger gives."""
    expected = [row.id for record in records() for row in getattr(flatten(record), table)]
    assert [row["id"] for row in rows(records(), Options(table=table))] == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_the_columns_of_its_table(table: str) -> None:
    """Columns and rows name the same fields."""
    names = {column.name for column in columns(table)}  # type: ignore[arg-type]
    assert all(set(row) == names for row in rows(records(), Options(table=table)))  # type: ignore[arg-type]


def test_a_row_cites_its_words() -> None:
    """Offsets and text of a row are those of the report."""
    text = first().report.text
    for row in rows([first()], Options()):
        assert text[row["start"] : row["end"]] == row["text"]


def test_rows_say_what_they_add_up_to() -> None:
    """With the counts of a ledger; from bare records nothing is known of it."""
    row = flatten(first()).events[0]
    options = Options(sources={row.id: Sources(merged="E-1", reports=3, families=2, outlets=2)})
    told, other, *_ = rows([first()], options)
    assert (told["merged"], told["reports"], told["families"], told["outlets"]) == ("E-1", 3, 2, 2)
    assert other["merged"] is None


def test_pandas_reads_the_csv() -> None:
    """Types come back: numbers as numbers, empty cells as missing, line ends within cells."""
    frame = pd.read_csv(io.StringIO(csv_of()))
    assert list(frame["event"]) == ["ASSAULT", "CONSULT", "SANCTION", "ASSAULT", "SANCTION", "SANCTION"]
    assert frame["score"].sum() == pytest.approx(-33.5)
    assert frame.loc[0, "lon"] == pytest.approx(-5.32)
    assert frame.loc[0, "text"] == "Oslo shelled\nthe port of Bergen on Monday"
    assert frame["mode"].isna().sum() == 1


def test_polars_reads_the_tsv() -> None:
    """The same table parted by tabs."""
    text = "".join(tab_separated(records(), Options(table="commitments")))
    frame = pl.read_csv(io.StringIO(text), separator="\t")
    assert frame["kind"].to_list() == ["threat"]
    assert frame["deadline_day"].to_list() == ["2021-03-05"]
    assert frame["voice_name"].to_list() == ["Jan <Berg>"]


def test_duckdb_queries_the_csv(tmp_path: Path) -> None:
    """A day is a date there."""
    path = tmp_path / "events.csv"
    path.write_text(csv_of(), encoding="utf-8")
    found = duckdb.sql(f"select max(day), count(*) from read_csv('{path}')").fetchall()  # noqa: S608
    assert found == [(dt.date(2021, 3, 4), 6)]


@pytest.mark.parametrize("table", TABLES)
def test_parquet_reads_back_whole_in_all_three(table: str, tmp_path: Path) -> None:
    """pandas, polars and DuckDB see the same ids."""
    path = parquet_of(table, tmp_path)
    ids = [row["id"] for row in rows(records(), Options(table=table))]  # type: ignore[arg-type]
    assert list(pd.read_parquet(path)["id"]) == ids
    assert pl.read_parquet(path)["id"].to_list() == ids
    assert [row[0] for row in duckdb.sql(f"select id from '{path}'").fetchall()] == ids  # noqa: S608


def test_parquet_keeps_lists_days_and_nothing(tmp_path: Path) -> None:
    """Lists are lists, days are dates, what is missing is null; no cell is defused."""
    frame = pl.read_parquet(parquet_of("events", tmp_path))
    assert frame["actors"].to_list()[1] == ["ISL/GOV", "NOR/GOV"]
    assert frame["day"].to_list()[0] == dt.date(2021, 3, 1)
    assert frame["day"].to_list()[-1] is None
    assert frame["title"].to_list()[0].startswith("=Talks")


def test_parquet_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    """The same records give the same file."""
    assert parquet_of("events", tmp_path).read_bytes() == parquet_of("events", tmp_path).read_bytes()


def test_a_day_that_no_calendar_has_is_null(tmp_path: Path) -> None:
    """A TIMEX3 value as '2021-02-30' loses its date in Parquet, not its text."""
    record = first()
    events = tuple(replace(e, date=replace(e.date, value="2021-02-30") if e.date else None) for e in record.events)
    path = tmp_path / "odd.parquet"
    with path.open("wb") as stream:
        parquet([replace(record, events=events)], Options(), stream)
    frame = pl.read_parquet(path)
    assert (frame["day"][0], frame["date"][0]) == (None, "2021-02-30")


def test_cells_that_a_spreadsheet_would_run_are_defused() -> None:
    """No text cell of the CSV starts a formula; numbers keep their sign."""
    table = list(csv.DictReader(io.StringIO(csv_of())))
    live = {name for row in table for name, value in row.items() if value.startswith(LIVE)}
    assert live <= {"score", "lat", "lon"}
    assert table[0]["title"].startswith("'=Talks")
    assert table[0]["outlet"].startswith("'@Wire")


def test_raw_leaves_cells_as_they_are() -> None:
    """On request nothing is changed."""
    row = next(csv.DictReader(io.StringIO(csv_of(raw=True))))
    assert (row["title"], row["outlet"]) == (first().report.title, "@Wire\tNorth")


@given(st.text())
def test_no_text_stays_live(text: str) -> None:
    """Whatever a report holds, its cell starts no formula, and only an apostrophe is added."""
    made = defused(text)
    assert not made.startswith(LIVE)
    assert made in {text, f"'{text}"}


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=2, max_size=2)))
def test_quoted_lines_come_back(table: list[list[str]]) -> None:
    """Any text survives the quoting of CSV."""
    from detente.ledger.export.cells import quoted_lines

    text = "".join(quoted_lines(table, ","))
    assert list(csv.reader(io.StringIO(text, newline=""))) == table


@given(st.text())
def test_a_flat_cell_breaks_no_line(text: str) -> None:
    """Neither tab, line end nor double quote is left, and it starts no formula."""
    made = flat_cell(text)
    assert len(made.splitlines()) <= 1
    assert "\t" not in made
    assert '"' not in made
    assert not made.startswith(LIVE)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (True, "true"), (-5.5, "-5.5"), (0, "0"), (("a", "b"), "a; b"), ((), ""), ("a\x00b", "a\ufffdb")],
)
def test_values_as_cells(value: Any, shown: str) -> None:
    """Nothing is empty, truth is a word, lists are joined, NUL is replaced."""
    assert cell(value) == shown


def test_parquet_without_pyarrow_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ValueError, match=r"pip install 'detente\[columns\]'"):
        parquet(records(), Options(), io.BytesIO())
