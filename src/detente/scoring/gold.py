"""Annotated cases: a folder with ``report.txt`` and ``gold.json``, checked as it is read.

The form is that of ``docs/reference/annotation.md``: gold quotes the report, and gives a list where
two careful annotators may differ.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from detente.errors import RecordError

Layer = Literal["furniture", "actors", "places", "dates", "statements", "events", "commitments"]
LAYERS: tuple[Layer, ...] = ("furniture", "actors", "places", "dates", "statements", "events", "commitments")
_QUOTES: dict[str, str] = {
    "furniture": "text", "actors": "name", "places": "text", "dates": "text",
    "statements": "content", "events": "anchor", "commitments": "act",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that an annotator marked; ``wanted`` holds the fields that gold gives, and only those."""

    layer: Layer
    quote: str
    hard: bool
    wanted: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """What a careless reader would code, and must not be in the record."""

    layer: Literal["places", "statements", "events"]
    quote: str | None
    wanted: dict[str, Any]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An annotated report: its text, its day, what must and what must not be found."""

    name: str
    text: str
    published: str | None
    title: str | None = None  # the headline, where it is not part of the text
    items: tuple[Item, ...]
    bans: tuple[Ban, ...]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    hard: bool = False
    note: str | None = None


class _Actor(_Row):
    name: str
    is_: list[str]

    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=lambda name: name.rstrip("_"))


class _Place(_Row):
    text: str
    country: str | None


class _Date(_Row):
    text: str
    value: str


class _Statement(_Row):
    speaker: list[str]
    content: str
    quotation: list[str]
    medium: list[str] | None = None


class _Event(_Row):
    event: list[str]
    anchor: str
    actors: list[str] | None = None
    recipients: list[str] | None = None
    factuality: list[str] | None = None
    date: str | None = None
    place: str | None = None


class _Commitment(_Row):
    kind: list[str]
    act: str
    holder: list[str] | None = None
    addressees: list[str] | None = None
    condition: str | None = None
    certainty: list[str] | None = None


class _Ban(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    layer: Literal["places", "statements", "events"]
    why: str
    text: str | None = None
    content: str | None = None
    anchor: str | None = None
    country: str | None = None
    event: list[str] | None = None
    factuality: list[str] | None = None


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    about: str = ""
    report: str = "report.txt"
    published: str | None = None
    language: str = "en"
    furniture: list[str] = []
    actors: list[_Actor] = []
    places: list[_Place] = []
    dates: list[_Date] = []
    statements: list[_Statement] = []
    events: list[_Event] = []
    commitments: list[_Commitment] = []
    must_not: list[_Ban] = []


def read_cases(folder: Path) -> list[Case]:
    """All cases of a folder of cases, by name; a folder without ``gold.json`` is none."""
    return [read_case(path.parent) for path in sorted(folder.glob("*/gold.json"))]


def read_case(folder: Path) -> Case:
    """The case that a folder holds.

    Raises:
        RecordError: no JSON, or gold that :func:`case_of` refuses.
    """
    where = folder / "gold.json"
    try:
        gold = json.loads(where.read_bytes())
        text = (folder / gold.get("report", "report.txt")).read_text(encoding="utf-8")
    except (ValueError, AttributeError) as error:
        raise RecordError(f"not a gold annotation: {error}", where=str(where)) from error
    except OSError as error:
        raise RecordError(f"can't read: {error.strerror}", where=str(error.filename)) from error
    return case_of(gold, text=text, name=folder.name, where=str(where))


def case_of(gold: dict[str, Any], *, text: str, name: str, where: str, title: str | None = None) -> Case:
    """The case of a text and its gold; ``where`` names the file in errors.

    Raises:
        RecordError: a field that gold does not have, or a quote that the text does not hold exactly once; all
            such errors are named together.
    """
    try:
        read = _Gold.model_validate_json(json.dumps(gold))
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        raise RecordError("not a gold annotation:\n  " + "\n  ".join(lines), where=where) from error
    items = tuple(item for layer in LAYERS for item in _items(layer, getattr(read, layer)))
    bans = tuple(_ban(row) for row in read.must_not)
    wrong = [f"{quote!r} stands {text.count(quote)} times in the report" for quote in _spans(items, bans) if text.count(quote) != 1]
    if wrong:
        raise RecordError("a quote must stand once:\n  " + "\n  ".join(wrong), where=where)
    return Case(name=name, text=text, published=read.published, title=title, items=items, bans=bans)


def _items(layer: Layer, rows: list[Any]) -> list[Item]:
    return [
        Item(layer=layer, quote=row, hard=False, wanted={})
        if isinstance(row, str)
        else Item(layer=layer, quote=getattr(row, _QUOTES[layer]), hard=row.hard, wanted=_given(row, _QUOTES[layer]))
        for row in rows
    ]


def _given(row: BaseModel, quote: str) -> dict[str, Any]:
    """The fields that the annotator wrote, an explicit null among them."""
    skipped = {quote, "hard", "note"}
    values = json.loads(row.model_dump_json(exclude_unset=True))
    return {name.rstrip("_"): value for name, value in values.items() if name not in skipped}


def _ban(row: _Ban) -> Ban:
    quote = row.text or row.content or row.anchor
    wanted = {k: v for k, v in (("country", row.country), ("event", row.event), ("factuality", row.factuality)) if v is not None}
    return Ban(layer=row.layer, quote=quote, wanted=wanted, why=row.why)


def _spans(items: tuple[Item, ...], bans: tuple[Ban, ...]) -> list[str]:
    """The quotes that are looked for by where they stand: names of actors and places recur."""
    placed = [item.quote for item in items if item.layer not in {"actors", "places"}]
    conditions = [item.wanted["condition"] for item in items if item.wanted.get("condition")]
    return placed + conditions + [ban.quote for ban in bans if ban.quote and ban.layer != "places"]
