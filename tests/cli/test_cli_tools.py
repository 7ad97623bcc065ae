"""``detente schema``, ``doctor`` and ``resources``."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from detente.cli import doctor
from detente.records import Record
from detente.records.encode import as_dict
from detente.settings import Settings

from .conftest import Run


def test_the_schema_admits_a_record(run: Run, record: Record) -> None:
    """The printed schema is JSON Schema, and the hand-made record fits it."""
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(as_dict(record), schema)


def test_the_schema_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    """``-o`` writes it."""
    target = tmp_path / "schema.json"
    assert run("schema", "-o", target).stdout == ""
    assert json.loads(target.read_text())["title"] == "detente record"


@pytest.fixture
def well(monkeypatch: pytest.MonkeyPatch, record: Record) -> None:
    """A house where all is in order, whatever is installed here."""
    monkeypatch.setattr(
        doctor,
        "installed",
        lambda name="detente": {
            "spacy": "3.8.2",
            "pydantic": "2.7",
            "trafilatura": "2.0",
            "feedparser": "6.0",
            "warcio": "1.7",
            "jinja2": "3.1",
        }.get(name, "3.8.0"),
    )
    monkeypatch.setattr(doctor, "_read_smoke", lambda *_: record)
    tables = [{"table": "states", "rows": 3, "source": "", "licence": ""}]
    monkeypatch.setattr("detente.resources.describe", lambda *_: tables)


@pytest.mark.usefixtures("well")
def test_a_sound_house_is_well(run: Run) -> None:
    """Status 0, each part named, and the sentence read."""
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert "All well." in result.stdout
    for part in ("Python", "spacy", "model", "tables", "reading"):
        assert part in result.stdout
    assert json.loads(run("doctor", "--format", "json").stdout)["ok"] is True


def test_a_model_that_is_not_installed_is_broken(run: Run) -> None:
    """The finding names the package to install."""
    result = run("doctor", "--model", "no_such_model", "--format", "json")
    assert result.exit_code == 1
    found = {entry["name"]: entry for entry in json.loads(result.stdout)["findings"]}
    assert found["model"]["mend"] == "pip install no-such-model"
    assert "reading" not in found


def test_another_version_of_the_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The expected version and the command stand in the finding."""
    monkeypatch.setattr(doctor, "installed", lambda *_: "3.7.1")
    found = doctor._model(doctor.DEFAULT_MODEL)
    assert not found.ok
    assert found.mend.endswith("==3.8.0")


@pytest.mark.usefixtures("well")
def test_a_sentence_that_can_not_be_read_is_broken(
    run: Run, monkeypatch: pytest.MonkeyPatch, record: Record
) -> None:
    """A smoke test that finds nobody, or fails, is status 1 with a reason."""
    monkeypatch.setattr(doctor, "_read_smoke", lambda *_: dataclasses.replace(record, actors=()))
    assert "BAD" in run("doctor").stdout

    def fail(settings: Settings) -> Record:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(doctor, "_read_smoke", fail)
    result = run("doctor")
    assert result.exit_code == 1
    assert "no such thing" in " ".join(result.stdout.split())


def test_the_tables_are_listed(run: Run) -> None:
    """Each table with its rows; the object has the lexicon's hash too."""
    assert "states" in run("resources", "list").stdout
    found = json.loads(run("resources", "list", "--format", "json").stdout)
    assert found["lexicon"].startswith("sha256:")
    assert {"table", "rows", "source", "licence"} <= set(found["tables"][0])


def test_a_sound_folder_of_tables_is_well(run: Run, tmp_path: Path) -> None:
    """Own rows are counted and the next command is suggested."""
    (tmp_path / "classes.toml").write_text('[troops]\nlemmas = ["legion"]\n')
    result = run("resources", "check", tmp_path)
    assert result.exit_code == 0, result.output
    assert f"--resources {tmp_path}" in result.stdout


def test_every_broken_table_is_reported_at_once(run: Run, tmp_path: Path) -> None:
    """Each faulty file has its line, with a near miss for a wrong name; status 1."""
    (tmp_path / "cues.csv").write_text("wrong,header\n1,2\n")
    (tmp_path / "furniture.toml").write_text("not toml at all")
    (tmp_path / "frame.csv").write_text("")
    result = run("resources", "check", tmp_path)
    assert result.exit_code == 1
    assert "cues.csv:1" in result.stderr
    assert "furniture.toml" in result.stderr
    assert "did you mean frames.csv?" in result.stderr


@pytest.mark.parametrize(("folder", "status"), [("", 1), ("nosuch", 2)])
def test_an_empty_or_missing_folder_is_no_set_of_tables(
    run: Run, tmp_path: Path, folder: str, status: int
) -> None:
    """A folder without tables is a failure, a missing one a wrong call."""
    assert run("resources", "check", tmp_path / folder).exit_code == status


def test_dictionaries_are_imported_and_pass_the_check(run: Run, tmp_path: Path) -> None:
    """Rows are counted by table, what could not be carried over is named with its line, and the result is sound."""
    source, mine = tmp_path / "actors.txt", tmp_path / "mine"
    source.write_text(
        "RURITANIA_ [RTN]\n+RURITANIAN_\nUNITED_KINGDOM_ [GBR]\n+BLIGHTY_\nTHIS LINE IS BROKEN [\n"
    )
    result = run("resources", "import", source, "-o", mine)
    assert result.exit_code == 0, result.output
    assert f"resources check {mine}" in "".join(result.stdout.split("\n"))
    assert "actors.txt:" in result.stderr
    assert run("resources", "check", mine).exit_code == 0
    found = json.loads(run("resources", "import", source, "-o", mine, "--format", "json").stdout)
    assert set(found) == {"written", "skipped"}


def test_many_skipped_lines_are_summed_up(run: Run, tmp_path: Path) -> None:
    """Ten lines are named one by one, the rest are counted; nothing carried over is a failure."""
    source = tmp_path / "verbs.txt"
    source.write_text("--- SAY [010] ---\n" * 30)
    result = run("resources", "import", source, "-o", tmp_path / "mine")
    assert result.exit_code == 1
    assert result.stderr.count("skipped:") == 10
    assert "lists them" in result.stderr


def test_a_missing_dictionary_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    """Nothing is imported from a path that is not there."""
    assert run("resources", "import", tmp_path / "nosuch.txt", "-o", tmp_path).exit_code == 2
