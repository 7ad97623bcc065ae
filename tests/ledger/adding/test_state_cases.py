"""Each state by small dossiers of reports: what must change it, and what must not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente.ingest import add_records, finish
from detente.ledger.store import Ledger, open_ledger
from detente.pipeline import Reader
from detente.sources import InputOptions, report_from_text

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "states.toml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """All cases, a dossier each, by their names."""
    reader = Reader()
    with open_ledger(tmp_path_factory.mktemp("states") / "states.db", create=True) as opened:
        for case in CASES:
            given = [(text, InputOptions(published=day, outlet=f"Paper {day}", language="en")) for day, text in case["reports"]]
            list(add_records(opened.engine, case["name"], (reader.read(report_from_text(text, options)) for text, options in given)))
        finish(opened.engine, [case["name"] for case in CASES])
        yield opened


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["name"], marks=[pytest.mark.xfail(reason=case["errs"], strict=True)] if "errs" in case else [])
        for case in CASES
    ],
)
def test_a_state_changes_only_by_what_shows_it(ledger: Ledger, case: dict[str, Any]) -> None:
    """Party, act, time and factuality fit, and nothing is met by a promise to meet it."""
    rows = ledger.dossier(case["name"]).ledger(kind=case["kind"], limit=100)
    found = [row for row in rows if case["act"] in row.act]
    assert len(found) == 1, [row.act for row in rows]
    assert [change.state for change in found[0].states if change.state != "open"] == case["becomes"]
    assert all(change.why and (change.row or change.state == "lapsed") for change in found[0].states[1:])


def test_every_state_is_among_them() -> None:
    """None is left unshown."""
    shown = {state for case in CASES for state in case["becomes"]}
    assert shown == {"partly met", "met", "refused", "triggered", "carried out", "lapsed", "withdrawn"}
