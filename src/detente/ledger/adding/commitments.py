"""Which commitment rows tell one commitment: one holder, one act in whatever words, one condition.

The holder is the state or body; the people who say it are its voices. A demand repeated is one demand with
one more citation, which may be firmer or softer than the one before.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from detente.ledger.adding.acts import act_of, likeness, same_act, telling, undenied, without_subject
from detente.ledger.adding.bounds import commitment_bounds, kind_family
from detente.ledger.adding.links import Links, joined, partners
from detente.ledger.adding.parties import body_of, is_same_actor, is_unnamed, match_of, roots_of
from detente.ledger.adding.results import Contradiction, Firmness, MergedCommitment
from detente.ledger.rows import CommitmentRow

__all__ = ["commitment_block", "merge_commitments"]


def commitment_block(row: CommitmentRow) -> str:
    """What rows must share to be one commitment: the family of their kind, and the state of the holder."""
    holder = row.holder or ""
    root = next(iter(roots_of([holder])), holder)
    return f"{kind_family(row.kind)[0]}|{root}"


def merge_commitments(
    rows: Sequence[CommitmentRow], same: Links = frozenset(), different: Links = frozenset()
) -> tuple[MergedCommitment, ...]:
    """The commitments that the rows of one block tell, in canonical order of their first rows.

    Each row joins the earlier commitment whose act its own agrees with most, or founds one.

    Args:
        rows: of one block; others never tell one commitment.
        same: pairs of row ids that an analyst says tell one commitment.
        different: pairs that an analyst says do not.
    """
    clusters: list[list[CommitmentRow]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: each.order):
        told = act_of(_act(row)).told or frozenset({row.act.casefold()})
        apart = partners(row.id, different)
        near = sorted({number for word in told for number in by_word[word][-100:]})
        near = [n for n in near if not (apart and apart.intersection(other.id for other in clusters[n])) and _is_same(row, clusters[n])]
        linked = joined(row.id, same, clusters, lambda cluster: cluster)
        if linked is not None:
            best = next(n for n, cluster in enumerate(clusters) if cluster is linked)
        elif near:
            best = max(near, key=lambda n: (_agreement(row, clusters[n]), -n))
        else:
            best = len(clusters)
            clusters.append([])
        clusters[best].append(row)
        for word in told:
            if best not in by_word[word][-100:]:
                by_word[word].append(best)
    return tuple(map(_merged, clusters))


def _agreement(row: CommitmentRow, cluster: Sequence[CommitmentRow]) -> float:
    return max(likeness(act_of(_act(row)).told, act_of(_act(other)).told) for other in (cluster[0], cluster[-1]))


def _is_same(row: CommitmentRow, cluster: Sequence[CommitmentRow]) -> bool:
    """Whether the row tells the cluster's commitment: as its first row has it, or its latest."""
    first, last = cluster[0], cluster[-1]
    ends = (first,) if first is last else (first, last)
    return (
        any(same_act(_act(row), _act(other), row.act_type, other.act_type) for other in ends)
        and _days(last.published, row.published) <= commitment_bounds().days
        and _is_of_same(row.holder, first.holder)
        and (row.family == first.family or not is_unnamed(row.holder or ""))
        and any(_is_to_same(row, other) for other in ends)
        and _is_one_condition(row, next((other for other in cluster if other.condition), first))
        and all(_is_one_deadline(row, other) for other in cluster if other.deadline)
    )


def _act(row: CommitmentRow) -> str:
    """What the row's act is compared by: 'refused to withdraw' and 'will not withdraw' refuse one act."""
    return undenied(row.act) if row.kind == "refusal" else row.act


def _is_of_same(one: str | None, other: str | None) -> bool:
    return one == other or bool(one and other and is_same_actor(body_of(one), body_of(other)))


def _is_to_same(row: CommitmentRow, other: CommitmentRow) -> bool:
    """Whether both are addressed to one state; who names none, or nobody of a known state, may mean it."""
    mine, yours = roots_of(row.addressees), roots_of(other.addressees)
    return not mine or not yours or match_of(mine, yours) != "different"


def _is_one_deadline(row: CommitmentRow, other: CommitmentRow) -> bool:
    """Whether the deadlines agree: another one set later is another demand, two told on one day are one told wrongly."""
    if not row.deadline or not other.deadline or row.deadline == other.deadline:
        return True
    return _days(row.published, other.published) <= 1


def _is_one_condition(row: CommitmentRow, other: CommitmentRow) -> bool:
    """Whether the conditions agree; who leaves it out may mean it, but an offer on a condition is another offer."""
    if row.condition is None or other.condition is None:
        return True
    if (row.polarity in {"unless", "until"}) != (other.polarity in {"unless", "until"}):
        return False
    mine, yours = telling(without_subject(row.condition)), telling(without_subject(other.condition))
    return likeness(mine, yours) >= commitment_bounds().typed if mine and yours else mine == yours


def _days(one: str | None, other: str | None) -> int:
    """Days from one to the other; none where either is unknown."""
    try:
        return abs((date.fromisoformat(other or "") - date.fromisoformat(one or "")).days)
    except ValueError:
        return 0


def _merged(rows: Sequence[CommitmentRow]) -> MergedCommitment:
    first = rows[0]
    shown = max(rows, key=lambda row: (row.act_type is not None, row.condition is not None))
    limited = next((row for row in rows if row.condition), None)
    return MergedCommitment(
        id="C-" + hashlib.sha256(first.id.encode()).hexdigest()[:20],
        members=tuple(row.id for row in rows),
        kind=first.kind,
        holder=body_of(first.holder) if first.holder else None,
        voices=tuple(sorted({row.voice for row in rows if row.voice})),
        addressees=next((each.addressees for each in rows if roots_of(each.addressees)), first.addressees),
        act=first.act,
        act_row=first.id,
        act_type=shown.act_type,
        condition=limited.condition if limited else None,
        polarity=limited.polarity if limited else None,
        condition_type=next((row.condition_type for row in rows if row.condition_type), None),
        deadline=next((row.deadline for row in rows if row.deadline), None),
        certainty=rows[-1].certainty,
        firmness=tuple(_firmness(rows)),
        contradictions=tuple(_contradictions(rows)),
    )


def _firmness(rows: Sequence[CommitmentRow]) -> Iterator[tuple[str, Firmness]]:
    """How firm each row is beside the last one of another report."""
    before: CommitmentRow | None = None
    for row in rows:
        yield row.id, "first" if before is None else _compared(before, row)
        before = row


def _compared(before: CommitmentRow, row: CommitmentRow) -> Firmness:
    """By kind, then by certainty, then by deadline: an earlier one is firmer, and one at all than none."""
    steps = (
        kind_family(row.kind)[1] - kind_family(before.kind)[1],
        (row.certainty == "explicit") - (before.certainty == "explicit"),
        _urgency(before.deadline, row.deadline),
    )
    step = next((each for each in steps if each), 0)
    return "firmer" if step > 0 else "softer" if step < 0 else "same"


def _urgency(before: str | None, now: str | None) -> int:
    if not now or before == now:
        return 0  # a repetition that leaves the deadline out takes nothing back
    return 1 if not before or now < before else -1


def _contradictions(rows: Sequence[CommitmentRow]) -> Iterator[Contradiction]:
    """Deadlines that two families of reports give differently within a day of one another."""
    for number, row in enumerate(rows):
        for other in rows[:number]:
            apart = other.family != row.family and other.deadline and row.deadline and other.deadline != row.deadline
            if apart and other.published and row.published and _days(other.published, row.published) <= 1:
                yield Contradiction(
                    field="deadline",
                    known=row.known,
                    rows=(other.id, row.id),
                    says=f"{other.outlet or 'a report'} ({other.published}) gives the deadline as {other.deadline}, "
                    f"{row.outlet or 'a report'} ({row.published}) as {row.deadline}",
                )
