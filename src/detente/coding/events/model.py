"""What the event coder finds: a trigger, the frame it fits, and the arguments with their actors."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Sentence, Token
from detente.records import Dated, Factuality, PlaceRef
from detente.resources.rows import Frame


@dataclass(slots=True, eq=False)
class Coded:
    """One event: the words that trigger it, its type, who takes part, and whether it happened."""

    trigger: Token
    sentence: Sentence
    frame: Frame
    event: str
    mode: str
    arguments: dict[str, tuple[Token, ...]]  # slot of the frame -> head tokens found
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    factuality: Factuality = "occurred"
    factors: tuple[str, ...] = ()  # the words that decide the factuality
    clause: tuple[int, int] = (0, 0)  # first and last token index of the clause, both included
    date: Dated | None = None
    place: PlaceRef | None = None
    statement: str | None = None  # id of the statement that asserts it; None: the report's own voice
    confidence: float = 0.0
    id: str = ""
    words: tuple[Token, ...] = field(default=())  # all tokens of the trigger ('held talks')
    because: str = ""
