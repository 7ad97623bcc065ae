"""Usual costs: what an analyst may choose to assume where the news is silent. Nothing here comes from the news.

An IF statement says nothing of where its condition does not hold, and few say that they would rather not do what they
threaten. So a draft leaves many states alike to a decision maker, and has many equilibria. With usual costs each
decision maker would, all else the same, rather leave its own options as they are: not strike, not give way, not
sanction for nothing, and not stop what it is doing. These statements come last, the gravest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.framing.draft import Choice, Wish

__all__ = ["ASSUMED", "usual_costs"]

ASSUMED = 0.6  # certainty of what is only usual
_WEAKEST = -4.5  # below whatever the news tells
_THREATENED = frozenset({"threat", "warning"})


def usual_costs(choices: Iterable[Choice], wishes: Sequence[Wish]) -> list[Wish]:
    """A wish for each option that its owner would rather leave as it is, but for those of which the news says what it wants."""
    told = {(wish.maker, wish.statement.removeprefix("NOT ")) for wish in wishes}
    silent = [choice for choice in choices if (choice.owner, choice.key) not in told]
    return list(_assumed(sorted(silent, key=_gravity, reverse=True)))


def _assumed(choices: Iterable[Choice]) -> Iterator[Wish]:
    for choice in choices:
        if choice.done and choice.irreversible:
            continue  # it is done: there is nothing left to choose
        statement = choice.key if choice.done else f"NOT {choice.key}"
        because = "would rather not stop it for nothing" if choice.done else "would rather not do it for nothing"
        yield Wish(
            maker=choice.owner, statement=statement, firmness=_WEAKEST + _gravity(choice) / 2, certainty=ASSUMED, claims=(), because=because
        )


def _gravity(choice: Choice) -> int:
    """2 for what can't be undone, 1 for what is threatened, else 0."""
    return 2 if choice.irreversible else int(any(claim.kind in _THREATENED and claim.holder == choice.owner for claim in choice.claims))
