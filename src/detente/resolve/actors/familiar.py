"""Common nouns that take up a medium, an alliance or a body named in the report: 'the radio declared', 'the 16 allies', 'the Conference'."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.actors.discourse import Discourse
from detente.resolve.actors.salience import Point

ORGANISED = frozenset({"council", "commission", "agency", "community", "union", "organization", "organisation", "assembly", "secretariat", "conference", "league"})
MEDIA = frozenset("radio agency paper newspaper daily broadcaster network channel station magazine television".split())


def takes_up_medium(token: Token, discourse: Discourse) -> bool:
    """Keep 'the radio', 'the paper' as the medium named last; False where it is none."""
    if token.lemma not in MEDIA or token.tag != "NN" or token.dep not in {"nsubj", "pobj", "poss"}:
        return False
    if not _bare(token) or token.child("compound", "appos") is not None:
        return False
    actors = discourse.reading.cast.actors

    def wanted(point: Point) -> float:
        return 1.0 if len(point.ids) == 1 and actors[point.ids[0]].kind == "media" else 0.0

    return _keep(token, discourse, discourse.stream.best(token, wanted, window=4, bound=False), f"the {token.lemma} named before")


def takes_up_alliance(token: Token, discourse: Discourse) -> bool:
    """Keep 'the allies' as the alliance named before; False where there is none."""
    if token.lemma != "ally" or token.tag != "NNS" or not _bare(token):
        return False

    def wanted(point: Point) -> float:
        return 1.0 if point.ids == ("NATO",) else 0.0

    return _keep(token, discourse, discourse.stream.best(token, wanted, window=12, bound=False), "the allies of the alliance named before")


def only_body(token: Token, discourse: Discourse) -> tuple[str, ...]:
    """The id of the only international body that the report names, for 'the Conference', 'the Agency' with a capital; else ``()``."""
    actors = discourse.reading.cast.actors
    if token.tag != "NNP" or token.lemma.lower() not in ORGANISED or token.child("compound", "amod", "prep") is not None:
        return ()
    ids = {actor.id for actor in actors.values() if actor.kind == "igo" and not actor.id.startswith("---")}
    wholes = {key.partition("/")[0] for key in ids}
    return tuple(ids) if len(ids) == 1 else tuple(wholes) if len(wholes) == 1 and wholes <= actors.keys() else ()


def _bare(token: Token) -> bool:
    """A noun with an article and nothing that says whose it is."""
    return any(c.lower in {"the", "this"} for c in token.children) and token.child("prep", "poss", "amod") is None


def _keep(token: Token, discourse: Discourse, found: tuple[str, ...], rule: str) -> bool:
    if found:
        discourse.keep([token], found, "nominal", rule)
    return bool(found)
