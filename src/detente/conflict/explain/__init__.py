"""Why a state is stable or not: the improving move, the answer that deters it, and the sentence that says so."""

from detente.conflict.explain.graph import Edge, graph_svg, moves_of_game
from detente.conflict.explain.verdict import Improvement, Step, Verdict
from detente.conflict.explain.whys import Whys
from detente.conflict.explain.witness import Explainer
from detente.conflict.explain.words import change_in_words, named, sentence, verdict_rows

__all__ = [
    "Edge",
    "Explainer",
    "Improvement",
    "Step",
    "Verdict",
    "Whys",
    "change_in_words",
    "graph_svg",
    "moves_of_game",
    "named",
    "sentence",
    "verdict_rows",
]
