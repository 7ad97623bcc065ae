"""A small report with its record and its gold, made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from detente.records import (
    Act,
    Actor,
    Coder,
    Commitment,
    Condition,
    Cue,
    Event,
    Furniture,
    Place,
    Record,
    Report,
    Span,
    Statement,
    Time,
)

TEXT = (
    "Share this\n\nOslo would recall its envoy if the nets were cut, Minister Jan Berg said in Bergen on Monday. "
    "Reykjavik rejected the demand."
)
GOLD: dict[str, Any] = {
    "report": "report.txt",
    "published": "2021-03-02",
    "furniture": ["Share this"],
    "actors": [{"name": "Jan Berg", "is": ["NOR/GOV"]}],
    "places": [{"text": "in Bergen", "country": "NOR"}],
    "dates": [{"text": "on Monday", "value": "2021-03-01"}],
    "statements": [
        {"speaker": ["Berg"], "content": "Oslo would recall its envoy if the nets were cut", "quotation": ["indirect"]}
    ],
    "events": [
        {"event": ["REJECT"], "actors": ["ISL"], "anchor": "Reykjavik rejected the demand", "factuality": ["occurred"], "hard": True}
    ],
    "commitments": [{"kind": ["threat"], "holder": ["NOR"], "act": "recall its envoy", "condition": "if the nets were cut"}],
    "must_not": [{"layer": "events", "event": ["SANCTION"], "factuality": ["occurred"], "anchor": "recall its envoy", "why": "threatened"}],
}


def span(words: str) -> dict[str, Any]:
    """Start, end and text of words of the report."""
    at = TEXT.index(words)
    return {"start": at, "end": at + len(words), "text": words}


def event(words: str, trigger: str, type_: str, actors: tuple[str, ...], factuality: Any = "occurred") -> Event:
    """An event row on words of the report."""
    return Event(
        id="e1", **span(words), trigger=Span(**span(trigger)), event=type_, mode=None, quad="verbal conflict",
        score=-4.0, cameo="12", actors=actors, recipients=(), factuality=factuality, rule="reject", confidence=0.9,
    )  # fmt: skip


def record(**changes: Any) -> Record:
    """The record with everything right, but for the changes."""
    berg = Actor(id="NOR/GOV/jan-berg", name="Jan Berg", kind="person", country="NOR", sector="GOV", because="title")
    states = tuple(
        Actor(id=f"{code}/GOV", name=name, kind="government", country=code, sector="GOV", because="capital")
        for code, name in (("NOR", "Oslo"), ("ISL", "Reykjavik"))
    )
    fields: dict[str, Any] = {
        "coder": Coder(version="1", model="m", lexicon="l"),
        "report": Report(
            id="r", key="k", title=None, published="2021-03-02", published_from="given", language="en", outlet=None, url=None, text=TEXT
        ),
        "furniture": (Furniture(id="f1", **span("Share this"), reason="navigation", rule="share"),),
        "actors": (berg, *states),
        "places": (Place(id="p1", **span("Bergen"), name="Bergen", country="NOR", because="town"),),
        "times": (Time(id="t1", **span("on Monday"), type="DATE", value="2021-03-01"),),
        "statements": (
            Statement(
                id="s1", speaker=berg.id, speaker_span=None, cue=Cue(**span("said"), lemma="say"), quotation="indirect",
                content=(Span(**span("Oslo would recall its envoy if the nets were cut")),),
            ),
        ),
        "events": (event("Reykjavik rejected the demand", "rejected", "REJECT", ("ISL/GOV",)),),
        "commitments": (
            Commitment(
                id="c1", **span("Oslo would recall its envoy if the nets were cut"), kind="threat", holder="NOR/GOV",
                act=Act(**span("recall its envoy")), rule="would",
                condition=Condition(**span("if the nets were cut"), connective="if", polarity="if"),
            ),
        ),
    }  # fmt: skip
    return Record(**(fields | changes))


def write_case(folder: Path, gold: dict[str, Any] | None = None, name: str = "nets") -> Path:
    """A case folder with this report and gold."""
    case = folder / name
    case.mkdir(parents=True)
    (case / "report.txt").write_text(TEXT, encoding="utf-8")
    (case / "gold.json").write_text(json.dumps(GOLD if gold is None else gold), encoding="utf-8")
    return case
