"""Parquet of one table, with typed columns; lists stay lists, days are dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import IO, Any

from detente.errors import UsageError
from detente.ledger.export.layout import BinaryLayout, Options
from detente.ledger.export.tables import Column, Row, columns, rows
from detente.records import Record

_GROUP = 20_000  # rows held in memory at once


def parquet(records: Iterable[Record], options: Options, stream: IO[bytes]) -> None:
    """Write a table as Parquet, a row group for each twenty thousand rows.

    Raises:
        UsageError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'detente[columns]'") from error
    shape = columns(options.table)
    schema = pa.schema([(column.name, _type(pa, column)) for column in shape])
    found = rows(records, options)
    with ParquetWriter(stream, schema) as writer:
        while group := list(islice(found, _GROUP)):
            writer.write_table(pa.table({c.name: [_value(c, row) for row in group] for c in shape}, schema=schema))


def _type(pa: Any, column: Column) -> Any:
    return {
        "text": pa.string(), "list": pa.list_(pa.string()), "integer": pa.int64(), "number": pa.float64(),
        "truth": pa.bool_(), "day": pa.date32(),
    }[column.sort]  # fmt: skip


def _value(column: Column, row: Row) -> Any:
    value = row[column.name]
    if value is None:
        return None
    if column.sort == "day":
        return _date(value)
    if column.sort == "list":
        return [_utf8(item) for item in value]
    return _utf8(value) if isinstance(value, str) else value


def _date(value: str) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _utf8(text: str) -> str:
    """The text with lone surrogates replaced: Parquet holds UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


PARQUET = BinaryLayout(name="parquet", about="One table with typed columns, for DuckDB, pandas and polars.", write=parquet)
