"""The published cases that come with the project have their published equilibria."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.conflict import Game, Moves, Relations, read_game, shortest_paths, solve, stable_for_coalitions

MODELS = Path(__file__).resolve().parents[2] / "examples" / "models"


def case(name: str) -> Game:
    """An example model."""
    return read_game(MODELS / f"{name}.toml")


def equilibria(game: Game, concept: str) -> list[str]:
    """The equilibria by their letters."""
    return [game.letters(code) for code in solve(game, [concept]).equilibria(concept)]


def test_elmira_has_its_three_equilibria() -> None:
    """States 5 and 8 of the literature, and 9, which is four states here."""
    game = case("elmira")
    assert set(equilibria(game, "nash")) == {"NYNNY", "YNYNY", "NNNYN", "YNNYN", "NNNYY", "YNNYY"}
    assert equilibria(game, "nash") == equilibria(game, "seq")


def test_elmira_jumps_from_one_equilibrium_to_another() -> None:
    """The Ministry and Uniroyal together leave state 5, and no one else; nobody leaves state 8."""
    relations = Relations(case("elmira"))
    found = stable_for_coalitions(relations, "nash")
    five, eight = (relations.states.index(code) for code in (0b10010, 0b10101))
    assert [group for group, flags in found.items() if not flags[five]] == [(0, 1)]
    assert all(flags[eight] for flags in found.values())


def test_cuba_settles_as_it_did() -> None:
    """Withdrawal with or without blockade is sequentially stable, and the blockade leads there."""
    game = case("cuba-1962")
    assert equilibria(game, "seq") == ["NNYN", "NYYN"]
    assert equilibria(game, "nash") == []
    path = shortest_paths(Moves(game), 0, [0b0110], improvements=True)[0b0110]
    assert [game.letters(step.code) for step in path.steps] == ["NYNN", "NYYN"]


@pytest.mark.parametrize(("name", "nash", "seq"), [("dilemma", ["NN"], ["NN", "YY"]), ("chicken", ["YN", "NY"], ["YN", "NY"])])
def test_two_by_two_games_have_their_equilibria(name: str, nash: list[str], seq: list[str]) -> None:
    """The Prisoner's Dilemma and Chicken, by statements."""
    game = case(name)
    assert equilibria(game, "nash") == nash
    assert equilibria(game, "seq") == seq
