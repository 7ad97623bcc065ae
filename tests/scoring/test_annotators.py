"""Two annotators of one report."""

from __future__ import annotations

from typing import Any

import pytest

from detente.errors import RecordError
from detente.scoring import Case, commitment_f1, held_against, record_of, shares
from detente.scoring.gold import case_of
from tests.scoring.sample import GOLD, TEXT


def annotated(**changed: Any) -> Case:
    """The sample's gold with some fields changed."""
    return case_of({**GOLD, **changed}, text=TEXT, name="oslo", where="gold.json")


def test_an_annotator_agrees_with_herself() -> None:
    """The same gold twice: all events and commitments right, F1 1."""
    judged = held_against(annotated(), annotated())
    right = {row.name: row.value for row in shares([judged])}
    assert (right["events with hard"], right["commitments"]) == (1.0, 1.0)
    assert commitment_f1([judged]).value == 1.0


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", ["pledge"]), ("holder", ["ISL"]), ("condition", None), ("act", "nets were cut")],
)
def test_what_two_say_differently_is_not_right(field: str, value: Any) -> None:
    """Another kind, holder, condition or act of the second is a disagreement."""
    row = {**GOLD["commitments"][0], field: value}
    if value is None:
        del row[field]
    assert commitment_f1([held_against(annotated(), annotated(commitments=[row]))]).value == 0.0


def test_a_row_of_one_alone_lowers_the_f1_both_ways() -> None:
    """A commitment that only one has counts against both."""
    more = [*GOLD["commitments"], {"kind": ["refusal"], "holder": ["ISL"], "act": "Reykjavik rejected the demand"}]
    one, two = annotated(), annotated(commitments=more)
    assert commitment_f1([held_against(one, two)]).value == commitment_f1([held_against(two, one)]).value == pytest.approx(2 / 3)


def test_the_first_alternative_is_taken() -> None:
    """Who lists several kinds is read as choosing the first."""
    row = {**GOLD["commitments"][0], "kind": ["warning", "threat"]}
    assert record_of(annotated(commitments=[row])).commitments[0].kind == "warning"
    assert commitment_f1([held_against(annotated(commitments=[row]), annotated())]).value == 1.0
    assert commitment_f1([held_against(annotated(), annotated(commitments=[row]))]).value == 0.0


def test_a_state_answers_for_its_government() -> None:
    """'NOR' of the one is 'NOR/GOV' of the other."""
    row = {**GOLD["commitments"][0], "holder": ["NOR/GOV"]}
    assert commitment_f1([held_against(annotated(commitments=[row]), annotated())]).value == 1.0


def test_other_texts_are_refused() -> None:
    """Two annotators of two texts can't be compared."""
    other = case_of({"report": "report.txt"}, text="Nothing.", name="none", where="gold.json")
    with pytest.raises(RecordError, match="same text"):
        held_against(annotated(), other)
