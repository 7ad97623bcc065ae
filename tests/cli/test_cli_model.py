"""``detente model solve | paths | inverse | coalitions | convert``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from detente.conflict import parse_game, read_game

from .conftest import Run

MODEL = """
title = "Border"
decision_makers = ["Aland", "Bland"]
status_quo = "YY"
[[options]]
name = "Disarm"
owner = "Aland"
[[options]]
name = "Inspect"
owner = "Bland"
[preferences.Aland]
ranking = ["NY", "YY", "NN", "YN"]
[preferences.Bland]
ranking = ["YN", "YY", "NN", "NY"]
"""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A dilemma of two countries, as a file."""
    path = tmp_path / "model.toml"
    path.write_text(MODEL, encoding="utf-8")
    return path


def test_a_solution_as_json_lists_states_stability_and_equilibria(run: Run, model: Path) -> None:
    """The five concepts, by decision maker, by code."""
    found = json.loads(run("model", "solve", model, "--format", "json").stdout)
    assert found["states"][1] == {"number": 2, "code": 1, "options": "YN"}
    assert list(found["equilibria"]) == list(found["stability"]) == ["nash", "gmr", "smr", "seq", "sseq"]
    assert found["equilibria"]["nash"] == [0]
    assert found["equilibria"]["seq"] == [0, 3]
    assert found["stability"]["nash"] == {"Aland": [0, 2], "Bland": [0, 1]}


def test_a_solution_as_csv_has_a_row_a_state(run: Run, model: Path) -> None:
    """Each concept has a column for equilibria and one a decision maker."""
    rows = list(csv.DictReader(io.StringIO(run("model", "solve", model, "-f", "csv", "-c", "nash").stdout)))
    assert [row["nash:equilibrium"] for row in rows] == ["1", "0", "0", "0"]
    assert [row["nash:Aland"] for row in rows] == ["1", "0", "1", "0"]


def test_a_solution_in_words_lists_options_and_equilibria(run: Run, model: Path, tmp_path: Path) -> None:
    """A page for a person, on stdout or in a file."""
    text = run("model", "solve", model).stdout
    assert "  1  Aland: Disarm" in text
    assert "2 of them an equilibrium" in text
    run("model", "solve", model, "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == text


def test_faults_are_a_line_each(run: Run, tmp_path: Path) -> None:
    """All faults of a file, each with its line, and exit status 1."""
    path = tmp_path / "bad.toml"
    path.write_text(MODEL.replace('owner = "Bland"', 'owner = "Blond"').replace('"Disarm"', "3"), encoding="utf-8")
    done = run("model", "solve", path)
    assert done.exit_code == 1
    assert [line.split(".toml: ")[1] for line in done.stderr.splitlines()] == [
        "line 6: 'name' must be a text that is not empty",
        "line 10: owner 'Blond' is no decision maker: did you mean 'Bland'?",
    ]


def test_an_unknown_concept_is_a_wrong_call(run: Run, model: Path) -> None:
    """The concepts there are stand in the message."""
    done = run("model", "solve", model, "-c", "sequential")
    assert done.exit_code == 2
    assert "limited-H" in done.stderr


def test_paths_lead_from_the_status_quo(run: Run, model: Path) -> None:
    """Movers and states in order; what can't be reached is said."""
    assert run("model", "paths", model, "-c", "nash").stdout == "NN  YY → Aland: NY → Bland: NN\n"
    found = json.loads(run("model", "paths", model, "--from", "NN", "--to", "4", "-f", "json").stdout)
    assert found == [{"code": 3, "options": "YY", "reached": False, "steps": []}]
    assert "can't be reached" in run("model", "paths", model, "--from", "NN", "--to", "4").stdout
    assert "YY  NN → Aland: YN → Bland: YY" in run("model", "paths", model, "--from", "NN", "--to", "4", "--any-moves").stdout


def test_paths_need_a_beginning(run: Run, tmp_path: Path) -> None:
    """Without a status quo one must be given."""
    path = tmp_path / "model.toml"
    path.write_text(MODEL.replace('status_quo = "YY"', ""), encoding="utf-8")
    assert "--from STATE" in run("model", "paths", path).stderr


def test_inverse_says_what_would_have_to_be_preferred(run: Run, model: Path) -> None:
    """By decision maker, with the distance."""
    text = run("model", "inverse", model, "--state", "YY", "-c", "nash").stdout
    assert "2 pairs of states" in text
    assert "Aland: YY would have to be worth as much as NY" in text
    rows = list(csv.DictReader(io.StringIO(run("model", "inverse", model, "-s", "NN", "-c", "nash", "-f", "csv").stdout)))
    assert [row["distance"] for row in rows] == ["0", "0"]


def test_coalitions_say_who_would_leave_together(run: Run, model: Path) -> None:
    """Both leave mutual defection together."""
    said = run("model", "coalitions", model).stdout
    assert said.startswith("NN  left by Aland and Bland\n    Aland and Bland together could do better by taking up ")
    assert "there are nash" in run("model", "coalitions", model, "-c", "limited-2").stderr


def test_what_needs_every_preference_says_so(run: Run, model: Path) -> None:
    """With a preference partly unknown each concept is solved four ways, and the rest is refused in words."""
    text = model.read_text(encoding="utf-8").replace('ranking = ["YN", "YY", "NN", "NY"]', 'known = [["YN", "YY"]]')
    model.write_text(text, encoding="utf-8")
    assert "nash-a  nash-b  nash-c  nash-d" in run("model", "solve", model, "-c", "nash").stdout
    for command in (("coalitions",), ("paths",), ("inverse", "--state", "YY")):
        done = run("model", command[0], model, *command[1:])
        assert done.exit_code == 1
        assert "partly unknown" in done.stderr


def test_convert_writes_what_reads_as_the_same_game(run: Run, model: Path, tmp_path: Path) -> None:
    """TOML out, whatever came in."""
    out = tmp_path / "again.toml"
    run("model", "convert", model, "-o", out)
    assert read_game(out) == parse_game(MODEL)
