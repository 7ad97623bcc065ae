"""Reviewed rows as gold annotations: a folder a report with ``report.txt`` and ``gold.json``, for evaluation.

What analysts accepted or corrected is what must be found; events and statements that they rejected are what must
not be. The form is that of the annotation reference: gold quotes the report, and each quote stands there once. A
quote that does not is widened, word by word, within its line; where that does not help, the row is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from detente.ledger.export.layout import FolderLayout, Options
from detente.ledger.export.view import View
from detente.ledger.flatten import flatten
from detente.ledger.review.apply import verdicts
from detente.ledger.review.fields import FlatRow
from detente.ledger.review.standing import rows_of
from detente.ledger.rows import EventRow, StatementRow
from detente.records import Record

Gold = dict[str, Any]


def gold(records: Iterable[Record], options: Options) -> Iterator[tuple[str, str]]:
    """The files of each report of which a row was reviewed, those of a report in a folder named by its id."""
    for record in records:
        reviews = options.reviews.get(record.report.id, ())
        fate = verdicts(flatten(record), reviews)
        if not fate:
            continue
        made = _Case(View(record, reviews), record, fate).gold()
        name = record.report.id.removeprefix("sha256:")[:16]
        yield f"{name}/report.txt", record.report.text
        yield f"{name}/gold.json", json.dumps(made, ensure_ascii=False, indent=1) + "\n"


class _Case:
    """One report on its way to gold."""

    def __init__(self, view: View, as_read: Record, fate: dict[str, Any]) -> None:
        self.view = view
        self.text = view.report.text
        self.fate = fate
        self.as_read = as_read

    def gold(self) -> Gold:
        """The annotation: only what was reviewed, and only fields that were judged."""
        flat = self.view.flat
        layers = {
            "statements": [self._statement(row) for row in flat.statements if row.id in self.fate],
            "events": [self._event(row) for row in flat.events if row.id in self.fate],
            "commitments": [self._commitment(index) for index, row in enumerate(flat.commitments) if row.id in self.fate],
            "must_not": list(map(self._ban, self._rejected())),
        }
        about = "Rows that analysts reviewed; what they did not look at is not judged."
        found: Gold = {"about": about, "published": self.view.report.published, "language": self.view.report.language}
        return found | {name: [row for row in rows if row] for name, rows in layers.items()}

    def _rejected(self) -> Iterator[FlatRow]:
        for rows in rows_of(flatten(self.as_read)).values():
            yield from (row for row in rows if self.fate.get(row.id, {}) is None)

    def _event(self, row: EventRow) -> Gold | None:
        anchor = self._once(row.start, row.end)
        if anchor is None:
            return None
        found: Gold = {"event": [row.event], "anchor": anchor, "factuality": [row.factuality]}
        found |= {name: list(getattr(row, name)) for name in ("actors", "recipients") if getattr(row, name)}
        return found | ({"date": row.date} if row.date else {})

    def _statement(self, row: StatementRow) -> Gold | None:
        said = next(each for each in self.view.record.statements if each.id == row.local)
        first = said.content[0]
        content = self._once(first.start, first.end)
        if content is None or row.speaker is None:
            return None
        return {"speaker": [row.speaker], "content": content, "quotation": [row.quotation]}

    def _commitment(self, index: int) -> Gold | None:
        row, read = self.view.flat.commitments[index], self.view.record.commitments[index]
        act = self._once(read.act.start, read.act.end)
        limit = self._once(read.condition.start, read.condition.end) if read.condition else None
        if act is None or (read.condition and limit is None):
            return None
        found: Gold = {"kind": [row.kind], "act": act, "certainty": [row.certainty], "condition": limit}
        found |= {"holder": [row.holder]} if row.holder else {}
        return found | ({"addressees": list(row.addressees)} if row.addressees else {})

    def _ban(self, row: FlatRow) -> Gold | None:
        """What must not be found; there is no such ban on commitments."""
        quote = self._once(row.start, row.end)
        if quote is None or not isinstance(row, EventRow | StatementRow):
            return None
        why = "an analyst rejected it"
        if isinstance(row, StatementRow):
            return {"layer": "statements", "content": quote, "why": why}
        return {"layer": "events", "anchor": quote, "event": [row.event], "factuality": [row.factuality], "why": why}

    def _once(self, start: int, end: int) -> str | None:
        """The words, widened until they stand once in the report; None where their line does not suffice."""
        left = self.text.rfind("\n", 0, start) + 1
        right = self.text.find("\n", end)
        right = len(self.text) if right < 0 else right
        while self.text.count(self.text[start:end]) != 1:
            if start <= left and end >= right:
                return None
            start = max(left, self.text.rfind(" ", left, max(left, start - 1)) + 1) if start > left else left
            end = self.text.find(" ", end + 1, right) if end < right else right
            end = right if end < 0 else end
        return self.text[start:end]


GOLD = FolderLayout(name="gold", about="Reviewed rows as gold annotations, for evaluation.", write=gold)
