"""How well reports add up: ``python evals/adding_up.py [--kept | --made N] [--misses] [--classes]``.

Reads the marked reports of ``evals/adding``, lets each case add up in a ledger of its own, and prints precision
and recall over pairs of mentions, and B-cubed, of merged events and of merged commitments, with 95 % intervals
over cases. ``--kept`` takes the half that is kept apart, ``--made`` so many cases from a seed; ``--misses`` says what went wrong.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path

from made_cases import made_cases

from detente.ingest import add_records, finish
from detente.ledger.flatten import flatten
from detente.ledger.store import open_ledger
from detente.pipeline import Reader
from detente.records import Record, Report
from detente.scoring import bootstrap
from detente.scoring.adding import AddingCase, Layer, MarkedReport, Mention, clusters_of, read_adding_cases
from detente.scoring.clusters import Pairs, b_cubed, pairs_of
from detente.sources import InputOptions, report_from_text

HERE = Path(__file__).resolve().parent / "adding"
LAYERS: tuple[Layer, ...] = ("events", "commitments")
Part = tuple[dict[Mention, str], dict[Mention, str]]


def rows_of(cases: Sequence[AddingCase]) -> Iterator[list[tuple[Layer, int, int, int, str]]]:
    """For each case its rows as read: layer, report, where, and the merged row that each became part of."""
    reader = Reader()
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "cases.db", create=True) as ledger:
        for number, case in enumerate(cases):
            records = [reader.read(_report(each, str(at))) for at, each in enumerate(case.reports)]
            name = f"case-{number}"
            list(add_records(ledger.engine, name, records))
            finish(ledger.engine, [name])
            yield list(_placed(records, ledger.dossier(name).sources()))


def _report(marked: MarkedReport, key: str) -> Report:
    options = InputOptions(published=marked.published, outlet=marked.outlet, language="en")
    return report_from_text(marked.text, options, key=key)


def _placed(records: Sequence[Record], sources: Mapping[str, tuple[str, int, int, int]]) -> Iterator[tuple[Layer, int, int, int, str]]:
    for number, record in enumerate(records):
        flat = flatten(record)
        for event, row in zip(record.events, flat.events, strict=True):
            yield "events", number, event.trigger.start, event.trigger.end, sources[row.id][0]
        for held, told in zip(record.commitments, flat.commitments, strict=True):
            yield "commitments", number, held.act.start, held.act.end, sources[told.id][0]


def figures() -> Iterator[tuple[str, Callable[[Sequence[Part]], float]]]:
    """The measures by name, each a function of parts."""
    yield "pairs precision", lambda some: _pairs(some).precision
    yield "pairs recall", lambda some: _pairs(some).recall
    yield "pairs recall, of what was read", lambda some: _pairs([_as_read(part) for part in some]).recall
    yield "B-cubed precision", lambda some: b_cubed(some)[0]
    yield "B-cubed recall", lambda some: b_cubed(some)[1]


def _pairs(parts: Sequence[Part]) -> Pairs:
    return reduce(Pairs.__add__, (pairs_of(gold, found) for gold, found in parts), Pairs(gold=0, found=0, right=0))


def _as_read(part: Part) -> Part:
    gold, found = part
    return {mention: label for mention, label in gold.items() if mention in found}, found


def table(layer: Layer, parts: Sequence[Part]) -> None:
    """Print a layer's measures."""
    pairs = _pairs(parts)
    mentions, read = sum(len(gold) for gold, _ in parts), sum(len(found) for _, found in parts)
    print(f"{layer}: {len(parts)} cases, {mentions} mentions, {read} read; pairs: {pairs.gold} to be one, {pairs.found} made one, {pairs.right} rightly")
    for name, figure in figures():
        drawn = bootstrap(parts, figure)
        print(f"  {name:32} {drawn.value:.3f}  [{drawn.low:.2f}, {drawn.high:.2f}]")


def faults(case: AddingCase, part: Part) -> Iterator[str]:
    """What went wrong in a case: what was not read, was kept apart, or was made one."""
    gold, found = part
    for mention in gold:
        if mention not in found:
            yield f"not read: {_shown(case, mention)}"
    for one in found:
        for other in found:
            if repr(one) < repr(other) and (gold[one] == gold[other]) != (found[one] == found[other]):
                yield f"{'kept apart' if gold[one] == gold[other] else 'MADE ONE'}: {_shown(case, one)} | {_shown(case, other)}"


def _shown(case: AddingCase, mention: Mention) -> str:
    number, start, end = mention.report, mention.start, mention.end
    text = case.reports[number].text
    return f"{mention.label} “{text[max(0, start - 30) : end + 30]}”"


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", action="store_true", help="score the half that is kept apart")
    options.add_argument("--made", type=int, metavar="N", help="score so many cases that are made from a seed")
    options.add_argument("--seed", type=int, default=2)
    options.add_argument("--misses", action="store_true", help="say what went wrong")
    options.add_argument("--classes", action="store_true", help="a line a class of cases")
    given = options.parse_args()
    written = HERE / ("kept.toml" if given.kept else "dev.toml")
    cases = tuple(made_cases(given.made, given.seed)) if given.made else read_adding_cases(written)
    rows = list(rows_of(cases))
    for layer in LAYERS:
        made = [(case, clusters_of(case, layer, found)) for case, found in zip(cases, rows, strict=True)]
        made = [(case, part) for case, part in made if part[0]]
        table(layer, [part for _, part in made])
        for kind in sorted({case.kind for case, _ in made}) if given.classes else ():
            pairs = _pairs([part for case, part in made if case.kind == kind])
            print(f"    {kind:20} {pairs.gold:3} to be one, {pairs.found:3} made one, {pairs.right:3} rightly")
        for case, part in made if given.misses else ():
            for fault in faults(case, part):
                print(f"  {case.kind} · {case.name} · {fault}")


if __name__ == "__main__":
    main()
