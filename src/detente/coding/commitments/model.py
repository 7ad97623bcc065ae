"""A commitment in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.events import Coded
from detente.coding.statements import Said
from detente.language import Sentence, Token
from detente.records import Kind

Offsets = tuple[int, int]


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
    narrow: bool = False  # a phrase, which sets a condition only of the words that it stands in or beside

    @property
    def span(self) -> Offsets:
        """Offsets of the condition, connective included."""
        tokens = self.sentence.tokens
        return tokens[self.first].start, tokens[self.last].end


@dataclass(slots=True, eq=False)
class Draft:
    """Who is bound to what, before the deadline is read off the sentence.

    ``head`` governs the act; ``specific`` orders drafts of the same act, the greater one kept.
    """

    kind: Kind
    act: Offsets
    head: Token
    holder: str | None
    addressees: tuple[str, ...]
    rule: str
    specific: int
    trigger: Token
    hedged: bool = False
    statement: Said | None = None
    because: list[str] = field(default_factory=list)
    condition: Clause | None = None
    fixed: bool = False  # the condition is known, or known to be absent

    @property
    def sentence(self) -> Sentence:
        """The sentence of the act."""
        return self.head.sent


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that commits somebody, what must stand with it, and where its act is found."""

    id: str
    pos: str
    lemma: str
    particles: tuple[str, ...]
    kind: str
    takes: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Act:
    """A stretch that says what is to be done, its head, and the party named as doing it."""

    span: Offsets
    head: Token
    slot: str
    doer: Token | None = None


__all__ = ["Act", "Clause", "Coded", "Draft", "Offsets", "Predicate"]
