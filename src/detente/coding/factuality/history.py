"""Whether a date lies before the news that a report brings, or after it."""

from __future__ import annotations

from datetime import date, timedelta

NEWS_WINDOW = timedelta(days=183)
"""How far back a report's news reaches; what ended earlier is told as background."""


def is_history(value: str, published: str | None) -> bool:
    """Whether the whole of a day, month or year lies more than the news window before a report.

    >>> is_history("2015-03", "2021-07-08"), is_history("2021-04", "2021-07-08")
    (True, False)
    """
    end, day = _last_day(value), _last_day(published or "")
    return end is not None and day is not None and end < day - NEWS_WINDOW


def is_to_come(value: str, published: str | None) -> bool:
    """Whether a date begins after the report's day.

    >>> is_to_come("2021-07-09", "2021-07-08"), is_to_come("2021-07", "2021-07-08")
    (True, False)
    """
    if not published or _last_day(value) is None:
        return False
    size = min(len(value), len(published), 10)
    return value[:size] > published[:size]


def _last_day(value: str) -> date | None:
    """The last day of an ISO 8601 day, month or year; None for anything else."""
    try:
        parts = [int(part) for part in value[:10].split("-")]
        if len(parts) == 1:
            return date(parts[0], 12, 31)
        if len(parts) == 2:
            year, month = parts
            if not 1 <= month <= 12:
                return None
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return date(*parts)
    except (ValueError, TypeError):
        return None
