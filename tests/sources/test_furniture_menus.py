"""Rows of buttons are furniture whatever stands beside the button that is known."""

from __future__ import annotations

import pytest

from detente.resources import lexicon
from detente.sources import find_furniture


def found(line: str) -> list[str]:
    """The furniture of a report with this line in it."""
    text = f"The fleet left port on Monday.\n\n{line}\n\nIt will be back by Friday, the admiral said."
    return [f.text for f in find_furniture(text, lexicon().furniture)]


@pytest.mark.parametrize(
    "line",
    [
        "Share this page | Print | Follow us",
        "Refresh this page | Text size A A A | Email to a friend",
        "Print | Larger text | Our archive",
        "Home · World · Print",
        "- Skip ad -",
        "More on this story: Who owns the strait?",
        "ANCHOR: Stay with us. Sport after the break.",
    ],
)
def test_buttons_are_furniture(line: str) -> None:
    """All of the line goes."""
    assert found(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Oslo | Monday | The fleet left port.",
        "Print | The ministry said that the talks would go on until the trawlers had left.",
        "Stay with us, the general told the villagers.",
        "More on this story was expected from the ministry.",
        "Norway 3 | Iceland 2",
    ],
)
def test_prose_between_bars_is_not(line: str) -> None:
    """A sentence, or a line without a known button, stays."""
    assert found(line) == []
