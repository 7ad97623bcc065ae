"""What a clause of speech commits its speaker to, by its modal, its subject and its verb.

Obligation on others is a demand, the speaker's own future a pledge, offer or threat, a bare prediction
of harm a warning (Searle 1976 on directives and commissives; Palmer 2001 on deontic modality).
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.language import Token
from detente.records import Kind

OBLIGATION = frozenset({"must", "should", "ought", "shall"})
FUTURE = frozenset({"will", "would", "'ll", "wo", "shall", "'d"})
POSSIBLE = frozenset({"could", "might", "may", "can", "ca"})
SELF = frozenset({"i", "we", "us"})
READY = frozenset({"ready", "prepared", "willing", "open", "happy", "determined"})
HARM = frozenset(
    "consequence retaliation response reprisal price catastrophe disaster war conflict escalation deterioration severing rupture "
    "collapse crisis confrontation bloodshed target failure risk danger threat instability chaos destruction cost".split()
)
HARMING = frozenset(
    "retaliate respond strike attack destroy defend crush punish hit bomb invade retake suspend expel cut sever react regret pay "
    "suffer target annihilate blockade close shut deploy station act answer counter avenge".split()
)
HELPING = frozenset(
    "help support assist withdraw release lift ease lend send provide resume join cooperate continue return restore open talk negotiate "
    "discuss meet consider accept honour honor respect guarantee ensure pay fund free extend sign ratify implement comply reduce".split()
)
ALLOWING = frozenset({"allow", "permit", "let", "tolerate", "accept", "recognize", "recognise"})


@dataclass(frozen=True, slots=True)
class Force:
    """What a clause amounts to, how surely, and the words that say so."""

    kind: Kind
    hedged: bool
    because: str


def force_of(verb: Token, *, own: bool, hostile: bool, friendly: bool) -> Force | None:
    """The commitment that a clause makes, or None.

    Args:
        verb: the clause's predicate.
        own: whether its subject is the speaker, or the state or body that the speaker speaks for.
        hostile: whether an event of conflict is coded in the clause.
        friendly: whether an event of cooperation is.
    """
    helpers = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    negated = any(c.dep == "neg" or c.lower == "never" for c in verb.children) or _negative_subject(verb)
    if helpers & OBLIGATION or _has_to(verb, helpers):
        return _obligation(verb, helpers, negated=negated, own=own)
    if helpers & FUTURE:
        return _future(verb, negated=negated, own=own, hostile=hostile, friendly=friendly)
    if helpers & POSSIBLE:
        return _possible(verb, negated=negated, hostile=hostile, friendly=friendly)
    if own and verb.lemma == "be":
        return _ready(verb, hostile=hostile)
    return None


def _negative_subject(verb: Token) -> bool:
    subject = verb.child("nsubj", "nsubjpass")
    determiner = subject.child("det") if subject is not None else None
    return determiner is not None and determiner.lower in {"no", "neither"}


def _has_to(verb: Token, helpers: set[str]) -> bool:
    return verb.lemma in {"have", "need"} and any(
        c.dep == "xcomp" and any(g.lower == "to" for g in c.children) for c in verb.children
    )


def _obligation(verb: Token, helpers: set[str], *, negated: bool, own: bool) -> Force | None:
    word = next(iter(sorted(helpers & OBLIGATION)), verb.text)
    if own:
        return None
    if negated and word != "must":
        return Force("refusal", hedged=False, because=f"'{word}' with a negation: what the speaker will not have")
    if word == "shall":
        return None
    return Force("demand", hedged=False, because=f"'{word}' lays an obligation on another")


def _future(verb: Token, *, negated: bool, own: bool, hostile: bool, friendly: bool) -> Force | None:
    hostile = hostile or (verb.lemma in HARMING and not friendly)
    if verb.lemma in ALLOWING and negated:
        return Force("refusal", hedged=False, because=f"'{verb.text}' under a negation: the speaker will not have it")
    if own and negated:
        if verb.lemma in {"sit", "stand", "hesitate", "remain", "tolerate", "watch"}:
            return Force("threat", hedged=False, because=f"'not {verb.text}': the speaker will act")
        return Force("refusal", hedged=False, because=f"the speaker's own future under a negation ('{verb.text}')")
    if own:
        kind: Kind = "threat" if hostile else "pledge"
        return Force(kind, hedged=verb.lemma == "consider", because=f"the speaker's own future ('{verb.text}')")
    if not negated and _is_harm(verb):
        return Force("warning", hedged=False, because=f"harm is foretold ('{verb.text}')")
    if not negated and friendly:
        return Force("pledge", hedged=False, because=f"a welcome act is announced ('{verb.text}')")
    if not negated and hostile:
        return Force("threat", hedged=False, because=f"an unwelcome act is announced ('{verb.text}')")
    return None


def _is_harm(verb: Token) -> bool:
    near = [t for c in verb.children if c.dep in {"attr", "dobj", "nsubj", "nsubjpass", "prep", "acomp"} for t in c.subtree()]
    return any(t.lemma in HARM for t in near)


def _possible(verb: Token, *, negated: bool, hostile: bool, friendly: bool) -> Force | None:
    if negated:
        return None
    if verb.lemma in {"help", "contribute", "pave", "build", "reduce", "ease", "open"}:
        return Force("proposal", hedged=True, because=f"'could {verb.text}': a way forward is suggested")
    if _is_harm(verb) or hostile:
        return Force("warning", hedged=True, because=f"harm is called possible ('{verb.text}')")
    return None


def _ready(verb: Token, *, hostile: bool) -> Force | None:
    state = verb.child("acomp", "attr")
    if state is None or state.lemma not in READY or any(c.dep == "neg" for c in verb.children):
        return None
    kind: Kind = "threat" if hostile else "offer"
    return Force(kind, hedged=False, because=f"'{state.text}': the speaker would act")
