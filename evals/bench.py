"""What all measurements share: a loaded reader, the sets at hand and their hashes, a measured figure."""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.pipeline import Reader
from detente.records import Record
from detente.records.encode import as_dict
from detente.scoring import Interval
from detente.sources import InputOptions, report_from_text

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number: of which set (its hash), layer and measure; ``interval`` where it was drawn."""

    layer: str
    measure: str
    value: float
    count: int
    data: str
    interval: Interval | None = None


class Bench:
    """A loaded reader, the halves to take, and the scorers beside the checkout."""

    def __init__(self, half: str) -> None:
        self.reader = Reader()
        self.half = half
        sys.path.insert(0, str(SHARED / "eval"))

    def rows(self, *parts: str) -> tuple[Rows, str] | None:
        """The items of a JSON Lines set by half, and the hash of the whole; None where it is absent."""
        path = SHARED.joinpath("data", *parts)
        if not path.is_file():
            print(f"absent: {'/'.join(parts)}", file=sys.stderr)
            return None
        data = path.read_bytes()
        rows = [json.loads(line) for line in data.decode("utf-8").splitlines() if line.strip()]
        kept = [r for i, r in enumerate(rows) if self.half == "all" or (i % 2 == 0) == (self.half == "a")]
        return kept, hashlib.sha256(data).hexdigest()[:12]

    def texts(self) -> dict[str, dict[str, Any]]:
        """The real texts beside the checkout, with their titles, by id; none where they are absent."""
        path = SHARED / "data" / "texts" / "texts.jsonl"
        if not path.is_file():
            return {}
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return {row["id"]: row for row in rows}

    def read(self, text: str, published: str | None, key: str, title: str | None = None) -> Record:
        """The record of a text."""
        options = InputOptions(published=published, title=title, language="en")
        return self.reader.read(report_from_text(text, options, key=key))

    def predictions(self, rows: Rows, convert: Callable[[dict[str, Any]], dict[str, Any]]) -> Rows:
        """What the scorers take, by the converters beside the checkout."""
        bare = importlib.import_module("predictions").bare
        given = [bare(row) for row in rows]
        return [convert(json.loads(json.dumps(as_dict(self.read(g["text"], g["published"], g["id"]))))) for g in given]
