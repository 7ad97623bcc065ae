"""Who is bound, to whom, and how firmly."""

from __future__ import annotations

import pytest

from detente.language import Parser
from detente.resources import Lexicon

from .commitment_reading import record_of, said, state

ADDRESSED = [
    ("Serbia demanded guarantees from NATO.", "demand", "NATO"),
    ("Russia demanded an end to NATO's expansion.", "demand", "NATO"),
    ("Armenia insisted that Turkey open the border.", "demand", "TUR"),
    ("Japan called on China to stop the drills.", "demand", "CHN"),
    ("Poland called for red lines to be drawn up for Russia.", "demand", "RUS"),
    ("Iran must free the crew, French President Emmanuel Macron said.", "demand", "IRN"),
    ("The American presence in Syria has to end, Russian Foreign Minister Sergey Lavrov said.", "demand", "USA"),
    ("Turkey urged Greece and Cyprus to talk.", "demand", "CYP"),
    ("Indian ships were asked by China to leave the area.", "demand", "IND"),
    ("The United States threatened to hit Iranian sites.", "threat", "IRN"),
    ("The United States threatened Turkey with sanctions.", "threat", "TUR"),
    ("Sudan made an offer to Egypt to share data.", "offer", "EGY"),
    ("Denmark pledged to send tanks to Ukraine.", "pledge", "UKR"),
    ("France warned Iran that the attack would have grave consequences.", "warning", "IRN"),
    ("China rejected Japan's proposal.", "refusal", "JPN"),
    ("They discussed guarantees that Moscow is demanding from NATO.", "demand", "NATO"),
    ("A draft resolution circulated by Tunisia would have Ethiopia halt the filling.", "demand", "ETH"),
    ("If Turkey closes the strait, we will respond, Greek Prime Minister Kyriakos Mitsotakis said.", "threat", "TUR"),
    ("The Council authorized member states to use force against Iraq, US President George Bush said.", "", ""),
    ("The US must lift all sanctions, Iranian President Ebrahim Raisi said.", "demand", "USA"),
    ("Iran wants the US to return to the treaty.", "demand", "USA"),
    ("Iraq has until Saturday to withdraw, US President George Bush said.", "demand", "IRQ"),
]
HOLDERS = [
    ("The leaders of Denmark, Sweden and Poland called for sanctions against Belarus.", "demand", {"DNK", "SWE", "POL"}),
    ("Russia and China proposed a summit.", "proposal", {"RUS", "CHN"}),
    ("US President Joe Biden said that Russian President Vladimir Putin had threatened to invade Georgia.", "threat", {"RUS"}),
    ("According to Reuters, Iran vowed to retaliate.", "threat", {"IRN"}),
    ("An official in Ankara said Turkey would close its airspace.", "threat", {"TUR"}),
    ("Bob Menendez, a US Senator, presented a bill that provides for sanctions against Russia.", "threat", {"USA"}),
    ("The demand was made by Ukraine; a refusal by Russia to talk followed.", "refusal", {"RUS"}),
    ("Compensation was demanded by Iran.", "demand", {"IRN"}),
    ("“We will respond,” Iranian President Ebrahim Raisi said.", "threat", {"IRN"}),
    ("No Americans were harmed, US President Donald Trump said. Additional sanctions will be imposed.", "threat", {"USA"}),
]
CERTAINTY = [
    ("Russia did not rule out deploying missiles in Cuba.", "hedged"),
    ("Iran could close the strait, Iranian President Ebrahim Raisi said.", "hedged"),
    ("The European Union is considering sanctions against Belarus.", "hedged"),
    ("The United States might impose sanctions on Turkey, US President Joe Biden said.", "hedged"),
    ("China will retaliate, Chinese President Xi Jinping said.", "explicit"),
    ("Syria threatened to attack Israel.", "explicit"),
    ("Iran will never be allowed to have a bomb, US President Joe Biden said.", "explicit"),
    ("Israel refused to rule out a strike on Iran.", "hedged"),
    ("“All options are on the table,” US President Joe Biden said.", "hedged"),
    ("Japan may demand an apology from China.", "hedged"),
]


@pytest.mark.parametrize(("text", "kind", "addressee"), [row for row in ADDRESSED if row[1]])
def test_a_commitment_is_addressed(text: str, kind: str, addressee: str, parser: Parser, words: Lexicon) -> None:
    """Objects, prepositions, possessors, the content's own subject and the condition's name the addressee."""
    rows = record_of(text, parser, words).commitments
    assert addressee in {state(a) for row in said(rows, kind, "") for a in row.addressees}, rows


@pytest.mark.parametrize(("text", "kind", "holders"), HOLDERS)
def test_the_holder_is_who_is_bound(text: str, kind: str, holders: set[str], parser: Parser, words: Lexicon) -> None:
    """The state or body of the subject, owner, agent or speaker; several subjects are bound one by one."""
    rows = record_of(text, parser, words).commitments
    assert holders <= {state(row.holder) for row in said(rows, kind, "")}, rows


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY)
def test_certainty_is_how_firmly_it_is_said(text: str, certainty: str, parser: Parser, words: Lexicon) -> None:
    """'Could', 'might', 'consider' and 'did not rule out' hedge; the bare future does not."""
    rows = record_of(text, parser, words).commitments
    assert rows
    assert {row.certainty for row in rows} == {certainty}, rows


def test_a_holder_is_never_its_own_addressee(parser: Parser, words: Lexicon) -> None:
    """Nobody demands of themselves."""
    for text, *_ in ADDRESSED + HOLDERS:
        for row in record_of(text, parser, words).commitments:
            assert row.holder not in row.addressees
