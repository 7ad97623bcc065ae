"""Rows of the record: spans, codes, dates, and the sentence that says why."""

from __future__ import annotations

import pytest

from detente.coding.events.rows import cameo_of, cameo_table

TEXT = (
    "On Wednesday, NATO and Russia held talks in Brussels. Ukrainian President Petro Poroshenko accused Moscow of "
    "making unacceptable demands. Iran threatened to hit Israeli sites."
)


def test_spans_slice_to_their_words(rows):
    """Clause and trigger are where they say they are."""
    for row in rows(TEXT):
        assert TEXT[row.start : row.end] == row.text
        assert TEXT[row.trigger.start : row.trigger.end] == row.trigger.text


def test_ids_count_in_text_order(rows):
    """e1, e2 … as the triggers stand."""
    found = rows(TEXT)
    assert [row.id for row in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    assert [row.trigger.start for row in found] == sorted(row.trigger.start for row in found)


def test_a_row_says_why(rows):
    """Trigger, frame, slot and tense are quoted."""
    row = next(r for r in rows(TEXT) if r.event == "ACCUSE")
    assert '"accused Moscow of" is a verb of ACCUSE (frame accuse/' in row.because
    assert 'actor from its subject "Ukrainian President Petro Poroshenko"' in row.because
    assert 'recipient from its object "Moscow"' in row.because
    assert "occurred: past tense, no modal" in row.because


def test_a_weekday_dates_the_event_of_its_clause(rows):
    """'On Wednesday' is the day of the talks, not of the accusation."""
    found = rows(TEXT)
    assert found[0].date is not None
    assert found[0].date.value == "2022-01-12"
    assert all(row.date is None for row in found[1:])


def test_coding_twice_gives_the_same_rows(rows):
    """No state is kept between texts."""
    assert rows(TEXT) == rows(TEXT)


def test_every_type_and_mode_of_the_score_table_has_quad_score_and_cameo_code(words):
    """Rows never come without the numbers that exports need."""
    for score in words.scores:
        assert cameo_of(score.event, score.mode)
        assert (score.event, score.mode) in cameo_table()


def test_every_frame_has_a_score(words):
    """An event type of the frame table is one of the score table."""
    known = {score.event for score in words.scores}
    assert {frame.event for frame in words.frames} <= known


@pytest.mark.parametrize(
    ("text", "quad"),
    [
        ("Iran met Iraq.", "verbal cooperation"),
        ("Japan gave aid to Nepal.", "material cooperation"),
        ("Iran accused Iraq of spying.", "verbal conflict"),
        ("Iran attacked Iraq.", "material conflict"),
    ],
)
def test_quads_follow_the_type(rows, text, quad):
    """One sentence of each quad."""
    assert rows(text)[0].quad == quad


def test_confidence_grows_with_what_is_found(rows):
    """A bare verb without parties is less sure than a frame with particle and parties."""
    assert rows("They protested.")[0].confidence < rows("Egypt called on Sudan to withdraw.")[0].confidence <= 1


def test_an_old_event_is_history(rows):
    """What ended more than half a year before the report is told as background."""
    text = "Iraq invaded Kuwait in August 1990. Egypt and Sudan signed a treaty in November 1959."
    assert [row.factuality for row in rows(text, "2022-01-14") if row.date] == ["historical", "historical"]
    assert rows("Iraq invaded Kuwait in August 1990.", "1990-09-01")[0].factuality == "occurred"


def test_without_a_publication_day_nothing_is_history(rows):
    """The bound needs a day to count from."""
    assert rows("Iraq invaded Kuwait in August 1990.", None)[0].factuality == "occurred"


def test_no_type_is_without_a_cameo_code_whatever_its_mode(words):
    """A mode that the table lacks takes the root of its type."""
    assert all(cameo_of(frame.event, "unheard-of") and cameo_of(frame.event, frame.mode) for frame in words.frames)
