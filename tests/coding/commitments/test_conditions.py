"""Conditions and deadlines: each form of connective, and look-alikes that set none."""

from __future__ import annotations

import pytest

from detente.language import Parser
from detente.resources import Lexicon

from .commitment_reading import record_of, said

CONDITIONS = [
    ("China will retaliate if Japan builds the base, Chinese President Xi Jinping said.", "if", "if Japan builds the base"),
    ("If Japan builds the base, China will retaliate, Chinese President Xi Jinping said.", "if", "If Japan builds the base"),
    ("Russia threatened to cut gas supplies unless Poland pays.", "unless", "unless Poland pays"),
    ("Iran refused to talk until sanctions are lifted.", "until", "until sanctions are lifted"),
    ("India is ready to talk provided that Pakistan stops the attacks.", "if", "provided that Pakistan stops the attacks"),
    ("Turkey threatened to strike should Syria cross the river.", "if", "should Syria cross the river"),
    ("Should Syria cross the river, Turkey would respond, Turkish President Recep Tayyip Erdogan said.", "if", "Should Syria cross"),
    ("France offered to help in the event of an attack.", "if", "in the event of an attack"),
    ("Cuba offered to free him in return for fuel.", "if", "in return for fuel"),
    ("Israel pledged to withdraw in exchange for guarantees.", "if", "in exchange for guarantees"),
    ("Egypt promised to open the border as soon as the truce holds.", "when", "as soon as the truce holds"),
    ("Poland agreed to send jets on condition that Germany did so too.", "if", "on condition that Germany did so too"),
    ("France will lift the ban once elections are held, French President Emmanuel Macron said.", "when", "once elections are held"),
    ("A strike would trigger a war, Iranian President Ebrahim Raisi said.", "if", "A strike"),
    ("Any attack will be met with force, Iranian President Ebrahim Raisi said.", "if", "Any attack"),
    ("Israel told Hamas to disarm or face war.", "unless", "disarm"),
    ("Without a truce there will be no deal, Ukrainian President Volodymyr Zelensky said.", "unless", "Without a truce"),
    ("British troops would not be withdrawn before Iraq had left Kuwait, British Prime Minister John Major said.", "until", "before Iraq"),
    ("The carrier would move closer to Taiwan if need be, US Secretary of State Antony Blinken said.", "if", "if need be"),
    ("Sanctions will remain until Iran complies, US President Joe Biden said.", "until", "until Iran complies"),
    ("As long as the siege lasts, Russia will not sign, Russian Foreign Minister Sergey Lavrov said.", "if", "As long as the siege lasts"),
    ("Only if Serbia withdraws can talks be resumed, US President Joe Biden said.", "if", "Only if Serbia withdraws"),
    ("Were Iran to build a bomb, Israel would strike, Israeli Prime Minister Benjamin Netanyahu said.", "if", "Were Iran to build a bomb"),
    ("The loan depends on reform, and relief is conditional on inspections, French President Emmanuel Macron said.", "if", "on inspections"),
]
FREE = [
    "Russia threatened to cut gas supplies even if Poland pays.",
    "Iran will build the plant regardless of sanctions, Iranian President Ebrahim Raisi said.",
    "France demanded to know whether Syria would sign.",
    "China asked if Japan would withdraw.",
    "He spoke on condition of anonymity; Turkey demanded an apology.",
    "Greece promised to send ships after talks in Ankara.",
    "India demanded compensation when its ship was seized in March.",
    "Egypt will not sign, despite threats, Egyptian President Abdel Fattah al-Sisi said.",
]
DEADLINES = [
    ("France demanded that Mali release the soldiers by 15 January 2024.", "2024-01-15"),
    ("Germany gave Iran until 1 June 2024 to answer.", "2024-06-01"),
    ("Russia told Ukraine to withdraw its troops before 1 March 2024.", "2024-03-01"),
    ("The rebels must leave within 48 hours, Malian President Assimi Goita said.", "PT48H"),
    ("Iraq must withdraw on or before January 15, 1991, US President George Bush said.", "1991-01-15"),
]


@pytest.mark.parametrize(("text", "polarity", "words_of_it"), CONDITIONS)
def test_a_condition_is_found_with_its_polarity(text: str, polarity: str, words_of_it: str, parser: Parser, words: Lexicon) -> None:
    """Subordinators, prepositions, inversion, coordination, predicates and subjects set conditions."""
    found = [row.condition for row in record_of(text, parser, words).commitments if row.condition is not None]
    assert any(c.polarity == polarity and words_of_it in c.text for c in found), [(c.polarity, c.text) for c in found]


@pytest.mark.parametrize("text", FREE)
def test_what_only_looks_like_a_condition_is_none(text: str, parser: Parser, words: Lexicon) -> None:
    """'Even if', 'regardless of', 'whether', bare times and circumstances leave a commitment unconditional."""
    assert [row.condition.text for row in record_of(text, parser, words).commitments if row.condition is not None] == []


@pytest.mark.parametrize(("text", "value"), DEADLINES)
def test_a_deadline_goes_with_its_demand(text: str, value: str, parser: Parser, words: Lexicon) -> None:
    """A date behind 'by', 'until', 'before', 'within' is the demand's deadline."""
    found = said(record_of(text, parser, words).commitments, "demand", "")
    assert value in {row.deadline.value for row in found if row.deadline is not None}, found


def test_the_act_stands_apart_from_its_condition(parser: Parser, words: Lexicon) -> None:
    """The condition is cut from the act at either edge."""
    for text, *_ in CONDITIONS:
        for row in record_of(text, parser, words).commitments:
            if row.condition is not None:
                assert row.act.end <= row.condition.start or row.condition.end <= row.act.start, text
