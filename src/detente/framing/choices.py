"""Options from the acts of demands, offers, threats and refusals, and from what conditions depend on.

Who would do the act owns the option: the one addressed by a demand, the holder of an offer, pledge, threat or
refusal, and of a warning or condition the actor that the text names. Where none is named, it is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from detente.framing.acts import ends, is_irreversible, positive, same_act, stems
from detente.framing.claims import Claim, Deed
from detente.framing.draft import Choice, Exclusion, Question

_BY_HOLDER = frozenset({"offer", "pledge", "threat", "refusal"})
_BY_OTHER = frozenset({"demand", "red_line"})
_DONE = frozenset({"met", "carried out"})
_KEY_WORDS = 3


@dataclass(slots=True)
class _Growing:
    """An option while claims are still joining it."""

    owner: str
    deeds: list[Deed]
    claims: list[Claim]
    refusals: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Part:
    """One deed of a claim as an option: its owner, and whether the claim is about not doing it."""

    owner: str
    deed: Deed
    negative: bool


def choices_of(claims: Sequence[Claim], makers: frozenset[str]) -> tuple[tuple[Choice, ...], tuple[Question, ...]]:
    """The options of these decision makers, each with a key, and questions on acts that nobody owns."""
    growing: list[_Growing] = []
    questions: list[Question] = []
    for claim in claims:
        parts = list(parts_of(claim, makers))
        if not any(part.owner in makers for part in parts if part.deed.text == positive(claim.act.text)[0]):
            questions.append(_who(claim))
        for part in parts:
            if part.owner in makers:
                _join(growing, part, claim)
    return tuple(_finished(growing)), tuple(questions)


def parts_of(claim: Claim, makers: frozenset[str]) -> Iterator[Part]:
    """The deeds of a claim with their owners: its act, and its condition where the text says who else would do it."""
    for owner in _owners(claim, makers):
        text, negative = positive(claim.act.text)
        yield Part(owner, replace(claim.act, text=text), negative)
    condition = claim.condition
    if condition is not None and condition.type is not None and len(condition.actors) == 1 and condition.actors[0] != claim.holder:
        text, negative = positive(_without_connective(condition.text))
        yield Part(condition.actors[0], replace(condition, text=text), negative)


def choice_of(choices: Iterable[Choice], part: Part) -> Choice | None:
    """The option that a deed is."""
    mine = [choice for choice in choices if choice.owner == part.owner]
    return next((c for c in mine if any(same_act(part.deed, deed) for deed in (c.deed, *c.others))), None)


def exclusions_of(choices: Sequence[Choice]) -> tuple[Exclusion, ...]:
    """Pairs of one owner's options of which one puts an end to the other."""
    found = []
    for one in choices:
        ended = ends(one.deed.text)
        if ended is None:
            continue
        for other in choices:
            if other is not one and other.owner == one.owner and same_act(Deed(text=ended), other.deed):
                because = f"to {one.deed.text} is to end this: {other.deed.text}"
                found.append(Exclusion(keys=(one.key, other.key), because=because, claims=(*one.claims, *other.claims)))
    return tuple(found)


def _owners(claim: Claim, makers: frozenset[str]) -> tuple[str, ...]:
    """Who would do the act: at most one, a decision maker where the text leaves several."""
    if claim.kind in _BY_HOLDER:
        return (claim.holder,)
    if claim.kind in _BY_OTHER:
        named = [actor for actor in (*claim.act.actors, *claim.addressees) if actor != claim.holder]
        return tuple(sorted(named, key=lambda actor: actor not in makers)[:1])
    return claim.act.actors[:1] or ((claim.holder,) if claim.kind == "proposal" else ())


def _who(claim: Claim) -> Question:
    verb = "demanded" if claim.kind == "demand" else "spoken of"
    return Question(asks=f"Who would do what is {verb} here: “{claim.act.text}”? Add it as an option of theirs.", claims=(claim,))


def _join(growing: list[_Growing], part: Part, claim: Claim) -> None:
    for option in growing:
        if option.owner == part.owner and any(same_act(part.deed, deed) for deed in option.deeds):
            option.deeds.append(part.deed)
            option.claims.append(claim)
            return
    growing.append(_Growing(part.owner, [part.deed], [claim]))


def _finished(growing: Sequence[_Growing]) -> Iterator[Choice]:
    taken: set[str] = set()
    for option in growing:
        best = min(option.deeds, key=lambda deed: (abs(len(stems(deed.text)) - 4), len(deed.text), deed.text))
        yield Choice(
            key=_key(option.owner, best, taken),
            owner=option.owner,
            deed=best,
            others=tuple(dict.fromkeys(deed for deed in option.deeds if deed != best)),
            claims=tuple(dict.fromkeys(option.claims)),
            irreversible=any(map(is_irreversible, option.deeds)),
            done=any(claim.state in _DONE for claim in option.claims),
        )


def _key(owner: str, deed: Deed, taken: set[str]) -> str:
    """A short name of the option: its owner and its first telling words."""
    words = [word for word in re.findall(r"[a-z]+", deed.text.lower()) if stems(word)][:_KEY_WORDS]
    plain = "_".join([re.sub(r"\W+", "_", owner).lower(), *words]) or owner.lower()
    key, number = plain, 2
    while key in taken:
        key, number = f"{plain}_{number}", number + 1
    taken.add(key)
    return key


def _without_connective(text: str) -> str:
    """A condition without the words that make it one."""
    start = r"^(?:only\s+)?(?:if|unless|until|when|once|should|were|in the event of|in case of|provided(?: that)?|as long as|after|before|on)\s+"
    return re.sub(start, "", text.strip(), flags=re.IGNORECASE)
