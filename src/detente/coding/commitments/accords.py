"""What an accord lays down sentence after sentence: 'the guns were to fall silent', 'both armies will pull back', 'work begins in May'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.classes import FELT, TOLD
from detente.coding.commitments.clauses import PLANNED, clause_span
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft
from detente.coding.commitments.model import Draft, Offsets
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.signing import is_about_accord, is_made, signatories
from detente.coding.commitments.slots import is_infinitive, is_mandative
from detente.coding.commitments.valence import valence
from detente.language import Token

LAID_DOWN = frozenset({"will", "would", "shall", "'ll"})
GAINED = frozenset({"get", "receive"})  # 'the rebels will get six ministries'
STARTING = frozenset("begin start stop cease end resume reopen open withdraw pull return lift release hand free".split())  # what a present tense lays down
SIDES = frozenset("side party army troop force government country state minister president leader commander delegation neighbour neighbor rival foe power capital general both two each neither all they".split())
WHOLE = frozenset({"both", "two", "each", "neither", "the", "all", "their", "regional", "opposing", "no"})
REBELS = frozenset({"rebel", "guerrilla", "insurgent", "fighter", "militia", "separatist"})
STATES = frozenset({"government", "army", "state", "military", "police"})
BRINGING = frozenset("enable allow help bring make ensure benefit boost improve strengthen affect contribute pave mean mark lead serve face depend apply cover cost".split())  # what an accord is hoped to do
WAITING = frozenset("be have seem appear remain need want hope expect think believe know say tell mean mark cover run affect help make follow come take face".split())


def laid_down(verb: Token, reading: Reading) -> Iterator[Draft]:
    """A pledge in the report's own voice, behind the accord that the paragraph is about, of each party that it binds."""
    inner = _arranged(verb)
    act, subject = inner or verb, verb.child("nsubj", "nsubjpass")
    if subject is None or act.lemma in BRINGING | (FELT | TOLD) - GAINED or not (inner is not None or _is_laid_down(verb, reading)) or not _is_plain(verb, reading):
        return
    if not is_about_accord(verb, reading):
        return
    holders = _bound_by(subject, verb, reading)
    if len(holders) == 1 and act.lemma in PLANNED and any(not p.startswith("---") for p in reading.parties(subject)):
        return  # 'the minister will travel to Paris': on the calendar
    yield from _terms(clause_span(verb, None), act, verb, holders, reading, one=len(holders) == 1)


def agreed_that(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Agreed that firing stops at noon, that the dead be returned and that talks begin': a pledge of each that agreed."""
    if verb.lemma != "agree" or not is_made(verb) or reading.in_condition(verb):
        return
    holders = tuple(dict.fromkeys(b for p in reading.parties(verb.child("nsubj")) if (b := reading.body(p)) and reading.can_commit(b)))
    for one in _agreed_clauses(verb):
        subject = one.child("nsubj", "nsubjpass")
        if subject is None or not (is_mandative(one, past=True) or (one.tag in {"VBZ", "VBP"} and one.lemma in STARTING)) or any(c.lower == "should" for c in one.children):
            continue
        own = tuple(b for p in reading.parties(subject) if (b := reading.body(p)) in holders)
        yield from _terms(clause_span(one, None), one, verb, own or holders, reading, one=False)


def _agreed_clauses(verb: Token) -> Iterator[Token]:
    """The clauses of what is agreed, each behind its 'that'."""
    for clause in verb.all("ccomp", "xcomp", "conj"):
        if clause.i > verb.i and (clause.dep == "ccomp" or _has_that(clause)):
            yield clause
        yield from (c for c in clause.all("conj") if _has_that(c))


def _has_that(clause: Token) -> bool:
    return any(c.lower == "that" and c.dep == "mark" for c in clause.children)


def _terms(span: Offsets, act: Token, verb: Token, holders: tuple[str, ...], reading: Reading, *, one: bool) -> Iterator[Draft]:
    """A draft for each party: a pledge, or, of one alone, what it refuses."""
    kind = "refusal" if one and is_negated(act) and valence(act, reading) != "hostile" else "pledge"
    for holder in holders:
        yield from (replace(d, rule=f"commitment/accord/{act.lemma}") for d in draft(kind, span, act, verb, holder, reading, because="what an accord lays down"))


def _bound_by(subject: Token, verb: Token, reading: Reading) -> tuple[str, ...]:
    """The parties that a term binds: those that its subject names, else all that signed; none where it tells of a stranger."""
    signed = signatories(verb, reading)
    agent = next((g for c in verb.all("agent") for g in c.all("pobj")), None)
    if agent is not None and reading.parties(agent) and not any(reading.same_side(a, s) for a in reading.parties(agent) for s in signed):
        return ()  # 'convoys will be escorted by the UN'
    found = tuple(dict.fromkeys(b for p in reading.parties(subject) if not p.startswith("---") and (b := reading.body(p)) and reading.can_commit(b)))
    own = tuple(s for b in found for s in signed if reading.same_side(s, b)) if signed else found
    if own:
        return tuple(dict.fromkeys(own))
    if len(alone := tuple(s for s in signed if _is_sort(subject, s, reading))) == 1:
        return alone
    collective = subject.lemma in SIDES and (subject.pos in {"PRON", "DET"} or subject.lower in WHOLE or any(c.lower in WHOLE for c in subject.children))
    if not collective and (found or subject.pos == "PRON"):
        return ()
    return signed or (UNNAMED,)


def _is_sort(subject: Token, party: str, reading: Reading) -> bool:
    """'The rebels', 'the army', of a state and a group: the one of the two that has them."""
    if any(c.lower in {"both", "two", "each", "neither", "all"} for c in subject.children) or subject.lemma not in REBELS | STATES:
        return False
    group = reading.cast.actors[party].kind == "armed_group" or reading.cast.actors[party].sector in {"REB", "SEP"}
    return group is (subject.lemma in REBELS)


def _is_laid_down(verb: Token, reading: Reading) -> bool:
    """'Will return', 'shall be freed', or, with its day, 'returns on Monday'."""
    helpers = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    if helpers & LAID_DOWN:
        return True
    if helpers or verb.tag not in {"VBZ", "VBP"} or verb.lemma in WAITING or is_negated(verb):
        return False
    return verb.lemma in STARTING or any(verb.left <= t.first <= verb.right for t in reading.times(verb.sent))


def _arranged(verb: Token) -> Token | None:
    """'are to be freed': the infinitive behind 'to be'."""
    if verb.lemma != "be" or verb.tag not in {"VBZ", "VBP", "VBD"} or verb.child("acomp", "attr") is not None:
        return None
    return next((c for c in verb.children if c.dep in {"xcomp", "ccomp", "advcl"} and (to := is_infinitive(c)) is not None and 0 < to.i - verb.i <= 2), None)


def _is_plain(verb: Token, reading: Reading) -> bool:
    """Whether a clause is one of the report's own, of nobody who is cited, asked or set as a condition."""
    if verb.dep not in {"ROOT", "conj", "ccomp", "parataxis"} or reading.in_condition(verb) or verb.sent.tokens[-1].text == "?":
        return False
    return reading.said_at(verb) is None and not reading.is_voiced(verb) and reading.authored(verb) is None
