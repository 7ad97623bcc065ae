"""How well near copies are found, and how fast: ``python -m benchmarks.duplicates [--texts FILE.jsonl]``.

Prints precision, recall and F1 over pairs of reports that are of one family, what became of each kind of
variant, false merges of filled forms, and reports a second. The reports come from a seed; with ``--texts``
the stories are the texts of a JSON Lines file and only their variants are made.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.made_reports import Made, reports

from detente.sources.duplicates import Placed, place


def pairs(names: dict[str, str]) -> set[tuple[str, str]]:
    """All pairs of reports of one family, the ids in order."""
    families: dict[str, list[str]] = {}
    for report, family in names.items():
        families.setdefault(family, []).append(report)
    return {pair for members in families.values() for pair in combinations(sorted(members), 2)}


def scores(made: Sequence[Made], placed: dict[str, Placed]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs."""
    gold = pairs({each.id: each.story for each in made})
    found = pairs({name: place.family for name, place in placed.items()})
    right = len(gold & found)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def lost(made: Sequence[Made], placed: dict[str, Placed]) -> Counter[str]:
    """How many reports of each variant stand outside the family of their story's first, or in a wrong one."""
    by_id = {each.id: each for each in made}
    heads: dict[str, str] = {}
    missed: Counter[str] = Counter()
    for each in made:
        head = placed[each.id].family
        if by_id[head].story != each.story:
            missed[f"{each.variant}: merged wrongly"] += 1
        elif heads.setdefault(each.story, head) != head:
            missed[f"{each.variant}: missed"] += 1
    return missed


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=2)
    options.add_argument("--texts", type=Path)
    given = options.parse_args()
    texts = [json.loads(line)["text"] for line in given.texts.read_text().splitlines()] if given.texts else []
    made = reports(given.reports, given.seed, texts)
    start = time.process_time()
    placed = place(made)
    spent = time.process_time() - start
    precision, recall, f1 = scores(made, placed)
    words = sum(len(each.text.split()) for each in made) / len(made)
    print(f"{len(made)} reports of {words:.0f} words; precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")
    print(f"{len(made) / spent:.0f} reports a second")
    print(dict(Counter(each.variant for each in made)))
    for name, count in sorted(lost(made, placed).items()):
        print(f"  {name}: {count}")


if __name__ == "__main__":
    main()
