"""Sentences by their text, and words as they are searched for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ledger.sentences import LONGEST, folded, paragraph_at, sentence_at, sentences_of


def cut(text: str) -> list[str]:
    """The sentences as strings."""
    return [text[start:end] for start, end in sentences_of(text)]


def test_full_stops_and_line_ends_cut() -> None:
    """A sentence ends at its stop and what closes with it, or at the end of the line."""
    text = "Talks fail\n\nHe said: “No.” They left! Will they\nreturn?"
    assert cut(text) == ["Talks fail", "He said: “No.”", "They left!", "Will they", "return?"]


@pytest.mark.parametrize("text", ["Mr. Orlov spoke.", "Gen. J. Avery left.", "The U.S. Navy came.", "It cost 3.5 million."])
def test_abbreviations_do_not_cut(text: str) -> None:
    """Titles, initials and decimals are no ends."""
    assert cut(text) == [text]


def test_a_text_without_stops_is_cut_at_a_blank() -> None:
    """No sentence is longer than the limit."""
    assert max(map(len, cut("word " * 2000))) <= LONGEST
    assert "".join(cut("x" * 5000)) == "x" * 5000


@given(st.text(alphabet=st.sampled_from("aB .!?\n\t“”(é\r"), max_size=200))
def test_sentences_hold_all_but_blanks(text: str) -> None:
    """Spans are in order, do not overlap, are not empty, and lose nothing but blanks."""
    spans = sentences_of(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


def test_an_offset_belongs_to_the_sentence_that_began_before_it() -> None:
    """The index of the sentence; None before the first."""
    spans = [(2, 5), (6, 9)]
    assert [sentence_at(spans, at) for at in (0, 2, 4, 6, 20)] == [None, 0, 0, 1, 1]


def test_a_paragraph_is_what_stands_between_line_ends() -> None:
    """From the line's beginning to its end."""
    text = "one\ntwo three\nfour"
    start, end = paragraph_at(text, 8, 13)
    assert text[start:end] == "two three"


@given(st.text(max_size=60))
def test_folded_words_are_stable(text: str) -> None:
    """Folding twice is folding once, and only words and blanks are left."""
    once = folded(text)
    assert folded(once) == once
    assert all(part.isalnum() for part in once.split())
