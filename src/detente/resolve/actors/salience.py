"""What a pronoun or description most likely means: recency, role in the clause, gender, number.

After Lappin and Leass, 'An algorithm for pronominal anaphora resolution' (Computational
Linguistics 20, 1994): a mention weighs by its grammatical role, weights halve with each sentence,
and what agrees weighs in sum over its mentions. Subjects of speech verbs weigh more, since news
runs on with the same speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from detente.language import Token

ROLES = {"nsubj": 1.0, "nsubjpass": 0.9, "agent": 0.7, "dobj": 0.6, "dative": 0.5, "poss": 0.45, "pobj": 0.45, "appos": 0.4}
HEADLINE = 0.5  # what a mention in a headline weighs: the text begins anew below it
WINDOW = 6  # sentences


@dataclass(frozen=True, slots=True)
class Point:
    """A mention in the stream: whom it means (several for a group), where, and how much it weighs."""

    ids: tuple[str, ...]
    token: Token
    sentence: int
    weight: float
    human: bool = False
    many: bool = False


@dataclass(slots=True, eq=False)
class Stream:
    """All mentions so far, in text order."""

    points: list[Point] = field(default_factory=list)

    def push(
        self, ids: tuple[str, ...], token: Token, *, speaks: bool = False, human: bool = False, many: bool = False
    ) -> None:
        """One more mention; ``human`` may be 'he' or 'she', ``many`` may be 'they'."""
        weight = max(ROLES.get(role(token), 0.3), 1.3 if speaks else 0.0) * (HEADLINE if token.sent.block == "headline" else 1.0)
        self.points.append(Point(ids, token, token.sent.index, weight, human, many))

    def best(
        self, token: Token, wanted: Callable[[Point], float], *, window: int = WINDOW, bound: bool = True
    ) -> tuple[str, ...]:
        """The ids that weigh most before ``token``; ``()`` where none is wanted.

        Args:
            token: the pronoun or head of the description.
            wanted: a factor for mentions that agree, 0 for those that do not.
            window: how many sentences back mentions count.
            bound: whether to leave out what stands beside the pronoun under the same verb
                ('Iran accused it': another than Iran).
        """
        best: dict[tuple[tuple[str, ...], int], float] = {}
        local = local_subject(token)
        here = token.sent.index
        beside = clause(token) if bound else None
        over = controllers(beside) if beside is not None and role(token) != "nsubj" else ()
        excluded: set[tuple[str, ...]] = set()
        for point in reversed(self.points):
            distance = here - point.sentence
            if distance > window:
                break
            factor = wanted(point)
            if not factor:
                continue
            if distance == 0 and (point.token in over or (beside is not None and clause(point.token) is beside and point.token is not token)):
                excluded.add(point.ids)
            weight = factor * point.weight * (2.0 if point.token is local else 1.0) * 0.5**distance
            key = point.ids, point.sentence
            best[key] = max(best.get(key, 0.0), weight)
        scores: dict[tuple[str, ...], float] = defaultdict(float)
        for (ids, _), weight in best.items():
            scores[ids] += weight
        for ids in excluded:
            scores.pop(ids, None)
        return max(scores, key=lambda ids: scores[ids]) if scores else ()


def role(token: Token) -> str:
    """The grammatical role of a mention's head; conjuncts share that of the first."""
    while token.dep in {"conj", "appos"} and token.head is not token:
        token = token.head
    if token.dep == "pobj":
        return "agent" if token.head.dep == "agent" else "pobj"
    return token.dep


def local_subject(token: Token) -> Token | None:
    """For a possessive, the subject of its own clause: 'Iraq must withdraw its troops'."""
    if token.dep != "poss":
        return None
    for governor in token.ancestors():
        if governor.pos in {"VERB", "AUX"}:
            subject = governor.child("nsubj", "nsubjpass")
            return subject if subject is not None and subject.i < token.i else None
    return None


def controllers(verb: Token) -> tuple[Token, ...]:
    """Who does what a verb without a subject of its own says: 'Peru and Chile left, accusing it'."""
    while verb.child("nsubj", "nsubjpass") is None:
        if verb.dep not in {"advcl", "xcomp", "conj", "pcomp"} or verb.head is verb:
            return ()
        verb = verb.head
    subject = verb.child("nsubj", "nsubjpass")
    return tuple(_joined(subject)) if subject is not None else ()


def _joined(token: Token) -> Iterator[Token]:
    """A noun with all that is coordinated with it; lists are often parsed as appositions."""
    yield token
    for child in token.all("conj", "appos"):
        yield from _joined(child)


def clause(token: Token) -> Token | None:
    """The verb that a noun phrase is an argument of; ``None`` for possessors and modifiers."""
    while token.dep in {"conj", "appos"} and token.head is not token:
        token = token.head
    if token.dep in {"nsubj", "nsubjpass", "dobj", "dative"}:
        return token.head
    if token.dep == "pobj" and token.head.head.pos in {"VERB", "AUX"}:
        return token.head.head
    return None
