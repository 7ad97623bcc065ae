"""Merging as measured: reports on the same and on nearly the same thing, by hand and made from a seed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def measure() -> Any:
    """The script of evals."""
    sys.path.insert(0, str(ROOT / "evals"))
    try:
        import adding_up
    finally:
        sys.path.pop(0)
    return adding_up


def test_there_are_seventy_cases_by_hand_in_two_halves(measure: Any) -> None:
    """None stands in both."""
    from detente.scoring.adding import read_adding_cases

    halves = [read_adding_cases(ROOT / "evals" / "adding" / f"{name}.toml") for name in ("dev", "kept")]
    texts = [{report.text for case in half for report in case.reports} for half in halves]
    assert sum(map(len, halves)) >= 70
    assert not texts[0] & texts[1]


def test_what_differs_is_not_merged(measure: Any) -> None:
    """On the half that was looked at: no false merge, and not fewer true ones than measured."""
    from detente.scoring.adding import clusters_of, read_adding_cases

    cases = read_adding_cases(ROOT / "evals" / "adding" / "dev.toml")
    rows = list(measure.rows_of(cases))
    for layer, least in (("events", 0.7), ("commitments", 0.85)):
        pairs = measure._pairs([clusters_of(case, layer, found) for case, found in zip(cases, rows, strict=True)])
        assert pairs.found == pairs.right
        assert pairs.recall >= least


def test_the_same_seed_makes_the_same_cases(measure: Any) -> None:
    """And each marks its words."""
    one, other = (list(measure.made_cases(12, 5)) for _ in range(2))
    assert one == other
    assert all(len(case.reports) == 3 and len(case.mentions) == 3 for case in one)
    assert len({mention.label for case in one for mention in case.mentions}) == 4
