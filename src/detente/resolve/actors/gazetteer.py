"""Every name of the word tables in one trie, matched over tokens: longest match, case-aware.

Phrases and tokens are cut into the same atoms (lower case, no accents, no full stops, divided at
hyphens), so that 'U.S.', 'US' and the 'U.S' of 'U.S.-led' are one name, while 'us' is none: an
entry says which case it wants. Matching is linear in the number of tokens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from detente.language import Sentence, Token
from detente.resources import Lexicon, rows

Sort = Literal[
    "state", "demonym", "people", "capital", "metonym", "body", "description", "outlet", "organ", "title", "person", "town"
]
Shape = Literal["any", "capital", "upper"]
Row = rows.State | rows.Metonym | rows.Region | rows.Organ | rows.Body | rows.Outlet | rows.Title | rows.Holder
Node = dict[str, Any]  # atom -> node; '' -> list of entries

DIVIDE = re.compile(r"[\s\-‐‑–—/]+|(?=['’]s\b)|(?<=s)['’](?=\s|$)")
LOOSE = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "la", "du", "des", "al", "el", "at", "s", "a"})
ENGLISH = frozenset({"us", "it", "who", "car", "is", "so", "fed", "as", "in", "id", "un", "ai", "or", "pm", "mod"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a table: what sort of name it is, the row it comes from, the case it wants."""

    sort: Sort
    surface: str
    row: Row
    shape: Shape
    plural: bool = False


@dataclass(slots=True, eq=False)
class Match:
    """Tokens ``first`` to ``last`` (both included) of a sentence, and all entries of that phrase."""

    sentence: Sentence
    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the match."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def text(self) -> str:
        """The words, one space between tokens that stand apart."""
        return phrase_of(self.tokens)

    def of(self, *sorts: Sort) -> list[Entry]:
        """The entries of these sorts, in table order."""
        return [entry for entry in self.entries if entry.sort in sorts]


@dataclass(slots=True, eq=False)
class Index:
    """The trie over all tables of a lexicon."""

    root: Node


def phrase_of(tokens: list[Token]) -> str:
    """The words of neighbouring tokens as they are printed, white space squeezed."""
    parts: list[str] = []
    for n, token in enumerate(tokens):
        if n and tokens[n - 1].end < token.start:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


@lru_cache(maxsize=1 << 16)
def atoms(text: str) -> tuple[str, ...]:
    """The comparable pieces of a word or phrase.

    >>> atoms("U.S.-led"), atoms("People’s Republic"), atoms("-")
    (('us', 'led'), ('people', "'s", 'republic'), ())
    """
    if text.isascii() and text.isalpha():
        return (text.lower(),)
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in '.,()"“”')
    return tuple(part for part in DIVIDE.split(plain) if part and part != "'")


def matches(sentence: Sentence, index: Index) -> Iterator[Match]:
    """The longest known phrases of a sentence, left to right, none overlapping another."""
    tokens, root = sentence.tokens, index.root
    shouting = _shouts(sentence)
    i, n = 0, len(tokens)
    while i < n:
        pieces = atoms(tokens[i].text)
        if not pieces or pieces[0] not in root:
            i += 1
            continue
        found = _longest(tokens, i, root, shouting)
        if found is None:
            i += 1
            continue
        last, entries = found
        yield Match(sentence, i, last, entries)
        i = last + 1


def entries_in(text: str, index: Index) -> Iterator[Entry]:
    """The entries of the longest phrases in a text that is not parsed, a headline for instance."""
    words = text.split()
    i = 0
    while i < len(words):
        node, best = index.root, None
        for j in range(i, len(words)):
            for piece in atoms(words[j].strip("?!:;'‘’“”")):
                node = node.get(piece, {})
            if not node:
                break
            named = [e for e in node.get("", ()) if e.shape == "any" or words[i][0].isupper()]
            best = (j, named) if named else best
        if best is not None:
            yield from best[1]
            i = best[0]
        i += 1


def inner(match: Match, index: Index) -> Match | None:
    """A state, body or palace named at the start of a longer phrase: 'Palestinian leader', 'Foreign Office spokesman'."""
    tokens, node, best = match.sentence.tokens, index.root, None
    for j in range(match.first, match.last):
        for piece in atoms(tokens[j].text):
            node = node.get(piece, {})
        named = tuple(e for e in node.get("", ()) if e.sort in {"state", "demonym", "body", "metonym"} and _fits(e, tokens, match.first, j, shouting=False))
        if named:
            best = Match(match.sentence, match.first, j, named)
    return best


def _longest(tokens: list[Token], first: int, root: Node, shouting: bool) -> tuple[int, tuple[Entry, ...]] | None:
    node: Node = root
    best: tuple[int, tuple[Entry, ...]] | None = None
    for j in range(first, len(tokens)):
        pieces = atoms(tokens[j].text)
        for number, piece in enumerate(pieces):
            following = node.get(piece)
            if following is None:
                return best
            node = following
            ends = number == len(pieces) - 1 or (j == first and number == 0) or pieces[number + 1 :] == ("led",)
            if "" in node and ends:
                fitting = tuple(e for e in node[""] if _fits(e, tokens, first, j, shouting=shouting))
                if fitting:
                    best = (j, fitting)
    return best


def _fits(entry: Entry, tokens: list[Token], first: int, last: int, *, shouting: bool) -> bool:
    if entry.shape == "any":
        return True
    text = tokens[first].text
    if entry.shape == "upper":
        letters = text.replace(".", "").split("-")[0]
        if not letters.isupper():
            return False
        return not (shouting and first == last and letters.lower() in ENGLISH and tokens[first].ent == "")
    return text[0].isupper() and (first == last or shouting or _capitals(entry, tokens, last))


def _capitals(entry: Entry, tokens: list[Token], last: int) -> bool:
    """Whether the last word is capitalised where the table capitalises it."""
    return not entry.surface.split()[-1][0].isupper() or tokens[last].text[0].isupper() or len(tokens[last].text) < 3


def _shouts(sentence: Sentence) -> bool:
    words = [t.text for t in sentence.tokens if len(t.text) > 1 and t.text.isalpha()]
    return len(words) > 1 and sum(w.isupper() for w in words) > 0.8 * len(words)


def _shape(surface: str) -> Shape:
    letters = "".join(c for c in surface if c.isalpha())
    if not letters[:1].isupper():
        return "any"
    return "upper" if letters.isupper() and len(letters) <= 5 else "capital"


def plural(phrase: str) -> str:
    """The regular English plural of a phrase whose last word is its head.

    >>> plural("foreign ministry"), plural("spokesman"), plural("Secretary of State")
    ('foreign ministries', 'spokesmen', 'Secretaries of State')
    """
    head, of, rest = phrase.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    if phrase.endswith("man"):
        return phrase[:-3] + "men"
    if phrase.endswith("y") and phrase[-2:-1] not in set("aeiou"):
        return phrase[:-1] + "ies"
    return phrase if phrase.endswith("s") else phrase + "s"


@lru_cache(maxsize=4)
def index_of(lexicon: Lexicon) -> Index:
    """The trie of a lexicon, built once for each fingerprint."""
    root: Node = {}
    for entry in _entries(lexicon):
        node = root
        pieces = atoms(entry.surface)
        for piece in pieces:
            node = node.setdefault(piece, {})
        if pieces:
            node.setdefault("", []).append(entry)
    return Index(root)


def _entries(lexicon: Lexicon) -> Iterator[Entry]:
    for state in lexicon.states:
        yield from _of("state", (state.name, *state.names), state)
        yield from _of("demonym", state.adjectives, state)
        yield from _of("people", state.people, state)
        yield from _of("capital", (state.capital, *state.capitals), state)
    for metonym in lexicon.metonyms:
        yield from _of("town" if metonym.kind == "town" else "metonym", metonym.phrase.split("|"), metonym)
    for region in lexicon.regions:
        yield from _of("town", (region.name, *region.names), region)
    for body in lexicon.bodies:
        yield from _of("body", (body.name, *body.aliases), body)
        yield from _of("description", body.descriptions, body)
    for outlet in lexicon.outlets:
        yield from _of("outlet", (outlet.name, *outlet.aliases), outlet)
    for organ in lexicon.organs:
        for phrase in organ.phrase:
            yield Entry("organ", phrase, organ, _shape(phrase))
            yield Entry("organ", plural(phrase), organ, _shape(phrase), plural=True)
    for title in lexicon.titles:
        yield Entry("title", title.title, title, _title_shape(title.title))
        yield Entry("title", plural(title.title), title, _title_shape(title.title), plural=True)
    for holder in lexicon.offices:
        yield from _of("person", (holder.name, *(a for a in holder.aliases if not a.startswith("="))), holder)


def _of(sort: Sort, surfaces: tuple[str, ...] | list[str], row: Row) -> Iterator[Entry]:
    for surface in dict.fromkeys(surfaces):
        if surface.strip():
            yield Entry(sort, surface.strip(), row, _shape(surface))


def _title_shape(title: str) -> Shape:
    return "upper" if title.isupper() else "any"
