"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from detente.errors import UsageError
from detente.settings import DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from detente.sources.options import Format, InputOptions


class Shape(StrEnum):
    """Words for a person or one JSON object for a program."""

    text = "text"
    json = "json"


ABOUT = "About the reports"
READING = "How to read"
OUTPUT = "Output"

Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication, as 2022-01-14; 2022-01 or 2022 if no more is known.", rich_help_panel=ABOUT),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.", rich_help_panel=ABOUT)]
Title = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Headline, if the text has none.", rich_help_panel=ABOUT)
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language of the text, as 'en'.", rich_help_panel=ABOUT)
]
InputFormat = Annotated[
    str,
    typer.Option(
        "--input-format", metavar="NAME", help="auto, text, html, jsonl, feed or warc.", rich_help_panel=ABOUT
    ),
]
Model = Annotated[
    str, typer.Option(metavar="NAME", help="spaCy pipeline: a package or a folder.", rich_help_panel=READING)
]
Resources = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="DIR", help="Folder of your own tables; may be given again.", rich_help_panel=READING
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="Processes; one a core for 24 reports or more.", rich_help_panel=READING
    ),
]
Gate = Annotated[
    bool,
    typer.Option(
        "--gate", help="Pass over what holds no international dispute, and list it.", rich_help_panel=READING
    ),
]
Debug = Annotated[
    bool, typer.Option("--debug", help="Show the traceback of an error.", rich_help_panel=OUTPUT)
]
NoColor = Annotated[
    bool,
    typer.Option(
        "--no-color", help="No colour; NO_COLOR in the environment does the same.", rich_help_panel=OUTPUT
    ),
]

As = Annotated[Shape, typer.Option("--format", "-f", help="Words or one object.", rich_help_panel=OUTPUT)]

DEFAULT = DEFAULT_MODEL


def input_options(
    *, published: str | None, outlet: str | None, title: str | None, language: str | None, form: str
) -> InputOptions:
    """What the caller says about the reports, checked.

    Raises:
        UsageError: the day, the language or the format is none that can be read.
    """
    from detente.sources.options import InputOptions

    return InputOptions(
        published=published, outlet=outlet, title=title, language=language, format=cast("Format", form)
    )


def settings_of(model: str, resources: Sequence[Path] | None) -> Settings:
    """How to read, checked.

    Raises:
        UsageError: a folder of tables does not exist.
    """
    for folder in resources or ():
        if not folder.is_dir():
            raise UsageError("is no folder: --resources takes a folder of tables", where=str(folder))
    return Settings(model=model, resources=tuple(resources or ()))
