"""The only bridge from the ledger to the conflict model: options and preferences, each cited."""

from detente.framing.check import Drift, drift
from detente.framing.claims import Claim, Deed, claims_of_ledger, claims_of_record, roots
from detente.framing.draft import Choice, Draft, Exclusion, Maker, Question, Wish
from detente.framing.frame import frame
from detente.framing.names import names
from detente.framing.write import as_toml

__all__ = [
    "Choice",
    "Claim",
    "Deed",
    "Draft",
    "Drift",
    "Exclusion",
    "Maker",
    "Question",
    "Wish",
    "as_toml",
    "claims_of_ledger",
    "claims_of_record",
    "drift",
    "frame",
    "names",
    "roots",
]
