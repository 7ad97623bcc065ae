"""Phrases without a name: 'the Russian foreign minister', 'the Green politician', 'both sides'."""

from __future__ import annotations

from detente.language import Token
from detente.records import Actor
from detente.resolve.actors.affiliation import ROLE_NOUNS, current
from detente.resolve.actors.discourse import Discourse
from detente.resolve.actors.familiar import only_body, takes_up_alliance, takes_up_medium
from detente.resolve.actors.floor import COMMON
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.groups import several_of
from detente.resolve.actors.offices import holder_of, same_office
from detente.resolve.actors.organs import (
    FIRM,
    HEARERS,
    INSTITUTIONS,
    Owners,
    is_organ,
    nameless,
    organ_of,
    owners,
)
from detente.resolve.actors.participation import takes_part
from detente.resolve.actors.reading import following, head_of
from detente.resolve.actors.registry import organ_actor, person_id
from detente.resolve.actors.salience import Point, clause
from detente.resolve.actors.sections import section_state, town_before
from detente.resolve.actors.takenup import still_open, taken_up
from detente.resolve.actors.towns import only_state, state_there
from detente.resources import rows

PEOPLE = frozenset("politician statesman stateswoman lawmaker veteran strongman man woman counterpart colleague hardliner".split())
GENERAL = frozenset({"country", "nation"})
COUNTRY = frozenset({"country", "nation", "kingdom", "republic", "sultanate", "emirate", "sheikhdom", "island"})
FORMS = {  # what some states are called that their names don't say
    "kingdom": frozenset("SAU JOR MAR THA GBR ESP BEL NLD SWE NOR DNK BHR KHM BTN TON LSO SWZ NPL".split()),
    "emirate": frozenset("KWT QAT ARE BHR AFG".split()),
    "sheikhdom": frozenset("KWT QAT BHR ARE".split()),
    "sultanate": frozenset("OMN BRN".split()),
    "island": frozenset("TWN CUB CYP LKA MLT ISL BHR HTI JAM MDG MDV SGP TLS GRD BRB TTO MUS JPN".split()),
}
BODIES = frozenset(
    """
    alliance bloc organization organisation union council commission agency court group movement militia forum company party body
    community front league federation confederation authority committee congress fund bank assembly secretariat chamber mission
    conference
    """.split()
)
BRITISH = {"organisation": "organization", "organization": "organisation", "defence": "defense"}
VAGUE = frozenset(
    """
    state side force mission unit market business department paper partner division family general people man woman party
    daily weekly local radio media press industry operator executive agency neighbour neighbor child member deputy chief
    minister leader crowd side carrier tank jet drone customs throne national public service bomber fighter artillery
    tanker vessel ship justice authority leadership presidency magazine nation
    """.split()
)
OTHER_OFFICES = frozenset({"PAK", "DEU", "BGD"})  # their foreign ministry is 'the Foreign Office' at home
ELSEWHERE = frozenset("arrive land deploy station send invade meet gather sign convene negotiate talk confer resume fly travel".split())  # not where one is from
WHERE = frozenset({"in", "at", "across", "throughout"})
RELATIONAL = frozenset(
    """
    ally allies partner partners neighbour neighbor neighbours neighbors rival foe opponent critic supporter enemy guarantor
    alliance alliances bloc blocs friend backer sponsor
    """.split()
)  # 'Russia's allies' are not Russia

ENVOYS = frozenset("delegate representative envoy diplomat negotiator emissary leader".split())
INANIMATE = frozenset(
    """
    school university hospital college campus clinic institute bank company firm church mosque temple synagogue foundation
    community vessel ship industry corporation website newspaper agency embassy base alliance bloc airline tribe
    """.split()
)
NAMED = frozenset({"assembly", "council", "court", "commission", "tribunal", "committee", "parliament", "guards", "guard", "agency",
                   "union", "community", "federation", "authority", "movement", "corps", "party", "front", "brigade", "congress", "senate", "league", "bank", "organization"})  # fmt: skip


class Describer:
    """Turns noun phrases into references, one after another, as the report is read."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.reading = discourse.reading

    def phrase(self, match: Match) -> None:
        """A title or organ of the tables that no name has claimed."""
        if not is_organ(match, self.reading):
            return
        head = head_of(match.tokens)
        if head.lemma in RELATIONAL or head.lower in RELATIONAL:
            self.noun(head)
            return
        entry = (match.of("organ") or match.of("title"))[0]
        row = entry.row
        if not isinstance(row, (rows.Title, rows.Organ)) or several_of(head, self.discourse) or self._predicate(head):
            return
        person = self._apposed(head)
        if person:
            self.discourse.keep(match.tokens, (person,), "nominal", "apposition", human=True)
            return
        self._whose_whole(match)
        own = self._owned(match)
        if not own.ids and (takes_up_medium(head, self.discourse) or self._takes_up(match, row, own)):
            return
        if own.pronoun is not None and (head.lemma == "head" or (not own.ids and own.pronoun.lower in {"my", "our"} and head.lemma in COMMON)):
            return  # 'their heads' are their own; 'my government' is whose quotation it is
        human = bool(match.of("title")) or head.lemma in ROLE_NOUNS | ENVOYS
        if human and head.tag in {"NN", "NNP"} and self._official(match, head, own):
            return
        if head.lemma in PEOPLE and self._somebody(head, own):
            return
        self._organ(match, head, row, own, human=human)

    def _whose_whole(self, match: Match) -> None:
        """'the secretary-general of the body', 'a spokesman for the mission': what is owned waits for its owner."""
        after = following(match.tokens[-1])
        owner = after.child("pobj") if after is not None and after.lower in {"of", "for"} else None
        if owner is None or owner in self.reading.cast.by_token:
            return
        phrase = self.reading.at.get(owner)
        if phrase is not None:
            self.phrase(phrase)
        else:
            self.noun(owner)

    def _takes_up(self, match: Match, row: rows.Title | rows.Organ, own: Owners) -> bool:
        """'the rebels', 'a spokeswoman': whom the report named before."""
        found = taken_up(match, row, self.discourse) if own.pronoun is None else None
        if found is not None:
            self.discourse.keep(match.tokens, (found[0],), "nominal", found[1], human=bool(match.of("title")) or head_of(match.tokens).lemma in ROLE_NOUNS)
        return found is not None

    def _somebody(self, head: Token, own: Owners) -> bool:
        """'the Green politician': a person named before; where nobody owns the phrase there is nothing else that it can be."""
        self.noun(head)
        return not own.ids or head in self.reading.cast.by_token

    def _owned(self, match: Match) -> Owners:
        tokens = match.sentence.tokens
        own = owners(tokens[match.first], tokens[match.last], self.reading)
        if own.pronoun is not None and not own.ids:
            actor = self.reading.cast.at(own.pronoun)
            if actor:
                own.add(actor, own.pronoun.text)
        return own

    def _apposed(self, head: Token) -> str | None:
        """The person whom a phrase stands beside: 'X, the minister', 'the minister, X'."""
        for other in ([head.head] if head.dep == "appos" else []) + head.all("appos"):
            actor = self.reading.cast.at(other)
            if actor and self.reading.cast.actors[actor].kind == "person":
                return actor
        return None

    @staticmethod
    def _predicate(head: Token) -> bool:
        """Whether a phrase says what somebody is or becomes, and names nobody."""
        return head.dep in {"attr", "oprd"} or (head.dep == "pobj" and head.head.lower == "as")

    def _official(self, match: Match, head: Token, own: Owners) -> bool:
        """'the president', 'Norway's foreign minister': somebody named before, or the holder that day."""
        office = match.text
        countries = {self.discourse.country_of(actor) for actor in own.ids} - {None}
        embedded = not own.ids and head.dep in {"nsubj", "nsubjpass"} and head.head.dep == "ccomp"
        if embedded and (told := self._told(head, "")) is not None:
            countries = {told[0]}
        definite = bool(own.ids) or any(c.lower in {"the", "this", "that"} or c.tag == "PRP$" for c in head.children)
        if not definite or any(c.lower in {"a", "an", "another", "former", "some"} for c in head.children):
            return False
        known = self._named_before(office, head, countries)
        if known:
            self.discourse.keep(match.tokens, known, "nominal", f"the {office.lower()} named before", human=True)
            return True
        country = next(iter(countries)) if len(countries) == 1 else None
        reason = " + ".join(own.because)
        if country is None and not own.ids:
            country, reason = self.discourse.state_in_context(head)
        holder = self._holder(office, country, reason, match) if country else None
        if holder:
            self.discourse.keep(match.tokens, (holder,), "nominal", "holder of the office at the date", human=True)
        return holder is not None

    def _named_before(self, office: str, head: Token, countries: set[str | None]) -> tuple[str, ...]:
        actors = self.reading.cast.actors

        def wanted(point: Point) -> float:
            actor = actors[point.ids[0]]
            if actor.kind != "person" or point.many or (countries and actor.country not in countries):
                return 0.0
            role = actor.role or ""
            return 1.0 if role and (same_office(office, role) or same_office(role, office)) else 0.0

        def of_the_state(point: Point) -> float:
            actor = actors[point.ids[0]]
            envoy = actor.role is None or actor.role.lower().split()[-1] in ENVOYS | {"ambassador", "delegation"}
            return 1.0 if actor.kind == "person" and envoy and actor.country in countries and not point.many else 0.0

        found = self.discourse.stream.best(head, wanted, window=40)
        if not found and countries and head.lemma in ENVOYS:
            return self.discourse.stream.best(head, of_the_state, window=2)
        return found

    def _holder(self, office: str, country: str, reason: str, match: Match) -> str | None:
        registry = self.reading.registry
        row = holder_of(office, country, registry.published, registry.lexicon)
        if row is None:
            return None
        key = person_id(row.country or None, row.sector or None, None if row.country else row.body, row.name)
        registry.add(
            Actor(
                id=key, name=row.name, kind="person", country=row.country or None, sector=row.sector or None, role=row.office,
                because=f"'{match.text}' + {reason} in sentence {match.sentence.index + 1}; offices: {row.name}, {row.office} on {registry.published}",
            )
        )  # fmt: skip
        owner = organ_actor(registry.lexicon, row.country, row.sector, "government", f"{row.name} speaks for it")
        self.reading.cast.reserve.setdefault(owner.id, owner)
        return key

    def _organ(self, match: Match, head: Token, row: rows.Title | rows.Organ, own: Owners, *, human: bool) -> None:
        words = match.text
        rule = "organ with its state" if own.ids else "organ"
        if not own.ids and head.lemma in NAMED and match.first == match.last and self._the(head) and self._taken_up(head):
            return
        if not own.ids:
            self._whose(match, head, row, own)
            rule = "organ; its state from the context" if own.ids else "organ; no state named"
        because = f"'{words}' + {' + '.join(own.because)} in sentence {match.sentence.index + 1}"
        ids = tuple(dict.fromkeys(organ_of(row, actor, words, because, self.reading, human=human) for actor in own.ids))
        ids = tuple(i for i in ids if i)
        if ids:
            if row.sector in INSTITUTIONS | {"REB", "SEP"}:
                self.discourse.owner_of[head.lemma] = own.ids[0]
        elif (head.lemma not in VAGUE | INANIMATE or match.last > match.first) and head.dep != "compound" and isinstance(row, rows.Organ) and row.sector and (
            takes_part(head, row.sector, self.reading.registry.lexicon)
        ):
            ids = (nameless(row, match, self.reading),)
        if ids:
            self.discourse.keep(match.tokens, ids, "nominal", rule, human=human)

    def _whose(self, match: Match, head: Token, row: rows.Title | rows.Organ, own: Owners) -> None:
        """The state of an organ that nothing beside it names: the place, the last of its name, the context."""
        place = self._place(head) if head.lower not in HEARERS else None
        if place:
            own.add(place, f"in {self.reading.cast.actors[place].name}")
            return
        the = self._the(head)
        palace = current(match, self.reading, "metonym")
        if the and palace is not None and isinstance(palace.row, rows.Metonym) and palace.row.country and self.discourse.dateline not in OTHER_OFFICES:
            own.add(self.reading.registry.metonym(palace.row, f"'{match.text}' in sentence {match.sentence.index + 1}"), match.text)
            return
        here = (section_state(head.sent, self.reading) or town_before(head, self.reading)) if the and row.sector in INSTITUTIONS else ""
        before = self.discourse.owner_of.get(head.lemma)
        if here:
            own.add(self.reading.registry.state(here, f"where '{match.text}' in sentence {match.sentence.index + 1} is set"), "where it is set")
        elif the and before and (row.sector in INSTITUTIONS or head.tag in {"NNS", "NNPS"}):
            own.add(before, f"the {match.text} named before")
        elif row.sector in INSTITUTIONS and the and (head.lemma in FIRM or head.lower in FIRM or head.pos == "PROPN"):
            country, reason = self._told(head, row.sector) or self.discourse.state_in_context(head)
            if country:
                own.add(self.reading.registry.state(country, f"context of '{match.text}' in sentence {match.sentence.index + 1}"), reason)
            elif (late := still_open(match, row, self.discourse)) is not None:
                own.add(*late)
        elif (isinstance(row, rows.Title) or head.lemma in ROLE_NOUNS) and (late := still_open(match, row, self.discourse)) is not None:
            own.add(*late)
        elif row.sector in {"REB", "SEP", "OPP"} and head.tag in {"NNS", "NNPS"}:
            country = only_state(self.reading)
            if country:
                own.add(self.reading.registry.state(country, f"context of '{match.text}' in sentence {match.sentence.index + 1}"),
                        "the only state that the report names")  # fmt: skip

    @staticmethod
    def _the(head: Token) -> bool:
        return any(c.lower in {"the", "this", "that"} and c.dep == "det" for c in head.children)

    def _told(self, head: Token, sector: str) -> tuple[str | None, str] | None:
        """The speaker's own state: 'Galtieri said the junta would not yield'; governments may be others'."""
        if sector == "GOV" and head.lemma in {"government", "regime", "authority", "administration", "leadership"}:
            return None
        for governor in head.ancestors():
            subject = governor.child("nsubj") if governor.lemma in self.discourse.cues else None
            actor = self.reading.cast.at(subject) if subject is not None and subject.i < head.i else None
            country = self.discourse.country_of(actor) if actor else None
            if country and actor:
                return country, f"{self.reading.cast.actors[actor].name} speaks"
        return None

    def _place(self, head: Token) -> str | None:
        """The state that the clause is said to happen in: 'Protesters clashed with police in Cairo'."""
        verb = clause(head)
        if verb is None or verb.lemma in ELSEWHERE:
            return None
        places = [p for v in (verb, *verb.all("dobj")) for p in v.all("prep") if p.lower in WHERE]
        for preposition in places:
            inner = preposition.child("pobj")
            match = self.reading.at.get(inner) if inner is not None else None
            code = state_there(match, self.reading) if match is not None and match.of("state", "capital", "town") else ""
            if code and match is not None:
                return self.reading.registry.state(code, f"'{match.text}' in sentence {head.sent.index + 1}")
        return None

    def noun(self, token: Token) -> None:
        """A common noun that takes something up: 'the country', 'the alliance', 'the politician'."""
        lemma = token.lemma.lower()
        if several_of(token, self.discourse):
            return
        if takes_up_medium(token, self.discourse) or takes_up_alliance(token, self.discourse):
            return
        if lemma not in PEOPLE and lemma not in COUNTRY and lemma not in BODIES:
            return
        determiner = next((c for c in token.children if c.dep in {"det", "poss"} and c.i < token.i), None)
        if determiner is None or self._predicate(token) or token.tag not in {"NN", "NNP"}:
            return
        possessor = self.reading.cast.at(determiner)
        if possessor and (lemma == "counterpart" or (lemma == "colleague" and token.child("amod") is not None)):
            self._counterpart(token, possessor)
        elif lemma in COUNTRY and (possessor or determiner.lower in {"the", "that"}):
            self._country(token, possessor)
        elif determiner.lower in {"the", "this", "that"}:
            self._taken_up(token)

    def _country(self, token: Token, possessor: str | None) -> None:
        actors = self.reading.cast.actors
        if possessor:
            country = self.discourse.country_of(possessor)
            if country:
                state = self.reading.registry.state(country, f"'{token.text}' of {actors[possessor].name} in sentence {token.sent.index + 1}")
                self.discourse.keep([token], (state,), "nominal", "possessor's country")
            return
        if any(c.dep in {"relcl", "acl"} for c in token.children) or token.child("prep"):
            return

        states, lemma = self.reading.registry.states, token.lemma

        def wanted(point: Point) -> float:
            actor = actors[point.ids[0]]
            if len(point.ids) == 1 and actor.kind in {"state", "government"} and actor.country and actor.country in FORMS.get(lemma, ()):
                return 0.3 + self.discourse.share(actor.country)
            if len(point.ids) != 1 or actor.kind != "state" or point.token.dep in {"amod", "compound"}:
                return 0.0
            row = states.get(actor.id)
            return 1.0 if lemma in GENERAL or (row and any(lemma in n.lower().split() for n in (row.name, *row.names))) else 0.0

        found = self.discourse.stream.best(token, wanted, window=2 if lemma in GENERAL else 12)
        country = self.discourse.country_of(found[0]) if found else None
        if country:
            because = f"'{token.text}' in sentence {token.sent.index + 1}, named before"
            self.discourse.keep([token], (self.reading.registry.state(country, because),), "nominal", f"the {token.lemma} named before")

    def _taken_up(self, token: Token) -> bool:
        """'the Green politician', 'the alliance': the last one that fits."""
        actors, lemma = self.reading.cast.actors, token.lemma.lower()

        def wanted(point: Point) -> float:
            actor = actors[point.ids[0]]
            if len(point.ids) > 1:
                return 0.0
            if lemma in PEOPLE:
                return 1.0 if actor.kind == "person" else 0.0
            if lemma in {"group", "movement", "militia"}:
                return 1.0 if actor.kind == "armed_group" else 0.0
            if lemma in {"alliance", "bloc", "organization", "organisation", "body"}:
                return 1.0 if actor.kind == "igo" else 0.0
            words = {*actor.name.lower().split(), point.token.lower}
            return 1.0 if {lemma, BRITISH.get(lemma, lemma)} & words and actor.kind not in {"state", "person"} else 0.0

        found = self.discourse.stream.best(token, wanted, window=8, bound=lemma in PEOPLE) or only_body(token, self.discourse)
        if found:
            self.discourse.keep([token], found, "nominal", f"the {lemma} named before", human=lemma in PEOPLE)
        return bool(found)

    def _counterpart(self, token: Token, possessor: str) -> None:
        """'his Ukrainian counterpart': who holds the same office of the other state."""
        apposed = self._apposed(token)
        if apposed:
            self.discourse.keep([token], (apposed,), "nominal", "apposition", human=True)
            return
        actor = self.reading.cast.actors[possessor]
        own = owners(token, token, self.reading)
        others = [a for a in own.ids if a != possessor]
        country = self.discourse.country_of(others[-1]) if others else None
        if country is None:
            return
        registry = self.reading.registry
        row = holder_of(actor.role, country, registry.published, registry.lexicon) if actor.role else None
        because = f"'{token.text}' of {actor.name} + {' + '.join(own.because)} in sentence {token.sent.index + 1}"
        if row is not None:
            key = person_id(row.country, row.sector or None, None, row.name)
            registry.add(Actor(id=key, name=row.name, kind="person", country=row.country, sector=row.sector or None, role=row.office, because=because))
        else:
            key = registry.organ(country, actor.sector or "GOV", "government", because)
        self.discourse.keep([token], (key,), "nominal", "counterpart", human=True)
