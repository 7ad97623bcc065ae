"""Finding people's names: proposed by the recogniser, led by a title, or known from the tables."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language import Sentence, Token
from detente.resolve.actors.affiliation import Affiliation
from detente.resolve.actors.beside import MONSIEUR, shared_title, surroundings
from detente.resolve.actors.gazetteer import Match, Sort
from detente.resolve.actors.lastnames import holders_named
from detente.resolve.actors.offices import fold, offices_of
from detente.resolve.actors.persons import Naming
from detente.resolve.actors.reading import Reading, following, previous

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
    for token in tokens:
        if token.text in MONSIEUR and not (token.i and tokens[token.i - 1].pos == "PROPN" and tokens[token.i - 1].text[0].isupper() and tokens[token.i - 1] not in reading.at):
            run = _run(tokens, token.i + 1, reading, led=True)
            if run:
                spans.setdefault(run[0], (run[1], False))  # 'M. Laval': in an initial's place, but at the head of a name
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
    kept = [span for span in kept if not _thing(sentence.tokens, *span)]
    for first, last in kept:
        reading.taken.update(sentence.tokens[first : last + 1])
    before: Naming | None = None
    for first, last in kept:
        tokens = sentence.tokens[first : last + 1]
        made = Naming(tokens, Affiliation())
        made.rows = holders_named(made.words, reading) if last > first else []
        surroundings(made, reading)
        shared_title(made, before, reading)
        yield made
        before = made


def _thing(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a name is part of a thing's: 'Adam Malik Hospital', 'Operation Desert Fox', 'USS Carl Vinson'."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is not None and after.text[0].isupper() and after.lower in NAMED_AFTER:
        return True
    if first > 0 and (tokens[first - 1].lower in SHIPS or (first == last and tokens[first - 1].lower in FIRMS)):
        return True  # 'the survey ship Oruc Reis', 'the oil company Woodside'
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


FIRMS = frozenset("company firm airline party militia".split())
SHIPS = frozenset("ship vessel tanker ferry frigate destroyer cruiser carrier submarine trawler freighter liner steamer yacht corvette boat".split())
