"""What series are read from: the events of each pair of states, and how many events occurred each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from detente.ledger.load import chunks
from detente.ledger.schema import DayCount, Event, Pair
from detente.ledger.watchers import lineage, root

Days = Counter[tuple[str, str]]  # events that occurred, by the day of the event and the day they became known


def put_pairs(
    connection: Connection, rows: Iterable[Mapping[str, Any]], parts: Mapping[str, Mapping[str, Sequence[str]]]
) -> None:
    """Write the pairs of states of each event that occurred.

    Args:
        connection: that writes.
        rows: the columns of the events.
        parts: the parties of each event by its id and by the letter of the part, 'a' or 'r'.
    """
    names = ("dossier", "day", "known", "event", "mode", "score", "families", "text")
    out = [
        {name: row[name] for name in names} | {"row": row["id"], "one": one, "other": other, "sides": sides}
        for row in rows
        if row["factuality"] == "occurred"
        for one, other, sides in sides_of(parts[row["id"]])
    ]
    if out:
        connection.execute(insert(Pair), out)


def sides_of(parts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """The pairs of states of which at least one acts, in order, each with the parts of both.

    A state is a pair with itself where two of its bodies take part.

    >>> list(sides_of({"a": ["RUS/GOV"], "r": ["USA", "GBR"]}))
    [('GBR', 'RUS', 'r a'), ('RUS', 'USA', 'a r')]
    """
    named = {each for part in parts for actor in parts[part] for each in lineage(actor)}
    leaves = Counter(root(actor) for actor in named if not any(each.startswith(f"{actor}/") for each in named))
    held = {name: "".join(sorted(part for part in parts if name in map(root, parts[part]))) for name in leaves}
    for one, other in combinations_with_replacement(sorted(held), 2):
        if (one != other or leaves[one] > 1) and "a" in held[one] + held[other]:
            yield one, other, f"{held[one]} {held[other]}"


def days_of(connection: Connection, dossier: int, ids: Sequence[str]) -> Days:
    """The events with these ids that occurred, counted by their days."""
    found: Days = Counter()
    for some in chunks(ids):
        query = select(Event.day, Event.known).where(
            Event.dossier == dossier, Event.id.in_(some), Event.factuality == "occurred"
        )
        found.update((row.day, row.known) for row in connection.execute(query))
    return found


def recount(connection: Connection, dossier: int, before: Days, after: Days) -> None:
    """Bring the counts by day from what these events were to what they are."""
    for day, known in sorted(before.keys() | after.keys()):
        step = after[day, known] - before[day, known]
        if not step:
            continue
        mine = (DayCount.dossier == dossier, DayCount.day == day, DayCount.known == known)
        if not connection.execute(update(DayCount).where(*mine).values(events=DayCount.events + step)).rowcount:
            connection.execute(insert(DayCount).values(dossier=dossier, day=day, known=known, events=step))
        connection.execute(delete(DayCount).where(*mine, DayCount.events == 0))
