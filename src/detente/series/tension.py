"""Tension between two parties over time: conflict-cooperation by day, where its level changes, and why.

The score of a day is the sum of the PLOVER scores of the pair's events, over the number of all events of the
dossier on that day: their mean score times their share of what was reported. It lies between -10 (conflict) and
10 (cooperation). On a day of which nothing is reported there is no score; where only others are reported, it is 0.

Source: Goldstein (1992), A Conflict-Cooperation Scale for WEIS Events Data, Journal of Conflict Resolution 36(2),
for scores added up by day; Open Event Data Alliance, PLOVER codebook, for the scores.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from detente.series.segments import change_points, levels

_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # a month or a year is no day, and falls on none
_REASONS = 5  # events shown behind a change


class Dated(Protocol):
    """What an event of a pair must say of itself."""

    @property
    def id(self) -> str:
        """Its id in the ledger."""

    @property
    def day(self) -> str | None:
        """The day, ISO 8601."""

    @property
    def event(self) -> str:
        """Its PLOVER type."""

    @property
    def score(self) -> float:
        """Its PLOVER score, -10 to 10."""

    @property
    def text(self) -> str:
        """The words that it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """An event behind a figure: its id opens it, its words are quoted."""

    id: str
    day: str
    event: str
    score: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day: the score, the events of the pair, the events of all, and the level that the day lies on."""

    day: str
    score: float
    mean: float | None  # of the pair's events alone
    events: tuple[Cited, ...]
    reported: int
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The level before and from a day on, and the events that moved it most."""

    day: str
    before: float
    after: float
    events: tuple[Cited, ...]

    @property
    def direction(self) -> str:
        """'worse' or 'better'."""
        return "worse" if self.after < self.before else "better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """The tension of a pair: a row for each day of which anything is reported, and the changes of level."""

    pair: tuple[str, str]
    days: tuple[Day, ...]
    changes: tuple[Change, ...]
    penalty: float


def tension(
    pair: tuple[str, str], events: Iterable[Dated], reported: Mapping[str, int], *, penalty: float = 1.0
) -> Tension:
    """The tension of a pair.

    Args:
        pair: the two parties, as asked for.
        events: the events between them that occurred, each once however often it is told.
        reported: for each day, how many events occurred, the pair's among them.
        penalty: see :func:`detente.series.segments.change_points`.
    """
    by_day = _by_day(events)
    names = sorted(name for name in {*by_day, *reported} if _DAY.fullmatch(name))
    scores = [_score(by_day.get(name, ()), reported.get(name, 0)) for name in names]
    starts = change_points(scores, penalty=penalty)
    means = levels(scores, starts)
    level_of = _spread(means, (0, *starts, len(names)))
    days = tuple(
        _day(name, score, by_day.get(name, ()), reported.get(name, 0), level)
        for name, score, level in zip(names, scores, level_of, strict=True)
    )
    changes = tuple(
        _change(days, start, end, before, after)
        for (start, end), (before, after) in zip(pairwise((*starts, len(names))), pairwise(means), strict=True)
    )
    return Tension(pair=pair, days=days, changes=changes, penalty=penalty)


def _by_day(events: Iterable[Dated]) -> dict[str, list[Cited]]:
    found: defaultdict[str, list[Cited]] = defaultdict(list)
    for event in events:
        day = event.day
        if day is not None and (day in found or _DAY.fullmatch(day)):
            found[day].append(Cited(id=event.id, day=day, event=event.event, score=event.score, text=event.text))
    return found


def _score(events: Sequence[Cited], reported: int) -> float:
    """The sum of scores over the number of events; the pair's own count at least."""
    return sum(event.score for event in events) / max(reported, len(events), 1)


def _day(name: str, score: float, events: Sequence[Cited], reported: int, level: float) -> Day:
    mean = round(sum(event.score for event in events) / len(events), 4) if events else None
    return Day(
        day=name, score=round(score, 4), mean=mean, events=tuple(events), reported=max(reported, len(events)),
        level=round(level, 4),
    )  # fmt: skip


def _spread(means: Sequence[float], bounds: Sequence[int]) -> list[float]:
    """The mean of its segment for each day."""
    return [mean for mean, (start, end) in zip(means, pairwise(bounds), strict=False) for _ in range(end - start)]


def _change(days: Sequence[Day], start: int, end: int, before: float, after: float) -> Change:
    """A change with the events of its segment that lie furthest from the old level, on the side of the new."""
    side = 1 if after > before else -1
    found = [event for day in days[start:end] for event in day.events if side * (event.score - before) > 0]
    found.sort(key=lambda event: (-abs(event.score - before), event.day, event.id))
    return Change(
        day=days[start].day, before=round(before, 4), after=round(after, 4),
        events=tuple(sorted(found[:_REASONS], key=lambda event: (event.day, event.id))),
    )  # fmt: skip
