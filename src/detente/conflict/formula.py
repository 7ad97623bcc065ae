"""What can be said of a state: which options are taken, joined by NOT, AND, OR, IF and IFF.

A state is a whole number: the sum of 2^i over the options i that are taken. A formula is true or false
of each state; preferences and infeasible patterns are made of formulas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np

from detente.conflict.arrays import Codes, Flags

__all__ = ["And", "Formula", "If", "Iff", "Match", "Not", "Or", "holds", "options_in", "pattern", "taken", "truth"]


@dataclass(frozen=True, slots=True)
class Match:
    """True where the options in ``cares`` are taken as ``taken`` says (bit sets over the options)."""

    cares: int
    taken: int


@dataclass(frozen=True, slots=True)
class Not:
    """True where the part is false."""

    part: Formula


@dataclass(frozen=True, slots=True)
class And:
    """True where all parts are; of no parts, everywhere."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True where any part is; of no parts, nowhere."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class If:
    """``then IF condition``: false only where the condition holds and ``then`` does not."""

    then: Formula
    condition: Formula


@dataclass(frozen=True, slots=True)
class Iff:
    """True where both sides are true or both false."""

    left: Formula
    right: Formula


Formula = Match | Not | And | Or | If | Iff


def taken(option: int) -> Match:
    """The formula that says that the option of this index is taken."""
    return Match(1 << option, 1 << option)


def pattern(text: str) -> Match:
    """The formula of a pattern such as ``Y-N``: a letter an option, in order; ``-`` is either.

    Raises:
        ValueError: a letter is none of Y, N, -.
    """
    if set(text) - set("YN-"):
        raise ValueError(f"{text!r} is no pattern of Y, N and -")
    yes = sum(1 << i for i, letter in enumerate(text) if letter == "Y")
    no = sum(1 << i for i, letter in enumerate(text) if letter == "N")
    return Match(yes | no, yes)


def truth(formula: Formula, codes: Codes) -> Flags:
    """Whether the formula holds in each of these states; same shape as ``codes``."""
    match formula:
        case Match(cares, yes):
            kind = codes.dtype.type
            found: Flags = np.equal(codes & kind(cares), kind(yes))
            return found
        case Not(part):
            return ~truth(part, codes)
        case And(parts):
            return reduce(np.logical_and, (truth(p, codes) for p in parts), np.ones(codes.shape, np.bool_))
        case Or(parts):
            return reduce(np.logical_or, (truth(p, codes) for p in parts), np.zeros(codes.shape, np.bool_))
        case If(then, condition):
            return truth(then, codes) | ~truth(condition, codes)
        case Iff(left, right):
            same: Flags = truth(left, codes) == truth(right, codes)
            return same


def holds(formula: Formula, code: int) -> bool:
    """Whether the formula holds in one state."""
    match formula:
        case Match(cares, yes):
            return code & cares == yes
        case Not(part):
            return not holds(part, code)
        case And(parts):
            return all(holds(p, code) for p in parts)
        case Or(parts):
            return any(holds(p, code) for p in parts)
        case If(then, condition):
            return holds(then, code) or not holds(condition, code)
        case Iff(left, right):
            return holds(left, code) == holds(right, code)


def options_in(formula: Formula) -> int:
    """The options that the formula speaks of, as a bit set."""
    match formula:
        case Match(cares, _):
            return cares
        case Not(part):
            return options_in(part)
        case And(parts) | Or(parts):
            return reduce(int.__or__, map(options_in, parts), 0)
        case If(one, other) | Iff(one, other):
            return options_in(one) | options_in(other)
