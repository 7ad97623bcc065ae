"""Reading a text up to its statements."""

from __future__ import annotations

import pytest

from detente.coding.statements import Said, statements_of
from detente.language import Parser
from detente.resolve.actors import cast_of
from detente.resources import Lexicon

from .attributions import Read


@pytest.fixture(scope="session")
def said_in(parser: Parser, words: Lexicon) -> Read:
    """The statements of a text."""

    def read(text: str) -> list[Said]:
        document = parser.parse(text)
        return statements_of(document, words, cast_of(document, words, published="2022-01-14"))

    return read
