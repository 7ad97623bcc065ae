"""Events and commitments of a made-up pair."""

from __future__ import annotations

from typing import Any

from detente.ledger.views.model import Citation, CommitmentView, EventView
from detente.ledger.views.series import DyadEvent


def dyad_event(day: str, score: float, number: int = 1, **fields: Any) -> DyadEvent:
    """An event between two parties."""
    plain = {"event": "ASSAULT" if score < 0 else "CONSULT", "mode": None, "source": "RUS", "text": f"words {number}", "families": 1}
    return DyadEvent(id=f"E-{day}-{number}", day=day, score=score, **{**plain, **fields})


def cited(words: str) -> Citation:
    """A citation of a report."""
    return Citation(
        row="ev-1", report="sha256:a", key="a.txt", title="Crisis", outlet="Wire", published="2031-03-01", relation="original",
        start=0, end=len(words), text=words,
    )  # fmt: skip


TOLD: dict[str, Any] = {
    "last": "2031-03-01", "reports": 1, "families": 1, "outlets": 1, "place": None, "place_country": None,
    "contradictions": (), "rows": ("ev-1",), "cited": cited("words"),
}  # fmt: skip


def event(name: str = "E-1", **fields: Any) -> EventView:
    """A merged event."""
    plain = {
        **TOLD, "known": "2031-03-05", "day": "2031-03-05", "event": "ASSAULT", "mode": None, "quad": "material conflict",
        "score": -9.0, "factuality": "occurred", "actors": ("RUS/MIL",), "recipients": ("TUR",), "text": "words",
    }  # fmt: skip
    return EventView(id=name, **{**plain, **fields})


def commitment(name: str = "C-1", **fields: Any) -> CommitmentView:
    """A threat with a condition and a deadline."""
    plain = {
        **TOLD, "known": "2031-03-01", "kind": "threat", "holder": "TUR", "voices": (), "addressees": ("RUS",),
        "act": "close the straits", "act_type": "COERCE", "act_event": "E-act", "condition": "if Russia attacks", "polarity": "if",
        "condition_type": "ASSAULT", "condition_event": "E-if", "deadline": "2031-03-08", "certainty": "explicit", "firmness": (),
        "state": "open", "states": (),
    }  # fmt: skip
    return CommitmentView(id=name, **{**plain, **fields})
