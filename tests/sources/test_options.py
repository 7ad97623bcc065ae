"""What the caller may say of the input."""

from __future__ import annotations

import pytest

from detente.errors import UsageError
from detente.sources import InputOptions


@pytest.mark.parametrize("said", ["2022-01-14", "2022-01-14T10:00:00Z", "14 January 2022", "January 14, 2022", "20220114"])
def test_a_day_may_be_written_in_any_certain_way(said):
    """It is kept as ISO 8601."""
    assert InputOptions(published=said).published == "2022-01-14"


@pytest.mark.parametrize("said", ["", "soon", "2022-13-01", "2022-02-30", "01/02/2022", "yesterday", "0000-00-00"])
def test_what_is_no_certain_day_is_a_usage_error(said):
    """The message says what was given and the form expected."""
    with pytest.raises(UsageError, match="YYYY-MM-DD") as caught:
        InputOptions(published=said)
    assert repr(said) in str(caught.value)


def test_an_unknown_format_names_the_formats():
    """The message lists what to choose from."""
    with pytest.raises(UsageError, match=r"'docx'.*auto, text, html, jsonl, feed, warc"):
        InputOptions(format="docx")


def test_a_language_that_cannot_be_read_is_a_usage_error():
    """Only English can be given."""
    assert InputOptions(language="en-GB").language == "en"
    with pytest.raises(UsageError, match="'de'"):
        InputOptions(language="de")


def test_a_limit_below_one_byte_is_a_usage_error():
    """Nothing could be read."""
    with pytest.raises(UsageError, match="at least 1 byte"):
        InputOptions(max_bytes=0)
