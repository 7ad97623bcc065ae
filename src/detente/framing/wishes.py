"""Preferences from who demands, threatens, offers and refuses what.

A demand is a wish that it be done; a refusal that it not be. A threat or offer on a condition is an IF statement
of its holder, who would rather that what it threatens for did not happen (or that what its offer asks for did);
and the one it is aimed at would rather it were not (or were) carried out. Wishes are ordered by firmness
(:mod:`detente.framing.firmness`): kind, hedging, how many sources tell them, how lately.

Source: what a conditional threat or promise tells of its maker's wishes, Schelling (1960), The Strategy of Conflict.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from detente.framing.choices import Part, acts_of, choice_of, conditions_of
from detente.framing.claims import Claim, Deed
from detente.framing.draft import Choice, Question, Wish
from detente.framing.firmness import Shown, certainty, firmness
from detente.ledger.wording import stems, tells_failure

Found = tuple[list[Wish], list[Question]]
_WELCOME = frozenset({"offer", "pledge"})
_WHILE_NOT = frozenset({"unless", "until"})  # what is done until a thing is done is done as long as it is not
_ENDED = frozenset({"withdrawn", "lapsed"})


def wishes_of(claims: Sequence[Claim], choices: Sequence[Choice], makers: Mapping[str, str]) -> Found:
    """The preference statements of all decision makers, the firmest first, and what could not be decided.

    Claims that were withdrawn or have lapsed say nothing of what is wanted now.

    Args:
        claims: what is said.
        choices: the options.
        makers: the names of the decision makers by root.
    """
    framing = _Framing(choices, makers, max((claim.day for claim in claims), default=""))
    wishes: list[Wish] = []
    questions: list[Question] = []
    for claim in claims:
        if claim.state in _ENDED:
            continue
        for part in acts_of(claim, frozenset(makers)):
            act = choice_of(choices, part)
            if act is not None:
                made, asked = framing.of_claim(claim, part, act)
                wishes += made
                questions += asked
    told = _merged(wishes)
    torn = {(w.maker, w.statement) for w in told if any((w.maker, _denied(w.statement)) == (o.maker, o.statement) and w.condition and o.condition for o in told)}
    questions += [framing.torn(w) for w in told if (w.maker, w.statement) in torn and not w.statement.startswith("NOT ")]
    return list(_without_opposites(w for w in told if (w.maker, w.statement) not in torn)), questions


class _Framing:
    """The options and decision makers, and the last day that is told of."""

    def __init__(self, choices: Sequence[Choice], makers: Mapping[str, str], today: str) -> None:
        self.choices, self.names, self.today = choices, makers, today
        self.makers = frozenset(makers)

    def of_claim(self, claim: Claim, part: Part, act: Choice) -> Found:
        """What a claim tells of wishes, and what it leaves open."""
        wanted = _signed(act.key, negated=part.negative)
        if claim.kind in {"demand", "proposal"}:
            return self._held(claim, wanted, "wants it"), []
        if claim.kind in {"refusal", "red_line"} or (claim.kind == "warning" and part.owner != claim.holder):
            # A refusal's own words may say 'no' or 'not': it is a refusal all the same.
            return self._held(claim, _signed(act.key, negated=not part.under_way), "does not want it"), []
        made = self._conditional(claim, claim.condition, act, wanted) if claim.condition else self._unconditional(claim, act, wanted)
        found, questions = made
        felt = wanted if claim.kind in _WELCOME else _denied(wanted)
        because = "would be glad of it" if claim.kind in _WELCOME else "is threatened with it"
        found += [self._wish(claim, other, felt, because, "aimed") for other in claim.addressees if other in self.makers]
        return found, questions

    def _unconditional(self, claim: Claim, act: Choice, wanted: str) -> Found:
        """A threat, offer or pledge on no condition that is told."""
        if claim.kind == "pledge":
            return self._held(claim, wanted, "has pledged it"), []
        if any(row.holder == claim.holder and row.condition for row in act.claims):
            return [], []
        asks = f"On what does “{short(act.deed.text)}” ({self._name(claim.holder)}) depend? Write it as an IF statement."
        return [], [Question(asks=asks, claims=(claim,))]

    def _conditional(self, claim: Claim, condition: Deed, act: Choice, wanted: str) -> Found:
        """A threat, offer or pledge on a condition: its holder's IF statement, and what it wishes of the condition."""
        when = condition_of(claim, act, self.choices, self.makers)
        if when is None:
            asks = f"What option is meant by “{short(condition.text)}”? On it depends: “{short(act.deed.text)}” ({self._name(claim.holder)})."
            return [], [Question(asks=asks, claims=(claim,))]
        found = self._held(claim, f"{wanted} IF {when}", "has tied it to this condition", "tied")
        if claim.kind not in _WELCOME:
            found += self._held(claim, _denied(when), "threatens in case it is not so", "condition")
        elif claim.polarity not in {"until", "when"}:
            found += self._held(claim, when, "makes its offer depend on it", "condition")
        return found, [self._idle(claim, act, wanted)]

    def _idle(self, claim: Claim, act: Choice, wanted: str) -> Question:
        """An IF statement says nothing of where its condition does not hold: most would rather not act for nothing."""
        verb = "leave undone" if claim.kind == "threat" else "keep back"
        asks = (
            f"Would {self._name(claim.holder)} rather {verb} “{short(act.deed.text)}” where its condition does not hold? "
            f"If so, add “{_denied(wanted)}” at the end of its statements."
        )
        return Question(asks=asks, claims=(claim,), about=act.key)

    def torn(self, wish: Wish) -> Question:
        """Its threats and offers depend on an act now one way, now the other."""
        return Question(asks=f"Does {self._name(wish.maker)} want “{wish.statement}” or not? What it makes its threats and offers depend on points both ways.", claims=wish.claims)

    def _name(self, root: str) -> str:
        return self.names.get(root, root)

    def _held(self, claim: Claim, statement: str, because: str, shown: Shown = "said") -> list[Wish]:
        return [self._wish(claim, claim.holder, statement, because, shown)] if claim.holder in self.makers else []

    def _wish(self, claim: Claim, maker: str, statement: str, because: str, shown: Shown) -> Wish:
        return Wish(
            maker=maker, statement=statement, firmness=firmness(claim, shown, self.today), certainty=certainty(claim, shown, self.today),
            claims=(claim,), because=because, day=claim.day, condition=shown == "condition",
        )  # fmt: skip


def short(text: str) -> str:
    """The first words of an act, as a question quotes it."""
    words = textwrap.shorten(text, 72, placeholder=" …", break_on_hyphens=False)
    return words if len(words) > 2 else text[:72]


def condition_of(claim: Claim, act: Choice, choices: Sequence[Choice], makers: frozenset[str]) -> str | None:
    """The condition as a formula over options; None where no option is meant by it.

    'If the talks on guarantees fail' and 'unless it is met' point at what the holder demands: at the demands
    that share a word with the condition, else at all of them.
    """
    if claim.condition is None:
        return None
    for part in conditions_of(claim, makers):
        meant = choice_of(choices, part)
        if meant is not None and meant is not act:
            return _signed(meant.key, negated=part.negative != (claim.polarity in _WHILE_NOT))
    if claim.polarity == "unless" or tells_failure(claim.condition.text):
        return _unmet(claim, claim.condition.text, choices)
    return None


def _unmet(claim: Claim, text: str, choices: Sequence[Choice]) -> str | None:
    """That what the holder demands of others is not done."""
    demanded = [c for c in choices if any(row.kind == "demand" and row.holder == claim.holder for row in c.claims)]
    named = [c for c in demanded if any(stems(text) & stems(deed.text) for deed in (c.deed, *c.others))]
    keys = [choice.key for choice in named or demanded]
    return f"NOT {keys[0]}" if len(keys) == 1 else f"NOT ({' AND '.join(keys)})" if keys else None


def _signed(key: str, *, negated: bool) -> str:
    return f"NOT {key}" if negated else key


def _denied(statement: str) -> str:
    """The opposite of a statement."""
    if statement.startswith("NOT ("):
        return statement.removeprefix("NOT (").removesuffix(")")
    if statement.startswith("NOT "):
        return statement.removeprefix("NOT ")
    return f"NOT ({statement})" if " " in statement else f"NOT {statement}"


def _merged(wishes: Sequence[Wish]) -> list[Wish]:
    """Each statement of a decision maker once, as firm as its firmest claim and as certain as its surest; the firmest first."""
    found: dict[tuple[str, str], Wish] = {}
    for wish in sorted(wishes, key=_order):
        key = (wish.maker, wish.statement)
        first = found.setdefault(key, wish)
        claims = tuple(dict.fromkeys((*first.claims, *wish.claims)))
        found[key] = replace(first, claims=claims, certainty=max(first.certainty, wish.certainty))
    return list(found.values())


def _order(wish: Wish) -> tuple[float, int, str, str]:
    return -wish.firmness, -int(wish.day.replace("-", "") or 0) if wish.day[:4].isdigit() else 0, wish.maker, wish.statement


def _without_opposites(wishes: Iterable[Wish]) -> Iterator[Wish]:
    """A wish that a firmer one of the same decision maker denies says nothing more, and is left out."""
    seen: set[tuple[str, str]] = set()
    for wish in wishes:
        if (wish.maker, _denied(wish.statement)) not in seen:
            seen.add((wish.maker, wish.statement))
            yield wish
