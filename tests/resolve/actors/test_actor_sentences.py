"""Whom phrases stand for, over many states, titles, bodies and ways of taking up a name."""

from __future__ import annotations

import pytest

from detente.resolve.actors import cast_of, parties_of
from detente.resolve.actors.reading import head_of

# text, day, the phrase asked about, whom it stands for
SENTENCES = [
    # states, capitals, palaces
    ("Ankara summoned the Swedish ambassador on Monday.", "2023-01-23", "Ankara", "TUR/GOV"),
    ("The talks were held in Geneva.", "2022-01-14", "Geneva", ""),
    ("The minister flew to Baghdad on Sunday.", "2019-05-07", "Baghdad", ""),
    ("Washington put pressure on Tehran.", "2019-05-07", "Tehran", "IRN/GOV"),
    ("Moscow rejected the note.", "1962-10-23", "Moscow", "SUN/GOV"),
    ("Moscow rejected the note.", "2014-03-05", "Moscow", "RUS/GOV"),
    ("The Kremlin denied the report.", "2014-03-05", "Kremlin", "RUS/GOV"),
    ("Downing Street welcomed the offer.", "2003-02-05", "Downing Street", "GBR/GOV*"),
    ("The Elysee dismissed the claim.", "2018-02-05", "Elysee", "FRA/GOV*"),
    ("Chad Wolf resigned on Monday.", "2021-01-11", "Wolf", "---/---/chad-wolf"),
    ("Jordan and Turkey recalled their envoys.", "2017-01-11", "Jordan", "JOR TUR"),
    ("It was up to us to decide, he said.", "2017-01-11", "us", ""),
    ("The US imposed sanctions.", "2017-01-11", "US", "USA"),
    ("The U.S.-led coalition struck Raqqa.", "2017-01-11", "coalition", "USA"),
    ("East German guards opened fire.", "1975-06-01", "guards", "DDR/COP"),
    # demonyms with heads, organs
    ("Ukrainian troops entered Kherson.", "2022-11-11", "troops", "UKR/MIL"),
    ("Ukraine's army entered Kherson.", "2022-11-11", "army", "UKR/MIL"),
    ("The army of Myanmar seized power.", "2021-02-01", "army", "MMR/MIL"),
    ("Chadian, Nigerian and Malian troops crossed the border.", "2015-03-01", "troops", "TCD/MIL NGA/MIL MLI/MIL"),
    ("Iranian sites were listed.", "2020-01-08", "sites", "IRN"),
    ("An American drone was shot down.", "2019-06-20", "drone", "USA/MIL"),
    ("Pro-Russian separatists took the town.", "2014-05-01", "separatists", "---/SEP/pro-russian-separatists"),
    ("Thousands of Nigerians marched.", "2015-03-01", "Thousands", "NGA/CVL"),
    ("The Egyptian parliament approved the motion.", "2020-07-20", "parliament", "EGY/LEG"),
    ("Police in Cairo fired tear gas.", "2011-01-28", "Police", "EGY/COP"),
    ("Protesters clashed with police in Nairobi.", "2017-08-12", "Protesters", "KEN/OPP"),
    ("NATO troops left Kosovo.", "2005-01-11", "troops", "NATO/MIL"),
    ("The leaders of Russia, Ukraine, Germany and France met.", "2015-02-12", "leaders", "RUS/GOV UKR/GOV DEU/GOV FRA/GOV"),
    ("Representatives of the 30 NATO countries and Russia held talks.", "2022-01-14", "Representatives", "NATO RUS/GOV"),
    ("Cuba and Yemen voted against it.", "1990-12-01", "Cuba", "CUB YEM"),
    ("Russia's allies stayed away.", "2022-03-02", "allies", ""),
    # people
    ("German Foreign Minister Heiko Maas condemned the attack.", "2020-01-08", "Maas", "DEU/GOV/heiko-maas"),
    ("Peskov denied it.", "2022-01-14", "Peskov", "RUS/GOV/dmitry-peskov"),
    ("Amina Testova, Ruritania's envoy, spoke; Vladimir Example (Kazakhstan) agreed.", "2022-01-14", "Example",
     "KAZ/GOV/vladimir-example"),
    ("Kenya's defence minister, John Sample, resigned.", "2018-01-14", "Sample", "KEN/GOV/john-sample"),
    ("John Sample, Kenya's Minister for Fisheries, resigned.", "2018-01-14", "Sample", "KEN/GOV/john-sample"),
    ("The Minister for Trade of Peru, Ana Sample, resigned.", "2018-01-14", "Sample", "PER/GOV/ana-sample"),
    ("Portugal's Ana Sample abstained.", "2018-01-14", "Sample", "PRT/---/ana-sample"),
    ("Moscow's OSCE ambassador Ivan Sample spoke.", "2018-01-14", "Sample", "RUS/GOV/ivan-sample"),
    ("UN special envoy Ana Sample arrived.", "2018-01-14", "Sample", "UN/ana-sample"),
    ("Presidents Putin and Zelensky met in Paris.", "2019-12-09", "Putin", "RUS/GOV/vladimir-putin UKR/GOV/volodymyr-zelensky"),
    ("An unknown Jane Roe wrote a letter to the paper.", "2019-12-09", "Roe", "---/---/jane-roe"),
    ("Democratic US Senator Bob Menendez presented a bill.", "2022-01-14", "Menendez", "USA/LEG/bob-menendez"),
    ("The president's spokesman declined to comment in Ankara.", "2018-05-01", "spokesman", "---/GOV/spokesman"),
    # bodies and media
    ("The transatlantic military alliance met.", "2022-01-14", "alliance", "NATO"),
    ("The Security Council voted.", "1990-12-01", "Council", "UN/SC"),
    ("Xinhua reported the launch.", "2012-12-12", "Xinhua", "CHN/MED/xinhua"),
    ("The African Union sent observers.", "2012-12-12", "Union", "AU"),
    ("Hezbollah fired rockets.", "2006-07-20", "Hezbollah", "HEZBOLLAH"),
    # people by what stands near
    ("John Sample, a spokesman for the Senegalese army, spoke.", "2017-01-19", "Sample", "SEN/MIL/john-sample"),
    ("The Emirati ambassador in Moscow, Omar Sample, spoke.", "2017-07-05", "Sample", "ARE/GOV/omar-sample"),
    ("Tehran protested. Government spokesman Ali Sample spoke.", "2019-07-24", "Sample", "IRN/GOV/ali-sample"),
    ("Egypt has a right to the water, its ambassador, Amr Sample, said.", "2022-01-14", "Sample", "EGY/GOV/amr-sample"),
    ("A deal hailed by Radoslaw Sikorski, the deputy chief of Russia's staff let it be known, was off.", "2008-08-18", "Sikorski", "POL/GOV/*"),
    ("The survey ship Oruc Reis sailed.", "2020-10-12", "Reis", ""),
]  # fmt: skip


def standing_for(parser, words, text: str, day: str | None, phrase: str) -> tuple[str, ...]:
    """The parties of the last occurrence of a phrase."""
    document = parser.parse(text)
    cast = cast_of(document, words, published=day)
    start = text.rindex(phrase)
    tokens = [t for s in document.sentences for t in s.tokens if t.start < start + len(phrase) and t.end > start]
    return parties_of(head_of(tokens), cast)


@pytest.mark.parametrize(("text", "day", "phrase", "expected"), SENTENCES, ids=[f"{s[2]}: {s[0][:40]}" for s in SENTENCES])
def test_a_phrase_stands_for(parser, words, text: str, day: str, phrase: str, expected: str) -> None:
    """Each phrase stands for the actors beside it, and for no others ('*': whatever follows)."""
    found = standing_for(parser, words, text, day, phrase)
    wanted = expected.split()
    assert len(found) == len(wanted)
    for one, pattern in zip(found, wanted, strict=True):
        assert one.startswith(pattern[:-1]) if pattern.endswith("*") else one == pattern
