"""The judgement on an event."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.records import Factuality


@dataclass(frozen=True, slots=True)
class Factual:
    """Whether it happened, and the words that say so."""

    value: Factuality
    factors: tuple[str, ...] = ()
    hedged: bool = False


@dataclass(slots=True)
class Verdict:
    """A judgement in the making, while the rules walk from the event up to the root."""

    value: Factuality = "occurred"
    factors: list[str] = field(default_factory=list)
    hedged: bool = False

    def set(self, value: Factuality, why: str, *, hedged: bool = False) -> None:
        """Notes a new value with the words that ask for it."""
        self.value = value
        self.hedged = self.hedged or hedged
        self.factors.append(why)
