"""What the words around a name say of somebody: title and state before it, behind it, and in apposition."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.actors.affiliation import HONORIFICS, Affiliation, affiliation, current
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.persons import Naming
from detente.resolve.actors.reading import Reading, following, previous, stance
from detente.resources import rows

STOP = frozenset({"VERB", "AUX", "SCONJ", "PRON", "ADV", "INTJ"})
MONSIEUR = frozenset({"M.", "MM.", "Mme", "Mme."})  # at the head of a name; inside one, 'M.' is an initial
HOLDING = frozenset({"then", "acting", "outgoing", "incoming", "visiting"})  # a title goes on before them
BRACKETED = 6  # tokens in the brackets behind a delegate's name


def surroundings(made: Naming, reading: Reading) -> None:
    """Fill in what stands before, behind and in apposition."""
    first, last = made.tokens[0], made.tokens[-1]
    left = _own_title(_left(first, reading), reading)
    made.says = affiliation(left, reading)
    if made.says.role:
        made.title_tokens = [t for t in left if reading.at.get(t) is None or not reading.at[t].of("state", "demonym")]
    elif left and not _adjacent(left, reading):
        made.says = Affiliation(honorific=made.says.honorific)
    if (before := previous(first)) is not None and before.text in MONSIEUR:
        made.says.honorific = made.says.honorific or before.text
    right = _right(last, reading)
    if right.origin and not made.says.role:
        made.says.merge(_apposed_before(first, last, reading))  # 'the president of the Council, X of Chile'
    made.says.merge(right)
    if not made.says.role:
        made.says.merge(_apposed_before(first, last, reading))
    elif _rank_only(made.says):
        fuller = _apposed_before(made.title_tokens[0] if made.title_tokens else first, last, reading)
        if fuller.role and (fuller.country or fuller.body):
            fuller.merge(made.says)
            made.says = fuller


def _own_title(left: list[Token], reading: Reading) -> list[Token]:
    """What stands before a name without what is another's: 'adviser to President X', 'residents of X'."""
    if left and left[-1].lower in {"of", "for", "to"}:
        return []
    titled = False
    for n in range(len(left) - 1, -1, -1):
        match = reading.at.get(left[n])
        titled = titled or (n == len(left) - 1 and match is not None and bool(match.of("title")) and not _honorific(match))
        if titled and left[n].pos in {"ADP", "PART"} and left[n].lower in {"of", "for", "to"} and not (match is not None and match.of("title")):
            return left[n + 1 :]
    return left


def _honorific(match: Match) -> bool:
    return match.text.lower().rstrip(".") in HONORIFICS


def _rank_only(says: Affiliation) -> bool:
    """Whether a title tells a rank or an honour, and no office of a state: 'Sheikh', 'General', 'Lord'."""
    return not (says.country or says.body) and says.title is not None and says.title.rank in {"religious", "military", "civil"}


def _left(first: Token, reading: Reading) -> list[Token]:
    """The title and modifiers directly before a name."""
    found: list[Token] = []
    token = previous(first)
    while token is not None and len(found) < 14:
        if token.tag == "PRP$":
            found.append(token)
            break
        if (token.pos in STOP and token.lower not in HOLDING) or token in reading.taken:
            break
        if (token.pos == "PUNCT" and token.text not in "-’'.") or token.pos in {"NUM", "SYM"}:
            break
        match = reading.at.get(token)
        if token.tag == "POS" and _titled(previous(token), reading) and not any(_titled(t, reading) for t in found):
            break  # 'the President's Malaria Initiative'
        if token.pos in {"ADP", "CCONJ"} and not (match is not None and match.first < token.i):
            if not _carries_on(token, reading):
                break
        found.append(token)
        token = previous(token)
    return found[::-1]


def _titled(token: Token | None, reading: Reading) -> bool:
    match = reading.at.get(token) if token is not None else None
    return match is not None and bool(match.of("title"))


def _carries_on(token: Token, reading: Reading) -> bool:
    """Whether 'of', 'for' or 'and' stands inside a title: a title must stand directly before it."""
    before = previous(token)
    match = reading.at.get(before) if before is not None else None
    return token.lower in {"of", "for", "and", "to"} and match is not None and bool(match.of("title"))


def _adjacent(left: list[Token], reading: Reading) -> bool:
    """Whether a state stands directly before a name: 'Luxembourg's Jean Asselborn'."""
    tail = left[-1]
    if tail.tag == "POS" and len(left) > 1:
        tail = left[-2]
    match = reading.at.get(tail)
    return match is not None and not stance(match) and bool(match.of("state", "demonym", "capital", "body"))


def _right(last: Token, reading: Reading) -> Affiliation:
    """What follows a name: ', Ethiopia's Minister for Water,', '(United States)', 'of Russia'."""
    token = following(last)
    if token is None:
        return Affiliation()
    if token.text == "(":
        inner = _until(following(token), {")"}, reading)
        says = affiliation(inner, reading)
        if says.country and not says.role and len(inner) <= BRACKETED:
            says.sector = says.sector or "GOV"  # the delegate of a state in the record of a meeting
        return says if says.country or says.body or says.role else Affiliation()
    if token.lower == "of" and (nxt := following(token)) is not None:
        match = reading.at.get(nxt) or reading.at.get(following(nxt) or nxt)
        return _from(match, reading) if match is not None and match.of("state") else Affiliation()
    if token.text not in {",", "–", "—", "-"}:
        return _sent_by(token, reading)
    inner = _until(following(token), {",", ";", ".", "–", "—", ")", "”", '"'}, reading)
    if inner and last.dep in {"pobj", "dobj"} and (verb := following(inner[-1])) is not None and verb.pos == "VERB" and verb.dep in {"ROOT", "ccomp"}:
        return Affiliation()  # 'a deal hailed by X, the chief of staff let it be known': a new clause
    if len(inner) > 1 and inner[0].lower == "for" and (match := reading.at.get(inner[-1])) is not None and match.first == inner[1].i:
        return _for_state(match, reading)  # 'M. Branting, for Sweden, spoke'
    if (sent := _sent_by(inner[0], reading)).country if inner else None:
        return sent
    says = affiliation(inner, reading)
    apposed = bool(inner) and (inner[0].pos == "DET" or any(t.tag == "POS" for t in inner[:4]))
    if says.country and not says.role and apposed and inner[-1].pos == "NOUN":
        says.sector = None
        return says
    return says if says.role and (says.country or says.body or not inner[0].text[0].isupper() or says.title) else Affiliation()


def _from(match: Match, reading: Reading) -> Affiliation:
    """The state behind 'of': whose somebody is, where nothing else tells."""
    says = affiliation(match.tokens, reading)
    says.origin = True
    return says


def _for_state(match: Match, reading: Reading) -> Affiliation:
    """The state that somebody speaks for, where a match names one."""
    entry = current(match, reading, "state", "capital") if not stance(match) else None
    if entry is None or not isinstance(entry.row, rows.State):
        return Affiliation()
    return Affiliation(country=entry.row.code, sector="GOV", because=[f"'for {match.text}'"])


def _sent_by(token: Token, reading: Reading) -> Affiliation:
    """'Of the Malian foreign ministry', 'from Chad's delegation': the organ of a state that somebody comes from."""
    if token.lower not in {"of", "from"}:
        return Affiliation()
    says = affiliation(token.sent.tokens[token.i + 1 : token.right + 1], reading)
    return says if says.country and says.sector and not says.role else Affiliation()


def _until(token: Token | None, ends: set[str], reading: Reading) -> list[Token]:
    """The tokens up to a closing mark or verb; none where another name stands among them."""
    found: list[Token] = []
    while token is not None and token.text not in ends and len(found) < 16:
        if (token.pos in {"VERB", "AUX", "PRON"} and token.tag != "PRP$" and token.lower != "retired") or token.lower in {"who", "which"}:
            break
        if token in reading.taken:
            return []
        found.append(token)
        token = following(token)
    return found


def _office_above(name: Token) -> Token:
    """The noun that a name explains: 'the Minister for Water of Mali, Mr. Sample', though the parser hung it on 'Mali'."""
    above = name.head
    while above.dep == "pobj" and above.head.dep == "prep" and above.head.lower in {"of", "for"} and above.head.head.pos in {"NOUN", "PROPN"}:
        above = above.head.head
    return above if above.pos in {"NOUN", "PROPN"} else name.head


def _apposed_before(first: Token, last: Token, reading: Reading) -> Affiliation:
    """'Britain's foreign minister, Philip Hammond,': a title phrase, a comma, the name; 'the minister, Mr. Sample,' too."""
    comma = previous(first)
    if comma is not None and comma.lower.rstrip(".") in HONORIFICS:
        comma = previous(comma)
    after = following(last)
    if comma is None or comma.text != "," or (after is not None and after.text not in ',.”"’()–—:;' and after.pos not in {"VERB", "AUX", "ADP"}):
        return Affiliation()
    left = _left(comma, reading)
    office = _office_above(last) if last.dep == "appos" and last.head.i < comma.i else None
    if office is not None and not any(t.i == office.i for t in left):
        left = last.sent.tokens[office.left : max(office.i, last.head.i) + 1]  # 'the Emirati ambassador in Moscow, Omar Sample,'
    if not left or not any((m := reading.at.get(t)) is not None and m.of("title", "organ") for t in left):
        return Affiliation()
    head = next((t for t in left if t.dep not in {"compound", "poss", "amod", "det", "case"} and t.pos in {"NOUN", "PROPN"}), left[-1])
    linked = any(t.dep in {"appos", "conj"} for t in (first, last)) or head.head in {first, last}
    return affiliation(left, reading) if linked or left[0].pos in {"DET", "PRON"} or left[0].dep == "poss" else Affiliation()


def shared_title(made: Naming, before: Naming | None, reading: Reading) -> None:
    """'Presidents Putin and Zelensky': a plural title goes for all the names that follow."""
    if before is None or made.says.role or not before.says.plural:
        return
    between = made.tokens[0].sent.tokens[before.tokens[-1].i + 1 : made.tokens[0].i]
    if between and any(t.lower == "and" or t.text == "," for t in between) and all(t.pos in {"CCONJ", "PUNCT", "ADP", "DET"} or t in reading.at for t in between):
        made.says.role, made.says.title, made.says.plural = before.says.role, before.says.title, True
        made.says.sector = before.says.sector
        made.says.because.append(f"title '{before.says.role}' before both names")
