"""Whether a record may enter the ledger: it is whole, it is ours, and every row of it cites its words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from detente.errors import RecordError
from detente.records import Record, Report
from detente.records.identify import content_id

SCHEMA = "detente/record/1"


def check(record: Record) -> None:
    """Nothing, where the record is sound.

    Raises:
        RecordError: another schema, a report whose id is not the hash of its content, or a row whose words
            do not stand where it says.
    """
    report = record.report
    if record.schema != SCHEMA:
        raise RecordError(f"its schema is {record.schema!r}, not {SCHEMA!r}: read the report again", where=report.key)
    if report.id != content_id(report.text, report.title, report.outlet, report.published):
        raise RecordError(
            "report.id is not the hash of its text, title, outlet and day: the record was edited; read the report again",
            where=report.key,
        )
    for start, end, text in _spans(record):
        if report.text[start:end] != text:
            raise RecordError(
                f"a row cites {text[:40]!r} at {start}:{end}, where the report has {report.text[start:end][:40]!r}: "
                "read the report again",
                where=report.key,
            )


def _spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of every row and span within."""
    if isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Report):
            return
        if hasattr(value, "start") and hasattr(value, "text"):
            yield value.start, value.end, value.text  # type: ignore[attr-defined]
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
