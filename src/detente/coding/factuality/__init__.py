"""Whether an event happened, by the words around it."""

from __future__ import annotations

from detente.coding.factuality.judge import factuality_of
from detente.coding.factuality.model import Factual

__all__ = ["Factual", "factuality_of"]
