"""Commitments that a running report tells: plans in its own voice, accords laid out, words that run on behind a tag."""

from __future__ import annotations

import pytest

from detente import read

PLANS = [  # the sentence, then kind and country of a row that it must give
    ("An inquiry found a mine. Oslo will take the case to the United Nations Security Council.", "threat", "NOR"),
    ("Norway will make three bases available if its allies ask for them.", "offer", "NOR"),
    ("Sweden is sending 350 more soldiers to Estonia.", "pledge", "SWE"),
    ("Denmark is recalling its envoy from Reykjavik.", "threat", "DNK"),
    ("UN mission to stay in Chad despite order", "pledge", "UN"),
    ("Experts were asked for a report. Lisbon will not recognise the buoys as a border.", "refusal", "PRT"),
    ("Cambodia wanted observers at the temple. Thailand will not have them there.", "refusal", "THA"),
    ("The European Union likes the draft. It is willing to examine any idea.", "offer", "EU"),
    ("Peru's navy will begin to escort the trawlers.", "pledge", "PER"),
    ("Austria and Hungary will not take part in the sanctions.", "refusal", "AUT"),
    ("Austria and Hungary will not take part in the sanctions.", "refusal", "HUN"),
]
ACCORDS = [
    ("Under the accord, the guns were to fall silent at midnight.", "pledge", ""),
    ("Peru and Ecuador signed a truce on Friday. A zone between the two is to be demilitarized.", "pledge", "PER"),
    ("Peru and Ecuador signed a truce on Friday. A zone between the two is to be demilitarized.", "pledge", "ECU"),
    ("Peru and Ecuador signed a truce on Friday. Prisoners shall be exchanged within a month.", "pledge", "ECU"),
]
VOICES = [
    ("The talks will go on, a Chinese spokesman said, and the crew will be released.", "pledge", "CHN"),
    ("The bond must be paid back, a Spanish official said, and the charges must be dropped.", "demand", "ESP"),
    ("Senegal and Benin have said they would take part.", "pledge", "BEN"),
    ("Senegal and Benin have said they would take part.", "pledge", "SEN"),
    ("Iceland's president refused to sign. The finance minister, Jon Jonsson, said the fleet would be withdrawn.", "pledge", "ISL"),
    ("Poland closed its border. The interior minister, Jan Kowal, ruled out talks.", "refusal", "POL"),
    ("M. Larsen, for Sweden, begged the Council to secure the release of the prisoners.", "demand", "SWE"),
    ("Mr. Tanaka asked that Britain recognise the border. Japan would not discuss the tariff, he explained.", "demand", "JPN"),
    ("France accepts the text. She insists, however, that the annuities be paid.", "demand", "FRA"),
]
WORDS = [
    ("Khartoum wanted 36 dollars a barrel for the use of its pipelines.", "demand", "SDN"),
    ("China is open to a joint inquiry, its ambassador said.", "offer", "CHN"),
    ("Tunis had no intention of leaving the League.", "refusal", "TUN"),
    ("Portugal does not bargain over its provinces, an official in Lisbon said.", "refusal", "PRT"),
    ("Greece does not discuss sovereignty, the Greek premier said.", "refusal", "GRC"),
    ("'Nobody is going to stop the clock,' a Dutch minister said.", "refusal", "NLD"),
    ("Egypt had been invited and declined to attend.", "refusal", "EGY"),
    ("Other powers ought to understand this, the Japanese minister said.", "demand", "JPN"),
    ("The American vice president said Mexico had to do more.", "demand", "USA"),
    ("An attack on Niger would be a war on Mali as well, Mali's junta declared.", "threat", "MLI"),
    ("Portugal agreed to lift the ban once the ships had left.", "pledge", "PRT"),
    ("Britain believes the missiles should not be delivered.", "refusal", "GBR"),
    ("A Foreign Office minister said London would be prepared to guarantee a truce.", "offer", "GBR"),
    ("Kenya's navy has orders to sink any ship that crosses the line.", "threat", "KEN"),
    ("'There is no alternative to withdrawal,' Peru's foreign minister said.", "demand", "PER"),
    ("Ecuador's government said the posts at Tiwinza would be held.", "pledge", "ECU"),
    ("Cyprus's president called the conditions absurd.", "refusal", "CYP"),
    ("Hungary said it would block any measure that touched its gas.", "threat", "HUN"),
    ("New tariffs would be announced within days, the Indian minister said.", "threat", "IND"),
    ("Norway said it would make sure that the prisoners were freed.", "pledge", "NOR"),
    ("Britain is angry with Chad. Should that fail, officials said, Washington would impose sanctions on Chad.", "threat", "USA"),
    ("Ireland and Italy said that they would not be bound by it.", "refusal", "ITA"),
    ("Chad said that it was closing its embassy in Niger.", "threat", "TCD"),
    ("Poland's foreign minister left for Prague. He will not attend the talks.", "refusal", "POL"),
    ("There would be no truce before the last soldier had left, and the army would shell the town, Mali's president said.", "threat", "MLI"),
]
SILENT = [
    "The inspectors said they needed more time.",
    "The treaty will be signed in June.",
    "Foreign ministers of the bloc will meet on Friday.",
    "France is not sending soldiers to Chad.",
    "Is Britain sending troops to Kenya?",
    "Iran denied that it was sending drones to Sudan.",
    "Moscow said Ukraine was sending drones to Chad.",
    "Chad did not sign the truce. Prisoners would be exchanged within a month.",
    "Climate change is a threat to our efforts to end hunger.",
    "Ghana said climate change poses an existential threat to the nations of the Caribbean.",
    "UN figures suggest that seven million people in Chad require aid.",
    "Chad engages with its neighbours to build trust.",
    "'We are here to serve our citizens,' Ghana's president said.",
    "The people of Chad have the right to determine their future, its foreign minister said.",
    "Chad's minister said that Ghana had stood by it against terrorism.",
    "Diplomats expect the matter to come before the International Court.",
    "Malta says it has nothing to hide from any judge.",
    "The Polish premier called the film absurd.",
    "Kenya's navy had no orders to sink the ship.",
    "Chad's spokeswoman would not say how it would vote.",
    "'Our patience should not be taken as weakness,' Chad's president said.",
    "Is Chad closing its embassy?",
    "Chad denied that it was closing its embassy.",
    "Malta offers its condolences to the families.",
    "The conference offers a unique opportunity to rebuild Chad.",
    "'I will begin with the fight against terrorism,' Mali's foreign minister said.",
    "The outbreak may not be the last, officials in Ghana said.",
    "The supplies will relieve the suffering of civilians, Mali's minister said.",
]


@pytest.mark.parametrize(("text", "kind", "country"), [*PLANS, *ACCORDS, *VOICES, *WORDS])
def test_what_a_report_tells_as_settled_binds_its_party(text: str, kind: str, country: str) -> None:
    """A row of the kind, bound to the state or, for '', to nobody named."""
    rows = read(text, published="1999-03-17", language="en").commitments
    assert (kind, country) in [(row.kind, (row.holder or "").split("/")[0].strip("-")) for row in rows]


@pytest.mark.parametrize("text", SILENT)
def test_what_binds_nobody_stays_silent(text: str) -> None:
    """Needs, calendars, orders to one's own, dangers."""
    assert read(text, published="1999-03-17", language="en").commitments == ()


def test_an_accord_that_is_refused_lays_nothing_down() -> None:
    """What the text would have laid down is read as an accord's only where it was signed."""
    plan = "Prisoners would be exchanged within a month."
    for before, laid_down in (("Chad and Mali signed the truce.", True), ("Chad refused to sign the truce.", False)):
        rows = read(f"{before} {plan}", published="1999-03-17", language="en").commitments
        assert any("what an accord lays down" in row.because for row in rows) is laid_down


def test_an_act_keeps_the_phrases_that_bound_it() -> None:
    """'Without preconditions' is part of what is called for, 'on Tuesday' is not."""
    rows = read("The Union called for ratification without preconditions.", published="1999-03-17", language="en").commitments
    assert rows[0].act.text.endswith("ratification without preconditions")
    rows = read("The Union called for ratification on Tuesday.", published="1999-03-17", language="en").commitments
    assert rows[0].act.text.endswith("ratification")
    rows = read("Greece demanded redress within two days.", published="1999-03-17", language="en").commitments
    assert rows[0].act.text.endswith("redress within two days")
