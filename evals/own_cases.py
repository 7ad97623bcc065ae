"""Annotated reports: the share of gold items that are right, with bootstrap intervals over reports."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import Bench, Figure

from detente.scoring import (
    Case,
    Judged,
    Share,
    by_class,
    commitment_f1,
    factuality_accuracy,
    judge,
    read_cases,
    read_marked,
    read_passages,
    shares,
)

HERE = Path(__file__).resolve().parent
MARKED, SPOKEN, APART = HERE / "marked" / "dev", HERE / "passages" / "marked", HERE / "marked" / "held"
CLASSES = ("statements", "events", "commitments")


def cases(bench: Bench, folder: Path, name: str) -> Iterator[Figure]:
    """Each layer, items marked hard left out and put in; what must not be there; factuality; commitments as F1."""
    judged, digest = judged_cases(bench, folder, name)
    if not judged:
        return
    for row in shares(judged):
        yield Figure(name, f"{row.name} right", row.value, row.items, digest, row.interval)
    bans, broken = sum(len(j.case.bans) for j in judged), sum(len(j.broken) for j in judged)
    yield Figure(name, "must_not kept", 1 - broken / max(1, bans), bans, digest)
    events = sum(v.item.layer == "events" and v.found for j in judged for v in j.verdicts)
    accuracy, f1 = factuality_accuracy(judged), commitment_f1(judged)
    yield Figure(name, "factuality accuracy", accuracy.value, events, digest, accuracy)
    gold = sum(v.item.layer == "commitments" for j in judged for v in j.verdicts)
    yield Figure(name, "kind+holder+condition F1", f1.value, gold, digest, f1)


def classes(bench: Bench, folder: Path, name: str) -> Iterator[tuple[str, Share]]:
    """The share of each class of statements, events and commitments, hard items put in."""
    judged, _ = judged_cases(bench, folder, name)
    for layer in CLASSES:
        yield from ((layer, row) for row in by_class(judged, layer))


def marked(bench: Bench) -> Iterator[Figure]:
    """Texts with every commitment marked: the share that is right, and F1 against gold that lists all."""
    yield from _marked(bench, "marked reports", MARKED, read_marked(MARKED))
    yield from _marked(bench, "marked passages", SPOKEN, read_passages(SPOKEN, bench.texts()))


def marked_apart(bench: Bench) -> Iterator[Figure]:
    """The marked reports that are kept apart: nobody who writes rules has read them."""
    yield from _marked(bench, "marked reports, kept apart", APART, read_marked(APART))


def _marked(bench: Bench, name: str, folder: Path, found: Sequence[Case]) -> Iterator[Figure]:
    if not found:
        print(f"absent: {name}", file=sys.stderr)
        return
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.iterdir()))).hexdigest()[:12]
    judged = [judge(case, bench.read(case.text, case.published, case.name, case.title)) for case in found]
    share, f1 = next(row for row in shares(judged) if row.name == "commitments"), commitment_f1(judged)
    yield Figure(name, "commitments right", share.value, share.items, digest, share.interval)
    yield Figure(name, "kind+holder+condition F1", f1.value, share.items, digest, f1)


def judged_cases(bench: Bench, folder: Path, name: str) -> tuple[Sequence[Judged], str]:
    """All cases of a folder held against their records, and the hash of the gold."""
    found = read_passages(folder, bench.texts()) if folder.parent.name == "passages" else read_cases(folder)
    if not found:
        print(f"absent: {name}", file=sys.stderr)
        return [], ""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.rglob("*.json"))))
    read = [judge(case, bench.read(case.text, case.published, case.name, case.title)) for case in found]
    return read, digest.hexdigest()[:12]
