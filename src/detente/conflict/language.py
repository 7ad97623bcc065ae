"""The language of statements: options by name joined by NOT, AND, OR, IF, IFF and IMPLIES.

::

    statement  = two ( 'IF' two | 'IFF' two | 'IMPLIES' two )?
    two        = one ( 'OR' one )*
    one        = part ( 'AND' part )*
    part       = 'NOT' part | '(' statement ')' | option
    option     = its key, its name, 'Owner: name', or its number from 1; -3 is NOT 3; or a pattern

The words that join are written in capitals; ``&``, ``|``, ``!``, ``->`` and ``<->`` do as well. A name that
holds such a word, a bracket or a sign is put in quotation marks. A text of Y, N and - alone is a pattern, a letter
an option.

Source: the statements of Fang, Hipel, Kilgour and Peng (2003), part 1, with IF and IFF; NOT binds
strongest, then AND, then OR.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.conflict.formula import And, Formula, If, Iff, Not, Or, pattern, taken

__all__ = ["Reader", "StatementFault", "written"]

_TOKEN = re.compile(
    r"""
    \s*(?:
        (?P<quoted>"[^"]*"|'[^']*')       # a name in quotation marks
      | (?P<sign><->|->|[()&|!])          # signs
      | (?P<word>[^\s()&|!"']+)           # anything else up to a space
    )
    """,
    re.VERBOSE,
)
_SIGNS = {"&": "AND", "|": "OR", "!": "NOT", "->": "IMPLIES", "<->": "IFF"}
_JOINING = {"AND", "OR", "NOT", "IF", "IFF", "IMPLIES", "(", ")"}


class StatementFault(ValueError):
    """A statement can't be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    joins: bool


class Reader:
    """Reads statements about these options: of each its owner's name, its name and its key."""

    def __init__(self, options: Sequence[tuple[str, str, str]]) -> None:
        self.count = len(options)
        self.names: dict[str, list[int]] = {}
        self.spelt: dict[str, str] = {}
        for i, (owner, name, key) in enumerate(options):
            for known in {name, key, f"{owner}: {name}", f"{owner}: {key}" if key else ""} - {""}:
                self.names.setdefault(_plain(known), []).append(i)
                self.spelt[_plain(known)] = known

    def read(self, text: str) -> Formula:
        """The formula of a statement or pattern.

        Raises:
            StatementFault: it is none.
        """
        text = text.strip()
        if not text:
            raise StatementFault("the statement is empty: write a pattern or a statement, or leave it out")
        if not set(text) - set("YN-") and (len(text) == self.count or _plain(text) not in self.names):
            if len(text) != self.count:
                raise StatementFault(
                    f"pattern '{text}' has {len(text)} letters for {self.count} options: write one of Y, N, - for each"
                )
            return pattern(text)
        return _Parse(self, _tokens(text), text).whole()

    def option(self, name: str) -> int:
        """The index of an option by key, name, 'Owner: name' or number.

        Raises:
            StatementFault: there is none, or several.
        """
        found = self.names.get(_plain(name), [])
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            raise StatementFault(f"'{name}' is the name of {len(found)} options: write 'Owner: {name}', or its number")
        if re.fullmatch(r"\d+", name) and 1 <= int(name) <= self.count:
            return int(name) - 1
        near = difflib.get_close_matches(_plain(name), self.names, n=1)
        hint = f"did you mean '{self.spelt[near[0]]}'?" if near else "use its name, its key or its number from 1"
        raise StatementFault(f"there is no option '{name}': {hint}")


class _Parse:
    """Reads one statement from left to right."""

    def __init__(self, reader: Reader, tokens: list[_Token], text: str) -> None:
        self.reader, self.tokens, self.text, self.place = reader, tokens, text, 0

    def whole(self) -> Formula:
        """The formula of all tokens."""
        found = self._statement()
        if self.place < len(self.tokens):
            raise StatementFault(f"'{self.text}': '{self.tokens[self.place].text}' is not expected there: use brackets")
        return found

    def _statement(self) -> Formula:
        left = self._any()
        if self._taken("IF"):
            return If(left, self._any())
        if self._taken("IFF"):
            return Iff(left, self._any())
        if self._taken("IMPLIES"):
            return If(self._any(), left)
        return left

    def _any(self) -> Formula:
        parts = [self._all()]
        while self._taken("OR"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Formula:
        parts = [self._part()]
        while self._taken("AND"):
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _part(self) -> Formula:
        if self._taken("NOT"):
            return Not(self._part())
        if self._taken("("):
            found = self._statement()
            if not self._taken(")"):
                raise StatementFault(f"'{self.text}': a bracket is not closed: add ')'")
            return found
        return self._option()

    def _option(self) -> Formula:
        if self.place == len(self.tokens) or self.tokens[self.place].joins:
            after = self.tokens[self.place - 1].text if self.place else "the beginning"
            raise StatementFault(f"'{self.text}': an option is missing after '{after}'")
        name = self.tokens[self.place].text
        self.place += 1
        if len(name) == self.reader.count and not set(name) - set("YN-") and _plain(name) not in self.reader.names:
            return pattern(name)
        if re.fullmatch(r"-\d+", name):
            return Not(taken(self.reader.option(name[1:])))
        return taken(self.reader.option(name))

    def _taken(self, word: str) -> bool:
        here = self.place < len(self.tokens) and self.tokens[self.place]
        if here and here.joins and here.text == word:
            self.place += 1
            return True
        return False


def _tokens(text: str) -> list[_Token]:
    """Joining words and options; the words of an option's name are one token."""
    found: list[_Token] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match["quoted"] or _SIGNS.get(match["sign"] or "", match["sign"] or match["word"])
        joins = not match["quoted"] and word in _JOINING
        if joins:
            if words:
                found.append(_Token(" ".join(words), joins=False))
                words = []
            found.append(_Token(word, joins=True))
        else:
            words.append(word[1:-1] if match["quoted"] else word)
    if words:
        found.append(_Token(" ".join(words), joins=False))
    return found


def written(entry: object) -> str:
    """A statement as it was written, the parts of a list joined by OR so that it can be read again."""
    if not isinstance(entry, list):
        return str(entry)
    return " OR ".join(f"({part})" if " " in str(part) and len(entry) > 1 else str(part) for part in entry)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
