"""What all tests share: one loaded parser and the package's own lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.language import Parser
from detente.resources import Lexicon, lexicon
from detente.settings import DEFAULT_MODEL

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The default pipeline, loaded once."""
    return Parser(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def words() -> Lexicon:
    """The package's own tables."""
    return lexicon()


@pytest.fixture
def shared() -> Path:
    """The folder of development data beside the checkout; a test that needs it skips without it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout: this test measures on data that is not part of the project")
    return SHARED
