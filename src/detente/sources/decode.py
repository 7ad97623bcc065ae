"""Bytes to text: byte order mark, UTF-8, UTF-16 and UTF-32, else the likeliest legacy encoding."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from detente.errors import NotText

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file: extract its text first, e.g. with pdftotext"),
    (b"\x89PNG\r\n", "a PNG image: run text recognition on it first, e.g. with tesseract"),
    (b"\xff\xd8\xff", "a JPEG image: run text recognition on it first, e.g. with tesseract"),
    (b"GIF8", "a GIF image: give the report's text instead"),
    (b"II*\x00", "a TIFF image: run text recognition on it first, e.g. with tesseract"),
    (b"MM\x00*", "a TIFF image: run text recognition on it first, e.g. with tesseract"),
    (b"RIFF", "a RIFF media file (WebP, WAV or AVI): give the report's text instead"),
    (b"ID3", "an MP3 recording: give a transcript instead"),
    (b"OggS", "an Ogg recording: give a transcript instead"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file (doc, xls, ppt): save it as plain text first"),
    (b"{\\rtf", "an RTF document: save it as plain text first"),
    (b"\x1f\x8b", "gzipped twice: unpack it once first, e.g. with gunzip"),
    (b"BZh", "a bzip2 archive: unpack it first, e.g. with bunzip2"),
    (b"\xfd7zXZ\x00", "an xz archive: unpack it first, e.g. with unxz"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive: unpack it first, e.g. with unzstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database: export its reports as JSON Lines first"),
    (b"PAR1", "a Parquet file: export its reports as JSON Lines first"),
    (b"\x7fELF", "a program: give the report's text instead"),
    (b"MZ\x90\x00", "a program: give the report's text instead"),
)
_OFFICE = (
    (b"word/", "a Word document (docx): save it as plain text first"),
    (b"xl/", "a spreadsheet (xlsx): export its reports as JSON Lines first"),
    (b"ppt/", "a presentation (pptx): save it as plain text first"),
    (b"opendocument", "an OpenDocument file: save it as plain text first"),
    (b"epub", "an EPUB book: save it as plain text first"),
)
_SAMPLE = 65_536
_WESTERN = frozenset("’‘“”–—…•€£§°«»´\u00a0ßÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÜàáâãäåæçèéêëìíîïñòóôõöøùúûüý")
_WESTERN_SHARE = 0.2  # of all bytes: English prose in windows-1252 has few beyond ASCII, quotation marks and names
_WHOLE_FOR_DAMAGED = 3
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 27})


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding; a byte order mark is not part of the text.

    A declared encoding is believed only where the bytes are not valid UTF-8 and do decode by it.

    Raises:
        NotText: the bytes are no text; the message says what they appear to be.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    if what := appears_to_be(data):
        raise NotText(f"this appears to be {what}")
    if wide := _wide_encoding(data[:_SAMPLE]):
        return data.decode(wide, "replace"), wide
    if b"\x00" in data:
        raise NotText("this appears to be a binary file (it holds NUL bytes): give the report's text instead")
    return _narrow(data, declared)


def appears_to_be(data: bytes) -> str | None:
    """What a file that is no text is, with what to do about it; ``None`` where it may be text."""
    if data.startswith(b"PK\x03\x04"):
        kinds = (what for sign, what in _OFFICE if sign in data[:4_096])
        return next(kinds, "a ZIP archive: unpack it first, e.g. with unzip")
    if data[4:8] == b"ftyp":
        return "an MP4 recording: give a transcript instead"
    return next((what for magic, what in _MAGIC if data.startswith(magic)), None)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark: mostly ASCII text has its zero bytes in fixed places."""
    size = len(sample) // 4
    if size < 2 or b"\x00" not in sample:
        return None
    zeros = [sample[place : size * 4 : 4].count(0) / size for place in range(4)]
    high = [share > 0.7 for share in zeros]
    low = [share < 0.1 for share in zeros]
    for name, pattern in (("utf-32-le", "vzzz"), ("utf-32-be", "zzzv"), ("utf-16-le", "vzvz"), ("utf-16-be", "zvzv")):
        if all(high[place] if sign == "z" else low[place] for place, sign in enumerate(pattern)):
            return name
    return None


def _narrow(data: bytes, declared: str | None) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        first = error.start
    if declared and (text := _by_declaration(data, declared)) is not None:
        return text, codecs.lookup(declared).name
    if (mended := _mostly_utf8(data)) is not None:
        return mended
    if (western := _western(data)) is not None:
        return western, "cp1252"
    return _guessed(data, first)


def _by_declaration(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:  # as browsers do: pages that say latin-1 are windows-1252
        return _strictly(data, "cp1252") or _strictly(data, "latin-1")
    return _strictly(data, name)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError, TypeError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _mostly_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few damaged bytes: several whole characters beyond ASCII for each damaged one."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return (text, f"utf-8 ({damaged} unreadable)") if whole >= _WHOLE_FOR_DAMAGED * damaged else None


def _western(data: bytes) -> str | None:
    """The text by windows-1252, where all that this gives beyond ASCII is usual in English print."""
    beyond = data.translate(None, bytes(range(128)))
    signs = _strictly(bytes(set(beyond)), "cp1252")
    if signs is None or len(beyond) / len(data) >= _WESTERN_SHARE or not _WESTERN.issuperset(signs):
        return None
    return _strictly(data, "cp1252")


def _guessed(data: bytes, first: int) -> tuple[str, str]:
    """The likeliest legacy encoding, judged from a sample around the first byte beyond ASCII."""
    start = max(0, first - _SAMPLE // 2)
    best = from_bytes(data[start : start + _SAMPLE]).best()
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if best is None and controls == 0:
        return data.decode("cp1252", "replace"), "cp1252 (uncertain)"
    if best is None or controls > len(data) / 50:
        raise NotText("this appears to be a binary file (no text encoding fits it): give the report's text instead")
    return data.decode(best.encoding, "replace"), best.encoding
