"""The rows of the word tables, one frozen dataclass a table.

A column is text; a ``tuple`` column holds several values divided by ``|``; a ``bool`` column says
``yes`` or nothing; a ``float`` column may be empty (``None``); one with a default may be left out. What each column means is written in
the ``*.toml`` beside the tables, for the linguist who wants to add a row.
"""

from __future__ import annotations

from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory of ISO 3166-1, or an ended one of ISO 3166-3."""

    code: str
    name: str
    names: Words
    adjectives: Words
    people: Words
    capital: str
    capitals: Words
    from_: str
    to: str
    successor: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metonym:
    """A palace, ministry or nickname that stands for one particular body."""

    phrase: str
    country: str
    body: str
    sector: str
    kind: str
    actor: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """A generic organ or group ('foreign ministry', 'rebels') that takes its state from context."""

    phrase: Words
    sector: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An international body, armed group, party, NGO or company."""

    id: str
    name: str
    aliases: Words
    descriptions: Words
    kind: str
    country: str
    sector: str
    members: Words
    from_: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A news agency, newspaper, broadcaster or platform."""

    id: str
    name: str
    aliases: Words
    country: str
    kind: str
    speaks_for: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region, sea, strait, river, base or disputed area that the city gazetteer lacks."""

    name: str
    names: Words
    kind: str
    country: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title that stands before a name or in apposition to it."""

    title: str
    sector: str
    kind: str
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who held an office from when to when; an alias with ``=`` is the family name."""

    name: str
    aliases: Words
    country: str
    body: str
    office: str
    sector: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRow:
    """A word that introduces what somebody says, and the complements it takes."""

    id: str
    pos: str
    lemma: Words
    particle: Words
    takes: Words
    stance: str
    commitment: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Connective:
    """A word or construction that sets a condition."""

    connective: str
    polarity: str
    form: str
    note: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWord:
    """A word that marks a deadline, start or duration."""

    pattern: str
    kind: str
    note: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """A modal verb or phrase, its force, and what it makes of the event in its scope."""

    modal: str
    force: str
    factuality: str
    certainty: str
    negated: str
    note: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """A word that negates what stands in its scope."""

    word: str
    kind: str
    note: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A verb, noun or adjective with its arguments, and the PLOVER event it codes."""

    id: str
    pos: str
    lemma: Words
    particle: Words
    object: Words
    subject: Words
    event: str
    mode: str
    contexts: Words
    actor: Words
    recipient: Words
    symmetric: bool
    commitment: str
    act: Words
    addressee: Words
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedder:
    """A predicate that decides whether the event embedded in it happened."""

    id: str
    pos: str
    lemma: Words
    particle: Words
    complement: Words
    effect: str
    certainty: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Committing:
    """A word that makes a commitment, with what must stand beside it; kind 'none' bars a sense of ``cues.csv``."""

    lemma: str
    pos: str
    particle: Words
    takes: Words
    kind: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActClass:
    """A class of words by what they do to another party, or by what can be done with what they name."""

    class_: str
    lemmas: Words
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """PLOVER quad class and conflict-cooperation score (-10 to +10) of an event type and mode."""

    event: str
    mode: str
    quad: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudo:
    """A fixed phrase in which a trigger word is no event ('trade war', 'Peace Prize')."""

    phrase: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FurniturePattern:
    """A line of site furniture, by regular expression."""

    id: str
    reason: str
    regex: str
    whole: bool
