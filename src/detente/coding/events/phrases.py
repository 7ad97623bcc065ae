"""Fixed phrases in which a trigger word is no event ('trade war', 'Peace Prize')."""

from __future__ import annotations

from functools import lru_cache

from detente.language import Token
from detente.resources import Lexicon

PhraseIndex = dict[str, tuple[tuple[str, ...], ...]]  # word -> phrases that contain it


@lru_cache(maxsize=4)
def phrase_index(lexicon: Lexicon) -> PhraseIndex:
    """The phrases by each of their words, in lower case."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in lexicon.pseudo:
        words = tuple(row.phrase.lower().split())
        for word in set(words):
            found.setdefault(word, []).append(words)
    return {word: tuple(phrases) for word, phrases in found.items()}


def in_phrase(token: Token, index: PhraseIndex) -> bool:
    """Whether a token stands inside one of the phrases, by words or by lemmas."""
    for form in {token.lower, token.lemma}:
        for phrase in index.get(form, ()):
            for at, word in enumerate(phrase):
                if word in {token.lower, token.lemma} and _stands(token, phrase, at):
                    return True
    return False


def _stands(token: Token, phrase: tuple[str, ...], at: int) -> bool:
    first = token.i - at
    tokens = token.sent.tokens
    if first < 0 or first + len(phrase) > len(tokens):
        return False
    return all(word in {t.lower, t.lemma} for word, t in zip(phrase, tokens[first:], strict=False))
