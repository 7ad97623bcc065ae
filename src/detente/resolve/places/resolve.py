"""Which words name places, and which of the places of that name is meant.

Context decides before size: a state named after the comma ('Brest, France'), a neighbour ('near the
Polish border'), the states that the sentence and the report speak of; then the largest (Leidner 2007,
ch. 5: 'one referent per discourse', 'spatial minimality', 'population').
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from detente.language import Document, Sentence, Token
from detente.records import Place
from detente.resolve.model import Cast, Located, Reference
from detente.resolve.places.gazetteer import Candidate, Gazetteer, gazetteer
from detente.resolve.places.standing import (
    AREA_NOUNS,
    PLACE_LABELS,
    SIDES,
    besieged,
    dates_a_line,
    follows_place_word,
    lies_somewhere,
    stands_as_place,
)
from detente.resources import Lexicon

NEVER = frozenset({"person", "igo", "ngo", "company", "media", "party", "armed_group", "military"})
WELL_KNOWN = 6.0  # the rank of a city of 100,000
MAGNITUDE = 0.9  # a power of ten of inhabitants
FOREMOST = 3  # times as often named as the next state
STATE_BONUS, SENTENCE_BONUS, REPORT_BONUS, BORDER_BONUS = 20.0, 3.0, 1.0, 8.0


# Nouns of the landscape: behind a town's name they name another place.
FEATURES = frozenset(
    "Bay Island Islands Valley Plateau Peninsula River Lake Strait Straits Gulf Mountains Desert Heights Hills Ridge Reef "
    "Shoal Channel Pass Canal Sound Delta Basin Forest Mountain Range".split()
)


@dataclass(slots=True)
class _Scene:
    """What the report has said of places so far."""

    words: Lexicon
    places: Gazetteer
    cast: Cast
    countries: Counter[str]
    chosen: dict[str, Candidate] = field(default_factory=dict)
    sentence: Sentence | None = None
    named: Counter[str] = field(default_factory=Counter)  # states that the sentence speaks of: counted once a sentence

    def beside(self, sentence: Sentence, first: int, last: int) -> set[str]:
        """The states that a sentence speaks of outside these tokens."""
        if sentence is not self.sentence:
            self.sentence = sentence
            self.named = Counter(c for t in sentence.tokens if (c := _country(t, self)))
        own = Counter(c for t in sentence.tokens[first : last + 1] if (c := _country(t, self)))
        return {code for code, count in self.named.items() if count > own[code]} if own else set(self.named)


def places_of(document: Document, words: Lexicon, cast: Cast) -> list[Located]:
    """All place names with coordinates and country, ids ``p1`` …, in text order.

    Names of people and bodies are no places, nor is a capital that stands for its government.
    """
    told = (r.actor for r in cast.references if not _is_again(r) and not _tells(r.actor, cast))
    scene = _Scene(words, gazetteer(words), cast, Counter(c for actor in told if (c := cast.country(actor))))
    found: list[Located] = []
    known: dict[str, Place] = {}
    for sentence in document.sentences:
        for first, last, name in _names(sentence, scene):
            located = _located(document, sentence, (first, last), name, scene)
            if located:
                row, left = located
                row = _as_before(row, known)
                found.append(Located(sentence, left, last, _numbered(row, len(found) + 1)))
    return found


def _as_before(row: Place, known: dict[str, Place]) -> Place:
    """A doubtful name is where the same name was before (Gale, Church and Yarowsky 1992: one sense per discourse)."""
    before = known.get(row.text)
    if row.country is None and before is not None:
        return replace(row, country=before.country, because=f"{row.because}; earlier in the report it is {before.country}")
    if row.country is not None:
        known.setdefault(row.text, row)
    return row


def _names(sentence: Sentence, scene: _Scene) -> Iterator[tuple[int, int, str]]:
    """Token ranges that may name a place: the longest gazetteer names, and what the recogniser calls a place."""
    tokens = sentence.tokens
    entities = {i: e for e in sentence.entities for i in range(e.first, e.last + 1)}
    i, previous = 0, -9
    while i < len(tokens):
        token = tokens[i]
        if not token.text[0].isupper() or token.pos in {"ADP", "PRON", "AUX"}:
            i += 1
            continue
        end = _longest(tokens, i, scene)
        listed = previous == i - 2 and tokens[i - 1].lower in {"and", ",", "or"}
        listed = listed or (end is not None and _state_after(sentence, end, scene) is not None)
        if (end is None or end == i) and _is_taken(token, scene, listed=listed):
            i += 1
            continue
        entity = entities.get(i)
        end = _with_feature(tokens, i, end, scene)
        if end is not None and not _is_part_of_name(sentence, i, end, scene, listed=listed):
            yield i, end, _join(tokens, i, end)
            previous, i = end, end + 1
        elif entity and entity.first == i and not end and (entity.label in PLACE_LABELS or besieged(tokens, i, entity.last)):
            yield i, entity.last, _join(tokens, i, entity.last)
            i = entity.last + 1
        else:
            i = (end or i) + 1


def _join(tokens: list[Token], first: int, last: int) -> str:
    words = tokens[first].text
    for before, token in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        words += (" " if token.start > before.end else "") + token.text
    return words


def _longest(tokens: list[Token], i: int, scene: _Scene) -> int | None:
    name, found = "", None
    for j in range(i, min(i + 8, len(tokens))):
        gap = " " if j > i and tokens[j].start > tokens[j - 1].end else ""
        name += gap + tokens[j].text
        if scene.places.names.get(_cased(name, tokens[i].sent)):
            found = j
    return found


def _with_feature(tokens: list[Token], first: int, end: int | None, scene: _Scene) -> int | None:
    """The end of a name, with the noun that makes a town's name one of a landscape: 'Islington Bay' lies not in Islington."""
    if end is None or end + 1 >= len(tokens) or tokens[end + 1].text not in FEATURES:
        return end
    towns = scene.places.names.get(_cased(_join(tokens, first, end), tokens[end].sent), ())
    return end + 1 if all(town.kind in {"city", "subdivision"} for town in towns) else end


def _cased(name: str, sentence: Sentence) -> str:
    """Datelines shout: 'NEW YORK' is New York, and in a dateline 'LIMA' is Lima; elsewhere 'US' and 'NATO' stay."""
    return name.title() if name.isupper() and (len(name) > 4 or sentence.block == "dateline") else name


def _is_taken(token: Token, scene: _Scene, *, listed: bool = False) -> bool:
    """Whether the token belongs to a person or body, or to a capital that acts as a government."""
    reference = scene.cast.by_token.get(token)
    if reference is None:
        return False
    actor = scene.cast.actors[reference.actor]
    if reference.form == "metonym" and dates_a_line(token):
        return False
    if reference.form == "metonym" and (listed or lies_somewhere(token)):
        return False
    if actor.country is None and actor.kind == "person" and follows_place_word(token.sent.tokens, reference.first):
        return False  # a name that nothing but the recogniser takes for a person, standing where places stand
    if reference.form in {"demonym", "pronoun", "metonym"}:
        return True
    return actor.kind in NEVER and reference.form == "name"


def _is_part_of_name(sentence: Sentence, first: int, last: int, scene: _Scene, *, listed: bool) -> bool:
    """'Washington Post', 'Paris Agreement', 'Bush': part of another name, or a person's."""
    entity = next((e for e in sentence.entities if e.first <= first and e.last >= last), None)
    if entity is None or entity.label in PLACE_LABELS or sentence.block == "dateline":
        return False
    whole = entity.first == first and entity.last == last
    candidates = scene.places.names.get(_cased(_join(sentence.tokens, first, last), sentence), ())
    strong = any(c.kind not in {"city", "subdivision"} for c in candidates)
    tokens = sentence.tokens
    area = last + 1 < len(tokens) and tokens[last + 1].lemma in AREA_NOUNS
    if (whole or (listed and entity.first == first)) and (strong or listed or area or follows_place_word(tokens, first)):
        return False
    return entity.label in {"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "DATE", "NORP", "LANGUAGE"} and not (
        strong and entity.label in {"DATE", "NORP"}
    )


def _located(
    document: Document, sentence: Sentence, span: tuple[int, int], name: str, scene: _Scene
) -> tuple[Place, int] | None:
    first, last = span
    tokens = sentence.tokens
    candidates = _today(scene.places.find(_cased(name, sentence)))
    if not candidates:
        sure = tokens[last].ent in {"GPE", "LOC"} or besieged(tokens, first, last)
        return _unknown(document, sentence, span, scene) if sure else None
    chosen, rule, because = _choose(candidates, sentence, first, last, name, scene)
    if chosen.kind in {"city", "subdivision"} and not _is_likely(tokens, first, last, chosen):
        return None
    scene.chosen.setdefault(name, chosen)
    if chosen.country:
        scene.countries[chosen.country] += 1
    left = first - 1 if first > 0 and tokens[first - 1].lower in SIDES and tokens[first - 1].head is tokens[last] else first
    words = document.span_of(tokens[left], tokens[last])
    place = Place(
        id="", start=words.start, end=words.end, text=words.text, name=chosen.name, country=chosen.country,
        admin1=chosen.admin1, lat=chosen.lat, lon=chosen.lon, rule=rule, because=because,
    )  # fmt: skip
    return place, left


def _unknown(
    document: Document, sentence: Sentence, span: tuple[int, int], scene: _Scene
) -> tuple[Place, int] | None:
    """A place that no gazetteer has: its state only where the text names it."""
    named = _state_after(sentence, span[1], scene)
    words = document.span_of(sentence.tokens[span[0]], sentence.tokens[span[1]])
    tokens = sentence.tokens
    placed = named or stands_as_place(tokens, span) or besieged(tokens, *span)
    if not placed or len(words.text) < 4 or _is_taken(tokens[span[0]], scene):
        return None
    country, why = (named[0], f"'{named[1]}' names its state") if named else _spoken_of(sentence, span, scene)
    place = Place(
        id="", start=words.start, end=words.end, text=words.text, name=words.text, country=country,
        rule="place/unlisted", because=f"not in the gazetteer; {why}" if why else "not in the gazetteer",
    )  # fmt: skip
    return place, span[0]


def _spoken_of(sentence: Sentence, span: tuple[int, int], scene: _Scene) -> tuple[str | None, str]:
    """The one state that the sentence speaks of, or that the report mostly does, and why; None of several."""
    beside = scene.beside(sentence, *span)
    if len(beside) == 1:
        only = next(iter(beside))
        return only, f"the sentence speaks of {only} alone"
    ranked = scene.countries.most_common(2)
    if len(ranked) == 1:
        return ranked[0][0], f"the report speaks of {ranked[0][0]} alone"
    if ranked and ranked[0][1] >= FOREMOST * ranked[1][1] and (not beside or ranked[0][0] in beside):
        return ranked[0][0], f"the report speaks of {ranked[0][0]} above all"
    return None, ""


def _numbered(place: Place, number: int) -> Place:
    return replace(place, id=f"p{number}")


def _today(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Ended states only where nothing else has the name: 'Soviet Union', but 'Yugoslavia' in 1991 too."""
    return tuple(c for c in candidates if not (c.kind == "state" and c.rank < 9)) or candidates


def _is_likely(tokens: list[Token], first: int, last: int, chosen: Candidate) -> bool:
    """A city's name that the recogniser does not take for a place must stand like one, or be well known."""
    token = tokens[last]
    if token.ent in PLACE_LABELS or token.sent.block == "dateline":
        return True
    if last + 1 < len(tokens) and tokens[last + 1].lemma in AREA_NOUNS:
        return True
    if first > 1 and tokens[first - 1].lower in {",", "and", "or"} and tokens[first - 2].ent in PLACE_LABELS and chosen.rank >= WELL_KNOWN:
        return True
    if token.pos != "PROPN" or token.ent in {"PERSON", "NORP", "DATE"}:
        return follows_place_word(tokens, first) and token.pos == "PROPN" and token.ent != "DATE" and chosen.rank >= 5
    return follows_place_word(tokens, first) or chosen.rank >= 6.0 or tokens[first].sent.block == "dateline"


def _choose(
    candidates: tuple[Candidate, ...], sentence: Sentence, first: int, last: int, name: str, scene: _Scene
) -> tuple[Candidate, str, str]:
    """The candidate that context or size prefers, with the rule and the reason."""
    named = _state_after(sentence, last, scene)
    if len({c.country for c in candidates}) == 1:
        best = max(candidates, key=lambda c: (c.lat is not None, c.rank))
        return _only(best, name, named, scene, lambda: _spoken_of(sentence, (first, last), scene))
    within = _subdivision_of(candidates, sentence, first, scene)
    if within is not None:
        return within, "place/subdivision", f"'{name}' stands after a town of it"
    beside = scene.beside(sentence, first, last)
    border = _border_of(sentence, last, scene)

    largest = max(c.rank for c in candidates)

    def score(c: Candidate) -> float:
        points = c.rank
        points += STATE_BONUS if named and c.country == named[0] else 0
        points += BORDER_BONUS if border and c.country in scene.places.neighbours.get(border, ()) and c.country != border else 0
        points += REPORT_BONUS * 2 if scene.chosen.get(name) == c else 0
        if c.rank < largest - MAGNITUDE:
            return points  # the states that a report speaks of do not make Geneva, Illinois, the Geneva of diplomacy
        points += SENTENCE_BONUS if c.country in beside and not border else 0
        return points + REPORT_BONUS * min(scene.countries[c.country or ""], 3)

    best = max(candidates, key=lambda c: (score(c), c.lat is not None, c.country or ""))
    if named and best.country == named[0]:
        return best, "place/state-named", f"'{named[1]}' follows"
    if border and best.country in scene.places.neighbours.get(border, ()):
        return best, "place/border", f"'border' of {border} is near: {best.country} borders it"
    if best.country in beside:
        return best, "place/sentence", f"the sentence speaks of {best.country}"
    if scene.countries[best.country or ""]:
        return best, "place/report", f"the report speaks of {best.country}"
    return best, "place/size", f"the largest of {len(candidates)} places called '{name}'"


def _only(
    best: Candidate, name: str, named: tuple[str, str] | None, scene: _Scene, spoken_of: Callable[[], tuple[str | None, str]]
) -> tuple[Candidate, str, str]:
    """The one place of that name that is listed, unless it is a small one in a state the report never names."""
    small = best.kind in {"city", "subdivision"} and best.rank < WELL_KNOWN
    stranger = small and not named and not scene.countries[best.country or ""]
    if named and small and best.country != named[0]:
        unlisted = Candidate(name, named[0], "city", None, None, 0.0)
        return unlisted, "place/state-named", f"'{named[1]}' follows; the gazetteer knows no '{name}' there"
    if stranger and scene.countries:
        country, why = spoken_of()
        doubtful = Candidate(name, country, best.kind, None, None, best.rank)
        but = f"; {why}" if why else ""
        return doubtful, "place/doubtful", f"the gazetteer knows '{name}' only in {best.country}, which the report does not name{but}"
    return best, "place/only", f"the gazetteer knows '{name}' in one state only"


def _subdivision_of(candidates: tuple[Candidate, ...], sentence: Sentence, first: int, scene: _Scene) -> Candidate | None:
    """Georgia after 'Atlanta,': the subdivision of the state that the town before it lies in."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].text != ",":
        return None
    for start in range(max(0, first - 4), first - 1):
        towns = scene.places.names.get(_join(tokens, start, first - 2), ())
        for candidate in candidates:
            if candidate.kind == "subdivision" and any(t.kind == "city" and t.country == candidate.country and t.rank >= WELL_KNOWN for t in towns):
                return candidate
    return None


def _tells(actor: str, cast: Cast) -> bool:
    """Whether an actor is a medium: what Agence France-Presse reports need not lie in France."""
    return cast.actors[actor].kind == "media"


@lru_cache(maxsize=4)
def _adjectives(words: Lexicon) -> dict[str, str]:
    return {a: s.code for s in reversed(words.states) if not s.to for a in (*s.adjectives, *s.people)}


def _is_again(reference: Reference) -> bool:
    """'the British student …. The student': a description taken up again says nothing of where it happens."""
    return reference.form == "nominal" and reference.rule.endswith("named before")


def _country(token: Token, scene: _Scene) -> str | None:
    """The state that a word names or derives from."""
    reference = scene.cast.by_token.get(token)
    actor = None if reference is not None and _is_again(reference) else scene.cast.at(token)
    found = None if actor and _tells(actor, scene.cast) else scene.cast.country(actor)
    if found is None and (found := _adjectives(scene.words).get(token.text)):
        after = token.sent.tokens[token.i + 1 : token.i + 2]
        listed = scene.places.names.get(f"{token.text} {after[0].text}", ()) if after else ()
        return listed[0].country if listed else found  # 'British Columbia' speaks of Canada
    return found


def _state_after(sentence: Sentence, last: int, scene: _Scene) -> tuple[str, str] | None:
    """The state in 'Brest, France', 'Tripoli in Lebanon', 'the French port city of Brest'."""
    tokens = sentence.tokens
    if last + 2 < len(tokens) and tokens[last + 1].lower in {",", "in", "("}:
        for end in range(min(last + 5, len(tokens) - 1), last + 1, -1):
            name = _join(tokens, last + 2, end)
            for candidate in scene.places.names.get(name, ()):
                if candidate.kind in {"state", "subdivision"} and candidate.country:
                    return candidate.country, f"{tokens[last + 1].text} {name}".replace(", ", ", ")
    for token in reversed(tokens[max(0, last - 6) : last]):
        if token.pos == "ADJ" and (code := _adjectives(scene.words).get(token.text)) and token.head.lemma in {"city", "town", "port", "village", "capital"}:
            return code, token.text
    return None


def _border_of(sentence: Sentence, last: int, scene: _Scene) -> str | None:
    """POL in 'near the Polish border', 'on the border with Poland'."""
    window = sentence.tokens[last + 1 : last + 10]
    for token in window:
        if token.lemma == "border":
            around = [t for t in token.subtree() if t is not token]
            return next((code for t in around if (code := _country(t, scene))), None)
    return None
