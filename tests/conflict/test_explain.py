"""Witnesses hold by the definitions, and the sentences say what the witnesses hold."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from detente.conflict import Moves, solve
from detente.conflict.explain import (
    Edge,
    Explainer,
    Step,
    Verdict,
    change_in_words,
    graph_svg,
    moves_of_game,
    sentence,
    verdict_rows,
)
from detente.conflict.known_moves import KnownMoves
from detente.errors import UsageError

from .games import CHICKEN, PRISONERS, game_of
from .oracle import Oracle
from .strategies import random_model

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
NN, YN, NY, YY = range(4)
SEEDS = [s for s in range(28) if Oracle(random_model(s, most_makers=4, most_options=5)).codes]  # some states are feasible


@pytest.mark.parametrize("seed", SEEDS)
def test_every_verdict_and_its_witness_hold_by_the_definitions(seed: int) -> None:
    """On random games of up to four decision makers.

    The verdict is the oracle's; each step is a move of its mover, credible where it must be; nobody moves
    twice running; the end is no better, after any counter-move.
    """
    model = random_model(seed, most_makers=4, most_options=5)
    explainer, oracle = Explainer(game_of(model)), Oracle(model)
    for concept in CONCEPTS:
        for i, name in enumerate(oracle.makers):
            for state in oracle.codes:
                verdict = explainer.verdict(concept, i, state, limit=99)
                assert verdict.stable == oracle.is_stable(concept, name, state)
                check(verdict, oracle, name)


def check(verdict: Verdict, oracle: Oracle, name: str) -> None:
    """Each improvement shown is one, and its answer answers it."""
    score, credible = oracle.score[name], verdict.concept in {"seq", "sseq"}
    if not verdict.stable:
        assert not verdict.improvements[0].deterred
    for one in verdict.improvements:
        assert one.move.end in oracle.improvements[name][verdict.state]
        here, last = one.move.end, name
        for step in one.answer:
            mover = oracle.makers[step.mover]
            table = oracle.improvements if credible else oracle.moves
            assert step.start == here
            assert step.end in table[mover][here]
            assert mover not in {last, name}
            here, last = step.end, mover
        if one.deterred:
            assert score[here] <= score[verdict.state]
            if verdict.concept in {"smr", "sseq"}:
                assert all(score[t] <= score[verdict.state] for t in oracle.moves[name][here])


def test_a_stable_state_without_improvement_says_so() -> None:
    """Mutual defection is Nash stable."""
    explainer = Explainer(PRISONERS)
    assert sentence(PRISONERS, explainer.verdict("nash", 0, YY)) == "Row has no move by which it would do better."


def test_cooperation_in_the_dilemma_is_deterred_by_the_others_answer() -> None:
    """The published reason why NN is a sequential equilibrium."""
    explainer = Explainer(PRISONERS)
    said = sentence(PRISONERS, explainer.verdict("seq", 0, NN))
    assert said == (
        "Row could do better by taking up ‘Defect’ (to YN), but then Column would take up ‘Defect too’ (to YY), "
        "which leaves Row worse off than now."
    )


def test_an_unstable_state_says_that_nothing_deters() -> None:
    """Driving on alone pays in Chicken from NN, by Nash and with credible answers."""
    explainer = Explainer(CHICKEN)
    verdict = explainer.verdict("seq", 0, NN)
    assert not verdict.stable
    assert "no answer that the others would gain by" in sentence(CHICKEN, verdict)
    assert "this concept asks no more" in sentence(CHICKEN, explainer.verdict("nash", 0, NN))


def test_a_symmetric_verdict_tells_of_the_counter_move() -> None:
    """In the dilemma, Row has no move that would help after Column's answer."""
    explainer = Explainer(PRISONERS)
    assert sentence(PRISONERS, explainer.verdict("smr", 0, NN)).endswith("with no move of its own that would help.")


def test_moves_left_out_are_counted() -> None:
    """With a limit of one, the rest is a number."""
    model = random_model(3, most_makers=2, most_options=5)
    explainer = Explainer(game_of(model))
    for state in explainer.board.states.codes.tolist():
        verdict, whole = (explainer.verdict("gmr", 0, state, limit=n) for n in (1, 99))
        assert len(verdict.improvements) + verdict.more == len(whole.improvements)


def test_moves_that_do_more_than_another_are_told_last() -> None:
    """B would rather drop y; to drop x as well is no different to it, and tells nothing more."""
    game = game_of({
        "decision_makers": ["A", "B"], "options": [{"name": "a", "owner": "A"}, {"name": "x", "owner": "B"}, {"name": "y", "owner": "B"}],
        "preferences": {"A": {"statements": []}, "B": {"statements": ["NOT y", "NOT x OR a"]}},
    })  # fmt: skip
    shown = Explainer(game).verdict("nash", 1, 0b111).improvements
    assert [one.move.end for one in shown] == [0b011, 0b001]


def test_a_state_that_is_not_feasible_is_a_wrong_call() -> None:
    """The message names the state and its code."""
    with pytest.raises(UsageError, match=r"state .* \(code 9\) is not feasible"):
        Explainer(PRISONERS).verdict("nash", 0, 9)
    with pytest.raises(UsageError, match="no witness is known for 'stackelberg'"):
        Explainer(PRISONERS).verdict("stackelberg", 0, 0)


def test_changes_are_told_in_words() -> None:
    """Options taken up come first, then those given up."""
    assert change_in_words(PRISONERS, NN, YY) == "taking up ‘Defect’ and ‘Defect too’"
    assert change_in_words(PRISONERS, YN, NY, "") == "take up ‘Defect too’ and give up ‘Defect’"
    assert change_in_words(PRISONERS, NN, NN) == "staying"


def test_rows_hold_the_witness_as_data() -> None:
    """For tables and programs."""
    explainer = Explainer(PRISONERS)
    assert verdict_rows(PRISONERS, explainer.verdict("seq", 1, NN)) == [
        {
            "concept": "seq", "decision_maker": "Column", "state": "NN", "seen_as": None, "stable": True, "move": "NY", "certain": True,
            "answer": [{"mover": "Row", "from": "NY", "to": "YY"}], "at_once": None, "left": "worse", "counter": None,
        }
    ]  # fmt: skip


def test_steps_are_data() -> None:
    """A step knows its mover and both ends."""
    (one,) = Explainer(PRISONERS).verdict("seq", 0, NN).improvements
    assert one.move == Step(mover=0, start=NN, end=YN)
    assert one.answer == (Step(mover=1, start=YN, end=YY),)


def test_the_graph_has_a_node_a_state_and_an_edge_a_move() -> None:
    """It is well-formed XML; equilibria have a second ring."""
    moves = Moves(PRISONERS)
    root = ET.fromstring(graph_svg(moves, solve(PRISONERS).equilibria("nash")))  # noqa: S314  our own text
    tag = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f"{tag}g")) == 4
    assert len(root.findall(f".//{tag}circle")) == 5
    assert len([p for p in root.findall(f"{tag}path") if p.get("fill") == "none"]) == len(list(moves_of_game(moves))) == 4


def test_partly_unknown_preferences_are_drawn_as_far_as_they_are_known() -> None:
    """Two of four states are ranked: one improvement is known; all moves are drawn as ever."""
    model = {
        "name": "open", "decision_makers": ["A", "B"], "infeasible": [],
        "options": [{"name": "x", "owner": "A"}, {"name": "y", "owner": "B"}],
        "preferences": {"A": {"known": [["YN", "NN"]]}, "B": {"statements": []}},
    }  # fmt: skip
    moves = KnownMoves(game_of(model))
    assert list(moves_of_game(moves)) == [Edge(mover=0, start=NN, end=YN)]
    assert len(list(moves_of_game(moves, improvements=False))) == 4
    assert "<svg" in graph_svg(moves)


def test_moves_both_ways_are_one_edge() -> None:
    """All moves of a reversible two-by-two game: four pairs."""
    edges = list(moves_of_game(Moves(CHICKEN), improvements=False))
    assert len(edges) == 4
    assert all(edge.both for edge in edges)


def test_long_arrows_stay_in_the_picture() -> None:
    """A quadratic curve goes half as far as it is bent: no more than the margin."""
    model = {
        "name": "wide", "decision_makers": ["A", "B"], "infeasible": [],
        "options": [{"name": f"o{i}", "owner": "AB"[i > 0], "direction": "both"} for i in range(6)],
        "preferences": {"A": {"statements": []}, "B": {"statements": ["o5"]}},
    }  # fmt: skip
    root = ET.fromstring(graph_svg(Moves(game_of(model))))  # noqa: S314  our own text
    tops = [(float(p.get("d", "").split()[1].split(",")[1]), float(p.get("d", "").split()[0].split(",")[1])) for p in root if p.get("marker-end")]
    assert tops
    assert all((bend + start) / 2 > 0 for bend, start in tops)


def test_names_in_the_graph_are_escaped() -> None:
    """A report's words never become markup."""
    model = random_model(1, most_makers=2, most_options=3)
    model["options"][0]["name"] = "<script>alert(1)</script>"
    assert "<script>" not in graph_svg(Moves(game_of(model)))


def test_a_game_too_large_to_draw_says_so() -> None:
    """The message says what still works."""
    model = {
        "name": "large", "decision_makers": ["A", "B"], "infeasible": [],
        "options": [{"name": f"o{i}", "owner": "AB"[i % 2], "direction": "both"} for i in range(8)],
        "preferences": {"A": {"statements": []}, "B": {"statements": []}},
    }  # fmt: skip
    with pytest.raises(UsageError, match="256 states are too many to draw"):
        graph_svg(Moves(game_of(model)))
