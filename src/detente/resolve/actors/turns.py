"""Whose a 'SPOKESPERSON:' is in the transcript of a briefing: of the state or body that its heading names."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.actors.affiliation import current
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.reading import Reading, following
from detente.resources import rows

LABEL = 4  # tokens of a label, 'Official Spokesperson:'


def is_label(head: Token) -> bool:
    """Whether a noun stands with a colon at the start of a paragraph: 'Official Spokesperson: Good evening'."""
    after = following(head)
    return after is not None and after.text == ":" and after.i <= LABEL and opens_turn(after)


def opens_turn(colon: Token) -> bool:
    """Whether a colon stands behind the first capitalised words of a paragraph."""
    first = colon.sent.tokens[0]
    return colon.i <= LABEL and first.text[0].isupper() and all(t.pos not in {"VERB", "AUX"} for t in colon.sent.tokens[: colon.i])


def host(match: Match, reading: Reading) -> str:
    """The state or body named first above the first turn, as an actor; '' where none is."""
    because = f"'{match.text}' in sentence {match.sentence.index + 1}: the briefing's heading"
    for index in range(match.sentence.index):
        if any(t.text == ":" and opens_turn(t) for t in reading.document.sentences[index].tokens[: LABEL + 1]):
            break
        for named in reading.matches[index]:
            entry = current(named, reading, "body", "state", "demonym", "capital", "metonym")
            row = entry.row if entry is not None else None
            if isinstance(row, rows.Body):
                return reading.registry.body(row.id, because)
            country = row.code if isinstance(row, rows.State) else row.country if isinstance(row, rows.Metonym) else ""
            if country:
                return reading.registry.organ(country, "GOV", "government", because)
    return ""
