"""A ledger, opened: its dossiers, and what each of them holds and answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select

from detente.errors import UsageError
from detente.ledger.dossier import Dossier
from detente.ledger.engine import open_engine, reading
from detente.ledger.schema import Dossier as Row

__all__ = ["Dossier", "Ledger", "open_ledger"]


class Ledger:
    """One database of dossiers; close it, or use it in a ``with`` statement."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def dossiers(self) -> list[str]:
        """The names of the dossiers, in order."""
        with reading(self.engine) as connection:
            return list(connection.scalars(select(Row.name).order_by(Row.name)))

    def dossier(self, name: str | None = None) -> Dossier:
        """A dossier by name; without a name, the only one there is.

        Raises:
            UsageError: there is no such dossier, or there are several and none was named.
        """
        names = self.dossiers()
        if name is None and len(names) == 1:
            name = names[0]
        if name is None:
            known = f"there are {len(names)}: {', '.join(names)}" if names else "there is none yet"
            raise UsageError(f"name a dossier with --dossier; {known}")
        with reading(self.engine) as connection:
            number = connection.scalar(select(Row.no).where(Row.name == name))
        if number is None:
            raise UsageError(f"no dossier {name!r}; there {_listed(names)}")
        return Dossier(self.engine, name, number)

    def __iter__(self) -> Iterator[Dossier]:
        return (self.dossier(name) for name in self.dossiers())


def open_ledger(db: str | Path | None = None, *, create: bool = False) -> Ledger:
    """The ledger at a file or URL; without one, of DETENTE_DATABASE_URL or ``detente.db``.

    Args:
        db: a SQLite file, or ``postgresql://user@host/name``.
        create: make it where there is none.

    Raises:
        UsageError: there is no ledger there.
        LedgerError: it can't be opened.
        NewerLedger: a later version of detente made it.
    """
    return Ledger(open_engine(db, create=create))


def _listed(names: list[str]) -> str:
    if not names:
        return "is none yet"
    return ("is " if len(names) == 1 else "are ") + ", ".join(names)
