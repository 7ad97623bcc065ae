"""Events: a table of frames matched on the dependency tree, with actors and factuality."""

from __future__ import annotations

from detente.coding.events.announced import announced, renumbered
from detente.coding.events.model import Coded
from detente.coding.events.read import events_of
from detente.coding.events.rows import event_rows

__all__ = ["Coded", "announced", "event_rows", "events_of", "renumbered"]
