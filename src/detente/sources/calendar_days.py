"""Days as people and machines write them, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "january february march april may june july august september october november december".split()
)
_ABBREVIATED = {"sept": 9, **{name[:3]: number for number, name in enumerate(MONTHS, 1)}}
_NUMBERS = {**_ABBREVIATED, **{name: number for number, name in enumerate(MONTHS, 1)}}

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
WEEKDAY = r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?"
CLOCK = r"(?:[T ,]\s{0,3}(?:at\s)?[0-9]{1,2}[:.h][0-9]{2}.{0,40})"

_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        # 2022-01-14, 2022/01/14, 2022.01.14, each with or without a time of day
        rf"(?P<y>[0-9]{{4}})(?P<sep>[-/.])(?P<m>[0-9]{{1,2}})(?P=sep)(?P<d>[0-9]{{1,2}}){CLOCK}?",
        # 20220114 and 20220114T120000Z
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:T[0-9]{4}.{0,20})?",
        # 14 January 2022, Fri, 14 Jan 2022 12:00:00 GMT
        rf"(?:{WEEKDAY},?\s+)?(?:the\s)?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-](?P<name>{MONTH}),?[\s-](?P<y>[0-9]{{4}}){CLOCK}?",
        # January 14, 2022
        rf"(?:{WEEKDAY},?\s+)?(?P<name>{MONTH})\s+(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>[0-9]{{4}}){CLOCK}?",
        # 14/01/2022 or 01/14/2022: a day only where one reading alone is possible
        rf"(?P<a>[0-9]{{1,2}})(?P<sep>[-/.])(?P<b>[0-9]{{1,2}})(?P=sep)(?P<y>[0-9]{{4}}){CLOCK}?",
    )
)
_LONGEST = 80


def iso_day(text: str) -> str | None:
    """The day that ``text`` states, as ``YYYY-MM-DD``; ``None`` where it states none, or more than one.

    A time of day may follow and is left out: the day is the one written, in whatever zone.

    >>> iso_day("14 January 2022"), iso_day("2022-01-14T23:30:00-05:00"), iso_day("01/02/2022")
    ('2022-01-14', '2022-01-14', None)
    """
    text = text.strip()
    if not 8 <= len(text) <= _LONGEST:
        return None
    for shape in _SHAPES:
        if found := shape.fullmatch(text):
            return _day_of(found.groupdict())
    return None


def iso_date(text: str) -> str | None:
    """Like :func:`iso_day`, but a month or a year alone is a date too, at its own precision.

    >>> iso_date("2016-09"), iso_date("1962"), iso_date("2022-13")
    ('2016-09', '1962', None)
    """
    found = re.fullmatch(r"(1[6-9]\d\d|2[01]\d\d)(?:-(0[1-9]|1[0-2]))?", text.strip(), re.ASCII)
    return found.group() if found else iso_day(text)


def valid_day(year: int, month: int, day: int) -> str | None:
    """``YYYY-MM-DD`` where the calendar has such a day in the years 1600 to 2199, else ``None``."""
    if not 1600 <= year <= 2199:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_number(name: str) -> int | None:
    """The number of the month that a name or its abbreviation stands for, 1 to 12, else ``None``.

    >>> month_number("Sept."), month_number("May"), month_number("Mayday")
    (9, 5, None)
    """
    return _NUMBERS.get(name.rstrip(".").lower())


def _day_of(parts: dict[str, str]) -> str | None:
    year = int(parts["y"])
    if "name" in parts:
        return valid_day(year, month_number(parts["name"]) or 0, int(parts["d"]))
    if "a" not in parts:
        return valid_day(year, int(parts["m"]), int(parts["d"]))
    first, second = int(parts["a"]), int(parts["b"])
    readings = {valid_day(year, first, second), valid_day(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None
