"""What tells two fillings of one form apart: names, numbers and dates that stand one for the other.

Two texts are aligned word by word (Levenshtein, by RapidFuzz). Where a few words of one stand in the place of
a few words of the other, between words that agree, the place is a slot; a slot that holds another name,
number or day on either side was filled anew. A misread letter fills no slot: 'Ankara' and 'Anka1a' are one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from detente.sources.tokens import DAYS, NUMBERS, Words, words_of

SHORT = 100  # words: two short texts may share as many by chance, or by their heading
SLOT = 5  # words: what is replaced at greater length was rewritten, not filled in
ANCHOR = 3  # words that agree before and after a slot; fewer agree by chance
DENSE = 0.025  # of the words are slots in a form where numbers alone change; a toll that rose is one word of a story
_MISREAD = str.maketrans({"1": "l", "i": "l", "|": "l", "!": "l", "0": "o", "5": "s", "8": "b", "c": "e", "6": "b", "9": "g"})
_Block = tuple[str, int, int, int, int]  # equal or not, from where to where, and where in the other text
_Slot = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two texts word by word.

    ``kept_of_shorter``, ``kept_of_first`` and ``kept_of_both`` are shares from 0 to 1 of the words of the
    shorter text, of the earlier, and of both together, that stand in both in the same order; ``names``, ``numbers`` and ``dates`` how many different slots
    were filled anew; ``agreed`` how many different names, numbers and dates agree; ``replaced`` how many times
    words stand for other words, of whatever kind, misread ones aside.
    """

    words: int  # of the shorter text
    kept_of_shorter: float
    kept_of_first: float
    kept_of_both: float
    names: int
    numbers: int
    dates: int
    agreed: int
    replaced: int

    @property
    def is_version(self) -> bool:
        """Whether enough words stand in the same order; of a short text, nearly all must."""
        return self.kept_of_shorter >= (0.7 if self.words < SHORT else 0.4)

    def is_filled_anew(self, *, is_form: bool = False, is_marked: bool = False) -> bool:
        """Whether this is one form filled in twice, rather than two versions of one report.

        A version may correct a name or raise a toll; a form is filled with another day, or changes a good
        part of what can be changed.

        Args:
            is_form: the words that agree are those of many reports: one slot filled anew is enough.
            is_marked: one outlet says that the later updates or corrects the earlier: more may change.
        """
        filled = self.names + self.numbers + self.dates
        share = filled / max(1, filled + self.agreed)
        dense = filled >= DENSE * self.words
        if is_marked:
            return filled >= 3 and share >= 0.4 and filled >= 2 * DENSE * self.words
        if self.words < SHORT and self.replaced > (not is_form) and (filled or is_form):
            return True
        if is_form:
            return filled > 0 and (dense or self.names + self.dates > 1)
        if self.dates and filled >= 2:
            return dense or share >= 0.2 or filled >= 5
        return filled >= 2 and share >= (0.2 if self.names else 0.4) and (dense or self.names > 1)


def aligned(earlier: str, later: str) -> Alignment:
    """How two texts agree word by word."""
    held = words_of(earlier), words_of(later)
    mine, yours = held[0].words, held[1].words
    blocks: list[_Block] = [(o.tag, o.src_start, o.src_end, o.dest_start, o.dest_end) for o in Levenshtein.opcodes(mine, yours)]
    same = [(start, end) for tag, start, end, *_ in blocks if tag == "equal"]
    kept = sum(end - start for start, end in same)
    slots = _gaps(blocks, len(mine), len(yours))
    filled = {pair: at for at in reversed(slots) if (pair := _filling(held, at, mine, yours))}
    kinds = Counter(_kind(pair, mine[max(0, at[0] - 1) : at[1] + 1]) for pair, at in filled.items())
    replaced = [at for at in slots if at[1] > at[0] and at[3] > at[2] and not _is_misread(mine[at[0] : at[1]], yours[at[2] : at[3]])]
    shorter = min(len(mine), len(yours))
    return Alignment(
        words=shorter,
        kept_of_shorter=kept / max(1, shorter),
        kept_of_first=kept / max(1, len(mine)),
        kept_of_both=2 * kept / max(1, len(mine) + len(yours)),
        names=kinds["name"],
        numbers=kinds["number"],
        dates=kinds["date"],
        agreed=len({word for start, end in same for word in held[0].between(start, end)}),
        replaced=len(replaced),
    )


def _filling(
    held: tuple[Words, Words], at: _Slot, mine: tuple[str, ...], yours: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str]] | None:
    """What stands in a slot on either side, where both hold something and it is not the same misread."""
    a, b, c, d = at
    if b - a > SLOT or d - c > SLOT or _is_misread(mine[a:b], yours[c:d]):
        return None
    gone, come = set(held[0].between(a, b)), set(held[1].between(c, d))
    old, new = frozenset(gone - come), frozenset(come - gone)
    return (old, new) if old and new and not _is_misread(sorted(old), sorted(new)) else None


def _gaps(blocks: list[_Block], len_mine: int, len_yours: int) -> list[_Slot]:
    """The stretches that differ between words that agree, as (start, end, start, end)."""
    found: list[_Slot] = []
    before, here, there = ANCHOR, 0, 0  # the beginning of both texts holds as words that agree
    for tag, start, end, start_there, end_there in blocks:
        if tag != "equal":
            continue
        if before + end - start >= ANCHOR and (start > here or start_there > there):
            found.append((here, start, there, start_there))
        before, here, there = end - start, end, end_there
    if (len_mine, len_yours) != (here, there):
        found.append((here, len_mine, there, len_yours))
    return found


def _kind(pair: tuple[frozenset[str], frozenset[str]], around: tuple[str, ...]) -> str:
    words = pair[0] | pair[1]
    if words & DAYS or (DAYS & set(around) and all(_is_number(word) for word in words)):
        return "date"
    return "number" if any(_is_number(word) for word in words) else "name"


def _is_number(word: str) -> bool:
    return word in NUMBERS or word[0].isdigit()


def _is_misread(one: list[str] | tuple[str, ...], other: list[str] | tuple[str, ...]) -> bool:
    """Whether two stretches of words are one but for misread letters."""
    mine, yours = "".join(one), "".join(other)
    if not mine or not yours or (mine.isdigit() and yours.isdigit()):
        return False
    mine, yours = mine.translate(_MISREAD), yours.translate(_MISREAD)
    if mine == yours:
        return True
    return min(len(mine), len(yours)) >= 5 and Levenshtein.distance(mine, yours) <= 1 + min(len(mine), len(yours)) // 12
