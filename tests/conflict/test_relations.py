"""Concepts over relations: partly unknown preferences, coalitions, sequences; against the solver and by hand."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.conflict import CONCEPTS, Game, parse_game, read_game, solve
from detente.conflict.build import build
from detente.conflict.relations import Relations
from detente.conflict.stability import coalition, limited_move, uncertain
from detente.errors import GameError, GameTooLarge, UsageError

from .conftest import Make
from .oracle import Oracle
from .strategies import quick, random_model

SEEDS = st.integers(min_value=10_000, max_value=10**9)
DILEMMA = """
decision_makers = ["A", "B"]
[[options]]
name = "Cooperate"
owner = "A"
[[options]]
name = "Collaborate"
owner = "B"
[preferences.A]
ranking = ["NY", "YY", "NN", "YN"]
[preferences.B]
ranking = ["YN", "YY", "NN", "NY"]
"""


@pytest.fixture
def dilemma() -> Game:
    """The Prisoner's Dilemma; codes: 0 both defect, 3 both cooperate."""
    return parse_game(DILEMMA)


def random_game(seed: int) -> Game | None:
    """A random game of few states, or None if none is feasible."""
    model = random_model(seed, most_options=5)
    return build(model) if Oracle(model).codes else None


@quick
@given(SEEDS)
def test_where_all_is_known_the_four_ways_are_the_solver(seed: int) -> None:
    """Without unknown preferences each way gives what the hypercube solver gives, for every concept."""
    game = random_game(seed)
    if game is None:
        return
    relations, solution = Relations(game), solve(game)
    for concept, way, i in product(CONCEPTS, uncertain.WAYS, range(len(game.decision_makers))):
        assert (uncertain.stable(relations, i, concept, way) == solution.stable[concept][i]).all()


@quick
@given(SEEDS)
def test_coalitions_of_one_are_single_decision_makers(seed: int) -> None:
    """Nash, GMR and SMR of a coalition of one are its member's; with two decision makers all five are."""
    game = random_game(seed)
    if game is None or len(game.decision_makers) > 3:
        return
    relations, solution = Relations(game), solve(game)
    concepts = CONCEPTS if len(game.decision_makers) == 2 else ("nash", "gmr", "smr")
    for concept in concepts:
        found = coalition.stable_for_coalitions(relations, concept)
        for i in range(len(game.decision_makers)):
            assert (found[i,] == solution.stable[concept][i]).all()


@quick
@given(SEEDS)
def test_coalition_stability_follows_its_definition(seed: int) -> None:
    """Coalition GMR and SEQ worked out state by state, sequence by sequence, are the same."""
    model = random_model(seed, most_makers=3, most_options=4)
    oracle = Oracle(model)
    if not oracle.codes:
        return
    names = oracle.makers
    groups = coalition.coalitions(range(len(names)))

    def reach(group: tuple[int, ...], start: int) -> set[int]:
        return oracle.sequences_end([names[i] for i in group], start, oracle.moves)

    def gains(group: tuple[int, ...], start: int) -> set[int]:
        return {t for t in reach(group, start) if all(oracle.score[names[i]][t] > oracle.score[names[i]][start] for i in group)}

    def credible(others: tuple[int, ...], start: int) -> set[int]:
        seen: set[int] = set()
        waiting = [start]
        while waiting:
            here = waiting.pop()
            new = {t for g in coalition.coalitions(others) for t in gains(g, here)} - seen
            seen |= new
            waiting += new
        return seen

    found = {c: coalition.stable_for_coalitions(Relations(build(model)), c) for c in ("gmr", "seq")}
    for group in groups:
        others = tuple(i for i in range(len(names)) if i not in group)
        for place, s in enumerate(oracle.codes):
            for concept, answers in (("gmr", reach), ("seq", credible)):
                expected = all(
                    any(any(oracle.score[names[i]][z] <= oracle.score[names[i]][s] for i in group) for z in answers(others, t))
                    for t in gains(group, s)
                )
                assert found[concept][group][place] == expected


def test_a_coalition_leaves_the_dilemma_that_no_one_leaves_alone(dilemma: Game) -> None:
    """Mutual defection is Nash stable for each, and not for the two together."""
    found = coalition.stable_for_coalitions(Relations(dilemma), "nash")
    assert [bool(found[group][0]) for group in ((0,), (1,), (0, 1))] == [True, True, False]
    assert bool(found[0, 1][3])


@quick
@given(SEEDS)
def test_looking_one_move_ahead_is_nash(seed: int) -> None:
    """Limited-move stability of horizon 1 is Nash stability; simultaneous stability is no stricter than SEQ."""
    game = random_game(seed)
    if game is None:
        return
    found = solve(game, ["nash", "seq", "limited-1", "simultaneous"]).stable
    assert (found["limited-1"] == found["nash"]).all()
    assert (found["simultaneous"] | ~found["seq"]).all()


def test_foresight_makes_cooperation_stable(dilemma: Game) -> None:
    """In the dilemma, cooperation is stable for who looks two or more moves ahead, not for who looks one ahead."""
    found = solve(dilemma, ["limited-1", "limited-2", "non-myopic"])
    assert found.equilibria("limited-1") == [0]
    assert found.equilibria("limited-2") == [0, 3]
    assert 3 in found.equilibria("non-myopic")


def test_the_leader_decides_in_chicken(make: Make) -> None:
    """Whoever leads stays on course, and the other swerves."""
    chicken = build(
        {
            "decision_makers": ["A", "B"],
            "options": [{"name": "Swerve", "owner": "A"}, {"name": "Swerve", "owner": "B"}],
            "preferences": {"A": {"ranking": [3, 4, 2, 1]}, "B": {"ranking": [2, 4, 3, 1]}},
        }
    )
    found = solve(chicken, ["stackelberg-A", "stackelberg-B"])
    assert 2 in found.equilibria("stackelberg-A")
    assert 1 in found.equilibria("stackelberg-B")


def test_simultaneous_stability_of_a_known_model(shared: Path) -> None:
    """The published analysis lists one more state than SEQ, by simultaneous sanctioning."""
    game = read_game(shared / "data" / "conflicts" / "usa_dprk_base.json")
    assert solve(game, ["simultaneous"]).equilibria("simultaneous") == [0, 4, 5, 10]


def test_non_myopic_is_every_long_horizon(dilemma: Game) -> None:
    """What is stable for all horizons from some on is stable for any horizon that is long."""
    relations = Relations(dilemma)
    found = limited_move.non_myopic(relations, relations.worths)
    for horizon in range(10, 20):
        assert (limited_move.stable(relations, relations.worths, horizon) | ~found).all()


def partial(seed: int) -> Game | None:
    """A random game with some statements of unknown direction."""
    model = random_model(seed, most_options=4)
    for n, entry in enumerate(model["preferences"].values()):
        entry.pop("ranking", None)
        rows = entry.get("statements", [["Y" + "-" * (len(model["options"]) - 1)]])
        entry["statements"] = [{"statement": row, "unknown": (seed >> n + j) % 3 == 0} for j, row in enumerate(rows)]
    return build(model) if Oracle({**model, "preferences": {name: {"statements": []} for name in model["preferences"]}}).codes else None


@quick
@given(SEEDS)
def test_way_a_asks_most_and_way_d_least(seed: int) -> None:
    """Stable in way a implies stable in b and c, and these imply d."""
    game = partial(seed)
    if game is None or not game.uncertain:
        return
    found = solve(game).stable
    for concept in CONCEPTS:
        a, b, c, d = (found[f"{concept}-{way}"] for way in uncertain.WAYS)
        assert (b | ~a).all()
        assert (c | ~a).all()
        assert (d | ~b).all()
        assert (d | ~c).all()


def test_an_unknown_statement_leaves_states_uncompared() -> None:
    """States told apart by it first can't be compared; others can."""
    text = DILEMMA.replace('ranking = ["NY", "YY", "NN", "YN"]', 'statements = [{statement = "Collaborate", unknown = true}, "NOT Cooperate"]')
    relations = Relations(parse_game(text))
    assert relations.better[0][1, 0]
    assert not relations.better[0][1, 2]
    assert relations.unknown[0].tolist() == (np.arange(4)[:, None] // 2 != np.arange(4)[None, :] // 2).tolist()


def test_chains_join_through_the_states_they_share() -> None:
    """What follows from two chains is known; the rest is not."""
    text = DILEMMA.replace('ranking = ["NY", "YY", "NN", "YN"]', 'known = [["NY", "YY"], [["YY", "NN"], "YN"]]')
    better = Relations(parse_game(text)).better[0]
    assert better[1, 2]  # YN to NY, by way of YY
    assert not better[0, 3]
    assert not better[3, 0]


def test_chains_that_contradict_are_refused() -> None:
    """A state can't be better than itself."""
    text = DILEMMA.replace('ranking = ["NY", "YY", "NN", "YN"]', 'known = [["NY", "YY"], ["YY", "NY"]]')
    with pytest.raises(GameError, match="contradict"):
        solve(parse_game(text))


def test_sequences_need_full_preferences_and_known_names(dilemma: Game) -> None:
    """A concept that is none, a leader who is none, or an unknown preference is an error that says so."""
    for name, says in (("limited-0", "limited-H"), ("stackelberg-C", "names no decision maker"), ("seqq", "seq")):
        with pytest.raises(UsageError, match=says):
            solve(dilemma, [name])
    text = DILEMMA.replace('ranking = ["NY", "YY", "NN", "YN"]', 'known = [["NY", "YY"]]')
    with pytest.raises(GameError, match="partly unknown"):
        solve(parse_game(text), ["limited-2"])


def test_relations_have_a_limit(make: Make) -> None:
    """A game too large for tables says so, and what can be asked of it."""
    with pytest.raises(GameTooLarge, match="4,096 states"):
        solve(make("AB" * 6), ["simultaneous"])


def test_who_errs_about_the_other_judges_by_what_it_sees() -> None:
    """A who takes B to like cooperation sees another game; B sees it as it is."""
    view = '[views.A.preferences.B]\nranking = ["YY", "NY", "YN", "NN"]\n'
    seen, plain = solve(parse_game(DILEMMA + view)), solve(parse_game(DILEMMA))
    assert seen.stable_for("nash", 1) == plain.stable_for("nash", 1)
    assert seen.stable_for("nash", 0) == plain.stable_for("nash", 0)
    assert seen.stable_for("seq", 0) != plain.stable_for("seq", 0)


def test_who_does_not_know_of_an_option_takes_it_for_not_taken() -> None:
    """A unaware of B's option judges both its settings as one."""
    game = parse_game(DILEMMA + '[views.A]\nunaware = ["Collaborate"]\n')
    solution = solve(game)
    stable = solution.stable_for("gmr", 0)
    assert stable == [0, 2]  # without an answer of B, defecting is best


def test_views_leave_statements_as_they_are() -> None:
    """Preferences by statements need no cutting: options not known of are never taken."""
    text = DILEMMA.replace('ranking = ["NY", "YY", "NN", "YN"]', 'statements = ["Collaborate", "NOT Cooperate"]')
    assert solve(parse_game(text + '[views.A]\nunaware = ["Collaborate"]\n')).stable_for("nash", 0) == [0, 2]
