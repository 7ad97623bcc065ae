"""What two analysts said of the same rows, field by field, ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.ledger.review.model import VERDICTS, Layer, Review, Value

COMPARED: dict[Layer, tuple[str, ...]] = {
    "events": ("event", "factuality", "actors", "recipients"),
    "statements": ("speaker", "quotation"),
    "commitments": ("kind", "holder", "certainty"),
}
VERDICT = "verdict"
REJECTED = "(rejected)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What analysts said of one field of a layer: a unit for each row that at least one of them judged."""

    layer: Layer
    field: str
    units: tuple[tuple[str | None, ...], ...]

    @property
    def shared(self) -> int:
        """How many rows all of them judged."""
        return sum(all(said is not None for said in unit) for unit in self.units)


def compared(reviews: Iterable[Review], analysts: tuple[str, str]) -> tuple[Compared, ...]:
    """Each layer that both judged, by verdict and by field.

    An analyst's last verdict on a row counts. Accepting says the value that was read, correcting the new one,
    rejecting that there is none.
    """
    last: dict[tuple[Layer, str], dict[str, Review]] = {}
    for review in sorted(reviews, key=lambda each: each.order):
        if review.action in VERDICTS and review.who in analysts:
            last.setdefault((review.layer, review.row), {})[review.who] = review
    found = []
    for layer, names in COMPARED.items():
        rows = [said for (of, _), said in sorted(last.items()) if of == layer]
        for name in (VERDICT, *names) if rows else ():
            units = tuple(tuple(_said(said.get(who), name) for who in analysts) for said in rows)
            found.append(Compared(layer=layer, field=name, units=units))
    return tuple(found)


def _said(review: Review | None, field: str) -> str | None:
    if review is None:
        return None
    if field == VERDICT:
        return review.action
    if review.action == "reject":
        return REJECTED
    values: dict[str, Value] = {**dict(review.read), **dict(review.changes)}
    return repr(values.get(field))
