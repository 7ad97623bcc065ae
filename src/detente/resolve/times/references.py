"""Expressions that point to a time told elsewhere: 'that day', 'at the time', 'now', 'former'."""

from __future__ import annotations

import re

from detente.resolve.times.calendar import PARTS, UNITS, shift
from detente.resolve.times.context import Context, Found, Parts


def now(_: Parts, _context: Context) -> Found:
    """The present."""
    return "DATE", "PRESENT_REF", None


def recent(p: Parts, c: Context) -> Found:
    """The near past or future, without a day."""
    if "soon" in p["t"].lower() and c.direction < 0:
        return None  # 'soon' in a report of the past only orders two events
    return "DATE", "FUTURE_REF" if re.search("soon|future", p["t"].lower()) else "PAST_REF", None


def that_day(p: Parts, c: Context) -> Found:
    """The day, week or year last named, or the one before or after it."""
    words = p.group().lower().split()
    unit = words[-1] if words[-1] in UNITS else "day"
    anchor = c.mentioned or c.published or c.near(unit)
    if anchor is None:
        return "DATE", "XXXX-XX-XX", None
    step = (
        1 if {"following", "next", "after"} & set(words) else -1 if {"previous", "before"} & set(words) else 0
    )
    value = shift(anchor, step, "day" if unit == "night" else unit)
    part = PARTS.get(words[-1])
    if value and part:
        return "TIME", f"{value}T{part}", "text"
    return ("DATE", value, "text") if value else None


def the_day(_: Parts, c: Context) -> Found:
    """'The day' that was told of last, or that of the report."""
    day = c.mentioned or c.published
    return ("DATE", day.isoformat(), "text") if day else ("DATE", "XXXX-XX-XX", None)


def the_time(p: Parts, _: Context) -> Found:
    """'This time' is the present; 'that time', 'the same period' the past that is told of."""
    return "DATE", "PRESENT_REF" if p["rel"].lower() == "this" else "PAST_REF", None


def month_end(p: Parts, c: Context) -> Found:
    """'Month's end': of the month, week or year that was told of last."""
    anchor = c.mentioned or c.published
    value = shift(anchor, 0, p["u"].lower()) if anchor else None
    return ("DATE", value, "text") if value else None


def bare_part(p: Parts, _: Context) -> Found:
    """A part of any day: 'night raids', 'at night', 'in daytime'."""
    part = "DT" if p["part"].lower() == "daytime" else PARTS[p["part"].lower()]
    return "TIME", f"XXXX-XX-XXT{part}", None
