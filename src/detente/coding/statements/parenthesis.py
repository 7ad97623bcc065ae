"""Clauses that a cue interrupts, follows, or introduces by a colon.

'Taiwan, he pointed out, is part of China', 'Talks are over, Kyiv says', 'He named the topics: …'. These
are read off the order of words and commas, since the tree of such sentences is often broken.
"""

from __future__ import annotations

from detente.coding.statements.cues import CueHit
from detente.coding.statements.model import Content, Offsets
from detente.coding.statements.source import phrase_edges
from detente.coding.statements.spans import offsets
from detente.language import Token

EDGES = frozenset({",", '"', "''", "”", "“", "-", "–", "—", "--", ";", "…", "?", "!"})
ENDS = EDGES | {".", ":"}
ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "dative", "dobj", "prt", "tmod"})
BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
INSERTED = frozenset({"ccomp", "parataxis", "dep", "ROOT", "advcl", "conj"})
SAYING = frozenset({"speech", "write", "report", "deny", "accuse", "request", "thought", "question", "commit"})
HEARD_BY = frozenset({"tell", "inform", "remind", "assure", "warn", "ask", "urge"})
MIN_CLAUSE = 2
LIMITS = frozenset({"no", "not", "never", "only", "neither", "nothing", "nobody"})
FRONTED = frozenset({"ADP", "SCONJ", "ADV"})


def region(cue: Token, source: Token | None) -> tuple[int, int]:
    """First and last token of cue and source together, where they stand side by side."""
    first = min([cue.i, *(c.i for c in cue.children if c.dep in BEFORE and c.i < cue.i and c.i >= cue.i - 3)])
    last = cue.i
    over = governing(cue)
    if source is not None and over is not cue:
        subject = over.child("nsubjpass", "nsubj")
        return (subject.left if subject is not None else over.i), max(cue.i, min(cue.i, source.right))
    if source is not None and source.sent is cue.sent:
        low, high = phrase_edges(source)
        if high < first and first - high <= 2:
            first = low
        elif low > last and low - last <= 2:
            last = high
    return first, last


def with_adjuncts(cue: Token, last: int) -> int:
    """'said in Paris on Monday': the last token of what hangs on the cue right behind it."""
    grown = True
    while grown:
        grown = False
        for child in cue.children:
            if child.dep in ADJUNCTS and child.left == last + 1 and not any(t.pos == "PUNCT" for t in child.subtree()):
                last, grown = child.right, True
    return last


def around(hit: CueHit, source: Token) -> Content | None:
    """The clause that cue and source interrupt or follow, between commas."""
    cue = hit.token
    governor = governing(cue)
    if cue.pos not in {"VERB", "AUX"} or governor.dep not in INSERTED or hit.row.stance not in SAYING or cue.child("mark"):
        return None
    if not {"clause", "quote"} & set(hit.row.takes) or (cue.child("dobj") and cue.lemma not in HEARD_BY):
        return None
    tokens = cue.sent.tokens
    first, last = region(cue, source)
    if first < 2 or first == last or tokens[first - 1].text not in EDGES - {";"} or not first <= source.i <= last:
        return None
    last = with_adjuncts(cue, last)
    after = tokens[last + 1].text if last + 1 < len(tokens) else "."
    if after not in ENDS or (after == "," and _is_inverted_at(tokens, last + 2)):
        return None
    head = governor.head if governor.head is not governor else tokens[0]
    start = head.left if head.i < first and governor.dep in {"ccomp", "parataxis"} else 0
    if start == 0 and is_setting(tokens[: first - 1], cue):
        return None
    spans: list[Offsets | None] = [offsets(tokens, start, first - 1)]
    if after in {",", "–", "—", "-"} and head.i > last and not (last + 2 < len(tokens) and tokens[last + 2].tag == "VBG"):
        spans.append(offsets(tokens, last + 1, head.right))
    elif after == "," and _is_opened(tokens[:first]) and tokens[min(last + 2, len(tokens) - 1)].tag != "VBG" and _has_subject(tokens[last + 2 :] or tokens[:1]):
        spans.append(offsets(tokens, last + 2, len(tokens) - 1))
    elif head.i > last or not _has_clause(tokens[start : first - 1]):
        return None
    kept = tuple(s for s in spans if s)
    return Content(kept, head, "around") if kept else None


def is_setting(words: list[Token], cue: Token) -> bool:
    """'Although it rained, the mayor told the crews to …': a clause that says when or in spite of what somebody speaks."""
    if not words or not any(c.i > cue.i for c in cue.children if c.dep in {"dobj", "ccomp", "xcomp", "prep"}):
        return False
    frames = [c for c in cue.children if c.i < cue.i and c.dep in {"advcl", "prep"} and (c.dep == "prep" or c.child("mark") or c.tag in {"VBN", "VBG"})]
    inside = {t for c in frames for t in c.subtree()}
    return any(t.pos in {"VERB", "AUX"} for t in words) and all(t in inside for t in words if t.pos in {"VERB", "AUX"})


def _is_inverted_at(tokens: list[Token], at: int) -> bool:
    """'…, said the envoy': a verb before its subject, which attributes all that stands before it."""
    verb = tokens[at] if at < len(tokens) else tokens[0]
    subject = verb.child("nsubj")
    return verb.i == at and verb.tag in {"VBD", "VBZ"} and subject is not None and subject.i > at


def _is_opened(tokens: list[Token]) -> bool:
    """'Were he to lose, …', 'In no case, …': words that need a main clause after them."""
    first = tokens[0]
    return first.pos in FRONTED or (first.lower in {"were", "should", "had"} and not any(t.pos == "NOUN" and t.i == 0 for t in tokens))


def governing(cue: Token) -> Token:
    """'was understood to have said', 'was quoted as saying': the passive that a verb of saying hangs on, else the verb."""
    over = cue.head.head if cue.dep == "pcomp" else cue.head
    reported = cue.dep == "xcomp" and over.child("nsubjpass") is not None
    quoted = cue.dep == "pcomp" and over.lemma in {"quote", "cite", "report"}
    return over if reported or quoted else cue


def _has_clause(tokens: list[Token]) -> bool:
    """Whether words can stand as something said: a verb with a subject that is not in a clause of its own."""
    verbs = [t for t in tokens if t.pos in {"VERB", "AUX"} and t.tag != "VBG" and t.dep not in {"relcl", "acl", "pcomp"}]
    if tokens[0].pos in FRONTED:
        return any((t.dep != "advcl" or t.child("mark", "advmod") is None) and t.child("nsubj", "nsubjpass") for t in verbs)
    return bool(verbs)


def at_end(hit: CueHit) -> tuple[Content, Token] | None:
    """'…, General Kim, its commander, declared on Wednesday.': read off the commas where the tree lost the subject."""
    cue = hit.token
    tokens = cue.sent.tokens
    if cue.tag not in {"VBD", "VBZ", "VBP", "VBN"} or hit.row.stance not in SAYING or not {"clause", "quote"} & set(hit.row.takes):
        return None
    behind = tokens[cue.i + 1 : next((t.i for t in tokens[cue.i :] if t.text == ";"), len(tokens))]
    if cue.child("auxpass", "agent", "ccomp", "xcomp", "nsubjpass") or any(t.pos in {"VERB", "AUX"} or t.text == "," for t in behind):
        return None
    if cue.child("dobj") is not None and cue.lemma not in HEARD_BY:
        return None
    commas = [t.i for t in tokens[: cue.i] if t.text == ","]
    closed = bool(commas) and commas[-1] == cue.i - 1
    at = len(commas) - 3 if closed else len(commas) - 1
    if at < 0 or at >= len(commas):
        return None
    start = commas[at]
    name = tokens[start + 1 : commas[at + 1] if closed else cue.i]
    nouns = [t for t in name if t.pos in {"NOUN", "PROPN", "PRON"}]
    if len(nouns) == 0 or any(t.pos in {"VERB", "AUX", "CCONJ", "SCONJ"} or t.ent in {"DATE", "TIME"} for t in name) or name[0].pos == "ADP":
        return None
    preposition = next((t.i for t in name if t.pos == "ADP"), name[-1].i + 1)
    head = next((t for t in reversed(nouns) if t.i < preposition), None)
    span = offsets(tokens, 0, start - 1)
    if head is None or span is None or not _has_subject(tokens[:start]):
        return None
    verb = next(t for t in tokens[:start] if t.pos in {"VERB", "AUX"})
    return Content((span,), verb, "around"), head


def _has_subject(tokens: list[Token]) -> bool:
    """Whether words hold a main clause: a finite verb with a subject of its own."""
    verbs = [t for t in tokens if t.pos in {"VERB", "AUX"} and t.dep not in {"relcl", "acl", "advcl"}]
    return tokens[0].tag not in {"IN", "CC"} and any(t.child("nsubj", "nsubjpass", "expl") for t in verbs)


def inverted(hit: CueHit) -> tuple[Content, Token] | None:
    """'Agreement was possible, observed the envoy.': all before the last comma, and the noun behind the cue."""
    cue = hit.token
    tokens = cue.sent.tokens
    if cue.tag not in {"VBD", "VBZ", "VBN"} or cue.i < 3 or tokens[cue.i - 1].text != "," or cue.lemma in HEARD_BY:
        return None
    if hit.row.stance not in SAYING and "quote" not in hit.row.takes:
        return None
    if not {"clause", "quote"} & set(hit.row.takes) or cue.child("nsubj", "ccomp", "xcomp", "prep", "aux"):
        return None
    source = cue.child("dobj")
    if source is None or source.left != cue.i + 1 or (source.ent == "" and source.pos == "NOUN" and not source.child("appos")):
        return None
    if any(t.pos != "PUNCT" for t in tokens[source.right + 1 :]) or tokens[cue.i + 1].lower in {"a", "an", "its", "their"}:
        return None
    clause = tokens[: cue.i - 1]
    verb = next((t for t in clause if t.pos in {"VERB", "AUX"} and t.child("nsubj", "nsubjpass")), None)
    span = offsets(tokens, 0, cue.i - 2)
    return (Content((span,), verb, "around"), source) if verb is not None and span is not None else None


def fronted(hit: CueHit, source: Token, content: Content) -> Content:
    """'By then, she said, talks will be over': what stands before a cue in commas belongs to its clause."""
    cue = hit.token
    tokens = cue.sent.tokens
    first, last = region(cue, source)
    if first < 2 or not first <= source.i <= last or tokens[first - 1].text != "," or content.form != "clause" or content.spans[0][0] < cue.start:
        return content
    if last + 1 >= len(tokens) or tokens[last + 1].text != "," or tokens[0].pos == "CCONJ" or tokens[0].tag in {"VBN", "VBG"}:
        return content  # 'Asked about it, she said' is about the speaker
    before = offsets(tokens, 0, first - 2)
    return Content((before, *content.spans), content.head, content.form) if before else content


def after_colon(hit: CueHit, content: Content | None) -> Content | None:
    """'named the topics: X could help', 'declares Y: X has to end': the clause behind the colon as well."""
    cue = hit.token
    tokens = cue.sent.tokens
    colon = next((t for t in tokens[cue.i + 1 :] if t.text == ":"), None)
    if colon is None or hit.row.stance not in SAYING or cue.pos not in {"VERB", "AUX"}:
        return content
    if any(t.text in {",", ";"} and t.head is not cue for t in tokens[cue.i : colon.i]) and content is None:
        return content
    after = tokens[colon.i + 1 :]
    bare = content is not None and content.form in {"clause", "around"} and len(after) > 2 and after[0].lower in LIMITS  # ': no talks without a truce'
    if len(after) < 3 or not (bare or any(t.pos in {"VERB", "AUX"} for t in after)) or not _is_main(cue, colon):
        return content
    span = offsets(tokens, colon.i + 1, len(tokens) - 1)
    if span is None:
        return content
    head = next((t for t in after if t.pos in {"VERB", "AUX"} and (t.head.i <= colon.i or t.head is t)), after[0])
    kept: tuple[Offsets, ...] = ()
    if content is not None and content.form in {"clause", "around", "wh"}:
        kept = tuple((a, min(b, colon.start)) for a, b in content.spans if a < colon.start)
        head = content.head if content.head.i < colon.i else head
    first = region(cue, cue.child("nsubj"))[0]
    if not kept and first == cue.i > MIN_CLAUSE and tokens[first - 1].text == "," and _has_clause(tokens[: first - 1]):
        before = offsets(tokens, 0, first - 2)  # 'Sanctions threaten, said X to the paper: …'
        kept = (before,) if before else ()
    return Content((*kept, span), head, "colon")


def _is_main(cue: Token, colon: Token) -> bool:
    """Whether a cue heads its sentence, or all that stands before the colon."""
    named = cue.dep == "acl" and cue.tag in {"VBN", "VBD"} and cue.child("dobj") is not None
    return (named or cue.dep in {"ROOT", "ccomp", "parataxis", "conj"}) and not any(
        t.dep == "relcl" and t.left <= cue.i <= t.right for t in cue.ancestors()
    ) and cue.i < colon.i  # fmt: skip


def clipped(content: Content, cue: Token, source: Token | None) -> Content:
    """The content without the cue and source that a broken tree put inside it."""
    first, last = region(cue, source)
    tokens = cue.sent.tokens
    low, high = tokens[first].start, tokens[last].end
    spans: list[Offsets] = []
    for start, end in content.spans:
        if not (start < high and low < end):
            spans.append((start, end))
            continue
        before = offsets(tokens, _index(tokens, start), first - 1)
        behind = offsets(tokens, last + 1, _index(tokens, end - 1))
        keep = [before] if content.head.i < first else [behind]
        spans += [s for s in keep if s and s[1] > s[0]]
    return Content(tuple(spans), content.head, content.form)


def _index(tokens: list[Token], offset: int) -> int:
    """The token at an offset of the sentence."""
    return next((t.i for t in tokens if t.start <= offset < t.end), len(tokens) - 1)
