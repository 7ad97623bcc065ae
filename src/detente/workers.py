"""Many reports on the cores at hand: the same records, in the same order, as one process gives.

Each worker process loads its own parser once. Reports travel in small bundles and the results are
handed on in input order; only so many bundles are under way that memory stays bounded however long
the input is. A report whose worker dies (out of memory, killed) is read again alone; if it dies again it
becomes a failure, and nothing else is lost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TYPE_CHECKING

from detente.errors import UsageError
from detente.pipeline import Reader
from detente.records import Record, Report
from detente.resources import lexicon
from detente.settings import Settings
from detente.sources import Failure
from detente.sources.relevance import gated

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

WORTHWHILE = 24  # reports: fewer are read sooner than a second parser is loaded
BUNDLE = 20_000  # characters: enough to keep a worker busy for half a second
AHEAD = 4  # bundles a worker: enough that no worker waits for the slowest

Item = Report | Failure
Outcome = Record | Failure
_reader: Reader | None = None


def read_many(
    reports: Iterable[Item], settings: Settings | None = None, *, workers: int | None = None, gate: bool = False
) -> Iterator[Outcome]:
    """A record or a failure for each report, in input order.

    Args:
        reports: what to read; failures pass through.
        settings: parser and tables.
        workers: processes; None takes one a core, and one alone for fewer than 24 reports.
        gate: pass over, before parsing, what holds no international dispute (as failures of
            code ``not-relevant``).

    Raises:
        UsageError: ``workers`` is less than 1.
    """
    settings = settings or Settings()
    if workers is not None and workers < 1:
        raise UsageError(f"--workers takes 1 or more, not {workers}")
    stream = gated(reports, lexicon(settings.resources)) if gate else iter(reports)
    first = list(islice(stream, WORTHWHILE)) if workers is None else []
    count = workers or (cores() if len(first) == WORTHWHILE else 1)
    stream = chain(first, stream)
    return Reader(settings).read_all(stream) if count == 1 else _Crew(settings, count).read_all(stream)


def cores() -> int:
    """How many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


class _Crew:
    """Worker processes and the bundles that they have under way."""

    def __init__(self, settings: Settings, count: int) -> None:
        self.settings = settings
        self.count = count
        self.pool = self._hired(count)

    def read_all(self, reports: Iterable[Item]) -> Iterator[Outcome]:
        """Outcomes in input order."""
        bundles = _bundled(reports)
        waiting: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
        try:
            for bundle in islice(bundles, self.count * AHEAD):
                waiting.append((bundle, self.pool.submit(_read_bundle, bundle)))
            while waiting:
                bundle, future = waiting.popleft()
                try:
                    outcomes = future.result()
                except BrokenProcessPool:
                    outcomes = self._one_by_one(bundle)
                    waiting = self._again(waiting)
                waiting.extend((more, self.pool.submit(_read_bundle, more)) for more in islice(bundles, 1))
                yield from outcomes
        finally:
            self.pool.shutdown(wait=True, cancel_futures=True)

    def _hired(self, count: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(count, mp_context=_context(), initializer=_load, initargs=(self.settings,))

    def _again(
        self, waiting: deque[tuple[list[Item], Future[list[Outcome]]]]
    ) -> deque[tuple[list[Item], Future[list[Outcome]]]]:
        """The bundles under way with new workers, those that are done kept."""
        self.pool.shutdown(wait=True, cancel_futures=True)
        self.pool = self._hired(self.count)
        return deque(
            (bundle, future if _is_done(future) else self.pool.submit(_read_bundle, bundle))
            for bundle, future in waiting
        )

    def _one_by_one(self, bundle: list[Item]) -> list[Outcome]:
        """Each report with a worker of its own, so that the one that kills it is known."""
        outcomes: list[Outcome] = []
        for item in bundle:
            with self._hired(1) as pool:
                try:
                    outcomes += pool.submit(_read_bundle, [item]).result()
                except BrokenProcessPool:
                    outcomes.append(_lost(item))
        return outcomes


def _is_done(future: Future[list[Outcome]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _lost(item: Item) -> Failure:
    if isinstance(item, Failure):
        return item
    message = (
        f"the process that read it died, twice ({len(item.text):,} characters; out of memory?): "
        "the other reports are not affected; try it alone with --workers 1"
    )
    return Failure(where=item.key, code="fault", message=message)


def _bundled(reports: Iterable[Item]) -> Iterator[list[Item]]:
    """Reports in lists of some thousand characters."""
    bundle: list[Item] = []
    size = 0
    for item in reports:
        bundle.append(item)
        size += len(item.text) if isinstance(item, Report) else 0
        if size >= BUNDLE or len(bundle) >= WORTHWHILE:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


def _context() -> BaseContext:
    """Clean processes: a fork of a process with threads may hang."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["detente.pipeline", "spacy"])
    return context


def _load(settings: Settings) -> None:
    """In a worker: load the parser; an interrupt is the parent's business."""
    global _reader  # noqa: PLW0603  a process has one reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader = Reader(settings)


def _read_bundle(bundle: list[Item]) -> list[Outcome]:
    if _reader is None:
        raise RuntimeError("the worker has no reader")  # _load has run in every worker
    return list(_reader.read_all(bundle))
