"""Document -> coded events."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.model import Coded
from detente.language import Document
from detente.records import Statement
from detente.resolve.model import Cast, Located, Timed
from detente.resources import Lexicon


def events_of(
    document: Document,
    lexicon: Lexicon,
    cast: Cast,
    *,
    times: Sequence[Timed] = (),
    places: Sequence[Located] = (),
    statements: Sequence[Statement] = (),
    published: str | None = None,
) -> list[Coded]:
    """All events of a document in text order."""
    return []
