"""The same act in other words is one; acts that are near and differ stay two."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ledger.adding import same_act
from detente.ledger.adding.acts import act_of, likeness, telling

HERE = Path(__file__).parent


def pairs(name: str, part: str) -> list[tuple[str, str, str | None]]:
    table = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    return [(one, other, kind or None) for one, other, kind in table[part]]


def scores(name: str) -> tuple[float, float]:
    """Precision and recall of 'the same act' over the pairs of a file."""
    hits = [same_act(one, other, kind, kind) for one, other, kind in pairs(name, "same")]
    false = [same_act(one, other, kind, kind) for one, other, kind in pairs(name, "different")]
    return sum(hits) / max(1, sum(hits) + sum(false)), sum(hits) / len(hits)


def test_pairs_that_the_table_was_made_with_are_told_apart() -> None:
    """Over a hundred and sixty pairs: precision and recall do not fall."""
    precision, recall = scores("acts.toml")
    assert len(pairs("acts.toml", "same")) + len(pairs("acts.toml", "different")) >= 160
    assert precision >= 0.98
    assert recall >= 0.95


def test_unseen_pairs_are_seldom_merged_wrongly() -> None:
    """On pairs that the table was not made with, precision holds; recall is lower, and is what it is."""
    precision, recall = scores("acts_unseen.toml")
    assert precision >= 0.95
    assert recall >= 0.7


@pytest.mark.parametrize(("one", "other", "kind"), list(chain(pairs("acts.toml", "same"), pairs("acts_unseen.toml", "different"))))
def test_it_does_not_matter_which_act_comes_first(one: str, other: str, kind: str | None) -> None:
    """Sameness has no direction."""
    assert same_act(one, other, kind, kind) == same_act(other, one, kind, kind)


@given(st.text(max_size=60))
def test_every_act_is_the_same_as_itself(text: str) -> None:
    """Whatever the words, and without any."""
    assert same_act(text, text)


def test_the_subject_the_time_and_the_modal_tell_nothing() -> None:
    """Only what is done to what is left."""
    assert act_of("Finland must release the crew by February 10").told == act_of("to release the crew at once").told


def test_a_negated_act_is_not_the_act() -> None:
    """'not to expand' and 'to expand'."""
    assert not act_of("not to expand").is_positive
    assert act_of("stop not").told == act_of("stop not").told


def test_likeness_of_nothing_is_none() -> None:
    """Clauses without telling words are like no other."""
    assert likeness(telling("on the"), telling("the crew")) == 0.0
