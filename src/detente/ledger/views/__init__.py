"""What a dossier answers, a module a question: ledger, timeline, actors, changes, one row, series.

Every answer is as of a day: what was known then. A row that was told again later is added up anew from what had
been told by that day, so that an old brief comes out as it did.
"""

from detente.ledger.views.model import (
    ActorView,
    Change,
    Changes,
    Citation,
    CommitmentView,
    EventView,
    Page,
    Query,
    RowView,
)

__all__ = [
    "ActorView",
    "Change",
    "Changes",
    "Citation",
    "CommitmentView",
    "EventView",
    "Page",
    "Query",
    "RowView",
]
