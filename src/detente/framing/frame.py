"""From claims to a draft of the conflict model: makers, options, exclusions, wishes, questions.

Source: option form after Howard (1971); preferences by prioritised statements after Fang, Hipel, Kilgour and
Peng (2003). What ties news to a model is this project's own, and the draft says where it is unsure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from detente.errors import UsageError
from detente.framing.choices import choices_of, exclusions_of, twins_of
from detente.framing.claims import Claim
from detente.framing.costs import usual_costs
from detente.framing.draft import Draft, Maker, Question, Wish
from detente.framing.wishes import wishes_of

SHARE = 0.2  # of what is spoken of the first: who is spoken of less is asked about, not taken
MAKERS = 5  # decision makers unless asked for more: every one more doubles what an analyst must look through
OPTIONS = 16  # options unless asked for more


def frame(
    claims: Sequence[Claim],
    names: Mapping[str, str],
    *,
    title: str = "",
    source: str = "",
    makers: Sequence[str] = (),
    most: int = MAKERS,
    costs: bool = False,
) -> Draft:
    """The draft of a model.

    Args:
        claims: the commitments of the ledger or of a report.
        names: of states and bodies by the root of their actor ids.
        title: of the model.
        source: what the claims are of, and as of which day.
        makers: the roots of the decision makers; empty takes those most spoken of who have something to do.
        most: how many are taken at most, where they are not given.
        costs: whether to assume usual costs (:mod:`detente.framing.costs`), as the analyst's, not the news'.

    Raises:
        UsageError: there is no claim of two decision makers to build on.
    """
    claims = sorted(claims, key=lambda claim: claim.day)
    chosen = tuple(makers) or _able(claims, _most_spoken_of(claims), most)
    inside = frozenset(chosen)
    kept = [claim for claim in claims if claim.holder in inside]
    choices, unowned = choices_of(kept, inside)
    choices = choices[: max(OPTIONS, 4 * len(chosen))]
    if len(chosen) < 2 or not choices:
        raise UsageError("no model can be built: it takes demands, offers or threats between two states or bodies at least")
    wishes, open_ = wishes_of(kept, choices, {root: names.get(root, root) for root in chosen})
    assumed = usual_costs(choices, wishes) if costs else []
    answered = {wish.statement.removeprefix("NOT ") for wish in assumed}
    return Draft(
        title=title,
        source=source,
        makers=tuple(Maker(root=r, name=names.get(r, r), claims=_of(kept, r)) for r in chosen),
        choices=choices,
        exclusions=exclusions_of(choices),
        wishes=(*wishes, *assumed),
        questions=(
            *_left_out(claims, inside, names), *unowned, *twins_of(choices), *(one for one in open_ if one.about not in answered), *_silent(chosen, wishes, names, costs=costs)
        ),
    )  # fmt: skip


def _able(claims: Sequence[Claim], ranked: Sequence[str], most: int) -> tuple[str, ...]:
    """The first of these who own an option; without one nobody can move, and no equilibrium hangs on it."""
    chosen = list(ranked[:most])
    waiting = list(ranked[most:])
    while len(chosen) > 2:
        choices, _ = choices_of([claim for claim in claims if claim.holder in chosen], frozenset(chosen))
        idle = [maker for maker in chosen if maker not in {choice.owner for choice in choices}]
        if not idle:
            break
        chosen.remove(idle[-1])
        chosen += waiting[:1]
        waiting = waiting[1:]
    return tuple(chosen)


def _most_spoken_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Who holds most commitments and is most addressed; holding counts twice, sources count each."""
    count: Counter[str] = Counter()
    for claim in claims:
        count[claim.holder] += 2 * claim.weight
        count.update(dict.fromkeys((*claim.addressees, *(claim.condition.actors if claim.condition else ())), claim.weight))
    ranked = sorted(count, key=lambda maker: (-count[maker], maker))
    return tuple(maker for maker in ranked if count[maker] >= SHARE * count[ranked[0]])


def _of(claims: Sequence[Claim], maker: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.holder == maker or maker in claim.addressees)


def _left_out(claims: Sequence[Claim], inside: frozenset[str], names: Mapping[str, str]) -> list[Question]:
    outside: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.holder not in inside:
            outside.setdefault(claim.holder, []).append(claim)
    return [
        Question(asks=f"Is {names.get(maker, maker)} a decision maker too? It is left out.", claims=tuple(rows))
        for maker, rows in sorted(outside.items())
    ]


def _silent(makers: Sequence[str], wishes: Sequence[Wish], names: Mapping[str, str], *, costs: bool) -> list[Question]:
    speaking = {wish.maker for wish in wishes}
    left = "what stands there is assumed" if costs else "all states are the same to it"
    return [
        Question(asks=f"What does {names.get(maker, maker)} want? No preference of it is reported, so {left}.")
        for maker in makers
        if maker not in speaking
    ]
