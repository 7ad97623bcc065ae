"""When and where an event was, by the time and place expressions of its own clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.coding.factuality.grammar import PREPOSITION, SUBJECTS, VERBAL, misread_predicate
from detente.language import Sentence, Token
from detente.records import Dated, PlaceRef
from detente.resolve.model import Located, Timed

UNDATED = frozenset({"time/bare_part", "time/bare_season"})  # 'night raids', 'winter quarters': no day
WHERE = frozenset({"in", "at", "near", "off", "outside", "inside", "within", "over", "around", "on", "from", "to", "into", "across"})
LOOSE = frozenset({"over", "on", "from", "to", "into", "across"})  # a place only of fire, flight and movement; last choice
# Papers and states of affairs whose own date says nothing of what is done about them ('the treaty of 1960').
DATED = frozenset(
    """
    resolution treaty agreement accord pact statement communique communiqué convention declaration protocol memorandum constitution charter
    law act decree order letter note situation border line frontier level war coup election revolution armistice ceasefire truce plan report
    """.split()
)
MAKING = frozenset({"sign", "adopt", "conclude", "initial", "ratify", "pass", "reach", "issue", "fight", "win", "lose", "announce", "make",
                    "send", "write", "hold", "stage", "declare", "launch", "publish"})  # fmt: skip
NOMINAL_LINKS = SUBJECTS | {"dobj", "attr", "pobj", "dative"}


def head_of(sentence: Sentence, first: int, last: int) -> Token:
    """The token of a span that the rest of the sentence is attached to."""
    tokens = sentence.tokens[first : last + 1]
    for token in tokens:
        if token.head is token or not first <= token.head.i <= last:
            return token
    return tokens[0]


def anchors(trigger: Token) -> list[Token]:
    """Tokens whose times and places are the event's: the trigger, then the verb that carries an event noun."""
    found = [trigger, *(c for c in trigger.children if c.dep == "aux" and c.children)]  # 'had on Monday threatened'
    token = trigger
    if trigger.dep == "amod" and misread_predicate(trigger) is not None:
        found.append(trigger.head)
    if trigger.pos not in VERBAL:  # 'the treaty signed in March'
        after = trigger.sent.tokens[trigger.right + 1 : trigger.right + 2]  # it may hang on a noun further up
        found += [c for c in (*trigger.children, *after) if c.dep == "acl" and c.tag == "VBN"]
    while token.pos not in VERBAL and token.head is not token and token.dep in NOMINAL_LINKS | PREPOSITION:
        token = token.head
        found.append(token)
    cleft = _cleft(token)
    return [*found, cleft] if cleft is not None else found


def _cleft(verb: Token) -> Token | None:
    """The 'be' of 'it was on Monday that …', whose time and place are those of the clause after 'that'."""
    above = verb.head
    if verb.dep not in {"ccomp", "relcl", "advcl"} or verb.child("mark", "nsubj") is None:
        return None
    while above.dep in {"pobj", "prep", "attr"} and above.head is not above:
        above = above.head
    subject = above.child("nsubj", "expl")
    return above if above.lemma == "be" and subject is not None and subject.lower == "it" and above.i < verb.i else None


def date_of(trigger: Token, times: Iterable[Timed]) -> Dated | None:
    """The date whose expression hangs on the event's clause; the closest where there are several."""
    best: tuple[int, int, Timed] | None = None
    chain = anchors(trigger)
    for timed in times:
        if timed.row.type not in {"DATE", "TIME"} or timed.row.value[:1] not in "0123456789X" or timed.row.rule in UNDATED:
            continue
        if timed.row.role == "deadline":
            continue
        rank = _rank(head_of(timed.sentence, timed.first, timed.last), chain, trigger)
        if rank is not None:
            key = (rank, abs(timed.first - trigger.i), timed)
            if best is None or key[:2] < best[:2]:
                best = key
    if best is None:
        return None
    row = best[2].row
    return Dated(value=row.value[:10] if row.value[:1].isdigit() else row.value, text=row.text, time=row.id)


def _rank(start: Token, chain: Sequence[Token], trigger: Token) -> int | None:
    """How far up the event's own clause a time expression is attached; None: to another clause."""
    token = start
    for _ in range(8):
        if token in chain:
            return chain.index(token)
        if token.head is token:
            return None
        if token is not start and token.pos in {"NOUN", "PROPN"} and _of_paper(token) and trigger.lemma not in MAKING:
            return None
        crossing = token.pos in VERBAL and token.dep != "xcomp" and token is not start
        if crossing:
            return _shared(token, start, trigger)
        token = token.head
    return None


def _of_paper(noun: Token) -> bool:
    """Whether a noun has a date of its own, and nothing is done by it ('in a memorandum of 1994 it gave up its arms')."""
    return noun.lemma.lower() in DATED and not (noun.dep == "pobj" and noun.head.lower in {"in", "by", "with", "through"})


def _shared(verb: Token, start: Token, trigger: Token) -> int | None:
    """A time before the first of several coordinated verbs holds for all ('On Friday, A came and went')."""
    token = trigger
    while token.dep == "conj" and token.head.pos in VERBAL:
        token = token.head
        if token is verb and start.i < verb.i:
            return 3
    return None


def place_of(trigger: Token, places: Iterable[Located]) -> PlaceRef | None:
    """The place named after 'in', 'at', 'near' … in the event's clause."""
    best: tuple[int, int, Located] | None = None
    chain = anchors(trigger)
    for located in places:
        rank = _place_rank(head_of(located.sentence, located.first, located.last), chain)
        if rank is not None:
            key = (rank, abs(located.first - trigger.i), located)
            if best is None or key[:2] < best[:2]:
                best = key
    if best is None:
        return None
    row = best[2].row
    return PlaceRef(country=row.country, name=row.name, place=row.id)


def _place_rank(start: Token, chain: Sequence[Token]) -> int | None:
    token, prepositions, loose = start, False, 0
    for step in range(8):
        if token in chain and prepositions:
            return chain.index(token) * 4 + loose * 2 + (step > 2)
        if token.head is token or (token.pos in VERBAL and token not in chain):
            return None
        if token.dep in PREPOSITION and token.lower in WHERE:
            prepositions, loose = True, int(token.lower in LOOSE)
        elif token.dep == "agent":
            loose = 1
        token = token.head
    return None


def place_struck(things: Sequence[Token], places: Iterable[Located]) -> PlaceRef | None:
    """The place that an act of force is done to: 'shelled Asmara', 'seized the Kassala airfield', 'the port of Assab'."""
    for located in places:
        start = head_of(located.sentence, located.first, located.last)
        above = start.head.head if start.dep == "pobj" and start.head.lower == "of" else start.head
        if start in things or (above in things and start.dep in {"compound", "poss", "pobj", "nmod"}):
            return PlaceRef(country=located.row.country, name=located.row.name, place=located.row.id)
    return None
