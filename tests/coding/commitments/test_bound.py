"""Who is bound by a clause that names who will act, whoever was heard before it."""

from __future__ import annotations

import pytest

from detente import read

BOUND = [
    ("Phnom Penh had wanted peacekeepers at the temple. Thailand would have none of it.", "have none", "THA"),
    ("Peru's minister spoke first. He assured the Senate that Ecuador would not attack its neighbour.", "not attack", "ECU"),
    ("Baku wants a corridor. Armenia will not give up control of the road.", "not give up", "ARM"),
    ("Iran will receive no sanctions relief, the American envoy said.", "receive no", "USA/GOV"),
    ("Not one Italian soldier may set foot in Zone A, Yugoslavia's president said.", "set foot", "YUG/GOV"),
]


@pytest.mark.parametrize(("text", "act", "holder"), BOUND)
def test_the_state_that_will_act_is_bound_and_not_the_one_heard_before(text: str, act: str, holder: str) -> None:
    """'Thailand would have none of it' binds Thailand; what others get, and foreign soldiers, bind the speaker."""
    rows = read(text, published="1953-10-10" if holder.startswith("YUG") else "2015-03-17").commitments
    assert {row.holder for row in rows if act in row.act.text} == {holder}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("If attacked, the Somali people would fight to the last man.", "SOM/CVL"),
        ("Bolivians will never give up their claim to the sea.", "BOL/CVL"),
        ("Gazprom will cut off supplies on January 1 unless the debt is paid.", "GAZPROM"),
        ("The fight will be aided by Syrians.", ""),
    ],
)
def test_a_people_or_a_company_that_will_act_is_bound(text: str, holder: str) -> None:
    """'The Somali people would fight' binds Somalia's; whom a passive names as agent is no promise of theirs."""
    assert {c.holder for c in read(text, published="2008-12-20").commitments} == ({holder} if holder else set())


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The Members of the Security Council urge the Prime Minister-designate to form a government.", "UN/SC"),
        ("The Heads of State and Government of ECOWAS demanded the release of the president.", "ECOWAS"),
        ("The Member States of the African Union undertake to refrain from recognising the junta.", "AU"),
    ],
)
def test_the_members_of_a_body_bind_it(text: str, holder: str) -> None:
    """In the prose of communiques, with capitals: 'the Members', 'the Heads of State'."""
    assert {c.holder for c in read(text, published="2023-08-01").commitments} == {holder}
