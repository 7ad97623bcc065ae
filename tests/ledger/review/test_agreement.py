"""What two analysts said of the same rows, and how far they agree."""

from __future__ import annotations

from detente.ledger.review import Compared, compared
from detente.scoring import krippendorff_alpha

from .sample import flat, review


def of(found: tuple[Compared, ...], layer: str, field: str) -> Compared:
    """One comparison."""
    return next(each for each in found if (each.layer, each.field) == (layer, field))


def test_values_are_those_that_each_leaves() -> None:
    """Accepted: as read; corrected: as corrected; rejected: none."""
    one, two, three = flat().events[:3]
    made = [
        review(one, who="anna"), review(one, "correct", who="boris", event="THREATEN"),
        review(two, who="anna"), review(two, who="boris"),
        review(three, "reject", who="anna"), review(three, "note", who="boris"),
    ]  # fmt: skip
    found = of(compared(made, ("anna", "boris")), "events", "event")
    assert set(found.units) == {("'ASSAULT'", "'THREATEN'"), ("'CONSULT'", "'CONSULT'"), ("(rejected)", None)}
    assert found.shared == 2


def test_verdicts_are_compared_too() -> None:
    """Acceptance against rejection."""
    row = flat().commitments[0]
    made = [review(row, who="anna"), review(row, "reject", who="boris")]
    assert of(compared(made, ("anna", "boris")), "commitments", "verdict").units == (("accept", "reject"),)


def test_the_last_verdict_of_an_analyst_counts_and_others_do_not() -> None:
    """A change of mind; a third person."""
    row = flat().statements[0]
    made = [
        review(row, "reject", who="anna", at="2021-03-10"), review(row, who="anna", at="2021-03-11"),
        review(row, who="boris"), review(row, "reject", who="carla"),
    ]  # fmt: skip
    assert of(compared(made, ("anna", "boris")), "statements", "verdict").units == (("accept", "accept"),)


def test_full_agreement_is_one_and_a_layer_nobody_judged_is_absent() -> None:
    """Alpha of different values that agree."""
    rows = flat().events
    made = [review(row, who=who) for row in rows for who in ("anna", "boris")]
    found = compared(made, ("anna", "boris"))
    assert {each.layer for each in found} == {"events"}
    assert krippendorff_alpha(of(found, "events", "event").units) == 1
    assert krippendorff_alpha(of(found, "events", "verdict").units) is None
