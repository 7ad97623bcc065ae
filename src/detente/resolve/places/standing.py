"""How words stand in a sentence where they name a place: after 'in', under fire, beside 'the city of'."""

from __future__ import annotations

from detente.language import Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
WITHIN = frozenset("in at near around outside inside across throughout over above".split())
AREA_NOUNS = frozenset("city town village province state district region capital port county island suburb area oblast governorate peninsula municipality base airport airbase site harbour harbor".split())
ABOUT_PLACES = frozenset("resident inhabitant native mayor outskirt vicinity neighbourhood neighborhood slum street north south east west part centre center".split())
UPON = frozenset("fire attack march strike raid advance assault bombing shelling rocket missile descend land fall rain".split())
TOWN_VERBS = frozenset(
    "bomb bombard shell strike capture besiege encircle enter reach leave visit storm seize take retake liberate evacuate occupy overrun "
    "surround blockade raid pound rocket flee quit tour".split()
)
IN_PLACE = frozenset("in at near from to into around outside inside across off toward towards through over via between".split())
SIDES = frozenset(
    "northern southern eastern western central north south east west north-western north-eastern south-western "
    "south-eastern northwestern northeastern southwestern southeastern upper lower".split()
)
SIEGES = frozenset("bombing shelling bombardment siege capture fall battle seizure recapture liberation occupation mayor outskirt".split())
BASES = frozenset("base airbase airport airfield".split())


def lies_somewhere(token: Token) -> bool:
    """'in Paris', 'north London', 'the outskirts of Kyiv', 'the state of Washington': the town, not its government."""
    tokens = token.sent.tokens
    if token.i == 0:
        return False
    before = tokens[token.i - 1].lower
    if _is_reached(token) or before in WITHIN or before in SIDES:
        return True
    return before in {"of", ","} and follows_place_word(tokens, token.i)


def _is_reached(token: Token) -> bool:
    """What is bombed, reached or left, what shells fall on, is the town."""
    head = token.head
    if token.dep in {"dobj", "nsubjpass"}:
        return head.lemma in TOWN_VERBS
    return head.lower == "on" and head.head.lemma in UPON


def dates_a_line(token: Token) -> bool:
    """'Brussels, 22 March 1999': where a text was written, at its head."""
    after = token.sent.tokens[token.i + 1 : token.i + 3]
    return token.i == 0 and len(after) == 2 and after[0].text == "," and after[1].pos == "NUM"


def follows_place_word(tokens: list[Token], first: int) -> bool:
    """Whether a preposition or noun before, or a noun after, says that this is a place."""
    if first == 0:
        return False
    before, second = tokens[first - 1], tokens[first - 2] if first > 1 else None
    if before.text == "," and second is not None and second.lemma in AREA_NOUNS:
        return True  # 'the regional capital, Mekelle'
    if before.lower == "of" and second is not None:
        return second.lemma in AREA_NOUNS or second.lemma in ABOUT_PLACES
    return before.lower in SIDES or before.lower in IN_PLACE or before.lemma in AREA_NOUNS or _is_reached(tokens[first])


def besieged(tokens: list[Token], first: int, last: int) -> bool:
    """'the bombing of Bentiu', 'the mayor of Kalymnos', 'the Hmeimim base': a place, whatever the recogniser takes it for."""
    if first < 2 or tokens[last].pos != "PROPN":
        return False
    if tokens[first - 1].lower == "of":
        return tokens[first - 2].lemma in SIEGES or tokens[first - 2].lemma in ABOUT_PLACES
    return tokens[first - 1].lower == "the" and last + 1 < len(tokens) and tokens[last + 1].lemma in BASES and tokens[first - 2].lower in WITHIN


def stands_as_place(tokens: list[Token], span: tuple[int, int]) -> bool:
    """'off Corinto', 'the bombing of Bentiu', 'Corinto and Puerto Sandino', 'the Hmeimim base'."""
    first, last = span
    if last + 1 < len(tokens) and tokens[last + 1].lemma in AREA_NOUNS:
        return True
    if not first:
        return False
    before = tokens[first - 1]
    if before.lower in {"and", ",", "or"} and first > 1:
        return tokens[first - 2].ent in PLACE_LABELS
    return before.lower in WITHIN or before.lower in {"of", "off", "near"} or _is_reached(tokens[last])
