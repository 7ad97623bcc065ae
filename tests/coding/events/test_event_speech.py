"""Speech acts that modals make, and what content adds to those that verbs name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expectation"),
    [
        ("Britain said Libya must hand over the bombers.", "REQUEST GBR > LBY occurred"),
        ("Egypt said the United States must be ready to mediate.", "REQUEST EGY > USA occurred"),
        ("China said that Japan should apologise.", "REQUEST CHN > JPN occurred"),
        ("China said that Japan has to withdraw its troops.", "REQUEST CHN > JPN occurred"),
        ("Germany will visit Albania in June, the Albanian embassy said.", "AGREE DEU > ALB; CONSULT DEU > ALB future"),
        ("Hungary said it will support Serbia.", "SUPPORT > SRB future"),
        ("Syria says Syria will not accept refugees.", "REJECT SYR occurred"),
        ("Greece plans to impose sanctions on Turkey.", "THREATEN GRC > TUR occurred; SANCTION GRC > TUR future"),
        ("France is prepared to impose sanctions on Mali.", "THREATEN FRA > MLI occurred"),
        ("Kenya vowed to attack Somalia.", "THREATEN KEN > SOM occurred; ! AGREE KEN"),
        ("Mexico did not rule out sanctions against Cuba.", "THREATEN MEX > CUB occurred; ! REJECT MEX"),
        ("Niger told Mali that there would be grave consequences.", "THREATEN NER > MLI occurred"),
        ("Pakistan said that Iran will attack Iraq.", "! THREATEN IRN; ! THREATEN PAK"),
        ("Egypt and Greece launched naval exercises.", "COOPERATE EGY+GRC occurred"),
        ("Egypt launched naval exercises.", "MOBILIZE EGY occurred"),
        ("Norway offered to send aid to Nepal.", "AGREE NOR > NPL occurred"),
        ("Israel refused to meet Iran.", "REJECT ISR > IRN occurred"),
        ("Togo threatened to impose sanctions on Benin and Ghana.", "THREATEN TGO > BEN+GHA occurred"),
        ("Brazil demanded that Peru release the sailors.", "REQUEST BRA > PER occurred"),
        ("Austria will not stand idly by, Austria warned.", "THREATEN AUT occurred"),
    ],
)
def test_a_speech_act_is_read_from_modal_and_content(reads, text, expectation):
    """An obligation on another is a demand; an own act announced is a promise or a threat."""
    reads(text, expectation)


def test_a_condition_names_whom_a_measure_is_against(reads):
    """Whoever can end the sanctions is their recipient."""
    reads("Sanctions will remain until Iran changes its policy.", "SANCTION > IRN")


def test_an_inference_about_the_past_is_no_demand(reads):
    """'Must have' says what the speaker believes."""
    reads("Chile said that Peru must have attacked Bolivia.", "! REQUEST CHL")


def test_a_protest_voices_its_demand(reads):
    """The infinitive of purpose after a protest is no mere plan."""
    reads("Chilean students marched to demand elections.", "PROTEST CHL occurred; REQUEST CHL occurred")


def test_a_demand_on_somebody_unknown_stays_without_recipient(coded):
    """Nobody is put in the place of a name that is not known."""
    found = coded("An Argentine judge ordered Jorge Xyzzy to explain his sales to Croatia.")
    assert not any("HRV" in e.recipients for e in found if e.event == "REQUEST")


def test_the_agent_of_a_verdict_is_not_the_actor_of_what_is_judged(coded):
    """'The attack was condemned by Germany' says nothing of who attacked."""
    attack = next(e for e in coded("The attack was condemned by Germany.") if e.event == "ASSAULT")
    assert attack.actors == ()
