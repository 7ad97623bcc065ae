"""What holds of any text: reading never fails, every row stands on its words, and the same again is the same."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from detente.pipeline import Reader
from detente.records import Record, Report
from detente.records.encode import as_dict, as_json, from_json
from detente.records.schema import record_schema
from detente.sources import InputOptions, report_from_text

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TEXTS = tuple(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
SENTENCES = tuple(
    sentence.strip() for text in TEXTS for line in text.split("\n\n")[1:] for sentence in line.split(". ") if sentence.strip()
)
WORDS = (
    *"""
    “ ” „ ‘ ’ « » " ' '' `` ( ) , . ; : … – - ? !
    said says told warned demanded threatened denied added according to offered proposed urged insisted that it he they
    if unless until when should were provided in the event of or face before after by within not no never would could
    Russia Moscow NATO the Kremlin Ukraine Mr Lavrov Sergei Ryabkov President Biden Tehran Iran's the North Georgia Turkish
    Friday Monday January 15 2022 yesterday 48 hours next week two days mid-August
    troops talks sanctions war missiles an attack on a withdrawal from the border an ultimatum to withdraw attack invaded
    will impose agreed to meet with rejected the proposal of the minister the bloc which whose both sides each other
    """.split(),
    "\n", "\n\n",
)  # fmt: skip
ROWS = ("furniture", "mentions", "places", "times", "statements", "events", "commitments")
PREFIX = {"furniture": "f", "mentions": "m", "places": "p", "times": "t", "statements": "s", "events": "e", "commitments": "c"}

quick = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
few = settings(quick, max_examples=20)

any_text = st.text(max_size=300).filter(str.strip)
mixtures = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join).filter(str.strip)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A few sentences of the examples with words dropped, doubled, moved, in another case or other marks."""
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311  noise for tests
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
    return ". ".join(_mutated(sentence.split(" "), chance) for sentence in sentences) + chance.choice(["", ".", "..", "”", "\n"])


def _mutated(words: list[str], chance: random.Random) -> str:
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(words)) if words else 0
        match chance.randrange(6):
            case 0:
                words = words[:at] + words[at + 1 :]
            case 1:
                words = words[:at] + words[at : at + 1] * 2 + words[at + 1 :]
            case 2:
                chance.shuffle(words)
            case 3:
                words = [chance.choice((str.upper, str.lower, str.title, str.swapcase))(word) for word in words]
            case 4:
                words = [word + chance.choice(["", ",", ",,", "..", "?!", "”", "“", "'", "\n\n"]) for word in words]
            case _:
                words = words[at:] + words[:at]
    return " ".join(words)


spoilt = mutated().filter(str.strip)


@cache
def reader() -> Reader:
    """One reader for all texts."""
    return Reader()


@cache
def validator() -> Any:
    """A validator of the published schema, made once."""
    jsonschema.Draft202012Validator.check_schema(record_schema())
    return jsonschema.Draft202012Validator(record_schema())


def report(text: str, published: str | None = "2022-01-14") -> Report:
    """The text as a report, in English whatever it looks like."""
    return report_from_text(text, InputOptions(published=published, language="en"), key="text")


def read(text: str) -> Record:
    """The record of a text; the stages themselves run, so that nothing they raise is caught."""
    return reader().read(report(text))


def spans(value: Any, path: str = "") -> Iterator[tuple[str, int, int, str]]:
    """Everything in a record that has a start, an end and a text, with where it stands."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield path, value["start"], value["end"], value["text"]
        for key, item in value.items():
            yield from spans(item, f"{path}.{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from spans(item, f"{path}[{number}]")


def check(record: Record) -> None:
    """All that must hold of any record."""
    row = as_dict(record)
    text = record.report.text
    for path, start, end, words in spans(row):
        assert 0 <= start < end <= len(text), path
        assert text[start:end] == words, path
    validator().validate(row)
    check_furniture(record)
    check_ids(record)
    check_references(record)
    check_nothing_twice(record)
    encoded = as_json(record)
    assert as_json(from_json(encoded)) == encoded
    encoded.encode("utf-8")


def check_furniture(record: Record) -> None:
    """No content, event, act or condition is within what was left out."""
    coded = [span for s in record.statements for span in s.content]
    coded += [event.trigger for event in record.events]
    coded += [part for c in record.commitments for part in (c.act, c.condition) if part]
    coded += [*record.mentions, *record.places, *record.times]
    for span in coded:
        assert not any(f.start < span.end and span.start < f.end for f in record.furniture), span


def check_ids(record: Record) -> None:
    """Ids are unique and count up in each layer; rows with one span stand in the order of the text."""
    for layer in ROWS:
        rows = getattr(record, layer)
        assert [r.id for r in rows] == [f"{PREFIX[layer]}{n}" for n in range(1, len(rows) + 1)], layer
    for layer in ("furniture", "mentions", "places", "times"):
        starts = [r.start for r in getattr(record, layer)]
        assert starts == sorted(starts), layer
    ids = [actor.id for actor in record.actors]
    assert len(ids) == len(set(ids))


def check_references(record: Record) -> None:
    """Every id that a row points to is there."""
    actors = {a.id for a in record.actors}
    statements, events = {s.id for s in record.statements}, {e.id for e in record.events}
    named = [m.actor for m in record.mentions]
    named += [a for s in record.statements for a in (s.speaker, s.medium, *s.addressees)]
    named += [a for e in record.events for a in (*e.actors, *e.recipients)]
    named += [a for c in record.commitments for a in (c.holder, *c.addressees)]
    assert {a for a in named if a} <= actors
    said = {e.statement for e in record.events} | {c.statement for c in record.commitments}
    assert said - {None} <= statements
    done = {part.event for c in record.commitments for part in (c.act, c.condition) if part}
    assert done - {None} <= events
    dated = [s.time for s in record.statements] + [e.date for e in record.events] + [c.deadline for c in record.commitments]
    times = {t.id: t for t in record.times}
    assert {d.time for d in dated if d and d.time} <= times.keys()
    assert all(d.value == times[d.time].value for d in dated if d and d.time and d in [e.date for e in record.events])
    placed = [s.place for s in record.statements] + [e.place for e in record.events]
    assert {p.place for p in placed if p and p.place} <= {p.id for p in record.places}


def check_nothing_twice(record: Record) -> None:
    """No row says again what another says of the same words."""
    said = [(s.speaker, s.medium, s.content) for s in record.statements]
    done = [(e.event, e.mode, e.trigger.start, e.trigger.end, e.actors, e.recipients) for e in record.events]
    bound = [(c.kind, c.holder, c.act.start, c.act.end) for c in record.commitments]
    for rows in (said, done, bound):
        assert len(rows) == len(set(rows)), [row for row in rows if rows.count(row) > 1][:1]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:30])
def test_the_examples_hold_to_all_of_it(text: str) -> None:
    """Real reports first: what fails there fails for a plain reason."""
    check(read(text))


@settings(quick, max_examples=100)
@given(any_text)
def test_any_text_at_all_is_read(text: str) -> None:
    """Any Unicode, assigned or not: no exception, and every row on its words."""
    check(read(text))


EMPTY = "a pair of marks with nothing between makes an empty content"
TWICE = "two cues that hold one quotation each make a statement of it"


@settings(quick, max_examples=150)
@example("“ ” offered that").xfail(raises=AssertionError, reason=EMPTY)
@example("“” Iran said.").xfail(raises=AssertionError, reason=EMPTY)
@given(mixtures)
def test_heaps_of_cues_names_dates_and_marks_are_read(text: str) -> None:
    """Words that set off every rule, in no order that makes sense."""
    check(read(text))


@settings(quick, max_examples=100)
@example("PRESIDENT MOON has Offered“ TO RESUME” TALKS On?! REUNIONS.").xfail(raises=AssertionError, reason=TWICE)
@given(spoilt)
def test_spoilt_sentences_are_read(text: str) -> None:
    """Nearly real sentences, with words dropped, doubled, moved, in other case or punctuation."""
    check(read(text))


@few
@given(mixtures)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    """Reading twice, with other texts in between, changes nothing."""
    first = as_json(read(text))
    read(SENTENCES[len(text) % len(SENTENCES)])
    assert as_json(read(text)) == first


@few
@given(st.lists(mixtures | spoilt, min_size=2, max_size=5))
def test_a_report_reads_the_same_alone_and_in_any_company(texts: Sequence[str]) -> None:
    """A batch, in either order, gives each report the bytes that it has alone."""
    alone = {text: as_json(read(text)) for text in texts}
    for order in (texts, texts[::-1]):
        found = reader().read_all(report(text) for text in order)
        assert [as_json(record) for record in found] == [alone[text] for text in order]


@few
@given(spoilt, st.sampled_from([None, "2022", "2022-01", "2022-01-14", "1914-07-28", "1752-09-02"]))
def test_any_day_of_publication_will_do(text: str, published: str | None) -> None:
    """Unknown, vague and distant days are no trouble."""
    check(reader().read(report(text, published)))


def cpu_seconds(text: str) -> float:
    """Processor time of one reading, the better of two."""
    made = report(text)
    found = []
    for _ in range(2):
        started = time.process_time()
        reader().read(made)
        found.append(time.process_time() - started)
    return min(found)


SHAPES = {
    "a-report": (TEXTS[0] + "\n\n", 4),
    "one-paragraph": (" ".join(TEXTS[1].split()) + " ", 4),
    "one-sentence": ("Russia warned Ukraine and Poland demanded talks while the United States offered aid ", 10),
    "quotations": ("“We will go on,” Mr Lavrov said. He added: “If talks fail, we will act.” ", 20),
    "names": ("France, Germany, Japan, President Macron, Mr Scholz, the Kremlin, ", 15),
    "dates": ("On Monday, on 5 January 2022, within 48 hours, by Friday, before June, ", 15),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_of_the_text(shape: str) -> None:
    """Eight times the text costs less than sixteen times the processor time."""
    unit, count = SHAPES[shape]
    read(unit)
    small, large = cpu_seconds(unit * count), cpu_seconds(unit * count * 8)
    assert large < 16 * small + 0.5, f"{small:.2f} s, then {large:.2f} s"


@pytest.mark.slow
def test_a_megabyte_is_read(tmp_path: Path) -> None:
    """A report as long as a book is read at the command line, and still stands on its words."""
    text = "\n\n".join(TEXTS)
    report, out = tmp_path / "book.txt", tmp_path / "book.json"
    report.write_text((text + "\n\n") * (1_000_000 // len(text)), encoding="utf-8")
    command = [sys.executable, "-c", "from detente.cli import main; main()", "read", str(report), "--format", "json", "-o", str(out)]
    subprocess.run(command, check=True, timeout=900)
    record = from_json(out.read_text(encoding="utf-8"))
    assert len(record.report.text) > 990_000
    check_ids(record)
    check_references(record)
    assert len(record.commitments) > 100
