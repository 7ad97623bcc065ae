"""A conflict model in the making: every part of it cites the claims that it rests on, or is a question."""

from __future__ import annotations

from dataclasses import dataclass

from detente.framing.claims import Claim, Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """A decision maker: the root of its actor ids, its name, and the claims that it holds or is addressed by."""

    root: str
    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An option: who owns it, its words, every deed that it stands for, and the claims that speak of it."""

    key: str
    owner: str
    deed: Deed
    others: tuple[Deed, ...]
    claims: tuple[Claim, ...]
    irreversible: bool
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A preference statement of a decision maker, how firm it is (the firmest comes first), how certain, and why.

    One without claims is not from the news: the analyst has asked for it to be assumed.
    """

    maker: str
    statement: str
    firmness: float
    certainty: float
    claims: tuple[Claim, ...]
    because: str
    day: str = ""
    condition: bool = False  # inferred from what a threat or an offer depends on


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Two options that can't both be taken, and why."""

    keys: tuple[str, str]
    because: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What could not be decided, for the analyst; ``about``: the option (its key) whose usual cost would answer it."""

    asks: str
    claims: tuple[Claim, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All parts of a model, in the order in which they are written."""

    title: str
    source: str = ""
    makers: tuple[Maker, ...]
    choices: tuple[Choice, ...]
    exclusions: tuple[Exclusion, ...]
    wishes: tuple[Wish, ...]
    questions: tuple[Question, ...]
