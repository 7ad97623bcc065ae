"""The accuracy card: figures written between markers of docs/reference/accuracy.md, and its summary as data.

``detente doctor --accuracy`` prints the summary, so that who uses the coder sees how good it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from bench import HERE, Figure

CARD = HERE.parent / "docs" / "reference" / "accuracy.md"
SUMMARY = HERE.parent / "src" / "detente" / "resources" / "data" / "accuracy.json"
UNSEEN = {"own cases, kept apart": "reports", "passages, kept apart": "passages of speeches and statements", "marked reports, kept apart": "marked reports of varied prose"}
SHOWN = (
    "actors right", "places right", "dates right", "statements right", "events right", "commitments right",
    "factuality accuracy", "kind+holder+condition F1", "must_not kept",
)  # fmt: skip


def as_table(figures: Iterable[Figure]) -> str:
    """A Markdown table, a row a figure."""
    head = "| layer | measure | figure | 95 % of samples | items | set |\n|---|---|--:|---|--:|---|\n"
    return head + "".join(_row(f) for f in figures)


def _row(f: Figure) -> str:
    drawn = f"{f.interval.low:.2f} to {f.interval.high:.2f}" if f.interval else ""
    return f"| {f.layer} | {f.measure} | {f.value:.3f} | {drawn} | {f.count} | `{f.data}` |\n"


def write_card(figures: Sequence[Figure]) -> None:
    """Put each group of figures between its markers, and the unseen ones into the packaged summary."""
    text = CARD.read_text(encoding="utf-8")
    for key, group in _groups(figures).items():
        pattern = re.compile(rf"(<!-- figures: {key} -->\n).*?(<!-- end -->)", re.DOTALL)
        text = pattern.sub(lambda m, group=group: m[1] + "\n" + as_table(group) + "\n" + m[2], text)  # type: ignore[misc]
    CARD.write_text(text, encoding="utf-8")
    _write_summary([f for f in figures if f.layer in UNSEEN and f.measure in SHOWN])


def _groups(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    groups: dict[str, list[Figure]] = {"unseen": [], "developed": [], "public": []}
    for f in figures:
        key = "unseen" if f.layer in UNSEEN else "developed" if "cases" in f.layer or f.layer == "passages" else "public"
        groups[key].append(f)
    return {key: group for key, group in groups.items() if group}


def _write_summary(figures: Sequence[Figure]) -> None:
    if not figures:
        return
    sets = [
        {"on": UNSEEN[layer], "set": next(f.data for f in figures if f.layer == layer), "figures": [_short(f) for f in figures if f.layer == layer]}
        for layer in dict.fromkeys(f.layer for f in figures)
    ]
    made = {"measured": datetime.now(UTC).date().isoformat(), "sets": sets}
    SUMMARY.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def _short(figure: Figure) -> dict[str, object]:
    row: dict[str, object] = {"measure": figure.measure, "value": round(figure.value, 3), "items": figure.count}
    if figure.interval:
        row |= {"low": round(figure.interval.low, 3), "high": round(figure.interval.high, 3)}
    return row
