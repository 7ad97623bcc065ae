"""Reports with marks in place: the text comes out bare, marks become gold, and broken marks are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import RecordError
from detente.scoring import read_marked
from detente.scoring.marked import marked_case, unmarked

HEAD = "published: 1972-09-01\n---\n"


def of(body: str) -> list[tuple[str, dict[str, object]]]:
    """Act and fields of each commitment of a marked text."""
    return [(item.quote, item.wanted) for item in marked_case(HEAD + body, name="cod", where="cod.txt").items]


def test_a_mark_is_a_commitment_with_kinds_and_holder() -> None:
    """The text loses its brackets."""
    case = marked_case(HEAD + "Oslo [1:pledge/offer:NOR|will call its fleet home].", name="cod", where="cod.txt")
    assert case.text == "Oslo will call its fleet home."
    assert case.published == "1972-09-01"
    assert [(i.quote, i.wanted) for i in case.items] == [("will call its fleet home", {"kind": ["pledge", "offer"], "holder": ["NOR"]})]


def test_a_holder_that_nobody_names_is_left_out() -> None:
    """'-' asks for none."""
    assert of("[1:demand:-|Leave].") == [("Leave", {"kind": ["demand"]})]


@pytest.mark.parametrize(
    "body",
    [
        "Oslo [1:threat:NOR|will shoot [1:if|if nets are cut]].",
        "[1:if|if nets are cut] Oslo [1:threat:NOR|will shoot].",
        "Oslo [1:threat:NOR|will shoot] [1:if|if nets are cut].",
    ],
)
def test_a_condition_is_no_part_of_its_act(body: str) -> None:
    """Inside, before or behind it."""
    assert of(body) == [("will shoot", {"kind": ["threat"], "holder": ["NOR"], "condition": "if nets are cut"})]


def test_two_marks_around_the_same_words_are_two_holders() -> None:
    """What is agreed binds each."""
    found = of("Both [1:pledge:NOR|[2:pledge:ISL|agreed to a truce]].")
    assert [wanted["holder"] for _, wanted in found] == [["NOR"], ["ISL"]]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("Oslo [will] shoot.", "no mark at"),
        ("Oslo will] shoot.", "no mark at"),
        ("Oslo [1:threat:NOR|will shoot.", "isn't closed"),
        ("Oslo [1:wish:NOR|will shoot].", "no kind of commitment: wish"),
        ("Oslo will shoot [2:if|if it must].", "condition 2 has no commitment"),
        ("[1:threat:NOR|Shoot], [1:threat:ISL|leave].", "number 1 is used twice"),
        ("[1:threat:NOR|Shoot] [1:if|if it must] or [1:if|if it can].", "number 1 is used twice"),
        ("A nap. [1:threat:NOR|A nap].", "stands 2 times"),
    ],
)
def test_a_broken_mark_is_named(body: str, message: str) -> None:
    """With the file, and what is wrong."""
    with pytest.raises(RecordError, match=message):
        of(body)


def test_a_report_without_its_day_is_refused() -> None:
    """Marks need the day that the report is read at."""
    with pytest.raises(RecordError, match="published: YYYY-MM-DD"):
        marked_case("Oslo.", name="cod", where="cod.txt")


def test_offsets_count_the_bare_text() -> None:
    """Half-open."""
    text, marks = unmarked("Oslo [1:threat:NOR|will shoot].", "cod.txt")
    assert text[marks[0].start : marks[0].end] == "will shoot"


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    """Files that are no reports are left alone."""
    for name in ("b.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text(HEAD + "[1:demand:NOR|Leave].", encoding="utf-8")
    assert [case.name for case in read_marked(tmp_path)] == ["a", "b"]


def test_the_marked_reports_of_the_project_are_whole() -> None:
    """Every mark is closed, every kind known, every marked stretch found once."""
    folder = Path(__file__).parents[2] / "evals" / "marked" / "dev"
    if not folder.is_dir():
        pytest.skip("no marked reports beside the tests")
    assert sum(len(case.items) for case in read_marked(folder)) > 1500
