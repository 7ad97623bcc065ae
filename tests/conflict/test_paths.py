"""Attainability and inverse analysis."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.conflict import Game, Moves, inverse, parse_game, shortest_paths, solve
from detente.conflict.build import build
from detente.conflict.game import ByRanking
from detente.errors import GameTooLarge, UsageError

from .conftest import Make
from .oracle import Oracle
from .strategies import quick, random_model
from .test_relations import DILEMMA

SEEDS = st.integers(min_value=10_000, max_value=10**9)


@pytest.fixture
def dilemma() -> Game:
    """The Prisoner's Dilemma; codes: 0 both defect, 3 both cooperate."""
    return parse_game(DILEMMA)


def test_a_path_names_its_movers_in_order(dilemma: Game) -> None:
    """From cooperation to defection by two improvements; by moves alone the same length."""
    path = shortest_paths(Moves(dilemma), 3, [0], improvements=True)[0]
    assert [(step.mover, step.code) for step in path.steps] == [(0, 2), (1, 0)]
    assert path.end == 0


def test_what_nobody_wants_is_not_reached_by_improvements(dilemma: Game) -> None:
    """From mutual defection no improvement leads on, though moves do."""
    moves = Moves(dilemma)
    assert list(shortest_paths(moves, 0, [3], improvements=True)) == []
    assert len(shortest_paths(moves, 0, [3])[3].steps) == 2
    assert shortest_paths(moves, 0, [0])[0].steps == ()


def test_paths_start_from_a_feasible_state() -> None:
    """A start that can't be is refused."""
    game = parse_game('infeasible = ["YY"]\n' + DILEMMA.replace('"YY", ', ""))
    with pytest.raises(UsageError, match="YY is not feasible"):
        shortest_paths(Moves(game), 3)


def test_paths_have_a_limit(make: Make) -> None:
    """A game of too many states to walk through says so."""
    with pytest.raises(GameTooLarge, match="131,072 states"):
        shortest_paths(Moves(make("A" * 9 + "B" * 8)), 0)


@quick
@given(SEEDS)
def test_paths_reach_what_legal_sequences_reach(seed: int) -> None:
    """The states reached are those of the definition, each step is a legal move, and no shorter path exists."""
    model = random_model(seed, most_options=5)
    oracle = Oracle(model)
    if not oracle.codes:
        return
    start, table = oracle.codes[0], oracle.improvements
    found = shortest_paths(Moves(build(model)), start, improvements=True)
    assert set(found) == oracle.sequences_end(oracle.makers, start, table) | {start}
    for path in found.values():
        here = start
        for step in path.steps:
            assert step.code in table[oracle.makers[step.mover]][here]
            here = step.code
        assert all(a.mover != b.mover for a, b in zip(path.steps, path.steps[1:], strict=False))


@quick
@given(SEEDS, st.sampled_from(["nash", "gmr", "smr"]))
def test_demands_met_make_an_equilibrium(seed: int, concept: str) -> None:
    """Once every decision maker ranks the state as demanded, it is an equilibrium; without demands it is one now."""
    model = random_model(seed, most_options=5)
    oracle = Oracle(model)
    if not oracle.codes:
        return
    game = build(model)
    equilibria = solve(game, [concept]).equilibria(concept)
    for code in oracle.codes[:6]:
        found = inverse(game, code, concept)
        assert found.holds
        assert (found.distance == 0) == (code in equilibria)


def test_inverse_distance_is_the_least_there_is() -> None:
    """Over all strict orders of the states, none that makes the state stable is nearer than the demand says."""
    for seed in range(25):
        model = random_model(seed, most_makers=2, most_options=3)
        oracle = Oracle(model)
        codes = oracle.codes
        if not 2 <= len(codes) <= 5:
            continue
        orders = [ByRanking(groups=tuple((c,) for c in order)) for order in permutations(codes)]
        game = build(model)
        others = game.preferences[1:]
        today = orders[seed % len(orders)]
        for code, concept in product(codes, ("nash", "gmr", "smr", "seq", "sseq")):
            base = Game(decision_makers=game.decision_makers, options=game.options, preferences=(today, *others), infeasible=game.infeasible)
            least = min(
                kendall(today, order)
                for order in orders
                if solve(Game(decision_makers=game.decision_makers, options=game.options, preferences=(order, *others), infeasible=game.infeasible), [concept]).is_stable(concept, 0, code)
            )
            assert inverse(base, code, concept).demands[0].distance == least


def kendall(one: ByRanking, other: ByRanking) -> int:
    """Pairs of states in another order."""
    places = {group[0]: place for place, group in enumerate(other.groups)}
    order = [places[group[0]] for group in one.groups]
    return sum(a > b for i, a in enumerate(order) for b in order[i + 1 :])


def test_inverse_analysis_says_which_states_must_be_passed(dilemma: Game) -> None:
    """For cooperation to be Nash stable each must like it as much as being the one who defects."""
    found = inverse(dilemma, 3, "nash")
    assert [demand.passed for demand in found.demands] == [(2,), (1,)]
    assert found.distance == 2
    assert inverse(dilemma, 3, "seq").distance == 0


def test_inverse_analysis_refuses_what_it_does_not_know(dilemma: Game) -> None:
    """Other concepts and infeasible states are named."""
    with pytest.raises(UsageError, match="inverse analysis knows nash"):
        inverse(dilemma, 0, "limited-2")
    game = parse_game('infeasible = ["YY"]\n' + DILEMMA.replace('"YY", ', ""))
    with pytest.raises(UsageError, match="not feasible"):
        inverse(game, 3, "nash")
