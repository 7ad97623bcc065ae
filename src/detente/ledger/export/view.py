"""A record as exports see it: its rows with their ids in a ledger, its actors and places by id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.ledger.export.layout import Options
from detente.ledger.flatten import FlatRecord, flatten
from detente.ledger.review import Review, applied
from detente.ledger.review.apply import verdicts
from detente.ledger.review.records import revised
from detente.ledger.rows import EventRow
from detente.records import Actor, Event, Place, PlaceRef, Record

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")


class View:
    """One record, opened for exports."""

    def __init__(self, record: Record, reviews: Sequence[Review] = ()) -> None:
        flat = flatten(record)
        self.record = revised(record, flat, verdicts(flat, reviews)) if reviews else record
        self.report = record.report
        self.flat: FlatRecord = applied(flat, reviews) if reviews else flat
        self.actors: dict[str, Actor] = {actor.id: actor for actor in record.actors}
        self.places: dict[str, Place] = {place.id: place for place in record.places}
        self.row_ids: dict[str, str] = {
            row.local: row.id for rows in (self.flat.events, self.flat.statements, self.flat.commitments) for row in rows
        }

    def events(self) -> Iterator[tuple[EventRow, Event]]:
        """Each event as a flat row and as read."""
        return zip(self.flat.events, self.record.events, strict=True)

    def name(self, actor: str | None) -> str | None:
        """The name of an actor; its id where the record has no such actor."""
        return self.actors[actor].name if actor in self.actors else actor

    def names(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The names of actors, in order."""
        return tuple(self.name(actor) or "" for actor in actors)

    def located(self, ref: PlaceRef | None) -> Place | None:
        """The place that a reference names, with its coordinates."""
        return self.places.get(ref.place or "") if ref else None

    def day(self, value: str | None) -> str | None:
        """The day of a TIMEX3 value (``2022-01-14``, ``2022-01-14T09:00``); None where it is no single day."""
        found = _DAY.match(value or "")
        return found.group() if found else None

    def event_day(self, event: Event) -> str | None:
        """The day of an event: its own date, the report's where it has none; None where that is no single day."""
        return self.day(event.date.value if event.date else self.report.published)


def views(records: Iterable[Record], options: Options) -> Iterator[View]:
    """Each record, opened, as its reviews leave it."""
    return (View(record, options.reviews.get(record.report.id, ())) for record in records)


def country_of(actor: str, known: Actor | None) -> str | None:
    """The ISO alpha-3 code of an actor: as read, else the root of its id where that is one.

    >>> country_of("RUS/GOV", None), country_of("NATO", None), country_of("---/MIL/x", None)
    ('RUS', None, None)
    """
    if known is not None:
        return known.country
    root = actor.split("/", 1)[0]
    return root if len(root) == 3 and root.isalpha() and root.isupper() else None
