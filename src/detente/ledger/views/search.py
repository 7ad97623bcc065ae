"""Full-text search over sentences, the same on both databases; no query of a user is ever a syntax error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, TextClause, select, text

from detente.errors import UsageError
from detente.ledger.load import chunks
from detente.ledger.schema import Sentence
from detente.ledger.sentences import folded

_PART = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search for the merged rows of which some report, known by a day, has all the words in one sentence.

    ``coded`` is the table of the rows as read.
    """

    dossier: int
    coded: Any
    query: str
    known: str

    def few(self, connection: Connection, most: int) -> list[str] | None:
        """The ids of the merged rows where at most so many sentences have the words; None where more do."""
        found = sentences_with(connection, self.query, most + 1)
        numbers = list(connection.scalars(found))
        if len(numbers) > most:
            return None
        rows: set[str] = set()
        for some in chunks(numbers):
            query = self._rows().where(self.coded.sentence.in_(some))
            rows.update(connection.scalars(query))
        return sorted(rows)

    def among(self, connection: Connection, rows: Sequence[str]) -> set[str]:
        """Which of these merged rows have the words."""
        found: set[str] = set()
        phrases = [(f" {' '.join(words)}{'' if begins else ' '}") for words, begins in terms(self.query)]
        for some in chunks(rows):
            query = self._rows().join(Sentence, Sentence.no == self.coded.sentence).add_columns(Sentence.words)
            for row, words in connection.execute(query.where(self.coded.merged.in_(some))):
                said = f" {words} "
                if row not in found and all(phrase in said for phrase in phrases):
                    found.add(row)
        return found

    def rows(self, connection: Connection) -> Any:
        """A query for the ids of all merged rows that have the words."""
        return self._rows().where(self.coded.sentence.in_(sentences_with(connection, self.query)))

    def _rows(self) -> Any:
        coded = self.coded
        return select(coded.merged).where(coded.dossier == self.dossier, coded.merged.is_not(None), coded.known <= self.known)


def terms(query: str) -> list[tuple[list[str], bool]]:
    """The words of each phrase of a query, and whether its last word is only a beginning.

    Raises:
        UsageError: there is no word in it.

    >>> terms('missile* "red line" S-400')
    [(['missile'], True), (['red', 'line'], False), (['s', '400'], False)]
    """
    found = []
    for phrase, word in _PART.findall(query):
        words = folded(phrase or word).split()
        if words:
            found.append((words, word.endswith("*")))
    if not found:
        raise UsageError(f"there is no word to search for in {query!r}", where="--text")
    return found


def sentences_with(connection: Connection, query: str, most: int | None = None) -> TextClause:
    """A query for the numbers of the sentences that hold every phrase, or for so many of them.

    Raises:
        UsageError: there is no word in it.
    """
    if connection.dialect.name == "postgresql":
        found = "SELECT no FROM sentences WHERE to_tsvector('simple', words) @@ to_tsquery('simple', :words)"
        wanted = " & ".join(f"({_tsquery(words, begins=begins)})" for words, begins in terms(query))
    else:
        found = "SELECT rowid AS no FROM sentence_words WHERE sentence_words MATCH :words"
        wanted = " ".join(f'"{" ".join(words)}"{" *" if begins else ""}' for words, begins in terms(query))
    if most is None:
        return text(found).bindparams(words=wanted)
    return text(f"{found} LIMIT :most").bindparams(words=wanted, most=most)


def _tsquery(words: list[str], *, begins: bool) -> str:
    quoted = [f"'{word}'" for word in words]
    quoted[-1] += ":*" if begins else ""
    return " <-> ".join(quoted)
