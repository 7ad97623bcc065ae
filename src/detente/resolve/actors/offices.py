"""Who held which office when: holders by name, by last name, and by country and office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import atoms
from detente.resources import Lexicon
from detente.resources.rows import Holder

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SPELLINGS = (
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\b(secretary|minister) (of|for) (the )?foreign affairs\b"), "foreign minister"),
    (re.compile(r"\bminister (of|for) (the )?(\w+)\b"), r"\3 minister"),
    (re.compile(r"\bsecretary (of|for) defence\b"), "defence secretary"),
    (re.compile(r"\bpermanent representative to\b"), "ambassador to"),
    (re.compile(r"\bvice-(\w)"), r"vice \1"),
    (re.compile(r"\bspokes(woman|person)\b"), "spokesman"),
    (re.compile(r"\bexternal affairs\b"), "foreign"),
    (re.compile(r"\bforeign affairs minister\b"), "foreign minister"),
)
FAMILY_FIRST = frozenset({"CHN", "TWN", "PRK", "KOR", "VNM", "VDR", "HKG", "HUN", "KHM"})
MINOR = frozenset({"representative", "senator", "dissident"})  # too many of them to be meant by last name alone


@dataclass(slots=True, eq=False)
class Offices:
    """The table of offices, indexed."""

    by_name: dict[str, list[Holder]] = field(default_factory=lambda: defaultdict(list))
    by_last: dict[str, list[Holder]] = field(default_factory=lambda: defaultdict(list))
    by_country: dict[str, list[Holder]] = field(default_factory=lambda: defaultdict(list))


@lru_cache(maxsize=4)
def offices_of(lexicon: Lexicon) -> Offices:
    """The index of a lexicon's holders, built once for each fingerprint."""
    offices = Offices()
    for row in lexicon.offices:
        for name in dict.fromkeys((row.name, *row.aliases)):
            offices.by_name[fold(name.removeprefix("="))].append(row)
        for last in dict.fromkeys(family_names(row)):
            offices.by_last[last].append(row)
        offices.by_country[row.country].append(row)
    return offices


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """A name as it is compared: lower case, no accents, no full stops, hyphens as spaces."""
    return " ".join(atoms(name))


@lru_cache(maxsize=1 << 14)
def office_key(title: str) -> str:
    """A title as it is compared: 'Secretary of Defense' and 'Defence Secretary' are one."""
    text = title.lower().replace("’", "'")
    for pattern, put in SPELLINGS:
        text = pattern.sub(put, text)
    return re.sub(r"[^\w ]+", " ", text).strip()


def family_names(row: Holder) -> list[str]:
    """The folded names by which a holder is called alone: the ``=`` aliases, else the last word."""
    marked = [fold(alias[1:]) for alias in row.aliases if alias.startswith("=")]
    return marked or [last_name(row.name)]


@lru_cache(maxsize=1 << 14)
def last_name(name: str) -> str:
    """The folded last word of a name, 'Jr.' and 'II' left out; 'al-Assad' also answers to 'assad'."""
    words = [w for w in name.split() if fold(w) not in SUFFIXES] or [name]
    return atoms(words[-1])[-1] if atoms(words[-1]) else fold(words[-1])


def same_office(title: str, office: str) -> bool:
    """Whether a title of the report may be an office of the table ('president', 'Vice President': no)."""
    one, other = office_key(title), office_key(office)
    if one == other:
        return True
    small, large = sorted((one, other), key=len)
    if {"deputy", "vice", "assistant", "under", "former"} & (set(large.split()) ^ set(small.split())):
        return False
    return bool(small) and set(small.split()) <= set(large.split())


def people(rows: Iterable[Holder]) -> list[str]:
    """The distinct people of some rows, in table order."""
    return list(dict.fromkeys(row.name for row in rows))


def best_row(rows: list[Holder], day: str | None, title: str | None, country: str | None) -> Holder | None:
    """The row of one person that fits: the office of the title, then the one held at the day."""
    if country:
        rows = [row for row in rows if row.country == country] or ([] if day or len(people(rows)) > 1 else rows)
    if not rows:
        return None

    def rank(row: Holder) -> tuple[bool, bool, bool, bool]:
        fits = bool(title) and same_office(title or "", row.office)
        return (not (fits and holds(row, day)), not holds(row, day), not fits, row.sector in {"REB", "SEP", "OPP"})

    return min(rows, key=rank)


def holder_of(office: str, country: str, day: str | None, lexicon: Lexicon) -> Holder | None:
    """Who held an office of a country at a day, where the table knows exactly one person.

    ``None`` without a day: an office changes hands.
    """
    if day is None:
        return None
    fitting = [
        row for row in offices_of(lexicon).by_country.get(country, ()) if holds(row, day) and not row.body
    ]  # fmt: skip
    key = office_key(office)
    exact = [row for row in fitting if office_key(row.office) == key]
    found = exact or [row for row in fitting if same_office(office, row.office) and len(key.split()) > 1]
    return found[0] if found and len(people(found)) == 1 else None
