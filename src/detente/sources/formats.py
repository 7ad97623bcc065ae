"""Which format a file is in, by its name and by its first bytes."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import PurePath

from detente.sources.options import Format

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "warc",
}
_FINAL = {".jsonl", ".ndjson", ".json", ".warc"}  # their names are kept to, whatever a broken first line looks like
_WARC = re.compile(rb"WARC/[01]\.|filedesc://")
_SKIP = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*|<\?[^>]{0,300}\?>\s*|<!DOCTYPE\s+(?!html)[^>\[]{0,300}(?:\[[^\]]{0,4000}\]\s*)?>\s*){0,5}"
_FEED = re.compile(_SKIP + rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE | re.DOTALL)
_HTML = re.compile(_SKIP + rb"<(?:!DOCTYPE\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL)
_LOOKED_AT = 8_192


def format_of(name: str, head: bytes) -> Format:
    """The format of a file: by what its first bytes show for certain, else its name, else plain text.

    >>> format_of("saved.txt", b"<!DOCTYPE html><title>Talks</title>"), format_of("-", b"Talks fail")
    ('html', 'text')
    """
    suffix = name_suffix(name)
    by_name = SUFFIXES.get(suffix)
    if by_name and suffix in _FINAL:
        return by_name
    return shown_by(head) or by_name or "text"


def name_suffix(name: str) -> str:
    """The suffix that tells the format, in lower case, without ``.gz``.

    >>> name_suffix("news/2022-01.JSONL.gz")
    '.jsonl'
    """
    path = PurePath(name.lower())
    return path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix


def shown_by(head: bytes) -> Format | None:
    """The format that the first bytes show for certain, or ``None``."""
    head = _without_width(head[:_LOOKED_AT])
    if _WARC.match(head):
        return "warc"
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    return "jsonl" if _is_json_line(head) else None


def _without_width(head: bytes) -> bytes:
    """The same characters as UTF-8 where the bytes are marked as UTF-16."""
    marked = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head.decode("utf-16", "ignore").encode("utf-8", "ignore") if marked else head


def _is_json_line(head: bytes) -> bool:
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not end and len(head) >= _LOOKED_AT:  # the line goes on beyond what was looked at
        return bool(re.match(rb'\{\s*"[^"\\]{1,40}"\s*:\s*["\[{0-9tfn-]', line))
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
