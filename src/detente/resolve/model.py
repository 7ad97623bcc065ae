"""What the resolvers hand to the coders: rows tied to the tokens they came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Sentence, Token
from detente.records import Actor, MentionForm, Place, Time


@dataclass(slots=True, eq=False)
class Reference:
    """A mention: tokens ``first`` to ``last`` (both included) of a sentence, and whom it means."""

    sentence: Sentence
    first: int
    last: int
    head: Token  # the token that the rest of the sentence is attached to
    actor: str
    form: MentionForm
    rule: str


@dataclass(slots=True, eq=False)
class Timed:
    """A time expression: tokens ``first`` to ``last`` of a sentence, and its row."""

    sentence: Sentence
    first: int
    last: int
    row: Time


@dataclass(slots=True, eq=False)
class Located:
    """A place name: tokens ``first`` to ``last`` of a sentence, and its row."""

    sentence: Sentence
    first: int
    last: int
    row: Place


@dataclass(slots=True, eq=False)
class Cast:
    """Who is who in one report."""

    actors: dict[str, Actor] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)  # in text order
    by_token: dict[Token, Reference] = field(default_factory=dict)  # every token of every reference
    groups: dict[Token, tuple[str, ...]] = field(default_factory=dict)  # 'both sides', 'they': the several they mean
    reserve: dict[str, Actor] = field(default_factory=dict)  # whom people speak for, where the text does not name it
    officers: dict[str, str] = field(default_factory=dict)  # people by id, and the body whose officers the report calls them ('its chairman')
    text: str = ""  # the report's, which the mentions slice

    def at(self, token: Token) -> str | None:
        """The actor whose mention this token belongs to."""
        found = self.by_token.get(token)
        return found.actor if found else None

    def country(self, actor: str | None) -> str | None:
        """The state (alpha-3) that an actor belongs to."""
        row = self.actors.get(actor or "")
        return row.country if row else None
