"""Commitments by the word that makes them: 'demanded', 'threatened to', 'an offer to', 'is ready to'.

What is negated, questioned, conditional or embedded under 'refused to' or 'urged to' commits nobody;
'did not rule out' leaves the act open (Searle 1976; Quirk and others 1985, §4.51-4.66).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast as typed

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.classes import FORCES, MEASURES, SOUGHT
from detente.coding.commitments.complements import FUTURE, MODALS, OPENING, is_act
from detente.coding.commitments.context import SILENT, Reading
from detente.coding.commitments.extents import extent
from detente.coding.commitments.model import Act, Draft, Predicate
from detente.coding.commitments.parties import (
    addressed_beside,
    doers,
    holders_of,
    others,
    subject_of,
    targets,
)
from detente.coding.commitments.polarity import is_barred, is_negated, is_withheld
from detente.coding.commitments.predicates import fits, predicates
from detente.coding.commitments.signing import signatories
from detente.coding.commitments.slots import acts_in, is_infinitive
from detente.coding.commitments.subjects import is_own
from detente.coding.commitments.valence import is_harm, valence
from detente.coding.commitments.wording import OBLIGATION
from detente.language import Sentence, Token
from detente.records import Kind

DISPUTING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "dispute"})
ASSURING = frozenset({"stand", "keep", "reaffirm", "renew", "honour", "honor", "give", "bind", "promise", "pledge", "undertake", "guarantee", "assure", "agree", "commit", "commitment", "undertaking", "assurance"})
WEIGHING = frozenset({"contemplate", "consider", "weigh", "mull"})
PARLEY = frozenset("extension prolongation renewal delay talk meeting summit compromise mediation visit deal concession settlement truce referendum election inquiry".split())
PROMISING = frozenset({"promise", "pledge", "undertake", "guarantee", "assure"})
LIKING = frozenset({"keen", "inclined", "minded", "eager"})  # a commitment only under a negation
ASKING = frozenset({"ask", "request", "urge", "call", "press", "appeal", "seek"})
REJECTING = frozenset({"reject", "dismiss", "rebuff", "refuse", "ignore", "spurn", "resist", "defy", "turn", "deny", "criticise", "criticize", "condemn"})
DREADED = frozenset({"threat", "warning"})
PLANNING = frozenset({"plan", "intention", "decision", "bid", "readiness", "willingness", "determination"})
FIGHTING = frozenset({"eventuality", "contingency", "scenario", "war", "fight", "battle", "confrontation", "conflict", "showdown", "action", "combat"})  # what one is 'ready for'
GOING_ON = frozenset({"rest", "stop", "cease", "relent", "sleep", "waver", "tire"})  # 'vowed not to stop until …'
FORSWEARING = frozenset({"renounce", "forswear", "abjure"})
CITIZENS = frozenset("citizen national resident subject tourist traveller traveler people member follower supporter".split())  # who is asked, not commanded
SETTLED = frozenset({"agree", "decide", "resolve", "settle"})
COLLECTIVE = frozenset("leader minister president premier side party government country state power nation capital neighbour neighbor foe rival delegation camp".split())
ORDERING = frozenset({"order", "instruct", "command", "direct", "tell", "ask", "decree"})


def by_words(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """A draft for each act and holder of each predicate of a sentence."""
    table = predicates(reading.words)
    for token in sentence.tokens:
        rows = table.get(token.lemma)
        if not rows:
            continue
        for row in rows:
            if fits(token, row):
                found = list(_drafts(token, row, reading))
                if found:
                    yield from found
                    break


def _drafts(trigger: Token, row: Predicate, reading: Reading) -> Iterator[Draft]:
    force = _force(trigger, row, reading)
    if force is None:
        return
    take, acts = acts_in(trigger, row.takes)
    if not acts and "quote" in row.takes:
        take, acts = _quoted(trigger, reading)
    acts = [_planned(a) for a in acts if is_act(a, take, trigger, row, reading)]
    if not acts:
        return
    holders, because = holders_of(trigger, row.pos, reading)
    holders = tuple(h for h in holders if reading.can_commit(h) or h.startswith("---/CVL")) or _nobody_named(trigger, row, reading)
    if row.pos == "noun" and because == "the speaker" and (trigger.head.lemma in REJECTING or (row.kind in DREADED and take.startswith("pp"))):
        return  # 'rejected calls for a ceasefire': calls of others; 'the threat of war', 'warnings of floods': whose it is stays open
    if not holders or (len(holders) > 6):
        return
    for act in acts:
        kind, hedged = _kind(force, act, row, trigger, reading)
        if kind is None:
            continue
        for holder in holders:
            addressees = _addressees(kind, trigger, act, holder, reading)
            own = (row.lemma in ORDERING or (row.lemma == "give" and act.doer is not None and any(c.tag == "PRP$" for c in act.doer.children))) and (trigger.child("nsubjpass") is None or bool(doers(act, reading))) and _is_own_force(act, holder, reading)
            done = _ordered(act, reading) if own else kind
            if done is None:
                continue
            yield Draft(
                kind=done, act=extent(trigger, act, row), head=act.head, holder=holder, addressees=addressees, rule=f"commitment/{row.id}",
                specific=1 if force[0] == "refused" and row.pos == "verb" else 3 if row.pos == "noun" else 4, trigger=trigger, hedged=hedged or _is_hedged(trigger), statement=reading.said_at(trigger),
                because=[f"'{trigger.text}' makes a {row.kind}", f"{because} is bound", *force[1]],
            )  # fmt: skip


def _planned(act: Act) -> Act:
    """'Announced plans to close the strait': the act is what is planned."""
    head = next((c for c in act.head.children if c.dep in {"acl", "xcomp"} and is_infinitive(c) is not None), None)
    return replace(act, head=head) if act.head.lemma in PLANNING and act.head.pos == "NOUN" and head is not None else act


def _nobody_named(trigger: Token, row: Predicate, reading: Reading) -> tuple[str, ...]:
    """'Belgrade was told to hand over the general': a demand whose maker is left out."""
    if row.kind == "pledge" and row.pos == "verb":
        if row.lemma in PROMISING and trigger.child("nsubjpass") is not None and trigger.child("agent") is None and reading.parties(trigger.child("nsubjpass")):
            return (UNNAMED,)
        return (signatories(trigger, reading) or (UNNAMED,)) if _is_of_all(trigger, reading) else ()
    told = trigger.child("nsubjpass")
    if told is None or trigger.child("agent") is not None or trigger.tag != "VBN" or row.pos != "verb" or row.kind != "demand":
        return ()
    party = any(reading.cast.actors[p].kind in {"state", "government", "military", "armed_group", "igo"} for p in reading.parties(told))
    return (UNNAMED,) if row.lemma in ASKING or (party and row.lemma in ORDERING) else ()


def _is_of_all(trigger: Token, reading: Reading) -> bool:
    """'The two sides agreed to …', 'it was agreed that …', in the report's own voice."""
    subject = trigger.child("nsubj", "nsubjpass")
    if subject is None or reading.said_at(trigger) is not None or reading.authored(trigger) is not None or trigger.tag not in {"VBD", "VBN", "VBP"}:
        return False
    if subject.dep == "nsubjpass":
        return subject.lower == "it" and trigger.lemma in SETTLED
    whole = subject.lower in {"both", "two", "they"} or any(c.lower in {"both", "two", "three", "the"} for c in subject.children)
    return whole and (subject.lemma in COLLECTIVE or subject.lower in {"both", "two"})


def _is_own_force(act: Act, holder: str, reading: Reading) -> bool:
    """'Ordered the military to …': one's own side, or a force without an owner."""
    found = doers(act, reading)
    if found and (act.doer is None or act.doer.lemma not in CITIZENS):
        return any(reading.same_side(p, holder) or p.startswith("---/MIL") for p in found)
    return act.doer is not None and (act.doer.lemma in FORCES or (act.doer.lemma not in CITIZENS and any(c.tag == "PRP$" for c in act.doer.children)))


def _ordered(act: Act, reading: Reading) -> Kind | None:
    """What one orders one's own to do: an unwelcome act on a condition is threatened, a welcome one pledged."""
    shade = valence(act.head, reading)
    if shade == "hostile":
        return "threat" if reading.hosts_condition(act.head) else None
    return "pledge" if shade == "friendly" and act.slot == "inf" else None


def _force(trigger: Token, row: Predicate, reading: Reading) -> tuple[str, list[str]] | None:
    """'plain', 'open' (not ruled out) or 'refused' (will not agree), with the reason; None where nobody is committed."""
    if _is_void(trigger, row, reading):
        return None
    governor = trigger.head
    infinitive = is_infinitive(trigger) is not None
    cancelled = (infinitive and governor.lemma in reading.wording.cancelling) or (trigger.dep == "pcomp" and governor.lower == "without")
    if infinitive and not cancelled and trigger.dep in {"xcomp", "ccomp", "acl", "relcl", "advcl"} and governor.lemma not in reading.wording.raising:
        return None
    stated = row.pos == "adjective" or trigger.dep == "acomp"  # 'is committed to'
    copula = governor if stated else trigger
    negated = is_negated(copula) or (stated and is_negated(trigger)) or cancelled
    if row.pos == "noun":
        negated = any(c.lower in {"no", "without"} for c in trigger.children) or governor.lower == "without" or _denied(governor)
        negated = (negated and trigger.dep != "nsubj") or is_withheld(trigger)
    if not negated and infinitive and governor.lemma in reading.wording.raising and is_negated(governor):
        negated = True
    helpers = {c.lower for c in trigger.children if c.dep in {"aux", "auxpass"}} | ({c.lower for c in copula.children if c.dep == "aux"})
    if "have" in helpers and helpers & {"would", "could", "should"}:
        return None
    if helpers & OBLIGATION and (row.kind != "refusal" or trigger.child("nsubjpass") is not None):
        return None
    if row.lemma in ASKING and helpers & (FUTURE | MODALS) and _seeks_harm(trigger):
        return None
    if not negated:
        return "plain", []
    if row.kind == "refusal" and row.lemma in OPENING:
        return "open", ["its negation leaves the act open"]
    if row.kind in {"offer", "pledge"} and ((row.pos == "noun" and is_withheld(trigger)) or (cancelled and governor.lemma in {"refuse", "decline"}) or stated or (helpers & (FUTURE | {"can", "could", "ca"}) and row.lemma in {"agree", "accept", "commit", "guarantee", "consent"}) or (row.lemma in {"intend", "plan"} and trigger.tag != "VBD")):
        return "refused", ["its negation refuses the act"]
    return None


def _is_void(trigger: Token, row: Predicate, reading: Reading) -> bool:
    """Whether nothing is done in saying the word: it is asked, denied, a condition, a forecast."""
    if reading.in_condition(trigger) or trigger.sent.tokens[-1].text == "?" or _is_disputed(trigger, reading):
        return True
    if trigger.i and trigger.sent.tokens[trigger.i - 1].lower == "than":
        return True
    said, passive = reading.said_at(trigger), trigger.child("nsubjpass")
    offered = row.pos == "noun" and said is not None and said.cue is trigger.head  # 'an offer was dismissed' has been made
    if said is not None and said.stance in {"deny", "question"} and not said.commitment and not offered:
        return True
    if row.lemma == "need" and passive is not None and any(c.lower in {"whatever", "any", "all"} for c in passive.children):
        return True  # 'will take whatever steps are needed'
    if row.lemma == "expect" and said is None and passive is not None and trigger.child("agent") is None:
        return True  # 'the council is expected to endorse the plan': a forecast
    return row.lemma in WEIGHING and trigger.child("nsubjpass", "auxpass") is not None


def _seeks_harm(trigger: Token) -> bool:
    """'will ask its partners for sanctions': what is announced is an act of the asker's own."""
    return any(t.lemma in SOUGHT for t in trigger.subtree() if t.i > trigger.i)


def _is_disputed(trigger: Token, reading: Reading) -> bool:
    """'the claim that Guyana threatened war was dismissed'."""
    return any(a.lemma in reading.wording.claims and a.pos == "NOUN" and a.head.lemma in DISPUTING for a in trigger.ancestors())


def _denied(governor: Token) -> bool:
    return governor.lemma in {"deny", "drop", "withdraw", "avoid"} and governor.pos == "VERB"


def _quoted(trigger: Token, reading: Reading) -> tuple[str, list[Act]]:
    """'“Leave now,” he demanded': the words quoted are the act."""
    said = reading.by_cue.get(trigger)
    if said is None or said.head is None or not said.spans or said.stance in SILENT:
        return "", []
    head = said.head
    if head.sent is not trigger.sent or head is trigger:
        return "", []
    start, end = next(((a, b) for a, b in said.spans if a <= head.start < b), said.spans[0])
    return "clause", [Act((start, end), head, "clause", head.child("nsubj", "nsubjpass"))]


def _kind(force: tuple[str, list[str]], act: Act, row: Predicate, trigger: Token, reading: Reading) -> tuple[Kind | None, bool]:
    """The kind by the predicate, then by whether the act is welcome, and whether it is left open."""
    state = force[0]
    shade = valence(act.head, reading)
    if state == "open":
        welcome = shade == "friendly" or (shade == "neutral" and act.head.pos == "NOUN" and act.head.lemma in PARLEY)
        return ("offer" if welcome else "threat"), True
    if row.kind == "refusal" and act.head.lemma in OPENING:
        return "threat", True
    if state == "refused":
        return "refusal", False
    if row.lemma in FORSWEARING:
        return "pledge", False
    helpers = {c.lower for c in trigger.children if c.dep == "aux"}
    if row.lemma in {"veto", "block"} and (helpers & MODALS or (helpers & FUTURE and reading.hosts_condition(trigger))):
        return "threat", bool(helpers & MODALS)
    if row.lemma in LIKING:
        return None, False
    kind = "offer" if row.lemma == "prepare" and trigger.tag == "VBN" and (trigger.dep == "acomp" or trigger.child("auxpass") is not None) else row.kind
    hedged = row.lemma in WEIGHING | {"able"}
    if kind in {"pledge", "offer", "threat"} and act.head.pos in {"VERB", "AUX"} and is_barred(act.head, trigger):
        kind = "pledge"
    if kind in {"pledge", "offer"} and act.head.pos in {"VERB", "AUX"}:
        if is_negated(act.head) or is_barred(act.head, trigger):
            return ("pledge" if shade == "hostile" or row.lemma in ASSURING or act.head.lemma in GOING_ON else "refusal"), hedged
        if shade == "hostile" and (row.lemma not in PROMISING | {"offer"} or _is_blow(act.head, reading)):
            return "threat", hedged
    if row.pos == "adjective" and kind == "offer" and act.head.pos == "NOUN" and act.head.lemma in FIGHTING:
        return "threat", hedged
    if kind in {"pledge", "offer"} and act.head.pos == "NOUN" and (act.head.lemma in reading.wording.answer - reading.wording.demandable or (row.lemma == "announce" and (shade == "hostile" or act.head.lemma in MEASURES))):
        return "threat", hedged
    if kind == "warning" and act.slot == "clause":
        return _warned(act, trigger, reading, shade), hedged
    if kind == "warning" and act.head.lemma in reading.wording.answer and act.head.lemma not in reading.wording.harm:
        return "threat", hedged
    return typed("Kind", kind), hedged


def _is_blow(head: Token, reading: Reading) -> bool:
    """Whether an act is unwelcome by its own verb: who promises rather than threatens it means nobody harm otherwise."""
    return head.lemma in reading.wording.harming - {"act", "pursue"} or any(t.lemma in reading.wording.answer | {"war"} for t in head.all("dobj"))


def _warned(act: Act, trigger: Token, reading: Reading, shade: str) -> Kind:
    """What one says one would do oneself to another's harm is a threat, what others must do a demand."""
    subject = act.doer or subject_of(act.head)
    said = reading.said_at(act.head)
    own = subject is not None and (
        subject.lower in {"we", "i"} or (said is not None and is_own(subject, reading.body(reading.speaker_of(said)) or "", reading)) or (said is not None and any(reading.same_side(p, reading.speaker_of(said)) for p in reading.parties(subject)))
        or any(reading.same_side(p, q) for p in reading.parties(subject) for q in reading.parties(subject_of(trigger)))
    )
    helpers = {c.lower for c in act.head.children if c.dep == "aux"}
    if own and (shade != "friendly" or is_negated(act.head)) and helpers & FUTURE:
        return "threat"  # one does not warn of what is welcome
    if own and helpers & MODALS and act.head.lemma in reading.wording.harming | reading.wording.ending | {"leave", "withdraw", "quit"}:
        return "threat"
    if act.head.child("nsubjpass") is not None and (shade == "hostile" or is_negated(act.head)) and helpers & FUTURE and act.head.child("agent") is None:
        return "threat"
    if act.head.lemma in {"become", "meet"} and (is_harm(act.head, reading.wording) or shade == "hostile") and said is not None:
        return "threat"
    return "warning"


def _addressees(kind: Kind, trigger: Token, act: Act, holder: str, reading: Reading) -> tuple[str, ...]:
    if kind in {"demand", "proposal"}:
        found = (*doers(act, reading), *addressed_beside(trigger, act, reading))
        if not found:
            found = targets(act, reading) if act.head.pos == "VERB" and is_infinitive(act.head) is not None and act.head.tag == "VBN" else ()
        found = found or _for_party(act, reading)
    else:
        found = (*addressed_beside(trigger, act, reading), *targets(act, reading))
    return others(found, holder, reading)


def _for_party(act: Act, reading: Reading) -> tuple[str, ...]:
    """'red lines to be drawn up for Russia': whom the thing demanded is for."""
    tokens = act.head.sent.tokens
    inside = [t for t in tokens if act.span[0] <= t.start and t.end <= act.span[1]]
    found: list[str] = []
    for token in inside:
        if token.dep == "pobj" and token.head.lower in {"for", "on", "with", "against", "between"}:
            found += reading.parties(token)
    return tuple(dict.fromkeys(found))


def _is_hedged(trigger: Token) -> bool:
    helpers = [c.lower for c in trigger.children if c.dep in {"aux", "advmod"}]
    governor = trigger.head if trigger.dep == "xcomp" else trigger
    helpers += [c.lower for c in governor.children if c.dep in {"aux", "advmod"}]
    return any(h in MODALS or h in {"reportedly", "possibly", "apparently", "perhaps"} for h in helpers)
