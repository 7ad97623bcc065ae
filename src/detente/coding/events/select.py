"""One frame a trigger, one event a light verb with its noun.

'Held talks' is one event, not two: where a verb's frame asks for its object ('hold' + talks), the
object's own frame is covered by it and only lends its arguments. The content of a speech act is
no such case: 'threatened sanctions' is a threat and, as its content, hypothetical sanctions.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.events.frames import FrameIndex
from detente.coding.events.lemmas import MEASURE
from detente.coding.events.match import UNNAMED, Match, candidates, matches
from detente.coding.events.phrases import PhraseIndex, in_phrase
from detente.coding.factuality.grammar import VERBAL, is_passive, misread_predicate
from detente.language import Sentence, Token
from detente.resolve.model import Cast

SPEECH = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT", "ACCUSE", "SUPPORT"})
REPORTING = VERBAL | {"NOUN", "PROPN", "ADJ"}
OBLIGING = frozenset({"force", "compel", "oblige"})
LICENSING = frozenset({"authorize", "authorise", "approve", "mandate", "sanction", "examine", "consider", "order",
     "discuss", "debate", "weigh", "mull", "ponder"})
BACKGROUND = frozenset({"dateline"})
VOICING = frozenset({"lodge", "file", "voice", "register", "deliver", "issue", "make", "submit", "send", "hand"})


@dataclass(slots=True, eq=False)
class Chosen:
    """The frame of a trigger, and the matches of nouns that it covers."""

    match: Match
    covered: list[Match] = field(default_factory=list)


def choose(sentence: Sentence, index: FrameIndex, pseudo: PhraseIndex, cast: Cast) -> list[Chosen]:
    """The events of a sentence in text order, before their actors are known."""
    if sentence.block in BACKGROUND:
        return []
    best: dict[Token, Match] = {}
    for token in sentence.tokens:
        if token.pos not in REPORTING:
            continue
        rows = candidates(token, index)
        if rows and not _idle(token, cast) and not in_phrase(token, pseudo):
            fitting = matches(token, rows)
            if fitting:
                best[token] = fitting[0]
    covered = _cover(best)
    return [
        Chosen(match, covered.get(token, []))
        for token, match in best.items()
        if not any(match in nouns for nouns in covered.values())
    ]


def _cover(best: dict[Token, Match]) -> dict[Token, list[Match]]:
    found: dict[Token, list[Match]] = {}
    for token, match in best.items():
        if not match.objects:
            continue
        for thing in match.objects:
            for noun in _heads(thing):
                inner = best.get(noun)
                if inner is None or noun.pos in VERBAL:
                    continue
                if inner.frame.event != match.frame.event and token.lemma in LICENSING:
                    continue
                if inner.frame.event == match.frame.event or match.frame.event not in SPEECH or _voices(token, inner):
                    found.setdefault(token, []).append(inner)
    return found


def _voices(verb: Token, inner: Match) -> bool:
    """'Lodged a protest': one act of speech, whatever the noun alone would be."""
    return verb.lemma in VOICING and inner.frame.event in SPEECH | {"PROTEST"}


def _heads(thing: Token) -> list[Token]:
    """A noun, what it measures, and what is coordinated with it."""
    found = [thing]
    if thing.lemma in MEASURE or thing.pos == "NUM":
        for child in thing.children:
            if child.dep == "prep" and child.lower == "of":
                found += [t for p in child.all("pobj") for t in _heads(p)]
    return found + [t for t in thing.conjuncts() if t is not thing and t.pos == "NOUN"]


def _idle(token: Token, cast: Cast) -> bool:
    """Whether a word reports no event where it stands: in a name, before a noun, in 'is forced to …'."""
    if token.pos in VERBAL:
        if token.dep == "amod" and token.tag != "VB":
            return misread_predicate(token) is None
        return token.lemma in OBLIGING and is_passive(token) and token.child("agent", "prt") is None
    return _is_name(token, cast)


def _is_name(token: Token, cast: Cast) -> bool:
    """Whether a noun is part of a longer name ('Third World Water Forum', 'Security Council')."""
    if token.pos not in {"NOUN", "PROPN"}:
        return False
    reference = cast.by_token.get(token)
    if reference is not None and (reference.form in {"name", "metonym"} or reference.head is token):
        return True
    return token.dep in {"compound", "nmod"} or (token.pos == "PROPN" and token.ent not in UNNAMED)
