"""Shares, intervals and agreement."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.scoring import (
    Judged,
    bootstrap,
    by_class,
    commitment_f1,
    factuality_accuracy,
    judge,
    krippendorff_alpha,
    read_case,
    shares,
)

from .sample import event, record, write_case


@pytest.fixture
def both(tmp_path: Path) -> list[Judged]:
    """One case read right, and once with the wrong factuality and no commitment."""
    case = read_case(write_case(tmp_path))
    worse = record(events=(event("Reykjavik rejected", "rejected", "REJECT", ("ISL/GOV",), "negated"),), commitments=())
    return [judge(case, record()), judge(case, worse)]


def test_a_layer_has_a_row_without_and_with_hard_items(both: list[Judged]) -> None:
    """The one event is hard: it is in the second row only."""
    rows = {row.name: row for row in shares(both, draws=50)}
    assert "events" not in rows
    assert (rows["events with hard"].items, rows["events with hard"].found, rows["events with hard"].right) == (2, 2, 1)
    assert rows["commitments"].value == 0.5
    assert rows["statements"].value == 1.0


def test_classes_are_counted_apart(both: list[Judged]) -> None:
    """A class is the first kind or type that gold names."""
    (row,) = by_class(both, "commitments", draws=50)
    assert (row.name, row.items, row.right) == ("threat", 2, 1)


def test_factuality_is_counted_over_the_events_found(both: list[Judged]) -> None:
    """Events that were not found say nothing of factuality."""
    assert factuality_accuracy(both, draws=50).value == 0.5


def test_commitment_f1_counts_rows_that_nothing_in_gold_asks_for(both: list[Judged]) -> None:
    """One right of two gold and one row made: 2 * 1 / (2 + 1)."""
    assert commitment_f1(both, draws=50).value == pytest.approx(2 / 3)


def test_nothing_measured_is_nought_without_an_error() -> None:
    """No case, no figure."""
    assert shares([], draws=10) == []
    assert commitment_f1([], draws=10).value == 0.0
    assert bootstrap([], len).high == 0.0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_interval_lies_within_the_values_and_is_the_same_again(values: list[float]) -> None:
    """A mean of drawn values is never outside their range; the seed is fixed."""

    def mean(sample: object) -> float:
        drawn = list(sample)  # type: ignore[call-overload]
        return sum(drawn) / len(drawn)

    first = bootstrap(values, mean, draws=40)
    assert min(values) - 1e-9 <= first.low <= first.high <= max(values) + 1e-9
    assert first == bootstrap(values, mean, draws=40)


def test_alpha_of_a_published_example() -> None:
    """Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, A: two observers, ten units, 0.095."""
    first, second = "0100000000", "1110010100"
    assert krippendorff_alpha(list(zip(first, second, strict=True))) == pytest.approx(0.095, abs=0.001)


def test_alpha_leaves_out_what_only_one_coder_judged() -> None:
    """A missing value is no disagreement."""
    units = [("a", "a"), ("b", "b"), ("a", None)]
    assert krippendorff_alpha(units) == 1.0


def test_alpha_is_undefined_where_nothing_could_differ() -> None:
    """All values alike, or none to compare."""
    assert krippendorff_alpha([("a", "a"), ("a", "a")]) is None
    assert krippendorff_alpha([("a", None)]) is None
    assert krippendorff_alpha([]) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2))
def test_alpha_is_at_most_one_and_does_not_depend_on_order(units: list[tuple[str, str]]) -> None:
    """Swapping the coders changes nothing."""
    alpha = krippendorff_alpha(units)
    swapped = krippendorff_alpha([(b, a) for a, b in units])
    assert alpha == pytest.approx(swapped) if alpha is not None else swapped is None
    assert alpha is None or alpha <= 1.0
