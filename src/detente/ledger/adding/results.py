"""What the adding-up yields: merged events and commitments, contradictions, changes of state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

State = Literal["open", "partly met", "met", "refused", "triggered", "carried out", "lapsed", "withdrawn"]
Firmness = Literal["first", "same", "firmer", "softer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What two or more reports of one row say that can't all be right, known from the later report on."""

    field: str
    known: str
    rows: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEvent:
    """One event and the rows that tell it, in canonical order.

    ``spread`` lists what they say, by field; ``expected`` are ids of merged events by which earlier reports
    expected or feared it.
    """

    id: str
    members: tuple[str, ...]
    event: str
    mode: str | None
    quad: str
    score: float
    factuality: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    day: str | None
    place: str | None
    place_country: str | None
    text: str
    text_row: str
    spread: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedCommitment:
    """One demand, offer, threat or the like and the rows that tell it, in canonical order."""

    id: str
    members: tuple[str, ...]
    kind: str
    holder: str | None
    voices: tuple[str, ...]
    addressees: tuple[str, ...]
    act: str
    act_row: str
    act_type: str | None
    condition: str | None
    polarity: str | None
    condition_type: str | None
    deadline: str | None
    certainty: str
    firmness: tuple[tuple[str, Firmness], ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """A state from the day on which it became known; ``row`` is the row as read that shows it."""

    state: State
    day: str
    row: str | None
    why: str
    rule: str
