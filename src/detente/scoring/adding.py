"""Reports whose events and commitments are marked by hand as one or two, and what the ledger makes of them.

A case is some reports of one table, each a day, an outlet and a text in which ``{A:words}`` marks what tells an
event and ``{a:words}`` what tells a commitment. The same letter is the same event, whatever the words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["AddingCase", "Layer", "MarkedReport", "Mention", "clusters_of", "marked_case", "read_adding_cases"]

Layer = Literal["events", "commitments"]
Row = tuple[Layer, int, int, int, str]  # layer, number of the report, start and end of what tells it, merged id
_MARK = re.compile(r"\{([A-Za-z]):([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Marked words: which report of the case, where in its text (half-open offsets), and of which event or commitment."""

    report: int
    start: int
    end: int
    label: str

    @property
    def layer(self) -> Layer:
        """Capitals mark events."""
        return "events" if self.label.isupper() else "commitments"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A report without its marks."""

    published: str
    outlet: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingCase:
    """Some reports on one thing or on several that are near, and which words tell which."""

    name: str
    kind: str
    reports: tuple[MarkedReport, ...]
    mentions: tuple[Mention, ...]


def read_adding_cases(path: Path) -> tuple[AddingCase, ...]:
    """The cases of a file, in its order."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(marked_case(row["name"], row["class"], row["reports"]) for row in table["cases"])


def clusters_of(case: AddingCase, layer: Layer, rows: Iterable[Row]) -> tuple[dict[Mention, str], dict[Mention, str]]:
    """The marked words of a layer with their label, and those that a row was read from with its merged row.

    Of several rows that touch the marked words, the one that begins nearest to them counts.
    """
    gold = {mention: mention.label for mention in case.mentions if mention.layer == layer}
    kept = [row for row in rows if row[0] == layer]
    found: dict[Mention, str] = {}
    for mention in gold:
        near = [row for row in kept if row[1] == mention.report and row[2] < mention.end and row[3] > mention.start]
        if near:
            found[mention] = min(near, key=lambda row: (abs(row[2] - mention.start), row[3], row[4]))[4]
    return gold, found


def marked_case(name: str, kind: str, rows: Sequence[Sequence[str]]) -> AddingCase:
    """A case of reports, each a day, an outlet and a marked text.

    >>> marked_case("x", "y", [("2034-01-02", "Post", "Iraq {A:bombed} Homs.")]).mentions[0].start
    5
    """
    reports, mentions = [], []
    for number, (published, outlet, marked) in enumerate(rows):
        text = ""
        last = 0
        for mark in _MARK.finditer(marked):
            text += marked[last : mark.start()]
            mentions.append(Mention(report=number, start=len(text), end=len(text) + len(mark[2]), label=mark[1]))
            text += mark[2]
            last = mark.end()
        reports.append(MarkedReport(published=published, outlet=outlet, text=text + marked[last:]))
    return AddingCase(name=name, kind=kind, reports=tuple(reports), mentions=tuple(mentions))
