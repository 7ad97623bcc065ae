"""Speech acts that only the commitment in the words shows, and parties that other clauses name."""

from __future__ import annotations

import pytest

import detente

ACTS = [
    ("Peru's oil minister had told reporters that supplies would be cut off to any country that took part.", "THREATEN", "PER"),
    ("Any ship that enters the zone will be sunk, Argentina announced.", "THREATEN", "ARG"),
    ("Not one inch of our land will be given away, said the president of Cyprus.", "REJECT", "CYP"),
    ("If Chile hands over the files, Bolivia will drop the case, said its foreign minister.", "AGREE", "BOL"),
]


@pytest.mark.parametrize(("text", "kind", "state"), ACTS)
def test_a_commitment_without_a_verb_of_speech_is_an_event(text, kind, state):
    """The threat, refusal or offer is coded as done, by whoever it binds."""
    found = detente.read(text, published="2022-01-14").events
    told = [e for e in found if e.event == kind and e.factuality == "occurred" and any(a.startswith(state) for a in e.actors)]
    assert told, [(e.event, e.actors, e.rule) for e in found]


def test_a_speech_act_with_its_own_verb_is_coded_once():
    """'Threatened to' makes a commitment, too, but one event."""
    found = detente.read("Iran threatened to close the strait if it was attacked.").events
    assert [e.event for e in found].count("THREATEN") == 1


def test_ids_stay_whatever_is_added():
    """Commitments cite events by id; events that they add come after in number, in place in the text."""
    record = detente.read("Supplies will be cut off, Iran said. Japan recalled its envoy. Iran demanded that Japan pay.")
    ids = {event.id for event in record.events}
    assert len(ids) == len(record.events)
    assert {row.act.event for row in record.commitments} - {None} <= ids
    assert [e.trigger.start for e in record.events] == sorted(e.trigger.start for e in record.events)


SIDES = [
    ("The Moroccan convoy came under Algerian fire.", "ASSAULT DZA > MAR"),
    ("Four Chadian soldiers died in a Libyan rocket attack.", "ASSAULT LBY > TCD"),
    ("A strike that Iran carried out destroyed an Iraqi depot.", "ASSAULT IRN"),
    ("Gunmen attacked a bus carrying Egyptian workers.", "ASSAULT > EGY"),
    ("A camp for Sudanese refugees was shelled by Chadian troops.", "ASSAULT TCD > SDN"),
    ("Egypt announced that the gulf was closed to Israeli ships.", "COERCE EGY"),
    ("Belgium speeded up the withdrawal from Mali.", "RETREAT BEL"),
    ("Serbia faces air strikes.", "ASSAULT > SRB"),
    ("China does not recognise the award.", "REJECT CHN occurred"),
    ("Turkey has not let in the inspectors.", "REJECT TUR occurred"),
    ("The Somali government is not going to negotiate with Kenya.", "REJECT SOM"),
    ("Norway called for a swift withdrawal.", "RETREAT hypothetical"),
    ("Algeria rejected a military operation.", "ASSAULT negated; REJECT DZA"),
    ("The carrier Enterprise cruised off Korea with Japanese escorts.", "! AID"),
    ("Iceland will protect its trawlers.", "! AID"),
    ("Police in Turkey prevented a march by Kurdish students.", "COERCE"),
]


@pytest.mark.parametrize(("text", "expectation"), SIDES)
def test_parties_come_from_where_the_grammar_puts_them(reads, text, expectation):
    """Owners behind prepositions, clauses beside nouns, passengers, announcers, those who face an act; content left open."""
    reads(text, expectation)


DAYS = [
    ("It was on Monday that Peru closed its border.", "2022-01-10"),
    ("Peru had on Monday closed its border.", "2022-01-10"),
    ("Peru closed its border on Monday.", "2022-01-10"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_an_act_is_found_wherever_it_hangs(coded, text, day):
    """In a cleft before the clause, under the auxiliary, under the verb."""
    assert [e.date.value for e in coded(text) if e.event == "COERCE" and e.date] == [day]
