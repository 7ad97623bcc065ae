"""Refusals that name nobody, threats without an actor, and force named by a noun."""

from __future__ import annotations

import pytest

from tests.coding.events.conftest import holds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There would be no negotiations, Chile said.", "REJECT CHL occurred"),
        ("Peru said there would be no concessions.", "CONCEDE PER negated"),
        ("Ghana said that no foreign soldier would be accepted.", "REJECT GHA occurred"),
        ("Kenya said that a withdrawal was by no means possible.", "REJECT KEN occurred"),
        ("Norway called the Swedish demand unacceptable.", "ACCUSE NOR > SWE occurred"),
        ("Chad described the Libyan demand for the port as illegal.", "ACCUSE TCD > LBY occurred"),
        ("Peru said it is against the use of force.", "REJECT PER occurred"),
        ("Oman warned of a war.", "ASSAULT hypothetical"),
        ("The Greek threat of war worried nobody.", "ASSAULT hypothetical"),
        ("Military action by Chile?", "ASSAULT CHL hypothetical"),
        ("Sudan faces air strikes.", "THREATEN > SDN"),
        ("The Turkish parliament authorised the use of force in Syria.", "ASSAULT hypothetical"),
        ("Niger is ready for talks, provided that Mali withdraws from the town.", "RETREAT hypothetical"),
        ("No sign has been given that Chad is ready to negotiate.", "CONSULT negated"),
        ("Egypt, Jordan, Iraq and Syria are demanding the release of the ship.", "REQUEST EGY+JOR+IRQ+SYR occurred"),
        ("The Polish president spoke by telephone with the Dutch premier.", "CONSULT POL+NLD occurred"),
        ("Villagers were driven out of their homes.", "COERCE occurred"),
        ("Egypt held Qatar responsible.", "ACCUSE EGY > QAT occurred"),
        ("On Monday the Thai minister travelled to Kuwait City.", "CONSULT THA occurred"),
    ],
)
def test_a_sentence_has_its_event(coded, text, expected):
    """Type, parties and factuality of one event of the sentence."""
    events = coded(text)
    assert holds(events, expected), [(e.event, e.actors, e.recipients, e.factuality) for e in events]
