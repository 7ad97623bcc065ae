"""Commitments from events and statements: one row an act, with its condition, deadline and certainty."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.commitments.conditions import condition_for, conditions_in
from detente.coding.commitments.from_events import from_events
from detente.coding.commitments.from_statements import from_statements
from detente.coding.commitments.model import Clause, Draft
from detente.coding.events import Coded
from detente.coding.statements import Said
from detente.language import Document, Token
from detente.records import Act, Commitment, Condition, Dated
from detente.resolve.model import Cast, Timed
from detente.resources import Lexicon

HEDGES = frozenset("could might may consider possibly perhaps maybe potentially reportedly likely probably".split())


def commitments_of(
    document: Document,
    words: Lexicon,
    cast: Cast,
    *,
    events: Sequence[Coded],
    said: Sequence[Said],
    times: Sequence[Timed] = (),
) -> tuple[Commitment, ...]:
    """All commitments of a report, ids ``c1`` … in text order."""
    drafts = [*from_events(events, said, cast), *from_statements(document, said, events, cast)]
    kept = _distinct(drafts)
    clauses: dict[int, list[Clause]] = {}
    rows = []
    for draft in sorted(kept, key=lambda d: (d.act, d.kind)):
        index = draft.sentence.index
        if index not in clauses:
            clauses[index] = conditions_in(draft.sentence, words)
        draft.condition = condition_for(draft.head, draft.act, clauses[index])
        rows.append(_row(document, draft, len(rows) + 1, events, times))
    return tuple(rows)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Of drafts whose acts overlap by half or more, the most specific; of equals, the first."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.specific):
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _same(a: Draft, b: Draft) -> bool:
    shared = min(a.act[1], b.act[1]) - max(a.act[0], b.act[0])
    return shared > 0.5 * min(a.act[1] - a.act[0], b.act[1] - b.act[0])


def _row(document: Document, draft: Draft, number: int, events: Sequence[Coded], times: Sequence[Timed]) -> Commitment:
    act = _cut(document, draft)
    condition = _condition(document, draft.condition, events) if draft.condition else None
    starts = [act.start, *([condition.start] if condition else [])]
    ends = [act.end, *([condition.end] if condition else [])]
    if draft.event is not None:
        starts.append(draft.event.trigger.start)
        ends.append(draft.event.trigger.end)
    whole = document.span(min(starts), max(ends))
    event = _event_at(events, act.start, act.end, draft.head, draft.event)
    return Commitment(
        id=f"c{number}", start=whole.start, end=whole.end, text=whole.text, kind=draft.kind, holder=draft.holder,
        addressees=draft.addressees or _recipients(event, draft),
        act=Act(start=act.start, end=act.end, text=act.text, event=event.id if event else None), condition=condition,
        deadline=_deadline(draft, times), certainty="hedged" if draft.hedged or _is_hedged(draft) else "explicit",
        statement=draft.statement.row.id if draft.statement and draft.statement.row else None, rule=draft.rule,
        because=_because(draft),
    )  # fmt: skip


def _cut(document: Document, draft: Draft) -> Act:
    """The act without its condition, where that stands at its edge."""
    start, end = draft.act
    if draft.condition is not None:
        low, high = draft.condition.span
        if start < low < end <= high + 1:
            end = low
        elif low <= start < high < end:
            start = high
    span = document.span(start, end)
    text = span.text.rstrip(" ,;:–—-")
    lead = len(text) - len(text.lstrip(" ,;:–—-"))
    return Act(start=span.start + lead, end=span.start + len(text), text=text[lead:])


def _condition(document: Document, clause: Clause, events: Sequence[Coded]) -> Condition:
    span = document.span(*clause.span)
    event = _event_at(events, span.start, span.end, clause.head, None)
    return Condition(
        start=span.start, end=span.end, text=span.text, connective=clause.connective, polarity=clause.polarity,  # type: ignore[arg-type]
        event=event.id if event else None,
    )  # fmt: skip


def _event_at(events: Sequence[Coded], start: int, end: int, head: Token, but: Coded | None) -> Coded | None:
    """The event that codes a stretch: the one triggered by its head, else the first in it."""
    inside = [e for e in events if e is not but and start <= e.trigger.start < end]
    return next((e for e in inside if e.trigger is head), inside[0] if inside else None)


def _recipients(event: Coded | None, draft: Draft) -> tuple[str, ...]:
    """Where nobody is addressed by name, those whom the act would be done to."""
    if event is None or draft.kind not in {"threat", "warning", "offer", "pledge"}:
        return ()
    return tuple(r for r in event.recipients if r != draft.holder)


def _deadline(draft: Draft, times: Sequence[Timed]) -> Dated | None:
    for timed in times:
        if timed.sentence is draft.sentence and timed.row.role == "deadline":
            return Dated(value=timed.row.value, text=timed.row.text, time=timed.row.id)
    return None


def _is_hedged(draft: Draft) -> bool:
    helpers = [draft.head, *(c for c in draft.head.children if c.dep in {"aux", "advmod"})]
    return any(t.lemma in HEDGES or t.lower in HEDGES for t in helpers)


def _because(draft: Draft) -> str:
    reasons = list(draft.because)
    if draft.condition is not None:
        reasons.append(f"'{draft.condition.connective}' sets the condition ({draft.condition.polarity})")
    return "; ".join(reasons)
