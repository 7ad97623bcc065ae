"""Contents end where the report goes on, and keep what belongs to them."""

from __future__ import annotations

import pytest

from . import reach
from .attributions import Read

CASES = [case for name in ("CHARGES", "SUBJECTS", "EDGES", "CONDITIONS", "REQUESTS", "TORN", "THINGS", "SOURCES") for case in getattr(reach, name)]


@pytest.mark.parametrize(("text", "source", "inside", "outside"), CASES)
def test_a_content_holds_what_is_said_and_no_more(said_in: Read, text: str, source: str, inside: str, outside: str) -> None:
    """One statement of the source holds the words inside it and not those outside."""
    rows = [s.row for s in said_in(text)]
    contents = [" … ".join(span.text for span in r.content) for r in rows if r.speaker_span is not None and source in r.speaker_span.text]
    assert any(inside in content and outside not in content for content in contents), [(r.speaker_span, r.content) for r in rows]


@pytest.mark.parametrize(("text", "name"), reach.NAMED)
def test_a_name_in_marks_is_not_said(said_in: Read, text: str, name: str) -> None:
    """Titles of plans and songs are nobody's words, neither as content nor by a speaker."""
    rows = [s.row for s in said_in(text)]
    assert all(name not in span.text for r in rows for span in r.content)
    assert all(r.speaker_span is None or r.speaker_span.text != name for r in rows)


@pytest.mark.parametrize("text", reach.SILENT)
def test_what_only_looks_like_a_cue_says_nothing(said_in: Read, text: str) -> None:
    """Days behind 'speak on', nouns that spell like verbs."""
    assert [(s.row.speaker_span, s.row.content) for s in said_in(text)] == []


def test_an_official_who_was_told_of_is_not_the_teller(said_in: Read) -> None:
    """'wrote a check to a group supporting Roe': the group supports, not the writer."""
    said = said_in("The banker wrote a check to a group supporting Anna Lind.")
    assert all(s.row.speaker_span is None or "banker" not in s.row.speaker_span.text for s in said)


def test_who_denies_a_claim_does_not_make_it(said_in: Read) -> None:
    """'brushed off suggestions that': others suggest it."""
    rows = [s.row for s in said_in("General Marek brushed off suggestions that his men had looted the market.")]
    assert [r.cue.text for r in rows if r.cue is not None] == ["brushed off"]
