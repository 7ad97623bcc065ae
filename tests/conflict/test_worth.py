"""What states are worth, and the solver on longer lines than random models have."""

from __future__ import annotations

import random

import numpy as np
import pytest

from detente.conflict import CONCEPTS, ByStatements, Game, Relations, holds, solve
from detente.conflict.board import Board
from detente.conflict.build import build
from detente.conflict.ladder import lines_of
from detente.conflict.room import check_room, memory_of_machine, needed
from detente.conflict.stability import uncertain
from detente.errors import GameTooLarge

from .strategies import pattern


def wide(options: int, own: int, statements: int, seed: int = 3, **more: object) -> Game:
    """A game in which A owns the first ``own`` options and B the rest, with random statements."""
    rng = random.Random(seed)  # noqa: S311  random models, no secrets
    return build(
        {
            "decision_makers": ["A", "B"],
            "options": [{"name": f"o{i}", "owner": "A" if i < own else "B"} for i in range(options)],
            "preferences": {name: {"statements": [[pattern(rng, options)] for _ in range(statements)]} for name in "AB"},
            **more,
        }
    )


@pytest.mark.parametrize("infeasible", [[], ["YY------------", "--NN-N---Y----"]])
def test_many_statements_rank_many_states_in_their_order(infeasible: list[str]) -> None:
    """Eighty statements over thousands of states: worth grows with the list of what holds, ties and all."""
    rng = random.Random(5)  # noqa: S311  random models, no secrets
    singles = [rng.choice(["{}", "NOT {}"]).format(i) for i in rng.sample(range(1, 14), 13)]
    idle = [f"{rng.randint(1, 13)} IFF {rng.randint(1, 13)}" for _ in range(66)]
    rows = [*singles, *idle, "14"]
    game = build(
        {
            "decision_makers": ["A"],
            "options": [{"name": f"o{i}", "owner": "A"} for i in range(14)],
            "infeasible": infeasible,
            "preferences": {"A": {"statements": rows}},
        }
    )
    board = Board(game)
    worth = np.asarray(board.of_states(board.worth[0])).tolist()
    preference = game.preferences[0]
    assert isinstance(preference, ByStatements)
    formulas = [statement.formula for statement in preference.statements]
    lists = [tuple(holds(f, code) for f in formulas) for code in map(int, board.states.codes)]
    order = {found: place for place, found in enumerate(sorted(set(lists)), start=1)}
    assert len(order) > 4096
    assert worth == [order[found] for found in lists]


def test_long_lines_are_solved_as_tables_are() -> None:
    """A decision maker of ten options moves along lines of a thousand states; tables of moves say the same."""
    game = wide(11, 10, 14, infeasible=["-" * 5 + "Y" + "-" * 5])
    relations, found = Relations(game), solve(game).stable
    for concept in CONCEPTS:
        for i in range(2):
            assert (uncertain.stable(relations, i, concept, "a") == found[concept][i]).all()


def test_lines_are_numbered_by_what_the_mover_cannot_change() -> None:
    """Cells on one line have one number."""
    board = Board(wide(5, 3, 2))
    cells = np.arange(32)
    assert lines_of(board.layout.blocks[0], cells).tolist() == [0, 1, 2, 3]
    assert lines_of(board.layout.blocks[1], cells).tolist() == list(range(8))
    assert lines_of(board.layout.blocks[0], np.array([9, 10])).tolist() == [1]


def test_the_room_that_a_model_takes_is_told_in_its_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    """More states or decision makers take more; what does not fit is refused."""
    assert needed(1 << 20, 4) < needed(1 << 20, 5) < needed(1 << 21, 5)
    check_room(1 << 10, 2)
    monkeypatch.setattr("os.sysconf", lambda _: 1 << 13)
    assert memory_of_machine() == 1 << 26
    with pytest.raises(GameTooLarge, match=r"1,048,576 states; .* about 92 MB, and there are 64 MB"):
        check_room(1 << 20, 2)


def test_a_machine_that_does_not_tell_its_memory_is_taken_to_have_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no such answer, eight gigabytes are assumed."""

    def no_answer(_: str) -> int:
        raise ValueError

    monkeypatch.setattr("os.sysconf", no_answer)
    assert memory_of_machine() == 8 << 30
