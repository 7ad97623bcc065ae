"""Store records, a transaction each; what is there already changes nothing.

Nothing that comes in is ever changed or dropped. Of several records of one report the *current* one counts:
that of the newest coder version, and of equal versions the one that came last.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Select, func, insert, select, update

from detente.errors import RecordError
from detente.ledger.bodies import mark_of, parts_of
from detente.ledger.checks import check
from detente.ledger.coding import drop_rows, put_rows, refresh
from detente.ledger.engine import reading, writing
from detente.ledger.pending import mark
from detente.ledger.review import review_from
from detente.ledger.rows import UNDATED
from detente.ledger.schema import Dossier, Reading, Review, Sighting, StoredRecord
from detente.ledger.schema import Report as ReportRow
from detente.records import Coder, Record, Report
from detente.records.identify import content_id

Outcome = Literal["new", "reread", "known"]


class Writer:
    """Stores the records of one dossier."""

    def __init__(self, engine: Engine, dossier: str) -> None:
        self.engine = engine
        self.dossier = dossier

    def store(self, record: Record) -> Outcome:
        """Whether the report is new, was read anew, or is known with this very record.

        Raises:
            RecordError: the record is damaged or of another schema.
            LedgerError: the database fails; nothing of this record is stored then.
        """
        check(record)
        parts = parts_of(record)
        with writing(self.engine) as connection:
            return _Storing(connection, dossier_no(connection, self.dossier)).put(record, *parts)


    def is_known(self, report: Report, coder: Coder) -> bool:
        """Whether the dossier has the report read by this very coder; if so, where it was found is noted.

        Raises:
            LedgerError: the database fails.
        """
        query = (
            select(Reading.report)
            .join(StoredRecord, StoredRecord.no == Reading.record)
            .join(ReportRow, ReportRow.no == Reading.report)
            .join(Dossier, Dossier.no == Reading.dossier)
            .where(ReportRow.id == report.id, Dossier.name == self.dossier)
            .where(StoredRecord.version == coder.version, StoredRecord.model == coder.model)
            .where(StoredRecord.lexicon == coder.lexicon)
        )
        with reading(self.engine) as connection:
            known = connection.scalar(query.limit(1)) is not None
        if known:
            self.see(report.id, parts_of(Record(coder=coder, report=report))[1])
        return known

    def see(self, report: str, sighting: dict[str, Any]) -> None:
        """Note where a report of the dossier was found.

        Raises:
            RecordError: the ledger has no such report.
            LedgerError: the database fails.
        """
        with reading(self.engine) as connection:
            found = connection.scalar(select(ReportRow.no).where(ReportRow.id == report))
            if found is None:
                raise RecordError(f"a sighting of {report}, which the ledger does not have: its record must come first")
            if connection.scalar(_sighted(self.dossier, found, mark_of(sighting))) is not None:
                return
        with writing(self.engine) as connection:
            _Storing(connection, dossier_no(connection, self.dossier)).see(found, sighting)

    def review(self, values: dict[str, Any]) -> Outcome:
        """Keep a review as it was exported and apply it; 'known' where it is there already.

        Raises:
            RecordError: it is none, or its id is not the hash of what it says.
            LedgerError: the database fails.
        """
        if review_from(values).id != values["id"]:
            raise RecordError(f"the id of review {values['id']} is not the hash of what it says: it was edited")
        with writing(self.engine) as connection:
            dossier = dossier_no(connection, self.dossier)
            if connection.scalar(select(Review.id).where(Review.dossier == dossier, Review.id == values["id"])):
                return "known"
            report = connection.scalar(select(ReportRow.no).where(ReportRow.id == values["report"]))
            connection.execute(insert(Review).values(values | {"dossier": dossier, "report": report}))
            if report is None:
                mark(connection, dossier, "states", [values["row"]])
            elif _is_in(connection, dossier, report):
                refresh(connection, dossier, report)
            return "new"


def _sighted(dossier: str, report: int, mark: str) -> Select[str]:
    named = select(Dossier.no).where(Dossier.name == dossier).scalar_subquery()
    return select(Sighting.mark).where(Sighting.dossier == named, Sighting.report == report, Sighting.mark == mark)


def _is_in(connection: Connection, dossier: int, report: int) -> bool:
    query = select(Reading.record).where(Reading.dossier == dossier, Reading.report == report)
    return connection.scalar(query.limit(1)) is not None


def dossier_no(connection: Connection, name: str) -> int:
    """The number of a dossier, which is made where there is none."""
    found = connection.scalar(select(Dossier.no).where(Dossier.name == name))
    return _new(connection, Dossier, name=name) if found is None else found


class _Storing:
    """One record on its way into the tables."""

    def __init__(self, connection: Connection, dossier: int) -> None:
        self.connection = connection
        self.dossier = dossier

    def put(self, record: Record, content: str, sighting: dict[str, Any], rows: str) -> Outcome:
        """Store all parts that are not there yet."""
        report = self._report(record, content)
        self.see(report, sighting)
        stored = self._record(record, report, rows)
        return self._reading(record, report, stored)

    def _report(self, record: Record, content: str) -> int:
        report = record.report
        found = self.connection.scalar(select(ReportRow.no).where(ReportRow.id == report.id))
        if found is not None:
            return found
        return _new(
            self.connection,
            ReportRow,
            id=report.id,
            title=report.title,
            published=report.published,
            outlet=report.outlet,
            body=content,
        )

    def see(self, report: int, sighting: dict[str, Any]) -> None:
        """Store a sighting that is not there yet."""
        mark = mark_of(sighting)
        key = {"dossier": self.dossier, "report": report, "mark": mark}
        if self.connection.scalar(select(Sighting.mark).filter_by(**key)) is None:
            self.connection.execute(insert(Sighting).values(**key, key=sighting["key"], body=sighting))

    def _record(self, record: Record, report: int, rows: str) -> int:
        made = content_id(rows)
        found = self.connection.scalar(select(StoredRecord.no).where(StoredRecord.id == made))
        if found is not None:
            return found
        coder = record.coder
        return _new(
            self.connection,
            StoredRecord,
            id=made,
            report=report,
            version=coder.version,
            model=coder.model,
            lexicon=coder.lexicon,
            body=rows,
        )

    def _reading(self, record: Record, report: int, stored: int) -> Outcome:
        """Make the record one of the dossier's, and its rows count if it is the newest."""
        mine = Reading.dossier == self.dossier, Reading.report == report
        if self.connection.scalar(select(Reading.record).where(*mine, Reading.record == stored)) is not None:
            return "known"
        last = self.connection.scalar(select(func.max(Reading.revision)).where(*mine)) or 0
        current = self._is_newest(record.coder.version, report)
        if current and last:
            self.connection.execute(update(Reading).where(*mine).values(current=False))
            drop_rows(self.connection, self.dossier, report)
        self.connection.execute(
            insert(Reading).values(
                dossier=self.dossier,
                report=report,
                record=stored,
                known=record.report.published or UNDATED,
                revision=last + 1,
                current=current,
            )
        )
        if current:
            put_rows(self.connection, self.dossier, report, record)
        return "reread" if last else "new"

    def _is_newest(self, version: str, report: int) -> bool:
        query = (
            select(StoredRecord.version)
            .join(Reading, Reading.record == StoredRecord.no)
            .where(Reading.dossier == self.dossier, Reading.report == report, Reading.current)
        )
        found = self.connection.scalar(query)
        return found is None or version_key(version) >= version_key(found)


def version_key(version: str) -> tuple[tuple[int, str], ...]:
    """What versions are compared by: '0.10.0' comes after '0.9.2', a release after its drafts.

    >>> version_key("0.10.0") > version_key("0.9.2")
    True
    """
    release = re.match(r"[\d.]*", version)
    numbers = tuple((int(part), "") for part in re.findall(r"\d+", release[0] if release else ""))
    return (*numbers, (-1 if re.search(r"(a|b|rc|dev)\d", version) else 0, version))


def _new(connection: Connection, table: Any, **values: Any) -> int:
    return int(connection.execute(insert(table).values(**values)).inserted_primary_key[0])  # type: ignore[index]
