"""The small parts: atoms of names, dates of rows, offices, first names, the words that bind a state."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import atoms, entries_in, index_of, matches, plural
from detente.resolve.actors.genders import gender_of_name, gender_of_title
from detente.resolve.actors.offices import holder_of, last_name, same_office
from detente.resolve.actors.persons import alike
from detente.resolve.actors.registry import person_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [("U.S.-led", ("us", "led")), ("People’s", ("people", "'s")), ("Co-operation", ("co", "operation")),
     ("São", ("sao",)), ("-", ()), ("Workers'", ("workers",))],
)  # fmt: skip
def test_names_are_compared_by_atoms(text: str, expected: tuple[str, ...]) -> None:
    """Case, accents, full stops and hyphens do not count."""
    assert atoms(text) == expected


@pytest.mark.parametrize(
    ("start", "end", "day", "expected"),
    [("1922", "1991-12-26", "1962-10-23", True), ("1922", "1991-12-26", "1992-01-01", False), ("", "", None, True),
     ("", "1991", None, False), ("1991-06", "", "1991", True), ("", "1991", "1991-07-01", True)],
)  # fmt: skip
def test_a_row_holds_from_and_to(start: str, end: str, day: str | None, expected: bool) -> None:
    """Days of less precision hold throughout; without a day, what has ended does not hold."""
    assert holds(SimpleNamespace(from_=start, to=end), day) is expected


@pytest.mark.parametrize(
    ("title", "office", "expected"),
    [("Secretary of Defense", "Defence Secretary", True), ("President", "Vice President", False),
     ("Minister for Foreign Affairs", "Foreign Minister", True), ("spokeswoman", "Kremlin spokesman", True),
     ("Deputy Foreign Minister", "Foreign Minister", False), ("Senator", "President", False)],
)  # fmt: skip
def test_titles_and_offices_are_matched_by_meaning(title: str, office: str, expected: bool) -> None:
    """Spellings and word order do not count; a deputy is not the minister."""
    assert same_office(title, office) is expected


def test_an_office_has_one_holder_at_a_day(words) -> None:
    """The table answers for a day, and not without one."""
    found = holder_of("president", "USA", "1962-10-23", words)
    assert found is not None
    assert found.name == "John F. Kennedy"
    assert holder_of("president", "USA", None, words) is None


def test_family_names_leave_suffixes_out() -> None:
    """'Jr.' is no family name, and 'al-' is no part of one."""
    assert (last_name("Martin King Jr."), last_name("Bashar al-Assad")) == ("king", "assad")


def test_first_names_may_be_spelt_otherwise() -> None:
    """Transliterations, nicknames and initials are alike; other names are not."""
    assert alike("sergei", "sergey")
    assert alike("bob", "robert")
    assert not alike("george", "jeb")


def test_gender_is_known_or_open() -> None:
    """A name or title tells the gender or leaves it open."""
    assert (gender_of_name("Angela"), gender_of_name("Vladimir"), gender_of_name("Xi")) == ("f", "m", "")
    assert (gender_of_title("Queen"), gender_of_title("Foreign Minister")) == ("f", "")


def test_unknown_people_get_stable_ids() -> None:
    """What is not known is ``---``."""
    assert person_id("USA", None, None, "John Doe") == "USA/---/john-doe"
    assert person_id(None, "IGO", "UN", "Jane Roe") == "UN/jane-roe"


def test_plurals_bend_the_head() -> None:
    """'Secretary of State' bends at its head."""
    assert [plural(p) for p in ("foreign ministry", "spokesman", "Secretary of State")] == [
        "foreign ministries", "spokesmen", "Secretaries of State",
    ]  # fmt: skip


def test_the_longest_name_wins_and_case_counts(parser, words) -> None:
    """'South Korea' is one name, 'us' is none, an acronym in a shouted headline is one only as a name."""
    sentence = parser.parse("South Korea told us that the US would wait.").sentences[0]
    found = [match.text for match in matches(sentence, index_of(words)) if match.of("state")]
    assert found == ["South Korea", "US"]


def test_a_headline_is_searched_without_a_parse(words) -> None:
    """Plain text gives the entries of the longest phrases."""
    codes = [e.row.code for e in entries_in("North Korea and Japan talk", index_of(words)) if e.sort == "state"]
    assert codes == ["PRK", "JPN"]
