"""Whether a row tells the act of a commitment, its opposite, or something else."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from detente.ledger.adding.acts import act_of, telling, telling_with_names, without_subject
from detente.ledger.rows import CommitmentRow, EventRow
from detente.ledger.wording import ends, opposed, positive, stems

__all__ = ["OTHER_TYPE", "Fit", "fits", "roots_of"]

SAME_TYPE = 1 / 3  # share of the act's stems that the row must tell, where PLOVER gives both the same type
OTHER_TYPE = 0.6  # where it gives none, or another; and two stems at least


class Fit(Enum):
    """How a row fits an act."""

    no = "no"
    same = "same"
    opposite = "opposite"


def fits(act: str, type_: str | None, row: EventRow | CommitmentRow) -> Fit:
    """Whether the row's words tell the act: more must agree where its PLOVER type is another.

    Ending an act is its opposite: 'the patrols' and 'halted the patrols'.
    """
    words, type_of_row = (row.text, row.event) if isinstance(row, EventRow) else (row.act, row.act_type)
    mine, my_sign = _signed(without_subject(act))
    yours, your_sign = _signed(words, row.trigger if isinstance(row, EventRow) else "")
    if opposed(mine, yours):
        return Fit.opposite
    wanted, told = telling_with_names(mine) or stems(mine), telling_with_names(yours) | stems(yours)
    alike = type_ is not None and type_ == type_of_row
    if alike and not _is_to_same(without_subject(act), words):
        return Fit.no  # another's release
    share = len(wanted & told) / len(wanted) if wanted else 0.0
    both_end = mine != act and yours != words and my_sign == your_sign  # that both end something is agreement, too
    if not alike and mine == without_subject(act) and act_of(act).head not in telling(words):
        return Fit.no  # the same crew, and another thing done to it
    if share < (SAME_TYPE if alike else OTHER_TYPE) or (not alike and len(wanted & told) + both_end < 2):
        return Fit.no
    return Fit.same if my_sign == your_sign else Fit.opposite


def _is_to_same(act: str, words: str) -> bool:
    """Whether what is done is done to the same; words that leave out to what it is done may mean the same."""
    wanted, told = act_of(act), act_of(words)
    mine, yours = (each.core - {each.head} for each in (wanted, told))
    return not mine or not yours or bool(mine & told.told or yours & wanted.told)


def roots_of(actors: Iterable[str | None]) -> frozenset[str]:
    """The states and bodies of actors: ``RUS`` of ``RUS/GOV/sergei-lavrov``."""
    return frozenset(actor.partition("/")[0] for actor in actors if actor and not actor.startswith("---"))


def _signed(text: str, trigger: str = "") -> tuple[str, bool]:
    """An act without its negation or its ending, and whether it is to be done.

    Of an event's clause the verb, its trigger, says whether something ends; what stands before it is kept.
    """
    at = text.find(trigger) if trigger else 0
    before, clause = text[: max(at, 0)], text[max(at, 0) :]
    plain, negative = positive(clause)
    ended = ends(plain)
    whole = ends(text) if ended is None and before else None
    if whole is not None:
        return whole, negative
    return f"{before}{ended or plain}", negative == (ended is not None)
