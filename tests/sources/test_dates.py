"""When a report was published, and what says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources.calendar_days import iso_day, month_number, valid_day
from detente.sources.dates import day_in_head, day_in_url, is_date_line, publication_date


@pytest.mark.parametrize(
    "written",
    [
        "2022-01-14", "2022/01/14", "2022-1-14", "2022-01-14T23:30:00-05:00", "2022-01-14 10:00", "20220114",
        "20220114T120000Z", "14 January 2022", "14 Jan. 2022", "14th January 2022", "14-Jan-2022", "14 JANUARY 2022",
        "January 14, 2022", "Jan 14 2022", "Friday, 14 January 2022", "Fri, 14 Jan 2022 12:00:00 GMT",
        "14/01/2022", "01/14/2022", "14.01.2022", " 2022-01-14 ", "14th of January 2022",
    ],
)
def test_a_day_is_read_in_every_common_form(written):
    """All of these are the same day."""
    assert iso_day(written) == "2022-01-14"


@pytest.mark.parametrize(
    "written",
    ["01/02/2022", "2022-01", "2022", "2022-02-30", "0001-01-01", "14 Smarch 2022", "January 2022", "9999999999", "x" * 99],
)
def test_what_is_no_day_or_could_be_two_is_none(written):
    """No guess is made."""
    assert iso_day(written) is None


def test_the_same_day_and_month_is_no_ambiguity():
    """3/3/2022 has one reading."""
    assert iso_day("03/03/2022") == "2022-03-03"


def test_month_names_and_their_abbreviations_are_numbers():
    """Case and the full stop do not matter."""
    assert [month_number(name) for name in ("Sept.", "september", "MAY", "Foo")] == [9, 9, 5, None]


def test_days_outside_the_calendar_are_none():
    """Neither 30 February nor the year 3000 is taken."""
    assert valid_day(2022, 2, 30) is None
    assert valid_day(3000, 1, 1) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2022/01/14/talks", "2022-01-14"),
        ("https://example.org/world/2022/jan/14/talks", "2022-01-14"),
        ("https://example.org/talks-2022-01-14.html", "2022-01-14"),
        ("https://example.org/a20220114.html", "2022-01-14"),
        ("https://example.org/2022/01/talks", None),
        ("https://example.org/id/120220114123", None),
        ("https://example.org/2022/13/45/", None),
    ],
)
def test_a_day_in_a_url_is_found(url, day):
    """It must be a whole and valid day."""
    assert day_in_url(url) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("NEW YORK, 8 July 2021 — Briefed today, the Council met.", "2021-07-08"),
        ("WASHINGTON, Oct. 22, 1962 (AP) - The president spoke.", "1962-10-22"),
        ("Moscow, 14 January 2022: The minister spoke.", "2022-01-14"),
        ("Published: 14 January 2022", "2022-01-14"),
        ("Published on 2022-01-14 10:00 GMT", "2022-01-14"),
        ("First published: Friday 14 January 2022 at 10:30", "2022-01-14"),
        ("January 14, 2022", "2022-01-14"),
        ("BEIJING, March 12 (Xinhua) -- China opposes it.", None),
        ("WASHINGTON, Oct. 22 - The president spoke.", None),
        ("The treaty of 12 March 1999 - a failure - was signed.", None),
        ("On 14 January 2022 the talks failed.", None),
        ("17:30 – Talks fail", None),
    ],
)
def test_the_head_of_a_report_may_give_the_day(line, day):
    """A dateline without a year gives none."""
    assert day_in_head(f"Talks fail\n\n{line}\nMore.") == day


def test_a_dateline_takes_its_year_from_the_url():
    """The day itself still comes from the dateline."""
    found = publication_date(
        given=None, metadata=None, url="https://example.org/1996/x", text="BEIJING, March 12 (Xinhua) -- China said so."
    )
    assert found == ("1996-03-12", "dateline")


def test_a_date_far_down_the_text_is_not_the_day_of_publication():
    """Only the head is read."""
    assert day_in_head("Talks fail again.\n" * 20 + "14 January 2022\n") is None


def test_the_best_source_of_the_day_comes_first():
    """Given, then metadata, then URL, then dateline, then unknown."""
    facts = {
        "given": "2022-01-01",
        "metadata": "2022-01-02",
        "url": "https://example.org/2022/01/03/",
        "text": "Published: 4 January 2022",
    }
    for source in ("given", "metadata", "url", "dateline"):
        assert publication_date(**facts)[1] == source
        facts["text" if source == "dateline" else source] = "" if source == "dateline" else None
    assert publication_date(**facts) == (None, "unknown")


def test_a_dateline_is_known_as_a_line_of_dates():
    """It is no headline."""
    assert is_date_line("NEW YORK, 8 July 2021 — Briefed")
    assert not is_date_line("Leaders agree Ukraine ceasefire in Minsk")


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_dates(text):
    """Whatever comes is a day or none."""
    for day in (iso_day(text), day_in_url(text), day_in_head(text, year=1999)):
        assert day is None or len(day) == 10
