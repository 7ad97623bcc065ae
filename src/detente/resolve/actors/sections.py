"""The state that part of a report is about because of where it is set: 'THIMPHU. The government …', 'In Sofia schools were shut; the ministry …'."""

from __future__ import annotations

from detente.language import Sentence, Token
from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.reading import Reading, following
from detente.resolve.actors.towns import state_there
from detente.resources import rows

LABEL = frozenset({".", ":", "-", "–", "—"})
PLACING = frozenset({"in", "at", "near", "outside", "from", "on"})
OPENING = 2  # tokens before a town or house that opens a sentence
SHORT = 4  # tokens of a sentence that is nothing but a label


def section_state(sentence: Sentence, reading: Reading) -> str:
    """The state (alpha-3) whose name or town heads the paragraph of a sentence, in a digest of several; else ''."""
    sentences = reading.document.sentences
    for index in range(sentence.index, -1, -1):
        before = sentences[index]
        if before.paragraph != sentence.paragraph:
            return _label(before, reading) if len(before.tokens) < SHORT else ""
        if found := _label(before, reading):
            return found
    return ""


def _label(sentence: Sentence, reading: Reading) -> str:
    match = next((m for m in reading.matches[sentence.index] if m.first == 0), None)
    if match is None or not match.of("state", "capital", "town"):
        return ""
    after = following(match.tokens[-1])
    headed = after is None or (after.text in LABEL and (following(after) is None or after.start > match.tokens[-1].end or after.text in {".", ":"}))
    return state_there(match, reading) if headed else ""


def town_before(head: Token, reading: Reading) -> str:
    """The state of the town or house that the sentence begins with: 'In Zagreb, officials feared', 'At the State Department, a spokesman said'; else ''."""
    first = next((m for m in reading.matches[head.sent.index] if m.first <= OPENING and m.last < head.i), None)
    if first is None or not _opens(first):
        return ""
    house = next((e.row.country for e in first.of("metonym") if isinstance(e.row, rows.Metonym) and holds(e.row, reading.registry.published)), "")
    return house if first.of("metonym") and not first.of("capital", "town") else state_there(first, reading) if first.first == 1 else ""


def _opens(match: Match) -> bool:
    """'In X', 'At the X' at the head of a sentence."""
    before = match.sentence.tokens[: match.first]
    placed = bool(before) and before[0].lower in PLACING and all(t.pos == "DET" for t in before[1:])
    return placed and bool(match.of("state", "capital", "town", "metonym"))
