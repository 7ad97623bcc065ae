"""``detente doctor --accuracy``: how good reading was on texts that no rule was written from."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .conftest import Run

CARD = Path(__file__).parents[2] / "docs" / "reference" / "accuracy.md"
LAYERS = {"actors right", "statements right", "events right", "commitments right", "kind+holder+condition F1"}


def test_the_summary_names_its_sets_and_every_layer(run: Run) -> None:
    """A heading a set, a line a measure, with bounds and the number of items."""
    out = run("doctor", "--accuracy").stdout
    assert re.search(r"(?m)^Reports \(set [0-9a-f]{12}\)$", out)
    for measure in LAYERS:
        assert re.search(rf"(?m)^  {re.escape(measure)} +\d\.\d\d  \d\.\d\d to \d\.\d\d +\d+ items$", out), measure
    assert "docs/reference/accuracy.md" in out


def test_the_summary_is_data_on_request(run: Run) -> None:
    """Shares lie between their bounds, and these between 0 and 1."""
    card = json.loads(run("doctor", "--accuracy", "--format", "json").stdout)
    rows = [row for each in card["sets"] for row in each["figures"]]
    assert {row["measure"] for row in rows} >= LAYERS
    for row in rows:
        assert 0 <= row.get("low", 0) <= row["value"] <= row.get("high", 1) <= 1
        assert row["items"] > 0


def test_the_summary_says_what_the_card_says(run: Run) -> None:
    """Both are written in one run: the card holds each figure of the summary under its set's hash."""
    card, text = json.loads(run("doctor", "--accuracy", "--format", "json").stdout), CARD.read_text(encoding="utf-8")
    for each in card["sets"]:
        for row in each["figures"]:
            line = rf"\| {re.escape(row['measure'])} \| {row['value']:.3f} \|.*\| {row['items']} \| `{each['set']}` \|"
            assert re.search(line, text), (each["on"], row)
