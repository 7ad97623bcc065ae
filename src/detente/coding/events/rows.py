"""Coded events -> rows of the record."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.model import Coded
from detente.language import Document
from detente.records import Event
from detente.resources import Lexicon


def event_rows(coded: Sequence[Coded], document: Document, lexicon: Lexicon) -> tuple[Event, ...]:
    """The rows of coded events, ``e1`` and on, in text order."""
    return ()
