"""Tags beside quotations, quotations that go on, and names in marks that nobody says."""

from __future__ import annotations

import pytest

from . import quotations
from .conftest import Read


@pytest.mark.parametrize(("text", "cue", "source", "end"), quotations.TAGS)
def test_a_verb_behind_a_closing_mark_has_the_quotation(said_in: Read, text: str, cue: str, source: str, end: str) -> None:
    """The noun phrase beside it is the source, whatever the tree makes of the quoted words."""
    held = [s for s in said_in(text) if s.row.cue is not None and s.row.cue.text.startswith(cue)]
    assert len(held) == 1, [(s.row.cue, s.rule) for s in said_in(text)]
    assert held[0].row.speaker_span is not None
    assert source in held[0].row.speaker_span.text
    assert end in " ".join(span.text for span in held[0].row.content)


@pytest.mark.parametrize(("text", "cue", "source", "end"), quotations.LEADS)
def test_a_verb_before_a_quotation_has_all_of_it(said_in: Read, text: str, cue: str, source: str, end: str) -> None:
    """A quotation of several sentences is one content, and words that set the scene are none."""
    held = [s for s in said_in(text) if end in " ".join(span.text for span in s.row.content)]
    assert len(held) == 1, [(s.row.cue, s.row.content) for s in said_in(text)]
    row = held[0].row
    assert row.cue is not None
    assert row.speaker_span is not None
    assert (row.cue.text, source in row.speaker_span.text, len(row.content)) == (cue, True, 1)


@pytest.mark.parametrize(("text", "spans"), quotations.JOINED)
def test_a_quotation_right_behind_a_statement_goes_on_with_it(said_in: Read, text: str, spans: int) -> None:
    """Over a paragraph's end, with a word or two, or with the report's own words at its end."""
    assert [len(s.row.content) for s in said_in(text) if s.row.quotation != "indirect"] == [spans]


def test_words_behind_an_added_clause_belong_to_its_cue(said_in: Read) -> None:
    """'…, adding that X. “Y”': Y goes on from X."""
    said = said_in("“He never fought for the bill,” Lind said, adding that he had missed the vote. “A leader must fight for what he wants.”")
    assert [(s.row.cue.text, len(s.row.content)) for s in said if s.row.cue] == [("said", 1), ("adding", 2)]


@pytest.mark.parametrize("text", quotations.NAMES)
def test_titles_in_marks_are_nobodys_words(said_in: Read, text: str) -> None:
    """Films, books and songs stand in marks with capitals and are no direct speech."""
    assert [s.row.content for s in said_in(text) if s.row.quotation == "direct"] == []


@pytest.mark.parametrize(("text", "part", "source"), quotations.NOT_BEHIND)
def test_a_clause_behind_quoted_words_is_no_tag(said_in: Read, text: str, part: str, source: str) -> None:
    """A verb with an object or an infinitive, a relative clause and another main clause say nothing of the quotation."""
    held = [s for s in said_in(text) if part in " ".join(span.text for span in s.row.content)]
    assert [s.row.speaker_span.text for s in held if s.row.speaker_span is not None and source in s.row.speaker_span.text] == []
