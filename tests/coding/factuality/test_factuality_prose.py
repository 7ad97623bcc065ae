"""Factuality in running prose: lists of demands, aims, alternatives, papers of another day, deeds told as done."""

from __future__ import annotations

import pytest

from detente.coding.factuality import factuality_of
from detente.language import Parser
from detente.resources import Lexicon

SENTENCES = [
    # a list goes on with what opens it
    ("If the militia stays, it will regroup, rearm, and attack Gori again.", "attack", "future"),
    ("All that has to happen is for the militia to surrender, lay down its arms, and release the men.", "release", "hypothetical"),
    ("We call upon all parties to lay down their arms, return to the table and allow convoys to pass.", "return", "hypothetical"),
    ("It is of vital importance that they keep the truce, complete the withdrawal and open the road.", "withdrawal", "hypothetical"),
    ("We will continue to support Kyiv for as long as it takes and to impose sanctions on those who pay for it.", "impose", "future"),
    # aims are no plans
    ("The priority now is to withdraw the guns.", "withdraw", "hypothetical"),
    ("The ministers are to withdraw the guns.", "withdraw", "future"),
    ("Pyongyang will continue to take measures to strengthen its forces.", "strengthen", "future"),
    # what was not done or could not be
    ("We have not been able to free the hostages.", "free", "negated"),
    ("There is no way we would attack Chad.", "attack", "negated"),
    ("Rather than impose sanctions, Rome talked.", "impose", "negated"),
    ("Rome talked rather than impose sanctions.", "impose", "negated"),
    ("A solution, excluding the use of force, is near.", "use", "negated"),
    # what was done, whatever is said of it
    ("The attack could have been prevented.", "attack", "occurred"),
    ("Cuba rejects the blockade that Washington has imposed.", "blockade", "occurred"),
    ("The raid prompted Tehran to mine the strait.", "mine", "occurred"),
    ("We can fight, as we have fought before.", "fought", "occurred"),
    ("It is unacceptable that Russia continues to bomb schools.", "bomb", "occurred"),
    ("In that regard, Syria condemns the raid.", "condemns", "occurred"),
    ("Chad has never accepted the occupation of the strip by Libya.", "occupation", "occurred"),
    # conditions
    ("There will be no peace without the lifting of the blockade.", "lifting", "hypothetical"),
    ("They left without lifting the blockade.", "lifting", "negated"),
    ("The lifting of sanctions depends on Iran.", "lifting", "hypothetical"),
    ("It was not Georgia that opened fire first.", "opened", "negated"),
    ("It was Georgia that opened fire first.", "opened", "occurred"),
    ("More than a decade has passed since Russia invaded Georgia.", "invaded", "historical"),
    ("It is ten years since Russia invaded Georgia.", "invaded", "historical"),
    ("Russia has kept silent since it invaded Georgia.", "invaded", "occurred"),
    ("If Turkey were to close the straits, Russia would be cut off.", "close", "hypothetical"),
    ("Whoever attacks the convoy will pay for it.", "attacks", "hypothetical"),
    ("No sooner had the observers left than the army attacked.", "left", "occurred"),
    ("The other side has chosen to boycott the talks.", "boycott", "occurred"),
    ("The guards were able to free the hostages.", "free", "occurred"),
    ("The guards would be able to free the hostages.", "free", "hypothetical"),
    ("Force will be used to remove the rebels.", "remove", "future"),
    ("Force was used to remove the rebels.", "remove", "occurred"),
    ("Nobody knew how the strikes would end.", "strikes", "occurred"),
    ("The invasion of Ukraine is not the first of its kind.", "invasion", "occurred"),
    ("Moscow wants to cut the cables, forcing Kyiv to surrender.", "forcing", "hypothetical"),
    ("Moscow cut the cables, forcing Kyiv to surrender.", "forcing", "occurred"),
    ("Moscow will leave the pact, accusing Oslo of a breach.", "accusing", "occurred"),
    ("Neither the threats of Moscow nor the silence of friends will make us yield.", "threats", "occurred"),
    ("Chad closed the border to prevent the fighting from spilling over.", "fighting", "occurred"),
    # 'until' under a refusal
    ("Addis Ababa ruled out talks until they had surrendered.", "surrendered", "hypothetical"),
    ("They fought until they had surrendered.", "surrendered", "occurred"),
]


@pytest.mark.parametrize(("text", "word", "value"), SENTENCES)
def test_prose_says_whether_it_happened(parser: Parser, words: Lexicon, text: str, word: str, value: str) -> None:
    """The construction decides, not the verb."""
    token = next(t for s in parser.parse(text).sentences for t in s.tokens if t.text == word)
    assert factuality_of(token, words).value == value


def test_what_goes_on_since_long_is_no_history(parser: Parser, words: Lexicon) -> None:
    """'Have been meeting since 2015' tells of now; 'met in 2015' does not."""
    def value(text: str, word: str) -> str:
        token = next(t for s in parser.parse(text).sentences for t in s.tokens if t.text == word)
        return factuality_of(token, words, published="2021-03-17", date="2015").value

    assert value("They have been meeting in Oslo since 2015.", "meeting") == "occurred"
    assert value("They met in Oslo in 2015.", "met") == "historical"
