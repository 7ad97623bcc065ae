"""Lines of an export, or of ``detente read --format jsonl``, as what they hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from detente.errors import RecordError
from detente.records import Record
from detente.records.encode import from_json

DERIVED = frozenset({"family", "event", "commitment", "actor"})  # made anew from the others


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEntry:
    """The name under which the lines that follow were kept."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingEntry:
    """Where else a report was found; ``report`` is its id."""

    report: str
    sighting: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEntry:
    """What an analyst did to a row."""

    values: dict[str, Any]


Entry = Record | DossierEntry | SightingEntry | ReviewEntry


def entry_of(line: str) -> Entry | None:
    """What a line holds; None where it is made from the others.

    Raises:
        RecordError: it is no such line.
    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"the line is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise RecordError("the line must be an object: a record, or a line of 'detente export jsonl'")
    if "schema" in row:
        return from_json(line)
    kind = row.pop("type", None)
    if kind in DERIVED:
        return None
    try:
        return _entry(kind, row)
    except (KeyError, TypeError) as error:
        raise RecordError(f"a line of type {kind!r} lacks {error}") from error


def _entry(kind: object, row: dict[str, Any]) -> Entry:
    if kind == "record":
        return from_json(json.dumps(row["record"]))
    if kind == "dossier":
        return DossierEntry(name=str(row["name"]))
    if kind == "sighting":
        return SightingEntry(report=str(row["report"]), sighting=dict(row["sighting"]))
    if kind == "review":
        return ReviewEntry(values={name: row[name] for name in ("id", "row", "report", "action", "who", "at", "body")})
    raise RecordError("the line is neither a record nor a line of 'detente export jsonl'")
