"""The day that an answer is as of, and the actors that a question names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import Connection, func, select

from detente.errors import UsageError
from detente.ledger.rows import UNDATED
from detente.ledger.schema import Actor, Party, Reading

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What was known then: reports up to ``known`` count, and deadlines are held against ``day``."""

    known: str
    day: str

    @property
    def shown(self) -> str | None:
        """The day; None where no report of the dossier gives one."""
        return None if self.day == UNDATED else self.day


def moment(connection: Connection, dossier: int, as_of: str | None) -> Moment:
    """The end of a day; without one, of the last day that a report of the dossier gives.

    Raises:
        UsageError: it is no day.
    """
    if as_of is not None:
        checked_day(as_of, "--as-of")
        return Moment(known=as_of, day=as_of)
    last = connection.scalar(
        select(func.max(Reading.known)).where(Reading.dossier == dossier, Reading.known < UNDATED)
    )
    return Moment(known=UNDATED, day=last or UNDATED)


def checked_day(day: str, where: str) -> str:
    """The day.

    Raises:
        UsageError: it is none.
    """
    if not _DAY.fullmatch(day):
        raise UsageError(f"{day!r} is no day; give it as YYYY-MM-DD, e.g. 2022-01-14", where=where)
    return day


def dated(day: str | None) -> str | None:
    """The day; None for the mark of a report without one."""
    return None if day == UNDATED else day


def actor_named(connection: Connection, dossier: int, wanted: str, where: str = "--actor") -> str:
    """The id of an actor, by id or by any of its names.

    Raises:
        UsageError: there is none or there are several of this name; says which come near.
    """
    known = select(Party.actor).where(Party.dossier == dossier, Party.actor == wanted)
    if any(connection.scalar(known.where(Party.layer == layer).limit(1)) for layer in ("events", "commitments")):
        return wanted
    rows = connection.execute(select(Actor.id, Actor.name, Actor.body).where(Actor.dossier == dossier)).all()
    if any(row.id == wanted for row in rows):
        return wanted
    names: dict[str, set[str]] = {}
    for row in rows:
        for name in {row.name, row.id, *row.body["aliases"]}:
            names.setdefault(name.casefold(), set()).add(row.id)
    found = sorted(names.get(wanted.casefold(), ()))
    exact = [row.id for row in rows if row.name.casefold() == wanted.casefold()]
    found = exact if len(exact) == 1 else found
    top = min(found, key=len, default="")
    if found and all(f"{each}/".startswith(f"{top}/") for each in found):
        return top  # the state, where its bodies go by its name too
    if found:
        raise UsageError(f"{wanted!r} could be {', '.join(found)}: give the id", where=where)
    near = get_close_matches(wanted.casefold(), names, 3)
    hint = f"; near: {', '.join(sorted(names[near[0]]))}" if near else "; 'detente actors' lists them"
    raise UsageError(f"no actor {wanted!r} in this dossier{hint}", where=where)
