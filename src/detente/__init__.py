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
    from detente.pipeline import Reader, read
    from detente.records import Record, Report
    from detente.settings import Settings

__all__ = ["DetenteError", "Reader", "Record", "Report", "Settings", "read"]

_HOME = {
    "DetenteError": "detente.errors",
    "Reader": "detente.pipeline",
    "Record": "detente.records",
    "Report": "detente.records",
    "Settings": "detente.settings",
    "read": "detente.pipeline",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when first used, so that ``import detente`` stays quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'detente' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
