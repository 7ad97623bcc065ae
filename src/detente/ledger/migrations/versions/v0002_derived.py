"""What adds up: families, merged events and commitments, states, actors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORDS = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
NUMBER = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    for make in MAKERS:
        make()


def downgrade() -> None:
    """Nothing: a ledger never goes back, since rows would be lost.

    Raises:
        NotImplementedError: always.
    """
    raise NotImplementedError("a ledger does not go back to an earlier version")



def _families() -> None:
    op.create_table(
        "families",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("family", NUMBER, nullable=False),
        sa.Column("relation", WORDS, nullable=False),
        sa.Column("superseded_by", NUMBER, nullable=True),
        sa.Column("containment", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_families_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_families_report"),
        sa.ForeignKeyConstraint(["family"], ["reports.no"], name="fk_families_family"),
        sa.ForeignKeyConstraint(["superseded_by"], ["reports.no"], name="fk_families_superseded_by"),
        sa.PrimaryKeyConstraint("dossier", "report", name="pk_families"),
    )
    op.create_index("ix_families_family", "families", ["dossier", "family"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("block", WORDS, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("last", WORDS, nullable=False),
        sa.Column("day", WORDS, nullable=False),
        sa.Column("event", WORDS, nullable=False),
        sa.Column("mode", WORDS, nullable=True),
        sa.Column("quad", WORDS, nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("factuality", WORDS, nullable=False),
        sa.Column("place_key", WORDS, nullable=True),
        sa.Column("place_country", WORDS, nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("families", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_events_dossier"),
        sa.PrimaryKeyConstraint("dossier", "id", name="pk_events"),
    )
    op.create_index("ix_events_block", "events", ["dossier", "block"])
    op.create_index("ix_events_country", "events", ["dossier", "place_country", "day", "id"])
    op.create_index("ix_events_day", "events", ["dossier", "day", "id"])
    op.create_index("ix_events_factuality", "events", ["dossier", "factuality", "day", "id"])
    op.create_index("ix_events_known", "events", ["dossier", "known", "id"])
    op.create_index("ix_events_place", "events", ["dossier", "place_key", "day", "id"])
    op.create_index("ix_events_type", "events", ["dossier", "event", "day", "id"])


def _commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("block", WORDS, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("last", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("holder", WORDS, nullable=True),
        sa.Column("deadline", WORDS, nullable=True),
        sa.Column("place_key", WORDS, nullable=True),
        sa.Column("place_country", WORDS, nullable=True),
        sa.Column("certainty", WORDS, nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("families", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_commitments_dossier"),
        sa.PrimaryKeyConstraint("dossier", "id", name="pk_commitments"),
    )
    op.create_index("ix_commitments_block", "commitments", ["dossier", "block"])
    op.create_index("ix_commitments_country", "commitments", ["dossier", "place_country", "known", "id"])
    op.create_index("ix_commitments_deadline", "commitments", ["dossier", "deadline", "id"])
    op.create_index("ix_commitments_kind", "commitments", ["dossier", "kind", "known", "id"])
    op.create_index("ix_commitments_known", "commitments", ["dossier", "known", "id"])
    op.create_index("ix_commitments_place", "commitments", ["dossier", "place_key", "known", "id"])


def _state_changes() -> None:
    op.create_table(
        "state_changes",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("commitment", WORDS, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("state", WORDS, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("until", WORDS, nullable=False),
        sa.Column("made", WORDS, nullable=False),
        sa.Column("row", WORDS, nullable=True),
        sa.Column("rule", WORDS, nullable=False),
        sa.Column("why", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_state_changes_dossier"),
        sa.PrimaryKeyConstraint("dossier", "commitment", "step", name="pk_state_changes"),
    )
    op.create_index("ix_state_changes_known", "state_changes", ["dossier", "known", "commitment"])
    op.create_index("ix_state_changes_state", "state_changes", ["dossier", "state", "made", "commitment"])


def _contradictions() -> None:
    op.create_table(
        "contradictions",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("row", WORDS, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("layer", WORDS, nullable=False),
        sa.Column("field", WORDS, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("says", WORDS, nullable=False),
        sa.Column("rows", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_contradictions_dossier"),
        sa.PrimaryKeyConstraint("dossier", "row", "step", name="pk_contradictions"),
    )
    op.create_index("ix_contradictions_known", "contradictions", ["dossier", "known", "row"])


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("layer", WORDS, nullable=False),
        sa.Column("actor", WORDS, nullable=False),
        sa.Column("day", WORDS, nullable=False),
        sa.Column("row", WORDS, nullable=False),
        sa.Column("parts", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_parties_dossier"),
        sa.PrimaryKeyConstraint("dossier", "layer", "actor", "day", "row", name="pk_parties"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_parties_row", "parties", ["dossier", "row"])


def _watches() -> None:
    op.create_table(
        "watches",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("type", WORDS, nullable=False),
        sa.Column("root", WORDS, nullable=False),
        sa.Column("commitment", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_watches_dossier"),
        sa.PrimaryKeyConstraint("dossier", "type", "root", "commitment", name="pk_watches"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_watches_commitment", "watches", ["dossier", "commitment"])


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("country", WORDS, nullable=True),
        sa.Column("sector", WORDS, nullable=True),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("last", WORDS, nullable=False),
        sa.Column("spoke", WORDS, nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_actors_dossier"),
        sa.PrimaryKeyConstraint("dossier", "id", name="pk_actors"),
    )
    op.create_index("ix_actors_known", "actors", ["dossier", "known", "id"])
    op.create_index("ix_actors_reports", "actors", ["dossier", "reports", "id"])
    op.create_index("ix_actors_spoke", "actors", ["dossier", "spoke", "id"])


def _pending() -> None:
    op.create_table(
        "pending",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("layer", WORDS, nullable=False),
        sa.Column("block", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_pending_dossier"),
        sa.PrimaryKeyConstraint("dossier", "layer", "block", name="pk_pending"),
    )


MAKERS = (
    _families,
    _events,
    _commitments,
    _state_changes,
    _contradictions,
    _parties,
    _watches,
    _actors,
    _pending,
)
