"""Families of sentences: the same words in other roles, and the same act in another light."""

from __future__ import annotations

import pytest

from . import event_families

FAMILIES = {name.lower(): rows for name, rows in vars(event_families).items() if name.isupper()}
CASES = [pytest.param(*row, id=f"{name}-{row[0]}") for name, rows in FAMILIES.items() for row in rows]


@pytest.mark.parametrize(("text", "expectation"), CASES)
def test_a_sentence_is_coded_as_its_family_says(reads, text, expectation):
    """Actors, recipients and factuality follow the grammar, not the order of the names."""
    reads(text, expectation)


def test_no_family_is_small():
    """Each family has twenty sentences or more."""
    assert len(FAMILIES) >= 8
    assert min(len(rows) for rows in FAMILIES.values()) >= 20
