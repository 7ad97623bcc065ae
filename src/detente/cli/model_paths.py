"""``detente model paths | inverse | coalitions | convert``: how a state is reached, what it would take, who would leave."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import options as shared
from detente.cli.console import guarded
from detente.cli.model import As, File, Form, Output, app, game_in
from detente.cli.output import destination
from detente.errors import GameError, UsageError

if TYPE_CHECKING:
    from detente.conflict import Game, States

__all__ = ["app"]

Rows = list[dict[str, Any]]
Concept = Annotated[str, typer.Option("--concept", "-c", metavar="NAME", help="nash, gmr, smr, seq or sseq.")]
Start = Annotated[
    str | None, typer.Option("--from", metavar="STATE", help="Where things stand, by letters (YNN) or number; else the status quo.")
]
Targets = Annotated[
    list[str] | None, typer.Option("--to", metavar="STATE", help="A state to reach; may be given again; else all equilibria.")
]
AnyMoves = Annotated[bool, typer.Option("--any-moves", help="Moves of every kind, not only improvements.")]
State = Annotated[str, typer.Option("--state", "-s", metavar="STATE", help="A state by letters (YNN) or number.")]


@app.command()
def paths(  # noqa: PLR0913, PLR0917  one parameter an option
    file: File,
    start: Start = None,
    to: Targets = None,
    concept: Concept = "seq",
    any_moves: AnyMoves = False,
    form: As = Form.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Say which states can be reached from the status quo, by which shortest sequence, by whose moves.

    Example: detente model paths model.toml --concept seq
    """
    with guarded(debug=debug):
        from detente.conflict import Moves, shortest_paths, solve

        game = game_in(file)
        moves = Moves(game)
        begin = _start(game, moves.states, start)
        targets = [_state(game, moves.states, one) for one in to or ()] or solve(game, [concept]).equilibria(concept)
        found = shortest_paths(moves, begin, targets, improvements=not any_moves)
        rows: Rows = []
        for code in targets:
            path = found.get(code)
            steps = [{"mover": game.decision_makers[s.mover].name, "code": s.code, "options": game.letters(s.code)} for s in path.steps] if path else []
            rows.append({"code": code, "options": game.letters(code), "reached": path is not None, "steps": steps})
        _put(rows, form, output, [_told(game, begin, row) for row in rows] or ["No state to reach."])


@app.command()
def inverse(
    file: File,
    state: State,
    concept: Concept = "seq",
    form: As = Form.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Say which preferences would make a state an equilibrium, and how far they are from today's.

    Example: detente model inverse model.toml --state YNN --concept nash
    """
    with guarded(debug=debug):
        from detente.conflict import feasible_states
        from detente.conflict import inverse as inverted

        game = game_in(file)
        code = _state(game, feasible_states(game), state)
        found = inverted(game, code, concept)
        rows: Rows = [
            {
                "decision_maker": game.decision_makers[one.decision_maker].name,
                "distance": one.distance,
                "passed": [game.letters(passed) for passed in one.passed],
            }
            for one in found.demands
        ]
        words = [f"{game.letters(code)} as an equilibrium ({concept}): {found.distance} pairs of states change places"]
        words += [_demand(game.letters(code), row) for row in rows]
        words.append("Together these preferences make it one." if found.holds else "Together they do not: the others' answers change too.")
        _put(rows, form, output, words)


@app.command()
def coalitions(
    file: File,
    concept: Concept = "nash",
    form: As = Form.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Say of each equilibrium which coalitions would leave it together.

    Example: detente model coalitions model.toml --concept nash
    """
    with guarded(debug=debug):
        from detente.conflict import CONCEPTS, Relations, solve, stable_for_coalitions
        from detente.conflict.explain import Whys, sentence

        if concept not in CONCEPTS:
            raise UsageError(f"no stability concept '{concept}': there are {', '.join(CONCEPTS)}")
        game = replace(game_in(file), views=())  # who leaves together sees things as they are
        relations = Relations(game)
        if game.uncertain:
            raise GameError("a preference is partly unknown: coalitions are worked out for known ones")
        found = stable_for_coalitions(relations, concept)
        whys = Whys(game)
        rows: Rows = []
        for code in solve(game, [concept]).equilibria(concept):
            place = relations.states.index(code)
            groups = [group for group, flags in found.items() if not flags[place]]
            rows.append({
                "code": code,
                "options": game.letters(code),
                "leaving": [[game.decision_makers[i].name for i in group] for group in groups],
                "because": [sentence(game, whys.verdict(concept, group, code, limit=1)) for group in groups],
            })  # fmt: skip
        _put(rows, form, output, list(_leaving(rows)) or ["No equilibrium."])


class Target(StrEnum):
    """What a model can be written as."""

    toml = "toml"
    nfg = "nfg"


To = Annotated[Target, typer.Option("--to", help="A model file, or Gambit's normal form.", rich_help_panel=shared.OUTPUT)]


@app.command()
def convert(file: File, to: To = Target.toml, output: Output = None, debug: shared.Debug = False) -> None:
    """Write a model, TOML, JSON or GMCR+, as a TOML file for people to edit, or as a normal form for Gambit.

    Example: detente model convert model.gmcr -o model.toml
    """
    with guarded(debug=debug):
        from detente.conflict import as_toml
        from detente.conflict.normal_form import as_nfg

        text = (as_nfg if to is Target.nfg else as_toml)(game_in(file))
        with destination(output) as stream:
            stream.write(text)


def _leaving(rows: Rows) -> Iterator[str]:
    """Each equilibrium with who would leave it, and by which move."""
    for row in rows:
        groups = "; ".join(" and ".join(group) for group in row["leaving"])
        yield f"{row['options']}  " + (f"left by {groups}" if groups else "no coalition leaves it")
        yield from (f"    {reason}" for reason in row["because"])


def _start(game: Game, states: States, text: str | None) -> int:
    if text is not None:
        return _state(game, states, text)
    if game.status_quo is None:
        raise UsageError("the model names no status quo: give one with --from STATE, or add status_quo to the file")
    return game.status_quo


def _state(game: Game, states: States, text: str) -> int:
    from detente.cli.model_answers import state_of

    return state_of(game, states, text)


def _told(game: Game, begin: int, row: dict[str, Any]) -> str:
    if not row["reached"]:
        return f"{row['options']}  can't be reached from {game.letters(begin)}"
    steps = " ".join(f"→ {step['mover']}: {step['options']}" for step in row["steps"])
    return f"{row['options']}  {game.letters(begin)} {steps}".rstrip() if steps else f"{row['options']}  is where things stand"


def _demand(state: str, row: dict[str, Any]) -> str:
    if not row["distance"]:
        return f"  {row['decision_maker']}: stable today"
    return f"  {row['decision_maker']}: {state} would have to be worth as much as {', '.join(row['passed'])}"


def _put(rows: Rows, form: Form, output: Path | None, words: list[str]) -> None:
    from detente.cli.model_answers import as_csv
    from detente.cli.model_view import HARMLESS

    if form is Form.json:
        text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    elif form is Form.csv:
        text = as_csv(rows)
    else:
        text = "".join(line.translate(HARMLESS) + "\n" for line in words)
    with destination(output) as stream:
        stream.write(text)
