"""The solver against known models and against the definitions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.conflict import CONCEPTS, Game, read_game, solve
from detente.conflict.build import build
from detente.errors import GameTooLarge, UsageError

from .conftest import Make
from .oracle import Oracle
from .strategies import quick, random_model

SEEDS = st.integers(min_value=10_000, max_value=10**9)


def stability(game: Game) -> dict[str, dict[str, list[int]]]:
    """Concept, decision maker, codes."""
    found = solve(game)
    names = [one.name for one in game.decision_makers]
    return {c: {name: found.stable_for(c, i) for i, name in enumerate(names)} for c in found.stable}


def disagreements(seeds: range) -> list[int]:
    """The seeds of the random models on which solver and oracle differ."""
    found = []
    for seed in seeds:
        model = random_model(seed)
        oracle = Oracle(model)
        if oracle.codes and stability(build(model)) != oracle.stability():
            found.append(seed)
    return found


def test_known_models_have_their_states(known: tuple[Path, dict[str, Any]]) -> None:
    """Numbers, codes and letters of the states are those that the file lists."""
    path, model = known
    game = read_game(path)
    codes = map(int, solve(game).states.codes)
    assert [{"number": n, "code": c, "options": game.letters(c)} for n, c in enumerate(codes, 1)] == model["states"]


def test_known_models_have_their_stable_states(known: tuple[Path, dict[str, Any]]) -> None:
    """Every concept gives every decision maker the states that the file expects, and the equilibria too."""
    path, model = known
    game = read_game(path)
    found = solve(game)
    for expected in model["expected"]:
        concept = expected["concept"].lower()
        assert found.equilibria(concept) == expected["codes"]
        for name, numbers in expected["stable_for"].items():
            codes = found.stable_for(concept, game.index(name))
            assert [found.states.number(code) for code in codes] == numbers


def test_the_oracle_agrees_with_the_known_models(known: tuple[Path, dict[str, Any]]) -> None:
    """The brute-force oracle itself is held to the expected states."""
    _, model = known
    found = Oracle(model).stability()
    for expected in model["expected"]:
        names = {name: [model["states"][n - 1]["code"] for n in ns] for name, ns in expected["stable_for"].items()}
        assert found[expected["concept"].lower()] == names


def test_solver_and_definitions_agree_on_random_models() -> None:
    """No random model is solved otherwise than from the definitions, move by move."""
    assert disagreements(range(80)) == []


@pytest.mark.slow
def test_solver_and_definitions_agree_on_two_thousand_random_models() -> None:
    """The same for 2,000 models."""
    assert disagreements(range(120, 2120)) == []


@quick
@given(SEEDS)
def test_stability_implies_weaker_stability(seed: int) -> None:
    """Nash implies SEQ and SMR; both imply GMR; SSEQ stands between Nash and SEQ, and implies SMR."""
    model = random_model(seed)
    if not Oracle(model).codes:
        return
    stable = solve(build(model)).stable
    for strong, weak in (
        ("nash", "sseq"), ("sseq", "seq"), ("seq", "gmr"), ("nash", "smr"), ("smr", "gmr"), ("sseq", "smr"),
    ):  # fmt: skip
        assert (stable[weak] | ~stable[strong]).all(), (strong, weak)


@quick
@given(SEEDS)
def test_some_state_is_general_metarational_for_each(seed: int) -> None:
    """The best state of a decision maker is stable for it under every concept."""
    model = random_model(seed)
    oracle = Oracle(model)
    if not oracle.codes:
        return
    found = solve(build(model))
    for i, name in enumerate(model["decision_makers"]):
        best = max(oracle.codes, key=oracle.score[name].__getitem__)
        assert all(found.is_stable(concept, i, best) for concept in CONCEPTS)


@quick
@given(SEEDS, st.randoms(use_true_random=False))
def test_relabelling_the_options_permutes_the_states(seed: int, shuffler: Any) -> None:
    """The order of the options in the file changes the codes and nothing else."""
    model = random_model(seed, most_options=6)
    model["preferences"] = {
        name: entry if "statements" in entry else {"statements": [["Y" + "-" * (len(model["options"]) - 1)]]}
        for name, entry in model["preferences"].items()
    }
    if not Oracle(model).codes:
        return
    order = list(range(len(model["options"])))
    shuffler.shuffle(order)

    def moved(pattern: str) -> str:
        return "".join(pattern[i] for i in order)

    other = {
        **model,
        "options": [model["options"][i] for i in order],
        "infeasible": [moved(p) for p in model["infeasible"]],
        "preferences": {
            name: {"statements": [[moved(p) for p in ps] for ps in entry["statements"]]}
            for name, entry in model["preferences"].items()
        },
    }
    before, after = build(model), build(other)
    expected = stability(after)
    for concept, makers in stability(before).items():
        for name, codes in makers.items():
            letters = {moved(before.letters(code)) for code in codes}
            assert letters == {after.letters(code) for code in expected[concept][name]}


@quick
@given(SEEDS)
def test_an_option_that_nobody_cares_about_changes_nothing(seed: int) -> None:
    """With one more option in no statement and no rule, a state is stable as it was, with it and without it."""
    model = random_model(seed, most_options=6)
    model["preferences"] = {
        name: entry if "statements" in entry else {"statements": [["N" * len(model["options"])]]}
        for name, entry in model["preferences"].items()
    }
    if not Oracle(model).codes:
        return
    owner = model["decision_makers"][0]
    more = {
        **model,
        "options": [*model["options"], {"name": "idle", "owner": owner, "direction": "both"}],
        "infeasible": [p + "-" for p in model["infeasible"]],
        "preferences": {
            name: {"statements": [[p + "-" for p in ps] for ps in entry["statements"]]}
            for name, entry in model["preferences"].items()
        },
    }
    idle = 1 << len(model["options"])
    before, after = stability(build(model)), stability(build(more))
    for concept, makers in before.items():
        for name, codes in makers.items():
            assert after[concept][name] == [*codes, *(code | idle for code in codes)]


def test_a_decision_maker_without_options_is_always_nash_stable(make: Make) -> None:
    """Who can't move has nothing to gain by moving."""
    found = solve(make("AA", A=["YY"], B=["NN"]))
    assert found.stable["nash"][1].all()


def test_only_the_concepts_asked_for_are_solved(make: Make) -> None:
    """Asking for one concept gives that one; a name that is none is refused."""
    game = make("AB", A=["Y-"], B=["-Y"])
    assert list(solve(game, ["seq"]).stable) == ["seq"]
    with pytest.raises(UsageError, match="nash, gmr"):
        solve(game, ["sequential"])


def test_a_hundred_statements_are_ranked_in_order(make: Make) -> None:
    """More statements than a machine word has bits: the first that tells two states apart decides."""
    idle = ["YY OR NN".replace("YY", "1 AND 2").replace("NN", "NOT 1 AND NOT 2")] * 100
    game = make("AB", A=[*idle, "Y-"], B=[])
    assert solve(game, ["nash"]).stable_for("nash", 0) == [0, 3]


def test_a_model_too_large_is_told_before_it_starts(make: Make) -> None:
    """The message says how many states there are and what room they would take."""
    with pytest.raises(GameTooLarge, match=r"281,474,976,710,656 .*about"):
        solve(make("AB" * 24))
