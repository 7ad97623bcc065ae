"""The rows of a ledger as frozen facts: what the store hands to the adding-up and to the views.

Rows *as read* (:class:`EventRow`, :class:`StatementRow`, :class:`CommitmentRow`, :class:`ActorRow`) are the
rows of one report's record, each with the report it stands in. Their ids are content hashes of report,
layer, place in the text and code, so that a row read the same by a newer coder keeps its id. The canonical
order of rows is (:attr:`published`, report, start, id); reports without a day come last.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Factuality, Kind, Polarity
from detente.records.facts import Certainty, Quotation

UNDATED = "9999"  # sorts after every day: a report without a day is known last


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report of a dossier. ``family`` is the report that this one copies or updates, else itself."""

    id: str
    published: str | None
    title: str | None
    outlet: str | None
    url: str | None = None
    key: str = ""
    family: str = ""
    relation: str = "original"
    superseded_by: str | None = None

    @property
    def known(self) -> str:
        """The day from which the ledger knows what it says; :data:`UNDATED` where it gives none."""
        return self.published or UNDATED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What every row as read has: its id, its words, and the report that they stand in."""

    id: str
    local: str  # the row's id within its record, as 'e3'
    report: str
    published: str | None
    outlet: str | None
    family: str  # of the report: rows of one family are one source
    start: int
    end: int
    text: str

    @property
    def known(self) -> str:
        """The day of the report, or :data:`UNDATED`."""
        return self.published or UNDATED

    @property
    def order(self) -> tuple[str, str, int, str]:
        """The row's place in the canonical order of a dossier."""
        return (self.known, self.report, self.start, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(_Read):
    """One event as one report tells it; fields as :class:`detente.records.Event`."""

    trigger: str
    event: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    score: float
    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None  # TIMEX3 value as read
    place: str | None
    place_country: str | None
    factuality: Factuality
    statement: str | None  # id of a StatementRow
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow(_Read):
    """One statement; ``text`` is its content, joined by ' … ' where it has several spans."""

    speaker: str | None
    medium: str | None
    cue: str | None
    quotation: Quotation
    negated: bool
    addressees: tuple[str, ...]
    date: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow(_Read):
    """One demand, offer, threat or the like as one report tells it."""

    kind: Kind
    holder: str | None
    addressees: tuple[str, ...]
    voice: str | None  # who said it: the speaker of its statement
    act: str
    act_event: str | None  # id of the EventRow that codes the act
    act_type: str | None  # PLOVER type of that event
    condition: str | None
    polarity: Polarity | None
    condition_event: str | None
    condition_type: str | None
    deadline: str | None
    certainty: Certainty
    statement: str | None
    rule: str
    place: str | None = None  # of the act, else where it was said
    place_country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor as one report names it, with how often it is mentioned and speaks there."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    sector: str | None
    role: str | None
    report: str
    published: str | None
    mentions: int
    statements: int

    @property
    def known(self) -> str:
        """The day of the report, or :data:`UNDATED`."""
        return self.published or UNDATED
