"""Passages of texts kept elsewhere: offsets become quotes, and another text is refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from detente.errors import RecordError
from detente.scoring import read_passages

TEXT = "Mr President. Norway calls on Iceland to recall its trawlers. The fish are few. Thank you."
TEXTS = {"speech-1": {"text": TEXT, "title": "NOR statement"}}
START, END = TEXT.index("Norway"), TEXT.index(" Thank")


def at(quote: str) -> list[int]:
    """Where a quote stands in the whole text."""
    first = TEXT.index(quote)
    return [first, first + len(quote)]


def passage(**changes: Any) -> dict[str, Any]:
    """A passage of the text with an event, a commitment and a ban."""
    return {
        "text": "speech-1", "start": START, "end": END, "sha256": hashlib.sha256(TEXT[START:END].encode()).hexdigest(),
        "published": "2021-09", "language": "en",
        "actors": [{"name": at("Norway"), "is": ["NOR"]}],
        "events": [{"event": ["REQUEST"], "actors": ["NOR"], "anchor": at("Norway calls on Iceland"), "factuality": ["occurred"]}],
        "commitments": [{"kind": ["demand"], "holder": ["NOR"], "act": at("recall its trawlers"), "condition": None}],
        "must_not": [{"layer": "events", "event": ["RETREAT"], "anchor": at("recall its trawlers"), "why": "asked for"}],
    } | changes  # fmt: skip


def write(folder: Path, row: dict[str, Any], name: str = "nor2021") -> Path:
    """The folder, with the passage in it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(row), encoding="utf-8")
    return folder


def test_offsets_become_the_quotes_of_a_case(tmp_path: Path) -> None:
    """The text of the case is the passage alone."""
    (case,) = read_passages(write(tmp_path, passage()), TEXTS)
    assert case.name == "nor2021"
    assert case.text == TEXT[START:END]
    assert case.title == "NOR statement"
    assert [item.quote for item in case.items] == ["Norway", "Norway calls on Iceland", "recall its trawlers"]
    assert case.bans[0].quote == "recall its trawlers"


def test_an_explicit_null_stays_null(tmp_path: Path) -> None:
    """A commitment without a condition must have none in the record."""
    (case,) = read_passages(write(tmp_path, passage()), TEXTS)
    assert case.items[-1].wanted["condition"] is None


def test_passages_whose_text_is_absent_are_left_out(tmp_path: Path) -> None:
    """Who has no such text still scores the others."""
    write(tmp_path, passage(text="speech-2"), "other")
    assert [case.name for case in read_passages(write(tmp_path, passage()), TEXTS)] == ["nor2021"]


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    """The hash says that these are not the characters that were annotated."""
    with pytest.raises(RecordError, match=r"characters \d+ to \d+ of 'speech-1' are not what was annotated"):
        read_passages(write(tmp_path, passage()), {"speech-1": {"text": TEXT.replace("few", "far")}})


def test_a_span_outside_the_passage_is_refused(tmp_path: Path) -> None:
    """With the span and the file."""
    row = passage(dates=[{"text": at("Thank you"), "value": "2021"}])
    with pytest.raises(RecordError, match=r"lies outside the passage.*") as caught:
        read_passages(write(tmp_path, row), TEXTS)
    assert "nor2021.json" in str(caught.value)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    """Not a trace of the parser."""
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    with pytest.raises(RecordError, match="not JSON"):
        read_passages(tmp_path, {})


def test_unknown_fields_are_named(tmp_path: Path) -> None:
    """As in cases."""
    with pytest.raises(RecordError, match="colour"):
        read_passages(write(tmp_path, passage(colour="red")), TEXTS)
