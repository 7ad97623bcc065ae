"""Whose minister, spokesman or officer somebody is, where no word beside the name says so."""

from __future__ import annotations

from collections import Counter

from detente.language import Sentence
from detente.resolve.actors.discourse import dateline_of
from detente.resolve.actors.neighbours import states_before, states_faced, states_in
from detente.resolve.actors.persons import Person
from detente.resolve.actors.reading import Reading
from detente.resolve.actors.untitled import untitled


def by_context(person: Person, reading: Reading) -> tuple[str | None, str]:
    """The state of somebody whose state the report leaves out, where the sentences make it plain, and the reason.

    'Its ambassador, X' is of the state that the sentence before is about; 'President X declared a
    state of siege in Haiti' of the only state that the sentence acts in.
    """
    if not person.says.role:
        return untitled(person, reading)
    naming = next((n for n in person.namings if n.says.role), person.namings[0])
    sentence = naming.tokens[0].sent
    if naming.says.pronoun:
        own = states_in(reading, sentence.index, {"nsubj", "nsubjpass"}, naming.tokens[0].i)
        before = own or states_before(reading, sentence)
        if len(before) == 1:
            return before[0], f"{before[0]}: what sentence {sentence.index + bool(own)} is about"
        return None, "whose office it is stays open"
    if _is_organ_title(person.says.role):
        return _of_the_report(reading, sentence)
    voice = person.says.role.lower().startswith("spokes")
    if naming.says.title is not None and naming.says.title.rank not in NATIONAL_RANKS and not voice:
        return _of_the_rank(naming.says.title.rank, reading, sentence)
    before = _told_of(reading, sentence)
    if len(before) == 1 and not voice and not states_in(reading, sentence.index, None, naming.tokens[0].i):
        return before[0], f"{before[0]}: what sentence {sentence.index} is about"
    states = [] if voice else states_in(reading, sentence.index)
    if len(states) == 1:
        return states[0], f"{states[0]}: the only state that sentence {sentence.index + 1} names, and not as the other side"
    acting = [code for code in states if code]
    if len(acting) == 1 and not person.says.retired:
        return acting[0], f"{acting[0]}: the only state that acts in sentence {sentence.index + 1}"
    return _of_the_report(reading, sentence) if not acting else (None, "the title's state is not named")


def _of_the_rank(rank: str, reading: Reading, sentence: Sentence) -> tuple[str | None, str]:
    """'Peru's army left the post. Gen. Roe said': an officer's state is what the sentence before is about."""
    before = states_before(reading, sentence) if rank == "military" and not states_in(reading, sentence.index) else []
    if len(before) == 1:
        return before[0], f"{before[0]}: what sentence {sentence.index} is about"
    return None, "the title belongs to no state by itself"


NATIONAL_RANKS = frozenset({"head_of_state", "head_of_government", "minister", "deputy", "legislator", "judge"})


ORGANS = frozenset({"government", "military", "army", "foreign", "defence", "defense", "presidential", "ministry", "police", "navy"})
MAIN = 0.6  # the share of a report's states from which one is what the report is about


def _is_organ_title(role: str) -> bool:
    """'military spokesman', 'Government spokeswoman': of a state that the report takes for granted."""
    words = role.lower().split()
    return len(words) > 1 and words[0] in ORGANS and words[-1].startswith("spokes")


def _of_the_report(reading: Reading, sentence: Sentence) -> tuple[str | None, str]:
    """The state that the sentence before is about, else the one that the report is mostly about."""
    before = _told_of(reading, sentence)
    if len(before) == 1:
        return before[0], f"{before[0]}: what sentence {sentence.index} is about"
    counts = Counter(code for index in range(len(reading.matches)) for code in states_in(reading, index) if code)
    for code, count in counts.most_common(1):
        if count >= 2 and count >= MAIN * sum(counts.values()):
            return code, f"{code}: the state that the report is mostly about"
    dateline = dateline_of(reading)
    if dateline and dateline in counts:
        return dateline, f"{dateline}: the dateline's state"
    return None, "the title's state is not named"


def _told_of(reading: Reading, sentence: Sentence) -> list[str]:
    """What the sentence before is about, where this one does nothing to it: who 'asked Britain' is not British."""
    before = states_before(reading, sentence)
    return before if not before or before[0] not in states_faced(reading, sentence.index) else []
