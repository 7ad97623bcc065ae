"""The kind that a commissive has once its condition is known: an offer, a pledge or a threat.

'We will sign if they withdraw' is held out, 'we will sign if they attack' is held over them: where the act itself
tells nothing, what sets it off does (Schelling 1960, ch. 5, on promises and threats as conditional acts).
"""

from __future__ import annotations

from detente.coding.commitments.context import Reading
from detente.coding.commitments.model import Clause, Draft
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.valence import shade_of_condition, valence
from detente.language import Token
from detente.records import Kind

WEAK = frozenset({"if need be", "if necessary", "if needed", "if possible", "if required", "when necessary", "as long as it takes"})
EXCHANGE = frozenset({"in return for", "in exchange for", "as the price for", "on condition that", "on the condition that", "provided that", "provided", "as a condition of"})
SENDING = frozenset("send deploy dispatch enter move station".split())
VOWING = frozenset({"warn", "caution", "vow", "swear", "threaten", "threat"})
WILLING = frozenset({"willing", "open", "glad", "happy", "offer"})
AGREEING = frozenset({"agree", "undertake", "promise", "pledge", "commit", "guarantee"})
HELP = frozenset({"help", "assist", "assistance", "aid", "rescue"})
REQUESTING = frozenset({"ask", "request", "invite"})
COMMISSIVE = frozenset({"pledge", "offer", "threat"})
TIMING = frozenset({"as soon as", "when", "as long as", "so long as", "while", "as and when"})  # 'as soon as the storm is over': says when, asks no price


def settled(draft: Draft, reading: Reading) -> Kind:
    """The kind of a draft in the light of its condition."""
    condition = draft.condition
    if draft.kind not in COMMISSIVE or condition is None or draft.trigger.lemma in VOWING or condition.connective in WEAK or _is_open_ended(condition):
        return draft.kind
    if condition.connective in EXCHANGE:
        return "offer"
    if draft.trigger.lemma in WILLING and draft.trigger is not draft.head:
        return draft.kind
    if (draft.trigger.lemma in AGREEING or draft.rule.startswith("commitment/accord")) and not is_only(condition):
        return draft.kind  # what is agreed for a case binds without any further price
    if condition.polarity in {"if", "when"} and condition.head.lemma in REQUESTING and not is_negated(condition.head):
        return "offer"  # 'if it is asked'
    if draft.kind == "threat":
        return "offer" if _is_held_out(draft, condition, reading) else "threat"
    return _by_condition(draft, condition, reading)


def _is_held_out(draft: Draft, condition: Clause, reading: Reading) -> bool:
    """What is done on that condition alone, and a halt to something on a welcome condition, is an offer."""
    if is_only(condition) and draft.trigger.lemma in SENDING:
        return True
    ends = draft.head.lemma in reading.wording.ending and not draft.hedged
    return ends and condition.polarity in {"if", "when"} and shade_of_condition(condition.head, reading) == "friendly"


def _by_condition(draft: Draft, condition: Clause, reading: Reading) -> Kind:
    """A welcome act on a condition is an offer; one that is neither is what its condition makes of it."""
    neutral = valence(draft.head, reading) == "neutral" or _is_of_oneself(draft.head) or draft.head.lemma in {"fight", "resist"}
    awaited = shade_of_condition(condition.head, reading)
    if neutral and _is_last_resort(condition):
        return "threat"
    if condition.polarity == "unless":
        return "threat" if neutral and (awaited == "friendly" or draft.head.lemma in {"keep", "stay", "remain"}) else draft.kind
    if any(c.lower == "shall" for c in draft.head.children) and awaited != "hostile":
        return draft.kind  # what a text lays down for a case is no bargain
    if condition.polarity in {"if", "when"} and is_negated(condition.head) and valence(condition.head, reading) != "hostile":
        return "threat"  # 'if they are not gone by then'
    if condition.polarity in {"if", "when"} and awaited == "hostile" and draft.kind == "pledge" and _is_help(draft.head):
        return "pledge"  # help promised to whoever is attacked
    if condition.connective in TIMING and not is_only(condition) and awaited != "hostile":
        return draft.kind
    if condition.polarity in {"if", "when"}:
        return "threat" if neutral and awaited == "hostile" and not is_only(condition) else "offer"
    return draft.kind


def _is_help(head: Token) -> bool:
    """'Come to its aid', 'military help': what is done for another."""
    return head.lemma in HELP or any(t.lemma in HELP for c in head.children if c.dep in {"dobj", "prep", "nsubjpass"} for t in (c, *c.children))


def _is_of_oneself(head: Token) -> bool:
    """'Defend itself', 'protect our ships': help to nobody else."""
    target = head.child("dobj")
    return target is not None and head.lemma in {"defend", "protect", "guard", "secure"} and (
        target.lower.endswith(("self", "selves")) or any(c.dep == "poss" and c.lower in {"its", "our", "their", "his", "her"} for c in target.children)
    )


def _is_open_ended(condition: Clause) -> bool:
    """'For as long as it takes': no condition that another could meet."""
    return condition.connective.endswith("as long as") and (
        condition.head.lemma == "last" or (condition.head.lemma in {"take", "need"} and any(c.lower == "it" for c in condition.head.children))
    )


def _is_last_resort(condition: Clause) -> bool:
    """'If it had to', 'if we must': what is done unwillingly is no offer."""
    words = [t.lower for t in condition.sentence.tokens[condition.first : condition.last + 1]]
    return condition.polarity == "if" and (words[-1] == "must" or (words[-1] == "to" and words[-2] in {"have", "had", "has"}))


def is_only(condition: Clause) -> bool:
    """'only after a settlement': what is done on that condition alone is held out rather than threatened."""
    return condition.connective.startswith("only") or condition.sentence.tokens[condition.first].lower == "only"
