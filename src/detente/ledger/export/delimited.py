"""CSV and TSV of one table: a header, a row a row as read, quoted by RFC 4180."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.ledger.export.cells import cell, quoted_lines
from detente.ledger.export.layout import Options, TextLayout
from detente.ledger.export.tables import columns, rows
from detente.records import Record


def comma_separated(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A table as CSV; cells that a spreadsheet would execute are defused unless ``raw``."""
    return quoted_lines(_cells(records, options), ",")


def tab_separated(records: Iterable[Record], options: Options) -> Iterator[str]:
    """The same parted by tabs."""
    return quoted_lines(_cells(records, options), "\t")


def _cells(records: Iterable[Record], options: Options) -> Iterator[list[str]]:
    names = [column.name for column in columns(options.table)]
    yield names
    for row in rows(records, options):
        yield [cell(row[name], raw=options.raw) for name in names]


CSV = TextLayout(name="csv", about="One table, for spreadsheets.", write=comma_separated)
TSV = TextLayout(name="tsv", about="One table, parted by tabs.", write=tab_separated)
