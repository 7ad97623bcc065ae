"""Rows of a ledger for programs and spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from detente.ledger.export.cells import cell, quoted_lines
from detente.ledger.frames import columns_of, flat
from detente.ledger.views import Changes


def as_json(value: Any, **more: Any) -> str:
    """A view, or the rows of a page, as one indented object; lists of views become lists of objects."""
    rows = {"rows": [asdict(row) for row in value]} if isinstance(value, (list, tuple)) else asdict(value)
    return json.dumps({**more, **rows}, ensure_ascii=False, indent=2) + "\n"


def as_csv(rows: Sequence[Any], sections: Sequence[str] = (), *, of: type[Any] | None = None, raw: bool = False) -> Iterator[str]:
    """Rows as CSV with a line of names first; cells that a spreadsheet would execute are made text unless ``raw``.

    ``sections`` says of each row to which part of a brief it belongs, in a column of its own; ``of`` is the view
    whose columns stand first, also where there is no row.
    """
    flats = [{"section": section, **flat(row)} for section, row in zip(sections, rows, strict=True)] if sections else list(map(flat, rows))
    names = list(dict.fromkeys([*(columns_of(of) if of else ()), *(name for row in flats for name in row)]))
    yield from quoted_lines([names], ",")
    yield from quoted_lines(([cell(row.get(name), raw=raw) for name in names] for row in flats), ",")


def parts_of(changes: Changes) -> tuple[list[Any], list[str]]:
    """The rows of a brief, and the part of it that each belongs to: a row may stand in several."""
    parts: dict[str, Sequence[Any]] = {
        "deadline": changes.deadlines,
        "state": changes.states,
        "new": changes.commitments,
        "again": changes.repeated,
        "event": changes.events,
        "voice": changes.voices,
    }
    return [row for rows in parts.values() for row in rows], [name for name, rows in parts.items() for _ in rows]
