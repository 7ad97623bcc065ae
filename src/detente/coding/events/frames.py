"""The frame table, ready to match: indexed by lemma, its restrictions resolved to sets of lemmas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.resources import Lexicon
from detente.resources.rows import Frame

# Entity labels that count as a class: a named person is a person, a named place is territory.
ENTITIES = {
    "person": frozenset({"PERSON", "NORP"}),
    "official": frozenset({"PERSON"}),
    "territory": frozenset({"GPE", "LOC", "FAC"}),
    "government": frozenset({"GPE"}),
    "state": frozenset({"GPE"}),
}


@dataclass(frozen=True, slots=True)
class Restriction:
    """What an argument must or must not be: lemmas that are wanted or barred, entity labels that do as well."""

    wanted: frozenset[str]
    barred: frozenset[str]
    literal: frozenset[str]  # lemmas the row itself names
    labels: frozenset[str]
    some: bool  # '*': anything, but something

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.wanted or self.barred or self.some)


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A frame with its restrictions resolved, and its place in the table."""

    frame: Frame
    object: Restriction
    subject: Restriction
    particles: frozenset[str]
    order: int
    asks_object: bool
    asks_subject: bool


@dataclass(frozen=True, slots=True, eq=False)
class FrameIndex:
    """Frames by lemma, one table a part of speech."""

    verbs: dict[str, tuple[Compiled, ...]]
    nouns: dict[str, tuple[Compiled, ...]]
    adjectives: dict[str, tuple[Compiled, ...]]


@lru_cache(maxsize=4)
def frame_index(lexicon: Lexicon) -> FrameIndex:
    """The index of a lexicon's frames, built once for each fingerprint."""
    tables: dict[str, dict[str, list[Compiled]]] = {"verb": {}, "noun": {}, "adjective": {}}
    for order, frame in enumerate(lexicon.frames):
        thing, doer = _restriction(frame.object, lexicon), _restriction(frame.subject, lexicon)
        compiled = Compiled(frame, thing, doer, frozenset(frame.particle), order, not thing.empty, not doer.empty)
        for lemma in frame.lemma:
            tables[frame.pos].setdefault(lemma, []).append(compiled)
    verbs, nouns, adjectives = ({k: tuple(v) for k, v in t.items()} for t in tables.values())
    return FrameIndex(verbs, nouns, adjectives)


def _restriction(cells: tuple[str, ...], lexicon: Lexicon) -> Restriction:
    wanted: set[str] = set()
    barred: set[str] = set()
    literal: set[str] = set()
    labels: set[str] = set()
    barring = False
    for cell in cells:
        barring = barring or cell.startswith("!")  # '!@a|b': all that follows is barred
        name = cell.lstrip("!")
        if name == "*":
            continue
        members = lexicon.classes.get(name[1:], frozenset()) if name.startswith("@") else frozenset({name})
        if barring:
            barred |= members
        else:
            wanted |= members
            if name.startswith("@"):
                labels |= ENTITIES.get(name[1:], frozenset())
            else:
                literal.add(name)
    return Restriction(frozenset(wanted), frozenset(barred), frozenset(literal), frozenset(labels), "*" in cells)
