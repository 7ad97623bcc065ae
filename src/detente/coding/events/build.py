"""Chosen frames -> coded events: actors, clause, factuality, date, place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from detente.coding.events.arguments import Arguments, arguments_of
from detente.coding.events.match import Match
from detente.coding.events.model import Coded
from detente.coding.events.parties import Parties
from detente.coding.events.select import Chosen
from detente.coding.events.when import date_of, place_of, place_struck
from detente.coding.factuality import factuality_of
from detente.coding.factuality.clause import NO
from detente.coding.factuality.grammar import VERBAL
from detente.language import Sentence, Token
from detente.records import Statement
from detente.resolve.model import Cast, Located, Timed
from detente.resources import Lexicon

FORCE = frozenset({"ASSAULT", "SANCTION", "COERCE", "THREATEN"})
ABOUT = frozenset({"threat", "threaten", "warn", "warning", "risk", "danger", "fear", "talk", "prospect", "possibility",
                   "menace", "spectre", "specter", "brink", "verge", "prepare", "preparation"})  # fmt: skip
BY_NAME = frozenset({"threaten", "intimidate", "menace", "bully", "blackmail", "harass", "warn"})  # to say so is to tell of it
OPEN = frozenset({"hypothetical", "negated"})  # what a word above it leaves open or denies is told by that word
WARS = frozenset({"war", "fighting", "battle", "massacre", "invasion", "clash", "skirmish", "bombing", "bombardment", "shelling"})
STRIKING = frozenset({"ASSAULT", "COERCE"})
CLAUSES = frozenset({"conj", "parataxis", "advcl", "punct", "cc"})


@dataclass(slots=True, eq=False)
class Scene:
    """What is known of a report while its events are coded."""

    lexicon: Lexicon
    cast: Cast
    parties: Parties
    times: dict[Sentence, list[Timed]]
    places: dict[Sentence, list[Located]]
    published: str | None
    statements: Sequence[Statement] = ()
    _spans: list[tuple[int, int, int]] = field(init=False)  # start, end, number of the statement
    _reach: list[int] = field(init=False)  # how far the spans up to each one reach

    def __post_init__(self) -> None:
        spans = [(s.start, s.end, i) for i, row in enumerate(self.statements) for s in row.content]
        self._spans = sorted(spans)
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds an offset."""
        best: tuple[int, int] | None = None
        at = bisect_right(self._spans, offset, key=lambda span: span[0]) - 1
        while at >= 0 and self._reach[at] > offset:
            start, end, number = self._spans[at]
            if offset < end and (best is None or (end - start, number) < best):
                best = (end - start, number)
            at -= 1
        return self.statements[best[1]] if best else None


def build(chosen: Chosen, scene: Scene) -> Coded | None:
    """The event of a chosen frame; None for a bare noun of which nothing is told."""
    match = chosen.match
    trigger, frame = match.trigger, match.frame
    arguments, actors, recipients = _with_covered(chosen, scene.parties)
    sentence = trigger.sent
    date = date_of(trigger, scene.times.get(sentence, ()))
    factual = factuality_of(
        trigger, scene.lexicon, published=scene.published, date=date.value if date else None
    )
    value = factual.value
    if not (value in OPEN or _told(match, actors, recipients) or _set_in(trigger, scene)):
        return None
    if value != "occurred" and performs(match):
        value = "occurred"
    places = scene.places.get(sentence, ())
    struck = arguments.get("obj") or match.objects if frame.event in STRIKING else ()
    return Coded(
        trigger=trigger,
        sentence=sentence,
        frame=frame,
        event=frame.event,
        mode=frame.mode,
        arguments=arguments,
        actors=actors,
        recipients=recipients,
        factuality=value,
        factors=factual.factors,
        clause=clause_of(trigger),
        date=date,
        place=place_of(trigger, places) or place_struck(struck, places),
        confidence=confidence_of(match, actors, recipients),
        words=words_of(match),
    )


def _with_covered(chosen: Chosen, parties: Parties) -> tuple[Arguments, tuple[str, ...], tuple[str, ...]]:
    arguments, actors, recipients = arguments_of(chosen.match, parties)
    for inner in chosen.covered:
        more, their_actors, their_recipients = arguments_of(inner, parties)
        arguments = more | arguments
        if chosen.match.frame.symmetric:
            if len(actors) < 2:
                actors = tuple(dict.fromkeys(actors + their_actors + their_recipients))
            continue
        if not actors:
            actors = tuple(a for a in their_actors if a not in recipients)
        if not recipients:
            recipients = tuple(r for r in their_recipients if r not in actors)
    return arguments, actors, recipients


def _told(match: Match, actors: tuple[str, ...], recipients: tuple[str, ...]) -> bool:
    """Whether a noun is told as an event: with a party, as what a verb says happened, or in a closely fitting row."""
    trigger = match.trigger
    if trigger.pos in VERBAL or trigger.pos == "ADJ" or actors or recipients:
        return True
    if match.weight >= 7:
        return True
    if trigger.dep == "pobj" and frame_of_force(match) and trigger.head.dep in {"prep", "agent"}:
        return True
    return trigger.pos == "NOUN" and trigger.dep in {"nsubj", "nsubjpass", "dobj", "attr", "ROOT"}


def _set_in(noun: Token, scene: Scene) -> bool:
    """'The war of 1956', 'the fighting above Kargil': fighting whose time or place the phrase itself tells."""
    if noun.lemma not in WARS or not any(c.dep == "det" for c in noun.children):
        return False
    known = (*scene.times.get(noun.sent, ()), *scene.places.get(noun.sent, ()))
    return any(noun.i < row.first <= noun.right for row in known)


def frame_of_force(match: Match) -> bool:
    """Whether a noun names force or sanctions by itself, or is what a word of threat or plan is about."""
    governor = match.trigger.head.head
    if match.frame.event not in FORCE:
        return False
    return match.weight >= 4 or governor.lemma in ABOUT


def performs(match: Match) -> bool:
    """Whether saying the words is the act: 'We will not stand by' threatens, whatever its modal and negation."""
    frame = match.frame
    spoken = match.trigger.pos in VERBAL and match.trigger.dep in {"ROOT", "ccomp", "conj", "parataxis"}
    subject = match.trigger.child("nsubj", "nsubjpass")
    nobody = subject is not None and subject.lower in NO
    if match.trigger.lemma in BY_NAME:
        return False
    return frame.event == "THREATEN" and ("self" in frame.act or "not" in frame.particle) and spoken and not nobody


def clause_of(trigger: Token) -> tuple[int, int]:
    """First and last token of the event's clause, without clauses coordinated with it and edge marks."""
    tokens = trigger.sent.tokens
    inside = set(range(trigger.left, trigger.right + 1))
    for child in trigger.children:
        if child.dep in {"conj", "parataxis"} and child.pos in VERBAL:
            inside -= set(range(child.left, child.right + 1))
    first, last = min(inside | {trigger.i}), max(i for i in inside | {trigger.i})
    while last > trigger.i and (tokens[last].pos in {"PUNCT", "CCONJ", "SPACE"} or last not in inside):
        last -= 1
    while first < trigger.i and (tokens[first].pos in {"PUNCT", "CCONJ", "SPACE"} or first not in inside):
        first += 1
    return first, last


def words_of(match: Match) -> tuple[Token, ...]:
    """The tokens of the trigger: verb, particle, and the noun that a frame of verb and noun needs."""
    token = match.trigger
    found = {token}
    for child in token.children:
        if child.lower in match.frame.particle and child.dep in {"prt", "prep", "advmod"}:
            found.add(child)
    if match.objects and token.pos in VERBAL and match.frame.object and match.weight >= 4:
        found |= {t for t in match.objects if abs(t.i - token.i) < 8}
    return tuple(sorted(found, key=lambda t: t.i))


def confidence_of(match: Match, actors: tuple[str, ...], recipients: tuple[str, ...]) -> float:
    """How sure a code is, between 0 and 1.

    0.5 for a lemma alone, 0.15 more for a particle or class that its frame demands, 0.1 more for
    both; 0.15 for a named actor, 0.1 for a recipient or second party. A rule of thumb for sorting,
    not a probability.
    """
    value = 0.5 + (0.15 if match.weight >= 3 else 0) + (0.1 if match.weight >= 7 else 0)
    value += 0.15 if actors else 0
    value += 0.1 if recipients or len(actors) > 1 else 0
    return round(value, 2)
