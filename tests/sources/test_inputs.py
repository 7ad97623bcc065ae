"""Files, folders and streams to reports."""

from __future__ import annotations

import builtins
import gzip
import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import EmptyReport, TooLarge
from detente.records import Report
from detente.sources import Failure, InputOptions, report_from_text, reports_from
from detente.sources.formats import format_of

from .helpers import PROSE, failure, one, page, read


def test_plain_text_is_the_report_as_it_stands(tmp_path):
    """Key the path, title the headline, text unchanged but for a byte order mark."""
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbfTalks fail\r\n\r\n" + PROSE.encode() + b"\r\n")
    (report,) = reports_from([str(path)])
    assert (report.key, report.title, report.encoding, report.format) == (str(path), "Talks fail", "utf-8", "text")
    assert report.text == f"Talks fail\r\n\r\n{PROSE}\r\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Talks fail\n\nThe talks failed.", "Talks fail"),
        ("\n\nWho will talk?\n \nThe talks failed.", "Who will talk?"),
        ("The talks failed.\n\nThey did.", None),
        ("He said “no.”\n\nHe did.", None),
        ("Talks fail\nThe talks failed.", None),
        ("Talks fail", None),
        ("NEW YORK, 8 July 2021 — Briefed\n\nThe Council met.", None),
        ("14 January 2022\n\nThe Council met.", None),
        ("***\n\nThe Council met.", None),
        ("a " * 200 + "\n\nThe Council met.", None),
    ],
)
def test_the_first_line_is_the_title_if_it_looks_like_one(text, title):
    """Short, no full stop, a blank line after it; the text keeps it."""
    report = one(text.encode())
    assert (report.title, report.text) == (title, text)


def test_the_same_report_has_the_same_id_wherever_it_lies(tmp_path):
    """The hash is over text, title, outlet and day."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PROSE)
    first, second = reports_from([str(tmp_path)])
    assert first.id == second.id
    assert first.key != second.key
    assert one(PROSE.encode(), published="2022-01-14").id != first.id


def test_a_folder_is_read_below_sorted_by_name(tmp_path):
    """Hidden and unknown files are left out, and a loop of links ends."""
    for name in ("b.txt", "a/c.html", "a/d.TXT.gz", ".hidden.txt", ".git/x.txt", "notes.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(PROSE.encode()) if name.endswith("gz") else page() if "html" in name else PROSE.encode())
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to("self")
    keys = [os.path.relpath(report.key, tmp_path) for report in reports_from([str(tmp_path)])]
    assert keys == ["a/c.html", "a/d.TXT.gz", "b.txt"]


def test_a_link_to_nowhere_is_a_failure(tmp_path):
    """It is not passed over in silence."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (found,) = reports_from([str(tmp_path)])
    assert "no such file" in found.message


def test_folders_may_be_nested_deep(tmp_path):
    """Deeper than Python nests calls."""
    folders = [tmp_path]
    for _ in range(1_200):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    report = folders[-1] / "a.txt"
    report.write_text(PROSE)
    try:
        assert [item.key for item in reports_from([str(tmp_path)])] == [str(report)]
    finally:  # pytest's own clearing up does nest calls
        report.unlink()
        for folder in reversed(folders[1:]):
            folder.rmdir()


def test_several_paths_come_in_the_order_given(tmp_path):
    """A bad one does not stop the rest."""
    (tmp_path / "a.txt").write_text(PROSE)
    found = list(reports_from(["-", str(tmp_path / "no.txt"), str(tmp_path / "a.txt")], None, io.BytesIO(b"Talks failed.")))
    assert [type(item) for item in found] == [Report, Failure, Report]


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "empty", "empty"),
        (b" \n\t \r\n", "empty", "blank"),
        (b"\xef\xbb\xbf", "empty", "no text"),
        (b"%PDF-1.4", "not-text", "pdftotext"),
        (b"\x00\x01\x02\x03", "not-text", "binary"),
        (gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "not-text", "gzipped twice"),
        (b"Die Verhandlungen sind am Freitag in Genf gescheitert, sagte der Minister.", "language", "German"),
    ],
)
def test_what_cannot_be_read_says_why(data, code, says):
    """What, where, and what to do."""
    found = failure(data)
    assert (found.where, found.code) == ("-", code)
    assert says in found.message


def test_binary_data_under_a_wrong_name_is_told_for_what_it_is(tmp_path):
    """Not as a broken first line."""
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    (found,) = reports_from([str(path)])
    assert "PNG" in found.message


@pytest.mark.parametrize("name", ["no.txt", "x" * 5_000, "a\0b", ""])
def test_a_path_that_leads_nowhere_is_a_failure(name):
    """Never an exception."""
    (found,) = reports_from([name])
    assert (found.where, found.code) == (name, "input")


def test_a_folder_without_readable_files_says_what_it_looked_for(tmp_path):
    """By suffix."""
    (tmp_path / "a.docx").write_text("x")
    (found,) = reports_from([str(tmp_path)])
    assert (found.code, found.where) == ("empty", str(tmp_path))
    assert ".jsonl" in found.message


def test_a_file_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    """With what to do."""

    def refuse(path, mode):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(builtins, "open", refuse)
    found = next(reports_from([str(tmp_path / "a.txt")]))
    assert "permission denied" in found.message
    assert "chmod" in found.message


def test_a_folder_that_may_not_be_listed_says_so(tmp_path, monkeypatch):
    """And the rest goes on."""

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert "permission denied" in next(reports_from([str(tmp_path)])).message


def test_a_stream_that_breaks_is_a_failure():
    """A disk may fail half way."""

    class Broken:
        def read(self, _size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    (found,) = reports_from(["-"], None, Broken())
    assert "Input/output error" in found.message


def test_one_line_of_50_megabytes_is_too_large():
    """The message states the limit."""
    found = failure(b"a " * 25_000_000)
    assert found.code == "too-large"
    assert "20 MB" in found.message


def test_a_gzip_bomb_stops_at_the_limit():
    """What unpacks to more is not unpacked."""
    assert failure(gzip.compress(bytes(30_000_000), 1)).code == "too-large"


def test_gzip_is_known_by_its_bytes():
    """Of one member or several, with zeros behind."""
    packed = gzip.compress(b"The talks ") + gzip.compress(b"failed.") + bytes(512)
    assert one(packed).text == "The talks failed."


@pytest.mark.parametrize("cut", [1, 8, 12])
def test_truncated_gzip_keeps_what_was_whole(cut):
    """And the rest is a failure."""
    text = " ".join(f"The minister number {n} said that the talks had failed." for n in range(400))
    report, broken = read(gzip.compress(text.encode())[:-cut])
    assert text.startswith(report.text)
    assert len(report.text) > 10_000
    assert (broken.code, "cut short" in broken.message) == ("damaged", True)


def test_truncated_gzip_of_lines_keeps_the_whole_lines():
    """The torn line is not a second failure."""
    lines = b"".join(b'{"id": %d, "text": "The talks failed %d times."}\n' % (n, n * n) for n in range(500))
    *reports, broken = read(gzip.compress(lines)[:-300])
    assert all(isinstance(report, Report) for report in reports)
    assert len(reports) > 300
    assert broken.code == "damaged"


def test_damaged_gzip_is_a_failure():
    """Bytes overwritten in the middle."""
    packed = bytearray(gzip.compress(os.urandom(50_000).hex().encode()))
    packed[20_000:20_100] = bytes(100)
    assert read(bytes(packed))[-1].code == "damaged"


def test_emoji_and_right_to_left_text_count_as_characters():
    """Offsets are code points."""
    text = "The talks 😀 failed, said the minister of שלום and السلام on Friday."
    report = one(text.encode())
    assert (report.text, report.language) == (text, "en")


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"Talks", "text"), ("a.html", b"<p>x", "html"), ("a.jsonl.gz", b"nonsense", "jsonl"),
        ("a.xml", b"<?xml version='1.0'?><rss version='2.0'>", "feed"), ("a.warc", b"x", "warc"),
        ("-", b"<?xml version='1.0'?>\n<!-- c --><feed xmlns='x'>", "feed"), ("-", b"  <HTML>", "html"),
        ("-", b"<!DOCTYPE html>", "html"), ("-", b"WARC/1.1\r\n", "warc"), ("-", b'{"text": "x"}\n', "jsonl"),
        ("-", b"{curly} talk\n", "text"), ("saved.txt", b"<!doctype html><p>", "html"), ("-", b"", "text"),
        ("-", b'{"text": "' + b"a" * 9_000, "jsonl"), ("report", b"< 5 people", "text"),
    ],
)
def test_the_format_shows_in_bytes_and_name(name, head, kind):
    """Certain bytes first, then the suffix, then plain text."""
    assert format_of(name, head) == kind


def test_a_string_is_a_report_too():
    """For the Python API."""
    report = report_from_text(PROSE, InputOptions(published="2022-01-14"), url="http://example.org")
    assert (report.text, report.key, report.published, report.url) == (PROSE, "text", "2022-01-14", "http://example.org")
    with pytest.raises(EmptyReport):
        report_from_text(" ")
    with pytest.raises(TooLarge):
        report_from_text("é" * 60, InputOptions(max_bytes=100))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["auto", "text", "html", "jsonl", "feed", "warc"]))
def test_no_bytes_in_any_format_raise(data, kind):
    """All that comes out is a report or a failure."""
    for item in read(data, format=kind):
        assert isinstance(item, (Report, Failure))
