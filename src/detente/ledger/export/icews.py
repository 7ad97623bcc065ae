"""The 20 columns of ICEWS' coded event data, parted by tabs.

Source: Boschee et al. (2015), ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.ledger.export.cells import flat_cell, tab_lines
from detente.ledger.export.codes import cameo_label, country_name
from detente.ledger.export.dyads import Told, pairs, told
from detente.ledger.export.layout import Options, TextLayout
from detente.ledger.export.numbers import number_of
from detente.ledger.sentences import sentence_at, sentences_of
from detente.records import Record

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def icews(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A header and a line for each event and pair of source and target."""
    return tab_lines(_rows(records, options))


def _rows(records: Iterable[Record], options: Options) -> Iterator[list[str]]:
    yield list(COLUMNS)
    story, spans = "", [(0, 0)]
    for event in told(records, options):
        if event.view.report.id != story:
            story, spans = event.view.report.id, sentences_of(event.view.report.text)
        sentence = (sentence_at(spans, event.row.start) or 0) + 1
        for source, target in pairs(event.event):
            values = {
                **_what(event, sentence),
                **_side(event, "Source", source),
                **_side(event, "Target", target),
                **_where(event),
            }
            yield [flat_cell(values[name], raw=options.raw) for name in COLUMNS]


def _what(event: Told, sentence: int) -> dict[str, object]:
    return {
        "Event ID": number_of(event.row.id),
        "Event Date": event.day,
        "Event Text": cameo_label(event.row.cameo),
        "CAMEO Code": event.row.cameo,
        "Intensity": event.row.score,
        "Story ID": number_of(event.row.report),
        "Sentence Number": sentence,
        "Publisher": event.row.outlet,
    }


def _side(event: Told, side: str, actor: str | None) -> dict[str, object]:
    party = event.party(actor) if actor else None
    return {
        f"{side} Name": party.name if party else None,
        f"{side} Sectors": party.sector if party else None,
        f"{side} Country": country_name(party.country) if party else None,
    }


def _where(event: Told) -> dict[str, object]:
    place, ref = event.place, event.event.place
    return {
        "City": ref.name if ref and place and place.admin1 else None,
        "District": None,
        "Province": place.admin1 if place else None,
        "Country": country_name(ref.country) if ref else None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
    }


ICEWS = TextLayout(name="icews", about="ICEWS' coded events: 20 columns, a pair of parties a line.", write=icews)
