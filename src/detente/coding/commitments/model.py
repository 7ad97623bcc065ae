"""A commitment in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.events import Coded
from detente.coding.statements import Said
from detente.language import Sentence, Token
from detente.records import Kind

Offsets = tuple[int, int]


@dataclass(slots=True, eq=False)
class Draft:
    """Who is bound to what, before conditions and deadlines are read off the sentence.

    ``head`` governs the act; ``specific`` orders drafts of the same act, the greater one kept.
    """

    kind: Kind
    sentence: Sentence
    act: Offsets
    head: Token
    holder: str | None
    addressees: tuple[str, ...]
    rule: str
    specific: int
    hedged: bool = False
    statement: Said | None = None
    event: Coded | None = None  # the event that makes the commitment
    because: list[str] = field(default_factory=list)
    condition: Clause | None = None


@dataclass(slots=True, eq=False)
class Clause:
    """A condition: tokens ``first`` to ``last``, its connective, and what it means."""

    sentence: Sentence
    first: int
    last: int
    connective: str
    polarity: str
    head: Token  # governs the condition
    host: Token | None  # what the condition depends on, where the parse says

    @property
    def span(self) -> Offsets:
        """Offsets of the condition, connective included."""
        tokens = self.sentence.tokens
        return tokens[self.first].start, tokens[self.last].end
