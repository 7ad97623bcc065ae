"""Speech acts that commitments show: 'supplies would be cut off', said Iran's minister, is a threat.

PLOVER codes what a party says it will or wants to do as an act of its own. Most such acts have a verb that
names them; the rest are known by the commitment that the words make, whatever the verb.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from detente.coding.events.build import clause_of
from detente.coding.events.model import Coded
from detente.coding.events.speech import speech_frame
from detente.coding.events.when import date_of
from detente.language import Document, Sentence, Token
from detente.records import Commitment, Statement
from detente.resolve.model import Timed

ACTS = {
    "threat": "THREATEN", "warning": "THREATEN", "red_line": "THREATEN", "refusal": "REJECT",
    "demand": "REQUEST", "offer": "AGREE", "pledge": "AGREE", "proposal": "AGREE",
}  # fmt: skip
# The families of rules whose words are the act itself. A noun ('Peru's demands') only mentions one.
PERFORMED = ("commitment/modal/", "commitment/construction/", "commitment/v.", "commitment/ph.")
UNKNOWN = "---/"
OPEN_RULES = PERFORMED[:2]
# What else a verb of commitment is coded as already: 'issued an ultimatum', 'accepted the demand'.
RIVALS = {
    "THREATEN": frozenset({"THREATEN"}),
    "REJECT": frozenset({"REJECT"}),
    "REQUEST": frozenset({"REQUEST", "THREATEN"}),
    "AGREE": frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "THREATEN", "REJECT", "ACCUSE"}),
}
PREDICATES = frozenset({"VERB", "AUX"})


def announced(
    commitments: Iterable[Commitment],
    coded: Sequence[Coded],
    document: Document,
    statements: Sequence[Statement],
    times: Sequence[Timed] = (),
) -> list[Coded]:
    """The events of a report with those that its commitments show beside them, in text order.

    A commitment adds an event where no event of its kind stands in its words; ids go on after the last.
    """
    found = list(coded)
    by_sentence: dict[Sentence, list[Coded]] = {}
    for event in coded:
        by_sentence.setdefault(event.sentence, []).append(event)
    sayings = {row.id: row for row in statements}
    starts = [sentence.start for sentence in document.sentences]
    for row in commitments:
        sentence = document.sentences[max(bisect_right(starts, row.act.start) - 1, 0)]
        beside = by_sentence.setdefault(sentence, [])
        if row.holder is None or not row.rule.startswith(PERFORMED) or _known(row, beside):
            continue
        event = _event(row, sentence, sayings.get(row.statement or ""), [t for t in times if t.sentence is sentence])
        event.id = f"e{len(found) + 1}"
        found.append(event)
        beside.append(event)
    return sorted(found, key=lambda e: (e.trigger.start, int(e.id[1:])))


def renumbered(events: Sequence[Coded], commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The events given ids in their order, and the commitments that cite them by these ids."""
    ids = {event.id: f"e{number}" for number, event in enumerate(events, start=1)}
    for event in events:
        event.id = ids[event.id]
    return tuple(_citing(row, ids) for row in commitments)


def _citing(row: Commitment, ids: Mapping[str, str]) -> Commitment:
    act = replace(row.act, event=ids[row.act.event]) if row.act.event else row.act
    condition = row.condition
    if condition is not None and condition.event:
        condition = replace(condition, event=ids[condition.event])
    return replace(row, act=act, condition=condition)


def _known(row: Commitment, beside: Sequence[Coded]) -> bool:
    """Whether an event of the sentence already codes the act, or a word of speech in it another one ('an ultimatum').

    Where nobody knows who its actor is, the holder is: 'a spokesman' speaks for a state that the text tells elsewhere.
    """
    kind = ACTS[row.kind]
    rivals = frozenset({kind}) if row.rule.startswith(OPEN_RULES) else RIVALS[kind]
    for event in beside:
        tokens = event.sentence.tokens
        start, end = tokens[event.clause[0]].start, tokens[event.clause[1]].end
        if event.event in rivals and start < row.end and row.start < end and _same_side(row.holder, event.actors):
            if event.event == kind and row.holder and all(actor.startswith(UNKNOWN) for actor in event.actors):
                event.actors = (row.holder,)
                event.recipients = tuple(r for r in event.recipients if r != row.holder)
            return True
    return False


def _same_side(holder: str | None, actors: Sequence[str]) -> bool:
    """Whether one of an event's actors is or may be the holder: ids begin with the state or body."""
    sides = {actor.split("/")[0] for actor in actors}
    return sides <= {"---"} or (holder or "").split("/")[0] in sides


def _event(row: Commitment, sentence: Sentence, saying: Statement | None, times: Sequence[Timed]) -> Coded:
    verb = _head(row, sentence)
    frame = speech_frame(f"commitment/{row.kind}", ACTS[row.kind])
    helpers = [c for c in verb.children if c.dep in {"aux", "neg"} and c.pos in {"AUX", "PART"} and c.i < verb.i]
    time = saying.time if saying is not None and saying.time else None
    date = time or (None if row.rule.startswith(OPEN_RULES) else date_of(verb, times))
    return Coded(
        trigger=verb, sentence=sentence, frame=frame, event=frame.event, mode="", arguments={},
        actors=(_spokesman(row, saying),) if row.holder else (), recipients=tuple(a for a in row.addressees if a != row.holder),
        factors=(f"the words make a {row.kind.replace('_', ' ')}",), clause=clause_of(verb),
        date=date,
        statement=row.statement, confidence=0.55, words=(*helpers[:1], verb),
    )  # fmt: skip


def _spokesman(row: Commitment, saying: Statement | None) -> str:
    """Who performs the act: the person of the holder's own government who speaks, else the holder."""
    holder, speaker = row.holder or "", (saying.speaker if saying is not None else None) or ""
    named = speaker.count("/") == 2 and speaker.startswith(f"{holder}/") and not speaker.startswith(UNKNOWN)
    return speaker if named else holder


def _head(row: Commitment, sentence: Sentence) -> Token:
    """The verb that commits beside the act, else the act's own predicate, or its highest word where it has none."""
    inside = [t for t in sentence.tokens if row.act.start <= t.start < row.act.end]
    beside = [t for t in sentence.tokens if row.start <= t.start < row.end and t not in inside and t.pos == "VERB"]
    if beside and not row.rule.startswith(OPEN_RULES):
        return beside[0]
    tops = [t for t in inside if t.head is t or t.head not in inside]
    return next((t for t in tops if t.pos in PREDICATES), tops[0] if tops else sentence.tokens[0])
