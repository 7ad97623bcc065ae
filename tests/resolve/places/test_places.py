"""Place names and which place is meant."""

from __future__ import annotations

import pytest

from detente.language import Parser
from detente.resolve.actors import cast_of
from detente.resolve.places import places_of
from detente.resolve.places.gazetteer import gazetteer
from detente.resources import Lexicon


def places(parser: Parser, words: Lexicon, text: str) -> list[tuple[str, str | None]]:
    """Texts and states of all places."""
    document = parser.parse(text)
    return [(p.row.text, p.row.country) for p in places_of(document, words, cast_of(document, words, published="2015-01-01"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leaders met in Brest, France, on Monday.", ("Brest", "FRA")),
        ("In Brest, near the Polish border, a vigil was held.", ("Brest", "BLR")),
        ("Envoys of Russia and the United States met in Geneva.", ("Geneva", "CHE")),
        ("The talks in Vienna failed.", ("Vienna", "AUT")),
        ("Rebels hold Tripoli in Lebanon.", ("Tripoli", "LBN")),
        ("Fighting goes on in eastern Ukraine.", ("eastern Ukraine", "UKR")),
        ("Ships were stopped in the Strait of Hormuz.", ("Strait of Hormuz", None)),
        ("Russia annexed Crimea.", ("Crimea", "UKR")),
        ("Troops entered the Gaza Strip.", ("Gaza Strip", "PSE")),
        ("The treaty was signed at Khartoum.", ("Khartoum", "SDN")),
        ("Guns shelled the outskirts of Kyiv.", ("Kyiv", "UKR")),
        ("Jets bombed Hanoi at dawn.", ("Hanoi", "VNM")),
        ("Rebels fired on Asmara.", ("Asmara", "ERI")),
        ("Police searched a house in the state of Maharashtra.", ("Maharashtra", "IND")),
        ("Crowds marched through north London.", ("north London", "GBR")),
        ("Jordan shot down drones over Amman on Tuesday.", ("Amman", "JOR")),
        ("Shells were still falling on Misrata.", ("Misrata", "LBY")),
        ("Tanks would encircle Mekelle, the general said.", ("Mekelle", "ETH")),
        ("They may face an assault on the regional capital, Mekelle.", ("Mekelle", "ETH")),
        ("Sudan deplored the bombing of Qarnabil.", ("Qarnabil", "SDN")),
        ("The mayor of Qarnabil raised a Greek flag.", ("Qarnabil", "GRC")),
        ("Russian jets landed at the Qarnabil base.", ("Qarnabil", "RUS")),
        ("LIMA - Peru called the envoys home.", ("LIMA", "PER")),
        ("Norwegian police sealed off Qarnavik in Norway's north.", ("Norway", "NOR")),
    ],
)
def test_context_says_which_place_is_meant(parser: Parser, words: Lexicon, text: str, expected: tuple[str, str | None]) -> None:
    """A state named beside it, a border, then size."""
    assert expected in places(parser, words, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Chad Wolf saw no threat.", "Chad"), ("Jordan Smith left the hall.", "Jordan"), ("The White House denied it.", "White House"), ("The Washington Post reported it.", "Washington")],
)
def test_names_of_people_and_bodies_are_no_places(parser: Parser, words: Lexicon, text: str, name: str) -> None:
    """A place name inside another name is not one."""
    assert name not in [text for text, _ in places(parser, words, text)]


def test_a_capital_that_acts_is_no_place(parser: Parser, words: Lexicon) -> None:
    """Moscow demands; in Moscow one meets."""
    assert places(parser, words, "Moscow rejected the demand.") == []
    assert ("Moscow", "RUS") in places(parser, words, "The ministers met in Moscow.")


def test_a_place_that_no_gazetteer_has_keeps_its_named_state(parser: Parser, words: Lexicon) -> None:
    """Its state is what the text says, and the reason says that it is unlisted."""
    document = parser.parse("A bomb fell near Qarnabil, Syria, on Monday.")
    found = places_of(document, words, cast_of(document, words, published=None))
    assert [p.row.country for p in found][-1] == "SYR"
    assert all(p.row.because and p.row.rule.startswith("place/") for p in found)


def test_the_gazetteer_knows_old_spellings_and_borders(words: Lexicon) -> None:
    """Kiev and Kyiv are one town; Poland borders Belarus."""
    known = gazetteer(words)
    assert {c.country for c in known.find("Kiev")} >= {"UKR"}
    assert "BLR" in known.neighbours["POL"]
    assert known.find("Nowhere-upon-Sea") == ()


def test_a_place_that_no_gazetteer_has_lies_in_the_one_state_that_is_spoken_of(parser: Parser, words: Lexicon) -> None:
    """The reason says so; where two states are spoken of, it has none."""

    def unlisted(text: str) -> tuple[str | None, str]:
        document = parser.parse(text)
        found = places_of(document, words, cast_of(document, words, published=None))
        (row,) = [p.row for p in found if "Qarnabil" in p.row.text]
        return row.country, row.because

    country, because = unlisted("Syrian troops shot at a convoy near the village of Qarnabil on Monday.")
    assert country == "SYR"
    assert "speaks of SYR alone" in because
    assert unlisted("Syrian and Turkish troops clashed near the village of Qarnabil on Monday.")[0] is None


def test_a_place_that_no_gazetteer_has_lies_in_the_state_that_the_report_is_about(parser: Parser, words: Lexicon) -> None:
    """The state named far more often than any other; an agency's state does not count."""
    report = (
        "Kenya sent troops to the north. Kenya's president spoke of thieves. Kenya has closed the road, Agence France-Presse "
        "reported. Uganda offered help. Shots were heard near the village of Qarnabil."
    )
    document = parser.parse(report)
    (row,) = [p.row for p in places_of(document, words, cast_of(document, words, published=None)) if "Qarnabil" in p.row.text]
    assert row.country == "KEN"
    assert "above all" in row.because


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled a village in East Java on Monday.", ("East Java", "IDN")),
        ("Troops landed in northern Sumatra.", ("northern Sumatra", "IDN")),
        ("Clashes were reported in KwaZulu-Natal.", ("KwaZulu-Natal", "ZAF")),
        ("The convoy reached Deir al-Zor at dawn.", ("Deir al-Zor", "SYR")),
        ("The convoy was stopped near Lachin.", ("Lachin", "AZE")),
        ("Poland sent the samples to a laboratory in Weybridge, England.", ("Weybridge", "GBR")),
        ("Poland and Canada met. The raid began near Hope, British Columbia.", ("British Columbia", "CAN")),
    ],
)
def test_provinces_and_islands_are_known_by_their_english_names(
    parser: Parser, words: Lexicon, text: str, expected: tuple[str, str]
) -> None:
    """Provinces that the subdivision list has under a local name only, and small towns whose country follows."""
    assert expected in places(parser, words, text)


def test_a_noun_of_the_landscape_makes_another_place_of_a_town(parser: Parser, words: Lexicon) -> None:
    """Islington Bay isn't in Islington."""
    assert all(country != "GBR" for _, country in places(parser, words, "New Zealand closed Islington Bay to ships."))
