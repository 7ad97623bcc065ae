"""What two analysts said of the same rows, and how far they agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

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


def test_the_figure_is_that_of_the_worked_example() -> None:
    """Krippendorff (2011), 'Computing Krippendorff's alpha-reliability', part B: ten units, two observers, 0.095.

    By hand: 20 values, 14 of one and 6 of the other; 4 units differ. 1 - 19 * (2 * 4) / (2 * 14 * 6) = 0.095.
    """
    row = flat().events[0]
    rows = [replace(row, id=f"ev-{number:02}") for number in range(10)]
    meg, owen = "0100000010", "1110010000"
    verdict = {"0": "accept", "1": "reject"}
    made = [review(each, verdict[said[at]], who=who) for who, said in (("meg", meg), ("owen", owen)) for at, each in enumerate(rows)]
    units = of(compared(made, ("meg", "owen")), "events", "verdict").units
    assert krippendorff_alpha(units) == pytest.approx(1 - 19 * 8 / (2 * 14 * 6)) == pytest.approx(0.095, abs=0.001)
