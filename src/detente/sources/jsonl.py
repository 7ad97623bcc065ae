"""JSON Lines: one report a line; a broken line is a failure of its own and the rest goes on."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from detente.errors import DamagedInput, EmptyReport, InputError
from detente.sources.calendar_days import iso_date
from detente.sources.draft import Draft, too_large
from detente.sources.failure import Failure
from detente.sources.streams import ByteSource

_STRINGS = ("title", "published", "outlet", "url", "language")
_WIDE = {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
_SHOWN = 60


def drafts_from_lines(source: ByteSource, path: str, limit: int) -> Iterator[Draft | Failure]:
    """A draft or a failure for each line that is not blank, in order, read one at a time."""
    source = _narrowed(source)
    number = 0
    while (line := source.line(limit)) != b"":
        number += 1
        where = f"{path}:{number}"
        if line is not None and (not line.strip() or (source.damage and not line.endswith(b"\n"))):
            continue  # blank, or the torn last line of damaged data, which is reported as a whole
        try:
            if line is None:
                raise too_large(limit)
            yield draft_from_line(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line, where)
        except InputError as error:
            yield Failure.of(error, where)
    if number == 0 and not source.damage:
        yield Failure.of(EmptyReport("the file is empty: nothing to read"), path)


def draft_from_line(line: bytes, where: str) -> Draft:
    """The draft that one line holds; its key is the line's ``id``, else ``where``.

    Raises:
        InputError: the line is no UTF-8, no JSON, no object, or lacks a text; the message says which.
    """
    row = _object(line)
    text = row.get("text")
    if text is None:
        raise DamagedInput(f'the line has no "text"; it has {_names(row)}')
    if not isinstance(text, str):
        raise DamagedInput(f'"text" must be a string, not {_kind(text)}')
    for name in _STRINGS:
        if not isinstance(row.get(name), (str, type(None))):
            raise DamagedInput(f'"{name}" must be a string or null, not {_kind(row[name])}')
    return Draft(
        key=_key(row.get("id"), where),
        where=where,
        text=text,
        format="jsonl",
        title=row.get("title") or None,
        given=_day(row.get("published")),
        outlet=row.get("outlet") or None,
        url=row.get("url") or None,
        language=row.get("language") or None,
        encoding="utf-8",
    )


def _narrowed(source: ByteSource) -> ByteSource:
    """The same lines as UTF-8 where a byte order mark says UTF-16."""
    return source.as_utf8("utf-16") if source.head()[:2] in _WIDE else source


def _object(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DamagedInput(
            f"byte {error.start + 1} of the line is not UTF-8; convert the file first, e.g. with iconv -t UTF-8"
        ) from error
    except json.JSONDecodeError as error:
        raise DamagedInput(f"the line is not JSON: {error.msg} at character {error.pos + 1}{_hint(line)}") from error
    except (ValueError, RecursionError) as error:
        raise DamagedInput(f"the line is not JSON that can be read: {type(error).__name__}") from error
    if not isinstance(row, dict):
        raise DamagedInput(f'the line must be an object with a "text", not {_kind(row)}{_hint(line)}')
    return row


def _hint(line: bytes) -> str:
    if line.strip() in {b"[", b"{"}:
        return "; one object a line is expected: for one JSON document use jq -c '.[]' first"
    return "; for an array use jq -c '.[]' first" if line.startswith(b"[") else ""


def _key(given: object, where: str) -> str:
    if given is None or given == "":
        return where
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        raise DamagedInput(f'"id" must be a string or a number, not {_kind(given)}')
    return str(given)


def _day(published: str | None) -> str | None:
    if not published:
        return None
    day = iso_date(published)
    if day is None:
        raise DamagedInput(f'"published" is {published[:_SHOWN]!r}, which is no certain date; give it as YYYY-MM-DD')
    return day


def _names(row: dict[str, Any]) -> str:
    return ", ".join(json.dumps(name[:_SHOWN]) for name in list(row)[:8]) or "nothing"


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    names = {dict: "an object", list: "an array", str: "a string", int: "a number", float: "a number"}
    return names.get(type(value), type(value).__name__)
