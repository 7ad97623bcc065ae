"""Deadlines near and conditions that came closer."""

from __future__ import annotations

from typing import Any

import pytest

from detente.series.watch import conditions_closer, deadlines_near

from .sample import commitment, event

CONDITION = event("E-if", factuality="hypothetical", actors=("RUS",), recipients=("TUR",), known="2031-03-01")


def ways(held: Any, **fields: Any) -> list[str]:
    """In what way an event of these fields brings the condition closer."""
    return [closer.how for closer in conditions_closer([held], [event(**fields)], {"E-if": CONDITION})]


@pytest.mark.parametrize(
    ("as_of", "days"), [("2031-03-04", None), ("2031-03-05", 3), ("2031-03-08", 0), ("2031-03-09", None)]
)
def test_a_deadline_is_near_within_so_many_days(as_of: str, days: int | None) -> None:
    """From three days before to the day itself; what is past has lapsed."""
    found = deadlines_near([commitment()], as_of, 3)
    assert [near.days for near in found] == ([] if days is None else [days])


@pytest.mark.parametrize("state", ["met", "refused", "carried out", "lapsed", "withdrawn"])
def test_what_is_settled_is_not_watched(state: str) -> None:
    """Neither its deadline nor its condition."""
    held = commitment(state=state)
    assert deadlines_near([held], "2031-03-07", 3) == ()
    assert ways(held) == []


@pytest.mark.parametrize("deadline", [None, "2031-03", "2031-W10", "PT48H", "XXXX-WXX-5"])
def test_a_deadline_that_is_no_day_is_not_near(deadline: str | None) -> None:
    """A month, a week or a span of time is none."""
    assert deadlines_near([commitment(deadline=deadline)], "2031-03-07", 30) == ()


def test_a_deadline_at_an_hour_is_on_its_day() -> None:
    """Its hour does not matter."""
    assert deadlines_near([commitment(deadline="2031-03-08T12:00")], "2031-03-07", 3)[0].days == 1


def test_the_nearest_deadline_comes_first() -> None:
    """In order of days, then of ids."""
    held = [commitment("C-b", deadline="2031-03-09"), commitment("C-a", deadline="2031-03-09"), commitment("C-c")]
    assert [near.commitment.id for near in deadlines_near(held, "2031-03-07", 3)] == ["C-c", "C-a", "C-b"]


@pytest.mark.parametrize(
    ("fields", "how"),
    [
        ({}, ["reached"]),
        ({"recipients": ("GRC",)}, ["in part"]),
        ({"actors": ("USA",)}, ["in part"]),
        ({"actors": ("USA",), "recipients": ("GRC",)}, []),
        ({"factuality": "future"}, ["announced"]),
        ({"factuality": "hypothetical"}, ["feared"]),
        ({"factuality": "hypothetical", "recipients": ("GRC",)}, []),
        ({"factuality": "negated"}, []),
        ({"factuality": "historical"}, []),
        ({"event": "CONSULT"}, []),
        ({"known": "2031-02-20"}, []),
        ({"known": "2031-03-01"}, []),
        ({"day": "2031-02-20"}, []),
        ({"day": None}, ["reached"]),
        ({"mode": "explosives"}, ["reached"]),
        ({"known": None}, ["reached"]),
    ],
)
def test_how_an_event_comes_close(fields: dict[str, Any], how: list[str]) -> None:
    """By type, parties, factuality and day."""
    assert ways(commitment(), **fields) == how


def test_a_side_that_the_condition_leaves_open_agrees_with_anyone() -> None:
    """'If the port is attacked': by whom is not said."""
    open_side = event("E-if", factuality="hypothetical", actors=(), recipients=("TUR",))
    [closer] = conditions_closer([commitment()], [event(actors=("USA",))], {"E-if": open_side})
    assert closer.how == "reached"


def test_an_event_of_another_mode_is_something_else() -> None:
    """A boarding is no arrest, though both are COERCE."""
    seized = event("E-if", factuality="hypothetical", actors=("RUS",), recipients=("TUR",), mode="seize")
    found = [event("E-1", mode="arrest"), event("E-2", mode="seize"), event("E-3")]
    assert [closer.event.id for closer in conditions_closer([commitment()], found, {"E-if": seized})] == ["E-2", "E-3"]


def test_the_condition_itself_is_no_evidence() -> None:
    """Nor are the conditions of others, nor the act that is threatened."""
    other = event("E-act", factuality="hypothetical")
    assert conditions_closer([commitment()], [CONDITION, other], {"E-if": CONDITION}) == ()


def test_the_closest_comes_first_and_says_why() -> None:
    """Reached before feared; the sentence quotes the condition."""
    events = [event("E-2", factuality="hypothetical"), event("E-3")]
    found = conditions_closer([commitment()], events, {"E-if": CONDITION})
    assert [closer.event.id for closer in found] == ["E-3", "E-2"]
    assert found[0].why == (
        "the condition “if Russia attacks” is of type ASSAULT; such an event has been reported to occur between the parties named"
    )


def test_a_commitment_without_a_coded_condition_is_passed_over() -> None:
    """There is nothing to hold an event against."""
    assert ways(commitment(condition_event=None)) == []
