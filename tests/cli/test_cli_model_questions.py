"""``detente model explain, whatif, sensitivity, plot``: what a user sees, and what wrong calls say."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli import app

MODEL = """
title = "The fishery"
decision_makers = ["North", "South"]
status_quo = "NN"

[[options]]
name = "Send trawlers"
owner = "North"

[[options]]
name = "Cut nets"
owner = "South"

[preferences.North]
ranking = ["YN", "NN", "NY", "YY"]

[preferences.South]
statements = ["NOT Send trawlers", "Cut nets IFF Send trawlers"]
"""
run = CliRunner().invoke


@pytest.fixture
def model(tmp_path: Path) -> str:
    """A small model file."""
    path = tmp_path / "fishery.toml"
    path.write_text(MODEL, encoding="utf-8")
    return str(path)


def test_explain_tells_of_equilibria_and_the_status_quo(model: str) -> None:
    """Each state has a heading with what is done, and a sentence for each decision maker."""
    result = run(app, ["model", "explain", model])
    assert result.exit_code == 0, result.output
    assert "The fishery: sequential stability" in result.output
    assert "State 1 NN, the status quo (nothing is done) — an equilibrium" in result.output
    said = " ".join(result.output.split())
    assert "North could do better by taking up ‘Send trawlers’ (to YN), but then South would take up ‘Cut nets’ (to YY)" in said


def test_explain_takes_states_by_letters_or_number_and_one_decision_maker(model: str) -> None:
    """Both ways name the same state."""
    by_letters = run(app, ["model", "explain", model, "-s", "yn", "-d", "south"])
    by_number = run(app, ["model", "explain", model, "-s", "2", "-d", "South"])
    assert by_letters.exit_code == 0
    assert by_letters.output == by_number.output
    assert "South: not stable" in by_letters.output
    assert "North:" not in by_letters.output


def test_explain_as_json_and_csv_holds_the_witness(model: str) -> None:
    """A row an improvement, the answer step by step."""
    rows = json.loads(run(app, ["model", "explain", model, "-s", "NN", "--format", "json"]).output)
    assert rows[0]["answer"] == [{"mover": "South", "from": "YN", "to": "YY"}]
    table = list(csv.DictReader(io.StringIO(run(app, ["model", "explain", model, "-s", "NN", "--format", "csv"]).output)))
    assert json.loads(table[0]["answer"]) == rows[0]["answer"]


def test_explain_takes_every_concept_that_solve_knows(model: str) -> None:
    """Concepts that look ahead, with their titles; a state that nobody asked for is an equilibrium of the concept."""
    for concept, title in (
        ("limited-2", "limited-move stability, horizon 2"),
        ("non-myopic", "non-myopic stability"),
        ("stackelberg-North", "Stackelberg stability, North leading"),
        ("simultaneous", "simultaneous stability"),
    ):
        result = run(app, ["model", "explain", model, "-c", concept, "-s", "NN"])
        assert result.exit_code == 0, result.output
        assert f"The fishery: {title}" in result.output
        assert "State 1 NN" in result.output


def test_explain_says_why_a_coalition_would_leave(model: str) -> None:
    """Names with a comma between them; a coalition's verdict says nothing of equilibria."""
    result = run(app, ["model", "explain", model, "-c", "nash", "-s", "YY", "--coalition", "north, south"])
    assert result.exit_code == 0, result.output
    assert "North and South: not stable. North and South together could do better by" in result.output
    assert "equilibrium" not in result.output
    assert "no decision maker 'West'" in run(app, ["model", "explain", model, "--coalition", "North,West"]).stderr


def test_explain_tells_what_is_not_known(model: str, tmp_path: Path) -> None:
    """With a preference partly unknown, 'seq' is explained in way a, and every way can be asked for."""
    open_ = tmp_path / "open.toml"
    text = Path(model).read_text(encoding="utf-8")
    open_.write_text(text.replace('ranking = ["YN", "NN", "NY", "YY"]', 'known = [["YN", "NY"], ["NN", "YY"]]'), encoding="utf-8")
    result = run(app, ["model", "explain", str(open_), "-s", "NN"])
    assert result.exit_code == 0, result.output
    assert "sequential stability, way a" in result.output
    assert "it is not known which of the two it prefers" in " ".join(result.output.split())
    assert "sequential stability, way d" in run(app, ["model", "explain", str(open_), "-c", "seq-d"]).output


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["explain", "-s", "9"], "'9' is no state: write 2 letters Y or N, or a number from 1 to 4"),
        (["explain", "-d", "West"], "no decision maker 'West': there are North, South"),
        (["explain", "-c", "best"], "no stability concept 'best'"),
        (["whatif"], "nothing to change"),
        (["whatif", "--swap", "North"], "write NAME:NUMBER"),
        (["whatif", "--swap", "North:9"], "there are no preferences 9 and 10 to swap: there are 4"),
        (["whatif", "--prefer", "South"], "write NAME:STATEMENT"),
        (["whatif", "--direction", "Cut nets=up"], "write OPTION=both"),
        (["whatif", "--forbid", "Cut net"], "there is no option 'Cut net': did you mean 'Cut nets'?"),
    ],
)  # fmt: skip
def test_a_wrong_call_says_what_is_wrong_and_what_to_do(model: str, args: list[str], says: str) -> None:
    """Exit status 2, one line on stderr."""
    result = run(app, ["model", args[0], model, *args[1:]])
    assert result.exit_code == 2
    assert says in result.stderr


def test_whatif_names_the_change_and_what_moves(model: str) -> None:
    """Irreversible nets make the threat no better and no worse for Nash; forbidding both moves states."""
    result = run(app, ["model", "whatif", model, "--forbid", "Send trawlers AND Cut nets"])
    assert "If Send trawlers AND Cut nets were infeasible:" in result.output
    assert "gained" in result.output


def test_whatif_takes_several_changes_at_once(model: str) -> None:
    """They are told in one sentence and applied one after the other."""
    args = ["model", "whatif", model, "--swap", "South:1", "--direction", "1=fwd", "--format", "json"]
    rows = json.loads(run(app, args).output)
    assert [row["concept"] for row in rows] == ["nash", "gmr", "smr", "seq", "sseq"]
    words = run(app, args[:-2]).output
    assert "If South cared more for Cut nets IFF Send trawlers than for NOT Send trawlers and if option 1 could never" in " ".join(words.split())


def test_sensitivity_names_what_breaks_an_equilibrium(model: str) -> None:
    """A row a state with its shares, and the swaps that end it."""
    result = run(app, ["model", "sensitivity", model, "-c", "seq", "--draws", "20"])
    assert result.exit_code == 0
    assert "4 swaps of neighbouring preferences; 20 games drawn" in result.output
    assert "ends if" in result.output
    assert result.output == run(app, ["model", "sensitivity", model, "-c", "seq", "--draws", "20"]).output


def test_plot_writes_svg_and_png(model: str, tmp_path: Path) -> None:
    """The suffix decides."""
    pytest.importorskip("vl_convert")
    for name, start in (("g.svg", b"<svg"), ("g.png", b"\x89PNG")):
        assert run(app, ["model", "plot", model, "-o", str(tmp_path / name)]).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)


def test_sensitivity_leaves_out_what_is_not_certain_and_cites_it(model: str, tmp_path: Path) -> None:
    """Statements with a certainty: a column more, and the statement that ends an equilibrium with its rows; rare states are counted."""
    sure = tmp_path / "sure.toml"
    text = Path(model).read_text(encoding="utf-8")
    row = 'statements = [{ statement = "NOT Send trawlers", certainty = 0.8, firmness = 6, cites = ["c1"] }, "Cut nets IFF Send trawlers"]'
    sure.write_text(re.sub(r"statements = \[.*\]", row, text), encoding="utf-8")
    result = run(app, ["model", "sensitivity", str(sure), "-c", "seq", "--draws", "30"])
    assert result.exit_code == 0, result.output
    said = " ".join(result.output.split())
    assert "30 games drawn by certainty and firmness of the statements (seed 1). 1 statement that is not quite certain" in said
    assert "left out" in said
    rows = json.loads(run(app, ["model", "sensitivity", str(sure), "-c", "nash", "--format", "json"]).output)
    assert all(0 <= each["left_out"] <= 1 for each in rows)
    assert json.loads(run(app, ["model", "sensitivity", model, "-c", "nash", "--format", "json"]).output)[0]["left_out"] is None
