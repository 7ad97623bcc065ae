"""What a clause amounts to, and whom it is about."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Kind


@dataclass(frozen=True, slots=True)
class Force:
    """What a clause amounts to, how surely, and the words that say so."""

    kind: Kind
    hedged: bool
    because: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a clause is about: the speaker's side, another party, or nobody named."""

    own: bool
    party: bool
    passive: bool  # a passive without an agent
    conditional: bool = False  # a condition hangs on the clause
    awaiting: bool = False  # something else must come first
    author: bool = False  # the clause is in the voice of a speech's author, who speaks to all
