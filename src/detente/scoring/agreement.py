"""Agreement between coders.

Source: Krippendorff (2004), Content Analysis, 2nd ed., ch. 11, alpha for nominal data by the
coincidence matrix; any number of coders, values may be missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal values: 1 is agreement, 0 is chance, below 0 worse than chance.

    Args:
        units: for each unit what each coder said, None where a coder said nothing.

    Returns:
        None where fewer than two values can be paired, or all values are the same (nothing could differ).

    Example:
        >>> krippendorff_alpha([("demand", "demand"), ("threat", "threat"), ("offer", "pledge")])
        0.6153846153846154
    """
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    weights: dict[tuple[Hashable, Hashable], float] = {}
    for unit in units:
        said = [value for value in unit if value is not None]
        if len(said) < 2:
            continue
        coincidences.clear()
        coincidences.update((a, b) for i, a in enumerate(said) for j, b in enumerate(said) if i != j)
        for pair, count in coincidences.items():
            weights[pair] = weights.get(pair, 0.0) + count / (len(said) - 1)
    totals: dict[Hashable, float] = {}
    for (value, _), weight in weights.items():
        totals[value] = totals.get(value, 0.0) + weight
    whole = sum(totals.values())
    expected = whole * whole - sum(total * total for total in totals.values())
    if whole < 2 or expected == 0:
        return None
    observed = sum(weight for (a, b), weight in weights.items() if a != b)
    return 1 - (whole - 1) * observed / expected
