"""A command line whose parser is a hand-made record, so that the surfaces are tested alone."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from detente import workers
from detente.cli import app
from detente.records import Record, Report
from detente.settings import Settings
from detente.sources.failure import Failure

from .sample import TEXT, sample

Run = Callable[..., Result]


class FakeReader:
    """Yields the hand-made record for its own text, a bare record for any other."""

    loaded = 0

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings
        type(self).loaded += 1
        self.coder = sample().coder

    def read(self, report: Report) -> Record:
        """The record of one report."""
        if "interrupt me" in report.text:
            raise KeyboardInterrupt
        if "break me" in report.text:
            raise RuntimeError("a fault within")
        if report.text == TEXT:
            return dataclasses.replace(sample(), report=report)
        return Record(coder=self.coder, report=report)

    def read_all(self, reports: Iterable[Report | Failure]) -> Iterator[Record | Failure]:
        """Records and failures in order."""
        for report in reports:
            yield report if isinstance(report, Failure) else self.read(report)


@pytest.fixture
def record() -> Record:
    """The hand-made record."""
    return sample()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line with a pipeline that needs no parser, at 80 columns."""
    pipeline = ModuleType("detente.pipeline")
    pipeline.Reader = FakeReader
    monkeypatch.setitem(sys.modules, "detente.pipeline", pipeline)
    monkeypatch.setattr(workers, "Reader", FakeReader)
    monkeypatch.setattr(FakeReader, "loaded", 0)
    runner = CliRunner(env={"COLUMNS": "80", "NO_COLOR": None})

    def call(*args: object, stdin: str | None = None, **env: str) -> Result:
        return runner.invoke(app, [str(arg) for arg in args], input=stdin, env=env)

    return call


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The hand-made report as a file."""
    path = tmp_path / "cyprus.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Three input lines, of which the second is broken."""
    path = tmp_path / "lines.jsonl"
    path.write_text(
        '{"id": "one", "text": "Iran protested."}\n{"id": "two", \n{"id": "three", "text": "Iraq agreed."}\n'
    )
    return path
