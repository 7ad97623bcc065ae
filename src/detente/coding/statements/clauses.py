"""Content clauses: 'said that …', 'said …', 'made it clear that …', mended where the parser tore them."""

from __future__ import annotations

from detente.coding.statements.cues import CueHit
from detente.coding.statements.model import Content
from detente.coding.statements.spans import is_infinitive, offsets, subtree
from detente.coding.statements.tags import tag_at
from detente.language import Token

SHORT = 6  # tokens of an insertion: 'he said', 'said the minister'


def clause_of(hit: CueHit, _: str) -> Content | None:
    """The clause that a cue introduces, whole again where the parser tore it, or None."""
    found = _that_clause(hit)
    return _joined(_with_subject(found, hit.token), hit.token) if found is not None else None


def _with_subject(content: Content, cue: Token) -> Content:
    """'hoped the talks, held in Oslo, would end it': a subject right behind the cue which the parser hangs on the cue."""
    head = content.head
    tokens = cue.sent.tokens
    if head.i < cue.i or head.child("nsubj", "nsubjpass", "expl", "mark") is not None or not head.child("aux", "auxpass"):
        return content
    subject = next((c for c in cue.children if c.dep in {"dobj", "nsubj", "npadvmod"} and (c.ent not in {"DATE", "TIME"} or c.child("relcl")) and cue.i < c.left and c.left <= cue.i + 2 and c.right < head.i), None)
    if subject is None or subject.pos == "PRON" or content.spans[0][0] <= subject.start:
        return content
    span = offsets(tokens, subject.left, max(head.right, head.i))
    return Content((span, *content.spans[1:]), head, content.form) if span is not None else content


def _joined(content: Content, cue: Token) -> Content:
    """'made plain that A, and that B': the clauses that go on with another 'that', wherever they hang."""
    tokens = cue.sent.tokens
    last = content.spans[-1][1]
    for mark in tokens[cue.i + 1 :]:
        before = tokens[mark.i - 1].lower
        if mark.lower != "that" or mark.start < last or before not in {"and", ";", "but", "or"}:
            continue
        if mark.dep != "mark" or any(t.pos in {"VERB", "AUX"} for t in tokens if last <= t.start < mark.start):
            break
        span = offsets(tokens, mark.i, mark.head.right)
        if span is not None:
            content, last = Content((*content.spans[:-1], (content.spans[-1][0], span[1])), content.head, content.form), span[1]
    return content


def is_inverted_condition(child: Token) -> bool:
    """'should it fail': what follows from a warning, and not what it says."""
    first = child.sent.tokens[child.left]
    subject = child.child("nsubj", "nsubjpass", "expl")
    return first.lower in {"should", "were", "had"} and subject is not None and subject.i > first.i


def _after_particle(hit: CueHit) -> Content | None:
    """'let it be understood that …': all behind 'that', whatever the tree makes of it."""
    cue, particle = hit.token, hit.particle
    tokens = cue.sent.tokens
    if particle is None or hit.row.pos != "phrase" or particle.i + 2 >= len(tokens) or tokens[particle.i + 1].lower != "that" or particle.dep not in {"ccomp", "acomp", "oprd"}:
        return None
    last = next((t.i - 1 for t in tokens[particle.i :] if t.text == ";"), cue.right)
    span = offsets(tokens, particle.i + 2, max(last, particle.i + 2))
    said = [c for owner in (particle, cue) for c in owner.children if c.i > particle.i and c.pos in {"VERB", "AUX"} and not is_infinitive(c)]
    return Content((span,), said[-1], "clause") if span and len(said) > 1 else None


def _that_clause(hit: CueHit) -> Content | None:
    cue = hit.token
    after = _after_particle(hit)
    if after is not None:
        return after
    if cue.pos == "NOUN" and cue.head.lemma in {"be", "remain"} and cue.dep in {"nsubj", "attr"} and (said := cue.head.child("ccomp")) is not None and said.i > cue.i:
        return subtree(said, "clause")  # 'the position is that …'
    for child in cue.children:
        if child.dep == "parataxis" and child.i > cue.i and tag_at(child) is not None:
            continue  # 'We reaffirm it, the ministers wrote, and …'
        if child.dep in {"ccomp", "parataxis"} and child is not hit.particle and not is_infinitive(child) and not _is_apart(child, cue):
            if child.i > cue.i and (is_inverted_condition(child) or any(t.text == ";" for t in cue.sent.tokens[cue.i : child.left])):
                continue
            return _broken_in_two(child, cue) or conditioned(child, cue) or subtree(child, "clause")
        if cue.pos in {"NOUN", "PROPN", "ADJ"} and child.dep in {"acl", "ccomp", "relcl"} and _opens_with_that(child):
            return subtree(child, "clause")
        if child.dep == "advcl" and _opens_with_that(child):
            return subtree(child, "clause")
    in_text = _in_a_text(cue)
    if in_text is not None:
        return in_text
    if cue.pos == "ADJ":
        return next((subtree(c, "clause") for c in cue.head.children if c.dep == "ccomp" and c.i > cue.i), None)
    tokens = cue.sent.tokens
    if cue.tag == "NN" and hit.row.pos == "verb":  # 'heard the envoy state that …'
        span = offsets(tokens, cue.i + 2, len(tokens) - 1)
        return Content((span,), next((t for t in tokens[cue.i + 2 :] if t.pos == "VERB"), cue), "clause") if span else None
    if hit.particle is not None:  # 'made it clear that', 'voiced concern that'
        for child in hit.particle.children:
            bare = child.dep == "advcl" and child.left == hit.particle.i + 1 and child.child("mark", "advmod") is None and child.child("nsubj", "nsubjpass") is not None
            if (child.dep in {"ccomp", "acl", "relcl"} and not is_infinitive(child)) or (child.dep == "advcl" and _opens_with_that(child)) or bare:
                return subtree(child, "clause")
    return None


def conditioned(child: Token, cue: Token) -> Content | None:
    """'said it would fight should they come', 'said peace at that price would be shame': what the parser hangs on the cue."""
    after = next((c for c in cue.children if c.left == child.right + 1 and (is_inverted_condition(c) or _is_if(c) or _is_headless(c))), None)
    after = after or next((c for c in cue.children if c.left == child.right + 2 and _is_proviso(c)), None)
    span = offsets(cue.sent.tokens, child.left, after.right) if after is not None and child.i > cue.i else None
    return Content((span,), child, "clause") if span is not None else None


def _is_if(child: Token) -> bool:
    """'if they come', 'unless it rains', without a comma before it."""
    mark = child.child("mark")
    return child.dep == "advcl" and mark is not None and mark.i == child.left and mark.lower in {"if", "unless"}


def _is_proviso(child: Token) -> bool:
    """', provided that it is no trap', ', unless they leave': behind a comma."""
    first = child.sent.tokens[child.left]
    return first.lower in {"provided", "providing", "unless", "if"} and first.i > 0 and child.sent.tokens[first.i - 1].text == "," and child.dep in {"advcl", "prep", "ccomp"}


def _is_headless(child: Token) -> bool:
    """'would be a shame': the rest of a clause whose subject the parser gave to another verb."""
    return child.dep == "ccomp" and child.child("nsubj", "nsubjpass", "expl", "mark") is None and child.sent.tokens[child.left].tag in {"MD", "VBZ", "VBD"} and child.sent.tokens[child.left].pos == "AUX"


def _broken_in_two(child: Token, cue: Token) -> Content | None:
    """'told him that strikes on the grid were …', where the parser makes two clauses of one."""
    after = next((c for c in cue.children if c.dep == "ccomp" and c.left == child.right + 1), None)
    if after is None or child.i < cue.i or not any(c.lower == "that" and c.tag == "WDT" for c in child.children):
        return None
    span = offsets(cue.sent.tokens, child.left + 1, after.right)
    return Content((span,), after, "clause") if span else None


def _in_a_text(cue: Token) -> Content | None:
    """'said in a statement that …': a clause which the parser hangs on the statement."""
    if cue.pos != "VERB":
        return None
    for preposition in cue.all("prep"):
        target = preposition.child("pobj")
        clause = target.child("acl", "ccomp", "relcl", "appos") if target is not None and preposition.lower in {"in", "on", "at", "to"} else None
        if clause is not None and clause.pos in {"VERB", "AUX"} and _opens_with_that(clause):
            return subtree(clause, "clause")
    return None


def _is_apart(child: Token, cue: Token) -> bool:
    """'That refers to France: Chirac said …', 'Tokyo, he said, will rue it': another sentence, or an insertion."""
    tokens = cue.sent.tokens
    if child.i > cue.i:
        return False
    if any(t.text == ";" for t in tokens[child.right : cue.i]):
        return True
    parted = tokens[min(cue.i + 1, len(tokens) - 1)].text == "," or any(t.text in {":", ";"} for t in tokens[child.right : cue.i])
    after = [c for c in cue.children if c.dep in {"ccomp", "parataxis"} and c.i > cue.i]
    if (parted and after) or any(c.left == cue.i + 1 and c.child("nsubj", "nsubjpass", "expl") for c in after):
        return True
    first, last = child.left, child.right
    first -= tokens[first].text != ","
    last += tokens[last].text != ","
    return last - first <= SHORT and first > 0 and tokens[first].text == tokens[last].text == ","


def _opens_with_that(token: Token) -> bool:
    """A content clause; in a relative clause 'that' is a subject or an object."""
    return any(c.dep == "mark" and c.lower == "that" for c in token.children)
