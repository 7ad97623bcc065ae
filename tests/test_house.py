"""The budgets and the rules of the house, checked."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src" / "detente").rglob("*.py"))
MAX_MODULE, MAX_FUNCTION = 400, 40


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a module, nested ones within their parent."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    holders = [tree, *(n for n in ast.walk(tree) if isinstance(n, ast.ClassDef))]
    return [n for holder in holders for n in holder.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, docstring excluded."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return total
    doc = function.body[0]
    return total - ((doc.end_lineno or doc.lineno) - doc.lineno + 1)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_or_function_outgrows_its_budget(path: Path) -> None:
    """A module has at most 400 lines, a function at most 40."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE
    assert [f.name for f in functions(path) if body_lines(f) > MAX_FUNCTION] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_and_public_function_says_what_it_is(path: Path) -> None:
    """Modules and public functions and classes have docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree)
    assert [f.name for f in functions(path) if not f.name.startswith("_") and not ast.get_docstring(f)] == []


def test_the_public_names_are_there_and_no_others_are_promised() -> None:
    """Every name of ``detente.__all__`` can be had from the package."""
    package = importlib.import_module("detente")
    assert sorted(dir(package)) == sorted(package.__all__)
    assert all(getattr(package, name) is not None for name in package.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        package.nonsense  # noqa: B018


def test_importing_the_package_loads_no_parser() -> None:
    """``import detente`` and the command line's own modules stay quick: spaCy waits for a report."""
    code = "import sys, detente, detente.cli; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_project_names_no_machine() -> None:
    """No path of a development machine stands in code or docs."""
    files = [*MODULES, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    found = [f"{p.relative_to(ROOT)}" for p in files if re.search(r"/home/\w|/root/|/tmp/w\b", p.read_text(encoding="utf-8"))]
    assert found == []
