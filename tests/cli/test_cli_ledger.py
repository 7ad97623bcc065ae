"""``add``, ``import`` and the questions at the command line."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.made_records import records
from typer.testing import CliRunner, Result

from detente.cli import app
from detente.records.encode import as_json
from detente.records.identify import content_id

from .conftest import Run


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty records of a made-up crisis, as 'read --format jsonl' would print them."""
    path = tmp_path_factory.mktemp("records") / "records.jsonl"
    path.write_text("".join(f"{as_json(record)}\n" for record in records(30, seed=3)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def db(source: Path) -> Path:
    """A ledger with these."""
    path = source.parent / "crisis.db"
    assert detente("add", source, "--records", "--dossier", "straits", "--db", path).exit_code == 0
    return path


def detente(*args: object, **env: str) -> Result:
    """Call the command line at 80 columns."""
    return CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1", **env}).invoke(app, [str(arg) for arg in args])


def test_add_reads_and_says_what_is_new(run: Run, report: Path, tmp_path: Path) -> None:
    """Read once, known the second time, in the ledger that the environment names."""
    url = f"sqlite:///{tmp_path}/env.db"
    first = run("add", report, "--dossier", "cyprus", DETENTE_DATABASE_URL=url)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "1 new in cyprus, 0 known" in first.stderr
    assert "0 new in cyprus, 1 known" in run("add", report, DETENTE_DATABASE_URL=url).stderr
    shown = run("ledger", DETENTE_DATABASE_URL=url)
    assert "Threat" in shown.stdout
    assert "Russian missiles" in shown.stdout


def test_add_wants_a_name_for_the_first_dossier(run: Run, report: Path, tmp_path: Path) -> None:
    """Status 2, and nothing is read."""
    done = run("add", report, "--db", tmp_path / "x.db")
    assert done.exit_code == 2
    assert "--dossier NAME" in done.stderr


def test_what_can_not_be_read_is_listed_and_the_rest_is_stored(run: Run, lines: Path, tmp_path: Path) -> None:
    """Status 1, the reason in the errors file."""
    errors = tmp_path / "errors.jsonl"
    done = run("add", lines, "-d", "x", "--db", tmp_path / "x.db", "--errors", errors)
    assert done.exit_code == 1
    assert "2 new in x, 0 known, 1 not added: see" in done.stderr
    assert json.loads(errors.read_text())["code"] == "damaged"


def test_strict_stops_and_keeps_what_came_before(run: Run, lines: Path, tmp_path: Path) -> None:
    """The first report is stored, the third is not."""
    done = run("add", lines, "-d", "x", "--db", tmp_path / "x.db", "--strict")
    assert done.exit_code == 1
    assert "1 new in x" in done.stderr


def test_an_import_brings_the_dossiers_back(db: Path, tmp_path: Path) -> None:
    """Exported, imported, exported: the same bytes."""
    first = detente("export", "jsonl", "--db", db)
    file = tmp_path / "straits.jsonl"
    file.write_text(first.stdout)
    done = detente("import", file, "--db", tmp_path / "other.db")
    assert (done.exit_code, "known" in done.stderr) == (0, True)
    assert detente("export", "jsonl", "--db", tmp_path / "other.db").stdout == first.stdout


def test_the_ledger_is_shown_as_words_json_and_csv(db: Path) -> None:
    """The same rows in each."""
    text = detente("ledger", "--db", db, "--kind", "demand").stdout
    rows = json.loads(detente("ledger", "--db", db, "--kind", "demand", "-f", "json").stdout)["rows"]
    table = list(csv.DictReader(io.StringIO(detente("ledger", "--db", db, "--kind", "demand", "-f", "csv").stdout)))
    assert len(rows) == len(table) == text.count("Demand ·")
    assert [row["id"] for row in rows] == [row["id"] for row in table]
    assert all(row["cited"]["text"] and row["states"] for row in rows)


def test_more_pages_are_pointed_to(db: Path) -> None:
    """The cursor stands on stderr, and works."""
    first = detente("ledger", "--db", db, "-n", "2")
    cursor = first.stderr.split("--after ")[1].strip()
    second = detente("ledger", "--db", db, "-n", "2", "--after", cursor)
    assert second.exit_code == 0
    assert second.stdout != first.stdout


def test_the_timeline_goes_by_days(db: Path) -> None:
    """Days as headings, in order."""
    text = detente("timeline", "--db", db, "--from", "2031-03-03", "--to", "2031-03-05").stdout
    assert text.index("3 March 2031") < text.index("5 March 2031")
    assert "6 March 2031" not in text


def test_actors_are_listed(db: Path) -> None:
    """With their roles and when they first spoke."""
    text = detente("actors", "--db", db, "--kind", "person").stdout
    assert "Orlov, Foreign Minister" in text
    assert "first spoke" in text


def test_the_brief_has_its_parts(db: Path) -> None:
    """New demands, what happened, who spoke first; what there was not is named at the end."""
    text = detente("changes", "--since", "2031-03-01", "--as-of", "2031-03-02", "--db", db).stdout
    for part in ("NEW DEMANDS, THREATS AND OFFERS", "WHAT HAPPENED", "WHO SPOKE FOR THE FIRST TIME"):
        assert part in text
    assert "Nothing: " in text
    brief = json.loads(detente("changes", "--since", "2031-03-01", "--db", db, "-f", "json").stdout)
    assert {"commitments", "states", "deadlines", "contradictions", "voices", "events", "repeated"} <= set(brief)


def test_a_row_is_shown_in_its_words(db: Path) -> None:
    """Its report, its paragraph with the words marked, the rule."""
    row = json.loads(detente("ledger", "--db", db, "-n", "1", "-f", "json").stdout)["rows"][0]
    text = " ".join(detente("show", row["id"][:10], "--db", db).stdout.split())
    assert f"»{row['cited']['text']}«" in text
    assert f"rule {row['cited']['rule']}" in text
    assert "STATES" in text


def test_cells_that_a_spreadsheet_would_run_are_defused(run: Run, tmp_path: Path) -> None:
    """An outlet named by a formula becomes text, unless --raw."""
    record = next(iter(records(1)))
    report = replace(record.report, outlet="=1+1")
    report = replace(report, id=content_id(report.text, report.title, report.outlet, report.published))
    file = tmp_path / "one.jsonl"
    file.write_text(as_json(replace(record, report=report)) + "\n", encoding="utf-8")
    run("add", file, "--records", "-d", "x", "--db", tmp_path / "x.db")
    assert "'=1+1" in run("ledger", "--db", tmp_path / "x.db", "-f", "csv").stdout
    assert ",=1+1" in run("ledger", "--db", tmp_path / "x.db", "-f", "csv", "--raw").stdout


@pytest.mark.parametrize(
    "question", [["ledger"], ["timeline"], ["actors"], ["changes", "--since", "2031-03-01"], ["show", "C-1"]], ids=str
)
def test_a_question_to_no_ledger_says_how_to_make_one(question: list[str], tmp_path: Path) -> None:
    """Status 2, and no file is made."""
    done = detente(*question, "--db", tmp_path / "none.db")
    assert done.exit_code == 2
    assert "detente add" in done.stderr
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "question",
    [["ledger", "--actor", "Atlantis"], ["ledger", "--as-of", "soon"], ["show", "C-zz"], ["ledger", "-d", "none"], ["timeline", "-t", "?"],
     ["changes", "--since", "2099-01-01"], ["ledger", "--kind", "threatt"], ["ledger", "--state", "mett"], ["timeline", "--kind", "attack"],
     ["timeline", "--factuality", "sure"], ["actors", "--kind", "ship"]],
    ids=str,
)
def test_a_wrong_question_is_status_2(question: list[str], db: Path) -> None:
    """With a line that says what is wrong."""
    done = detente(*question, "--db", db)
    assert done.exit_code == 2
    assert done.stderr.startswith("detente: ")


def test_a_misspelt_kind_names_the_near_one_and_letters_do_not_matter(db: Path) -> None:
    """An empty page would look like an answer."""
    assert "did you mean 'threat'?" in detente("ledger", "--db", db, "--kind", "threatt").stderr
    assert "red_line" in detente("ledger", "--db", db, "--kind", "xyz").stderr
    assert detente("ledger", "--db", db, "--kind", "DEMAND").stdout == detente("ledger", "--db", db, "--kind", "demand").stdout
    assert detente("ledger", "--db", db, "--state", "Carried-out").exit_code == 0


@pytest.mark.parametrize("question", [["ledger", "--text", "zzz"], ["timeline", "--text", "zzz"], ["actors", "--text", "zzz"]], ids=str)
def test_a_table_without_rows_has_its_columns(question: list[str], db: Path) -> None:
    """A program that reads it finds the same names as with rows."""
    empty = detente(*question, "--db", db, "-f", "csv").stdout
    full = detente(question[0], "--db", db, "-f", "csv").stdout
    assert empty == full.partition("\n")[0] + "\n"


def test_the_table_of_a_brief_says_which_part_each_row_is_of(db: Path) -> None:
    """A demand that is new and whose state changed stands in both."""
    brief = json.loads(detente("changes", "--since", "2031-03-01", "--db", db, "-f", "json").stdout)
    table = list(csv.DictReader(io.StringIO(detente("changes", "--since", "2031-03-01", "--db", db, "-f", "csv").stdout)))
    for part, name in (("new", "commitments"), ("state", "states"), ("event", "events"), ("voice", "voices"), ("deadline", "deadlines")):
        assert [row["id"] for row in table if row["section"] == part] == [row["id"] for row in brief[name]]


def test_a_bad_address_is_status_2() -> None:
    """A database that is not supported."""
    assert detente("ledger", "--db", "mysql://x/y").exit_code == 2
