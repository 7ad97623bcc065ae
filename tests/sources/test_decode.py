"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import NotText
from detente.sources.decode import decode

TEXT = "The minister’s “no” at the café was heard, and the talks failed."


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"), ("utf-32-be", "utf-32-be"), ("cp1252", "cp1252"),
    ],
)
def test_an_encoding_is_told_from_the_bytes(encoding, name):
    """The text comes back whole, without a byte order mark."""
    assert decode(TEXT.encode(encoding)) == (TEXT, name)


def test_line_ends_stay_as_they_are():
    """Offsets count into the text as given."""
    assert decode(b"one\r\ntwo\rthree\n")[0] == "one\r\ntwo\rthree\n"


def test_cyrillic_of_the_nineties_is_told():
    """The legacy encodings are guessed from a sample."""
    text = "Министр сказал, что переговоры провалились и будут продолжены в среду."
    assert decode(text.encode("cp1251"))[0] == text


def test_a_wrong_declaration_does_not_spoil_valid_utf8():
    """The bytes come first, the declaration second."""
    assert decode(TEXT.encode(), declared="iso-8859-1")[0] == TEXT
    assert decode(TEXT.encode("cp1252"), declared="utf-8")[0] == TEXT
    assert decode(TEXT.encode("cp1252"), declared="no-such-thing")[0] == TEXT


def test_a_declaration_decides_where_the_bytes_do_not():
    """koi8-r and windows-1251 differ in nothing but the letters."""
    assert decode("Переговоры".encode("koi8-r"), declared="koi8-r") == ("Переговоры", "koi8-r")


def test_latin_1_means_windows_1252_as_on_the_web():
    """Its quotation marks are not control characters."""
    assert decode(TEXT.encode("cp1252"), declared="latin-1")[0] == TEXT


def test_a_few_damaged_bytes_leave_the_rest_readable():
    """The encoding says how many."""
    text, encoding = decode(("“No” " * 20).encode() + b"\x92s")
    assert text.startswith("“No”")
    assert encoding == "utf-8 (1 unreadable)"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n\x00", "a PDF file: extract its text first, e.g. with pdftotext"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"), (b"\xff\xd8\xff\xe0", "JPEG"), (b"PK\x03\x04" + bytes(30) + b"word/", "docx"),
        (b"PK\x03\x04" + bytes(30), "ZIP"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"), (b"{\\rtf1 Hello}", "RTF"),
        (b"\x00\x01\x02\x00\x03 abc", "NUL"), (b"\x00\x00\x00\x20ftypmp42", "MP4"),
    ],
)
def test_what_is_no_text_is_named(data, what):
    """The message says what it is and what to do."""
    with pytest.raises(NotText, match="appears to be") as caught:
        decode(data)
    assert what in str(caught.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_clear_error(data):
    """Nothing else is raised."""
    try:
        text, encoding = decode(data)
    except NotText:
        return
    assert isinstance(text, str)
    assert encoding


@given(st.text(max_size=200))
def test_utf8_always_comes_back_as_it_was(text):
    """Save for NUL, which no text holds, and a byte order mark."""
    text = text.replace("\x00", "")
    data = text.encode("utf-8", "ignore")
    try:
        assert decode(data)[0] == data.decode().removeprefix("\ufeff")
    except NotText as error:
        assert "appears to be" in str(error)  # noqa: PT017 - a text may begin as an archive does
