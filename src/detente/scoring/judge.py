"""One record held against one annotated case: what was found, what was right, what must not be there.

* found: a row of the right sort overlaps the quoted span by at least half of it (events: at all);
* right: every field that gold gives agrees as well.

Where several rows qualify, the best counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from detente.records import Actor, Commitment, Event, Record, Statement
from detente.scoring.gold import Ban, Case, Item

Span = tuple[int, int]
HALF, MOST = 0.5, 0.8  # the share of a gold span to be covered; of furniture more, since a kept half-line is coded


class Stretch(Protocol):
    """Anything with half-open offsets."""

    @property
    def start(self) -> int:
        """The first offset."""

    @property
    def end(self) -> int:
        """The offset after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a gold item: ``wrong`` names the fields that disagree; ``row`` is the id of the row taken."""

    item: Item
    found: bool
    wrong: tuple[str, ...] = ()
    row: str | None = None

    @property
    def right(self) -> bool:
        """Whether it was found with every field right."""
        return self.found and not self.wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case with its verdicts, the bans that were broken, and the record."""

    case: Case
    verdicts: tuple[Verdict, ...]
    broken: tuple[Ban, ...]
    record: Record


def judge(case: Case, record: Record) -> Judged:
    """The verdict on each item of the case, in order."""
    view = _View(record)
    finders: dict[str, Callable[[Item], Verdict]] = {
        "furniture": view.furniture, "actors": view.actor, "places": view.place, "dates": view.date,
        "statements": view.statement, "events": view.event, "commitments": view.commitment,
    }  # fmt: skip
    verdicts = tuple(finders[item.layer](item) for item in case.items)
    return Judged(case=case, verdicts=verdicts, broken=tuple(b for b in case.bans if view.broken(b)), record=record)


class _View:
    """A record seen from a case: spans of quotes, names of actors."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.report.text
        self.actors = {actor.id: actor for actor in record.actors}

    def locate(self, quote: str) -> Span:
        """Where the quote stands."""
        at = self.text.index(quote)
        return at, at + len(quote)

    def names(self, actor: str | None) -> set[str]:
        """All the names by which gold may refer to an actor: ``RUS``, ``RUS/GOV``, ``IGO``, ``Lavrov``."""
        return _names(self.actors[actor]) if actor in self.actors else set()

    def missing(self, field: str, wanted: Iterable[str] | None, got: Sequence[str | None]) -> list[str]:
        """The field by name where a wanted actor is not among those got."""
        have = [self.names(actor) for actor in got]
        return [] if all(any(name in names for names in have) for name in wanted or ()) else [f"{field} {list(got)}"]

    def furniture(self, item: Item) -> Verdict:
        """A line is found where most of it is furniture."""
        return Verdict(item=item, found=_covers(self.record.furniture, self.locate(item.quote), MOST))

    def actor(self, item: Item) -> Verdict:
        """An actor by last name or any name that gold may use."""
        last = item.quote.split()[-1]
        hits = [a for a in self.record.actors if last == a.name.split()[-1] or item.quote in _names(a)]
        return _best(item, hits, lambda a: [] if set(item.wanted["is"]) & _names(a) else [f"is {sorted(_names(a))}"])

    def place(self, item: Item) -> Verdict:
        """A place by its words, with its country."""
        hits = [p for p in self.record.places if p.text in item.quote or item.quote in p.text]
        return _best(item, hits, lambda p: [] if p.country == item.wanted["country"] else [f"country {p.country}"])

    def date(self, item: Item) -> Verdict:
        """A time expression that overlaps, with its value."""
        hits = [t for t in self.record.times if _overlap(t, self.locate(item.quote))]
        return _best(item, hits, lambda t: [] if t.value == item.wanted["value"] else [f"value {t.value}"])

    def statement(self, item: Item) -> Verdict:
        """A statement whose content covers half of the quote."""
        hits = [s for s in self.record.statements if _covers(s.content, self.locate(item.quote), HALF)]
        return _best(item, hits, lambda s: self._wrong_statement(s, item.wanted))

    def event(self, item: Item) -> Verdict:
        """An event of the type at these words."""
        target = self.locate(item.quote)
        near = [e for e in self.record.events if _overlap(e, target) or _overlap(e.trigger, target)]
        hits = [e for e in near if e.event in item.wanted["event"]]
        if not hits and near:
            return Verdict(item=item, found=False, wrong=tuple(f"event {e.event} ({e.trigger.text})" for e in near))
        return _best(item, hits, lambda e: self._wrong_event(e, item.wanted))

    def commitment(self, item: Item) -> Verdict:
        """A commitment of the kind whose act covers half of the quote."""
        near = [c for c in self.record.commitments if _covers([c.act], self.locate(item.quote), HALF)]
        hits = [c for c in near if c.kind in item.wanted["kind"]]
        if not hits and near:
            return Verdict(item=item, found=False, wrong=tuple(f"kind {c.kind}" for c in near))
        return _best(item, hits, lambda c: self._wrong_commitment(c, item.wanted))

    def _wrong_statement(self, row: Statement, wanted: dict[str, Any]) -> list[str]:
        medium = wanted.get("medium")
        return [
            *([] if set(wanted["speaker"]) & self.names(row.speaker) else [f"speaker {row.speaker}"]),
            *([] if row.quotation in wanted["quotation"] else [f"quotation {row.quotation}"]),
            *([] if medium is None or set(medium) & self.names(row.medium) else [f"medium {row.medium}"]),
        ]

    def _wrong_event(self, row: Event, wanted: dict[str, Any]) -> list[str]:
        date, place = row.date and row.date.value, row.place and row.place.country
        return [
            *self.missing("actors", wanted.get("actors"), row.actors),
            *self.missing("recipients", wanted.get("recipients"), row.recipients),
            *_differs("factuality", wanted, row.factuality),
            *([f"date {date}"] if "date" in wanted and date != wanted["date"] else []),
            *([f"place {place}"] if "place" in wanted and place != wanted["place"] else []),
        ]

    def _wrong_commitment(self, row: Commitment, wanted: dict[str, Any]) -> list[str]:
        return [
            *self.missing("holder", wanted.get("holder"), [row.holder]),
            *self.missing("addressees", wanted.get("addressees"), row.addressees),
            *_differs("certainty", wanted, row.certainty),
            *self._wrong_condition(row, wanted),
        ]

    def _wrong_condition(self, row: Commitment, wanted: dict[str, Any]) -> list[str]:
        if "condition" not in wanted:
            return []
        got = f"condition {row.condition.text!r}" if row.condition else "no condition"
        if wanted["condition"] is None:
            return [got] if row.condition else []
        met = row.condition is not None and _covers([row.condition], self.locate(wanted["condition"]), HALF)
        return [] if met else [got]

    def broken(self, ban: Ban) -> bool:
        """Whether the record holds what it must not."""
        target = self.locate(ban.quote) if ban.quote and ban.layer != "places" else (0, len(self.text))
        if ban.layer == "places":
            return any(p.text == ban.quote and p.country == ban.wanted.get("country") for p in self.record.places)
        if ban.layer == "statements":
            return any(_covers(s.content, target, HALF) for s in self.record.statements)
        return any(
            e.event in ban.wanted["event"] and e.factuality in ban.wanted["factuality"] and _overlap(e.trigger, target)
            for e in self.record.events
        )


def _names(actor: Actor) -> set[str]:
    short = f"{actor.country}/{actor.sector}" if actor.country and actor.sector else None
    body = "IGO" if actor.kind == "igo" or actor.sector == "IGO" else None
    found = {actor.id, actor.name, actor.name.split()[-1], actor.country, actor.sector, actor.kind, short, body, *actor.aliases}
    return {name for name in found if name}


def _differs(field: str, wanted: dict[str, Any], got: str) -> list[str]:
    return [f"{field} {got}"] if field in wanted and got not in wanted[field] else []


def _overlap(row: Stretch, target: Span) -> int:
    return max(0, min(row.end, target[1]) - max(row.start, target[0]))


def _covers(rows: Iterable[Stretch], target: Span, share: float) -> bool:
    return sum(_overlap(row, target) for row in rows) >= share * (target[1] - target[0])


def _best(item: Item, hits: Sequence[Any], wrong: Callable[[Any], list[str]]) -> Verdict:
    """The verdict on the row with the fewest wrong fields, the first of equals."""
    if not hits:
        return Verdict(item=item, found=False)
    faults, row = min(((wrong(hit), hit) for hit in hits), key=lambda pair: len(pair[0]))
    return Verdict(item=item, found=True, wrong=tuple(faults), row=row.id)
