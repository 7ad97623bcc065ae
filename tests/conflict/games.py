"""Small published games, as model files."""

from __future__ import annotations

import json
from typing import Any

from detente.conflict import Game, parse_game


def game_of(model: dict[str, Any]) -> Game:
    """The game that a dictionary of a JSON model file describes."""
    return parse_game(json.dumps(model), form="json")


def two_by_two(name: str, first: list[Any], second: list[Any], option: str = "Defect") -> Game:
    """A game of two decision makers with an option each; rankings by state number, NN YN NY YY."""
    return game_of(
        {
            "name": name,
            "decision_makers": ["Row", "Column"],
            "options": [
                {"name": option, "owner": "Row", "direction": "both"},
                {"name": f"{option} too", "owner": "Column", "direction": "both"},
            ],
            "infeasible": [],
            "preferences": {"Row": {"ranking": first}, "Column": {"ranking": second}},
        }
    )


# Rapoport and Guyer (1966): Prisoner's Dilemma, game 12; Chicken, game 66.
PRISONERS = two_by_two("Prisoner's Dilemma", [2, 1, 4, 3], [3, 1, 4, 2])
CHICKEN = two_by_two("Chicken", [2, 1, 3, 4], [3, 1, 2, 4], "Drive on")
