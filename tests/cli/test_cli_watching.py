"""``detente tension`` and ``detente watch`` on a made-up ledger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from benchmarks.made_records import records
from typer.testing import CliRunner, Result

from detente.cli import app
from detente.records.encode import as_json


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of sixty made-up reports."""
    folder = tmp_path_factory.mktemp("watching")
    source = folder / "records.jsonl"
    source.write_text("".join(as_json(record) + "\n" for record in records(60, seed=7)), encoding="utf-8")
    done = CliRunner().invoke(app, ["add", str(source), "--records", "--dossier", "made", "--db", str(folder / "m.db"), "-q"])
    assert done.exit_code == 0, done.output
    return folder / "m.db"


def run(db: Path, *words: str) -> Result:
    """The command line on the ledger."""
    return CliRunner().invoke(app, [words[0], *words[1:], "--db", str(db)])


def test_tension_is_a_page_with_days_and_cited_events(db: Path) -> None:
    """Each event by id, type, score and words."""
    done = run(db, "tension", "RUS", "GRC")
    assert done.exit_code == 0
    assert done.stdout.startswith("RUS and GRC: ")
    assert "DAYS" in done.stdout
    assert "  E-" in done.stdout
    assert "“" in done.stdout


def test_tension_as_json_and_csv_say_the_same(db: Path) -> None:
    """Day by day."""
    held = json.loads(run(db, "tension", "RUS", "GRC", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(db, "tension", "RUS", "GRC", "--format", "csv").stdout)))
    assert [(day["day"], day["score"], day["reported"]) for day in held["days"]] == [
        (row["day"], float(row["score"]), int(row["reported"])) for row in rows
    ]
    assert held["pair"] == ["RUS", "GRC"]


def test_the_order_of_a_pair_does_not_matter(db: Path) -> None:
    """Tension is between them."""
    one, other = (json.loads(run(db, "tension", *pair, "--format", "json").stdout) for pair in (("RUS", "GRC"), ("GRC", "RUS")))
    assert one["days"] == other["days"]


def test_from_and_to_bound_the_days(db: Path) -> None:
    """Both are included."""
    held = json.loads(
        run(db, "tension", "RUS", "GRC", "--from", "2031-03-02", "--to", "2031-03-04", "--format", "json").stdout
    )
    assert held["days"]
    assert all("2031-03-02" <= day["day"] <= "2031-03-04" for day in held["days"])


def test_as_of_an_early_day_less_is_known(db: Path) -> None:
    """Events of later reports are left out."""
    early, late = (
        json.loads(run(db, "tension", "RUS", "GRC", "--format", "json", *more).stdout) for more in (["--as-of", "2031-03-03"], [])
    )
    count = [sum(len(day["events"]) for day in each["days"]) for each in (early, late)]
    assert count[0] < count[1]


def test_plots_are_written_offline(db: Path, tmp_path: Path) -> None:
    """SVG to stdout, PNG to a file."""
    assert run(db, "tension", "RUS", "GRC", "--format", "svg").stdout.startswith("<svg")
    assert run(db, "tension", "RUS", "GRC", "--format", "png").exit_code == 2
    assert run(db, "tension", "RUS", "GRC", "--format", "png", "-o", str(tmp_path / "t.png")).exit_code == 0
    assert (tmp_path / "t.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["RUS", "Atlantis"], "no actor 'Atlantis'"),
        (["RUS", "RUS"], "tension is between two"),
        (["RUS", "GRC", "--from", "yesterday"], "is no day"),
        (["RUS", "GRC", "--as-of", "2031-99-01"], "is no day"),
    ],
)
def test_wrong_questions_are_refused(db: Path, words: list[str], says: str) -> None:
    """Status 2 and a sentence."""
    failed = run(db, "tension", *words)
    assert (failed.exit_code, says in failed.stderr) == (2, True)


def test_a_pair_with_nothing_between_them_says_so(db: Path) -> None:
    """No events is no error."""
    done = run(db, "tension", "RUS", "GRC", "--from", "2031-02-01", "--to", "2031-02-02")
    assert (done.exit_code, "0 events between them" in done.stdout) == (0, True)


def test_watch_lists_deadlines_with_their_report(db: Path) -> None:
    """Days left, the demand, the source."""
    done = run(db, "watch", "--as-of", "2031-03-08", "--within", "10")
    assert done.exit_code == 0
    assert "as of 2031-03-08" in done.stdout
    assert "DEADLINES WITHIN 10 DAYS" in done.stdout
    assert "  in " in done.stdout
    assert "CONDITIONS THAT CAME CLOSER" in done.stdout


def test_watch_as_json_holds_the_rows_whole(db: Path) -> None:
    """Commitments with their citations; by default as of the last day of the dossier."""
    held = json.loads(run(db, "watch", "--within", "30", "--format", "json").stdout)
    assert held["as_of"] >= "2031-03-01"
    assert all(near["commitment"]["cited"]["text"] and 0 <= near["days"] <= 30 for near in held["deadlines"])
    days = [near["days"] for near in held["deadlines"]]
    assert days == sorted(days)


def test_watch_refuses_a_day_that_is_none(db: Path) -> None:
    """Status 2."""
    assert run(db, "watch", "--as-of", "soon").exit_code == 2
