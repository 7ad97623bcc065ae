"""Annotated cases are read whole, and what is wrong with one is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import RecordError
from detente.scoring import read_case, read_cases

from .sample import GOLD, TEXT, write_case


def test_a_case_has_its_text_its_day_and_an_item_for_each_mark(tmp_path: Path) -> None:
    """Items come in the order of the layers; bans stand apart."""
    case = read_case(write_case(tmp_path))
    assert (case.name, case.text, case.published) == ("nets", TEXT, "2021-03-02")
    assert [item.layer for item in case.items] == [
        "furniture", "actors", "places", "dates", "statements", "events", "commitments",
    ]  # fmt: skip
    assert [item.hard for item in case.items] == [False, False, False, False, False, True, False]
    assert len(case.bans) == 1


def test_only_the_fields_that_gold_gives_are_wanted(tmp_path: Path) -> None:
    """A field left out is not asked for; one given as null is."""
    gold = GOLD | {"commitments": [{"kind": ["threat"], "act": "recall its envoy", "condition": None}]}
    item = read_case(write_case(tmp_path, gold)).items[-1]
    assert item.wanted == {"kind": ["threat"], "condition": None}


def test_cases_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """A folder without gold is no case."""
    for name in ("b", "a"):
        write_case(tmp_path, name=name)
    (tmp_path / "c").mkdir()
    assert [case.name for case in read_cases(tmp_path)] == ["a", "b"]


def test_a_quote_that_is_not_there_or_there_twice_is_named(tmp_path: Path) -> None:
    """Both are said in one error, with the file."""
    gold = GOLD | {"furniture": ["Share that"], "dates": [{"text": "a", "value": "2021"}]}
    with pytest.raises(RecordError) as caught:
        read_case(write_case(tmp_path, gold))
    assert "'Share that' stands 0 times" in str(caught.value)
    assert "'a' stands" in str(caught.value)
    assert "gold.json" in str(caught.value)


def test_an_unknown_field_is_named_with_its_place(tmp_path: Path) -> None:
    """A misspelt field would otherwise never be scored."""
    gold = GOLD | {"events": [{"event": ["REJECT"], "anchor": "Reykjavik", "factualty": ["occurred"]}]}
    with pytest.raises(RecordError, match=r"events\.0\.factualty"):
        read_case(write_case(tmp_path, gold))


def test_a_missing_report_is_named(tmp_path: Path) -> None:
    """The message has the path of the file."""
    case = write_case(tmp_path)
    (case / "report.txt").unlink()
    with pytest.raises(RecordError, match=r"report\.txt"):
        read_case(case)
