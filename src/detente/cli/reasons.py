"""Why a row was coded so: its words in their sentence, the rule, the factors, and its neighbours."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.cli import words
from detente.cli.view import LAYERS, Row, Spanned, View, flat, quoted, references
from detente.errors import UsageError
from detente.records import Actor, Commitment, Dated, Event, Mention, Place, Statement, Time

MOST_MENTIONS = 5  # of one actor; more say nothing new


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that a row rests on, within their sentence."""

    role: str
    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Everything that the record says about why one row stands in it."""

    row: str
    layer: str
    says: str
    quotes: tuple[Quote, ...]
    facts: tuple[tuple[str, str], ...]
    points_to: tuple[tuple[str, str], ...]  # row and what it is in brief
    cited_by: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, Any]:
        """The reasons as plain JSON values."""
        return {
            "row": self.row,
            "layer": self.layer,
            "says": self.says,
            "quotes": [
                {
                    "role": q.role,
                    "start": q.start,
                    "end": q.end,
                    "text": q.text,
                    "sentence": q.before + q.text + q.after,
                }
                for q in self.quotes
            ],
            "facts": dict(self.facts),
            "points_to": [{"row": row, "says": says} for row, says in self.points_to],
            "cited_by": [{"row": row, "says": says} for row, says in self.cited_by],
        }


def reasons_for(view: View, row_id: str) -> Reasons:
    """The reasons for one row.

    Raises:
        UsageError: the record has no such row; the message names the nearest and all there are.
    """
    row = view.rows.get(row_id) or view.rows.get(_same_letters(view, row_id))
    if row is None:
        raise UsageError(_unknown(view, row_id))
    near = [
        (target, brief(view, view.rows[target]))
        for target in dict.fromkeys(references(row))
        if target in view.rows
    ]
    citing = [(other, brief(view, view.rows[other])) for other in view.citations.get(row.id, ())]
    if isinstance(row, Actor):
        citing = [(other, says) for other, says in citing if not isinstance(view.rows[other], Mention)]
    return Reasons(
        row=row.id,
        layer=layer_of(row),
        says=_says(view, row),
        quotes=tuple(_quote(view, role, span) for role, span in _words(view, row)),
        facts=tuple((name, flat(value)) for name, value in _facts(view, row) if value),
        points_to=tuple(near),
        cited_by=tuple(citing),
    )


def layer_of(row: Row) -> str:
    """The name of a row's layer: ``commitment``, ``statement`` and so on."""
    return type(row).__name__.lower()


def brief(view: View, row: Row) -> str:
    """One line that tells a row from the others."""
    if isinstance(row, Commitment):
        return f"{row.kind.replace('_', ' ')}, {_holder(view, row)}: {quoted(row.act)}"
    if isinstance(row, Statement):
        return f"statement, {flat(view.name(row.speaker))}: {' … '.join(quoted(s) for s in row.content)}"
    if isinstance(row, Event):
        return f"event, {words.code(row)}, {flat(view.parties(row))}, {row.factuality}: {quoted(row)}"
    if isinstance(row, Actor):
        return f"actor, {flat(row.name)}, {row.kind.replace('_', ' ')}"
    if isinstance(row, Mention):
        return f"mention, {quoted(row)} = {flat(view.name(row.actor))}"
    if isinstance(row, Place):
        return f"place, {quoted(row)} = {flat(row.name)}"
    if isinstance(row, Time):
        return f"time, {quoted(row)} = {words.day(row.value)}"
    return f"furniture, {quoted(row)}"


def _holder(view: View, row: Commitment) -> str:
    to = f" → {view.names(row.addressees)}" if row.addressees else ""
    return flat(f"{view.name(row.holder)}{to}")


def _says(view: View, row: Row) -> str:
    """What the row claims, as a sentence."""
    if isinstance(row, Commitment):
        to = f" to {view.names(row.addressees)}" if row.addressees else ""
        firm = "" if row.certainty == "explicit" else ", hedged"
        return flat(
            f"{row.id} is a {row.kind.replace('_', ' ')} by {view.name(row.holder)}{to}{firm}: {quoted(row.act)}."
        )
    if isinstance(row, Statement):
        via = f", passed on by {view.name(row.medium)}" if row.medium else ""
        return flat(f"{row.id} is what {view.name(row.speaker)} said, {words.QUOTATION[row.quotation]}{via}.")
    if isinstance(row, Event):
        known = words.FACTUALITY[row.factuality].lower()
        return flat(
            f"{row.id} is the event {words.code(row)}, {view.parties(row)}: {row.factuality} ({known})."
        )
    if isinstance(row, Actor):
        role = f", {row.role}" if row.role else ""
        times = words.count(view.mention_counts[row.id], "mention")
        return flat(f"{row.id} is {row.name}{role}: {row.kind.replace('_', ' ')}, {times}.")
    if isinstance(row, Mention):
        return flat(f"{row.id}: {quoted(row)} points to {view.name(row.actor)}, as a {row.form}.")
    if isinstance(row, Place):
        land = "" if row.country else ", country unknown"
        return flat(f"{row.id}: {quoted(row)} is {view.place(row)}{land}.")
    if isinstance(row, Time):
        return flat(f"{row.id}: {quoted(row)} means {words.day(row.value)}.")
    return f"{row.id}: {quoted(row)} was left out as furniture ({row.reason.replace('-', ' ')})."


def _facts(view: View, row: Row) -> Iterator[tuple[str, str]]:
    """What the coder weighed, name and value; empty values are dropped by the caller."""
    yield "because", getattr(row, "because", "")
    yield "rule", getattr(row, "rule", "")
    if isinstance(row, Event):
        yield from _facts_of_event(view, row)
    elif isinstance(row, Commitment):
        yield from _facts_of_commitment(view, row)
    elif isinstance(row, Statement):
        negated = ", negated" if row.negated else ""
        yield (
            "cue",
            f"“{row.cue.text}” (lemma {row.cue.lemma}{negated})" if row.cue else "none: speech goes on",
        )
    elif isinstance(row, Time):
        anchor = f", counted from {row.anchor}" if row.anchor else ""
        yield "value", f"{row.type} {row.value}, {row.role}{anchor}"
    elif isinstance(row, Actor):
        yield "also", ", ".join(row.aliases)
        yield "sector", row.sector or ""
    elif isinstance(row, Place) and row.lat is not None and row.lon is not None:
        yield "coordinates", f"{row.lat:.4f}, {row.lon:.4f}"


def _facts_of_event(view: View, row: Event) -> Iterator[tuple[str, str]]:
    yield "confidence", f"{row.confidence:.2f}"
    yield "trigger", quoted(row.trigger)
    yield "PLOVER", f"{row.event}, {row.quad}, score {row.score:+.1f}; CAMEO {row.cameo}"
    yield "date", _dated(row.date)
    yield "source", view.source(row.statement)


def _facts_of_commitment(view: View, row: Commitment) -> Iterator[tuple[str, str]]:
    yield "certainty", words.CERTAINTY[row.certainty]
    if row.condition:
        yield "condition", f"{row.condition.polarity}, by the connective “{row.condition.connective}”"
    yield "deadline", _dated(row.deadline)
    yield "source", view.source(row.statement)


def _dated(when: Dated | None) -> str:
    if when is None:
        return ""
    return words.day(when.value) + (f", from “{when.text}”" if when.text else "")


def _words(view: View, row: Row) -> Iterator[tuple[str, Spanned]]:
    """The spans of a row by what they are to it."""
    if isinstance(row, Commitment):
        yield "act", row.act
        if row.condition:
            yield "condition", row.condition
    elif isinstance(row, Statement):
        if row.speaker_span:
            yield "speaker", row.speaker_span
        if row.cue:
            yield "cue", row.cue
        yield from (("content", span) for span in row.content)
    elif isinstance(row, Event):
        yield "trigger", row.trigger
    elif isinstance(row, Actor):
        mentions = [m for m in view.record.mentions if m.actor == row.id]
        yield from ((m.form, m) for m in mentions[:MOST_MENTIONS])
    else:
        yield layer_of(row), row


def _quote(view: View, role: str, span: Spanned) -> Quote:
    around = view.sentence(span)
    return Quote(
        role=role,
        start=span.start,
        end=span.end,
        before=view.text[around.start : span.start],
        text=view.text[span.start : span.end],
        after=view.text[span.end : around.end],
    )


def _same_letters(view: View, asked: str) -> str:
    """The row whose id differs in case only, or the actor of that name; else nothing."""
    wanted = asked.strip().casefold()
    for key, row in view.rows.items():
        if key.casefold() == wanted or (isinstance(row, Actor) and row.name.casefold() == wanted):
            return key
    return ""


def _unknown(view: View, asked: str) -> str:
    near = difflib.get_close_matches(asked, list(view.rows), n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    there = [_range([row.id for row in getattr(view.record, layer)]) for layer in LAYERS if layer != "actors"]
    rows = ", ".join(filter(None, there)) or "none"
    return (
        f"there is no row {asked!r}{hint} Rows: {rows}, and the actors by id; without --row they are listed"
    )


def _range(ids: list[str]) -> str:
    return f"{ids[0]}–{ids[-1]}" if len(ids) > 1 else "".join(ids)
