"""Shares of what is right, by layer and by class, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from detente.scoring.gold import LAYERS, Item
from detente.scoring.intervals import Interval, bootstrap
from detente.scoring.judge import Judged, Verdict

_CLASS = {"events": "event", "commitments": "kind", "statements": "quotation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many gold items of a layer (or a class of it) are right; ``interval`` is of that share."""

    name: str
    items: int
    found: int
    right: int
    interval: Interval

    @property
    def value(self) -> float:
        """Right items over all items, 0 to 1."""
        return self.interval.value


def shares(judged: Sequence[Judged], *, draws: int = 1000) -> list[Share]:
    """The share of each layer, items marked hard left out ('events') and put in ('events with hard')."""
    rows = []
    for layer in LAYERS:
        rows.append(_share(layer, judged, _of(layer, hard=False), draws))
        rows.append(_share(f"{layer} with hard", judged, _of(layer, hard=True), draws))
    return [row for row in rows if row.items]


def by_class(judged: Sequence[Judged], layer: str, *, draws: int = 1000) -> list[Share]:
    """The share of each class of events, commitments or statements, hard items put in.

    A gold item that allows several classes counts in the first that it names.
    """
    field = _CLASS[layer]
    names = sorted({v.item.wanted[field][0] for j in judged for v in j.verdicts if v.item.layer == layer})
    return [_share(name, judged, _of_class(layer, field, name), draws) for name in names]


def factuality_accuracy(judged: Sequence[Judged], *, draws: int = 1000) -> Interval:
    """Of the gold events that were found and have a factuality: the share whose factuality is right."""

    def accuracy(sample: Sequence[Judged]) -> float:
        said = [v for j in sample for v in j.verdicts if v.item.layer == "events" and v.found and "factuality" in v.item.wanted]
        return _ratio(sum(not any(w.startswith("factuality") for w in v.wrong) for v in said), len(said))

    return bootstrap(judged, accuracy, draws=draws)


def commitment_f1(judged: Sequence[Judged], *, draws: int = 1000) -> Interval:
    """F1 of commitments by kind, holder and condition together.

    A gold commitment counts where a row has its act, kind, holder and condition. Gold is not
    exhaustive, so that precision, and with it this F1, is a lower bound.
    """

    def f1(sample: Sequence[Judged]) -> float:
        gold = [v for j in sample for v in j.verdicts if v.item.layer == "commitments"]
        right = sum(v.found and not any(w.startswith(("holder", "condition", "no condition")) for w in v.wrong) for v in gold)
        return _ratio(2 * right, len(gold) + sum(len(j.record.commitments) for j in sample))

    return bootstrap(judged, f1, draws=draws)


def _share(name: str, judged: Sequence[Judged], wanted: Callable[[Item], bool], draws: int) -> Share:
    def value(sample: Iterable[Judged]) -> float:
        kept = [v for j in sample for v in j.verdicts if wanted(v.item)]
        return _ratio(sum(v.right for v in kept), len(kept))

    kept: list[Verdict] = [v for j in judged for v in j.verdicts if wanted(v.item)]
    return Share(
        name=name,
        items=len(kept),
        found=sum(v.found for v in kept),
        right=sum(v.right for v in kept),
        interval=bootstrap(judged, value, draws=draws),
    )


def _of(layer: str, *, hard: bool) -> Callable[[Item], bool]:
    return lambda item: item.layer == layer and (hard or not item.hard)


def _of_class(layer: str, field: str, name: str) -> Callable[[Item], bool]:
    return lambda item: item.layer == layer and item.wanted[field][0] == name


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
