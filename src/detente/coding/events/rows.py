"""Coded events -> rows of the record."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from detente.coding.events.model import Coded
from detente.coding.events.reason import because
from detente.language import Document
from detente.records import Event, Span
from detente.resources import Lexicon

QUADS = {
    "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation", "SUPPORT": "verbal cooperation",
    "COOPERATE": "material cooperation", "AID": "material cooperation", "CONCEDE": "material cooperation",
    "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict", "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict", "SANCTION": "material conflict", "MOBILIZE": "material conflict",
    "COERCE": "material conflict", "ASSAULT": "material conflict",
}  # fmt: skip


def event_rows(coded: Sequence[Coded], document: Document, lexicon: Lexicon) -> tuple[Event, ...]:
    """The rows of coded events, in text order, each with the sentence that says why."""
    scores = score_table(lexicon)
    return tuple(_row(event, document, scores) for event in coded)


@lru_cache(maxsize=4)
def score_table(lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, float]]:
    """Quad class and score by event type and mode."""
    return {(s.event, s.mode): (s.quad, s.score or 0.0) for s in lexicon.scores}


@lru_cache(maxsize=1)
def cameo_table() -> dict[tuple[str, str], str]:
    """The nearest CAMEO code by PLOVER event type and mode.

    Source: Schrodt 2012, "CAMEO: Conflict and Mediation Event Observations. Event and Actor Codebook",
    1.1b3; the pairing follows the PLOVER codebook, which merges CAMEO's roots 02 and 10 (REQUEST), 09
    and 11 (ACCUSE), and 18, 19 and 20 (ASSAULT).
    """
    text = (files("detente.coding.events") / "cameo.csv").read_text(encoding="utf-8")
    return {(row["event"], row["mode"]): row["cameo"] for row in csv.DictReader(io.StringIO(text))}


def cameo_of(event: str, mode: str) -> str:
    """The CAMEO code of an event type and mode, or of the type alone.

    >>> cameo_of("CONSULT", "visit"), cameo_of("CONSULT", "unheard-of")
    ('042', '040')
    """
    table = cameo_table()
    return table.get((event, mode)) or table.get((event, ""), "")


def _row(event: Coded, document: Document, scores: dict[tuple[str, str], tuple[str, float]]) -> Event:
    tokens = event.sentence.tokens
    clause = document.span_of(tokens[event.clause[0]], tokens[event.clause[1]])
    fallback = scores.get((event.event, ""), (QUADS.get(event.event, ""), 0.0))
    quad, score = scores.get((event.event, event.mode), fallback)
    return Event(
        id=event.id,
        start=clause.start,
        end=clause.end,
        text=clause.text,
        trigger=_trigger(event, document),
        event=event.event,
        mode=event.mode or None,
        contexts=event.frame.contexts,
        quad=quad,
        score=score,
        cameo=cameo_of(event.event, event.mode),
        actors=event.actors,
        recipients=event.recipients,
        date=event.date,
        place=event.place,
        factuality=event.factuality,
        statement=event.statement,
        rule=event.frame.id,
        confidence=event.confidence,
        because=because(event, document),
    )


def _trigger(event: Coded, document: Document) -> Span:
    words = event.words or (event.trigger,)
    return document.span_of(words[0], words[-1])
