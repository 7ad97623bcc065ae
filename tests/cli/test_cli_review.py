"""``detente review`` and ``detente agreement`` on a made-up ledger."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from benchmarks.made_records import records
from typer.testing import CliRunner, Result

from detente.cli import app
from detente.ledger.flatten import flatten
from detente.ledger.review import reviews
from detente.ledger.store import open_ledger
from detente.records import Record
from detente.records.encode import as_json
from detente.scoring import read_cases


@pytest.fixture(scope="module")
def made() -> list[Record]:
    """Twelve made-up reports."""
    return list(records(12, seed=7))


@pytest.fixture(scope="module")
def whole(made: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their ledger."""
    folder = tmp_path_factory.mktemp("review")
    source = folder / "records.jsonl"
    source.write_text("".join(as_json(record) + "\n" for record in made), encoding="utf-8")
    done = CliRunner().invoke(app, ["add", str(source), "--records", "--dossier", "made", "--db", str(folder / "m.db"), "-q"])
    assert done.exit_code == 0, done.output
    return folder / "m.db"


@pytest.fixture
def db(whole: Path, tmp_path: Path) -> Path:
    """A ledger of its own for each test."""
    return Path(shutil.copy(whole, tmp_path / "m.db"))


@pytest.fixture
def row(made: list[Record]) -> str:
    """An event as read."""
    return flatten(made[0]).events[0].id


def run(db: Path, *words: str, stdin: str | None = None) -> Result:
    """The command line on the ledger."""
    return CliRunner().invoke(app, [*words, "--db", str(db)], input=stdin)


def decide(db: Path, *words: str, by: str = "anna", at: str = "2031-03-20") -> Result:
    """A review by somebody at a time."""
    return run(db, "review", *words, "--by", by, "--at", at)


def exported(db: Path, *words: str) -> dict[str, dict[str, str]]:
    """The events of the ledger by id, as JSON of the CSV export."""
    import csv
    import io

    return {each["id"]: each for each in csv.DictReader(io.StringIO(run(db, "export", "csv", *words).stdout))}


def test_a_rejected_row_is_out_of_views_and_exports(db: Path, row: str) -> None:
    """It can be had as read, and back again."""
    assert decide(db, row, "--reject", "--why", "no such").exit_code == 0
    assert row not in exported(db)
    assert row in exported(db, "--as-read")
    assert run(db, "show", row).exit_code != 0
    assert decide(db, row, "--accept", at="2031-03-21").exit_code == 0
    assert row in exported(db)


def test_a_corrected_row_has_the_new_fields_under_its_id(db: Path, row: str) -> None:
    """Type, with its quad class and score, and the factuality."""
    done = decide(db, row, "--set", "event=THREATEN", "--set", "factuality=hypothetical", "--why", "only said")
    assert (done.exit_code, "1 reviewed" in done.stderr) == (0, True)
    held = exported(db)[row]
    assert (held["event"], held["factuality"], held["quad"]) == ("THREATEN", "hypothetical", "verbal conflict")
    shown = json.loads(run(db, "show", row, "--format", "json").stdout)
    assert shown["row"]["event"] == "THREATEN"


def test_who_when_and_why_are_kept(db: Path, row: str) -> None:
    """With the words and the fields as they stood."""
    decide(db, row, "--set", "factuality=future", "--why", "planned")
    with open_ledger(db) as ledger:
        [kept] = reviews(ledger.dossier())
    assert (kept.who, kept.at, kept.why, kept.action) == ("anna", "2031-03-20T00:00:00", "planned", "correct")
    assert dict(kept.read)["factuality"] == "occurred"
    assert kept.text


def test_the_same_review_twice_is_one(db: Path, row: str) -> None:
    """Idempotent by content."""
    decide(db, row, "--accept")
    assert "1 known already" in decide(db, row, "--accept").stderr


def test_a_merged_row_is_reviewed_by_its_rows_as_read(db: Path) -> None:
    """One review for each report of it."""
    page = json.loads(run(db, "timeline", "--format", "json").stdout)
    rows: list[dict[str, Any]] = page["rows"] if isinstance(page, dict) else page
    merged = max(rows, key=lambda each: len(each["rows"]))
    done = decide(db, merged["id"], "--reject")
    assert f"{len(merged['rows'])} reviewed" in done.stderr
    assert not set(merged["rows"]) & set(exported(db))


def test_an_analyst_sets_the_state_of_a_commitment(db: Path, made: list[Record]) -> None:
    """Shown with the name and the reason."""
    commitment = next(flatten(record).commitments[0].id for record in made if record.commitments)
    done = decide(db, commitment, "--set", "state=met", "--why", "ships seen leaving")
    assert done.exit_code == 0, done.output
    shown = json.loads(run(db, "show", commitment, "--format", "json").stdout)
    assert shown["row"]["state"] == "met"
    assert shown["row"]["states"][-1]["why"] == "set by anna: ships seen leaving"


@pytest.mark.parametrize("action", ["--merge", "--split"])
def test_two_rows_are_held_the_same_or_not(db: Path, made: list[Record], row: str, action: str) -> None:
    """The other row is named in the review."""
    other = flatten(made[1]).events[0].id
    assert decide(db, row, action, other).exit_code == 0
    with open_ledger(db) as ledger:
        [kept] = reviews(ledger.dossier())
    assert kept.others == (other,)


def test_the_queue_shows_doubtful_rows_that_one_has_not_judged(db: Path) -> None:
    """With words, fields and doubts; what is judged leaves it."""
    first = json.loads(run(db, "review", "--format", "json", "--limit", "3").stdout)
    assert [each["doubt"] for each in first] == sorted((each["doubt"] for each in first), reverse=True)
    decide(db, first[0]["row"], "--accept")
    left = [each["row"] for each in json.loads(run(db, "review", "--format", "json", "--by", "anna").stdout)]
    assert first[0]["row"] not in left
    assert first[0]["row"] in [each["row"] for each in json.loads(run(db, "review", "--format", "json", "--by", "boris").stdout)]
    page = run(db, "review", "--limit", "1").stdout
    assert "»" in page
    assert "=" in page


def test_the_queue_can_be_of_one_layer(db: Path) -> None:
    """Commitments alone."""
    rows = json.loads(run(db, "review", "--format", "json", "--layer", "commitments").stdout)
    assert {each["layer"] for each in rows} == {"commitments"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["ROW"], "say what to do with the row"),
        (["ROW", "--accept", "--reject"], "at a time"),
        (["ROW", "--set", "event=WAR"], "event can't be 'WAR'"),
        (["ROW", "--set", "event"], "give FIELD=VALUE"),
        (["ROW", "--set", "state=met"], "is no commitment"),
        (["ev-nothing", "--accept"], "no row 'ev-nothing'"),
        (["ROW", "--merge", "ev-nothing"], "no row 'ev-nothing'"),
    ],
)
def test_wrong_reviews_are_refused(db: Path, row: str, words: list[str], says: str) -> None:
    """Status 2, a sentence, nothing kept."""
    failed = decide(db, *(row if word == "ROW" else word for word in words))
    assert (failed.exit_code, says in failed.stderr) == (2, True), failed.output
    with open_ledger(db) as ledger:
        assert reviews(ledger.dossier()) == ()


def test_a_decision_needs_a_row_a_name_and_a_time(db: Path, row: str) -> None:
    """Each is said."""
    assert "--accept needs a row" in run(db, "review", "--accept").stderr
    assert "--by NAME" in run(db, "review", row, "--accept").stderr
    assert "is no time" in decide(db, row, "--accept", at="noon").stderr


def test_a_newer_reading_that_differs_is_a_conflict(db: Path, made: list[Record], row: str, tmp_path: Path) -> None:
    """The review stays, and is listed with both values."""
    from dataclasses import replace

    decide(db, row, "--accept")
    events = (replace(made[0].events[0], factuality="future"), *made[0].events[1:])
    newer = replace(made[0], coder=replace(made[0].coder, version="9"), events=events)
    source = tmp_path / "newer.jsonl"
    source.write_text(as_json(newer) + "\n", encoding="utf-8")
    assert "no newer reading" in run(db, "review", "--conflicts").stdout
    assert run(db, "add", str(source), "--records", "--dossier", "made").exit_code == 0
    shown = run(db, "review", "--conflicts").stdout
    assert f"{row}  conflict: accept by anna" in shown
    assert "factuality: judged as occurred, now read as future" in shown
    [held] = json.loads(run(db, "review", "--conflicts", "--format", "json").stdout)
    assert held["standing"] == "conflict"


def test_two_analysts_are_compared(db: Path, made: list[Record]) -> None:
    """Alpha by layer and field."""
    one, two = flatten(made[0]).events[:2]
    for who in ("anna", "boris"):
        decide(db, one.id, "--accept", by=who)
    decide(db, two.id, "--accept", by="anna")
    decide(db, two.id, "--set", "factuality=future", by="boris")
    rows = json.loads(run(db, "agreement", "anna", "boris", "--format", "json").stdout)
    by_field = {each["field"]: each for each in rows}
    assert by_field["event"]["rows"] == 2
    assert by_field["factuality"]["alpha"] == 0
    assert "Krippendorff" in run(db, "agreement", "anna", "boris").stdout
    failed = run(db, "agreement", "anna", "carla")
    assert (failed.exit_code, "anna, boris has" in failed.stderr) == (2, True)


def test_reviewed_rows_export_as_gold(db: Path, made: list[Record], row: str, tmp_path: Path) -> None:
    """The evaluation reads them."""
    decide(db, row, "--set", "factuality=future")
    done = run(db, "export", "gold", "-o", str(tmp_path / "gold"))
    assert done.exit_code == 0, done.output
    [case] = read_cases(tmp_path / "gold")
    assert case.text == made[0].report.text
    assert case.items[0].wanted["factuality"] == ["future"]


def test_an_analyst_is_walked_through_the_rows(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Accept with a reason, an answer that is none, a wrong field, a correction, skip, quit."""
    monkeypatch.setattr("detente.cli.review._watched", lambda: True)
    answers = ["a", "clear", "what", "colour=red", "", "factuality=future", "planned", "s", "q"]
    done = run(db, "review", "--by", "anna", "--layer", "events", stdin="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "'what' is no answer" in done.stderr
    assert "no field 'colour'" in done.stderr
    with open_ledger(db) as ledger:
        kept = reviews(ledger.dossier())
    assert {(each.action, each.why) for each in kept} == {("accept", "clear"), ("correct", "planned")}
    assert len({each.row for each in kept}) == 2


def test_nobody_walks_without_a_name(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said before the first row."""
    monkeypatch.setattr("detente.cli.review._watched", lambda: True)
    failed = run(db, "review")
    assert (failed.exit_code, "--by NAME" in failed.stderr, failed.stdout) == (2, True, "")


def test_reviews_survive_an_export_and_an_import(db: Path, row: str, tmp_path: Path) -> None:
    """The restored ledger shows the corrected row, and exports the same bytes."""
    decide(db, row, "--set", "factuality=future", "--why", "planned")
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    assert run(db, "export", "jsonl", "-o", str(first)).exit_code == 0
    other = tmp_path / "other.db"
    assert run(other, "import", str(first)).exit_code == 0
    assert exported(other)[row]["factuality"] == "future"
    assert run(other, "export", "jsonl", "-o", str(second)).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
