"""The words of a text as near copies are compared by: in small letters, and which of them are names, numbers or days.

Each word is looked at once, whatever the number of texts that have it; what is known of words is kept in tables
that are emptied when they grow large.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

__all__ = ["DAYS", "NUMBERS", "Words", "words_of"]

KEPT = 500_000  # words in a table: some 100 MB
_TOKEN = re.compile(r"[^\W_]+(?:[.,:]\d+)*[.!?:]?")
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


class _Plain(dict[str, str]):
    """Words as they are compared: in small letters, without a mark behind."""

    def __missing__(self, token: str) -> str:
        if len(self) >= KEPT:
            self.clear()
        made = self[token] = token.rstrip(".!?:").casefold()
        return made


class _Hashes(dict[str, int]):
    """64-bit hashes of words, the same on every machine."""

    def __missing__(self, word: str) -> int:
        if len(self) >= KEPT:
            self.clear()
        made = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
        self[word] = made
        return made


class _Telling(dict[str, str]):
    """What a word may be by its look: 'named', 'number', or '' for neither."""

    def __missing__(self, token: str) -> str:
        if len(self) >= KEPT:
            self.clear()
        word = _PLAIN[token]
        is_number = word in NUMBERS or (not word.isalpha() and any(map(str.isdigit, word)))
        made = self[token] = "number" if is_number else "named" if token[0].isupper() else ""
        return made


_PLAIN, _HASHES, _TELLING = _Plain(), _Hashes(), _Telling()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in small letters, without marks, and where its names, numbers and days stand.

    ``places`` are indices into ``words``, in order; ``particulars`` the words there.
    """

    words: tuple[str, ...]
    places: tuple[int, ...]
    particulars: tuple[str, ...]

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """The names, numbers and days from one word to another, the other left out."""
        return self.particulars[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def hashes(self) -> NDArray[np.uint64]:
        """A 64-bit hash of each word, shape (words,), the same on every machine."""
        return np.fromiter(map(_HASHES.__getitem__, self.words), np.uint64, len(self.words))


@lru_cache(maxsize=2048)
def words_of(text: str) -> Words:
    """The words of a text.

    >>> found = words_of("On 4 May the envoy left Ankara.")
    >>> found.words[-2:], found.particulars
    (('left', 'ankara'), ('4', 'may', 'ankara'))
    """
    tokens = _TOKEN.findall(text)
    words = tuple(map(_PLAIN.__getitem__, tokens))
    kinds = map(_TELLING.__getitem__, tokens)
    places = [at for at, kind in enumerate(kinds) if kind and (kind == "number" or words[at] in DAYS or not _opens(tokens, at))]
    return Words(words, tuple(places), tuple(words[at] for at in places))


def _opens(tokens: list[str], at: int) -> bool:
    """Whether a word opens a sentence, so that a capital tells nothing."""
    return at == 0 or tokens[at - 1][-1] in ".!?:"
