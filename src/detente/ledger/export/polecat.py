"""The 40 columns of POLECAT's weekly files, parted by tabs; what is not known is ``None``, as there.

Source: Halterman et al. (2023), POLECAT weekly data, Harvard Dataverse, doi:10.7910/DVN/AJGVIT.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.ledger.export.cells import flat_cell, tab_lines
from detente.ledger.export.codes import cow_number
from detente.ledger.export.dyads import Party, Told, told
from detente.ledger.export.layout import Options, TextLayout
from detente.records import Record

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_LANGUAGES = {"en": "English"}


def polecat(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A header and a line an event; parties of one side are joined by ``; ``."""
    return tab_lines(_rows(records, options))


def _rows(records: Iterable[Record], options: Options) -> Iterator[list[str]]:
    yield list(COLUMNS)
    for event in told(records, options):
        values = {**_what(event), **_side(event, "Actor"), **_side(event, "Recipient"), **_where(event), **_story(event)}
        yield [flat_cell(values[name], raw=options.raw) or "None" for name in COLUMNS]


def _what(event: Told) -> dict[str, object]:
    return {
        "Event ID": event.row.id,
        "Event Date": event.day,
        "Event Type": event.row.event,
        "Event Mode": event.row.mode,
        "Intensity": event.row.score,
        "Quad Code": event.row.quad.upper(),
        "Contexts": event.row.contexts,
    }


def _side(event: Told, side: str) -> dict[str, object]:
    found = [event.party(actor) for actor in (event.row.actors if side == "Actor" else event.row.recipients)]
    numbers = [cow_number(party.country) for party in found]
    sectors = [party.sector or "None" for party in found]
    return {
        f"{side} Name": [party.name for party in found],
        f"{side} Country": [party.country or "None" for party in found],
        f"{side} COW": ["None" if number is None else str(number) for number in numbers],
        f"Primary {side} Sector": sectors,
        f"{side} Sectors": sectors,
        f"{side} Title": [party.role or "None" for party in found],
        f"{side} Name Raw": [_as_written(event, party) for party in found],
        f"Wikipedia {side} ID": None,
    }


def _as_written(event: Told, party: Party) -> str:
    """The words for a party in the clause, else its name."""
    spans = (m.text for m in event.view.record.mentions if m.actor == party.id and event.row.start <= m.start < event.row.end)
    return next(spans, party.name)


def _where(event: Told) -> dict[str, object]:
    place, ref = event.place, event.event.place
    name = ref.name if ref else None
    is_city = place is not None and place.rule != "" and place.admin1 is not None
    return {
        "Placename": name,
        "City": name if is_city else None,
        "District": None,
        "Province": place.admin1 if place else None,
        "Country": ref.country if ref else None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
        "GeoNames ID": None,
        "Raw Placename": place.text if place else None,
        "Feature Type": None,
    }


def _story(event: Told) -> dict[str, object]:
    view = event.view
    people = [a.name for a in view.record.actors if a.kind == "person"]
    bodies = [a.name for a in view.record.actors if a.kind not in {"person", "state"}]
    return {
        "Source": view.report.outlet,
        "Publication Date": view.report.published,
        "Story People": list(dict.fromkeys(people)),
        "Story Organizations": list(dict.fromkeys(bodies)),
        "Story Locations": list(dict.fromkeys(place.name for place in view.record.places)),
        "Language": _LANGUAGES.get(view.report.language, view.report.language),
        "Version": f"detente {view.record.coder.version}",
    }


POLECAT = TextLayout(name="polecat", about="POLECAT's weekly files: 40 columns, an event a line.", write=polecat)
