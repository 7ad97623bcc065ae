"""The report so far: mentions by weight, coordinated groups, and whose organ 'the ministry' is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import lru_cache

from detente.language import Token
from detente.records import MentionForm
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.genders import gender_of_title
from detente.resolve.actors.parties import government_of
from detente.resolve.actors.persons import Person
from detente.resolve.actors.reading import Reading, following, head_of
from detente.resolve.actors.registry import AUTHOR
from detente.resolve.actors.salience import Point, Stream, clause
from detente.resolve.actors.sections import section_state, town_before
from detente.resources import Lexicon, rows

STATE_KINDS = frozenset({"state", "government", "military"})
PLURAL = frozenset({"they", "them", "their", "we", "our", "us"})
MARKS = frozenset({",", "”", '"', "'", "’", "—", "–"})
OTHERS = frozenset({"they", "them", "their"})  # in what an official says, seldom the official's own side
DENIALS = frozenset({"deny", "reject", "dismiss", "refute", "disown"})
OFFICE = "1970"  # before it, 'she' after a minister is a state
TOPIC = 1.0  # what a state that the whole report is about weighs
CHARGES = frozenset({"accuse", "blame", "charge", "condemn"})


@lru_cache(maxsize=4)
def speech(lexicon: Lexicon) -> frozenset[str]:
    """Lemmas of the verbs of saying."""
    return frozenset(lemma for row in lexicon.cues if row.pos == "verb" for lemma in row.lemma)


class Discourse:
    """What has been mentioned up to a point of the report."""

    def __init__(self, reading: Reading, persons: list[Person]) -> None:
        self.reading = reading
        self.persons = {person.id: person for person in persons}
        self.officers = {p.says.pronoun: p.id for p in persons if p.says.pronoun is not None and p.id.startswith("---/")}
        self.stream = Stream()
        self.owner_of: dict[str, str] = {}  # phrase of an organ -> whose it last was
        self.sexes: dict[str, str] = {}  # of people whom the report names by office alone, as its pronouns tell
        self.cues = speech(reading.registry.lexicon)
        self.dateline = dateline_of(reading)
        self.topic: dict[str, float] | None = None

    def push(self, token: Token, ids: tuple[str, ...], *, human: bool = False, many: bool = False) -> None:
        """A mention goes into the stream; the last of a coordination also brings the group."""
        actor = self.reading.cast.actors.get(ids[0]) if ids else None
        if actor is None or actor.id == AUTHOR:
            return  # nobody else's 'he' or 'they' is the author
        after = following(token)
        says = after is not None and after.pos == "VERB" and after.lemma in self.cues
        speaks = says or (token.dep == "nsubj" and token.head.lemma in self.cues)
        person = len(ids) == 1 and actor.kind == "person"
        plural = token.tag in {"NNS", "NNPS"}
        many = many or len(ids) > 1 or (plural and (actor.kind not in {"state", "government", "igo"} or _is_people(token, self.reading)))
        self.stream.push(ids, token, speaks=speaks, human=human or person, many=many)
        if token.dep == "conj" and token.child("conj") is None:
            self._push_group(token)

    def _push_group(self, token: Token) -> None:
        first = token
        while first.dep == "conj" and first.head is not first:
            first = first.head
        ids: list[str] = []
        for head in first.conjuncts():
            actor = self.reading.cast.at(head)
            if actor:
                ids.append(actor)
        if len(set(ids)) > 1:
            self.stream.push(tuple(dict.fromkeys(ids)), first, many=True)

    def keep(self, tokens: list[Token], ids: tuple[str, ...], form: MentionForm, rule: str, *, human: bool = False) -> None:
        """Keep a reference, or one to a group, and let it count as a mention."""
        head = head_of(tokens)
        if len(ids) > 1:
            self.reading.cast.groups[head] = ids
            rule = f"group: {rule}"
        self.reading.refer(tokens, ids[0], form, rule)
        self.push(head, ids, human=human, many=len(ids) > 1 or head.tag in {"NNS", "NNPS"})

    def he(self, token: Token, gender: str) -> tuple[str, ...]:
        """The person that 'he' or 'she' means."""
        told = _told_in(token, self.cues)

        def wanted(point: Point) -> float:
            if not point.human or point.many or _has_the_turn(point.token, token) or (told and point.token.sent is token.sent and _is_told(point.token, told)):
                return 0.0
            person = self.persons.get(point.ids[0])
            known = person.gender if person else self.sexes.get(point.ids[0]) or gender_of_title(point.token.text)
            return 0.0 if known and known != gender else (1.0 if known else 0.95)

        found = self._told_by(token, gender) or self._ahead(token, gender) or self._accused(token, wanted) or self.stream.best(token, wanted, bound=not token.lower.endswith("self"))
        if gender == "f" and not (found and self._may_be_she(found[0])):
            found = self._named_near(token) or self._as_she(token) or found
        person = self.persons.get(found[0]) if found else None
        if found and person is None:
            self.sexes[found[0]] = gender
        if person is not None and not person.gender:
            person.gender = "f" if gender == "f" else "m"
        return found

    def _may_be_she(self, actor: str) -> bool:
        """Whether a person is a woman, or, since women hold office, one whom the report names by office alone."""
        person, day = self.persons.get(actor), self.reading.registry.published
        if person is not None:
            return person.gender == "f"
        return day is not None and day >= OFFICE and self.reading.cast.actors[actor].kind == "person"

    def _named_near(self, token: Token) -> tuple[str, ...]:
        """Somebody named in this sentence or the one before whose name tells no sex."""
        for point in reversed(self.stream.points):
            if token.sent.index - point.sentence > 1:
                return ()
            person = self.persons.get(point.ids[0]) if len(point.ids) == 1 else None
            if person is not None and not person.gender and point.token.dep in {"nsubj", "nsubjpass"}:
                return point.ids
        return ()

    def _as_she(self, token: Token) -> tuple[str, ...]:
        """'France accepts. She insists, however': the state named last as a subject, in a report without a woman."""
        if any(person.gender == "f" for person in self.persons.values()):
            return ()
        for point in reversed(self.stream.points):
            if token.sent.index - point.sentence > 2:
                return ()
            if point.token.dep in {"nsubj", "nsubjpass"} and len(point.ids) == 1 and self.reading.cast.actors[point.ids[0]].kind == "state":
                return point.ids
        return ()

    def _accused(self, token: Token, wanted: Callable[[Point], float]) -> tuple[str, ...]:
        """Who was accused last, for who denies: 'Juba accused Khartoum. It denied the charge' (Khartoum)."""
        if token.dep != "nsubj" or token.head.lemma not in DENIALS:
            return ()
        for point in reversed(self.stream.points):
            if token.sent.index - point.sentence > 1:
                break
            if point.token.dep in {"dobj", "nsubjpass"} and point.token.head.lemma in CHARGES and wanted(point):
                return point.ids
        return ()

    def _told_by(self, token: Token, gender: str) -> tuple[str, ...]:
        """The speaker that follows: 'Support would be lent by her country, said Jane Roe'."""
        for governor in token.ancestors():
            subject = governor.child("nsubj") if governor.lemma in self.cues else None
            if subject is not None and subject.i > token.i:
                person = self.persons.get(self.reading.cast.at(subject) or "")
                if person is not None and person.gender in {"", gender}:
                    return (person.id,)
        return ()

    def _ahead(self, token: Token, gender: str = "") -> tuple[str, ...]:
        """The subject that follows: 'From behind his barricades Jane's rival spoke', 'In its note Chile asked'."""
        if token.dep != "poss":
            return ()
        verb = next((a for a in token.ancestors() if a.pos not in {"NOUN", "PROPN", "ADP"}), None)
        subject = verb.child("nsubj", "nsubjpass") if verb is not None and verb.pos in {"VERB", "AUX"} else None
        row = self.reading.cast.actors.get(self.reading.cast.at(subject) or "") if subject is not None and subject.i > token.head.i else None
        if row is None or subject is None or (row.kind == "person") is not bool(gender):
            return ()
        person = self.persons.get(row.id)
        return (row.id,) if person is None or person.gender in {"", gender} else ()

    def it(self, token: Token) -> tuple[str, ...]:
        """The state or body that 'it' means."""
        actors = self.reading.cast.actors

        def wanted(point: Point) -> float:
            if point.human or len(point.ids) > 1 or (point.many and point.token.tag != "NNPS") or point.token.lower in PLURAL:
                return 0.0
            kind = actors[point.ids[0]].kind
            if point.token.dep in {"amod", "compound"} and point.token.tag.startswith("JJ"):
                return 0.15
            if ultimatum and point.token.sent is token.sent and _threatened(point.token):
                return 3.0
            return 0.5 if kind == "media" else 1.0

        verb = clause(token)
        ultimatum = verb is not None and any(c.dep == "mark" and c.lower in {"unless", "if", "until"} for c in verb.children)
        return self._accused(token, wanted) or self._ahead(token) or self.stream.best(token, wanted, window=3)

    def they(self, token: Token) -> tuple[str, ...]:
        """The group that 'they' means: several actors, or one that is many."""
        actors = self.reading.cast.actors

        def several(point: Point) -> float:
            return 1.0 if point.many else 0.0

        def body(point: Point) -> float:
            return 0.0 if point.human or actors[point.ids[0]].kind in {"state", "person"} else 1.0

        found = self._accused(token, several) or self.stream.best(token, several, window=3)
        if found or _open_plural(token, self.reading):
            return found
        return self.stream.best(token, body, window=1)

    def country_of(self, actor: str) -> str | None:
        """The state that an actor belongs to."""
        row = self.reading.cast.actors.get(actor)
        return row.country if row else None

    def spoken_for(self, actor: str) -> str:
        """The state or body that an actor speaks for, else the actor."""
        return government_of(actor, self.reading.cast) or actor

    def _topic(self) -> dict[str, float]:
        """The share that each state has in the mentions of the whole report, as far as names tell."""
        if self.topic is None:
            actors = self.reading.cast.actors
            self.topic = _shares(Counter(c for r in self.reading.cast.references if (c := actors[r.actor].country) and r.form != "pronoun"))
        return self.topic

    def share(self, country: str) -> float:
        """Which part of the report's mentions are of a state, 0 to 1."""
        return self._topic().get(country, 0.0)

    def state_in_context(self, token: Token) -> tuple[str | None, str]:
        """The state whose organ is meant where no modifier says so, and the reason; no close calls."""
        if here := section_state(token.sent, self.reading) or town_before(token, self.reading):
            return here, f"{here}: where the sentence or its section is set"
        scores: dict[str, float] = defaultdict(float)
        for point in reversed(self.stream.points):
            distance = token.sent.index - point.sentence
            if distance > 3:
                break
            if _is_origin(point.token, self.reading) or (distance == 0 and point.token.lower in OTHERS):
                continue
            for actor in point.ids:
                country = self.country_of(actor)
                if country and self.reading.cast.actors[actor].kind != "media":
                    scores[country] += point.weight * 0.5**distance
        for country, share in self._topic().items():
            if country in scores:
                scores[country] += TOPIC * share
        if self.dateline and (not scores or self.dateline in self._topic()):
            scores[self.dateline] += 0.6
        elif not scores and self.reading.home:
            return self.reading.home, f"{self.reading.home}: the outlet's state"
        ranked = sorted(scores, key=lambda code: -scores[code])
        if not ranked or (len(ranked) > 1 and scores[ranked[0]] < 1.6 * scores[ranked[1]]):
            return None, "no one state stands out before it"
        return ranked[0], f"{ranked[0]} stands out before it" + (", and is the dateline's" if ranked[0] == self.dateline else "")


def _is_people(token: Token, reading: Reading) -> bool:
    """'The Egyptians', whom 'they' may take up, and not 'the Netherlands'."""
    match = reading.at.get(token)
    return match is not None and bool(match.of("people")) and not match.of("state")


def _shares(counts: Counter[str]) -> dict[str, float]:
    """Each state's share of all mentions."""
    total = sum(counts.values())
    return {country: count / total for country, count in counts.items()} if total else {}


def _is_origin(token: Token, reading: Reading) -> bool:
    """'Joaquim Chissano of Mozambique': where somebody is from, and not what the report is about."""
    if token.dep != "pobj" or token.head.lower != "of":
        return False
    person = reading.cast.actors.get(reading.cast.at(token.head.head) or "")
    return person is not None and person.kind == "person"


def _has_the_turn(name: Token, token: Token) -> bool:
    """'MR. RUBIN: He told us': in the turn of a transcript 'he' is anybody but its speaker."""
    return name.sent.paragraph == token.sent.paragraph and (after := following(name)) is not None and after.text == ":"


def _is_told(name: Token, told: tuple[Token, ...]) -> bool:
    """Whether a name stands in a clause that is told: 'Unless the minister resigned, he said, there would be no talks'."""
    verb = clause(name)
    return verb is not None and (verb in told or (verb.dep == "advcl" and verb.i < told[0].i and verb.head in told))


def _told_in(token: Token, cues: frozenset[str]) -> tuple[Token, ...]:
    """The clause that a tag stands in: of whom 'No resident would be harmed, he went on.' tells, nobody is its speaker."""
    verb, tokens = token.head, token.sent.tokens
    if token.dep != "nsubj" or verb.i < token.i or not token.i or tokens[token.i - 1].text not in MARKS:
        return ()
    last = verb.i + 1 if verb.lemma in {"go", "continue"} and verb.i + 1 < len(tokens) and tokens[verb.i + 1].lower == "on" else verb.i
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if not (verb.lemma in cues or last > verb.i) or (after is not None and after.text not in MARKS | {".", ";"}):
        return ()
    return (verb, *verb.all("ccomp"), *([verb.head] if verb.dep in {"parataxis", "advcl"} else []))


def _threatened(token: Token) -> bool:
    """Whether a mention is at the receiving end: 'force against Iraq unless it withdraws'."""
    return (token.dep == "pobj" and token.head.lower in {"against", "on"}) or token.dep == "dobj"


def _open_plural(token: Token, reading: Reading) -> bool:
    """Whether a plural noun that names nobody stands before 'their' in the sentence: 'states … their allies'."""
    return any(
        t.tag == "NNS" and t not in reading.cast.by_token and t.dep in {"nsubj", "nsubjpass", "pobj", "dobj"}
        for t in token.sent.tokens[: token.i]
    )


def dateline_of(reading: Reading) -> str | None:
    """The state of the town in the dateline, where the tables know the town as a capital."""
    for sentence in reading.document.sentences[:6]:
        if sentence.block == "headline":
            continue
        for match in reading.matches[sentence.index]:
            if match.first == 0 and (sentence.block == "dateline" or match.tokens[0].text.isupper()):
                return _capital(match)
        if sentence.block == "body":
            return None
    return None


def _capital(match: Match) -> str | None:
    entry = next(iter(match.of("capital")), None)
    return entry.row.code if entry is not None and isinstance(entry.row, rows.State) else None
