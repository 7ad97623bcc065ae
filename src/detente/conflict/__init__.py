"""Graph Model for Conflict Resolution: pure theory, useful without a news report.

Public names:

* the model: ``Game``, ``DecisionMaker``, ``Option``, ``Direction``, ``Rule``, ``ByStatements``,
  ``Statement``, ``ByRanking``;
* formulas over options: ``Formula`` (``Match``, ``Not``, ``And``, ``Or``, ``If``, ``Iff``), ``holds``,
  ``pattern``, ``taken``, ``implication``;
* files: ``read_game``, ``parse_game``, ``as_toml``, ``spelled``;
* solving: ``solve``, ``Solution``, ``CONCEPTS``, ``feasible_states``, ``States``;
* moves from one state: ``Moves``.

States are whole numbers, their codes: the sum of 2^i over the options i taken. Decision makers and options
are meant by their index. All of it is frozen.
"""

from __future__ import annotations

from detente.conflict.formula import And, Formula, If, Iff, Match, Not, Or, holds, pattern, taken
from detente.conflict.game import (
    ByRanking,
    ByStatements,
    DecisionMaker,
    Direction,
    Game,
    Option,
    Preference,
    Rule,
    Statement,
    implication,
)
from detente.conflict.moves import Moves
from detente.conflict.read import parse_game, read_game
from detente.conflict.solution import Solution, solve
from detente.conflict.spell import spelled
from detente.conflict.stability import CONCEPTS, Concept
from detente.conflict.states import States, feasible_states
from detente.conflict.write import as_toml

__all__ = [
    "CONCEPTS",
    "And",
    "ByRanking",
    "ByStatements",
    "Concept",
    "DecisionMaker",
    "Direction",
    "Formula",
    "Game",
    "If",
    "Iff",
    "Match",
    "Moves",
    "Not",
    "Option",
    "Or",
    "Preference",
    "Rule",
    "Solution",
    "Statement",
    "States",
    "as_toml",
    "feasible_states",
    "holds",
    "implication",
    "parse_game",
    "pattern",
    "read_game",
    "solve",
    "spelled",
    "taken",
]
