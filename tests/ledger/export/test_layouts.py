"""What all layouts share: their registry, determinism, odd records."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from detente.errors import UsageError
from detente.ledger.export import LAYOUTS, BinaryLayout, FolderLayout, Layout, Options, layout
from detente.records import Record
from tests.ledger.review.sample import flat, review

from .sample import first, records


def written(chosen: Layout, found: list[Record], options: Options | None = None) -> bytes:
    """All that a layout writes, as bytes."""
    options = options or Options()
    match chosen:
        case BinaryLayout():
            stream = io.BytesIO()
            chosen.write(found, options, stream)
            return stream.getvalue()
        case FolderLayout():
            return "".join(name + text for name, text in chosen.write(found, options)).encode("utf-8", "replace")
        case _:
            return "".join(chosen.write(found, options)).encode("utf-8", "replace")


BY_NAME = {"argvalues": LAYOUTS, "ids": [each.name for each in LAYOUTS]}


def test_names_are_once_and_found() -> None:
    """Each layout has its own name."""
    assert len({each.name for each in LAYOUTS}) == len(LAYOUTS)
    assert all(layout(each.name) is each for each in LAYOUTS)


def test_a_wrong_name_is_refused_with_those_there_are() -> None:
    """The error lists the layouts."""
    with pytest.raises(UsageError, match="no layout 'excel': take one of csv, tsv"):
        layout("excel")


@pytest.mark.parametrize("chosen", **BY_NAME)
def test_the_same_records_give_the_same_bytes(chosen: Layout) -> None:
    """No clock, no chance."""
    assert written(chosen, records()) == written(chosen, records())


@pytest.mark.parametrize("chosen", **BY_NAME)
def test_no_records_can_be_exported(chosen: Layout) -> None:
    """An empty dossier is no error."""
    written(chosen, [])


@pytest.mark.parametrize("chosen", **BY_NAME)
def test_lone_surrogates_and_nul_break_no_layout(chosen: Layout) -> None:
    """Half a character, as damaged pages hold, in names, titles and texts."""
    base = first()
    report = replace(base.report, title="\ud800\x00", outlet="\udfff", text=base.report.text + "\ud800")
    people = tuple(replace(actor, name=f"{actor.name}\ud800\x00") for actor in base.actors)
    options = Options(reviews={report.id: [review(flat().events[0])]})
    assert written(chosen, [replace(base, report=report, actors=people)], options)


@pytest.mark.parametrize("chosen", **BY_NAME)
def test_records_are_taken_one_at_a_time(chosen: Layout) -> None:
    """A layout asks for records as a stream: a generator serves."""
    assert written(chosen, (each for each in records())) == written(chosen, records())  # type: ignore[arg-type]


REVIEWED = [each for each in LAYOUTS if each.name != "gold"]


@pytest.mark.parametrize("chosen", REVIEWED, ids=[each.name for each in REVIEWED])
def test_a_rejected_row_is_in_no_layout(chosen: Layout) -> None:
    """Nor is its id, its type or its words as a row."""
    row = flat().events[0]
    options = Options(reviews={first().report.id: [review(row, "reject")]})
    kept, left = written(chosen, [first()]), written(chosen, [first()], options)
    assert left != kept
    assert row.id.encode() not in left


@pytest.mark.parametrize("chosen", REVIEWED, ids=[each.name for each in REVIEWED])
def test_a_note_changes_no_row_of_a_layout(chosen: Layout) -> None:
    """It is for analysts."""
    options = Options(reviews={first().report.id: [review(flat().events[0], "note")]})
    assert written(chosen, [first()], options) == written(chosen, [first()])


def test_a_corrected_row_keeps_the_id_of_the_ledger() -> None:
    """Though its type, which the id is made of, is another."""
    row = flat().events[0]
    options = Options(reviews={first().report.id: [review(row, "correct", event="THREATEN")]})
    text = written(layout("csv"), [first()], options).decode()
    assert f"{row.id},e1," in text
    assert text.count("THREATEN") == 1
