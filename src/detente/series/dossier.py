"""The series of a dossier: its answers, put into the pure functions of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from detente.errors import UsageError
from detente.ledger.engine import reading
from detente.ledger.views.model import EventView, Page
from detente.ledger.views.moment import actor_named, checked_day
from detente.ledger.views.paging import MOST
from detente.ledger.views.series import watched
from detente.series.tension import Tension, tension
from detente.series.watch import PENDING, Watch, conditions_closer, deadlines_near

if TYPE_CHECKING:
    from detente.ledger.dossier import Dossier

Row = TypeVar("Row")


def dossier_tension(
    dossier: Dossier,
    first: str,
    second: str,
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    penalty: float = 1.0,
) -> Tension:
    """The tension of two parties in a dossier, each by id ('RUS' holds for all of Russia) or by name.

    Raises:
        UsageError: there is no such actor, a day is none, or both are one.
    """
    for day, where in ((since, "--from"), (until, "--to")):
        if day is not None:
            checked_day(day, where)
    with reading(dossier.engine) as connection:
        one, other = (actor_named(connection, dossier.number, name, "tension") for name in (first, second))
    if one == other:
        raise UsageError(f"{first!r} and {second!r} are one actor: tension is between two")
    events = dossier.dyad(one, other, since=since, until=until, as_of=as_of)
    reported = dossier.reported(since=since, until=until, as_of=as_of)
    return tension((one, other), events, reported, penalty=penalty)


def dossier_watch(dossier: Dossier, *, as_of: str | None = None, within: int = 3, back: int = 7) -> Watch:
    """What to watch in a dossier.

    Args:
        dossier: which.
        as_of: the day; by default the last that a report of the dossier gives.
        within: days from then to a deadline.
        back: days before then from which on events are held against conditions.

    Raises:
        UsageError: a day that is none, or no report of the dossier gives one.
    """
    day = as_of or dossier.ledger(limit=1).as_of
    if day is None:
        raise UsageError("no report of this dossier gives a day: say which with --as-of", where=dossier.name)
    today = date.fromisoformat(checked_day(day, "--as-of"))
    since, until = (today - timedelta(days=back)).isoformat(), (today + timedelta(days=within)).isoformat()
    with reading(dossier.engine) as connection:
        commitments = watched(connection, dossier.number, day, until, as_of)
    wanted = sorted({each.condition_event for each in commitments if each.condition_event and each.state in PENDING})
    conditions = {name: row for name in wanted if isinstance(row := dossier.show(name, as_of).row, EventView)}
    return Watch(
        as_of=day,
        deadlines=deadlines_near(commitments, day, within),
        conditions=conditions_closer(commitments, _all(dossier.timeline, since=since, as_of=as_of), conditions),
    )


def _all(view: Callable[..., Page[Row]], **filters: str | None) -> Iterator[Row]:
    """The rows of all pages of a view."""
    after: str | None = None
    while True:
        page = view(limit=MOST, after=after, **filters)
        yield from page
        after = page.after
        if after is None:
            return
