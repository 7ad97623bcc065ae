"""Time expressions and their TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.language import Parser
from detente.resolve.times import times_of
from detente.resolve.times.calendar import duration, number_of, shift, weekday

DAY = "2021-03-17"  # a Wednesday


def values(parser: Parser, text: str, published: str | None = DAY) -> list[tuple[str, str]]:
    """Texts and values of all time expressions."""
    return [(t.row.text, t.row.value) for t in times_of(parser.parse(text), published=published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys met on Monday.", ("Monday", "2021-03-15")),
        ("Envoys met on Wednesday.", ("Wednesday", "2021-03-17")),
        ("Envoys met last Thursday.", ("last Thursday", "2021-03-11")),
        ("Norway will complain over the clash of Friday.", ("Friday", "2021-03-12")),
        ("The Premier saw the envoy to-day.", ("to-day", "2021-03-17")),
        ("The fleet sails to-morrow.", ("to-morrow", "2021-03-18")),
        ("The envoys left at Christmas.", ("Christmas", "2020-12-25")),
        ("The troops will be home by Christmas Eve.", ("Christmas Eve", "2021-12-24")),
        ("Envoys will meet on Friday.", ("Friday", "2021-03-19")),
        ("Envoys are to meet on Tuesday.", ("Tuesday", "2021-03-23")),
        ("She had tried to telephone him on Monday.", ("Monday", "2021-03-15")),
        ("The mission was to have flown on 2 March.", ("2 March", "2021-03-02")),
        ("Talks resume on Sunday.", ("Sunday", "2021-03-21")),
        ("The troops must leave by Saturday.", ("Saturday", "2021-03-20")),
        ("The army left on March 3.", ("March 3", "2021-03-03")),
        ("The army left on 3 December.", ("3 December", "2020-12-03")),
        ("Iraq must withdraw on or before January 15.", ("January 15", "2022-01-15")),
        ("The treaty was signed on 4 April 1949.", ("4 April 1949", "1949-04-04")),
        ("The treaty was signed in November 1959.", ("November 1959", "1959-11")),
        ("The embassy closed in April.", ("April", "2020-04")),
        ("The president visited Oslo last June.", ("last June", "2020-06")),
        ("The war ended in 1953.", ("1953", "1953")),
        ("The border was drawn in the 1920s.", ("the 1920s", "192")),
        ("Yesterday the talks failed.", ("Yesterday", "2021-03-16")),
        ("The talks failed two weeks ago.", ("two weeks ago", "2021-W09")),
        ("They have not met for three years.", ("three years", "P3Y")),
        ("Troops must leave within 48 hours.", ("48 hours", "PT48H")),
        ("The guns fell silent at 6:30 p.m.", ("6:30 p.m.", "2021-03-17T18:30")),
        ("Clashes broke out on Friday night.", ("Friday night", "2021-03-12TNI")),
        ("The council meets every week.", ("every week", "P1W")),
        ("Talks will resume next month.", ("next month", "2021-04")),
        ("Last year the ceasefire held.", ("Last year", "2020")),
        ("The fleet sailed in the summer of 1990.", ("the summer of 1990", "1990-SU")),
    ],
)
def test_expressions_have_their_values(parser: Parser, text: str, expected: tuple[str, str]) -> None:
    """Past reports look back, plans and deadlines forward."""
    assert values(parser, text) == [expected]


def test_the_same_weekday_points_both_ways(parser: Parser) -> None:
    """'On Friday' has a past and a future in one report."""
    found = values(parser, "Envoys left on Friday. They will be back on Friday.")
    assert [value for _, value in found] == ["2021-03-12", "2021-03-19"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Envoys met on Thursday.", "XXXX-WXX-4"), ("Envoys met on March 3.", "XXXX-03-03"), ("Envoys met today.", "XXXX-XX-XX"), ("Envoys met in April.", "XXXX-04")],
)
def test_without_a_day_of_publication_nothing_is_guessed(parser: Parser, text: str, value: str) -> None:
    """Weekdays and bare dates stay open."""
    assert values(parser, text, None)[0][1] == value


def test_a_narrative_of_long_ago_keeps_its_year(parser: Parser) -> None:
    """Bare dates follow the year last named, not the day of publication."""
    text = (
        "In 1939 the war began. In 1940 France fell. On 10 May 1940 the army crossed the river. On 14 June it entered Paris. "
        "In December the front was quiet. In January the attack was renewed. In 1945 it was over."
    )
    found = dict(values(parser, text, "2009-12-19"))
    assert found["14 June"] == "1940-06-14"
    assert found["January"] == "1941-01"


@pytest.mark.parametrize(
    "text",
    ["They may leave the base.", "Soldiers march through the town.", "The army will march on.", "Some 1,500 soldiers were sent.", "Resolution 1441 was adopted.", "A second attack failed."],
)
def test_words_that_only_look_like_times_are_left_alone(parser: Parser, text: str) -> None:
    """Modals, verbs, numbers and ordinals."""
    assert values(parser, text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [("They must leave by Friday.", "deadline"), ("They talked for three days.", "duration"), ("They left on Friday.", "event"), ("The Friday meeting was short.", "reference")],
)
def test_roles_tell_deadlines_from_days(parser: Parser, text: str, role: str) -> None:
    """What a time is for."""
    assert [t.row.role for t in times_of(parser.parse(text), published=DAY)] == [role]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Monday", "31 June 2021", "two", "weeks", "ago", "the", "1990s", "in", "99:99", "May", "last", ",", "9999", "0000", "by", "BC", "30 February"]), max_size=12))
def test_any_mixture_of_time_words_slices_to_its_text(parser: Parser, parts: list[str]) -> None:
    """Nothing raises; spans slice; ids count up."""
    text = " ".join(parts)
    found = times_of(parser.parse(text), published=DAY)
    assert all(text[t.row.start : t.row.end] == t.row.text for t in found)
    assert [t.row.id for t in found] == [f"t{n}" for n in range(1, len(found) + 1)]


@pytest.mark.parametrize(("words", "number"), [("forty-eight", 48), ("two and a half", 2.5), ("1,500", 1500), ("a", 1), ("several", None), ("", None)])
def test_numbers_are_read_in_words_and_digits(words: str, number: float | None) -> None:
    """None for what is no number."""
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [(-1, "day", "2021-03-16"), (2, "week", "2021-W13"), (-3, "month", "2020-12"), (1, "quarter", "2021-Q2"), (-1, "year", "2020"), (-1, "decade", "201"), (1, "century", "21"), (10_000, "year", None), (1, "hour", None)],
)
def test_shifting_keeps_the_precision_of_the_unit(amount: float, unit: str, value: str | None) -> None:
    """Weeks give weeks, months months; outside the calendar there is none."""
    assert shift(date(2021, 3, 17), amount, unit) == value


def test_periods_and_weekdays() -> None:
    """TIMEX3 periods; weekdays on or beside an anchor."""
    assert duration(None, "year") == "PXY"
    assert duration(1, "fortnight") == "P2W"
    assert weekday(date(2021, 3, 17), 3, -1) == date(2021, 3, 17)
    assert weekday(date(2021, 3, 17), 4, -1) == date(2021, 3, 11)
    assert weekday(date(2021, 3, 17), 2, 1) == date(2021, 3, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSLO, March 15 -- The fleet sailed today and returns on Friday.", ["2021-03-15", "2021-03-15", "2021-03-12"]),
        ("OSLO, 16 MARCH 2021 -- The fleet sailed yesterday.", ["2021-03-16", "2021-03-15"]),
        ("OSLO, March 17 -- The fleet sailed yesterday.", ["2021-03-17", "2021-03-16"]),
        ("OSLO, 2 January 2021 -- The fleet sailed yesterday.", ["2021-01-02", "2021-03-16"]),
    ],
)
def test_what_counts_from_today_counts_from_the_day_of_the_dateline(parser: Parser, text: str, expected: list[str]) -> None:
    """A paper prints tomorrow what was written today; a dateline of weeks ago dates something else."""
    found = [value for _, value in values(parser, text)]
    assert found[:2] == expected[:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fleets met off the cape on 6-7 January 1916.", [("6", "1916-01-06"), ("7 January 1916", "1916-01-07")]),
        ("The siege (22-25 April 1951) was lifted.", [("22", "1951-04-22"), ("25 April 1951", "1951-04-25")]),
        ("Shells fell from the 13th to the 19th of February.", [("the 13th", "2021-02-13"), ("19th of February", "2021-02-19")]),
        ("Envoys met on 4 and 5 March.", [("4", "2021-03-04"), ("5 March", "2021-03-05")]),
        ("Envoys met on March 4-5, 2020.", [("March 4", "2021-03-04"), ("5, 2020", "2020-03-05")]),
        ("Trade fell in 1915-17.", [("1915", "1915"), ("17", "1917")]),
        ("The talks of 1861-1863 failed.", [("1861", "1861"), ("1863", "1863")]),
    ],
)
def test_both_ends_of_a_range_are_times(parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    """A range gives a time for each of its ends, the first with the month and year of the last."""
    assert values(parser, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patrols moved only at night.", ("night", "XXXX-XX-XXTNI")),
        ("The night raids went on.", ("night", "XXXX-XX-XXTNI")),
        ("Drones flew in daytime.", ("daytime", "XXXX-XX-XXTDT")),
        ("The troops entered winter quarters.", ("winter", "XXXX-WI")),
        ("The former president objected.", ("former", "PAST_REF")),
        ("At that time the border was open.", ("that time", "PAST_REF")),
        ("The envoy sees no need for talks at this time.", ("this time", "PRESENT_REF")),
        ("Oslo had no envoy there at the time.", ("the time", "PAST_REF")),
        ("By month's end the bridge was rebuilt.", ("month's end", "2021-03")),
        ("The Secretary told him so on the 15th.", ("the 15th", "2021-03-15")),
        ("The gunboat came on the 20th.", ("the 20th", "2021-02-20")),
        ("They must leave by the 1st.", ("the 1st", "2021-04-01")),
        ("The pilot was 26 years old.", ("26 years old", "P26Y")),
        ("For two bloody weeks the town held out.", ("two bloody weeks", "P2W")),
        ("Trade will grow in the coming years.", ("the coming years", "PXY")),
        ("The guns were silent within days.", ("days", "PXD")),
        ("The guns fell silent at 5.30pm.", ("5.30pm", "2021-03-17T17:30")),
        ("The guns fell silent at 5:30PM.", ("5:30PM", "2021-03-17T17:30")),
        ("All were in place by 05:30hrs.", ("05:30hrs", "2021-03-17T05:30")),
    ],
)
def test_loose_references_are_times(parser: Parser, text: str, expected: tuple[str, str]) -> None:
    """Parts of the day, seasons, ages and pointers to a time told elsewhere are marked, with what is known of them."""
    assert expected in values(parser, text)


@pytest.mark.parametrize(
    "text",
    [
        "The index fell by 3.41% after the raid.",
        "The army lost 1.09 million men.",
        "The Long March made the party.",
        "Crowds joined the March to the palace.",
        "Mirabeau carried the day.",
        "Troops stood on the 38th parallel.",
        "They rely on the 5th Fleet.",
        "A second convoy came, this time led by a frigate.",
    ],
)
def test_words_and_figures_that_only_look_like_times_are_none(parser: Parser, text: str) -> None:
    """Percentages, marches, victories and turns of events are no times."""
    assert values(parser, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The talks of both states go on until the end of\nthe week.",
        "The bridge over the river was open by month's\nend.",
        "The ministers of both states met once a\nmonth in the capital.",
        "The ministers of both states will meet three weeks from\nnow in the capital.",
    ],
)
def test_a_line_break_within_an_expression_does_not_hide_it(parser: Parser, text: str) -> None:
    """Wrapped pages break lines anywhere."""
    assert values(parser, text)


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2019-09", "Missiles struck the refinery on 14 September.", ("14 September", "2019-09-14")),
        ("2019-09", "Missiles struck the refinery on 2 December.", ("2 December", "2018-12-02")),
        ("2019-09", "The ministers met last month.", ("last month", "2019-08")),
        ("2019-09", "Today we refuse.", ("Today", "2019-09")),
        ("2019-09", "The ministers met yesterday.", ("yesterday", "XXXX-XX-XX")),
        ("2019-09", "They refused on Monday.", ("Monday", "XXXX-WXX-1")),
        ("2019-09", "They refused last week.", ("last week", "XXXX-WXX")),
        ("2019-09", "The war began three years ago.", ("three years ago", "2016")),
        ("2019-09", "Talks began two months ago.", ("two months ago", "2019-07")),
        ("2019-09", "Talks began two weeks ago.", ("two weeks ago", "P2W")),
        ("2019", "Missiles struck the refinery on 14 September.", ("14 September", "2019-09-14")),
        ("2019", "The ministers met in June.", ("June", "2019-06")),
        ("2019", "The ministers met last month.", ("last month", "XXXX-XX")),
        ("2019", "The treaty was signed last year.", ("last year", "2018")),
    ],
)
def test_a_partial_day_of_publication_gives_what_it_can(
    parser: Parser, published: str, text: str, expected: tuple[str, str]
) -> None:
    """Of a speech only the month or year may be known: years follow from it, weekdays and weeks do not."""
    assert expected in values(parser, text, published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On February 24 this year the army crossed the border.", ("February 24 this year", "2021-02-24")),
        ("The envoys met on 3 March last year.", ("3 March last year", "2020-03-03")),
        ("Talks began in June last year.", ("June last year", "2020-06")),
        ("The treaty will lapse on 5 May of next year.", ("5 May of next year", "2022-05-05")),
    ],
)
def test_a_date_with_its_year_in_words(parser: Parser, text: str, expected: tuple[str, str]) -> None:
    """'This year' behind a date decides, whatever way the clause looks."""
    assert expected in values(parser, text)


def test_numbers_of_resolutions_are_no_years(parser: Parser) -> None:
    """In '1559 (2004)' the first is a number, and the year makes no narrative of a speech."""
    text = "Resolutions 1559 (2004), 1701 (2006), 1595 (2005) and 1757 (2007) stand. We met last month."
    found = values(parser, text)
    assert ("last month", "2021-02") in found
    assert "1559" not in [words for words, _ in found]
