"""Codes in words: kinds, factuality, days, and where a day is known from."""

from __future__ import annotations

import re
from functools import cache

from detente.records import Event

KINDS = {
    "demand": "Demands",
    "red_line": "Red lines",
    "threat": "Threats",
    "warning": "Warnings",
    "refusal": "Refusals",
    "offer": "Offers",
    "proposal": "Proposals",
    "pledge": "Pledges",
}
FACTUALITY = {
    "occurred": "Happened",
    "future": "Expected",
    "hypothetical": "Only threatened, feared, wanted or supposed",
    "negated": "Did not or will not happen",
    "historical": "Long past",
}
PUBLISHED_FROM = {
    "given": "as given",
    "metadata": "by the page's metadata",
    "url": "by its address",
    "dateline": "by its dateline",
    "unknown": "unknown",
}
POLARITY = {"if": "if", "unless": "unless", "until": "until", "when": "when"}
QUOTATION = {
    "direct": "in the speaker's words",
    "indirect": "in the report's words",
    "mixed": "partly in the speaker's words",
}
CERTAINTY = {"explicit": "explicit", "hedged": "hedged, left open"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(value: str) -> str:
    """A TIMEX3 value in words, at its own precision; what is no day stays as it is.

    >>> day("1997-01-10"), day("1997-01"), day("XXXX-WXX-4"), day("P16M")
    ('10 January 1997', 'January 1997', 'a Thursday, not known which', 'P16M')
    """
    if match := re.fullmatch(r"XXXX-WXX-([1-7])(T.*)?", value):
        return f"a {WEEKDAYS[int(match[1]) - 1]}, not known which"
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d).*)?", value)
    if match is None or not 1 <= int(match[2]) <= 12:
        return value
    date = f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    date = f"{int(match[3])} {date}" if match[3] else date
    return f"{date}, {match[4]}" if match[4] else date


def code(event: Event) -> str:
    """An event's PLOVER type, mode and contexts as a phrase.

    A type alone, as ``THREATEN``; with mode, ``ASSAULT: aerial``.
    """
    mode = f": {event.mode.replace('_', ' ')}" if event.mode else ""
    contexts = f" ({', '.join(event.contexts)})" if event.contexts else ""
    return f"{event.event}{mode}{contexts}"


def count(number: int, thing: str) -> str:
    """The number and the thing: ``1 mention``, ``2 mentions``."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def country(iso: str) -> str:
    """A state's name by its ISO 3166 code, or the code where the tables have none."""
    return _countries().get(iso, iso)


@cache
def _countries() -> dict[str, str]:
    from detente.errors import ResourceError
    from detente.resources.load import table

    try:
        return {row.code: row.name for row in table("states")}
    except (ResourceError, AttributeError):
        return {}
