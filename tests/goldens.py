"""The golden records of the examples: what a person cares about, compact and stable.

``python tests/goldens.py`` (``make goldens``) reads every file of ``examples/`` and writes
``examples/expected/<name>.golden``; ``test_examples.py`` compares. They are JSON, under a suffix that
``detente read examples`` passes by. Ids, offsets, scores and reasons are left
out, so that only a change of what the record says shows up, a line a row.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from detente.errors import DetenteError
from detente.pipeline import Reader
from detente.records import Commitment, Dated, Event, Record, Statement
from detente.sources import InputOptions, reports_from

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
EXPECTED = EXAMPLES / "expected"


def example_files() -> list[Path]:
    """Every example report, by name."""
    return sorted(path for path in EXAMPLES.iterdir() if path.is_file() and not path.name.startswith((".", "README")))


@cache
def records_of(path: Path) -> tuple[Record, ...]:
    """The records of one example file.

    Raises:
        DetenteError: a report in it can't be read.
    """
    found = tuple(reader().read_all(reports_from([str(path)], InputOptions())))
    for outcome in found:
        if not isinstance(outcome, Record):
            raise DetenteError(outcome.message, where=outcome.where)
    return found  # type: ignore[return-value]


@cache
def reader() -> Reader:
    """One loaded reader for all."""
    return Reader()


def expected_path(path: Path) -> Path:
    """Where the golden of an example stands."""
    return EXPECTED / f"{path.stem}.golden"


def golden(path: Path) -> str:
    """The golden of an example as text: a JSON array of reports, one line a row."""
    return "[\n" + ",\n".join(_page(compact(record)) for record in records_of(path)) + "\n]\n"


def compact(record: Record) -> dict[str, list[dict[str, Any]]]:
    """What a person cares about in a record, layer by layer."""
    report = record.report
    head = {"title": report.title, "published": report.published, "from": report.published_from, "outlet": report.outlet}
    return {
        "report": [head],
        "furniture": [{"text": row.text, "reason": row.reason} for row in record.furniture],
        "actors": [{"id": row.id, "role": row.role} for row in record.actors],
        "statements": [_statement(row) for row in record.statements],
        "events": [_event(row) for row in record.events],
        "commitments": [_commitment(row) for row in record.commitments],
    }


def _statement(row: Statement) -> dict[str, Any]:
    return {
        "speaker": row.speaker, "medium": row.medium, "quotation": row.quotation, "negated": row.negated or None,
        "content": " … ".join(_flat(span.text) for span in row.content),
    }  # fmt: skip


def _event(row: Event) -> dict[str, Any]:
    return {
        "event": row.event, "mode": row.mode, "factuality": row.factuality, "actors": list(row.actors),
        "recipients": list(row.recipients), "trigger": _flat(row.trigger.text), "date": _day(row.date),
    }  # fmt: skip


def _commitment(row: Commitment) -> dict[str, Any]:
    condition = f"{row.condition.polarity}: {_flat(row.condition.text)}" if row.condition else None
    return {
        "kind": row.kind, "holder": row.holder, "addressees": list(row.addressees), "act": _flat(row.act.text),
        "condition": condition, "deadline": _day(row.deadline), "certainty": row.certainty,
    }  # fmt: skip


def _day(dated: Dated | None) -> str | None:
    return dated.value if dated else None


def _flat(text: str) -> str:
    return " ".join(text.split())


def _page(layers: dict[str, list[dict[str, Any]]]) -> str:
    """The layers as JSON, a row a line, without what is empty."""
    parts = []
    for name, rows in layers.items():
        lines = [json.dumps({k: v for k, v in row.items() if v not in (None, [])}, ensure_ascii=False) for row in rows]
        parts.append(f'  "{name}": [' + ",".join(f"\n    {line}" for line in lines) + ("\n  ]" if lines else "]"))
    return " {\n" + ",\n".join(parts) + "\n }"


def main() -> int:
    """Write every golden, saying which changed."""
    EXPECTED.mkdir(exist_ok=True)
    for path in example_files():
        text, target = golden(path), expected_path(path)
        old = target.read_text(encoding="utf-8") if target.exists() else ""
        target.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{target.relative_to(EXAMPLES.parent)}: {'as it was' if text == old else 'written'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
