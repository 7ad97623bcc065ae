"""How good each layer is, against floors that must not fall: ``make eval``.

Scores whatever gold data is at hand: the annotated cases of this folder, and the development data
beside the checkout (../shared), with its scorers. Says plainly which sets were absent, prints a row a
measure with the hash of its set, and exits with status 1 where a figure fell below ``floors.toml``.

    python evals/gate.py [--layers events,when] [--held] [--half a|b|all] [--classes] [--card]

``--held`` adds the cases that are kept apart; ``--half`` takes every second item of a set (the halves
that rules were and were not written from). ``--card`` writes the figures into the accuracy card.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import public_sets as public
from bench import HERE, SHARED, Bench, Figure
from card import as_table, write_card
from own_cases import cases, classes, marked, marked_apart

Part = Callable[[Bench], Iterator[Figure]]
FOLDERS = {
    "cases": ("cases", SHARED / "cases"),
    "own": ("own cases", HERE / "cases" / "dev"),
    "passages": ("passages", HERE / "passages" / "dev"),
    "held": ("own cases, kept apart", HERE / "cases" / "held"),
    "held-passages": ("passages, kept apart", HERE / "passages" / "held"),
}
APART = ("held", "held-passages")  # and the marked reports of ``marked_apart``


def parts(*, held: bool) -> dict[str, Part]:
    """The measurements by name."""
    found: dict[str, Part] = {
        key: lambda bench, name=name, folder=folder: cases(bench, folder, name)  # type: ignore[misc]
        for key, (name, folder) in FOLDERS.items()
        if held or key not in APART
    }
    for part in (marked, public.events, public.attribution, public.where, public.when, public.furniture):
        found[part.__name__] = part
    if held:
        found["held-marked"] = marked_apart
    return found


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--layers", default="", help="comma-separated: " + ",".join(parts(held=True)))
    parser.add_argument("--held", action="store_true", help="score the cases that are kept apart, too")
    parser.add_argument("--half", choices=("a", "b", "all"), default="all")
    parser.add_argument("--classes", action="store_true", help="a row a class of the own cases, too")
    parser.add_argument("--card", action="store_true", help="write the figures into the accuracy card and its summary")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--markdown", type=Path, help="write them there as a table")
    return parser.parse_args()


def report(figures: list[Figure], *, compare: bool) -> int:
    """Print each figure beside its floor; how many fell."""
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    fallen = 0
    print(f"{'layer':<28}{'measure':<34}{'value':>7}{'floor':>8}{'items':>7}  set")
    for f in figures:
        floor = floors.get(f.layer, {}).get(f.measure)
        low = floor is not None and compare and f.value < floor - 1e-9
        fallen += low
        shown = "" if floor is None else f"{floor:.3f}"
        print(f"{f.layer:<28}{f.measure:<34}{f.value:>7.3f}{shown:>8}{f.count:>7}  {f.data}{'  FELL' if low else ''}")
    return fallen


def main() -> int:
    """Measure, print, compare."""
    args = arguments()
    wanted = {part for part in args.layers.split(",") if part}
    if unknown := wanted - parts(held=True).keys():
        sys.exit(f"no such layer: {', '.join(sorted(unknown))}; there are {', '.join(parts(held=True))}")
    if needs := sorted(wanted & {*APART, "held-marked"}) if not args.held else []:
        sys.exit(f"kept apart: {', '.join(needs)}; add --held")
    bench = Bench(args.half)
    figures = [f for name, part in parts(held=args.held).items() if not wanted or name in wanted for f in part(bench)]
    fallen = report(figures, compare=args.half == "all")
    if args.classes:
        for key in APART if args.held else ("own", "passages"):
            for layer, row in classes(bench, FOLDERS[key][1], FOLDERS[key][0]):
                print(f"{FOLDERS[key][0]:<28}{layer + ' ' + row.name:<34}{row.value:>7.3f}{'':>8}{row.items:>7}")
    if args.card:
        write_card(figures)
    if args.markdown:
        args.markdown.write_text(as_table(figures), encoding="utf-8")
    if args.json:
        rows = [{"layer": f.layer, "measure": f.measure, "value": round(f.value, 4), "items": f.count, "set": f.data} for f in figures]
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
