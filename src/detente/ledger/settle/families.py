"""Which reports copy or update one another; the comparison of texts is the caller's, who may read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, delete, func, insert, select

from detente.ledger.load import chunks
from detente.ledger.pending import mark, settled, waiting
from detente.ledger.schema import CodedCommitment, CodedEvent, Family, Reading, Report, Shingle, Sketch
from detente.ledger.settle.earlier import Earlier, Sketched, Text, earlier_than, texts_of
from detente.ledger.settle.sketches import packed, unpacked


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


class Placer(Protocol):
    """The comparison of texts, which the caller gives; ``rules`` names what it goes by."""

    rules: str

    def sketch(self, source: Text) -> tuple[str, tuple[int, ...]]:
        """The digest of a report's words, and its shingles."""

    def place(
        self, earlier: Earlier, sources: Iterable[tuple[Text, str, frozenset[int]]]
    ) -> tuple[Mapping[str, Placement], Sequence[tuple[int, str]]]:
        """Where reports belong, and which of them brought which shingle to its family."""


def settle_families(connection: Connection, dossier: int, placer: Placer) -> int:
    """Place the reports of a dossier that came in; returns how many had.

    A report is compared with those before it, in canonical order, so that those from the first new one on are
    placed: at the end of a long dossier few, in its middle half of them. The rows of those whose family changed
    are marked.
    """
    blocks = waiting(connection, dossier, "families")
    if not blocks:
        return 0
    order = _from_first_new(connection, dossier, placer.rules)
    if order:
        later = set(order)
        new = _sketched(connection, dossier, placer, order)
        _forget_shingles(connection, dossier, dict(zip(order, new, strict=True)))
        earlier = earlier_than(connection, dossier, later, new)
        placed, users = placer.place(earlier, ((each.source, each.digest, each.shingles) for each in new))
        numbers = _numbers(connection, [*placed])
        _put_families(connection, dossier, placed, numbers)
        rows = [{"dossier": dossier, "shingle": shingle, "report": numbers[name]} for shingle, name in users]
        if rows:
            connection.execute(insert(Shingle), rows)
    settled(connection, dossier, "families", blocks)
    return len(blocks)


def _from_first_new(connection: Connection, dossier: int, rules: str) -> list[int]:
    """The reports from the first on that was not placed by these rules, in canonical order, by number."""
    order = (Reading.known, Report.id)
    query = select(*order).join(Report, Report.no == Reading.report)
    query = query.where(Reading.dossier == dossier, Reading.revision == 1)
    sketch = (Sketch.dossier == dossier) & (Sketch.report == Reading.report) & (Sketch.made == rules)
    first = connection.execute(
        query.outerjoin(Sketch, sketch).where(Sketch.report.is_(None)).order_by(*order).limit(1)
    ).one_or_none()
    if first is None:
        return []
    known, name = first
    later = query.add_columns(Report.no).where(Reading.known >= known).order_by(*order)
    return [row.no for row in connection.execute(later) if (row.known, row.id) >= (known, name)]


def _sketched(connection: Connection, dossier: int, placer: Placer, order: Sequence[int]) -> list[Sketched]:
    """The reports with their sketches; those that had none are given one."""
    texts = texts_of(connection, order)
    kept: dict[int, tuple[str, tuple[int, ...]]] = {}
    for some in chunks(order):
        query = select(Sketch).where(Sketch.dossier == dossier, Sketch.report.in_(some), Sketch.made == placer.rules)
        kept |= {row.report: (row.digest, unpacked(row.shingles)) for row in connection.execute(query)}
    made = {number: placer.sketch(texts[number]) for number in order if number not in kept}
    for some in chunks([*made]):
        connection.execute(delete(Sketch).where(Sketch.dossier == dossier, Sketch.report.in_(some)))
    rows = [
        {"dossier": dossier, "report": number, "made": placer.rules, "digest": digest, "shingles": packed(shingles)}
        for number, (digest, shingles) in made.items()
    ]
    if rows:
        connection.execute(insert(Sketch), rows)
    found = kept | made
    return [Sketched(source=texts[n], digest=found[n][0], shingles=frozenset(found[n][1])) for n in order]


def _forget_shingles(connection: Connection, dossier: int, later: Mapping[int, Sketched]) -> None:
    """Take back what these reports brought to their families; where all are placed anew, all of it."""
    sketched = select(func.count()).where(Sketch.dossier == dossier)
    if connection.scalar(sketched) == len(later):
        connection.execute(delete(Shingle).where(Shingle.dossier == dossier))
        return
    placed: set[int] = set()
    for some in chunks([*later]):
        placed.update(connection.scalars(select(Family.report).where(Family.dossier == dossier, Family.report.in_(some))))
    for report in sorted(placed):
        for shingles in chunks(sorted(later[report].shingles)):
            mine = (Shingle.dossier == dossier, Shingle.report == report, Shingle.shingle.in_(shingles))
            connection.execute(delete(Shingle).where(*mine))


def _numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(ids):
        found |= {row.id: row.no for row in connection.execute(select(Report.id, Report.no).where(Report.id.in_(some)))}
    return found


def _put_families(
    connection: Connection, dossier: int, placed: Mapping[str, Placement], numbers: Mapping[str, int]
) -> None:
    """Write what differs, and mark the rows of reports whose family is another than before."""
    rows = {numbers[name]: _columns(place, numbers) for name, place in placed.items()}
    columns = (Family.report, Family.family, Family.relation, Family.superseded_by, Family.containment)
    old: dict[int, tuple[Any, ...]] = {}
    for some in chunks([*rows]):
        stored = connection.execute(select(*columns).where(Family.dossier == dossier, Family.report.in_(some)))
        old |= {row.report: tuple(row)[1:] for row in stored}
    changed = sorted(report for report, row in rows.items() if old.get(report) != tuple(row.values()))
    for some in chunks(changed):
        connection.execute(delete(Family).where(Family.dossier == dossier, Family.report.in_(some)))
    if changed:
        connection.execute(insert(Family), [{"dossier": dossier, "report": n, **rows[n]} for n in changed])
    moved = [report for report in changed if (old[report][0] if report in old else report) != rows[report]["family"]]
    _mark_rows(connection, dossier, moved)


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
