"""Finding people's names: proposed by the recogniser, led by a title, or known from the tables."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language import Sentence, Token
from detente.resolve.actors.affiliation import HONORIFICS, Affiliation, affiliation, current
from detente.resolve.actors.gazetteer import Match, Sort
from detente.resolve.actors.offices import fold, offices_of
from detente.resolve.actors.persons import Naming
from detente.resolve.actors.reading import Reading, following, previous, stance
from detente.resources import rows

MONSIEUR = frozenset({"M.", "MM.", "Mme", "Mme."})  # at the head of a name; inside one, 'M.' is an initial
PARTICLES = frozenset("al el bin ben ibn abu von van der de da das do dos del di la le ul ur bint ould ter ten zu".split())
DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow
    """.split()
)
STYLES = frozenset({"majesty", "excellency", "highness", "excellencies", "honour", "honor", "h.e.", "h.e"})
OTHER_ENTITIES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
STRONG: tuple[Sort, ...] = ("state", "demonym", "people", "capital", "metonym", "body", "outlet", "title", "organ", "description")
SAYS = frozenset("say tell add warn declare announce insist note stress reiterate ask reply write argue urge state".split())
NAMED_AFTER = frozenset(
    """
    hospital university college school academy airport street avenue road square stadium institute center centre
    foundation award prize award bridge dam mosque church cathedral act law doctrine plan accord accords agreement
    consensus declaration protocol virus disease syndrome base airbase camp barracks parish county district province
    island islands river valley mountain mountains bay strait railway building tower palace trust inc corp ltd
    """.split()
)
NAMED_FOR = frozenset(
    """
    operation hurricane typhoon cyclone storm uss hms ins hmcs hmas fort camp mount lake cape port exercise project
    joint hotel villa castle tropical
    """.split()
)
STOP = frozenset({"VERB", "AUX", "SCONJ", "PRON", "ADV", "INTJ"})


def namings(sentence: Sentence, reading: Reading) -> Iterator[Naming]:
    """The people's names of a sentence, left to right, with what the words around them say."""
    tokens = sentence.tokens
    spans: dict[int, tuple[int, bool]] = {}
    for match in reading.matches[sentence.index]:
        if match.of("person") and not match.of("body", "outlet", "state", "metonym", "capital", "demonym"):
            spans[match.first] = (match.last, True)
        elif match.of("title"):
            run = _run(tokens, match.last + 1, reading, led=True)
            if run and (run[1] > run[0] or _surname(tokens[run[0]], reading)):
                spans.setdefault(run[0], (run[1], False))
    for entity in sentence.entities:
        if entity.label == "PERSON":
            for first, last in _trimmed(tokens, entity.first, entity.last, reading):
                spans.setdefault(first, (last, False))
    for match in reading.matches[sentence.index]:
        if match.of("state") and match.first > 1 and tokens[match.first - 1].text == "(":
            _before_bracket(tokens, match.first - 2, reading, spans)
    _unlabelled(sentence, reading, spans)
    yield from _named(_disjoint(spans, tokens, reading), sentence, reading)


def _surname(token: Token, reading: Reading) -> bool:
    """Whether a single word after a title is a name ('President Assad'), not a thing ('General Motors')."""
    return token.ent == "PERSON" or fold(token.text) in offices_of(reading.registry.lexicon).by_last


def _unlabelled(sentence: Sentence, reading: Reading, spans: dict[int, tuple[int, bool]]) -> None:
    """Names that the recogniser missed, where the sentence says that they are people.

    Two or more capitalised words that stand in apposition to a title, or that say something.
    """
    tokens = sentence.tokens
    for token in tokens:
        if token.pos != "PROPN" or token.dep not in {"appos", "nsubj", "nsubjpass"} or token.ent not in {"", "ORG", "GPE"}:
            continue
        titled = _beside_title(token, reading)
        says = token.dep == "nsubj" and token.ent == "" and (token.head.lemma in SAYS or _owned(token))
        first = token.i
        while first > 0 and tokens[first - 1].dep == "compound" and _is_name(tokens[first - 1], reading, led=titled):
            first -= 1
        if (titled or says) and first < token.i and _is_name(token, reading, led=titled) and all(t not in reading.at for t in tokens[first : token.i + 1]):
            spans.setdefault(first, (token.i, False))


def _beside_title(token: Token, reading: Reading) -> bool:
    """Whether a name stands in apposition to a title: 'the minister, X', 'X, a columnist for Y'."""
    before = reading.at.get(token.head) if token.dep == "appos" else None
    if before is not None and before.of("title") and token.ent != "GPE":
        return True
    beside = token.child("appos")
    after = reading.at.get(beside) if beside is not None and beside.i > token.i else None
    return after is not None and bool(after.of("title")) and any(c.dep == "det" for c in after.tokens[-1].children)


def _owned(token: Token) -> bool:
    """'Portugal's Ana Sample': a state's genitive before the name."""
    owner = token.child("poss")
    return owner is not None and owner.ent == "GPE"


def _disjoint(spans: dict[int, tuple[int, bool]], tokens: list[Token], reading: Reading) -> list[tuple[int, int]]:
    """The spans without those that lie in another, widened to whole hyphenated names."""
    kept: list[tuple[int, int]] = []
    for first, (last, _known) in sorted(spans.items(), key=lambda s: (s[0], -s[1][0])):
        low, high = _widen(tokens, first, last, reading)
        if kept and low <= kept[-1][1]:
            if high > kept[-1][1]:
                kept[-1] = (kept[-1][0], high)
            continue
        kept.append((low, high))
    return kept


def _named(kept: list[tuple[int, int]], sentence: Sentence, reading: Reading) -> Iterator[Naming]:
    offices = offices_of(reading.registry.lexicon)
    kept = [span for span in kept if not _thing(sentence.tokens, *span)]
    for first, last in kept:
        reading.taken.update(sentence.tokens[first : last + 1])
    before: Naming | None = None
    for first, last in kept:
        tokens = sentence.tokens[first : last + 1]
        made = Naming(tokens, Affiliation())
        made.rows = list(offices.by_name.get(fold(" ".join(made.words)), ())) if last > first else []
        surroundings(made, reading)
        _shared_title(made, before, reading)
        yield made
        before = made


def _thing(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a name is part of a thing's: 'Adam Malik Hospital', 'Operation Desert Fox', 'USS Carl Vinson'."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is not None and after.text[0].isupper() and after.lower in NAMED_AFTER:
        return True
    if first > 0 and tokens[first - 1].lower in SHIPS:
        return True  # 'the survey ship Oruc Reis'
    return first > 0 and tokens[first - 1].text[0].isupper() and tokens[first - 1].lower in NAMED_FOR


def _is_name(token: Token, reading: Reading, *, led: bool = False) -> bool:
    """Whether a token may be part of a person's name."""
    if not token.text[0].isupper() or token.lower in DAYS | STYLES or token.pos not in {"PROPN", "NOUN", "ADJ", "X", "VERB"}:
        return False
    if any(c.isdigit() for c in token.text):
        return False
    if token.pos != "PROPN" and not (led and token.ent == "PERSON"):
        return False
    match = reading.at.get(token)
    if match is not None and match.of("title") and _family_name(token, match):
        return True
    if match is not None and match.of(*STRONG) and not match.of("person"):
        place = match.first == match.last and not match.of("title", "organ", "body", "metonym", "outlet")
        before = previous(token)
        inside = led and match.of("capital", "town") and before is not None and before.dep == "compound" and before.ent == "PERSON"
        return place and token.ent == "PERSON" and (led is False or bool(inside))
    return token.ent not in OTHER_ENTITIES or (led and token.ent in {"GPE", "NORP", "PRODUCT", "FAC"} and match is None)


def _family_name(token: Token, match: Match) -> bool:
    """'John Major', 'Mehbooba Mufti': a title's word at the end of a person's name."""
    before, after = previous(token), following(token)
    if match.first != match.last or token.ent != "PERSON" or before is None or before.ent != "PERSON" or before.pos != "PROPN":
        return False
    return before.head is token and (after is None or after.ent != "PERSON")


def _run(tokens: list[Token], first: int, reading: Reading, *, led: bool) -> tuple[int, int] | None:
    """The capitalised words from ``first`` on that read as one name."""
    i, end = first, len(tokens)
    while i < end and (
        _is_name(tokens[i], reading, led=led)
        or (tokens[i].lower in PARTICLES and i + 1 < end and _joined(tokens, i, reading, led))
        or (tokens[i].text == "-" and i > first and i + 1 < end and tokens[i].start == tokens[i - 1].end
            and tokens[i + 1].start == tokens[i].end)
        or (i > first and tokens[i - 1].text == "-" and tokens[i].text[0].isalpha())
    ):  # fmt: skip
        i += 1
    return (first, i - 1) if i > first else None


def _joined(tokens: list[Token], i: int, reading: Reading, led: bool) -> bool:
    nxt = tokens[i + 1]
    return nxt.text == "-" or _is_name(nxt, reading, led=led) or nxt.lower in PARTICLES


def _trimmed(tokens: list[Token], first: int, last: int, reading: Reading) -> Iterator[tuple[int, int]]:
    """What of a proposed entity is a name: without titles, states, genitives and brackets."""
    start: int | None = None
    for i in range(first, last + 2):
        token = tokens[i] if i <= last else None
        good = token is not None and (
            _is_name(token, reading) or token.lower in PARTICLES or token.text in {"-", "."} or token.text[-1] == "."
        )
        if good and start is None and token is not None and token.text[0].isalpha():
            start = None if token.text in MONSIEUR and i < last else i
        elif not good and start is not None:
            last_good = i - 1
            while tokens[last_good].text in {"-", "."} and last_good > start:
                last_good -= 1
            if not _only_table(tokens, start, last_good, reading):
                yield start, last_good
            start = None


def _only_table(tokens: list[Token], first: int, last: int, reading: Reading) -> bool:
    """Whether a proposed name is all of it a phrase of the tables ('Hamas', 'Tehran')."""
    match = reading.at.get(tokens[first])
    return match is not None and match.first <= first and match.last >= last and bool(match.of(*STRONG))


def _widen(tokens: list[Token], first: int, last: int, reading: Reading) -> tuple[int, int]:
    """Take in the rest of a hyphenated or compound name that the recogniser cut."""
    while first > 0 and (
        (tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start and first > 1
         and tokens[first - 2].end == tokens[first - 1].start and tokens[first - 2].text[0].isalpha())
        or (tokens[first - 1].dep == "compound" and tokens[first - 1].text not in MONSIEUR and _is_name(tokens[first - 1], reading)
            and first <= tokens[first - 1].head.i <= last and tokens[first - 1].ent != "ORG")
    ):  # fmt: skip
        first -= 2 if tokens[first - 1].text == "-" else 1
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end == tokens[last + 1].start:
        if tokens[last + 2].start != tokens[last + 1].end or tokens[last + 2].lower in {"led", "backed", "style", "era"}:
            break
        last += 2
    return first, last


def _before_bracket(
    tokens: list[Token], last: int, reading: Reading, spans: dict[int, tuple[int, bool]]
) -> None:
    """'Vassily Nebenzia (Russian Federation)': two or more capitalised words before a state in brackets."""
    first = last
    while first > 0 and (_is_name(tokens[first - 1], reading) or tokens[first - 1].text == "-"):
        first -= 1
    if last > first and tokens[last].text[0].isupper() and tokens[last] not in reading.at:
        spans.setdefault(first, (last, False))


SHIPS = frozenset("ship vessel tanker ferry frigate destroyer cruiser carrier submarine trawler freighter liner steamer yacht corvette boat".split())
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
    made.says.merge(_right(last, reading))
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
        if (token.pos in STOP and token.lower != "then") or token in reading.taken:
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
        return affiliation(match.tokens, reading) if match is not None and match.of("state") else Affiliation()
    if token.text not in {",", "–", "—", "-"}:
        return Affiliation()
    inner = _until(following(token), {",", ";", ".", "–", "—", ")", "”", '"'}, reading)
    if inner and last.dep in {"pobj", "dobj"} and (verb := following(inner[-1])) is not None and verb.pos == "VERB" and verb.dep in {"ROOT", "ccomp"}:
        return Affiliation()  # 'a deal hailed by X, the chief of staff let it be known': a new clause
    if len(inner) > 1 and inner[0].lower == "for" and (match := reading.at.get(inner[-1])) is not None and match.of("state") and match.first == inner[1].i:
        entry = current(match, reading, "state")  # 'M. Branting, for Sweden, spoke'
        return Affiliation(country=entry.row.code, sector="GOV", because=[f"'for {match.text}'"]) if entry is not None and isinstance(entry.row, rows.State) else Affiliation()
    says = affiliation(inner, reading)
    apposed = bool(inner) and (inner[0].pos == "DET" or any(t.tag == "POS" for t in inner[:4]))
    if says.country and not says.role and apposed and inner[-1].pos == "NOUN":
        says.sector = None
        return says
    return says if says.role and (says.country or says.body or not inner[0].text[0].isupper() or says.title) else Affiliation()


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


def _apposed_before(first: Token, last: Token, reading: Reading) -> Affiliation:
    """'Britain's foreign minister, Philip Hammond,': a title phrase, a comma, the name; 'the minister, Mr. Sample,' too."""
    comma = previous(first)
    if comma is not None and comma.lower.rstrip(".") in HONORIFICS:
        comma = previous(comma)
    after = following(last)
    if comma is None or comma.text != "," or (after is not None and after.text not in ',.”"’()–—:;' and after.pos not in {"VERB", "AUX", "ADP"}):
        return Affiliation()
    left = _left(comma, reading)
    if last.dep == "appos" and last.head.i < comma.i and last.head.pos == "NOUN" and not any(t.i == last.head.i for t in left):
        left = last.sent.tokens[last.head.left : last.head.i + 1]  # 'the Emirati ambassador in Moscow, Omar Sample,'
    if not left or not any((m := reading.at.get(t)) is not None and m.of("title", "organ") for t in left):
        return Affiliation()
    head = next((t for t in left if t.dep not in {"compound", "poss", "amod", "det", "case"} and t.pos in {"NOUN", "PROPN"}), left[-1])
    linked = any(t.dep in {"appos", "conj"} for t in (first, last)) or head.head in {first, last}
    return affiliation(left, reading) if linked or left[0].pos in {"DET", "PRON"} or left[0].dep == "poss" else Affiliation()


def _shared_title(made: Naming, before: Naming | None, reading: Reading) -> None:
    """'Presidents Putin and Zelensky': a plural title goes for all the names that follow."""
    if before is None or made.says.role or not before.says.plural:
        return
    between = made.tokens[0].sent.tokens[before.tokens[-1].i + 1 : made.tokens[0].i]
    if between and any(t.lower == "and" or t.text == "," for t in between) and all(t.pos in {"CCONJ", "PUNCT", "ADP", "DET"} or t in reading.at for t in between):
        made.says.role, made.says.title, made.says.plural = before.says.role, before.says.title, True
        made.says.sector = before.says.sector
        made.says.because.append(f"title '{before.says.role}' before both names")
