"""What the value of a time expression may depend on."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

Found = tuple[str, str, str | None] | None  # type, value, anchor
Parts = re.Match[str]
LONG = frozenset({"year", "decade", "century"})
COARSE = {len("2019"): LONG, len("2019-09"): LONG | {"month", "quarter"}}  # units that a partial date can be counted in


@dataclass(slots=True)
class Context:
    """What the value of an expression may depend on.

    ``direction`` is +1 where the sentence looks forward (plans, deadlines), -1 where it looks back;
    ``story`` tells a narrative of the past, in which bare dates follow the last one named.
    """

    published: date | None
    mentioned: date | None  # the day last named in the text
    direction: int
    story: bool
    within: str | None = None  # the month or year of publication, where its day isn't known

    @property
    def anchor(self) -> date | None:
        """The day that 'last week' counts from: in a narrative, of the day last named."""
        return self.mentioned if self.story and self.mentioned else self.published

    def near(self, unit: str) -> date | None:
        """The day that a step of ``unit`` counts from; a day at the edge of ``within`` where that is fine enough for the unit."""
        if self.anchor or not self.within or unit not in COARSE[len(self.within)]:
            return self.anchor
        year, month = int(self.within[:4]), int(self.within[5:] or 0)
        if self.direction > 0:
            return date(year, month or 1, 1)
        return date(year, month or 12, monthrange(year, month or 12)[1])


def day_of(value: str) -> date | None:
    """The first day of a calendar value, or None of any other."""
    found = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T|$)", value)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
