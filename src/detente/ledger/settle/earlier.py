"""What a new report must be compared with, out of the tables: the few reports before it that share words with it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from detente.ledger.load import chunks
from detente.ledger.rows import UNDATED
from detente.ledger.schema import Family, Report, Shingle, Sketch
from detente.ledger.settle.sketches import unpacked

SHARED = 2  # shingles that reports share before they are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What families are found by: one report's day, outlet and text."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketched:
    """A report with the digest of its words and its shingles."""

    source: Text
    digest: str
    shingles: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A report that was placed before; ``family`` is the id of the first report of its family."""

    source: Text
    family: str
    relation: Any
    containment: float
    superseded_by: str | None
    shingles: frozenset[int]


@dataclass(slots=True, kw_only=True)
class Earlier:
    """Families in canonical order of their heads, members likewise, users of shingles, reports by digest."""

    heads: Sequence[str] = ()
    members: Sequence[Member] = ()
    users: Mapping[int, Sequence[str]]
    twins: Mapping[str, str]


def texts_of(connection: Connection, numbers: Sequence[int]) -> dict[int, Text]:
    """The texts of reports by number."""
    found: dict[int, Text] = {}
    for some in chunks(numbers):
        for row in connection.execute(select(Report.no, Report.id, Report.body).where(Report.no.in_(some))):
            found[row.no] = Text(id=row.id, **json.loads(row.body))
    return found


def earlier_than(connection: Connection, dossier: int, later: Collection[int], new: Sequence[Sketched]) -> Earlier:
    """What was placed before reports that come in.

    Args:
        connection: to the ledger.
        dossier: by number.
        later: the numbers of the reports that are placed now; nothing of them counts.
        new: the same reports, sketched.
    """
    users = _users(connection, dossier, {shingle for each in new for shingle in each.shingles})
    twins = _twins(connection, dossier, later, {each.digest for each in new if each.digest})
    families = {family for family, _ in twins.values()} | _superseded(connection, dossier, later)
    for each in new:
        shared = Counter(family for shingle in each.shingles for family in users.get(shingle, ()))
        families.update(family for family, count in shared.items() if count >= SHARED)
    members = _members(connection, dossier, families, later)
    theirs = {shingle for _, member in members for shingle in member.shingles}
    users |= _users(connection, dossier, theirs - users.keys())
    heads = _heads(connection, families | {family for all_ in users.values() for family in all_})
    return Earlier(
        heads=tuple(heads.values()),
        members=tuple(member for _, member in members),
        users={shingle: [heads[family] for family in all_] for shingle, all_ in users.items()},
        twins={digest: name for digest, (_, name) in twins.items()},
    )


def _day() -> Any:
    return func.coalesce(Report.published, UNDATED)


def _users(connection: Connection, dossier: int, shingles: Iterable[int]) -> dict[int, list[int]]:
    """The families that use a shingle, by the numbers of their heads, first users first."""
    found: dict[int, list[int]] = {}
    for some in chunks(sorted(shingles)):
        query = (
            select(Shingle.shingle, Family.family)
            .join(Family, (Family.dossier == Shingle.dossier) & (Family.report == Shingle.report))
            .join(Report, Report.no == Shingle.report)
            .where(Shingle.dossier == dossier, Shingle.shingle.in_(some))
            .order_by(Shingle.shingle, _day(), Report.id)
        )
        for shingle, family in connection.execute(query):
            found.setdefault(shingle, []).append(family)
    return found


def _twins(
    connection: Connection, dossier: int, later: Collection[int], digests: Iterable[str]
) -> dict[str, tuple[int, str]]:
    """The family and the id of an earlier report of the same words, by digest."""
    found: dict[str, tuple[int, str]] = {}
    for some in chunks(sorted(digests)):
        query = (
            select(Sketch.digest, Sketch.report, Family.family, Report.id)
            .join(Family, (Family.dossier == Sketch.dossier) & (Family.report == Sketch.report))
            .join(Report, Report.no == Sketch.report)
            .where(Sketch.dossier == dossier, Sketch.digest.in_(some))
            .order_by(_day(), Report.id)
        )
        for digest, report, family, name in connection.execute(query):
            if report not in later:
                found.setdefault(digest, (family, name))
    return found


def _superseded(connection: Connection, dossier: int, later: Collection[int]) -> set[int]:
    """The families of earlier reports that a report placed now had replaced."""
    query = select(Family.family, Family.report, Family.superseded_by).where(
        Family.dossier == dossier, Family.superseded_by.is_not(None)
    )
    return {row.family for row in connection.execute(query) if row.superseded_by in later and row.report not in later}


def _members(
    connection: Connection, dossier: int, families: Collection[int], later: Collection[int]
) -> list[tuple[int, Member]]:
    """The earlier reports of families with their numbers, in canonical order."""
    head, newer = aliased(Report), aliased(Report)
    found: list[tuple[tuple[str, str], int, Any]] = []
    for some in chunks(sorted(families)):
        query = (
            select(Family.report, Family.relation, Family.containment, Family.superseded_by, Sketch.shingles)
            .add_columns(head.id.label("head"), newer.id.label("newer"), _day().label("day"), Report.id)
            .join(Report, Report.no == Family.report)
            .join(head, head.no == Family.family)
            .join(Sketch, (Sketch.dossier == Family.dossier) & (Sketch.report == Family.report))
            .outerjoin(newer, newer.no == Family.superseded_by)
            .where(Family.dossier == dossier, Family.family.in_(some))
        )
        found += [((row.day, row.id), row.report, row) for row in connection.execute(query) if row.report not in later]
    found.sort(key=lambda each: each[0])
    texts = texts_of(connection, [report for _, report, _ in found])
    return [
        (
            report,
            Member(
                source=texts[report],
                family=row.head,
                relation=row.relation,
                containment=row.containment,
                superseded_by=None if row.superseded_by in later else row.newer,
                shingles=frozenset(unpacked(row.shingles)),
            ),
        )
        for _, report, row in found
    ]


def _heads(connection: Connection, families: Iterable[int]) -> dict[int, str]:
    """The ids of the first reports of families by their numbers, in canonical order."""
    found: list[tuple[str, str, int]] = []
    for some in chunks(sorted(families)):
        query = select(_day().label("day"), Report.id, Report.no).where(Report.no.in_(some))
        found += [(row.day, row.id, row.no) for row in connection.execute(query)]
    return {number: name for _, name, number in sorted(found)}
