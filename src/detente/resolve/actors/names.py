"""References by name: states, demonyms, capitals that act, palaces, bodies, outlets."""

from __future__ import annotations

from detente.records import MentionForm
from detente.resolve.actors.affiliation import current
from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import Entry, Match
from detente.resolve.actors.locative import is_place
from detente.resolve.actors.organs import owners
from detente.resolve.actors.reading import Reading, previous, stance
from detente.resolve.actors.unlisted import is_airline
from detente.resources import rows

GENERIC = frozenset({"league", "community", "union", "council", "pact", "entente"})
COMPASS = frozenset({"North", "South", "East", "West"})
NAMES = ("state", "demonym", "people", "capital", "metonym", "body", "description", "outlet")


def find_names(reading: Reading) -> None:
    """Keep a reference for each phrase of the tables that names an actor by itself."""
    ethnic: list[Match] = []
    for found in reading.matches:
        for match in found:
            if any(token in reading.taken for token in match.tokens) or match.of("organ") or is_airline(match):
                continue
            if _ethnic(match) or _minority_of(match, reading):
                ethnic.append(match)
                continue
            entry = _seat(match, reading) or current(match, reading, *NAMES)
            if entry is None or ((entry.sort == "capital" or match.of("town")) and is_place(match, reading)):
                continue
            if _is_past(entry, match, reading) or (entry.sort == "outlet" and _goes_on(match)):
                continue
            actor, form = _actor(entry, match, reading)
            if actor:
                rule = f"{entry.sort}: {bound}" if (bound := stance(match)) else entry.sort
                reading.refer(match.tokens, actor, form, rule)
    for match in ethnic:
        _minority(match, reading)
    _halves(reading)
    _twins(reading)


def _is_past(entry: Entry, match: Match, reading: Reading) -> bool:
    """'The League' in a report of 2011: no body that is gone, by a word that others go by."""
    return isinstance(entry.row, rows.Body) and len(match.tokens) == 1 and match.text.lower() in GENERIC and not holds(entry.row, reading.registry.published)


def _goes_on(match: Match) -> bool:
    """'The National Salvation Council' is no paper: 'the' and one word, in a name that other capitals continue."""
    tokens, last = match.sentence.tokens, match.tokens[-1]
    after = tokens[last.i + 1] if last.i + 1 < len(tokens) else None
    whole = len(match.tokens) == 2 and match.tokens[0].lower == "the"
    return whole and last.dep in {"compound", "amod"} and after is not None and after.text[0].isupper() and after.pos in {"PROPN", "NOUN"}


def _seat(match: Match, reading: Reading) -> Entry | None:
    """'Brussels' in a report that names the European Union and not Belgium: the body that has its seat there."""
    if not match.of("capital") or is_place(match, reading):
        return None
    seat = next((e for e in match.of("metonym") if isinstance(e.row, rows.Metonym) and e.row.body and holds(e.row, reading.registry.published)), None)
    if seat is None or not isinstance(seat.row, rows.Metonym):
        return None
    named = [e for found in reading.matches for m in found for e in m.of("state", "demonym", "people", "body", "description")]
    states = {e.row for e in match.of("capital")}
    if any(e.row in states for e in named):
        return None
    return seat if any(isinstance(e.row, rows.Body) and e.row.id.split("/")[0] == seat.row.body for e in named) else None


def _halves(reading: Reading) -> None:
    """'the North' and 'the South', where the report names a state such as North Korea in full."""
    halves: dict[str, str] = {}
    for code in sorted(reading.sure):
        word, _, rest = reading.registry.states[code].name.partition(" ")
        if rest and word in {"North", "South", "East"} and code in reading.cast.actors:
            halves.setdefault(word, code)
    if not halves:
        return
    for sentence in reading.document.sentences:
        for token in sentence.tokens:
            if token.text in halves and token.dep != "compound" and token not in reading.cast.by_token and token.i:
                if sentence.tokens[token.i - 1].lower == "the":
                    reading.refer([token], halves[token.text], "name", "half of a divided name")


def _twins(reading: Reading) -> None:
    """'North and South Korea': the first of two states that share a noun."""
    named = {name: state.code for state in reading.registry.lexicon.states for name in (state.name, *state.names)}
    for found in reading.matches:
        for match in found:
            tokens, first = match.sentence.tokens, match.first
            if first < 2 or match.first == match.last or tokens[first - 1].lower != "and" or tokens[first - 2].text not in COMPASS or tokens[first - 2] in reading.cast.by_token:
                continue
            here, code = current(match, reading, "state"), named.get(f"{tokens[first - 2].text} {match.tokens[-1].text}")
            if code is None or here is None or not isinstance(here.row, rows.State) or tokens[first].text not in COMPASS:
                continue
            key = reading.registry.state(code, f"'{tokens[first - 2].text} and {match.text}' in sentence {match.sentence.index + 1}")
            reading.refer([tokens[first - 2]], key, "name", "the first of two that share a noun")
            reading.cast.groups[match.tokens[-1]] = (key, here.row.code)


def _minority(match: Match, reading: Reading) -> None:
    """'Ethnic Albanians in south Serbia': inhabitants of Serbia."""
    for owner in owners(match.tokens[0], match.tokens[-1], reading).ids:
        country = reading.cast.actors[owner].country
        if country:
            because = f"'ethnic {match.text}' of {country} in sentence {match.sentence.index + 1}"
            reading.refer(match.tokens, reading.registry.organ(country, "CVL", "group", because), "nominal", "minority")
            return


def _ethnic(match: Match) -> bool:
    """'ethnic Albanians' belong to the state that they live in, not to Albania."""
    before = previous(match.sentence.tokens[match.first])
    return before is not None and before.lower in {"ethnic", "-"} and (before.lower == "ethnic" or (before.i > 0 and match.sentence.tokens[before.i - 1].lower == "ethnic"))


def _minority_of(match: Match, reading: Reading) -> bool:
    """'the Albanians of southern Serbia', 'Kurds of Iraq': a people, and the state that it lives in."""
    tokens = match.sentence.tokens
    if not match.of("people") or match.of("state") or not match.tokens[-1].tag.endswith("S"):
        return False
    if match.last + 2 >= len(tokens) or tokens[match.last + 1].lower != "of":
        return False
    other = next((m for t in tokens[match.last + 2 : match.last + 5] if (m := reading.at.get(t)) is not None), None)
    return other is not None and bool(other.of("state")) and {e.row for e in other.of("state")}.isdisjoint(e.row for e in match.of("people"))


def _inhabitants(match: Match) -> bool:
    """'thousands of Nigerians' are people; 'the Russians' in the news are mostly their state."""
    last = match.tokens[-1]
    if last.tag not in {"NNS", "NNPS"} or not match.of("people") or match.of("state"):
        return False
    if last.lower == "palestinians" and match.first == match.last and last.dep == "nsubj" and not last.children:
        return False  # they speak and act as a party
    before = previous(match.sentence.tokens[match.first])
    return not (before is not None and before.lower == "the")


def _actor(entry: Entry, match: Match, reading: Reading) -> tuple[str, MentionForm]:
    row, registry = entry.row, reading.registry
    because = f"{entry.sort} '{match.text}' in sentence {match.sentence.index + 1}"
    if isinstance(row, rows.State):
        if entry.sort == "capital":
            return registry.organ(row.code, "GOV", "government", because), "metonym"
        if _inhabitants(match):
            return registry.organ(row.code, "CVL", "group", because), "demonym"
        return registry.state(row.code, because), "name" if entry.sort == "state" else "demonym"
    if isinstance(row, rows.Metonym):
        return registry.metonym(row, because), "metonym"
    if isinstance(row, rows.Body):
        return registry.body(row.id, because), "name" if entry.sort == "body" else "nominal"
    if isinstance(row, rows.Outlet):
        return registry.outlet(row, because), "name"
    return "", "name"
