"""What the statement layer hands on: rows tied to the tokens that they came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Sentence, Token
from detente.records import Statement

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """Spans of content as offsets, the token that heads them, and the form that was matched."""

    spans: tuple[Offsets, ...]
    head: Token
    form: str


@dataclass(slots=True, eq=False)
class Said:
    """A statement in the making, and once it is made its ``row``.

    ``head`` governs the content where it is a clause or phrase; ``stance`` and ``commitment`` are those
    of the cue's row; ``form`` names how the content was found.
    """

    sentence: Sentence
    spans: list[Offsets]
    cue: Token | None = None
    cue_last: Token | None = None
    source: Token | None = None
    speaker: str | None = None
    speaker_span: Offsets | None = None
    head: Token | None = None
    stance: str = "speech"
    commitment: str = ""
    form: str = ""
    rule: str = ""
    medium: str | None = None
    addressees: tuple[str, ...] = ()
    negated: bool = False
    because: list[str] = field(default_factory=list)
    made: Statement | None = None

    @property
    def row(self) -> Statement:
        """The finished row; there is one once :func:`statements_of` has returned."""
        if self.made is None:
            raise RuntimeError("the statement is still in the making")
        return self.made

    @property
    def cue_end(self) -> int:
        """Where cue and source end, 0 where there is no cue."""
        if self.cue is None:
            return 0
        beside = self.source is not None and self.source.sent is self.cue.sent
        return max(self.cue.end, self.source.end if beside and self.source is not None else 0)

    @property
    def start(self) -> int:
        """Where the first content span starts."""
        return self.spans[0][0]
