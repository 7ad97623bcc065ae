"""brat standoff: a ``.txt`` and an ``.ann`` for each report, and an ``annotation.conf`` that names the types.

Source: Stenetorp et al. (2012), brat: a Web-based Tool for NLP-Assisted Text Annotation; brat standoff format
(brat.nlplab.org/standoff.html). Offsets count Unicode code points; a span does not run over a line's end, so
that it is cut there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from detente.ledger.export.layout import FolderLayout, Options
from detente.ledger.export.view import View, views
from detente.records import Commitment, Event, Record, Statement

_LINE_END = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_KINDS = "demand proposal offer pledge threat warning refusal red_line".split()
_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()


def brat(records: Iterable[Record], options: Options) -> Iterator[tuple[str, str]]:
    """The files by name, those of a report named by its id."""
    yield "annotation.conf", _configuration()
    for view in views(records, options):
        name = view.report.id.removeprefix("sha256:")[:16]
        yield f"{name}.txt", view.report.text
        yield f"{name}.ann", "".join(_Standoff(view).lines())


class _Standoff:
    """The annotations of one report, numbered as they come."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.text = view.report.text
        self.out: list[str] = []
        self.counts: dict[str, int] = {}
        self.mentions: dict[str, list[tuple[int, str]]] = {}  # actor -> (start, T id)
        self.events: dict[str, str] = {}  # local id of an event -> E id

    def lines(self) -> list[str]:
        """All annotations, the text-bound ones of actors, places and times first."""
        for mention in self.view.record.mentions:
            bound = self._bound("Actor", [(mention.start, mention.end)])
            self.mentions.setdefault(mention.actor, []).append((mention.start, bound))
            self._note(bound, f"{mention.actor} {self.view.name(mention.actor)}")
        for place in self.view.record.places:
            self._note(self._bound("Place", [(place.start, place.end)]), f"{place.name}, {place.country}")
        for time in self.view.record.times:
            self._note(self._bound("Time", [(time.start, time.end)]), f"{time.type} {time.value}")
        for event in self.view.record.events:
            self._event(event)
        for said in self.view.record.statements:
            self._statement(said)
        for row in self.view.record.commitments:
            self._commitment(row)
        return self.out

    def _event(self, event: Event) -> None:
        trigger = self._bound(event.event, [(event.trigger.start, event.trigger.end)])
        parties = [
            *self._parties("Actor", event.actors, event.start, event.end),
            *self._parties("Recipient", event.recipients, event.start, event.end),
        ]
        row = self._structure(event.event, trigger, parties)
        self.events[event.id] = row
        self._attribute("Factuality", row, event.factuality)
        self._note(row, f"{self.view.row_ids[event.id]} {event.rule}")

    def _statement(self, said: Statement) -> None:
        content = self._bound("Content", [(span.start, span.end) for span in said.content])
        anchor = self._bound("Statement", [(said.cue.start, said.cue.end)]) if said.cue else content
        kind = "Statement" if said.cue else "Content"
        arguments = [("Content", content)] if said.cue else []
        start, end = said.content[0].start, said.content[-1].end
        arguments += self._parties("Speaker", filter(None, (said.speaker,)), start, end)
        row = self._structure(kind, anchor, arguments)
        self._attribute("Quotation", row, said.quotation)
        if said.negated:
            self._attribute("Denial", row)
        self._note(row, f"{self.view.row_ids[said.id]} {said.speaker or 'no source'}")

    def _commitment(self, row: Commitment) -> None:
        kind = row.kind.capitalize()
        anchor = self._bound(kind, [(row.act.start, row.act.end)])
        arguments = self._parties("Holder", filter(None, (row.holder,)), row.start, row.end)
        arguments += self._parties("Addressee", row.addressees, row.start, row.end)
        if row.condition:
            limit = self._bound("Condition", [(row.condition.start, row.condition.end)])
            arguments.append(("Condition", limit))
        made = self._structure(kind, anchor, arguments)
        self._attribute("Certainty", made, row.certainty)
        self._note(made, f"{self.view.row_ids[row.id]} {row.holder or 'no holder'} {row.rule}")

    def _parties(self, role: str, actors: Iterable[str], start: int, end: int) -> list[tuple[str, str]]:
        """The mention of each actor that stands in the clause or nearest to it; none for an actor without mention."""
        found: list[tuple[str, str]] = []
        for actor in actors:
            places = self.mentions.get(actor)
            if places:
                nearest = min(places, key=lambda place: max(start - place[0], place[0] - end, 0))
                found.append((role, nearest[1]))
        return [(f"{name}{number}" if number > 1 else name, bound) for number, (name, bound) in enumerate(found, 1)]

    def _bound(self, kind: str, spans: list[tuple[int, int]]) -> str:
        """A text-bound annotation; spans are cut at line ends."""
        pieces = [piece for start, end in spans for piece in self._pieces(start, end)]
        pieces = pieces or [(spans[0][0], spans[0][0])]  # nothing but line ends
        name = self._next("T")
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(self.text[start:end] for start, end in pieces)
        self.out.append(f"{name}\t{kind} {offsets}\t{words}\n")
        return name

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for found in _LINE_END.finditer(self.text, start, end):
            if found.start() > start:
                yield start, found.start()
            start = found.end()
        if start < end:
            yield start, end

    def _structure(self, kind: str, anchor: str, arguments: list[tuple[str, str]]) -> str:
        name = self._next("E")
        self.out.append(f"{name}\t{kind}:{anchor}" + "".join(f" {role}:{bound}" for role, bound in arguments) + "\n")
        return name

    def _attribute(self, kind: str, of: str, value: str = "") -> None:
        self.out.append(f"{self._next('A')}\t{kind} {of} {value}".rstrip() + "\n")

    def _note(self, of: str, words: str) -> None:
        self.out.append(f"{self._next('#')}\tAnnotatorNotes {of}\t{' '.join(words.split())}\n")

    def _next(self, prefix: str) -> str:
        self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return f"{prefix}{self.counts[prefix]}"


def _configuration() -> str:
    """The types that the annotations use, as brat reads them."""
    events = [f"{kind}\tActor*:Actor, Recipient*:Actor" for kind in _TYPES]
    held = [f"{kind.capitalize()}\tHolder?:Actor, Addressee*:Actor, Condition?:Condition" for kind in _KINDS]
    said = ["Statement\tSpeaker?:Actor, Content:Content", "Content\tSpeaker?:Actor"]
    sections = {
        "entities": ["Actor", "Place", "Time", "Condition", "Content"],
        "relations": [],
        "events": [*events, *held, *said],
        "attributes": [
            "Factuality\tArg:<EVENT>, Value:occurred|future|hypothetical|negated|historical",
            "Quotation\tArg:<EVENT>, Value:direct|indirect|mixed",
            "Certainty\tArg:<EVENT>, Value:explicit|hedged",
            "Denial\tArg:<EVENT>",
        ],
    }
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items())


BRAT = FolderLayout(name="brat", about="brat standoff: a text and its annotations for each report.", write=brat)
