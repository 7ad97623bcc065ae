"""The command line as a program: start-up, pipes, colour, signals, and its documentation."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from detente.cli import app, console, progress
from detente.records.encode import as_json

from .conftest import Run
from .sample import sample

START = [sys.executable, "-c", "from detente.cli import main; main()"]
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"


def call(*args: object, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program and wait."""
    return subprocess.run(
        [*START, *map(str, args)], capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **env}
    )  # fmt: skip


def test_help_and_schema_load_no_parser() -> None:
    """Neither the NLP library nor the pipeline is imported for what does not read."""
    code = "import sys, detente.cli as c; from typer.testing import CliRunner as R; r = R()\n"
    code += "for a in (['--help'], ['schema'], ['read', '--help'], ['--version']): assert r.invoke(c.app, a).exit_code == 0\n"
    code += (
        "print(sorted(m for m in ('spacy', 'jinja2', 'trafilatura', 'detente.pipeline') if m in sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_version_is_printed() -> None:
    """``--version`` is the name and a number."""
    assert call("--version").stdout.startswith("detente ")


def test_a_wrong_command_is_status_two_with_a_near_miss() -> None:
    """A slip in a command's name is answered with the right one."""
    found = call("raed")
    assert found.returncode == 2
    assert "read" in found.stderr


def test_output_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    """Arrows and quotation marks come out whole where the locale is plain C."""
    path = tmp_path / "record.json"
    path.write_text(as_json(sample()), encoding="utf-8")
    found = call(
        "explain", "--record", path, "--row", "c1", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert found.returncode == 0, found.stderr
    assert "“strike Cyprus”" in found.stdout


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """Output cut short by ``head`` leaves no traceback."""
    path = tmp_path / "record.json"
    path.write_text(as_json(sample()), encoding="utf-8")
    with subprocess.Popen(
        [*START, "explain", "--record", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == console.BROKEN_PIPE


class Terminal:
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_colour_needs_a_terminal_and_nobody_against_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """``NO_COLOR``, ``--no-color`` and a dumb terminal each turn colour off."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert console.colourful(Terminal())
    assert not console.colourful(Terminal(), no_color=True)
    monkeypatch.setenv("TERM", "dumb")
    assert not console.colourful(Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.colourful(Terminal())


def test_progress_is_shown_on_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Away from a terminal the bar is silent and passes everything on."""
    with progress.Bar(no_color=True) as bar:
        assert list(bar.track([1, 2, 3])) == [1, 2, 3]
    assert capsys.readouterr().err == ""


def test_progress_counts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal each item advances the bar."""
    from rich.console import Console

    monkeypatch.setattr(
        progress, "stderr_console", lambda **_: Console(force_terminal=True, file=io.StringIO())
    )
    with progress.Bar(no_color=True) as bar:
        assert list(bar.track("abc")) == ["a", "b", "c"]
        assert bar.progress is not None
        assert bar.progress.tasks[0].completed == 3


def options(command: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every option of every command, with the command's name."""
    for key, sub in sorted(getattr(command, "commands", {}).items()):
        yield from options(sub, f"{name} {key}".strip())
    for parameter in getattr(command, "params", ()):
        for option in parameter.opts:
            if option.startswith("--") and option not in {"--install-completion", "--show-completion"}:
                yield name, option


@pytest.mark.parametrize(("command", "option"), list(options(typer.main.get_command(app))))
def test_every_option_is_documented_under_its_command(command: str, option: str) -> None:
    """The reference has a section for each command and names each of its options there."""
    text = REFERENCE.read_text(encoding="utf-8")
    heading = f"## `detente {command}`" if command else "## `detente`"
    assert heading in text
    section = text[text.index(heading) + 3 :].split("\n## ")[0]
    assert f"`{option}" in section


def test_the_reference_names_no_option_that_does_not_exist(run: Run) -> None:
    """What the reference promises, a command takes."""
    known = {option for _, option in options(typer.main.get_command(app))} | {
        "--help",
        "--install-completion",
        "--show-completion",
    }
    assert set(re.findall(r"`(--[a-z-]+)", REFERENCE.read_text(encoding="utf-8"))) <= known
