"""Reviews: what analysts say of rows, kept as a layer of its own.

Reading a report again with a newer coder leaves reviews as they are; :func:`standings` shows where the newer
reading differs. :func:`applied` lays the layer over what was read; :mod:`detente.ledger.review.keep` writes it.
"""

from detente.ledger.review.agreement import Compared, compared
from detente.ledger.review.apply import analyst_states, applied, links, states_with
from detente.ledger.review.doubt import Doubtful, doubtful
from detente.ledger.review.model import ACTIONS, Action, Layer, Review, review_from
from detente.ledger.review.standing import Stands, standings
from detente.ledger.review.stored import (
    AsRead,
    can_be_one,
    contradicted,
    links_of,
    reviews,
    reviews_of_report,
    reviews_of_row,
    rows_as_read,
)

__all__ = [
    "ACTIONS",
    "Action",
    "AsRead",
    "Compared",
    "Doubtful",
    "Layer",
    "Review",
    "Stands",
    "analyst_states",
    "applied",
    "can_be_one",
    "compared",
    "contradicted",
    "doubtful",
    "links",
    "links_of",
    "review_from",
    "reviews",
    "reviews_of_report",
    "reviews_of_row",
    "rows_as_read",
    "standings",
    "states_with",
]
