"""Frames that fit a token: particle, object and subject as the row demands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.coding.events.frames import Compiled, FrameIndex, Restriction
from detente.coding.events.lemmas import bases, singular, topics
from detente.coding.events.slots import fill
from detente.coding.factuality.clause import negator
from detente.coding.factuality.grammar import PREPOSITION, VERBAL, complements, logical_objects, prepositional
from detente.language import Token
from detente.resources.rows import Frame

UNNAMED = frozenset({"", "WORK_OF_ART", "LAW", "EVENT"})  # labels of papers and meetings, not of bodies
BESIDE = frozenset({"prt", "advmod", "mark", "neg", "acomp", "oprd", "det", "expl"})
PHRASAL = 3.0  # what a row without a particle is worth less on a verb that has one ('called off a strike')
CALLING = frozenset(
    {"call", "describe", "term", "deem", "consider", "regard", "label", "brand", "denounce", "characterize",
     "characterise", "dismiss", "condemn", "reject", "declare", "view", "see", "treat", "hold"}
)  # fmt: skip
PLACING = frozenset({"at", "after", "before", "during", "near", "since", "until"})
HYPHENS = frozenset("-‐‑–")


@dataclass(slots=True, eq=False)
class Match:
    """A frame that fits a token, and how closely."""

    trigger: Token
    frame: Frame
    weight: float
    order: int
    objects: tuple[Token, ...]  # what met the restriction on the object


def candidates(token: Token, index: FrameIndex) -> tuple[Compiled, ...]:
    """The rows of the table that begin with this token's lemma and part of speech."""
    pos = token.pos
    if pos in VERBAL:
        found = _rows(token, index.verbs) if pos == "VERB" else index.verbs.get(token.lemma, ())
        if token.tag in {"VBN", "VBD"} and token.lower in index.adjectives:
            found += index.adjectives[token.lower]
        return found
    if pos == "NOUN":
        return _rows(token, index.nouns)
    if pos == "ADJ":
        return index.adjectives.get(token.lower, ()) if token.dep != "amod" else ()
    if pos == "PROPN" and token.ent in UNNAMED:
        return index.nouns.get(singular(token), ())
    return ()


def _rows(token: Token, table: dict[str, tuple[Compiled, ...]]) -> tuple[Compiled, ...]:
    """The rows by lemma, by hyphenated lemma ('test-fired'), by what the ending hides ('staged', not 'stag')."""
    tokens = token.sent.tokens
    if token.i >= 2 and tokens[token.i - 1].text in HYPHENS and tokens[token.i - 1].end == token.start:
        found = table.get(f"{tokens[token.i - 2].lower}-{token.lemma}")
        if found:
            return found
    found = table.get(token.lemma)
    if found:
        return found
    again = token.lemma.removeprefix("re").removeprefix("-")  # 'reimpose', 're-arrest'
    if token.lemma[:2] == "re" and len(again) > 4 and again in table:
        return table[again]
    if token.tag not in {"VBD", "VBN", "VBG"}:
        return ()
    return next((table[form] for form in bases(token.lower) if form in table), ())


class Site:
    """What a token offers to the rows of its lemma, each thing worked out once."""

    __slots__ = ("_heads", "_subjects", "_topics", "_words", "adverbs", "described", "objects", "particles", "phrasal", "token")

    def __init__(self, token: Token, rows: Sequence[Compiled]) -> None:
        self.token = token
        self.objects = logical_objects(token) if token.pos in VERBAL else []
        self.particles = particles_of(token) if any(row.particles for row in rows) else set()
        self.described = _described(token, self.objects)
        if self.described and any(d.head.lower == "as" for d in self.described):
            self.particles.add("as")
        if token.pos in VERBAL and any("not" in row.particles for row in rows) and negator(token):
            self.particles.add("not")
        self.adverbs = frozenset(c.lower for c in token.children if c.dep == "prt")
        self.phrasal = bool(self.adverbs)
        self._heads: dict[frozenset[str], list[Token]] = {}
        self._topics: dict[Token, list[str]] = {}
        self._words: dict[frozenset[str], set[str]] = {}
        self._subjects: list[Token] | None = None

    def heads(self, row: Compiled) -> list[Token]:
        """What a restriction on the object is held against."""
        found = self._heads.get(row.particles)
        if found is None:
            found = self._heads[row.particles] = _object_heads(self.token, row, self.objects) + self.described
        return found

    def beside(self, row: Compiled) -> bool:
        """Whether the preposition of a row that names its object hangs on the verb's object: 'stripped X of rights'."""
        if not row.object.literal or not self.objects:
            return False
        return any(
            not row.object.literal.isdisjoint(self.topics(inner))
            for thing in self.objects
            for particle in row.particles
            for inner in prepositional(thing, particle)
        )

    def lacks(self, row: Compiled) -> bool:
        """Whether nothing here can be the object that a row wants, by lemma or by entity label."""
        rule = row.object
        if not rule.wanted or rule.some:
            return False
        found = self._words.get(row.particles)
        if found is None:
            heads = self.heads(row)
            found = self._words[row.particles] = {w for t in heads for w in self.topics(t)} | {t.ent for t in heads}
        return rule.wanted.isdisjoint(found) and rule.labels.isdisjoint(found)

    def subjects(self) -> list[Token]:
        """What a restriction on the subject is held against."""
        if self._subjects is None:
            self._subjects = fill("subj", self.token)
        return self._subjects

    def topics(self, thing: Token) -> list[str]:
        """The lemmas of a phrase."""
        found = self._topics.get(thing)
        if found is None:
            found = self._topics[thing] = topics(thing)
        return found


def matches(token: Token, rows: Sequence[Compiled]) -> list[Match]:
    """All rows that fit, the closest first; user rows win ties since they stand first."""
    found = []
    site = Site(token, rows)
    for row in rows:
        if row.particles and row.particles.isdisjoint(site.particles) and not (_premodified(token, row) or site.beside(row)):
            continue
        match = _fit(site, row)
        if match is not None:
            if site.phrasal and not (row.particles & site.adverbs):
                match.weight -= PHRASAL
            found.append(match)
    if len(found) > 1:
        found.sort(key=lambda m: (-m.weight, m.order))
    return found


def _fit(site: Site, row: Compiled) -> Match | None:
    weight = 3.0 if row.particles else 0.0
    objects: tuple[Token, ...] = ()
    if row.asks_object:
        if site.lacks(row):
            return None
        met = _meets(site.heads(row), row.object, site)
        if met is None:
            return None
        objects, gain = met
        weight += gain
    if row.asks_subject:
        met = _meets(site.subjects(), row.subject, site)
        if met is None:
            return None
        weight += met[1] * 0.75
    return Match(site.token, row.frame, weight, row.order, objects)


def _premodified(token: Token, row: Compiled) -> bool:
    """'A missile test' is a test of a missile."""
    return (
        token.pos in {"NOUN", "PROPN"}
        and "of" in row.particles
        and row.asks_object
        and any(c.dep in {"compound", "nmod"} for c in token.children)
    )


def particles_of(token: Token) -> set[str]:
    """The particles, prepositions and complementisers that hang on a token."""
    found: set[str] = set()
    for child in token.children:
        dep = child.dep
        if dep == "prep":
            found.update(g.lower for g in child.children if g.dep == "prep")
        if (dep in PREPOSITION or dep in BESIDE) and not _dates(child):
            found.add(child.lower)
    for complement in complements(token):
        found.update(c.lower for c in complement.children if c.dep in {"mark", "aux"} and c.pos != "AUX")
    tokens = token.sent.tokens
    if token.lemma == "set" and token.i + 1 < len(tokens) and tokens[token.i + 1].lower in {"free", "loose"}:
        found.add(tokens[token.i + 1].lower)  # 'set free 80 prisoners': an adverb, whatever it hangs on
    if token.pos not in VERBAL and token.dep in {"nsubjpass", "dobj", "acomp", "pobj"}:
        verb = token.head.head if token.dep == "pobj" and token.head.dep == "agent" else token.head
        if verb.pos in VERBAL:
            found.update(c.lower for c in verb.children if c.dep == "prep" and c.i > verb.i)
    return found


def _described(verb: Token, objects: Sequence[Token]) -> list[Token]:
    """What a verb of calling says of its object, wherever the parser hangs it: 'called the list unacceptable'."""
    if verb.lemma not in CALLING:
        return []
    found = []
    for thing in verb.sent.tokens[verb.i + 1 : verb.right + 1]:
        within = thing.head in objects or thing.head is verb
        if thing.pos == "ADJ" and (thing.dep in {"ccomp", "oprd", "acomp"} or (thing.dep == "amod" and thing.i > thing.head.i)):
            if within or thing.head.lower == "as":
                found.append(thing)
        elif thing.dep == "pobj" and thing.head.lower == "as":
            found.append(thing)
    return found + verb.all("dobj")[1:]  # 'branded the flight a provocation'


def _dates(prep: Token) -> bool:
    """'On Saturday' is no 'on' of the verb."""
    inner = prep.child("pobj")
    return inner is not None and inner.ent in {"DATE", "TIME"}


def _object_heads(token: Token, row: Compiled, direct: list[Token]) -> list[Token]:
    """What a restriction on the object is held against: objects, also prepositional, and infinitives."""
    clauses = [c for c in token.children if c.dep in {"xcomp", "oprd", "acl"} and c.i > token.i]
    if token.pos in VERBAL:
        found = direct
        if row.particles:
            inner = [t for particle in row.particles for t in prepositional(token, particle)]
            if not inner:  # 'driven out of their homes'
                inner = [p for c in token.children if c.lower in row.particles for g in c.all("prep") for p in g.all("pobj")]
            if not inner:  # an adverb: 'came up with a compromise'
                inner = [p for c in token.children if c.dep in PREPOSITION and c.lower not in PLACING for p in c.all("pobj", "pcomp")]
            inner += [t for thing in direct for particle in row.particles for t in prepositional(thing, particle)]
            found = found + inner
        found = found + [c for c in clauses if c.dep != "acl"]
        return found + [c for c in token.children if c.dep == "attr" or (c.dep == "ccomp" and not found)]
    found = [c for c in token.children if c.dep in {"compound", "amod", "nmod"}]
    for particle in (*row.particles, "of"):
        found += prepositional(token, particle)
    if token.pos == "ADJ":
        found += fill("subj", token)
    return found + clauses


def _meets(things: list[Token], rule: Restriction, site: Site) -> tuple[tuple[Token, ...], float] | None:
    """The tokens that meet a restriction and what that is worth; None where it is not met."""
    if rule.barred:
        for thing in things:
            if thing.pos != "PROPN" and not rule.barred.isdisjoint(site.topics(thing)):
                return None
        if not (rule.wanted or rule.some):
            return (), 0.5
    if rule.wanted:
        for thing in things:
            words = site.topics(thing)
            exact = rule.literal.intersection(words)
            if exact:
                return (thing,), 5 if any(" " in word for word in exact) else 4.5
            if not rule.wanted.isdisjoint(words) or thing.ent in rule.labels:
                return (thing,), 4
        if not rule.some:
            return None
    return (tuple(things[:1]), 1.0) if things else None
