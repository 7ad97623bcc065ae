"""``detente schema``: the JSON Schema of a record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.console import guarded
from detente.cli.output import destination


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to stdout.")
    ] = None,
) -> None:
    """Print the JSON Schema of the object that 'detente read --format json' prints.

    Example: detente schema > record.schema.json
    """
    from detente.records.schema import record_schema

    with guarded(), destination(output) as stream:
        stream.write(json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n")
