"""How many reports, families of reports and outlets stand behind a merged row."""

from __future__ import annotations

from collections.abc import Sequence

from detente.ledger.rows import CommitmentRow, EventRow


def counts(rows: Sequence[EventRow] | Sequence[CommitmentRow]) -> dict[str, int]:
    """Reports, families and independent outlets of the rows.

    Copies of one text are one source, whoever prints them: each family counts by the outlet of its first row,
    and a family without an outlet counts for itself.
    """
    heads: dict[str, str] = {}
    for row in rows:
        heads.setdefault(row.family, row.outlet or row.family)
    return {"reports": len({row.report for row in rows}), "families": len(heads), "outlets": len(set(heads.values()))}
