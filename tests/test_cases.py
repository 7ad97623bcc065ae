"""Annotated reports that lie beside the checkout: the share of what an annotator marked that is read right."""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from detente.records.encode import as_dict
from detente.sources import InputOptions, report_from_text
from tests import goldens

# A little below what has been measured: a fall is a fault, a rise is reason to raise them.
FLOORS = {
    "furniture": 0.95,
    "actors": 0.95,
    "places": 0.95,
    "dates": 0.95,
    "statements": 0.92,
    "events": 0.92,
    "commitments": 0.90,
}
MOST_BROKEN = 0.05  # the share of what must not be there that is there


@pytest.fixture
def judge(shared: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The checker beside the cases."""
    monkeypatch.syspath_prepend(str(shared / "eval"))
    monkeypatch.delitem(sys.modules, "check_record", raising=False)
    return importlib.import_module("check_record")


def test_annotated_reports_are_read_as_well_as_they_were(shared: Path, judge: ModuleType) -> None:
    """Pooled over all cases, no layer's share of right items is below its floor, and hardly a ban is broken."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    bans, broken = 0, []
    for folder in sorted(path.parent for path in (shared / "cases").glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        text = (folder / gold["report"]).read_text(encoding="utf-8")
        report = report_from_text(text, InputOptions(published=gold["published"]), key=folder.name)
        case = judge.Case(folder, json.loads(json.dumps(as_dict(goldens.reader().read(report)))))
        for layer, (_, check) in judge.LAYERS.items():
            items = [item for item in gold.get(layer, []) if isinstance(item, str) or not item.get("hard")]
            total[layer] += len(items)
            right[layer] += sum(found and not wrong for found, wrong in (check(case, item) for item in items))
        bans += len(gold.get("must_not", []))
        broken += [f"{folder.name}: {ban}" for ban in gold.get("must_not", []) if case.broken(ban)]
    shares = {layer: right[layer] / total[layer] for layer in total}
    table = [f"{layer:<12}{right[layer]:>4} of {total[layer]:>4} {shares[layer]:>6.3f}  floor {FLOORS[layer]:.2f}" for layer in total]
    sys.stdout.write("\n".join(["", *table, f"must not     {len(broken)} of {bans} broken", *broken, ""]))
    assert set(total) == set(FLOORS)
    assert [layer for layer in total if shares[layer] < FLOORS[layer]] == [], "\n".join(table)
    assert len(broken) <= MOST_BROKEN * bans, broken
