"""A record as flat rows, each with an id of its own and the report it stands in."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Any

from detente.ledger.rows import ActorRow, CommitmentRow, EventRow, StatementRow
from detente.records import Commitment, Event, Record, Statement

_DIGITS = 20  # hex digits of an id: 80 bits, so that a million rows hardly ever share one


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRecord:
    """The rows of one record."""

    events: tuple[EventRow, ...]
    statements: tuple[StatementRow, ...]
    commitments: tuple[CommitmentRow, ...]
    actors: tuple[ActorRow, ...]


def row_id(prefix: str, *parts: object) -> str:
    """A short content hash: ``ev-…``, ``st-…``, ``co-…``; the same parts give the same id.

    >>> row_id("ev", "a", 1) == row_id("ev", "a", 1) != row_id("ev", "a1")
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    digest = hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:_DIGITS]}"


def flatten(record: Record) -> FlatRecord:
    """The events, statements, commitments and actors of a record, in its own order.

    A row's id is the hash of its report, its place in the text and its code; rows that agree in all of that
    are numbered. The family of every row is its own report until families are known.
    """
    return _Flattening(record).rows()


class _Flattening:
    """One record on its way to rows."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.taken: Counter[str] = Counter()
        self.event_ids = {e.id: self._fresh("ev", e.start, e.end, e.trigger.start, e.event) for e in record.events}
        self.events = {e.id: e for e in record.events}
        self.spans = {s.id: _extent(s) for s in record.statements}
        self.statement_ids = {s.id: self._fresh("st", *self.spans[s.id], s.speaker) for s in record.statements}
        self.statements = {s.id: s for s in record.statements}

    def rows(self) -> FlatRecord:
        """All of them."""
        return FlatRecord(
            events=tuple(map(self._event, self.record.events)),
            statements=tuple(map(self._statement, self.record.statements)),
            commitments=tuple(map(self._commitment, self.record.commitments)),
            actors=self._actors(),
        )

    def _fresh(self, prefix: str, *parts: object) -> str:
        made = row_id(prefix, self.record.report.id, *parts)
        self.taken[made] += 1
        count = self.taken[made]
        return made if count == 1 else row_id(prefix, self.record.report.id, *parts, f"#{count}")

    def _common(self) -> dict[str, Any]:
        report = self.record.report
        return {
            "report": report.id,
            "published": report.published,
            "outlet": report.outlet,
            "family": report.id,
        }

    def _event(self, event: Event) -> EventRow:
        return EventRow(
            **self._common(),
            id=self.event_ids[event.id],
            local=event.id,
            start=event.start,
            end=event.end,
            text=event.text,
            trigger=event.trigger.text,
            event=event.event,
            mode=event.mode,
            contexts=event.contexts,
            quad=event.quad,
            score=event.score,
            cameo=event.cameo,
            actors=event.actors,
            recipients=event.recipients,
            date=event.date.value if event.date else None,
            place=event.place.name if event.place else None,
            place_country=event.place.country if event.place else None,
            factuality=event.factuality,
            statement=self.statement_ids.get(event.statement or ""),
            rule=event.rule,
            confidence=event.confidence,
        )

    def _statement(self, said: Statement) -> StatementRow:
        start, end = self.spans[said.id]
        return StatementRow(
            **self._common(),
            id=self.statement_ids[said.id],
            local=said.id,
            start=start,
            end=end,
            text=" … ".join(span.text for span in said.content),
            speaker=said.speaker,
            medium=said.medium,
            cue=said.cue.text if said.cue else None,
            quotation=said.quotation,
            negated=said.negated,
            addressees=said.addressees,
            date=said.time.value if said.time else None,
            rule=said.rule,
        )

    def _commitment(self, row: Commitment) -> CommitmentRow:
        act = self.events.get(row.act.event or "")
        limit = row.condition
        said = self.statements.get(row.statement or "")
        place = (act.place if act else None) or (said.place if said else None)
        return CommitmentRow(
            **self._common(),
            id=self._fresh("co", row.start, row.end, row.act.start, row.kind, row.holder),
            local=row.id,
            start=row.start,
            end=row.end,
            text=row.text,
            kind=row.kind,
            holder=row.holder,
            addressees=row.addressees,
            voice=said.speaker if said else None,
            act=row.act.text,
            act_event=self.event_ids.get(row.act.event or ""),
            act_type=act.event if act else None,
            condition=limit.text if limit else None,
            polarity=limit.polarity if limit else None,
            condition_event=self.event_ids.get(limit.event or "") if limit else None,
            condition_type=self._type(limit.event if limit else None),
            deadline=row.deadline.value if row.deadline else None,
            certainty=row.certainty,
            statement=self.statement_ids.get(row.statement or ""),
            rule=row.rule,
            place=place.name if place else None,
            place_country=place.country if place else None,
        )

    def _type(self, event: str | None) -> str | None:
        found = self.events.get(event or "")
        return found.event if found else None

    def _actors(self) -> tuple[ActorRow, ...]:
        mentions = Counter(m.actor for m in self.record.mentions)
        spoken = Counter(s.speaker for s in self.record.statements)
        report = self.record.report
        return tuple(
            ActorRow(
                id=actor.id,
                name=actor.name,
                aliases=actor.aliases,
                kind=actor.kind,
                country=actor.country,
                sector=actor.sector,
                role=actor.role,
                report=report.id,
                published=report.published,
                mentions=mentions[actor.id],
                statements=spoken[actor.id],
            )
            for actor in self.record.actors
        )


def _extent(said: Statement) -> tuple[int, int]:
    """From the first to the last character of what a statement rests on."""
    spans = [(span.start, span.end) for span in (*said.content, said.cue, said.speaker_span) if span is not None]
    return min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0)
