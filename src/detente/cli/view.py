"""A record as a person looks at it: names for ids, rows by id, paragraphs, sentences, who cites whom."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from detente.cli import words
from detente.records import (
    Actor,
    Commitment,
    Condition,
    Dated,
    Event,
    Furniture,
    Mention,
    Place,
    Record,
    Span,
    Statement,
    Time,
)

Row = Actor | Mention | Place | Time | Statement | Event | Commitment | Furniture
LAYERS = ("commitments", "statements", "events", "actors", "mentions", "places", "times", "furniture")
PLAIN = ("state", "government")  # whom a state's bare name stands for
NOBODY = "someone unnamed"
MARKS = '“”„«»" '
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_SENTENCE_END = re.compile(r"[.!?…]+[”’\"'»)\]]*(?=\s)")


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """Where the words start."""
        ...
    @property
    def end(self) -> int:
        """Where they end."""
        ...
    @property
    def text(self) -> str:
        """The words."""
        ...


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph or sentence, by its offsets."""

    start: int
    end: int


class View:
    """Lookups over one record; builds each index once, when first asked."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.report.text

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every row of every layer by id, in the order of :data:`LAYERS`."""
        return {row.id: row for layer in LAYERS for row in getattr(self.record, layer)}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def mention_counts(self) -> Counter[str]:
        """How often each actor is mentioned."""
        return Counter(mention.actor for mention in self.record.mentions)

    @cached_property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """The non-empty stretches between blank lines, and furniture on its own."""
        return tuple(_paragraphs(self.text, self.record.furniture))

    def name(self, actor: str | None) -> str:
        """What to call an actor: its name, its id where the record has no such actor."""
        if actor is None:
            return NOBODY
        found = self.actors.get(actor)
        if found is None:
            return actor
        shared = self._names[found.name] > 1 and found.kind not in PLAIN
        return f"{found.name} ({found.kind.replace('_', ' ')})" if shared else found.name

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(actor.name for actor in self.record.actors)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Actor, ...]], ...]:
        """Actors by state, the most mentioned first; a state and its government before its people."""
        found: dict[str | None, list[Actor]] = {}
        for actor in self.record.actors:
            found.setdefault(actor.country, []).append(actor)
        count = self.mention_counts
        for actors in found.values():
            actors.sort(key=lambda a: (PLAIN.index(a.kind) if a.kind in PLAIN else len(PLAIN), -count[a.id]))
        order = sorted(found, key=lambda c: (c is None, -sum(count[a.id] for a in found[c])))
        return tuple((self.country(c) if c else "Of no one state", tuple(found[c])) for c in order)

    def names(self, actors: tuple[str, ...]) -> str:
        """Several actors as a phrase: ``A, B and C``."""
        named = [self.name(actor) for actor in actors]
        return " and ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))

    def country(self, iso: str) -> str:
        """A state's name: as the record has it, else as the tables have it, else its code."""
        own = self.actors.get(iso)
        return flat(own.name) if own and own.kind == "state" else words.country(iso)

    def place(self, row: Place) -> str:
        """A place in words: its name, district and country, each once."""
        parts = (flat(row.name), flat(row.admin1 or ""), self.country(row.country) if row.country else "")
        return ", ".join(dict.fromkeys(filter(None, parts)))

    def source(self, statement: str | None) -> str:
        """Who says so: the speaker with the chain that passed it on, or the report itself."""
        row = self.rows.get(statement) if statement else None
        if not isinstance(row, Statement):
            return "in the report's own voice"
        via = f" by way of {self.name(row.medium)}" if row.medium else ""
        return f"said by {self.name(row.speaker)}{via}"

    @staticmethod
    def condition(row: Condition) -> str:
        """The words of a condition after the word that opens it, which is shown apart."""
        opener = f"{row.polarity} "
        return flat(row.text[len(opener) :] if row.text.lower().startswith(opener) else row.text)

    def parties(self, event: Event) -> str:
        """Who did it to whom: ``A → B``; for a joint act ``A and B``."""
        to = f" → {self.names(event.recipients)}" if event.recipients else ""
        return f"{self.names(event.actors) or NOBODY}{to}"

    def sentence(self, span: Spanned) -> Stretch:
        """The sentences that hold a span, within its paragraphs."""
        start = max((p.start for p in self.paragraphs if p.start <= span.start), default=0)
        end = min((p.end for p in self.paragraphs if p.end >= span.end), default=len(self.text))
        ends = [
            m.end()
            for m in _SENTENCE_END.finditer(self.text, start, end)
            if not _ABBREVIATION.search(self.text[start : m.end()])
        ]
        left = max((e for e in ends if e <= span.start), default=start)
        right = min((e for e in ends if e >= span.end), default=end)
        while left < span.start and self.text[left].isspace():
            left += 1
        return Stretch(left, right)

    @cached_property
    def citations(self) -> dict[str, tuple[str, ...]]:
        """For each row, the rows that point to it, in order."""
        found: dict[str, list[str]] = {}
        for row in self.rows.values():
            for target in references(row):
                found.setdefault(target, []).append(row.id)
        return {target: tuple(dict.fromkeys(ids)) for target, ids in found.items()}


def spans(row: Row) -> tuple[Spanned, ...]:
    """The words that a row rests on; an actor has none of its own, its mentions do."""
    if isinstance(row, Actor):
        return ()
    if isinstance(row, Statement):
        return tuple(span for span in (row.speaker_span, row.cue, *row.content) if span)
    return (row,)


def references(row: Row) -> Iterator[str]:
    """The ids of the rows that a row points to."""
    if isinstance(row, Mention):
        yield row.actor
    elif isinstance(row, Statement):
        yield from filter(None, (row.speaker, row.medium, *row.addressees))
    elif isinstance(row, Event):
        yield from filter(None, (*row.actors, *row.recipients, row.statement))
    elif isinstance(row, Commitment):
        condition = row.condition.event if row.condition else None
        yield from filter(None, (row.holder, *row.addressees, row.act.event, condition, row.statement))
    if isinstance(row, Statement | Event):
        yield from filter(None, (row.place.place if row.place else None,))
    dated = (
        row.deadline
        if isinstance(row, Commitment)
        else getattr(row, "time" if isinstance(row, Statement) else "date", None)
    )
    if isinstance(dated, Dated) and dated.time:
        yield dated.time


def _paragraphs(text: str, furniture: tuple[Furniture, ...]) -> Iterator[Stretch]:
    cuts = sorted({0, len(text), *(f.start for f in furniture), *(f.end for f in furniture), *_breaks(text)})
    for start, end in pairwise(cuts):
        body = text[start:end]
        if body.strip():
            yield Stretch(start + len(body) - len(body.lstrip()), start + len(body.rstrip()))


def _breaks(text: str) -> list[int]:
    blank = [m.end() for m in re.finditer(r"\n[ \t\r]*\n\s*", text)]
    return blank or [m.end() for m in re.finditer(r"\n", text)]


def harmless(text: str) -> str:
    r"""The text with characters that command a terminal or reverse a line replaced, one for one.

    >>> harmless("red \x1b[31m")
    'red �[31m'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if _commands(char) else char for char in text)


def flat(text: str) -> str:
    """Harmless and on one line."""
    return " ".join(harmless(text).split())


def _commands(char: str) -> bool:
    if char in "\n\t" or char.isprintable():
        return False
    if "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
        return True
    return unicodedata.category(char) in {"Cc", "Cs"} and char != "\r"


def quoted(span: Span | Spanned) -> str:
    """The words in quotation marks, on one line; marks that stand at their ends already are not doubled."""
    return f"“{flat(span.text).strip(MARKS)}”"
