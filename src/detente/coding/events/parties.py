"""Tokens that fill a slot -> the actors that they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.coding.factuality.grammar import owner
from detente.language import Token
from detente.records import Actor
from detente.resolve.actors import government_of, parties_of
from detente.resolve.model import Cast, Located

# Prepositions by which people and forces are told to be someone's: 'rebels in Darfur', 'troops from Chad'.
BELONGING = ("of", "from", "in")
LEADING = frozenset({"lead", "command", "head", "control", "back"})
LOYAL = frozenset({"loyal", "allied", "faithful"})
HOLDING = frozenset({"carry", "transport", "house", "shelter", "host", "ferry", "hold", "bring", "take"})
HOLDERS = frozenset({"camp", "shelter", "hospital", "school", "convoy", "prison", "hostel", "centre", "center", "bus", "base", "mosque", "church"})
CREWS = frozenset({"crew", "group", "team", "contingent", "party", "convoy", "handful"})
RIVALS = frozenset({"counterpart", "neighbour", "neighbor", "rival", "foe", "enemy", "adversary", "opponent", "partner", "colleague", "creditor"})
BODIES = frozenset({"IGO", "NGO"})
OFFICIAL = frozenset({"GOV", "MIL"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})


class Parties:
    """Who the noun phrases of a report stand for, with the states of its places as a last resort."""

    def __init__(self, cast: Cast, places: Sequence[Located], names: Mapping[str, str] | None = None) -> None:
        self.cast = cast
        self._names = names or {}
        self._places: dict[Token, Located] = {}
        self._known: dict[Token, tuple[str, ...]] = {}
        for located in places:
            for token in located.sentence.tokens[located.first : located.last + 1]:
                self._places[token] = located

    def of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The actors of the noun phrases with these heads, each once, in text order."""
        found: dict[str, None] = {}
        for token in tokens:
            for actor in self._of_one(token):
                found[actor] = None
        return tuple(found)

    def acting(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """As :meth:`of`, for a subject: a paper acts for its author ('a letter demanding', 'the resolution')."""
        return self.of(tokens) or self.of(t for token in tokens if token.pos == "NOUN" and token.lemma not in RIVALS for t in owner(token, 3))

    def affected(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """As :meth:`of`, for recipients: a place stands for its state ('arrived in Amman')."""
        found: dict[str, None] = {}
        for token in tokens:
            for actor in self._of_one(token) or self._state_of_place(token):
                found[actor] = None
        return tuple(found)

    def country(self, actor: str) -> str:
        """The state of an actor, or the actor itself where it has none."""
        return self.cast.country(actor) or actor

    def same_side(self, one: str, other: str) -> bool:
        """Whether two actors are one, or officials of one state; its rebels and citizens are another side."""
        if one == other:
            return True
        return self.country(one) == self.country(other) and self._official(one) and self._official(other)

    def beside(self, found: Iterable[str], actors: Iterable[str]) -> tuple[str, ...]:
        """Those found that are on none of the actors' sides."""
        actors = tuple(actors)
        return tuple(p for p in found if not any(self.same_side(p, actor) for actor in actors))

    def fuller(self, found: tuple[str, ...], things: Sequence[Token]) -> tuple[str, ...]:
        """The parties of a whole phrase, where they tell more of those of its modifier: soldiers, not their state."""
        whole = self.of(things)
        rows = [self.cast.actors.get(actor) for actor in whole]
        states = {self.country(actor) for actor in found}
        if rows and all(row is not None and row.sector and (row.country or "") in states for row in rows):
            return whole
        return found

    def persons(self, found: Iterable[str]) -> bool:
        """Whether all of these are single human beings."""
        rows = [self.cast.actors.get(actor) for actor in found]
        return bool(rows) and all(row is not None and row.kind == "person" for row in rows)

    def forces(self, found: Iterable[str]) -> bool:
        """Whether all of these are armed forces."""
        rows = [self.cast.actors.get(actor) for actor in found]
        return bool(rows) and all(row is not None and row.sector == "MIL" for row in rows)

    def vague(self, found: Iterable[str]) -> bool:
        """Whether all of these are groups of no known state ('troops', 'rebels')."""
        rows = (self.cast.actors.get(actor) for actor in found)
        return all(row is None or (row.id.startswith("---") and row.kind != "person") for row in rows)

    def _official(self, actor: str) -> bool:
        row = self.cast.actors.get(actor)
        if row is None or row.sector is not None:
            return row is not None and row.sector in OFFICIAL
        return row.kind in {"state", "government", "military"}

    def _of_one(self, token: Token) -> tuple[str, ...]:
        found = self._known.get(token)
        if found is None:
            found = self._known[token] = self._found(token)
        return found

    def _found(self, token: Token) -> tuple[str, ...]:
        for child in token.children:
            if child.dep == "poss" and child.tag == "WP$":  # 'Peru, whose troops …'
                return self.of(above.head for above in token.ancestors() if above.dep == "relcl")
        reference = self.cast.by_token.get(token)
        if reference is not None and reference.form == "nominal" and token not in self.cast.groups:
            several = self._belonging(token, ("of", "from"))
            if len(several) > 1:  # 'representatives of Russia and the United States'
                return several
        if token.lemma in CREWS and (members := self._members(token)):
            return members
        rival = self._rival(token)
        if rival is not None:
            return rival
        found = self._for_bodies(parties_of(token, self.cast)) + self._modifiers(token) + self._listed(token)
        if found and not self.vague(found):
            return found
        return self._belonging(token) or found

    def _members(self, token: Token) -> tuple[str, ...]:
        """'Its crew of 24 Indians', 'a group of Kenyan nurses': those who make it up, not whose it is."""
        inner = [t for c in token.children if c.dep == "prep" and c.lower == "of" for t in c.all("pobj")]
        found = tuple(dict.fromkeys(actor for t in inner if t.tag in {"NNS", "NNPS"} for actor in parties_of(t, self.cast)))
        return () if self.vague(found) else found

    def _rival(self, token: Token) -> tuple[str, ...] | None:
        """'Its Turkish counterpart', 'his neighbours': those whom the possessor is not; None for any other phrase."""
        if token.lemma not in RIVALS or token.child("poss") is None:
            return None
        found = dict.fromkeys(actor for c in token.all(*MODIFIERS) for t in c.conjuncts() if (actor := self.cast.at(t)))
        whole = parties_of(token, self.cast)
        owners = {self.cast.country(a) for c in token.all("poss") for a in parties_of(c, self.cast)}
        kept = tuple(a for a in whole if self.cast.country(a) not in owners)
        return kept or tuple(a for a in found if self.cast.country(a) not in owners)

    def _for_bodies(self, found: tuple[str, ...]) -> tuple[str, ...]:
        """A person of no state stands for the body that he speaks for ('UN Secretary-General Kofi Annan')."""
        rows = ((actor, self.cast.actors.get(actor)) for actor in found)
        return tuple(
            government_of(actor, self.cast) or actor
            if row is not None and row.kind == "person" and not row.country and row.sector in BODIES
            else actor
            for actor, row in rows
        )

    def _listed(self, token: Token) -> tuple[str, ...]:
        """'Egypt, Jordan, Iraq and Syria': the parser may take the list for an apposition of its first name."""
        if token.pos != "PROPN" or not self._is_state(self.cast.at(token)):
            return ()
        listed = [t for child in token.all("appos") if child.child("conj") for t in (child, *child.conjuncts())]
        found = tuple(dict.fromkeys(actor for t in listed if (actor := self.cast.at(t))))
        return found if all(self._is_state(actor) for actor in found) else ()

    def _is_state(self, actor: str | None) -> bool:
        row = self.cast.actors.get(actor) if actor else None
        return row is not None and row.kind == "state"

    def _modifiers(self, token: Token) -> tuple[str, ...]:
        """'French and Egyptian warships' are two parties."""
        reference = self.cast.by_token.get(token)
        if reference is not None and (reference.form != "nominal" or token in self.cast.groups):
            return ()
        adjectives = [c for c in token.children if c.dep in MODIFIERS and any(t is not c for t in c.conjuncts())]
        found = [actor for c in adjectives for other in c.conjuncts() if (actor := self.cast.at(other))]
        if reference is None:  # its own modifier is known already
            return tuple(actor for c in adjectives for o in c.conjuncts() if o is not c and (actor := self.cast.at(o)))
        known = {self.cast.country(actor) for actor in parties_of(token, self.cast)}
        return tuple(a for a in dict.fromkeys(found) if self._is_state(a) and self.cast.country(a) not in known)

    def _belonging(self, token: Token, prepositions: Sequence[str] = BELONGING) -> tuple[str, ...]:
        for preposition in prepositions:
            for child in token.children:
                if child.dep == "prep" and child.lower == preposition:
                    inner = child.child("pobj")
                    found = parties_of(inner, self.cast) if inner is not None else ()
                    if found:
                        return found
        return self._held(token)

    def _held(self, token: Token) -> tuple[str, ...]:
        """Those whom a vehicle or building holds: 'a bus carrying Egyptian workers', 'a camp for Iraqi refugees'."""
        for child in token.children:
            if child.dep == "acl" and child.lemma in LEADING:  # 'a force led by Kenya'
                found = tuple(actor for by in child.all("agent") for thing in by.all("pobj") for actor in parties_of(thing, self.cast))
                if found:
                    return found
            if child.dep == "amod" and child.lemma in LOYAL and (found := self._belonging(child, ("to",))):
                return found  # 'fighters loyal to the general'
            if child.dep == "acl" and child.lemma in HOLDING:
                found = tuple(actor for thing in child.all("dobj") for actor in parties_of(thing, self.cast))
                if found:
                    return found
            if child.dep == "prep" and child.lower == "for" and token.lemma in HOLDERS:
                found = tuple(actor for thing in child.all("pobj") for actor in parties_of(thing, self.cast))
                if found:
                    return found
        return ()

    def _state_of_place(self, token: Token) -> tuple[str, ...]:
        located = self._places.get(token)
        if located is None or not located.row.country:
            return ()
        where = f"sentence {located.sentence.index + 1}"
        return self.state(located.row.country, f"place '{located.row.text}' in {where}")

    def state(self, code: str, because: str) -> tuple[str, ...]:
        """The state of a code as a party, added to the cast where it is absent."""
        if code not in self.cast.actors:
            self.cast.actors[code] = Actor(id=code, name=self._names.get(code, code), kind="state", country=code, because=because)
        return (code,)
