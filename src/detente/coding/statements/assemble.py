"""From cues and quotations to statements, in text order.

First every cue gets the complement that its row allows; then each quotation goes to the cue beside it,
or runs on from the speaker before it; then media, hearers, times and places are read off the clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.statements.attach import attach_quotes
from detente.coding.statements.chain import carry_on
from detente.coding.statements.content import around, content_of
from detente.coding.statements.cues import CueHit, cues_in
from detente.coding.statements.model import Said
from detente.coding.statements.phrases import according_to
from detente.coding.statements.quotes import Quotations
from detente.coding.statements.rows import finish
from detente.coding.statements.source import source_of
from detente.language import Document
from detente.resolve.model import Cast, Located, Timed
from detente.resources import Lexicon

FIRST_PERSON = frozenset({"i", "we", "me", "us"})
ALWAYS = frozenset({"speech", "write", "report", "deny", "accuse"})


def statements_of(
    document: Document,
    words: Lexicon,
    cast: Cast,
    *,
    times: Sequence[Timed] = (),
    places: Sequence[Located] = (),
) -> list[Said]:
    """All statements with their rows, ids ``s1`` … in text order."""
    quotes = Quotations(document)
    found: list[Said] = []
    for sentence in document.sentences:
        if sentence.block == "dateline":
            continue
        inside = [said for hit in cues_in(sentence, words) if (said := _said(hit, quotes)) is not None]
        inside += according_to(sentence, cast)
        found += _distinct(inside)
    attach_quotes(document, quotes, found)
    found = carry_on(document, quotes, [s for s in found if s.spans], cast)
    return finish(document, found, quotes, cast, times, places)


def _said(hit: CueHit, quotes: Quotations) -> Said | None:
    """The statement of one cue; without spans where only a quotation can give it its content."""
    cue = hit.token
    source = source_of(cue)
    quoted = quotes.at(cue.start) is not None
    if quoted and (source is None or source.lower in FIRST_PERSON):
        return None
    content = content_of(hit) or (around(hit) if source is not None else None)
    if content is None and ("quote" not in hit.row.takes or source is None or quoted):
        return None
    if content is not None and source is None and not _sourceless(hit, content.form):
        return None
    return Said(
        sentence=cue.sent,
        spans=list(content.spans) if content else [],
        cue=cue,
        cue_last=hit.particle,
        source=source,
        head=content.head if content else None,
        stance=hit.row.stance,
        commitment=hit.row.commitment,
        form=content.form if content else "quote",
        rule=f"statement/{hit.row.id}",
        negated=hit.row.stance == "deny" or any(c.dep == "neg" for c in cue.children),
    )


def _sourceless(hit: CueHit, form: str) -> bool:
    """Passives and imperatives of real speech ('it was claimed that'), not of thought or attitude."""
    return form in {"clause", "around"} and hit.row.stance in ALWAYS and hit.token.pos == "VERB" and hit.token.dep != "advcl"


def _distinct(inside: list[Said]) -> list[Said]:
    """One statement a cue: the first with content, else the first."""
    kept: dict[int, Said] = {}
    for said in inside:
        key = said.cue.i if said.cue else -1
        if key not in kept or (said.spans and not kept[key].spans):
            kept[key] = said
    return list(kept.values())


