"""``detente model explain | whatif | sensitivity | plot``: why, what if, how firm, and a picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import options as shared
from detente.cli.console import guarded
from detente.cli.model import As, Concepts, File, Form, Output, game_in
from detente.cli.model_paths import app
from detente.cli.output import destination
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.conflict import Game

__all__ = ["app"]

Concept = Annotated[str, typer.Option("--concept", "-c", metavar="NAME", help="nash, gmr, smr, seq or sseq.")]
States = Annotated[
    list[str] | None,
    typer.Option("--state", "-s", metavar="STATE", help="A state by letters (YNN) or number; may be given again."),
]
Maker = Annotated[
    str | None, typer.Option("--decision-maker", "-d", metavar="NAME", help="Only for this decision maker.")
]
Coalition = Annotated[
    list[str] | None,
    typer.Option("--coalition", metavar="NAMES", help="For these together, as 'Norway, Iceland'; may be given again."),
]
AnyConcept = Annotated[
    str, typer.Option("--concept", "-c", metavar="NAME", help="nash, gmr, smr, seq, sseq; limited-3 or another that solve knows; seq-a.")
]
Limit = Annotated[int, typer.Option(metavar="N", min=1, help="Improving moves told for each verdict.")]
Swaps = Annotated[
    list[str] | None,
    typer.Option("--swap", metavar="NAME:N", help="Preferences N and N+1 of NAME change places; may be given again."),
]
Prefers = Annotated[
    list[str] | None,
    typer.Option("--prefer", metavar="NAME:STATEMENT", help="NAME's most important statement is now this one."),
]
Drops = Annotated[
    list[str] | None, typer.Option("--drop", metavar="NAME:N", help="NAME no longer cares for its statement N.")
]
Forbids = Annotated[
    list[str] | None, typer.Option("--forbid", metavar="STATEMENT", help="No state where this holds is feasible.")
]
Permits = Annotated[list[int] | None, typer.Option("--permit", metavar="N", help="Infeasible pattern N no longer holds.")]
Directions = Annotated[
    list[str] | None,
    typer.Option("--direction", metavar="OPTION=WAY", help="An option (name or number) becomes both, fwd or back."),
]
Draws = Annotated[int, typer.Option(metavar="N", min=1, help="Games drawn around today's preferences.")]
Spread = Annotated[
    float, typer.Option(metavar="SHARE", min=0.0, max=1.0, help="How far they are drawn where they have no firmness: 0 not at all, 1 any order.")
]
Seed = Annotated[int, typer.Option(metavar="N", help="Of the draws: the same seed, the same answer.")]
Picture = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="An .svg or .png file; - is SVG on stdout.")
]
Everything = Annotated[bool, typer.Option("--all-moves", help="Draw all moves, not only improvements.")]


@app.command()
def explain(  # noqa: PLR0913, PLR0917  one parameter an option
    file: File,
    state: States = None,
    concept: AnyConcept = "seq",
    decision_maker: Maker = None,
    coalition: Coalition = None,
    limit: Limit = 3,
    form: As = Form.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Say why states are stable or not: by default the equilibria and the status quo.

    Example: detente model explain model.toml --state YNN --concept seq
    """
    with guarded(debug=debug):
        from detente.cli import model_answers as answers
        from detente.conflict import feasible_states, solve
        from detente.conflict.explain import Whys

        game = game_in(file)
        if game.uncertain and "-" not in concept:
            concept += "-a"
        states = feasible_states(game)
        codes = [answers.state_of(game, states, one) for one in state or ()]
        codes = codes or answers.worth_explaining(solve(game, [concept.partition("-")[0] if game.uncertain else concept]), concept)
        groups = [_group(game, one) for one in coalition or ()]
        if decision_maker is not None:
            groups.append((_maker(game, decision_maker),))
        whys = Whys(game)
        asked = groups or [(i,) for i in range(len(game.decision_makers))]
        verdicts = [(code, whys.verdict(concept, group, code, limit=limit)) for code in codes for group in asked]
        _put(output, form, answers.explained(game, states, concept, verdicts))


@app.command()
def whatif(  # noqa: PLR0913, PLR0917  one parameter an option
    file: File,
    swap: Swaps = None,
    prefer: Prefers = None,
    drop: Drops = None,
    forbid: Forbids = None,
    permit: Permits = None,
    direction: Directions = None,
    concept: Concepts = None,
    form: As = Form.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Change one thing, or several, and see which equilibria move.

    Example: detente model whatif model.toml --prefer "Russia: NOT strike" --forbid "YY-"
    """
    with guarded(debug=debug):
        from detente.cli import model_answers as answers
        from detente.conflict import solve

        game = game_in(file)
        asked = answers.Asked(
            swap=swap or [], prefer=prefer or [], drop=drop or [], forbid=forbid or [], permit=permit or [],
            direction=direction or [],
        )  # fmt: skip
        change = answers.change_of(game, asked, _maker)
        today = solve(game, _concepts(game, concept))
        _put(output, form, answers.changed(today, change))


@app.command()
def sensitivity(  # noqa: PLR0913, PLR0917  one parameter an option
    file: File,
    concept: Concepts = None,
    draws: Draws = 200,
    spread: Spread = 0.3,
    seed: Seed = 1,
    form: As = Form.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """How firm the equilibria are: under every swap of two preferences, without any one, and under preferences drawn.

    Example: detente model sensitivity model.toml --concept seq --draws 500
    """
    with guarded(debug=debug):
        from detente.cli import model_answers as answers
        from detente.conflict import solve
        from detente.conflict.draws import says_how_sure
        from detente.conflict.sensitivity import sampled, single_drops, single_swaps

        game = game_in(file)
        names = _concepts(game, concept)
        sure = says_how_sure(game)
        tried = answers.Tried(
            swaps=single_swaps(game, names),
            drops=single_drops(game, names),
            drawn=sampled(game, draws=draws, spread=spread, seed=seed, concepts=names),
            how=f"drawn by {'certainty and firmness of the statements' if sure else f'a spread of {spread:g} around today'} (seed {seed})",
        )
        _put(output, form, answers.firmness(solve(game, names), tried))


@app.command()
def plot(
    file: File,
    output: Picture,
    concept: Concept = "seq",
    all_moves: Everything = False,
    debug: shared.Debug = False,
) -> None:
    """Draw the graph: states, moves by decision maker, equilibria marked.

    Example: detente model plot model.toml -o model.svg
    """
    with guarded(debug=debug):
        from detente.conflict import Moves, solve
        from detente.conflict.explain import graph_svg
        from detente.conflict.known_moves import KnownMoves

        game = game_in(file)
        if game.uncertain and "-" not in concept:
            concept += "-a"
        moves = KnownMoves(game) if game.uncertain else Moves(game)
        svg = graph_svg(moves, solve(game, [concept]).equilibria(concept), improvements=not all_moves)
        if output.suffix.lower() == ".png":
            output.write_bytes(_png(svg))
            return
        with destination(output) as stream:
            stream.write(svg)


def _png(svg: str) -> bytes:
    try:
        import vl_convert
    except ImportError as error:
        raise UsageError("PNG needs a package more: pip install 'detente[plots]', or write an .svg file") from error
    found: bytes = vl_convert.svg_to_png(svg, scale=2)
    return found


def _concepts(game: Game, asked: list[str] | None) -> tuple[str, ...]:
    """The concepts asked for, else all five; in all four ways where preferences are partly unknown."""
    from detente.conflict import CONCEPTS

    names = tuple(asked or CONCEPTS)
    return tuple(f"{name}-{way}" for name in names for way in "abcd" if name in CONCEPTS) if game.uncertain else names


def _maker(game: Game, name: str) -> int:
    """The decision maker of a name, in any case.

    Raises:
        UsageError: there is none; the message lists those there are.
    """
    for i, one in enumerate(game.decision_makers):
        if name.casefold() in {one.name.casefold(), one.label.casefold()}:
            return i
    names = ", ".join(one.name for one in game.decision_makers)
    raise UsageError(f"no decision maker {name!r}: there are {names}")


def _group(game: Game, names: str) -> tuple[int, ...]:
    """The decision makers of a list of names with commas, or of one name that holds a comma."""
    return tuple(sorted({_maker(game, name.strip()) for name in names.split(",")}))


def _put(output: Path | None, form: Form, answer: tuple[str, list[dict[str, Any]]]) -> None:
    """The answer as words, as JSON, or as rows."""
    from detente.cli.model_answers import as_csv

    words, rows = answer
    with destination(output) as stream:
        if form is Form.text:
            stream.write(words)
        elif form is Form.json:
            stream.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        else:
            stream.write(as_csv(rows))
