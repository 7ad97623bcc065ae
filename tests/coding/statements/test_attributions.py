"""Each way of attributing, on sentences made for the purpose."""

from __future__ import annotations

import pytest

from detente.coding.statements import Said

from . import attributions, press
from .attributions import Read

SPEECH = [
    pytest.param(text, expected, id=f"{name.lower()}-{text[:48]}")
    for made in (attributions, press)
    for name in sorted(vars(made))
    if name.isupper() and name != "NOT_SPEECH"
    for text, expected in getattr(made, name)
]


def is_found(said: list[Said], source: str | None, words: str) -> bool:
    """Whether a statement has these words in its content and this source."""
    for statement in said:
        row = statement.row
        who = row.speaker_span.text.lower() if row.speaker_span else None
        same = who is None if source is None else who is not None and (source.lower() in who or who in source.lower())
        if same and words in " … ".join(span.text for span in row.content):
            return True
    return False


@pytest.mark.parametrize(("text", "expected"), SPEECH)
def test_each_attribution_is_found_with_its_source(said_in: Read, text: str, expected: list[tuple[str | None, str]]) -> None:
    """Direct, indirect, mixed, inverted, nominal, negated, coordinated, nested and free speech."""
    said = said_in(text)
    for source, words in expected:
        assert is_found(said, source, words), [(s.row.speaker_span, s.row.content) for s in said]
    assert expected or not said


@pytest.mark.parametrize("text", attributions.NOT_SPEECH)
def test_what_nobody_says_is_no_statement(said_in: Read, text: str) -> None:
    """Scare quotes, names in quotation marks, idioms and verbs that are no verbs of saying there."""
    assert [(s.row.speaker_span, s.row.content) for s in said_in(text)] == []


@pytest.mark.parametrize("text", [text for text, expected in attributions.DIRECT if expected])
def test_what_stands_in_marks_is_direct(said_in: Read, text: str) -> None:
    """A content that stands wholly in quotation marks is a direct quotation."""
    assert "direct" in {s.row.quotation for s in said_in(text)}


@pytest.mark.parametrize("text", [text for text, _ in attributions.INDIRECT])
def test_what_stands_outside_marks_is_indirect(said_in: Read, text: str) -> None:
    """Without quotation marks there is no direct quotation."""
    assert {s.row.quotation for s in said_in(text)} == {"indirect"}


@pytest.mark.parametrize("text", [text for text, expected in attributions.MIXED if expected])
def test_a_fragment_in_marks_makes_a_mixed_or_direct_quotation(said_in: Read, text: str) -> None:
    """'He said the vote was “a sham”' is neither wholly direct nor wholly indirect."""
    assert {s.row.quotation for s in said_in(text)} & {"mixed", "direct"}


@pytest.mark.parametrize("text", [text for text, _ in attributions.NEGATED if " not say" in text or " denie" in text or " rejected" in text])
def test_a_denial_is_marked_as_negated(said_in: Read, text: str) -> None:
    """'did not say', 'denied' and 'rejected' do not assert their content."""
    assert any(s.row.negated for s in said_in(text))


@pytest.mark.parametrize("text", [text for name in ("DIRECT", "INDIRECT", "MIXED", "COORDINATED") for text, _ in getattr(attributions, name)])
def test_a_content_never_holds_its_own_cue(said_in: Read, text: str) -> None:
    """The words that introduce what is said are not part of it."""
    for statement in said_in(text):
        cue = statement.row.cue
        assert cue is None or not any(span.start <= cue.start < span.end for span in statement.row.content)
