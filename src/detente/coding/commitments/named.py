"""What a report names as a demand, an offer or a plan and then tells: 'its demand is …', 'among the terms are …', 'what it wants is …'."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import bound_to, draft, speaker
from detente.coding.commitments.model import Draft
from detente.coding.commitments.parties import source_of
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import is_infinitive, is_mandative, span, trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

NAMED: dict[str, str] = {
    **dict.fromkeys(("demand", "condition", "precondition", "request", "requirement", "term", "wish", "ultimatum", "message"), "demand"),
    **dict.fromkeys(("proposal", "suggestion"), "proposal"), "offer": "offer",
    **dict.fromkeys(("promise", "pledge", "undertaking", "commitment", "plan", "intention", "goal", "aim", "objective"), "pledge"),
}  # fmt: skip
AIMS = frozenset({"plan", "intention", "goal", "aim", "objective"})  # told by an infinitive alone
HOLDING = frozenset({"include", "comprise", "cover", "contain", "envisage", "foresee"})
WANTING: dict[str, str] = {
    **dict.fromkeys(("want", "seek", "ask", "need", "demand", "expect", "insist", "require"), "demand"), **dict.fromkeys(("propose", "suggest"), "proposal"),
    **dict.fromkeys(("reject", "oppose", "refuse"), "refusal"), "offer": "offer", **dict.fromkeys(("promise", "pledge"), "pledge"),
}  # fmt: skip
ALL = frozenset({"what", "all", "thing"})


def _colon(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Gave them an ultimatum: disarm within a week', 'its demand is plain: …'."""
    tokens = noun.sent.tokens
    colon = next((t.i for t in tokens[noun.i + 1 : noun.i + 12] if t.text == ":"), None)
    if noun.lemma in AIMS or colon is None or colon + 2 >= len(tokens) or any(t.tag in {"VBD", "VBZ", "VBP"} and t.lemma != "be" for t in tokens[noun.i : colon]):
        return
    head = next((t for t in tokens[colon + 1 :] if t.tag in {"VB", "VBP"} or (t.pos in {"VERB", "NOUN"} and t.dep in {"appos", "acl", "dobj", "ROOT", "conj"})), None)
    if head is None:
        return
    governor = noun.head if noun.head.pos == "VERB" else None
    holder = source_of(noun, reading) or (bound_to(governor, noun, reading) if governor is not None else speaker(noun, reading))
    given = tuple(p for c in (governor.children if governor is not None else ()) if c.dep in {"dative", "dobj"} and c is not noun for p in reading.parties(c))
    yield from draft(NAMED[noun.lemma], trimmed(tokens, colon + 1, len(tokens) - 1), head, noun, holder, reading, because=f"what the {noun.lemma} says", addressees=given)


def _told(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'The condition is that the corridor be opened', 'their first demand is a referendum', 'our goal is to …', 'among the terms are …'."""
    verb, thing = _content(noun)
    if verb is None or thing is None or is_negated(verb) or reading.in_condition(verb) or verb.sent.tokens[-1].text == "?" or not _is_told(noun, thing, reading):
        return
    holder = source_of(noun, reading) or speaker(noun, reading) or (None if noun.lemma in AIMS else UNNAMED)
    act = trimmed(noun.sent.tokens, thing.left, thing.right) if thing.pos in {"NOUN", "PROPN"} else span(thing, noun, first=is_infinitive(thing))
    yield from draft(_kind(NAMED[noun.lemma], thing, reading), act, thing, noun, holder, reading, because=f"what the {noun.lemma} is", addressees=reading.parties(thing.child("nsubj", "nsubjpass")))


def _content(noun: Token) -> tuple[Token | None, Token | None]:
    """The verb that equates a noun with what it says, and that."""
    top = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun  # 'the list of demands'
    if noun.dep == "pobj" and noun.head.lower == "among" and noun.head.head.lemma == "be":
        verb = noun.head.head
        return verb, next((t for t in verb.all("nsubj", "attr") if t.i > verb.i), None)
    verb = top.head
    if top.dep != "nsubj" or top.i > verb.i:
        return None, None
    wanted = ("attr", "ccomp", "xcomp") if verb.lemma == "be" else ("dobj",) if verb.lemma in HOLDING else ()
    return verb, next((t for t in verb.all(*wanted) if t.i > verb.i), None) if wanted else None


def _is_told(noun: Token, thing: Token, reading: Reading) -> bool:
    """Whether what stands there is something to be done, and no remark on the demand."""
    if is_infinitive(thing) is not None:
        return noun.lemma not in AIMS or thing.head.tag != "VBD"  # 'the plan was to land at dawn'
    if noun.lemma in AIMS:
        return False
    w = reading.wording
    if thing.pos in {"NOUN", "PROPN"}:
        return any(t.lemma in w.demandable | w.welcome | w.ceasing for t in thing.conjuncts())
    return thing.tag == "VBG" or is_mandative(thing)


def _kind(kind: str, thing: Token, reading: Reading) -> str:
    return "threat" if kind in {"pledge", "offer"} and valence(thing, reading) == "hostile" else kind


def _wanted(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'What Russia wants is a pledge', 'all Kabul asks is that the shelling stop', 'the one thing it rejects is the dam': the kind is the verb's."""
    what = next((c for c in verb.children if c.lower == "what"), verb.head if verb.dep == "relcl" else None)
    copula = verb.head if what is not verb.head else verb.head.head
    subject = verb.child("nsubj")
    if what is None or what.lemma not in ALL or copula.lemma != "be" or subject is None or is_negated(verb) or copula.child("neg") is not None:
        return
    thing = next((t for t in copula.all("attr", "xcomp", "ccomp", "advcl") if t.i > copula.i), None)
    if thing is not None and thing.i > verb.i:
        yield from draft(WANTING[verb.lemma], trimmed(verb.sent.tokens, thing.left, thing.right), thing, verb, bound_to(verb, verb, reading), reading, because=f"what is {verb.text}")


NAMING: dict[str, tuple[Callable[[Token, Reading], Iterator[Draft]], ...]] = {
    **dict.fromkeys(WANTING, (_wanted,)), **dict.fromkeys(NAMED, (_colon, _told)), **dict.fromkeys(WANTING.keys() & NAMED.keys(), (_wanted, _colon, _told)),
}  # fmt: skip
