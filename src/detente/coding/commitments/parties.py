"""Who is bound, and to whom: subjects, agents and owners; objects, possessors and targets."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.commitments.context import Reading
from detente.coding.commitments.model import Act
from detente.language import Token
from detente.resolve.actors.registry import AUTHOR

SUBJECTS = ("nsubj", "nsubjpass")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
TARGETS = frozenset({"against", "on", "upon", "to", "at", "toward", "towards", "with", "from", "over", "for", "between", "in"})
OFFICES = frozenset("king queen emperor sultan emir president premier government cabinet minister ministry parliament army".split())
QUOTING = frozenset({"quote", "cite", "report"})
CONFRONTED = frozenset({"summon", "accuse", "condemn", "blame", "tell", "warn", "meet", "telephone", "call", "rebuke", "denounce", "criticise", "criticize"})
OWNED = frozenset("refusal threat promise pledge offer demand proposal undertaking request insistence".split())  # 'the refusal of Warsaw to pay'
STATELESS = ("---/GOV", "---/MIL")  # organs of a state that the report leaves open
ANYBODY = frozenset({"everybody", "everyone", "anybody", "anyone", "somebody", "someone", "whoever"})
GIVEN = frozenset("promise pledge assurance undertaking guarantee word commitment".split())  # 'got a promise that Moscow would …'
LIGHT = frozenset(
    """
    make issue give deliver send repeat renew reiterate extend carry hold put have maintain utter voice express level announce
    set drop withdraw stand present submit table unveil launch receive back draw prepare
    bring revive insert include add attach exchange stick keep press lay impose
    """.split()
)


def subject_of(verb: Token, depth: int = 5) -> Token | None:
    """The subject, taken over from what governs an infinitive, a participle or a second conjunct."""
    agent = next((c.child("pobj") for c in verb.children if c.dep == "agent"), None)
    if verb.child("nsubjpass") is not None or (agent is not None and verb.tag == "VBN"):
        return agent
    own = next((t for t in reversed(verb.all("nsubj")) if t.i < verb.i), verb.child("nsubj"))
    if own is None and verb.pos in {"NOUN", "PROPN"} and any(c.tag == "MD" for c in verb.children):
        own = verb.child("compound", "nmod")
    if own is None and verb.dep == "pcomp" and verb.head.lower == "as" and verb.head.head.lemma in QUOTING:
        own = verb.head.head.child("dobj", "nsubjpass")
    if own is not None:
        return verb.head if own.lower in {"who", "which", "that"} and verb.dep == "relcl" else own
    if depth > 1 and verb.dep == "conj" and verb.tag == "VBD" and verb.head.tag in {"VB", "VBP"} and not verb.head.is_root:
        return subject_of(verb.head.head, depth - 2)  # 'demanded that they go and decided …': joined to the wrong verb
    if depth and verb.dep in {"conj", "xcomp", "advcl", "acomp", "ccomp", "ROOT", "prep"} and verb.head is not verb:
        passive = verb.head.child("nsubjpass")
        active = verb.tag in {"VBD", "VBZ", "VBP"} and verb.child("auxpass") is None  # 'was invited and declined'
        if (verb.dep != "conj" or active) and passive is not None:
            return passive
        return subject_of(verb.head, depth - 1)
    if verb.dep == "acl" and (verb.tag == "VBG" or (verb.head.is_root and verb.head.pos in NOMINAL)):
        return verb.head
    return None


def holders_of(trigger: Token, pos: str, reading: Reading) -> tuple[tuple[str, ...], str]:
    """The states or bodies that are bound, and how they were found."""
    found: tuple[str, ...]
    if pos == "noun":
        found, because = _owners(trigger, reading)
    else:
        verb = trigger.head if pos == "adjective" and trigger.head.lemma in {"be", "stand", "remain", "seem", "become"} else trigger
        stated = trigger.lemma == "commit" and trigger.child("agent", "dobj") is None
        subject = (trigger.child("nsubjpass") if stated else None) or subject_of(verb)  # 'is committed to peace'
        if subject is None and pos == "adjective" and trigger.dep in {"conj", "appos", "advcl"}:
            subject = subject_of(trigger.head)
        found, because = reading.parties(subject), "the subject"
        if not found and subject is not None and subject.lemma.lower() == "resolution" and "UN" in reading.cast.actors:
            return ("UN",), "who adopts resolutions"
        if not found and subject is not None and subject.lemma in reading.wording.instruments:
            found, because = _owners(subject, reading)  # 'a text drafted by the Americans gives both three months to …'
        if not found and (joined := _goes_on(trigger, reading)) is not None:
            found, because = (joined,), "whoever spoke before"
        if not found and subject is not None and subject.lower not in {"i", "we"} and (subject.pos != "PRON" or subject.lower in ANYBODY) and not _of_the_speaker(trigger, subject, reading):
            return (), "a subject that is no party"
        if subject is None and verb.child("nsubjpass") is not None:
            found, because = _beside(trigger, reading), "the subject of the clause before"
            subject = None
    if AUTHOR in found and (said := reading.said_at(trigger)) is not None:
        found = (reading.speaker_of(said) or AUTHOR,)  # 'We demand it, the premier said', without quotation marks
    if found and all(f.startswith("---/") for f in found):
        found = _known(found, trigger, reading)
    if not found:
        said = reading.said_at(trigger)
        speaker = reading.speaker_of(said) if said is not None else None
        if speaker is None and verb_like(trigger, pos) and (run := reading.carried(trigger)) is not None:
            speaker = run[0]
        if said is None and pos == "noun" and trigger.dep in {"nsubj", "nsubjpass"}:
            speaker = _other_than(reading.topic(trigger), trigger, reading)
        if speaker is None and (pos == "noun" or (subject := subject_of(trigger)) is None or subject.lower in {"we", "i"}):
            speaker = reading.authored(trigger)
        found, because = ((speaker,) if speaker else ()), "the speaker"
    bodies = dict.fromkeys(b for b in (reading.body(f) for f in found) if b)
    return tuple(bodies), because


def _known(found: tuple[str, ...], trigger: Token, reading: Reading) -> tuple[str, ...]:
    """Whose somebody without a state is: the speaker as the cue tells, or, of 'consulates' and 'troops' in a state's words, that state."""
    own = reading.by_cue.get(trigger)
    said = own if own is not None else reading.said_at(trigger)
    speaker = reading.speaker_of(said) if said is not None else None
    if speaker is None or (own is None and not (all(f.startswith(STATELESS) for f in found) and reading.cast.country(speaker))):
        return found
    return (speaker,)


def _goes_on(trigger: Token, reading: Reading) -> str | None:
    """'The raid was a provocation, the minister said, and demanded …': a verb joined to what was said, whose doer spoke it."""
    if trigger.dep != "conj" or trigger.tag not in {"VBD", "VBZ"} or trigger.child("nsubj", "nsubjpass", "auxpass") is not None:
        return None
    said = reading.said_at(trigger.head)
    if said is None or said.cue is None or said.cue.tag != trigger.tag or reading.parties(trigger.head.child("nsubj")):
        return None
    return reading.speaker_of(said)


def _of_the_speaker(trigger: Token, subject: Token, reading: Reading) -> bool:
    """'The king demanded an apology, Thai officials said': an office without a state, in words of somebody's."""
    return subject.lemma in OFFICES and reading.said_at(trigger) is not None


def verb_like(trigger: Token, pos: str) -> bool:
    """'Soldiers were told not to burn the wells': a passive without an agent, after somebody's words."""
    return pos == "verb" and trigger.child("nsubjpass") is not None and trigger.child("agent") is None


def _other_than(speaker: str | None, noun: Token, reading: Reading) -> str | None:
    """Who spoke last, unless the phrase names them as answering ('an offer, turned down by Cairo')."""
    inside = {a for t in noun.subtree() for a in reading.parties(t) if t.pos in NOMINAL}
    return None if any(reading.same_side(speaker, a) for a in inside) else speaker


def source_of(noun: Token, reading: Reading) -> str | None:
    """The body whose demand, offer or plan a noun is, where it is told beside it."""
    found, _ = _owners(noun, reading)
    return reading.body(found[0]) if found else None


def _owners(noun: Token, reading: Reading) -> tuple[tuple[str, ...], str]:
    """'Moscow's demand', 'a Russian offer', 'a demand by Cairo'; or who makes, issues or repeats it."""
    for child in noun.children:
        if child.dep in {"poss", "amod", "compound", "nmod"} and (found := reading.parties(child)):
            return found, "the owner"
    for child in noun.children:
        if child.dep in {"prep", "agent"} and child.lower in {"by", "from"} and (found := reading.parties(child.child("pobj"))):
            return found, "the source"
    for child in noun.children:
        if child.dep in {"relcl", "acl"} and child.lemma in LIGHT and (found := reading.parties(subject_of(child))):
            return found, "who made it"
    if noun.lemma in OWNED:
        for inner in (g for p in noun.all("prep") if p.lower == "of" for g in p.all("pobj")):
            if inner.pos == "PROPN" and (found := reading.parties(inner)):
                return found, "the owner"
    clause = next((c for c in noun.children if c.dep in {"acl", "ccomp", "relcl"} and c.i > noun.i), None) if noun.lemma in GIVEN else None
    if clause is not None and (found := reading.parties(clause.child("nsubj"))):
        return found, "who is to act"
    governor = noun.head
    if noun.dep == "pobj" and governor.lower == "with" and governor.head.pos == "VERB" and (found := reading.parties(subject_of(governor.head))):
        return found, "who brings it"
    if governor.pos == "VERB" and governor.lemma in LIGHT and noun.dep in {"dobj", "nsubjpass"}:
        return reading.parties(subject_of(governor)), "the subject"
    return (), ""


def _beside(trigger: Token, reading: Reading) -> tuple[str, ...]:
    """For a passive without an agent, the subject of the clause beside it: 'The fleet will drill; ships have been asked to …'."""
    for token in reversed(trigger.sent.tokens[: trigger.i]):
        if token.dep == "nsubj" and token.head is not trigger and (found := reading.parties(token)):
            return found
    return ()


def doers(act: Act, reading: Reading) -> tuple[str, ...]:
    """The parties that are to do the act: whom it is asked of, its own subject, else those named in it."""
    found = reading.parties(act.doer)
    if found or act.head.pos not in {"NOUN", "PROPN"}:
        return found or _inside(act.head, reading, ("agent",))
    return _nominal(act.head, reading)


def _nominal(noun: Token, reading: Reading) -> tuple[str, ...]:
    """Owners in a noun phrase, its own and those of what it is of: 'an end to NATO's expansion'."""
    todo, found = [noun], list[str]()
    while todo:
        token = todo.pop(0)
        for child in token.children:
            if child.dep in {"poss", "amod", "nmod", "compound"}:
                found += reading.parties(child) if child.dep != "compound" or child.ent else ()
            elif child.dep in {"prep", "agent"} and child.lower in {"by", "from", "of", "to", "in", "for", "between", "against", "on"}:
                inner = child.child("pobj")
                if inner is not None and child.lower in {"by", "from"}:
                    found += reading.parties(inner)
                elif inner is not None and not found:
                    todo.append(inner)
    return tuple(dict.fromkeys(found))


def _inside(head: Token, reading: Reading, deps: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for c in head.children if c.dep in deps for g in c.all("pobj") for p in reading.parties(g)))


def addressed_beside(trigger: Token, act: Act, reading: Reading) -> tuple[str, ...]:
    """Whom the demand or threat is put to by its own preposition: 'demanding X from NATO', 'a threat to Iran'."""
    found: list[str] = []
    for child in trigger.children:
        if child.dep in {"prep", "dative", "agent"} and child.lower in {"from", "to", "on", "upon", "against", "at", "of", "with", "for"}:
            inner = child.child("pobj")
            if inner is not None and inner is not act.head and inner.pos in NOMINAL:
                if child.lower in {"of", "with", "for"} and not (act.doer is inner or child.lower == "with"):
                    continue
                found += reading.parties(inner)
        elif child.dep == "dobj" and child is not act.head and child.pos in NOMINAL:
            found += reading.parties(child) if act.slot != "obj" else ()
        elif child.dep == "dative" or (child.dep == "nsubjpass" and child is not act.head and act.slot != "obj"):
            found += reading.parties(child)
    if not found and trigger.dep == "conj" and trigger.head.lemma in CONFRONTED and trigger.head.i < trigger.i:
        found += [p for t in trigger.head.all("dobj") for p in reading.parties(t)]  # 'summoned the ambassador and demanded …'
    return tuple(dict.fromkeys(found))


def targets(act: Act, reading: Reading) -> tuple[str, ...]:
    """The parties that the act is done to: objects and what stands behind 'against', 'on', 'to' … in it."""
    found: list[str] = []
    start, end = act.span
    for token in act.head.sent.tokens:
        if token.start < start or token.end > end or reading.in_condition(token):
            continue
        if (token.dep in {"dobj", "dative", "appos", "conj", "nsubjpass"} and token.pos in NOMINAL) or (token.dep == "pobj" and token.head.lower in TARGETS):
            found += reading.parties(token)
    return tuple(dict.fromkeys(found))


def others(found: Iterable[str], holder: str | None, reading: Reading) -> tuple[str, ...]:
    """Without those who are on the holder's side."""
    return tuple(dict.fromkeys(p for p in found if not reading.same_side(p, holder)))
