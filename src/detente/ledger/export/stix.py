"""A STIX 2.1 bundle: reports, the identities of actors, a note for each row, opinions for denials and reviews.

Source: OASIS, STIX Version 2.1 (2021), sections 4.4 Identity, 4.9 Note, 4.11 Opinion, 4.13 Report, 7.3 Extension
Definition. Ids are UUIDv5 of what they name; times are the days of the reports (of reviews, their own), never the clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from typing import Any

from detente.ledger.export.layout import Options, TextLayout
from detente.ledger.export.numbers import uuid_of
from detente.ledger.export.view import View, views
from detente.ledger.review import Review
from detente.ledger.rows import CommitmentRow, EventRow, StatementRow
from detente.records import Record

Thing = dict[str, Any]
EPOCH = "1970-01-01"  # of reports that give no day
_OPINIONS = {"accept": "strongly-agree", "correct": "agree"}  # a corrected row stands in the bundle as corrected
_CLASSES = {"person": "individual", "group": "group", "armed_group": "group"}
_LEFT_OUT = {"id", "report", "published", "family", "text", "outlet"}
_FIELDS = """\
The extension holds a row of a detente record: 'layer' (events, statements or commitments) and the fields of that
layer in the record reference (PLOVER type, mode, quad class, score and factuality of events; speaker, cue and
quotation of statements; kind, holder, act, condition and deadline of commitments), with 'start' and 'end' as
half-open offsets in Unicode code points into the report's text. On identities it holds id, kind, country and sector
of the actor, on reports the id of the report and whether its day is known; on the opinions of analysts the row and what was done."""


def stix(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One bundle, an object a line; the objects of each report, then the identities of all."""
    yield '{"type": "bundle", "id": "' + f"bundle--{uuid_of('bundle')}" + '", "objects": [\n'
    yield _line(_TOOL) + ",\n" + _line(_EXTENSION)
    identities: dict[str, Thing] = {}
    for view in views(records, options):
        reported = _Reported(view, identities)
        for thing in chain(reported.things(), reported.judged(options.reviews.get(view.report.id, ()))):
            yield ",\n" + _line(thing)
    for actor in sorted(identities):
        yield ",\n" + _line(identities[actor])
    yield "\n]}\n"


def _line(thing: Thing) -> str:
    return json.dumps({k: v for k, v in thing.items() if v not in (None, [], ())})


def _id(sort: str, *parts: str) -> str:
    return f"{sort}--{uuid_of(sort, *parts)}"


def _moment(day: str | None) -> str:
    """Midnight (UTC) of a day of any precision."""
    parts = (day or EPOCH).split("-")
    year, month, of_month = (*parts, "01", "01")[:3]
    return f"{year:0>4}-{month}-{of_month}T00:00:00.000Z"


def _common(sort: str, identifier: str, day: str | None) -> Thing:
    moment = _moment(day)
    return {"type": sort, "spec_version": "2.1", "id": identifier, "created": moment, "modified": moment}


_TOOL: Thing = {
    **_common("identity", _id("identity", "tool"), EPOCH),
    "name": "detente",
    "identity_class": "system",
    "description": "Reads crisis news into a cited record, by rules.",
}
_EXTENSION: Thing = {
    **_common("extension-definition", _id("extension-definition", "record/1"), EPOCH),
    "created_by_ref": _TOOL["id"],
    "name": "detente record",
    "description": "Rows of a detente record, each with the words it rests on.",
    "schema": " ".join(_FIELDS.split()),
    "version": "1.0.0",
    "extension_types": ["property-extension"],
}


def _extended(values: Thing) -> Thing:
    kept = {name: value for name, value in values.items() if value not in (None, (), [])}
    return {_EXTENSION["id"]: {"extension_type": "property-extension", **kept}}


class _Reported:
    """The objects of one report; the identities of its actors go into those of all."""

    def __init__(self, view: View, identities: dict[str, Thing]) -> None:
        self.view = view
        self.day = view.report.published
        self.report = _id("report", view.report.id)
        self.identities = identities
        for actor in view.actors:
            self.identity(actor)

    def things(self) -> Iterator[Thing]:
        """The report, then a note for each row, then opinions."""
        yield self._report()
        for event in self.view.flat.events:
            yield self._note("events", event, f"{event.event} ({event.factuality})", (*event.actors, *event.recipients), None)
        for said in self.view.flat.statements:
            parties = (*filter(None, (said.speaker,)), *said.addressees)
            yield self._note("statements", said, f"statement, {said.quotation}", parties, said.speaker)
        for row in self.view.flat.commitments:
            parties = (*filter(None, (row.holder,)), *row.addressees)
            yield self._note("commitments", row, row.kind, parties, row.voice)
        yield from self._denials()

    def judged(self, reviews: Iterable[Review]) -> Iterator[Thing]:
        """An opinion for each row that an analyst accepted or corrected, with the reason; of the time of the review."""
        kept = {row.id for row in (*self.view.flat.events, *self.view.flat.statements, *self.view.flat.commitments)}
        for review in reviews:
            if review.row in kept and review.action in _OPINIONS:
                yield {
                    **_common("opinion", _id("opinion", review.id), review.at[:10]),
                    "created_by_ref": _TOOL["id"],
                    "opinion": _OPINIONS[review.action],
                    "explanation": review.why,
                    "authors": [review.who],
                    "object_refs": [_id("note", review.row)],
                    "extensions": _extended({"layer": "reviews", "row": review.row, "action": review.action}),
                }

    def identity(self, actor: str) -> str:
        """The id of an actor's identity, which is made or made earlier where need be."""
        identifier = _id("identity", "actor", actor)
        known, moment = self.view.actors.get(actor), _moment(self.day)
        if actor not in self.identities:
            self.identities[actor] = {
                **_common("identity", identifier, self.day),
                "created_by_ref": _TOOL["id"],
                "name": self.view.name(actor) or actor,
                "identity_class": _CLASSES.get(known.kind, "organization") if known else "unknown",
                "roles": [known.role] if known and known.role else None,
                "extensions": _extended(
                    {"id": actor, "kind": known.kind, "country": known.country, "sector": known.sector} if known else {"id": actor}
                ),
            }
        held = self.identities[actor]
        held["created"] = held["modified"] = min(held["created"], moment)
        return identifier

    def _report(self) -> Thing:
        report = self.view.report
        name = report.title or report.key or report.id
        return {
            **_common("report", self.report, self.day),
            "created_by_ref": _TOOL["id"],
            "name": name,
            "published": _moment(self.day),
            "object_refs": [self.identity(actor) for actor in self.view.actors] or [_TOOL["id"]],
            "external_references": [{"source_name": report.outlet or "report", "url": report.url}] if report.url else None,
            "extensions": _extended({"id": report.id, "outlet": report.outlet, "day_known": self.day is not None}),
        }

    def _note(
        self, layer: str, row: EventRow | StatementRow | CommitmentRow, abstract: str, parties: Iterable[str], author: str | None
    ) -> Thing:
        values = {name: value for name, value in asdict(row).items() if name not in _LEFT_OUT}
        refs = [self.report, *(self.identity(actor) for actor in dict.fromkeys(parties))]
        return {
            **_common("note", _id("note", row.id), self.day),
            "created_by_ref": _TOOL["id"],
            "abstract": abstract,
            "content": row.text or abstract,
            "authors": [self.view.name(author)] if author else None,
            "confidence": round(row.confidence * 100) if isinstance(row, EventRow) else None,
            "object_refs": refs,
            "extensions": _extended({"layer": layer, "row": row.id, **values}),
        }

    def _denials(self) -> Iterator[Thing]:
        """An opinion for each statement that denies: its speaker disagrees with the events within it."""
        for said in self.view.flat.statements:
            denied = [_id("note", event.id) for event in self.view.flat.events if event.statement == said.id]
            if said.negated and denied:
                yield {
                    **_common("opinion", _id("opinion", said.id), self.day),
                    "created_by_ref": self.identity(said.speaker) if said.speaker else _TOOL["id"],
                    "opinion": "strongly-disagree",
                    "explanation": said.text,
                    "authors": [self.view.name(said.speaker)] if said.speaker else None,
                    "object_refs": denied,
                    "extensions": _extended({"layer": "statements", "row": said.id}),
                }


STIX = TextLayout(name="stix", about="A STIX 2.1 bundle, for threat intelligence platforms.", write=stix)
