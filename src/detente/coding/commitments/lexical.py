"""Commitments by the word that makes them: 'demanded', 'threatened to', 'an offer to', 'is ready to'.

What is negated, questioned, conditional or embedded under 'refused to' or 'urged to' commits nobody;
'did not rule out' leaves the act open (Searle 1976; Quirk and others 1985, §4.51-4.66).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast as typed

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.classes import SENDING, SOUGHT
from detente.coding.commitments.clauses import FORCES, is_own
from detente.coding.commitments.context import SILENT, Reading
from detente.coding.commitments.model import Act, Draft, Predicate
from detente.coding.commitments.parties import (
    addressed_beside,
    doers,
    holders_of,
    others,
    subject_of,
    targets,
)
from detente.coding.commitments.polarity import is_barred, is_negated
from detente.coding.commitments.predicates import fits, predicates
from detente.coding.commitments.slots import acts_in, is_infinitive, is_mandative, whole_clause, with_trigger
from detente.coding.commitments.valence import is_harm, valence
from detente.coding.commitments.wording import OBLIGATION
from detente.language import Sentence, Token
from detente.records import Kind

OPENING = frozenset({"rule", "exclude", "preclude"})
MODALS = frozenset({"could", "may", "might"})
FUTURE = frozenset({"will", "would", "wo", "'ll", "shall"})
DISPUTING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "dispute"})
ASSURING = frozenset({"give", "bind", "promise", "pledge", "undertake", "guarantee", "assure", "agree", "commit", "commitment", "undertaking", "assurance"})
WEIGHING = frozenset({"contemplate", "consider", "weigh", "mull"})
PROMISING = frozenset({"promise", "pledge", "undertake", "guarantee", "assure"})
LIKING = frozenset({"keen", "inclined", "minded", "eager"})  # a commitment only under a negation
ASKING = frozenset({"ask", "request", "urge", "call", "press", "appeal", "seek"})
TELLING = frozenset({"report", "say", "see", "note", "announce", "hear", "learn", "tell", "be", "inform", "add"})
REJECTING = frozenset({"reject", "dismiss", "rebuff", "refuse", "ignore", "spurn", "resist", "defy", "turn", "deny", "criticise", "criticize", "condemn"})
PLANNING = frozenset({"plan", "intention", "decision", "bid", "readiness", "willingness", "determination"})
FIGHTING = frozenset({"war", "fight", "battle", "confrontation", "conflict", "showdown", "action", "combat"})  # what one is 'ready for'
SHORT = 30  # characters: an act shorter than that is given with the word that makes it one
DEEDS = frozenset("sending dispatch withdrawal release lifting reopening deployment".split())
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
    acts = [_planned(a) for a in acts if _is_act(a, take, trigger, row, reading)]
    if not acts:
        return
    holders, because = holders_of(trigger, row.pos, reading)
    holders = tuple(h for h in holders if reading.can_commit(h) or h.startswith("---/CVL")) or _nobody_named(trigger, row, reading)
    if row.pos == "noun" and because == "the speaker" and trigger.head.lemma in REJECTING:
        return  # 'rejected calls for a ceasefire': calls of others
    if not holders or (len(holders) > 6):
        return
    for act in acts:
        kind, hedged = _kind(force, act, row, trigger, reading)
        if kind is None:
            continue
        for holder in holders:
            addressees = _addressees(kind, trigger, act, holder, reading)
            own = row.lemma in ORDERING and (trigger.child("nsubjpass") is None or bool(doers(act, reading))) and _is_own_force(act, holder, reading)
            done = _ordered(act, reading) if own else kind
            if done is None:
                continue
            yield Draft(
                kind=done, act=_span(trigger, act, row), head=act.head, holder=holder, addressees=addressees, rule=f"commitment/{row.id}",
                specific=1 if force[0] == "refused" and row.pos == "verb" else 3 if row.pos == "noun" else 4, trigger=trigger, hedged=hedged or _is_hedged(trigger), statement=reading.said_at(trigger),
                because=[f"'{trigger.text}' makes a {row.kind}", f"{because} is bound", *force[1]],
            )  # fmt: skip


def _is_citizens(doer: Token) -> bool:
    """'Its citizens', 'their nationals'."""
    return doer.lemma in {"citizen", "national", "resident", "tourist", "traveller", "traveler"} and any(c.dep == "poss" and c.tag == "PRP$" for c in doer.children)


def _planned(act: Act) -> Act:
    """'Announced plans to close the strait': the act is what is planned."""
    head = next((c for c in act.head.children if c.dep in {"acl", "xcomp"} and is_infinitive(c) is not None), None)
    return replace(act, head=head) if act.head.lemma in PLANNING and act.head.pos == "NOUN" and head is not None else act


def _nobody_named(trigger: Token, row: Predicate, reading: Reading) -> tuple[str, ...]:
    """'Belgrade was told to hand over the general': a demand whose maker is left out."""
    told = trigger.child("nsubjpass")
    if told is None or trigger.child("agent") is not None or trigger.tag != "VBN" or row.pos != "verb" or row.kind != "demand":
        return ()
    party = any(reading.cast.actors[p].kind in {"state", "government", "military", "armed_group", "igo"} for p in reading.parties(told))
    return (UNNAMED,) if row.lemma in ASKING or (party and row.lemma in ORDERING) else ()


def _is_own_force(act: Act, holder: str, reading: Reading) -> bool:
    """'Ordered the military to …': one's own side, or a force without an owner."""
    found = doers(act, reading)
    if found:
        return any(reading.same_side(p, holder) or p.startswith("---/MIL") for p in found)
    return act.doer is not None and act.doer.lemma in FORCES


def _ordered(act: Act, reading: Reading) -> Kind | None:
    """What one orders one's own to do: an unwelcome act on a condition is threatened, a welcome one pledged."""
    shade = valence(act.head, reading)
    if shade == "hostile":
        return "threat" if reading.hosts_condition(act.head) else None
    return "pledge" if shade == "friendly" and act.slot == "inf" else None


def _span(trigger: Token, act: Act, row: Predicate) -> tuple[int, int]:
    if row.pos == "adjective":
        start, end = whole_clause(trigger, act.span)
        return (trigger.start if 0 < act.head.i - trigger.i <= 4 and end - start < SHORT else start), end
    if act.slot == "inf" and row.pos == "verb" and 0 < act.head.i - trigger.i <= 2 and act.head.right == act.head.i and act.head.left >= act.head.i - 1:
        return trigger.start, act.span[1]  # 'declines to submit': a bare infinitive says too little alone
    return with_trigger(trigger, act.span, act.head) if act.slot in {"obj", "pp"} else act.span


def _force(trigger: Token, row: Predicate, reading: Reading) -> tuple[str, list[str]] | None:
    """'plain', 'open' (not ruled out) or 'refused' (will not agree), with the reason; None where nobody is committed."""
    if reading.in_condition(trigger) or trigger.sent.tokens[-1].text == "?":
        return None
    if trigger.i and trigger.sent.tokens[trigger.i - 1].lower == "than":
        return None
    said = reading.said_at(trigger)
    offered = row.pos == "noun" and said is not None and said.cue is trigger.head  # 'an offer was dismissed' has been made
    if (said is not None and said.stance in {"deny", "question"} and not said.commitment and not offered) or _is_disputed(trigger, reading):
        return None
    if row.lemma == "need" and (thing := trigger.child("nsubjpass")) is not None and any(c.lower in {"whatever", "any", "all"} for c in thing.children):
        return None  # 'will take whatever steps are needed'
    if row.lemma in WEIGHING and trigger.child("nsubjpass", "auxpass") is not None:
        return None
    governor = trigger.head
    infinitive = is_infinitive(trigger) is not None
    cancelled = (infinitive and governor.lemma in reading.wording.cancelling) or (trigger.dep == "pcomp" and governor.lower == "without")
    if infinitive and not cancelled and trigger.dep in {"xcomp", "ccomp", "acl", "relcl", "advcl"} and governor.lemma not in reading.wording.raising:
        return None
    copula = governor if row.pos == "adjective" else trigger
    negated = is_negated(copula) or (row.pos == "adjective" and is_negated(trigger)) or cancelled
    if row.pos == "noun":
        negated = any(c.lower in {"no", "without"} for c in trigger.children) or governor.lower == "without" or _denied(governor)
        negated = negated and trigger.dep != "nsubj"
    if not negated and infinitive and governor.lemma in reading.wording.raising and is_negated(governor):
        negated = True
    helpers = {c.lower for c in trigger.children if c.dep in {"aux", "auxpass"}} | ({c.lower for c in copula.children if c.dep == "aux"})
    if "have" in helpers and helpers & {"would", "could", "should"}:
        return None
    if helpers & OBLIGATION and row.kind != "refusal":
        return None
    if row.lemma in ASKING and helpers & (FUTURE | MODALS) and _seeks_harm(trigger):
        return None
    if not negated:
        return "plain", []
    if row.kind == "refusal" and row.lemma in OPENING:
        return "open", ["its negation leaves the act open"]
    if row.kind in {"offer", "pledge"} and (row.pos == "adjective" or (helpers & (FUTURE | {"can", "could", "ca"}) and row.lemma in {"agree", "accept", "commit", "guarantee", "consent"}) or (row.lemma in {"intend", "plan"} and trigger.tag != "VBD")):
        return "refused", ["its negation refuses the act"]
    return None


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


def _is_act(act: Act, take: str, trigger: Token, row: Predicate, reading: Reading) -> bool:
    """Whether a complement says something to be done, of the sort that its slot asks for."""
    head = act.head
    if act.slot in {"obj", "pp"} and (head.pos not in {"NOUN", "PROPN", "VERB", "NUM", "SYM"} or (head.ent in {"DATE", "TIME", "PERCENT"} and row.lemma != "ask")):
        return False
    if row.lemma == "threat" and act.slot == "inf" and act.span[0] > trigger.end + 2:
        return False  # 'a threat to our efforts to build peace': a danger
    if row.lemma in {"advise", "warn", "tell", "recommend"} and act.doer is not None and _is_citizens(act.doer):
        return False  # 'advised its citizens to leave'
    if (row.pos == "adjective" and head.lemma in TELLING) or (act.slot == "inf" and reading.in_condition(head)):
        return False
    if head.lemma in reading.wording.courtesy and row.kind in {"offer", "pledge"}:
        return False
    if row.lemma in {"refuse", "decline"} and head.lemma in OPENING:
        return _object_of(head) in {"anything", "nothing", "option", "possibility"}
    if row.lemma == "decline" and head.lemma == "go" and any(p.lower in {"into", "beyond", "further"} for p in head.children):
        return False  # 'declined to go into detail'
    if row.lemma in {"refuse", "decline"} and head.lemma == "take" and _object_of(head) in {"question", "responsibility", "blame", "credit"}:
        return False
    if row.kind == "refusal" and (head.lemma in reading.wording.claims or (row.lemma in {"refuse", "decline"} and head.lemma in reading.wording.speaking)):
        return False
    if act.slot in {"obj", "pp"} and head.pos == "PROPN" and reading.cast.at(head) and row.lemma not in {"invite", "offer", "propose"}:
        return False
    if row.lemma == "commit" and act.slot == "pp" and (given := trigger.child("dobj")) is not None and given.pos != "PRON":
        return False  # 'committed five billion to the refugees'
    if row.lemma == "hope":
        return reading.authored(trigger) is not None and bool(reading.parties(act.doer)) and any(c.lower == "will" for c in head.children)
    if _is_mere_mention(act, trigger, row):
        return False
    if row.kind == "demand" and act.doer is not None and act.doer.text in {"us", "me", "we", "We", "I", "myself", "itself", "themselves", "himself"}:
        return False
    return _meets_mark(act, take[-1:], trigger, row, reading)


def _meets_mark(act: Act, mark: str, trigger: Token, row: Predicate, reading: Reading) -> bool:
    """Whether a complement is of the sort that the mark behind its slot asks for: '!' demandable, '?' hostile, '*' not neutral."""
    head = act.head
    event = any(e.trigger is head for e in reading.events(head.sent))
    if mark == "!":
        return any(t.lemma in reading.wording.demandable for t in head.conjuncts()) or (event and head.pos == "NOUN") or trigger.dep in {"relcl", "acl"} or (row.lemma != "need" and _is_measured(head)) or (row.lemma == "want" and _is_bounded(head))
    if mark == "?":
        return (valence(head, reading) == "hostile") if act.slot != "obj" else _harms(head, reading)
    if mark == "*":
        return head.lemma in DEEDS or (valence(head, reading) != "neutral" and head.lemma not in {"meet", "discuss", "attend", "talk", "continue", "return"})
    if mark == "~":
        return head.lemma in reading.wording.refusable
    if mark == "^":
        return head.lemma in {"possibility", "option", "use", "chance", "idea", "prospect"} or (event and head.pos == "NOUN") or valence(head, reading) == "hostile"
    if act.slot == "clause" and row.kind in {"pledge", "offer"}:
        return any(c.lower in FUTURE or (c.lower in MODALS and bool(row.particles)) for c in head.children)
    if act.slot == "clause" and row.kind == "warning":
        return _is_open(head) or head.tag == "VBG" or is_harm(head, reading.wording)
    if act.slot == "clause" and row.kind == "refusal":
        return row.lemma == "rule" or is_mandative(head)
    return True


def _is_bounded(head: Token) -> bool:
    """'A law against the latter', 'peace on its terms': a thing told more closely."""
    return head.pos == "NOUN" and head.child("prep") is not None and head.lemma not in {"deal", "part", "share", "piece", "lot", "kind", "sort", "way", "end", "life"}


def _is_measured(head: Token) -> bool:
    """'36 dollars a barrel', 'firmer checks', 'two thirds': so much, or more, of something."""
    return head.child("nummod") is not None or any(c.tag == "JJR" or c.lower in {"more", "fewer", "less"} for c in head.children)


def _is_mere_mention(act: Act, trigger: Token, row: Predicate) -> bool:
    """'The ten battalions he ordered to the frontier', 'the strength we need', 'called off the talks for the third time'."""
    if row.lemma == "call" and trigger.child("prt") is not None:
        return True
    described = row.kind == "demand" and act.slot in {"obj", "pp"} and trigger.dep in {"relcl", "acl"}
    return described and (act.head.lemma in FORCES or row.lemma == "need")


def _object_of(verb: Token) -> str:
    target = verb.child("dobj")
    return target.lemma if target is not None else ""


def _is_open(head: Token) -> bool:
    helpers = {c.lower for c in head.children if c.dep in {"aux", "auxpass"}}
    return bool(helpers & (FUTURE | MODALS | {"can", "to"})) or head.tag == "VB"


def _harms(noun: Token, reading: Reading) -> bool:
    return noun.lemma in reading.wording.harm | reading.wording.answer or valence(noun, reading) == "hostile"


def _kind(force: tuple[str, list[str]], act: Act, row: Predicate, trigger: Token, reading: Reading) -> tuple[Kind | None, bool]:
    """The kind by the predicate, then by whether the act is welcome, and whether it is left open."""
    state = force[0]
    shade = valence(act.head, reading)
    if state == "open":
        return ("offer" if shade == "friendly" else "threat"), True
    if row.kind == "refusal" and act.head.lemma in OPENING:
        return "threat", True
    if state == "refused":
        return "refusal", False
    helpers = {c.lower for c in trigger.children if c.dep == "aux"}
    if row.lemma in {"veto", "block"} and (helpers & MODALS or (helpers & FUTURE and reading.hosts_condition(trigger))):
        return "threat", bool(helpers & MODALS)
    if row.lemma in LIKING:
        return None, False
    kind = row.kind
    hedged = row.lemma in WEIGHING | {"able"}
    if kind in {"pledge", "offer", "threat"} and act.head.pos in {"VERB", "AUX"} and is_barred(act.head, trigger):
        kind = "pledge"
    if kind in {"pledge", "offer"} and act.head.pos in {"VERB", "AUX"}:
        if is_negated(act.head) or is_barred(act.head, trigger):
            return ("pledge" if shade == "hostile" or row.lemma in ASSURING else "refusal"), hedged
        if shade == "hostile" and not (row.lemma == "offer" and act.head.lemma in SENDING) and (row.lemma not in PROMISING or _is_blow(act.head, reading)):
            return "threat", hedged
    if row.pos == "adjective" and kind == "offer" and act.head.pos == "NOUN" and act.head.lemma in FIGHTING:
        return "threat", hedged
    if kind in {"pledge", "offer"} and act.head.pos == "NOUN" and act.head.lemma in reading.wording.answer - reading.wording.demandable:
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
