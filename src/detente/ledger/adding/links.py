"""What an analyst says of two rows, that they tell one thing or two, goes before what is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from detente.ledger.rows import CommitmentRow, EventRow

__all__ = ["Links", "joined", "partners"]

Links = frozenset[tuple[str, str]]
Cluster = TypeVar("Cluster")


def partners(row: str, links: Links) -> frozenset[str]:
    """The rows that a row is linked to.

    >>> sorted(partners("a", frozenset({("a", "b"), ("c", "a"), ("b", "c")})))
    ['b', 'c']
    """
    return frozenset(other for pair in links if row in pair for other in pair if other != row)


def joined(
    row: str,
    same: Links,
    clusters: Sequence[Cluster],
    rows_of: Callable[[Cluster], Sequence[EventRow] | Sequence[CommitmentRow]],
) -> Cluster | None:
    """The first cluster with a row that this one is said to be the same as; None without one."""
    wanted = partners(row, same)
    if not wanted:
        return None
    return next((cluster for cluster in clusters if wanted.intersection(each.id for each in rows_of(cluster))), None)
