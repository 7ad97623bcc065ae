"""Conditions in a sentence: subordinators, prepositions, inversion, and subjects that are conditions.

The connectives are those of ``connectives.csv``; the constructions follow the grammar of English
conditionals (Quirk and others 1985, §15.30-15.44; Declerck and Reed 2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from detente.coding.commitments.classes import FORCES, PEOPLE
from detente.coding.commitments.inversion import fronted_end, inverted, main_behind, to_comma
from detente.coding.commitments.model import Clause
from detente.coding.commitments.wording import wording_of
from detente.language import Sentence, Token
from detente.resources import Lexicon

MEASURED = frozenset("second minute hour day week month year decade shortly soon long".split())
FORUMS = frozenset("court council tribunal assembly parliament committee commission panel judge jury camera press senate congress chamber house body public world".split())
TEMPORAL = frozenset({"when", "once", "after", "before", "while", "as soon as", "whenever", "as", "as long as", "so long as", "the moment", "the day"})
BACK = frozenset({"failing that", "failing which", "in that case", "in which case", "in that event"})
MANNER = frozenset("doubt precondition condition delay exception hesitation warning question fail elaboration detail comment explanation name".split())
FIXED = frozenset(
    {"on request", "upon request", "if asked", "under the right conditions", "under certain conditions", "under the right circumstances", "by mutual consent", "only then", "in return", "until then"}
)
OPENING = frozenset({"if not", "if so"})  # conditions that point back, at the head of a clause and before a comma
NEGATED = frozenset({"while", "until after"})
LOOSE = frozenset({"with", "in response to", "in the face of", "following", "except", "save for", "in the case of", "short of", "but for", "upon", "under threat of"})
FUTURE_AUX = frozenset({"will", "would", "shall", "can", "could", "may", "might", "must", "'ll", "wo", "should", "ca", "’ll"})
ANY = frozenset({"any", "anyone", "anybody", "whoever", "whichever", "every", "those"})
ASKING = frozenset({"ask", "wonder", "know", "see", "doubt", "say", "determine", "decide", "unclear", "question", "clear", "tell", "discuss", "consider"})
CAUSED = frozenset({"lead", "result", "trigger", "provoke", "mean", "cause", "entail", "invite", "spark", "bring", "prompt", "ignite"})
SAYING = frozenset({"say", "vow", "promise", "pledge", "threaten", "refuse", "offer", "warn", "agree", "swear", "insist", "demand", "urge", "ask", "call", "appeal", "press", "want", "tell", "order", "request", "propose", "announce", "declare", "state", "add", "reply", "answer", "respond", "repeat", "reiterate", "maintain", "explain", "stress", "intimate", "hint", "signal", "write", "cable", "telegraph", "assure", "inform", "remark", "argue", "claim", "note", "observe"})
PAYING = frozenset({"face", "pay", "answer", "suffer", "bear", "expect", "hold"})
SHUT = frozenset({"shut", "close", "closed", "freeze", "frozen", "suspend", "remain", "stay", "keep", "refuse", "decline", "reject", "halt"})
MAX_WORDS = 45


@lru_cache(maxsize=4)
def _phrases(words: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Connectives by first word, longest first: (words, polarity, form)."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in words.connectives:
        if row.form in {"subordinator", "preposition"} or row.connective in BACK | FIXED | OPENING:
            parts = tuple(row.connective.lower().split())
            found.setdefault(parts[0], []).append((parts, row.polarity, row.form))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@lru_cache(maxsize=4)
def _consequence_verbs(words: Lexicon) -> frozenset[str]:
    """Verbs whose subject is a condition under a modal: 'a delay could lead to …'."""
    return CAUSED | {row.connective.lower() for row in words.connectives if row.form == "nominal" and " " not in row.connective} - {"have", "be", "help", "face", "end", "cross", "allow", "enable", "draw"}


def conditions_in(sentence: Sentence, words: Lexicon) -> list[Clause]:
    """All conditions of a sentence, in order, none inside another of the same sort."""
    found = [*_marked(sentence, words), *inverted(sentence), *_subjects(sentence, words)]
    kept: list[Clause] = []
    for clause in sorted(found, key=lambda c: (c.first, -c.last)):
        if not any(k.first <= clause.first and clause.last <= k.last for k in kept):
            kept.append(clause)
    return kept


def _before_next(head: Token, end: int) -> int:
    """'… unless they helped, and accused its neighbour', '… until they left, and the army would go on': what goes on behind a comma is the main clause's."""
    for verb in head.all("conj"):
        comma = next((t for t in head.sent.tokens[head.i + 1 : verb.i] if t.text == "," and head.sent.tokens[t.i + 1].lower in {"and", "but"}), None)
        finite = verb.tag in {"VBD", "VBZ"} and verb.child("nsubj", "nsubjpass") is None
        later = any(c.lower in {"would", "will"} for c in verb.all("aux")) and not any(c.tag == "MD" for c in head.all("aux"))
        if comma is not None and (finite or later) and comma.i < end:
            return comma.i - 1
    return end


def _is_forum(prep: Token) -> bool:
    """'brought our case before the Court': where something is laid, and not what comes first."""
    inner = prep.child("pobj") if prep.dep == "prep" else None
    return inner is not None and (inner.lower in FORUMS or inner.pos == "PROPN") and inner.ent not in {"DATE", "TIME", "EVENT"}


def _marked(sentence: Sentence, words: Lexicon) -> Iterator[Clause]:
    tokens = sentence.tokens
    phrases = _phrases(words)
    i = 0
    while i < len(tokens):
        step = 1
        for parts, polarity, form in phrases.get(tokens[i].lower, ()):
            last = i + len(parts) - 1
            if last + 1 < len(tokens) and tuple(t.lower for t in tokens[i : last + 1]) == parts:
                if polarity == "concessive":
                    step = len(parts)
                    break
                clause = _clause(tokens, i, last, polarity, form)
                if clause is not None:
                    yield clause
                    step = max(1, clause.last - i)
                    break
        i += step


def _clause(tokens: list[Token], i: int, last: int, polarity: str, form: str) -> Clause | None:
    """The clause or phrase that a connective governs, or None where it does not set a condition."""
    connective = " ".join(t.lower for t in tokens[i : last + 1])
    if connective in OPENING and not ((i == 0 or tokens[i - 1].text in {"“", '"', ";", ":", ",", "—"} or tokens[i - 1].pos == "CCONJ") and tokens[last + 1].text == ","):
        return None
    if form in {"coordination", "adverbial"} or connective in FIXED | OPENING:
        return Clause(tokens[i].sent, i, last, connective, polarity, tokens[last], None)
    if form == "preposition":
        return _phrase(tokens, i, last, connective, polarity)
    if connective.startswith(("only ", "not ")) and tokens[last].child("pobj", "pcomp") is not None and tokens[last].dep != "mark":
        return _after_noun(tokens, i, last, connective, polarity)
    if _is_lookalike(tokens, i, last, connective) or (connective in {"before", "after"} and _is_forum(tokens[last])):
        return None
    if connective == "if" and i and tokens[i - 1].lower == "not":
        polarity = "unless"  # 'ready to talk, but not if …'
    only = (i > 0 and tokens[i - 1].lower in {"only", "not"}) or connective.startswith(("only", "not"))
    first = i - 1 if i and tokens[i - 1].lower == "only" else i
    head = _clause_head(tokens, i, last)
    if head is None:
        return _elliptical(tokens, i, last, connective, polarity)
    if connective in TEMPORAL and not only and (not _is_open(head, connective) or _is_past(head)):
        return None
    if connective in {"if", "whether"} and head.dep in {"ccomp", "xcomp"} and head.head.lemma in ASKING and head.i > head.head.i:
        return None
    if polarity == "until" and connective in {"until", "till"} and not _is_open(head, connective) and not only:
        return None
    parted = main_behind(tokens, first, last, head, inverts=only)
    if parted is not None:
        return Clause(head.sent, first, parted, connective, polarity, _head_within(tokens, last + 1, parted), head)
    whole = head.left >= i - 1 and not head.is_root
    end = min(max(head.right, last + 1), i + MAX_WORDS) if whole else to_comma(tokens, head.i)
    end = _before_next(head, end)
    end = fronted_end(tokens, first, end, head, inverts=only)
    if end <= last:
        return None
    return Clause(head.sent, first, end, connective, polarity, head, head.head if head.head is not head else None)


def _is_lookalike(tokens: list[Token], i: int, last: int, connective: str) -> bool:
    """'Even if', 'once again', 'a day after', 'until Friday': the word of a condition, but none."""
    if last == i and tokens[i].dep not in {"mark", "advmod", "prep", "pcomp", "cc", "nsubj", "dep"}:
        return True
    if i and tokens[i - 1].lower in {"even", "as", "what"} and connective in {"if", "when"}:
        return True
    if i and connective in {"after", "before"} and tokens[i - 1].lemma in MEASURED:
        return True  # 'a day after …' dates the clause
    if i and connective in {"after", "before", "when", "while", "upon", "following"} and tokens[i - 1].lemma in SAYING and tokens[i - 1].tag == "VBD":
        return True  # 'said after the withdrawal': when it was said
    if connective == "once" and i and tokens[i - 1].lower == "at":
        return True
    if connective == "once" and tokens[last + 1].lower in {"more", "again", "and", "a", "every"}:
        return True
    if connective == "before" and (head_of := _clause_head(tokens, i, last)) is not None and (head_of.tag == "VBG" or head_of.child("nsubj", "nsubjpass") is None):
        return True
    return tokens[last + 1].ent in {"DATE", "TIME"} and connective in {"until", "till", "before", "after", "since"}


def _head_within(tokens: list[Token], first: int, last: int) -> Token:
    """The verb of a stretch, else its last word."""
    return next((t for t in tokens[first : last + 1] if t.pos == "VERB"), tokens[last])


def _after_noun(tokens: list[Token], i: int, last: int, connective: str, polarity: str) -> Clause | None:
    """'only after a withdrawal'."""
    inner = tokens[last].child("pobj", "pcomp")
    if inner is None or inner.ent in {"DATE", "TIME"}:
        return None
    end = fronted_end(tokens, i, min(inner.right, i + MAX_WORDS), inner, inverts=True)
    return Clause(inner.sent, i, end, connective, polarity, inner, next(iter(tokens[last].ancestors()), None))


def _clause_head(tokens: list[Token], i: int, last: int) -> Token | None:
    """The verb of the clause behind a connective: the highest one that starts at or after it."""
    for token in tokens[last + 1 : last + 1 + MAX_WORDS]:
        if token.text in {";", ":"} or (token.text == "," and token.i == last + 1):
            return None
        inner = token.dep in {"relcl", "acl"} and token.head.i > last
        verbal = token.pos in {"VERB", "AUX"} and not inner and token.dep not in {"aux", "auxpass", "amod", "compound"}
        if verbal or (token.dep == "advcl" and any(t.head is token for t in tokens[i : last + 1])):
            return _highest(token, tokens, i, last)
    return None


def _highest(token: Token, tokens: list[Token], i: int, last: int) -> Token:
    """From the first verb up to the one that heads the clause."""
    while not token.is_root and not _closes(token, tokens, i, last):
        above = token.head
        if above.left < i or above.is_root or above.pos not in {"VERB", "AUX", "ADJ", "NOUN"}:
            break
        token = above
    return token


def _closes(token: Token, tokens: list[Token], i: int, last: int) -> bool:
    """Whether a verb heads the clause: an adverbial one, or the one that the connective marks."""
    return token.dep == "advcl" or any(t.head is token and t.dep == "mark" for t in tokens[i : last + 1])


def _elliptical(tokens: list[Token], i: int, last: int, connective: str, polarity: str) -> Clause | None:
    """Verbless conditions: 'if need be', 'if necessary', 'if attacked'."""
    words = connective.split()
    if len(words) > 1 and words[0] in {"if", "when"}:
        return Clause(tokens[i].sent, i, last, connective, polarity, tokens[last], None)
    if connective in {"if", "unless"} and tokens[last + 1].tag in {"VBN", "JJ", "VBD"}:
        end = last + 1
        while end + 1 < len(tokens) and end - last < 8 and tokens[end + 1].pos not in {"PUNCT", "CCONJ"}:
            end += 1
        return Clause(tokens[i].sent, i, end, connective, polarity, tokens[last + 1], None)
    return None


def _is_open(head: Token, connective: str) -> bool:
    """Whether the main clause speaks of what may be: only then does 'when' set a condition."""
    host = head.head
    if host is head:
        chain = [t for t in head.sent.tokens if t.pos in {"VERB", "AUX"} and not head.left <= t.i <= head.right]
        return any(c.lower in FUTURE_AUX for t in chain for c in (t, *t.children)) and connective not in NEGATED
    chain = [host, *(c for c in host.children if c.dep in {"conj", "ccomp", "xcomp", "acl"}), *host.ancestors()]
    negated = any(c.dep == "neg" or c.lower in {"no", "never", "nothing"} for t in chain for c in (*t.children, *(g for k in t.children for g in k.children if g.dep == "det")))
    if connective in NEGATED:
        return negated
    if connective in {"as long as", "so long as", "for as long as"} and negated:
        return True
    if any(c.dep in {"aux", "auxpass"} and c.lower in FUTURE_AUX for t in chain for c in t.children):
        return True
    if connective in {"until", "till"} and any(t.lemma in SHUT for t in chain):
        return True
    return (negated and connective in {"until", "till"}) or any(c.dep == "aux" and c.lower == "to" for t in chain for c in t.children) or host.tag == "VB"


def _is_past(head: Token) -> bool:
    """A clause in the past under a main clause that is not: 'when it was enacted in June' is a time."""
    past = head.tag == "VBD" or any(c.dep in {"aux", "auxpass"} and c.tag == "VBD" for c in head.children)
    if head.head.tag == "VB" and head.head.head.pos == "ADJ":
        return False  # 'stood ready to help once they wanted it'
    above = [c.lower for a in head.ancestors() for c in (*a.children, a)]
    return past and not {"would", "could", "might", "should"} & set(above) and not any(a.tag == "VBD" and a.lemma in SAYING for a in head.ancestors())


def _phrase(tokens: list[Token], i: int, last: int, connective: str, polarity: str) -> Clause | None:
    """'in the event of an invasion', 'in return for guarantees', 'without an apology'."""
    if i and tokens[i - 1].lemma in SAYING and tokens[i - 1].tag == "VBD" and connective in {"after", "before", "following", "upon"}:
        return None
    if connective in {"after", "before"} and _is_forum(tokens[last]):
        return None
    if connective in LOOSE or (connective == "on condition of" and tokens[last + 1].lower == "anonymity"):
        return None
    inner = next((c for c in tokens[last].children if c.dep in {"pobj", "pcomp"} or (c.dep == "dobj" and c.i > last)), None)
    if inner is None and last > i:
        inner = next((c for t in tokens[i : last + 1] for c in t.children if c.i > last and c.dep in {"pobj", "pcomp"}), None)
    if inner is None and last == i and tokens[i].dep == "amod" and tokens[i].head.i > i:
        inner = tokens[i].head  # 'Failing compliance, …'
    if inner is None or inner.ent in {"DATE", "TIME"} or inner.right <= last:
        return None
    only = i > 0 and tokens[i - 1].lower == "only"
    if connective in {"after", "before"} and not only and not (connective == "before" and _negated_above(tokens[i])):
        return None
    fronted = (i <= 1 or tokens[i - 1].text in {";", ":"} or all(t.pos in {"PUNCT", "CCONJ"} for t in tokens[i - 2 : i])) and any(t.lower in FUTURE_AUX for t in tokens[inner.right :])
    if last == i and not fronted and not _is_modal_context(tokens[i]):
        return None
    if connective == "without" and inner.lemma not in MANNER and fronted:
        return Clause(inner.sent, i, _trim(tokens, last + 1, inner.right), connective, polarity, inner, next(iter(tokens[i].ancestors()), None), narrow=True)
    if connective == "without" and (not _negated_above(tokens[i]) or inner.lemma in {"precondition", "condition", "delay", "exception"}):
        return None
    end = _trim(tokens, last + 1, min(inner.right, i + MAX_WORDS))
    host = next(iter(tokens[i].ancestors()), None)
    return Clause(inner.sent, i - 1 if only else i, end, connective, polarity, inner, host, narrow=True)


def _negated_above(token: Token) -> bool:
    for governor in token.ancestors():
        if any(c.dep == "neg" or c.lower == "no" or any(g.lower == "no" for g in c.children) for c in governor.children if c.i < token.i or not token.i):
            return True
        if governor.pos in {"VERB", "AUX"}:
            return False
    return False


def _is_modal_context(token: Token) -> bool:
    for governor in token.ancestors():
        if any(c.dep in {"aux", "auxpass"} and (c.lower in FUTURE_AUX or c.lower == "to") for c in governor.children):
            return True
    return False


def _trim(tokens: list[Token], first: int, last: int) -> int:
    while last > first and tokens[last].pos == "PUNCT":
        last -= 1
    return last


def _subjects(sentence: Sentence, words: Lexicon) -> Iterator[Clause]:
    """Subjects that are the condition: 'A delay could lead to …', 'Any state that attacks … will …'."""
    verbs, instruments = _consequence_verbs(words), wording_of(words).instruments
    for token in sentence.tokens:
        barred = set[str]() if token.lemma in PAYING else {"must", "should"}
        if not any(c.dep == "aux" and c.lower in FUTURE_AUX - barred for c in token.children):
            continue
        subject = token.child("nsubj", "nsubjpass", "csubj", "csubjpass")
        if subject is None or subject.pos == "PROPN" or subject.lemma in instruments or subject.i > token.i:
            continue
        first = sentence.tokens[subject.left]
        whole = first.lower == "every" and subject.child("acl", "relcl") is None  # 'every soldier': all of them, no case of one
        every = (first.lower in ANY and not whole) or (first.lower in {"a", "an"} and subject.child("acl", "relcl") is not None)
        if every and (subject.right > subject.i or first is not subject):
            yield _subject(sentence, subject, token, "any")
        elif subject.pos != "PRON" and subject.lemma not in PEOPLE | FORCES and _is_consequence(token, verbs):
            yield _subject(sentence, subject, token, token.lemma)


def _subject(sentence: Sentence, subject: Token, verb: Token, connective: str) -> Clause:
    last = min(subject.right, verb.i - 1)
    return Clause(sentence, subject.left, _trim(sentence.tokens, subject.i, max(subject.i, last)), connective, "if", subject, verb, narrow=True)


def _is_consequence(verb: Token, verbs: frozenset[str]) -> bool:
    """'would trigger', 'will be met with', 'would be regarded as'."""
    passive = any(c.dep == "auxpass" for c in verb.children)
    if passive:
        behind = {c.lower for c in verb.children if c.dep in {"prep", "agent"}}
        return (verb.lemma == "meet" and bool(behind & {"with", "by"})) or (verb.lemma == "follow" and "by" in behind) or (
            verb.lemma in {"regard", "treat", "consider", "see", "view"} and "as" in behind
        )
    return verb.lemma in verbs and verb.pos == "VERB"


def condition_for(head: Token, act: tuple[int, int], clauses: list[Clause], *, alone: bool = True) -> Clause | None:
    """The condition of an act: one that hangs on it or on what governs it, else one beside it in the sentence."""
    chain = [head, *head.ancestors()]
    best: tuple[tuple[bool, bool, int, int], Clause] | None = None
    for clause in clauses:
        low, high = clause.span
        if (low <= act[0] and act[1] <= high) or (clause.connective in BACK and act[0] < low):
            continue
        hosts = [clause.host, *(clause.host.ancestors() if clause.host is not None else ())]
        steps = next((k for k, a in enumerate(chain) if a in hosts), 99)
        inside = act[0] <= low and high <= act[1]
        beside = inside or abs(low - act[1]) <= 3 or abs(act[0] - high) <= 8 or _tagged_between(clause, act)
        opens = (clause.first <= 1 or _starts_clause(clause)) and clause.host is not None and high <= act[0]
        between = head.sent.tokens[min(clause.last, head.i) : max(clause.first, head.i)]
        if any(t.text == ";" or (head.i < clause.first and t.lower == "that" and t.dep == "mark" and head.sent.tokens[t.i - 1].lower in {"and", "but"}) for t in between):
            continue  # behind 'and that' another clause stands for itself
        if clause.narrow and not (inside or beside or opens):
            continue
        direct = clause.host is not None and (clause.host in chain or head.left <= clause.host.i <= head.right)
        near = beside or _of_noun(clause, chain) or (direct and steps <= 1) or (clause.first <= 1 and steps <= 2) or _leads(clause, chain)
        if not alone and not near:
            continue
        key = (_is_subject(clause), clause.polarity == "until" and clause.first > 2, 0 if inside else steps, abs(clause.head.i - head.i))
        if best is None or key < best[0]:
            best = key, clause
    return best[1] if best else None


def _tagged_between(clause: Clause, act: tuple[int, int]) -> bool:
    """'Talks were out of the question, he said, unless …': nothing but who speaks stands between act and condition."""
    low, high = clause.span
    first, last = (act[1], low) if act[1] <= low else (high, act[0])
    between = [t for t in clause.sentence.tokens if first <= t.start and t.end <= last]
    spoken = any(t.lemma in SAYING and t.tag in {"VBD", "VBZ"} for t in between)
    return spoken and len(between) <= 16 and sum(t.pos in {"VERB", "AUX"} for t in between) == 1 and between[0].text == "," and between[-1].text in {",", '"', "“"}


def _starts_clause(clause: Clause) -> bool:
    """Behind a semicolon, or behind one and 'but' or 'and'."""
    before = clause.sentence.tokens[max(0, clause.first - 2) : clause.first]
    return any(t.text == ";" for t in before) and all(t.pos in {"PUNCT", "CCONJ"} for t in before[-1:])


def _is_subject(clause: Clause) -> bool:
    """Whether the condition is a subject without a word of condition: one with such a word beside it goes first."""
    return clause.narrow and clause.connective != "any" and clause.host is not None and clause.head.head is clause.host


def _leads(clause: Clause, chain: list[Token]) -> bool:
    """Whether a condition in front is followed at once by the subject of the act's verb or of what governs it."""
    starts = {clause.last + 1, clause.last + 2}
    return any(c.left in starts for verb in chain[:4] for c in verb.children if c.dep in {"nsubj", "nsubjpass", "expl"})


def _of_noun(clause: Clause, chain: list[Token]) -> bool:
    """'the threat of war, which stands in case the waters are extended': the relative clause of what governs the act."""
    host = clause.host
    return host is not None and host.dep in {"relcl", "acl"} and host.head in chain[:3]
