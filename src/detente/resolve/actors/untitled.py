"""Whose somebody is who has a name and no title, where the sentences around it make it plain."""

from __future__ import annotations

from itertools import takewhile

from detente.language import Token
from detente.resolve.actors.affiliation import HONORIFICS, current
from detente.resolve.actors.discourse import speech
from detente.resolve.actors.neighbours import states_before, states_in
from detente.resolve.actors.persons import Naming, Person
from detente.resolve.actors.reading import Reading, following, head_of, previous
from detente.resources.rows import State

FOR = frozenset({"of", "for", "from", "representing", "leading", "heading"})
LEADING = frozenset({"lead", "speak", "represent", "act", "head", "sign", "negotiate", "appear", "plead"})
COURTESIES = HONORIFICS | {"m", "mme", "mm"}
APPOSED = 12  # tokens in which an apposition says for whom somebody speaks

Found = tuple[str | None, str]


def untitled(person: Person, reading: Reading) -> Found:
    """The state (alpha-3) of somebody without title or office, or ``None``, and the reason."""
    for rule in (_in_town, _for_whom, _tells, _goes_on):
        for naming in person.namings:
            if (found := rule(naming, reading)) is not None:
                return found
    return None, "no title, state or office is given"


def _in_town(naming: Naming, reading: Reading) -> Found | None:
    """'In Vienna, Dr. Sample assured the envoy', 'For Peru, Jane Roe proposed': the state in whose capital or for whom one speaks."""
    head, tokens = head_of(naming.tokens), naming.tokens[0].sent.tokens
    sort = "state" if tokens[0].lower == "for" else "capital" if naming.says.honorific and tokens[0].lower in {"in", "at"} else ""
    match = next((reading.at[t] for t in tokens[1:3] if t in reading.at), None)
    after = following(match.tokens[-1]) if match is not None and sort else None
    entry = current(match, reading, sort) if match is not None and after is not None and after.text == "," else None
    if entry is not None and isinstance(entry.row, State) and _speaks(head, reading):
        return entry.row.code, f"{entry.row.code}: speaks in its capital in sentence {head.sent.index + 1}"
    return None


def _for_whom(naming: Naming, reading: Reading) -> Found | None:
    """'M. Sample, who leads for Chile,', 'Jane Roe, of the Peruvian delegation,': the one state of the apposition."""
    last = naming.tokens[-1]
    after = last.sent.tokens[last.i + 1 : last.i + 2 + APPOSED]
    inner = list(takewhile(lambda t: t.text not in {",", ".", ";"}, after[1:])) if after and after[0].text == "," else []
    if len(inner) < 2 or not (inner[0].lower in FOR or (inner[0].lower == "who" and inner[1].lemma in LEADING)):
        return None
    code = _only({c for t in inner if (c := _state_at(t, reading))})
    return (code, f"{code}: '{inner[0].text} {inner[1].text} …' in sentence {last.sent.index + 1}") if code else None


def _tells(naming: Naming, reading: Reading) -> Found | None:
    """'Chile, Mr. Sample told the council, would never …': the state whose will one tells."""
    comma = previous(_courtesy(naming))
    subject = previous(comma) if comma is not None and comma.text == "," else None
    code = _state_at(subject, reading) if subject is not None and _speaks(head_of(naming.tokens), reading) else ""
    match = reading.at.get(subject) if subject is not None else None
    if not code or match is None or match.first > 1 or head_of(match.tokens).dep == "pobj":
        return None
    return code, f"{code}: tells what it will do in sentence {comma.sent.index + 1}" if comma is not None else ""


def _goes_on(naming: Naming, reading: Reading) -> Found | None:
    """'The Vienna Cabinet was softer. Dr. Sample assured the envoy': of the state that the sentence before is about."""
    sentence, head = naming.tokens[0].sent, head_of(naming.tokens)
    if not naming.says.honorific or head.dep != "nsubj" or _courtesy(naming).i > 1:
        return None
    if states_in(reading, sentence.index, {"nsubj", "nsubjpass"}, head.i):
        return None
    code = _only(set(states_before(reading, sentence)))
    return (code, f"{code}: what sentence {sentence.index} is about") if code else None


def _courtesy(naming: Naming) -> Token:
    """The first token of a name with its 'Mr.' or 'Dr.'."""
    first = naming.tokens[0]
    before = previous(first)
    return before if before is not None and before.lower.rstrip(".") in COURTESIES else first


def _speaks(head: Token, reading: Reading) -> bool:
    return head.dep == "nsubj" and head.head.lemma in speech(reading.registry.lexicon)


def _state_at(token: Token, reading: Reading) -> str:
    match = reading.at.get(token)
    entry = current(match, reading, "state", "demonym", "capital") if match is not None else None
    return entry.row.code if entry is not None and isinstance(entry.row, State) else ""


def _only(codes: set[str]) -> str:
    return codes.pop() if len(codes) == 1 else ""
