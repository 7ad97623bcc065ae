"""Pages by filters: the filter that leaves fewest rows drives the query, the others are held against each row.

So a page costs as much as its narrowest filter at most, on either database, whatever its planner knows of the
tables. Words that few rows have drive; words that many rows have are looked for in the rows, latest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.orm import aliased

from detente.ledger.load import chunks
from detente.ledger.schema import Party
from detente.ledger.sentences import folded
from detente.ledger.views.paging import Asked, Column, cursor, paged
from detente.ledger.views.search import Search

LAST = "9998-12-31~"  # after every day, and before the mark of a report without one
FEW = 3000  # rows: a filter that leaves so few is as good as any; sentences: words that so few have are listed
MANY = 40_000  # rows: filters that leave more are not told apart
WALKED = 12_000  # rows that are looked through for a common word before all that have it are listed
TRIED = 2_000  # rows after which the words found so far tell whether so many will do

Found = list[tuple[str, str]]  # days and ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A condition on merged rows.

    ``where`` leaves rows of the table of ``day`` and ``row`` that stand together in one of its indexes, in the order
    of pages; ``further`` leaves some of these. ``holds`` is the same for a row of another table.
    """

    day: Column
    row: Column
    known: Column
    where: tuple[ColumnElement[bool], ...]
    further: tuple[ColumnElement[bool], ...] = ()
    holds: Callable[[Column, Column], ColumnElement[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The days of a page, both included, and the day by which rows were known, where that is another question.

    ``after`` is the cursor of the page before.
    """

    first: str | None
    last: str | None
    known: str | None = None
    after: str | None = None


def found_rows(
    connection: Connection, filters: Sequence[Filter], every: Filter, bounds: Bounds, *, limit: int, search: Search | None
) -> Found:
    """Days and ids of the rows of a page, and of one more where others follow.

    Args:
        connection: that reads.
        filters: all of which must hold.
        every: the rows of the dossier, without a condition.
        bounds: of days.
        limit: rows of the page.
        search: words that a report of the row must have.

    Raises:
        UsageError: the cursor is none, or the limit is out of bounds.
    """
    driver, others = _driver(connection, list(filters), every, bounds)
    if search is None:
        return _page(connection, driver, others, bounds, limit)
    named = search.few(connection, FEW)
    if named is not None:
        return _among(connection, named, [*filters], every, bounds, limit)
    return _searched(connection, search, (driver, others), bounds, limit)


def own(table: Any, day: str, dossier: int, **columns: str) -> Filter:
    """Columns of the merged rows themselves have these values; ``day`` names the column that orders pages."""

    def holds(_day: Column, row: Column) -> ColumnElement[bool]:
        other = aliased(table)  # the row itself may be of this table
        same = select(other.id).where(other.dossier == dossier, other.id == row)
        return same.where(*(getattr(other, name) == value for name, value in columns.items())).exists()

    values = (getattr(table, name) == value for name, value in columns.items())
    return Filter(
        day=getattr(table, day), row=table.id, known=table.known, where=(table.dossier == dossier, *values), holds=holds
    )


def of_party(dossier: int, layer: str, actor: str, part: str = "", kind: str | None = None) -> Filter:
    """An actor is a party to the row, in a part or in any: one step into the key for each row.

    The type or kind of the row stands beside its parties, so that rows of others are not even looked up.
    """

    def holds(day: Column, row: Column) -> ColumnElement[bool]:
        other = aliased(Party)
        key = (other.dossier == dossier, other.layer == layer, other.actor == actor)
        same = select(other.row).where(*key, other.day == day, other.row == row)
        return same.where(other.parts.contains(part)).exists() if part else same.exists()

    return Filter(
        day=Party.day,
        row=Party.row,
        known=Party.known,
        where=(Party.dossier == dossier, Party.layer == layer, Party.actor == actor),
        further=(*((Party.parts.contains(part),) if part else ()), *((Party.kind == kind,) if kind else ())),
        holds=holds,
    )


def place_column(place: str) -> dict[str, str]:
    """The column and value of a place: three capitals are a state's code, all else is a name."""
    return {"place_country": place} if len(place) == 3 and place.isupper() else {"place_key": folded(place)}


def _driver(
    connection: Connection, filters: list[Filter], every: Filter, bounds: Bounds
) -> tuple[Filter, list[Filter]]:
    """The filter that leaves fewest rows within the days, and the others, those that leave fewer first."""
    if len(filters) < 2:
        return (filters or [every])[0], []
    for most in (FEW, MANY):
        sizes = [_size(connection, each, bounds, most) for each in filters]
        if min(sizes) <= most:
            break
    order = sorted(range(len(filters)), key=lambda number: (sizes[number], number))
    return filters[order[0]], [filters[number] for number in order[1:]]


def _size(connection: Connection, each: Filter, bounds: Bounds, most: int) -> int:
    """How many rows a filter leaves, counted to one more than ``most``."""
    rows = select(each.row).where(*each.where, *_within(each.day, bounds)).limit(most + 1).subquery()
    return connection.scalar(select(func.count()).select_from(rows)) or 0


def _within(day: Column, bounds: Bounds) -> Iterator[ColumnElement[bool]]:
    if bounds.first is not None:
        yield day >= bounds.first
    if bounds.last is not None:
        yield day <= bounds.last


def _page(
    connection: Connection,
    driver: Filter,
    others: Sequence[Filter],
    bounds: Bounds,
    limit: int,
    search: Search | None = None,
) -> Found:
    """The rows of a page; as of a day, those that lay ahead then come first, and have an index of their own."""
    asked = select(driver.day, driver.row).where(*driver.where, *driver.further, *_within(driver.day, bounds))
    asked = asked.where(*(each.holds(driver.day, driver.row) for each in others))
    if search is not None:
        asked = asked.where(driver.row.in_(search.rows(connection)))
    if bounds.known is None:
        return _run(connection, asked, driver, bounds, limit)
    asked = asked.where(driver.known <= bounds.known)
    found = _run(connection, asked.where(driver.day > driver.known, driver.day > bounds.known), driver, bounds, limit)
    if len(found) <= limit:
        found += _run(connection, asked.where(driver.day <= bounds.known), driver, bounds, limit)
    return found[: limit + 1]


def _run(connection: Connection, asked: Asked, driver: Filter, bounds: Bounds, limit: int) -> Found:
    query = paged(asked, driver.day, driver.row, after=bounds.after, limit=limit)
    return [(day, row) for day, row in connection.execute(query)]


def _among(
    connection: Connection, ids: Sequence[str], filters: Sequence[Filter], every: Filter, bounds: Bounds, limit: int
) -> Found:
    """The rows of a page that are among a few by id."""
    found: Found = []
    for some in chunks(ids):
        asked = select(every.day, every.row).where(*every.where, every.row.in_(some), *_within(every.day, bounds))
        asked = asked.where(*(each.holds(every.day, every.row) for each in filters))
        if bounds.known is not None:
            asked = asked.where(every.known <= bounds.known)
        found += _run(connection, asked, every, bounds, limit)
    return sorted(found, reverse=True)[: limit + 1]


def _searched(
    connection: Connection, search: Search, chosen: tuple[Filter, list[Filter]], bounds: Bounds, limit: int
) -> Found:
    """The rows of a page that have common words: looked for in the latest, then listed where those are too few."""
    found: Found = []
    walked = 0
    for some in _portions(connection, *chosen, bounds):
        having = search.among(connection, [row for _, row in some])
        found += islice((each for each in some if each[1] in having), limit + 1 - len(found))
        walked += len(some)
        if len(found) > limit:
            return found
        if walked >= TRIED and walked * (limit + 1) > WALKED * len(found):
            return _page(connection, *chosen, bounds, limit, search)
    return found


def _portions(connection: Connection, driver: Filter, others: Sequence[Filter], bounds: Bounds) -> Iterator[Found]:
    """The rows that the filters leave, in the order of pages, in portions that grow."""
    size = 400
    while True:
        some = _page(connection, driver, others, bounds, size)
        yield some[:size]
        if len(some) <= size:
            return
        bounds = replace(bounds, after=cursor(*some[size - 1]))
        size = min(2 * size, 3200)
