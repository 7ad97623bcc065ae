"""Pages by key: a page starts after the last row of the one before, however deep it lies."""

from __future__ import annotations

import base64
import json
from typing import Any

from sqlalchemy import Select, and_, or_

from detente.errors import UsageError

MOST = 10_000
Asked = Select[*tuple[Any, ...]]  # for a day and the id of a row, in this order
Column = Any  # a mapped column; SQLAlchemy has several types for one


def cursor(day: str, row: str) -> str:
    """The cursor after a row."""
    return base64.urlsafe_b64encode(json.dumps([day, row]).encode()).decode().rstrip("=")


def position(text: str) -> tuple[str, str]:
    """The day and row that a cursor stands for.

    Raises:
        UsageError: it is none.
    """
    try:
        day, row = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError as error:
        raise UsageError(f"{text!r} is no cursor; take the one that the page before gave", where="--after") from error
    return str(day), str(row)


def paged(query: Asked, day: Column, row: Column, *, after: str | None, limit: int) -> Asked:
    """The rows of a page, latest day first, and one more to tell whether others follow.

    Raises:
        UsageError: the cursor is none, or the limit is out of bounds.
    """
    if not 1 <= limit <= MOST:
        raise UsageError(f"a page has from 1 to {MOST:,} rows, not {limit}", where="--limit")
    if after:
        last_day, last_row = position(after)
        query = query.where(and_(day <= last_day, or_(day < last_day, row < last_row)))
    return query.order_by(day.desc(), row.desc()).limit(limit + 1)
