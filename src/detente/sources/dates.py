"""When a report was published, and what says so: given, metadata, URL, dateline, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from detente.records import facts
from detente.sources.calendar_days import CLOCK, MONTH, WEEKDAY, iso_day, month_number, valid_day

_URL_DAY = re.compile(
    r"""
    (?<![0-9])
    (?P<y>(?:19|20)[0-9]{2})
    (?: (?P<sep>[-/_.]) (?P<m>[0-9]{1,2}|[a-z]{3}) (?P=sep) (?P<d>[0-9]{1,2})  # /2022/01/14/, /2022/jan/14/
      | (?P<m2>[0-9]{2}) (?P<d2>[0-9]{2})                                      # 20220114
    )
    (?![0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_URL_YEAR = re.compile(r"/((?:19|20)[0-9]{2})(?=/)")

_DAY_MONTH = rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})"
_MONTH_DAY = rf"(?P<month_first>{MONTH})\s+(?P<day_second>[0-9]{{1,2}})(?:st|nd|rd|th)?"
_DATE = rf"(?:{WEEKDAY},?\s+)?(?:{_DAY_MONTH}|{_MONTH_DAY})(?:,?\s+(?P<year>(?:1[6-9]|20|21)[0-9]{{2}}))?"

_DATELINE = re.compile(
    rf"""
    (?: (?: [^\W\d_][^\d:;()\n]{{1,60}}?, | [A-Z][A-Z.'’-]+(?:\s[A-Z.'’-]+){{0,4}} ) \s+)?  # Washington, or WASHINGTON, or nothing
    (?i:{_DATE})                                                                   # Oct. 22
    (?:\s* \([^()\n]{{1,40}}\))?                                                   # (AP)
    \s* (?:--?|[–—:])\s                                                            # - or :
    """,
    re.VERBOSE,
)
_PUBLISHED = re.compile(
    rf"(?:first\s+)?(?:published|posted|issued|released|publication\s+date|date|dated)(?:\s+on)?\s*:?\s+{_DATE}{CLOCK}?\s*\.?",
    re.IGNORECASE,
)
_PUBLISHED_ISO = re.compile(
    r"(?:first\s+)?(?:published|posted|issued|released|publication\s+date|date)(?:\s+on)?\s*:?\s+([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].{0,40})?",
    re.IGNORECASE,
)
_HEAD_LINES = 10
_HEAD_CHARACTERS = 4_000
_LINE_CHARACTERS = 240


def publication_date(
    *, given: str | None, metadata: str | None, url: str | None, text: str
) -> tuple[str | None, facts.PublishedFrom]:
    """The day of publication as ``YYYY-MM-DD`` and what says so, best source first.

    Args:
        given: a day that the caller or the input line states, already as ISO 8601.
        metadata: what the page or feed states of itself.
        url: where the report stood.
        text: the report; only its head is read.
    """
    if given:
        return given, "given"
    if metadata and (day := iso_day(metadata)):
        return day, "metadata"
    if url and (day := day_in_url(url)):
        return day, "url"
    if day := day_in_head(text, year=year_in_url(url) if url else None):
        return day, "dateline"
    return None, "unknown"


def day_in_url(url: str) -> str | None:
    """The day that a URL's path holds, or ``None``.

    >>> day_in_url("https://example.org/news/2022/01/14/talks.html")
    '2022-01-14'
    """
    for found in _URL_DAY.finditer(url[:2_000]):
        month = found["m"] or found["m2"]
        number = int(month) if month.isdecimal() else month_number(month)
        if number and (day := valid_day(int(found["y"]), number, int(found["d"] or found["d2"]))):
            return day
    return None


def year_in_url(url: str) -> int | None:
    """The year that is a step of the URL's path (``/2022/``), or ``None``."""
    found = _URL_YEAR.search(url[:2_000])
    return int(found[1]) if found else None


def day_in_head(text: str, *, year: int | None = None) -> str | None:
    """The day that the report's first lines give, or ``None``.

    Read are datelines ('WASHINGTON, Oct. 22, 1962 (AP) -'), 'Published: 14 January 2022' and a date
    on a line of its own. A date without a year counts only where ``year`` is known from elsewhere.
    """
    for line in _head_lines(text):
        if day := iso_day(line.rstrip(".")) or _stated_day(line, year):
            return day
    return None


def is_date_line(line: str) -> bool:
    """Whether a line begins with a dateline or is nothing but a date."""
    line = line.strip()[:_LINE_CHARACTERS]
    return bool(iso_day(line) or _DATELINE.match(line) or _PUBLISHED.fullmatch(line) or _PUBLISHED_ISO.fullmatch(line))


def _head_lines(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[:_HEAD_CHARACTERS].splitlines())
    return (line[:_LINE_CHARACTERS] for line in islice((line for line in lines if line), _HEAD_LINES))


def _stated_day(line: str, year: int | None) -> str | None:
    if found := _PUBLISHED_ISO.fullmatch(line):
        return iso_day(found[1])
    found = _PUBLISHED.fullmatch(line) or _DATELINE.match(line)
    if not found:
        return None
    stated = int(found["year"]) if found["year"] else year
    month = month_number(found["month"] or found["month_first"])
    if not stated or not month:
        return None
    return valid_day(stated, month, int(found["day"] or found["day_second"]))
