"""Full-text search over sentences, the same on both databases; no query of a user is ever a syntax error."""

from __future__ import annotations

import re

from sqlalchemy import Connection, TextClause, text

from detente.errors import UsageError
from detente.ledger.sentences import folded

_PART = re.compile(r'"([^"]*)"?|(\S+)')


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


def sentences_with(connection: Connection, query: str) -> TextClause:
    """A query for the numbers of the sentences that hold every phrase.

    Raises:
        UsageError: there is no word in it.
    """
    if connection.dialect.name == "postgresql":
        found = text("SELECT no FROM sentences WHERE to_tsvector('simple', words) @@ to_tsquery('simple', :words)")
        wanted = " & ".join(f"({_tsquery(words, begins=begins)})" for words, begins in terms(query))
    else:
        found = text("SELECT rowid AS no FROM sentence_words WHERE sentence_words MATCH :words")
        wanted = " ".join(f'"{" ".join(words)}"{" *" if begins else ""}' for words, begins in terms(query))
    return found.bindparams(words=wanted)


def _tsquery(words: list[str], *, begins: bool) -> str:
    quoted = [f"'{word}'" for word in words]
    quoted[-1] += ":*" if begins else ""
    return " <-> ".join(quoted)
