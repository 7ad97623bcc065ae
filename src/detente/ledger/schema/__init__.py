"""The tables: what is stored, what is read off it row by row, and what adds up from that.

Three layers stand in one database. *Stored* tables hold what came in: they are only ever added to. *Coded*
tables hold the rows of the current record of each report. *Derived* tables hold what adds up. The last two
are functions of the first, so that they can be thrown away and made again.
"""

from detente.ledger.schema.base import Base
from detente.ledger.schema.coded import Appearance, CodedCommitment, CodedEvent, CodedStatement, Sentence
from detente.ledger.schema.derived import (
    Actor,
    Commitment,
    Contradiction,
    DayCount,
    Event,
    Family,
    Pair,
    Party,
    Pending,
    Shingle,
    Sketch,
    StateChange,
    Watch,
)
from detente.ledger.schema.stored import Dossier, Reading, Report, Review, Sighting, StoredRecord

__all__ = [
    "Actor",
    "Appearance",
    "Base",
    "CodedCommitment",
    "CodedEvent",
    "CodedStatement",
    "Commitment",
    "Contradiction",
    "DayCount",
    "Dossier",
    "Event",
    "Family",
    "Pair",
    "Party",
    "Pending",
    "Reading",
    "Report",
    "Review",
    "Sentence",
    "Shingle",
    "Sighting",
    "Sketch",
    "StateChange",
    "StoredRecord",
    "Watch",
]
