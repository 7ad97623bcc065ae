"""A record held against gold: found, right, and what must not be there."""

from __future__ import annotations

import dataclasses
import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from detente.records import Actor, Record, Span, Statement
from detente.records.encode import as_dict
from detente.scoring import Judged, judge, read_case

from .sample import GOLD, event, record, span, write_case

BERG = record().actors[0]


def judged(tmp_path: Path, changed: Record | None = None, **gold: Any) -> Judged:
    """The verdicts on the sample case."""
    return judge(read_case(write_case(tmp_path, GOLD | gold)), changed or record())


def verdict(found: Judged, layer: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the layer's one item was found, and what was wrong."""
    (one,) = [v for v in found.verdicts if v.item.layer == layer]
    return one.found, one.wrong


def test_a_record_with_everything_right_is_right(tmp_path: Path) -> None:
    """Each item is found, no field is wrong, no ban is broken."""
    found = judged(tmp_path)
    assert all(v.right for v in found.verdicts)
    assert found.broken == ()


def test_an_empty_record_finds_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    """Missing rows are not found; they are not wrong."""
    empty = Record(coder=record().coder, report=record().report)
    found = judged(tmp_path, empty)
    assert not any(v.found for v in found.verdicts)
    assert found.broken == ()


@pytest.mark.parametrize(
    ("layer", "changes", "says"),
    [
        ("statements", {"statements": (dataclasses.replace(record().statements[0], speaker="ISL/GOV"),)}, "speaker ISL/GOV"),
        ("statements", {"statements": (dataclasses.replace(record().statements[0], quotation="direct"),)}, "quotation direct"),
        ("events", {"events": (event("Reykjavik rejected", "rejected", "REJECT", ("NOR/GOV",)),)}, "actors ['NOR/GOV']"),
        ("events", {"events": (event("Reykjavik rejected", "rejected", "REJECT", ("ISL/GOV",), "negated"),)}, "factuality negated"),
        ("commitments", {"commitments": (dataclasses.replace(record().commitments[0], holder="ISL/GOV"),)}, "holder ['ISL/GOV']"),
        ("commitments", {"commitments": (dataclasses.replace(record().commitments[0], condition=None),)}, "no condition"),
        ("places", {"places": (dataclasses.replace(record().places[0], country="SWE"),)}, "country SWE"),
        ("dates", {"times": (dataclasses.replace(record().times[0], value="2021-03-08"),)}, "value 2021-03-08"),
        ("actors", {"actors": (dataclasses.replace(BERG, country="SWE", id="SWE/GOV/jan-berg"),)}, "is ["),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named(tmp_path: Path, layer: str, changes: dict[str, Any], says: str) -> None:
    """The item is found, and the verdict says which field disagrees and what stands there."""
    found, wrong = verdict(judged(tmp_path, record(**changes)), layer)
    assert found
    assert len(wrong) == 1
    assert wrong[0].startswith(says)


def test_another_type_at_the_same_words_is_no_find_but_is_told(tmp_path: Path) -> None:
    """An analyst sees what was coded instead."""
    changed = record(events=(event("Reykjavik rejected the demand", "rejected", "ACCUSE", ("ISL/GOV",)),))
    assert verdict(judged(tmp_path, changed), "events") == (False, ("event ACCUSE (rejected)",))


def test_a_condition_where_gold_says_there_is_none_is_wrong(tmp_path: Path) -> None:
    """Gold's explicit null is a claim."""
    gold = [{"kind": ["threat"], "act": "recall its envoy", "condition": None}]
    assert verdict(judged(tmp_path, commitments=gold), "commitments")[1] == ("condition 'if the nets were cut'",)


def test_half_of_the_quoted_words_are_enough_and_less_is_not(tmp_path: Path) -> None:
    """Spans need not agree to the character."""
    long = dataclasses.replace(record().statements[0], content=(Span(**span("would recall its envoy if the nets")),))
    short = dataclasses.replace(record().statements[0], content=(Span(**span("Oslo would")),))
    assert verdict(judged(tmp_path / "1", record(statements=(long,))), "statements")[0]
    assert not verdict(judged(tmp_path / "2", record(statements=(short,))), "statements")[0]


def test_the_best_of_several_rows_counts(tmp_path: Path) -> None:
    """A second, wrong row at the same words does no harm."""
    wrong = dataclasses.replace(record().statements[0], id="s2", speaker=None)
    assert verdict(judged(tmp_path, record(statements=(wrong, *record().statements))), "statements") == (True, ())


def test_what_must_not_be_there_is_broken_only_by_it(tmp_path: Path) -> None:
    """The same type with another factuality is allowed."""
    occurred = event("Oslo would recall its envoy", "recall", "SANCTION", ("NOR/GOV",))
    feared = dataclasses.replace(occurred, factuality="hypothetical")
    assert len(judged(tmp_path / "1", record(events=(occurred,))).broken) == 1
    assert judged(tmp_path / "2", record(events=(feared,))).broken == ()


@pytest.mark.parametrize(
    "ban",
    [
        {"layer": "places", "text": "Bergen", "country": "NOR", "why": "x"},
        {"layer": "statements", "content": "Oslo would recall its envoy if the nets were cut", "why": "x"},
    ],
)
def test_bans_of_places_and_statements_are_seen(tmp_path: Path, ban: dict[str, str]) -> None:
    """All three layers of bans work."""
    assert len(judged(tmp_path, must_not=[ban]).broken) == 1


def test_a_body_answers_to_igo_and_a_person_to_the_last_name(tmp_path: Path) -> None:
    """Gold refers to actors by the broadest name that is right."""
    body = Actor(id="NATO", name="NATO", kind="igo", because="name")
    said = Statement(id="s1", speaker="NATO", speaker_span=None, cue=None, content=record().statements[0].content, quotation="indirect")
    gold = [{"speaker": ["IGO"], "content": "Oslo would recall its envoy", "quotation": ["indirect"]}]
    assert verdict(judged(tmp_path, record(actors=(body,), statements=(said,)), statements=gold), "statements") == (True, ())


def test_the_scorer_beside_the_checkout_says_the_same(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the sample, right and changed, both scorers agree item by item."""
    monkeypatch.syspath_prepend(str(shared / "eval"))
    theirs = importlib.import_module("check_record")
    folder = write_case(tmp_path)
    for changed in (record(), record(events=()), record(commitments=()), record(statements=(), places=())):
        case = theirs.Case(folder, json.loads(json.dumps(as_dict(changed))))
        expected = [judgement(case, item) for layer, (_, judgement) in theirs.LAYERS.items() for item in GOLD.get(layer, [])]
        ours = judge(read_case(folder), changed).verdicts
        assert [(v.found, v.right) for v in ours] == [(found, found and not bad) for found, bad in expected]
