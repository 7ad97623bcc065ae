"""The frozen facts of the record: what reading one report yields.

Every other part of the house passes these types to its neighbours. They hold no logic beyond
slicing and naming; :mod:`detente.records.encode` turns them into JSON, and
:mod:`detente.records.schema` describes that JSON.
"""

from detente.records.facts import (
    Act,
    Actor,
    Coder,
    Commitment,
    Condition,
    Cue,
    Dated,
    Event,
    Factuality,
    Furniture,
    Kind,
    Mention,
    MentionForm,
    Place,
    PlaceRef,
    Polarity,
    Record,
    Report,
    Span,
    Statement,
    Time,
    TimeRole,
)

__all__ = [
    "Act",
    "Actor",
    "Coder",
    "Commitment",
    "Condition",
    "Cue",
    "Dated",
    "Event",
    "Factuality",
    "Furniture",
    "Kind",
    "Mention",
    "MentionForm",
    "Place",
    "PlaceRef",
    "Polarity",
    "Record",
    "Report",
    "Span",
    "Statement",
    "Time",
    "TimeRole",
]
