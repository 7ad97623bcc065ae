"""References by name: states, demonyms, capitals that act, palaces, bodies, outlets."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language import Document, Token
from detente.records import MentionForm
from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import Entry, Match, index_of, matches
from detente.resolve.actors.registry import Registry, organ_actor, person_id
from detente.resolve.model import Reference
from detente.resources import rows


def name_references(document: Document, registry: Registry) -> Iterator[Reference]:
    """The references whose words are in the tables, in text order."""
    index = index_of(registry.lexicon)
    for sentence in document.sentences:
        for match in matches(sentence, index):
            reference = _reference(match, registry)
            if reference is not None:
                yield reference


def _reference(match: Match, registry: Registry) -> Reference | None:
    for entry in sorted(match.entries, key=lambda e: not holds(e.row, registry.published)):
        found = _actor(entry, match, registry)
        if found is not None:
            actor, form = found
            return Reference(match.sentence, match.first, match.last, head_of(match.tokens), actor, form, entry.sort)
    return None


def head_of(tokens: list[Token]) -> Token:
    """The token of a phrase that the rest of the sentence is attached to."""
    inside = set(tokens)
    return next((t for t in tokens if t.head not in inside or t.head is t), tokens[-1])


def _actor(entry: Entry, match: Match, registry: Registry) -> tuple[str, MentionForm] | None:
    row, because = entry.row, f"{entry.sort} '{match.text}' in s{match.sentence.index}"
    if isinstance(row, rows.State):
        if entry.sort == "capital":
            return registry.organ(row.code, "GOV", "government", because), "metonym"
        form: MentionForm = "name" if entry.sort == "state" else "demonym"
        return registry.state(row.code, because), form
    if isinstance(row, rows.Metonym):
        return registry.metonym(row, because), "metonym"
    if isinstance(row, rows.Body):
        return registry.body(row.id, because), "name" if entry.sort == "body" else "nominal"
    if isinstance(row, rows.Outlet):
        return registry.outlet(row, because), "name"
    if isinstance(row, rows.Holder):
        from detente.records import Actor

        key = person_id(row.country, row.sector, row.body, row.name)
        owner = organ_actor(registry.lexicon, row.country, row.sector, "government", because)
        registry.cast.reserve[owner.id] = owner
        return registry.add(Actor(id=key, name=row.name, kind="person", country=row.country or None, sector=row.sector or None, role=row.office, because=because)), "name"
    return None
