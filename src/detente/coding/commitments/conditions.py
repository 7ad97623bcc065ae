"""Conditions in a sentence: subordinators, prepositions, inversion, and subjects that are conditions.

The connectives are those of ``connectives.csv``; the constructions follow the grammar of English
conditionals (Quirk and others 1985, §15.30-15.44; Declerck and Reed 2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from detente.coding.commitments.model import Clause
from detente.language import Sentence, Token
from detente.resources import Lexicon

INVERTED = frozenset({"should", "were", "had"})
TEMPORAL = frozenset({"when", "once", "after", "before", "while", "as soon as", "whenever", "until", "till", "as", "since"})
FUTURE_AUX = frozenset({"will", "would", "shall", "can", "could", "may", "might", "must", "'ll", "wo", "should"})
ANY = frozenset({"any", "anyone", "anybody", "whoever", "whichever", "every", "those"})
MAX_WORDS = 45


@lru_cache(maxsize=4)
def _phrases(words: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Connectives by first word, longest first: (words, polarity, form)."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in words.connectives:
        if row.form in {"subordinator", "preposition"} and row.polarity != "concessive":
            parts = tuple(row.connective.lower().split())
            found.setdefault(parts[0], []).append((parts, row.polarity, row.form))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@lru_cache(maxsize=4)
def _consequence_verbs(words: Lexicon) -> frozenset[str]:
    """Verbs whose subject is a condition under a modal: 'a delay could lead to …'."""
    lemmas = {row.connective.lower().split()[0] for row in words.connectives if row.form == "nominal"}
    return frozenset(lemmas | {"lead", "result", "trigger", "provoke", "mean", "cause", "bring", "entail", "invite", "spark"})


def conditions_in(sentence: Sentence, words: Lexicon) -> list[Clause]:
    """All conditions of a sentence, in order, none inside another of the same sort."""
    found = [*_marked(sentence, words), *_inverted(sentence), *_subjects(sentence, words)]
    kept: list[Clause] = []
    for clause in sorted(found, key=lambda c: (c.first, -c.last)):
        if not any(k.first <= clause.first and clause.last <= k.last for k in kept):
            kept.append(clause)
    return kept


def _marked(sentence: Sentence, words: Lexicon) -> Iterator[Clause]:
    tokens = sentence.tokens
    phrases = _phrases(words)
    i = 0
    while i < len(tokens):
        step = 1
        for parts, polarity, form in phrases.get(tokens[i].lower, ()):
            last = i + len(parts) - 1
            if last + 1 < len(tokens) and tuple(t.lower for t in tokens[i : last + 1]) == parts:
                clause = _clause(tokens, i, last, polarity, form)
                if clause is not None:
                    yield clause
                    step = max(1, clause.last - i)
                break
        i += step


def _clause(tokens: list[Token], i: int, last: int, polarity: str, form: str) -> Clause | None:
    """The clause or phrase that a connective governs, or None where it does not set a condition."""
    connective = " ".join(t.lower for t in tokens[i : last + 1])
    if form == "preposition":
        return _phrase(tokens, i, last, connective, polarity)
    if last == i and tokens[i].dep not in {"mark", "advmod", "prep", "pcomp", "cc", "nsubj"}:
        return None
    first = i - 1 if i and tokens[i - 1].lower in {"only", "not", "but", "even"} and tokens[i - 1].lower != "even" else i
    if i and tokens[i - 1].lower == "even":
        return None
    head = _clause_head(tokens, i, last)
    if head is None:
        return _if_need_be(tokens, i, last, connective, polarity)
    if connective in TEMPORAL and first == i and not _is_open(head):
        return None
    if head.dep == "ccomp" and connective in {"if", "whether"} and head.head.lemma in {"ask", "wonder", "know", "see", "doubt", "say"}:
        return None
    end = min(max(head.right, last + 1), i + MAX_WORDS)
    end = _trim(tokens, last + 1, end)
    host = head.head if head.head is not head else None
    return Clause(head.sent, first, end, connective, polarity, head, host)


def _clause_head(tokens: list[Token], i: int, last: int) -> Token | None:
    """The verb of the clause behind a connective: the highest one that starts at or after it."""
    best: Token | None = None
    for token in tokens[last + 1 : last + 1 + MAX_WORDS]:
        if token.pos in {"VERB", "AUX"} and token.left >= i - 1 and token.dep not in {"aux", "auxpass"} and (not token.is_root or best is None):
            while token.head is not token and token.head.left >= i and not token.head.is_root and token.head.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
                token = token.head
            best = token
            break
    if best is None or (best.is_root and best.left < i):
        return None
    return best


def _if_need_be(tokens: list[Token], i: int, last: int, connective: str, polarity: str) -> Clause | None:
    """Verbless conditions: 'if need be', 'if necessary', 'if attacked'."""
    end = last
    while end + 1 < len(tokens) and end - last < 4 and tokens[end + 1].pos != "PUNCT":
        end += 1
    if end == last and len(connective.split()) < 2:
        return None
    return Clause(tokens[i].sent, i, end, connective, polarity, tokens[end], None)


def _is_open(head: Token) -> bool:
    """Whether the main clause speaks of what may be: only then does 'when' set a condition."""
    host = head.head
    for token in (host, *(c for c in host.children if c.dep in {"conj", "ccomp", "xcomp"})):
        if any(c.dep in {"aux", "auxpass"} and c.lower in FUTURE_AUX for c in token.children):
            return True
    return any(c.dep == "aux" and c.lower == "to" for c in host.children)


def _phrase(tokens: list[Token], i: int, last: int, connective: str, polarity: str) -> Clause | None:
    """'in the event of an invasion', 'in return for guarantees', 'without an apology'."""
    inner = next((c for c in tokens[last].children if c.dep in {"pobj", "pcomp"}), None)
    if inner is None:
        return None
    if last == i and not _is_modal_context(tokens[i]):
        return None
    end = _trim(tokens, last + 1, inner.right)
    host = next((a for a in tokens[i].ancestors()), None)
    return Clause(inner.sent, i, end, connective, polarity, inner, host)


def _is_modal_context(token: Token) -> bool:
    for governor in token.ancestors():
        if any(c.dep in {"aux", "auxpass"} and (c.lower in FUTURE_AUX or c.lower == "to") for c in governor.children):
            return True
    return False


def _trim(tokens: list[Token], first: int, last: int) -> int:
    while last > first and tokens[last].pos == "PUNCT":
        last -= 1
    return last


def _inverted(sentence: Sentence) -> Iterator[Clause]:
    """'Should Iran strike Americans', 'were it to be imperilled', 'had they refused'."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[:-2]):
        starts = i == 0 or tokens[i - 1].lower in {",", "that", "-", "–", "—", '"', "and", "or", "but", "“", ";"}
        if token.lower not in INVERTED or not starts or token.pos not in {"AUX", "VERB"}:
            continue
        if not _has_subject_next(tokens, i) or sentence.tokens[-1].text == "?":
            continue
        verb = token.head if token.dep in {"aux", "auxpass"} else token
        if token.lower == "were" and not any(t.lower == "to" for t in tokens[i + 1 : i + 14]):
            continue
        last = _inverted_end(tokens, i, verb)
        yield Clause(sentence, i, last, token.lower, "if", verb, None if verb.is_root else verb.head)


def _has_subject_next(tokens: list[Token], i: int) -> bool:
    """The subject follows the auxiliary: a noun phrase before any other verb."""
    for token in tokens[i + 1 : i + 10]:
        if token.dep in {"nsubj", "nsubjpass", "expl"}:
            return True
        if token.pos in {"VERB", "AUX"}:
            return False
    return False


def _inverted_end(tokens: list[Token], i: int, verb: Token) -> int:
    """To the comma that closes a clause in front, or to the end of the sentence."""
    limit = len(tokens) - 1
    commas = [t.i for t in tokens[i + 1 :] if t.text in {",", ";"} and t.i > verb.i]
    for comma in commas:
        nxt = tokens[comma + 1] if comma < limit else None
        if nxt is not None and nxt.lower in {"or", "and"} and comma + 2 <= limit and tokens[comma + 2].lower in INVERTED:
            continue
        if i <= 1 or tokens[i - 1].lower == "that" or comma - i < MAX_WORDS:
            return _trim(tokens, i + 1, comma - 1)
    return _trim(tokens, i + 1, limit)


def _subjects(sentence: Sentence, words: Lexicon) -> Iterator[Clause]:
    """Subjects that are the condition: 'A delay could lead to …', 'Any state that attacks … will …'."""
    verbs = _consequence_verbs(words)
    for token in sentence.tokens:
        subject = token.child("nsubj", "nsubjpass", "csubj")
        if subject is None or subject.pos in {"PRON", "PROPN"}:
            continue
        modal = any(c.dep == "aux" and c.lower in FUTURE_AUX for c in token.children)
        if not modal:
            continue
        determiner = subject.child("det")
        free = (determiner is not None and determiner.lower in ANY) or subject.lower in ANY
        if free and subject.right > subject.i:
            yield Clause(sentence, subject.left, _trim(sentence.tokens, subject.i, subject.right), "any", "if", subject, token)
        elif token.lemma in verbs and token.pos == "VERB" and not any(c.dep == "auxpass" for c in token.children):
            yield Clause(sentence, subject.left, _trim(sentence.tokens, subject.i, subject.right), token.lemma, "if", subject, token)


def condition_for(head: Token, act: tuple[int, int], clauses: list[Clause], *, alone: bool = True) -> Clause | None:
    """The condition of an act: one that hangs on it or on what governs it, else one beside it in the sentence."""
    chain = [head, *head.ancestors()]
    best: tuple[tuple[int, int], Clause] | None = None
    for clause in clauses:
        low, high = clause.span
        if low <= act[0] and act[1] <= high:
            continue
        hosts = [clause.host, *(clause.host.ancestors() if clause.host is not None else ())]
        steps = next((k for k, a in enumerate(chain) if a in hosts), 99)
        inside = act[0] <= low and high <= act[1]
        beside = inside or abs(low - act[1]) <= 3 or abs(act[0] - high) <= 8
        if clause.narrow and not (inside or beside):
            continue
        if steps > 1 and not beside and not alone and clause.first > 1:
            continue
        key = (0 if inside else steps, abs(clause.head.i - head.i))
        if best is None or key < best[0]:
            best = key, clause
    return best[1] if best else None
