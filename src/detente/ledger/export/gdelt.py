"""The 61 columns of GDELT 2.0's event table, without a header, parted by tabs.

Source: The GDELT Event Database, Data Format Codebook V2.0 (2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.ledger.export.cells import flat_cell, tab_lines
from detente.ledger.export.codes import fips
from detente.ledger.export.dyads import Told, pairs, told
from detente.ledger.export.layout import Options, TextLayout
from detente.ledger.export.numbers import number_of
from detente.records import Record

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
).split()
_GEO = "Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
COLUMNS = (
    *"GlobalEventID Day MonthYear Year FractionDate".split(),
    *(f"Actor{side}{name}" for side in (1, 2) for name in _ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    *"DATEADDED SOURCEURL".split(),
)
_QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
_COUNTRY, _CITY, _STATE = 1, 4, 5  # of GDELT's five sorts of places, those outside its two for the USA
_STATES_OF_USA, _CITIES_OF_USA = 2, 3
_GROUPS = frozenset({"igo", "ngo", "armed_group"})


def gdelt(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A line for each event and pair of source and target; GDELT's files have no header."""
    return tab_lines(_rows(records, options))


def _rows(records: Iterable[Record], options: Options) -> Iterator[list[str]]:
    for event in told(records, options):
        shared = {**_dates(event), **_code(event), **_counts(event), **_where(event)}
        for source, target in pairs(event.event):
            number = number_of(f"{event.row.id}|{source}|{target}")
            values = {"GlobalEventID": number, **shared, **_side(event, 1, source), **_side(event, 2, target)}
            yield [flat_cell(values.get(name), raw=options.raw) for name in COLUMNS]


def _dates(event: Told) -> dict[str, object]:
    year, month, day = (int(part) for part in event.day.split("-"))
    published = (event.row.published or "").replace("-", "")
    return {
        "Day": year * 10_000 + month * 100 + day,
        "MonthYear": year * 100 + month,
        "Year": year,
        "FractionDate": round(year + ((month - 1) * 30 + day) / 365, 4),  # as in the files themselves
        "DATEADDED": int(f"{published}000000") if len(published) == 8 else None,
    }


def _code(event: Told) -> dict[str, object]:
    row = event.row
    return {
        "IsRootEvent": int(row.start < _lead(event.view.report.text)),
        "EventCode": row.cameo,
        "EventBaseCode": row.cameo[:3],
        "EventRootCode": row.cameo[:2],
        "QuadClass": _QUADS[row.quad],
        "GoldsteinScale": row.score,
    }


def _lead(text: str) -> int:
    """Where the lead paragraph ends: the second line that is not empty; the first is the headline."""
    seen, at = 0, 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        seen += bool(line.strip())
        if seen == 2:
            break
    return at


def _counts(event: Told) -> dict[str, object]:
    sources = event.sources
    return {"NumMentions": sources.reports, "NumSources": sources.outlets, "NumArticles": sources.reports}


def _side(event: Told, side: int, actor: str | None) -> dict[str, object]:
    if actor is None:
        return {f"Actor{side}Geo_Type": 0}
    party = event.party(actor)
    known = event.view.actors.get(actor)
    group = actor.split("/", 1)[0] if known and known.kind in _GROUPS and not party.country else None
    return {
        f"Actor{side}Code": "".join(part for part in (party.country or group, party.sector) if part) or None,
        f"Actor{side}Name": party.name.upper(),
        f"Actor{side}CountryCode": party.country,
        f"Actor{side}KnownGroupCode": group,
        f"Actor{side}Type1Code": party.sector,
        f"Actor{side}Geo_Type": 0,
    }


def _where(event: Told) -> dict[str, object]:
    place, ref = event.place, event.event.place
    shared: dict[str, object] = {"SOURCEURL": event.view.report.url}
    if ref is None or place is None:
        return {"ActionGeo_Type": 0, **shared}
    country = fips(ref.country)
    return {
        "ActionGeo_Type": _sort_of_place(ref.country, ref.name, place.admin1),
        "ActionGeo_Fullname": ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, ref.country) if part)),
        "ActionGeo_CountryCode": country,
        "ActionGeo_ADM1Code": country,
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
        **shared,
    }


def _sort_of_place(country: str | None, name: str, province: str | None) -> int:
    if province is None:
        return _COUNTRY
    at_home = country == "USA"
    if name == province:
        return _STATES_OF_USA if at_home else _STATE
    return _CITIES_OF_USA if at_home else _CITY


GDELT = TextLayout(name="gdelt", about="GDELT 2.0's event table: 61 columns, a pair of parties a line.", write=gdelt)
