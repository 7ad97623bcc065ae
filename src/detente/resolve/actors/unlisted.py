"""Organisations that no table lists, found by what their names say: 'the Umma Party', 'the oil company Woodside'.

A name may end in the word for what it names ('Iraqi Airways'), stand behind such a word ('opposition party
VMRO-DPMNE'), before it ('the Dashnak party'), or be explained by it ('Botnia, a Finnish firm').
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from detente.language import Sentence, Token
from detente.records import Actor
from detente.records.facts import ActorKind
from detente.records.identify import slug
from detente.resolve.actors.affiliation import current
from detente.resolve.actors.gazetteer import Match, phrase_of
from detente.resolve.actors.organs import owners
from detente.resolve.actors.reading import Reading
from detente.resources.rows import State

Sort = tuple[str, ActorKind]  # sector and kind

PARTY: Sort = ("PTY", "party")
GROUP: Sort = ("", "group")
ARMED: Sort = ("REB", "armed_group")
FIRM: Sort = ("BUS", "company")
UNION: Sort = ("LAB", "group")
BODY: Sort = ("IGO", "igo")
PREFIXES = {"HMS": "GBR", "USS": "USA", "HMAS": "AUS", "HMCS": "CAN", "HMNZS": "NZL", "ROKS": "KOR", "TCG": "TUR"}  # of warships
LAST: dict[str, Sort] = {  # what a capitalised name of several words may end in
    **dict.fromkeys(("party", "bloc"), PARTY),
    **dict.fromkeys(("front", "movement", "alliance", "coalition", "congress", "league", "committee", "committees", "council", "association", "society", "federation", "campaign", "network"), GROUP),
    **dict.fromkeys(("brigade", "brigades", "battalion", "militia"), ARMED),
    **dict.fromkeys(("airways", "airlines", "airline", "corporation", "company", "shipping", "petroleum", "motors", "railways", "steel"), FIRM),
    **dict.fromkeys(("commission", "organisation", "organization", "agency", "tribunal"), BODY),
    "union": UNION,
}
BESIDE: dict[str, Sort] = {  # the common noun beside a name
    **dict.fromkeys(("party", "opposition"), PARTY),
    **dict.fromkeys(("group", "movement", "coalition", "alliance", "organisation", "organization", "federation", "association", "charity", "front"), GROUP),
    **dict.fromkeys(("militia", "faction"), ARMED),
    **dict.fromkeys(("company", "firm", "airline", "shipowner", "operator", "carmaker", "producer", "bank"), FIRM),
    "union": UNION,
}
WORLDWIDE = frozenset({"international", "world", "global", "inter", "pan", "joint", "african", "european", "asian", "american", "arab", "pacific", "nordic", "caribbean"})
FIGHTING = frozenset({"rebel", "guerrilla", "armed", "militant", "insurgent", "separatist", "jihadist", "terrorist", "liberation", "resistance"})
GENERAL = frozenset(
    """
    standing executive high level central joint special political military national supreme general consultative select steering
    foreign relations affairs defence defense federal state legislative presidential privy city town local regional advisory
    budget finance security judiciary appropriations intelligence organising organizing preparatory technical expert experts
    grand first second third new old great big house senate parliamentary
    """.split()
)  # the words of a title: 'the Standing Committee' is one of many
CARRIERS = frozenset({"airways", "airlines", "petroleum", "railways"})  # 'Iraqi Airways' needs no other word
WORKING = frozenset({"workers", "dockers", "seamen", "miners", "trade", "labour", "labor", "farmers", "teachers", "pilots"})


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A name at tokens ``first`` to ``last`` of a sentence, with the phrase that tells what it is."""

    first: int
    last: int
    sort: Sort
    low: int
    high: int


def find_unlisted(reading: Reading) -> None:
    """Keep a reference for each organisation that a report names and no table knows, and for its short name elsewhere."""
    short: dict[str, str] = {}
    for sentence in reading.document.sentences:
        _warships(sentence, reading)
        for found in _in_sentence(sentence, reading):
            key = _keep(found, sentence, reading)
            short |= dict.fromkeys(_short_forms(found, sentence), key)
    for sentence in reading.document.sentences if short else ():
        for token in sentence.tokens:
            if token.text in short and token.pos in {"PROPN", "NOUN"} and token.dep != "compound" and not _claimed(token, reading):
                reading.refer([token], short[token.text], "name", "organisation by its short name")


def _short_forms(found: Unlisted, sentence: Sentence) -> Iterator[str]:
    """A name of one word, or the letters in brackets behind a longer one: 'the Tulip Front (TF)'."""
    tokens = sentence.tokens
    if found.first == found.last:
        yield tokens[found.first].text
    bracket = found.last + 1
    if bracket + 2 < len(tokens) and tokens[bracket].text == "(" and tokens[bracket + 2].text == ")" and tokens[bracket + 1].text.isupper():
        yield tokens[bracket + 1].text


def _keep(found: Unlisted, sentence: Sentence, reading: Reading) -> str:
    tokens = sentence.tokens[found.first : found.last + 1]
    name, (sector, kind) = phrase_of(tokens), found.sort
    country = _country(found, sentence, reading)
    because = f"'{phrase_of(sentence.tokens[found.low : found.high + 1])}' in sentence {sentence.index + 1}: what it calls itself"
    key = f"{country or '---'}/{sector or '---'}/{slug(name)}"
    reading.registry.add(Actor(id=key, name=name, kind=kind, country=country, sector=sector or None, because=because))
    whole = sentence.tokens[min(found.first, found.low) : max(found.last, found.high) + 1]
    reading.refer([t for t in whole if t not in reading.cast.by_token] or tokens, key, "name", "organisation by its name")
    return key


def _country(found: Unlisted, sentence: Sentence, reading: Reading) -> str | None:
    """The state in the name or beside it: 'Iraqi Airways', 'a Finnish firm', 'the party in Zagreb'."""
    low, high = min(found.first, found.low), max(found.last, found.high)
    for match in (reading.at.get(t) for t in sentence.tokens[low : high + 1]):
        if match is not None and is_airline(match) and (entry := current(match, reading, "state")) is not None and isinstance(entry.row, State):
            return entry.row.code
    inside = [a for t in sentence.tokens[low : high + 1] if (a := reading.cast.at(t)) is not None]
    own = owners(sentence.tokens[found.low], sentence.tokens[found.high], reading)
    return next((c for a in (*inside, *own.ids) if (c := reading.cast.actors[a].country) is not None), None)


def _warships(sentence: Sentence, reading: Reading) -> None:
    """A warship is its state's: 'HMS Severn and the USS Cole' are two navies."""
    for prefix, name in pairwise(sentence.tokens):
        country = PREFIXES.get(prefix.text)
        if country is not None and name.pos == "PROPN" and name.text[0].isupper() and not {prefix, name} & reading.cast.by_token.keys():
            because = f"'{phrase_of([prefix, name])}' in sentence {sentence.index + 1}: a warship's name"
            reading.refer([prefix, name], reading.registry.organ(country, "MIL", "military", because), "name", "warship")


def _in_sentence(sentence: Sentence, reading: Reading) -> Iterator[Unlisted]:
    done = -1
    for token in sentence.tokens:
        if token.i <= done or token.pos not in {"NOUN", "PROPN"}:
            continue
        found = _ends_in(token, reading) or _stands_beside(token, reading) or _flies(token, reading)
        if found is not None:
            done = max(found.last, found.high)
            yield found


def _ends_in(token: Token, reading: Reading) -> Unlisted | None:
    """'the Peasants' Party', 'Iraqi Airways', 'the Committee for the Defence of X': two capitalised words or more."""
    sort = LAST.get(token.lower)
    if sort is None or not token.text[0].isupper() or token.ent in {"PERSON", "DATE"} or _claimed(token, reading):
        return None
    tokens = token.sent.tokens
    first = token.i
    while first and _is_part(tokens[first - 1], reading):
        first -= 1
    own = [t for t in tokens[first : token.i] if _is_own(t, reading) and t.lower not in GENERAL]
    if first == token.i or not (own or token.lower in CARRIERS):
        return None
    fitting = _fitting(sort, {t.lower for t in tokens[first : token.i]})
    return Unlisted(first, token.i, fitting, first, token.i) if fitting else None


def _fitting(sort: Sort, words: set[str]) -> Sort | None:
    """What the other words of a name make of it: a commission is a body between states where it calls itself one."""
    if sort is BODY or (sort is GROUP and words & {"international", "world", "global"}):
        return BODY if words & WORLDWIDE else None
    if words & FIGHTING:
        return ARMED
    return GROUP if sort is UNION and not words & WORKING else sort


def _is_part(token: Token, reading: Reading) -> bool:
    """A capitalised word inside a name, or the genitive of one."""
    if token.tag == "POS" or token.text in {"'", "’"}:
        return bool(token.i) and token.sent.tokens[token.i - 1].text[0].isupper() and _is_own(token.sent.tokens[token.i - 1], reading)
    actor = reading.cast.actors.get(reading.cast.at(token) or "")
    free = token not in reading.taken and (actor is None or actor.kind == "state")
    return free and token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"} and token.dep in {"compound", "amod", "nmod", "poss"}


def _is_own(token: Token, reading: Reading) -> bool:
    """A word that no table explains: the name proper, and no state, capital or office."""
    return token.text[0].isalpha() and token.tag != "POS" and reading.at.get(token) is None and token not in reading.cast.by_token


def is_airline(match: Match) -> bool:
    """'Air India': the airline of a state, and not the state."""
    before = match.sentence.tokens[match.first - 1] if match.first else match.tokens[0]
    return before.text == "Air" and before.dep == "compound" and bool(match.of("state"))


def _flies(token: Token, reading: Reading) -> Unlisted | None:
    match = reading.at.get(token)
    return Unlisted(token.i - 1, match.last, FIRM, token.i - 1, match.last) if match is not None and match.first == token.i and is_airline(match) else None


def _claimed(token: Token, reading: Reading) -> bool:
    """Whether a phrase of the tables, or somebody's name, holds the word."""
    match = reading.at.get(token)
    return token in reading.cast.by_token or token in reading.taken or (match is not None and (match.first < match.last or not match.of("organ")))


def _stands_beside(token: Token, reading: Reading) -> Unlisted | None:
    """'opposition party VMRO-DPMNE', 'the Dashnak party', 'Botnia, a Finnish firm': a name and its common noun."""
    sort = BESIDE.get(token.lemma)
    if sort is None or not token.text[0].islower() or token.tag != "NN":
        return None
    if any(c.lower in FIGHTING for c in token.children):
        sort = ARMED
    name = _behind(token, reading) or _before(token, reading) or _explained(token, reading)
    if name is None:
        return None
    low, high = (token.left, token.i) if name[0] > token.i or name[1] < token.left else (name[0], token.i)
    return Unlisted(name[0], name[1], sort, max(low, 0), high)


def _behind(token: Token, reading: Reading) -> tuple[int, int] | None:
    """'the oil company Woodside'."""
    tokens = token.sent.tokens
    last = token.i
    while last + 1 < len(tokens) and (_is_name(tokens[last + 1], reading) or (tokens[last + 1].text == "-" and last > token.i)):
        last += 1
    return (token.i + 1, last) if last > token.i else None


def _before(token: Token, reading: Reading) -> tuple[int, int] | None:
    """'the Dashnak party'."""
    first = token.i
    while first and _is_name(token.sent.tokens[first - 1], reading) and token.sent.tokens[first - 1].dep in {"compound", "amod", "nmod"}:
        first -= 1
    return (first, token.i - 1) if first < token.i else None


def _explained(token: Token, reading: Reading) -> tuple[int, int] | None:
    """'Botnia, a Finnish firm'."""
    name = token.head
    article = token.child("det")
    if token.dep != "appos" or name.i > token.i or article is None or article.lower not in {"a", "an"}:
        return None
    tokens = token.sent.tokens
    if not tokens[name.i].text[0].isupper() or tokens[name.i + 1].text != "," or not _is_name(name, reading):
        return None
    first = name.i
    while first and tokens[first - 1].text[0].isupper() and tokens[first - 1].dep in {"compound", "amod", "nmod"} and tokens[first - 1].head is name:
        first -= 1
    return first, name.i


def _is_name(token: Token, reading: Reading) -> bool:
    """A capitalised word that no table knows and no person bears."""
    return token.pos == "PROPN" and token.text[0].isupper() and len(token.text) > 2 and token.ent not in {"DATE", "NORP"} and _is_own(token, reading) and token not in reading.taken
