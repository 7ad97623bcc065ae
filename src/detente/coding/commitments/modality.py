"""What a clause of speech commits its speaker to, by its modal, its subject and its verb.

Obligation on others is a demand, the speaker's own future a pledge, offer or threat, a bare prediction
of harm a warning (Searle 1976 on directives and commissives; Palmer 2001 on deontic modality).
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.commitments.polarity import has_no, is_negated
from detente.coding.commitments.valence import Valence, is_harm
from detente.coding.commitments.wording import FUTURE, OBLIGATION, POSSIBLE, Wording
from detente.language import Token
from detente.records import Kind

SETTLING = frozenset({"settle", "accept", "stop"})
FELT = frozenset("be see know find forget miss like love feel think hope happen become die lose win fail succeed".split())
DULL = frozenset(
    """
    see know find say tell remember hear need want lose get feel think hope mean take come forget miss like love enjoy travel visit
    go arrive speak address attend meet leave learn turn become happen succeed prevail win fail celebrate mark gain benefit live
    die begin start look appear seem wait have do make use bring describe outline explain report mention note recall read receive host
    """.split()
)
PEOPLE = frozenset("people state country government nation side party everyone nobody they you he she citizen official leader neighbour neighbor".split())
UPROOTING = frozenset("drive displace kill uproot trap starve maim wound injure expel force lose endanger evict".split())
GRANTED = frozenset("set establish form create convene open build send dispatch deploy pay grant free release give offer supply lift keep proceed go repair hand".split())
JOINING = frozenset("join support back endorse participate follow host accept sign recognise recognize pay".split())
FALLING = frozenset("fail fall collapse lose perish".split())
ROOM = frozenset("room place question possibility prospect scope chance basis point".split())
BESTOWED = frozenset("receive get become join have enjoy".split())
SOUGHT = frozenset({"sanction", "penalty", "expulsion", "suspension", "embargo", "boycott", "force", "retaliation"})
YIELDING = frozenset("negotiate bargain yield bow bend compromise deal talk surrender agree capitulate trade retreat consent".split())
DECISIVE = frozenset("receive get meet see face encounter suffer find expect await have draw".split())
UNSAID = frozenset("afford confirm comment exclude rule imagine understand know predict guarantee be believe wait recall remember stress emphasize speak say tell deny see happen explain".split())
ANSWERS = frozenset({"response", "reaction", "answer", "retaliation", "reprisal", "punishment", "retribution", "reply", "counterstrike", "counterattack", "countermeasure"})
PRICES = frozenset("price consequence cost result penalty punishment".split())
NEEDING = frozenset({"have", "need", "get"})


@dataclass(frozen=True, slots=True)
class Force:
    """What a clause amounts to, how surely, and the words that say so."""

    kind: Kind
    hedged: bool
    because: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a clause is about: the speaker's side, another party, or nobody named."""

    own: bool
    party: bool
    passive: bool  # a passive without an agent
    conditional: bool = False  # a condition hangs on the clause


def force_of(verb: Token, subject: Subject, shade: Valence, w: Wording) -> Force | None:
    """The commitment that a clause makes, or None.

    Args:
        verb: the clause's predicate.
        subject: whose act it is.
        shade: whether the act is welcome.
        w: the classes of words.
    """
    helpers = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    if helpers & {"have"} and helpers & (OBLIGATION | FUTURE | POSSIBLE):
        return None  # 'would have left': no longer open
    negated = is_negated(verb)
    if is_going(verb):
        helpers.add("will")
        negated = negated or is_negated(verb.head)
    if subject.own and not negated and shade == "hostile" and _has_to(verb) and helpers & FUTURE:
        return Force("threat", hedged=False, because=f"'will {verb.text} to': the act is held out")
    if verb.lemma == "have" and helpers & FUTURE and _has_to(verb):
        inner = verb.child("xcomp")
        if _is_measure(verb, w) or (not subject.own and inner is not None and inner.lemma in w.suffering and is_harm(inner, w)):
            return Force("threat", hedged=False, because="what will have to be borne or done")
    if helpers & OBLIGATION or (_has_to(verb) and not helpers & POSSIBLE):
        return _obligation(verb, helpers, subject, w, negated=negated)
    if helpers & FUTURE:
        return _future(verb, subject, shade, w, negated=negated)
    if helpers & POSSIBLE:
        return _possible(verb, subject, shade, w, negated=negated)
    if negated and verb.lemma == "be" and verb.child("expl") is not None and not helpers & (FUTURE | POSSIBLE):
        return _withheld(verb, w)
    if subject.own and negated and verb.lemma in w.granting | YIELDING and (helpers & {"do", "does"} or (not helpers and verb.tag in {"VBZ", "VBP"})):
        return Force("refusal", hedged=False, because=f"'not {verb.text}': the speaker's side refuses")
    return None


def is_going(verb: Token) -> bool:
    """'is going to act', 'is not about to yield'."""
    above = verb.head
    return verb.dep == "xcomp" and above.tag == "VBG" and above.lemma in {"go", "gon"} and above.child("aux") is not None


def is_obliged(verb: Token) -> bool:
    """'Must', 'should', 'has to': an obligation is laid on the subject."""
    return bool(helpers_of(verb) & OBLIGATION) or _has_to(verb)


def _has_to(verb: Token) -> bool:
    passive = verb.tag == "VBD" and any(c.dep == "xcomp" and c.child("auxpass") is not None for c in verb.children)  # 'the siege had to be lifted'
    return verb.lemma in NEEDING and (verb.tag in {"VBP", "VBZ", "VB"} or passive) and any(
        c.dep == "xcomp" and any(g.lower == "to" for g in c.children) for c in verb.children
    )


def _is_measure(verb: Token, w: Wording) -> bool:
    """'Other measures will have to be considered'."""
    subject = verb.child("nsubj", "nsubjpass")
    inner = verb.child("xcomp")
    return subject is not None and subject.lemma in w.answer | {"step", "option"} and inner is not None and inner.child("auxpass") is not None


def helpers_of(verb: Token) -> set[str]:
    """The auxiliaries of a verb."""
    return {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}


def _obligation(verb: Token, helpers: set[str], subject: Subject, w: Wording, *, negated: bool) -> Force | None:
    word = next(iter(sorted(helpers & OBLIGATION)), verb.text)
    if subject.own:
        return None
    if not negated and verb.lemma in w.suffering - {"face", "pay"} and is_harm(verb, w):
        return Force("threat", hedged=False, because=f"what another is told to '{verb.text}'")
    if verb.lemma in {"be", "know", "remember", "understand", "note", "say", "see"} and not negated and not _passive(verb):
        return None
    if negated and verb.lemma in {"expect", "count"} and any(t.lemma in {"mercy", "quarter", "leniency", "sympathy", "pity"} for t in verb.subtree()):
        return Force("threat", hedged=False, because="no mercy is to be expected")
    if negated and word in {"have", "need", "has", "needs"}:
        return None
    if negated and word != "must" and (subject.passive or not subject.party) and not _is_people(verb):
        return Force("refusal", hedged=False, because=f"'{word}' with a negation: what the speaker will not have")
    return Force("demand", hedged=False, because=f"'{word}' lays an obligation on another")


def _is_people(verb: Token) -> bool:
    """Whether those who should not act are people, to whom a 'should not' is a demand."""
    subject = verb.child("nsubj")
    return subject is not None and subject.lemma in PEOPLE


def _passive(verb: Token) -> bool:
    return any(c.dep == "auxpass" for c in verb.children) or verb.child("nsubjpass") is not None


def _future(verb: Token, subject: Subject, shade: Valence, w: Wording, *, negated: bool) -> Force | None:
    text = verb.text
    granting = verb.lemma in w.granting or any(c.dep == "xcomp" and c.lemma in w.granting for c in verb.children)
    if negated and (subject.own or subject.passive) and verb.lemma in SETTLING and any(t.lower in {"less", "short"} for t in verb.subtree()):
        return Force("demand", hedged=False, because=f"'not {text} for less': what the speaker holds out for")
    if negated and verb.lemma == "be" and verb.child("expl") is not None:
        return _withheld(verb, w)
    if negated and granting and any(c.dep == "xcomp" and c.lemma in FALLING for c in verb.children):
        return Force("pledge", hedged=False, because="what the speaker will not let happen")
    if negated and granting and (subject.own or subject.passive):
        return Force("refusal", hedged=False, because=f"'{text}' under a negation: the speaker will not have it")
    if negated and verb.lemma == "be" and any(t.lemma in {"safe", "secure", "immune", "peace", "rest"} for t in verb.all("acomp", "attr")) and not subject.own:
        return Force("warning", hedged=False, because="who will not be safe")
    if subject.own and negated:
        return _own_negated(verb, shade, w)
    if subject.own:
        return _own(verb, shade, w, conditional=subject.conditional)
    if negated:
        return _other_negated(verb, subject, shade)
    if _is_answer(verb):
        return Force("threat", hedged=False, because=f"what the answer will be ('{text}')")
    if is_harm(verb, w):
        return Force("warning", hedged=False, because=f"harm is foretold ('{text}')")
    if subject.passive and shade == "hostile":
        return Force("threat", hedged=False, because=f"an unwelcome act is announced ('{text}')")
    if subject.passive and _hurts(verb, w):
        return Force("warning", hedged=False, because=f"harm to people is foretold ('{text}')")
    if not subject.passive and verb.lemma in BESTOWED and (shade == "friendly" or any(t.lemma in w.welcome | {"member", "guarantee", "weapon"} for t in verb.all("dobj", "attr"))):
        return Force("pledge", hedged=False, because=f"what a party will '{text}'")
    if subject.passive and (shade == "friendly" or verb.lemma in GRANTED):
        return Force("pledge", hedged=False, because=f"a welcome act is announced ('{text}')")
    return None


def _hurts(verb: Token, w: Wording) -> bool:
    """'Refugees would be driven across every border'."""
    patient = verb.child("nsubjpass")
    return patient is not None and patient.lemma in w.frail and verb.lemma in UPROOTING


def _is_answer(verb: Token) -> bool:
    """'The response would be swift and severe', 'isolation will be the consequence'."""
    subject = verb.child("nsubj")
    if subject is not None and verb.lemma in DECISIVE and any(t.lemma in ANSWERS | {"blow"} for t in verb.all("dobj")):
        return True
    if subject is None or verb.lemma not in {"be", "come", "follow"}:
        return False
    if subject.lemma in PRICES and verb.child("attr") is not None:
        return True
    if subject.lemma in ANSWERS:
        return True
    thing = verb.child("attr")
    return thing is not None and thing.lemma in {"alternative", "consequence", "result", "price", "answer", "punishment", "reply", "response"} and subject.pos == "NOUN"


def _other_negated(verb: Token, subject: Subject, shade: Valence) -> Force | None:
    """'Nobody will give it away', 'aid would no longer be on offer', 'no troops will be sent'."""
    text = verb.text
    if any(c.lower in {"longer", "more"} and c.dep == "advmod" for c in verb.children):
        return Force("threat", hedged=False, because=f"'no longer': what is granted now will end ('{text}')")
    if subject.passive and shade == "hostile":
        return Force("pledge", hedged=False, because=f"not to be '{text}': harm is ruled out")
    if subject.passive and (shade != "neutral" or verb.lemma not in DULL | FELT):
        return Force("refusal", hedged=False, because=f"'{text}' is refused")
    who = verb.child("nsubj")
    barred = who is not None and has_no(who)
    if barred and verb.lemma not in FELT | {"benefit", "gain"}:
        return Force("refusal", hedged=False, because=f"'no … {text}': the speaker will not have it")
    return None


def _withheld(verb: Token, w: Wording) -> Force | None:
    """'There will be no talks', 'there can be no question of recognition'."""
    thing = verb.child("attr")
    if thing is None or thing.lemma in w.plain or thing.pos != "NOUN":
        return None
    if thing.lemma in w.saved:
        return Force("pledge", hedged=False, because="'there will be no …': harm is ruled out")
    if thing.lemma in ROOM and verb.tag in {"VBZ", "VBP", "VBD"}:
        return Force("refusal", hedged=False, because=f"'there is no {thing.text}'")
    certain = any(c.lower in {"will", "would", "can", "shall", "could"} for c in verb.children)
    return Force("refusal", hedged=False, because="'there will be no …'") if certain else None


def _own_negated(verb: Token, shade: Valence, w: Wording) -> Force | None:
    if verb.lemma in w.idle and _idles(verb):
        return Force("threat", hedged=False, because=f"'not {verb.text}': the speaker will act")
    if shade == "hostile" and _first_to(verb):
        return Force("pledge", hedged=False, because="what the speaker will not be the first to do")
    if verb.lemma == "be" and (_first_to(verb) or any(t.lower in {"silent", "idle", "passive", "deterred", "bystander", "complicit", "party", "bound"} for t in verb.all("acomp", "attr"))):
        return Force("refusal", hedged=False, because="what the speaker will not be")
    if verb.lemma == "be" and any(c.lower == "never" for c in verb.children) and verb.child("acomp", "attr") is not None:
        return Force("refusal", hedged=False, because="what the speaker will never be")
    if verb.lemma in FELT and not any(t.lemma in {"party", "part", "member", "hostage"} for t in verb.all("attr")):
        return None
    if verb.lemma in JOINING or verb.child("nsubjpass") is not None or (verb.lemma == "take" and any(c.lower == "part" for c in verb.children)):
        return Force("refusal", hedged=False, because=f"the speaker will not {verb.text}")
    if shade == "hostile" and verb.lemma not in w.suffering:
        return Force("pledge", hedged=False, because=f"the speaker will not '{verb.text}'")
    return Force("refusal", hedged=False, because=f"the speaker's own future under a negation ('{verb.text}')")


def _idles(verb: Token) -> bool:
    """'Sit idle', 'stand by', 'remain silent' against 'sit at a table', 'stand in the way'."""
    if verb.lemma in {"hesitate", "flinch", "wait", "watch", "tolerate"}:
        return True
    behind = {t.lower for t in verb.sent.tokens[verb.i + 1 : verb.i + 7]}
    return bool(behind & {"idle", "idly", "by", "back", "aside", "silent", "indifferent", "arms", "hands", "passive", "still", "spectator", "bystander", "quiet", "aloof"})


def _first_to(verb: Token) -> bool:
    """'will not be the first to break off talks'."""
    below = [r for a in verb.all("attr", "acomp") for r in a.children]
    return any(t.lower == "to" for r in below for t in (r, *r.children))


def _own(verb: Token, shade: Valence, w: Wording, *, conditional: bool) -> Force | None:
    """The speaker's own future: welcome, unwelcome, or, where neither is clear, a pledge if somebody acts."""
    state = verb.child("acomp", "attr")
    if verb.lemma == "be" and (state is None or state.lemma not in w.ready):
        return Force("warning", hedged=False, because="harm is foretold") if is_harm(verb, w) else None
    if verb.lemma in {"regard", "view", "consider", "see", "treat"} and any(c.lower == "as" for c in verb.children):
        return Force("warning", hedged=False, because=f"what the speaker will '{verb.text}' it as")
    if verb.lemma in {"consider", "contemplate", "weigh"}:
        kind: Kind = "threat" if _objects_hostile(verb, w) else "offer"
        return Force(kind, hedged=True, because=f"'{verb.text}': the speaker may act")
    sought = verb.lemma in {"ask", "request", "urge", "call", "press", "seek", "push"} and any(t.lemma in SOUGHT for t in verb.subtree() if t.i > verb.i)
    if shade == "hostile" or sought:
        return Force("threat", hedged=False, because=f"the speaker's own future ('{verb.text}')")
    if verb.lemma in {"draw", "take"} and any(t.lemma in {"consequence", "conclusion"} for t in verb.all("dobj")):
        return Force("threat", hedged=False, because="consequences will be drawn")
    if is_harm(verb, w) and shade != "friendly":
        return Force("warning", hedged=False, because=f"harm is foretold ('{verb.text}')")
    if shade == "neutral" and verb.lemma == "see" and any(c.lower == "through" for c in verb.children):
        return Force("pledge", hedged=False, because="what the speaker will see through")
    goes_on = verb.lemma == "go" and any(c.dep in {"xcomp", "prep", "advcl"} and c.i > verb.i and (c.tag == "VBG" or c.child("pcomp") is not None) for c in verb.children)
    if shade == "neutral" and verb.lemma in DULL and not goes_on and not helpers_of(verb) & {"shall"} and not (conditional and verb.lemma not in FELT):
        return None
    return Force("pledge", hedged=False, because=f"the speaker's own future ('{verb.text}')")


def _objects_hostile(verb: Token, w: Wording) -> bool:
    from_object = verb.child("dobj", "xcomp")
    if from_object is None:
        return False
    inner = [from_object, *(t for t in from_object.subtree() if t.dep in {"pobj", "pcomp", "dobj", "conj"})]
    return any(t.lemma in w.harm | w.answer | w.harming | SOUGHT | {"option", "step", "withdrawal", "expulsion"} for t in inner) and from_object.lemma not in w.helping


def _possible(verb: Token, subject: Subject, shade: Valence, w: Wording, *, negated: bool) -> Force | None:
    text = verb.text
    if negated:
        if verb.lemma == "be" and verb.child("expl") is not None:
            return _withheld(verb, w)
        if subject.own and verb.lemma in w.idle and verb.lemma not in w.granting and _idles(verb):
            return _own_negated(verb, shade, w)
        if subject.own and (verb.lemma not in UNSAID or (verb.lemma == "say" and verb.child("intj", "dobj") is not None)) and shade != "hostile":
            return Force("refusal", hedged=False, because=f"'cannot {text}': the speaker's side refuses")
        if any(c.dep == "advmod" and c.lower in {"longer", "more"} for c in verb.children) and verb.lemma in {"count", "rely", "depend", "expect", "enjoy", "be", "reckon"}:
            return _other_negated(verb, subject, shade)
        if subject.passive and (verb.lemma in w.granting or shade != "neutral"):
            return Force("refusal", hedged=False, because=f"'cannot be {text}'")
        who = verb.child("nsubj")
        if who is not None and who.lower not in {"nobody", "none"} and has_no(who) and verb.lemma not in UNSAID | FELT:
            return Force("refusal", hedged=False, because=f"'no … can {text}'")
        return None
    if is_harm(verb, w):
        return Force("warning", hedged=True, because=f"harm is called possible ('{text}')")
    if subject.own:
        if shade == "hostile":
            return Force("threat", hedged=True, because=f"the speaker may '{text}'")
        return Force("offer", hedged=True, because=f"the speaker may '{text}'") if shade == "friendly" else None
    if verb.lemma in w.joint:
        return Force("proposal", hedged=True, because=f"'could {text}': a way forward is suggested")
    if shade != "hostile" and subject.conditional and (subject.passive or verb.lemma not in FELT) and verb.child("nsubj", "nsubjpass") is not None and helpers_of(verb) & {"can"}:
        return Force("offer", hedged=True, because=f"'can {text}' on a condition: it is held out")
    if subject.passive and shade == "friendly":
        return Force("offer", hedged=True, because=f"'can be {text}': a welcome act is held out")
    if subject.passive and shade == "hostile":
        return Force("threat", hedged=True, because=f"an unwelcome act is called possible ('{text}')")
    return None
