"""How far two annotators agree: what no coder is to be asked to exceed.

    python evals/two_annotators.py [FOLDER]

FOLDER (``cases/second`` beside this file) holds ``NAME/gold.json``, a second and independent annotation of the events and
commitments of a report that stands in ``cases/dev`` or ``cases/held`` under the same name. Prints, for each
measure, the second held against the first, the first against the second, and the mean.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from detente.scoring import (
    Case,
    Interval,
    Judged,
    commitment_f1,
    factuality_accuracy,
    held_against,
    read_case,
    shares,
)
from detente.scoring.gold import case_of

HERE = Path(__file__).resolve().parent
Figure = Callable[[Sequence[Judged]], Interval]


def pairs(folder: Path) -> Iterable[tuple[Case, Case]]:
    """The first and the second annotation of each report of the folder."""
    for path in sorted(folder.glob("*/gold.json")):
        name = path.parent.name
        home = next(where for where in (HERE / "cases" / "held" / name, HERE / "cases" / "dev" / name) if where.exists())
        first = read_case(home)
        yield first, case_of(json.loads(path.read_bytes()), text=first.text, name=name, where=str(path))


def right(name: str) -> Figure:
    """The share of a layer that is right."""
    return lambda judged: next(row.interval for row in shares(judged) if row.name == name)


FIGURES: dict[str, Figure] = {
    "events right": right("events"),
    "events with hard right": right("events with hard"),
    "commitments right": right("commitments"),
    "commitments with hard right": right("commitments with hard"),
    "factuality accuracy": factuality_accuracy,
    "kind+holder+condition F1": commitment_f1,
}


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "cases" / "second"
    both = list(pairs(folder))
    if not both:
        print(f"absent: no second annotation in {folder}", file=sys.stderr)
        return 0
    there = [held_against(first, second) for first, second in both]
    back = [held_against(second, first) for first, second in both]
    print(f"{len(both)} reports{'':<22}{'second':>8}{'first':>8}{'mean':>8}")
    for name, figure in FIGURES.items():
        one, two = figure(there).value, figure(back).value
        print(f"{name:<31}{one:>8.3f}{two:>8.3f}{(one + two) / 2:>8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
