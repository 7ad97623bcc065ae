"""Whom a noun phrase stands for, and whom an actor speaks for."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.model import Cast

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
WHOLES = frozenset(
    """
    representative leader member government president minister official group delegation number hundred thousand million
    dozen score ten tens majority minority part rest half third one two three four some many most several all both each
    any none troop force army people citizen national resident inhabitant population envoy head chief spokesman parliament
    people side unit contingent coalition alliance crowd handful pair couple team convoy squadron fleet column leadership
    delegate ambassador diplomat foreign minister host chairman soldier company battalion regiment brigade division platoon
    """.split()
)
OTHERS = frozenset(
    """
    ally partner neighbour neighbor rival foe opponent critic supporter enemy guarantor friend backer sponsor victim
    attack war invasion threat
    """.split()
)


def parties_of(token: Token, cast: Cast) -> tuple[str, ...]:
    """The actor ids that the noun phrase headed by ``token`` stands for, in text order.

    Coordinated phrases count ('Cuba and Yemen' are two), a relative pronoun stands for its antecedent,
    a phrase without a name of its own for what modifies it ('Iranian sites' for ``IRN``) or what it is
    of ('hundreds of Kurds'). ``()`` where nobody is named.
    """
    if token.lower in RELATIVE and token.tag in {"WP", "WDT", "WP$", "IN"}:
        antecedent = _antecedent(token)
        return parties_of(antecedent, cast) if antecedent is not None else ()
    found: list[str] = []
    for head in token.conjuncts():
        found += _own(head, cast, 4)
    return tuple(dict.fromkeys(found))


def _antecedent(token: Token) -> Token | None:
    """The noun that a relative clause hangs on."""
    for governor in token.ancestors():
        if governor.dep in {"relcl", "acl"} and governor.head is not governor:
            return governor.head
    return None


def _own(token: Token, cast: Cast, depth: int) -> tuple[str, ...]:
    """The parties of one phrase, its conjuncts left aside."""
    if token in cast.groups:
        return cast.groups[token]
    actor = cast.at(token)
    if actor:
        return (actor,)
    if not depth or token.lemma in OTHERS:
        return ()
    return _modifiers(token, cast, depth) or _complements(token, cast)


def _modifiers(token: Token, cast: Cast, depth: int) -> tuple[str, ...]:
    """The owners and origins on the left, several where they are coordinated, and an apposition."""
    for deps in (("poss",), ("amod", "compound", "nmod"), ("appos",)):
        found: list[str] = []
        for child in token.all(*deps):
            if deps == ("poss",) or not _bound(child, cast):
                for one in child.conjuncts():
                    found += _own(one, cast, depth - 1) if not _bound(one, cast) else ()
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _bound(token: Token, cast: Cast) -> bool:
    """Whether a state only stands in a compound ('pro-Russian', 'Iran-backed'): not the party."""
    reference = cast.by_token.get(token)
    if reference is not None:
        return ":" in reference.rule and not reference.rule.startswith("group")
    return token.lower in {"backed", "sponsored", "supported", "trained", "funded", "based", "born", "made"}


def _complements(token: Token, cast: Cast) -> tuple[str, ...]:
    """What a phrase is of ('thousands of Kurds') or takes as examples ('countries such as Denmark')."""
    for child in token.children:
        if child.dep != "prep" or child.i < token.i:
            continue
        inner = child.child("pobj")
        if inner is None:
            continue
        whole = token.pos == "NUM" or token.lemma in WHOLES or token.lower.removesuffix("s") in WHOLES  # 'the Members of the Council'
        if child.lower in {"as", "including", "like"} or (child.lower == "of" and whole):
            return parties_of(inner, cast)
    return ()


def government_of(actor_id: str, cast: Cast) -> str | None:
    """The state or body that an actor speaks for; its row is added to the cast where it is absent.

    An official speaks for the government, a general for the armed forces, a UN envoy for the UN, a
    leader of rebels for the group; a private person and whatever is itself a body, for themselves.
    ``None`` for an id that the cast does not know.
    """
    row = cast.actors.get(actor_id)
    if row is None:
        return None
    if row.kind != "person":
        return actor_id
    if actor_id in cast.officers:
        return cast.officers[actor_id]
    owner = actor_id.rsplit("/", 1)[0]
    if owner not in cast.actors and owner in cast.reserve:
        cast.actors[owner] = cast.reserve[owner]
    return owner if owner in cast.actors else actor_id
