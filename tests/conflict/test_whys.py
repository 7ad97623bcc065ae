"""Witnesses of every concept: verdicts are the solver's, and each step shown is one that its mover can (or would) make."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from detente.conflict import Game, Relations, View, coalitions, solve, stable_for_coalitions
from detente.conflict.explain import Improvement, Verdict, Whys, named, sentence, verdict_rows
from detente.errors import GameError, UsageError

from .games import CHICKEN, PRISONERS, game_of
from .oracle import Oracle
from .strategies import random_model

NN, YN, NY, YY = range(4)
AHEAD = ("simultaneous", "non-myopic", "limited-1", "limited-2", "limited-3", "limited-5", "stackelberg-D0")
PLAIN = ("nash", "gmr", "smr", "seq", "sseq")


def small(seed: int) -> Game:
    """A random game with few states."""
    return game_of(random_model(seed, most_makers=3, most_options=5))


SEEDS = [s for s in range(14) if Oracle(random_model(s, most_makers=3, most_options=5)).codes]  # some states are feasible


def unknown(game: Game) -> Game:
    """The game with every second statement unknown in its direction, and a ranking cut to its halves."""
    preferences: list[Any] = []
    for one in game.preferences:
        if hasattr(one, "statements"):
            rows = tuple(dataclasses.replace(row, unknown=bool(i % 2)) for i, row in enumerate(one.statements))
            preferences.append(dataclasses.replace(one, statements=rows))
        else:
            half = max(1, len(one.groups) // 2)
            preferences.append(dataclasses.replace(one, groups=one.groups[:half], partial=True, chains=(one.groups[half:],)))
    return dataclasses.replace(game, preferences=tuple(preferences))


def check_steps(relations: Relations, verdict: Verdict, one: Improvement, *, credible: bool) -> None:
    """Each step starts where the last ended, is its movers' to make, and is an improvement where it must be."""
    place = relations.states.index
    steps = [one.move, *one.answer]
    if one.at_once is None:
        assert all(before.end == after.start for before, after in pairwise(steps))
    for step in steps:
        members = (step.mover, *step.partners)
        reach = relations.reach([relations.moves[i] for i in members])
        assert reach[place(step.start), place(step.end)]
    for step in one.answer if credible else ():
        assert all(
            relations.better[i][place(step.start), place(step.end)] or relations.unknown[i][place(step.start), place(step.end)]
            for i in (step.mover, *step.partners)
        )
    assert one.move.start == (verdict.state if verdict.seen is None else verdict.seen)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_looks_ahead_is_explained_by_what_follows(seed: int) -> None:
    """Verdicts are the solver's; an open move leaves its mover better off at the end of what follows, a deterred one not."""
    game = small(seed)
    whys, relations = Whys(game), Relations(game)
    solution = solve(game, AHEAD)
    for concept in AHEAD:
        for i in range(len(game.decision_makers)):
            for code in map(int, relations.states.codes):
                verdict = whys.verdict(concept, [i], code, limit=99)
                assert verdict.stable == solution.is_stable(concept, i, code)
                worth = relations.worths[i]
                for one in verdict.improvements:
                    check_steps(relations, verdict, one, credible=concept == "simultaneous" and one.at_once is None)
                    end = one.at_once if one.at_once is not None else (one.answer or (one.move,))[-1].end
                    gains = bool(worth[relations.states.index(end)] > worth[relations.states.index(code)])
                    assert gains is not one.deterred
                    assert one.deterred is verdict.stable
                assert sentence(game, verdict)


@pytest.mark.parametrize("seed", SEEDS)
def test_partly_unknown_preferences_have_witnesses_in_each_way(seed: int) -> None:
    """An answer ends where the way of reading says that it deters; what is not known is said to be so."""
    game = unknown(small(seed))
    whys, relations, solution = Whys(game), Relations(game), solve(game, ["seq", "smr"])
    for concept in solution.stable:
        for i in range(len(game.decision_makers)):
            for code in map(int, relations.states.codes):
                verdict = whys.verdict(concept, [i], code, limit=99)
                assert verdict.stable == solution.is_stable(concept, i, code)
                for one in verdict.improvements:
                    check_steps(relations, verdict, one, credible=concept.startswith("seq"))
                    known = relations.better[i][relations.states.index(code), relations.states.index(one.move.end)]
                    assert one.certain == known
                    assert one.deterred is verdict.stable
                    assert one.left in ({"worse", "same"} if concept[-1] in "ab" else {"worse", "same", "unknown"}) or not one.deterred


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("concept", PLAIN)
def test_coalitions_have_witnesses(seed: int, concept: str) -> None:
    """All members gain by the move, one at least is no better off after the answer."""
    game = small(seed)
    whys, relations = Whys(game), Relations(game)
    flags = stable_for_coalitions(relations, concept)
    for group in (one for one in coalitions(range(len(game.decision_makers))) if len(one) > 1):
        for place, code in enumerate(map(int, relations.states.codes)):
            verdict = whys.verdict(concept, group, code, limit=99)
            assert verdict.members == group
            assert verdict.stable == flags[group][place]
            for one in verdict.improvements:
                check_steps(relations, verdict, one, credible=concept in {"seq", "sseq"})
                assert all(relations.better[i][place, relations.states.index(one.move.end)] for i in group)
                if one.deterred:
                    assert one.whom in group
                    assert not relations.better[one.whom][place, relations.states.index(one.answer[-1].end)]


def test_who_sees_the_game_otherwise_judges_it_in_its_own_view() -> None:
    """Row takes Column for one who never defects: so to defect is safe, in its own view."""
    view = View(preferences=(None, dataclasses.replace(CHICKEN.preferences[1], groups=((YN, NN), (NY, YY)))))
    game = dataclasses.replace(PRISONERS, views=(view, None))
    verdict = Whys(game).verdict("seq", [0], NN)
    assert verdict.stable == solve(game).is_stable("seq", 0, NN)
    assert sentence(game, verdict).startswith("As Row sees it (with its own idea of what Column prefers): Row could do better")
    assert verdict_rows(game, verdict)[0]["seen_as"] == "NN"
    assert not sentence(game, Whys(game).verdict("seq", [1], NN)).startswith("As ")


def test_an_option_that_is_not_known_of_is_not_seen() -> None:
    """The state is perceived without it; what makes no sense is not stable."""
    view = View(preferences=(None, None), unaware=0b10)
    game = dataclasses.replace(PRISONERS, views=(view, None))
    verdict = Whys(game).verdict("nash", [0], YY)
    assert verdict.seen == YN
    assert "it does not know of ‘Defect too’" in sentence(game, verdict)
    forbidden = game_of({
        "decision_makers": ["A", "B"], "infeasible": ["YN"],
        "options": [{"name": "x", "owner": "A"}, {"name": "y", "owner": "B"}],
        "preferences": {"A": {"statements": ["x"]}, "B": {"statements": ["y"]}},
        "views": {"A": {"unaware": ["y"]}},
    })  # fmt: skip
    nonsense = Whys(forbidden).verdict("nash", [0], YY)
    assert not nonsense.stable
    assert not nonsense.sensible
    assert sentence(forbidden, nonsense).endswith("the state would be YN, which is none: so it is not stable for it.")


def test_leaving_at_the_same_moment_is_told_as_such() -> None:
    """In Chicken, both who leave the swerving crash: simultaneous sanction."""
    swerving = Whys(CHICKEN).verdict("simultaneous", [0], NN)
    assert swerving.stable
    assert sentence(CHICKEN, swerving) == (
        "Row could do better by taking up ‘Drive on’ (to YN), but Column taking up ‘Drive on too’ at the same moment "
        "would make it YY, which leaves Row worse off than now."
    )


def test_an_unstable_state_shows_the_play_that_leaves_it() -> None:
    """From the crash, a driver who looks one move ahead swerves; who looks far ahead waits for the other."""
    verdict = Whys(CHICKEN).verdict("limited-1", [0], YY)
    assert not verdict.stable
    assert sentence(CHICKEN, verdict) == "Looking one move ahead, Row does better by giving up ‘Drive on’ (to NY), and nobody is expected to answer."


def test_a_stable_verdict_without_a_tempting_move_has_a_row_as_well() -> None:
    """Nothing is lost on the way to a table."""
    (row,) = verdict_rows(PRISONERS, Whys(PRISONERS).verdict("nash", [0], YY))
    assert row["stable"]
    assert row["move"] is None
    both = Whys(PRISONERS).verdict("nash", [0, 1], NN)
    assert sentence(PRISONERS, both) == "Row and Column have no move by which all of them would do better."
    assert named(PRISONERS, 0, 1) == "Row and Column"


def test_wrong_questions_say_what_there_is() -> None:
    """Unknown concept, state that is none, coalition with a concept or a preference that it can't have."""
    whys = Whys(PRISONERS)
    with pytest.raises(UsageError, match="no stability concept 'polite'"):
        whys.verdict("polite", [0], NN)
    with pytest.raises(UsageError, match=r"\(code 9\) is not feasible"):
        whys.verdict("limited-2", [0], 9)
    with pytest.raises(UsageError, match=r"\(code 9\) is not feasible"):
        whys.verdict("nash", [0, 1], 9)
    with pytest.raises(UsageError, match="no coalition stability 'limited-2'"):
        whys.verdict("limited-2", [0, 1], NN)
    with pytest.raises(GameError, match="coalitions are worked out for known ones"):
        Whys(unknown(PRISONERS)).verdict("nash", [0, 1], NN)


def test_few_feasible_states_of_many_options_are_explained() -> None:
    """Thirty options and nine states: verdicts are those of the solver."""
    options = [{"name": f"o{i}", "owner": "AB"[i % 2]} for i in range(30)]
    pairs = ["".join("YN"[j == i + 2] if j in {i, i + 2} else "-" for j in range(30)) for i in range(28)]
    back = ["".join("NY"[j == i + 2] if j in {i, i + 2} else "-" for j in range(30)) for i in range(28)]
    game = game_of({
        "decision_makers": ["A", "B"], "options": options, "infeasible": [*pairs, *back],
        "preferences": {"A": {"statements": ["2", "-1"]}, "B": {"statements": ["1", "-2"]}},
    })  # fmt: skip
    solution = solve(game)
    assert len(solution.states) == 4
    for concept in PLAIN:
        for i in range(2):
            for code in map(int, solution.states.codes):
                verdict = Whys(game).verdict(concept, [i], code)
                assert verdict.stable == solution.is_stable(concept, i, code)
    assert np.array_equal(solution.stable["seq"][:, 3], [True, True])
