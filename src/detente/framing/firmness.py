"""How firm and how certain a wish is, from the claim that shows it: one table each, in numbers.

``firmness`` orders the statements of a decision maker, the greatest first, and tells sensitivity how near two
neighbours are. ``certainty`` is how sure it is that the decision maker holds the statement at all, from a half (no
better than a guess) to 0.95 (a text may always have been misread). Both are rules of thumb, meant to be edited in the
model file. They are this project's own.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Literal

from detente.framing.claims import Claim, Voiced

__all__ = ["Shown", "certainty", "firmness"]

Shown = Literal["said", "tied", "condition", "aimed"]

# Firmness: the kind of commitment, then what adds to it or takes from it.
KIND = {"red_line": 8.0, "refusal": 7.0, "demand": 6.0, "threat": 5.0, "warning": 4.0, "pledge": 3.0, "offer": 2.0, "proposal": 1.0}
HEDGED = -3.0
DOUBLED = 0.5  # each time that as many sources again tell it
A_YEAR_OLD = -1.0  # spread evenly over the year; no more after it
SHOWN_FIRM: Mapping[Shown, float] = {"said": 0.0, "tied": 0.0, "condition": 0.25, "aimed": -0.5}

# Certainty: a product.
READ = 0.95
SHOWN: Mapping[Shown, float] = {
    "said": 1.0,  # it says that it wants or refuses this, or pledges it
    "tied": 0.9,  # it says that it would do this on a condition; it may not mean it
    "condition": 0.85,  # it makes a threat or an offer depend on this
    "aimed": 0.8,  # somebody threatens it with this, or offers it
}
VOICED: Mapping[Voiced, float] = {"own": 1.0, "report": 0.95, "other": 0.8}
HEDGED_WORDS = 0.8
OUTLETS = {1: 0.9, 2: 0.95}  # three or more: 1
CONTRADICTED = 0.7
AGE = ((30, 1.0), (180, 0.95))  # days since it was last told; older: 0.85
OLD = 0.85
LEAST = 0.5


def firmness(claim: Claim, shown: Shown, today: str) -> float:
    """How much weight the claim gives to the wish; greater is firmer, about 0 to 9. ``today`` is the last day told of."""
    value = KIND[claim.kind] + SHOWN_FIRM[shown] + DOUBLED * math.log2(max(1, claim.weight))
    value += HEDGED if claim.certainty != "explicit" else 0.0
    return round(value + A_YEAR_OLD * min(1.0, _days(claim.day, today) / 365), 2)


def certainty(claim: Claim, shown: Shown, today: str) -> float:
    """How sure the wish is, from 0.5 to 0.95."""
    value = READ * SHOWN[shown] * VOICED[claim.voiced] * OUTLETS.get(claim.outlets, 1.0)
    value *= HEDGED_WORDS if claim.certainty != "explicit" else 1.0
    value *= CONTRADICTED if claim.contradicted else 1.0
    days = _days(claim.day, today)
    value *= next((factor for limit, factor in AGE if days <= limit), OLD)
    return round(max(LEAST, value), 2)


def _days(day: str, today: str) -> int:
    """Days from one to the other; 0 where one of them is not a whole day."""
    try:
        return max(0, (date.fromisoformat(today) - date.fromisoformat(day)).days)
    except ValueError:
        return 0
