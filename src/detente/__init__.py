"""Reads crisis news into a cited record.

>>> import detente
>>> record = detente.read("Iran rejected the American demand on Monday.", published="2020-01-08")
>>> [(event.event, event.trigger.text) for event in record.events]
[('REJECT', 'rejected')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.errors import DetenteError
    from detente.ledger.store import Ledger
    from detente.ledger.store import open_ledger as open  # noqa: A004  detente.open, as in shelve and sqlite tools
    from detente.pipeline import Reader, read
    from detente.records import Record, Report
    from detente.settings import Settings

__all__ = ["DetenteError", "Ledger", "Reader", "Record", "Report", "Settings", "open", "read"]

_HOME = {
    "DetenteError": "detente.errors",
    "Ledger": "detente.ledger.store",
    "Reader": "detente.pipeline",
    "Record": "detente.records",
    "Report": "detente.records",
    "Settings": "detente.settings",
    "open": "detente.ledger.store",
    "read": "detente.pipeline",
}
_THERE = {"open": "open_ledger"}  # by what name it goes at home


def __getattr__(name: str) -> Any:
    """The public names, imported when first used, so that ``import detente`` stays quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'detente' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), _THERE.get(name, name))


def __dir__() -> list[str]:
    return sorted(__all__)
