"""The time expressions of a document, in text order.

Weekdays and bare dates count back from the day of publication in reports of the past and forward in
plans and deadlines; in a narrative of long ago they follow the date last named (the document-type
distinction of Strötgen and Gertz 2013). Where no day of publication is known nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date

from detente.language import Document, Sentence, Token
from detente.records import Time, TimeRole
from detente.resolve.model import Timed
from detente.resolve.times.context import Context, day_of
from detente.resolve.times.grammar import HINT, NEEDS, PATTERNS
from detente.resolve.times.values import value_of

DEADLINE = re.compile(
    r"(?:\b(?:by|before|until|till|within|through|deadline of|deadline on|no later than|not later than|or before|prior to|expires?(?: at| on)?)(?:\s+(?:the|the end of|next|this))?\s*)$",
    re.IGNORECASE,
)
FORWARD_VERBS = frozenset(
    "begin start open resume end expire meet arrive visit leave travel depart convene gather return take".split()
)
FORWARD_AUX = frozenset({"will", "shall", "would", "'ll", "wo"})
FORWARD_HEADS = frozenset("due set schedule expect plan slate ready hope intend aim want prepare invite deadline".split())
NUMBERED = frozenset("resolution no. no number article directive flight order decree law bill regulation room".split())
IMPLICATIVE = frozenset("try attempt manage fail begin start continue happen refuse decline help seek use go come".split())
EXPLICIT_YEAR = re.compile(r"(?<!\()\b(1[5-9]\d\d|20\d\d)\b(?!\s?\(\d{4}\))")  # not that of a numbered document: 'resolution 1701 (2006)'
DAY = len("2019-09-14")
WEEK = 7  # days: a dateline of longer ago dates something else
DONE = frozenset("after over following since despite amid".split())
RANGE = re.compile(r"\d{4}[-–—]\d{2,4}")  # years of a heading, whatever name they follow
TAILS = frozenset({"day_tail", "year_tail"})
NARRATIVE_GAP = 1  # years between what is told and the day of telling


def times_of(document: Document, *, published: str | None) -> list[Timed]:
    """All time expressions with type, value, anchor and role, ids ``t1`` …; ``published`` is an ISO day or less."""
    today = day_of(published) if published and len(published) == DAY else None
    within = published if published and len(published) < DAY else None
    story = _is_narrative(document.text, today or (day_of(published) if published else None))
    found: list[Timed] = []
    mentioned: date | None = None
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        if not HINT.search(text):
            continue
        for form, match in _matches(text):
            timed = _timed(document, sentence, form, match, Context(today, mentioned, -1, story, within), len(found) + 1)
            if timed is None:
                continue
            found.append(timed)
            if sentence.block == "dateline":
                today = _written(timed.row, today)
            if timed.row.type in {"DATE", "TIME"} and timed.row.role != "deadline":
                mentioned = day_of(timed.row.value) or mentioned
    return found


def _written(row: Time, published: date | None) -> date | None:
    """The day from which 'today' and weekdays count: that of the dateline, if it is within a week before publication."""
    day = day_of(row.value) if row.type == "DATE" else None
    return day if day and published and 0 <= (published - day).days <= WEEK else published


def _is_narrative(text: str, today: date | None) -> bool:
    """Whether most of the years that the text names lie well before the day of publication."""
    years = [int(year) for year in EXPLICIT_YEAR.findall(text)]
    if today is None or len(years) < 4:
        return False
    return sum(today.year - year > NARRATIVE_GAP for year in years) > 0.6 * len(years)


def _matches(text: str) -> list[tuple[str, re.Match[str]]]:
    """Matches that do not overlap: leftmost first, then the longest, then the earlier pattern."""
    small = text.lower()
    spans = [
        (_start(name, m), -m.end(), order, name, m)
        for order, (name, pattern) in enumerate(PATTERNS)
        if name not in NEEDS or any(map(small.__contains__, NEEDS[name]))
        for m in pattern.finditer(text)
    ]
    kept: list[tuple[str, re.Match[str]]] = []
    at = 0
    for start, end, _, name, match in sorted(spans, key=lambda s: s[:3]):
        if start >= at:
            kept.append((name, match))
            at = -end
    return kept


def _start(form: str, match: re.Match[str]) -> int:
    """Where the words of the expression begin: of the tail of a range at its own day or year."""
    return match.start("d") if form in TAILS else match.start()


def _timed(
    document: Document, sentence: Sentence, form: str, match: re.Match[str], context: Context, number: int
) -> Timed | None:
    start, end = sentence.start + _start(form, match), sentence.start + match.end()
    inside = [t for t in sentence.tokens if t.start < end and t.end > start]
    if not inside or _is_no_time(form, match, inside):
        return None
    before = document.text[max(sentence.start, start - 24) : start]
    deadline = bool(DEADLINE.search(before))
    context.direction = 1 if deadline or _looks_forward(inside[0]) else -1
    value = value_of(form, match, context)
    if value is None:
        return None
    kind, normal, anchor = value
    span = document.span(start, end)
    row = Time(
        id=f"t{number}", start=span.start, end=span.end, text=span.text, type=kind, value=normal,  # type: ignore[arg-type]
        anchor=anchor, role=_role(kind, inside, deadline=deadline), rule=f"time/{form}",
    )  # fmt: skip
    return Timed(sentence, inside[0].i, inside[-1].i, row)


def _is_no_time(form: str, match: re.Match[str], inside: list[Token]) -> bool:
    """Words that only look like a time: the verb 'march', the modal 'may', a name ('Sunday Times')."""
    token = inside[-1]
    if form in {"month_only", "weekday", "now", "recent", "set"} and token.pos in {"AUX", "VERB"} and token.lower != "fed":
        return True
    if form == "month_only":
        moving = token.lower == "march" and sentence_word(inside[0], -1) in {"the", "a", "long"}
        return moving or token.ent not in {"", "DATE"} or (token.lower in {"may", "march"} and token.pos != "PROPN")
    if form == "year" and inside[0].i and sentence_word(inside[0], -1) in NUMBERED:
        return True
    if form in {"year", "weekday"} and not RANGE.fullmatch(inside[0].text):
        label = inside[0].ent
        return label in {"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "MONEY", "QUANTITY", "PERCENT", "LAW"}
    if match.group().lower() in {"future", "present", "recent", "current", "former"} and token.pos not in {"ADJ", "NOUN"}:
        return True
    if form == "duration" and match["u"].lower() in {"second", "quarter"}:
        return token.pos == "ADJ" or match["n"].lower() in {"a", "an", "one"} or (token.child("prep") is not None)
    return bool(form == "duration" and inside[0].lower in {"a", "an"} and inside[-1].dep == "compound")


def sentence_word(token: Token, step: int) -> str:
    """The word beside a token, lower-case, or nothing at the edge."""
    at = token.i + step
    return token.sent.tokens[at].lower if 0 <= at < len(token.sent.tokens) else ""


def _looks_forward(token: Token) -> bool:
    """Whether the clause that holds the expression speaks of what is to come."""
    for governor in token.ancestors():
        if governor.pos not in {"VERB", "AUX"}:
            if governor.pos in {"NOUN", "ADJ"} and governor.lemma in FORWARD_HEADS:
                return True
            if governor.pos == "NOUN" and governor.head.lower in DONE:
                return False  # 'will complain over the clash of Thursday'
            continue
        helpers = [c for c in governor.children if c.dep in {"aux", "auxpass"}]
        if any(h.lower in FORWARD_AUX for h in helpers):
            return not any(h.lemma == "have" for h in helpers)
        if any(h.lower == "to" for h in helpers):
            if any(h.lemma == "have" for h in helpers):
                return False  # 'was to have flown on 17 April'
            if governor.dep == "xcomp" and governor.head.lemma in IMPLICATIVE and governor.head.tag in {"VBD", "VBN"}:
                return False  # 'had tried to telephone on Wednesday'
            return not (governor.head.tag in {"VBD", "VBN"} and governor.dep == "advcl")
        if governor.lemma in FORWARD_HEADS and governor.tag in {"VBZ", "VBP", "VBN"}:
            return True
        if governor.tag in {"VBD", "VBN"} or any(h.tag == "VBD" for h in helpers):
            return False
        if governor.tag in {"VBZ", "VBP"}:
            return governor.lemma in FORWARD_VERBS
        if governor.tag == "VB":
            return governor.dep != "xcomp"
    return False


def _role(kind: str, inside: list[Token], *, deadline: bool) -> TimeRole:
    if deadline:
        return "deadline"
    if kind in {"DURATION", "SET"}:
        return "duration"
    attached = inside[-1].head if inside[-1].dep != "pobj" else inside[-1].head.head
    return "event" if attached.pos in {"VERB", "AUX"} else "reference"
