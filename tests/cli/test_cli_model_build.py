"""``detente model build | check`` over records: the draft, usual costs, what has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import detente
from detente.cli import app
from detente.conflict import read_game
from detente.records.encode import as_json

run = CliRunner().invoke
TEXT = (
    "Norway demanded that Iceland withdraw its trawlers. Norway will close its ports unless Iceland withdraws its trawlers. "
    "Iceland refused to withdraw its trawlers."
)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One short report, read."""
    path = tmp_path_factory.mktemp("records") / "one.jsonl"
    path.write_text(as_json(detente.read(TEXT, published="1976-01-20")) + "\n", encoding="utf-8")
    return path


def built(records: Path, out: Path, *more: str) -> str:
    """The model file that is built of the records."""
    result = run(app, ["model", "build", "--records", str(records), "-o", str(out), *more])
    assert result.exit_code == 0, result.output
    return out.read_text(encoding="utf-8")


def test_a_draft_reads_as_a_model_and_cites_each_line(records: Path, tmp_path: Path) -> None:
    """Decision makers, options, statements with certainty and firmness; nothing assumed."""
    text = built(records, tmp_path / "draft.toml")
    game = read_game(tmp_path / "draft.toml")
    assert {one.name for one in game.decision_makers} == {"Norway", "Iceland"}
    statements = [s for p in game.preferences for s in p.statements]  # type: ignore[union-attr]
    assert statements
    assert all(s.cites and s.certainty is not None and s.firmness is not None for s in statements)
    assert "assumed" not in text


def test_usual_costs_are_marked_as_assumed(records: Path, tmp_path: Path) -> None:
    """Only where asked for; each such line says that it is not from the news, and cites nothing."""
    text = built(records, tmp_path / "draft.toml", "--usual-costs")
    game = read_game(tmp_path / "draft.toml")
    assumed = [s for p in game.preferences for s in p.statements if not s.cites]  # type: ignore[union-attr]
    assert assumed
    assert text.count("# assumed, not from the news (usual costs): ") == len(assumed)
    assert all(s.label.endswith("(assumed)") for s in assumed)


def test_check_finds_nothing_new_in_the_same_records(records: Path, tmp_path: Path) -> None:
    """The model says what the news says."""
    built(records, tmp_path / "draft.toml", "--usual-costs")
    result = run(app, ["model", "check", str(tmp_path / "draft.toml"), "--records", str(records)])
    assert "nothing new, nothing changed" in result.output


def test_records_and_a_ledger_are_not_mixed(records: Path) -> None:
    """One or the other."""
    result = run(app, ["model", "build", "--records", str(records), "--dossier", "cod"])
    assert result.exit_code == 2
    assert "either --records or a ledger" in result.stderr
