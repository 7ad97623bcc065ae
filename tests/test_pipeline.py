"""The pipeline: a reader, its batches, and the ways to give it a report."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

import detente
from detente import pipeline
from detente.errors import EmptyReport, ModelError, ResourceError, TooLarge, UnsupportedLanguage, UsageError
from detente.pipeline import Reader, code, coder_of, read, record_of_doc
from detente.records import Record, Report
from detente.records.encode import as_json
from detente.resources import lexicon
from detente.settings import DEFAULT_MODEL, Settings
from detente.sources import Failure, InputOptions, report_from_text

TEXT = "Iran rejected the American demand on Monday. “We will not talk,” Foreign Minister Javad Zarif said."
OTHER = "Iraq agreed to hold talks with Kuwait, the Foreign Ministry in Baghdad said."
GERMAN = "Der Minister sagte am Freitag in Berlin, dass die Verhandlungen ohne Ergebnis geblieben sind und nun ruhen."
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the default settings."""
    return Reader()


def report(text: str, key: str = "text") -> Report:
    """A text as a report of a Wednesday."""
    return report_from_text(text, InputOptions(published="2020-01-08"), key=key)


def test_a_report_gives_a_record_of_every_layer(reader: Reader) -> None:
    """Actors, mentions, times, statements, events and commitments are filled from one short text."""
    text = f"{TEXT} Iran will close the strait by Friday if sanctions are imposed in Tehran, he added."
    record = reader.read(report(text))
    assert record.report.text == text
    for layer in ("actors", "mentions", "times", "statements", "events", "commitments"):
        assert getattr(record, layer), layer


def test_read_and_a_reader_say_the_same(reader: Reader) -> None:
    """``detente.read`` is a reader with the default settings."""
    assert as_json(read(TEXT, published="2020-01-08")) == as_json(reader.read(report(TEXT)))
    assert detente.read is read
    assert detente.Reader is Reader


def test_what_is_known_of_a_report_stands_in_its_record() -> None:
    """Day, title, outlet and address are kept as given."""
    found = read(TEXT, published="8 January 2020", title="No talks", outlet="The Record", url="https://example.org/1").report
    assert (found.published, found.published_from) == ("2020-01-08", "given")
    assert (found.title, found.outlet, found.url, found.language) == ("No talks", "The Record", "https://example.org/1", "en")
    assert found.key == "text"


@pytest.mark.parametrize(
    ("published", "kept", "monday"),
    [
        ("2020-01-08", "2020-01-08", "2020-01-06"),
        ("8 January 2020", "2020-01-08", "2020-01-06"),
        ("2020-01-08T23:30:00-05:00", "2020-01-08", "2020-01-06"),
        ("2020-01", "2020-01", "XXXX-WXX-1"),
        (None, None, "XXXX-WXX-1"),
    ],
)
def test_any_form_of_day_is_taken_and_none_is_guessed(published: str | None, kept: str | None, monday: str) -> None:
    """A day resolves weekdays; a month or nothing leaves them open."""
    record = read(TEXT, published=published)
    assert record.report.published == kept
    assert [time.value for time in record.times if time.text == "Monday"] == [monday]


@pytest.mark.parametrize("published", ["31 June", "yesterday", "03/04/2020", ""])
def test_a_day_that_is_none_is_refused(published: str) -> None:
    """The error shows what was given and how to give it."""
    with pytest.raises(UsageError, match=re.escape(repr(published))):
        read(TEXT, published=published)


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0\n"])
def test_no_text_is_refused(text: str) -> None:
    """An empty record would say that nothing happened."""
    with pytest.raises(EmptyReport):
        read(text)


def test_a_text_over_the_limit_is_refused() -> None:
    """Before any parsing."""
    with pytest.raises(TooLarge):
        read("x " * 10_000_001)


def test_another_language_is_refused_unless_the_caller_knows_better() -> None:
    """The error names the language; ``language="en"`` overrules, and no other language can be asked for."""
    with pytest.raises(UnsupportedLanguage, match="German") as caught:
        read(GERMAN)
    assert caught.value.language == "de"
    assert read(GERMAN, language="en").report.language == "en"
    with pytest.raises(UsageError, match="'de'"):
        read(TEXT, language="de")


def test_a_batch_keeps_order_and_passes_failures_on(reader: Reader) -> None:
    """Failures of the sources stand where their reports stood."""
    failure = Failure(where="b", code="damaged", message="cut short")
    found = list(reader.read_all([report(TEXT, "a"), failure, report(OTHER, "c")]))
    assert [getattr(item, "report", item) for item in found] == [report(TEXT, "a"), failure, report(OTHER, "c")]


def test_a_batch_is_read_as_it_is_asked_for(reader: Reader) -> None:
    """Nothing is read ahead: a stream without end can be read."""

    def endless() -> Iterator[Report]:
        while True:
            yield report(OTHER)

    found = reader.read_all(endless())
    assert isinstance(next(found), Record)
    assert isinstance(next(found), Record)


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (ValueError("a slip"), "fault", "ValueError: a slip"),
        (RecursionError("too deep"), "fault", "RecursionError"),
        (ModelError("no parse"), "model", "no parse"),
    ],
)
def test_what_goes_wrong_in_one_report_stays_there(
    error: Exception, kind: str, says: str, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of ours is a failure of that report, by name and place; the next one is read."""
    real = pipeline.times_of

    def failing(document: object, **named: object) -> object:
        if document.text == TEXT:
            raise error
        return real(document, **named)

    monkeypatch.setattr(pipeline, "times_of", failing)
    first, second = reader.read_all([report(TEXT, "a"), report(OTHER, "b")])
    assert isinstance(first, Failure)
    assert (first.where, first.code) == ("a", kind)
    assert says in first.message
    assert isinstance(second, Record)


def test_stopping_is_not_a_failure_of_a_report(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends a batch at once."""

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "times_of", stopped)
    with pytest.raises(KeyboardInterrupt):
        list(reader.read_all([report(TEXT)]))


def test_the_coder_is_named_by_version_model_and_lexicon(reader: Reader) -> None:
    """Three strings that together decide every byte of a record."""
    coder = reader.read(report(TEXT)).coder
    assert coder == reader.coder == coder_of(reader.parser.name, reader.lexicon)
    assert re.fullmatch(r"\d+(\.\d+)*\S*", coder.version)
    assert coder.model == "en_core_web_sm 3.8.0"
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", coder.lexicon)


def test_own_tables_change_what_is_read_and_the_lexicon_that_is_named(tmp_path: Path) -> None:
    """A row of the user's own comes before the built-in ones and shows in the coder."""
    head = "id,name,aliases,country,kind"
    (tmp_path / "outlets.csv").write_text(f"{head}\nislet,The Islet Echo,Islet Echo,KIR,newspaper\n", encoding="utf-8")
    text = "Tuvalu rejected the offer on Monday, according to the Islet Echo."
    plain, own = read(text), read(text, resources=[tmp_path])
    assert plain.coder.lexicon != own.coder.lexicon
    assert (plain.coder.version, plain.coder.model) == (own.coder.version, own.coder.model)
    assert "KIR/MED/islet" in {actor.id for actor in own.actors} - {actor.id for actor in plain.actors}
    assert as_json(read(text, resources=[str(tmp_path)])) == as_json(own)


def test_a_broken_table_of_the_user_is_named(tmp_path: Path) -> None:
    """The error says which file and line."""
    (tmp_path / "outlets.csv").write_text("id,name\nislet,The Islet Echo,too,many,cells\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"outlets\.csv"):
        Reader(Settings(resources=(tmp_path,)))


def test_a_missing_model_is_named() -> None:
    """With the command that installs one."""
    with pytest.raises(ModelError, match=r"no_such_model.*pip install"):
        Reader(Settings(model="no_such_model"))


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    """The pipeline as a spaCy user loads it."""
    return spacy.load(DEFAULT_MODEL)


def test_a_parsed_doc_gives_the_record_of_its_text(nlp: spacy.Language, reader: Reader) -> None:
    """On simple text the caller's parse and ours lead to the same rows; key and coder say whose it was."""
    text = "Iran rejected the American demand on Monday. Iraq accused Kuwait of theft."
    ours, theirs = reader.read(report(text)), record_of_doc(nlp(text), published="2020-01-08")
    for layer in ("actors", "mentions", "times", "statements", "events", "commitments"):
        assert getattr(theirs, layer) == getattr(ours, layer), layer
    assert (theirs.report.key, theirs.coder.model) == ("doc", "en pipeline of the caller")
    assert theirs.coder.lexicon == ours.coder.lexicon


def test_a_doc_without_a_parse_is_refused() -> None:
    """The error says what to add."""
    with pytest.raises(ModelError, match="tagger and a parser"):
        record_of_doc(spacy.blank("en")("Iran rejected the demand."))


def test_a_doc_keeps_the_sentences_of_the_caller(nlp: spacy.Language) -> None:
    """Own boundaries of sentences are used, and spans are offsets into the doc's text."""
    doc = nlp("Iran rejected the demand. Iraq agreed to talks.")
    record = record_of_doc(doc)
    assert all(doc.text[event.start : event.end] == event.text for event in record.events)
    assert record.report.published is None


def test_the_stages_can_be_run_on_a_document_alone(reader: Reader) -> None:
    """``code`` takes a parsed document and leaves the furniture that it is given in the record."""
    made = report(TEXT)
    record = code(made, reader.parser.parse(TEXT), lexicon(), reader.coder)
    assert record == reader.read(made)


def test_furniture_is_named_and_never_coded(reader: Reader) -> None:
    """A teaser between paragraphs is in the record as such, and in no other row."""
    record = reader.read(report(f"{TEXT}\n\nRead more: Iran attacks Israel with missiles\n\n{OTHER}\n"))
    assert [row.text for row in record.furniture] == ["Read more: Iran attacks Israel with missiles"]
    assert not [event for event in record.events if event.event == "ASSAULT"]


def test_windows_line_ends_are_kept_and_change_no_row(reader: Reader) -> None:
    """``report.text`` is the text as given; rows say the same at other offsets."""
    unix = f"Iran refuses talks\n\n{TEXT}\n\n{OTHER}\n"
    windows = unix.replace("\n", "\r\n")
    one, two = reader.read(report(unix)), reader.read(report(windows))
    assert two.report.text == windows
    assert [e.text for e in one.events] == [e.text for e in two.events]
    assert [[c.text for c in s.content] for s in one.statements] == [[c.text for c in s.content] for s in two.statements]


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_bytes_do_not_hang_on_the_process(seed: str) -> None:
    """Another hash seed, time zone, locale or working folder gives the same bytes for the same reports."""
    program = (
        "import sys, hashlib\nfrom detente.pipeline import read\nfrom detente.records.encode import as_json\n"
        "for path in sys.argv[1:]:\n"
        "    text = open(path, encoding='utf-8').read()\n"
        "    print(hashlib.sha256(as_json(read(text)).encode()).hexdigest())"
    )
    paths = [str(path) for path in sorted(EXAMPLES.glob("*.txt"))]
    want = [hashlib.sha256(as_json(read(Path(path).read_text(encoding="utf-8"))).encode()).hexdigest() for path in paths]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", program, *paths], capture_output=True, text=True, check=False, env=environment, cwd="/")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == want
