"""The whole program on a report, from the file to each kind of output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from detente.cli.page_html import html_page
from detente.cli.page_text import text_page
from detente.cli.reasons import reasons_for
from detente.cli.view import View
from detente.records import Record
from detente.records.encode import as_dict, from_json
from detente.records.schema import record_schema

from .sample import TEXT

START = [sys.executable, "-c", "from detente.cli import main; main()"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record that the program itself makes of the Cyprus report."""
    path = tmp_path_factory.mktemp("whole") / "cyprus.txt"
    path.write_text(TEXT, encoding="utf-8")
    command = [*START, "read", str(path), "--format", "json", "--published", "1997-01-10"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    jsonschema.validate(json.loads(done.stdout), record_schema())
    return from_json(done.stdout)


def test_a_report_yields_actors_statements_and_commitments(whole: Record) -> None:
    """The program finds who speaks and what is demanded and threatened, and keeps the text as it was."""
    assert whole.report.text == TEXT
    assert whole.actors
    assert whole.statements
    assert {"threat", "demand"} <= {row.kind for row in whole.commitments}


def test_a_real_record_fills_every_page(whole: Record) -> None:
    """Pages and reasons can be made of all that the coder finds."""
    view = View(whole)
    assert text_page(whole)
    html = html_page(whole)
    for row in view.rows:
        assert reasons_for(view, row).says
    assert all(f'id="{row.id}"' in html for row in (*whole.commitments, *whole.statements, *whole.events))
    assert as_dict(whole)["schema"] == "detente/record/1"


def test_a_page_at_a_terminal_is_coloured(tmp_path: Path) -> None:
    """On a terminal the page has colour, and ``NO_COLOR`` takes it away."""
    path = tmp_path / "cyprus.txt"
    path.write_text(TEXT, encoding="utf-8")
    for extra, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        assert (b"\x1b[" in at_terminal([*START, "read", str(path)], extra)) is coloured


def at_terminal(command: list[str], extra: dict[str, str]) -> bytes:
    """What a program writes to a terminal."""
    pty = pytest.importorskip("pty", reason="needs a Unix terminal")
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm", **extra}
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment) as process:
        os.close(theirs)
        found = b""
        while True:
            try:
                data = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end has closed
                break
            if not data:
                break
            found += data
        process.wait()
    os.close(ours)
    return found
