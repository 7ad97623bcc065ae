"""Reviews of the rows of the export sample."""

from __future__ import annotations

from typing import Any

from detente.ledger.flatten import FlatRecord, flatten
from detente.ledger.review import AsRead, Review
from detente.ledger.review.fields import FlatRow
from detente.ledger.review.make import Signed, corrections, decided
from detente.ledger.review.model import Action
from detente.records import Record
from tests.ledger.export.sample import first

SCORES = {("ASSAULT", ""): ("material conflict", -9.0), ("THREATEN", ""): ("verbal conflict", -6.0)}


def flat() -> FlatRecord:
    """The rows of the first record."""
    return flatten(first())


def about(row: FlatRow, record: Record | None = None) -> AsRead:
    """A row with its record."""
    return AsRead(row=row, record=record or first())


def review(row: FlatRow, action: Action = "accept", *, who: str = "anna", at: str = "2021-03-10", **fields: Any) -> Review:
    """A review of a row; ``fields`` are corrections as typed."""
    signed = Signed(who=who, at=at, why="because")
    others = fields.pop("others", ())
    changes = corrections(about(row), fields, SCORES) if fields else None
    return decided(about(row), action, signed, changes=changes, others=others)
