"""The judgement on an event."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Factuality


@dataclass(frozen=True, slots=True)
class Factual:
    """Whether it happened, and the words that say so."""

    value: Factuality
    factors: tuple[str, ...] = ()
    hedged: bool = False
