"""A model held against the news since it was built: what it cites, what is new, what has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from detente.conflict import ByStatements, Game
from detente.framing.claims import Claim

_AS_OF = re.compile(r"\bas of (\d{4}-\d\d-\d\d)")
_SETTLED = frozenset({"met", "carried out", "withdrawn", "lapsed", "refused", "triggered", "partly met"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What became of a model: claims that it does not cite, cited claims that are no longer open, lost ids."""

    new: tuple[Claim, ...]
    changed: tuple[Claim, ...]
    gone: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether the news has moved on."""
        return bool(self.new or self.changed or self.gone)


def drift(game: Game, claims: Iterable[Claim], names: Mapping[str, str]) -> Drift:
    """What the claims of today say that the model does not.

    New claims are those of its decision makers and of nobody else; others were left out on purpose. A cited
    claim has changed if its state is later than the day that the model says it is as of.
    ``names`` are those of states and bodies by the root of their actor ids.
    """
    cited = frozenset(cites_of(game))
    makers = {maker.name for maker in game.decision_makers}
    rows = list(claims)
    built = _AS_OF.search(game.source)
    day = built[1] if built else ""
    known = {claim.id for claim in rows}
    return Drift(
        new=tuple(c for c in rows if c.id not in cited and names.get(c.holder, c.holder) in makers and c.state == "open"),
        changed=tuple(c for c in rows if c.id in cited and c.state in _SETTLED and (not day or c.since > day)),
        gone=tuple(sorted(cited - known)),
    )


def cites_of(game: Game) -> Iterator[str]:
    """Every row that a model cites, some more than once."""
    yield from (cite for maker in game.decision_makers for cite in maker.cites)
    yield from (cite for option in game.options for cite in option.cites)
    yield from (cite for rule in game.infeasible for cite in rule.cites)
    for preference in game.preferences:
        yield from preference.cites
        if isinstance(preference, ByStatements):
            for statement in preference.statements:
                yield from statement.cites
