"""Whether a row of a table holds at a report's date."""

from __future__ import annotations

from typing import Any


def holds(row: Any, day: str | None) -> bool:
    """Whether a row's ``from_`` … ``to`` contains a day; dates of less precision hold throughout.

    Rows without dates always hold. Without a day only what has not ended holds.

    >>> from types import SimpleNamespace as Row
    >>> holds(Row(from_="1922", to="1991-12-26"), "1962-10-23"), holds(Row(from_="1922", to="1991"), None)
    (True, False)
    """
    start, end = getattr(row, "from_", ""), getattr(row, "to", "")
    if day is None:
        return not end
    return (not start or day[: len(start)] >= start[: len(day)]) and (not end or day[: len(end)] <= end[: len(day)])
