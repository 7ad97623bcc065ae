"""Bills, resolutions, decrees and drafts: what they provide for is threatened or demanded by who presents them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast as typed

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.context import Reading
from detente.coding.commitments.model import Act, Draft
from detente.coding.commitments.parties import doers, others, subject_of, targets
from detente.coding.commitments.predicates import is_verb
from detente.coding.commitments.signing import AGREED, BINDING, signatories
from detente.coding.commitments.slots import acts_in, is_infinitive, span
from detente.coding.commitments.valence import valence
from detente.language import Sentence, Token
from detente.records import Kind

ASKING = frozenset("call demand require ask oblige compel force order mandate urge set have make direct instruct".split())
GRANTING = frozenset("authorize authorise allow permit empower endorse".split())
TAKES = ("objinf", "inf", "pp:for", "obj", "pp:on", "clause", "gerund")
ADDRESSED = frozenset("note statement letter draft resolution ultimatum communique declaration text message memorandum tweet petition appeal motion telegram circular".split())
OPPOSING = frozenset("oppose reject veto block defeat resist".split())
DREADING = frozenset({"fear", "worry", "dread", "suspect"})
COUNCILS = ("UN/SC", "UN")
RELATIVE = frozenset({"that", "which"})
PARTS = frozenset("term provision clause article condition text".split())
IN_FORCE = frozenset({"resolution", "decree", "law"})
NOT_YET = frozenset("draft proposed new planned tabled possible future rival".split())


def by_instruments(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Drafts from texts that bind or ask, and from bodies that authorise."""
    for verb in sentence.tokens:
        yield from _under(verb, reading)
        if verb.lemma not in reading.wording.providing or not is_verb(verb) or reading.in_condition(verb):
            continue
        text = _instrument(verb, reading) if not any(t.lemma in DREADING for t in (*verb.ancestors(), *verb.children)) else None
        if text is not None and not any(c.dep == "neg" for c in verb.children) and not _bites(verb, text, reading):
            yield from _provision(verb, text, reading)
        elif verb.lemma in GRANTING:
            yield from _authorised(verb, reading)


def _under(prep: Token, reading: Reading) -> Iterator[Draft]:
    """'Under a plan put forward by Kenya the troops would be separated': what a text says that a phrase in front names."""
    text = prep.child("pobj")
    if text is not None and text.lemma in PARTS:
        text = next((t for p in text.all("prep") for t in p.all("pobj")), text)
    if prep.lower not in {"under", "by"} or text is None or text.lemma not in reading.wording.instruments or prep.i > 2:
        return
    agreed = text.lemma in AGREED
    for verb in prep.sent.tokens[text.i :]:
        if not (_is_provided(verb, prep) or (agreed and _is_present(verb))) or reading.in_condition(verb) or reading.is_voiced(verb):
            continue
        holders = reading.parties(verb.child("nsubj")) if agreed else _presenters(text, reading)
        kind = "pledge" if agreed else "threat" if valence(verb, reading) == "hostile" else "proposal"
        subject = verb.child("nsubj", "nsubjpass")
        act = Act(span(verb, prep, first=verb.sent.tokens[subject.left] if subject is not None and subject.left > prep.i else None), verb, "clause", subject)
        for holder in dict.fromkeys(b for b in (reading.body(p) for p in holders) if b):
            yield _draft(kind, verb, act, holder, others(doers(act, reading), holder, reading), reading)


def _is_provided(verb: Token, prep: Token) -> bool:
    """Whether a clause is one of those that the text lays down, one after the other."""
    modal = any(c.dep == "aux" and (c.lower in {"will", "would", "shall", "must", "should"}) for c in verb.children)
    return verb.pos == "VERB" and modal and (verb is prep.head or verb.dep in {"ROOT", "conj", "ccomp", "advcl", "parataxis"})


def _is_present(verb: Token) -> bool:
    """'Under the armistice the army withdraws': a main clause in the present, of somebody who does something."""
    subject = verb.child("nsubj")
    return verb.tag in {"VBZ", "VBP"} and verb.dep in {"ROOT", "conj", "ccomp"} and subject is not None and verb.child("aux") is None and verb.lemma not in {"be", "have", "seem", "remain", "say"}


def _instrument(verb: Token, reading: Reading) -> Token | None:
    """The text whose provision the verb states: its subject, or the noun that it describes."""
    subject = verb.child("nsubj")
    if subject is None and verb.dep == "conj":
        subject = verb.head.child("nsubj")
    if verb.dep in {"relcl", "acl"} and (subject is None or subject.lower in RELATIVE) and verb.tag != "VBN":
        subject = verb.head if verb.head.pos == "NOUN" else subject
        tokens = verb.sent.tokens
        if subject is not None and subject.lemma not in reading.wording.instruments:
            noun = next((t for t in tokens[max(0, verb.left - 6) : verb.left] if t.lemma in reading.wording.instruments and t.pos == "NOUN"), None)
            subject = noun or subject
    return subject if subject is not None and subject.lemma.lower() in reading.wording.instruments and subject.pos in {"NOUN", "PROPN"} else None


def _bites(verb: Token, text: Token, reading: Reading) -> bool:
    """'The resolution bans coal exports': a text in force that does the harm itself is a deed, no longer a threat of one."""
    drafted = any(c.lower in NOT_YET for c in text.children)
    return verb.tag in {"VBZ", "VBD"} and text.lemma in IN_FORCE and not drafted and valence(verb, reading) == "hostile"


def _presenters(text: Token, reading: Reading) -> tuple[str, ...]:
    """Who presented, adopted or owns a text."""
    for child in text.children:
        if child.dep == "acl" and child.lemma in reading.wording.presenting and (found := reading.parties(subject_of(child))):
            return found
        if child.dep in {"prep", "agent"} and child.lower in {"by", "from"} and (found := reading.parties(child.child("pobj"))):
            return found
    for child in text.children:
        if child.dep in {"poss", "amod", "compound", "nmod"} and (found := reading.parties(child)):
            return found
    governor = text.head
    if governor.lemma in reading.wording.presenting and text.dep in {"dobj", "nsubjpass"}:
        return reading.parties(subject_of(governor))
    for token in text.sent.tokens[: text.i]:
        if token.lemma in reading.wording.presenting and token.tag.startswith("VB") and (found := reading.parties(subject_of(token))):
            return found
    if (voters := governor.head if governor.pos == "ADP" else governor).lemma == "vote" and (found := reading.parties(subject_of(voters))):
        return found
    if governor.lemma in OPPOSING:
        return ()
    if text.lemma.lower() == "resolution" and (council := next((a for a in COUNCILS if a in reading.cast.actors), None)) is not None:
        return (council,)
    said = reading.said_at(text)
    speaker = reading.speaker_of(said) if said is not None else None
    return (speaker,) if speaker else ()


def _provision(verb: Token, text: Token, reading: Reading) -> Iterator[Draft]:
    bodies = tuple(dict.fromkeys(b for b in (reading.body(p) for p in _presenters(text, reading)) if b)) or _unsigned(verb, text, reading)
    agreed = _is_agreed(verb, text)
    bodies = (signatories(verb, reading) or bodies or (UNNAMED,)) if agreed else bodies
    acts = _made_to(verb) if verb.lemma in {"have", "make"} else acts_in(verb, TAKES)[1]
    if (to := is_infinitive(verb)) is not None and verb.lemma not in ASKING | GRANTING and verb.lemma != "provide":
        acts = [Act(span(verb, verb, first=to), verb, "inf")]  # 'a bill to impose sanctions': the act is the whole of it
    for act in acts:
        asks = verb.lemma in ASKING
        kind = "pledge" if agreed else "demand" if asks else "threat" if valence(act.head, reading) == "hostile" or valence(verb, reading) == "hostile" else "proposal"
        bound = tuple(b for p in reading.parties(act.doer) if (b := reading.body(p)) and reading.can_commit(b)) if agreed and verb.lemma in BINDING else ()
        for holder in bound or bodies:
            found = doers(act, reading) if asks else targets(act, reading)
            yield _draft(kind, verb, act, holder, others(found, holder, reading), reading)


def _is_agreed(verb: Token, text: Token) -> bool:
    """'The truce provides for observers': what is agreed already, and not 'a draft agreement', 'the deal would'."""
    return text.lemma in AGREED - ADDRESSED and verb.lemma not in {"urge", "ask", "demand"} and not any(c.lower in NOT_YET for c in text.children) and verb.tag in {"VBZ", "VBD", "VBG"} and verb.child("aux") is None


def _unsigned(verb: Token, text: Token, reading: Reading) -> tuple[str, ...]:
    """'The statement calls for …': a text that asks, by whoever spoke last, else by nobody named."""
    if verb.lemma not in ASKING or text.lemma not in ADDRESSED or reading.said_at(verb) is not None:
        return ()
    last = reading.body(reading.topic(verb)) if any(c.lower == "the" for c in text.children) and text.head is verb else None
    return (last if last is not None and reading.can_commit(last) else UNNAMED,)


def _made_to(verb: Token) -> list[Act]:
    """'would have Ethiopia halt the filling'."""
    if not any(c.dep == "aux" and c.lower in {"would", "will"} for c in verb.children):
        return []
    for child in verb.children:
        doer = child.child("nsubj")
        if child.dep in {"ccomp", "xcomp"} and child.i > verb.i and doer is not None and child.tag in {"VB", "VBP", "VBN"}:
            return [Act(span(child, verb, first=child), child, "inf", doer)]
    return []


def _authorised(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'authorized member states to use all necessary means against Iraq': a threat by who authorises."""
    subject = subject_of(verb)
    if subject is None or verb.lemma in {"allow", "permit"} or any(c.dep == "neg" for c in verb.children):
        return
    bodies = dict.fromkeys(b for b in (reading.body(p) for p in reading.parties(subject)) if b)
    for act in acts_in(verb, ("objinf", "inf", "obj"))[1]:
        if valence(act.head, reading) == "hostile":
            for holder in bodies:
                kind = "pledge" if act.head.lemma in {"send", "deploy", "dispatch"} else "threat"
                yield _draft(kind, verb, act, holder, others(_but(act, reading), holder, reading), reading)


def _but(act: Act, reading: Reading) -> tuple[str, ...]:
    own = set(reading.parties(act.doer))
    return tuple(p for p in targets(act, reading) if p not in own)


def _draft(kind: str, verb: Token, act: Act, holder: str, addressees: tuple[str, ...], reading: Reading) -> Draft:
    return Draft(
        kind=typed("Kind", kind), act=act.span, head=act.head, holder=holder, addressees=addressees, rule=f"commitment/instrument/{verb.lemma}",
        specific=5, trigger=verb, statement=reading.said_at(verb), because=[f"'{verb.text}': what a text or a body provides for"],
    )  # fmt: skip
