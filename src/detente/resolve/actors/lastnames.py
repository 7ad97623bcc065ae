"""Whom a last name by itself can mean: the holders of offices at the date, or the well known."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.actors.dates import holds
from detente.resolve.actors.offices import FAMILY_FIRST, MINOR, fold, offices_of, people, same_office
from detente.resolve.actors.persons import Naming, alike
from detente.resolve.actors.reading import Reading, following
from detente.resources.rows import Holder, State

HEADS = frozenset({"President", "Prime Minister", "Premier", "Chancellor", "Supreme Leader"})
RANKS = frozenset("general marshal colonel admiral brigadier major captain lieutenant commandant commander generalissimo".split())
LEADING = HEADS | {"Foreign Minister", "Foreign Secretary", "Secretary of State", "Secretary-General", "Defence Minister"}


def holders_named(words: list[str], reading: Reading) -> list[Holder]:
    """The holders of a full name, with or without middle initials, or of a leading office in another spelling of it.

    'Sergey V. Lavrov' is 'Sergei Lavrov', if he is in office at the report's date.
    """
    offices, day = offices_of(reading.registry.lexicon), reading.registry.published
    plain = [words[0], *(w for w in words[1:-1] if len(w.rstrip(".")) > 1), words[-1]]
    exact = offices.by_name.get(fold(" ".join(words))) or offices.by_name.get(fold(" ".join(plain)))
    if exact or day is None or len(plain) != 2:
        return list(exact or ())
    first = fold(plain[0])
    rows = [row for row in offices.by_last.get(fold(plain[1]), ()) if row.office in LEADING and row.country not in FAMILY_FIRST and holds(row, day)]
    rows = [row for row in rows if alike(first, fold(row.name.split()[0]))]
    return rows if len(people(rows)) == 1 else []


def known_by_last(naming: Naming, reading: Reading) -> list[Holder]:
    """The holders whom a bare last name can mean at the report's date; [] where two people could."""
    day, says = reading.registry.published, naming.says
    rows = offices_of(reading.registry.lexicon).by_last.get(fold(naming.words[-1]), [])
    if says.country:
        rows = [row for row in rows if row.country == says.country]
    titled = [row for row in rows if says.role and same_office(says.role, row.office)]
    if _names_a_government(naming):
        titled = [row for row in rows if row.office in HEADS]
    if day is not None:
        at_date = [row for row in titled if holds(row, day)] or [
            row for row in rows if holds(row, day) and (row.office.lower() not in MINOR or says.role)
        ]
        if says.role and not titled and not says.country:
            ranked = says.role.lower() in RANKS
            at_date = [row for row in at_date if ranked and (row.office in LEADING or row.sector == "MIL")]
        rows = at_date or (titled if says.former else [])
    else:
        rows = titled if says.role or titled else _well_known(rows, reading)
    if len(people(rows)) > 1 and len({row.country for row in rows}) > 1:
        near = _states_near(naming, reading)
        rows = [row for row in rows if row.country in near]
    heads = [row for row in rows if row.office in HEADS]
    if not says.role and len(people(rows)) > len(people(heads)) == 1:
        rows = heads
    return rows if len({row.country for row in rows}) == 1 else []


def _well_known(rows: list[Holder], reading: Reading) -> list[Holder]:
    """Whom a bare last name means in a report without a date: the only one, or the only one of a state named in it."""
    leading = [row for row in rows if row.office in LEADING]
    if leading and len(people(rows)) == 1:
        return rows
    named = people(row for row in leading if row.country in reading.sure)
    return [row for row in rows if row.name in named] if len(named) == 1 else []


def _names_a_government(naming: Naming) -> bool:
    """Whether a name is that of a head of government: 'the Bush administration'."""
    return governs(naming.tokens[-1])


def governs(last: Token) -> bool:
    """Whether 'administration' or the like follows a name."""
    after = following(last)
    return after is not None and after.lower in {"administration", "government", "regime", "cabinet"}


def _states_near(naming: Naming, reading: Reading) -> set[str]:
    """The states that the report names up to the sentence of a name."""
    found = set()
    for matches in reading.matches[: naming.tokens[0].sent.index + 1]:
        for match in matches:
            for entry in match.of("state", "demonym", "capital"):
                if isinstance(entry.row, State):
                    found.add(entry.row.code)
    return found


def in_office(rows: list[Holder], reading: Reading) -> bool:
    """Whether a last name is that of somebody in a greater office at the date; without a date, of somebody well known."""
    day = reading.registry.published
    if day is None:
        return bool(_well_known(rows, reading))
    return any(holds(row, day) and row.office.lower() not in MINOR for row in rows)
