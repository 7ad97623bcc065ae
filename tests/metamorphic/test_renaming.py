"""Who is who changes nothing but the names: the same report about other states reads the same."""

from __future__ import annotations

import pytest

from tests.metamorphic.comparing import cases, read, rows, swapped

GREECE_TURKEY = [("Greece", "Turkey"), ("Greek", "Turkish"), ("Athens", "Ankara"), ("GRC", "TUR"), ("Greeks", "Turks")]
EGYPT_SUDAN = [("Egypt", "Sudan"), ("Egyptian", "Sudanese"), ("Cairo", "Khartoum"), ("EGY", "SDN")]
RUSSIA_POLAND = [("Russia", "Poland"), ("Russian", "Polish"), ("Moscow", "Warsaw"), ("RUS", "POL")]
PERU_CHILE = [("Peru", "Chile"), ("Peruvian", "Chilean"), ("Lima", "Santiago"), ("PER", "CHL")]
CHINA_RUSSIA = [("China", "Russia"), ("Chinese", "Russian"), ("Beijing", "Moscow"), ("CHN", "RUS")]
INDIA_PAKISTAN = [("India", "Pakistan"), ("Indian", "Pakistani"), ("New Delhi", "Islamabad"), ("IND", "PAK")]
GUYANA_VENEZUELA = [("Guyana", "Venezuela"), ("Guyanese", "Venezuelan"), ("Georgetown", "Caracas"), ("GUY", "VEN")]
ARGENTINA_CHILE = [("Argentina", "Chile"), ("Argentine", "Chilean"), ("Buenos Aires", "Santiago"), ("ARG", "CHL")]
IRAN_IRAQ = [("Iran", "Iraq"), ("Iranian", "Iraqi"), ("Tehran", "Baghdad"), ("IRN", "IRQ")]

REPORTS = [
    ("Greece warned Turkey on Monday that it would sink any ship that entered its waters.", GREECE_TURKEY),
    ("Greece demanded that Turkey withdraw its troops from the border. Ankara rejected the demand.", GREECE_TURKEY),
    ("The Greek foreign minister, Petros Alexiou, said that Athens would not negotiate under threat.", GREECE_TURKEY),
    ("If Turkey attacks, Greece will respond with force, the Greek Defence Ministry said.", GREECE_TURKEY),
    ("Greece and Turkey agreed on Thursday to resume talks in Geneva.", GREECE_TURKEY),
    ("Egypt accused Sudan of backing the rebels. Khartoum denied the charge.", EGYPT_SUDAN),
    ("“We will not give up a drop of water,” the Egyptian government said in Cairo.", EGYPT_SUDAN),
    ("Egypt offered to lift the embargo if Sudan reopened the crossing.", EGYPT_SUDAN),
    ("Russia has threatened to cut gas supplies to Poland unless Warsaw pays by Friday.", RUSSIA_POLAND),
    ("Poland summoned the Russian ambassador on Tuesday and expelled two Russian diplomats.", RUSSIA_POLAND),
    ("Moscow did not rule out a blockade should Poland close the strait.", RUSSIA_POLAND),
    ("Chile called on Peru to respect the ruling of the court. Lima said it would study it.", PERU_CHILE),
    ("The Chilean army has moved tanks to the border with Peru, officials in Santiago said.", PERU_CHILE),
    ("Iran vowed to continue its programme until Iraq signed the treaty.", IRAN_IRAQ),
    ("Iraqi forces shelled an Iranian town on Sunday, killing ten civilians, Tehran said.", IRAN_IRAQ),
    # from the examples
    ("Turkey said on Monday that the survey ship Oruc Reis would return to the waters south of the Greek island of Kastellorizo. Greece called the move a major escalation and demanded that Ankara withdraw the ship.", GREECE_TURKEY),
    ("China called on both sides to refrain from words and deeds that escalate the tension. It has proposed that the North suspend its nuclear and missile tests in return for a halt to large-scale exercises by the United States and South Korea.", CHINA_RUSSIA),
    ("India demanded the immediate and safe return of the pilot. India's air force bombed what it called a training camp near Balakot on Tuesday. Pakistan denied that any militants had been killed in the raid.", INDIA_PAKISTAN),
    ("Guyana and Venezuela agreed on Thursday not to threaten or use force against each other. The two sides will meet again in Brazil within three months.", GUYANA_VENEZUELA),
    ("The European Community will ban all imports from Argentina unless its forces leave, diplomats in Brussels said.", ARGENTINA_CHILE),
    ("The Security Council demanded an immediate withdrawal of all Argentine forces in Resolution 502, adopted on April 3.", ARGENTINA_CHILE),
]  # fmt: skip
NOT_YET = {
    "If Turkey attacks, Greece will respond with force, the Greek Defence Ministry said."[:50]: "'X attacks' before a comma is tagged as a noun; one of the two has no statement",
}


@pytest.mark.parametrize(("text", "pairs"), cases({text[:50]: (text, pairs) for text, pairs in REPORTS}, NOT_YET))
def test_exchanging_two_states_exchanges_them_in_every_row(text: str, pairs: list[tuple[str, str]]) -> None:
    """Names, adjectives, capitals and codes change places; kinds, conditions, dates and parties' roles stay."""
    want = sorted(swapped(row, pairs) for row in rows(read(text)))
    assert want
    assert sorted(rows(read(swapped(text, pairs)))) == want
