"""Clauses that repeat an act without its verb."""

from __future__ import annotations

import pytest

ELLIPSIS = [
    ("Sweden recalled its ambassador; Norway did too.", "SANCTION SWE; SANCTION NOR"),
    ("Denmark closed its border with Germany. Poland did too.", "COERCE DNK; COERCE POL"),
    ("Germany froze Libyan assets. Austria did so too.", "COERCE AUT > LBY"),
    ("Jordan broke off relations with Iran and so did Egypt.", "SANCTION JOR > IRN; SANCTION EGY > IRN"),
    ("Kenya condemned the raid, and so did Uganda.", "ACCUSE KEN; ACCUSE UGA"),
    ("Chad closed its embassy in Sudan, as did Libya.", "SANCTION TCD; SANCTION LBY"),
    ("Spain recognised Kosovo, as did Cyprus.", "SUPPORT ESP; SUPPORT CYP"),
    ("Thailand has massed tanks on its frontier, and Cambodia has done the same.", "MOBILIZE THA; MOBILIZE KHM"),
    ("Peru withdrew its troops and Ecuador did the same.", "RETREAT PER; RETREAT ECU"),
    ("Finland expelled two Russian diplomats. Sweden followed suit.", "SANCTION FIN > RUS; SANCTION SWE > RUS"),
    ("Brazil recalled its envoy. Chile followed suit on Monday.", "SANCTION BRA; SANCTION CHL"),
    ("Togo released its prisoners. Benin followed its example.", "RETREAT TGO; RETREAT BEN"),
    ("Hungary vetoed the aid to Ukraine. Slovakia did likewise.", "REJECT HUN; REJECT SVK"),
    ("Canada imposed sanctions on Belarus. Japan also did.", "SANCTION CAN > BLR; SANCTION JPN > BLR"),
    ("Ghana rejected the proposal, as Mali did.", "REJECT GHA; REJECT MLI"),
    ("France signed the accord, but Spain did not.", "SUPPORT FRA; SUPPORT ESP negated"),
    ("Oman opened its airspace to Israel, but Yemen did not.", "! RETREAT YEM occurred"),
    ("Rwanda sent troops to Mozambique; Zambia did too.", "MOBILIZE RWA; MOBILIZE ZMB"),
    ("Laos accused Thailand of aggression. Cambodia did too.", "ACCUSE LAO > THA; ACCUSE KHM > THA"),
    ("Egypt urged Sudan to stop. So did Kenya.", "REQUEST EGY > SDN; REQUEST KEN > SDN"),
    ("Greece expelled the Libyan envoy, as did Malta.", "SANCTION GRC > LBY; SANCTION MLT > LBY"),
]


@pytest.mark.parametrize(("text", "expectation"), ELLIPSIS)
def test_a_clause_without_its_verb_repeats_the_act_with_another_actor(reads, text, expectation):
    """'Did too', 'so did', 'as did', 'the same', 'followed suit'; 'did not' denies it."""
    reads(text, expectation)


@pytest.mark.parametrize(
    "text",
    [
        "Norway recalled its envoy. Sweden did nothing.",
        "Norway recalled its envoy. Sweden did business with Iran too.",
        "Norway recalled its envoy. What Sweden did is unknown.",
        "Norway recalled its envoy. Talks followed.",
    ],
)
def test_other_uses_of_do_and_follow_repeat_nothing(coded, text):
    """'Did' with an object of its own tells of that object."""
    assert not [event for event in coded(text) if "+again" in event.frame.id]


def test_what_is_repeated_must_stand_just_before(coded):
    """Two sentences on, 'did too' is about something else."""
    assert not [e for e in coded("Norway recalled its envoy. It rained. The sun shone. Sweden did too.") if "+again" in e.frame.id]
