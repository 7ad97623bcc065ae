"""Dictionaries of PETRARCH and TABARI as tables of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import ResourceError
from detente.resources import lexicon
from detente.resources.petrarch import ImportReport, import_dictionaries

ACTORS = """\
# actors of two made-up states
RURITANIA_ [RUR]   # a country
+RURITANIAN_
+STRELSAU_
	[RUR]

RUDOLF_ELPHBERG_  # CountryInfo.txt
+KING_RUDOLF_
+ELPHBERG_
	[RURELI 701231-990809] [RURGOV 990809-20070507]
	[---]
ZENDA_GUARDS_ [RURMIL]
LEAGUE_OF_SMALL_STATES_ [IGORUR]
+L.S.S._
KOFI_EXAMPLE_ [IGOUNO >19970101]
FREE_PRESS_WATCH_ [NGOHRI]
ACME_STEEL_ [MNCUSA]	# a comment
NOBODY_
BROKEN_DATE_ [RURGOV >9908]
BROKEN_CODE_ [RU]
"""

AGENTS = """\
!PERSON! = MAN, WOMEN
RANCHER [~AGR]
POLICE!PERSON! [~COP]
CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]
ORGANIZED_CRIME {} [~CRM]
STRANGER!SORT! [~CVL]
"""


@pytest.fixture
def imported(tmp_path: Path) -> tuple[ImportReport, Path]:
    """Both dictionaries, imported."""
    actors, agents = tmp_path / "actors.txt", tmp_path / "agents.txt"
    actors.write_text(ACTORS, encoding="utf-8")
    agents.write_text(AGENTS, encoding="utf-8")
    return import_dictionaries([actors, agents], tmp_path / "out"), tmp_path / "out"


def test_the_report_counts_the_rows_of_each_table(imported) -> None:
    """Rows written are counted by table."""
    assert imported[0].written == {"bodies": 3, "metonyms": 2, "offices": 3, "organs": 4}


def test_skipped_lines_are_named_with_a_reason(imported) -> None:
    """A broken line costs that line, and the report says which and why."""
    found = {(s.file, s.line): s.reason for s in imported[0].skipped}
    assert found == {
        ("actors.txt", 18): "'Nobody' has no code",
        ("actors.txt", 19): "'9908' is no date (YYMMDD or YYYYMMDD)",
        ("actors.txt", 20): "'[RU]' is no CAMEO code",
        ("agents.txt", 6): "no substitution set '!SORT!' stands before this line",
    }


def test_the_folder_is_one_that_resources_takes(imported) -> None:
    """The written tables load, before the package's own rows."""
    words = lexicon((imported[1],))
    assert words.offices[0].name == "Rudolf Elphberg"
    assert words.organs[0].phrase == ("rancher", "ranchers")


def test_codes_with_dates_become_offices_that_hold_from_and_to(imported) -> None:
    """Six-digit dates take their century from the year; eight-digit ones say it."""
    rows = [row for row in lexicon((imported[1],)).offices if row.country == "RUR"]
    assert [(r.sector, r.from_, r.to) for r in rows] == [
        ("ELI", "1970-12-31", "1999-08-09"),
        ("GOV", "1999-08-09", "2007-05-07"),
    ]
    assert rows[0].aliases == ("King Rudolf", "=Elphberg")


def test_officials_of_a_known_body_are_its_office_holders(imported) -> None:
    """``IGOUNO`` with a date is somebody of the United Nations."""
    row = next(row for row in lexicon((imported[1],)).offices if row.name == "Kofi Example")
    assert (row.body, row.sector, row.from_, row.to) == ("UN", "IGO", "1997-01-01", "")


def test_bodies_keep_kind_aliases_and_country(imported) -> None:
    """IGO, NGO and MNC codes become bodies of those kinds."""
    rows = {row.name: row for row in lexicon((imported[1],)).bodies}
    assert rows["League of Small States"].aliases == ("L.S.S.",)
    assert rows["Free Press Watch"].kind == "ngo"
    assert (rows["Acme Steel"].kind, rows["Acme Steel"].country) == ("company", "USA")


def test_a_country_and_its_undated_organs_become_metonyms(imported) -> None:
    """Every synonym of a country stands for the country."""
    rows = lexicon((imported[1],)).metonyms
    assert (rows[0].phrase, rows[0].country, rows[0].sector) == ("Ruritania|Ruritanian|Strelsau", "RUR", "")
    assert (rows[1].phrase, rows[1].sector, rows[1].kind) == ("Zenda Guards", "MIL", "military")


def test_substitution_sets_and_plurals_are_written_out(imported) -> None:
    """``!PERSON!`` gives each of its words; ``{}`` says that there is no plural."""
    phrases = [row.phrase for row in lexicon((imported[1],)).organs[:4]]
    assert phrases[1:4] == [
        ("policeman", "policewomen"),
        ("chamber of commerce", "chambers of commerce"),
        ("organized crime",),
    ]


def test_the_same_files_give_the_same_bytes(imported, tmp_path: Path) -> None:
    """An import is a pure function of its files."""
    import_dictionaries([tmp_path / "actors.txt", tmp_path / "agents.txt"], tmp_path / "again")
    for path in imported[1].iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_a_missing_dictionary_is_an_error_that_names_it(tmp_path: Path) -> None:
    """A wrong path is reported with the path."""
    with pytest.raises(ResourceError, match=r"nowhere\.txt: can't read the dictionary"):
        import_dictionaries([tmp_path / "nowhere.txt"], tmp_path / "out")


def test_published_dictionaries_import_nearly_whole(shared: Path, tmp_path: Path) -> None:
    """Fewer than two lines in a thousand of the Phoenix dictionaries are skipped."""
    paths = sorted((shared / "data" / "petrarch").glob("*.txt"))
    report = import_dictionaries(paths, tmp_path / "out")
    assert len(report.skipped) < 100
    assert report.written["offices"] > 20_000
    assert lexicon((tmp_path / "out",)).offices[0].country == "AFG"
