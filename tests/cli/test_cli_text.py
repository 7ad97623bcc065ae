"""The text page: what a person at a crisis desk sees."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest
from rich.cells import cell_len

from detente.cli.page_text import text_page
from detente.records import Actor, Coder, Record, Report

GOLDEN = Path(__file__).parent / "data" / "cyprus.page.txt"


def bare(record: Record, text: str = "Nothing here.") -> Record:
    """A record without rows."""
    return Record(
        coder=record.coder,
        report=dataclasses.replace(
            record.report, title=None, text=text, published=None, published_from="unknown", outlet=None
        ),
    )


def test_the_page_is_as_agreed(record: Record) -> None:
    """The page of the hand-made record is the golden file; ``DETENTE_GOLDEN=1`` writes it anew."""
    page = text_page(record, width=88)
    if os.environ.get("DETENTE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(page, encoding="utf-8")
    assert page == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(record: Record, width: int) -> None:
    """The page wraps at the width that it is given, but for the command at its end, which can be pasted whole."""
    assert max(cell_len(line) for line in text_page(record, width=width, hint=False).splitlines()) <= width


def test_no_line_ends_in_blanks(record: Record) -> None:
    """A page can be pasted and compared."""
    assert not [line for line in text_page(record).splitlines() if line != line.rstrip()]


def test_colour_is_there_only_when_asked_for(record: Record) -> None:
    """Escape codes appear with colour and never without; the words are the same."""
    assert "\x1b[" in text_page(record, color=True)
    assert "\x1b" not in text_page(record)


def test_empty_layers_say_so(record: Record) -> None:
    """A layer without rows is a sentence, not a gap."""
    page = text_page(bare(record))
    for words in (
        "Nobody was recognised.",
        "No demand, offer or threat was found.",
        "No statement was found.",
        "No event was found.",
    ):
        assert words in page
    assert "day unknown" in page
    assert "detente explain" not in page


def test_every_row_is_on_the_page(record: Record) -> None:
    """Each commitment, statement, event, place, time and piece of furniture is shown by its id."""
    words = text_page(record).split()
    for layer in ("commitments", "statements", "events", "places", "times", "furniture"):
        assert all(row.id in words for row in getattr(record, layer)), layer


def test_a_terminal_is_never_commanded_by_a_report(record: Record) -> None:
    """Escape codes and direction marks in names or text are made harmless, and markup stays text."""
    hostile = Actor(id="X", name="\x1b[2J[red]Evil\u202e[/red]", kind="person", because="\x9b31m")
    report = dataclasses.replace(record.report, title="\x1b]0;owned\x07 [bold]title[/bold]")
    page = text_page(dataclasses.replace(record, actors=(*record.actors, hostile), report=report))
    assert not set(page) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "[red]Evil" in page
    assert "[bold]title[/bold]" in page


def test_unresolved_ids_are_shown_as_they_are(record: Record) -> None:
    """A holder that the record does not list appears by its id; a missing one is called unnamed."""
    page = text_page(dataclasses.replace(record, actors=()))
    assert "TUR → CYP" in page
    assert "someone unnamed" in page


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    """Text that can't be encoded is shown with a replacement character."""
    report = Report(
        id="x",
        key="k",
        title="a\ud800b",
        published=None,
        published_from="unknown",
        language="en",
        outlet=None,
        url=None,
        text="a",
    )
    page = text_page(Record(coder=Coder(version="1", model="m", lexicon="l"), report=report))
    assert page.encode()
