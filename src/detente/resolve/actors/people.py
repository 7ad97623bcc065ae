"""Who the named people are: names put together, looked up, and given a state or body to speak for."""

from __future__ import annotations

from collections.abc import Iterable

from detente.language import Token
from detente.records import Actor
from detente.resolve.actors.affiliation import Affiliation
from detente.resolve.actors.beside import surroundings
from detente.resolve.actors.dates import holds
from detente.resolve.actors.discourse import speech
from detente.resolve.actors.gazetteer import entries_in
from detente.resolve.actors.genders import gender_of_title
from detente.resolve.actors.homes import by_context
from detente.resolve.actors.lastnames import HEADS, governs, in_office, known_by_last
from detente.resolve.actors.naming import namings
from detente.resolve.actors.offices import best_row, fold, last_name, offices_of, people, same_office
from detente.resolve.actors.organs import INSTITUTIONS
from detente.resolve.actors.persons import Naming, Person, alike
from detente.resolve.actors.reading import Reading, following, head_of, previous
from detente.resolve.actors.registry import organ_actor, person_id
from detente.resolve.actors.salience import role
from detente.resources.rows import Body, Holder

OWNERS = {"MIL": "military", "ELI": "group", "CVL": "group", "OPP": "group", "BUS": "company", "MED": "media", "PTY": "party"}


def find_people(reading: Reading) -> list[Person]:
    """Every person that the report names, each with an id in the cast; references are kept."""
    found: list[Naming] = []
    for sentence in reading.document.sentences:
        if reading.matches[sentence.index] or sentence.entities:
            found += namings(sentence, reading)
    found += _missed(found, reading)
    found.sort(key=lambda naming: naming.tokens[0].start)
    persons = _put_together(found, reading)
    for person in persons:
        _settle(person, reading)
    for naming in found:
        if naming.person is not None and naming.person.id:
            full = len(naming.words) > 1 or len(naming.person.names) == 1
            reading.refer(naming.tokens, naming.person.id, "name", "full name" if full else "last name")
            for token in naming.title_tokens:
                reading.cast.by_token.setdefault(token, reading.cast.references[-1])
    return [person for person in persons if person.id]


def _missed(found: list[Naming], reading: Reading) -> list[Naming]:
    """Last names that the recogniser took for something else: of people named in full, or in office."""
    table = offices_of(reading.registry.lexicon).by_last
    known = {fold(naming.words[-1]) for naming in found if len(naming.words) > 1}
    more: list[Naming] = []
    for sentence in reading.document.sentences:
        for token in sentence.tokens:
            if not token.text[0].isupper() or token in reading.at or token in reading.taken or token.ent not in {"", "ORG", "PERSON"}:
                continue
            key = token.lower
            if token.pos != "PROPN" and not (key in known and token.dep in PARTIES):
                continue
            serving = token.dep in {"nsubj", "poss", "nsubjpass"} and in_office(table.get(key, []), reading)
            leads = governs(token) and any(row.office in HEADS for row in table.get(key, ()))
            if leads or ((key in known or serving) and _alone(token)):
                reading.taken.add(token)
                naming = Naming([token], Affiliation())
                surroundings(naming, reading)
                more.append(naming)
    return more


def _alone(token: Token) -> bool:
    """Whether no other capitalised word stands beside a word: no part of a longer name."""
    beside = (previous(token), following(token))
    return not any(t is not None and t.pos == "PROPN" and t.ent == token.ent != "" for t in beside) and not any(
        c.dep == "compound" for c in token.children
    ) and token.dep != "compound"


def _put_together(found: Iterable[Naming], reading: Reading) -> list[Person]:
    """Full names first, then single words, each to the nearest person before it, else after it."""
    persons: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    single: list[Naming] = []
    for naming in found:
        if len(naming.words) == 1 or (len(naming.words) == 2 and fold(naming.words[0]) in {"al", "el"}):
            single.append(naming)
            continue
        near = [p for word in naming.words for p in by_word.get(fold(word), ())]
        person = next((p for p in reversed(near) if p.is_also(naming.words, naming.rows)), None)
        if person is None:
            person = Person()
            persons.append(person)
        _take(person, naming, by_word)
    for naming in single:
        person = _called(naming, by_word.get(fold(naming.words[-1]), []))
        if person is None:
            naming.rows = known_by_last(naming, reading)
            person = Person()
            persons.append(person)
        _take(person, naming, by_word)
    return sorted(persons, key=lambda p: min((n.tokens[0].start for n in p.namings), default=0))


def _take(person: Person, naming: Naming, by_word: dict[str, list[Person]]) -> None:
    """Count a naming as a person's, and find the person by each of its words from now on."""
    person.take(naming)
    words = {fold(word) for word in naming.words} | {last_name(" ".join(naming.words))}
    for word in words | {last_name(row.name) for row in naming.rows}:
        known = by_word.setdefault(word, [])
        if person not in known:
            known.append(person)


def _called(naming: Naming, persons: list[Person]) -> Person | None:
    """The person that a single word names: by family name before first name, the nearest before it."""
    start = naming.tokens[0].start
    scored = []
    for person in persons:
        fit = person.goes_by(naming.words[-1])
        if not fit or _contradict(naming.says, person.says):
            continue
        before = [start - n.tokens[0].start for n in person.namings if n.tokens[0].start < start]
        nearest = min(before) if before else 10**9
        scored.append(((-fit, nearest), person))
    return min(scored, key=lambda s: s[0])[1] if scored else None


def _contradict(one: Affiliation, other: Affiliation) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def _settle(person: Person, reading: Reading) -> None:
    """Give a person an id, a role and the reason."""
    says, registry = person.says, reading.registry
    row = _row(person, reading)
    if says.role and "secretary" in says.role.lower() and "general" in says.role.lower() and not (says.body or says.country):
        says.body = _un(reading)
    if row is None and not (says.role or says.country or says.body or person.rows) and _doubtful(person, reading):
        return
    country, sector, body = says.country if not (says.origin and says.pronoun) else None, says.sector, says.body
    reasons = [" + ".join(says.because) + f" in sentence {_where(person) + 1}"] if says.because else []
    if row is not None:
        reasons.append(_reason(row, reading.registry.published))
        if not (country or body):
            country, body = row.country or None, (row.body or None) if not row.country else None
        sector = (_sector(row, person, reading) or sector) if row.country == country else sector or row.sector
    elif person.rows and not (country or body) and len({r.country for r in person.rows}) == 1:
        country, sector = person.rows[0].country or None, sector or person.rows[0].sector or None
        reasons.append(f"offices: {' or '.join(people(person.rows))}, all of {country}")
    elif not (country or body):
        country, reason = by_context(person, reading)
        reasons.append(reason)
    if not body and row is not None and sector in {"REB", "SEP"}:
        body = _group_of(row, reading)
    if body:
        country, sector = _of_body(body, country, sector, reading)
    if sector is None and (country or body) and says.role:
        sector = "GOV" if country and not body else None
    if country and not body and sector in INSTITUTIONS and _out_of_office(person, reading):
        sector = "ELI"
    person.gender = gender_of_title(f"{says.honorific} {says.role or ''}") or person.gender
    name = row.name if row is not None and not _in_full(person, row) else person.full
    person.id = person_id(country, sector, body, row.name if row is not None else person.full)
    registry.add(
        Actor(
            id=person.id, name=name, aliases=_aliases(person, name), kind="person", country=country, sector=sector,
            role=says.role or (row.office or None if row is not None else None), because="; ".join(reasons),
        )
    )  # fmt: skip
    _reserve(person.id, country, sector, body, reading)


def _out_of_office(person: Person, reading: Reading) -> bool:
    """Whether the report calls somebody a former official, and no office is held at the date."""
    day = reading.registry.published
    return person.says.retired and not any(holds(row, day) for row in person.rows)


def _un(reading: Reading) -> str | None:
    """The United Nations, where the report names any of its organs: 'the Secretary-General' is theirs."""
    for matches in reading.matches:
        for match in matches:
            for entry in match.of("body"):
                if isinstance(entry.row, Body) and entry.row.id.split("/")[0] == "UN":
                    return "UN"
    return None


def _opens(token: Token) -> bool:
    """Whether a word is the first of its sentence, and so has its capital letter for that."""
    return not any(t.text[0].isalnum() for t in token.sent.tokens[: token.i])


def _doubtful(person: Person, reading: Reading) -> bool:
    """Whether a name without title, state or office is more likely a place or a thing."""
    if {fold(word) for word in person.full.split()} & THINGS:
        return True
    heads = [head_of(naming.tokens) for naming in person.namings]
    if len(person.full.split()) == 1 and all(_opens(n.tokens[0]) and h.head.lemma not in speech(reading.registry.lexicon) for n, h in zip(person.namings, heads, strict=True)):
        return True  # '“Restraint has a limit,” he said.'
    if any(n.says.honorific or (h.dep in {"nsubj", "nsubjpass"} and h.ent == "PERSON") for n, h in zip(person.namings, heads, strict=True)):
        return False
    if len(person.full.split()) == 1 or any(n.tokens[-1].ent != "PERSON" for n in person.namings):
        return True
    if all(h.dep == "compound" and h.head.tag in {"NN", "NNS"} for h in heads):
        return True  # 'John Deere trucks'
    if not person.gender and not any(role(h) in PARTIES or (h.dep == "pobj" and h.head.lower in {"by", "with"}) for h in heads):
        return True
    return all(h.dep == "pobj" and (h.head.lower in {"in", "at", "near", "outside"} or h.head.head.lemma in SITES) for h in heads)


PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "dative", "agent"})
THINGS = frozenset(
    """
    hurricane hurricanes cyclone typhoon uss hms flu near county parish college university school christmas agenda
    initiative virus covid airport hospital church baptist street avenue inc corp ltd meeting group day award prize
    cup league stadium ebola polio correction parish consensus railway declaration island bay strain
    """.split()
)
SITES = frozenset("vicinity hill mountain valley river outskirt suburb settlement refinery base town city village port district province airport airbase camp region outskirts battle area".split())


def _row(person: Person, reading: Reading) -> Holder | None:
    """The row of the offices table that is this person, unless the report says otherwise."""
    says, day = person.says, reading.registry.published
    rows = person.rows
    if len(people(rows)) > 1:
        rows = [r for r in rows if (says.country and r.country == says.country) or (says.role and same_office(says.role, r.office))]
        at_date = [r for r in rows or person.rows if holds(r, day)]
        rows = at_date if len(people(at_date)) == 1 else rows
    if not rows or len(people(rows)) > 1:
        return None
    row = best_row(rows, day, says.role, says.country)
    return None if row is not None and says.country and row.country and row.country != says.country else row


def _reason(row: Holder, day: str | None) -> str:
    of = f" of {row.country}" if row.country else ""
    if day is None or holds(row, day):
        return f"offices: {row.name}, {row.office}{of}" + (f" on {day}" if day else "")
    return f"offices: {row.name}, {row.office}{of} {row.from_ or '…'} to {row.to or 'now'}"


def _where(person: Person) -> int:
    said = next((n for n in person.namings if n.says.because), person.namings[0])
    return said.tokens[0].sent.index


def _group_of(row: Holder, reading: Reading) -> str | None:
    """The armed group that an office names: 'Hamas leader in Gaza'."""
    for entry in (e for words in (row.office, *row.office.split()) for e in entries_in(words, reading.index)):
        if isinstance(entry.row, Body) and entry.row.kind in {"armed_group", "group", "party", "government"}:
            return entry.row.id
    return None


def _sector(row: Holder, person: Person, reading: Reading) -> str | None:
    """The sector of the office held at the day; GOV where somebody also leads a party or sits in parliament."""
    day, role = reading.registry.published, person.says.role
    if role and same_office(role, row.office):
        return row.sector or None
    held = [r for r in person.rows if r.name == row.name and holds(r, day)]
    return "GOV" if any(r.sector == "GOV" for r in held) else row.sector or None


def _of_body(body: str, country: str | None, sector: str | None, reading: Reading) -> tuple[str | None, str | None]:
    """Country and sector of somebody who speaks for a body: the body's own."""
    row = reading.registry.bodies.get(body)
    if row is None:
        return country, sector or "IGO"
    return country or row.country or None, row.sector or sector


def _in_full(person: Person, row: Holder) -> bool:
    """Whether the report gives more than a title and a last name ('Colonel Gaddafi')."""
    words = person.full.split()
    others = [fold(word) for name in (row.name, *row.aliases) if fold(name) != fold(person.full) for word in name.split()]
    return len(words) > 2 or (len(words) == 2 and any(alike(fold(words[0]), other) for other in [*others, fold(row.name.split()[0])]))


def _aliases(person: Person, name: str) -> tuple[str, ...]:
    return tuple(n for n in person.names if n != name)


def _reserve(key: str, country: str | None, sector: str | None, body: str | None, reading: Reading) -> None:
    """Keep whom the person speaks for, in case a commitment needs it."""
    owner = key.rsplit("/", 1)[0]
    cast = reading.cast
    if body:
        if body not in cast.actors:
            reading.registry.body(body, f"{cast.actors[key].name} speaks for it")
            cast.reserve[owner] = cast.actors.pop(body)
    elif country and sector:
        cast.reserve[owner] = organ_actor(
            reading.registry.lexicon, country, sector, OWNERS.get(sector, "government"),
            f"{cast.actors[key].name} speaks for it",
        )  # fmt: skip
