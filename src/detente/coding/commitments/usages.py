"""Verbs whose sense hangs on what stands with them: 'hold fire', 'bring home', 'search ships', 'reply with force'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from detente.coding.commitments.context import Reading
from detente.language import Token

Valence = Literal["hostile", "friendly", "neutral"]
RUIN = frozenset("fire ash ashes rubble graveyard inferno dust hell cemetery wasteland".split())
DISPUTES = frozenset("matter case dispute issue question affair complaint quarrel claim incident conflict neighbour neighbor".split())
FORUMS = frozenset("council court tribunal hague nations organization organisation commission league assembly arbitration panel".split())
GIVING = frozenset("send supply deliver give provide donate lend ship transfer sell hand export".split())
TRAFFIC = frozenset("ship vessel cargo truck lorry car plane aircraft tanker boat train convoy passenger traveller traveler freight".split())
CONTROLS = frozenset("search inspect board check".split())
REVENGE = frozenset({"price", "toll", "revenge", "vengeance", "retribution", "payment"})
PAUSES = frozenset({("hold", "fire"), ("cease", "fire"), ("hold", "talk"), ("hold", "negotiation"), ("hold", "dialogue")})
HOMEWARD = frozenset({"send", "bring", "let", "go", "set", "come", "take", "fly"})
REPLYING = frozenset({"reply", "answer", "respond"})
APPROACHES = frozenset({"initiative", "request", "appeal", "invitation", "call", "offer", "overture", "proposal"})
TRYING = frozenset({"try", "prosecute", "hang", "court-martial"})


def usage(head: Token, reading: Reading) -> Valence | None:
    """Whether an act is welcome by what stands with its verb; None where the verb decides."""
    return next((shade for rule, shade in USAGES if rule(head, reading)), None)


def _objects(head: Token) -> set[str]:
    return {t.lemma for t in head.all("dobj", "nsubjpass")}


def _takes_revenge(head: Token, _reading: Reading) -> bool:
    """'Exact a heavy price'."""
    return head.lemma in {"exact", "extract", "wreak"} and bool(_objects(head) & REVENGE)


def _pauses(head: Token, _reading: Reading) -> bool:
    """'Hold fire', 'hold talks'."""
    target = head.child("dobj")
    return target is not None and (head.lemma, target.lemma) in PAUSES


def _brings_home(head: Token, _reading: Reading) -> bool:
    """'Send the crew home', 'set them free'."""
    return head.lemma in HOMEWARD and any(c.lower in {"home", "free"} for c in head.all("advmod", "oprd", "acomp", "ccomp", "prt"))


def _strikes_back(head: Token, reading: Reading) -> bool:
    """'Reply with measures of a military character'."""
    means = {t.lemma for p in head.all("prep") if p.lower in {"with", "by"} for t in p.all("pobj")}
    return head.lemma in REPLYING and bool(means & (reading.wording.grave | {"measure", "force", "fire", "means"}))


def _takes_up(head: Token, _reading: Reading) -> bool:
    """'Respond to any initiative'."""
    return head.lemma in REPLYING and any(t.lemma in APPROACHES for p in [head, *head.all("prep")] for t in p.all("pobj", "dobj"))


def _serves(head: Token, _reading: Reading) -> bool:
    """'Act as a go-between'."""
    return head.lemma == "act" and any(c.lower == "as" for c in head.all("prep"))


def _puts_on_trial(head: Token, _reading: Reading) -> bool:
    """'The pilots will be tried', 'every truck would be searched', 'will prevent ships from passing'."""
    stopped = head.lemma in CONTROLS | {"prevent"} and bool(_objects(head) & TRAFFIC)
    return stopped or (head.lemma in TRYING and head.child("nsubjpass") is not None)


def _is_recourse(head: Token, _reading: Reading) -> bool:
    """'Lodge a complaint', 'complain to the Council', 'go to the International Criminal Court'."""
    if head.lemma in {"lodge", "file", "submit"} and any(t.lemma in {"complaint", "protest", "suit", "lawsuit"} for t in head.all("dobj", "nsubjpass")):
        return True
    laid = head.lemma in {"take", "bring", "refer", "submit"} and any(t.lemma in DISPUTES or t.pos in {"PRON", "PROPN"} for t in head.all("dobj", "nsubjpass"))
    if head.lemma not in {"complain", "go", "turn", "appeal"} and not laid:
        return False
    near = [head, *head.all("dobj")] if laid else [head]
    forum = [g for t in near for p in t.all("prep", "dative") if p.lower in {"to", "before"} for g in p.all("pobj")]
    if laid and any(t.lower in FORUMS for t in forum):
        return True
    return any(t.lower in {"council", "tribunal"} or (t.lower == "court" and any(c.lemma == "criminal" for c in t.children)) for t in forum)


def _is_met_with(head: Token, _reading: Reading) -> bool:
    """'Will be met with force'."""
    return head.lemma in {"meet", "answer", "greet"} and head.child("nsubjpass") is not None and any(
        c.dep in {"prep", "agent"} and c.lower in {"with", "by"} for c in head.children
    )


def _is_given(head: Token, reading: Reading) -> bool:
    """'Send tanks to Ukraine', 'train its pilots': help to a party, whatever is given."""
    if head.lemma not in GIVING or head.child("dobj", "nsubjpass", "dative") is None:
        return False
    given_to = [g for p in head.all("prep", "dative") if p.lower == "to" for g in p.all("pobj")] + [d for d in head.all("dative") if d.pos != "ADP"]
    return any(t.pos in {"PROPN", "PRON"} and reading.parties(t) for t in given_to)


def _is_put_under(head: Token, _reading: Reading) -> bool:
    """'Place its weapons under international control'."""
    return head.lemma in {"place", "put", "bring", "submit"} and any(
        g.lemma in {"control", "supervision", "safeguard", "monitoring", "inspection", "verification", "seal"} for p in head.all("prep") for g in p.all("pobj")
    )


def _ruins(head: Token, _reading: Reading) -> bool:
    """'Turn Seoul into a sea of fire', 'go to war'."""
    if head.lemma == "stand" and any(g.lemma == "way" for p in head.all("prep") for g in p.all("pobj")):
        return True
    if head.lemma in {"turn", "reduce", "bomb", "transform"} and any(t.lemma in RUIN for t in head.subtree()):
        return True
    return head.lemma in {"enter", "join", "wage", "declare", "start", "go"} and any(
        t.lemma == "war" for c in head.children for t in (c, *c.children) if c.dep in {"dobj", "prep"}
    )


USAGES: tuple[tuple[Callable[[Token, Reading], bool], Valence], ...] = (
    (_is_met_with, "hostile"), (_ruins, "hostile"), (_takes_revenge, "hostile"), (_pauses, "friendly"), (_brings_home, "friendly"), (_strikes_back, "hostile"), (_takes_up, "friendly"),
    (_serves, "friendly"), (_puts_on_trial, "hostile"), (_is_recourse, "hostile"), (_is_put_under, "friendly"), (_is_given, "friendly"),
)  # fmt: skip
