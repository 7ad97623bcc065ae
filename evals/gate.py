"""How good each layer is, against floors that must not fall: ``make eval``.

Scores whatever gold data is at hand: the annotated cases of this folder, and the development data
beside the checkout (../shared), with its scorers. Says plainly which sets were absent, prints a row a
measure with the hash of its set, and exits with status 1 where a figure fell below ``floors.toml``.

    python evals/gate.py [--layers events,when] [--held] [--half a|b|all] [--json FILE]

``--held`` adds the cases that are kept apart; ``--half`` takes every second item of a set (the halves
that rules were and were not written from).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.pipeline import Reader
from detente.records.encode import as_dict
from detente.sources import InputOptions, find_furniture, report_from_text

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "evals"
SHARED = ROOT.parent / "shared"
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number: of which set (its hash), layer and measure."""

    layer: str
    measure: str
    value: float
    count: int
    data: str


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

    def record(self, text: str, published: str | None, key: str) -> dict[str, Any]:
        """The record of a text as JSON values."""
        options = InputOptions(published=published, language="en")
        return json.loads(json.dumps(as_dict(self.reader.read(report_from_text(text, options, key=key)))))  # type: ignore[no-any-return]

    def predictions(self, rows: Rows, convert: Callable[[dict[str, Any]], dict[str, Any]]) -> Rows:
        """What the scorers take, by the converters beside the checkout."""
        bare = importlib.import_module("predictions").bare
        given = [bare(row) for row in rows]
        return [convert(self.record(g["text"], g["published"], g["id"])) for g in given]


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


def cases(bench: Bench, folder: Path, name: str) -> Iterator[Figure]:
    """Annotated reports: the share of gold items that are right, items marked hard left out and put in."""
    if not folder.is_dir() or not (SHARED / "eval").is_dir():
        print(f"absent: {name}", file=sys.stderr)
        return
    check = importlib.import_module("check_record")
    totals: dict[str, list[int]] = {}
    broken = bans = 0
    digest = hashlib.sha256()
    for case_folder in sorted(f for f in folder.iterdir() if (f / "gold.json").is_file()):
        gold = json.loads((case_folder / "gold.json").read_text(encoding="utf-8"))
        text = (case_folder / gold["report"]).read_text(encoding="utf-8")
        digest.update((case_folder / "gold.json").read_bytes())
        case = check.Case(case_folder, bench.record(text, gold["published"], case_folder.name))
        for layer, (_, judge) in check.LAYERS.items():
            for item in gold.get(layer, []):
                found, bad = judge(case, item)
                hard = isinstance(item, dict) and item.get("hard", False)
                for key in (f"{layer} with hard", *([] if hard else [layer])):
                    entry = totals.setdefault(key, [0, 0])
                    entry[0] += 1
                    entry[1] += bool(found and not bad)
        bans += len(gold.get("must_not", []))
        broken += sum(case.broken(ban) for ban in gold.get("must_not", []))
    for key, (count, right) in totals.items():
        yield Figure(name, f"{key} right", right / count, count, digest.hexdigest()[:12])
    yield Figure(name, "must_not kept", 1 - broken / max(1, bans), bans, digest.hexdigest()[:12])


def measure(bench: Bench, layers: set[str], *, held: bool) -> list[Figure]:
    """All figures of the layers asked for."""
    parts: dict[str, Callable[[Bench], Iterator[Figure]]] = {
        "cases": lambda b: cases(b, SHARED / "cases", "cases"),
        "own": lambda b: cases(b, HERE / "cases" / "dev", "own cases"),
        "events": events, "attribution": attribution, "where": where, "when": when, "furniture": furniture,
    }  # fmt: skip
    if held:
        parts["held"] = lambda b: cases(b, HERE / "cases" / "held", "own cases, kept apart")
    return [figure for name, part in parts.items() if not layers or name in layers for figure in part(bench)]


def main() -> int:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--layers", default="", help="comma-separated: cases,own,events,attribution,where,when,furniture")
    parser.add_argument("--held", action="store_true", help="score the cases that are kept apart, too")
    parser.add_argument("--half", choices=("a", "b", "all"), default="all")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--markdown", type=Path, help="write them there as a table")
    args = parser.parse_args()
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    figures = measure(Bench(args.half), {part for part in args.layers.split(",") if part}, held=args.held)
    fallen = 0
    print(f"{'layer':<24}{'measure':<34}{'value':>7}{'floor':>8}{'items':>7}  set")
    for figure in figures:
        floor = floors.get(figure.layer, {}).get(figure.measure)
        low = floor is not None and args.half == "all" and figure.value < floor - 1e-9
        fallen += low
        shown = "" if floor is None else f"{floor:.3f}"
        print(f"{figure.layer:<24}{figure.measure:<34}{figure.value:>7.3f}{shown:>8}{figure.count:>7}  {figure.data}{'  FELL' if low else ''}")
    if args.markdown:
        table = "".join(f"| {f.layer} | {f.measure} | {f.value:.3f} | {f.count} | `{f.data}` |\n" for f in figures)
        args.markdown.write_text("| layer | measure | figure | items | set |\n|---|---|--:|--:|---|\n" + table, encoding="utf-8")
    if args.json:
        rows = [{"layer": f.layer, "measure": f.measure, "value": round(f.value, 4), "items": f.count, "set": f.data} for f in figures]
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
