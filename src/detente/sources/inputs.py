"""Files, folders and streams to reports: the one door through which text comes in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from detente.errors import DamagedInput, DetenteError, EmptyReport, InputError
from detente.records import Report
from detente.sources.archives import drafts_from_archive
from detente.sources.decode import appears_to_be, decode
from detente.sources.discovery import files_of, unreadable
from detente.sources.draft import Draft, report_from, too_large
from detente.sources.failure import Failure
from detente.sources.feeds import drafts_from_feed
from detente.sources.formats import format_of
from detente.sources.html import draft_from_page
from detente.sources.jsonl import drafts_from_lines
from detente.sources.options import InputOptions
from detente.sources.streams import ByteSource

Drafts = Iterator[Draft | Failure]


def reports_from(
    paths: Sequence[str], options: InputOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | Failure]:
    """Every report that the paths hold, in order, and a failure for each that can't be read.

    Args:
        paths: files, folders, or ``-`` for the standard input.
        options: what holds for all of them.
        stdin: what ``-`` reads, the process's own standard input by default.

    Yields:
        Reports and failures as they are met; nothing is read before it is asked for, and nothing is raised.
    """
    options = options or InputOptions()
    for path in paths:
        for name in files_of(path) if path != "-" else ("-",):
            if isinstance(name, Failure):
                yield name
            else:
                yield from _reports_of(name, options, stdin)


def _reports_of(path: str, options: InputOptions, stdin: BinaryIO | None) -> Iterator[Report | Failure]:
    try:
        if path == "-":
            yield from _reports_in(stdin or sys.stdin.buffer, path, options)
        else:
            with open(path, "rb") as stream:  # noqa: PTH123 - Path("") would mean the current folder
                yield from _reports_in(stream, path, options)
    except (OSError, ValueError) as error:
        yield Failure.of(error if isinstance(error, DetenteError) else unreadable(error), path)


def _reports_in(stream: BinaryIO, path: str, options: InputOptions) -> Iterator[Report | Failure]:
    source = ByteSource(stream)
    for draft in _drafts_in(source, path, options):
        yield _finished(draft, options)
    if source.damage:
        yield Failure.of(DamagedInput(source.damage), path)


def _finished(draft: Draft | Failure, options: InputOptions) -> Report | Failure:
    if isinstance(draft, Failure):
        return draft
    try:
        return report_from(draft, options)
    except InputError as error:
        return Failure.of(error, draft.where)


def _drafts_in(source: ByteSource, path: str, options: InputOptions) -> Drafts:
    head = source.head()
    kind = format_of(path, head) if options.format == "auto" else options.format
    if appears_to_be(head) and kind in {"jsonl", "warc", "feed"}:
        kind = "text"  # whose reader says what it is instead
    if kind == "jsonl":
        return drafts_from_lines(source, path, options.max_bytes)
    if kind == "warc":
        return drafts_from_archive(source, path, options.max_bytes)
    return _whole(source, path, options.max_bytes, _READERS[kind])


def _whole(source: ByteSource, path: str, limit: int, reader: Callable[[bytes, str], Drafts]) -> Drafts:
    """What a reader makes of the whole file, where that is within the limit."""
    try:
        data = source.read_up_to(limit)
        if data is None:
            raise too_large(limit)
        if not data and source.damage:
            return
        if not data.strip():
            raise EmptyReport("the file is empty: nothing to read" if not data else "the file is blank: nothing to read")
        yield from reader(data, path)
    except InputError as error:
        yield Failure.of(error, path)


def _text(data: bytes, path: str) -> Drafts:
    text, encoding = decode(data)
    yield Draft(key=path, where=path, text=text, format="text", encoding=encoding)


def _page(data: bytes, path: str) -> Drafts:
    yield draft_from_page(data, path, where=path)


_READERS: dict[str, Callable[[bytes, str], Drafts]] = {"text": _text, "html": _page, "feed": drafts_from_feed}
