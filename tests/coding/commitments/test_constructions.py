"""Commitments told by word order, by negative phrases and by what surrounds a clause."""

from __future__ import annotations

import pytest

from detente.language import Parser
from detente.resources import Lexicon

from .commitment_reading import record_of, said, state

NEGATIVE = [
    ("At no point will India surrender an inch of its territory, Indian Defence Minister Rajnath Singh said.", "refusal", "IND", "surrender an inch"),
    ("Under no pretext would Poland open its border, Polish Prime Minister Donald Tusk insisted.", "refusal", "POL", "open its border"),
    ("Pakistan's foreign minister said that Islamabad would in no way bow to pressure.", "refusal", "PAK", "bow to pressure"),
    ("The Iranian president said no inspector would set foot in the plant.", "refusal", "IRN", "set foot in the plant"),
    ("“There will be no more warnings,” Israeli Defence Minister Benny Gantz said.", "refusal", "ISR", "no more warnings"),
    ("“You will not be harmed,” the Sri Lankan army commander told the rebels.", "pledge", "LKA", "not be harmed"),
    ("The kingdom is not going to pump more oil, the Saudi energy minister said.", "refusal", "SAU", "to pump more oil"),
    ("Britain no longer intends to sell arms to Saudi Arabia.", "refusal", "GBR", "to sell arms"),
    ("Mali has ruled out extending the mission.", "refusal", "MLI", "extending the mission"),
    ("A pullout is by no means acceptable, Turkish President Recep Tayyip Erdogan said.", "refusal", "TUR", "A pullout"),
    ("A ceasefire is not possible, Ukrainian Foreign Minister Dmytro Kuleba said.", "refusal", "UKR", "A ceasefire"),
    ("Mexico's president insisted that his country would not pay for the wall.", "refusal", "MEX", "would not pay"),
    ("Ghana is not prepared to negotiate under pressure.", "refusal", "GHA", "negotiate under pressure"),
]
FRONTED = [
    ("Only once sanctions are lifted will Iran return to the talks, Iranian Foreign Minister Hossein Amir-Abdollahian said.", "offer", "IRN", "return to the talks", "Only once sanctions are lifted"),
    ("Not before the hostages are freed will there be a ceasefire, Israeli Prime Minister Benjamin Netanyahu said.", "refusal", "ISR", "there be a ceasefire", "Not before the hostages are freed"),
    ("It is only if Ankara apologises that flights will be resumed, Russian Foreign Minister Sergei Lavrov said.", "offer", "RUS", "flights will be resumed", "only if Ankara apologises"),
    ("Without guarantees, Kyiv will not sign, Ukrainian President Volodymyr Zelensky said.", "refusal", "UKR", "Kyiv will not sign", "Without guarantees"),
    ("Absent an agreement, tariffs will be imposed on Chinese steel, US President Donald Trump said.", "threat", "USA", "tariffs will be imposed", "Absent an agreement"),
    ("Egypt warned that it would not stand by should Ethiopia fill the dam.", "threat", "EGY", "would not stand by", "should Ethiopia fill the dam"),
    ("Serbia risks sanctions unless it arrests the suspects, the European Union said.", "threat", "EU", "Serbia risks sanctions", "unless it arrests the suspects"),
    ("Egypt called on Britain to abandon its plans, failing which it would reconsider the treaty.", "threat", "EGY", "reconsider the treaty", "failing which"),
    ("The junta in Niger said that a plane violating its airspace would be shot down.", "threat", "NER", "would be shot down", "a plane violating its airspace"),
    ("Tehran to resume enrichment if sanctions return", "threat|pledge", "IRN", "resume enrichment", "if sanctions return"),
    ("Venezuela said that any vessel entering its waters would be liable to seizure.", "threat", "VEN", "liable to seizure", "any vessel entering its waters"),
    ("Moscow would have to respond if missiles were placed in Poland, Russian President Vladimir Putin said.", "threat", "RUS", "have to respond", "if missiles were placed in Poland"),
]
VOICES = [
    ("A senior French diplomat said Paris would veto the text.", "refusal", "FRA", "veto the text"),
    ("Any further step would have consequences, warned the Greek prime minister.", "warning", "GRC", "would have consequences"),
    ("Baku, Azerbaijani President Ilham Aliyev warned, would retaliate.", "threat", "AZE", "would retaliate"),
    ("Turkey will respond to any attack on its ships.", "threat", "TUR", "respond to any attack"),
    ("Two soldiers were released, Syria's foreign minister said. The remaining prisoners would be freed once the border was opened.", "offer", "SYR", "prisoners would be freed"),
    ("It is time for Russia to leave, Moldovan President Maia Sandu said.", "demand", "MDA", "to leave"),
    ("Japan wants the islands returned.", "demand", "JPN", "the islands returned"),
    ("Armenia asked that observers be sent to the border.", "demand", "ARM", "observers be sent"),
    ("Spain called for restraint and for the immediate reopening of the border.", "demand", "ESP", "the immediate reopening of the border"),
    ("“Those who harbour them would be held to account,” British Prime Minister Rishi Sunak said.", "threat", "GBR", "held to account"),
]
NOTHING = [
    "Denmark declined to say whether Greenland would be sold.",
    "The envoy was summoned and told that such flights were common.",
    "Moscow will host the football final in June.",
    "There can be no doubt about the result, the Polish president said.",
]


@pytest.mark.parametrize(("text", "kind", "holder", "act"), NEGATIVE + VOICES)
def test_a_clause_commits_whoever_speaks(text: str, kind: str, holder: str, act: str, parser: Parser, words: Lexicon) -> None:
    """Negative phrases, inserted speech and the report's own voice bind the party that they stand for."""
    rows = record_of(text, parser, words).commitments
    assert [r for r in said(rows, kind, act) if state(r.holder) == holder], [(r.kind, r.holder, r.act.text) for r in rows]


@pytest.mark.parametrize(("text", "kind", "holder", "act", "condition"), FRONTED)
def test_a_condition_in_front_belongs_to_what_follows(text: str, kind: str, holder: str, act: str, condition: str, parser: Parser, words: Lexicon) -> None:
    """What stands before an inverted or a later main clause is its condition."""
    rows = record_of(text, parser, words).commitments
    found = [r for r in said(rows, kind, act) if state(r.holder) == holder]
    assert any(r.condition is not None and r.condition.text == condition for r in found), [(r.kind, r.act.text, r.condition) for r in rows]


@pytest.mark.parametrize("text", NOTHING)
def test_no_commitment_is_read_into_a_report(text: str, parser: Parser, words: Lexicon) -> None:
    """Questions, schedules and what another was told bind nobody."""
    assert not record_of(text, parser, words).commitments
