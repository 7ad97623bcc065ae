"""Preferences from who demands, threatens, offers and refuses what.

A demand is a wish that it be done; a refusal that it not be; a threat or offer on a condition is an IF
statement of its holder, and the one it is aimed at would rather it were not (or were) carried out. Wishes
are ordered by kind, firmness, how many sources tell them and how lately: first red lines and refusals,
which give least room, then demands, threats, warnings, offers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from detente.framing.choices import Part, acts_of, choice_of, conditions_of
from detente.framing.claims import Claim
from detente.framing.draft import Choice, Question, Wish
from detente.ledger.wording import stems, tells_failure

_RANK = {"red_line": 8, "refusal": 7, "demand": 6, "threat": 5, "warning": 4, "pledge": 3, "offer": 2, "proposal": 1}
_WELCOME = frozenset({"offer", "pledge"})
_ENDED = frozenset({"withdrawn", "lapsed"})


def wishes_of(claims: Sequence[Claim], choices: Sequence[Choice], makers: frozenset[str]) -> tuple[list[Wish], list[Question]]:
    """The preference statements of all decision makers, strongest first, and what could not be decided.

    Claims that were withdrawn or have lapsed say nothing of what is wanted now.
    """
    wishes: list[Wish] = []
    questions: list[Question] = []
    for claim in claims:
        if claim.state in _ENDED:
            continue
        for part in acts_of(claim, makers):
            act = choice_of(choices, part)
            if act is not None:
                made, asked = _of_claim(claim, part, act, choices, makers)
                wishes += made
                questions += asked
    return _merged(wishes), questions


def _of_claim(
    claim: Claim, part: Part, act: Choice, choices: Sequence[Choice], makers: frozenset[str]
) -> tuple[list[Wish], list[Question]]:
    wanted = _signed(act.key, negated=part.negative)
    if claim.kind in {"demand", "proposal"}:
        return _held(claim, makers, wanted, "wants it"), []
    if claim.kind in {"refusal", "red_line"} or (claim.kind == "warning" and part.owner != claim.holder):
        # A refusal's own words may say 'no' or 'not': it is a refusal all the same.
        return _held(claim, makers, _signed(act.key, negated=not part.under_way), "does not want it"), []
    return _conditional(claim, act, choices, makers, wanted)


def _conditional(
    claim: Claim, act: Choice, choices: Sequence[Choice], makers: frozenset[str], wanted: str
) -> tuple[list[Wish], list[Question]]:
    """A threat, offer or pledge: its holder's IF statement, and what the addressees make of it."""
    found: list[Wish] = []
    questions: list[Question] = []
    if claim.condition is None:
        if claim.kind == "pledge":
            found += _held(claim, makers, wanted, "has pledged it")
        elif not any(row.holder == claim.holder and row.condition for row in act.claims):
            questions.append(Question(asks=f"On what does “{claim.act.text}” ({claim.holder}) depend? Write it as an IF statement.", claims=(claim,)))
    else:
        when = condition_of(claim, act, choices, makers)
        if when is None:
            questions.append(Question(asks=f"What option is meant by “{claim.condition.text}”? On it depends: “{claim.act.text}” ({claim.holder}).", claims=(claim,)))
        else:
            found += _held(claim, makers, f"{wanted} IF {when}", "has tied it to this condition")
            questions.append(_idle(claim, act))
    felt = act.key if claim.kind in _WELCOME else f"NOT {act.key}"
    because = "would be glad of it" if claim.kind in _WELCOME else "is threatened with it"
    found += [_wish(claim, other, felt, because, aimed=True) for other in claim.addressees if other in makers]
    return found, questions


def _idle(claim: Claim, act: Choice) -> Question:
    """An IF statement says nothing of where its condition does not hold: most would rather not act for nothing."""
    verb = "leave undone" if claim.kind == "threat" else "keep back"
    asks = f"Would {claim.holder} rather {verb} “{act.deed.text}” where its condition does not hold? If so, add “NOT {act.key}” at the end of its statements."
    return Question(asks=asks, claims=(claim,))


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
            return _signed(meant.key, negated=part.negative != (claim.polarity == "unless"))
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


def _held(claim: Claim, makers: frozenset[str], statement: str, because: str) -> list[Wish]:
    return [_wish(claim, claim.holder, statement, because)] if claim.holder in makers else []


def _wish(claim: Claim, maker: str, statement: str, because: str, *, aimed: bool = False) -> Wish:
    firm = 1.0 if claim.certainty == "explicit" else 0.0
    rank = float(_RANK[claim.kind]) - (0.5 if aimed else 0.0)
    days = float(claim.day.replace("-", "") or 0) if claim.day[:4].isdigit() else 0.0
    return Wish(
        maker=maker,
        statement=statement,
        strength=(firm, rank, math.log2(1 + claim.weight), days),
        claims=(claim,),
        because=because,
    )


def _merged(wishes: Sequence[Wish]) -> list[Wish]:
    """Each statement of a decision maker once, as strong as its strongest claim; strongest first."""
    found: dict[tuple[str, str], Wish] = {}
    for wish in sorted(wishes, key=_order):
        key = (wish.maker, wish.statement)
        if key in found:
            first = found[key]
            found[key] = Wish(
                maker=first.maker, statement=first.statement, strength=first.strength,
                claims=tuple(dict.fromkeys((*first.claims, *wish.claims))), because=first.because,
            )  # fmt: skip
        else:
            found[key] = wish
    return list(_without_opposites(found.values()))


def _order(wish: Wish) -> tuple[float | str, ...]:
    return (*(-part for part in wish.strength), wish.maker, wish.statement)


def _without_opposites(wishes: Iterable[Wish]) -> Iterator[Wish]:
    """A wish that a stronger one of the same decision maker denies says nothing more, and is left out."""
    seen: set[tuple[str, str]] = set()
    for wish in wishes:
        opposite = wish.statement.removeprefix("NOT ") if wish.statement.startswith("NOT ") else f"NOT {wish.statement}"
        if (wish.maker, opposite) not in seen:
            seen.add((wish.maker, wish.statement))
            yield wish
