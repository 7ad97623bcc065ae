"""Pairs and B-cubed of what was brought together; marked reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.scoring.adding import Row, clusters_of, marked_case
from detente.scoring.clusters import Pairs, b_cubed, pairs_of

CLUSTERS = st.dictionaries(st.integers(0, 8), st.sampled_from("abc"), max_size=8)


def test_the_published_example_of_b_cubed() -> None:
    """Bagga and Baldwin (1998), figures 1 and 2: 1-5, 6-7, 8-12; the second response joins the first five with the last five."""
    gold = {**dict.fromkeys(range(1, 6), "a"), 6: "b", 7: "b", **dict.fromkeys(range(8, 13), "c")}
    first = {**dict.fromkeys(range(1, 6), "x"), **dict.fromkeys(range(6, 13), "y")}
    second = {**dict.fromkeys([*range(1, 6), *range(8, 13)], "x"), 6: "y", 7: "y"}
    assert b_cubed([(gold, first)]) == (pytest.approx(0.762, abs=0.001), 1.0)
    assert b_cubed([(gold, second)]) == (pytest.approx(0.583, abs=0.001), 1.0)


def test_a_mention_that_was_not_read_stands_alone() -> None:
    """It costs recall, not precision."""
    assert pairs_of({1: "a", 2: "a"}, {1: "x"}) == Pairs(gold=1, found=0, right=0)
    assert b_cubed([({1: "a", 2: "a"}, {1: "x"})]) == (1.0, 0.5)


def test_pairs_add_up() -> None:
    """Over texts; of none, precision and recall are whole."""
    one = Pairs(gold=2, found=1, right=1) + Pairs(gold=2, found=3, right=1)
    assert (one.precision, one.recall) == (0.5, 0.5)
    assert (Pairs(gold=0, found=0, right=0).precision, b_cubed([])) == (1.0, (1.0, 1.0))


@given(CLUSTERS)
def test_what_is_as_it_should_be_is_wholly_right(gold: dict[int, str]) -> None:
    """Whatever the clusters."""
    found = pairs_of(gold, gold)
    assert found.gold == found.found == found.right
    assert b_cubed([(gold, gold)]) == (1.0, 1.0)


@given(CLUSTERS, CLUSTERS)
def test_shares_are_shares(gold: dict[int, str], found: dict[int, str]) -> None:
    """From 0 to 1."""
    pairs = pairs_of(gold, found)
    assert all(0 <= share <= 1 for share in (pairs.precision, pairs.recall, *b_cubed([(gold, found)])))


def test_marks_are_taken_out_and_point_at_their_words() -> None:
    """Capitals mark events, small letters commitments."""
    case = marked_case("n", "k", [("2034-01-02", "Post", "Iraq {A:bombed} Homs and will {b:leave the town}.")])
    text = case.reports[0].text
    assert text == "Iraq bombed Homs and will leave the town."
    assert [(text[m.start : m.end], m.label, m.layer) for m in case.mentions] == [("bombed", "A", "events"), ("leave the town", "b", "commitments")]


def test_the_row_that_begins_nearest_tells_the_marked_words() -> None:
    """Of those that touch them; a row of another report or layer does not."""
    case = marked_case("n", "k", [("2034-01-02", "Post", "They denied that they had {A:fired} on it.")])
    rows: list[Row] = [("events", 0, 5, 32, "deny"), ("events", 0, 27, 38, "fire"), ("commitments", 0, 27, 32, "other"), ("events", 1, 27, 32, "else")]
    gold, found = clusters_of(case, "events", rows)
    assert list(gold.values()) == ["A"]
    assert list(found.values()) == ["fire"]
    assert clusters_of(case, "events", [])[1] == {}
