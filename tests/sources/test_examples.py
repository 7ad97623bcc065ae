"""The examples in docstrings and in the guide run as printed."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import detente.sources

GUIDE = Path(__file__).parents[2] / "docs/how-to/input.md"
MODULES = [found.name for found in pkgutil.iter_modules(detente.sources.__path__, "detente.sources.")]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_hold(name):
    """Every ``>>>`` of the package."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_guide_to_input_holds(tmp_path, monkeypatch):
    """Every ``>>>`` of the page, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(GUIDE), module_relative=False, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0


def test_the_public_names_are_there():
    """``__all__`` tells the truth."""
    assert all(hasattr(detente.sources, name) for name in detente.sources.__all__)
