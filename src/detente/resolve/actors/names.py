"""References by name: states, demonyms, capitals that act, palaces, bodies, outlets."""

from __future__ import annotations

from detente.records import MentionForm
from detente.resolve.actors.affiliation import current
from detente.resolve.actors.gazetteer import Entry, Match
from detente.resolve.actors.locative import is_place
from detente.resolve.actors.reading import Reading, stance
from detente.resources import rows

NAMES = ("state", "demonym", "people", "capital", "metonym", "body", "description", "outlet")


def find_names(reading: Reading) -> None:
    """Keep a reference for each phrase of the tables that names an actor by itself."""
    for found in reading.matches:
        for match in found:
            if any(token in reading.taken for token in match.tokens) or match.of("organ"):
                continue
            entry = current(match, reading, *NAMES)
            if entry is None or (entry.sort == "capital" and is_place(match, reading)):
                continue
            actor, form = _actor(entry, match, reading)
            if actor:
                rule = f"{entry.sort}: {bound}" if (bound := stance(match)) else entry.sort
                reading.refer(match.tokens, actor, form, rule)


def _actor(entry: Entry, match: Match, reading: Reading) -> tuple[str, MentionForm]:
    row, registry = entry.row, reading.registry
    because = f"{entry.sort} '{match.text}' in s{match.sentence.index}"
    if isinstance(row, rows.State):
        if entry.sort == "capital":
            return registry.organ(row.code, "GOV", "government", because), "metonym"
        return registry.state(row.code, because), "name" if entry.sort == "state" else "demonym"
    if isinstance(row, rows.Metonym):
        return registry.metonym(row, because), "metonym"
    if isinstance(row, rows.Body):
        return registry.body(row.id, because), "name" if entry.sort == "body" else "nominal"
    if isinstance(row, rows.Outlet):
        return registry.outlet(row, because), "name"
    return "", "name"
