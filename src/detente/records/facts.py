"""The rows of a record, as frozen dataclasses.

Offsets are half-open and count Unicode code points of ``Report.text``; for every span
``report.text[start:end] == text``. Days are ISO 8601 at the precision that the report gives
(``1991``, ``1991-01``, ``1991-01-15``), values of times follow TIMEX3.
Source: the record contract (``docs/reference/record.md``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PublishedFrom = Literal["given", "metadata", "url", "dateline", "unknown"]
FurnitureReason = Literal["promotion", "teaser", "navigation", "source-line", "caption", "separator"]
ActorKind = Literal[
    "person", "state", "government", "military", "party", "armed_group", "igo", "ngo", "company", "media", "group"
]
MentionForm = Literal["name", "metonym", "demonym", "nominal", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeRole = Literal["event", "deadline", "duration", "reference"]
Quotation = Literal["direct", "indirect", "mixed"]
Factuality = Literal["occurred", "future", "hypothetical", "negated", "historical"]
Kind = Literal["demand", "proposal", "offer", "pledge", "threat", "warning", "refusal", "red_line"]
Polarity = Literal["if", "unless", "until", "when"]
Certainty = Literal["explicit", "hedged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of ``Report.text`` and the words it holds."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """What made the record: the same three and the same text give the same bytes."""

    version: str
    model: str
    lexicon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as it was read. ``id`` is a hash of text, title, outlet and day."""

    id: str
    key: str
    title: str | None
    published: str | None
    published_from: PublishedFrom
    language: str
    outlet: str | None
    url: str | None
    text: str
    encoding: str | None = None
    format: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A line of the page that is not the report: kept, named, and never coded."""

    id: str
    start: int
    end: int
    text: str
    reason: FurnitureReason
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or speaks, with the reason for the answer."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names or points to an actor."""

    id: str
    start: int
    end: int
    text: str
    actor: str
    form: MentionForm
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place name with its coordinates (WGS 84 degrees) and country."""

    id: str
    start: int
    end: int
    text: str
    name: str
    country: str | None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    rule: str = ""
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression, by TIMEX3 type and value."""

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    anchor: str | None = None
    role: TimeRole = "reference"
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that mark an attribution, with their lemma."""

    start: int
    end: int
    text: str
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day, month, year or other TIMEX3 value with the words that give it, where any do."""

    value: str
    text: str | None = None
    time: str | None = None  # id of the row in ``Record.times``


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """Where something was said or done: a row of ``Record.places`` by id, and its country."""

    country: str | None
    name: str
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a source says: its content, cue and chain of speaker and medium."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    medium: str | None = None
    cue: Cue | None
    content: tuple[Span, ...]
    quotation: Quotation
    negated: bool = False
    addressees: tuple[str, ...] = ()
    time: Dated | None = None
    place: PlaceRef | None = None
    rule: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, by PLOVER, and whether it happened."""

    id: str
    start: int
    end: int
    text: str
    trigger: Span
    event: str
    mode: str | None
    contexts: tuple[str, ...] = ()
    quad: str
    score: float
    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: Dated | None = None
    place: PlaceRef | None = None
    factuality: Factuality
    statement: str | None = None
    rule: str
    confidence: float
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What is demanded, offered or threatened; ``event`` is the row that codes the act."""

    start: int
    end: int
    text: str
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """On what a commitment depends."""

    start: int
    end: int
    text: str
    connective: str
    polarity: Polarity
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A demand, offer, threat or the like: who is bound, to whom, to what, on what condition."""

    id: str
    start: int
    end: int
    text: str
    kind: Kind
    holder: str | None
    addressees: tuple[str, ...] = ()
    act: Act
    condition: Condition | None = None
    deadline: Dated | None = None
    certainty: Certainty = "explicit"
    statement: str | None = None
    rule: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that reading one report yields; every row cites the words that it rests on."""

    schema: str = "detente/record/1"
    coder: Coder
    report: Report
    furniture: tuple[Furniture, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
