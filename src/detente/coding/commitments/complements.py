"""Whether what stands beside a word of commitment is an act: something to be done, of the sort that its row asks for."""

from __future__ import annotations

from detente.coding.commitments.classes import FORCES, PEOPLE
from detente.coding.commitments.context import Reading
from detente.coding.commitments.model import Act, Predicate
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import is_mandative
from detente.coding.commitments.valence import is_harm, valence
from detente.language import Token

DECLINING = frozenset({"refuse", "decline"})
OPENING = frozenset({"rule", "exclude", "preclude"})
MODALS = frozenset({"could", "may", "might"})
FUTURE = frozenset({"will", "would", "wo", "'ll", "shall"})
TELLING = frozenset({"report", "say", "see", "note", "announce", "hear", "learn", "tell", "be", "inform", "add"})
POSING = frozenset({"pose", "represent", "constitute", "face", "be", "remain", "become", "present"})
WATCHING = frozenset({"diplomat", "analyst", "observer", "expert", "economist", "trader", "market", "resident", "people", "source"})
VOTED = frozenset("adopt approve pass elect endorse ratify confirm condemn reject oppose convict impeach censure recommend acquit accept appoint".split())
OWED = frozenset("compensate consult pay inform repay reimburse hear invite include notify reward recognise recognize respect".split())
DEEDS = frozenset("sending dispatch withdrawal release lifting reopening deployment".split())


def is_act(act: Act, take: str, trigger: Token, row: Predicate, reading: Reading) -> bool:
    """Whether a complement says something to be done, of the sort that its slot asks for."""
    head = act.head
    if _is_circumstance(act, trigger, row, reading) or _is_another_sense(act, trigger, row, reading) or _is_mere_mention(act, trigger, row):
        return False
    if row.lemma in DECLINING and head.lemma in OPENING:
        return _object_of(head) in {"anything", "nothing", "option", "possibility"}
    if row.kind == "refusal" and _declines_words(act, row, reading):
        return False
    if row.lemma == "hope":
        return reading.authored(trigger) is not None and bool(reading.parties(act.doer)) and any(c.lower == "will" for c in head.children)
    if row.kind == "demand" and act.doer is not None and act.doer.text in {"us", "me", "we", "We", "I", "myself", "itself", "themselves", "himself"}:
        return False
    return _meets_mark(act, take[-1:], trigger, row, reading)


def _is_circumstance(act: Act, trigger: Token, row: Predicate, reading: Reading) -> bool:
    """A day, a person, a condition, or what another is accused of: nothing to be done."""
    head = act.head
    nominal = act.slot in {"obj", "pp"}
    if nominal and (head.pos not in {"NOUN", "PROPN", "VERB", "NUM", "SYM"} or (head.ent in {"DATE", "TIME", "PERCENT"} and row.lemma != "ask")):
        return True
    if act.slot == "pp" and row.lemma != "ask" and any(t.row.start <= head.start < t.row.end for t in reading.times(head.sent)):
        return True  # 'agreed on Tuesday'
    if trigger.dep == "pcomp" and trigger.head.head.lemma in {"accuse", "suspect"}:
        return True  # 'accused them of wanting the aid for themselves'
    if (row.pos == "adjective" and head.lemma in TELLING) or (act.slot == "inf" and reading.in_condition(head)):
        return True
    return nominal and head.pos == "PROPN" and reading.cast.at(head) is not None and row.lemma not in {"invite", "offer", "propose"}


def _is_another_sense(act: Act, trigger: Token, row: Predicate, reading: Reading) -> bool:
    """Whether the word means something else here: 'poses a threat', 'the farms need men', 'asked not to be named'."""
    head, aside = act.head, act.slot == "inf" and (reading.authored(trigger) is None or trigger.dep in {"advcl", "acl"})
    match row.lemma:
        case "threat":  # 'a threat to our efforts to build peace', 'poses a threat to the nations of …': a danger
            return (act.slot == "inf" and act.span[0] > trigger.end + 2) or trigger.head.lemma in POSING
        case "aim":  # a report that says what somebody aims at does not tell of a promise
            return aside
        case "need":  # 'the farms need men to bring in the harvest'
            return aside or (act.slot == "inf" and not (act.doer is not None and reading.parties(act.doer)))
        case "encourage":
            return act.slot == "obj" and head.lemma not in reading.wording.demandable
        case "engage":  # 'engages with its neighbours to build trust'
            return any(p.i < head.i for p in trigger.all("prep"))
        case "require":  # 'a million people require aid'
            return (who := trigger.child("nsubj")) is not None and who.lemma in PEOPLE
        case "ask":  # 'an official who asked not to be named'
            return head.lemma in {"name", "identify", "quote"}
        case "commit":  # 'committed five billion to the refugees'
            return act.slot == "pp" and (given := trigger.child("dobj")) is not None and given.pos != "PRON"
        case "expect":  # 'diplomats expect the matter to come before the court'
            return ((who := subject_of(trigger)) is not None and who.lemma in WATCHING) or (act.slot == "inf" and act.doer is None and not _is_due(head))
        case "vote":  # 'voted to adopt the resolution': done by voting
            return head.lemma in VOTED
    return False


def _is_due(head: Token) -> bool:
    """'Expects to be compensated': what others are to do for the speaker."""
    return head.child("auxpass") is not None and head.lemma in OWED


def _declines_words(act: Act, row: Predicate, reading: Reading) -> bool:
    """'Declined to go into detail', 'refused to take questions', 'rejected the accusation': nothing is refused."""
    head = act.head
    if head.lemma in reading.wording.claims:
        return True
    if row.lemma not in DECLINING:
        return False
    beyond = row.lemma == "decline" and head.lemma == "go" and any(p.lower in {"into", "beyond", "further"} for p in head.children)
    return beyond or head.lemma in reading.wording.speaking or (head.lemma == "take" and _object_of(head) in {"question", "responsibility", "blame", "credit"})


def _meets_mark(act: Act, mark: str, trigger: Token, row: Predicate, reading: Reading) -> bool:
    """Whether a complement is of the sort that the mark behind its slot asks for: '!' demandable, '?' hostile, '*' not neutral."""
    head = act.head
    event = any(e.trigger is head for e in reading.events(head.sent))
    if mark == "!":
        return any(t.lemma in reading.wording.demandable for t in head.conjuncts()) or (event and head.pos == "NOUN") or trigger.dep in {"relcl", "acl"} or (row.lemma != "need" and _is_measured(head)) or (row.lemma == "want" and _is_bounded(head))
    if mark == "?":
        return (valence(head, reading) == "hostile") if act.slot != "obj" else _harms(head, reading)
    if mark == "*":
        return head.lemma in DEEDS or (act.slot == "inf" and is_negated(head)) or (valence(head, reading) != "neutral" and head.lemma not in {"meet", "discuss", "attend", "talk", "continue", "return"})
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


def is_summons(call: Token) -> bool:
    """'Called its envoy home for talks', not 'called the day before for restraint'."""
    called = call.child("dobj")
    return called is not None and called.ent not in {"DATE", "TIME"}


def _is_mere_mention(act: Act, trigger: Token, row: Predicate) -> bool:
    """'The ten battalions he ordered to the frontier', 'the strength we need', 'called off the talks for the third time'."""
    if (row.lemma == "call" and (trigger.child("prt") is not None or (act.slot == "pp" and is_summons(trigger)))) or (act.slot == "obj" and act.head.lemma in {"thing", "one"}):
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
