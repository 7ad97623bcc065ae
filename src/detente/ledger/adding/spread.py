"""What the reports of one event say differently: the spread of days, places, parties and figures, and what can't all be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.ledger.adding.days import is_day
from detente.ledger.adding.results import Contradiction
from detente.ledger.rows import EventRow
from detente.ledger.wording import stems

__all__ = ["contradictions", "figures", "spread"]

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), 1
    )
}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURE = re.compile(
    rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})(?:-|\s+)(?!{_MONTHS})(?P<noun>[a-z][a-z-]+(?:\s+[a-z]+)?)",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:{_MONTHS})\s+$", re.IGNORECASE)
_FIELDS = ("days", "places", "actors", "recipients", "figures")


def figures(text: str) -> dict[str, str]:
    """The counts that a clause gives, by the stem of what is counted: 'arrested 17 crew members' -> {'crew': '17'}."""
    found: dict[str, str] = {}
    for match in _FIGURE.finditer(text):
        if _BEFORE.search(text[: match.start()]):
            continue
        counted = next(iter(stems(match["noun"].split()[0])), None)
        number = match["number"].replace(",", "").lower()
        if counted:
            found.setdefault(counted, str(_NUMBERS.get(number, number)))
    return found


def spread(rows: Sequence[EventRow]) -> dict[str, tuple[str, ...]]:
    """What the rows say by field, each value once, as first told; fields that no row tells are left out."""
    said: dict[str, dict[str, None]] = {name: {} for name in _FIELDS}
    for row in rows:
        if row.date:
            said["days"].setdefault(row.date)
        if row.place:
            said["places"].setdefault(row.place)
        said["actors"].update(dict.fromkeys(row.actors))
        said["recipients"].update(dict.fromkeys(row.recipients))
        said["figures"].update(dict.fromkeys(f"{number} {counted}" for counted, number in figures(row.text).items()))
    return {name: tuple(values) for name, values in said.items() if values}


def contradictions(rows: Sequence[EventRow]) -> tuple[Contradiction, ...]:
    """What two families of reports say of one event that can't both be right, known from the later on.

    Of each family its latest word counts: an update corrects its earlier version and does not contradict it.
    """
    found: dict[tuple[str, str, str], Contradiction] = {}
    latest: dict[str, EventRow] = {}
    for row in rows:
        for other in latest.values():
            if other.family != row.family:
                for name, mine, yours in _differences(other, row):
                    key = (name, min(mine, yours), max(mine, yours))
                    found.setdefault(key, _contradiction(name, other, row, mine, yours))
        latest[row.family] = row
    return tuple(found.values())


def _differences(one: EventRow, other: EventRow) -> Iterator[tuple[str, str, str]]:
    """What differs, as (field, what the earlier says, what the later says)."""
    if {one.factuality, other.factuality} == {"occurred", "negated"}:
        says = {"occurred": "that it occurred", "negated": "that it did not"}
        yield "factuality", says[one.factuality], says[other.factuality]
    if is_day(one.date) and is_day(other.date) and one.date and other.date and one.date[:10] != other.date[:10]:
        yield "date", one.date[:10], other.date[:10]
    if one.place and other.place and one.place.casefold() != other.place.casefold():
        yield "place", one.place, other.place
    mine, yours = figures(one.text), figures(other.text)
    for counted in sorted(mine.keys() & yours.keys()):
        if mine[counted] != yours[counted]:
            yield "figure", f"{mine[counted]} {counted}", f"{yours[counted]} {counted}"


def _contradiction(name: str, one: EventRow, other: EventRow, mine: str, yours: str) -> Contradiction:
    return Contradiction(
        field=name,
        known=other.known,
        rows=(one.id, other.id),
        says=f"{_who(one)} says {mine}, {_who(other)} {yours}",
    )


def _who(row: EventRow) -> str:
    return f"{row.outlet or 'a report'} ({row.published or 'undated'})"
