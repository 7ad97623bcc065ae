"""Towns that tell a state, names of things that are no people, groups that only stand by."""

from __future__ import annotations

import pytest

from detente.resolve.actors import cast_of, parties_of
from detente.resolve.actors.reading import head_of

# text, day, the phrase asked about (its last occurrence), whom it stands for
GROUPS = [
    ("Insurgents in Grozny killed two policemen.", "2005-06-01", "Insurgents", "RUS/REB"),
    ("Militants in Mosul freed a driver.", "2015-06-01", "Militants", "IRQ/REB"),
    ("Karachi police fired tear gas.", "2015-06-01", "police", "PAK/COP"),
    ("Congolese soldiers entered Goma.", "2012-12-03", "soldiers", "COD/MIL"),
    ("Congolese soldiers entered Pointe-Noire.", "1997-12-03", "soldiers", "COG/MIL"),
    ("Rebels hold Tripoli in Lebanon.", "1983-11-01", "Rebels", "LBN/REB"),
    ("Rebels hold Tripoli in Lebanon.", "1983-11-01", "Tripoli", ""),
    ("Protesters in Valencia, Venezuela, burned tyres.", "2014-03-01", "Protesters", "VEN/OPP"),
    ("Police in Leningrad made arrests.", "1989-07-01", "Police", "SUN/COP"),
    ("The rockets hit the bases of Ain al-Asad and Erbil.", "2020-01-08", "Erbil", ""),
    ("The minister spoke to reporters in Guam.", "2017-08-09", "reporters", "---/MED/reporters"),
    ("Algeria's president spoke. Rebels burned a bus.", "1995-08-09", "Rebels", "DZA/REB"),
    ("French tourists left. Rebels burned a bus.", "1995-08-09", "Rebels", "---/REB/rebels"),
    ("The Albanians of southern Serbia demanded autonomy.", "2007-08-09", "Albanians", "SRB/CVL"),
    ("The North's Strategic Force fired a missile, North Korea said.", "2017-08-09", "Force", "PRK/MIL"),
    ("Palestinians blamed Israel for the raid.", "2002-08-09", "Palestinians", "PSE"),
    ("The Bush administration protested.", None, "administration", "USA/GOV"),
    ("The delegates opposed a regional peacekeeping force.", "2002-08-09", "force", "---/MIL/peacekeeping-force"),
    ("Gunmen killed three civilians.", "2002-08-09", "civilians", "---/CVL/civilians"),
    ("The road is empty of civilians.", "2002-08-09", "civilians", ""),
    ("The plant makes artillery.", "2002-08-09", "artillery", ""),
    ("Lavrov and his American counterpart, John Kerry, met.", "2014-03-05", "counterpart", "USA/GOV/john-kerry"),
]  # fmt: skip

# text, day, whether anybody is a person in it, and who
PEOPLE = [
    ("Patients left the Adam Malik Hospital on Monday.", None, ""),
    ("The factory also makes John Deere trucks.", None, ""),
    ("Residents of Jefferson Parish may return.", None, ""),
    ("Operation Desert Fox began at dawn.", "1998-12-16", ""),
    ("He leads the US President's Malaria Initiative.", "2008-12-16", "USA/GOV/george-w-bush"),
    ("A patrol was hit near Ayn Issa.", "2016-12-16", ""),
    ("The special adviser to Ambassador Jane Roe resigned.", "2016-12-16", "---/GOV/jane-roe"),
    ("Fritz Sample, the Chief Executive Officer of General Motors, left.", "2009-06-01", "*/fritz-sample"),
    ("Kuwait's ambassador to Washington, Sheikh Saud Sample, asked for help.", "1990-08-03", "KWT/GOV/saud-sample"),
    ("Prime Minister Joseph Muscat of Malta spoke.", "2019-09-26", "MLT/GOV/joseph-muscat"),
    ("Mehbooba Mufti said it was dark.", "2019-08-05", "*/mehbooba-mufti"),
    ("Former president Carlos Menem was summoned in Argentina.", "2010-10-01", "ARG/ELI/carlos-menem"),
    ("Merkel called Macron.", None, "DEU/GOV/angela-merkel FRA/GOV/emmanuel-macron"),
    ("Kennedy replied that he would wait.", "1962-10-25", "USA/GOV/john-f-kennedy"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "phrase", "expected"), GROUPS, ids=[f"{g[2]}: {g[0][:40]}" for g in GROUPS])
def test_a_group_belongs_to(parser, words, text: str, day: str | None, phrase: str, expected: str) -> None:
    """A group has the state of the town it is in, a place has no actor, and bystanders are none."""
    document = parser.parse(text)
    cast = cast_of(document, words, published=day)
    start = text.rindex(phrase)
    tokens = [t for s in document.sentences for t in s.tokens if t.start < start + len(phrase) and t.end > start]
    assert " ".join(parties_of(head_of(tokens), cast)) == expected


@pytest.mark.parametrize(("text", "day", "expected"), PEOPLE, ids=[p[0][:50] for p in PEOPLE])
def test_the_people_are(parser, words, text: str, day: str | None, expected: str) -> None:
    """Exactly these people are named ('*': whatever stands before), and no thing is one."""
    found = [a.id for a in cast_of(parser.parse(text), words, published=day).actors.values() if a.kind == "person"]
    wanted = expected.split()
    assert len(found) == len(wanted)
    for one, pattern in zip(found, wanted, strict=True):
        assert one.endswith(pattern[1:]) if pattern.startswith("*") else one == pattern


def test_reasons_count_sentences_from_one(parser, words) -> None:
    """The second sentence is 'sentence 2', as a reader counts."""
    cast = cast_of(parser.parse("Nothing happened. Peru protested."), words, published="2001-01-01")
    assert cast.actors["PER"].because == "state 'Peru' in sentence 2"
