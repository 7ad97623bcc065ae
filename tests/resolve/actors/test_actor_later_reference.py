"""Last names, pronouns, descriptions and groups: whom a report means when it names nobody anew."""

from __future__ import annotations

import pytest

from detente.resolve.actors import cast_of, mention_rows

# text, day, the words asked about (their last occurrence), whom they mean
REPORTS = [
    ("Foreign Minister Wang Yi met Sergei Lavrov. “No,” he said.", "2022-03-30", "he", "CHN/GOV/wang-yi"),
    ("Chancellor Angela Merkel spoke. She said a deal was near.", "2015-02-12", "She", "DEU/GOV/angela-merkel"),
    ("Angela Merkel met Vladimir Putin. She left early.", "2015-02-12", "She", "DEU/GOV/angela-merkel"),
    ("Angela Merkel met Vladimir Putin. He left early.", "2015-02-12", "He", "RUS/GOV/vladimir-putin"),
    ("Bush offered talks. “I will wait,” he said.", "1990-12-01", "I", "USA/GOV/george-h-w-bush"),
    ("Lavrov was blunt. “We want answers,” he said.", "2022-01-14", "We", "RUS/GOV"),
    ("Wang Yi spoke. No diplomat would be expelled, he went on.", "2022-03-30", "he", "CHN/GOV/wang-yi"),
    ("Wang Yi was silent. In his reply Sergei Lavrov refused.", "2022-03-30", "his", "RUS/GOV/sergey-lavrov"),
    ("The Foreign Minister of Egypt said that he was patient. His counterpart from the Sudan was not. She left.", "2020-06-29", "She", "SDN/GOV/asma-mohamed-abdalla"),
    ("Kenya's minister, John Roe, spoke. The Minister for Water of Uganda said that the dam was safe. His country would help.", "2020-06-29", "country", "UGA"),
    ("The Chinese ambassador was summoned. The embassy rejected the note.", "2022-03-30", "embassy", "CHN/GOV"),
    ("The Soviet commandant, Colonel Sample, met the American envoy. He asked for an end to it.", "1961-10-26", "He", "SUN/MIL/sample"),
    ("Argentina rejected the award. In its note Chile asked for more.", "1978-01-30", "its", "CHL"),
    ("The Egyptians rejected the text. They walked out.", "1978-01-30", "They", "EGY"),
    ("Russia rejected the plan. It demanded a new text.", "2022-01-14", "It", "RUS"),
    ("Iran recalled its ambassador.", "2022-01-14", "its", "IRN"),
    ("It is important that Iran signs.", "2022-01-14", "It", ""),
    ("If the sanctions are imposed, it could lead to a break with Russia.", "2022-01-14", "it", ""),
    ("The council authorized force against Iraq unless it withdraws.", "1990-12-01", "it withdraws", "IRQ"),
    ("India and Pakistan traded fire. The two countries have fought three wars.", "2019-02-28", "countries", "IND PAK"),
    ("Armenia and Azerbaijan agreed to a truce. Both sides will exchange prisoners.", "2020-10-10", "sides", "ARM AZE"),
    ("Armenia and Azerbaijan agreed to a truce. They will exchange prisoners.", "2020-10-10", "They", "ARM AZE"),
    ("Russia, China, Iran and Cuba met. Both sides will exchange prisoners.", "2020-10-10", "sides", ""),
    ("Rebels took the town. They burned the market.", "2020-10-10", "They", "---/REB/rebels"),
    ("Sergei Lavrov met his Ukrainian counterpart.", "2022-03-10", "counterpart", "UKR/GOV/dmytro-kuleba"),
    ("President Bush spoke. The president added that troops would stay.", "1990-12-01", "The president", "USA/GOV/george-h-w-bush"),
    ("Lavrov said a deal was near. The minister left at noon.", "2022-01-14", "minister", "RUS/GOV/sergey-lavrov"),
    ("Sweden's Foreign Minister Carl Bildt spoke. The politician was tired.", "2009-01-14", "politician", "SWE/GOV/carl-bildt"),
    ("NATO met in Brussels. The alliance agreed on new forces.", "2022-01-14", "alliance", "NATO"),
    ("The European Union met. The bloc agreed on sanctions.", "2022-01-14", "bloc", "EU"),
    ("The Security Council met. The world body adopted a text.", "2002-01-14", "world body", "UN"),
    ("Cuba protested. The country closed its embassy.", "2002-01-14", "country", "CUB"),
    ("Ana Sample, Peru's trade minister, said her country would sign.", "2002-01-14", "country", "PER"),
    ("Support would be lent by her country, said Ana Sample (Peru).", "2002-01-14", "her", "PER/GOV/ana-sample"),
    ("The American president spoke.", "1962-10-23", "president", "USA/GOV/john-f-kennedy"),
    ("The American president spoke.", None, "president", "USA/GOV"),
    ("BEIJING, March 12 - China held drills. The Foreign Ministry dismissed the reports.", "1996-03-12", "Foreign Ministry", "CHN/GOV"),
    ("Iran and Iraq and Syria and Turkey met. The foreign ministry dismissed it.", "1996-03-12", "foreign ministry", "---/GOV/foreign-ministry"),
    ("Kennedy orders quarantine\n\nPresident John F. Kennedy spoke on Monday.", "1962-10-23", "Kennedy", "USA/GOV/john-f-kennedy"),
    ("Qian Qichen warned others. Beijing would act, Qian said.", "1996-03-12", "Qian", "CHN/GOV/qian-qichen"),
    ("The United States has troops there. Americans were not harmed.", "2020-01-08", "Americans", "USA/CVL"),
    ("Norway and Denmark met. Both agreed to a truce.", "2020-01-08", "Both", "NOR DNK"),
    ("NATO set a deadline. The 16 allies warned the Serbs.", "1994-02-18", "allies", "NATO"),
    ("The United States has its own allies. The allies of Peru met.", "1994-02-18", "The allies", ""),
    ("The North Korean radio spoke of spies. The radio named no one.", "1968-01-30", "The radio", "PRK/MED"),
    ("Xinhua reported a launch. The agency gave no date.", "2012-12-12", "agency", "CHN/MED/xinhua"),
    ("India struck Pakistan. Pakistan shot down two Indian jets. India and Pakistan both closed their airspace. China and the European Union called for restraint. Russia offered to mediate between the two neighbours.",
     "2019-02-28", "neighbours", "IND PAK"),
    ("Abiy Ahmed spoke. The offer was turned down by Debretsion Gebremichael, who leads the TPLF. His people were ready, he said.",
     "2020-11-23", "he said", "ETH/PTY/debretsion-gebremichael"),
    ("The two spoke for Mali. Peru, Peru and Peru again was the topic, with Joaquim Chissano of Mozambique in the chair. The government agreed.",
     "2020-11-23", "government", "PER/GOV"),
    ("A Foreign Office spokesman confirmed the report.", "1948-07-21", "spokesman", "GBR/GOV"),
    ("Pakistan's Foreign Office spokesman confirmed the report.", "2019-02-28", "spokesman", "PAK/GOV"),
    ("The Foreign Office insisted that there were no talks.", "2019-07-24", "Foreign Office", "GBR/GOV"),
]  # fmt: skip


def meant(parser, words, text: str, day: str | None, phrase: str) -> set[str]:
    """The actors of all mentions that overlap the last occurrence of some words."""
    cast = cast_of(parser.parse(text), words, published=day)
    start = text.rindex(phrase)
    rows = [row for row in mention_rows(cast) if row.start < start + len(phrase) and row.end > start]
    return {row.actor for row in rows}


@pytest.mark.parametrize(("text", "day", "phrase", "expected"), REPORTS, ids=[f"{r[2]}: {r[0][:45]}" for r in REPORTS])
def test_words_take_up(parser, words, text: str, day: str | None, phrase: str, expected: str) -> None:
    """Words that name nobody anew mean exactly the actors that the report leads up to."""
    assert meant(parser, words, text, day, phrase) == set(expected.split())


def test_a_headline_settles_an_ambiguous_word(parser, words) -> None:
    """'Korean' is of two states; a headline outside the text says which."""
    document = parser.parse("Korean troops crossed the line.")
    assert set(cast_of(document, words, published="2013-04-01").actors) == {"---/MIL/troops"}
    titled = cast_of(document, words, published="2013-04-01", title="North Korea on the march")
    assert "PRK/MIL" in titled.actors


def test_an_outlet_lends_its_state_as_the_last_resort(parser, words) -> None:
    """'The Foreign Ministry' in a report of Xinhua that names no state is China's."""
    document = parser.parse("The Foreign Ministry rejected the report.")
    assert "CHN/GOV" in cast_of(document, words, published="2013-04-01", outlet="Xinhua").actors
    assert "CHN/GOV" not in cast_of(document, words, published="2013-04-01").actors
