"""Reasons and lists of rows as pages for a terminal or a plain file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from detente.cli.page_text import DIM, entry, indented, rendered
from detente.cli.reasons import Quote, Reasons, brief
from detente.cli.view import LAYERS, View, harmless

LABEL_WIDTH = 12


def reasons_page(reasons: Reasons, *, width: int = 80, color: bool = False) -> str:
    """One row's reasons: what it claims, its words marked ``»so«`` in their sentences, the factors, neighbours."""
    parts: list[RenderableType] = [Text(reasons.says, style="bold")]
    if reasons.quotes:
        parts += ["", Text("THE WORDS", style="bold cyan")]
    parts += [entry(quote.role, [_marked(quote)], width=LABEL_WIDTH) for quote in reasons.quotes]
    if reasons.facts:
        parts += ["", Text("WHY", style="bold cyan")]
    parts += [entry(name, [Text(value)], width=LABEL_WIDTH) for name, value in reasons.facts]
    for title, rows in (("RESTS ON", reasons.points_to), ("CITED BY", reasons.cited_by)):
        if rows:
            parts += ["", Text(title, style="bold cyan")]
        parts += [entry(key, [Text(says)], width=LABEL_WIDTH) for key, says in rows]
    return rendered(Group(*parts), width=width, color=color)


def rows_page(view: View, *, width: int = 80, color: bool = False) -> str:
    """All rows, a line or two each, layer by layer."""
    return rendered(Group(*_layers(view)), width=width, color=color)


def _layers(view: View) -> Iterator[RenderableType]:
    shown = [layer for layer in LAYERS if getattr(view.record, layer)]
    if not shown:
        yield Text("The record has no rows: nothing was found in the report.")
    for layer in shown:
        yield Text(layer.upper(), style="bold cyan")
        for row in getattr(view.record, layer):
            says = brief(view, row)
            if layer == "actors":
                yield indented(
                    Text(f"{harmless(row.id)}  ", style=DIM).append(
                        says.removeprefix("actor, "), style="not dim"
                    ),
                    4,
                )
            else:
                yield entry(row.id, [Text(says)])
        yield ""
    if shown:
        yield Text("Why? add --row and one of these", style=DIM)


def _marked(quote: Quote) -> Text:
    """The sentence with the words in question between » and «, in bold where there is colour."""
    line = Text(_one_line(quote.before))
    line.append("»" + _one_line(quote.text) + "«", style="bold reverse")
    return line.append(_one_line(quote.after), style="not bold not reverse")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", harmless(text))
