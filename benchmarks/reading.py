"""What reading costs over the bare parse: ``make bench`` or ``python benchmarks/reading.py [FILE.jsonl]``.

Prints, from one run on one machine: CPU time of the bare parse and of reading the same texts, their
ratio, words a second of each, peak memory, and CPU time against text length (1 kB to 1 MB). CPU time of
the process is what is compared, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from detente.pipeline import Reader
from detente.records import Report
from detente.sources import InputOptions, report_from_text
from detente.sources.relevance import Gate
from detente.workers import cores, read_many

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data" / "texts" / "texts.jsonl"


def texts_of(path: Path | None, limit: int) -> list[tuple[str, str | None]]:
    """Texts with their days: of a JSON Lines file, else of ../shared, else the project's examples over and over."""
    path = path or (SHARED if SHARED.is_file() else None)
    if path is None:
        print("no ../shared beside the checkout: measuring on examples/ instead", file=sys.stderr)
        own = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "examples").glob("*.txt"))]
        return [(text, "2020-01-01") for text in own * 30][:limit]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["text"], row.get("published")) for row in rows][:limit]


def measure(reader: Reader, texts: list[tuple[str, str | None]]) -> None:
    """One pass of reading, one of our parse by paragraph, one of the bare parse, over the same texts."""
    reports = [report_from_text(text, InputOptions(published=day, language="en"), key=str(i)) for i, (text, day) in enumerate(texts)]
    words = sum(len(text.split()) for text, _ in texts)
    for report in reports[:3]:
        reader.read(report)  # loads what is loaded lazily
    read = _spent(lambda: [reader.read(report) for report in reports])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    paragraphs = _spent(lambda: [reader.parser.parse(text) for text, _ in texts])
    parse = _spent(lambda: [None for _ in reader.parser.nlp.pipe([text for text, _ in texts], batch_size=16)])
    print(f"texts {len(texts)}, words {words}")
    print(f"bare parse, whole texts {parse:8.2f} s CPU {words / parse:8.0f} words/s")
    print(f"parse by paragraph      {paragraphs:8.2f} s CPU {words / paragraphs:8.0f} words/s")
    print(f"reading                 {read:8.2f} s CPU {words / read:8.0f} words/s")
    print(f"reading / bare parse    {read / parse:8.2f}")
    print(f"reading / by paragraph  {read / paragraphs:8.2f}")
    print(f"peak memory of reading  {memory:8.0f} MiB")
    cores_at_hand(reports, words, parse)
    gate = Gate(reader.lexicon)
    judging = _spent(lambda: [gate.judge(report.text) for report in reports])
    print(f"relevance gate          {judging:8.2f} s CPU {words / judging:8.0f} words/s, {parse / judging:.0f} x the bare parse")


def cores_at_hand(reports: list[Report], words: int, parse: float) -> None:
    """Words a second by the clock with a worker a core, over those of the bare parse in one process."""
    count = cores()
    crew = read_many(reports, workers=count)
    waiting = iter(crew)
    begun = time.perf_counter()
    next(waiting)
    loading = time.perf_counter() - begun
    rest = sum(1 for _ in waiting)
    spent = time.perf_counter() - begun - loading
    share = rest / len(reports)
    print(f"{count} workers, by the clock {spent:6.2f} s      {share * words / spent:8.0f} words/s, {share * parse / spent:.2f} x the bare parse")


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def growth(reader: Reader, texts: list[tuple[str, str | None]], largest: int) -> None:
    """CPU time of reading one text of growing length, and microseconds a character."""
    base = "\n\n".join(text for text, _ in texts)
    base = (base * (largest // max(1, len(base)) + 1))[:largest]
    size = 1_000
    while size <= largest:
        report = report_from_text(base[:size], InputOptions(published="2020-01-01", language="en"), key="growth")
        start = time.process_time()
        reader.read(report)
        spent = time.process_time() - start
        print(f"{size:>9} characters {spent:8.2f} s {1e6 * spent / size:7.1f} microseconds a character")
        size *= 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="JSON Lines with 'text' and 'published'")
    parser.add_argument("--limit", type=int, default=294, help="texts at most")
    parser.add_argument("--largest", type=int, default=1_000_000, help="characters of the longest text")
    args = parser.parse_args()
    texts = texts_of(args.file, args.limit)
    reader = Reader()
    measure(reader, texts)
    growth(reader, texts, args.largest)


if __name__ == "__main__":
    main()
