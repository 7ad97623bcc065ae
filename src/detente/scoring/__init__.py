"""Records held against gold annotations, with intervals; agreement between coders.

``read_case`` reads an annotated case, ``read_passages`` those of texts kept elsewhere, ``judge`` holds a record against it, ``shares`` counts what is
right by layer and class with bootstrap intervals, ``krippendorff_alpha`` and ``held_against`` compare two annotators.
"""

from detente.scoring.agreement import krippendorff_alpha
from detente.scoring.annotators import held_against, record_of
from detente.scoring.gold import Ban, Case, Item, read_case, read_cases
from detente.scoring.intervals import Interval, bootstrap
from detente.scoring.judge import Judged, Verdict, judge
from detente.scoring.marked import read_marked
from detente.scoring.passages import read_passages
from detente.scoring.tally import Share, by_class, commitment_f1, factuality_accuracy, shares

__all__ = [
    "Ban",
    "Case",
    "Interval",
    "Item",
    "Judged",
    "Share",
    "Verdict",
    "bootstrap",
    "by_class",
    "commitment_f1",
    "factuality_accuracy",
    "held_against",
    "judge",
    "krippendorff_alpha",
    "read_case",
    "read_cases",
    "read_marked",
    "read_passages",
    "record_of",
    "shares",
]
