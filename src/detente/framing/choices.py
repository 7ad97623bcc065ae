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
from detente.framing.phrases import accepted, bare, begins_with_verb, ended, tidy, waits
from detente.framing.subjects import spoken, subject_of, without_subject
from detente.ledger.wording import ends, positive, stems, tells_failure

_BY_HOLDER = frozenset({"offer", "pledge", "threat", "refusal"})
_BY_OTHER = frozenset({"demand", "red_line"})
_DONE = frozenset({"met", "carried out"})
_KEY_WORDS = 3
_POINTS_BACK = re.compile(r"(?:it|this|that|they|these|those)\b", re.IGNORECASE)  # 'unless it is met': to a demand told before
_OPPOSED = re.compile(r"\b(?:oppos(?:e|es|ed|ing)|object(?:s|ed)? to|condemn(?:s|ed)?|denounc(?:e|es|ed))\b", re.IGNORECASE)
_RULE = re.compile(r"\b(?:should|must) (?:not |never )?be\b", re.IGNORECASE)  # 'borders should not be redrawn': by nobody


@dataclass(slots=True)
class _Growing:
    """An option while claims are still joining it."""

    owner: str
    deeds: list[Deed]
    claims: list[Claim]
    under_way: bool = False
    known: tuple[str, bool] | None = None  # the last day on which it became known whether it is done, and whether it is


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
    unowned: list[Claim] = []
    for claim in claims:
        acts = acts_of(claim, makers)
        if not acts:
            unowned.append(claim)
        for part in acts:
            _join(growing, part, claim, _act_done(part, claim))
        for part in conditions_of(claim, makers):
            _join(growing, part, claim, _condition_done(part, claim))
    found = tuple(_finished(growing))
    return found, tuple(_who(claim, found) for claim in unowned)


def acts_of(claim: Claim, makers: frozenset[str]) -> tuple[Part, ...]:
    """The claim's act as options of the decision makers who would do it: more than one for a joint act."""
    text = (accepted(claim.act.text) if claim.kind == "refusal" else None) or claim.act.text
    return tuple(_part(claim.act, text, owner) for owner in _owners(claim, makers) if owner in makers)


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
    own = without_subject(text, owner)
    plain, negative = positive(own)
    if negative and waits(plain):
        plain, negative = f"not {plain}", False  # not to sit idle is to act
    end = ends(plain) or ended(plain)
    words = tidy(end or (bare(plain) if own != text.strip() else plain))
    return Part(owner, replace(deed, text=words), negative != (end is not None), end is not None)


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
    if claim.kind in _BY_HOLDER and not _of_others(claim):
        return (claim.holder,)
    said = subject_of(claim.act.text, makers)
    if claim.kind in _BY_HOLDER:
        return (said,) if said and said != claim.holder else ()
    if claim.kind in _BY_OTHER:
        named = [actor for actor in (said, *claim.act.actors, *claim.addressees) if actor and actor != claim.holder]
        return tuple(sorted(named, key=lambda actor: actor not in makers)[:1])
    if claim.kind == "proposal":
        return tuple(dict.fromkeys(actor for actor in claim.act.actors if actor in makers)) or (claim.holder,)
    return (said,) if said else claim.act.actors[:1]


def twins_of(choices: Sequence[Choice]) -> Iterator[Question]:
    """Pairs of one owner's options that may be one act in other words: half of their telling words, two at least, are alike."""
    for i, one in enumerate(choices):
        for other in choices[i + 1 :]:
            mine, yours = stems(one.deed.text), stems(other.deed.text)
            alike = len(mine & yours)
            if one.owner == other.owner and alike > 1 and 2 * alike >= min(len(mine), len(yours)) and not undoes(one.deed, other.deed):
                asks = f"Are “{one.deed.text}” ({one.key}) and “{other.deed.text}” ({other.key}) one act? Then make them one option."
                yield Question(asks=asks, claims=(*one.claims[:1], *other.claims[:1]))


def _of_others(claim: Claim) -> bool:
    """Whether what is refused is not the holder's own to do: what it opposes, or says that should not be."""
    return claim.kind == "refusal" and bool(_OPPOSED.search(claim.quote) or _RULE.search(claim.act.text))


def _act_done(part: Part, claim: Claim) -> tuple[str, bool] | None:
    """The day from which it is known whether a claim's act is done, and whether it is; None if nothing is known."""
    if claim.state in _DONE and claim.kind not in {"refusal", "red_line"} and not (claim.kind == "threat" and claim.state == "met"):
        return claim.since, not part.negative
    return (claim.since, True) if claim.kind == "refusal" and claim.state == "withdrawn" else None


def _condition_done(part: Part, claim: Claim) -> tuple[str, bool] | None:
    """The same of what a claim depends on: a threat that was met got what it asked for; one triggered did not."""
    if claim.state == "met" and claim.polarity == "unless":
        return claim.since, not part.negative
    if claim.state == "triggered" and claim.polarity == "if":
        return claim.since, not part.negative
    return None


def _who(claim: Claim, choices: Sequence[Choice]) -> Question:
    """Who would do an act that nobody owns; with the option that it may be part of, if it shares two words with one."""
    verb = "demanded" if claim.kind == "demand" else "spoken of"
    near = [one for one in choices if len(stems(one.deed.text) & stems(claim.act.text)) > 1]
    hint = f" Or is it part of “{near[0].deed.text}” ({near[0].key})?" if len(near) == 1 else ""
    return Question(asks=f"Who would do what is {verb} here: “{claim.act.text}”? Add it as an option of theirs.{hint}", claims=(claim,))


def _join(growing: list[_Growing], part: Part, claim: Claim, known: tuple[str, bool] | None) -> None:
    alike = (one for one in growing if one.owner == part.owner and any(same_act(part.deed, deed) for deed in one.deeds))
    option = next(alike, None)
    if option is None:
        option = _Growing(part.owner, [], [])
        growing.append(option)
    option.deeds.append(part.deed)
    option.claims.append(claim)
    option.under_way |= part.under_way
    if known is not None and (option.known is None or known[0] >= option.known[0]):
        option.known = known


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
            done=option.known[1] if option.known else option.under_way,
        )


def _plainness(deed: Deed) -> tuple[bool, int, int, str]:
    """What reads best as the name of an option comes first: a verb in front, about four telling words, short."""
    return not begins_with_verb(deed.text), abs(len(stems(deed.text)) - 4), len(deed.text), deed.text


def _key(owner: str, deed: Deed, taken: set[str]) -> str:
    """A short name of the option: its owner and its first telling words."""
    telling = [word for word in re.findall(r"[a-z]+", deed.text.lower()) if stems(word)]
    named = stems(" ".join(spoken(owner)))
    words = [word for word in telling if not stems(word) <= named] or telling
    before = ["not"] if deed.text.startswith("not ") else []
    plain = "_".join([re.sub(r"\W+", "_", owner).lower(), *before, *words[:_KEY_WORDS]]) or owner.lower()
    key, number = plain, 2
    while key in taken:
        key, number = f"{plain}_{number}", number + 1
    taken.add(key)
    return key


def _without_connective(text: str) -> str:
    """A condition without the words that make it one."""
    start = r"^(?:only\s+)?(?:if|unless|until|when|once|should|were|in the event of|in case of|provided(?: that)?|as long as|after|before|on)\s+"
    return re.sub(start, "", text.strip(), flags=re.IGNORECASE)
