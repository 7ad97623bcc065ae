"""Changes of level: the least cost, as trying every segmentation finds it."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.series import change_points
from detente.series.segments import levels, noise

FLOATS = st.floats(-10, 10).map(lambda value: round(value, 2))


def cost(values: list[float], changes: tuple[int, ...], price: float) -> float:
    """Squared deviations within segments and the price of the changes."""
    bounds = [0, *changes, len(values)]
    within = sum(float(np.var(values[a:b])) * (b - a) for a, b in pairwise(bounds))
    return within + price * len(changes)


def cheapest(values: list[float], price: float, shortest: int) -> float:
    """The least cost over all segmentations, by trying them."""
    inner = range(shortest, len(values) - shortest + 1)
    found = [
        cost(values, changes, price)
        for size in range(len(values) // shortest)
        for changes in combinations(inner, size)
        if all(b - a >= shortest for a, b in pairwise([0, *changes, len(values)]))
    ]
    return min(found)


@settings(max_examples=150, deadline=None)
@given(st.lists(FLOATS, min_size=4, max_size=11), st.sampled_from([0.1, 0.5, 1.0, 3.0]), st.sampled_from([1, 2, 3]))
def test_no_segmentation_is_cheaper(values: list[float], penalty: float, shortest: int) -> None:
    """The found changes cost as little as the best of all."""
    if len(values) < 2 * shortest:
        return
    price = penalty * 2 * noise(np.asarray(values)) * float(np.log(len(values)))
    found = change_points(values, penalty=penalty, shortest=shortest)
    assert cost(values, found, price) == pytest.approx(cheapest(values, price, shortest), abs=1e-6)


@given(st.lists(FLOATS, max_size=40), st.sampled_from([1, 2, 5]))
def test_changes_are_in_order_and_far_enough_apart(values: list[float], shortest: int) -> None:
    """Each segment has its least length."""
    found = change_points(values, shortest=shortest)
    assert all(b - a >= shortest for a, b in pairwise([0, *found, len(values)]) if found)


def test_a_level_that_stays_has_no_change() -> None:
    """Neither a constant series nor a short one changes."""
    assert change_points([3.0] * 50) == ()
    assert change_points([1.0, 9.0, 1.0]) == ()
    assert change_points([]) == ()


def test_noise_alone_has_no_change() -> None:
    """About one series in twenty is called changed by chance."""
    chance = np.random.default_rng(4)
    found = [bool(change_points(chance.normal(0, 1, 200).tolist())) for _ in range(100)]
    assert sum(found) <= 10


def test_clear_changes_are_found_where_they_are() -> None:
    """Three levels, two changes."""
    chance = np.random.default_rng(5)
    series = np.concatenate([chance.normal(level, 0.5, 40) for level in (2, -6, 0)])
    assert change_points(series.tolist()) == (40, 80)


def test_a_dearer_change_is_rarer() -> None:
    """With a high penalty none is left."""
    series = [0.0, 1.0] * 5 + [3.0, 4.0] * 5
    assert len(change_points(series)) == 1
    assert change_points(series, penalty=100) == ()


def test_levels_are_the_means_of_segments() -> None:
    """As many as segments."""
    assert levels([1.0, 3.0, 10.0], (2,)) == (2.0, 10.0)
    assert levels([], ()) == ()
