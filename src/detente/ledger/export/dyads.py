"""Events as other event data have them: only those of given factualities, on a day, one row a pair of parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from detente.ledger.export.layout import Options, Sources
from detente.ledger.export.view import View, country_of, views
from detente.ledger.rows import EventRow
from detente.records import Actor, Event, Place, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party with what is known of it."""

    id: str
    name: str
    country: str | None
    sector: str | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as one report tells it, on a day (ISO 8601), with its place where that is located."""

    view: View
    row: EventRow
    event: Event
    day: str
    place: Place | None
    sources: Sources

    def party(self, actor: str) -> Party:
        """A party of the event."""
        known: Actor | None = self.view.actors.get(actor)
        return Party(
            id=actor,
            name=known.name if known else actor,
            country=country_of(actor, known),
            sector=known.sector if known else None,
            role=known.role if known else None,
        )


def told(records: Iterable[Record], options: Options) -> Iterator[Told]:
    """The events of the factualities asked for that have a day; the others can't be told in these layouts."""
    for view in views(records, options):
        for row, event in view.events():
            day = view.event_day(event)
            if day is None or event.factuality not in options.factualities:
                continue
            sources = options.sources.get(row.id) or Sources(merged=row.id, reports=1, families=1, outlets=1)
            yield Told(view=view, row=row, event=event, day=day, place=view.located(event.place), sources=sources)


def pairs(event: Event) -> Iterator[tuple[str | None, str | None]]:
    """Source and target of each row of an event.

    Symmetric events, which have actors only, give both directions of each pair; a side that nobody is named
    for is None.

    >>> from types import SimpleNamespace as Some
    >>> list(pairs(Some(actors=("A", "B"), recipients=())))
    [('A', 'B'), ('B', 'A')]
    >>> list(pairs(Some(actors=("A",), recipients=("B", "C"))))
    [('A', 'B'), ('A', 'C')]
    """
    if len(event.actors) > 1 and not event.recipients:
        yield from permutations(event.actors, 2)
    else:
        yield from product(event.actors or (None,), event.recipients or (None,))
