"""New reports placed among those placed before, of which only the part that matters to them is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np

from detente.sources.duplicates import (
    FORM,
    RULES,
    Index,
    Known,
    Placed,
    Relation,
    Source,
    place_one,
    sketched,
)


class Member(Protocol):
    """A report that was placed before."""

    @property
    def source(self) -> Source:
        """What it says."""

    @property
    def family(self) -> str:
        """The id of the first report of its family."""

    @property
    def relation(self) -> Relation:
        """What it is to the report it is nearest to."""

    @property
    def containment(self) -> float:
        """How much of the shorter of the two the longer has."""

    @property
    def superseded_by(self) -> str | None:
        """The id of a later version."""

    @property
    def shingles(self) -> frozenset[int]:
        """Its sketch."""


class Earlier(Protocol):
    """What was placed before, as far as it matters.

    ``heads`` are the first reports of families in canonical order, ``members`` reports in canonical order, ``users``
    the families that use a shingle, by their heads, first users first; ``twins`` reports by the digest of their words.
    """

    @property
    def heads(self) -> Sequence[str]:
        """The first reports of families, by id."""

    @property
    def members(self) -> Sequence[Member]:
        """Reports that share enough with a new one."""

    @property
    def users(self) -> Mapping[int, Sequence[str]]:
        """Who uses a shingle."""

    @property
    def twins(self) -> Mapping[str, str]:
        """Who has the same words."""


class Placer:
    """Places reports; the same reports end in the same places however many come at a time."""

    rules = RULES

    def sketch(self, source: Source) -> tuple[str, tuple[int, ...]]:
        """The digest of a report's words and its shingles as signed 64-bit numbers, both for keeping."""
        digest, sketch = sketched(source)
        return digest.hex(), tuple(sorted(np.array(sorted(sketch), dtype=np.uint64).view(np.int64).tolist()))

    def place(
        self, earlier: Earlier, sources: Iterable[tuple[Source, str, frozenset[int]]]
    ) -> tuple[dict[str, Placed], list[tuple[int, str]]]:
        """Place reports that follow on those before.

        Args:
            earlier: what was placed before them.
            sources: the reports in canonical order, each with its digest and shingles.

        Returns:
            Where each of them, and each member given, belongs; and which report brought which shingle to its family.
        """
        index = _index(earlier)
        for source, digest, shingles in sources:
            place_one(index, source, bytes.fromhex(digest), shingles)
        return {report.source.id: index.placed(report) for report in index.known}, index.first_users


def _index(earlier: Earlier) -> Index:
    """The index as it was when the last of the earlier reports had been placed, where it matters."""
    numbers = {head: number for number, head in enumerate(earlier.heads)}
    index = Index(families=[[] for _ in numbers])
    for member in earlier.members:
        known = Known(
            member.source,
            len(index.known),
            numbers[member.family],
            member.shingles,
            member.relation,
            member.containment,
            member.superseded_by,
        )
        index.known.append(known)
        index.families[known.family].append(known.number)
    for shingle, heads in earlier.users.items():
        if len(heads) > FORM:
            index.forms.add(shingle)
        else:
            index.users[shingle] = tuple(numbers[head] for head in heads)
    by_id = {report.source.id: report.number for report in index.known}
    index.exact = {bytes.fromhex(digest): by_id[name] for digest, name in earlier.twins.items()}
    return index
