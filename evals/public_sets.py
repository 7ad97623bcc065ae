"""Public gold data beside the checkout: one function a set, each with its scorer there."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

from bench import Bench, Figure, Rows

from detente.sources import find_furniture


def events(bench: Bench) -> Iterator[Figure]:
    """PLOVER gold standard sentences."""
    found = bench.rows("events", "gsr_dev.jsonl")
    if found is None:
        return
    rows, digest = found
    scorer, convert = importlib.import_module("score_events"), importlib.import_module("predictions").events
    result = scorer.score(rows, bench.predictions(rows, convert))
    for name in ("event", "source", "target", "triple", "triple+sector"):
        yield Figure("events", f"{name} F1", scorer.prf(*result["rows"][name])[2], len(rows), digest)
    yield Figure("events", "P-all", result["rows"]["event"][2] / max(1, result["n_types_predicted"]), len(rows), digest)


def attribution(bench: Bench) -> Iterator[Figure]:
    """PolNeAR articles and paragraphs."""
    for name in ("polnear", "quotes"):
        found = bench.rows("attribution", f"{name}_dev.jsonl")
        if found is None:
            continue
        rows, digest = found
        scorer, convert = importlib.import_module("score_attribution"), importlib.import_module("predictions").attribution
        result = scorer.score(rows, bench.predictions(rows, convert))
        for measure in ("detection", "triple", "quote_speaker"):
            yield Figure(f"attribution {name}", f"{measure} F1", result[measure]["f1"], len(rows), digest)


def where(bench: Bench) -> Iterator[Figure]:
    """GeoVirus."""
    found = bench.rows("where", "dev.gold.jsonl")
    if found is None:
        return
    rows, digest = found
    scorer, convert = importlib.import_module("score_where"), importlib.import_module("predictions").where
    by_id = {row["id"]: row for row in rows}
    made = {p["id"]: p for p in bench.predictions(rows, convert)}
    result = scorer.geoparse(by_id, made)
    result = result.get("ALL", result)
    yield Figure("where", "overlap F1", result["overlap"]["f1"], len(rows), digest)
    yield Figure("where", "country F1, own spans", result["f1_country"], len(rows), digest)
    yield Figure("where", "country of those found", _country_of_found(rows, made), len(rows), digest)


def _country_of_found(rows: Rows, made: dict[str, Any]) -> float:
    """Of the gold places that have a country and that a prediction overlaps, the share with that country."""
    pairs = [
        (gold["country"], next((p["country"] for p in made[row["id"]]["toponyms"] if p["start"] < gold["end"] and gold["start"] < p["end"]), ""))
        for row in rows
        for gold in row["toponyms"]
        if gold.get("country")
    ]
    found = [(want, got) for want, got in pairs if got != ""]
    return sum(want == got for want, got in found) / max(1, len(found))


def when(bench: Bench) -> Iterator[Figure]:
    """MEANTIME and WikiWars."""
    found = bench.rows("when", "dev.gold.jsonl")
    if found is None:
        return
    rows, digest = found
    scorer, convert = importlib.import_module("score_when"), importlib.import_module("predictions").when
    result = scorer.score({r["id"]: r for r in rows}, {p["id"]: p for p in bench.predictions(rows, convert)})["ALL"]
    yield Figure("when", "span F1, relaxed", result["span_relaxed"]["f1"], len(rows), digest)
    yield Figure("when", "value F1", result["value_f1"], len(rows), digest)


def furniture(bench: Bench) -> Iterator[Figure]:
    """Lines of pages, kept or dropped."""
    found = bench.rows("furniture", "lines_dev.jsonl")
    if found is None:
        return
    rows, digest = found
    for style in sorted({row.get("style", "") for row in rows}):
        yield from _furniture(bench, [r for r in rows if r.get("style", "") == style], style, digest)


def _furniture(bench: Bench, rows: Rows, style: str, digest: str) -> Iterator[Figure]:
    right = dropped = gold = lost = content = 0
    for row in rows:
        text, at = "\n".join(row["lines"]), 0
        spans = find_furniture(text, bench.reader.lexicon.furniture)
        for line, label in zip(row["lines"], row["keep"], strict=True):
            out = any(s.start <= at and at + len(line) <= s.end for s in spans) and bool(line.strip())
            drop = not label
            right, dropped, gold = right + (out and drop), dropped + out, gold + drop
            lost, content = lost + len(line) * (out and not drop), content + len(line) * (not drop)
            at += len(line) + 1
    score = 2 * right / (dropped + gold) if dropped + gold else 0.0
    yield Figure(f"furniture {style}", "drop F1", score, len(rows), digest)
    yield Figure(f"furniture {style}", "content kept", 1 - lost / max(1, content), len(rows), digest)
