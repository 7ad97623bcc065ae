"""Feelings, judgements, sides taken, and how far words reach, on sentences made for the purpose."""

from __future__ import annotations

import pytest

from detente.coding.statements.cues import cue_index
from detente.resources import Lexicon

from . import positions
from .attributions import Read
from .test_attributions import is_found

FAMILIES = ("FEELINGS", "JUDGED", "NOMINAL", "LOST", "PREDICATED", "COLONS")
TABLE = [pytest.param(text, expected, id=f"{name.lower()}-{text[:48]}") for name in FAMILIES for text, expected in getattr(positions, name)]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_positions_are_told_with_who_takes_them(said_in: Read, text: str, expected: list[tuple[str | None, str]]) -> None:
    """What a party feels, foresees, names or sides with is a statement; a landscape and a pastime are none."""
    said = said_in(text)
    for source, words in expected:
        assert is_found(said, source, words), [(s.row.speaker_span, s.row.content, s.rule) for s in said]
    assert expected or not said, [(s.row.speaker_span, s.row.content, s.rule) for s in said]


@pytest.mark.parametrize(("text", "source", "inside", "outside"), positions.REACH)
def test_a_content_reaches_as_far_as_the_source_says_it(said_in: Read, text: str, source: str, inside: str, outside: str) -> None:
    """A relative clause of the report's own is left out; the clause of a repeated claim is let in."""
    held = [s for s in said_in(text) if s.row.speaker_span is not None and source.lower() in s.row.speaker_span.text.lower() and inside in s.row.content[0].text]
    assert held, [(s.row.speaker_span, s.row.content, s.rule) for s in said_in(text)]
    assert all(outside not in span.text for span in held[0].row.content)


@pytest.mark.parametrize(("text", "source", "part"), positions.SET_OUT)
def test_paragraphs_set_out_behind_a_colon_are_direct(said_in: Read, text: str, source: str, part: str) -> None:
    """'The Secretary said:' gives the floor to the paragraphs behind it, without marks as well."""
    said = said_in(text)
    assert is_found(said, source, part), [(s.row.speaker_span, s.row.content, s.rule) for s in said]
    assert {s.row.quotation for s in said if part in " ".join(c.text for c in s.row.content)} == {"direct"}


@pytest.mark.parametrize("text", positions.NOT_SET_OUT)
def test_lists_and_agendas_are_not_set_out_as_speech(said_in: Read, text: str) -> None:
    """A list, a heading or a page without a speaker's own voice is no quotation."""
    assert [s.row.content for s in said_in(text) if s.row.quotation == "direct"] == []


def test_who_feels_stands_in_the_table(words: Lexicon) -> None:
    """Every verb of feeling is of one class, and its row asks for a cause and nothing else."""
    felt = [row for rows in cue_index(words).values() for row in rows if "cause" in row.takes]
    assert felt
    assert all(row.takes == ("cause",) and row.stance == "attitude" and not row.commitment for row in felt)
