"""``detente export`` from records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.cli import app
from detente.ledger.export import LAYOUTS, TextLayout
from detente.records.encode import as_json
from tests.ledger.export.sample import records


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """The sample as 'read --format jsonl' writes it."""
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(as_json(record) for record in records()) + "\n\n", encoding="utf-8")
    return path


def run(*words: object, stdin: str | None = None) -> Result:
    """The command line with these words."""
    return CliRunner().invoke(app, ["export", *map(str, words)], input=stdin)


@pytest.mark.parametrize("name", [each.name for each in LAYOUTS if isinstance(each, TextLayout)])
def test_text_layouts_go_to_stdout_or_a_file(name: str, held: Path, tmp_path: Path) -> None:
    """The same either way."""
    shown = run(name, "--records", held)
    assert shown.exit_code == 0
    assert run(name, "--records", held, "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out").read_text(encoding="utf-8") == shown.stdout


def test_records_come_from_stdin_too(held: Path) -> None:
    """``-`` is a stream."""
    assert run("csv", "--records", "-", stdin=held.read_text(encoding="utf-8")).stdout == run("csv", "--records", held).stdout


def test_a_table_is_chosen(held: Path) -> None:
    """Commitments have other columns."""
    assert ",kind,holder," in run("csv", "--records", held, "--table", "commitments").stdout.splitlines()[0]


def test_raw_and_factuality_are_passed_on(held: Path) -> None:
    """Cells as they are; threatened events too."""
    assert ',"=Talks' in run("csv", "--records", held, "--raw").stdout
    both = run("polecat", "--records", held, "--factuality", "negated", "--factuality", "hypothetical").stdout
    assert len(both.splitlines()) == 3


def test_parquet_needs_a_file(held: Path, tmp_path: Path) -> None:
    """Bytes do not go to a terminal."""
    refused = run("parquet", "--records", held)
    assert (refused.exit_code, "--output FILE" in refused.stderr) == (2, True)
    assert run("parquet", "--records", held, "-o", tmp_path / "e.parquet").exit_code == 0
    assert (tmp_path / "e.parquet").read_bytes()[:4] == b"PAR1"


def test_brat_needs_a_folder(held: Path, tmp_path: Path) -> None:
    """A text and its annotations for each report; a file is refused."""
    assert run("brat", "--records", held).exit_code == 2
    assert run("brat", "--records", held, "-o", held).exit_code == 2
    done = run("brat", "--records", held, "-o", tmp_path / "brat")
    assert (done.exit_code, "7 files in" in done.stderr) == (0, True)
    assert b"\r\n" in (tmp_path / "brat" / "bb22.txt").read_bytes()


def test_a_broken_line_is_named_and_nothing_is_written(held: Path, tmp_path: Path) -> None:
    """File and line of the fault; an old file stays as it is."""
    with held.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"schema": "x"}) + "\n")
    target = tmp_path / "out.csv"
    target.write_text("old", encoding="utf-8")
    failed = run("csv", "--records", held, "-o", target)
    assert failed.exit_code == 1
    assert "records.jsonl:5: not a record" in failed.stderr
    assert target.read_text(encoding="utf-8") == "old"


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    """A file that is no UTF-8."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"\xff\xfe\n")
    failed = run("csv", "--records", path)
    assert (failed.exit_code, "r.jsonl:1" in failed.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["excel", "--records", "-"], "no layout 'excel'"),
        (["csv", "--records", "-", "--dossier", "x"], "instead of a ledger"),
        (["jsonl", "--records", "-"], "leave out --records"),
        (["csv", "--db", "nowhere.db"], "nowhere.db"),
    ],
)
def test_wrong_calls_are_refused(words: list[str], says: str) -> None:
    """Status 2 and a sentence."""
    failed = run(*words, stdin="")
    assert failed.exit_code == 2
    assert says in failed.stderr


def test_a_missing_file_is_named() -> None:
    """Status 1."""
    failed = run("csv", "--records", "nothing.jsonl")
    assert (failed.exit_code, "nothing.jsonl" in failed.stderr) == (1, True)
