"""Why a state is stable or not: the improving move, the answer that deters it, and the sentence that says so."""

from detente.conflict.explain.graph import Edge, graph_svg, moves_of_game
from detente.conflict.explain.witness import Explainer, Improvement, Step, Verdict
from detente.conflict.explain.words import change_in_words, sentence, verdict_rows

__all__ = [
    "Edge",
    "Explainer",
    "Improvement",
    "Step",
    "Verdict",
    "change_in_words",
    "graph_svg",
    "moves_of_game",
    "sentence",
    "verdict_rows",
]
