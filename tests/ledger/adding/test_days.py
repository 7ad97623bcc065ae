"""Days, weeks, months and years are stretches; what is no date is the days up to the report."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ledger.adding.days import Stretch, is_day, stretch_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-02-04", "2031-02-04", "2031-02-04"),
        ("2031-02-04T09:00", "2031-02-04", "2031-02-04"),
        ("2031-W06", "2031-02-03", "2031-02-09"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031", "2031-01-01", "2031-12-31"),
    ],
)
def test_a_stated_time_is_as_narrow_as_it_is_stated(value: str, first: str, last: str) -> None:
    """By TIMEX3 value; the day of the report does not matter."""
    found = stretch_of(value, "2040-01-01", 2)
    assert found == Stretch(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), is_stated=True)
    assert found.is_coarse is (value == "2031")


@pytest.mark.parametrize("value", [None, "", "PRESENT_REF", "2031-02-30", "2031-13", "2031-W60", "P3D", "0000"])
def test_no_date_is_the_days_before_the_report(value: str | None) -> None:
    """Two days' lag; without a report's day there is nothing to tell."""
    day = date(2031, 2, 5).toordinal()
    assert stretch_of(value, "2031-02-05", 2) == Stretch(day - 2, day, is_stated=False)
    assert stretch_of(value, None, 2) is None


def test_stretches_that_meet_are_not_apart() -> None:
    """And the distance has no direction."""
    week, after = Stretch(10, 16, is_stated=True), Stretch(18, 18, is_stated=True)
    assert week.apart(Stretch(16, 20, is_stated=True)) == 0
    assert week.apart(after) == after.apart(week) == 2


@given(st.text(max_size=12))
def test_whatever_a_value_is_it_is_no_fault(value: str) -> None:
    """Values come from reports."""
    stretch_of(value, "2031-02-05", 1)
    assert is_day(value) in {True, False}
