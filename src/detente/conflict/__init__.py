"""Graph Model for Conflict Resolution: pure theory, useful without a news report.

Public names:

* the model: ``Game``, ``DecisionMaker``, ``Option``, ``Direction``, ``Rule``, ``ByStatements``,
  ``Statement``, ``ByRanking``;
* formulas over options: ``Formula`` (``Match``, ``Not``, ``And``, ``Or``, ``If``, ``Iff``), ``holds``,
  ``pattern``, ``taken``, ``implication``;
* files: ``read_game``, ``parse_game``, ``as_toml``, ``as_nfg``, ``spelled``;
* solving: ``solve``, ``Solution``, ``CONCEPTS``, ``feasible_states``, ``States``;
* moves from one state: ``Moves``, ``KnownMoves``; sequences from it: ``shortest_paths``, ``Path``, ``Step``;
* small games: ``Relations``, ``coalitions``, ``stable_for_coalitions``; views: ``View``, ``seen_by``, ``perceived``;
* which preferences would make a state stable: ``inverse``, ``Inverse``, ``Demand``.

States are whole numbers, their codes: the sum of 2^i over the options i taken. Decision makers and options
are meant by their index. All of it is frozen.
"""

from __future__ import annotations

from detente.conflict.evolution import Path, Step, shortest_paths
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
    View,
    implication,
)
from detente.conflict.hypergame import perceived, seen_by
from detente.conflict.inverse import Demand, Inverse, inverse
from detente.conflict.known_moves import KnownMoves
from detente.conflict.moves import Moves
from detente.conflict.normal_form import as_nfg
from detente.conflict.read import parse_game, read_game
from detente.conflict.relations import Relations
from detente.conflict.solution import Solution, solve
from detente.conflict.spell import spelled
from detente.conflict.stability import CONCEPTS, Concept
from detente.conflict.stability.coalition import coalitions, stable_for_coalitions
from detente.conflict.states import States, feasible_states
from detente.conflict.write import as_toml

__all__ = [
    "CONCEPTS",
    "And",
    "ByRanking",
    "ByStatements",
    "Concept",
    "DecisionMaker",
    "Demand",
    "Direction",
    "Formula",
    "Game",
    "If",
    "Iff",
    "Inverse",
    "KnownMoves",
    "Match",
    "Moves",
    "Not",
    "Option",
    "Or",
    "Path",
    "Preference",
    "Relations",
    "Rule",
    "Solution",
    "Statement",
    "States",
    "Step",
    "View",
    "as_nfg",
    "as_toml",
    "coalitions",
    "feasible_states",
    "holds",
    "implication",
    "inverse",
    "parse_game",
    "pattern",
    "perceived",
    "read_game",
    "seen_by",
    "shortest_paths",
    "solve",
    "spelled",
    "stable_for_coalitions",
    "taken",
]
