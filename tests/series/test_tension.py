"""Tension of a pair: scores by day, levels, changes and the events behind them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.series import tension

from .sample import dyad_event

PAIR = ("RUS", "TUR")
FIRST = date(2031, 3, 1)


def days_from(count: int) -> list[str]:
    """Days in order."""
    return [(FIRST + timedelta(days=n)).isoformat() for n in range(count)]


def stepped(score_of: Callable[[int], float], count: int = 40) -> list[object]:
    """An event a day, its score by the number of the day."""
    return [dyad_event(day, score_of(n)) for n, day in enumerate(days_from(count))]


def test_a_score_is_over_all_that_was_reported_that_day() -> None:
    """Two of the pair's events among five: their sum over five."""
    found = tension(PAIR, [dyad_event("2031-03-01", -9.0), dyad_event("2031-03-01", 4.0, 2)], {"2031-03-01": 5})
    [day] = found.days
    assert (day.score, day.mean, day.reported, len(day.events)) == (-1.0, -2.5, 5, 2)


def test_a_day_of_others_is_zero_and_a_day_of_silence_is_absent() -> None:
    """Nothing said of the pair is no tension; nothing said at all is no value."""
    found = tension(PAIR, [dyad_event("2031-03-01", -9.0)], {"2031-03-01": 1, "2031-03-03": 4})
    assert [(day.day, day.score) for day in found.days] == [("2031-03-01", -9.0), ("2031-03-03", 0.0)]


def test_what_has_no_day_counts_nowhere() -> None:
    """A month is no day."""
    found = tension(PAIR, [dyad_event("2031-03", -9.0), dyad_event("9999", 1.0)], {"2031-03": 1, "9999": 2})
    assert found.days == ()


def test_a_change_names_its_day_its_levels_and_its_events() -> None:
    """The level falls on the twenty-first day; the events that cite it are of that day and after."""
    found = tension(PAIR, stepped(lambda n: (3.0 if n < 20 else -7.0) + 0.5 * (n % 2)), dict.fromkeys(days_from(40), 1))
    [change] = found.changes
    assert (change.day, change.direction) == (days_from(40)[20], "worse")
    assert (change.before, change.after) == (3.25, -6.75)
    assert len(change.events) == 5
    assert all(event.score < 0 and event.day >= change.day and event.text for event in change.events)


def test_a_rise_is_better() -> None:
    """The other way round, with events above the old level."""
    found = tension(PAIR, stepped(lambda n: (-7.0 if n < 20 else 3.0) + 0.5 * (n % 2)), dict.fromkeys(days_from(40), 1))
    [change] = found.changes
    assert change.direction == "better"
    assert all(event.score > change.before for event in change.events)


def test_every_day_has_the_level_it_lies_on() -> None:
    """The mean of its segment."""
    found = tension(PAIR, stepped(lambda n: 3.0 if n < 20 else -7.0 - n % 2), dict.fromkeys(days_from(40), 1))
    assert {day.level for day in found.days[:20]} == {3.0}
    assert {day.level for day in found.days[20:]} == {-7.5}


def test_nothing_reported_is_an_empty_series() -> None:
    """No days, no changes."""
    found = tension(PAIR, [], {})
    assert (found.days, found.changes) == ((), ())


@given(st.lists(st.tuples(st.integers(0, 20), st.floats(-10, 10)), max_size=30), st.integers(0, 5))
def test_scores_stay_on_the_scale_and_no_event_is_lost(made: list[tuple[int, float]], others: int) -> None:
    """Between -10 and 10; each event stands on its day once."""
    days = days_from(21)
    events = [dyad_event(days[at], score, number) for number, (at, score) in enumerate(made)]
    reported = {day: sum(event.day == day for event in events) + others for day in days}
    found = tension(PAIR, events, reported)
    assert all(-10 <= day.score <= 10 for day in found.days)
    assert sorted(e.id for day in found.days for e in day.events) == sorted(e.id for e in events)


def test_a_count_below_the_pairs_own_is_mended() -> None:
    """The pair's events are reported too, whatever the count says."""
    [day] = tension(PAIR, [dyad_event("2031-03-01", -8.0), dyad_event("2031-03-01", -8.0, 2)], {"2031-03-01": 1}).days
    assert (day.score, day.reported) == (-8.0, 2)


@pytest.mark.parametrize("penalty", [1.0, 50.0])
def test_the_penalty_is_kept_with_the_result(penalty: float) -> None:
    """So that a reader can say what made it."""
    assert tension(PAIR, stepped(lambda n: float(n % 3)), {}, penalty=penalty).penalty == penalty
