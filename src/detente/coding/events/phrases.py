"""Fixed phrases in which a trigger word is no event ('trade war', 'Peace Prize')."""

from __future__ import annotations

from functools import lru_cache

from detente.language import Token
from detente.resources import Lexicon

# word -> for each phrase with it: the step to a neighbour, the neighbour, the place in the phrase, the phrase
PhraseIndex = dict[str, tuple[tuple[int, str, int, tuple[str, ...]], ...]]


@lru_cache(maxsize=4)
def phrase_index(lexicon: Lexicon) -> PhraseIndex:
    """The phrases by each of their words, in lower case, with a neighbour to try first."""
    found: dict[str, list[tuple[int, str, int, tuple[str, ...]]]] = {}
    for row in lexicon.pseudo:
        words = tuple(row.phrase.lower().split())
        for at, word in enumerate(words):
            step = 0 if len(words) == 1 else 1 if at + 1 < len(words) else -1
            found.setdefault(word, []).append((step, words[at + step], at, words))
    return {word: tuple(phrases) for word, phrases in found.items()}


def in_phrase(token: Token, index: PhraseIndex) -> bool:
    """Whether a token stands inside one of the phrases, by words or by lemmas."""
    forms = (token.lower,) if token.lower == token.lemma else (token.lower, token.lemma)
    tokens, i = token.sent.tokens, token.i
    for form in forms:
        for step, near, at, phrase in index.get(form, ()):
            if 0 <= i + step < len(tokens):
                other = tokens[i + step]
                if near in (other.lower, other.lemma) and _stands(token, phrase, at):
                    return True
    return False


def _stands(token: Token, phrase: tuple[str, ...], at: int) -> bool:
    first = token.i - at
    tokens = token.sent.tokens
    if first < 0 or first + len(phrase) > len(tokens):
        return False
    return all(word in {t.lower, t.lemma} for word, t in zip(phrase, tokens[first:], strict=False))
