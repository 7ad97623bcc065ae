"""Duties and stands that no verb of speaking makes: 'it is for X to', 'is to be', 'the door is open', 'off the table'.

Each is a construction of English told apart by closed words (Quirk and others 1985, §4.66 on 'be to', §18.33 on
extraposition).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.classes import DULL
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import bound_to, draft, speaker
from detente.coding.commitments.modality import does
from detente.coding.commitments.model import Clause, Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import has_no, is_negated
from detente.coding.commitments.slots import is_infinitive, span, trimmed
from detente.coding.commitments.subjects import is_own
from detente.coding.commitments.valence import valence
from detente.language import Token

DUTY = frozenset("onus burden ball responsibility duty obligation job move turn task".split())
ANSWERS = frozenset({"answer", "reply", "response", "reaction", "retort", "riposte"})
ASKING_NOUNS = frozenset("priority demand request condition requirement price message order call precondition ultimatum appeal term prerequisite".split())
DECIDING = frozenset("decide rule stipulate provide order direct insist demand determine decree require specify lay declare".split())
NEEDED = frozenset("need require necessary essential indispensable overdue imperative vital crucial mandatory".split())
STANDING = frozenset({"stand", "remain", "be", "stay"})
ON_OFFER = frozenset("offer proposal invitation initiative pledge guarantee commitment promise".split())
OPENINGS = frozenset("door channel path avenue way window".split())
TABLED = frozenset({"table", "agenda", "sale", "discussion", "negotiation", "question", "offer", "cards", "card"})
POSITION = frozenset({"position", "mood", "hurry", "condition"})
MEETING = frozenset("meet hold discuss visit attend confer arrive travel fly".split())
CONSULTED = frozenset("proceed establish set hold form convene create open build carry".split())


def _up_to(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'It is up to Brussels to act', 'it is for them to leave', 'the onus is on Serbia to sign'."""
    subject = verb.child("nsubj", "expl")
    if subject is None or is_negated(verb):
        return
    tokens = verb.sent.tokens
    near = [t.lower for t in tokens[verb.i + 1 : verb.i + 4]]
    duty = subject.lemma in DUTY and any(t in {"on", "in", "with"} for t in near)
    if not duty and not (subject.lower == "it" and near and (near[:2] == ["up", "to"] or near[0] == "for" or near[:2] == ["incumbent", "on"])):
        return
    inner = next((t for t in tokens[verb.i + 2 : verb.i + 16] if is_infinitive(t) is not None), None)
    if inner is None or (to := is_infinitive(inner)) is None:
        return
    found = tuple(p for t in tokens[verb.i + 1 : to.i] for p in reading.parties(t))
    holder = speaker(verb, reading)
    if not found and not any(t.pos in {"NOUN", "PROPN", "PRON"} for t in tokens[verb.i + 2 : to.i]):
        return
    if any(reading.same_side(p, holder) for p in found) or any(t.lower in {"us", "me"} for t in tokens[verb.i : to.i]):
        return
    yield from draft("demand", span(inner, verb, first=to), inner, verb, holder, reading, because=f"'{verb.text} … to': whose duty it is", addressees=found)


def _is_to(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'All weapons are to be dismantled', 'Warsaw is to deliver tanks', 'no comment is to be made'."""
    inner = next((c for c in verb.children if c.dep in {"xcomp", "ccomp", "acl", "advcl", "relcl"} and (to := is_infinitive(c)) is not None and 0 < to.i - verb.i <= 3), None)
    subject = verb.child("nsubj", "nsubjpass")
    if inner is None or subject is None or verb.tag not in {"VBZ", "VBP", "VBD"} or verb.child("acomp", "attr") is not None or _opens_with_wh(verb):
        return
    if (subject.lemma in ANSWERS and verb.tag == "VBD") or ((said := reading.said_at(verb)) is not None and reading.is_silent(said)):
        return  # 'Moscow's reply was to cut the gas': what was done; 'denied that its goal was to …'
    to = is_infinitive(inner)
    if to is None or any(t.pos not in {"PART", "ADV"} or t.lower in {"here", "there"} for t in verb.sent.tokens[verb.i + 1 : to.i]):
        return
    governor = verb.head if verb.dep in {"ccomp", "acl", "relcl"} else None
    deciding = governor is not None and governor.lemma in DECIDING
    holder = bound_to(governor, verb, reading) if deciding else speaker(verb, reading)
    if subject.lemma in ASKING_NOUNS:
        owner = next((p for c in subject.children if c.dep in {"poss", "amod"} for p in reading.parties(c)), None)
        yield from draft("demand", span(inner, verb, first=to), inner, verb, reading.body(owner) or holder, reading, because=f"what the {subject.lemma} is")
        return
    passive = any(c.dep == "auxpass" for c in inner.children)
    own = reading.parties(subject)
    foreign = len(own) == 1 and not is_negated(verb) and holder is not None and not reading.same_side(own[0], holder) and (reading.said_at(verb) is None or ";" in {t.text for t in verb.sent.tokens})
    if not deciding and not passive and own and (foreign or holder is None or not reading.can_commit(holder) or _is_unknown(holder, reading)) and _acts(own[0], reading):
        holder = reading.body(own[0])  # the report, or somebody without a state, tells what a party will do
    kind = _arranged(verb, inner, subject, holder, reading, deciding=deciding, passive=passive)
    if kind:
        act = trimmed(verb.sent.tokens, subject.left if subject.pos in {"NOUN", "PROPN"} and subject.i < verb.i else verb.i, max(inner.right, verb.i))
        yield from draft(kind, act, inner, verb, holder, reading, because="'be to': what is laid down", addressees=own)


def _is_unknown(holder: str, reading: Reading) -> bool:
    """Whether a holder is a person or a crowd without a state."""
    actor = reading.cast.actors.get(holder)
    return actor is not None and actor.country is None and holder.startswith("---/")


def _acts(party: str, reading: Reading) -> bool:
    """Whether a party is one that keeps or breaks its word: a state, its forces, a body, a group under arms."""
    return reading.cast.actors[party].kind in {"state", "government", "military", "igo", "armed_group"}


def _opens_with_wh(verb: Token) -> bool:
    """'What the mediator was to mediate'."""
    return verb.sent.tokens[verb.left].tag in {"WP", "WRB", "WDT"}


def _arranged(verb: Token, inner: Token, subject: Token, holder: str | None, reading: Reading, *, deciding: bool, passive: bool) -> str:
    """The kind of what is to be: laid on another, or arranged by one's own side."""
    shade = valence(inner, reading)
    own = any(reading.same_side(p, holder) for p in reading.parties(subject)) or subject.lower in {"we", "i"}
    if is_negated(verb) or has_no(subject):
        return "demand" if deciding else "pledge" if shade == "hostile" else "refusal"
    if not deciding and inner.lemma in MEETING:
        return ""  # 'the Council is to meet on Thursday': only arranged
    if own or (not passive and holder is not None and subject.lower == "it"):
        return "threat" if shade == "hostile" else "pledge" if shade == "friendly" or inner.lemma in CONSULTED or inner.lemma not in DULL or does(inner) else ""
    if deciding:
        return "demand"
    if passive:
        return "threat" if shade == "hostile" else "demand" if shade == "friendly" and inner.lemma in reading.wording.ending else "pledge"
    return "demand" if reading.parties(subject) and holder is not None else ""


def _needed(word: Token, reading: Reading) -> Iterator[Draft]:
    """'A ceasefire is needed now', 'what is needed is a timetable'."""
    verb = word.head if word.pos == "ADJ" else word
    if verb is not word and verb.lemma != "be":
        return
    tokens = word.sent.tokens
    target = verb.child("nsubjpass", "nsubj")
    if target is not None and target.lower == "what" and verb.dep in {"csubj", "csubjpass", "nsubj"}:
        target = verb.head.child("attr")
    if target is None or target.pos != "NOUN" or (word.tag == "VBN") != (word.pos == "VERB") or is_negated(verb):
        return
    if target.lemma not in reading.wording.demandable or (word.pos == "VERB" and verb.child("auxpass") is None):
        return
    holder = speaker(word, reading)
    start, end = span(target, word)
    act = (start, max(end, word.end)) if target.i < word.i else (start, end)
    asked = tuple(p for t in tokens for p in reading.parties(t) if t.dep == "pobj" and t.head.lower in {"from", "of"})
    yield from draft("demand", act, target, word, holder, reading, because=f"'{word.text}': what is called for", addressees=asked)


def _nothing_short(word: Token, reading: Reading) -> Iterator[Draft]:
    """'Would settle for nothing short of a treaty', 'nothing less than withdrawal will do'."""
    prep = next((c for c in word.children if c.dep == "prep" and c.lower in {"of", "than"}), None)
    tokens = word.sent.tokens
    inner = prep.child("pobj") if prep is not None else None
    if inner is None or not any(t.lower in {"nothing", "anything", "not"} for t in tokens[max(0, word.i - 6) : word.i]):
        return
    verb = next((a for a in word.ancestors() if a.pos in {"VERB", "AUX"}), None)
    if verb is None or not any(c.tag == "MD" for c in verb.children) or inner.ent in {"DATE", "TIME", "PERCENT", "MONEY"}:
        return
    holder = bound_to(verb, word, reading) if subject_of(verb) is not inner else speaker(word, reading)
    yield from draft("demand", span(inner, word), inner, word, holder, reading, because=f"'nothing {word.text} {prep.text if prep else ''}': what is held out for")


def _bound_to(word: Token, reading: Reading) -> Iterator[Draft]:
    """'They were reminded that they were bound to disarm': the duty of another, in somebody's words."""
    verb = word.head if word.pos == "ADJ" or word.dep in {"acomp", "attr"} else word
    inner = next((c for c in word.children if is_infinitive(c) is not None and c.i > word.i), None)
    subject = verb.child("nsubj", "nsubjpass")
    if inner is None or subject is None or (word.pos == "VERB" and word.child("auxpass") is None) or inner.child("aux") is not is_infinitive(inner):
        return
    holder, found = speaker(word, reading), reading.parties(subject)
    said = reading.said_at(word)
    if said is not None and holder is not None and not is_negated(verb) and is_own(subject, holder, reading):
        yield from draft("pledge", trimmed(word.sent.tokens, word.i, inner.right), inner, word, holder, reading, because=f"'{word.text} to': a duty of one's own")
        return
    if said is None or any(reading.same_side(p, holder) for p in found) or subject.lower in {"we", "i"} or is_negated(verb):
        return
    if found or subject.lower in {"they", "it", "he", "both"} or subject.lemma in {"side", "party", "state", "country", "member", "government", "troop", "force"}:
        yield from draft("demand", span(inner, word, first=is_infinitive(inner)), inner, word, holder, reading, because=f"'{word.text} to': the duty of another", addressees=found)


def _planned(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'A withdrawal is not planned', 'no talks are envisaged', 'further strikes are planned'."""
    subject = verb.child("nsubjpass")
    if subject is None or subject.pos != "NOUN" or verb.tag != "VBN" or verb.child("agent", "xcomp") is not None or any(c.tag == "MD" for c in verb.children):
        return
    if subject.lemma not in reading.wording.demandable | reading.wording.refusable and valence(subject, reading) == "neutral":
        return
    holder = speaker(verb, reading)
    hostile = valence(subject, reading) == "hostile"
    if is_negated(verb):
        kind = "pledge" if hostile else "refusal"
    else:
        kind = "threat" if hostile and not any(c.lower in {"was", "were"} and verb.dep != "ccomp" for c in verb.children) else ""
    if kind:
        yield from draft(kind, trimmed(verb.sent.tokens, subject.left, max(verb.i, min(verb.right, verb.i + 6))), subject, verb, holder, reading, because=f"'{verb.text}': what is or is not in store")


def _nothing_excluded(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Nothing is ruled out', 'no option was off the table', 'nothing was excluded'."""
    subject = verb.child("nsubjpass", "nsubj")
    if subject is None or not (subject.lower == "nothing" or (subject.lemma == "option" and has_no(subject))):
        return
    tokens = verb.sent.tokens
    near = {t.lower for t in tokens[verb.i + 1 : verb.i + 4]}
    if (verb.lemma == "rule" and "out" in near) or verb.lemma in {"exclude", "preclude"} or (verb.lemma in STANDING and near & {"off", "excluded"}):
        yield from draft("threat", trimmed(tokens, subject.left, max(verb.i, min(verb.right, verb.i + 4))), verb, verb, speaker(verb, reading), reading, because="nothing is ruled out", hedged=True)


def _undiscussed(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'The islands are not being discussed', 'are not to be negotiated'."""
    subject = verb.child("nsubjpass")
    if subject is None or subject.pos not in {"NOUN", "PROPN"} or not is_negated(verb) or verb.child("agent") is not None or verb.tag != "VBN":
        return
    if any(c.lower in {"was", "were", "been"} for c in verb.children if c.dep == "auxpass") and reading.said_at(verb) is None:
        return
    yield from draft("refusal", trimmed(verb.sent.tokens, subject.left, max(verb.i, min(verb.right, verb.i + 6))), subject, verb, speaker(verb, reading), reading, because=f"not {verb.text}")


def _made_condition(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Athens made withdrawal a condition for talks', 'a ceasefire is the precondition for aid'."""
    verb = noun.head
    target = noun.child("nsubj") or verb.child("nsubj", "nsubjpass") if verb.lemma in {"be", "remain"} else noun.child("nsubj") or verb.child("dobj")
    if noun.dep not in {"ccomp", "xcomp", "oprd", "attr", "appos"} or verb.lemma not in {"make", "be", "remain", "set"} or target is None or target is noun:
        return
    if target.pos != "NOUN" or target.i > noun.i or is_negated(verb) or (verb.lemma not in {"make", "set"} and reading.authored(noun) is not None):
        return  # in a speech 'peace is a condition for growth' asks nobody for anything
    holder = bound_to(verb, noun, reading) if verb.lemma in {"make", "set"} else _whose(noun, reading) or speaker(noun, reading)
    yield from draft("demand", span(target, noun), target, noun, holder, reading, because=f"'{noun.text}': what is asked first", addressees=tuple(p for c in target.children for p in reading.parties(c)))


def _requires(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Talks would require an end to terrorism': what is held out shows what is asked."""
    subject, target = verb.child("nsubj"), verb.child("dobj")
    if subject is None or target is None or subject.pos != "NOUN" or is_negated(verb) or reading.parties(subject):
        return
    if valence(subject, reading) == "friendly" and (target.lemma in reading.wording.demandable or target.lemma in reading.wording.ceasing):
        yield from draft("demand", span(target, verb), target, verb, speaker(verb, reading), reading, because=f"'{verb.text}': what is asked first",
                          addressees=tuple(p for t in (*subject.subtree(), *target.subtree()) for p in reading.parties(t)))  # fmt: skip


def _says_no(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Says no to a foreign base'."""
    tokens = verb.sent.tokens
    no = next((t for t in tokens[verb.i + 1 : verb.i + 4] if t.lower in {"no", "“no", "never"}), None)
    to = next((t for t in tokens[no.i + 1 : no.i + 3] if t.lower == "to"), None) if no is not None else None
    target = to.child("pobj", "pcomp") if to is not None else None
    if target is not None:
        yield from draft("refusal", trimmed(tokens, target.left, target.right), target, verb, bound_to(verb, verb, reading), reading, because="'say no to': it is refused")


def _no_without(word: Token, reading: Reading) -> Iterator[Draft]:
    """'No ceasefire without the hostages': a refusal without a verb, and its condition."""
    noun = word.head
    if word.dep != "det" or noun.pos != "NOUN" or (noun.dep not in {"ROOT", "ccomp", "dobj", "appos"} and noun is not getattr(reading.said_at(noun), "head", None)):
        return
    prep = next((c for c in noun.children if c.dep in {"prep", "mark"} and c.lower in {"without", "before", "until", "unless"} and c.i > noun.i), None)
    inner = prep.child("pobj", "pcomp") if prep is not None else None
    if prep is None or inner is None or (noun.dep == "dobj" and noun.head.lemma != "say"):
        return
    condition = Clause(word.sent, prep.i, inner.right, prep.lower, "unless", inner, noun)
    yield from draft("refusal", trimmed(word.sent.tokens, word.i, prep.i - 1), noun, word, speaker(noun, reading), reading, because=f"'no … {prep.text}': held back until then", condition=condition)


def _bets(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'All bets are off', 'the gloves will come off'."""
    verb = noun.head
    if noun.dep == "nsubj" and verb.lemma in {"be", "come"} and any(c.lower == "off" for c in verb.children):
        yield from draft("threat", trimmed(noun.sent.tokens, noun.left, max(c.i for c in verb.children if c.lower == "off")), verb, noun, speaker(noun, reading), reading, because="restraint would end")


def _on_the_table(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Borders are off the table', 'land is not for sale', 'the offer remains on the table'."""
    prep = noun.head
    if noun.dep != "pobj" or prep.lower not in {"on", "off", "for", "under", "up", "of", "out"}:
        return
    verb = next((a for a in prep.ancestors() if a.pos in {"VERB", "AUX"}), None)
    if verb is None or verb.lemma not in STANDING | {"take", "come", "rule"} or noun.i - verb.i > 8:
        return
    target = verb.child("nsubj", "nsubjpass")
    if target is None or target.pos not in {"NOUN", "PROPN"} or target.lemma == "option":
        return
    negated = is_negated(verb) or prep.lower == "off" or any(t.lower == "off" for t in noun.sent.tokens[verb.i : noun.i])
    offered = target.lemma in ON_OFFER or valence(target, reading) == "friendly"
    act = trimmed(noun.sent.tokens, target.left, noun.i)
    holder = _whose(target, reading) or speaker(noun, reading)
    if negated:
        yield from draft("refusal", act, target, noun, holder, reading, because="'off the table': it will not be discussed")
    elif offered and noun.lemma in {"table", "offer"}:
        yield from draft("offer", act, target, noun, holder, reading, because="'on the table': the offer holds")


def _whose(noun: Token, reading: Reading) -> str | None:
    """'Sweden's offer': its owner."""
    found = [p for c in noun.children if c.dep in {"poss", "amod", "nmod"} for p in reading.parties(c)]
    return reading.body(found[0]) if found else None


def _door(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'The door remained open for Tehran', 'has closed the door to talks'."""
    verb = noun.head
    state = verb.child("acomp", "oprd", "ccomp", "xcomp")
    words = {t.lower for t in verb.children} | ({state.lower} if state is not None else set())
    open_, shut = "open" in words or verb.lemma == "open", bool(words & {"closed", "shut"}) or verb.lemma in {"close", "shut", "slam"}
    if (not open_ and not shut) or any(c.lower in {"should", "must"} for c in verb.children):
        return
    if is_infinitive(verb) is not None and verb.head.child("dobj") is not None:
        return  # 'begged them not to close the door'
    passive = noun.dep in {"nsubj", "nsubjpass"}
    if verb.lemma == "open" and noun.child("poss") is not None and not {"to", "for"} & (words | {t.lower for t in noun.children}):
        return  # 'the museum opened its doors'
    if noun.dep not in {"nsubj", "nsubjpass", "dobj"} and state is None:
        return
    holder = _whose(noun, reading) or (speaker(noun, reading) if passive else bound_to(verb, noun, reading))
    kind = "refusal" if shut != is_negated(verb) else "offer"
    start = noun.left if passive else verb.i
    yield from draft(kind, trimmed(noun.sent.tokens, start, max(noun.right, verb.right if verb.right - verb.i < 8 else verb.i)), noun, noun, holder, reading, because=f"'{noun.text}' {'shut' if shut else 'open'}")


def _in_no_position(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Is not in a position to support it', 'is in no mood to talk'."""
    prep = noun.head
    verb = prep.head
    inner = next((c for c in noun.children if is_infinitive(c) is not None), None) or next((c for c in verb.children if c.i > noun.i and is_infinitive(c) is not None), None)
    if prep.lower != "in" or verb.lemma not in STANDING or inner is None or not (is_negated(verb) or has_no(noun)):
        return
    yield from draft("refusal", span(inner, noun, first=is_infinitive(inner)), inner, noun, bound_to(verb, noun, reading), reading, because=f"'no {noun.text} to': the act is refused")


def _targeted(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Convoys are legitimate targets', 'would be a legitimate target'."""
    verb = noun.head
    if not any(c.lemma in {"legitimate", "lawful", "fair", "military"} for c in noun.children) or is_negated(verb):
        return
    governor = verb if noun.dep == "attr" else next((a for a in noun.ancestors() if a.pos == "VERB"), None)
    target = governor.child("nsubj", "nsubjpass", "dobj") if governor is not None else None
    if governor is None or target is None:
        return
    passive = governor.child("nsubjpass") is not None or governor.lemma == "be"
    holder = speaker(noun, reading) if passive else bound_to(governor, noun, reading)
    yield from draft("threat", trimmed(noun.sent.tokens, governor.i, noun.i), governor, noun, holder, reading, because="what is called a target", addressees=reading.parties(target))


def _has_right(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Beijing has every right to draw one': an act of one's own is claimed."""
    verb = noun.head
    inner = next((c for c in noun.children if is_infinitive(c) is not None), None)
    if verb.lemma != "have" or inner is None or is_negated(verb) or valence(inner, reading) == "friendly" or inner.lemma in {"defend", "exist", "know", "determine", "decide", "choose", "live"}:
        return
    found, holder = reading.parties(subject_of(verb)), speaker(noun, reading)
    own = (subject := subject_of(verb)) is not None and (subject.lower in {"we", "i"} or any(reading.same_side(p, holder) for p in found))
    if own:
        yield from draft("threat", trimmed(noun.sent.tokens, verb.i, inner.right), inner, noun, holder, reading, because="a right to act is claimed", hedged=True)


IMPERSONAL: dict[str, tuple[Callable[[Token, Reading], Iterator[Draft]], ...]] = {
    "say": (_says_no,), "no": (_no_without,), "bet": (_bets,), "glove": (_bets,), **dict.fromkeys(("bound", "bind", "oblige", "obliged", "obligate", "suppose", "expect"), (_bound_to,)),
    **dict.fromkeys(("plan", "envisage", "intend", "foresee", "contemplate"), (_planned,)),
    **dict.fromkeys(("rule", "exclude", "preclude"), (_nothing_excluded,)), **dict.fromkeys(("discuss", "negotiate", "consider"), (_undiscussed,)),
    "be": (_up_to, _is_to, _nothing_excluded), "remain": (_nothing_excluded,), "short": (_nothing_short,), "less": (_nothing_short,), "little": (_nothing_short,),
    "lie": (_up_to,), "rest": (_up_to,), "target": (_targeted,), "right": (_has_right,),
    **dict.fromkeys(NEEDED - {"require", "need"}, (_needed,)), "require": (_needed, _bound_to, _requires), "presuppose": (_requires,), "take": (_requires,), "need": (_needed,), **dict.fromkeys(TABLED, (_on_the_table,)), **dict.fromkeys(OPENINGS, (_door,)),
    **dict.fromkeys(POSITION, (_in_no_position,)), "condition": (_in_no_position, _made_condition), "precondition": (_made_condition,), "prerequisite": (_made_condition,),
}  # fmt: skip
