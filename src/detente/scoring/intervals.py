"""Bootstrap intervals over reports.

Items of one report stand or fall together, so whole reports are drawn, not items.
Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 (percentile interval);
Bisani and Ney (2004) for drawing whole segments.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure with the bounds between which 95 of 100 drawn samples fall."""

    value: float
    low: float
    high: float


def bootstrap(units: Sequence[Unit], figure: Callable[[Sequence[Unit]], float], *, draws: int = 1000, seed: int = 1) -> Interval:
    """The 95 % percentile interval of a figure, units (reports) drawn with replacement.

    The seed is fixed: the same units give the same interval. Of no unit the figure is 0, of one
    unit the interval is the figure itself.
    """
    if not units:
        return Interval(value=0.0, low=0.0, high=0.0)
    chance = random.Random(seed)  # noqa: S311  a sample, not a secret
    drawn = sorted(figure(chance.choices(units, k=len(units))) for _ in range(draws))
    cut = int(0.025 * draws)
    return Interval(value=figure(units), low=drawn[cut], high=drawn[-cut - 1])
