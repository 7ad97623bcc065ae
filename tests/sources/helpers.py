"""What the tests of the sources share: reading bytes, and pages and archives made on the spot."""

from __future__ import annotations

import io
from pathlib import Path

from detente.records import Report
from detente.sources import Failure, InputOptions, Pattern, load_patterns, reports_from

DATA = Path(__file__).parent / "data"
PROSE = "The minister said on Friday that the talks had failed. They will go on next week in Geneva."


def read(data: bytes, **options) -> list[Report | Failure]:
    """All that the standard input yields when it holds ``data``."""
    return list(reports_from(["-"], InputOptions(**options), io.BytesIO(data)))


def one(data: bytes, **options) -> Report:
    """The one report in ``data``."""
    (report,) = read(data, **options)
    assert isinstance(report, Report), report
    return report


def failure(data: bytes, **options) -> Failure:
    """The one failure that ``data`` amounts to."""
    (found,) = read(data, **options)
    assert isinstance(found, Failure), found
    return found


def page(head: str = "", body: str = "") -> bytes:
    """A small web page with an article."""
    article = f"<article>{body}<p>{PROSE}</p><p>“We will go on,” said the minister to the press again.</p></article>"
    return f"<!DOCTYPE html><html><head><title>Talks fail</title>{head}</head><body>{article}</body></html>".encode()


def warc(*pages: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """A web archive of responses, crawled in 2024."""
    records = []
    for number, body in enumerate(pages):
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}\r\n"
            "WARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


def patterns() -> tuple[Pattern, ...]:
    """The patterns of the tests' own table."""
    return load_patterns(DATA / "furniture.toml")
