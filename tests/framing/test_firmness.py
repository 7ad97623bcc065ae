"""How firm and how certain a wish is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.framing import Claim, Deed
from detente.framing.firmness import LEAST, READ, certainty, firmness

PLAIN = Claim(id="c1", kind="demand", holder="NOR", addressees=("ISL",), act=Deed(text="leave"), day="2021-03-01", outlets=3)
TODAY = "2021-03-01"


def test_a_plain_demand_in_its_own_words_is_as_certain_as_a_text_can_be() -> None:
    """Three outlets, explicit, uncontradicted, of today."""
    assert certainty(PLAIN, "said", TODAY) == READ


@pytest.mark.parametrize(
    "less",
    [
        replace(PLAIN, certainty="hedged"),
        replace(PLAIN, outlets=1),
        replace(PLAIN, outlets=2),
        replace(PLAIN, voiced="report"),
        replace(PLAIN, voiced="other"),
        replace(PLAIN, contradicted=True),
        replace(PLAIN, day="2020-12-01"),
        replace(PLAIN, day="2019-03-01"),
    ],
)
def test_every_doubt_takes_from_certainty(less: Claim) -> None:
    """Hedging, few outlets, another's report, contradiction, age."""
    assert LEAST <= certainty(less, "said", TODAY) < READ


def test_what_is_inferred_is_less_certain_than_what_is_said() -> None:
    """Said, tied to a condition, the condition itself, what is aimed at somebody."""
    found = [certainty(PLAIN, shown, TODAY) for shown in ("said", "tied", "condition", "aimed")]  # type: ignore[arg-type]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


def test_doubts_never_make_a_statement_less_than_a_guess() -> None:
    """A half is the least: below it the opposite would be likelier, of which nothing is told."""
    doubtful = replace(PLAIN, certainty="hedged", voiced="other", contradicted=True, outlets=1, day="2010-01-01")
    assert certainty(doubtful, "aimed", TODAY) == LEAST


def test_kind_repetition_and_recency_make_firm() -> None:
    """A red line before a demand before a threat; four sources are worth one step; a year takes one."""
    base = firmness(PLAIN, "said", TODAY)
    assert firmness(replace(PLAIN, kind="red_line"), "said", TODAY) > base > firmness(replace(PLAIN, kind="threat"), "said", TODAY)
    assert firmness(replace(PLAIN, weight=4), "said", TODAY) == base + 1
    assert firmness(replace(PLAIN, day="2020-03-01"), "said", TODAY) == base - 1
    assert firmness(replace(PLAIN, certainty="hedged"), "said", TODAY) < base - 2


def test_a_day_that_is_not_whole_is_as_of_today() -> None:
    """'2021' tells no age."""
    assert firmness(replace(PLAIN, day="2021"), "said", TODAY) == firmness(PLAIN, "said", TODAY)
