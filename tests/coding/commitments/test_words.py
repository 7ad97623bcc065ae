"""Commitments that a word makes: whose they are, where the word stands in a text, joins what was said, or names its doer."""

from __future__ import annotations

import pytest

from detente import read

MADE: list[tuple[str, str, str, str]] = [
    ("A draft calls for a staged reduction of all arms.", "demand", "", "a staged reduction of all arms"),
    ("The communique urges restraint on all sides.", "demand", "", "restraint on all sides"),
    ("The ultimatum requires an answer by noon.", "demand", "", "an answer by noon"),
    ("Mr. Trudeau posted a tweet on Friday. The tweet called for the immediate release of the lawyers.", "demand", "CAN", "the immediate release of the lawyers"),
    ("The raid was a provocation, the Thai foreign minister said, and demanded an apology.", "demand", "THA", "demanded an apology"),
    ("The Turkish minister said the ship had been searched and refused to release the crew.", "refusal", "TUR", "to release the crew"),
    ("Hollande got a promise that Russia would strike nobody.", "pledge", "RUS", "Russia would strike nobody"),
    ("Germany urged both sides to talk.", "demand", "DEU", "urged both sides to talk"),
    ("Senegal gave Mauritanian diplomats 48 hours to leave.", "demand", "SEN", "48 hours to leave"),
    ("Its main demand is a referendum under foreign eyes.", "demand", "", "a referendum under foreign eyes"),
    ("The condition set by Riyadh is the closure of the base.", "demand", "SAU", "the closure of the base"),
    ("Moscow's proposal is that both withdraw ten kilometres.", "proposal", "RUS", "both withdraw ten kilometres"),
    ("The offer includes fuel and credits.", "offer", "", "fuel and credits"),
    ("Among the demands are the release of forty students and a public apology.", "demand", "", "the release of forty students"),
    ("Our goal is to be free of landmines by 2030.", "pledge", "", "to be free of landmines"),
    ("The one thing Israel demands is the return of the pilot.", "demand", "ISR", "the return of the pilot"),
    ("What Washington is offering is a loan of ten years.", "offer", "USA", "a loan of ten years"),
    ("The truce proposed by Kenya has held.", "proposal", "KEN", "The truce proposed by Kenya"),
    ("Sanctions that Cairo demanded, and the observers requested by Zambia, have not come.", "demand", "ZMB", "the observers requested by Zambia"),
    ("The suspension of flights is being considered, the Turkish foreign minister said.", "threat", "TUR", "The suspension of flights"),
    ("Further measures are under consideration, the Turkish foreign minister said.", "threat", "TUR", "Further measures"),
    ("We meet at a dark hour. It is crucial to keep the crossings open.", "demand", "", "to keep the crossings open"),
    ("We meet at a dark hour. It is our duty to protect those who speak the truth.", "demand", "", "to protect those"),
    ("We meet at a dark hour. We ask only that they do the same for us.", "demand", "", "they do the same"),
    ("We aim to double our aid by 2030.", "pledge", "", "to double our aid"),
    ("We need the United Nations to continue its work.", "demand", "", "to continue its work"),
    ("It was agreed that neither side would reinforce the post.", "pledge", "", "neither side would reinforce the post"),
    ("It was decided to send a commission to the island.", "pledge", "", "to send a commission"),
    ("The two neighbours agreed to share the water.", "pledge", "", "to share the water"),
    ("Mali and Niger signed an accord in Algiers. The parties agreed to exchange prisoners within a week.", "pledge", "NER", "to exchange prisoners"),
    ("Peru has asked Brazil and Argentina for observers.", "demand", "PER", "observers"),
    ("Withdraw your guns and we shall talk, the Turkish envoy told the Greeks.", "offer", "TUR", "we shall talk"),
    ("Stay out of our waters, the Icelandic coastguard told the trawlers.", "demand", "ISL", "Stay out of our waters"),
    ("Please leave the area, Russian officers told the monitors.", "demand", "RUS", "leave the area"),
    ("Beijing: no apology, no crew.", "refusal", "CHN", "no apology"),
    ("No concession on territory, Ukraine's foreign minister said.", "refusal", "UKR", "No concession on territory"),
    ("No pledge to withdraw was given, the Turkish spokesman said.", "refusal", "TUR", "No pledge to withdraw was given"),
    ("Paris declined to give an assurance that the tests would stop.", "refusal", "FRA", "the tests would stop"),
    ("Norway asks for the withdrawal of a rig, the release of two men and a meeting of experts.", "demand", "NOR", "a meeting of experts"),
    ("The Red Cross was promised safe passage for its lorries.", "pledge", "", "safe passage"),
    ("Spain sent a frigate to the shoal with orders to open fire on intruders, the Spanish defence minister said.", "threat", "ESP", "to open fire"),
    ("Britain advised its citizens to leave.", "demand", "GBR", "to leave"),
    ("The Chinese embassy told its nationals to keep off the streets.", "demand", "CHN", "to keep off the streets"),
    ("Kiev vowed not to stop until the last village was free.", "pledge", "UKR", "not to stop"),
    ("Turkey ruled out neither a landing nor a blockade.", "threat", "TUR", "a blockade"),
    ("A note from Rome threatens reprisals.", "threat", "ITA", "reprisals"),
    ("London favours a conference of all the riparian states.", "proposal", "GBR", "a conference of all the riparian states"),
    ("The Brazilian premier offered Manaus as the place for the talks.", "offer", "BRA", "Manaus as the place"),
    ("Under the terms of the accord signed on Monday, the rebels will gather at three camps.", "pledge", "", "gather"),
    ("Mali and Niger agreed to withdraw their troops from the border.", "pledge", "MLI", "withdraw"),
    ("Italy threatened to withdraw from the border treaty.", "threat", "ITA", "withdraw"),
    ("Togo's president has said that no one can close the port, and has asked Benin to step in.", "demand", "TGO", "to step in"),
    ("“If the maps are not given to us, the corridor talks are over,” the Greek minister said.", "threat", "GRC", "talks are over"),
    ("Ghana's peacekeepers will remain in Lebanon, Accra said.", "pledge", "GHA", "remain"),
    ("Oslo said an extension had not been ruled out.", "offer", "NOR", "extension"),
    ("Oman will send ships only on the basis of a mandate, its minister said.", "offer", "OMN", "send ships"),
]
SILENT: list[str] = [
    "The Arab League is expected to endorse the plan.",
    "Nothing is settled, said a Chilean adviser who asked not to be named.",
    "The demands are absurd, said the Foreign Minister.",
    "His condition is stable, doctors said.",
    "What they fear is a blockade.",
    "Is what they want a referendum?",
    "The ceasefire announced by Russia has held for a week.",
    "The incident is being investigated, the Chinese ministry said.",
    "The proposal is being studied, Tehran said.",
    "We meet at a dark hour. It is important to note that we have come far.",
    "It is crucial to keep the fields dry in May.",
    "Senegal has called its ambassador home for talks.",
    "Cuba dropped its demand for the base.",
    "The two sides did not agree to meet.",
    "Have the two sides agreed to meet?",
    "It was not agreed who would pay.",
    "No doubt, said the French envoy, the winter will be hard.",
    "No decision has been taken, the Polish minister said.",
    "No troops were sent, Kabul said.",
    "Look, said the Turkish envoy, at what they have done.",
    "Kenya's police have orders to escort the convoy.",
    "Moscow's reply was to cut the gas.",
    "The Greek destroyers sailed with orders to escort the convoy.",
    "Sanaa has neither endorsed nor rejected the idea.",
    "Italy hoped that everybody would accept the text.",
    "France denied that its goal was to topple the government.",
    "The plan was to land at dawn, the American general recalled.",
    "The Turkish minister denied that sanctions were under consideration.",
    "Peru fears that the draft would oblige it to withdraw.",
    "The letter did not call for a boycott.",
    "The islanders were not promised anything.",
    "The law requires drivers to carry a permit.",
    "China, invited to send experts, declined.",
    "The talks are over, the Greek minister said.",
    "“If the talks are over, I have not heard of it,” the Greek minister said.",
    "“The war is over if they want it,” the Greek minister said.",
    "The Security Council met on Monday. The resolution bans exports of coal to Iran.",
]


@pytest.mark.parametrize(("text", "kind", "country", "words"), MADE)
def test_a_word_commits_whom_it_should(text: str, kind: str, country: str, words: str) -> None:
    """A row of the kind, bound to the state or to nobody named, whose act holds the words."""
    rows = read(text, published="2021-03-17", language="en").commitments
    assert any(r.kind == kind and (r.holder or "").split("/")[0].strip("-") == country and words in r.act.text for r in rows)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_foretold_or_asked_of_the_reporter_binds_nobody(text: str) -> None:
    """A forecast, a source's wish for cover, a law for everybody: no row."""
    assert read(text, published="2021-03-17", language="en").commitments == ()
