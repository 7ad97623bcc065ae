"""How far a content reaches: without what the report adds to it, and with what belongs to it.

'condemned the raid, which killed four' tells of the raid in the report's own words; 'repeated his claim in May that it
was lost' says what the claim is.
"""

from __future__ import annotations

from detente.coding.statements.cues import CueHit, cue_index
from detente.coding.statements.model import Content
from detente.coding.statements.spans import offsets
from detente.language import Token
from detente.resources import Lexicon

THINGS = frozenset({"obj", "thing", "as", "of", "cause", "gerund"})
BELONGING = frozenset({"on", "against", "about", "over", "of", "regarding", "concerning", "towards", "toward"})
RELATIVES = frozenset({"which", "who", "whose", "where", "whom"})
LABELS = frozenset(
    "charge claim acknowledgment acknowledgement allegation accusation assertion admission suggestion remark comment idea notion promise threat warning reversal move step proposal position stance line demand condition account version reading figure".split()
)
ASIDE = frozenset({"with", "when", "after", "while", "as", "although", "though"})
TIMES = frozenset("later earlier today yesterday tonight then afterwards recently separately".split())
SAYING = frozenset("say claim argue believe think insist allege contend maintain".split())
MIN = 2  # tokens that must be left


def fitted(hit: CueHit, content: Content, words: Lexicon) -> Content:
    """A content as far as the source says it."""
    cue = hit.token
    start, end = content.spans[-1]
    tokens = cue.sent.tokens
    inside = [t for t in tokens if start <= t.start < end]
    if not inside or inside[-1].i < cue.i:
        return content
    if content.form in THINGS or content.form.startswith("pp:"):
        inside = _without_relative(inside)
        inside = _with_clause(inside, words) or _with_adjuncts(hit, inside)
    elif content.form == "clause":
        inside = _without_day(hit, _without_source(_without_label(inside)))
    elif content.form == "raised":
        inside = _without_aside(inside)
    span = offsets(tokens, inside[0].i, inside[-1].i)
    return Content((*content.spans[:-1], span), content.head, content.form) if span is not None else content


def _without_relative(inside: list[Token]) -> list[Token]:
    """'the raid, which killed four' -> 'the raid'; what a comma closes again is left."""
    teller = next((n for n, t in enumerate(inside[1:-1], start=1) if t.lower == "who" and t.head.lemma in SAYING and inside[n - 1].tag in {"NNS", "NN"}), None)
    if teller is not None:
        return inside[:teller]  # 'critics who say …' -> 'critics'; what they say is theirs
    for at, token in enumerate(inside[MIN:-1], start=MIN):
        if token.lower in RELATIVES and inside[at - 1].text == "," and not any(t.text == "," for t in inside[at + 1 :]):
            return inside[: at - 1]
    return inside


def _without_label(inside: list[Token]) -> list[Token]:
    """'taxes would rise, a charge that the party denied' -> 'taxes would rise'."""
    if len(inside) > MIN + 3 and inside[-1].lemma in LABELS and inside[-2].lower in {"a", "an"} and inside[-3].text == ",":
        return inside[:-3]
    for at, token in enumerate(inside[MIN:-MIN], start=MIN):
        if token.text == "," and inside[at + 1].lower in {"a", "an"} and any(t.lemma in LABELS and t.dep in {"appos", "npadvmod", "dep", "attr", "conj", "dobj"} for t in inside[at + 2 : at + 5]):
            label = next(t for t in inside[at + 2 : at + 5] if t.lemma in LABELS)
            if label.child("relcl") or any(t.lower in {"that", *RELATIVES} for t in inside[at + 3 : at + 7]):
                return inside[:at]
    return inside


def _without_source(inside: list[Token]) -> list[Token]:
    """'it was not so, according to her account' -> 'it was not so', where the phrase is the last."""
    at = next((n for n, t in enumerate(inside[MIN:-1], start=MIN) if t.lower == "according" and inside[n - 1].text == ","), None)
    last = at is not None and not any(t.text == "," for t in inside[at:])
    return inside[: at - 1] if at is not None and last else inside


def _without_day(hit: CueHit, inside: list[Token]) -> list[Token]:
    """'said later he had left': when somebody spoke is no part of it."""
    first = inside[0]
    if first.lower in {"only", "simply", "merely", "just"} and inside[1].lower == "that" and len(inside) > MIN + 1:
        return inside[2:]  # 'said only that he had left'
    if first.i == hit.token.i + 1 and first.lower in {"on", "in", "at"} and inside[1].ent in {"DATE", "TIME"}:
        at = next((n for n, t in enumerate(inside[1:], start=1) if t.ent not in {"DATE", "TIME"}), 0)
        subject = inside[at].dep in {"nsubj", "det", "expl", "poss", "nsubjpass", "compound", "amod", "mark"} and len(inside) - at > MIN
        return inside[at + (inside[at].dep == "mark") :] if at and subject else inside
    close = first.i == hit.token.i + 1 and first.lower in TIMES and len(inside) > MIN and inside[1].dep in {"nsubj", "det", "expl", "poss", "nsubjpass"}
    return inside[1:] if close else inside


def _without_aside(inside: list[Token]) -> list[Token]:
    """'to be locked in a close race, with polls showing …' -> 'to be locked in a close race'."""
    at = next((n for n, t in enumerate(inside[MIN:-1], start=MIN) if t.text == "," and inside[n + 1].lower in ASIDE), len(inside))
    return inside[:at]


def _with_clause(inside: list[Token], words: Lexicon) -> list[Token] | None:
    """'his claim' -> 'his claim in May that it was lost', where a noun of saying has its clause behind it."""
    last = inside[-1]
    tokens = last.sent.tokens
    behind = tokens[last.i + 1 : last.i + 5]
    mark = next((t for t in behind if t.lower == "that" and t.tag in {"IN", "WDT"}), None)
    noun = any((t.lemma, "noun") in cue_index(words) for t in inside if t.pos == "NOUN")
    if mark is None or not noun or any(t.pos in {"VERB", "AUX", "PUNCT"} for t in tokens[last.i + 1 : mark.i]):
        return None
    known = mark.dep == "mark" and mark.head.i > mark.i
    end = mark.head.right + 1 if known else next((t.i for t in tokens[mark.i :] if t.text in {";", ":"}), len(tokens))
    return tokens[inside[0].i : end]


def _with_adjuncts(hit: CueHit, inside: list[Token]) -> list[Token]:
    """'a levy' -> 'a levy last year on the dirtiest plants': phrases right behind it that the parser hangs on the verb."""
    cue, last = hit.token, inside[-1]
    tokens = cue.sent.tokens
    start = last.i + 1
    for child in cue.children:
        if child.i > last.i and child.dep in {"npadvmod", "advmod"} and child.left == start and child.ent in {"DATE", "TIME"}:
            start = child.right + 1
    for child in cue.children:
        target = child.child("pobj", "pcomp") if child.dep == "prep" else None
        if target is not None and child.left == start and child.lower in BELONGING and target.ent not in {"DATE", "TIME"}:
            return tokens[inside[0].i : child.right + 1]
    return inside
