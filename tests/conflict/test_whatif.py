"""What if: one thing is changed, and the difference says which equilibria move."""

from __future__ import annotations

import pytest

from detente.conflict import Direction, Statement, pattern, solve, taken
from detente.conflict.sensitivity import sampled, single_swaps, swaps_of
from detente.conflict.whatif import (
    difference,
    forbid,
    permit,
    set_direction,
    state_preference,
    swap_preference,
    withdraw_statement,
)
from detente.errors import UsageError

from .games import CHICKEN, PRISONERS, game_of
from .strategies import random_model

NN, YN, NY, YY = range(4)
STATED = game_of(
    {
        "name": "stated", "decision_makers": ["A", "B"], "infeasible": ["YY"],
        "options": [
            {"name": "Strike", "owner": "A", "direction": "both"},
            {"name": "Yield", "owner": "B", "direction": "both"},
        ],
        "preferences": {"A": {"statements": [["-Y"], ["N-"]]}, "B": {"statements": [["N-"], ["-N"]]}},
    }
)  # fmt: skip


def test_swapping_the_best_two_makes_cooperation_an_equilibrium() -> None:
    """The dilemma becomes an assurance game for both once each prefers to cooperate with a cooperator."""
    today = solve(PRISONERS)
    assert today.equilibria("nash") == [YY]
    once = swap_preference(0, 0)
    both = solve(swap_preference(1, 0).apply(once.apply(PRISONERS)))
    assert both.equilibria("nash") == [NN, YY]
    shift = difference(today, once).shifts["nash"]
    assert (shift.kept, shift.gained, shift.lost) == ((YY,), (), ())


def test_an_option_that_cannot_be_taken_back_changes_nothing_where_nobody_would() -> None:
    """Irreversibility in Chicken: who has driven on stays on, so YY becomes stable for both."""
    one = set_direction(0, Direction.fwd)
    game = set_direction(1, Direction.fwd).apply(one.apply(CHICKEN))
    assert solve(game).equilibria("nash") == [YN, NY, YY]
    assert difference(solve(CHICKEN), one).says == "if option 1 could never be taken back"


def test_forbidding_a_state_cuts_rankings_to_what_is_left() -> None:
    """Without YY in Chicken, both driving on is no state at all."""
    shift = difference(solve(CHICKEN), forbid(pattern("YY"), "YY")).shifts["nash"]
    assert shift.kept == (YN, NY)


def test_lifting_a_pattern_needs_statements() -> None:
    """A ranking says nothing of states that were not feasible."""
    assert len(solve(permit(0).apply(STATED)).states) == 4
    ranked = forbid(pattern("YY"), "YY").apply(CHICKEN)
    with pytest.raises(UsageError, match="a ranking says nothing"):
        permit(0).apply(ranked)
    with pytest.raises(UsageError, match="no infeasible pattern 3"):
        permit(2).apply(STATED)


def test_a_statement_more_and_a_statement_less_are_each_others_reverse() -> None:
    """Putting a statement first and dropping it again gives the same game."""
    more = state_preference(1, Statement(formula=taken(1), text="Yield"))
    assert withdraw_statement(1, 0).apply(more.apply(STATED)).preferences == STATED.preferences
    assert difference(solve(STATED), more).moved


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (swap_preference(0, 5), "there are no preferences 6 and 7"),
        (withdraw_statement(0, 4), "there is no statement 5"),
        (set_direction(9, Direction.fwd), "there is no option 10"),
    ],
)
def test_a_change_that_does_not_fit_says_what_there_is(change: object, says: str) -> None:
    """The message counts what the game has."""
    with pytest.raises(UsageError, match=says):
        change.apply(STATED)  # type: ignore[attr-defined]


def test_statements_of_a_ranking_cannot_be_dropped() -> None:
    """The message names the decision maker."""
    with pytest.raises(UsageError, match="Row's preferences are a ranking"):
        withdraw_statement(0, 0).apply(CHICKEN)


def test_every_single_swap_is_tried_and_the_breaking_ones_named() -> None:
    """Three neighbours a decision maker; YY of the dilemma is broken by the swaps that make yielding better."""
    firm = single_swaps(PRISONERS, ["nash"])
    assert firm.variants == len(list(swaps_of(PRISONERS))) == 6
    assert firm.share["nash"][YY] == pytest.approx(4 / 6)
    assert firm.breaking["nash"][YY] == (
        "if Row cared more for state NY than for state YY",
        "if Column cared more for state YN than for state YY",
    )


def test_draws_with_no_spread_are_todays_game() -> None:
    """Every drawn game has today's equilibria."""
    firm = sampled(CHICKEN, draws=5, spread=0.0, concepts=["nash"])
    assert firm.share["nash"] == {YN: 1.0, NY: 1.0}


@pytest.mark.parametrize("seed", [0, 1, 3])
def test_draws_are_the_same_again_and_within_bounds(seed: int) -> None:
    """The seed decides; shares are shares."""
    game = game_of(random_model(seed, most_options=4))
    first = sampled(game, draws=20, seed=seed)
    assert first == sampled(game, draws=20, seed=seed)
    assert all(0 < share <= 1 for shares in first.share.values() for share in shares.values())


def test_a_spread_outside_its_bounds_is_a_wrong_call() -> None:
    """The message gives the bounds."""
    with pytest.raises(UsageError, match="spread is from 0 to 1"):
        sampled(CHICKEN, spread=1.5)
