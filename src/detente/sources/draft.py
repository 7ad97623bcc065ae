"""What a reader of one format found, before it is made a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.errors import EmptyReport, InputError, TooLarge
from detente.records import Report, identify
from detente.sources.dates import is_date_line, publication_date
from detente.sources.language import report_language
from detente.sources.options import InputOptions

_HEADLINE_CHARACTERS = 160
_FIRST_LINE = re.compile(r"\s*(\S[^\r\n]*?)[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One report as its format gives it.

    ``where`` names it in errors; ``given`` is the day it states itself, ``metadata`` the page's.
    """

    key: str
    where: str
    text: str
    format: str
    title: str | None = None
    given: str | None = None
    metadata: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None


def report_from(draft: Draft, options: InputOptions) -> Report:
    """The report, with its day, title, language and content hash.

    Raises:
        EmptyReport: there is nothing but white space.
        UnsupportedLanguage: it is not in English.
    """
    if not draft.text.strip():
        raise EmptyReport("there is no text in it: nothing to read")
    language = report_language(draft.text, stated=draft.language, override=options.language)
    published, source = publication_date(
        given=draft.given or options.published, metadata=draft.metadata, url=draft.url, text=draft.text
    )
    own = draft.format == "jsonl"  # an input line speaks for itself; a page is corrected by the caller
    title = (draft.title or options.title) if own else (options.title or draft.title)
    outlet = (draft.outlet or options.outlet) if own else (options.outlet or draft.outlet)
    title = title or headline(draft.text)
    return Report(
        id=identify.content_id(draft.text, title, outlet, published),
        key=draft.key,
        title=title,
        published=published,
        published_from=source,
        language=language,
        outlet=outlet,
        url=draft.url,
        text=draft.text,
        encoding=draft.encoding,
        format=draft.format,
    )


def report_from_text(
    text: str, options: InputOptions | None = None, *, key: str = "text", url: str | None = None
) -> Report:
    """The report that a string is, its text unchanged.

    Raises:
        EmptyReport: there is nothing but white space.
        UnsupportedLanguage: it is not in English.
        TooLarge: it is over the limit of ``options``, in UTF-8.
    """
    options = options or InputOptions()
    if len(text) > options.max_bytes or len(text.encode("utf-8", "surrogatepass")) > options.max_bytes:
        raise too_large(options.max_bytes)
    return report_from(Draft(key=key, where=key, text=text, format="text", url=url), options)


def headline(text: str) -> str | None:
    r"""The first line, where it looks like a headline: short, no full stop, a blank line after it.

    >>> headline("Leaders agree ceasefire\n\nThe leaders agreed on Thursday.")
    'Leaders agree ceasefire'
    """
    found = _FIRST_LINE.match(text[: 4 * _HEADLINE_CHARACTERS])
    if not found:
        return None
    line = found[1].strip()
    ending = line.rstrip("\"'”’»)]")
    if len(line) > _HEADLINE_CHARACTERS or not any(c.isalpha() for c in line):
        return None
    return None if ending.endswith((".", ",", ";", ":")) or is_date_line(line) else line


def too_large(limit: int) -> InputError:
    """The error for a report over the limit."""
    return TooLarge(
        f"the report is over the limit of {_size(limit)}; split it into its reports, or raise max_bytes (in Python)"
    )


def _size(count: int) -> str:
    return f"{count / 1_000_000:g} MB" if count >= 1_000_000 else f"{count:,} bytes"
