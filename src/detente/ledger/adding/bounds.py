"""The table of bounds, ``bounds.toml``, read once: when two rows are one event, and when two acts are one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

__all__ = ["CommitmentBounds", "EventBounds", "ExpectedBounds", "again_words", "commitment_bounds", "event_bounds", "expected_bounds", "kind_family", "night_words", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBounds:
    """Within what two rows of one PLOVER type tell one event; the table says what each bound is."""

    anchor: Literal["actor", "recipient", "both"]
    days: int
    lag: int
    words: float
    loose: float
    place: Literal["town", "country"]
    persons: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedBounds:
    """The same of events that are expected, and how what occurred is told to be what was expected."""

    words: float
    days: int
    came: float
    ahead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentBounds:
    """When two acts are one, and how long after it was told a commitment may be told again."""

    days: int
    typed: float
    untyped: float
    within: float


@cache
def table() -> dict[str, Any]:
    """The whole table, as it is written."""
    return tomllib.loads(files("detente.ledger.adding").joinpath("bounds.toml").read_text(encoding="utf-8"))


@cache
def event_bounds(event: str) -> EventBounds:
    """The bounds of a PLOVER type; of a type that the table does not name, the default."""
    rows = table()["events"]
    return EventBounds(**rows["default"] | rows.get(event, {}))


@cache
def expected_bounds() -> ExpectedBounds:
    """The bounds of expected events."""
    return ExpectedBounds(**table()["expected"])


@cache
def commitment_bounds() -> CommitmentBounds:
    """The bounds of commitments."""
    return CommitmentBounds(**table()["commitments"])


@cache
def again_words() -> frozenset[str]:
    """Words that tell that an event was not the first of its kind."""
    return frozenset(table()["repeated"]["words"])


@cache
def night_words() -> frozenset[str]:
    """Words that tell that an event was in a night, which belongs to two days."""
    return frozenset(table()["repeated"]["night"])


@cache
def kind_family(kind: str) -> tuple[str, int]:
    """The family of a kind of commitment, and how firm the kind is in it: 'demand' -> ('asks', 1)."""
    for family, kinds in table()["families"].items():
        if kind in kinds:
            return family, kinds.index(kind)
    return kind, 0
