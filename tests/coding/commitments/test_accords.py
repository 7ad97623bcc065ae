"""What accords lay down, sentence after sentence, binds whoever signed them."""

from __future__ import annotations

import pytest

import detente

TRUCE = "Chad and Libya signed a truce in Tunis on Sunday. "
TERMS = [
    (TRUCE + "The guns fell silent at noon. Prisoners are to be exchanged within ten days.", "Prisoners are to be exchanged", {"TCD", "LBY"}),
    (TRUCE + "Troops will pull back five kilometres from the line.", "Troops will pull back", {"TCD", "LBY"}),
    (TRUCE + "Neither side will lay new mines.", "Neither side will lay", {"TCD", "LBY"}),
    (TRUCE + "The two presidents will meet in May.", "The two presidents will meet", {"TCD", "LBY"}),
    (TRUCE + "Libya is to hand over the strip by June.", "Libya is to hand over", {"LBY"}),
    (TRUCE + "Bus services resume on Friday.", "Bus services resume", {"TCD", "LBY"}),
    ("Mali and Niger have agreed that firing stops at noon, and that talks begin at once.", "talks begin", {"MLI", "NER"}),
    ("Spain settled its dispute with Morocco on Friday. Trawlers will return to port by May.", "Trawlers will return", {"ESP", "MAR"}),
    ("The ministers of Peru and Chile ended two days of talks in Arica with a joint statement. Bus services will resume in July.", "Bus services will resume", {"PER/GOV", "CHL/GOV"}),
    ("The government of Colombia and the FARC announced a ceasefire on Tuesday. The rebels will gather in 23 zones.", "The rebels will gather", {"FARC"}),
    ("The government of Colombia and the FARC announced a ceasefire on Tuesday. The army will stay in its barracks.", "The army will stay", {"COL/GOV"}),
    ("The two Koreas agreed to reconnect a railway. Work begins in September.", "Work begins", {"KOR", "PRK"}),
    ("Under the accord signed in Arusha, elections are to be held after two years.", "elections are to be held", {None}),
    ("The agreement provides for the return of all refugees.", "the return of all refugees", {None}),
]
NOTHING = [
    (TRUCE + "France will bomb the camps.", "bomb the camps"),
    (TRUCE + "Will prisoners be exchanged?", "prisoners be exchanged"),
    (TRUCE + "If prisoners are exchanged, flights may resume.", "prisoners are exchanged"),
    (TRUCE + "The Libyan minister will travel to Paris on Monday.", "will travel"),
    (TRUCE + "The deal will help both countries.", "will help"),
    (TRUCE + "It was hot in Tunis.", "was hot"),
    ("Chad and Libya did not sign a truce. Prisoners remain where they are.", "Prisoners remain"),
    ("Chad refused to sign the truce. Flights resume on Friday.", "Flights resume"),
]


@pytest.mark.parametrize(("text", "act", "holders"), TERMS)
def test_terms_bind_those_who_signed(text: str, act: str, holders: set[str | None]) -> None:
    """Each term is a pledge of the party that its subject names, else of all."""
    found = [c for c in detente.read(text, published="2019-05-06").commitments if act in c.act.text]
    assert {c.holder for c in found} == holders
    assert {c.kind for c in found} == {"pledge"}


@pytest.mark.parametrize(("text", "act"), NOTHING)
def test_what_is_asked_hoped_or_unsigned_binds_nobody(text: str, act: str) -> None:
    """Questions, conditions, the calendar and accords that were not made lay nothing down."""
    assert not [c for c in detente.read(text, published="2019-05-06").commitments if act in c.act.text and c.kind == "pledge"]


def test_others_than_the_signatories_speak_for_themselves() -> None:
    """'Convoys will be escorted by the UN' binds the UN."""
    text = "Sudan's government and the rebels agreed to let aid in. Convoys will be escorted by the UN."
    assert [c.holder for c in detente.read(text, published="2019-05-06").commitments if "Convoys" in c.act.text] == ["UN"]
