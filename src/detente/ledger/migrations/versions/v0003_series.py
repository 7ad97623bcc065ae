"""Pairs and counts by day for series, what lies ahead for pages as of a day, sketches for new reports."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WORDS = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
NUMBER = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
AHEAD: dict[str, Any] = {"sqlite_where": sa.text("day > known"), "postgresql_where": sa.text("day > known")}
BATCH = 5000  # events of which pairs are written at a time


def upgrade() -> None:
    """Make the tables and fill them from what is settled."""
    _parties()
    _states()
    _watches()
    op.create_index("ix_events_ahead", "events", ["dossier", "day", "id", "known"], **AHEAD)
    _pairs()
    _day_counts()
    _sketches()
    _fill_pairs(op.get_bind())


def downgrade() -> None:
    """Nothing: a ledger never goes back, since rows would be lost.

    Raises:
        NotImplementedError: always.
    """
    raise NotImplementedError("a ledger does not go back to an earlier version")


def _parties() -> None:
    op.add_column("parties", sa.Column("known", WORDS, nullable=False, server_default=""))
    for layer in ("events", "commitments"):
        op.execute(
            f"UPDATE parties SET known = m.known FROM {layer} AS m "  # noqa: S608  a constant
            f"WHERE parties.layer = '{layer}' AND m.dossier = parties.dossier AND m.id = parties.row"
        )
    op.create_index("ix_parties_ahead", "parties", ["dossier", "layer", "actor", "day", "row", "known"], **AHEAD)


def _states() -> None:
    op.drop_index("ix_state_changes_state", "state_changes")
    columns = ["dossier", "state", "made", "commitment", "until", "known", "step"]
    op.create_index("ix_state_changes_state", "state_changes", columns)


def _watches() -> None:
    op.add_column("watches", sa.Column("known", WORDS, nullable=False, server_default=""))
    op.add_column("watches", sa.Column("closed", WORDS, nullable=False, server_default="~"))
    op.execute(
        "UPDATE watches SET known = m.known FROM commitments AS m "
        "WHERE m.dossier = watches.dossier AND m.id = watches.commitment"
    )


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("dossier", NUMBER, nullable=False),
        *(sa.Column(name, WORDS, nullable=False) for name in ("one", "other", "day", "row", "known", "event")),
        sa.Column("mode", WORDS, nullable=True),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("families", sa.Integer(), nullable=False),
        sa.Column("sides", WORDS, nullable=False),
        sa.Column("text", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_pairs_dossier"),
        sa.PrimaryKeyConstraint("dossier", "one", "other", "day", "row", name="pk_pairs"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pairs_row", "pairs", ["dossier", "row"])


def _day_counts() -> None:
    op.create_table(
        "day_counts",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("day", WORDS, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_day_counts_dossier"),
        sa.PrimaryKeyConstraint("dossier", "day", "known", name="pk_day_counts"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO day_counts (dossier, day, known, events) SELECT dossier, day, known, count(*) "
        "FROM events WHERE factuality = 'occurred' GROUP BY dossier, day, known"
    )


def _sketches() -> None:
    op.create_table(
        "sketches",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("made", WORDS, nullable=False),
        sa.Column("digest", WORDS, nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_sketches_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_sketches_report"),
        sa.PrimaryKeyConstraint("dossier", "report", name="pk_sketches"),
    )
    op.create_index("ix_sketches_digest", "sketches", ["dossier", "digest"])
    op.create_table(
        "shingles",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("shingle", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_shingles_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_shingles_report"),
        sa.PrimaryKeyConstraint("dossier", "shingle", "report", name="pk_shingles"),
        sqlite_with_rowid=False,
    )


def _fill_pairs(connection: sa.Connection) -> None:
    """Write the pairs of every event that occurred, some thousand events at a time."""
    dossier, last = 0, ""
    while True:
        query = sa.text(
            "SELECT dossier, id, day, known, event, mode, score, families, text FROM events WHERE factuality = 'occurred'"
            " AND (dossier > :dossier OR (dossier = :dossier AND id > :last)) ORDER BY dossier, id LIMIT :batch"
        )
        found = connection.execute(query, {"dossier": dossier, "last": last, "batch": BATCH}).mappings().all()
        if not found:
            return
        _put(connection, [dict(row) for row in found])
        dossier, last = found[-1]["dossier"], found[-1]["id"]


def _put(connection: sa.Connection, events: list[dict[str, object]]) -> None:
    parties: dict[tuple[object, object], list[tuple[str, str]]] = {}
    query = sa.text(
        'SELECT dossier, "row", actor, parts FROM parties'
        " WHERE layer = 'events' AND dossier = :dossier AND \"row\" >= :first AND \"row\" <= :last"
    )
    for dossier in sorted({int(str(event["dossier"])) for event in events}):
        ids = [str(event["id"]) for event in events if event["dossier"] == dossier]
        for row in connection.execute(query, {"dossier": dossier, "first": ids[0], "last": ids[-1]}):
            parties.setdefault((row[0], row[1]), []).append((row[2], row[3]))
    rows = [
        {name: value for name, value in event.items() if name != "id"} | {"row": event["id"], "one": one, "other": other, "sides": sides}
        for event in events
        for one, other, sides in _sides(parties.get((event["dossier"], event["id"]), []))
    ]
    if rows:
        table = sa.table("pairs", *map(sa.column, rows[0]))
        connection.execute(table.insert(), rows)


def _sides(parties: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """The pairs of states among the parties of an event of which at least one acts."""
    names = [actor for actor, _ in parties]
    roots = {actor: parts for actor, parts in parties if "/" not in actor}
    leaves = [actor.partition("/")[0] for actor in names if not any(each.startswith(f"{actor}/") for each in names)]
    return [
        (one, other, f"{roots[one]} {roots[other]}")
        for one, other in combinations_with_replacement(sorted(roots), 2)
        if (one != other or leaves.count(one) > 1) and "a" in roots[one] + roots[other]
    ]
