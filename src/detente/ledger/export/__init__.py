"""Exports: records in the layouts of other tools, a module a layout.

Each is a pure function of records: the same records give the same bytes, without network or clock. ``LAYOUTS``
names them all; a ledger whole and without loss is exported by :mod:`detente.ledger.export.jsonl`.
"""

from detente.errors import UsageError
from detente.ledger.export.brat import BRAT
from detente.ledger.export.delimited import CSV, TSV
from detente.ledger.export.gdelt import GDELT
from detente.ledger.export.gold import GOLD
from detente.ledger.export.graphs import GEXF, GRAPHML
from detente.ledger.export.icews import ICEWS
from detente.ledger.export.layout import (
    BinaryLayout,
    FolderLayout,
    Layout,
    Options,
    Sources,
    Table,
    TextLayout,
)
from detente.ledger.export.parquet import PARQUET
from detente.ledger.export.polecat import POLECAT
from detente.ledger.export.stix import STIX
from detente.ledger.export.web_annotation import WEB_ANNOTATION

__all__ = [
    "LAYOUTS",
    "BinaryLayout",
    "FolderLayout",
    "Layout",
    "Options",
    "Sources",
    "Table",
    "TextLayout",
    "layout",
]

LAYOUTS: tuple[Layout, ...] = (
    CSV, TSV, PARQUET, POLECAT, ICEWS, GDELT, STIX, GRAPHML, GEXF, BRAT, WEB_ANNOTATION, GOLD,
)  # fmt: skip


def layout(name: str) -> Layout:
    """The layout of a name.

    Raises:
        UsageError: there is none; the message names all.
    """
    found = next((each for each in LAYOUTS if each.name == name), None)
    if found is None:
        names = ", ".join(each.name for each in LAYOUTS)
        raise UsageError(f"there is no layout '{name}': take one of {names}")
    return found
