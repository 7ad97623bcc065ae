"""A command line whose parser is a hand-made record, so that the surfaces are tested alone."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from typer.testing import CliRunner

from detente.cli import app
from detente.records import Record, Report
from detente.records.identify import content_id

sys.path.insert(0, str(__import__("pathlib").Path(__file__).parent))

from sample import sample  # noqa: E402


@pytest.fixture
def record() -> Record:
    """The hand-made record."""
    return sample()
