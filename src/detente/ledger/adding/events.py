"""Which event rows tell one event: type, parties, day and place agree within the bounds of ``bounds.toml``.

What is told as a fact, what is expected and what a party will not do are three layers: a report that fears an
attack and one that tells it are two events, and the one that occurred names the one that was expected. A denial
is told of the fact, and joins it as a contradiction; 'refused to' and 'will not' deny nothing that occurred.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from detente.ledger.adding.acts import deed, likeness
from detente.ledger.adding.bounds import EventBounds, again_words, event_bounds, expected_bounds, night_words
from detente.ledger.adding.days import Stretch, is_day, stretch_of
from detente.ledger.adding.links import Links, joined, partners
from detente.ledger.adding.parties import is_nobody, is_same_actor, match_of, roots_of
from detente.ledger.adding.results import MergedEvent
from detente.ledger.adding.spread import contradictions, spread
from detente.ledger.rows import EventRow

__all__ = ["event_block", "merge_events"]

Layer = Literal["told", "expected", "declined"]
_DECLINED = re.compile(r"(?:not )?to\b|.*\b(?:will|would|shall) (?:not|never)\b|.*\bwon['’]t\b", re.IGNORECASE | re.DOTALL)


def event_block(row: EventRow) -> str:
    """What rows must share to be one event: the type, and the states of the side that reports of it name.

    'Russia shelled Kharkiv' and 'Kharkiv was shelled' share the block of what Ukraine suffered.
    """
    actors, recipients = roots_of(row.actors), roots_of(row.recipients)
    anchor = event_bounds(row.event).anchor
    if anchor == "both":
        return f"{row.event}|{'+'.join(sorted({*actors, *recipients}))}"
    if anchor == "recipient":
        recipients = roots_of(_struck(row)) or tuple({row.place_country or ""} - {"", *actors})
    first, second = (actors, recipients) if anchor == "actor" else (recipients, actors)
    return f"{row.event}|{'+'.join(first)}" if first else f"{row.event}|?{'+'.join(second)}"


def _struck(row: EventRow) -> tuple[str, ...]:
    """Whom an attack is on, the attacker left out: 'Kenya bombed the base' leaves open whose base it is."""
    return tuple(each for each in row.recipients if not any(is_same_actor(each, actor) for actor in row.actors))


@dataclass(slots=True)
class _Cluster:
    """The rows of one event, the words that tell it, and when it was."""

    rows: list[EventRow]
    told: frozenset[str]
    when: Stretch | None
    layer: Layer
    expected: list[_Cluster] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the event: of its first row, which no later one moves."""
        return "E-" + hashlib.sha256(self.rows[0].id.encode()).hexdigest()[:20]


def merge_events(rows: Sequence[EventRow], same: Links = frozenset(), different: Links = frozenset()) -> tuple[MergedEvent, ...]:
    """The events that the rows of one block tell, in canonical order of their first rows.

    Each row joins the earlier event that it is likest to, or founds one: later rows move none.

    Args:
        rows: of one block; others never tell one event.
        same: pairs of row ids that an analyst says tell one event.
        different: pairs that an analyst says do not.
    """
    clusters: list[_Cluster] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: each.order):
        told = deed(row.text)
        when = _when(row)
        layer = _layer(row)
        apart = partners(row.id, different)
        around = [clusters[n] for n in _near(by_word, told)]
        near = [each for each in around if each.layer == layer and not (apart and apart.intersection(other.id for other in each.rows))]
        found = joined(row.id, same, clusters, lambda cluster: cluster.rows) or _nearest(row, told, when, near)
        if found is None:
            found = _Cluster([], told, when, layer)
            clusters.append(found)
        found.rows.append(row)
        if when and when.is_stated and not (found.when and found.when.is_stated):
            found.when = when
        number = next(n for n in range(len(clusters) - 1, -1, -1) if clusters[n] is found)
        for word in told or ("",):
            if not by_word[word] or by_word[word][-1] != number:
                by_word[word].append(number)
        if layer == "told" and len(found.rows) == 1:
            found.expected = list(_expected(found, around))
    return tuple(map(_merged, clusters))


def _near(by_word: dict[str, list[int]], told: frozenset[str]) -> list[int]:
    """Clusters that share a telling word, by number; the latest hundred of each word, which lie near in time."""
    return sorted({number for word in told or ("",) for number in by_word.get(word, ())[-100:]})


def _when(row: EventRow) -> Stretch | None:
    """The days of a row's event; background that gives no day may be of any time."""
    found = stretch_of(row.date, row.published, event_bounds(row.event).lag)
    return None if row.factuality == "historical" and found and not found.is_stated else found


def _layer(row: EventRow) -> Layer:
    if row.factuality in {"future", "hypothetical"}:
        return "expected"
    return "declined" if row.factuality == "negated" and _DECLINED.match(row.text) else "told"


def _nearest(row: EventRow, told: frozenset[str], when: Stretch | None, clusters: list[_Cluster]) -> _Cluster | None:
    """The cluster that the row is likest to among those that it may join; the earlier of two."""
    best: tuple[float, _Cluster] | None = None
    for cluster in clusters:
        if not _is_near(row, when, cluster):
            continue
        share = max(likeness(told, cluster.told), likeness(told, deed(cluster.rows[-1].text)))
        if share >= _wanted(row, cluster) and (best is None or share > best[0]):
            best = share, cluster
    return best[1] if best else None


def _is_near(row: EventRow, when: Stretch | None, cluster: _Cluster) -> bool:
    """Whether days and places allow that the row tells the cluster's event."""
    return _is_near_in_time(row, when, cluster) and _is_one_place(row, cluster, event_bounds(row.event))


def _is_near_in_time(row: EventRow, when: Stretch | None, cluster: _Cluster) -> bool:
    if cluster.layer != "told":
        last = stretch_of(None, cluster.rows[-1].published, 0)
        now = stretch_of(None, row.published, 0)
        return bool(last and now and now.apart(last) <= expected_bounds().days) or row.report == cluster.rows[-1].report
    if when is None or cluster.when is None:
        return row.report == cluster.rows[-1].report
    if when.is_coarse or cluster.when.is_coarse:
        return when == cluster.when
    both = when.is_stated and cluster.when.is_stated
    return when.apart(cluster.when) <= (_days_between(row, cluster.rows[0]) if both else 0)


def _days_between(row: EventRow, first: EventRow) -> int:
    """How far apart two stated days of one event may be: none where either was not the first, one in a night."""
    said = {*row.text.lower().split(), *first.text.lower().split()}
    if said & again_words():
        return 0
    return max(event_bounds(row.event).days, int(not said.isdisjoint(night_words())))


def _is_one_place(row: EventRow, cluster: _Cluster, bounds: EventBounds) -> bool:
    first = next((each for each in cluster.rows if each.place), None)
    if not row.place or first is None or first.place is None or row.place.casefold() == first.place.casefold():
        return True
    if row.place_country != first.place_country and row.place_country and first.place_country:
        return False
    return bounds.place == "country" or cluster.layer != "told"


def _wanted(row: EventRow, cluster: _Cluster) -> float:
    """The share of telling words that the row must have in common with the cluster; above 1 where parties differ."""
    bounds = event_bounds(row.event)
    first = cluster.rows[0]
    if bounds.anchor == "both":
        matches = [match_of((*row.actors, *row.recipients), (*first.actors, *first.recipients), persons=bounds.persons)]
    else:
        both = bounds.anchor == "recipient"
        sides = ((row.actors, first.actors), (_struck(row), _struck(first)) if both else (row.recipients, first.recipients))
        matches = [match_of(mine, yours, persons=bounds.persons) for mine, yours in sides]
    if row.family != first.family and any(map(is_nobody, (*row.actors, *row.recipients))):
        return 1.1  # the author of one report is not that of another
    if "different" in matches or (row.mode and first.mode and row.mode != first.mode and cluster.layer == "told"):
        return 1.1
    least = bounds.loose if "partial" in matches else bounds.words
    if row.report == first.report:
        least = max(least, bounds.loose)  # what one report tells twice in other words is two events, as a rule
    return max(least, expected_bounds().words) if cluster.layer != "told" else least


def _expected(cluster: _Cluster, clusters: Sequence[_Cluster]) -> Iterator[_Cluster]:
    """The events that earlier reports expected or feared, and that this one says occurred."""
    row, bounds = cluster.rows[0], expected_bounds()
    now = stretch_of(None, row.published, 0)
    if row.factuality != "occurred" or now is None:
        return
    for other in clusters:
        if other.layer != "expected" or other.rows[0].report == row.report:
            continue
        last = stretch_of(None, other.rows[-1].published, 0)
        if last is None or now.apart(last) > bounds.ahead:
            continue
        if _wanted(row, other) <= 1 and likeness(cluster.told, other.told) >= bounds.came:
            yield other


def _merged(cluster: _Cluster) -> MergedEvent:
    rows = cluster.rows
    first = rows[0]
    shown = max(rows, key=lambda row: (row.factuality == "occurred", len(row.actors) + len(row.recipients)))
    placed = next((row for row in rows if row.place), None)
    return MergedEvent(
        id=cluster.id,
        members=tuple(row.id for row in rows),
        event=first.event,
        mode=next((row.mode for row in rows if row.mode), None),
        quad=shown.quad,
        score=shown.score,
        factuality=shown.factuality,
        actors=max((row.actors for row in rows), key=len),
        recipients=max((row.recipients for row in rows), key=len),
        day=_best_day(rows),
        place=placed.place if placed else None,
        place_country=placed.place_country if placed else next((r.place_country for r in rows if r.place_country), None),
        text=shown.text,
        text_row=shown.id,
        spread=spread(rows),
        contradictions=contradictions(rows),
        expected=tuple(other.id for other in cluster.expected),
    )


def _best_day(rows: Sequence[EventRow]) -> str | None:
    """The day that most families of reports state, the first of them; else what the first report gives."""
    stated = {(row.family, (row.date or "")[:10]) for row in rows if is_day(row.date)}
    counts = Counter(day for _, day in stated)
    if counts:
        return min(counts, key=lambda day: (-counts[day], day))
    return next((row.date for row in rows if row.date), rows[0].published)
