"""Several processes give what one gives, and lose nothing when one of them dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from detente import workers
from detente.errors import UsageError
from detente.records import Record, Report
from detente.records.encode import as_json
from detente.sources import Failure, InputOptions, report_from_text
from tests import goldens

DEADLY = "kills its worker"


def reports(count: int) -> Iterator[Report]:
    """Short reports, all different."""
    for number in range(count):
        text = f"Iran will not accept demand number {number}, Foreign Minister Javad Zarif said in Tehran."
        yield report_from_text(text, InputOptions(published="2020-01-08", language="en"), key=f"r{number}")


def one_by_one(items: list[Report]) -> list[str]:
    """What a single process gives."""
    return [as_json(outcome) for outcome in goldens.reader().read_all(items) if isinstance(outcome, Record)]


@pytest.mark.slow
def test_two_workers_give_the_same_records_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, with failures in their places."""
    monkeypatch.setattr(workers, "BUNDLE", 200)
    unread = Failure(where="x:3", code="empty", message="no text")
    items = list(reports(12))
    outcomes = list(workers.read_many([*items[:5], unread, *items[5:]], workers=2))
    assert outcomes[5] == unread
    assert [as_json(o) for o in outcomes if isinstance(o, Record)] == one_by_one(items)


@pytest.mark.slow
def test_a_worker_that_dies_costs_only_the_report_that_killed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every other report is read, in order; the deadly one is a failure that says so."""
    monkeypatch.setattr(workers, "BUNDLE", 200)
    monkeypatch.setattr(workers, "_read_bundle", dying)
    items = list(reports(9))
    items[4] = report_from_text(DEADLY, InputOptions(language="en"), key="deadly")
    outcomes = list(workers.read_many(items, workers=2))
    assert [isinstance(o, Failure) for o in outcomes] == [n == 4 for n in range(9)]
    assert isinstance(outcomes[4], Failure)
    assert outcomes[4].where == "deadly"
    assert "died" in outcomes[4].message


def dying(bundle: list[Report | Failure]) -> list[Record | Failure]:
    """Read the bundle, or die of one report in it as the kernel would kill a process out of memory."""
    if any(isinstance(item, Report) and item.text == DEADLY for item in bundle):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Failure(where="unused", code="x", message="x")] if not bundle else workers_read(bundle)


workers_read = workers._read_bundle


def test_few_reports_are_read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is started for what one parser reads sooner."""
    monkeypatch.setattr(workers, "_Crew", None)
    monkeypatch.setattr(workers, "Reader", lambda _: goldens.reader())
    assert len(list(workers.read_many(reports(3)))) == 3


def test_no_workers_is_a_wrong_call() -> None:
    """The message names the option."""
    with pytest.raises(UsageError, match="--workers takes 1 or more, not 0"):
        workers.read_many([], workers=0)


def test_bundles_hold_everything_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long reports stand alone, short ones go together."""
    monkeypatch.setattr(workers, "BUNDLE", 200)
    items = list(reports(7))
    bundles = list(workers._bundled(items))
    assert [item for bundle in bundles for item in bundle] == items
    assert 1 < len(bundles) < 7
