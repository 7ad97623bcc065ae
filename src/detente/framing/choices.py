"""Options from the acts of demands, offers, threats and refusals, and from what conditions depend on.

Who would do the act owns the option: the one addressed by a demand, the holder of an offer, pledge, threat or
refusal, and of a warning or condition the actor that the text names. Where none is named, it is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.framing.acts import is_irreversible, same_act, undoes
from detente.framing.claims import Claim, Deed
from detente.framing.draft import Choice, Exclusion, Question
from detente.framing.subjects import subject_of, without_subject
from detente.ledger.wording import ends, positive, stems, tells_failure

_BY_HOLDER = frozenset({"offer", "pledge", "threat", "refusal"})
_BY_OTHER = frozenset({"demand", "red_line"})
_DONE = frozenset({"met", "carried out"})
_KEY_WORDS = 3
_POINTS_BACK = re.compile(r"(?:it|this|that|they|these|those)\b", re.IGNORECASE)  # 'unless it is met': to a demand told before
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been)\b")


@dataclass(slots=True)
class _Growing:
    """An option while claims are still joining it."""

    owner: str
    deeds: list[Deed]
    claims: list[Claim]
    under_way: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One deed of a claim as an option: its owner, whether the claim is about not doing it, whether it is under way."""

    owner: str
    deed: Deed
    negative: bool
    under_way: bool


def choices_of(claims: Sequence[Claim], makers: frozenset[str]) -> tuple[tuple[Choice, ...], tuple[Question, ...]]:
    """The options of these decision makers, each with a key, and questions on acts that nobody owns."""
    growing: list[_Growing] = []
    questions: list[Question] = []
    for claim in claims:
        acts = acts_of(claim, makers)
        if not acts:
            questions.append(_who(claim))
        for part in (*acts, *conditions_of(claim, makers)):
            _join(growing, part, claim)
    return tuple(_finished(growing)), tuple(questions)


def acts_of(claim: Claim, makers: frozenset[str]) -> tuple[Part, ...]:
    """The claim's act as options of the decision makers who would do it: more than one for a joint act."""
    return tuple(_part(claim.act, claim.act.text, owner) for owner in _owners(claim, makers) if owner in makers)


def conditions_of(claim: Claim, makers: frozenset[str]) -> tuple[Part, ...]:
    """The condition as an option, where the text says who other than the holder would do it.

    What comes after 'unless' is asked of the one that is threatened, where there is one.
    """
    if claim.condition is None:
        return ()
    text = _without_connective(claim.condition.text)
    if tells_failure(text) or (_POINTS_BACK.match(text) and len(stems(text)) < 2):
        return ()
    named = [actor for actor in claim.condition.actors if actor != claim.holder]
    owner = named[0] if len(named) == 1 else subject_of(text, makers - {claim.holder})
    if owner is None and claim.polarity == "unless" and len(claim.addressees) == 1:
        owner = claim.addressees[0]
    return (_part(claim.condition, text, owner),) if owner in makers and owner is not None else ()


def _part(deed: Deed, text: str, owner: str) -> Part:
    plain, negative = positive(without_subject(text, owner))
    ended = ends(plain)
    return Part(owner, replace(deed, text=ended or plain), negative != (ended is not None), ended is not None)


def choice_of(choices: Iterable[Choice], part: Part) -> Choice | None:
    """The option that a deed is."""
    mine = [choice for choice in choices if choice.owner == part.owner]
    return next((c for c in mine if any(same_act(part.deed, deed) for deed in (c.deed, *c.others))), None)


def exclusions_of(choices: Sequence[Choice]) -> tuple[Exclusion, ...]:
    """Pairs of one owner's options of which one undoes the other."""
    return tuple(
        Exclusion(keys=(one.key, other.key), because=f"{one.deed.text} / {other.deed.text}", claims=(*one.claims, *other.claims))
        for i, one in enumerate(choices)
        for other in choices[i + 1 :]
        if one.owner == other.owner and undoes(one.deed, other.deed)
    )


def _owners(claim: Claim, makers: frozenset[str]) -> tuple[str, ...]:
    """Who would do the act: one, a decision maker where the text leaves several; of a proposal all who are named."""
    if claim.kind in _BY_HOLDER:
        return (claim.holder,)
    said = subject_of(claim.act.text, makers)
    if claim.kind in _BY_OTHER:
        named = [actor for actor in (said, *claim.act.actors, *claim.addressees) if actor and actor != claim.holder]
        return tuple(sorted(named, key=lambda actor: actor not in makers)[:1])
    if claim.kind == "proposal":
        return tuple(dict.fromkeys(actor for actor in claim.act.actors if actor in makers)) or (claim.holder,)
    return (said,) if said else claim.act.actors[:1]


def _who(claim: Claim) -> Question:
    verb = "demanded" if claim.kind == "demand" else "spoken of"
    return Question(asks=f"Who would do what is {verb} here: “{claim.act.text}”? Add it as an option of theirs.", claims=(claim,))


def _join(growing: list[_Growing], part: Part, claim: Claim) -> None:
    for option in growing:
        if option.owner == part.owner and any(same_act(part.deed, deed) for deed in option.deeds):
            option.deeds.append(part.deed)
            option.claims.append(claim)
            option.under_way |= part.under_way
            return
    growing.append(_Growing(part.owner, [part.deed], [claim], part.under_way))


def _finished(growing: Sequence[_Growing]) -> Iterator[Choice]:
    taken: set[str] = set()
    for option in growing:
        best = min(option.deeds, key=_plainness)
        yield Choice(
            key=_key(option.owner, best, taken),
            owner=option.owner,
            deed=best,
            others=tuple(dict.fromkeys(deed for deed in option.deeds if deed != best)),
            claims=tuple(dict.fromkeys(option.claims)),
            irreversible=any(map(is_irreversible, option.deeds)),
            done=option.under_way or any(claim.state in _DONE for claim in option.claims),
        )


def _plainness(deed: Deed) -> tuple[bool, int, int, str]:
    """What reads best as the name of an option comes first: no passive, about four telling words, short."""
    return bool(_PASSIVE.search(deed.text)), abs(len(stems(deed.text)) - 4), len(deed.text), deed.text


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
