"""Rows of a ledger for programs and spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from detente.ledger.export.cells import cell, quoted_lines
from detente.ledger.frames import flat


def as_json(value: Any, **more: Any) -> str:
    """A view, or the rows of a page, as one indented object; lists of views become lists of objects."""
    rows = {"rows": [asdict(row) for row in value]} if isinstance(value, (list, tuple)) else asdict(value)
    return json.dumps({**more, **rows}, ensure_ascii=False, indent=2) + "\n"


def as_csv(rows: Sequence[Any], *, raw: bool = False) -> Iterator[str]:
    """Rows as CSV with a line of names first; cells that a spreadsheet would execute are made text unless ``raw``."""
    flats = [flat(row) for row in rows]
    names = list(dict.fromkeys(name for row in flats for name in row))
    yield from quoted_lines([names], ",")
    yield from quoted_lines(([cell(row.get(name), raw=raw) for name in names] for row in flats), ",")
