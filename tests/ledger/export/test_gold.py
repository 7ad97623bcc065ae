"""Reviewed rows as gold: read back as the evaluation reads it, and held against the record itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from detente.ledger.export import Options
from detente.ledger.export.gold import gold
from detente.ledger.flatten import flatten
from detente.ledger.review import Review
from detente.records import Record
from detente.scoring import Case, judge, read_case
from tests.ledger.review.sample import flat, review

from .sample import first


def case(made: list[Review], folder: Path, record: Record | None = None) -> Case:
    """The case that reviews of the first record make."""
    record = record or first()
    for name, text in gold([record], Options(reviews={record.report.id: made})):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return read_case(folder / "aa11")


def test_accepted_rows_are_found_right_in_the_record(tmp_path: Path) -> None:
    """Gold of what was accepted as read: every verdict is right."""
    rows = flat()
    made = [review(row) for row in (*rows.events, *rows.statements, *rows.commitments)]
    found = judge(case(made, tmp_path), first())
    assert len(found.verdicts) == 7
    assert [verdict for verdict in found.verdicts if not verdict.right] == []


def test_a_corrected_row_finds_the_record_wrong(tmp_path: Path) -> None:
    """The coder's reading misses what the analyst said."""
    row = flat().events[0]
    [verdict] = judge(case([review(row, "correct", factuality="future")], tmp_path), first()).verdicts
    assert verdict.wrong == ("factuality occurred",)


def test_rejected_rows_must_not_be_found(tmp_path: Path) -> None:
    """Events and statements are banned; the record that holds them breaks the bans."""
    rows = flat()
    made = [review(rows.events[0], "reject"), review(rows.statements[1], "reject"), review(rows.commitments[0], "reject")]
    found = judge(case(made, tmp_path), first())
    assert {ban.layer for ban in found.broken} == {"events", "statements"}
    assert found.verdicts == ()


def test_a_quote_that_recurs_is_widened_until_it_stands_once(tmp_path: Path) -> None:
    """'Oslo' alone stands four times."""
    record = first()
    at = record.report.text.index("Oslo held")
    short = replace(record.events[1], start=at, end=at + 4, text="Oslo")
    changed = replace(record, events=(short,), statements=(), commitments=())
    [item] = case([review(flatten(changed).events[0])], tmp_path, changed).items
    assert item.quote == "& Oslo held"


def test_words_that_are_everywhere_in_their_line_are_left_out() -> None:
    """A line that stands twice can't be quoted."""
    base = first()
    text = "Oslo held talks.\nOslo held talks."
    event = replace(base.events[1], start=0, end=16, text=text[:16])
    record = replace(
        base, report=replace(base.report, text=text), events=(event,), mentions=(), places=(), times=(), statements=(), commitments=()
    )  # fmt: skip
    made = review(flatten(record).events[0])
    [_, (_, written)] = gold([record], Options(reviews={record.report.id: [made]}))
    assert '"events": []' in written


def test_a_report_that_nobody_reviewed_is_no_case() -> None:
    """Nor is one of which only a note was made."""
    assert list(gold([first()], Options())) == []
    note = review(flat().events[0], "note")
    assert list(gold([first()], Options(reviews={"sha256:aa11": [note]}))) == []
