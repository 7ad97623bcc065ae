"""Words set out without marks: 'The Foreign Secretary said:' and paragraphs of their own behind it.

Governments publish statements so. A block ends where another colon or a mark opens, at a heading, and where
the text tells of the speaker again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language import Document, Paragraph, Sentence

SAYING = frozenset("say state declare write comment announce read tell add note remark conclude reply respond warn".split())
LISTS = frozenset({"agenda", "schedule", "programme", "program", "list", "notice", "timetable", "calendar", "sign", "label"})
FOLLOWING = re.compile(r"\bfollowing (?:joint |press |short |brief )?(?:statement|declaration|text|message|letter|readout|remarks|communiqu[eé]|note)\b|\bas follows\b", re.IGNORECASE)
MARKED = re.compile(r"[“„«\"'‘•*\-–—\d(]")
HEADING = re.compile(r"(?:Further|Notes?|Background|Media|Contact|ENDS?|Follow|More|Read|Related)\b")
STOPS = (".", "!", "?", "…", ";", ")")


def blocks_of(document: Document) -> Iterator[tuple[Paragraph, bool, bool]]:
    """The paragraphs of unmarked quotations, each with whether it goes on from one before and into one behind."""
    closing: dict[int, Sentence] = {s.paragraph: s for s in document.sentences}
    paragraphs = document.paragraphs
    at = 0
    while at < len(paragraphs):
        lead = closing.get(paragraphs[at].index)
        inside = _block(document, at + 1, lead) if lead is not None and _leads(document, paragraphs[at], lead) else []
        for place, paragraph in enumerate(inside):
            yield paragraph, place > 0, place + 1 < len(inside)
        at += 1 + len(inside)


def _leads(document: Document, paragraph: Paragraph, lead: Sentence) -> bool:
    """Whether a paragraph ends with a verb of saying, its subject and a colon, or names what follows."""
    text = document.text[paragraph.start : paragraph.end].rstrip()
    if not text.endswith(":") or paragraph.block != "body":
        return False
    said = any(t.lemma in SAYING and t.pos == "VERB" and (who := t.child("nsubj")) is not None and who.lemma not in LISTS for t in lead.tokens[-8:])
    return said or FOLLOWING.search(text[-160:]) is not None


def _block(document: Document, first: int, lead: Sentence) -> list[Paragraph]:
    inside: list[Paragraph] = []
    names = {t.text for t in lead.tokens if t.dep == "nsubj" and t.pos in {"NOUN", "PROPN"}}
    for paragraph in document.paragraphs[first:]:
        text = document.text[paragraph.start : paragraph.end].strip()
        told = any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
        if paragraph.block != "body" or MARKED.match(text) or HEADING.match(text) or not text.endswith(STOPS) or told:
            break
        inside.append(paragraph)
    return inside
