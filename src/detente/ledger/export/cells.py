"""Cells of text tables: what they hold, and how those are defused that a spreadsheet would execute.

Source: OWASP, CSV Injection: a cell that starts with ``=``, ``+``, ``-``, ``@``, tab or carriage return (their
full-width forms, in some locales) is taken for a formula. An apostrophe before it makes it text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
JOINT = "; "
QUOTE = '"'


def defused(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would execute it.

    >>> defused("=HYPERLINK(1)"), defused("-1+2"), defused("Oslo")
    ("'=HYPERLINK(1)", "'-1+2", 'Oslo')
    """
    return f"'{text}" if text.startswith(LIVE) else text


def cell(value: Any, *, raw: bool = False) -> str:
    """A value as the text of a cell: lists joined by ``; ``, nothing for None; numbers are never defused."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = JOINT.join(value) if isinstance(value, list | tuple) else str(value)
    text = text.replace("\x00", "\ufffd")
    return text if raw else defused(text)


def flat_cell(value: Any, *, raw: bool = False) -> str:
    """A cell for layouts that know no quoting: tabs and line ends become blanks, double quotes single ones."""
    text = cell(value, raw=True)
    plain = " ".join(text.replace('"', "'").split()) if isinstance(value, str | list | tuple) else text
    return plain if raw or not isinstance(value, str | list | tuple) else defused(plain)


def quoted_lines(rows: Iterable[Sequence[str]], delimiter: str) -> Iterator[str]:
    """Rows of two cells or more as text by RFC 4180, a line a row, ended by LF.

    The csv module leaves a lone carriage return unquoted where lines end in LF, and such cells do not come back.
    """
    special = re.compile(f'[{delimiter}"\r\n]|^ | $')
    for row in rows:
        yield delimiter.join(f'"{text.replace(QUOTE, QUOTE * 2)}"' if special.search(text) else text for text in row) + "\n"


def tab_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows of flat cells, parted by tabs, a line a row."""
    return ("\t".join(row) + "\n" for row in rows)
