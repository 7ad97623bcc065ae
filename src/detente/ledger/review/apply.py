"""The layer of reviews laid over what was read: corrected fields, rejected rows left out; ids stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from detente.ledger.adding.results import StateChange
from detente.ledger.flatten import FlatRecord
from detente.ledger.review.fields import DAY, LABELS, STATE
from detente.ledger.review.model import VERDICTS, Review, Value
from detente.ledger.review.standing import Stands, standings
from detente.ledger.rows import CommitmentRow, EventRow, StatementRow

Row = TypeVar("Row", EventRow, StatementRow, CommitmentRow)
_FINAL = frozenset({"met", "refused", "carried out", "withdrawn"})
Pairs = frozenset[tuple[str, str]]


def applied(flat: FlatRecord, reviews: Iterable[Review]) -> FlatRecord:
    """The rows of a report as its reviews leave them.

    Of each row the last verdict counts: a rejection takes the row out, an acceptance leaves it as read, and
    corrections since then add up. Where a newer reading differs, corrections still hold, for they are what a
    person saw; a rejection does not, since it was of another claim.
    """
    fate = verdicts(flat, reviews)
    if not fate:
        return flat
    return replace(
        flat,
        events=_kept(flat.events, fate),
        statements=_kept(flat.statements, fate),
        commitments=tuple(_linked(row, fate) for row in _kept(flat.commitments, fate)),
    )


def verdicts(flat: FlatRecord, reviews: Iterable[Review]) -> dict[str, dict[str, Value] | None]:
    """What becomes of each reviewed row, by id: the fields to change, or None for a row that is rejected."""
    fate: dict[str, dict[str, Value] | None] = {}
    for stands in standings(flat, reviews):
        row, review = stands.row, stands.review
        if row is None or review.action not in VERDICTS:
            continue
        if review.action == "correct":
            fate[row.id] = {**(fate.get(row.id) or {}), **dict(review.changes)}
        elif review.action == "accept":
            fate[row.id] = {}
        elif _same_claim(stands):
            fate[row.id] = None
    return fate


def links(reviews: Iterable[Review]) -> tuple[Pairs, Pairs]:
    """The pairs of rows that analysts hold to be the same, and those that they hold to be different.

    The last word on a pair counts; each pair is in order of its ids.
    """
    word: dict[tuple[str, str], str] = {}
    for review in sorted(reviews, key=lambda each: each.order):
        if review.action in {"merge", "split"}:
            for other in review.others:
                first, second = sorted((review.row, other))
                word[first, second] = review.action
    same = frozenset(pair for pair, action in word.items() if action == "merge")
    return same, frozenset(word) - same


def analyst_states(reviews: Iterable[Review], commitment: str) -> tuple[StateChange, ...]:
    """The states that analysts gave a merged commitment, by the day from which they hold; each says who and why."""
    found = []
    for review in sorted(reviews, key=lambda each: each.order):
        changes: dict[str, Any] = dict(review.changes)
        if review.row == commitment and STATE in changes:
            why = f"set by {review.who}" + (f": {review.why}" if review.why else "")
            day = changes.get(DAY) or review.at[:10]
            found.append(StateChange(state=changes[STATE], day=day, row=None, why=why, rule="review/state"))
    return tuple(sorted(found, key=lambda change: change.day))


def states_with(derived: Sequence[StateChange], by_analysts: Sequence[StateChange]) -> tuple[StateChange, ...]:
    """Both sorts of changes in order of days, an analyst's after the others of its day.

    What an analyst has settled does not lapse.
    """
    settled = min((change.day for change in by_analysts if change.state in _FINAL), default=None)
    kept = [change for change in derived if change.state != "lapsed" or settled is None or change.day <= settled]
    return tuple(sorted([*kept, *by_analysts], key=lambda change: change.day))  # sorted() keeps equals in order


def _same_claim(stands: Stands) -> bool:
    return all(name != LABELS[stands.review.layer] for name, _, _ in stands.differs)


def _kept(rows: tuple[Row, ...], fate: dict[str, dict[str, Value] | None]) -> tuple[Row, ...]:
    return tuple(_changed(row, fate.get(row.id)) for row in rows if fate.get(row.id, {}) is not None)


def _changed(row: Row, changes: dict[str, Value] | None) -> Row:
    known = {field.name for field in fields(row)}
    values: dict[str, Any] = {name: value for name, value in (changes or {}).items() if name in known}
    return replace(row, **values) if values else row


def _linked(row: CommitmentRow, fate: dict[str, dict[str, Value] | None]) -> CommitmentRow:
    """A commitment whose act or condition is coded by an event that was corrected or rejected."""
    values: dict[str, Any] = {}
    for part in ("act", "condition"):
        event = getattr(row, f"{part}_event")
        changes = fate.get(event, {}) if event else {}
        if changes is None:
            values |= {f"{part}_event": None, f"{part}_type": None}
        elif "event" in changes:
            values[f"{part}_type"] = changes["event"]
    return replace(row, **values) if values else row
