"""``detente explain``: every row opens to its words, its rule and its neighbours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.cli.reasons import reasons_for
from detente.cli.view import View, references, spans
from detente.errors import UsageError
from detente.records import Record
from detente.records.encode import as_json

from .conftest import Run
from .sample import TEXT, sample


@pytest.fixture
def kept(tmp_path: Path, record: Record) -> Path:
    """The hand-made record as a file."""
    path = tmp_path / "record.json"
    path.write_text(as_json(record), encoding="utf-8")
    return path


@pytest.mark.parametrize("row", View(sample()).rows)
def test_every_row_is_explained(record: Record, row: str) -> None:
    """Each row of each layer says what it claims, quotes its words in their sentence, and names a rule or a reason."""
    found = reasons_for(View(record), row)
    assert row in found.says
    assert found.quotes
    assert {name for name, _ in found.facts} & {"rule", "because"}
    for quote in found.quotes:
        assert TEXT[quote.start : quote.end] == quote.text
        assert quote.before + quote.text + quote.after in TEXT


def test_a_commitment_names_condition_certainty_source_and_events(run: Run, kept: Path) -> None:
    """A threat's reasons are its act, its condition with connective, its certainty, who says so, and the coded events."""
    text = run("explain", "--record", kept, "--row", "c1").stdout
    for words in (
        "threat by Turkey to Cyprus",
        "»strike",
        "by the connective “if”",
        "explicit",
        "said by Turkey",
        "e2",
        "e3",
        "s1",
        "threaten/to",
    ):
        assert words in text, words


def test_the_marked_words_stand_in_their_sentence(record: Record) -> None:
    """The sentence is the one that holds the words, neither more nor less."""
    quote = reasons_for(View(record), "c3").quotes[0]
    assert quote.before == "He offered to "
    assert quote.after == " if Turkey agreed to demilitarise the island."


def test_rows_that_cite_a_row_are_listed(run: Run, kept: Path) -> None:
    """A statement shows the commitments and events that rest on it."""
    text = run("explain", "--record", kept, "--row", "s1").stdout
    cited = text[text.index("CITED BY") :]
    assert all(row in cited for row in ("c1", "e2", "e3"))


def test_json_holds_the_same_reasons(run: Run, kept: Path) -> None:
    """``--format json`` is one object with the quotes, their offsets and the neighbours."""
    found = json.loads(run("explain", "--record", kept, "--row", "e7", "--format", "json").stdout)
    assert found["layer"] == "event"
    assert found["quotes"][0]["text"] == "met"
    assert "Washington sent its envoy" in found["quotes"][0]["sentence"]
    assert {entry["row"] for entry in found["points_to"]} >= {"p1", "t3"}


def test_without_a_row_all_are_listed(run: Run, kept: Path, record: Record) -> None:
    """The list has every row once, by layer."""
    text = run("explain", "--record", kept).stdout
    assert all(row in text.split() for row in View(record).rows)
    listed = json.loads(run("explain", "--record", kept, "-f", "json").stdout)
    assert [entry["row"] for entry in listed] == list(View(record).rows)


def test_an_unknown_row_suggests_the_nearest(run: Run, kept: Path) -> None:
    """A slip is answered with the near miss and the rows that there are."""
    result = run("explain", "--record", kept, "--row", "c11")
    assert result.exit_code == 2
    assert "did you mean" in result.stderr
    assert "c1–c7" in result.stderr


@pytest.mark.parametrize("asked", ["C1", "cyp", "glafcos clerides"])
def test_case_and_names_are_forgiven(record: Record, asked: str) -> None:
    """A row is found in any case, an actor also by name."""
    assert reasons_for(View(record), asked).row


def test_a_report_is_read_and_explained(run: Run, report: Path) -> None:
    """``explain REPORT`` reads the report as ``read`` does."""
    result = run("explain", report, "--row", "c5", "--published", "1997-01-10")
    assert result.exit_code == 0, result.output
    assert "1 May 1997" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["report.txt", "--record", "record.json"]])
def test_a_report_or_a_record_and_not_both(run: Run, arguments: list[str]) -> None:
    """The call must name what to explain, once."""
    assert run("explain", *arguments).exit_code == 2


def test_several_reports_are_refused(run: Run, lines: Path) -> None:
    """Rows are named within one report."""
    result = run("explain", lines, "--row", "c1")
    assert result.exit_code == 2
    assert "--record" in result.stderr


def test_an_unreadable_report_is_named(run: Run, tmp_path: Path) -> None:
    """A missing report is a failure, not a wrong call."""
    assert run("explain", tmp_path / "nosuch.txt").exit_code == 1


def test_a_file_that_is_no_record_is_named(run: Run, report: Path) -> None:
    """``--record`` with something else says that it is no record, and of which file."""
    result = run("explain", "--record", report)
    assert result.exit_code == 1
    assert "cyprus.txt: not a record" in result.stderr


def test_a_record_whose_words_have_moved_is_refused(run: Run, tmp_path: Path, record: Record) -> None:
    """A record edited by hand so that a row cites other words is not explained."""
    path = tmp_path / "edited.json"
    path.write_text(
        as_json(record).replace('"text":"NICOSIA', '"text":"x').replace("NICOSIA, January", "x"),
        encoding="utf-8",
    )
    result = run("explain", "--record", path, "--row", "c1")
    assert result.exit_code == 1
    assert "read the report again" in result.stderr


def test_an_empty_record_has_nothing_to_explain(run: Run, tmp_path: Path) -> None:
    """A report without findings says so, and an asked row does not exist."""
    path = tmp_path / "plain.txt"
    path.write_text("Iran protested on Monday.")
    assert "nothing was found" in run("explain", path).stdout
    assert "Rows: none" in run("explain", path, "--row", "c1").stderr


def test_the_sample_is_whole(record: Record) -> None:
    """Every span of the hand-made record slices to its words and every reference has its row."""
    view = View(record)
    for row in view.rows.values():
        assert all(TEXT[span.start : span.end] == span.text for span in spans(row)), row.id
        assert set(references(row)) <= set(view.rows), row.id


def test_a_row_that_does_not_exist_is_a_usage_error(record: Record) -> None:
    """The error can be caught by its class."""
    with pytest.raises(UsageError, match="no row 'zz'"):
        reasons_for(View(record), "zz")
