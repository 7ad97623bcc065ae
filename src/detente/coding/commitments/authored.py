"""Texts that speak for themselves: speeches, statements of a ministry, addresses; and who speaks in them.

A report tells what others say. A speech says 'we' outside all quotation marks, and what it demands or
promises binds whom it speaks for: the state that calls, urges or stands ready in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from detente.coding.statements import Said
from detente.coding.statements.quotes import quotes_of
from detente.language import Document, Token
from detente.resolve.actors import parties_of
from detente.resolve.actors.registry import AUTHOR
from detente.resolve.model import Cast

UNNAMED = "---/AUTHOR"  # stands for an author whom the text does not name; no row shows it
FIRST = frozenset("we We our Our ours us ourselves my My".split())
VOICES = frozenset({"state", "government", "igo", "military"})
PERFORMING = frozenset(
    """
    call urge welcome condemn reiterate reaffirm affirm support reject believe desire seek stand remain express join hope deplore
    demand insist appeal ask request want regret commend stress underline underscore emphasise emphasize recognise recognize propose
    oppose consider expect encourage declare attach commit pledge thank congratulate denounce continue invite maintain wish
    """.split()
)


def author_of(document: Document, cast: Cast, said: Iterable[Said]) -> str | None:
    """The state or body in whose voice a text is written; :data:`UNNAMED` where it is not told; ``None`` for a report."""
    cited = [(a, b) for s in said if (s.cue is not None or s.speaker) and not _is_first(s.source) for a, b in s.spans]
    cited = sorted([*cited, *((q.start, q.end) for q in quotes_of(document))])
    own = list(_first_persons(document, cited))
    if not own:
        return None
    found = Counter(a for t in own if (a := cast.at(t)) is not None and a in cast.actors)
    if set(found) <= {AUTHOR}:
        named = Counter(p for t in _performers(document) for p in parties_of(t, cast)[:1] if cast.actors[p].kind in VOICES)
        found = named or found
    return found.most_common(1)[0][0] if found else UNNAMED


def _is_first(source: Token | None) -> bool:
    return source is not None and (source.text in FIRST or source.text == "I")


def _first_persons(document: Document, cited: list[tuple[int, int]]) -> Iterator[Token]:
    """'We', 'our', 'I', outside what others are cited for and outside quotation marks."""
    at, reach = 0, 0
    for sentence in document.sentences:
        for token in sentence.tokens:
            while at < len(cited) and cited[at][0] <= token.start:
                reach = max(reach, cited[at][1])
                at += 1
            if token.start >= reach and (token.text in FIRST or (token.text == "I" and token.dep == "nsubj")):
                yield token


def _performers(document: Document) -> Iterator[Token]:
    """Subjects of what is done in saying it: 'Costa Rica calls for', 'the Members of the Council urge'."""
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.dep == "nsubj" and token.head.lemma in PERFORMING and token.head.tag in {"VBZ", "VBP"} and token.pos != "PRON":
                yield token
