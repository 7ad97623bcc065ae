"""What is set where: digests of several places, towns that open a sentence, people without a title, short forms of names."""

from __future__ import annotations

import pytest

from detente import read

SET = [
    ("India and China exchanged notes. New Delhi insists on the treaty.\n\nThimphu. The government asked China to leave.", "government", "BTN/GOV"),
    ("Seoul and Tokyo protested.\n\nTAIPEI - The foreign ministry demanded an apology from Manila.", "foreign ministry", "TWN/GOV"),
    ("Russia cut the flow and blamed Kiev. In Sofia schools were shut; the government has asked Gazprom for money.", "government", "BGR/GOV"),
    ("Israel and Hamas traded blame. In Amman, the army refused to let the aircraft cross.", "army", "JOR/MIL"),
    ("The junta in Niamey shut the airport. France and Mali protested. In Cotonou, officials closed the border.", "officials", "BEN/GOV"),
    ("Moscow and Berlin quarrelled. At the State Department, a spokesman urged restraint.", "spokesman", "USA/GOV"),
    ("Moscow and Berlin quarrelled. In the Knesset, the government promised calm.", "government", "ISR/GOV"),
    ("Israel and Hamas traded blame. The government refused to let the aircraft cross into Jordan.", "Jordan", "JOR"),
]
PEOPLE = [
    ("The Vienna Cabinet was softer. Dr. Sauer assured the envoy that nothing would be signed.", "Sauer", "AUT/---/sauer"),
    ("Bulgaria's army stood still. Mr. Petkoff refused to receive the commission until the Greeks had left.", "Petkoff", "BGR/---/petkoff"),
    ("Peru, Mr. Lavalle told the conference, would never give up Arica.", "Lavalle", "PER/---/lavalle"),
    ("M. Venturi, who leads for Italy, has asked for the islands to be dealt with first.", "Venturi", "ITA/---/venturi"),
    ("Mr. Okada, of the Japanese mission, asked for a conference.", "Okada", "JPN/GOV/okada"),
    ("Bulgaria and Greece quarrelled. Mr. Petkoff refused to receive the commission.", "Petkoff", "---/---/petkoff"),
]
SHORT = [
    ("The Ethiopian army met the Tigray People's Liberation Front. The Front demanded that it withdraw.", "Front", "ETH/PTY/tplf"),
    ("The European Union met in Luxembourg. The Union will send observers.", "Union", "EU"),
    ("The Peace and Security Council met on Friday. The Commission will report to it.", "Peace and Security Council", "AU/PSC"),
    ("The Conference called for calm, the African Union said.", "Conference", "AU"),
    ("The Secretary-General of the League spoke. The Arab League will send monitors.", "Arab League", "ARAB-LEAGUE"),
    ("The Agency asked Iran for access. The board of the IAEA meets in June.", "Agency", "UN/IAEA"),
    ("The Arab League's ministers met. The organisation will suspend Syria.", "organisation", "ARAB-LEAGUE"),
    ("The Egyptians rejected the text. Their delegation will walk out.", "Their", "EGY"),
    ("The European Community met in June 1991. The Community will send observers.", "Community", "EEC"),
]


@pytest.mark.parametrize(("text", "words", "actor"), SET)
def test_an_organ_is_of_the_state_in_which_its_section_or_sentence_is_set(text: str, words: str, actor: str) -> None:
    """The label of a paragraph and the town that opens a sentence come before what the report is about."""
    assert actor in {m.actor for m in read(text, published="2005-01-01").mentions if m.text == words}


@pytest.mark.parametrize(("text", "words", "actor"), PEOPLE)
def test_somebody_without_a_title_is_of_the_one_state_that_the_sentences_tell(text: str, words: str, actor: str) -> None:
    """The sentence before, an apposition, or the state whose will one tells; of two states neither."""
    assert actor in {m.actor for m in read(text, published="1931-01-01").mentions if m.text == words}


@pytest.mark.parametrize(("text", "words", "actor"), SHORT)
def test_the_last_word_of_a_name_takes_up_the_body(text: str, words: str, actor: str) -> None:
    """'The Front', 'the Community', in either spelling."""
    day = "1991-06-01" if actor == "EEC" else "2015-01-01"
    assert actor in {m.actor for m in read(text, published=day).mentions if m.text == words}


def test_a_body_that_is_gone_is_not_meant_by_a_common_word() -> None:
    """'The League' of 2011 is not the League of Nations."""
    assert "LON" not in {m.actor for m in read("The League suspended Syria.", published="2011-11-12").mentions}
    assert "LON" in {m.actor for m in read("The League warned Italy.", published="1935-10-12").mentions}


@pytest.mark.parametrize("name", ["Sergey V. Lavrov", "Sergei Lavrov", "Mr. Sergej Lavrov"])
def test_initials_and_spellings_of_a_first_name_are_the_same_minister(name: str) -> None:
    """A middle initial, and another spelling of a leading office holder's first name at the date."""
    assert {m.actor for m in read(f"{name} refused to sign.", published="2014-03-17").mentions} == {"RUS/GOV/sergey-lavrov"}
