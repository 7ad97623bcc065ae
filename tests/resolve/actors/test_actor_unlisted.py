"""Organisations that no table lists, and the officers of bodies."""

from __future__ import annotations

import pytest

import detente


def _ids(text: str) -> set[str]:
    return {actor.id for actor in detente.read(text, published="2019-05-06").actors}


def _holders(text: str) -> list[str]:
    return [c.holder for c in detente.read(text, published="2019-05-06").commitments]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Tulip Party said on Monday that it would boycott the vote.", "---/PTY/tulip-party"),
        ("The Tarbush party asks for a referendum in Armenia.", "---/PTY/tarbush"),
        ("The opposition party TRP-GDK vowed to block the treaty.", "---/PTY/trp-gdk"),
        ("Belnor, a Finnish firm, offered to show its books.", "FIN/BUS/belnor"),
        ("The oil company Larkwood warned that it would shelve the project.", "---/BUS/larkwood"),
        ("The Harbour Resistance Committees in Gaza vowed to fight on.", "PSE/REB/harbour-resistance-committees"),
        ("The Stevedores' Union in Sydney refused to load the ships.", "AUS/---/stevedores-union"),
        ("The Dockers' Union in Sydney refused to load the ships.", "AUS/LAB/dockers-union"),
        ("Peruvian Airways has agreed to fly the pilgrims home.", "PER/BUS/peruvian-airways"),
        ("The International Kelp Commission rejected the quota.", "---/IGO/international-kelp-commission"),
        ("HMS Sample will watch the strait, Downing Street said.", "GBR/MIL"),
        ("Air India will not fly to Kathmandu.", "IND/BUS/air-india"),
        ("The National Harvest Council rejected the accord.", "---/---/national-harvest-council"),
    ],
)
def test_a_name_tells_what_it_names(text: str, actor: str) -> None:
    assert actor in _ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Standing Committee rejected the plan.",
        "The High-Level Committee met in Paris.",
        "The Security Council rejected the plan.",
        "The party on Monday rejected the plan.",
        "The Russian Communist Party rejected the plan.",
        "The company said it would appeal.",
        "On Friday the party Monday rejected was back.",
        "Prime Minister Larkwood warned the party.",
    ],
)
def test_titles_and_listed_bodies_make_no_new_one(text: str) -> None:
    assert not any("calls itself" in actor.because for actor in detente.read(text, published="2019-05-06").actors)


def test_later_mentions_go_by_the_short_name_and_the_pronoun() -> None:
    text = "The Tulip Front (TF) seized the town. TF demanded talks with Mali. It refused to leave."
    assert set(_holders(text)) == {"---/---/tulip-front"}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The OAS commission met both presidents. Its chairman, Enrique Sample of Venezuela, appealed to both parties to keep silent.", "OAS"),
        ("The president of the Security Council, Munir Sample of Pakistan, urged the parties to stop firing.", "UN/SC"),
        ("The Tulip Party has answered with processions. Its leader, Sayed Sample, demands a referendum.", "---/PTY/tulip-party"),
        ("Joaquim Sample of Mozambique urged the parties to stop firing.", "MOZ/---/joaquim-sample"),
    ],
)
def test_officers_of_a_body_speak_for_it_wherever_they_are_from(text: str, holder: str) -> None:
    assert _holders(text) == [holder]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Consulates will go on issuing visas, the German Foreign Ministry said.", "DEU/GOV"),
        ("Soldiers will not leave the island until the talks end, a Greek spokesman said.", "GRC/GOV"),
    ],
)
def test_organs_without_a_state_are_those_of_the_state_that_speaks(text: str, holder: str) -> None:
    assert holder in _holders(text)
