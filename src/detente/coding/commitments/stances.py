"""What is refused or promised without a word of either: 'no reason to', 'against any base', 'nothing to discuss', 'my word that'."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.classes import FORCES
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import bound_to, draft, speaker
from detente.coding.commitments.model import Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import has_no, is_negated
from detente.coding.commitments.slots import is_infinitive, span, trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

GROUNDS = frozenset("reason need ground point cause justification case basis use sense interest desire wish business right".split())
SEEING = frozenset({"see", "have", "find", "be", "feel"})
TALKING = frozenset({"discuss", "negotiate", "talk", "say", "apologise", "apologize", "explain", "concede", "offer", "add", "mediate", "settle"})
CONSENT = frozenset({"consent", "approval", "recognition", "support", "permission", "agreement", "signature", "cooperation", "visa", "assent"})
RECOGNISING = frozenset({"recognise", "recognize", "accept", "acknowledge"})
ASKED = frozenset({"demand", "condition", "term", "ultimatum", "proposal", "plan", "offer", "request", "claim"})
ABSURD = ("absurd", "ridiculous", "preposterous", "laughable", "outrageous", "unacceptable", "insulting", "unrealistic")
CALLS = frozenset({"call", "demand", "appeal", "order", "ultimatum", "request", "plea"})


def _no_grounds(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Sees no reason to apologise', 'there was no need for peacekeepers'."""
    verb = noun.head
    if noun.dep not in {"dobj", "attr", "nsubj"} or verb.lemma not in SEEING or not any(c.lower == "no" and c.dep in {"det", "neg"} for c in noun.children):
        return
    inner = next((c for c in noun.children if c.i > noun.i and (is_infinitive(c) is not None or c.lower in {"for", "in", "to"})), None)
    inner = inner or next((c for c in verb.children if c.i > noun.i and c.lower == "to" and c.child("pobj") is not None), None)
    holder = bound_to(verb, noun, reading) if verb.lemma != "be" else speaker(noun, reading)
    if inner is None or (noun.lemma in {"right", "interest", "business"} and verb.lemma == "be"):
        return
    if verb.tag == "VBD" and reading.said_at(noun) is None and verb.lemma != "see":
        return
    act = inner.child("pobj", "pcomp") or inner if inner.pos == "ADP" else inner
    others = act.child("nsubj") or next((t for t in noun.children if t.lower == "for" and t.child("pobj") is not None), None)
    if verb.lemma == "be" and (noun.lemma == "justification" or valence(act, reading) == "hostile" or (others is not None and act.child("nsubj") is not None)):
        return  # 'no justification for holding them', 'no reason for Beijing to make a crisis of it': what others do
    if act.lemma in {"worry", "fear", "panic", "hurry", "doubt", "believe", "think", "suppose", "expect"}:
        return
    kind = "pledge" if valence(act, reading) == "hostile" and act.pos == "VERB" else "refusal"
    yield from draft(kind, trimmed(noun.sent.tokens, noun.left, max(noun.right, inner.right)), act, noun, holder, reading, because=f"'no {noun.lemma}': it will not be done")


def _against(prep: Token, reading: Reading) -> Iterator[Draft]:
    """'The government is against any foreign base'."""
    verb, thing = prep.head, prep.child("pobj", "pcomp")
    if thing is None or verb.lemma not in {"be", "remain", "stand", "vote"} or verb.child("acomp", "attr") is not None or is_negated(verb):
        return
    if any(p.lower in {"with", "by", "beside", "alongside"} for p in verb.all("prep")):
        return  # 'stood by our side against'
    if (verb.lemma == "be" and verb.tag == "VB") or reading.parties(thing):
        return
    yield from draft("refusal", trimmed(prep.sent.tokens, thing.left, thing.right), thing, prep, bound_to(verb, prep, reading), reading, because="'against': it is opposed")


def _nothing_to(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'There is nothing to discuss'."""
    thing = verb.head
    if is_infinitive(verb) is None or thing.lower != "nothing" or thing.head.lemma not in {"be", "have", "see"}:
        return
    governor = thing.head
    holder = speaker(verb, reading) if governor.lemma == "be" else bound_to(governor, verb, reading)
    yield from draft("refusal", trimmed(verb.sent.tokens, thing.i, verb.right), verb, verb, holder, reading, because="'nothing to': it is refused")


def _nothing_to_fear(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'They have nothing to fear if they stay away'."""
    thing = verb.head
    if is_infinitive(verb) is not None and thing.lower == "nothing" and thing.head.lemma == "have":
        yield from draft("pledge", trimmed(verb.sent.tokens, thing.head.i, verb.i), verb, verb, speaker(verb, reading), reading,
                          because="'nothing to fear': harm is ruled out", addressees=reading.parties(thing.head.child("nsubj")))  # fmt: skip


def _withheld(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Withheld its consent to the force'."""
    thing = verb.child("dobj", "nsubjpass")
    if thing is not None and thing.lemma in CONSENT and not is_negated(verb):
        yield from draft("refusal", trimmed(verb.sent.tokens, thing.left, max(thing.right, verb.right)), thing, verb, bound_to(verb, verb, reading), reading, because=f"'{verb.text}': consent is not given")


def _word(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'You have my word that the border will stay open'."""
    inner = noun.child("acl", "ccomp", "relcl")
    if inner is None or inner.i < noun.i or not any(c.lower in {"my", "our"} for c in noun.children) or noun.head.lemma not in {"have", "give"}:
        return
    kind = "threat" if valence(inner, reading) == "hostile" and not is_negated(inner) else "pledge"
    yield from draft(kind, span(inner, noun), inner, noun, speaker(noun, reading), reading, because="'my word': it is promised")


def _too_early(word: Token, reading: Reading) -> Iterator[Draft]:
    """'It is too early to normalise relations'."""
    inner = next((c for c in (*word.children, *word.head.children) if c.i > word.i and is_infinitive(c) is not None), None)
    too = word.lemma == "premature" or any(c.lower == "too" for c in word.children)
    if inner is None or not too or word.head.lemma != "be" or inner.lemma in {"say", "tell", "know", "judge", "speak", "predict", "conclude", "speculate", "comment", "assess", "determine"}:
        return
    yield from draft("refusal", trimmed(word.sent.tokens, (too_at := next((c.i for c in word.children if c.lower == "too"), word.i)), max(inner.right, too_at)), inner, word, speaker(word, reading), reading,
                      because=f"'too {word.text}': not now")  # fmt: skip


def _unrecognised(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'The limit is not recognized by Washington', 'the result is not accepted'."""
    subject = verb.child("nsubjpass")
    helper = verb.child("auxpass")
    if subject is None or helper is None or helper.tag not in {"VBZ", "VBP"} or verb.child("aux") is not None or not is_negated(verb):
        return
    agent = next((g for c in verb.all("agent") for g in c.all("pobj")), None)
    found = reading.parties(agent)
    holder = reading.body(found[0]) if found else speaker(verb, reading) if agent is None else None
    if holder is not None:
        yield from draft("refusal", trimmed(verb.sent.tokens, subject.left, max(verb.i, min(verb.right, verb.i + 8))), verb, verb, holder, reading, because=f"'not {verb.text}'")


def _goes_on(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'We continue our diplomatic efforts': in a speech, what one goes on doing."""
    subject = verb.child("nsubj")
    if reading.author is None or verb.tag not in {"VBP", "VBZ"} or subject is None or reading.authored(verb) is None or verb.child("aux") is not None or is_negated(verb):
        return
    own = subject.lower in {"we", "i"} or any(reading.same_side(p, reading.author) for p in reading.parties(subject))
    inner = verb.child("dobj", "xcomp", "ccomp")
    if not own or inner is None or inner.i < verb.i or has_no(inner) or inner.lemma in {"be", "have", "see", "face", "suffer", "believe", "hope", "witness", "call", "urge", "demand", "reject", "condemn"}:
        return
    kind = "threat" if valence(inner, reading) == "hostile" else "pledge"
    yield from draft(kind, trimmed(verb.sent.tokens, verb.i, verb.right), inner, verb, bound_to(verb, verb, reading), reading, because=f"'{verb.text}': what is kept up")


def _defied(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Defied calls to withdraw': what is called for is not done."""
    asked = verb.child("dobj")
    inner = next((c for c in asked.children if is_infinitive(c) is not None), None) if asked is not None and asked.lemma in CALLS else None
    thing = next((t for p in asked.all("prep") if p.lower in {"for", "of"} for t in p.all("pobj")), None) if asked is not None and asked.lemma in CALLS else None
    if asked is not None and asked.lemma in CALLS and inner is None:
        inner = next((c for c in verb.children if c.i > asked.i and c.dep in {"advcl", "xcomp"} and is_infinitive(c) is not None), None)
    act = inner or thing
    if act is not None and not is_negated(verb):
        first = is_infinitive(inner) if inner is not None else None
        yield from draft("refusal", span(act, verb, first=first), act, verb, bound_to(verb, verb, reading), reading, because=f"'{verb.text}': what was called for is not done")


def _under_orders(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Its troops have orders to shoot back if shot at', 'sailed with orders to fire': what one's forces are told to do."""
    sent = noun.dep == "pobj" and noun.head.lower in {"with", "under"}
    verb = noun.head.head if sent else noun.head
    inner = next((c for c in (*noun.children, *verb.children) if c.i > noun.i and is_infinitive(c) is not None), None)
    owner = subject_of(verb)
    if not (sent or (noun.dep == "dobj" and verb.lemma in {"have", "give", "receive"})) or inner is None or is_negated(verb) or owner is None or not reading.parties(owner):
        return
    kind = "threat" if valence(inner, reading) == "hostile" else ""
    if kind:
        yield from draft(kind, span(inner, noun, first=is_infinitive(inner)), inner, noun, bound_to(verb, noun, reading), reading, because="'orders to': what its forces will do")


def _no_alternative(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'There is no alternative to withdrawal': what the speaker holds out for."""
    verb = noun.head
    thing = next((g for c in noun.children if c.lower == "to" for g in c.all("pobj", "pcomp")), None)
    if verb.lemma != "be" or verb.child("expl") is None or not has_no(noun) or thing is None or (thing.lemma not in reading.wording.demandable and thing.tag != "VBG"):
        return
    yield from draft("demand", trimmed(noun.sent.tokens, thing.left, thing.right), thing, noun, speaker(noun, reading), reading, because="'no alternative to': what is held out for")


def _dismissed(word: Token, reading: Reading) -> Iterator[Draft]:
    """'Called the conditions absurd': what was asked will not be done."""
    verb = word.head
    thing = word.child("nsubj") or verb.child("dobj")
    if word.dep not in {"ccomp", "xcomp", "oprd", "acomp"} or verb.lemma not in {"call", "describe", "term", "brand", "label", "pronounce", "find"} or thing is None or thing.lemma not in ASKED or is_negated(verb):
        return
    yield from draft("refusal", trimmed(word.sent.tokens, thing.left, thing.i), thing, word, bound_to(verb, word, reading), reading, because=f"'{verb.text} {word.text}': it will not be done")


def _tied(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Tied its signature to the return of the refugees'."""
    thing = verb.child("dobj", "nsubjpass")
    to = next((p for p in verb.all("prep") if p.lower in {"to", "with"}), None)
    inner = to.child("pobj", "pcomp") if to is not None else None
    if thing is None or inner is None or to is None or is_negated(verb) or thing.lemma not in reading.wording.welcome | CONSENT | reading.wording.demandable or reading.parties(inner):
        return
    if inner.lemma in reading.wording.demandable | reading.wording.welcome | reading.wording.ceasing or inner.tag == "VBG":
        yield from draft("demand", trimmed(verb.sent.tokens, inner.left, inner.right), inner, verb, bound_to(verb, verb, reading), reading, because=f"'{verb.text} … to': what is asked in return")


def _bare_no(word: Token, reading: Reading) -> Iterator[Draft]:
    """'No talks before withdrawal, says Damascus', 'would send ships, but no infantry', 'Beijing: no apology': a refusal without a verb."""
    noun = word.head
    w = reading.wording
    if word.dep != "det" or noun.pos != "NOUN" or noun.lemma in w.plain | w.saved or noun.lemma not in w.demandable | w.refusable | w.welcome | w.unwelcome | FORCES or noun.sent.tokens[-1].text == "?":
        return
    holder = _who_bars(noun, reading)
    kind = "pledge" if noun.lemma in w.unwelcome - w.demandable - w.refusable - FORCES else "refusal"
    yield from draft(kind, trimmed(noun.sent.tokens, word.i, noun.right), noun, word, holder, reading, because="'no …': it will not be")


def _who_bars(noun: Token, reading: Reading) -> str | None:
    """Who says the bare 'no': the one cited beside it, who will do the rest, or stands before the colon."""
    above = noun.head
    said = reading.by_cue.get(above)
    if said is not None and noun.i < above.i and noun.dep in {"ccomp", "nsubj", "dep", "advcl"} and noun.left == 0:
        return reading.body(reading.speaker_of(said))
    if noun.dep == "conj" and above.pos == "VERB" and any(c.lower in {"will", "would"} for c in above.children) and noun.sent.tokens[noun.left - 1].lower == "but":
        return bound_to(above, noun, reading)
    if noun.dep == "appos" and above.is_root and above.pos == "PROPN" and noun.sent.tokens[noun.left - 1].text == ":":
        return reading.body(next(iter(reading.parties(above)), None))
    return None


STANCES: dict[str, tuple[Callable[[Token, Reading], Iterator[Draft]], ...]] = {
    **dict.fromkeys(GROUNDS, (_no_grounds,)), "against": (_against,), **dict.fromkeys(TALKING, (_nothing_to,)), "fear": (_nothing_to_fear,),
    "no": (_bare_no,), "withhold": (_withheld,), "word": (_word,), **dict.fromkeys(("early", "soon", "premature"), (_too_early,)), **dict.fromkeys(RECOGNISING, (_unrecognised,)),
    **dict.fromkeys(("defy", "ignore", "disregard", "flout", "spurn"), (_defied,)), **dict.fromkeys(("tie", "link"), (_tied,)), **dict.fromkeys(ABSURD, (_dismissed,)), **dict.fromkeys(("order", "instruction"), (_under_orders,)), "alternative": (_no_alternative,), "continue": (_goes_on,), "maintain": (_goes_on,),
}  # fmt: skip
