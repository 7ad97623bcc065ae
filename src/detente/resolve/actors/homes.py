"""Whose minister, spokesman or officer somebody is, where no word beside the name says so."""

from __future__ import annotations

from collections import Counter

from detente.language import Sentence, Token
from detente.resolve.actors.affiliation import current
from detente.resolve.actors.discourse import dateline_of, speech
from detente.resolve.actors.locative import is_place
from detente.resolve.actors.persons import Person
from detente.resolve.actors.reading import Reading, following, head_of, stance
from detente.resources.rows import State


def by_context(person: Person, reading: Reading) -> tuple[str | None, str]:
    """The state of somebody whose state the report leaves out, where the sentences make it plain, and the reason.

    'Its ambassador, X' is of the state that the sentence before is about; 'President X declared a
    state of siege in Haiti' of the only state that the sentence acts in.
    """
    if not person.says.role:
        return _in_town(person, reading)
    naming = next((n for n in person.namings if n.says.role), person.namings[0])
    sentence = naming.tokens[0].sent
    if naming.says.pronoun:
        own = _states(reading, sentence.index, {"nsubj", "nsubjpass"}, naming.tokens[0].i)
        before = own or _before(reading, sentence)
        if len(before) == 1:
            return before[0], f"{before[0]}: what sentence {sentence.index + bool(own)} is about"
        return None, "whose office it is stays open"
    if _is_organ_title(person.says.role):
        return _of_the_report(reading, sentence)
    voice = person.says.role.lower().startswith("spokes")
    if naming.says.title is not None and naming.says.title.rank not in NATIONAL_RANKS and not voice:
        return _of_the_rank(naming.says.title.rank, reading, sentence)
    states = [] if voice else _states(reading, sentence.index)
    if len(states) == 1:
        return states[0], f"{states[0]}: the only state that sentence {sentence.index + 1} names, and not as the other side"
    acting = [code for code in states if code]
    if len(acting) == 1 and not person.says.retired:
        return acting[0], f"{acting[0]}: the only state that acts in sentence {sentence.index + 1}"
    return _of_the_report(reading, sentence) if not acting else (None, "the title's state is not named")


def _of_the_rank(rank: str, reading: Reading, sentence: Sentence) -> tuple[str | None, str]:
    """'Peru's army left the post. Gen. Roe said': an officer's state is what the sentence before is about."""
    before = _before(reading, sentence) if rank == "military" and not _states(reading, sentence.index) else []
    if len(before) == 1:
        return before[0], f"{before[0]}: what sentence {sentence.index} is about"
    return None, "the title belongs to no state by itself"


def _in_town(person: Person, reading: Reading) -> tuple[str | None, str]:
    """'In Vienna, Dr. Sample assured the envoy', 'For Peru, Jane Roe proposed': the state in whose capital or for whom one speaks."""
    for naming in person.namings:
        head, tokens = head_of(naming.tokens), naming.tokens[0].sent.tokens
        sort = "state" if tokens[0].lower == "for" else "capital" if naming.says.honorific and tokens[0].lower in {"in", "at"} else ""
        match = next((reading.at[t] for t in tokens[1:3] if t in reading.at), None)
        after = following(match.tokens[-1]) if match is not None and sort else None
        entry = current(match, reading, sort) if match is not None and after is not None and after.text == "," else None
        if entry is not None and isinstance(entry.row, State) and head.dep == "nsubj" and head.head.lemma in speech(reading.registry.lexicon):
            return entry.row.code, f"{entry.row.code}: speaks in its capital in sentence {head.sent.index + 1}"
    return None, "no title, state or office is given"


NATIONAL_RANKS = frozenset({"head_of_state", "head_of_government", "minister", "deputy", "legislator", "judge"})


ORGANS = frozenset({"government", "military", "army", "foreign", "defence", "defense", "presidential", "ministry", "police", "navy"})
MAIN = 0.6  # the share of a report's states from which one is what the report is about


def _is_organ_title(role: str) -> bool:
    """'military spokesman', 'Government spokeswoman': of a state that the report takes for granted."""
    words = role.lower().split()
    return len(words) > 1 and words[0] in ORGANS and words[-1].startswith("spokes")


def _of_the_report(reading: Reading, sentence: Sentence) -> tuple[str | None, str]:
    """The state that the sentence before is about, else the one that the report is mostly about."""
    before = _before(reading, sentence)
    if len(before) == 1:
        return before[0], f"{before[0]}: what sentence {sentence.index} is about"
    counts = Counter(code for index in range(len(reading.matches)) for code in _states(reading, index) if code)
    for code, count in counts.most_common(1):
        if count >= 2 and count >= MAIN * sum(counts.values()):
            return code, f"{code}: the state that the report is mostly about"
    dateline = dateline_of(reading)
    if dateline and dateline in counts:
        return dateline, f"{dateline}: the dateline's state"
    return None, "the title's state is not named"


def _before(reading: Reading, sentence: Sentence) -> list[str]:
    """The states that are subjects of the sentence before in the paragraph."""
    if not sentence.index or reading.document.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return []
    return _states(reading, sentence.index - 1, {"nsubj", "nsubjpass"})


def _states(reading: Reading, index: int, roles: set[str] | None = None, until: int | None = None) -> list[str]:
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
        elif head.dep in roles or _owns(head, roles, reading):
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
