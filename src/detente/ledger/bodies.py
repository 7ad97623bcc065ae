"""A record in the parts that the ledger stores, and whole again.

A report is told by its content (text, title, outlet, day), which is the same wherever it is found; by its
*sighting* (key, address, format), which differs from copy to copy of one file; and its record is told by coder
and rows. Each part has the hash of its own JSON, so that the same part is stored once.
"""

from __future__ import annotations

import json
from typing import Any

from detente.errors import RecordError
from detente.ledger.schema.base import json_text
from detente.records import Record
from detente.records.encode import adapter, as_dict
from detente.records.identify import content_id

CONTENT = ("title", "published", "outlet", "text")


def parts_of(record: Record) -> tuple[str, dict[str, Any], str]:
    """The JSON of the report's content, its sighting, and the JSON of the rest of the record."""
    plain = as_dict(record)
    report = plain.pop("report")
    content = {name: report.pop(name) for name in CONTENT}
    plain["report"] = report.pop("id")
    return _text(content), report, _text(plain)


def whole(content: str, sighting: dict[str, Any], rows: str) -> Record:
    """The record that the parts make.

    Raises:
        RecordError: the parts are damaged.
    """
    plain = json.loads(rows)
    plain["report"] = {"id": plain["report"], **sighting, **json.loads(content)}
    try:
        return adapter().validate_python(plain)
    except ValueError as error:
        raise RecordError(f"the ledger holds a record that is none: {error}", where=str(sighting.get("key"))) from error


def mark_of(sighting: dict[str, Any]) -> str:
    """The hash of a sighting."""
    return content_id(json_text(sighting))


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
