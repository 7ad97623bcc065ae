"""What a clause of speech commits its speaker to, by its modal, its subject and its verb.

Obligation on others is a demand, the speaker's own future a pledge, offer or threat, a bare prediction
of harm a warning (Searle 1976 on directives and commissives; Palmer 2001 on deontic modality).
"""

from __future__ import annotations

from detente.coding.commitments.classes import (
    ACTS,
    ANNOUNCED,
    ANSWERS,
    ARRANGED,
    BESTOWED,
    BOUND,
    DECISIVE,
    DULL,
    FALLING,
    FELT,
    FIXED,
    GRANTED,
    HANDLED,
    IDLE_OBJECTS,
    KEEPING,
    MEASURES,
    NEEDING,
    PARTICLED,
    PEOPLE,
    PRICES,
    PURSUING,
    RESOLVE,
    ROUSING,
    SETTLING,
    SOUGHT,
    STRONGHOLDS,
    TOLD,
    UNSAID,
    UPROOTING,
    WISHING,
    YIELDING,
)
from detente.coding.commitments.force import Force, Subject
from detente.coding.commitments.negated import idles, other_negated, own_negated, withheld
from detente.coding.commitments.polarity import has_no, is_negated
from detente.coding.commitments.usages import Valence
from detente.coding.commitments.valence import is_harm
from detente.coding.commitments.wording import FUTURE, OBLIGATION, POSSIBLE, Wording
from detente.language import Token
from detente.records import Kind


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
    if verb.dep == "ccomp" and verb.head.lemma in {"hope", "wish", "pray"} and not subject.author:
        return None  # 'I hope you will join me'
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
    if helpers & OBLIGATION or is_ought(verb) or (_has_to(verb) and not helpers & POSSIBLE) or _got_to(verb):
        return _obligation(verb, helpers, subject, w, negated=negated)
    if helpers & FUTURE:
        return _future(verb, subject, shade, w, negated=negated)
    if helpers & POSSIBLE:
        return _possible(verb, subject, shade, w, negated=negated)
    if subject.awaiting and not helpers & (FUTURE | POSSIBLE | OBLIGATION) and (_is_shut(verb) or (negated and _passive(verb) and verb.tag == "VBN")):
        return Force("refusal", hedged=False, because=f"'{verb.text}' until another yields")
    if negated and verb.lemma == "be" and verb.child("expl") is not None and not helpers & (FUTURE | POSSIBLE):
        return withheld(verb, w)
    if subject.own and negated and helpers & {"do", "does"} and verb.lemma in PURSUING and any(is_to(c) and c.lemma not in UNSAID for c in verb.all("xcomp")):
        return Force("pledge" if shade == "hostile" else "refusal", hedged=False, because=f"'not {verb.text} to': the act is disowned")
    if subject.own and negated and helpers & {"do", "does"} and verb.lemma in w.idle and idles(verb):
        return own_negated(verb, shade, w)
    if subject.own and negated and verb.lemma in w.granting | YIELDING and (helpers & {"do", "does"} or (helpers & {"did"} and verb.dep == "ccomp") or (not helpers and verb.tag in {"VBZ", "VBP"})):
        return Force("refusal", hedged=False, because=f"'not {verb.text}': the speaker's side refuses")
    return None


def _is_shut(verb: Token) -> bool:
    """'The border stays shut', 'aid is frozen', 'the talks are off'."""
    near = {c.lower for c in verb.children if c.i > verb.i} | {verb.lower}
    return verb.lemma in {"be", "stay", "remain", "shut", "close", "freeze", "suspend", "stand"} and bool(near & {"shut", "closed", "frozen", "suspended", "off"})


def is_going(verb: Token) -> bool:
    """'is going to act', 'is not about to yield'."""
    above = verb.head
    return verb.dep == "xcomp" and above.tag == "VBG" and above.lemma in {"go", "gon"} and above.child("aux") is not None


def is_obliged(verb: Token) -> bool:
    """'Must', 'should', 'has to': an obligation is laid on the subject."""
    return bool(helpers_of(verb) & OBLIGATION) or _has_to(verb)


def _has_to(verb: Token) -> bool:
    if any(c.lower == "yet" for c in verb.children):
        return False  # 'has yet to decide'
    if verb.tag == "VBD" and verb.dep == "ccomp" and any(c.dep == "xcomp" and c.lemma in ACTS for c in verb.children):
        return True  # 'said the soldiers had to leave'
    subject = verb.child("nsubj")
    if verb.tag == "VBD" and verb.dep in {"ccomp", "conj"} and verb.lemma == "have" and subject is not None and (subject.pos == "PROPN" or subject.lemma in BOUND):
        return any(is_to(c) and c.lemma not in TOLD | FELT for c in verb.all("xcomp"))  # 'said Mexico had to do more'
    passive = verb.tag == "VBD" and any(c.dep == "xcomp" and c.child("auxpass") is not None for c in verb.children)  # 'the siege had to be lifted'
    return verb.lemma in NEEDING and (verb.tag in {"VBP", "VBZ", "VB"} or passive) and any(
        c.dep == "xcomp" and any(g.lower == "to" for g in c.children) for c in verb.children
    )


def is_ought(verb: Token) -> bool:
    """'Other powers ought to understand': tagged as the verb itself."""
    return verb.lower == "ought" and any(is_to(c) for c in verb.all("xcomp"))


def _got_to(verb: Token) -> bool:
    """'Hamas has got to go'."""
    return verb.lemma == "get" and any(c.lemma == "have" for c in verb.all("aux")) and any(is_to(c) for c in verb.all("xcomp"))


def is_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with 'to'."""
    return any(c.lower == "to" and c.dep == "aux" for c in verb.children)


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
    if subject.own and verb.lemma == "have" and word == "must" and verb.child("dobj") is not None and not negated:
        return Force("demand", hedged=False, because="'must have': what the speaker holds out for")
    if subject.own and (subject.author or not _passive(verb)):
        return _own_duty(verb, word, w, negated=negated) if subject.author else None
    if helpers & FUTURE and any(c.dep == "xcomp" and c.lemma in w.harming for c in verb.children):
        return None  # 'they would have to shoot their way in': a dare
    if helpers & FUTURE and any(c.lemma in {"deal", "reckon", "contend"} and any(p.lower == "with" for p in c.children) for c in verb.all("xcomp")):
        return Force("threat", hedged=False, because="whom others will have to deal with")
    if not negated and verb.lemma in (w.suffering | {"answer"}) - {"face", "pay"} and is_harm(verb, w):
        return Force("threat", hedged=False, because=f"what another is told to '{verb.text}'")
    if negated and not subject.own and any(t.lemma in RESOLVE for t in verb.all("dobj")):
        return Force("warning", hedged=False, because=f"whose resolve others are told not to '{verb.text}'")
    if negated and verb.lemma in {"doubt", "confuse", "mistake", "forget", "suppose", "underestimate", "think", "imagine", "believe"}:
        return None
    if verb.lemma in {"be", "know", "remember", "understand", "note", "say", "see"} and not negated and not _passive(verb) and not _is_placed(verb):
        return None
    if negated and verb.lemma in {"take", "see", "interpret", "read", "construe", "view", "treat"} and any(c.lower in {"as", "for"} for c in verb.all("prep")):
        return None  # 'should not be taken as weakness'
    if negated and verb.lemma in {"expect", "count"} and any(t.lemma in {"mercy", "quarter", "leniency", "sympathy", "pity"} for t in verb.subtree()):
        return Force("threat", hedged=False, because="no mercy is to be expected")
    if negated and word in {"have", "need", "has", "needs"}:
        return None
    if negated and word != "must" and (subject.passive or not subject.party) and not _is_people(verb):
        return Force("refusal", hedged=False, because=f"'{word}' with a negation: what the speaker will not have")
    return Force("demand", hedged=False, because=f"'{word}' lays an obligation on another")


def _is_placed(verb: Token) -> bool:
    """'Forces should be there with the approval of Iraq', 'must be out by May': a state that is asked for."""
    return verb.lemma == "be" and verb.child("attr", "expl") is None and any(
        (c.dep == "advmod" and c.lower in {"there", "out", "gone", "home", "off", "over"}) or (c.dep == "acomp" and c.lower in {"free", "gone", "over", "ready"}) for c in verb.children
    )


def _own_duty(verb: Token, word: str, w: Wording, *, negated: bool) -> Force | None:
    """'We must avoid a war': in a speech, what the author asks of all who hear it."""
    if word not in OBLIGATION or verb.lemma in FELT | {"say", "remember", "note", "recall", "ask", "treat", "look", "take", "do", "make", "go", "come", "give", "admit"}:
        return None
    if negated and verb.lemma in w.idle | w.granting:
        return Force("refusal", hedged=False, because=f"'{word} not {verb.text}': the author will not have it")
    return Force("demand", hedged=False, because=f"'{word}': the author asks it of all")


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
        return withheld(verb, w)
    if negated and granting and any(c.dep == "xcomp" and c.lemma in FALLING for c in verb.children):
        return Force("pledge", hedged=False, because="what the speaker will not let happen")
    if negated and granting and (subject.own or subject.passive):
        return Force("refusal", hedged=False, because=f"'{text}' under a negation: the speaker will not have it")
    if not negated and _is_answer(verb):
        return Force("threat", hedged=False, because=f"what the answer will be ('{text}')")
    if negated and verb.lemma == "be" and any(t.lemma in {"safe", "secure", "immune", "peace", "rest"} for t in verb.all("acomp", "attr")) and not subject.own:
        return Force("warning", hedged=False, because="who will not be safe")
    if subject.own and negated:
        return own_negated(verb, shade, w)
    if subject.own:
        return _own(verb, shade, w, conditional=subject.conditional)
    if negated:
        return other_negated(verb, subject, shade, w)
    if _goes_on_to(verb, w.suffering | {"lose"}):
        return Force("threat", hedged=False, because=f"what others will '{text} on' to suffer")
    if is_harm(verb, w):
        return Force("warning", hedged=False, because=f"harm is foretold ('{text}')")
    if (kind := _scheduled(verb, w)) is not None:
        return Force(kind, hedged=False, because=f"a measure that is announced ('{text}')")
    if subject.passive and shade == "hostile":
        return Force("threat", hedged=False, because=f"an unwelcome act is announced ('{text}')")
    if subject.passive and _hurts(verb, w):
        return Force("warning", hedged=False, because=f"harm to people is foretold ('{text}')")
    if verb.lemma == "hold" and any(t.lemma in STRONGHOLDS for t in verb.all("nsubjpass")):
        return Force("pledge", hedged=False, because="a position that will be held")
    enjoyed = verb.lemma in BESTOWED or (verb.lemma in {"continue", "go"} and any(c.lemma in BESTOWED for c in verb.all("xcomp")))
    if not subject.passive and enjoyed and (shade == "friendly" or any(t.lemma in w.welcome | {"member", "guarantee", "weapon", "passage", "access", "water", "share", "transit"} for v in (verb, *verb.all("xcomp")) for t in v.all("dobj", "attr"))):
        return Force("pledge", hedged=False, because=f"what a party will '{text}'")
    if subject.passive and (shade == "friendly" or verb.lemma in GRANTED or (_passive(verb) and (verb.lemma in KEEPING or verb.lemma not in TOLD | FELT | ARRANGED or _is_vote(verb)))):
        return Force("pledge", hedged=False, because=f"a welcome act is announced ('{text}')")
    return None


def _scheduled(verb: Token, w: Wording) -> Kind | None:
    """'Live-fire drills will follow', 'sanctions would take effect in May', 'the vote will take place': what who announces it brings about."""
    subject = verb.child("nsubj")
    done = verb.lemma in {"follow", "resume", "continue"} or (verb.lemma == "take" and any(t.lower in {"place", "effect"} for t in verb.children)) or (
        verb.lemma in {"come", "enter", "go"} and any(g.lower in {"force", "effect"} for c in verb.all("prep") for g in c.children)
    )
    if subject is None or subject.pos != "NOUN" or not done or subject.lemma in {"talk", "negotiation", "meeting", "round", "session", "summit", "war", "winter"}:
        return None
    if subject.lemma in w.answer | MEASURES:
        return "threat"
    return "pledge" if subject.lemma in w.welcome | w.demandable else None


def _goes_on_to(verb: Token, lemmas: frozenset[str]) -> bool:
    """'Trawlers will go on losing their nets'."""
    return verb.lemma in {"go", "keep", "continue"} and any(c.dep in {"advcl", "xcomp"} and c.tag in {"VBG", "VB"} and c.lemma in lemmas for c in verb.children)


def _is_vote(verb: Token) -> bool:
    """'Elections would be held': what a ruler promises, as a rule."""
    patient = verb.child("nsubjpass")
    return verb.lemma in {"hold", "call"} and patient is not None and patient.lemma in {"election", "referendum", "plebiscite", "vote", "poll"}


def _hurts(verb: Token, w: Wording) -> bool:
    """'Refugees would be driven across every border'."""
    patient = verb.child("nsubjpass")
    return patient is not None and patient.lemma in w.frail and verb.lemma in UPROOTING


def _is_answer(verb: Token) -> bool:
    """'The response would be swift and severe', 'isolation will be the consequence'."""
    subject = verb.child("nsubj")
    if subject is not None and verb.lemma in DECISIVE and any(t.lemma in ANSWERS | {"blow"} for t in verb.all("dobj")):
        return True
    if subject is not None and subject.lower in {"it", "this", "that"} and verb.lemma in ROUSING and any(t.lemma in ANSWERS for t in verb.all("dobj")):
        return True
    if subject is None or verb.lemma not in {"be", "come", "follow"}:
        return False
    if subject.lemma in PRICES and verb.child("attr") is not None:
        return True
    if subject.lemma in ANSWERS:
        return True
    thing = verb.child("attr")
    return thing is not None and thing.lemma in {"alternative", "consequence", "result", "price", "answer", "punishment", "reply", "response"} and subject.pos == "NOUN"


def _own(verb: Token, shade: Valence, w: Wording, *, conditional: bool) -> Force | None:
    """The speaker's own future: welcome, unwelcome, or, where neither is clear, a pledge if somebody acts."""
    state = verb.child("acomp", "attr")
    if verb.lemma == "be" and (state is None or state.lemma not in w.ready):
        return Force("warning", hedged=False, because="harm is foretold") if is_harm(verb, w) else None
    if verb.lemma in {"regard", "view", "consider", "see", "treat"} and any(c.lower == "as" for c in verb.children):
        return Force("warning", hedged=False, because=f"what the speaker will '{verb.text}' it as")
    if verb.lemma in WISHING or (verb.lemma in ANNOUNCED and any(c.lower == "i" for c in verb.all("nsubj"))):
        return None
    if verb.lemma == "know" and any(c.lower == "how" for x in verb.all("xcomp", "ccomp") for c in x.children):
        return Force("threat", hedged=False, because="'will know how to': the speaker will answer")
    if verb.lemma in {"consider", "regard", "deem"} and any(c.dep in {"ccomp", "xcomp"} and c.pos in {"NOUN", "ADJ"} for c in verb.children):
        return Force("threat", hedged=False, because="what it will be taken for") if is_harm(verb, w) or _grave_below(verb, w) else None
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
    if shade == "neutral" and verb.lemma in DULL and not goes_on and not does(verb) and (verb.lemma in FELT or not helpers_of(verb) & {"shall"}) and not (conditional and verb.lemma not in FELT):
        return None
    if any(c.lower in {"only", "gladly"} and c.dep == "advmod" and c.i < verb.i for c in verb.children):
        return Force("offer", hedged=False, because=f"'{verb.text}' only or gladly: it is held out")
    return Force("pledge", hedged=False, because=f"the speaker's own future ('{verb.text}')")


def does(verb: Token) -> bool:
    """'Will turn back the boats', 'will use its influence', 'will go ahead with the dam': a light verb that says what is done."""
    if verb.lemma in PARTICLED and any(c.dep == "prt" or (c.dep == "advmod" and c.lower in {"back", "ahead", "further"}) for c in verb.children):
        return True
    if verb.lemma == "make" and any(c.lower in {"sure", "certain"} for c in verb.children):
        return True
    if verb.lemma == "take" and any(t.lemma in {"command", "charge", "control", "lead", "over"} for t in verb.children):
        return True
    if verb.lemma in {"begin", "start"} and any(is_to(c) and c.lemma not in DULL for c in verb.all("xcomp")):
        return True
    target = verb.child("dobj")
    return verb.lemma in HANDLED and target is not None and target.pos in {"NOUN", "PROPN", "PRON"} and target.lemma not in IDLE_OBJECTS


def _grave_below(verb: Token, w: Wording) -> bool:
    return any(t.lemma in w.harm | w.answer | {"war", "aggression", "act"} for t in verb.subtree() if t.i > verb.i)


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
            return withheld(verb, w)
        if subject.own and verb.lemma in w.idle and verb.lemma not in w.granting and idles(verb):
            return own_negated(verb, shade, w)
        if subject.own and (verb.lemma not in UNSAID or (verb.lemma == "say" and verb.child("intj", "dobj") is not None)) and shade != "hostile":
            return Force("refusal", hedged=False, because=f"'cannot {text}': the speaker's side refuses")
        if any(c.dep == "advmod" and c.lower in {"longer", "more"} for c in verb.children) and verb.lemma in {"count", "rely", "depend", "expect", "enjoy", "be", "reckon"}:
            return other_negated(verb, subject, shade, w)
        if subject.passive and (verb.lemma in w.granting | FIXED or shade != "neutral"):
            return Force("refusal", hedged=False, because=f"'cannot be {text}'")
        if helpers_of(verb) & {"may", "might"} and verb.lemma == "be":
            return None  # 'may not be the last': a guess
        who = verb.child("nsubj")
        if who is not None and who.lower not in {"nobody", "none"} and has_no(who) and verb.lemma not in UNSAID | FELT:
            return Force("refusal", hedged=False, because=f"'no … can {text}'")
        return None
    if subject.own and subject.conditional and verb.lemma == "have" and _has_to(verb):
        return Force("threat", hedged=True, because="what the speaker may have to do")
    if is_harm(verb, w):
        return Force("warning", hedged=True, because=f"harm is called possible ('{text}')")
    if subject.own:
        if subject.author and subject.conditional and helpers_of(verb) & {"can"}:
            return Force("offer", hedged=True, because=f"'can {text}' on a condition: it is held out")
        if shade == "hostile":
            return Force("threat", hedged=True, because=f"the speaker may '{text}'")
        if subject.conditional and helpers_of(verb) & {"can", "could"} and verb.lemma not in FELT:
            return Force("offer", hedged=True, because=f"'can {text}' on a condition: it is held out")
        return Force("offer", hedged=True, because=f"the speaker may '{text}'") if shade == "friendly" and not (subject.author and helpers_of(verb) & {"can"}) else None
    if verb.lemma in w.joint:
        return Force("proposal", hedged=True, because=f"'could {text}': a way forward is suggested")
    if shade != "hostile" and subject.conditional and (subject.passive or verb.lemma not in FELT) and verb.child("nsubj", "nsubjpass") is not None and helpers_of(verb) & {"can"}:
        return Force("offer", hedged=True, because=f"'can {text}' on a condition: it is held out")
    if subject.passive and shade == "friendly" and not subject.author:
        return Force("offer", hedged=True, because=f"'can be {text}': a welcome act is held out")
    if subject.passive and shade == "hostile":
        return Force("threat", hedged=True, because=f"an unwelcome act is called possible ('{text}')")
    return None
