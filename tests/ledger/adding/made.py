"""Rows of events and commitments for the tests of the adding-up, with what matters given and the rest plain."""

from __future__ import annotations

from itertools import count
from typing import Any

from detente.ledger.rows import CommitmentRow, EventRow

_numbers = count(1)


def _common(values: dict[str, Any]) -> dict[str, Any]:
    number = next(_numbers)
    report = values.pop("report", f"r{number}")
    return {
        "id": f"row-{number:05}",
        "local": "x1",
        "report": report,
        "published": "2031-02-05",
        "outlet": f"Outlet {report}",
        "family": report,
        "start": number,
        "end": number + 1,
    }


def event(text: str = "Russia shelled the town", **values: Any) -> EventRow:
    """An event row."""
    plain: dict[str, Any] = {
        "text": text, "trigger": text[:6], "event": "ASSAULT", "mode": None, "contexts": (), "quad": "material conflict",
        "score": -9.0, "cameo": "190", "actors": ("RUS",), "recipients": ("UKR",), "date": None, "place": None, "place_country": None,
        "factuality": "occurred", "statement": None, "rule": "r", "confidence": 0.9,
    }  # fmt: skip
    return EventRow(**_common(values) | plain | values)


def commitment(act: str = "withdraw its troops from the valley", **values: Any) -> CommitmentRow:
    """A commitment row."""
    plain: dict[str, Any] = {
        "text": act, "kind": "demand", "holder": "ARM", "addressees": ("AZE",), "voice": "ARM", "act": act, "act_event": None, "act_type": None,
        "condition": None, "polarity": None, "condition_event": None, "condition_type": None, "deadline": None, "certainty": "explicit",
        "statement": None, "rule": "r",
    }  # fmt: skip
    return CommitmentRow(**_common(values) | plain | values)
