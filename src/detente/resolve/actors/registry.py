"""Making actors: one row for each, with an id that the same lexicon always gives.

Ids: states ``RUS``; their governments ``RUS/GOV`` and organs ``RUS/MIL``; named organs
``IRN/MIL/irgc``; international bodies by their own id (``NATO``, ``UN/SC``); people
``RUS/GOV/sergei-lavrov``, with ``---`` for a country or sector that the report leaves open
(``USA/---/john-doe``, ``---/---/john-doe``), or under the body that they speak for
(``UN/antonio-guterres``).
"""

from __future__ import annotations

from functools import lru_cache

from detente.records import Actor
from detente.records.facts import ActorKind
from detente.records.identify import slug
from detente.resolve.model import Cast
from detente.resources import Lexicon, rows

AUTHOR = "---/---/author"
KINDS = frozenset(
    {"person", "state", "government", "military", "party", "armed_group", "igo", "ngo", "company", "media", "group"}
)


class Registry:
    """The actors of one report as they are found; each method returns an actor's id."""

    def __init__(self, lexicon: Lexicon, published: str | None) -> None:
        self.lexicon = lexicon
        self.published = published
        self.cast = Cast()
        self.states, self.bodies = _by_key(lexicon)

    def add(self, actor: Actor) -> str:
        """Keep an actor unless one of that id is kept already."""
        self.cast.actors.setdefault(actor.id, actor)
        return actor.id

    def state(self, code: str, because: str) -> str:
        """A country by alpha-3 code."""
        name = self.states[code].name if code in self.states else code
        return self.add(Actor(id=code, name=name, kind="state", country=code, because=because))

    def organ(self, country: str, sector: str, kind: str, because: str) -> str:
        """An organ of a state by sector: ``RUS/GOV``, ``UKR/MIL``."""
        return self.add(organ_actor(self.lexicon, country, sector, kind, because))

    def metonym(self, row: rows.Metonym, because: str) -> str:
        """The body that a metonym names."""
        if not row.country:
            return self.body(row.body, because) if row.body else ""
        if not row.actor and not row.sector:
            return self.state(row.country, because)
        if not row.actor:
            return self.organ(row.country, row.sector, row.kind, because)
        return self.add(
            Actor(
                id=f"{row.country}/{row.sector}/{row.actor}", name=row.phrase.split("|")[0], kind=kind_of(row.kind),
                country=row.country, sector=row.sector or None, because=because,
            )
        )  # fmt: skip

    def body(self, key: str, because: str) -> str:
        """An international body, armed group, party, NGO or company by its id."""
        row = self.bodies.get(key)
        if row is None:
            return self.add(Actor(id=key, name=key, kind="igo", sector="IGO", because=because))
        return self.add(
            Actor(
                id=row.id, name=row.name, kind=kind_of(row.kind), country=row.country or None,
                sector=row.sector or None, because=because,
            )
        )  # fmt: skip

    def author(self) -> str:
        """Who says 'we' in a speech or statement that does not tell whose it is."""
        because = "'we' outside quotation marks, in a text that does not say whose it is"
        return self.add(Actor(id=AUTHOR, name="the author", kind="person", because=because))

    def outlet(self, row: rows.Outlet, because: str) -> str:
        """A medium."""
        key = row.id if "/" in row.id else f"{row.country}/MED/{row.id}" if row.country else f"MED/{row.id}"
        return self.add(
            Actor(id=key, name=row.name, kind="media", country=row.country or None, sector="MED", because=because)
        )


@lru_cache(maxsize=4)
def _by_key(lexicon: Lexicon) -> tuple[dict[str, rows.State], dict[str, rows.Body]]:
    """States by code and bodies by id; of several rows the first."""
    return {s.code: s for s in reversed(lexicon.states)}, {b.id: b for b in reversed(lexicon.bodies)}


def kind_of(name: str) -> ActorKind:
    """A table's kind as an actor's; what is no kind of ours is a group."""
    return name if name in KINDS else "group"  # type: ignore[return-value]


def organ_actor(lexicon: Lexicon, country: str, sector: str, kind: str, because: str) -> Actor:
    """The row of a state's organ: named after the state, since a sector has no name of its own."""
    state = _by_key(lexicon)[0].get(country)
    name = state.name if state else country
    return Actor(
        id=f"{country}/{sector}", name=name, kind=kind_of(kind), country=country, sector=sector, because=because
    )


def person_id(country: str | None, sector: str | None, body: str | None, name: str) -> str:
    """The stable id of a person.

    >>> person_id("USA", None, None, "John Doe"), person_id(None, "IGO", "UN", "Jane Roe")
    ('USA/---/john-doe', 'UN/jane-roe')
    """
    if body:
        return f"{body}/{slug(name)}"
    return f"{country or '---'}/{sector or '---'}/{slug(name)}"
