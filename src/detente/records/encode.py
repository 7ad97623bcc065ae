"""Records as JSON and back, byte for byte the same each time."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from detente.errors import RecordError
from detente.records.facts import Record


def as_dict(record: Record) -> dict[str, Any]:
    """The record as plain JSON values, keys in the order of the contract."""
    return _plain(record)  # type: ignore[no-any-return]


def as_json(record: Record, *, indent: int | None = None) -> str:
    """The record as JSON text; lone surrogates are escaped, so that it always encodes as UTF-8."""
    text = json.dumps(as_dict(record), ensure_ascii=False, indent=indent)
    if text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return json.dumps(as_dict(record), ensure_ascii=True, indent=indent)


def from_json(text: str) -> Record:
    """The record that a JSON object holds.

    Raises:
        RecordError: it is no JSON, or no record; the message says where.
    """
    try:
        return adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the top"
        raise RecordError(f"not a record: at {where}: {first['msg']}") from error


@cache
def adapter() -> TypeAdapter[Record]:
    """The validator of records, built once."""
    return TypeAdapter(Record)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
