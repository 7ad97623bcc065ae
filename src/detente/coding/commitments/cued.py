"""Commitments of a cue whose complement the tree does not show: what is said to be demanded, offered or threatened is the act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.commitments.complements import is_summons
from detente.coding.commitments.context import Reading
from detente.coding.commitments.model import Act, Draft
from detente.coding.commitments.parties import doers, others
from detente.coding.commitments.polarity import is_barred, is_negated, is_withheld
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.valence import valence
from detente.coding.statements import Said
from detente.language import Sentence, Token
from detente.records import Kind

GIVEN_UP = frozenset("drop abandon withdraw retract waive shelve renounce deny".split())
KINDS: dict[str, Kind] = {"demand": "demand", "proposal": "proposal", "offer": "offer", "pledge": "pledge", "threat": "threat"}


def by_cues(sentence: Sentence, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each cue that commits its speaker and of which no other rule made one."""
    known = {d.trigger for d in found} | {d.head for d in found}
    for said in reading.spoken_in(sentence):
        kind = KINDS.get(said.commitment)
        cue, head = said.cue, said.head
        if kind is None or cue is None or head is None or cue in known or head in known or said.negated or not said.spans:
            continue
        if any(c.dep == "det" and c.lower == "no" for t in (head, cue) for c in t.children) or (cue.pos == "NOUN" and cue.head.lemma in GIVEN_UP):
            continue  # 'seeks no quarrel', 'dropped its demand for the base'
        if cue.lemma == "order" and cue.head.lemma == "have":
            continue  # 'has orders to escort the convoy': what one is told by one's own
        if cue.lemma == "call" and is_summons(cue) and head.pos == "NOUN":
            continue  # 'called its envoy home for talks'
        if cue.lemma == "seek" and reading.authored(cue) is not None and head.lemma not in reading.wording.demandable | reading.wording.welcome:
            continue  # 'seeking security through military power'
        if reading.in_condition(cue) or head.sent is not sentence or sentence.tokens[-1].text == "?":
            continue
        yield from _draft(kind, said, cue, head, reading)


def _draft(kind: Kind, said: Said, cue: Token, head: Token, reading: Reading) -> Iterator[Draft]:
    holder = reading.body(reading.speaker_of(said))
    inside = [t for t in head.sent.tokens if any(a <= t.start and t.end <= b for a, b in said.spans)]
    if holder is None or not reading.can_commit(holder) or not any(t.pos in {"VERB", "NOUN"} for t in inside):
        return
    if head.pos in {"NOUN", "PROPN"} and reading.cast.at(head) is not None:
        return  # 'summoned the ambassador': a person is called, no act
    asked = doers(Act(said.spans[0], head, "clause", head.child("nsubj", "nsubjpass")), reading)
    if kind == "demand" and asked and all(reading.same_side(p, holder) for p in asked):
        return
    act = Act(trimmed(head.sent.tokens, inside[0].i, inside[-1].i), head, "clause", head.child("nsubj", "nsubjpass"))
    yield Draft(
        kind=_kind(kind, cue, head, reading), act=act.span, head=head, holder=holder, rule=f"commitment/cued/{said.commitment}", specific=1, trigger=cue,
        addressees=others(doers(act, reading), holder, reading), statement=said, because=[f"'{cue.text}' makes a {said.commitment}", "the speaker is bound"],
    )  # fmt: skip


def _kind(kind: Kind, cue: Token, head: Token, reading: Reading) -> Kind:
    """As the cue says, but what is unwelcome is threatened, and what is not to be done refused or, if unwelcome, forsworn."""
    if kind not in {"pledge", "offer"}:
        return kind
    if cue.pos == "NOUN" and is_withheld(cue):
        return "refusal"
    hostile = valence(head, reading) == "hostile"
    if head.pos in {"VERB", "AUX"} and (is_negated(head) or is_barred(head, cue)):
        return "pledge" if hostile else "refusal"
    return "threat" if hostile else kind
