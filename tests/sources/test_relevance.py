"""The relevance gate lets disputes through and passes over what has none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.records import Report
from detente.resources import lexicon
from detente.sources import Failure, InputOptions, report_from_text
from detente.sources.relevance import Gate, gated

ROOT = Path(__file__).resolve().parents[2]
GATE = Gate(lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "Russia threatened to deploy missiles to Cuba unless NATO withdraws its troops, the Kremlin said.",
        "Tokyo summoned the Chinese ambassador over patrols near the islands.",
        "The US and UK froze the assets of two ministers.",
        "Armenia accused Azerbaijan of shelling a border village.",
        "Khartoum expelled three UN diplomats.",
    ],
)
def test_a_dispute_in_one_sentence_passes(text: str) -> None:
    """A brief needs fewer words of disputes than a long report."""
    assert GATE.judge(text).passed


@pytest.mark.parametrize(
    "text",
    [
        "The recipe serves four. Chop the onions, fry them in butter, and add the stock.",
        "The company raised its forecast for the year after sales of phones in Europe rose by a tenth. " * 6,
        "The home side won by two goals to one after a penalty in the last minute at the stadium. " * 6,
        "It will be sunny in the south with showers in the north on Tuesday.",
        "x",
        "Germany and France share a long border and a love of cheese, wine and bicycle races in the summer. " * 6,
    ],
)
def test_what_has_no_dispute_is_passed_over(text: str) -> None:
    """States alone, or words alone, are not enough."""
    assert not GATE.judge(text).passed


def test_us_the_state_is_not_us_the_pronoun() -> None:
    """Two capitals are a name; two small letters are not."""
    said = "They told us that the {} envoy rejected the treaty."
    assert "1 states" in GATE.judge(said.format("US")).because
    assert "0 states" in GATE.judge(said.format("new")).because


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.txt")), ids=lambda p: p.stem)
def test_every_example_passes(path: Path) -> None:
    """The project's own reports."""
    assert GATE.judge(path.read_text(encoding="utf-8")).passed


@pytest.mark.parametrize("path", sorted((ROOT / "evals" / "cases").glob("*/*/report.txt")), ids=lambda p: p.parent.name)
def test_every_annotated_case_passes(path: Path) -> None:
    """Recall is what the gate is built for."""
    assert GATE.judge(path.read_text(encoding="utf-8")).passed


@pytest.mark.parametrize("path", sorted((ROOT / "evals" / "marked").glob("*/*.txt")), ids=lambda p: p.stem)
def test_every_marked_report_passes(path: Path) -> None:
    """Recall on reports of another kind: old newspapers, background, transcripts."""
    assert GATE.judge(path.read_text(encoding="utf-8")).passed


def test_what_is_passed_over_is_listed_in_its_place_and_says_why() -> None:
    """Failures go through untouched; nothing is dropped."""
    texts = ["Iran rejected the demand that it withdraw its troops from Iraq.", "Chop the onions and fry them in butter."]
    reports = [report_from_text(text, InputOptions(language="en"), key=f"r{n}") for n, text in enumerate(texts)]
    broken = Failure(where="x", code="empty", message="no text")
    first, second, third = gated([reports[0], broken, reports[1]], lexicon())
    assert isinstance(first, Report)
    assert second == broken
    assert isinstance(third, Failure)
    assert (third.where, third.code) == ("r1", "not-relevant")
    assert "names 0 states or bodies" in third.message


def test_most_pages_on_other_matters_are_passed_over(shared: Path) -> None:
    """Web pages of all kinds: at most a third pass, and some of those are on disputes."""
    rows = (shared / "data" / "furniture" / "lines_dev.jsonl").read_text(encoding="utf-8").splitlines()
    passed = [GATE.judge("\n".join(json.loads(row)["lines"])).passed for row in rows]
    assert sum(passed) <= len(passed) / 3
