"""``detente read``: formats, files, errors and exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.records import Record
from detente.records.encode import as_json, from_json

from .conftest import FakeReader, Run


def test_json_is_one_indented_record(run: Run, report: Path) -> None:
    """``--format json`` prints the object of the contract, indented, and nothing else."""
    result = run("read", report, "--format", "json", "--published", "1997-01-10")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith('{\n  "schema"')
    assert from_json(result.stdout).report.published == "1997-01-10"


def test_json_refuses_several_reports_and_names_jsonl(run: Run, lines: Path) -> None:
    """One object can't hold several records, so the call is wrong and the way out is named."""
    result = run("read", lines, "--format", "json")
    assert result.exit_code == 2
    assert "--format jsonl" in result.stderr
    assert FakeReader.loaded == 0


def test_html_refuses_several_reports(run: Run, lines: Path) -> None:
    """A page shows one report."""
    assert run("read", lines, "--format", "html").exit_code == 2


def test_jsonl_keeps_the_order_and_goes_on_after_a_bad_line(run: Run, lines: Path) -> None:
    """A broken line is one line on stderr and status 1; the others are read, in order."""
    result = run("read", lines, "--format", "jsonl")
    assert result.exit_code == 1
    assert [from_json(line).report.key for line in result.stdout.splitlines()] == ["one", "three"]
    assert "detente: " in result.stderr
    assert "2 read" in result.stderr
    assert "1 not" in result.stderr


def test_errors_are_kept_as_json_lines(run: Run, lines: Path, tmp_path: Path) -> None:
    """``--errors`` gets an object for each report that could not be read."""
    unread = tmp_path / "unread.jsonl"
    run("read", lines, "--format", "jsonl", "--errors", unread)
    kept = [json.loads(line) for line in unread.read_text().splitlines()]
    assert [set(entry) for entry in kept] == [{"where", "code", "message"}]
    assert "2" in kept[0]["where"]


def test_errors_file_is_empty_when_all_was_read(run: Run, report: Path, tmp_path: Path) -> None:
    """A program that looks for the error report always finds it."""
    unread = tmp_path / "unread.jsonl"
    assert run("read", report, "--errors", unread).exit_code == 0
    assert unread.read_text() == ""


def test_strict_stops_at_the_first_bad_report(run: Run, lines: Path) -> None:
    """``--strict`` reads no further."""
    result = run("read", lines, "--format", "jsonl", "--strict")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1


def test_quiet_keeps_errors_and_drops_the_rest(run: Run, lines: Path) -> None:
    """``--quiet`` silences the summary, not what went wrong."""
    result = run("read", lines, "--format", "jsonl", "--quiet")
    assert "2 read" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_file_is_named_and_loads_no_parser(run: Run, tmp_path: Path) -> None:
    """A wrong path fails at once, with the path in the message."""
    result = run("read", tmp_path / "nosuch.txt")
    assert result.exit_code == 1
    assert "nosuch.txt" in result.stderr
    assert FakeReader.loaded == 0


def test_stdin_is_a_dash(run: Run) -> None:
    """``-`` reads the report from stdin."""
    result = run("read", "-", "--format", "json", stdin="Iran protested on Monday.\n")
    assert result.exit_code == 0, result.output
    assert from_json(result.stdout).report.text.startswith("Iran protested")


def test_text_is_the_default_and_ends_with_a_hint(run: Run, report: Path) -> None:
    """Without ``--format`` a page for a person appears, which says what to ask next."""
    result = run("read", report)
    assert "DEMANDED, OFFERED, THREATENED" in result.stdout
    assert result.stdout.rstrip().splitlines()[-1].endswith("--row c1")
    assert "\x1b" not in result.stdout


def test_output_goes_to_a_file_and_leaves_no_draft(run: Run, report: Path, tmp_path: Path) -> None:
    """``-o`` writes the file whole; stdout stays empty and no temporary file is left."""
    target = tmp_path / "out" / "record.json"
    target.parent.mkdir()
    result = run("read", report, "--format", "json", "-o", target)
    assert result.stdout == ""
    assert from_json(target.read_text(encoding="utf-8"))
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(("words", "status"), [("interrupt me", 130), ("break me", 1)])
def test_an_unfinished_output_leaves_the_old_file_alone(
    run: Run, tmp_path: Path, words: str, status: int
) -> None:
    """Whatever stops the work, a file that was there before is not damaged."""
    bad, target = tmp_path / "bad.txt", tmp_path / "record.json"
    bad.write_text(f"Please {words} now, the envoy said.")
    target.write_text("old")
    result = run("read", bad, "-o", target)
    assert result.exit_code == status
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt", "record.json"]


def test_a_folder_that_is_not_there_is_named(run: Run, report: Path, tmp_path: Path) -> None:
    """An output in a missing folder is a wrong call."""
    result = run("read", report, "-o", tmp_path / "no" / "record.json")
    assert result.exit_code == 2
    assert "make it first" in result.stderr


def test_an_output_that_is_a_folder_is_refused(run: Run, report: Path, tmp_path: Path) -> None:
    """A folder can't be written as a file."""
    assert run("read", report, "-o", tmp_path).exit_code == 2


@pytest.mark.parametrize(
    ("option", "value", "names"),
    [
        ("--published", "14.x", "YYYY-MM-DD"),
        ("--language", "de", "English"),
        ("--input-format", "pdf", "html"),
        ("--format", "yaml", "jsonl"),
        ("--resources", "no-such-folder", "no-such-folder"),
    ],
)
def test_a_wrong_option_is_a_usage_error(run: Run, report: Path, option: str, value: str, names: str) -> None:
    """Status 2, and the message says what would be right."""
    result = run("read", report, option, value)
    assert result.exit_code == 2
    assert names in result.stderr


def test_records_and_errors_do_not_share_a_file(run: Run, report: Path, tmp_path: Path) -> None:
    """One file for both would lose one of them."""
    assert run("read", report, "-o", tmp_path / "x", "--errors", tmp_path / "x").exit_code == 2


def test_the_permissions_of_an_output_are_kept(run: Run, report: Path, tmp_path: Path) -> None:
    """A file that only its owner may read stays so; a link's target is written, not the link."""
    target, link = tmp_path / "record.txt", tmp_path / "link.txt"
    target.touch(mode=0o600)
    link.symlink_to(target)
    assert run("read", report, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert "WHO" in target.read_text(encoding="utf-8")


def test_a_device_is_written_to_directly(run: Run, report: Path) -> None:
    """A target that is no regular file is not replaced."""
    assert run("read", report, "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_a_traceback_appears_with_debug_only(run: Run, tmp_path: Path) -> None:
    """A fault is one sentence, unless ``--debug`` asks for more."""
    bad = tmp_path / "bad.txt"
    bad.write_text("Please break me now, the envoy said.")
    assert "Traceback" not in run("read", bad).stderr
    assert "Traceback" in run("read", bad, "--debug").stderr


def test_several_reports_as_text_have_no_hint(run: Run, report: Path, tmp_path: Path) -> None:
    """In a batch the hint would name a row of one report only, so it is left out."""
    other = tmp_path / "other.txt"
    other.write_text("Iran protested on Monday.")
    result = run("read", report, other)
    assert result.exit_code == 0, result.output
    assert "detente explain" not in result.stdout
    assert result.stdout.count("WHO\n") == 2


def test_the_same_input_gives_the_same_bytes(run: Run, report: Path, record: Record) -> None:
    """Reading twice prints the same, and a record survives JSON unchanged."""
    first, second = (run("read", report, "--format", "json").stdout for _ in range(2))
    assert first == second
    assert from_json(as_json(record)) == record
