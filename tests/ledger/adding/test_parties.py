"""Parties are compared by state and sector where one report names the state and another its minister."""

from __future__ import annotations

import pytest

from detente.ledger.adding.parties import body_of, is_same_actor, match_of, roots_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("RUS", "RUS/GOV", True),
        ("RUS", "RUS/GOV/sergei-lavrov", True),
        ("RUS/MIL", "RUS/GOV", True),
        ("RUS/GOV", "RUS/OPP", False),
        ("RUS", "RUS/CVL", False),
        ("RUS/OPP/a", "RUS/OPP/b", True),
        ("RUS", "UKR", False),
        ("NATO", "NATO", True),
        ("---/CVL/crew", "---/CVL/crew-members", True),
        ("---/CVL/crew", "---/CVL/pilots", False),
        ("---/GOV/viktor-sorokin", "RUS/GOV/viktor-sorokin", True),
        ("---/CVL", "RUS", False),
    ],
)
def test_an_actor_is_the_same_by_state_and_sector(one: str, other: str, same: bool) -> None:
    """Either way round."""
    assert is_same_actor(one, other) is same
    assert is_same_actor(other, one) is same


def test_named_persons_are_two_where_persons_matter() -> None:
    """'Lavrov met' and 'Putin met'; a last name is enough to be the same."""
    assert not is_same_actor("RUS/GOV/sergei-lavrov", "RUS/GOV/vladimir-putin", persons=True)
    assert is_same_actor("RUS/GOV/sergei-lavrov", "RUS/GOV/lavrov", persons=True)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (("RUS", "USA"), ("USA/GOV", "RUS/GOV"), "same"),
        (("RUS",), ("RUS", "BLR"), "partial"),
        ((), ("RUS",), "partial"),
        ((), (), "same"),
        (("RUS",), ("UKR", "USA"), "different"),
    ],
)
def test_lists_of_parties_agree_wholly_partly_or_not(one: tuple[str, ...], other: tuple[str, ...], how: str) -> None:
    """The order does not matter."""
    assert match_of(one, other) == how == match_of(other, one)


def test_roots_and_bodies() -> None:
    """Unknown states have no root; a person's body is what it speaks for."""
    assert roots_of(["UKR/GOV", "---/CVL/crew", "UKR", "NATO"]) == ("NATO", "UKR")
    assert body_of("UKR/GOV/a-b") == "UKR/GOV"


def test_common_nouns_of_no_known_state_agree_in_part() -> None:
    """'Troops' in two reports may be two troops: more of the words must agree."""
    assert match_of(["---/MIL/troops"], ["---/MIL/troops"]) == "partial"
    assert match_of(["RUS", "---/CVL/crew"], ["RUS", "---/CVL/crew"]) == "partial"
    assert match_of(["---/MIL/troops"], ["---/CVL/crew"]) == "different"
