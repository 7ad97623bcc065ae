"""Whether a group that the report leaves without a state takes part in what happens.

'Rebels', 'troops' and 'police' are actors wherever they stand; 'civilians', 'experts' and 'schools'
only where somebody does something to them, or where they do or say something themselves.
"""

from __future__ import annotations

from functools import lru_cache

from detente.language import Token
from detente.resources import Lexicon

FIRM_SECTORS = frozenset({"GOV", "MIL", "REB", "SEP", "OPP", "COP", "SPY", "LEG", "JUD", "CRM", "NGO", "HRI"})
TOWARDS = frozenset({"with", "against", "to", "on", "between", "from", "by", "of", "at", "for", "among", "as"})


@lru_cache(maxsize=4)
def _acts(lexicon: Lexicon) -> frozenset[str]:
    """Lemmas of verbs and nouns that code events, and of verbs of saying."""
    frames = {lemma for row in lexicon.frames for lemma in row.lemma if row.pos != "adjective"}
    return frozenset(frames | {lemma for row in lexicon.cues if row.pos == "verb" for lemma in row.lemma})


@lru_cache(maxsize=4)
def _states_of_mind(lexicon: Lexicon) -> frozenset[str]:
    """Adjectives that code events: 'loyal to the rebels', but not 'empty of civilians'."""
    return frozenset(lemma for row in lexicon.frames if row.pos == "adjective" for lemma in row.lemma)


def takes_part(head: Token, sector: str, lexicon: Lexicon) -> bool:
    """Whether the noun is a party: of a firm sector, or an argument of a word that codes an event."""
    if sector in FIRM_SECTORS:
        return True
    while head.dep in {"conj", "appos"} and head.head is not head:
        head = head.head
    if head.dep in {"nsubj", "nsubjpass", "dobj", "dative"}:
        return head.head.lemma in _acts(lexicon)
    if head.dep != "pobj" or head.head.lower not in TOWARDS:
        return False
    governor = head.head.head
    if governor.pos == "NUM" or governor.lemma in {"dozen", "hundred", "thousand", "number", "group", "score", "handful"}:
        return takes_part(governor, sector, lexicon)
    if governor.pos == "ADJ":
        return governor.lemma in _states_of_mind(lexicon)
    return governor.lemma in _acts(lexicon)
