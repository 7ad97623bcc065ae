"""What other programs write and read: GMCR+ files in, Gambit's normal form out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.conflict import Direction, Moves, parse_game, read_game, solve
from detente.conflict.normal_form import as_nfg
from detente.errors import GameError, GameTooLarge

from .games import PRISONERS, game_of
from .oracle import Oracle
from .strategies import random_model

SAVED: dict[str, Any] = {
    "program": "gmcr-py",
    "version": "0.3.6",
    "options": [{"permittedDirection": "fwd", "name": "Strike"}, {"permittedDirection": "both", "name": "Yield"}],
    "decisionMakers": [
        {"name": "A", "options": [0], "preferences": [[[1, "Y"]], {"compound": True, "members": [[[0, "N"], [1, "N"]], [[0, "Y"], [1, "Y"]]]}]},
        {"name": "B", "options": [1], "preferences": [], "preferenceRanking": [1, [3, 2]], "misperceptions": [[[0, "Y"]]]},
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "useManualPreferenceRanking": False,
}


def test_a_gmcr_plus_file_is_read_as_it_stands(tmp_path: Path) -> None:
    """Options, directions, infeasible states, statements with compounds; what is not read is a question."""
    path = tmp_path / "model.gmcr"
    path.write_text(json.dumps(SAVED), encoding="utf-8")
    game = read_game(path)
    assert [option.direction for option in game.options] == [Direction.fwd, Direction.both]
    assert [game.letters(int(code)) for code in Moves(game).states.codes] == ["NN", "YN", "NY"]
    moves = Moves(game)
    assert [moves.worth(0, code) for code in (0b00, 0b01, 0b10)] == [2, 1, 3]
    assert [moves.worth(1, code) for code in (0b00, 0b01, 0b10)] == [1, 1, 1]
    assert len(game.questions) == 1


def test_rankings_made_by_hand_are_taken_where_the_file_says_so() -> None:
    """By state number; a list is a tie."""
    game = parse_game(json.dumps({**SAVED, "useManualPreferenceRanking": True}), form="json")
    moves = Moves(game)
    assert moves.worth(1, 0b00) > moves.worth(1, 0b01) == moves.worth(1, 0b10)


def test_a_broken_gmcr_plus_file_says_so() -> None:
    """An option that nobody owns."""
    with pytest.raises(GameError, match="no whole GMCR\\+ file"):
        parse_game(json.dumps({**SAVED, "decisionMakers": []}), form="json")


def test_the_dilemma_in_normal_form() -> None:
    """Names, strategies, then a line a choice, the first player's strategy changing fastest; payoffs are ranks."""
    assert as_nfg(PRISONERS) == (
        'NFG 1 R "Prisoner\'s Dilemma" { "Row" "Column" } { { "N" "Y" } { "N" "Y" } }\n\n3 3\n4 1\n1 4\n2 2\n'
    )


@pytest.mark.parametrize("seed", range(12))
def test_pure_equilibria_of_the_normal_form_are_the_nash_equilibria(seed: int) -> None:
    """Where every choice is feasible and every option reversible."""
    model = random_model(seed, most_makers=3, most_options=5)
    model["infeasible"] = []
    model["options"] = [{**option, "direction": "both"} for option in model["options"]]
    model["preferences"] = {name: {"statements": []} if "ranking" in one else one for name, one in model["preferences"].items()}
    game = game_of(model)
    assert pure(as_nfg(game)) == len(solve(game).equilibria("nash")) == len(
        [code for code in Oracle(model).codes if all(Oracle(model).is_stable("nash", name, code) for name in model["decision_makers"])]
    )


def pure(text: str) -> int:
    """How many pure equilibria an .nfg file has, read on its own."""
    head, _, body = text.partition("\n\n")
    sizes = [part.count('"') // 2 for part in head.split("{ { ", 1)[1].split("} {")]
    rows = [tuple(map(int, line.split())) for line in body.splitlines()]
    steps = [1]
    for size in sizes:
        steps.append(steps[-1] * size)

    def best(place: int, i: int) -> bool:
        own = place // steps[i] % sizes[i]
        return all(rows[place][i] >= rows[place + (k - own) * steps[i]][i] for k in range(sizes[i]))

    return sum(all(best(place, i) for i in range(len(sizes))) for place in range(len(rows)))


def test_an_infeasible_choice_pays_nothing_and_a_large_game_is_refused() -> None:
    """0 is less than any state; too many choices are told."""
    assert as_nfg(parse_game(json.dumps(SAVED), form="json")).splitlines()[-1] == "0 0"
    options = [{"name": f"o{i}", "owner": "AB"[i % 2]} for i in range(17)]
    large = game_of({"decision_makers": ["A", "B"], "options": options, "preferences": {"A": {"statements": []}, "B": {"statements": []}}})
    with pytest.raises(GameTooLarge, match="131,072 choices of options"):
        as_nfg(large)
