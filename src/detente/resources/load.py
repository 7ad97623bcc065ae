"""Reading the tables: from the package, then from the user's own folders.

A user's folder holds any of the same files; its rows come first, so that they win where a program
takes the first row that fits. A broken row is an error that names file, line and column.
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from detente.errors import ResourceError
from detente.resources import rows

Row = TypeVar("Row")

TABLES: dict[str, type] = {
    "states": rows.State,
    "metonyms": rows.Metonym,
    "organs": rows.Organ,
    "bodies": rows.Body,
    "outlets": rows.Outlet,
    "regions": rows.Region,
    "titles": rows.Title,
    "offices": rows.Holder,
    "cues": rows.CueRow,
    "connectives": rows.Connective,
    "deadlines": rows.DeadlineWord,
    "modals": rows.Modal,
    "negation": rows.Negation,
    "frames": rows.Frame,
    "embedders": rows.Embedder,
    "commitments": rows.Committing,
    "acts": rows.ActClass,
    "scores": rows.Score,
    "pseudo": rows.Pseudo,
}


def folder() -> Path:
    """The package's own tables."""
    return Path(str(files("detente.resources") / "data"))


def table(name: str, extra: Sequence[Path] = ()) -> tuple[Any, ...]:
    """All rows of one table, the user's first.

    Raises:
        ResourceError: a row does not fit its table; the message names file, line and column.
    """
    kind: type[Any] = TABLES[name]
    return tuple(row for place in (*extra, folder()) for row in _file_rows(place / f"{name}.csv", kind))


def classes(extra: Sequence[Path] = ()) -> dict[str, frozenset[str]]:
    """Noun classes by name, for the restrictions of frames (``@troops``); folders add up."""
    found: dict[str, frozenset[str]] = {}
    for place in (*extra, folder()):
        for name, entry in _toml(place / "classes.toml").items():
            lemmas = entry.get("lemmas", []) if isinstance(entry, dict) else []
            found[name] = found.get(name, frozenset()) | frozenset(str(lemma) for lemma in lemmas)
    return found


def furniture_patterns(extra: Sequence[Path] = ()) -> tuple[rows.FurniturePattern, ...]:
    """Patterns of site furniture, the user's first.

    Raises:
        ResourceError: a pattern is no regular expression.
    """
    found = []
    for place in (*extra, folder()):
        path = place / "furniture.toml"
        for number, entry in enumerate(_toml(path).get("pattern", []), start=1):
            try:
                re.compile(entry["regex"])
            except (re.error, KeyError) as error:
                raise ResourceError(f"pattern {number}: no usable 'regex': {error}", where=str(path)) from error
            name = str(entry.get("id", f"furniture/{entry.get('reason', 'line')}/{number}"))
            found.append(
                rows.FurniturePattern(
                    id=name, reason=entry["reason"], regex=entry["regex"], whole=bool(entry.get("whole", True))
                )
            )
    return tuple(found)


def fingerprint(extra: Sequence[Path] = ()) -> str:
    """``sha256:…`` over every table in use: two records with the same one used the same words."""
    digest = hashlib.sha256()
    for place in (*extra, folder()):
        for path in sorted(p for p in place.glob("*") if p.suffix in {".csv", ".toml"} and "notes" not in p.name):
            digest.update(path.name.encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"sha256:{digest.hexdigest()}"


def describe(extra: Sequence[Path] = ()) -> list[dict[str, Any]]:
    """One entry a table: its name, how many rows, source and licence."""
    notes = {name: entry for path in sorted(folder().glob("*.toml")) for name, entry in _toml(path).items()}
    return [
        {
            "table": name,
            "rows": len(table(name, extra)),
            "source": notes.get(name, {}).get("source", ""),
            "licence": notes.get(name, {}).get("licence", ""),
        }
        for name in TABLES
    ]


def _toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"not TOML: {error}", where=str(path)) from error


def _file_rows(path: Path, kind: type[Row]) -> Iterator[Row]:
    if not path.is_file():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ResourceError(f"not UTF-8 at byte {error.start}: save the table as UTF-8", where=str(path)) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = next(reader, [])
    plan = _plan(kind)
    missing = sorted(plan.keys() - header - _optional(kind), key=list(plan).index)
    if missing:
        raise ResourceError(f"no column {', '.join(missing)}; the columns are {', '.join(plan)}", where=f"{path}:1")
    try:
        for cells in reader:
            if any(cells):
                yield _row(kind, plan, header, cells, f"{path}:{reader.line_num}")
    except csv.Error as error:
        raise ResourceError(f"not a CSV row: {error}", where=f"{path}:{reader.line_num}") from error


def _row(
    kind: type[Row], plan: dict[str, tuple[str, Callable[[str], Any]]], header: list[str], cells: list[str], where: str
) -> Row:
    if len(cells) != len(header):
        raise ResourceError(f"{len(cells)} cells where the header has {len(header)}", where=where)
    values = {}
    for column, cell in zip(header, cells, strict=True):
        if column in plan:
            field, convert = plan[column]
            try:
                values[field] = convert(cell.strip())
            except ValueError as error:
                raise ResourceError(f"column {column}: {error}", where=where) from error
    return kind(**values)


def _optional(kind: Any) -> frozenset[str]:
    """The columns that a table may leave out."""
    return frozenset(f.name.rstrip("_") for f in dataclasses.fields(kind) if f.default is not dataclasses.MISSING)


def _plan(kind: Any) -> dict[str, tuple[str, Callable[[str], Any]]]:
    """Column name -> (field name, converter), from the dataclass."""
    makers: dict[str, Callable[[str], Any]] = {
        "str": str,
        "Words": lambda cell: tuple(part.strip() for part in cell.split("|") if part.strip()),
        "bool": _yes,
        "float | None": lambda cell: float(cell) if cell else None,
    }
    return {f.name.rstrip("_"): (f.name, makers[str(f.type)]) for f in dataclasses.fields(kind)}


def _yes(cell: str) -> bool:
    if cell.lower() not in {"", "yes", "no"}:
        raise ValueError(f"'{cell}' is neither 'yes' nor empty")
    return cell.lower() == "yes"
