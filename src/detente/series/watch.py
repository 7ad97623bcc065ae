"""What to watch: deadlines near, and conditions that came closer to being fulfilled.

A condition comes closer when an event of its type and parties is reported that does not settle it:

=========  ==================================================================================
reached    it occurred, between the parties of the condition (an analyst may call it triggered)
in part    it occurred, but one side is another
announced  it is said to come
feared     it is threatened, feared or discussed
=========  ==================================================================================

A type is met by an event of the same mode, or where one of the two has none. Parties agree where the states or bodies that they belong to agree: 'RUS/MIL' is of 'RUS'. A side that the
condition leaves open agrees with anyone. What was told before the commitment, or with it, is no news.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.ledger.rows import UNDATED
from detente.ledger.views.model import CommitmentView, EventView

How = Literal["reached", "in part", "announced", "feared"]
PENDING = frozenset({"open", "partly met", "triggered"})  # states of which something is still to come
_ORDER: tuple[How, ...] = ("reached", "in part", "announced", "feared")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineNear:
    """A pending commitment and the days until its deadline; 0 is the day itself."""

    commitment: CommitmentView
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionCloser:
    """A pending commitment, the event that came close to its condition, and in what way."""

    commitment: CommitmentView
    event: EventView
    how: How
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What to watch as of a day."""

    as_of: str
    deadlines: tuple[DeadlineNear, ...]
    conditions: tuple[ConditionCloser, ...]


def deadlines_near(commitments: Iterable[CommitmentView], as_of: str, within: int) -> tuple[DeadlineNear, ...]:
    """Pending commitments whose deadline is a day no more than ``within`` days after ``as_of``, nearest first."""
    today = date.fromisoformat(as_of)
    found = [
        DeadlineNear(commitment=each, days=(limit - today).days)
        for each in commitments
        if each.state in PENDING and (limit := _day(each.deadline)) and 0 <= (limit - today).days <= within
    ]
    return tuple(sorted(found, key=lambda near: (near.days, near.commitment.id)))


def conditions_closer(
    commitments: Sequence[CommitmentView], events: Iterable[EventView], conditions: Mapping[str, EventView]
) -> tuple[ConditionCloser, ...]:
    """Conditions of pending commitments that an event came close to, the closest first.

    Args:
        commitments: those of the dossier.
        events: the events to hold against them.
        conditions: the events that code conditions, by id; they are no evidence themselves.
    """
    pending = [each for each in commitments if each.state in PENDING and each.condition_event in conditions]
    found = []
    for event in events:
        if event.id in conditions:
            continue
        for commitment in pending:
            how = _how(event, conditions[commitment.condition_event or ""], commitment)
            if how:
                found.append(ConditionCloser(commitment=commitment, event=event, how=how, why=_why(how, event, commitment)))
    return tuple(sorted(found, key=lambda closer: (_ORDER.index(closer.how), closer.commitment.id, closer.event.id)))


def _how(event: EventView, condition: EventView, commitment: CommitmentView) -> How | None:
    """How an event came close to a condition, if it did."""
    if not _alike(event, condition) or event.id == commitment.act_event or not _later(event, commitment):
        return None
    sides = (_agree(condition.actors, event.actors), _agree(condition.recipients, event.recipients))
    if event.factuality == "occurred" and any(sides):
        return "reached" if all(sides) else "in part"
    if not all(sides):
        return None
    ways: dict[str, How] = {"future": "announced", "hypothetical": "feared"}
    return ways.get(event.factuality)


def _alike(event: EventView, condition: EventView) -> bool:
    """Whether an event is of the condition's type, and of its mode where both have one."""
    return event.event == condition.event and (event.mode is None or condition.mode in {None, event.mode})


def _later(event: EventView, commitment: CommitmentView) -> bool:
    """Whether an event is news: told after the commitment was first, of a day no earlier; without days it may be."""
    if commitment.known is None:
        return True
    return (event.known or UNDATED) > commitment.known and (event.day or UNDATED) >= commitment.known


def _agree(wanted: Sequence[str], got: Sequence[str]) -> bool:
    """Whether a side of the condition is met: left open, or of the same root."""
    roots = {actor.split("/", 1)[0] for actor in wanted}
    return not roots or bool(roots & {actor.split("/", 1)[0] for actor in got})


def _why(how: How, event: EventView, commitment: CommitmentView) -> str:
    says = {
        "reached": "has been reported to occur between the parties named",
        "in part": "has been reported to occur, with one side other than named",
        "announced": "is said to come",
        "feared": "is threatened, feared or discussed",
    }[how]
    return f"the condition “{commitment.condition}” is of type {event.event}; such an event {says}"


def _day(value: str | None) -> date | None:
    """The day of a deadline; None where it is no single day."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
