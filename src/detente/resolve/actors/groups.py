"""'Both sides', 'the two countries', 'three leaders': as many parties as were named before."""

from __future__ import annotations

from collections import defaultdict

from detente.language import Token
from detente.resolve.actors.discourse import STATE_KINDS, Discourse
from detente.resolve.actors.salience import Point

SEVERAL = frozenset({"side", "country", "nation", "state", "party", "leader", "neighbor", "neighbour", "government", "president",
                     "minister", "power", "rival", "ally", "foe", "capital", "man", "superpower"})  # fmt: skip
STATELY = frozenset({"country", "nation", "state", "neighbor", "neighbour", "capital", "government"})  # what no union is
MEMBERS = frozenset({"senator", "lawmaker", "legislator", "member", "politician", "congressman", "deputy"})  # 'senators from both parties'


PAIRS = {
    "Koreas": ("KOR", "PRK"), "Sudans": ("SDN", "SSD"), "Congos": ("COD", "COG"), "Germanys": ("DEU", "DDR"),
    "Germanies": ("DEU", "DDR"), "Yemens": ("YEM", "YMD"), "Guineas": ("GIN", "GNB"),
}  # fmt: skip


def several_of(head: Token, discourse: Discourse) -> bool:
    """Whether a noun is one of several ('the two countries', 'both sides'): kept as the last group of as many, if any."""
    words = {c.lower for c in head.children if c.i < head.i}
    each = head.lemma in {"side", "party"} and "each" in words
    if head.lemma not in SEVERAL or not (each or head.tag in {"NNS", "NNPS"}):
        return False
    number = 2 if each or words & {"two", "both", "2"} else 3 if "three" in words else 0
    if not number or any(c.dep == "prep" and c.lower == "of" for c in head.children):
        return False
    named = any(c.dep in {"amod", "nmod", "compound"} and discourse.reading.cast.at(c) for c in head.children)
    if named and not words & {"both", "the", "these"}:
        return False  # 'two Bolivian leaders'
    if head.lemma == "party" and head.dep == "pobj" and head.head.head.lemma in MEMBERS:
        return False
    ids = _group(head, number, discourse)
    if ids:
        discourse.keep([head], ids, "nominal", f"the {number} named before")
    return True


def pair(token: Token, discourse: Discourse) -> bool:
    """'The two Koreas': the states that share a name."""
    codes = PAIRS.get(token.text) if token.pos in {"PROPN", "NOUN"} else None
    if codes is None or token in discourse.reading.cast.by_token:
        return False
    because = f"'{token.text}' in sentence {token.sent.index + 1}"
    discourse.keep([token], tuple(discourse.reading.registry.state(code, because) for code in codes), "name", "the states that share the name")
    return True


def both(token: Token, discourse: Discourse) -> None:
    """Keep a bare 'both' as the last two named."""
    ids = _group(token, 2, discourse)
    if ids:
        discourse.keep([token], ids, "pronoun", "the 2 named before")


def _group(head: Token, number: int, discourse: Discourse) -> tuple[str, ...]:
    people = head.lemma in {"leader", "president", "minister", "man"}
    actors = discourse.reading.cast.actors

    def wanted(point: Point) -> float:
        kinds = {actors[i].kind for i in point.ids}
        if len(point.ids) != number or (head.lemma in STATELY and not kinds <= STATE_KINDS):
            return 0.0
        return 1.0 if people or kinds <= STATE_KINDS | {"igo", "armed_group"} else 0.6

    found = discourse.stream.best(head, wanted, window=60, bound=False)
    return found or _last_states(head, number, discourse)


def _last_states(head: Token, number: int, discourse: Discourse) -> tuple[str, ...]:
    """The states that the report has mostly been about so far, where just as many stand out."""
    scores: dict[str, float] = defaultdict(float)
    for point in discourse.stream.points:
        for actor in point.ids:
            country = discourse.country_of(actor)
            if country:
                scores[country] += point.weight
    ranked = sorted(scores, key=lambda code: -scores[code])
    if len(ranked) < number or (len(ranked) > number and scores[ranked[number - 1]] < 1.5 * scores[ranked[number]]):
        return ()
    because = f"one of the {number} that the report is about before sentence {head.sent.index + 1}"
    return tuple(discourse.reading.registry.state(code, because) for code in ranked[:number])
