"""Commitments of a report: one row an act and holder, with its condition, deadline and certainty."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.commitments.accords import agreed_that, laid_down
from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.bound import bound
from detente.coding.commitments.clauses import by_modals
from detente.coding.commitments.conditions import BACK, condition_for
from detente.coding.commitments.constructions import by_constructions
from detente.coding.commitments.context import Reading
from detente.coding.commitments.cued import by_cues
from detente.coding.commitments.instruments import by_instruments
from detente.coding.commitments.lexical import by_words
from detente.coding.commitments.model import Clause, Draft, Offsets
from detente.coding.commitments.parties import others
from detente.coding.commitments.settle import settled
from detente.coding.events import Coded
from detente.coding.statements import Said
from detente.language import Document, Sentence
from detente.records import Act, Commitment, Condition, Dated
from detente.resolve.model import Cast, Timed
from detente.resources import Lexicon

EDGES = " ,;:–—-\"“”„«»'’‘\n\t"


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
    reading = Reading(document, words, cast, events=events, said=said, times=times)
    rows: list[Commitment] = []
    for sentence in document.sentences:
        for draft in sorted(_kept(sentence, reading), key=lambda d: (d.act, d.kind, d.holder or "")):
            rows.append(_row(draft, len(rows) + 1, reading))
    return tuple(rows)


def _kept(sentence: Sentence, reading: Reading) -> list[Draft]:
    """The drafts of a sentence; of those whose acts overlap by half or more the most specific."""
    drafts = [
        *by_constructions(sentence, reading), *by_words(sentence, reading), *by_instruments(sentence, reading), *by_modals(sentence, reading),
    ]  # fmt: skip
    drafts += list(by_cues(sentence, reading, drafts))
    drafts = _with_terms(sentence, drafts, reading)
    for draft in drafts:
        if not draft.fixed:
            draft.condition = condition_for(draft.head, draft.act, reading.conditions(sentence), alone=len({d.trigger for d in drafts}) == 1)
        if draft.condition is not None and _is_told_of(draft, draft.condition):
            draft.condition = None
        draft.act = _cut(reading.document, draft, reading.conditions(sentence))
    _part_alternatives(drafts)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.specific, d.act[0] - d.act[1])):
        if _says_something(draft, reading) and not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _with_terms(sentence: Sentence, drafts: list[Draft], reading: Reading) -> list[Draft]:
    """The drafts with what an accord lays down, which goes before what a modal alone tells of the same clause."""
    verbs = [token for token in sentence.tokens if token.pos in {"VERB", "AUX"}]
    terms = [d for token in verbs for d in (*laid_down(token, reading), *agreed_that(token, reading))]
    said = {d.head for d in drafts if not d.rule.startswith(("commitment/modal", "commitment/construction/be"))} | {d.trigger for d in drafts if d.trigger is not d.head}
    terms = [d for d in terms if d.head not in said or d.trigger.lemma == "agree"]
    heads = {d.head for d in terms}
    return [*(d for d in drafts if d.head not in heads), *terms]


def _is_told_of(draft: Draft, condition: Clause) -> bool:
    """'Agreed to withdraw after a night of calls': when something was done, not what it depends on."""
    done = draft.trigger.tag in {"VBD", "VBN", "VBZ"} and draft.trigger is not draft.head
    return done and condition.connective == "after" and condition.head.pos == "NOUN" and any(c.lower in {"a", "an"} or c.pos == "NUM" for c in condition.head.children)


def _part_alternatives(drafts: list[Draft]) -> None:
    """'to withdraw or face war': what is asked ends where the alternative begins."""
    for threat in drafts:
        if threat.condition is not None and threat.condition.connective == "or":
            for other in drafts:
                if other is not threat and other.act[0] < threat.trigger.start < other.act[1]:
                    other.act = other.act[0], threat.condition.span[1]


def _same(a: Draft, b: Draft) -> bool:
    shared = min(a.act[1], b.act[1]) - max(a.act[0], b.act[0])
    if shared <= 0.5 * min(a.act[1] - a.act[0], b.act[1] - b.act[0]):
        return False
    if a.trigger is b.trigger:
        return a.rule != b.rule or a.holder == b.holder
    if a.kind != b.kind and a.trigger is a.head and b.trigger is b.head and (b.head.head is a.head or a.head.head is b.head):
        return False  # 'must accept that the price will be …': a clause within a clause
    if "refusal" in {a.kind, b.kind} and a.kind != b.kind and a.holder != b.holder and a.trigger is not a.head and b.trigger is not b.head:
        return False  # 'called for a panel, which Rome declined'
    nested = {a.trigger, b.trigger} & {a.head, b.head}
    return not any(t.pos == "NOUN" for t in nested)


def _says_something(draft: Draft, reading: Reading) -> bool:
    """Whether an act holds a word of content, and stands outside its condition."""
    start, end = draft.act
    if draft.kind in {"offer", "pledge"} and draft.head.lemma in reading.wording.courtesy:
        return False
    if draft.condition is not None and start < draft.condition.span[1] and draft.condition.span[0] < end:
        return False
    inside = [t for t in draft.sentence.tokens if start <= t.start and t.end <= end]
    named = {t for t in inside if t in reading.cast.by_token and not (t.tag == "NNS" and draft.trigger.pos == "VERB" and draft.trigger is not draft.head)}
    return any(t.pos in {"NOUN", "VERB", "ADJ", "PROPN", "AUX"} and t not in named for t in inside)


def _cut(document: Document, draft: Draft, clauses: list[Clause]) -> Offsets:
    """The act without its condition, where that stands at its edge, or with what is left of it on the better side."""
    start, end = draft.act
    if draft.condition is not None:
        low, high = draft.condition.span
        if low <= start < high <= end:
            start = high
        elif start < low < end:
            start, end = (start, low) if draft.head.start < low or high >= end else (high, end)
    back = next((c.span[0] for c in clauses if c.connective in BACK and start < c.span[0] < end and draft.head.start < c.span[0]), end)
    text = document.text[start:back]
    lead = len(text) - len(text.lstrip(EDGES))
    text = text.strip(EDGES)
    return start + lead, start + lead + len(text)


def _row(draft: Draft, number: int, reading: Reading) -> Commitment:
    act = _act(draft, reading)
    condition = _condition(draft.condition, reading) if draft.condition else None
    starts = [act.start, draft.trigger.start, *([condition.start] if condition else [])]
    ends = [act.end, draft.trigger.end, *([condition.end] if condition else [])]
    whole = reading.document.span(min(starts), max(ends))
    draft.kind, draft.holder = settled(draft, reading), bound(draft, reading)
    return Commitment(
        id=f"c{number}", start=whole.start, end=whole.end, text=whole.text, kind=draft.kind, holder=None if draft.holder == UNNAMED else draft.holder,
        addressees=draft.addressees or _recipients(draft, reading), act=act, condition=condition,
        deadline=_deadline(draft, whole.start, whole.end, reading), certainty="hedged" if draft.hedged or _is_hedged(draft) else "explicit",
        statement=_statement(draft, reading), rule=draft.rule, because=_because(draft),
    )  # fmt: skip


def _statement(draft: Draft, reading: Reading) -> str | None:
    """The statement that makes the commitment: of its own cue, of its speaker, or the one that holds the act."""
    by_cue = reading.said_by(draft.trigger, draft.act[0])
    said = by_cue if by_cue is not None and by_cue.cue is draft.trigger else draft.statement or by_cue
    return said.row.id if said is not None else None


def _act(draft: Draft, reading: Reading) -> Act:
    span = reading.document.span(*draft.act)
    event = _event_at(span.start, span.end, draft, reading)
    return Act(start=span.start, end=span.end, text=span.text, event=event.id if event else None)


def _condition(clause: Clause, reading: Reading) -> Condition:
    span = reading.document.span(*clause.span)
    inside = [e for e in reading.events(clause.sentence) if span.start <= e.trigger.start < span.end]
    event = next((e for e in inside if e.trigger is clause.head), inside[0] if inside else None)
    return Condition(
        start=span.start, end=span.end, text=span.text, connective=clause.connective, polarity=clause.polarity,  # type: ignore[arg-type]
        event=event.id if event else None,
    )  # fmt: skip


def _event_at(start: int, end: int, draft: Draft, reading: Reading) -> Coded | None:
    """The event that codes a stretch: the one triggered by its head, else the first in it."""
    inside = [e for e in reading.events(draft.sentence) if start <= e.trigger.start < end and e.trigger is not draft.trigger]
    return next((e for e in inside if e.trigger is draft.head), inside[0] if inside else None)


def _recipients(draft: Draft, reading: Reading) -> tuple[str, ...]:
    """Where nobody is addressed by name, those whom the act would be done to, or who would meet the condition."""
    event = _event_at(*draft.act, draft, reading)
    found = others(event.recipients, draft.holder, reading) if event is not None else ()
    if found or draft.kind not in {"threat", "warning", "offer", "refusal", "red_line"} or draft.condition is None:
        return found
    head = draft.condition.head
    subject = head.child("nsubj", "nsubjpass") if head.pos in {"VERB", "AUX"} else None
    return others(reading.parties(subject), draft.holder, reading)


def _deadline(draft: Draft, start: int, end: int, reading: Reading) -> Dated | None:
    """The deadline inside the commitment, else the only one beside it in the sentence."""
    found = [t.row for t in reading.times(draft.sentence) if t.row.role == "deadline"]
    inside = [r for r in found if start <= r.start < end]
    row = inside[0] if inside else found[0] if len(found) == 1 and abs(found[0].start - end) < 60 else None
    return Dated(value=row.value, text=row.text, time=row.id) if row is not None else None


def _is_hedged(draft: Draft) -> bool:
    helpers = [draft.head, *(c for c in draft.head.children if c.dep in {"aux", "advmod"})]
    return draft.kind != "proposal" and any(t.lower in {"could", "might", "may", "possibly", "perhaps"} for t in helpers)


def _because(draft: Draft) -> str:
    reasons = list(draft.because)
    if draft.condition is not None:
        reasons.append(f"'{draft.condition.connective}' sets the condition ({draft.condition.polarity})")
    return "; ".join(reasons)
