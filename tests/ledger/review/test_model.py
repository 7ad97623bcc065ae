"""Reviews as values and back; what may be corrected."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import RecordError, UsageError
from detente.ledger.review import Review, review_from
from detente.ledger.review.fields import FIELDS, checked_state, parsed
from detente.ledger.review.make import Signed, state_set

from .sample import flat, review

VALUES = st.none() | st.booleans() | st.text(max_size=5) | st.floats(-10, 10) | st.lists(st.text(max_size=3), max_size=2).map(tuple)
PAIRS = st.dictionaries(st.text(max_size=4), VALUES, max_size=3).map(lambda held: tuple(sorted(held.items())))


@given(PAIRS, PAIRS, st.text(max_size=5), st.lists(st.text(max_size=3), max_size=2).map(tuple))
def test_a_review_comes_back_from_its_values(read: Any, changes: Any, why: str, others: Any) -> None:
    """Through JSON, with the same id."""
    made = Review(
        row="ev-1", report="sha256:a", action="correct", who="anna", at="2021-03-10", layer="events", why=why,
        read=read, changes=changes, others=others,
    )  # fmt: skip
    values = json.loads(json.dumps(made.values()))
    assert review_from(values) == made
    assert review_from(values).id == values["id"]


def test_whatever_differs_gives_another_id() -> None:
    """Who, when, what and why."""
    made = review(flat().events[0])
    others = [replace(made, who="boris"), replace(made, at="2021-03-11"), replace(made, why=""), replace(made, action="reject")]
    assert len({each.id for each in [made, *others]}) == 5


@pytest.mark.parametrize("harm", [{"body": None}, {"body": {}}, {"action": "shout"}, {"row": ...}])
def test_values_that_are_no_review_are_refused(harm: dict[str, Any]) -> None:
    """A column missing, a body without fields, an action that does not exist."""
    values = review(flat().events[0]).values() | harm
    values = {name: value for name, value in values.items() if value is not ...}
    with pytest.raises(RecordError):
        review_from(values)


@pytest.mark.parametrize(
    ("layer", "field", "text", "value"),
    [
        ("events", "event", " ASSAULT ", "ASSAULT"),
        ("events", "mode", "", None),
        ("events", "actors", "RUS, USA/GOV,", ("RUS", "USA/GOV")),
        ("events", "recipients", "", ()),
        ("events", "date", "2022-01-14", "2022-01-14"),
        ("events", "date", "XXXX-WXX-4", "XXXX-WXX-4"),
        ("statements", "negated", "yes", True),
        ("statements", "speaker", "", None),
        ("commitments", "kind", "red_line", "red_line"),
        ("commitments", "deadline", "P48H", "P48H"),
    ],
)
def test_typed_values_become_fields(layer: Any, field: str, text: str, value: Any) -> None:
    """Lists are parted, nothing is null, days stay text."""
    assert parsed(layer, field, text) == value


@pytest.mark.parametrize(
    ("layer", "field", "text", "says"),
    [
        ("events", "colour", "red", "no field 'colour' to correct: take one of event, mode"),
        ("events", "event", "WAR", "event can't be 'WAR': take one of AGREE"),
        ("events", "event", "", "can't be empty"),
        ("events", "date", "tomorrow", "TIMEX3"),
        ("events", "quad", "verbal conflict", "no field 'quad'"),
        ("statements", "negated", "maybe", "true or false"),
        ("commitments", "polarity", "perhaps", "if, unless, until, when"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(layer: Any, field: str, text: str, says: str) -> None:
    """The error says what it can."""
    with pytest.raises(UsageError, match=says):
        parsed(layer, field, text)


def test_every_field_that_can_be_corrected_is_one_of_its_row() -> None:
    """The table of fields agrees with the rows."""
    rows = flat()
    for layer, names in FIELDS.items():
        assert all(hasattr(getattr(rows, layer)[0], name) for name in names)


def test_a_review_needs_a_name() -> None:
    """Blank is none."""
    with pytest.raises(UsageError, match="--by NAME"):
        Signed(who=" ", at="2021-03-10")


def test_a_state_must_exist() -> None:
    """Of a commitment."""
    with pytest.raises(UsageError, match="open, partly met"):
        checked_state("done")
    made = state_set("C-1", "met", "2021-03-09", Signed(who="anna", at="2021-03-10"))
    assert (dict(made.changes), made.report) == ({"state": "met", "day": "2021-03-09"}, None)


def test_with_the_type_of_an_event_its_score_changes() -> None:
    """PLOVER's table; an unknown mode takes the type's own."""
    row = flat().events[0]
    changed = dict(review(row, "correct", event="THREATEN", mode="violence").changes)
    assert (changed["quad"], changed["score"]) == ("verbal conflict", -6.0)
    assert "score" not in dict(review(row, "correct", factuality="future").changes)
