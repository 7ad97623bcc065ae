"""Papers and stations that speak for their state: what Pravda or Radio Cairo threatened, Moscow or Cairo threatened.

In a one-party state the party's paper, the official agency and the radio say what the government wants said; readers of
the time took it so. Which do is told by the column ``speaks_for`` of the table of outlets.
"""

from __future__ import annotations

from functools import lru_cache

from detente.resolve.model import Cast
from detente.resources import Lexicon

ONE_VOICE = frozenset({"PRK", "CHN", "CUB", "VNM", "SUN", "DDR", "ALB"})  # any radio or agency there


@lru_cache(maxsize=4)
def _voices(words: Lexicon) -> dict[str, tuple[str, ...]]:
    """The states that each outlet speaks for, by its id."""
    return {row.id.rpartition("/")[2]: row.speaks_for for row in words.outlets if row.speaks_for}


def state_behind(medium: str, cast: Cast, words: Lexicon) -> str | None:
    """The id of the state or government that a medium speaks for, where the report has it; ``None`` for a free press."""
    country = cast.actors[medium].country
    codes = _voices(words).get(medium.rpartition("/")[2], ())
    if country in ONE_VOICE and medium == f"{country}/MED":
        codes = (country,)
    return next((actor for code in codes for actor in (f"{code}/GOV", code) if actor in cast.actors), None)
