"""What a layout is: a name, what it is for, and how records become text, bytes or files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Literal

from detente.ledger.review import Review
from detente.records import Factuality, Record

Table = Literal["events", "statements", "commitments", "actors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where else an event is told: the merged event, and how many reports, source families and outlets tell it."""

    merged: str
    reports: int
    families: int
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to export, and how.

    ``factualities`` are those of the events that layouts without a column for it hold; ``raw`` leaves cells
    as they are, though a spreadsheet would run some; ``sources`` is by id of a row as read,
    ``reviews`` by id of a report: rows are exported as the reviews leave them.
    """

    table: Table = "events"
    raw: bool = False
    factualities: frozenset[Factuality] = frozenset({"occurred"})
    sources: Mapping[str, Sources] = field(default_factory=dict)
    reviews: Mapping[str, Sequence[Review]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLayout:
    """A layout of one text file; ``write`` yields its pieces in order."""

    name: str
    about: str
    write: Callable[[Iterable[Record], Options], Iterator[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BinaryLayout:
    """A layout of one file of bytes; ``write`` fills the stream and closes nothing."""

    name: str
    about: str
    write: Callable[[Iterable[Record], Options, IO[bytes]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLayout:
    """A layout of many text files; ``write`` yields the name and the text of each."""

    name: str
    about: str
    write: Callable[[Iterable[Record], Options], Iterator[tuple[str, str]]]


Layout = TextLayout | BinaryLayout | FolderLayout
