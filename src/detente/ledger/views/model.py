"""What the views hand out: frozen rows, pages of them, and the query that asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to ask for; what is None does not matter.

    ``actor`` and ``addressee`` are ids ('RUS' holds for all of Russia) or names; ``kind`` is a kind of commitment
    or a PLOVER type; ``place`` a name or an ISO 3166 alpha-3 code; ``text`` words, "phrases" or beginnings*;
    ``since`` and ``until`` days, both included; ``as_of`` the day whose knowledge is asked for, by default the
    last day of the dossier. ``after`` is the cursor of an earlier page.
    """

    actor: str | None = None
    addressee: str | None = None
    kind: str | None = None
    state: str | None = None
    place: str | None = None
    text: str | None = None
    factuality: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Some rows in order, the cursor of the rows that follow (None at the end), and the day it is as of."""

    rows: tuple[Row, ...]
    after: str | None = None
    as_of: str | None = None

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The words of one report that a row rests on, in their sentence and paragraph."""

    row: str
    report: str
    key: str
    title: str | None
    outlet: str | None
    published: str | None
    relation: str  # of the report to its family: original, copy, update …
    start: int
    end: int
    text: str
    sentence: str = ""
    paragraph: str = ""
    rule: str = ""
    because: str = ""
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a merged event and a merged commitment share: who tells it, from when to when."""

    id: str
    known: str | None  # day of the first report
    last: str | None  # day of the last report
    reports: int
    families: int  # of reports: copies count once
    outlets: int
    place: str | None
    place_country: str | None
    contradictions: tuple[str, ...]
    rows: tuple[str, ...]  # ids of the rows as read
    cited: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(Told):
    """One event, however many reports tell it."""

    day: str | None
    event: str
    mode: str | None
    quad: str
    score: float
    factuality: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A state, the day from which it is known, the row that shows it and why."""

    state: str
    known: str | None
    row: str | None
    why: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView(Told):
    """One demand, offer, threat or the like, with its state on the day asked for and how it came there."""

    kind: str
    holder: str | None
    voices: tuple[str, ...]
    addressees: tuple[str, ...]
    act: str
    act_type: str | None
    act_event: str | None  # id of the merged event that codes the act
    condition: str | None
    polarity: str | None
    condition_type: str | None
    condition_event: str | None
    deadline: str | None
    certainty: str
    firmness: tuple[tuple[str, str], ...]
    state: str
    states: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """An actor over all reports known on a day; ``spoke`` is the day of its first statement."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    known: str | None
    last: str | None
    spoke: str | None
    reports: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is new between two days, both included: the brief of a morning."""

    since: str
    as_of: str | None
    reports: int
    commitments: tuple[CommitmentView, ...]
    repeated: tuple[CommitmentView, ...]
    states: tuple[CommitmentView, ...]
    deadlines: tuple[CommitmentView, ...]
    contradictions: tuple[tuple[str, str, str], ...]  # row id, layer, what is said
    events: tuple[EventView, ...]
    voices: tuple[ActorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row, every report of it, and what hangs on it."""

    id: str
    layer: str
    row: EventView | CommitmentView | ActorView | None
    citations: tuple[Citation, ...]
    reviews: tuple[dict[str, object], ...] = ()
