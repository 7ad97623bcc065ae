"""Texts that speak for themselves: whose voice they are in, and whom their 'we' binds."""

from __future__ import annotations

import pytest

from detente.coding.commitments.authored import UNNAMED, author_of
from detente.coding.statements import statements_of
from detente.language import Parser
from detente.resolve.actors import cast_of
from detente.resources import Lexicon

from .commitment_reading import record_of, said

SPEECHES = [
    "Zambia calls for calm. We urge all sides to hold their fire, and we stand ready to help.",
    "We must act now. Our people expect it of us. The blockade must be lifted.",
]
REPORTS = [
    "Russia demanded an apology. Poland refused.",
    "“We will not yield,” the Armenian premier said. “Our land is not for sale.”",
    "The treaty was signed in Geneva on Monday by both ministers.",
]


def _author(text: str, parser: Parser, words: Lexicon) -> str | None:
    document = parser.parse(text)
    cast = cast_of(document, words, published=None)
    return author_of(document, cast, statements_of(document, words, cast))


@pytest.mark.parametrize("text", SPEECHES)
def test_a_text_that_says_we_outside_quotation_marks_has_an_author(text: str, parser: Parser, words: Lexicon) -> None:
    """A speech is known by its first person."""
    assert _author(text, parser, words) is not None


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_has_no_author_of_commitments(text: str, parser: Parser, words: Lexicon) -> None:
    """What is quoted is the speaker's, and a report without 'we' demands nothing itself."""
    assert _author(text, parser, words) is None


def test_the_state_that_performs_the_acts_is_the_author(parser: Parser, words: Lexicon) -> None:
    """'Zambia calls for', 'we urge': the same voice."""
    rows = record_of(SPEECHES[0], parser, words).commitments
    assert {row.holder for row in rows} == {"ZMB"}
    assert said(rows, "demand", "hold their fire")


def test_an_author_whom_nothing_names_binds_no_actor_of_the_record_by_guess(parser: Parser, words: Lexicon) -> None:
    """The row is there; its holder is nobody known, and never the stand-in."""
    rows = record_of(SPEECHES[1], parser, words).commitments
    found = said(rows, "demand", "blockade must be lifted")
    assert found
    assert all(row.holder is None or row.holder.startswith("---/") for row in found)
    assert all(row.holder != UNNAMED for row in rows)


def test_must_of_a_narrator_is_no_demand(parser: Parser, words: Lexicon) -> None:
    """Without a first person the report's own 'must' binds nobody."""
    assert record_of("The bridge must be closed in winter. Snow lies on it until May.", parser, words).commitments == ()
