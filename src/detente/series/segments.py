"""Where the level of a series changes: the segmentation of least cost, found exactly.

Sources: Jackson et al. (2005), An Algorithm for Optimal Partitioning of Data on an Interval, IEEE Signal
Processing Letters 12(2), equation 5, with the squared error about the mean as cost; Yao (1988), Estimating the
number of change-points via Schwarz' criterion, for the penalty; von Neumann et al. (1941), The Mean Square
Successive Difference, for the variance.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np


def change_points(values: Sequence[float], *, penalty: float = 1.0, shortest: int = 3) -> tuple[int, ...]:
    """The indices at which a new level begins, in order; none where the level stays.

    The sum of squared deviations from the mean of each segment, plus a price for each change, is least among all
    segmentations. The price is ``penalty * 2 * variance * log(n)``: Schwarz' criterion for a penalty of 1.

    Args:
        values: (n,), the series in order; days without a value are left out before.
        penalty: how much dearer (above 1) or cheaper (below) a change is.
        shortest: the least number of values between two changes.

    Example:
        >>> change_points([0, 1, 0, 1, 0, -8, -9, -8, -9, -8])
        (5,)
    """
    series = np.asarray(values, dtype=np.float64)
    if len(series) < 2 * shortest:
        return ()
    price = penalty * 2 * noise(series) * float(np.log(len(series)))
    return _partition(series, price, shortest)


def levels(values: Sequence[float], changes: Sequence[int]) -> tuple[float, ...]:
    """The mean of each segment between changes."""
    bounds = [0, *changes, len(values)]
    return tuple(sum(values[a:b]) / (b - a) for a, b in pairwise(bounds) if b > a)


def noise(series: np.ndarray) -> float:
    """The variance of a series about its changing level: half the mean square of successive differences."""
    steps = np.diff(series)
    return float(steps @ steps) / (2 * len(steps)) if len(steps) else 0.0


def _partition(series: np.ndarray, price: float, shortest: int) -> tuple[int, ...]:
    """The starts of the segments after the first, by dynamic programming over their ends."""
    count = len(series)
    sums = np.concatenate(([0.0], np.cumsum(series)))
    squares = np.concatenate(([0.0], np.cumsum(series * series)))
    best = np.full(count + 1, np.inf)
    best[0] = -price
    rest = best - squares  # what a segment from here on costs before its end is known
    lengths = np.arange(count, 0, -1, dtype=np.float64)  # from each start to the end of the series
    start_of = np.zeros(count + 1, dtype=np.int64)
    for end in range(shortest, count + 1):
        last = end - shortest + 1
        within = sums[end] - sums[:last]
        within *= within
        within /= lengths[count - end : count - end + last]
        total = np.subtract(rest[:last], within, out=within)
        start = int(total.argmin())
        start_of[end] = start
        best[end] = total[start] + squares[end] + price
        rest[end] = best[end] - squares[end]
    return _starts(start_of, count)


def _starts(start_of: np.ndarray, count: int) -> tuple[int, ...]:
    found: list[int] = []
    at = int(start_of[count])
    while at > 0:
        found.append(at)
        at = int(start_of[at])
    return tuple(reversed(found))
