"""Breadth: whole classes of verbs, light verbs, event nouns and idioms have their type and their sides."""

from __future__ import annotations

import pytest

from . import wording_sentences

CASES = [(text, expectation) for name, rows in vars(wording_sentences).items() if name.isupper() for text, expectation in rows]


@pytest.mark.parametrize(("text", "expectation"), CASES)
def test_an_act_is_known_by_any_of_its_wordings(reads, text, expectation):
    """Taking, expelling, firing, moving forces, denouncing, talking, yielding; lists and conditions leave acts open."""
    reads(text, expectation)
