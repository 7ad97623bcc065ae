"""Transcripts: paragraphs that open with a speaker's name and a colon, each the turn of that speaker.

'Q: Is there a deadline?' 'MR. RUBIN: We have set none.' A turn runs on over paragraphs without a name
of their own. What is asked is no statement.
"""

from __future__ import annotations

import re

from detente.coding.statements.model import Said
from detente.language import Document, Sentence, Token

LABEL = re.compile(
    r"""
    (?P<name>
      [A-Z][A-Z.'’-]*(?:\ [A-Z][A-Z.'’-]*){0,6}                     # SENIOR NATO OFFICIAL, MR. RUBIN, Q
    | (?:[A-Z][\w.'’-]*\ ){0,4}[A-Z][\w’'-]+                        # Minister Lavrov, Moderator
    )
    (?:\ \([^)\n]{1,60}\))?                                         # (Sudan)
    :(?=\s)
    """,
    re.VERBOSE,
)
ASKING = frozenset("q question questions reporter journalist interviewer moderator correspondent host press".split())
MIN_TURNS = 2
MIN_WORDS = 2


def turns_of(document: Document) -> dict[int, Said]:
    """The turns of a transcript by the index of the sentence that opens them; none where it is no transcript."""
    opened = [(p.index, m) for p in document.paragraphs if p.block != "dateline" and (m := LABEL.match(document.text, p.start, p.end))]
    names = [m["name"] for _, m in opened]
    asked = any(_asks(name) for name in names)
    repeated = len(set(names)) < len(names) and any(name.isupper() for name in names)
    if not (len(opened) >= MIN_TURNS and (asked or repeated)):
        opened = [(index, m) for index, m in opened if m["name"].isupper() and " " in m["name"] and document.paragraphs[index].block == "body"]
    wanted = [(index, m) for index, m in opened if asked or m["name"].isupper()]
    if not wanted:
        return {}
    ends = [index for index, _ in wanted[1:]] + [len(document.paragraphs)]
    held: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        held.setdefault(sentence.paragraph, []).append(sentence)
    found: dict[int, Said] = {}
    for (index, match), until in zip(wanted, ends, strict=True):
        opening = next((s for s in held.get(index, ()) if s.start < match.end() <= s.end), None)  # 'MR.' may stand apart
        said = _turn(document, opening, match.end(), _last(document, index, until)) if opening is not None and not _asks(match["name"]) else None
        if said is not None:
            found[said.sentence.index] = said
    return found


def _asks(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower().strip(".") in ASKING


def _last(document: Document, index: int, until: int) -> int:
    """Where a turn ends: with the last paragraph of running text before the next turn."""
    last = index
    while last + 1 < until and document.text[document.paragraphs[last + 1].start : document.paragraphs[last + 1].end].rstrip()[-1:] in '.!?…”"':
        last += 1
    return document.paragraphs[last].end


def _turn(document: Document, sentence: Sentence, start: int, end: int) -> Said | None:
    """What one speaker says, from the colon to the end of the turn."""
    span = document.span(start, end)
    colon = next((t for t in sentence.tokens if t.text == ":" and t.end >= start), None)
    source = _name(sentence.tokens, colon) if colon is not None else None
    if colon is None or source is None or len(span.text.split()) < MIN_WORDS:
        return None
    return Said(
        sentence=sentence, spans=[(span.start, span.end)], cue=colon, source=source, head=sentence.root, form="colon",
        rule="statement/transcript",
    )  # fmt: skip


def _name(tokens: list[Token], colon: Token) -> Token | None:
    """The last word of the name, which no bracket holds."""
    opening = next((t.i for t in tokens[: colon.i] if t.text == "("), colon.i)
    return tokens[opening - 1] if opening else None
