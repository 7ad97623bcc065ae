"""Web archives."""

from __future__ import annotations

import gzip

import pytest

from .helpers import PROSE, failure, one, page, read, warc


def test_each_page_is_a_report_named_by_its_url():
    """Pages that are not HTML or text are passed over."""
    data = warc(page()) + warc(b"\x89PNG", kind="image/png") + warc(page(), status="404 Not Found")
    report = one(data)
    assert (report.key, report.url, report.format) == ("http://example.org/0", "http://example.org/0", "html")
    assert PROSE in report.text


def test_the_day_of_the_crawl_is_not_the_day_of_publication():
    """Without a statement of its own the day is unknown."""
    assert one(warc(page())).published_from == "unknown"
    dated = page('<meta property="article:published_time" content="2022-01-14">')
    assert one(warc(dated)).published == "2022-01-14"


def test_plain_text_records_are_read():
    """With the encoding that the server declared."""
    report = one(warc("café: the talks failed".encode("cp1252"), kind="text/plain; charset=iso-8859-1"))
    assert (report.text, report.format) == ("café: the talks failed", "text")


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress])
def test_an_archive_may_be_gzipped_as_a_whole(pack):
    """Or not at all."""
    assert len(read(pack(warc(page(), page())))) == 2


def test_an_archive_gzipped_by_record_is_read():
    """As crawlers write it."""
    data = warc(page())
    assert len(read(gzip.compress(data) + gzip.compress(data))) == 2


@pytest.mark.parametrize("cut", [1, 60, 300, 440, 525])
def test_a_truncated_archive_keeps_what_is_whole(cut):
    """And says that it is cut short."""
    first, *_, last = read(warc(page(), page())[:-cut])
    assert first.key == "http://example.org/0"
    assert (last.code, "cut short" in last.message or "damaged" in last.message) == ("damaged", True)


def test_a_truncated_gzip_of_an_archive_is_told_once():
    """What was whole is kept."""
    packed = gzip.compress(warc(page())) + gzip.compress(warc(page()))[:-40]
    first, *rest = read(packed)
    assert first.key == "http://example.org/0"
    assert [item.code for item in rest if hasattr(item, "code")] == ["damaged"]


def test_a_page_over_the_limit_fails_alone():
    """The next one is read."""
    big, small = read(warc(b"<html>" + b"x " * 5_000, page()), max_bytes=5_000)
    assert (big.where, big.code, small.key) == ("-#1", "too-large", "http://example.org/1")


def test_what_is_no_archive_says_so():
    """So does one without pages."""
    assert failure(b"hello there", format="warc").code == "damaged"
    assert failure(warc(b"\x89PNG", kind="image/png")).code == "empty"
