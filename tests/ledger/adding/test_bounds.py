"""The table of bounds is whole: every type is PLOVER's, no word says two things."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from detente.ledger.adding.bounds import commitment_bounds, event_bounds, expected_bounds, kind_family, table
from detente.ledger.wording import stems

TYPES = sorted({row["event"] for row in csv.DictReader(files("detente.resources").joinpath("data/scores.csv").read_text(encoding="utf-8").splitlines())})


def test_only_types_of_plover_have_bounds() -> None:
    """A misspelt type would never be used."""
    assert set(table()["events"]) - {"default"} <= set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_the_bounds_of_every_type_are_within_reason(kind: str) -> None:
    """Shares from 0 to 1, days few; leaving out a party asks for more words, not for fewer."""
    bounds = event_bounds(kind)
    assert 0 < bounds.words <= bounds.loose <= 1
    assert 0 <= bounds.days <= 7
    assert 0 <= bounds.lag <= 7
    assert bounds.anchor in {"actor", "recipient", "both"}
    assert bounds.place in {"town", "country"}


def test_the_other_bounds_are_within_reason() -> None:
    """Shares are shares."""
    assert all(0 < share <= 1 for share in (expected_bounds().words, expected_bounds().came))
    assert 0 < commitment_bounds().typed <= commitment_bounds().untyped <= commitment_bounds().within <= 1


@pytest.mark.parametrize("kind", ["demand", "proposal", "offer", "pledge", "threat", "warning", "refusal", "red_line"])
def test_every_kind_of_commitment_is_of_one_family(kind: str) -> None:
    """And has its place in it."""
    assert [kind in kinds for kinds in table()["families"].values()].count(True) == 1
    family, place = kind_family(kind)
    assert table()["families"][family][place] == kind


def test_no_word_is_of_two_groups_of_synonyms() -> None:
    """By stem: a word of two groups would make them one for some and not for others."""
    counts = Counter(stem for group in table()["acts"]["synonyms"] for stem in {s for word in group.split() for s in stems(word)})
    assert [stem for stem, count in counts.items() if count > 1] == []


def test_phrases_are_given_once_and_in_small_letters() -> None:
    """A second entry would never be used."""
    phrases = [phrase for phrase, _ in table()["acts"]["phrases"]]
    assert len(set(phrases)) == len(phrases)
    assert all(phrase == phrase.lower() for phrase in phrases)
