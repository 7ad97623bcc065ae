"""Words that a question asks for are checked."""

from __future__ import annotations

import pytest

from detente.errors import UsageError
from detente.ledger.choices import ACTORS, COMMITMENTS, EVENTS, checked


@pytest.mark.parametrize(
    ("given", "known", "made"),
    [("Red line", COMMITMENTS, "red_line"), ("threat", COMMITMENTS, "threat"), ("consult", EVENTS, "CONSULT"), ("armed-group", ACTORS, "armed_group")],
)
def test_case_and_blanks_do_not_matter(given: str, known: dict[str, list[str]], made: str) -> None:
    """As the ledger writes it."""
    assert checked({"kind": given}, known) == {"kind": made}


def test_what_is_not_asked_for_is_left_alone() -> None:
    """None, and filters without a list of words."""
    assert checked({"kind": None, "actor": "Atlantis"}, COMMITMENTS) == {"kind": None, "actor": "Atlantis"}


@pytest.mark.parametrize(("given", "hint"), [("demnad", "did you mean 'demand'"), ("zzz", "there are demand, proposal")])
def test_another_word_is_an_error_that_names_the_near_one(given: str, hint: str) -> None:
    """Or all that there are."""
    with pytest.raises(UsageError, match=hint):
        checked({"kind": given}, COMMITMENTS)
