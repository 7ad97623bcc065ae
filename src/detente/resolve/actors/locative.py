"""Whether a capital's name means the town or the government in it."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.reading import Reading, previous
from detente.resolve.actors.towns import beside_state

PLACES = frozenset({"in", "at", "near", "outside", "inside", "around", "within", "into", "across", "throughout", "via", "through"})
MOTION = frozenset(
    """
    go come fly travel return send visit trip journey arrive leave depart drive march move bring take head invite
    summon recall flee deploy tour flight road route way welcome drive withdraw evacuate back ship dispatch ambassador
    arrival departure advance airlift convoy escape deport transfer transport rush carry embassy
    """.split()
)
TARGETS = frozenset(
    """
    visit leave reach enter attack bomb shell bombard capture seize storm surround encircle besiege hit strike rock
    flee quit evacuate tour occupy take retake liberate destroy recapture seize besiege blockade defend control overrun
    """.split()
)
AIRED = frozenset({"from", "on", "over", "toward", "towards", "to"})


def is_place(match: Match, reading: Reading) -> bool:
    """Whether the words around a capital make it a place: 'in Geneva', 'flew to Baghdad', 'Paris, France'.

    'pressure on Moscow', 'a warning to Tehran', 'with Kiev' are governments, as is whatever acts,
    owns ('Moscow's proposals') or is spoken to.
    """
    sentence = match.sentence
    if sentence.block == "dateline":
        return True
    head = next((t for t in match.tokens if t.head not in match.tokens or t.head is t), match.tokens[-1])
    if _dateline(match) or _beside_state(match, reading):
        return True
    if head.dep in {"compound", "nmod", "amod"}:
        return _modifies_place(head)
    while head.dep in {"conj", "appos"} and head.head is not head:
        head = head.head
    if head.dep == "pobj":
        return _after(head.head)
    return head.dep == "dobj" and head.head.lemma in TARGETS


def _after(preposition: Token) -> bool:
    if preposition.lower in PLACES:
        return True
    governor = preposition.head
    if preposition.lower in {"from", "to", "toward", "towards", "for"}:
        if governor.lemma in MOTION:
            return True
        return preposition.lower == "from" and governor.pos == "VERB" and governor.lemma in {"report", "speak", "write", "broadcast"}
    if preposition.lower in {"on", "over", "of", "off", "above"}:
        return governor.lemma in {"outskirts", "suburb", "centre", "center", "city", "street", "capital", "town", "fall", "siege",
                                  "bombing", "shelling", "bombardment", "capture", "streets", "raid", "airstrike", "sky", "liberation",
                                  "north", "south", "east", "west", "mayor", "base", "airbase", "airport", "port", "embassy", "consulate", "hospital", "mile", "kilometre", "kilometer", "km"}  # fmt: skip
    return preposition.lower in {"south", "north", "east", "west", "by"} and governor.lemma in {"sign", "land"}


def _modifies_place(head: Token) -> bool:
    """'the Vienna talks', 'a Beijing hotel': the town; 'the Moscow government' is left to organs, 'Kiev hints' a verb."""
    tokens = head.sent.tokens
    behind = tokens[head.head.i + 1].text if head.head.i + 1 < len(tokens) else "."
    if head.head.tag == "NNS" and head.head.dep in {"npadvmod", "advcl", "ccomp", "parataxis", "dep"} and behind in {",", "."} and head.i == head.left:
        return False
    return head.head.lemma not in {"government", "regime", "official", "leadership", "authorities", "leader", "spokesman", "envoy"}


def _dateline(match: Match) -> bool:
    """'MOSCOW (Reuters) -', 'Kiev, March 3': at the head of a paragraph in capitals or before a dash."""
    sentence = match.sentence
    if match.first > 0 or len(sentence.tokens) <= match.last + 1:
        return False
    nxt = sentence.tokens[match.last + 1].text
    return nxt in {"(", "–", "—", "--", "-"} and sentence.tokens[match.last + 1].dep != "case"


def _beside_state(match: Match, reading: Reading) -> bool:
    """'Paris, France', 'the Belgian capital Brussels'."""
    tokens = match.sentence.tokens
    before = previous(tokens[match.first])
    if before is not None and before.lower in {"capital", "city", "town", "resort"}:
        return True
    return bool(beside_state(match, reading))
