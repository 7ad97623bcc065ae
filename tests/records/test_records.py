"""Records as JSON and back."""

from __future__ import annotations

import dataclasses
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import EmptyReport, RecordError, UnsupportedLanguage
from detente.records import Actor, Coder, Furniture, Record, Report, Span
from detente.records.encode import as_dict, as_json, from_json
from detente.records.identify import content_id, slug
from detente.records.schema import record_schema

CODER = Coder(version="0.1.0", model="en_core_web_sm 3.8.0", lexicon="sha256:0")


def record(text: str) -> Record:
    """A record of a text with one line of furniture and one actor."""
    report = Report(
        id=content_id(text), key="k", title=None, published="2020-01-08", published_from="given", language="en",
        outlet=None, url=None, text=text,
    )  # fmt: skip
    line = Furniture(id="f1", start=0, end=len(text), text=text, reason="promotion", rule="test")
    actor = Actor(id="IRN", name="Iran", kind="state", country="IRN", because="state 'Iran'")
    return Record(coder=CODER, report=report, furniture=(line,), actors=(actor,))


@given(st.text())
def test_a_record_survives_json(text: str) -> None:
    """What is written is read back the same, whatever the text."""
    made = record(text)
    assert from_json(as_json(made)) == made


def test_the_same_record_gives_the_same_bytes() -> None:
    """Encoding twice gives one text, and an indented form holds the same values."""
    made = record("Iran rejected the demand.")
    assert as_json(made) == as_json(made)
    assert json.loads(as_json(made, indent=2)) == as_dict(made)


def test_lone_surrogates_are_written_as_escapes() -> None:
    """A text that UTF-8 can't hold still becomes JSON that it can."""
    assert as_json(record("a\ud800b")).encode("utf-8")


def test_records_fit_their_schema() -> None:
    """The printed JSON Schema accepts what is printed, and names the contract."""
    schema = record_schema()
    jsonschema.validate(as_dict(record("x")), schema)
    assert schema["title"] == "detente record"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "detente/record/1"}, schema)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 1}', "not json"])
def test_json_that_is_no_record_is_an_error_that_says_where(text: str) -> None:
    """The message names the place in the object."""
    with pytest.raises(RecordError, match="not a record: at"):
        from_json(text)


def test_facts_cannot_be_changed() -> None:
    """Rows are frozen."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(start=0, end=1, text="a").text = "b"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Sergei Ryabkov", "sergei-ryabkov"), ("Abdul Amir al-Anbari", "abdul-amir-al-anbari"), ("François Hollande", "francois-hollande"), ("O'Neill", "oneill")],
)
def test_names_become_plain_slugs(name: str, expected: str) -> None:
    """Accents, blanks and apostrophes go."""
    assert slug(name) == expected


@given(st.text(), st.text())
def test_ids_are_of_the_content(one: str, other: str) -> None:
    """Equal parts give equal ids, and where the parts are divided matters."""
    assert content_id(one, other) == content_id(one, other)
    assert (content_id(one, other) == content_id(other, one)) == (one == other)
    assert slug(one)


def test_errors_say_where_what_and_have_a_code() -> None:
    """The sentence for a person leads with the place."""
    error = EmptyReport("the report is empty").located("a.txt").located("ignored.txt")
    assert (str(error), error.code) == ("a.txt: the report is empty", "empty")
    assert UnsupportedLanguage("German", language="de").language == "de"
