"""One event however many reports tell it; another day, place, party or deed is another."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledger.adding import MergedEvent, event_block, merge_events
from detente.ledger.rows import EventRow

from .made import event


def merged(*rows: EventRow) -> list[MergedEvent]:
    """The events that rows of any block tell."""
    blocks: dict[str, list[EventRow]] = {}
    for row in rows:
        blocks.setdefault(event_block(row), []).append(row)
    return [each for block in blocks.values() for each in merge_events(block)]


def test_two_reports_of_one_attack_are_one_event() -> None:
    """The state in one and its army in the other, by other words, a day apart."""
    one = event("Russia shelled the town of Bakhmut", date="2031-02-04", place="Bakhmut", place_country="UKR")
    two = event("Russian forces shelled Bakhmut overnight", date="2031-02-05", actors=("RUS/MIL",), published="2031-02-06")
    (found,) = merged(two, one)
    assert found.members == (one.id, two.id)
    assert found.day == "2031-02-04"
    assert found.place == "Bakhmut"


def test_a_report_that_leaves_the_doer_out_tells_the_same_event() -> None:
    """'The hospital in Kharkiv was shelled' says less, and nothing else."""
    one = event("Russia shelled the hospital in Kharkiv", date="2031-02-04")
    two = event("the hospital in Kharkiv was shelled", date="2031-02-04", actors=())
    (found,) = merged(one, two)
    assert found.actors == ("RUS",)


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2031-02-08"},
        {"actors": ("BLR",)},
        {"recipients": ("MDA",)},
        {"actors": ("UKR",), "recipients": ("RUS",)},
        {"actors": ("RUS/OPP",)},
        {"place": "Odesa", "place_country": "UKR"},
        {"event": "COERCE"},
        {"text": "Russia mined the harbour"},
        {"factuality": "hypothetical"},
    ],
)
def test_another_day_party_place_type_or_deed_is_another_event(other: dict[str, object]) -> None:
    """What differs beyond the bounds stays two."""
    first = {"text": "Russia shelled the town", "date": "2031-02-04", "place": "Bakhmut", "place_country": "UKR"}
    assert len(merged(event(**first), event(**first | other))) == 2


def test_two_ministers_who_meet_are_not_two_presidents_who_meet() -> None:
    """Of talks, the persons are the parties; a report that names only the states may mean either."""
    ministers = {"event": "CONSULT", "actors": ("RUS/GOV/a-orlov", "USA/GOV/b-hale"), "recipients": (), "date": "2031-02-04"}
    presidents = ministers | {"actors": ("RUS/GOV/c-volkov", "USA/GOV/d-stone")}
    assert len(merged(event("held talks in Vienna", **ministers), event("held talks in Vienna", **presidents))) == 2
    states = ministers | {"actors": ("RUS", "USA")}
    assert len(merged(event("held talks in Vienna", **ministers), event("met for talks in Vienna", **states))) == 1


def test_an_event_without_a_day_lies_shortly_before_its_report() -> None:
    """Told without a day on the 5th, it may be of the 4th, not of the 1st."""
    assert len(merged(event(date="2031-02-04"), event())) == 1
    assert len(merged(event(date="2031-02-01", published="2031-02-01"), event())) == 2


def test_background_without_a_day_is_not_taken_for_the_news() -> None:
    """'Russia had shelled the town' may be of any year; with its day it is the event of that day."""
    assert len(merged(event(date="2031-02-04"), event(factuality="historical"))) == 2
    assert len(merged(event(date="2031-02-04"), event(factuality="historical", date="2031-02-04", published="2031-03-01"))) == 1


def test_a_denial_joins_what_it_denies_as_a_contradiction() -> None:
    """And is known from the day of the later report."""
    one = event("a Russian warship entered the bay", date="2031-02-04", outlet="A")
    two = event("a Russian warship entered the bay", date="2031-02-04", factuality="negated", outlet="B", published="2031-02-06")
    (found,) = merged(one, two)
    assert found.factuality == "occurred"
    (contradiction,) = found.contradictions
    assert (contradiction.field, contradiction.known, contradiction.rows) == ("factuality", "2031-02-06", (one.id, two.id))
    assert contradiction.says == "A (2031-02-05) says that it occurred, B (2031-02-06) that it did not"


@pytest.mark.parametrize("words", ["to shell the town", "Russia will not shell the town", "Russia won't shell the town"])
def test_a_refusal_denies_nothing_that_occurred(words: str) -> None:
    """'refused to shell' is no word against 'shelled'."""
    found = merged(event("Russia shelled the town"), event(words, factuality="negated"))
    assert len(found) == 2
    assert not any(each.contradictions for each in found)


def test_what_reports_say_differently_is_spread_out_and_named() -> None:
    """Figures, days and places of independent reports; a corrected figure of one outlet contradicts nobody."""
    first = event("police arrested 12 soldiers in the town", date="2031-02-04", event="COERCE", outlet="Wire", report="a", family="a")
    fixed = event("police arrested 15 soldiers in the town", date="2031-02-04", event="COERCE", outlet="Wire", report="b", family="a", published="2031-02-06")
    other = event("police arrested 20 soldiers in the town", date="2031-02-05", event="COERCE", outlet="Post", report="c", family="c", published="2031-02-07")
    (found,) = merged(first, fixed, other)
    assert found.spread["figures"] == ("12 soldier", "15 soldier", "20 soldier")
    assert found.spread["days"] == ("2031-02-04", "2031-02-05")
    assert [each.field for each in found.contradictions] == ["date", "figure"]
    assert found.contradictions[1].says == "Wire (2031-02-06) says 15 soldier, Post (2031-02-07) 20 soldier"
    assert found.day == "2031-02-04"


def test_attacks_of_two_days_are_two_but_in_one_night() -> None:
    """There may be one each day; a night belongs to two days, and 'again' is never the first."""
    one = event("Russia shelled Bakhmut", date="2031-02-04", place="Bakhmut")
    two = event("Russia shelled Bakhmut", date="2031-02-05", place="Bakhmut", published="2031-02-06")
    night = event("Russia shelled Bakhmut overnight", date="2031-02-05", place="Bakhmut", published="2031-02-06")
    again = event("Russia shelled Bakhmut again overnight", date="2031-02-05", place="Bakhmut", published="2031-02-06")
    assert [len(merged(one, other)) for other in (two, night, again)] == [2, 1, 2]


def test_what_was_feared_and_then_occurred_is_two_events_that_are_linked() -> None:
    """The one that occurred names the one that was expected; the other way round there is no link."""
    feared = event("shell the power station", factuality="hypothetical", published="2031-02-01")
    came = event("Russia shelled the power station", date="2031-02-05")
    later = event("shell the power station again", factuality="hypothetical", published="2031-02-09")
    by_text = {each.members: each for each in merged(feared, came, later)}
    assert by_text[(came.id,)].expected == (by_text[(feared.id, later.id)].id,)


def test_what_is_expected_is_one_event_however_late_it_is_told_again() -> None:
    """Without a day, words tell it."""
    rows = [event("shell the power station", factuality="hypothetical", published=f"2031-0{month}-01") for month in (1, 2, 3)]
    assert len(merged(*rows)) == 1
    assert len(merged(rows[0], event("close the border", factuality="hypothetical"))) == 2


def test_an_analyst_joins_and_parts_rows() -> None:
    """What a person says of two rows goes before what is computed."""
    one, two, three = event(), event(), event("Russia mined the harbour")
    assert len(merge_events([one, two], different=frozenset({(one.id, two.id)}))) == 2
    assert len(merge_events([one, three], same=frozenset({(three.id, one.id)}))) == 1


@pytest.mark.parametrize("date", [None, "", "PRESENT_REF", "2031", "2031-02", "2031-W06", "2031-02-31", "2031-W60", "99999"])
def test_odd_days_are_no_fault(date: str | None) -> None:
    """Whatever the value, the row is kept; two of the same merge."""
    rows = [event(date=date), event(date=date)]
    assert sum(len(each.members) for each in merged(*rows)) == 2


TEXTS = ["Russia shelled the town", "the town was shelled", "Russia shelled the port", "killed 3 soldiers in the town", ""]
ROWS = st.lists(
    st.tuples(st.sampled_from(TEXTS), st.integers(1, 20), st.sampled_from(["occurred", "negated", "hypothetical"]), st.sampled_from([None, "2031-02-04", "2031-02"])),
    max_size=12,
)


@settings(max_examples=50, deadline=None)
@given(ROWS, st.integers(0, 2**16))
def test_the_order_of_arrival_does_not_matter_and_no_row_is_lost(drawn: list[tuple[str, int, str, str | None]], seed: int) -> None:
    """Shuffled rows merge the same, every row once; the rows of earlier days merge as they did on those days."""
    rows = [event(text, published=f"2031-02-{day:02}", factuality=told, date=date) for text, day, told, date in drawn]
    found = merge_events(rows)
    shuffled = list(rows)
    Random(seed).shuffle(shuffled)  # noqa: S311
    assert merge_events(shuffled) == found
    assert sorted(name for each in found for name in each.members) == sorted(row.id for row in rows)
    then = {row.id for row in rows if row.known <= "2031-02-10"}
    cut = [kept for each in found if (kept := tuple(name for name in each.members if name in then))]
    assert [each.members for each in merge_events([row for row in rows if row.id in then])] == cut
    for each in found:
        alone = merge_events([row for row in rows if row.id in each.members])
        assert [one.members for one in alone] == [each.members]


def test_what_unnamed_authors_say_is_said_by_two() -> None:
    """Two speeches that ask for the same in the same words."""
    one, other = (event("I call on Russia to stop", event="REQUEST", actors=("---/---/author",), recipients=("RUS",), report=name) for name in "ab")
    assert len(merged(one, other)) == 2
