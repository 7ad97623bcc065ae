"""The states that a sentence, or the one before it, is about."""

from __future__ import annotations

from detente.language import Sentence, Token
from detente.resolve.actors.affiliation import current
from detente.resolve.actors.locative import is_place
from detente.resolve.actors.reading import Reading, head_of, stance
from detente.resolve.actors.salience import role
from detente.resources.rows import State


def states_before(reading: Reading, sentence: Sentence) -> list[str]:
    """The states that are subjects of the sentence before in the paragraph."""
    if not sentence.index or reading.document.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return []
    return states_in(reading, sentence.index - 1, {"nsubj", "nsubjpass"})


def states_faced(reading: Reading, index: int) -> set[str]:
    """The states that something is done to in a sentence: 'asked Britain', 'to Rome'."""
    found = ((match, current(match, reading, "state", "demonym", "people", "capital")) for match in reading.matches[index])
    return {entry.row.code for match, entry in found if entry is not None and isinstance(entry.row, State) and head_of(match.tokens).dep in {"dobj", "dative", "pobj"}}


def states_in(reading: Reading, index: int, roles: set[str] | None = None, until: int | None = None) -> list[str]:
    """The states of a sentence, in these roles, up to a token; ``[""]`` marks one that stands on the other side."""
    codes: list[str] = []
    for match in reading.matches[index]:
        if until is not None and match.first >= until:
            break
        entry = current(match, reading, "state", "demonym", "people", "capital")
        if entry is None or not isinstance(entry.row, State) or stance(match):
            continue
        head = head_of(match.tokens)
        if roles is None:
            if entry.sort == "capital" and is_place(match, reading):
                continue
            opposed = head.dep == "pobj" and head.head.lower in {"against", "with", "to", "on", "from", "over", "at"}
            opposed = opposed or (head.dep in {"amod", "compound"} and head.head.lemma in {"counterpart", "colleague", "opposite"})
            code = "" if opposed or head.dep == "dobj" else entry.row.code
        elif role(head) in roles or _owns(head, roles, reading):
            code = entry.row.code
        else:
            continue
        if code not in codes:
            codes.append(code)
    return codes if codes != [""] else []


def _owns(head: Token, roles: set[str], reading: Reading) -> bool:
    """'Iceland's president', 'the Greek government': a state named by an office or organ in one of these roles."""
    owned = reading.at.get(head.head)
    return head.dep in {"poss", "amod", "compound", "nmod"} and head.head.dep in roles and owned is not None and bool(owned.of("organ", "title"))
