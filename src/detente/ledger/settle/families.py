"""Which reports copy or update one another; the comparison of texts is the caller's, who may read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, delete, insert, select

from detente.ledger.pending import mark, settled, waiting
from detente.ledger.schema import CodedCommitment, CodedEvent, Family, Reading, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What families are found by: one report's day, outlet and text."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    text: str


class Placement(Protocol):
    """Where a report belongs, as the caller's comparison of texts has it."""

    @property
    def family(self) -> str:
        """The id of the first report of its family."""

    @property
    def relation(self) -> str:
        """What it is to the report that it is nearest to: original, copy, update, reprint."""

    @property
    def superseded_by(self) -> str | None:
        """The id of a later version that takes its place."""

    @property
    def containment(self) -> float:
        """How much of the shorter text stands in the longer one, from 0 to 1."""


Placer = Callable[[Iterable[Text]], Mapping[str, Placement]]


def settle_families(connection: Connection, dossier: int, placer: Placer) -> int:
    """Place the reports of a dossier anew where one came in; returns how many had come in.

    A report that came late may stand before others, so that all of them are placed again, in canonical order;
    the rows of those whose family changed are marked.
    """
    blocks = waiting(connection, dossier, "families")
    if not blocks:
        return 0
    numbers = _numbers(connection, dossier)
    placed = placer(_texts(connection, dossier))
    columns = (Family.report, Family.family, Family.relation, Family.superseded_by, Family.containment)
    stored = connection.execute(select(*columns).where(Family.dossier == dossier))
    old = {row.report: tuple(row)[1:] for row in stored}
    rows = {numbers[name]: _columns(place, numbers) for name, place in placed.items()}
    changed = sorted(report for report, row in rows.items() if old.get(report) != tuple(row.values()))
    for report in changed:
        connection.execute(delete(Family).where(Family.dossier == dossier, Family.report == report))
    if changed:
        connection.execute(insert(Family), [{"dossier": dossier, "report": n, **rows[n]} for n in changed])
    moved = [report for report in changed if (old[report][0] if report in old else report) != rows[report]["family"]]
    _mark_rows(connection, dossier, moved)
    settled(connection, dossier, "families", blocks)
    return len(blocks)


def _numbers(connection: Connection, dossier: int) -> dict[str, int]:
    query = select(Report.id, Report.no).join(Reading, Reading.report == Report.no).where(Reading.dossier == dossier)
    return {row.id: row.no for row in connection.execute(query)}


def _texts(connection: Connection, dossier: int) -> Iterator[Text]:
    """The reports in canonical order, read as they are asked for."""
    query = (
        select(Report.no)
        .join(Reading, Reading.report == Report.no)
        .where(Reading.dossier == dossier, Reading.revision == 1)
        .order_by(Reading.known, Report.id)
    )
    for number in list(connection.scalars(query)):
        found = connection.execute(select(Report.id, Report.body).where(Report.no == number)).one()
        yield Text(id=found.id, **json.loads(found.body))


def _columns(place: Placement, numbers: Mapping[str, int]) -> dict[str, object]:
    return {
        "family": numbers[place.family],
        "relation": place.relation,
        "superseded_by": numbers.get(place.superseded_by or ""),
        "containment": round(place.containment, 4),
    }


def _mark_rows(connection: Connection, dossier: int, reports: list[int]) -> None:
    """Mark the blocks of the reports whose family is another than before."""
    for report in reports:
        for table, layer in ((CodedEvent, "events"), (CodedCommitment, "commitments")):
            blocks = select(table.block).where(table.dossier == dossier, table.report == report).distinct()
            mark(connection, dossier, layer, connection.scalars(blocks))
