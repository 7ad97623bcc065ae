"""The cues of a sentence: which words introduce what somebody says, and by which row of the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.language import Sentence, Token
from detente.resources import Lexicon
from detente.resources.rows import CueRow

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}
LABELS = {
    "obj": frozenset({"dobj", "nsubjpass", "attr"}),
    "acomp": frozenset({"acomp", "oprd", "dobj", "advmod", "xcomp", "ccomp", "attr"}),
    "xcomp": frozenset({"xcomp", "ccomp", "acomp", "advcl", "conj"}),
}
MENDED = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "hated": "hate", "hating": "hate", "retweeted": "retweet", "sniped": "snipe"}  # what the lemmatiser gets wrong
SMALL = frozenset({"prt", "prep", "advmod", "agent", "dative", "mark"})
GIVING_WAY = frozenset("on upon to of for against from with about over in by at as into".split())
ODD_NOUNS = frozenset({"advcl", "npadvmod", "ccomp", "parataxis", "dep", "ROOT"})  # what no plural noun is before a stop
MIN_BEFORE = 3
REACH = 8  # tokens from a cue to the last of its fixed words


@dataclass(frozen=True, slots=True, eq=False)
class CueHit:
    """A cue word with its row; ``particle`` is the required preposition, particle or light object."""

    token: Token
    row: CueRow
    particle: Token | None


@lru_cache(maxsize=4)
def cue_index(words: Lexicon) -> dict[tuple[str, str], tuple[CueRow, ...]]:
    """Rows by (lemma, part of speech); those that require a particle come first."""
    found: dict[tuple[str, str], list[CueRow]] = {}
    for row in words.cues:
        pos = "verb" if row.pos == "phrase" else row.pos
        for lemma in row.lemma:
            found.setdefault((lemma, pos), []).append(row)
    return {key: tuple(sorted(rows, key=_looseness)) for key, rows in found.items()}


def _looseness(row: CueRow) -> int:
    """Rows that require most come first."""
    return -max((len(wanted.split()) for wanted in row.particle), default=0)


def cues_in(sentence: Sentence, words: Lexicon, verb: Token | None = None) -> Iterator[CueHit]:
    """The cue words of a sentence, the most specific rows of each first, in order.

    Args:
        sentence: a parsed sentence.
        words: the tables in use.
        verb: a token that is a verb whatever the parser says.
    """
    index = cue_index(words)
    for token in sentence.tokens:
        pos = "verb" if token is verb else POS.get(token.pos)
        if pos is None or (token.dep == "amod" and token.tag in {"VBN", "VBG"}):  # 'the claimed victory' reports nothing
            continue
        for row in _rows(index, token, pos):
            particle = _particle(token, row)
            if particle is not _MISSING:
                yield CueHit(token, row, particle)


def _rows(index: dict[tuple[str, str], tuple[CueRow, ...]], token: Token, pos: str) -> tuple[CueRow, ...]:
    """The rows of a word as it is tagged; a participle taken for an adjective is its verb."""
    rows = index.get((MENDED.get(token.lower, token.lemma.lower()), pos), ())
    if not rows and ((pos == "adjective" and token.tag == "VBN") or _is_mistaken(token)):
        rows = index.get((token.lemma, "verb"), ())
    if token.tag == "VBN" and token.dep in {"acomp", "oprd"} and token.lower != token.lemma:
        rows = (*index.get((token.lower, "adjective"), ()), *rows)  # 'is alarmed by it'
    if is_noun_like(token):
        rows = index.get((token.lemma, "verb"), rows)
    return rows


def is_noun_like(token: Token) -> bool:
    """'…, the military claims.': a verb in the third person before a comma or stop, which the parser takes for a plural."""
    tokens = token.sent.tokens
    if token.tag not in {"NNS", "NNPS"} or token.dep not in ODD_NOUNS or token.i < MIN_BEFORE:
        return False
    before, behind = tokens[token.i - 1], tokens[token.i + 1].text if token.i + 1 < len(tokens) else "."
    return before.pos in {"NOUN", "PROPN", "PRON", "ADJ"} and behind in {",", ".", "–", "—"} and any(t.text == "," for t in tokens[: token.i])


def _is_mistaken(token: Token) -> bool:
    """'heard the envoy state that …': a bare verb before 'that' which the parser takes for a noun."""
    if token.tag != "NN" or token.dep not in {"ccomp", "appos", "dep", "nmod", "conj"}:
        return False
    tokens = token.sent.tokens
    return token.i + 1 < len(tokens) and tokens[token.i + 1].lower == "that" and tokens[token.i - 1].pos in {"PROPN", "PUNCT"}


_MISSING = Token(i=-1, start=0, text="", lemma="", pos="", tag="", dep="", ent="")


def _particle(token: Token, row: CueRow) -> Token | None:
    """What the row requires beside the cue: None where it requires nothing, ``_MISSING`` where it is absent."""
    if not row.particle:
        return None
    for wanted in row.particle:
        found = _all_of(token, requirements(wanted))
        if found is not None:
            return found
    return _MISSING


@lru_cache(maxsize=4096)
def requirements(wanted: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """'under pobj:fire' -> (('', ('under',)), ('pobj', ('fire',))): labels with their words."""
    found: list[tuple[str, list[str]]] = []
    for part in wanted.split():
        label, colon, word = part.partition(":")
        if colon:
            found.append((label, [word]))
        elif found and (not found[-1][0] or part not in GIVING_WAY):
            found[-1][1].append(part)
        else:
            found.append(("", [part]))
    return tuple((label, tuple(words)) for label, words in found)


def _all_of(token: Token, parts: tuple[tuple[str, tuple[str, ...]], ...]) -> Token | None:
    """The token that meets the last labelled requirement, where all are met."""
    best: Token | None = None
    for label, words in parts:
        found = _labelled(token, label, words) if label else _fixed(token, words)
        if found is None:
            return None
        best = found if best is None or label else best
    return best


def _fixed(token: Token, words: tuple[str, ...]) -> Token | None:
    """A small word that hangs on the cue, or a row of words that stands behind it."""
    if len(words) == 1:
        held = next((c for c in token.children if c.lower == words[0] and c.dep in SMALL), None)
        if held is None and words[0] == "for":  # 'called for the president to step down'
            clauses = [c for c in token.children if c.dep in {"advcl", "ccomp", "xcomp"} and c.i > token.i]
            held = next((m for c in clauses for m in c.children if m.lower == "for" and m.dep == "mark" and m.i == c.left), None)
        if held is not None or words[0] not in {"it", "that", "so", "public"}:
            return held
    tokens = token.sent.tokens
    for start in range(token.i + 1, min(token.i + REACH, len(tokens) - len(words) + 1)):
        if all(tokens[start + k].lower == word for k, word in enumerate(words)):
            return tokens[start + len(words) - 1]
        if len(words) > 1 and tokens[start].pos == "PUNCT":
            return None
    return None


def _labelled(token: Token, label: str, words: tuple[str, ...]) -> Token | None:
    """A dependent under a label whose lemma, or last two lemmas, are as wanted."""
    if label == "mark":
        return next((c for c in token.children if c.dep in {"mark", "prep", "advmod"} and c.lower == words[0]), None)
    if label == "pobj":
        pool = [p for c in token.children if c.dep == "prep" for p in c.children if p.dep == "pobj"]
    else:
        pool = [c for c in token.children if c.dep in LABELS.get(label, ())]
        if label != "obj":
            pool += [g for c in token.children if c.dep in {"ccomp", "xcomp"} for g in c.children]
    for found in pool:
        if found.lemma == words[-1] or (words == ("oneself",) and found.lower.endswith(("self", "selves"))):
            if len(words) == 1 or any(c.lemma == words[0] or c.lower == words[0] for c in found.children):
                return found
    return None
