"""Annotated passages of texts that are kept elsewhere: each names its text, its place in it and its hash.

Offsets count characters of the whole text, so that gold can be published where the text itself can't.
A passage becomes a :class:`~detente.scoring.gold.Case` once its text is at hand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from detente.errors import RecordError
from detente.scoring.gold import Case, case_of

SPANS = frozenset({"name", "text", "content", "anchor", "act", "condition"})
LAYERS = ("actors", "places", "dates", "statements", "events", "commitments", "must_not")
ABOUT = frozenset({"text", "start", "end", "sha256"})


def read_passages(folder: Path, texts: Mapping[str, Mapping[str, Any]]) -> list[Case]:
    """The passages of a folder whose texts are at hand, by name.

    Args:
        folder: of the passages, a JSON file each.
        texts: for each id at hand a row with ``text`` and ``title``.

    Raises:
        RecordError: no JSON, a span outside its passage, a text other than the one that was annotated,
            or gold that :func:`~detente.scoring.gold.case_of` refuses.
    """
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            row = json.loads(path.read_bytes())
        except ValueError as error:
            raise RecordError(f"not JSON: {error}", where=str(path)) from error
        if row["text"] in texts:
            found.append(_passage(row, texts[row["text"]], path))
    return found


def _passage(row: dict[str, Any], source: Mapping[str, Any], path: Path) -> Case:
    text, start, end = source["text"], row["start"], row["end"]
    body = text[start:end]
    if hashlib.sha256(body.encode()).hexdigest() != row["sha256"]:
        raise RecordError(f"characters {start} to {end} of '{row['text']}' are not what was annotated", where=str(path))

    def quoted(value: Any) -> Any:
        first, last = value
        if not start <= first < last <= end:
            raise RecordError(f"span {first} to {last} lies outside the passage ({start} to {end})", where=str(path))
        return text[first:last]

    gold = {key: value for key, value in row.items() if key not in ABOUT}
    gold["furniture"] = [quoted(span) for span in row.get("furniture", ())]
    for layer in LAYERS:
        gold[layer] = [
            {k: quoted(v) if k in SPANS and v is not None else v for k, v in item.items()} for item in row.get(layer, ())
        ]
    return case_of(gold, text=body, name=path.stem, where=str(path), title=source.get("title"))
