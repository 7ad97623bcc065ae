"""Bad input from end to end: what the person is told, the exit status, and that nothing else is lost."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente import pipeline
from detente.cli import app

GOOD = "Iran rejected the American demand on Monday. “We will not talk,” Foreign Minister Javad Zarif said."
OTHER = "Iraq agreed to hold talks with Kuwait, the Foreign Ministry in Baghdad said."
GERMAN = (
    "Der russische Außenminister Sergej Lawrow hat am Freitag in Moskau erklärt, dass sein Land keine weiteren "
    "Gespräche mit der NATO führen werde, solange die Sanktionen nicht aufgehoben würden. Die Bundesregierung wies "
    "die Forderung zurück und kündigte neue Maßnahmen an."
)
SCRIPT = "<script>alert('Russia invaded Ukraine.');</script>"
START = [sys.executable, "-c", "from detente.cli import main; main()"]
Run = Callable[..., Result]


@dataclass(frozen=True, slots=True)
class Bad:
    """A file that can't be read: its bytes, what the message must say, and the code of its failure."""

    name: str
    data: bytes
    says: tuple[str, ...]
    code: str
    where: str = ""  # what follows the file's name


UNREADABLE = (
    Bad("empty.txt", b"", ("empty", "nothing to read"), "empty"),
    Bad("empty.html", b"", ("empty", "nothing to read"), "empty"),
    Bad("empty.jsonl", b"", ("empty", "nothing to read"), "empty"),
    Bad("blank.txt", b" \r\n\t\n ", ("blank", "nothing to read"), "empty"),
    Bad("binary.txt", bytes(range(256)) * 40, ("binary file", "give the report's text"), "not-text"),
    Bad("scan.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), ("PNG image", "text recognition"), "not-text"),
    Bad("scan.pdf.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(99), ("PDF", "pdftotext"), "not-text"),
    Bad("huge.txt", b"x " * 25_000_000, ("over the limit of 20 MB", "split it"), "too-large"),
    Bad("scripts.html", b"<!DOCTYPE html><body>" + SCRIPT.encode() * 500, ("no article text",), "empty"),
    Bad("german.txt", GERMAN.encode(), ("looks like German (de)", "--language en"), "language"),
    Bad("german.jsonl", json.dumps({"text": GOOD, "language": "de"}).encode(), ("German (de)", "--language en"), "language", ":1"),
    Bad("broken.jsonl", b'{"id": "b", "text": \n', ("not JSON", "character"), "damaged", ":1"),
    Bad("array.jsonl", b'[{"text": "Iran left."}]\n', ("an object", "jq -c '.[]'"), "damaged", ":1"),
    Bad("titles.jsonl", b'{"id": "x", "title": "Iran leaves"}\n', ('no "text"', '"id", "title"'), "damaged", ":1"),
    Bad("number.jsonl", b'{"text": 7}\n', ('"text" must be a string', "a number"), "damaged", ":1"),
    Bad("blank.jsonl", b'{"text": "  "}\n', ("no text", "nothing to read"), "empty", ":1"),
    Bad("latin.jsonl", '{"text": "Né à Paris."}\n'.encode("latin-1"), ("not UTF-8", "iconv"), "damaged", ":1"),
    Bad("when.jsonl", b'{"text": "Iran left.", "published": "31 June"}\n', ("'31 June'", "YYYY-MM-DD"), "damaged", ":1"),
    Bad("cut.jsonl.gz", gzip.compress(bytes(range(256)) * 99, mtime=0)[:40], ("cut short", "again"), "damaged"),
    Bad("feed.xml", b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', ("feed",), "empty"),
)


@pytest.fixture
def run() -> Run:
    """Call the command line, parser and all, in this process."""
    runner = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"})

    def call(*args: object, stdin: bytes | None = None) -> Result:
        return runner.invoke(app, [str(arg) for arg in args], input=stdin)

    return call


def records(result: Result) -> list[dict]:
    """The records that were written as JSON lines."""
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def failures(path: Path) -> list[dict]:
    """The rows of an error report."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("bad", UNREADABLE, ids=lambda bad: bad.name)
def test_what_cannot_be_read_is_named_with_the_reason_and_what_to_do(bad: Bad, tmp_path: Path, run: Run) -> None:
    """Alone, such a file gives status 1, nothing on stdout, and one line that says where, what and what to do."""
    path = tmp_path / bad.name
    path.write_bytes(bad.data)
    result = run("read", path, "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith(f"detente: {path}{bad.where}: ")
    assert all(words in line for words in bad.says), line


@pytest.mark.parametrize("bad", UNREADABLE, ids=lambda bad: bad.name)
def test_a_batch_goes_on_past_what_cannot_be_read(bad: Bad, tmp_path: Path, run: Run) -> None:
    """Between two good reports, both records come out in order and the error report holds the one failure."""
    paths = [tmp_path / "a.txt", tmp_path / bad.name, tmp_path / "z.txt"]
    for path, data in zip(paths, (GOOD.encode(), bad.data, OTHER.encode()), strict=True):
        path.write_bytes(data)
    unread = tmp_path / "unread.errors"
    result = run("read", *paths, "--format", "jsonl", "--errors", unread)
    assert result.exit_code == 1
    assert [record["report"]["text"] for record in records(result)] == [GOOD, OTHER]
    (row,) = failures(unread)
    assert (row["where"], row["code"]) == (f"{paths[1]}{bad.where}", bad.code)
    assert all(words in row["message"] for words in bad.says)
    assert f"2 read, 1 not: see {unread}" in result.stderr


def test_all_that_cannot_be_read_at_once_is_listed_in_order(tmp_path: Path, run: Run) -> None:
    """A batch of nothing but bad files has a failure for each, and no record."""
    paths = [tmp_path / f"{number:02}-{bad.name}" for number, bad in enumerate(UNREADABLE)]
    for path, bad in zip(paths, UNREADABLE, strict=True):
        path.write_bytes(bad.data)
    unread = tmp_path / "unread.errors"
    result = run("read", *paths, "--format", "jsonl", "--errors", unread)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [row["code"] for row in failures(unread)] == [bad.code for bad in UNREADABLE]


def test_a_line_of_50_mb_fails_at_once(tmp_path: Path, run: Run) -> None:
    """One endless line costs a moment, not a parse, and the lines around it are read."""
    path = tmp_path / "lines.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for text in (GOOD, "x" * 50_000_000, OTHER):
            stream.write(json.dumps({"text": text}) + "\n")
    started = time.process_time()
    result = run("read", path, "--format", "jsonl")
    assert time.process_time() - started < 20
    assert [record["report"]["key"] for record in records(result)] == [f"{path}:1", f"{path}:3"]
    assert f"{path}:2: the report is over the limit of 20 MB" in result.stderr


def test_what_came_before_the_end_of_a_cut_archive_is_kept(tmp_path: Path, run: Run) -> None:
    """A truncated gzip file gives the whole lines that it holds, then a failure that says what to do."""
    lines = "".join(json.dumps({"id": str(n), "text": OTHER + f" Day {n}."}) + "\n" for n in range(40))
    path = tmp_path / "lines.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-60])
    result = run("read", path, "--format", "jsonl")
    assert result.exit_code == 1
    keys = [record["report"]["key"] for record in records(result)]
    assert keys == [str(n) for n in range(len(keys))]
    assert 10 < len(keys) < 40
    assert f"{path}: the gzip data are cut short; what came before is kept: fetch or copy the file again" in result.stderr


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path, run: Run) -> None:
    """The path is named, the batch goes on, the status is 1."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    result = run("read", tmp_path / "none.txt", tmp_path / "a.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(records(result)) == 1
    assert f"{tmp_path / 'none.txt'}: no such file; check the path" in result.stderr


def test_a_broken_line_among_many_loses_only_itself(tmp_path: Path, run: Run) -> None:
    """Of many lines with every kind of fault, each good one is read and each bad one named by its number."""
    bad = {3: "{", 5: "null", 7: '{"id": 3}', 11: '{"text": ""}', 13: json.dumps({"text": GERMAN})}
    path, unread = tmp_path / "lines.jsonl", tmp_path / "unread.errors"
    rows = [bad.get(n) or json.dumps({"id": f"r{n}", "text": GOOD}) for n in range(1, 16)]
    path.write_text("\n".join(rows), encoding="utf-8")
    result = run("read", path, "--format", "jsonl", "--errors", unread)
    assert result.exit_code == 1
    assert [record["report"]["key"] for record in records(result)] == [f"r{n}" for n in range(1, 16) if n not in bad]
    assert [row["where"] for row in failures(unread)] == [f"{path}:{n}" for n in bad]
    assert "10 read, 5 not" in result.stderr


def test_strict_stops_at_the_first_bad_report(tmp_path: Path, run: Run) -> None:
    """What was read before is written; what comes after is not."""
    path = tmp_path / "lines.jsonl"
    path.write_text(f'{json.dumps({"text": GOOD})}\n{{\n{json.dumps({"text": OTHER})}\n', encoding="utf-8")
    result = run("read", path, "--format", "jsonl", "--strict")
    assert result.exit_code == 1
    assert len(records(result)) == 1
    assert "--strict" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_wrong_encoding_is_seen_through(encoding: str, tmp_path: Path, run: Run) -> None:
    """Quotation marks come out right whatever the file was saved in."""
    (tmp_path / "report.txt").write_bytes(GOOD.encode(encoding))
    result = run("read", tmp_path / "report.txt", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    assert records(result)[0]["report"]["text"] == GOOD


def test_scripts_of_a_page_are_neither_read_nor_passed_on(tmp_path: Path, run: Run) -> None:
    """A page full of scripts yields its article; its own markup appears escaped in no output."""
    body = f"{SCRIPT * 300}<article><p onclick='steal()'>{GOOD}</p><p>{OTHER} &lt;script&gt;alert(1)&lt;/script&gt;</p></article>"
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head><title>Iran</title>{SCRIPT}</head><body>{body}</body></html>", encoding="utf-8")
    (record,) = records(run("read", path, "--format", "jsonl"))
    assert "Zarif" in record["report"]["text"]
    assert "invaded" not in json.dumps(record)
    assert not [event for event in record["events"] if event["event"] == "ASSAULT"]
    page = run("read", path, "--format", "html").stdout
    assert "<script>alert(1)" not in page
    assert "steal()" not in page


MARKS = {
    "opening": "“" * 10_000 + GOOD,
    "straight": '"' * 9_999 + " " + GOOD,
    "apart": "\n\n".join("“ Talks failed. ‘ " for _ in range(5_000)) + "\n\n" + GOOD,
    "closing": GOOD + " ”’»" * 3_334,
}


@pytest.mark.parametrize("kind", MARKS)
def test_ten_thousand_unpaired_quotation_marks_are_only_marks(kind: str, tmp_path: Path, run: Run) -> None:
    """The report is read, in bounded time, and every content still stands in the text."""
    path = tmp_path / "marks.txt"
    path.write_text(MARKS[kind], encoding="utf-8")
    started = time.process_time()
    result = run("read", path, "--format", "jsonl", "--language", "en")
    assert result.exit_code == 0, result.stderr
    assert time.process_time() - started < 60
    (record,) = records(result)
    text = record["report"]["text"]
    assert text == MARKS[kind]
    for statement in record["statements"]:
        assert all(text[span["start"] : span["end"]] == span["text"] for span in statement["content"])


STRANGE = {
    "nested": "“" + "‘He said “" * 200 + GOOD + "”’" * 200 + "”",
    "nested-once": "“He told me: ‘The minister said “never” to me,’” Zarif said on Monday.",
    "no-full-stops": "Russia warned Ukraine and Poland demanded talks while the United States offered aid " * 100,
    "emoji": "🚀 Iran 🇮🇷 warned 🔥 Israel on Monday 😡. “We will answer 💥,” Foreign Minister Javad Zarif 🧕🏽 said.",
    "right-to-left": "Iran warned Israel on Monday. \u200f\u0648\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0625\u0646 \u0625\u064a\u0631\u0627\u0646 \u0633\u062a\u0631\u062f\u200f \u202eevil\u202c Zarif said that it would answer.",
    "capitals": GOOD.upper(),
    "one-word": "War",
    "one-mark": "“",
    "digits": "1962 13 10 22 1 2 3.5 % 4 – 5 / 6",
    "controls": "Iran\x07 warned\x1b[31m Israel\x00 on Monday.\x0c It said so.\u2028Iraq agreed.\u2029",
    "one-letter-a-line": "\n".join(GOOD),
    "no-spaces": GOOD.replace(" ", ""),
    "no-break-spaces": GOOD.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_text_is_read_and_given_back_unchanged(kind: str, run: Run) -> None:
    """Neither nesting nor missing full stops, emoji, right-to-left or control characters harm any output."""
    line = json.dumps({"id": kind, "text": STRANGE[kind]}).encode()
    for form in ("jsonl", "text", "html"):
        result = run("read", "-", "--input-format", "jsonl", "--language", "en", "--format", form, stdin=line)
        assert result.exit_code == 0, result.stderr
        if form == "jsonl":
            assert records(result)[0]["report"]["text"] == STRANGE[kind]
        else:
            assert "\x1b" not in result.stdout
            assert "\x00" not in result.stdout
            assert "\u202e" not in result.stdout


def test_half_a_surrogate_pair_in_a_line_is_read(tmp_path: Path, run: Run) -> None:
    """JSON may hold such halves: the report is read, and the output is valid UTF-8."""
    path, out = tmp_path / "lines.jsonl", tmp_path / "out.jsonl"
    path.write_text('{"text": "Iran \\ud83d warned Israel on Monday. \\ude00 It said “\\udc00 no”."}\n', encoding="utf-8")
    result = run("read", path, "--format", "jsonl", "-o", out)
    assert result.exit_code == 0, result.stderr
    record = json.loads(out.read_bytes().decode("utf-8"))
    assert record["report"]["text"] == "Iran \ud83d warned Israel on Monday. \ude00 It said “\udc00 no”."


def test_a_fault_of_ours_in_one_report_is_a_failure_of_that_report(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stage that crashes on one text costs that record only, and the failure asks for a report of it."""
    real = pipeline.statements_of

    def crashing(document: object, *args: object, **named: object) -> object:
        if "Iraq" in document.text:
            raise ValueError("a rule went wrong")
        return real(document, *args, **named)

    monkeypatch.setattr(pipeline, "statements_of", crashing)
    path, unread = tmp_path / "lines.jsonl", tmp_path / "unread.errors"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in (GOOD, OTHER, GOOD)), encoding="utf-8")
    result = run("read", path, "--format", "jsonl", "--errors", unread)
    assert result.exit_code == 1
    assert [record["report"]["key"] for record in records(result)] == [f"{path}:1", f"{path}:3"]
    (row,) = failures(unread)
    assert (row["where"], row["code"]) == (f"{path}:2", "fault")
    assert "ValueError: a rule went wrong" in row["message"]
    assert "please report it" in row["message"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--nonsense",), ("No such option", "--nonsense")),
        (("--publishd", "2022-01-14"), ("--publishd", "--published")),
        (("--format", "yaml"), ("yaml", "jsonl")),
        (("--input-format", "pdf"), ("'pdf'", "auto, text, html, jsonl, feed, warc")),
        (("--published", "31 June"), ("'31 June' is no date", "YYYY-MM-DD")),
        (("--published", "03/04/2022"), ("'03/04/2022' is no date", "YYYY-MM-DD")),
        (("--language", "de"), ("language 'de'", "give en")),
        (("--resources", "no-such-folder"), ("no-such-folder", "folder of tables")),
        (("-o", "no-such-folder/out.json"), ("no-such-folder", "make it first")),
        (("-o", "same", "--errors", "same"), ("one file",)),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else None,
)
def test_a_wrong_call_is_status_two_and_reads_nothing(
    arguments: tuple[str, ...], says: tuple[str, ...], tmp_path: Path, run: Run
) -> None:
    """The message names the option's value and what it may be; there is no output."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    result = run("read", tmp_path / "a.txt", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(words in result.stderr for words in says), result.stderr


def test_a_missing_model_is_status_one_and_says_how_to_get_one(tmp_path: Path, run: Run) -> None:
    """The message names the pipeline and the command that installs the usual one."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    result = run("read", tmp_path / "a.txt", "--model", "no_such_model")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no_such_model" in result.stderr
    assert "pip install" in result.stderr


def test_several_reports_do_not_go_into_one_object(tmp_path: Path, run: Run) -> None:
    """``--format json`` holds one report: for several, status 2 and the format that takes them."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    result = run("read", tmp_path, "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--format jsonl" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "status"), [(("read", "--nonsense"), 2), (("read", "none.txt"), 1), (("read", "good.txt"), 0)]
)
def test_the_program_itself_ends_with_the_status(arguments: tuple[str, ...], status: int, tmp_path: Path) -> None:
    """As a process, too: 2 for a wrong call, 1 for a failure, 0 for success; never a traceback."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = subprocess.run([*START, *arguments], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
