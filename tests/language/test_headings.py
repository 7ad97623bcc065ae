"""A heading on the line above a paragraph is parsed apart from it; wrapped lines are joined."""

from __future__ import annotations

from detente.language.blocks import layout

LONG = "Chief negotiators of both states met again on Wednesday, and " + "spoke of the plates, the border and the courts, " * 4 + "an official said."


def blocks(text: str) -> list[str]:
    """The paragraphs, as texts."""
    return [text[p.start : p.end] for p in layout(text)[0]]


def test_a_heading_stands_apart_from_the_long_paragraph_under_it() -> None:
    """No page is wrapped as wide as the paragraph, so the short line before it is no part of it."""
    text = f'08:45 Belgrade: "Not a capitulation"\n{LONG}\n\n09:10 What to know\n{LONG}'
    assert blocks(text) == ['08:45 Belgrade: "Not a capitulation"', LONG, "09:10 What to know", LONG]


def test_lines_of_a_wrapped_page_stay_one_paragraph() -> None:
    """All of its lines are short."""
    text = "The minister said on Monday that the fleet\nwould not leave the bay before the talks\nhad come to an end, whatever was offered."
    assert blocks(text) == [text]
