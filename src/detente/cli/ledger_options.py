"""The options that the commands of a ledger share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from detente.cli.options import OUTPUT

LEDGER = "Which ledger"


class Table(StrEnum):
    """Words for a person, objects for a program, rows for a spreadsheet."""

    text = "text"
    json = "json"
    csv = "csv"


Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE|URL",
        help="SQLite file or postgresql://…; else DETENTE_DATABASE_URL, else detente.db.",
        rich_help_panel=LEDGER,
    ),
]
DossierName = Annotated[
    str | None,
    typer.Option(
        "--dossier", "-d", metavar="NAME", help="Which crisis; may be left out if there is one.", rich_help_panel=LEDGER
    ),
]
AsTable = Annotated[
    Table, typer.Option("--format", "-f", help="For a person, a program, a spreadsheet.", rich_help_panel=OUTPUT)
]
Raw = Annotated[
    bool,
    typer.Option(
        "--raw", help="Leave CSV cells as they are, even those that a spreadsheet would run.", rich_help_panel=OUTPUT
    ),
]
