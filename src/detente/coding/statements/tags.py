"""Tags read off the commas: 'X, the envoy said, Y', 'X, a colleague hints', 'X, as Y put it'.

A stretch between commas that holds a noun phrase, a verb of saying and nothing else attributes all
around it, whatever the tree makes of the sentence. Parsers often take such a verb for a noun, or
hang its subject on another verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.statements.cues import CueHit
from detente.coding.statements.model import Content, Offsets
from detente.coding.statements.parenthesis import HEARD_BY, governing, is_setting
from detente.coding.statements.source import NOUNS
from detente.coding.statements.spans import offsets
from detente.language import Token

BOUNDS = frozenset({",", ";", "–", "—", "--", "“", "”", '"', "''", "``", ":", "-", "„", "«", "»"})
HARD = frozenset({";"})
CLOSERS = frozenset({".", "!", "?", "…"})
INSIDE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "ADV", "PART"})
FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})
TENSES = frozenset({"have", "be"})
JOINING = frozenset({"and", "but", "or", "nor", "yet"})
DOING = frozenset({"accuse", "support", "deny", "commit", "request"})  # what these take for an object is no speaker
READY = frozenset("quick keen careful eager anxious fond glad sorry free".split())
MAX_TAG = 24  # tokens
Span = tuple[int, int]


def tag_at(cue: Token) -> Span | None:
    """First and last token of the stretch between marks that is a cue with its subject; None where it is none."""
    tokens = cue.sent.tokens
    first, last = _stretch(tokens, cue.i)
    if first > cue.i or last - first + 1 > MAX_TAG or last == first:
        return None
    start, end = first, last
    if tokens[first].lower == "as" and first < cue.i:
        first += 1
    if not _is_led(tokens, start) and not (start == 0 and tokens[0].lower == "as"):
        return None
    inner = tokens[first : end + 1]
    if any(t.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} and not _is_own(t, cue) and not _joins(t) for t in inner):
        return None
    over = _passive_over(cue)
    before, behind = tokens[first : over.i if first < over.i < cue.i else cue.i], tokens[cue.i + 1 : end + 1]
    if any(t.text == ":" for t in tokens[end + 1 :]) or _is_relative(cue, first):
        return None
    if _is_subject(before, cue):
        plain = cue.lemma in HEARD_BY or not behind or behind[0].ent in {"DATE", "TIME"} or not _is_inverted(cue, behind)
        return (start, end) if plain else None
    return (start, end) if _is_inverted(cue, behind) and all(t.pos == "ADV" for t in before) else None


def tagged(hit: CueHit, span: Span) -> tuple[Content, Token] | None:
    """What a tag is about, and its source: the clause before it, and behind it where that goes on."""
    cue, tokens = hit.token, hit.token.sent.tokens
    source = _source(tokens, cue, span)
    if source is None:
        return None
    low = max((t.i + 1 for t in tokens[: span[0]] if t.text in HARD or (t.text == ":" and any(v.tag in FINITE for v in tokens[: t.i]))), default=0)
    left, right = _left(tokens, low, span), _right(tokens, span)
    spans = [s for s in (left, right) if s is not None]
    words = [t for t in tokens if any(a <= t.start < b for a, b in spans)]
    if is_setting(words, cue) or (source.i > cue.i and hit.row.stance in DOING and cue.child("nsubj") not in {None, source}):
        return None
    head = _head(words)
    if head is None and source.i < cue.i and left is not None and cue.dep == "ROOT" and cue.child("ccomp", "xcomp") is None:
        head = _fragment(words)
    if head is None or (left is None and span[0] > 0 and tokens[span[0]].lower != "as"):
        return None
    return Content(tuple(spans), head, "around"), source


def _stretch(tokens: Sequence[Token], at: int) -> Span:
    """From the mark before a token to the mark behind it, both left out; an apposition in commas belongs to it."""
    first = at
    while first > 0 and not _is_bound(tokens[first - 1]):
        first -= 1
    last = at
    while last + 1 < len(tokens) and not _is_bound(tokens[last + 1]) and tokens[last + 1].text not in CLOSERS:
        last += 1
    return first, last


def _is_bound(token: Token) -> bool:
    """A comma or dash; a hyphen inside a word is none."""
    return token.text in BOUNDS and not (token.text == "-" and token.i > 0 and token.sent.tokens[token.i - 1].end == token.start)


def _is_led(tokens: Sequence[Token], first: int) -> bool:
    """Whether a comma, dash or closing mark with a clause before it stands before a stretch."""
    return first > 1 and tokens[first - 1].text in BOUNDS - {":", ";"}


def _passive_over(cue: Token) -> Token:
    """'reported' in 'is reported to have told', else the cue."""
    over = governing(cue)
    return over if over.child("nsubjpass") is not None else cue


def _is_own(token: Token, cue: Token) -> bool:
    """The cue and its auxiliaries; 'is reported to have told', 'has let it be known'."""
    above = cue.head if cue.dep == "xcomp" else None
    if above is not None and above.pos == "ADJ" and above.lemma in READY and token is above.head:
        return True  # 'he was quick to add'
    if token is _passive_over(cue) or (cue.lemma == "let" and token.i > cue.i and token.lower in {"be", "known", "understood"}):
        return True
    return token is cue or (token.i < cue.i and cue.i - token.i <= 3 and token.lemma in TENSES)


def _is_relative(cue: Token, first: int) -> bool:
    """'who said so', 'a fight she said would come': a relative clause, with its pronoun or without."""
    tokens = cue.sent.tokens
    subject = cue.child("nsubj")
    if any(t.tag in {"WDT", "WP", "WP$"} for t in tokens[first : cue.i]):
        return True
    return subject is not None and first < subject.left <= cue.i and any(t.pos in NOUNS for t in tokens[first : subject.left])


def _joins(token: Token) -> bool:
    return token.pos == "CCONJ" and token.dep == "cc" and token.head.pos in NOUNS


def _is_subject(before: Sequence[Token], cue: Token) -> bool:
    """Whether words before a verb are a noun phrase and nothing else, and do not open with a preposition."""
    words = [t for t in before if t.pos not in {"AUX", "ADV", "PART"} or t.tag == "POS"]
    if cue.tag == "VBN" and cue.child("nsubj") is None and not any(t.lemma == "have" for t in before):
        return False
    if not words or words[0].pos == "ADP" or words[-1].pos not in NOUNS or words[0].ent in {"DATE", "TIME"}:
        return False
    return all(t.pos in INSIDE or _joins(t) for t in before if t.pos != "AUX")


def _is_inverted(cue: Token, behind: Sequence[Token]) -> bool:
    """'said the envoy (Oslo)': a noun phrase right behind a verb in the past or present tense."""
    words = [t for t in behind if t.pos not in {"PUNCT", "X"}]
    if cue.lemma in HEARD_BY or cue.child("aux", "auxpass", "oprd") is not None:
        return False
    if cue.tag not in {"VBD", "VBZ", "VBN"} or not words or words[0].pos not in {"DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM"}:
        return False
    if words[0].lower in {"a", "an", "this", "it", "so", "as", "no", "that"} and not any(t.pos == "NOUN" for t in words):
        return False
    return words[0].dep != "dative" and all(t.pos in INSIDE or _joins(t) for t in words)


def _source(tokens: Sequence[Token], cue: Token, span: Span) -> Token | None:
    """The head of the noun phrase of a tag: the last noun before its first preposition."""
    over = _passive_over(cue)
    before = [t for t in tokens[span[0] : over.i if span[0] < over.i < cue.i else cue.i] if t.lower != "as"]
    pool = before if _is_subject(before, cue) else list(tokens[cue.i + 1 : span[1] + 1])
    run: list[Token] = []
    for token in pool:
        if token.pos in {"ADP", "PUNCT"} and token.text != "-" and run:
            break
        if token.pos in NOUNS and token.ent not in {"DATE", "TIME"}:
            run.append(token)
    return run[-1] if run else None


def _left(tokens: Sequence[Token], low: int, span: Span) -> Offsets | None:
    return offsets(list(tokens), low, span[0] - 1) if span[0] > low else None


def _right(tokens: Sequence[Token], span: Span) -> Offsets | None:
    """What stands behind a tag and its comma, unless it is told by the report: 'he said, and left'."""
    start = span[1] + 2
    if start >= len(tokens) or tokens[span[1] + 1].text not in {",", "–", "—", "--", "-"}:
        return None
    end = next((t.i - 1 for t in tokens[start:] if t.text in HARD), len(tokens) - 1)
    words = tokens[start : end + 1]
    if not words or (words[0].lower in JOINING and not _is_open(words)) or words[0].tag == "VBG" or words[0].lower in {"who", "which", "whose", "where"}:
        return None
    if words[0].pos in {"PROPN", "NOUN", "DET"} and not any(t.pos in {"VERB", "AUX"} for t in words):
        return None  # the name behind a title
    return offsets(list(tokens), start, end)


def _is_open(words: Sequence[Token]) -> bool:
    """Whether a joined clause goes on with what was said: with a modal, a subjunctive or an infinitive."""
    return any(t.tag == "MD" or t.lower == "had" for t in words[:8]) or any(t.tag == "TO" for t in words[:3])


def _fragment(words: Sequence[Token]) -> Token | None:
    """'No talks under pressure, the envoy says': a noun phrase that can stand for a sentence, or None."""
    if not words or (words[0].lower != "no" and words[0].pos not in {"ADJ", "NOUN"}) or any(t.ent in {"DATE", "TIME"} for t in words):
        return None
    return next((t for t in words if t.pos in NOUNS), None)


def _head(words: Sequence[Token]) -> Token | None:
    """The highest finite verb among words, else the first one with a subject."""
    verbs = [t for t in words if t.pos in {"VERB", "AUX"} and t.dep not in {"aux", "auxpass", "relcl", "acl"}]
    with_subject = [t for t in verbs if t.child("nsubj", "nsubjpass", "expl")]
    if not with_subject and not any(t.tag in {"VBZ", "VBD", "VBP"} or any(c.dep in {"aux", "auxpass"} and c.tag in FINITE for c in t.children) for t in verbs):
        return None
    pool = [t for t in with_subject if t.dep != "advcl" or t.child("mark") is None] or with_subject or verbs
    return min(pool, key=lambda t: sum(1 for _ in t.ancestors())) if pool else None
