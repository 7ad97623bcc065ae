"""Statements inside statements: which of them are told apart.

'Kyiv said Moscow had threatened to attack' holds a threat that Kyiv tells of, and both are kept. What a
speaker is quoted as wanting, knowing or liking is part of what is said, and is not told apart.
"""

from __future__ import annotations

from detente.coding.statements.model import Said
from detente.coding.statements.quotes import Quotations
from detente.resolve.model import Cast

TOLD = frozenset({"speech", "write", "deny", "accuse", "request", "report"})
FORMS = frozenset({"clause", "inf", "objinf", "around", "wh", "pp:for"})


def outermost(found: list[Said], quotes: Quotations, cast: Cast) -> list[Said]:
    """The statements that nobody else makes, and those that are told of a named party."""
    by_sentence: dict[int, list[Said]] = {}
    for said in found:
        by_sentence.setdefault(said.sentence.index, []).append(said)
    return [s for s in found if _stands(s, by_sentence[s.sentence.index], quotes, cast)]


def _stands(said: Said, beside: list[Said], quotes: Quotations, cast: Cast) -> bool:
    if said.cue is None:
        return True
    at = said.cue.start
    quoted = quotes.at(at) is not None
    nested = quoted or any(o is not said and any(a <= at < b for a, b in o.spans) for o in beside)
    if not nested:
        return True
    named = said.source is not None and cast.at(said.source) is not None and said.source.pos == "PROPN"
    return named and said.form in FORMS and (said.stance in TOLD or bool(said.commitment))
