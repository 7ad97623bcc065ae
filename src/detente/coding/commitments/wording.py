"""The closed words of grammar, and the open classes of ``acts.csv`` that the rules turn on."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from detente.resources import Lexicon

OBLIGATION = frozenset({"must", "should", "ought"})
FUTURE = frozenset({"will", "would", "'ll", "wo", "shall", "'d", "’ll"})
POSSIBLE = frozenset({"could", "might", "may", "can", "ca"})
HEDGES = frozenset({"could", "might", "may", "possibly", "perhaps", "maybe", "potentially", "conceivably"})
SELF = frozenset({"i", "we"})
CONFLICT = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"})
FRIENDLY = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "CONSULT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The classes of ``acts.csv`` by name; what each holds is said in its row."""

    harm: frozenset[str]
    answer: frozenset[str]
    harming: frozenset[str]
    suffering: frozenset[str]
    dreaded: frozenset[str]
    growing: frozenset[str]
    losses: frozenset[str]
    frail: frozenset[str]
    saved: frozenset[str]
    plain: frozenset[str]
    ready: frozenset[str]
    helping: frozenset[str]
    granting: frozenset[str]
    idle: frozenset[str]
    joint: frozenset[str]
    demandable: frozenset[str]
    refusable: frozenset[str]
    claims: frozenset[str]
    speaking: frozenset[str]
    courtesy: frozenset[str]
    raising: frozenset[str]
    cancelling: frozenset[str]
    instruments: frozenset[str]
    presenting: frozenset[str]
    providing: frozenset[str]
    ending: frozenset[str]
    keeping: frozenset[str]
    welcome: frozenset[str]
    unwelcome: frozenset[str]
    ceasing: frozenset[str]
    complying: frozenset[str]
    defying: frozenset[str]

    @property
    def grave(self) -> frozenset[str]:
        """Harm foretold, and what is done in answer."""
        return self.harm | self.answer


CLASSES = tuple(f.name for f in fields(Wording))


@lru_cache(maxsize=4)
def wording_of(lexicon: Lexicon) -> Wording:
    """The classes of a lexicon, a user's rows added to the package's."""
    found: dict[str, frozenset[str]] = dict.fromkeys(CLASSES, frozenset())
    for row in lexicon.acts:
        if row.class_ in found:
            found[row.class_] |= frozenset(row.lemmas)
    return Wording(**found)
