"""What each kind of commitment looks like in English, and who is bound."""

from __future__ import annotations

import pytest

from detente.language import Parser
from detente.resources import Lexicon

from .commitment_reading import record_of, said, state

DEMANDS = [
    ("Ukraine demanded the return of its prisoners.", "UKR", "the return of its prisoners"),
    ("Poland insisted on a seat at the table.", "POL", "a seat at the table"),
    ("Iran's demand for compensation was repeated on Monday.", "IRN", "compensation"),
    ("Japan called on North Korea to stop its missile tests.", "JPN", "stop its missile tests"),
    ("France called for an end to the blockade.", "FRA", "an end to the blockade"),
    ("Turkey urged Sweden to extradite the men.", "TUR", "extradite the men"),
    ("India asked Pakistan to hand over the suspects.", "IND", "hand over the suspects"),
    ("China wants the United States to lift its tariffs.", "CHN", "lift its tariffs"),
    ("Armenia insisted that the corridor be reopened.", "ARM", "the corridor be reopened"),
    ("Greece demanded that Turkey withdraw its ship.", "GRC", "withdraw its ship"),
    ("Brazil appealed to Venezuela to free the opposition leader.", "BRA", "free the opposition leader"),
    ("Israel ordered Syria to pull back its forces.", "ISR", "pull back its forces"),
    ("Serbia is demanding guarantees from NATO.", "SRB", "guarantees"),
    ("Egypt pressed Ethiopia to share its data.", "EGY", "share its data"),
    ("Germany gave Iran until Friday to answer.", "DEU", "answer"),
    ("Vietnam required China to remove the rig.", "VNM", "remove the rig"),
    ("Russia must leave Crimea, Ukrainian President Volodymyr Zelensky said.", "UKR", "must leave Crimea"),
    ("“Iran has to end its enrichment,” US President Joe Biden said.", "USA", "has to end its enrichment"),
    ("“Stop the shelling,” French President Emmanuel Macron told Russia.", "FRA", "Stop the shelling"),
    ("A draft resolution by Tunisia demands that Israel halt construction.", "TUN", "halt construction"),
    ("The guarantees that Poland is demanding from NATO are still missing.", "POL", "guarantees"),
    ("Norway sought an end to the fishing ban.", "NOR", "an end to the fishing ban"),
    ("Canada called for the release of two diplomats and a lifting of the ban.", "CAN", "a lifting of the ban"),
    ("Russia told Finland to close its base.", "RUS", "close its base"),
]
OFFERS = [
    ("Qatar offered to host the talks.", "QAT", "host the talks"),
    ("Sudan made an offer to share data with Egypt.", "SDN", "share data"),
    ("Saudi Arabia is ready to restore ties if Iran stops the attacks.", "SAU", "restore ties"),
    ("Moscow said it was willing to resume gas deliveries.", "RUS", "resume gas deliveries"),
    ("Cuba is prepared to talk about compensation.", "CUB", "talk about compensation"),
    ("Turkey expressed its readiness to mediate.", "TUR", "mediate"),
    ("Oman stands ready to help.", "OMN", "help"),
    ("Aid would resume if the prisoners were freed, French President Emmanuel Macron said.", "FRA", "Aid would resume"),
    ("We will lift sanctions if Serbia hands over the general, US President Joe Biden said.", "USA", "lift sanctions"),
    ("Only after a withdrawal can talks be resumed, Ukrainian President Volodymyr Zelensky said.", "UKR", "talks be resumed"),
    ("Switzerland volunteered to carry messages between the two.", "CHE", "carry messages"),
    ("Japan is open to dialogue with South Korea.", "JPN", "dialogue"),
    ("Germany did not rule out sending medicine to Syria.", "DEU", "sending medicine"),
    ("An offer by Norway to mediate was ignored.", "NOR", "mediate"),
    ("Iran said it would free the crew in exchange for its tanker.", "IRN", "free the crew"),
    ("Canada is willing to accept inspectors provided that the United States does so too.", "CAN", "accept inspectors"),
    ("Egypt held out the prospect of talks with Sudan.", "EGY", "talks"),
    ("Belarus is ready for dialogue with Poland.", "BLR", "dialogue"),
    ("Libya showed its willingness to cooperate.", "LBY", "cooperate"),
    ("Spain offered help to Morocco.", "ESP", "help"),
]
PLEDGES = [
    ("Denmark pledged to train Ukrainian pilots.", "DNK", "train Ukrainian pilots"),
    ("China promised to respect the border.", "CHN", "respect the border"),
    ("Both Chad and Sudan vowed to honour the truce.", "SDN", "honour the truce"),
    ("India agreed to reopen the crossing.", "IND", "reopen the crossing"),
    ("Iran agreed to a ceasefire.", "IRN", "a ceasefire"),
    ("Japan's promise to fund the port was repeated.", "JPN", "fund the port"),
    ("Kenya will send food, Kenyan President William Ruto said.", "KEN", "will send food"),
    ("We will help our neighbours, Polish President Andrzej Duda said.", "POL", "help our neighbours"),
    ("Technical support will be lent to Sudan, US President Joe Biden said.", "USA", "Technical support will be lent"),
    ("Russia gave its word that it would not attack Georgia.", "RUS", "would not attack"),
    ("Turkey undertook to clear the mines.", "TUR", "clear the mines"),
    ("The United States committed to withdrawing its forces.", "USA", "withdrawing its forces"),
    ("Israel guaranteed that aid would reach Gaza.", "ISR", "aid would reach Gaza"),
    ("Brazil's commitment to protect the forest was welcomed.", "BRA", "protect the forest"),
    ("The United States has pledged $50 million in aid to Jordan.", "USA", "in aid"),
    ("Jordan made a promise to open its border.", "JOR", "open its border"),
    ("France swore to defend Chad.", "FRA", "defend Chad"),
    ("Hungary accepted the ceasefire proposal.", "HUN", "the ceasefire proposal"),
    ("Serbia consented to a visit by inspectors.", "SRB", "a visit"),
    ("Peru decided to release the sailors.", "PER", "release the sailors"),
]
THREATS = [
    ("Russia will pay a price, US President Joe Biden said.", "USA", "will pay a price"),
    ("Russia threatened to cut gas supplies to Poland.", "RUS", "cut gas supplies"),
    ("The United States threatened Turkey with sanctions.", "USA", "sanctions"),
    ("China vowed to retaliate.", "CHN", "retaliate"),
    ("Iran's threat to close the strait was condemned.", "IRN", "close the strait"),
    ("If Turkey sends ships, we will respond, Greek Prime Minister Kyriakos Mitsotakis said.", "GRC", "we will respond"),
    ("Israel would not sit idle, Israeli Prime Minister Benjamin Netanyahu said.", "ISR", "not sit idle"),
    ("“This attack will not go unanswered,” Iranian President Ebrahim Raisi said.", "IRN", "not go unanswered"),
    ("“All options are on the table,” US President Joe Biden said.", "USA", "All options"),
    ("“We would have no choice but to strike back,” Iranian President Ebrahim Raisi said.", "IRN", "strike back"),
    ("Turkey reserved the right to respond to any attack.", "TUR", "respond"),
    ("Russia did not rule out deploying missiles in Cuba.", "RUS", "deploying missiles"),
    ("Additional sanctions will be imposed on Iran, US President Joe Biden said.", "USA", "sanctions will be imposed"),
    ("The Security Council authorized member states to use force against Iraq.", "UN", "use force"),
    ("A bill presented by US Senator Bob Menendez provides for sanctions against Russia.", "USA", "sanctions"),
    ("Israel told Hezbollah to withdraw or face war.", "ISR", "face war"),
    ("Pakistan is ready to use force, Pakistani Prime Minister Imran Khan said.", "PAK", "use force"),
    ("The European Union is considering sanctions against Belarus.", "EU", "sanctions"),
    ("Syria threatened retaliation.", "SYR", "retaliation"),
    ("Any ship that enters the bay will be sunk, North Korea warned.", "PRK", "will be sunk"),
    ("“Iran must stop. Otherwise we will act,” US President Joe Biden said.", "USA", "we will act"),
    ("Egypt said it might bomb the dam.", "EGY", "might bomb the dam"),
]
WARNINGS = [
    ("NATO warned of a wider war.", "NATO", "a wider war"),
    ("A delay could lead to a deterioration of security, Russian Foreign Minister Sergey Lavrov said.", "RUS", "lead to a deterioration"),
    ("France warned that the dispute could lead to war.", "FRA", "could lead to war"),
    ("There would be grave consequences, British Prime Minister Boris Johnson said.", "GBR", "grave consequences"),
    ("Jordan cautioned against a rush to war.", "JOR", "a rush to war"),
    ("If the dam bursts, the region will face catastrophe, Sudan warned.", "SDN", "will face catastrophe"),
    ("Germany warned Serbia against recognising the vote.", "DEU", "recognising the vote"),
    ("China's warning of serious consequences was ignored.", "CHN", "serious consequences"),
    ("Sanctions would mean a collapse of the talks, Iranian President Ebrahim Raisi said.", "IRN", "a collapse"),
    ("Ukraine warned that Russia could attack in the spring.", "UKR", "could attack"),
]
REFUSALS = [
    ("Iran refused to halt enrichment.", "IRN", "halt enrichment"),
    ("Serbia rejected the proposal.", "SRB", "the proposal"),
    ("Moscow ruled out any withdrawal.", "RUS", "any withdrawal"),
    ("Ethiopia's refusal to sign the accord angered Egypt.", "ETH", "sign the accord"),
    ("Israel declined to join the talks.", "ISR", "join the talks"),
    ("Japan will not recognise the annexation, Japanese Prime Minister Fumio Kishida said.", "JPN", "not recognise"),
    ("Hungary vetoed the aid package.", "HUN", "the aid package"),
    ("China opposes the deployment of missiles in Japan.", "CHN", "the deployment of missiles"),
    ("“We will never surrender,” Ukrainian President Volodymyr Zelensky said.", "UKR", "never surrender"),
    ("Turkey turned down the offer.", "TUR", "the offer"),
    ("A pullout is out of the question, Russian Foreign Minister Sergey Lavrov said.", "RUS", "A pullout"),
    ("Iran has no intention of leaving the treaty.", "IRN", "leaving the treaty"),
    ("India is unwilling to negotiate.", "IND", "negotiate"),
    ("Russia is not ready to talk.", "RUS", "talk"),
    ("There will be no talks, Ukrainian President Volodymyr Zelensky said.", "UKR", "no talks"),
    ("No spheres of influence should be defined, US Secretary of State Antony Blinken said.", "USA", "should be defined"),
    ("The right to choose alliances should not be curtailed, US Secretary of State Antony Blinken said.", "USA", "should not be curtailed"),
    ("Cuba said it would not accept inspectors.", "CUB", "not accept inspectors"),
    ("Israel will not allow Iran to build a bomb, Israeli Prime Minister Benjamin Netanyahu said.", "ISR", "not allow Iran"),
    ("“We cannot accept this plan,” Sudanese leader Abdel Fattah al-Burhan said.", "SDN", "accept this plan"),
    ("Azerbaijan resisted calls for a truce.", "AZE", "calls for a truce"),
]
PROPOSALS = [
    ("Poland suggested a broad dialogue on security.", "POL", "a broad dialogue"),
    ("Turkey proposed a summit in Istanbul.", "TUR", "a summit"),
    ("China proposed that both sides pull back.", "CHN", "both sides pull back"),
    ("Germany advocated continuing talks with Russia.", "DEU", "continuing talks"),
    ("“Let us sit down and talk,” Iranian President Ebrahim Raisi said.", "IRN", "sit down and talk"),
    ("An exchange of data could help to reduce tensions, US Secretary of State Antony Blinken said.", "USA", "could help"),
    ("Mexico put forward a peace plan.", "MEX", "a peace plan"),
    ("Italy recommended sending observers.", "ITA", "sending observers"),
    ("Egypt's proposal to share the water was studied.", "EGY", "share the water"),
    ("Oman invited Iran to a meeting.", "OMN", "Iran"),
    ("South Africa proposed sending a mission to Moscow.", "ZAF", "sending a mission"),
    ("Brazil suggested forming a contact group.", "BRA", "forming a contact group"),
]
RED_LINES = [
    ("NATO membership for Georgia is a red line for Moscow.", "RUS", "NATO membership"),
    ("Sending troops would cross a red line, Russian Foreign Minister Sergey Lavrov said.", "RUS", "Sending troops"),
    ("An attack on the embassy would be considered an act of war, Iranian President Ebrahim Raisi said.", "IRN", "an act of war"),
    ("The use of gas is a red line, US President Barack Obama said.", "USA", "The use of gas"),
    ("Any strike would be regarded as a declaration of war, Iranian President Ebrahim Raisi said.", "IRN", "a declaration of war"),
]
FAMILIES = {
    "demand": DEMANDS, "offer": OFFERS, "pledge": PLEDGES, "threat": THREATS, "warning": WARNINGS, "refusal": REFUSALS,
    "proposal": PROPOSALS, "red_line": RED_LINES,
}  # fmt: skip
ALL = [(kind, *row) for kind, rows in FAMILIES.items() for row in rows]


@pytest.mark.parametrize(("kind", "text", "holder", "act"), ALL, ids=lambda v: v if isinstance(v, str) and len(v) < 70 else None)
def test_a_sentence_commits_its_holder_to_its_act(kind: str, text: str, holder: str, act: str, parser: Parser, words: Lexicon) -> None:
    """Each sentence yields a commitment of its kind, with the act in its own words and the right holder."""
    rows = record_of(text, parser, words).commitments
    found = said(rows, kind, act)
    assert found, [(r.kind, r.holder, r.act.text) for r in rows]
    assert holder in {state(row.holder) for row in found}
