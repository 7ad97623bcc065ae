"""Imperatives: 'Stop the shelling!', 'Do not cross the line', 'Fire once more and we will answer'.

Quirk and others (1985), §11.24-11.30.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.commitments.clauses import clause_span
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft, speaker
from detente.coding.commitments.model import Clause, Draft
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.valence import valence
from detente.coding.commitments.wording import FUTURE
from detente.language import Token

ASKED = frozenset("stop leave end cease withdraw refrain release halt let put come sit show sign lay drop go get join give return respect abandon stay pull keep hand free back stand pay open".split())
ADDRESSING = frozenset(
    """
    see look remember believe say make imagine ask think note consider trust thank wait suppose let forget know mark call tell
    read listen watch welcome have be enjoy meet take
    """.split()
)  # verbs that speak to a reader rather than ask an act
HOLDING_BACK = frozenset("let allow permit help forget give make leave touch cross come try think dare play interfere meddle fall wait listen".split())


def imperatives(token: Token, reading: Reading) -> Iterator[Draft]:
    """The demand that a bare verb or a negative imperative makes."""
    if token.tag in {"VB", "VBP"} and token.child("nsubj", "nsubjpass", "mark") is None:
        yield from _imperative(token, reading) if token.child("aux") is None else _do_not(token, reading)


def _imperative(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Stop the shelling!': a bare verb at the head of a quotation."""
    fronted = _is_fronted(verb)
    said = reading.by_cue.get(verb.head) if fronted else reading.said_at(verb)
    if said is None or said.row is None or (said.row.quotation == "indirect" and not fronted) or verb.sent.tokens[-1].text == "?" or any(t.text == "?" for t in verb.sent.tokens[verb.i :][-3:]) or verb.lower != verb.lemma.lower() or verb.lemma == "let":
        return
    if not fronted and (verb.dep not in {"ROOT", "ccomp", "conj"} or (verb.left != verb.i and verb.sent.tokens[verb.left].pos not in {"PUNCT", "ADV", "INTJ"})):
        return
    if verb.dep == "conj" and verb.head.child("nsubj", "nsubjpass", "aux") is not None:
        return  # 'all must cooperate, assist the displaced and …'
    tokens = verb.sent.tokens
    before = tokens[verb.left - 1] if verb.left else None
    if (before is not None and before.pos != "PUNCT") or (verb.lemma in {"allow", "permit"} and tokens[verb.i + 1].lower == "me"):
        return
    after = next((c for c in verb.children if c.dep == "conj" and any(g.lower in FUTURE for g in c.children)), None)
    holder = reading.body(said.speaker)
    if after is not None:
        condition = Clause(verb.sent, verb.i, max(verb.i, after.left - 2), "and", "if", verb, after)
        held_out = valence(after, reading) == "friendly" or after.lemma in {"talk", "listen", "negotiate"}
        yield from draft("offer" if held_out else "threat", trimmed(tokens, after.left, after.right), after, verb, holder, reading, because="an imperative with 'and'", condition=condition)
        return
    asked = verb.lemma in ASKED | reading.wording.harming | reading.wording.helping
    if asked or (verb.lemma not in ADDRESSING and verb.child("dobj") is not None and verb.tag == "VB"):
        yield from draft("demand", clause_span(verb, said), verb, verb, holder, reading, because="an imperative", addressees=said.addressees)


def _is_fronted(verb: Token) -> bool:
    """'Stay out of our waters, the coastguard told the trawlers': a bare verb that opens the sentence, before who says it."""
    before = verb.sent.tokens[: verb.i]
    return verb.dep in {"advcl", "ccomp"} and verb.head.i > verb.right and all(t.pos in {"PUNCT", "INTJ", "ADV"} for t in before) and verb.tag == "VB"


def _do_not(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Do not cross the line': a negative imperative."""
    if not (verb.lemma in HOLDING_BACK or valence(verb, reading) == "hostile") or verb.lemma == "let" or verb.child("nsubj", "nsubjpass", "mark") is not None:
        return
    helper = next((c for c in verb.children if c.dep == "aux" and c.lower == "do"), None)
    if helper is None or not any(c.dep == "neg" for c in verb.children) or verb.sent.tokens[-1].text == "?":
        return
    before = verb.sent.tokens[helper.i - 1] if helper.i else None
    if before is not None and before.pos not in {"PUNCT", "CCONJ", "INTJ"}:
        return
    yield from draft("demand", trimmed(verb.sent.tokens, helper.i, verb.right), verb, verb, speaker(verb, reading), reading, because="'do not': what is asked not to be done")
