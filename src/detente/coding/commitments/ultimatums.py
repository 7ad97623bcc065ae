"""What is asked or threatened in roundabout ways: 'the ball is in X's court', 'the price is Y', 'if not, the talks are over'."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.classes import ANNOUNCED, UNSAID
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import bound_to, draft, speaker
from detente.coding.commitments.model import Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import is_infinitive, span, trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

STRESSING = frozenset(
    """
    stress underline underscore emphasise emphasize highlight reiterate reaffirm recall recognise recognize affirm see agree
    point insist restate repeat voice raise
    """.split()
)
DUTIES = frozenset({"responsibility", "obligation", "duty"})
SUFFICING = frozenset("do satisfy suffice work help change persuade content end settle solve".split())
LEAVING = frozenset("out away off home back".split())
ENDED = frozenset("over off dead finished void null".split())
HELD_DEAR = frozenset("talk deal negotiation dialogue summit accord agreement truce treaty pact ceasefire cooperation friendship".split())
UNASKED = frozenset("mistake reason way limit doubt something people place time other more some".split())


def _ball(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'The ball is in Tehran's court': it is for another to act."""
    verb = noun.head
    court = next((t for p in verb.all("prep") if p.lower == "in" for t in p.all("pobj") if t.lemma == "court"), None)
    if noun.dep != "nsubj" or verb.lemma not in {"be", "remain", "lie"} or court is None or is_negated(verb):
        return
    found = tuple(p for c in court.children for p in reading.parties(c))
    holder = speaker(noun, reading)
    if any(reading.same_side(p, holder) for p in found) or any(c.lower in {"our", "my"} for c in court.children):
        return
    yield from draft("demand", trimmed(noun.sent.tokens, noun.left, court.right), verb, noun, holder, reading, because="'the ball is in …': whose turn it is", addressees=found)


def _let_another(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Let Cairo open the strait': a third person imperative (Quirk and others 1985, §11.26)."""
    inner = next((c for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.i > verb.i), None)
    doer = inner.child("nsubj") if inner is not None else None
    barred = any(c.dep == "neg" for c in verb.children)
    helped = any(c.dep in {"aux", "nsubj"} and not (barred and c.lower in {"do", "does"}) for c in verb.children)
    if inner is None or doer is None or helped or verb.tag not in {"VB", "VBP", "NNP"} or not (verb.is_root or verb.dep in {"ccomp", "conj", "parataxis"}):
        return
    if doer.lower in {"me", "us", "'s", "’s", "it", "there"} or not (barred or reading.parties(doer) or doer.lower in {"them", "him", "her"}):
        return
    start = verb.i - (2 if barred else 0)
    yield from draft("demand", trimmed(verb.sent.tokens, max(start, 0), inner.right), inner, verb, speaker(verb, reading), reading, because="'let' with another: what is asked", addressees=reading.parties(doer))


def _nothing_less(word: Token, reading: Reading) -> Iterator[Draft]:
    """'Nothing short of an apology would do': a subject that holds out for something."""
    tokens = word.sent.tokens
    prep = next((t for t in tokens[word.i + 1 : word.i + 3] if t.lower in {"of", "than"}), None)
    thing = prep.child("pobj") if prep is not None else None
    if thing is None and prep is not None:
        thing = next((t for t in tokens[prep.i + 1 : prep.i + 6] if t.pos == "NOUN"), None)
    modal = next((t for t in tokens[word.i : word.i + 16] if t.tag == "MD"), None)
    if thing is None or modal is None or word.i == 0 or tokens[word.i - 1].lower != "nothing" or modal.head.lemma not in SUFFICING:
        return
    yield from draft("demand", trimmed(tokens, thing.left, max(thing.i, modal.i - 1)), thing, word, speaker(word, reading), reading, because=f"'nothing {word.text}': what is held out for")


def _price(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'The price of a truce is access to the sea', 'the key to peace is withdrawal'."""
    verb = noun.head
    thing = verb.child("attr", "ccomp", "xcomp")
    of = next((p for p in noun.all("prep") if p.lower in {"of", "for"}), None)
    if noun.dep != "nsubj" or verb.lemma != "be" or thing is None or thing.i < verb.i or of is None or is_negated(verb):
        return
    if thing.pos not in {"NOUN", "VERB"} or any(c.lower == "too" for c in thing.children) or thing.ent in {"MONEY", "PERCENT", "CARDINAL"}:
        return
    if speaker(verb, reading) is not None:
        yield from draft("demand", span(thing, verb), thing, noun, speaker(verb, reading), reading, because=f"the {noun.lemma} of what another wants")


def _wants_out(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Wants its planes out of the valley', 'wanted the troops home'."""
    thing = verb.child("dobj")
    if thing is None or is_negated(verb) or reading.in_condition(verb) or verb.child("xcomp", "ccomp") is not None:
        return
    where = next((c for c in (*verb.children, *thing.children) if c.i > thing.i and c.lower in LEAVING and c.dep in {"prep", "advmod", "prt"}), None)
    if where is not None and thing.pos in {"NOUN", "PROPN"}:
        owners = tuple(p for t in (thing, *thing.children) for p in reading.parties(t))
        yield from draft("demand", trimmed(verb.sent.tokens, thing.left, where.right), thing, verb, bound_to(verb, verb, reading), reading, because=f"'{verb.text} … {where.text}'", addressees=owners)


def _would_like(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Would like NATO to remove its missiles'."""
    inner = next((c for c in verb.children if c.dep in {"xcomp", "ccomp"} and is_infinitive(c) is not None), None)
    helped = any(c.lower in {"would", "'d", "’d"} for c in verb.children)
    doer = (verb.child("dobj") or (inner.child("nsubj") if inner is not None else None)) if inner is not None else None
    if inner is None or doer is None or not helped or doer.i > inner.i or doer.lower in {"me", "us"} or is_negated(verb):
        return
    yield from draft("demand", span(inner, verb, first=is_infinitive(inner)), inner, verb, bound_to(verb, verb, reading), reading, because="'would like … to'", addressees=reading.parties(doer))


def _need_for(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Stressed the need for a ceasefire', 'the importance of talks', 'the necessity for all to withdraw'."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in STRESSING or is_negated(verb) or is_negated(noun):
        return
    tokens = noun.sent.tokens
    link = next((t for t in tokens[noun.i + 1 : noun.i + 3] if t.lower in {"for", "of", "to", "that"}), None)
    if link is None:
        return
    inner = link.child("pobj", "pcomp") or (link.head if link.head is not noun and link.head.i > link.i else None)
    holder = bound_to(verb, noun, reading)
    if inner is None or inner.pos not in {"NOUN", "VERB", "AUX", "PROPN"} or (noun.lemma == "importance" and inner.pos == "NOUN" and inner.lemma not in reading.wording.demandable):
        return
    doer = inner.child("nsubj", "nsubjpass")
    end = max((t.right for t in (inner, noun) if t.right < len(tokens)), default=inner.right)
    if inner.pos in {"NOUN", "PROPN"} and (behind := next((c for c in (*noun.children, *inner.children) if c.i > inner.i and is_infinitive(c) is not None), None)) is not None:
        doer, end = inner, max(end, behind.right)
    yield from draft("demand", trimmed(tokens, link.i + 1, end), inner, noun, holder, reading, because=f"'{verb.text} the {noun.lemma}': what is asked for", addressees=reading.parties(doer))


def _must_be(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'There must be an end to the crisis'."""
    thing = verb.child("attr", "nsubj")
    helped = any(c.lower in {"must", "should"} for c in verb.children) or verb.head.lemma in {"have", "need"}
    if thing is None or verb.child("expl") is None or not helped or thing.pos != "NOUN" or thing.lemma in UNASKED:
        return
    if is_negated(verb):
        hostile = valence(thing, reading) == "hostile"
        yield from draft("demand" if hostile else "refusal", trimmed(verb.sent.tokens, thing.left, thing.right), thing, verb, speaker(verb, reading), reading, because="'there must be no …'")
        return
    yield from draft("demand", trimmed(verb.sent.tokens, thing.left, thing.right), thing, verb, speaker(verb, reading), reading, because="'there must be …'")


def _duty(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'These nations have a responsibility to disarm', in a speech 'it is our duty to': a duty that another, or all, are said to have; and 'we have no duty to'."""
    verb = noun.head
    inner = next((c for c in (*noun.children, *verb.children) if c.i > noun.i and is_infinitive(c) is not None), None)
    if noun.dep == "attr" and inner is not None and verb.lemma == "be" and not is_negated(verb) and reading.authored(noun) is not None:
        yield from draft("demand", span(inner, noun, first=is_infinitive(inner)), inner, noun, speaker(noun, reading), reading, because=f"a {noun.lemma} that is stated")
        return
    if noun.dep != "dobj" or verb.lemma not in {"have", "bear"} or inner is None:
        return
    subject, holder = subject_of(verb), speaker(noun, reading)
    own = subject is not None and (subject.lower in {"we", "i"} or any(reading.same_side(p, holder) for p in reading.parties(subject)))
    if is_negated(verb):
        yield from draft("refusal" if own else "", trimmed(verb.sent.tokens, noun.left, inner.right), inner, noun, holder, reading, because=f"'no {noun.lemma} to'") if own else ()
    elif not own:
        yield from draft("demand", span(inner, noun, first=is_infinitive(inner)), inner, noun, holder, reading, because=f"'a {noun.lemma} to': the duty of another", addressees=reading.parties(subject))


def _essential(word: Token, reading: Reading) -> Iterator[Draft]:
    """'It is essential that Congress continue its aid', 'imperative for all parties to coordinate', 'talks are a necessity'."""
    verb = word.head
    if verb.lemma != "be" or word.dep not in {"acomp", "attr"} or is_negated(verb):
        return
    subject = verb.child("nsubj", "csubj")
    inner = next((c for c in (*verb.children, *word.children) if c.i > word.i and c.dep in {"ccomp", "xcomp", "advcl", "acl"} and (is_infinitive(c) is not None or c.dep == "ccomp")), None)
    if inner is not None and subject is not None and subject.lower in {"it", "'s", "’s"}:
        doer = inner.child("nsubj", "nsubjpass")
        finite = is_infinitive(inner) is None
        first = doer if doer is not None and not finite else None
        if (doer is None and (finite or inner.lemma in UNSAID | ANNOUNCED or reading.authored(word) is None)) or (finite and any(c.lower in {"will", "would", "has", "have", "had", "is", "are", "was"} for c in inner.children)):
            return
        act = span(inner, word, first=word.sent.tokens[first.left]) if first is not None else span(inner, word)
        yield from draft("demand", act, inner, word, speaker(word, reading), reading, because=f"'{word.text}': what is asked", addressees=reading.parties(doer))
    elif word.lemma == "necessity" and subject is not None and (subject.tag == "VBG" or subject.lemma in reading.wording.demandable):
        yield from draft("demand", trimmed(word.sent.tokens, subject.left, max(subject.i, verb.i - 1)), subject, word, speaker(word, reading), reading, because="'a necessity': what is asked")


def _is_over(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'If the maps are not given to us, the talks are over': what a party holds dear ends on a condition, told as if it had."""
    thing = verb.child("nsubj")
    condition = next((c for c in reading.conditions(verb.sent) if c.host is verb or (c.first <= 1 and c.last < verb.i)), None)
    if thing is None or verb.tag not in {"VBZ", "VBP"} or condition is None or is_negated(verb) or reading.in_condition(verb):
        return
    end = next((t for t in verb.children if t.lower in ENDED and t.dep in {"advmod", "acomp", "prt"} and t.i - verb.i <= 2), None)
    if end is not None and thing.lemma in reading.wording.welcome | HELD_DEAR and reading.said_at(verb) is not None:
        act = trimmed(verb.sent.tokens, thing.left, end.i)
        yield from draft("threat", act, verb, verb, speaker(verb, reading), reading, because=f"'{end.text}' on a condition", condition=condition)


ULTIMATUMS: dict[str, tuple[Callable[[Token, Reading], Iterator[Draft]], ...]] = {
    "ball": (_ball,), "let": (_let_another,), "short": (_nothing_less,), "less": (_nothing_less,), "like": (_would_like,), "love": (_would_like,),
    **dict.fromkeys(("price", "key", "basis", "test"), (_price,)), "want": (_wants_out,), "be": (_must_be, _is_over),
    **dict.fromkeys(("need", "importance", "urgency"), (_need_for,)), "necessity": (_need_for, _essential),
    **dict.fromkeys(("essential", "imperative", "vital", "crucial", "necessary", "important", "urgent", "critical", "indispensable"), (_essential,)), **dict.fromkeys(DUTIES, (_duty,)),
}  # fmt: skip
