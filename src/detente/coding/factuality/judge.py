"""The factuality of a predicate or event noun in its sentence."""

from __future__ import annotations

from detente.coding.factuality.model import Factual
from detente.language import Token
from detente.resources import Lexicon


def factuality_of(token: Token, lexicon: Lexicon) -> Factual:
    """Whether what the token reports happened, with the words that decide it."""
    return Factual("occurred")
