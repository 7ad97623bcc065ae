"""What the caller knows about the input and the file does not say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from detente.errors import UsageError
from detente.sources.calendar_days import iso_date

Format = Literal["auto", "text", "html", "jsonl", "feed", "warc"]
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOptions:
    """What holds for every report of one call.

    ``published``, ``title`` and ``outlet`` stand in where an input line states none of its own, and
    come before what a page says of itself. ``language`` overrides both. ``max_bytes`` is the limit
    for one report, not for a file of many.

    Raises:
        UsageError: a date that is none, an unknown format, a language that can't be read, a limit below 1.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    max_bytes: int = MAX_BYTES
    format: Format = "auto"

    def __post_init__(self) -> None:
        if self.published is not None:
            object.__setattr__(self, "published", given_day(self.published))
        if self.language is not None:
            object.__setattr__(self, "language", given_language(self.language))
        if self.format not in get_args(Format):
            raise UsageError(f"no input format {self.format!r}; choose from {', '.join(get_args(Format))}")
        if self.max_bytes < 1:
            raise UsageError(f"the size limit must be at least 1 byte, not {self.max_bytes}")


def given_day(text: str) -> str:
    """The date that a caller gives: ``YYYY-MM-DD``, or ``YYYY-MM`` or ``YYYY`` where no more is known.

    Raises:
        UsageError: the text is no date, or could be two.
    """
    day = iso_date(text)
    if day is None:
        raise UsageError(f"{text!r} is no date that can be read for certain; give it as YYYY-MM-DD, e.g. 2022-01-14, or YYYY-MM or YYYY")
    return day


def given_language(text: str) -> str:
    """``en`` for any way to name English.

    Raises:
        UsageError: it is another language.
    """
    if not is_english(text):
        raise UsageError(f"language {text!r} can't be read; detente reads English so far: give en, or leave it out")
    return "en"


def is_english(name: str) -> bool:
    """Whether a language tag or name means English.

    >>> is_english("en-GB"), is_english("English"), is_english("de")
    (True, True, False)
    """
    first = name.strip().lower().replace("_", "-").split("-")[0]
    return first in {"en", "eng", "english"}
