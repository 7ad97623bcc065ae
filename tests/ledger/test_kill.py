"""SIGKILL at any moment of an add loses nothing and doubles nothing."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from benchmarks.kill import kill_test

from . import servers


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_add_that_is_killed_and_started_again_ends_in_the_same_ledger(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Killed at three moments and restarted, the export is the same bytes as that of an uncut run."""
    numbers = itertools.count(1)

    def made() -> str:
        if kind == "sqlite":
            return str(tmp_path / f"{next(numbers)}.db")
        return servers.make_database(request.getfixturevalue("postgres"), f"kill{next(numbers)}")

    outcome = kill_test(made, kills=3, reports=60, seed=5, folder=tmp_path)
    assert outcome.kills == 3
    assert outcome.whole
    assert outcome.identical
