"""RSS and Atom: each entry is a report."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from detente.errors import DamagedInput, EmptyReport
from detente.sources.calendar_days import iso_day
from detente.sources.draft import Draft
from detente.sources.failure import Failure
from detente.sources.html import text_of_fragment


def drafts_from_feed(data: bytes, path: str) -> Iterator[Draft | Failure]:
    """A draft for each entry, keyed ``path#n`` from 1; then a failure where the feed is malformed."""
    import feedparser

    try:
        parsed = feedparser.parse(io.BytesIO(data))  # as a stream: a string could be taken for an address
    except Exception as error:  # the parser's own bugs with broken feeds
        raise DamagedInput(f"the feed can't be parsed ({type(error).__name__}): fetch it again") from error
    entries = parsed.entries
    for number, entry in enumerate(entries, 1):
        yield _draft(entry, f"{path}#{number}", outlet=parsed.feed.get("title"), encoding=parsed.get("encoding"))
    flaw = _flaw(parsed)
    if not entries and (flaw or not parsed.version):
        yield Failure.of(DamagedInput(f"this is no RSS or Atom feed that can be read{_because(flaw)}"), path)
    elif flaw:
        message = f"the feed is malformed{_because(flaw)}; {len(entries)} entries were read, others may be lost"
        yield Failure.of(DamagedInput(message), path)
    elif not entries:
        yield Failure.of(EmptyReport("the feed has no entries: nothing to read"), path)


def _draft(entry: Any, where: str, *, outlet: str | None, encoding: str | None) -> Draft:
    title = text_of_fragment(entry.get("title", "")) or None
    return Draft(
        key=where,
        where=where,
        text=_body(entry) or title or "",
        format="feed",
        title=title,
        metadata=_day(entry),
        outlet=outlet or None,
        url=entry.get("link") or None,
        encoding=encoding,
    )


def _body(entry: Any) -> str:
    """The longest of what the entry gives: its content, or its summary."""
    given = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    return max((text_of_fragment(markup) for markup in given), key=len)


def _day(entry: Any) -> str | None:
    """The day as the feed writes it, in the outlet's own zone; else as the parser reads it."""
    for name in ("published", "updated"):
        if day := iso_day(entry.get(name) or ""):
            return day
        if moment := entry.get(f"{name}_parsed"):
            return f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}"
    return None


def _flaw(parsed: Any) -> Exception | None:
    """What keeps the feed from being well-formed; a wrongly declared encoding is none."""
    error = parsed.get("bozo_exception")
    return error if parsed.bozo and hasattr(error, "getLineNumber") else None


def _because(flaw: Any) -> str:
    return f" ({flaw.getMessage()} at line {flaw.getLineNumber()})" if flaw else ""
