"""JSON Lines."""

from __future__ import annotations

import itertools
import json

import pytest

from detente.records import encode
from detente.sources import Failure, InputOptions, reports_from

from .helpers import PROSE, failure, one, read


def line(**fields) -> bytes:
    return json.dumps({"text": PROSE, **fields}).encode() + b"\n"


def test_a_line_is_a_report_with_all_it_states():
    """Text unchanged, key its id, day as given."""
    report = one(
        line(id="a1", title="Talks", published="14 January 2022", outlet="Example", url="http://e.org", language="en")
    )
    assert (report.key, report.title, report.outlet, report.url) == ("a1", "Talks", "Example", "http://e.org")
    assert (report.published, report.published_from, report.text) == ("2022-01-14", "given", PROSE)


def test_a_line_without_an_id_is_named_by_its_number():
    """A number may be an id too."""
    assert [report.key for report in read(line() + b"\n" + line(id=7))] == ["-:1", "7"]


def test_text_keeps_its_line_ends():
    """Carriage returns and blanks stay."""
    assert one(line(text=" One.\r\n\r\nTwo. ")).text == " One.\r\n\r\nTwo. "


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b'{"text": "a', "not JSON"),
        (b"nonsense", "not JSON: Expecting value at character 1"),
        (b'["a"]', "not an array"),
        (b"[", "jq -c"),
        (b"17", "not a number"),
        (b'{"id": "a", "body": "x"}', 'no "text"; it has "id", "body"'),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": 17}', '"text" must be a string, not a number'),
        (b'{"text": ["a"]}', "not an array"),
        (b'{"text": "a", "title": {}}', '"title" must be a string or null, not an object'),
        (b'{"text": "a", "id": true}', '"id" must be a string or a number, not true or false'),
        (b'{"text": "a", "published": "soon"}', "'soon', which is no certain date; give it as YYYY-MM-DD"),
        (b'{"text": "a", "published": 2022}', '"published" must be a string or null, not a number'),
        (b'{"text": ""}', "no text"),
        (b'{"text": "  \\n"}', "no text"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b"[" * 100_000, "RecursionError"),
    ],
)
def test_a_broken_line_is_a_failure_and_the_rest_goes_on(bad, says):
    """It is named by its number, and its neighbours are read."""
    first, broken, last = read(line(id="a") + bad + b"\n" + line(id="c"), format="jsonl")
    assert (first.key, broken.where, last.key) == ("a", "-:2", "c")
    assert says in broken.message
    assert set(broken.as_dict()) == {"where", "code", "message"}


def test_an_unpaired_surrogate_is_kept_and_can_be_written():
    """The text is as given, and the record still encodes as UTF-8."""
    report = one(b'{"text": "Talks \\ud83d failed on the day."}')
    assert "\ud83d" in report.text
    assert report.id.startswith("sha256:")
    assert encode.json.dumps(report.text).isascii()


def test_a_pair_of_surrogates_is_one_character():
    """Offsets count code points."""
    assert one(b'{"text": "Talks \\ud83d\\ude00 failed."}').text == "Talks 😀 failed."


def test_a_line_over_the_limit_is_skipped_alone():
    """Its neighbours are read."""
    first, broken, last = read(line(id="a") + line(text="a " * 5_000) + line(id="c"), max_bytes=2_000)
    assert (first.key, broken.code, broken.where, last.key) == ("a", "too-large", "-:2", "c")


def test_a_byte_order_mark_and_utf16_are_read():
    """As some editors and shells write them."""
    assert one(b"\xef\xbb\xbf" + line(id="a")).key == "a"
    assert one(line(id="a", text="“No”").decode().encode("utf-16")).text == "“No”"


def test_the_lines_own_facts_come_before_the_options():
    """Which stand in where the line states none."""
    own, lent = read(line(published="2022-01-14", outlet="Own") + line(), published="2020-02-02", outlet="Lent")
    assert (own.published, own.outlet) == ("2022-01-14", "Own")
    assert (lent.published, lent.published_from, lent.outlet) == ("2020-02-02", "given", "Lent")


def test_an_empty_file_of_lines_is_a_failure():
    """There is nothing to read."""
    assert failure(b"", format="jsonl").code == "empty"


def test_lines_are_read_one_at_a_time():
    """An endless stream yields its first reports at once."""

    class Endless:
        def read(self, _size: int = -1) -> bytes:
            return line() * 100

        def read1(self, size: int = -1) -> bytes:
            return (line() * (size // len(line()) + 1))[:size]

    found = list(itertools.islice(reports_from(["-"], InputOptions(), Endless()), 500))
    assert len(found) == 500
    assert sum(isinstance(item, Failure) for item in found) < 50
