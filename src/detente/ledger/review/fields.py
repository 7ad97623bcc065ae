"""Which fields of a row an analyst can correct, and what may stand in each."""

from __future__ import annotations

import re
from typing import get_args

from detente.errors import UsageError
from detente.ledger.adding.results import State
from detente.ledger.review.model import Layer, Value
from detente.ledger.rows import CommitmentRow, EventRow, StatementRow
from detente.records import Factuality, Kind, Polarity
from detente.records.facts import Certainty, Quotation

FlatRow = EventRow | StatementRow | CommitmentRow
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_CHOICES: dict[str, tuple[str, ...]] = {
    "event": TYPES, "factuality": get_args(Factuality), "quotation": get_args(Quotation), "kind": get_args(Kind),
    "certainty": get_args(Certainty), "polarity": get_args(Polarity), "quad": QUADS, "state": get_args(State),
}  # fmt: skip
LISTS = frozenset({"actors", "recipients", "addressees", "contexts"})
FIELDS: dict[Layer, tuple[str, ...]] = {
    "events": ("event", "mode", "factuality", "actors", "recipients", "date", "place", "place_country", "contexts"),
    "statements": ("speaker", "medium", "quotation", "negated", "addressees"),
    "commitments": ("kind", "holder", "addressees", "certainty", "polarity", "deadline"),
}
FOLLOWING = frozenset({"quad", "score"})  # set with the type of an event, never by hand
STATE, DAY = "state", "day"  # of a merged commitment, and from which day it holds
LABELS: dict[Layer, str] = {"events": "event", "statements": "speaker", "commitments": "kind"}  # what a row claims
_NULLABLE = frozenset(
    {"mode", "date", "place", "place_country", "speaker", "medium", "holder", "polarity", "deadline"}
)
_DATE = re.compile(r"[\dX]{4}(-[\dXW]{2,3}(-[\dX]{1,2})?)?(T[\d:]+)?|P\w+")


def layer_of(row: FlatRow) -> Layer:
    """The layer that a row belongs to."""
    if isinstance(row, EventRow):
        return "events"
    return "statements" if isinstance(row, StatementRow) else "commitments"


def judged(row: FlatRow) -> tuple[tuple[str, Value], ...]:
    """The fields of a row that an analyst judges, as they stand."""
    return tuple((name, getattr(row, name)) for name in sorted(FIELDS[layer_of(row)]))


def parsed(layer: Layer, field: str, text: str) -> Value:
    """The value of a field from what an analyst typed; nothing typed is null, lists are parted by commas.

    Raises:
        UsageError: the layer has no such field, or the field can't hold that.

    Example:
        >>> parsed("events", "actors", "RUS, USA/GOV"), parsed("events", "mode", "")
        (('RUS', 'USA/GOV'), None)
    """
    if field not in FIELDS[layer]:
        raise UsageError(f"{layer} have no field {field!r} to correct: take one of {', '.join(FIELDS[layer])}")
    value = text.strip()
    if field in LISTS:
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if field == "negated":
        return _truth(value)
    if not value:
        if field not in _NULLABLE:
            raise UsageError(f"{field} can't be empty: {_allowed(field)}")
        return None
    return _checked(field, value)


def checked_state(text: str) -> str:
    """The state of a commitment.

    Raises:
        UsageError: there is no such state.
    """
    return _checked(STATE, text.strip())


def _checked(field: str, value: str) -> str:
    if field in _CHOICES and value not in _CHOICES[field]:
        raise UsageError(f"{field} can't be {value!r}: {_allowed(field)}")
    if field in {"date", "deadline"} and not _DATE.fullmatch(value):
        raise UsageError(f"{field} can't be {value!r}: give a TIMEX3 value, as 2022-01-14, 2022-01 or P48H")
    return value


def _allowed(field: str) -> str:
    return f"take one of {', '.join(_CHOICES[field])}" if field in _CHOICES else "say what it is"


def _truth(value: str) -> bool:
    if value.lower() not in {"true", "false", "yes", "no"}:
        raise UsageError(f"negated can't be {value!r}: take true or false")
    return value.lower() in {"true", "yes"}
