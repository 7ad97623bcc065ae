"""When an event was, as one report tells it: a stretch of days, as narrow as the report makes it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["Stretch", "is_day", "stretch_of"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
COARSE = 31  # days: a longer stretch tells one event from another no more


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another, both included, as proleptic ordinals; ``is_stated`` where the report gives it."""

    first: int
    last: int
    is_stated: bool

    @property
    def is_coarse(self) -> bool:
        """Whether it is too long to tell events apart: a year."""
        return self.last - self.first >= COARSE

    def apart(self, other: Stretch) -> int:
        """Days between two stretches; 0 where they meet."""
        return max(0, self.first - other.last, other.first - self.last)


def is_day(value: str | None) -> bool:
    """Whether a TIMEX3 value is a calendar day, with a time or without."""
    return bool(value and _DAY.match(value))


@lru_cache(maxsize=65536)
def stretch_of(value: str | None, published: str | None, lag: int) -> Stretch | None:
    """The days that a report's TIMEX3 value means; of none, the days up to the report.

    Args:
        value: the day, week, month or year as read, or None.
        published: the day of the report.
        lag: how many days before the report an event may lie that it gives no day for.

    Returns:
        None where neither tells a day.
    """
    stated = _stated(value) if value else None
    if stated:
        return Stretch(*stated, is_stated=True)
    told = _stated(published) if published else None
    return Stretch(told[0] - lag, told[1], is_stated=False) if told else None


def _stated(value: str) -> tuple[int, int] | None:
    try:
        if _DAY.match(value):
            day = date.fromisoformat(value[:10]).toordinal()
            return day, day
        if week := _WEEK.match(value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday.toordinal(), (monday + timedelta(days=6)).toordinal()
        if month := _MONTH.match(value):
            year, number = int(month[1]), int(month[2])
            return date(year, number, 1).toordinal(), date(year, number, monthrange(year, number)[1]).toordinal()
        if _YEAR.fullmatch(value):
            return date(int(value), 1, 1).toordinal(), date(int(value), 12, 31).toordinal()
    except ValueError:
        return None
    return None
