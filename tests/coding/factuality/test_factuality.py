"""The factuality of any predicate or event noun, coded or not."""

from __future__ import annotations

import pytest

from detente.coding.factuality import factuality_of
from detente.coding.factuality.history import is_history, is_to_come
from detente.language import Parser
from detente.resources import Lexicon

from .factuality_grid import GRID

SENTENCES = [
    ("The minister resigned.", "resigned", "occurred"),
    ("The minister has resigned.", "resigned", "occurred"),
    ("The minister will resign.", "resign", "future"),
    ("The minister is going to resign.", "resign", "future"),
    ("The minister is about to resign.", "resign", "future"),
    ("The minister is to resign.", "resign", "future"),
    ("The minister is expected to resign.", "resign", "future"),
    ("The minister may resign.", "resign", "hypothetical"),
    ("The minister should resign.", "resign", "hypothetical"),
    ("The minister should have resigned.", "resigned", "negated"),
    ("The minister might have resigned.", "resigned", "hypothetical"),
    ("The minister did not resign.", "resign", "negated"),
    ("The minister has yet to resign.", "resign", "negated"),
    ("The minister refused to resign.", "resign", "negated"),
    ("The minister did not refuse to resign.", "resign", "hypothetical"),
    ("The minister managed to resign.", "resign", "occurred"),
    ("The minister did not manage to resign.", "resign", "negated"),
    ("The minister failed to resign.", "resign", "negated"),
    ("The minister seems to have resigned.", "resigned", "occurred"),
    ("The minister denied that he had resigned.", "resigned", "negated"),
    ("He said the minister would resign.", "resign", "future"),
    ("The minister would resign if he lost.", "resign", "hypothetical"),
    ("If the minister resigns, the cabinet falls.", "resigns", "hypothetical"),
    ("Should Iran attack them, they will fight.", "attack", "hypothetical"),
    ("Unless the minister resigns, the cabinet falls.", "resigns", "hypothetical"),
    ("They insisted that the question be discussed.", "discussed", "hypothetical"),
    ("They asked the minister to resign.", "resign", "hypothetical"),
    ("He flew home to resign.", "resign", "hypothetical"),
    ("He left without resigning.", "resigning", "negated"),
    ("Any minister who lies must go.", "lies", "hypothetical"),
    ("He will not talk until the minister resigns.", "resigns", "hypothetical"),
    ("He left before the minister resigned.", "resigned", "occurred"),
    ("The threat of war grew.", "war", "hypothetical"),
    ("A possible strike worries them.", "strike", "hypothetical"),
    ("The planned visit worries them.", "visit", "future"),
    ("No talks took place.", "talks", "negated"),
    ("Talks will take place.", "Talks", "future"),
    ("They condemned the attack.", "attack", "occurred"),
    ("They did not condemn the attack.", "attack", "occurred"),
    ("An end to the siege was announced.", "siege", "historical"),
    ("In the event of an attack, they will fight.", "attack", "hypothetical"),
    ("They have no intention of attacking.", "attacking", "negated"),
    ("He rejected the claim that troops fled.", "fled", "negated"),
]


PERFORMED = [
    ("I wish to condemn the raid.", "condemn", "occurred"),
    ("We would like to congratulate Chad.", "congratulate", "occurred"),
    ("I take this opportunity to applaud the truce.", "applaud", "occurred"),
    ("Allow me to reject the charge.", "reject", "occurred"),
    ("Let me reiterate our support for Mali.", "support", "occurred"),
    ("Oslo wants to condemn the raid.", "condemn", "hypothetical"),
    ("He wished to reject the offer.", "reject", "hypothetical"),
    ("We do not wish to condemn Chad.", "condemn", "hypothetical"),
    ("Cuba calls for an end to the embargo.", "embargo", "occurred"),
    ("Oslo demanded an end to the shelling of the town.", "shelling", "occurred"),
    ("The end of the siege was told by radio.", "siege", "historical"),
]


@pytest.mark.parametrize(("text", "word", "value"), PERFORMED)
def test_what_is_said_by_saying_so_is_done_and_what_is_to_end_goes_on(
    parser: Parser, words: Lexicon, text: str, word: str, value: str
) -> None:
    """Polite frames in the first person perform the act; an end that is only asked for has not come."""
    token = next(t for s in parser.parse(text).sentences for t in s.tokens if t.text == word)
    assert factuality_of(token, words).value == value


@pytest.mark.parametrize(("text", "word", "value"), SENTENCES)
def test_a_predicate_has_the_factuality_that_its_sentence_gives_it(parser, words, text, word, value):
    """Modals, negation, conditions and embedding predicates decide."""
    token = next(t for s in parser.parse(text).sentences for t in s.tokens if t.text == word)
    found = factuality_of(token, words)
    assert found.value == value, found


def test_what_decides_is_quoted(parser, words):
    """The factors are words of the sentence, or name the form."""
    token = next(t for t in parser.parse("Turkey did not rule out an attack.").sentences[0].tokens if t.text == "attack")
    assert factuality_of(token, words).factors == ("not rule out",)


def test_a_date_long_past_makes_history(parser, words):
    """Only for what occurred: a threat made history by its date stays a threat."""
    token = parser.parse("They signed a treaty.").sentences[0].tokens[1]
    assert factuality_of(token, words, published="2021-07-08", date="1959-11").value == "historical"
    assert factuality_of(token, words, published="2021-07-08", date="2021-06").value == "occurred"


@pytest.mark.parametrize("value", ["PXD", "", "1990-13", "XXXX-WXX-4", "1990-W03"])
def test_values_that_are_no_days_are_neither_history_nor_to_come(value):
    """TIMEX3 has values without a day."""
    assert not is_history(value, "2022-01-14")
    assert not is_to_come(value, "2022-01-14")


@pytest.mark.parametrize(("value", "text", "word"), [(value, *row) for value, rows in GRID.items() for row in rows])
def test_embedders_modals_and_negation_decide_together(value: str, text: str, word: str, parser: Parser, words: Lexicon) -> None:
    """The innermost predicate acts first, then each above it, with its own polarity."""
    token = [t for s in parser.parse(text).sentences for t in s.tokens if t.text == word][-1]
    assert factuality_of(token, words, published="2023-05-10").value == value


@pytest.mark.parametrize("value", sorted(GRID))
def test_each_value_has_twenty_sentences_or_more(value: str) -> None:
    """The grid is filled."""
    assert len(GRID[value]) >= 20
