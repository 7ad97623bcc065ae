"""Who speaks, class by class: tags, operative paragraphs, unnamed officials, chains, speech that runs on, views."""

from __future__ import annotations

import pytest

from detente.coding.statements import Said

from . import speakers
from .attributions import Read

CLASSES = ("TAGS", "OPERATIVE", "UNNAMED", "FREE", "VIEWS")
SPOKEN = [pytest.param(text, expected, id=f"{name.lower()}-{text[:48]}") for name in CLASSES for text, expected in getattr(speakers, name)]


def by(said: list[Said], speaker: str, words: str) -> list[Said]:
    """The statements with these words whose speaker's id begins so."""
    return [
        s for s in said if words in " … ".join(c.text for c in s.row.content) and (s.row.speaker or "").startswith(speaker)
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_each_class_of_speech_has_its_speaker(said_in: Read, text: str, expected: list[tuple[str, str]]) -> None:
    """The words are a statement of this actor, though no verb beside them may say so."""
    said = said_in(text)
    for speaker, words in expected:
        assert by(said, speaker, words), [(s.row.speaker, [c.text for c in s.row.content]) for s in said]


@pytest.mark.parametrize(("text", "speaker", "content", "medium"), speakers.CHAINS)
def test_a_chain_keeps_who_says_it_and_who_hands_it_on(said_in: Read, text: str, speaker: str, content: str, medium: str) -> None:
    """'According to ANI, citing officials': the officials speak, the agency is the medium."""
    found = by(said_in(text), speaker, content)
    assert any((s.row.medium or "").startswith(medium) for s in found), [(s.row.speaker, s.row.medium, s.row.content) for s in said_in(text)]


@pytest.mark.parametrize("text", speakers.NOBODY)
def test_a_report_of_what_happened_is_no_statement(said_in: Read, text: str) -> None:
    """Insertions between commas, appositions and participles attribute nothing."""
    assert [(s.row.speaker_span, s.row.content) for s in said_in(text)] == []


@pytest.mark.parametrize("name", [*CLASSES, "CHAINS"])
def test_each_class_has_twenty_texts(name: str) -> None:
    """Enough to notice when a rule that mends one breaks another."""
    assert len(getattr(speakers, name)) >= 20


def test_an_unnamed_official_says_why(said_in: Read) -> None:
    """The reason for the state stands in the row."""
    (said,) = said_in("OSLO, June 9 (NTB) - The strait stays closed, a senior official said.")
    assert said.row.speaker == "NOR/GOV"
    assert "unnamed, and so taken for NOR/GOV" in said.row.because


def test_an_official_whose_state_nothing_tells_stays_without(said_in: Read) -> None:
    """No dateline, no title, no medium and nobody before: the state is not guessed."""
    (said,) = said_in("The strait stays closed, a senior official said.")
    assert said.row.speaker is not None
    assert said.row.speaker.startswith("---/")
