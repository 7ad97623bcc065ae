"""POLECAT, ICEWS and GDELT: the columns of those data sets, read back as their users read them."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest

from detente.ledger.export import Options, Sources
from detente.ledger.export import gdelt as gdelt_layout
from detente.ledger.export import icews as icews_layout
from detente.ledger.export import polecat as polecat_layout
from detente.ledger.export.codes import cameo_label, country_name, cow_number, fips
from detente.ledger.export.dyads import told
from detente.ledger.flatten import flatten
from detente.records import Dated, PlaceRef

from .sample import first, records, third

ALL = frozenset({"occurred", "future", "hypothetical", "negated", "historical"})


def polecat(**options: Any) -> pd.DataFrame:
    """The sample as POLECAT, read as text."""
    text = "".join(polecat_layout.polecat(records(), Options(**options)))
    return pd.read_csv(io.StringIO(text), sep="\t", dtype=str, keep_default_na=False)


def icews(**options: Any) -> pl.DataFrame:
    """The sample as ICEWS."""
    text = "".join(icews_layout.icews(records(), Options(**options)))
    return pl.read_csv(io.StringIO(text), separator="\t", schema_overrides={"CAMEO Code": pl.String})


def gdelt(**options: Any) -> pd.DataFrame:
    """The sample as GDELT, with the codebook's names; its files have no header."""
    text = "".join(gdelt_layout.gdelt(records(), Options(**options)))
    codes = {name: str for name in gdelt_layout.COLUMNS if name.endswith("Code")}
    return pd.read_csv(io.StringIO(text), sep="\t", header=None, names=list(gdelt_layout.COLUMNS), dtype=codes)


def test_the_layouts_have_their_columns() -> None:
    """40, 20 and 61, each name once."""
    layouts = (polecat_layout.COLUMNS, icews_layout.COLUMNS, gdelt_layout.COLUMNS)
    assert [len(names) for names in layouts] == [40, 20, 61]
    assert all(len(set(names)) == len(names) for names in layouts)


def test_polecat_has_an_event_a_line_with_its_parties_joined() -> None:
    """Occurred events with a day, two parties of one side in one cell."""
    frame = polecat()
    assert list(frame["Event Type"]) == ["ASSAULT", "CONSULT", "SANCTION"]
    talks = frame.iloc[1]
    assert (talks["Actor Name"], talks["Actor Country"], talks["Actor COW"]) == ("Iceland; =Norway", "ISL; NOR", "395; 385")
    assert (talks["Quad Code"], talks["Intensity"], talks["Recipient Name"]) == ("VERBAL COOPERATION", "4.0", "None")


def test_polecat_places_people_and_version() -> None:
    """Place with coordinates, the story's people, the words as written, what made it."""
    row = polecat().iloc[0]
    assert (row["Placename"], row["City"], row["Province"], row["Country"]) == ("Bergen", "Bergen", "Vestland", "NOR")
    assert (row["Latitude"], row["Longitude"]) == ("60.39", "-5.32")
    assert (row["Actor Name"], row["Actor Name Raw"], row["Story People"]) == ("'=Norway", "Oslo", "Jan <Berg>")
    assert (row["Event Date"], row["Publication Date"], row["Version"]) == ("2021-03-01", "2021-03-02", "detente 1.2")
    assert row["Contexts"] == "military; territory"


def test_every_row_of_a_layout_has_all_columns() -> None:
    """No cell breaks a line: a tab in the outlet's name is a blank."""
    for lines, count in (
        (polecat_layout.polecat(records(), Options(factualities=ALL)), 40),
        (icews_layout.icews(records(), Options(factualities=ALL)), 20),
        (gdelt_layout.gdelt(records(), Options(factualities=ALL)), 61),
    ):
        text = "".join(lines)
        assert {line.count("\t") for line in text.splitlines()} == {count - 1}


def test_icews_has_both_directions_of_a_symmetric_event() -> None:
    """Source and target, each way."""
    frame = icews().filter(pl.col("CAMEO Code") == "046")
    assert frame.select("Source Name", "Target Name").rows() == [("Iceland", "'=Norway"), ("'=Norway", "Iceland")]
    assert frame["Event ID"].n_unique() == 1


def test_icews_labels_sentences_and_countries() -> None:
    """The label of the code, the sentence by number, countries by name."""
    row = icews().row(0, named=True)
    assert row["Event Text"] == "Fight with artillery and tanks"
    assert (row["Sentence Number"], row["Source Country"], row["City"], row["Country"]) == (2, "Norway", "Bergen", "Norway")
    assert (row["Intensity"], row["Publisher"]) == (-9.0, "'@Wire North")


def test_duckdb_reads_icews(tmp_path: Any) -> None:
    """A day is a date, and coordinates are numbers."""
    path = tmp_path / "icews.tab"
    path.write_text("".join(icews_layout.icews(records(), Options())), encoding="utf-8")
    found = duckdb.sql(f"""select year("Event Date"), max("Latitude") from read_csv('{path}', delim='\t') group by all""")  # noqa: S608
    assert found.fetchall() == [(2021, 60.39)]


def test_gdelt_codes_dates_and_quad_classes() -> None:
    """Codes keep their zeros, the three levels are cut from one, the day is a number."""
    frame = gdelt()
    row = frame.iloc[0]
    assert (row["Day"], row["MonthYear"], row["Year"]) == (20210301, 202103, 2021)
    assert row["FractionDate"] == pytest.approx(2021 + 61 / 365, abs=1e-4)
    assert list(frame["EventRootCode"]) == ["19", "04", "04", "16"]
    assert list(frame["QuadClass"]) == [4, 1, 1, 4]
    assert row["DATEADDED"] == 20210302000000
    assert list(frame["IsRootEvent"]) == [1, 0, 0, 1]


def test_gdelt_parties_and_place() -> None:
    """Country and sector make the code; the place has FIPS and coordinates."""
    row = gdelt().iloc[0]
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor2Code"]) == ("NORGOV", "'=NORWAY", "ISLGOV")
    assert (row["ActionGeo_Type"], row["ActionGeo_Fullname"]) == (4, "Bergen, Vestland, NOR")
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_Lat"]) == ("NO", 60.39)
    assert row["SOURCEURL"] == "https://news.example/a"


def test_gdelt_counts_the_reports_that_the_ledger_knows() -> None:
    """Mentions, sources and articles are those of the merged event."""
    row = flatten(first()).events[0]
    sources = {row.id: Sources(merged="E-1", reports=7, families=3, outlets=4)}
    found = gdelt(sources=sources).iloc[0]
    assert (found["NumMentions"], found["NumSources"], found["NumArticles"]) == (7, 4, 7)


def test_ids_of_gdelt_are_whole_numbers_of_their_own() -> None:
    """Each line has another, below 2^53, and the same each time."""
    numbers = gdelt()["GlobalEventID"]
    assert numbers.is_unique
    assert numbers.max() < 2**53
    assert list(numbers) == list(gdelt()["GlobalEventID"])


def test_only_the_factualities_asked_for_are_told() -> None:
    """What is denied or threatened is left out unless it is asked for."""
    assert {t.row.factuality for t in told(records(), Options())} == {"occurred"}
    some = Options(factualities=frozenset({"negated", "hypothetical"}))
    assert [t.row.factuality for t in told(records(), some)] == ["negated", "hypothetical"]


@pytest.mark.parametrize("value", ["2021-03", "XXXX-WXX-4", "2021-W09", "PAST_REF"])
def test_an_event_without_a_day_is_left_out(value: str) -> None:
    """A month is no day, and the report's day is not put in its place."""
    record = first()
    vague = replace(record, events=(replace(record.events[0], date=Dated(value=value)),))
    assert list(told([vague], Options())) == []


def test_an_undated_event_has_the_day_of_its_report() -> None:
    """It is told on the day of publication."""
    assert [t.day for t in told([third()], Options())] == ["2021-03-04"]


def test_a_time_of_day_has_a_day() -> None:
    """'2021-03-01T09:00' is on 1 March."""
    record = first()
    early = replace(record, events=(replace(record.events[0], date=Dated(value="2021-03-01T09:00")),))
    assert [t.day for t in told([early], Options())] == ["2021-03-01"]


@pytest.mark.parametrize(
    ("country", "province", "name", "sort"),
    [("NOR", None, "Norway", 1), ("NOR", "Oslo", "Oslo", 5), ("NOR", "Vestland", "Bergen", 4), ("USA", "Texas", "Texas", 2),
     ("USA", "Texas", "Austin", 3)],
)  # fmt: skip
def test_gdelt_sorts_of_places(country: str, province: str | None, name: str, sort: int) -> None:
    """Countries, states and cities, at home in the USA and abroad."""
    record = first()
    place = replace(record.places[0], name=name, country=country, admin1=province)
    event = replace(record.events[0], place=PlaceRef(country=country, name=name, place="p1"))
    line = "".join(gdelt_layout.gdelt([replace(record, places=(place,), events=(event,))], Options()))
    assert dict(zip(gdelt_layout.COLUMNS, line.rstrip("\n").split("\t"), strict=True))["ActionGeo_Type"] == str(sort)


def test_codes_of_countries() -> None:
    """Ended states have the number of the state that holds it; what is unknown has none."""
    assert [cow_number(code) for code in ("USA", "RUS", "SUN", "YEM", "ABC", None)] == [2, 365, 365, 679, None, None]
    assert [fips(code) for code in ("GBR", "CHN", None)] == ["UK", "CH", None]
    assert [country_name(code) for code in ("PRK", "TWN", "ABC", None)] == ["North Korea", "Taiwan", None, None]


def test_every_code_that_the_coder_gives_has_a_label() -> None:
    """The table of labels covers the table of codes."""
    from detente.coding.events.rows import cameo_table

    assert [code for code in cameo_table().values() if not cameo_label(code)] == []
