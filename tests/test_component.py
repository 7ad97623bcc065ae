"""The spaCy component: ``nlp.add_pipe("detente")`` sets ``doc._.detente``."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

import detente.component
from detente.errors import ModelError, UsageError
from detente.settings import DEFAULT_MODEL


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A pipeline that notes what it was called with."""
    calls: list[dict[str, Any]] = []

    def record_of_doc(doc: Doc, **given: Any) -> str:
        calls.append(given)
        return f"record of {doc.text}"

    module = ModuleType("detente.pipeline")
    module.record_of_doc = record_of_doc
    monkeypatch.setitem(sys.modules, "detente.pipeline", module)
    return calls


@pytest.fixture(scope="module")
def nlp() -> Any:
    """A pipeline with a parser."""
    made = spacy.load(DEFAULT_MODEL)
    made.add_pipe("detente", config={"published": "2022-01-14"})
    return made


def test_each_doc_gets_its_record(nlp: Any, pipeline: list[dict[str, Any]]) -> None:
    """One at a time or in a batch, the record is on the doc, and the day is passed on."""
    assert nlp("Iran protested.")._.detente == "record of Iran protested."
    assert [doc._.detente for doc in nlp.pipe(["Iran left.", "Iraq stayed."])] == [
        "record of Iran left.",
        "record of Iraq stayed.",
    ]
    assert pipeline[0]["published"] == "2022-01-14"


@pytest.mark.usefixtures("pipeline")
def test_an_empty_doc_has_no_record(nlp: Any) -> None:
    """Nothing to read is no error in a stream of docs."""
    assert nlp("  ")._.detente is None


@pytest.mark.usefixtures("pipeline")
def test_a_pipeline_without_a_parser_is_told_what_it_lacks() -> None:
    """The error names the missing parts and a pipeline that has them."""
    blank = spacy.blank("en")
    blank.add_pipe("detente")
    with pytest.raises(ModelError, match="no parser and no tagger"):
        blank("Iran protested.")


@pytest.mark.parametrize(
    ("language", "config"),
    [("de", {}), ("en", {"published": "14.x"}), ("en", {"resources": ["no-such-folder"]})],
)
def test_a_wrong_set_up_is_refused_at_once(language: str, config: dict[str, Any]) -> None:
    """Another language, a day that is none and a missing folder fail when the component is added."""
    with pytest.raises(UsageError):
        spacy.blank(language).add_pipe("detente", config=config)


def test_another_extension_of_that_name_is_not_overwritten() -> None:
    """Somebody else's ``doc._.detente`` stays as it is, and the clash is named."""
    kept = Doc.get_extension("detente") if Doc.has_extension("detente") else None
    Doc.set_extension("detente", getter=lambda *_: 1, force=True)
    try:
        with pytest.raises(UsageError, match="another package"):
            spacy.blank("en").add_pipe("detente")
    finally:
        Doc.remove_extension("detente")
        if kept:
            Doc.set_extension("detente", default=None)


def test_the_component_says_what_it_needs() -> None:
    """The library's own analysis knows what the component requires and assigns."""
    assert "doc._.detente" in spacy.blank("en").get_factory_meta("detente").assigns
    assert detente.component.EXTENSION == "detente"


def test_the_record_is_that_of_the_stages(nlp: Any) -> None:
    """With the real stages the doc carries a record whose spans slice its text."""
    doc = nlp("Iran will not accept the American demand, Foreign Minister Javad Zarif said on Monday.")
    record = doc._.detente
    assert record.report.published == "2022-01-14"
    assert record.statements
    assert all(doc.text[m.start : m.end] == m.text for m in record.mentions)
