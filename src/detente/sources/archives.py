"""Web archives (WARC): each page is a report. The day of the crawl is not the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from detente.errors import DamagedInput, EmptyReport, InputError
from detente.sources.decode import decode
from detente.sources.draft import Draft, too_large
from detente.sources.failure import Failure
from detente.sources.html import draft_from_page
from detente.sources.streams import ByteSource

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_KINDS = frozenset({"response", "resource", "conversion"})
_CUT = "the archive is cut short at or after this record; those before it are kept: fetch or copy the file again"
_END = b"\r\n\r\n"  # what every record ends with


def drafts_from_archive(source: ByteSource, path: str, limit: int) -> Iterator[Draft | Failure]:
    """A draft or a failure for each HTML or plain text record, named ``path#n`` from 1."""
    from warcio.archiveiterator import ArchiveIterator

    number = 0
    stream = _Tailed(source)
    try:
        for record in ArchiveIterator(stream):
            if _kind(record) is None:
                continue
            number += 1
            if item := _draft_or_failure(record, f"{path}#{number}", limit):
                yield item
    except Exception as error:  # noqa: BLE001 - the library raises bare errors of many kinds for damaged archives
        if not source.damage:
            reason = _reason(error)
            yield Failure.of(DamagedInput(f"the archive is damaged after {number} pages: {reason}"), path)
        return
    if not source.damage and not stream.tail.endswith(_END):
        yield Failure.of(DamagedInput(_CUT), f"{path}#{number}" if number else path)
    elif number == 0 and not source.damage:
        yield Failure.of(EmptyReport("no HTML or text page in this archive: nothing to read"), path)


class _Tailed:
    """The stream, remembering the last bytes that were read from it."""

    def __init__(self, source: ByteSource) -> None:
        self._stream = source.stream
        self.tail = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, as the stream gives them."""
        data = self._stream.read(size)
        self.tail = (self.tail + data[-len(_END) :])[-len(_END) :]
        return data


def _draft_or_failure(record: Any, where: str, limit: int) -> Draft | Failure | None:
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        data = record.content_stream().read(limit + 1)
        if len(data) > limit:
            raise too_large(limit)
        if getattr(record.raw_stream, "limit", 0) > 0:
            return None  # cut short: reported once, at the end of the archive
        return _draft(record, data, url, where)
    except InputError as error:
        return Failure.of(error, where)


def _draft(record: Any, data: bytes, url: str | None, where: str) -> Draft:
    declared = _charset(record)
    if _kind(record) in _PAGES:
        return draft_from_page(data, url or where, where=where, url=url, declared=declared)
    text, encoding = decode(data, declared=declared)
    return Draft(key=url or where, where=where, text=text, format="text", url=url, encoding=encoding)


def _reason(error: Exception) -> str:
    from warcio.exceptions import ArchiveLoadFailed

    said = str(error).strip().split("\n")[0] if isinstance(error, ArchiveLoadFailed) else ""
    return said[:200] or "a record's headers can't be read; fetch or copy the file again"


def _kind(record: Any) -> str | None:
    """The media type of a record that is a page, else ``None``."""
    if record.rec_type not in _KINDS or (record.http_headers and record.http_headers.get_statuscode() != "200"):
        return None
    kind = _content_type(record).split(";")[0].strip().lower()
    return kind if kind in _PAGES or kind == "text/plain" else None


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _charset(record: Any) -> str | None:
    _, found, name = _content_type(record).lower().partition("charset=")
    return name.split(";")[0].strip(" \"'") or None if found else None
