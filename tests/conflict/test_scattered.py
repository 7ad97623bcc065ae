"""Games of many options and few states: the same verdicts, and memory by feasible states."""

from __future__ import annotations

import numpy as np
import pytest

from detente.conflict import CONCEPTS, Game, Moves, feasible_states, solve
from detente.conflict.board import Board
from detente.conflict.build import build
from detente.conflict.scattered import Scattered, board_of
from detente.conflict.solution import _ordered
from detente.errors import GameError, GameTooLarge

from .oracle import Oracle
from .strategies import random_model


def many(options: int, taken: int) -> Game:
    """A game of many options, two owners, in which nearly all the options are settled by infeasible patterns."""
    patterns = ["-" * i + "Y" + "-" * (options - i - 1) for i in range(taken, options)]
    return build(
        {
            "decision_makers": ["A", "B"],
            "options": [{"name": f"o{i}", "owner": "AB"[i % 2], "direction": "fwd" if i % 5 == 0 else "both"} for i in range(options)],
            "infeasible": patterns,
            "preferences": {"A": {"statements": ["1 IFF 2", "NOT 3", "4"]}, "B": {"statements": ["2 OR 3", "NOT 1", "5 IF 4"]}},
        }
    )


def test_scattered_states_are_solved_as_the_hypercube_is() -> None:
    """On random models both ways of solving give the same, irreversible options and all."""
    for seed in range(5000, 5150):
        model = random_model(seed)
        if not Oracle({**model, "preferences": {name: {"statements": []} for name in model["preferences"]}}).codes:
            continue
        game = build(model)
        cube = _ordered(Board(game), list(CONCEPTS))
        scattered = _ordered(Scattered(game, feasible_states(game)), list(CONCEPTS))
        assert all((cube[name] == scattered[name]).all() for name in CONCEPTS), seed


def test_options_that_are_settled_change_nothing() -> None:
    """Forty options of which thirty-four can't be taken: the verdicts are those of the six."""
    large, small = many(40, 6), many(6, 6)
    assert isinstance(board_of(large), Scattered)
    assert isinstance(board_of(small), Board)
    assert solve(large).states.codes.tolist() == list(range(64))
    one, other = solve(large).stable, solve(small).stable
    assert all((one[name] == other[name]).all() for name in CONCEPTS)


def test_states_grown_are_those_sifted() -> None:
    """With more options than are looked at one by one, the feasible states are the same."""
    small = random_model(7, most_options=8)
    small["preferences"] = {name: {"statements": []} for name in small["preferences"]}
    count = len(small["options"])
    more = 26 - count
    large = {
        **small,
        "options": [*small["options"], *({"name": f"x{i}", "owner": "D0"} for i in range(more))],
        "infeasible": [p + "-" * more for p in small["infeasible"]] + ["-" * (count + i) + "Y" + "-" * (more - i - 1) for i in range(more)],
    }
    assert feasible_states(build(large)).codes.tolist() == feasible_states(build(small)).codes.tolist()


def test_no_state_is_an_error_however_many_options() -> None:
    """A rule and its opposite leave nothing."""
    model = {
        "decision_makers": ["A"],
        "options": [{"name": f"o{i}", "owner": "A"} for i in range(30)],
        "infeasible": ["1 OR 2", "NOT 1 AND NOT 2"],
        "preferences": {"A": {"statements": []}},
    }
    with pytest.raises(GameError, match="no state is feasible"):
        solve(build(model))


def test_too_many_states_are_told_before_they_are_listed() -> None:
    """Fifty options of which two exclude each other: three quarters of 2^50."""
    model = {
        "decision_makers": ["A"],
        "options": [{"name": f"o{i}", "owner": "A"} for i in range(50)],
        "infeasible": ["YY" + "-" * 48],
        "preferences": {"A": {"statements": []}},
    }
    with pytest.raises(GameTooLarge, match=r"844,424,930,131,968 states"):
        feasible_states(build(model))


def test_moves_of_a_decision_maker_with_many_options_are_found() -> None:
    """Looked for among the states, not among the choices of options; irreversible ones still one way."""
    game, small = many(40, 12), many(12, 12)
    large = Moves(game)
    for code in (0, 1, 37, 1027):
        assert large.unilateral_moves(0, code) == Moves(small).unilateral_moves(0, code)
    assert np.array_equal(large.worths(0), Moves(small).worths(0))
