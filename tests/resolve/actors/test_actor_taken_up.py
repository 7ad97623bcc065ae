"""Common nouns that take up a party named before."""

from __future__ import annotations

import pytest

from detente import read

SENTENCES = [
    ("Brazil's foreign ministry rejected the demand. A spokeswoman said the senator would be tried.", "spokeswoman", "BRA/GOV"),
    ("The army repelled an attack by M23 rebels near Goma in Congo. The rebels withdrew to the hills.", "rebels", "M23"),
    ("The Congolese army fought M23 rebels. Government forces took 20 prisoners.", "Government forces", "COD/MIL"),
    ("Fighters of the Lord's Resistance Army crossed into Sudan. Ugandan soldiers pursued the militants.", "militants", "LRA"),
    ("Hundreds marched through Asuncion against the arrest. Police fired tear gas.", "Police", "PRY/COP"),
    ("Myanmar's army shut the airport on Monday. Soldiers patrolled the streets of Yangon.", "Soldiers", "MMR/MIL"),
    ("Tehran has not answered. An official who asked not to be named said it would retaliate.", "official", "IRN/GOV"),
    ("Ethiopian troops entered Badme at dawn. The soldiers met little resistance.", "soldiers", "ETH/MIL"),
    ("The Taliban seized Kunduz on Sunday. The insurgents freed hundreds of prisoners.", "insurgents", "TALIBAN"),
    ("Hezbollah fired rockets at Haifa. The militia warned that it would strike again.", "militia", "HEZBOLLAH"),
    ("Sudan's Rapid Support Forces accused the army. The paramilitaries said 20 people were killed.", "paramilitaries", "SDN/MIL/rapid-support-forces"),
    ("Greece sent two frigates to Kastellorizo.", "frigates", "GRC/MIL"),
    ("The United Nations evacuated its staff from Bangui. The peacekeepers will stay.", "peacekeepers", "UN/MIL"),
    ("Serbia put its army on alert. The troops were ordered to stay away from the line.", "troops", "SRB/MIL"),
    ("Mali's government told French troops to leave. The authorities said the soldiers must be out by Friday.", "soldiers", "FRA/MIL"),
    ("Moscow ordered the consulate in Gdansk to close. The ministry said Poland had left it no choice.", "ministry", "RUS/GOV"),
    ("Kigali has not retaliated so far, but officials there say they would respond.", "officials", "RWA/GOV"),
    ("India test-fired a missile on Monday. A defence ministry official said the weapon met its aims.", "official", "IND/GOV"),
    ("The Georgian parliament voted to leave. Lawmakers cheered.", "Lawmakers", "GEO/LEG"),
    ("Serb protesters threw stones. The protesters demanded new elections.", "protesters", "SRB/OPP"),
    ("The Bosnian army lost two tanks. In Zagreb, officials feared a new offensive.", "officials", "HRV/GOV"),
    ("Kosovo's prime minister said the police would stay in the north. The force removed barricades in Mitrovica.", "force", "XKX/COP"),
    ("The rebels of M23 hold two towns. Rwanda asked that government forces stay out of them.", "government forces", "COD/MIL"),
    ('The Pentagon said the ship had been on patrol. "We will sail on," a spokesman said.', "spokesman", "USA/MIL/pentagon"),
    ("Mexico wrote to the Organization of American States. The secretary-general of the body said he was ready.", "secretary-general", "OAS"),
    ("The U.N. peacekeeping force closed the gate. NATO spoke to both. A spokesman for the mission said so.", "spokesman", "UN/MIL"),
    ("The White House has not said whether the president would sign it.", "president", "USA/GOV/joe-biden"),
    ("Taipei said the drills amounted to a blockade. The island's defence ministry said it would hold.", "island", "TWN"),
    ("Iraq claimed Kuwait. The sheikhdom asked London for help.", "sheikhdom", "KWT"),
    ("Two companies of Royal Marines landed. The minister said the troops would be withdrawn.", "troops", "GBR/MIL/royal-marines"),
    ("Israel boarded two boats. A navy officer told the radio that more would be stopped.", "officer", "ISR/MIL"),
    ("The EU condemned the vote. Brussels is ready to impose sanctions on Minsk.", "Brussels", "EU"),
    ("Belgium protested. Brussels is ready to impose sanctions on Rwanda.", "Brussels", "BEL/GOV"),
]  # fmt: skip
OPEN = [
    ("Gunmen attacked a post near the border. Rebels shelled the town.", "Rebels"),
    ("Peru and Ecuador accused each other. A diplomat said talks had failed.", "diplomat"),
    ("Iraq and Kuwait broke off the talks. A Western official said both were to blame.", "official"),
]


@pytest.mark.parametrize(("text", "words", "actor"), SENTENCES)
def test_a_common_noun_takes_up_whom_the_report_named(text: str, words: str, actor: str) -> None:
    """Rebels take up an armed group, troops an army, officials the body that the clause before was about."""
    record = read(text, published="2022-11-15", language="en")
    assert [m.actor for m in record.mentions if m.text == words][-1] == actor


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_nothing_before_it_can_mean_stays_open(text: str, words: str) -> None:
    """Where no party of the sort was named, or two were, nobody is guessed."""
    record = read(text, published="2022-11-15", language="en")
    assert all(m.actor.startswith("---/") for m in record.mentions if m.text == words)
