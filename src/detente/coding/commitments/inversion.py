"""Where word order marks a condition, or where one ends: 'should talks fail', 'only then can …'.

Quirk and others (1985), §15.36 on inversion in conditions, §18.24 on inversion after 'only'.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.commitments.model import Clause
from detente.language import Sentence, Token

INVERTED = frozenset({"should", "were", "had"})
MODALS = frozenset({"will", "would", "shall", "can", "could", "may", "might", "must", "'ll", "’ll", "should"})
OPENERS = frozenset({",", "that", "-", "–", "—", '"', "and", "or", "but", "“", "„", ";", ":", "’", "'"})
MAX_WORDS = 45


def fronted_end(tokens: list[Token], first: int, end: int, head: Token, *, inverts: bool) -> int:
    """Where a condition ends: before the main clause that the parser has drawn into it."""
    behind = range(max(head.i, first + 1) + 1, end + 1)
    if inverts:
        limit = len(tokens) - 1 if first <= 1 else end
        for k in range(behind.start, min(limit, head.i + 16) + 1):
            if tokens[k].lower in MODALS and k + 1 < len(tokens) and tokens[k].pos == "AUX" and tokens[k - 1].pos in {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "PUNCT", "PRON", "NUM"}:
                if tokens[k].head.i > k or (tokens[k].dep == "aux" and tokens[k].head.i < k):
                    return trim(tokens, first + 1, k - 1)
    for k in behind:
        if tokens[k].text == "," and head.i < k and _main_clause(tokens, k, end):
            return trim(tokens, first + 1, k - 1)
    return trim(tokens, first + 1, end)


def main_behind(tokens: list[Token], first: int, last: int, head: Token, *, inverts: bool) -> int | None:
    """Where a condition in front ends if the verb that the parser gives it belongs to the main clause behind it."""
    if first > 1:
        return None
    if inverts:
        modal = next((t for t in tokens[last + 2 : last + 14] if t.tag == "MD"), None)
        if modal is None or modal.i > head.i or any(t.tag in {"VBD", "VBZ", "VBP", "VBN"} for t in tokens[last + 1 : modal.i]):
            return None
        return modal.i - 1
    comma = next((t.i for t in tokens[last + 3 : head.i] if t.text == "," and _main_clause(tokens, t.i, len(tokens) - 1)), None)
    return comma - 1 if comma is not None else None


def to_comma(tokens: list[Token], verb: int) -> int:
    """Where a clause ends whose verb the parser has hung elsewhere: at the next comma, or with the sentence."""
    for token in tokens[verb + 1 :]:
        if token.text in {",", ";", ":", "–", "—", "“", "”"}:
            return token.i - 1
    return len(tokens) - 1


def _main_clause(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a subject and a modal of their own follow a comma, so that a new clause begins."""
    if comma + 1 < len(tokens) and (tokens[comma + 1].lower in {"and", "or", "which", "who", "but"} or tokens[comma + 1].lower in INVERTED):
        return False
    for token in tokens[comma + 1 : min(end, comma + 14) + 1]:
        if token.text == ",":
            return False
        if token.lower in MODALS and token.pos == "AUX":
            return True
        if token.lower in {"had", "has", "have"} and token.i + 1 < len(tokens) and tokens[token.i + 1].lower == "to":
            return True
    return False


def trim(tokens: list[Token], first: int, last: int) -> int:
    """The last token that is no punctuation."""
    while last > first and (tokens[last].pos == "PUNCT" or tokens[last].dep == "cc"):
        last -= 1
    return last


def inverted(sentence: Sentence) -> Iterator[Clause]:
    """'Should Iran strike Americans', 'were it to be imperilled', 'had they refused'."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[:-2]):
        if token.lower not in INVERTED or token.pos not in {"AUX", "VERB"}:
            continue
        starts = i == 0 or tokens[i - 1].lower in OPENERS or _before_subject(tokens, i)
        if not starts or tokens[-1].text == "?" or not _subject_next(tokens, i):
            continue
        if token.lower == "were" and not any(t.lower == "to" for t in tokens[i + 1 : i + 14]) and not _is_passive(tokens, i):
            continue
        if token.lower == "had" and not any(t.tag in {"VBN", "VBD"} for t in tokens[i + 1 : i + 10]):
            continue
        verb = _verb(tokens, i)
        last = _end(tokens, i, verb)
        yield Clause(sentence, i, last, token.lower, "if", verb, None if verb.is_root else verb.head)


def _is_passive(tokens: list[Token], i: int) -> bool:
    """'Were the country attacked, it would …': a participle behind the subject, and a clause with a modal behind the comma."""
    comma = next((t.i for t in tokens[i + 1 :] if t.text == ","), len(tokens))
    return any(t.tag in {"VBN", "VBD"} for t in tokens[i + 2 : comma]) and any(t.tag == "MD" for t in tokens[comma : comma + 14])


def _before_subject(tokens: list[Token], i: int) -> bool:
    """'threatened sanctions should it go on': 'should' in front of its own subject, and no negative word in front of both."""
    token = tokens[i]
    subject = token.head.child("nsubj", "nsubjpass") if token.dep == "aux" else None
    after = tokens[i + 1]
    if subject is None and token.head.i > i and (after.pos in {"DET", "PROPN"} or after.lower in {"he", "she", "they", "we", "its", "their"}):
        subject = after
    opened = {t.lower for t in tokens[max(0, i - 3) : i]} & {"nor", "neither", "only", "never", "why", "what", "how", "when", "where", "so", "who", "which"}
    return token.lower == "should" and subject is not None and subject.i > i and not opened


def _verb(tokens: list[Token], i: int) -> Token:
    """The verb of an inverted clause: what the auxiliary helps, else the next verb."""
    token = tokens[i]
    if token.dep in {"aux", "auxpass"} and token.head.i > i:
        return token.head
    to = next((t for t in tokens[i + 1 : i + 14] if t.lower == "to" and t.dep == "aux" and t.head.i > t.i), None)
    if token.lower == "were" and to is not None:
        return to.head
    return next((t for t in tokens[i + 1 : i + 12] if t.pos == "VERB" and t.dep not in {"amod", "acl", "relcl"}), token)


def _subject_next(tokens: list[Token], i: int) -> bool:
    """The subject follows the auxiliary: a noun phrase before any other verb."""
    after = tokens[i + 1]
    if tokens[i].lower == "should" and tokens[i].head.i > i and (after.pos in {"DET", "PROPN"} or after.lower in {"he", "she", "they", "we", "its", "their"}):
        return True
    for k, token in enumerate(tokens[i + 1 : i + 14]):
        if token.dep in {"nsubj", "nsubjpass", "expl"} or (token.pos in {"PRON", "PROPN"} and k == 0):
            return True
        if (token.pos == "VERB" and token.dep != "amod") or token.text == ",":
            return k > 0 and token.pos == "VERB" and any(t.pos in {"NOUN", "PROPN"} for t in tokens[i + 1 : token.i])
    return False


def _end(tokens: list[Token], i: int, verb: Token) -> int:
    """To the comma that closes a clause in front, or to the end of the sentence."""
    limit = len(tokens) - 1
    for token in tokens[i + 1 :]:
        if token.text not in {",", ";"} or token.i <= verb.i:
            continue
        after = tokens[token.i + 1 : token.i + 3]
        if after and (after[0].lower in INVERTED or (after[0].lower in {"or", "and"} and len(after) > 1 and after[1].lower in INVERTED)):
            continue
        return trim(tokens, i + 1, token.i - 1)
    return trim(tokens, i + 1, min(limit, max(verb.right, verb.i) if verb.left <= i else limit))
