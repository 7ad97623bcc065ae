"""``detente model``: conflict models: solve them, and say where the conflict can settle."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import options as shared
from detente.cli.console import complain, guarded
from detente.cli.output import destination
from detente.errors import GameError

if TYPE_CHECKING:
    from detente.conflict import Game, Solution

app = typer.Typer(
    help="Conflict models: decision makers, options, preferences; where the conflict can settle.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)


class Form(StrEnum):
    """How a solution is printed."""

    text = "text"
    json = "json"
    csv = "csv"


File = Annotated[Path, typer.Argument(metavar="FILE", help="A model file: TOML, JSON, or GMCR+'s.")]
As = Annotated[
    Form, typer.Option("--format", "-f", help="Words, one object, or a row a state.", rich_help_panel=shared.OUTPUT)
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write there, not to stdout.", rich_help_panel=shared.OUTPUT),
]
Concepts = Annotated[
    list[str] | None,
    typer.Option("--concept", "-c", metavar="NAME", help="Only this concept; may be given again."),
]


@app.command()
def solve(
    file: File,
    concept: Concepts = None,
    form: As = Form.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Solve a model: which states are stable for whom, and which are equilibria.

    Example: detente model solve model.toml
    """
    with guarded(debug=debug):
        from detente.conflict import CONCEPTS
        from detente.conflict import solve as solved

        solution = solved(game_in(file), concept or tuple(CONCEPTS))
        with destination(output) as stream:
            stream.writelines(_printed(solution, form))


def game_in(file: Path) -> Game:
    """The game in a file; every fault of the file is a line on stderr.

    Raises:
        typer.Exit: the file holds no sound model.
    """
    from detente.conflict import read_game

    try:
        return read_game(file)
    except GameError as error:
        for fault in error.faults:
            complain(f"{error.where}: {fault}")
        raise typer.Exit(1) from None


def _printed(solution: Solution, form: Form) -> Iterator[str]:
    from detente.cli import model_view

    return {Form.text: model_view.as_text, Form.json: model_view.as_json, Form.csv: model_view.as_csv}[form](solution)
