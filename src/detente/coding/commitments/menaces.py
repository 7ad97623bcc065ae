"""Threats and warnings by figures of speech: 'playing with fire', 'one more raid and', 'that is where patience ends', 'exact a price'."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.clauses import clause_span
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft, speaker
from detente.coding.commitments.model import Clause, Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

ENDINGS = frozenset("patience tolerance restraint".split())
GUILT = frozenset("responsibility justice punishment consequence retribution blame accountability reckoning".split())
OVER = frozenset({"dead", "over", "off", "finished", "void"})


def _with_fire(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'You are playing with fire'."""
    verb = noun.head.head
    subject = subject_of(verb)
    if noun.head.lower != "with" or verb.lemma != "play" or subject is None or subject.lower in {"we", "i"} or is_negated(verb):
        return
    yield from draft("warning", clause_span(verb, reading.said_at(verb)), verb, noun, speaker(noun, reading), reading, because="'with fire': harm is foretold", addressees=reading.parties(subject))


def _one_more(word: Token, reading: Reading) -> Iterator[Draft]:
    """'One more raid and the treaty is dead': a noun phrase with 'and' for a condition (Quirk and others 1985, §11.44)."""
    tokens = word.sent.tokens
    noun = word.head
    conj = next((t for t in tokens[noun.i + 1 : noun.right + 12] if t.lower == "and"), None)
    if conj is None or noun.pos != "NOUN" or noun.left > 2 or tokens[noun.left].lower not in {"one", "another", "any"}:
        return
    if any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in tokens[noun.left : conj.i]):
        return
    verb = next((t for t in tokens[conj.i + 1 :] if t.tag in {"VB", "VBZ", "VBP"} and t.dep not in {"aux", "auxpass"} and t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return
    condition = Clause(word.sent, noun.left, conj.i - 1, "and", "if", noun, verb, narrow=True)
    subject = subject_of(verb)
    own = subject is not None and (subject.lower in {"we", "i"} or any(reading.same_side(p, speaker(verb, reading)) for p in reading.parties(subject)))
    kind = "threat" if own or valence(verb, reading) == "hostile" else "warning"
    end = next((t.i - 1 for t in tokens[verb.i :] if t.text in {",", ";", "”", "."}), len(tokens) - 1)
    yield from draft(kind, trimmed(tokens, conj.i + 1, end), verb, word, speaker(verb, reading), reading, because="'one more … and': what would follow", condition=condition)


def _where_it_ends(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'The twelve-mile line is where patience ends', 'that is where we draw the line'."""
    verb = noun.head
    governor = verb.head
    thing = governor.child("nsubj")
    if governor.lemma != "be" or thing is None or thing.i > governor.i or verb.sent.tokens[verb.left].lower != "where":
        return
    if (noun.dep == "nsubj" and verb.lemma in {"end", "stop", "run"}) or (noun.dep == "dobj" and verb.lemma == "draw"):
        yield from draft("red_line", trimmed(noun.sent.tokens, thing.left, verb.right), thing, noun, speaker(noun, reading), reading, because=f"'where … {verb.text}': a limit is set")


def _no_escape(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'They cannot escape responsibility'."""
    thing, subject = verb.child("dobj"), subject_of(verb)
    if thing is None or thing.lemma not in GUILT or not is_negated(verb) or subject is None or subject.lower in {"we", "i"} or not any(c.tag == "MD" for c in verb.children):
        return
    yield from draft("warning", clause_span(verb, reading.said_at(verb)), verb, verb, speaker(verb, reading), reading, because=f"'not {verb.text}': harm is foretold", addressees=reading.parties(subject))


MENACES: dict[str, tuple[Callable[[Token, Reading], Iterator[Draft]], ...]] = {
    "fire": (_with_fire,), "more": (_one_more,), **dict.fromkeys((*ENDINGS, "line"), (_where_it_ends,)),
    **dict.fromkeys(("escape", "evade", "avoid"), (_no_escape,)),
}  # fmt: skip
