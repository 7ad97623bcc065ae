"""Material conflict in the syntax of news agencies: types and modes, and who is on either side."""

from __future__ import annotations

import pytest

from . import material_conflict

CASES = [row for name, rows in vars(material_conflict).items() if name.isupper() for row in rows]


@pytest.mark.parametrize(("text", "code"), CASES)
def test_a_sentence_of_material_conflict_has_its_type_and_mode(coded, text, code):
    """Passives, participles, nominal acts and light verbs all find their type; the mode where one is given."""
    kind, _, mode = code.partition("/")
    found = {(event.event, event.mode) for event in coded(text)}
    assert any(kind == event and mode in {"", its} for event, its in found), found


SIDES = [
    ("A roadside bombing killed two Kenyan soldiers.", "ASSAULT > KEN"),
    ("A Palestinian attacker stabbed two Israeli soldiers in Jerusalem.", "ASSAULT PSE > ISR"),
    ("Demonstrators in Baghdad blocked a road to show their disapproval of American policies.", "PROTEST IRQ > USA"),
    ("Turkey has massed troops along its border with Syria.", "MOBILIZE TUR > SYR"),
    ("Israel reimposed a blockade on Lebanon.", "COERCE ISR > LBN"),
    ("Egyptian demonstrators marched, calling for the removal of the Libyan ambassador.", "PROTEST EGY > LBY"),
    ("Iran will be forced to reconsider its position.", "! COERCE"),
    ("The envoy, who asked not to be named, said nothing of Chad.", "! REQUEST"),
    ("Britain submitted a draft resolution to the Security Council.", "! CONCEDE"),
    ("The ministry in Oman declined to comment.", "! REJECT"),
    ("Peru bought weapons seized last year.", "! COERCE"),
    ("The summit agreed to send observers to Togo.", "! CONSULT"),
    ("The unions in Mali called off the strike.", "! PROTEST occurred"),
    ("Niger insisted that the unrest reflected old quarrels.", "! REQUEST"),
]


@pytest.mark.parametrize(("text", "expectation"), SIDES)
def test_the_sides_are_found_and_what_is_only_mentioned_is_left(reads, text, expectation):
    """Victims by their own sector, targets in any phrase, formulas and asides as nothing."""
    reads(text, expectation)
