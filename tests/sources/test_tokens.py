"""Words as near copies are compared by: small letters, no marks, and which are names, numbers and days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources import tokens
from detente.sources.tokens import words_of


def test_marks_and_capitals_do_not_matter() -> None:
    """Quotation marks, commas and stops are no words; a number keeps its point."""
    assert words_of("“Ankara, 3.5 million” — NO!").words == ("ankara", "3.5", "million", "no")


@pytest.mark.parametrize(
    ("text", "particulars"),
    [
        ("The envoy met Bosch in Lyon.", ("bosch", "lyon")),
        ("He left. Officials stayed.", ()),
        ("Monday was quiet. May follows.", ("monday", "may")),
        ("Twelve of 40 ships", ("twelve", "40")),
        ("a B52 flew at 10:30.", ("b52", "10:30")),
        ("", ()),
    ],
)
def test_names_numbers_and_days_are_particular(text: str, particulars: tuple[str, ...]) -> None:
    """A capital after a full stop tells nothing, but of a day."""
    assert words_of(text).particulars == particulars


def test_particulars_are_found_between_two_words() -> None:
    """The first word counts, the last does not."""
    found = words_of("the envoy met Bosch in Lyon on 4 May")
    assert found.between(3, 5) == ("bosch",)
    assert found.between(0, 3) == ()


@given(st.text(max_size=200))
def test_places_point_at_their_words(text: str) -> None:
    """Whatever the text; each word has one hash."""
    found = words_of(text)
    assert tuple(found.words[at] for at in found.places) == found.particulars
    assert len(found.hashes()) == len(found.words)


def test_equal_words_have_equal_hashes_and_the_same_everywhere() -> None:
    """The hash does not depend on the process."""
    one, other = words_of("Oslo oslo.").hashes()
    assert int(one) == int(other) == 0x701EAAD35D7764E3


def test_full_tables_are_emptied_and_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays bounded, whatever the number of words."""
    text = "Some twenty words that no other text has: quaxol, brimfen, dorsting."
    before = words_of(text).hashes().tolist()
    monkeypatch.setattr(tokens, "KEPT", 3)
    words_of.cache_clear()
    assert words_of(text).hashes().tolist() == before
