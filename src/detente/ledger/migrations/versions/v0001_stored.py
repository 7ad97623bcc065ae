"""What comes in and the rows as read, with full-text search over sentences."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WORDS = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
NUMBER = sa.Integer().with_variant(sa.BigInteger(), "postgresql")

_FTS5 = "fts5(words, content='sentences', content_rowid='no', tokenize='unicode61 remove_diacritics 0')"
_ADD = "INSERT INTO sentence_words(rowid, words) VALUES (new.no, new.words)"
_DROP = "INSERT INTO sentence_words(sentence_words, rowid, words) VALUES ('delete', old.no, old.words)"
SEARCH = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE sentence_words USING {_FTS5}",
        f"CREATE TRIGGER sentences_added AFTER INSERT ON sentences BEGIN {_ADD}; END",
        f"CREATE TRIGGER sentences_gone AFTER DELETE ON sentences BEGIN {_DROP}; END",
    ),
    "postgresql": ("CREATE INDEX ix_sentences_words ON sentences USING gin (to_tsvector('simple', words))",),
}


def upgrade() -> None:
    """Make the tables."""
    for make in MAKERS:
        make()
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Nothing: a ledger never goes back, since rows would be lost.

    Raises:
        NotImplementedError: always.
    """
    raise NotImplementedError("a ledger does not go back to an earlier version")



def _dossiers() -> None:
    op.create_table(
        "dossiers",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_dossiers"),
        sa.UniqueConstraint("name", name="uq_dossiers_name"),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("title", WORDS, nullable=True),
        sa.Column("published", WORDS, nullable=True),
        sa.Column("outlet", WORDS, nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )


def _sightings() -> None:
    op.create_table(
        "sightings",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("mark", WORDS, nullable=False),
        sa.Column("key", WORDS, nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_sightings_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_sightings_report"),
        sa.PrimaryKeyConstraint("dossier", "report", "mark", name="pk_sightings"),
    )


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("version", WORDS, nullable=False),
        sa.Column("model", WORDS, nullable=False),
        sa.Column("lexicon", WORDS, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_records_report"),
        sa.PrimaryKeyConstraint("no", name="pk_records"),
        sa.UniqueConstraint("id", name="uq_records_id"),
    )
    op.create_index("ix_records_report", "records", ["report"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("record", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_readings_dossier"),
        sa.ForeignKeyConstraint(["record"], ["records.no"], name="fk_readings_record"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_readings_report"),
        sa.PrimaryKeyConstraint("dossier", "record", name="pk_readings"),
        sa.UniqueConstraint("dossier", "report", "revision", name="uq_readings_dossier_report_revision"),
    )
    op.create_index("ix_readings_dossier_known", "readings", ["dossier", "known", "report"])


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("row", WORDS, nullable=False),
        sa.Column("report", NUMBER, nullable=True),
        sa.Column("action", WORDS, nullable=False),
        sa.Column("who", WORDS, nullable=False),
        sa.Column("at", WORDS, nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_reviews_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_reviews_report"),
        sa.PrimaryKeyConstraint("dossier", "id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_dossier_row", "reviews", ["dossier", "row"])


def _sentences() -> None:
    op.create_table(
        "sentences",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_sentences_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_sentences_report"),
        sa.PrimaryKeyConstraint("no", name="pk_sentences"),
    )
    op.create_index("ix_sentences_dossier_report", "sentences", ["dossier", "report"])


def _coded_events() -> None:
    op.create_table(
        "coded_events",
        sa.Column("block", WORDS, nullable=False),
        sa.Column("merged", WORDS, nullable=True),
        sa.Column("day", WORDS, nullable=True),
        sa.Column("event", WORDS, nullable=False),
        sa.Column("factuality", WORDS, nullable=False),
        sa.Column("statement", WORDS, nullable=True),
        sa.Column("body", WORDS, nullable=False),
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("local", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", NUMBER, nullable=True),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("rule", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_coded_events_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_coded_events_report"),
        sa.PrimaryKeyConstraint("dossier", "id", name="pk_coded_events"),
    )
    op.create_index("ix_coded_events_block", "coded_events", ["dossier", "block", "day"])
    op.create_index("ix_coded_events_merged", "coded_events", ["dossier", "merged", "known"])
    op.create_index("ix_coded_events_report", "coded_events", ["dossier", "report"])
    op.create_index("ix_coded_events_sentence", "coded_events", ["sentence", "dossier", "merged"])


def _coded_statements() -> None:
    op.create_table(
        "coded_statements",
        sa.Column("speaker", WORDS, nullable=True),
        sa.Column("medium", WORDS, nullable=True),
        sa.Column("body", WORDS, nullable=False),
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("local", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", NUMBER, nullable=True),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("rule", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_coded_statements_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_coded_statements_report"),
        sa.PrimaryKeyConstraint("dossier", "id", name="pk_coded_statements"),
    )
    op.create_index("ix_coded_statements_report", "coded_statements", ["dossier", "report"])
    op.create_index("ix_coded_statements_sentence", "coded_statements", ["sentence"])
    op.create_index("ix_coded_statements_speaker", "coded_statements", ["dossier", "speaker", "known"])


def _coded_commitments() -> None:
    op.create_table(
        "coded_commitments",
        sa.Column("block", WORDS, nullable=False),
        sa.Column("merged", WORDS, nullable=True),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("holder", WORDS, nullable=True),
        sa.Column("statement", WORDS, nullable=True),
        sa.Column("body", WORDS, nullable=False),
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("local", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", NUMBER, nullable=True),
        sa.Column("text", WORDS, nullable=False),
        sa.Column("rule", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_coded_commitments_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_coded_commitments_report"),
        sa.PrimaryKeyConstraint("dossier", "id", name="pk_coded_commitments"),
    )
    op.create_index("ix_coded_commitments_block", "coded_commitments", ["dossier", "block"])
    op.create_index("ix_coded_commitments_known", "coded_commitments", ["dossier", "known", "merged"])
    op.create_index("ix_coded_commitments_merged", "coded_commitments", ["dossier", "merged", "known"])
    op.create_index("ix_coded_commitments_report", "coded_commitments", ["dossier", "report"])
    op.create_index("ix_coded_commitments_sentence", "coded_commitments", ["sentence", "dossier", "merged"])


def _appearances() -> None:
    op.create_table(
        "appearances",
        sa.Column("dossier", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("actor", WORDS, nullable=False),
        sa.Column("known", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("role", WORDS, nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("body", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.no"], name="fk_appearances_dossier"),
        sa.ForeignKeyConstraint(["report"], ["reports.no"], name="fk_appearances_report"),
        sa.PrimaryKeyConstraint("dossier", "report", "actor", name="pk_appearances"),
    )
    op.create_index("ix_appearances_actor", "appearances", ["dossier", "actor", "known"])


MAKERS = (
    _dossiers,
    _reports,
    _sightings,
    _records,
    _readings,
    _reviews,
    _sentences,
    _coded_events,
    _coded_statements,
    _coded_commitments,
    _appearances,
)
