"""The side that a clause leaves out: who is answered, who detains, whose note it is, whom a pronoun means."""

from __future__ import annotations

import pytest

from detente import read

CASES = [
    # an act answers what was done to the actor
    ("Two Turkish soldiers were shot dead by Syrian troops, and Ankara retaliated within the hour.", "SANCTION", "TUR", "SYR"),
    ("Chinese ships fired water cannon at a Philippine supply boat; Manila lodged a protest.", "ACCUSE", "PHL", "CHN"),
    ("India's decision to suspend the water treaty drew threats from Islamabad.", "THREATEN", "PAK", "IND"),
    ("Syrian troops shot two Turkish soldiers dead near Saraqib. Ankara retaliated within the hour.", "SANCTION", "TUR", "SYR"),
    # what goes on with an act is against the same side
    ("Guinea's foreign minister handed the Senegalese envoy a note demanding an apology.", "REQUEST", "GIN", "SEN"),
    # states of places, papers, agents
    ("The Ivorian soldiers were detained in Bamako in July.", "COERCE", "MLI", "CIV"),
    ("The claim was dismissed in Jerusalem as fantasy.", "REJECT", "ISR", ""),
    ("The African Union adopted a resolution calling on Rwanda to withdraw.", "REQUEST", "AU", "RWA"),
    ("A force led by Kenya attacked Haitian gangs in the capital.", "ASSAULT", "KEN", "HTI"),
    ("It was Georgia that shelled Russian posts first.", "ASSAULT", "GEO", "RUS"),
    ("Rome stopped short of attacking Libya.", "ASSAULT", "ITA", "LBY"),
    ("The United States urged Serbia to withdraw its troops and praised Kosovo for its restraint.", "SUPPORT", "USA", "XKX"),
    ("Iran boarded a tanker and arrested its crew of 24 Indians.", "COERCE", "IRN", "IND"),
    ("Quito protested against the incursion of Colombian forces into Ecuador.", "ASSAULT", "COL", "ECU"),
    ("Spain's foreign minister, on a visit to Rabat, praised the plan.", "CONSULT", "ESP", "MAR"),
    ("Yesterday's decision by the Kremlin to invade Georgia shocked Berlin.", "ASSAULT", "RUS", "GEO"),
    # those who are set against the possessor
    ("The Greek coast guard accused its Turkish counterpart of ramming a boat.", "ACCUSE", "GRC", "TUR"),
]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), CASES)
def test_the_other_side_is_named(text: str, event: str, actor: str, recipient: str) -> None:
    """Actor and recipient by the state that they belong to."""
    rows = [row for row in read(text, published="2021-03-17", language="en").events if row.event == event]
    sides = [({a.split("/")[0] for a in row.actors}, {r.split("/")[0] for r in row.recipients}) for row in rows]
    assert ({actor}, {recipient} if recipient else set()) in sides


@pytest.mark.parametrize(
    "text",
    [
        "Qatar was accused by its neighbours of paying rebels.",
        "Iran warned of war.",
        "Egypt threatened to close the canal.",
    ],
)
def test_nobody_is_answered_where_nobody_is_named(text: str) -> None:
    """No side is taken from thin air, and none acts against itself."""
    for row in read(text, published="2021-03-17", language="en").events:
        assert not set(row.actors) & set(row.recipients)
        assert row.event != "THREATEN" or not row.recipients
        assert row.event != "ACCUSE" or "QAT" not in row.actors
