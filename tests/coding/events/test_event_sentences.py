"""Several hundred plain sentences of agency news, a third of a page for each type."""

from __future__ import annotations

import pytest

from .force_sentences import FORCE
from .speech_sentences import SPEECH


@pytest.mark.parametrize(("text", "expectation"), FORCE)
def test_a_sentence_of_force_names_who_did_what_to_whom(reads, text, expectation):
    """Attacks, arrests, measures, protests and movements of forces, in the verbs and nouns of agencies."""
    reads(text, expectation)


@pytest.mark.parametrize(("text", "expectation"), SPEECH)
def test_a_sentence_of_talk_names_who_did_what_to_whom(reads, text, expectation):
    """Talks, help, yielding, demands, accusations, refusals and threats."""
    reads(text, expectation)


def test_no_sentence_stands_twice():
    """A table grows by sentences that say something new."""
    texts = [text for text, _ in (*FORCE, *SPEECH)]
    assert len(texts) == len(set(texts))
