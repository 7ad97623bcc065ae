"""Towns and regions that are no actors, but tell in which state something stands or happens."""

from __future__ import annotations

from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.reading import Reading, following
from detente.resources import rows


def state_there(match: Match, reading: Reading) -> str:
    """The state (alpha-3) that a state's name, a capital, a town or a region lies in; '' where none is told.

    A state named right behind decides: 'Tripoli in Lebanon', 'Valencia, Venezuela'.
    """
    beside = beside_state(match, reading)
    if beside:
        return beside
    codes = {_code(entry.row, reading) for entry in match.of("state", "capital", "town")} - {""}
    if len(codes) > 1:
        codes &= reading.sure
    return next(iter(codes)) if len(codes) == 1 else ""


def beside_state(match: Match, reading: Reading) -> str:
    """The state named right behind a town, after a comma or 'in'."""
    token = following(match.tokens[-1])
    if token is None or token.lower not in {",", "in"}:
        return ""
    after = following(token)
    other = reading.at.get(after) if after is not None else None
    if other is None or not match.of("capital", "town") or not other.of("state"):
        return ""
    behind = following(other.tokens[-1])
    if token.text == "," and behind is not None and behind.lower in {"and", "or"}:
        return ""
    codes = {_code(entry.row, reading) for entry in other.of("state")} - {""}
    return next(iter(codes)) if len(codes) == 1 else ""


def only_state(reading: Reading) -> str:
    """The one state that a report names, where it names it as a noun ('Algeria', not only 'French'); else ''."""
    if len(reading.sure) != 1:
        return ""
    named = any(match.of("state", "capital") for found in reading.matches for match in found)
    return next(iter(reading.sure)) if named else ""


def _code(row: object, reading: Reading) -> str:
    """The code of a row, or that of the union that its state was part of at the report's date."""
    if isinstance(row, rows.State):
        return row.code if holds(row, reading.registry.published) else ""
    if not isinstance(row, (rows.Metonym, rows.Region)) or not row.country:
        return ""
    state = reading.registry.states.get(row.country)
    if state is None or holds(state, reading.registry.published):
        return row.country
    unions = [s.code for s in reading.registry.states.values() if s.successor == row.country and holds(s, reading.registry.published)]
    return unions[0] if unions else ""
