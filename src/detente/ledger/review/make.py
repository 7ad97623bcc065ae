"""Reviews from what an analyst decides: the row's place, its words and what it said go with each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.errors import UsageError
from detente.ledger.review.fields import DAY, STATE, checked_state, judged, layer_of, parsed
from detente.ledger.review.model import Action, Review, Value
from detente.ledger.review.stored import AsRead

Scores = Mapping[tuple[str, str], tuple[str, float]]  # PLOVER type and mode -> quad class and score


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who decides, when (ISO 8601) and why."""

    who: str
    at: str
    why: str = ""

    def __post_init__(self) -> None:
        """A review without a name or a time is none."""
        if not self.who.strip():
            raise UsageError("say who you are: --by NAME, or DETENTE_ANALYST in the environment")


def decided(
    about: AsRead, action: Action, signed: Signed, *, changes: Mapping[str, Value] | None = None, others: tuple[str, ...] = ()
) -> Review:
    """The review of a row as read."""
    row = about.row
    return Review(
        row=row.id, report=row.report, action=action, who=signed.who, at=signed.at, why=signed.why, layer=layer_of(row),
        start=row.start, end=row.end, text=row.text, coder=about.record.coder.version, read=judged(row),
        changes=tuple(sorted((changes or {}).items())), others=others,
    )  # fmt: skip


def state_set(commitment: str, state: str, day: str, signed: Signed) -> Review:
    """The review that gives a merged commitment a state from a day on.

    Raises:
        UsageError: there is no such state.
    """
    return Review(
        row=commitment, report=None, action="correct", who=signed.who, at=signed.at, why=signed.why, layer="commitments",
        changes=((DAY, day), (STATE, checked_state(state))),
    )  # fmt: skip


def corrections(about: AsRead, written: Mapping[str, str], scores: Scores) -> dict[str, Value]:
    """The fields to change, checked; with the type or mode of an event its quad class and score change too.

    Args:
        about: the row.
        written: fields as the analyst typed them.
        scores: of PLOVER; a type and mode that it does not have take those of the type alone.

    Raises:
        UsageError: the row has no such field, or it can't hold that.
    """
    layer = layer_of(about.row)
    changes = {name: parsed(layer, name, text) for name, text in written.items()}
    if layer == "events" and {"event", "mode"} & set(changes):
        now: dict[str, Value] = {**dict(judged(about.row)), **changes}
        event, mode = str(now["event"]), str(now["mode"] or "")
        found = scores.get((event, mode)) or scores.get((event, ""))
        if found:
            changes |= {"quad": found[0], "score": found[1]}
    return changes
