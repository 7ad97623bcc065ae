"""W3C Web Annotations (JSON-LD): one annotation for each row, on the report's text.

Source: W3C, Web Annotation Data Model (2017): sections 3.2.4 Embedded Textual Body, 4.2.4 Text Quote Selector,
4.2.5 Text Position Selector (which counts Unicode code points, as records do), 5 Collections.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from detente.ledger.export.layout import Options, TextLayout
from detente.ledger.export.numbers import uuid_of
from detente.ledger.export.view import View, views
from detente.records import Record

_AROUND = 32  # characters of context that a quote selector gives on either side
CONTEXT: list[Any] = ["http://www.w3.org/ns/anno.jsonld", {"detente": "urn:detente:record:1#"}]
Body = dict[str, Any]


def web_annotation(records: Iterable[Record], options: Options) -> Iterator[str]:
    """An annotation page with an annotation a line."""
    head = {"@context": CONTEXT, "id": "urn:detente:annotations", "type": "AnnotationPage"}
    yield json.dumps(head, ensure_ascii=True)[:-1] + ', "items": ['
    first = True
    for view in views(records, options):
        for annotation in _annotations(view):
            yield ("\n" if first else ",\n") + json.dumps(annotation, ensure_ascii=True)
            first = False
    yield "\n]}\n"


def _annotations(view: View) -> Iterator[dict[str, Any]]:
    for mention in view.record.mentions:
        bodies = [_body("identifying", mention.actor), _body("describing", view.name(mention.actor) or mention.actor)]
        yield _annotation(view, f"mention {mention.id}", "identifying", bodies, [(mention.start, mention.end)], {})
    yield from _coded(view)


def _coded(view: View) -> Iterator[dict[str, Any]]:
    for row in view.flat.events:
        bodies = [_body("classifying", word) for word in (row.event, row.mode, row.factuality, *row.contexts) if word]
        fields = {"actors": row.actors, "recipients": row.recipients, "date": row.date, "rule": row.rule, "statement": row.statement}
        yield _annotation(view, row.id, "classifying", bodies, [(row.start, row.end)], fields)
    for said, read in zip(view.flat.statements, view.record.statements, strict=True):
        fields = {"speaker": said.speaker, "medium": said.medium, "cue": said.cue, "rule": said.rule}
        spans = [(span.start, span.end) for span in read.content]
        yield _annotation(view, said.id, "classifying", [_body("classifying", f"{said.quotation} statement")], spans, fields)
    for held in view.flat.commitments:
        bodies = [_body("classifying", word) for word in (held.kind, held.certainty)]
        fields = {
            "holder": held.holder, "addressees": held.addressees, "act": held.act, "condition": held.condition,
            "polarity": held.polarity, "deadline": held.deadline, "rule": held.rule, "statement": held.statement,
        }  # fmt: skip
        yield _annotation(view, held.id, "classifying", bodies, [(held.start, held.end)], fields)


def _body(purpose: str, value: str) -> Body:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _annotation(
    view: View, row: str, motivation: str, bodies: list[Body], spans: list[tuple[int, int]], fields: dict[str, Any]
) -> dict[str, Any]:
    own = {f"detente:{name}": value for name, value in fields.items() if value not in (None, (), [])}
    targets = [_target(view, start, end) for start, end in spans]
    found: dict[str, Any] = {
        "id": f"urn:uuid:{uuid_of('annotation', view.report.id, row)}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
        "detente:row": row,
        **own,
    }
    if view.day(view.report.published):
        found["created"] = f"{view.report.published}T00:00:00Z"
    return found


def _target(view: View, start: int, end: int) -> dict[str, Any]:
    text = view.report.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"source": view.report.url or f"urn:detente:report:{view.report.id}", "selector": [position, quote]}


WEB_ANNOTATION = TextLayout(
    name="web-annotation", about="W3C Web Annotations (JSON-LD), for Hypothesis, Recogito and others.", write=web_annotation
)
