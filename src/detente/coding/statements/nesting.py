"""Statements inside statements: which of them are told apart.

'Kyiv said Moscow had threatened to attack' holds a threat that Kyiv tells of, and both are kept. What a
speaker is quoted as wanting, knowing or liking is part of what is said, and is not told apart.
"""

from __future__ import annotations

from detente.coding.statements.model import Said
from detente.coding.statements.quotes import Quotations
from detente.coding.statements.spans import offsets
from detente.coding.statements.tags import tag_at
from detente.language import Token
from detente.resolve.model import Cast

TOLD = frozenset({"speech", "write", "deny", "accuse", "request", "report"})
CHARGES = frozenset({"accuse", "deny", "request"})
AFTER = frozenset({",", "”", '"', "''"})
ADDING = frozenset({"add", "say", "note", "stress"})
OPENING = frozenset({"“", '"', "''", "``", "‘"})
FORMS = frozenset({"clause", "inf", "objinf", "around", "wh", "pp:for"})


def part_coordinates(found: list[Said]) -> None:
    """'said he would go and insisted that …', 'said it was late, adding that …': the second is a cue of its own.

    Parsers hang such verbs inside the content of the first; the content ends before them. In place.
    """
    by_sentence: dict[int, list[Said]] = {}
    for said in found:
        if said.cue is not None:
            by_sentence.setdefault(said.sentence.index, []).append(said)
    for beside in by_sentence.values():
        for outer in beside:
            for inner in beside:
                if inner is not outer and _is_next_cue(outer, inner):
                    _cut(outer, inner)


def run_over(found: list[Said]) -> None:
    """'It had no grounds, she said; to go on would be a mistake': what stands behind a semicolon is said, too. In place.

    Where it has a modal and no cue or tag of its own.
    """
    by_sentence: dict[int, list[Said]] = {}
    for said in found:
        if said.spans:
            by_sentence.setdefault(said.sentence.index, []).append(said)
    for beside in by_sentence.values():
        last = max(beside, key=lambda s: max(s.spans[-1][1], s.cue.end if s.cue else 0))
        tokens = last.sentence.tokens
        reached = max(last.spans[-1][1], last.cue_end)
        stop = next((t for t in tokens if t.text == ";" and t.start >= reached), None)
        if stop is None or last.form not in {"clause", "around"} or last.source is None or any(t.start >= reached for t in tokens[: stop.i] if t.pos in {"VERB", "AUX"}):
            continue
        behind = tokens[stop.i + 1 :]
        span = offsets(tokens, stop.i + 1, len(tokens) - 1)
        if any(tag_at(t) is not None for t in behind if t.pos == "VERB"):
            continue
        judged = any(t.lemma in {"be", "have"} and t.tag in {"VBD", "VBZ"} and (t.dep in {"ROOT", "conj", "ccomp"} or (t.dep == "advcl" and t.child("mark") is None)) for t in behind) and not any(t.ent in {"DATE", "TIME", "CARDINAL"} for t in behind)
        if span is not None and (judged or any(t.tag == "MD" for t in behind)) and not any(s.cue is not None and s.cue.i > stop.i for s in beside):
            last.spans.append(span)


def _is_next_cue(outer: Said, inner: Said) -> bool:
    """A verb of saying in the content, without a subject, in the tense of the outer cue or behind a comma."""
    cue, first = inner.cue, outer.cue
    if cue is None or first is None or cue.pos != "VERB" or cue.i <= first.i or inner.stance not in TOLD:
        return False
    if outer.form not in {"clause", "colon", "quote", "obj"} or cue.child("nsubj", "nsubjpass") is not None or outer.source is None:
        return False
    tokens = cue.sent.tokens
    left = min([cue.i, *(c.i for c in cue.children if c.dep in {"advmod", "neg"} and c.i < cue.i)])
    left -= tokens[left - 1].lower == "and" and tokens[left - 2].text in {"”", '"', "''"}
    behind_comma = cue.tag == "VBG" and left > 0 and tokens[left - 1].text in AFTER and cue.dep in {"advcl", "conj", "acl"}
    coordinated = cue.dep == "conj" and cue.tag == first.tag and cue.head.tag != cue.tag and not _is_perfect(cue) and cue.tag in {"VBD", "VBZ"}
    coordinated = coordinated or (cue.dep == "conj" and cue.tag == first.tag and cue.tag in {"VBD", "VBZ"} and not _is_perfect(cue) and _leads(cue))
    return (behind_comma or coordinated) and any(a <= cue.start < b for a, b in outer.spans)


def _is_perfect(cue: Token) -> bool:
    """'has criticised the plan and called it weak': a participle that shares its 'has', whatever its tag."""
    return cue.head.child("aux") is not None and cue.head.tag == "VBN" and cue.head.child("auxpass") is None and cue.text.endswith("ed") and not (cue.lemma in ADDING and _leads(cue))


def _leads(cue: Token) -> bool:
    """'…, but added, “…”', 'and added that …': quoted words or a clause right behind a verb."""
    behind = [t for t in cue.sent.tokens[cue.i + 1 : cue.i + 3] if t.text not in {",", ":"}]
    return bool(behind) and (behind[0].text in OPENING or (behind[0].lower == "that" and behind[0].tag == "IN"))


def _cut(outer: Said, inner: Said) -> None:
    cue = inner.cue
    assert cue is not None  # noqa: S101  the caller has looked
    tokens = cue.sent.tokens
    last = cue.i - 1
    while last > 0 and (tokens[last].pos in {"CCONJ", "PUNCT", "ADV"} and tokens[last].text not in '”"'):
        last -= 1
    end = tokens[last].end
    spans = [(a, min(b, end)) if a <= cue.start < b else (a, b) for a, b in outer.spans if a < end]
    if spans:
        outer.spans = spans
        witnessed = outer.stance in {"thought", "perception"} and inner.source is not None and inner.source.pos == "PROPN"
        inner.source = inner.source if witnessed else outer.source  # 'I recall Roe speaking in May, declaring war': Roe


def outermost(found: list[Said], quotes: Quotations, cast: Cast) -> list[Said]:
    """The statements that nobody else makes, and those that are told of a named party."""
    by_sentence: dict[int, list[Said]] = {}
    for said in found:
        if said.cue is None or quotes.at(said.cue.start) is None:
            by_sentence.setdefault(said.sentence.index, []).append(said)
    return [s for s in found if _stands(s, by_sentence.get(s.sentence.index, []), quotes, cast)]


def _stands(said: Said, beside: list[Said], quotes: Quotations, cast: Cast) -> bool:
    if said.cue is None:
        return True
    at = said.cue.start
    if quotes.at(at) is not None:
        return False
    nested = any(o is not said and o.form != "cause" and o.rule != "statement/transcript" and _holds(o, at) and not _is_higher(said, o) and not _relays(o, said, cast) for o in beside)
    if not nested:
        return True
    named = said.source is not None and cast.at(said.source) is not None and said.source.pos == "PROPN"
    told = said.form in FORMS or (said.stance in CHARGES and (said.form in {"of", "gerund"} or said.form.startswith("pp:")))
    return named and told and (said.stance in TOLD or bool(said.commitment))


def _relays(outer: Said, inner: Said, cast: Cast) -> bool:
    """'According to the agency IRNA, the spokesman emphasised that …': the agency only hands it on."""
    medium = cast.actors.get(cast.at(outer.source) or "") if outer.source is not None else None
    if inner.cue is None or (inner.cue is not outer.head and inner.cue.head is not outer.head):
        return False
    return outer.form == "according to" and medium is not None and medium.kind == "media" and inner.stance in TOLD | {"thought"} and inner.source is not None


def _holds(said: Said, offset: int) -> bool:
    return any(start <= offset < end for start, end in said.spans)


def _is_higher(said: Said, other: Said) -> bool:
    """Of two statements that hold each other's cue, the one whose cue stands higher in the tree."""
    if said.cue is None or other.cue is None or not _holds(said, other.cue.start):
        return False
    return sum(1 for _ in said.cue.ancestors()) < sum(1 for _ in other.cue.ancestors())
