"""brat and Web Annotation: every annotation stands on the words it gives."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from detente.ledger.export import Options
from detente.ledger.export.brat import brat
from detente.ledger.export.web_annotation import web_annotation
from detente.ledger.flatten import flatten
from detente.records import Record, Span

from .sample import first, records, second


def files(found: list[Record]) -> dict[str, str]:
    """The files of brat by name."""
    return dict(brat(found, Options()))


def bound(ann: str) -> Iterator[tuple[str, str, list[tuple[int, int]], str]]:
    """Id, type, spans and words of each text-bound annotation, as brat's own reader takes them apart."""
    for line in ann.splitlines():
        if line.startswith("T"):
            name, middle, words = line.split("\t")
            kind, offsets = middle.split(" ", 1)
            pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
            yield name, kind, pieces, words  # type: ignore[misc]


def annotations(found: list[Record]) -> list[dict[str, Any]]:
    """The items of the annotation page."""
    return json.loads("".join(web_annotation(found, Options())))["items"]  # type: ignore[no-any-return]


def test_a_report_has_a_text_and_annotations() -> None:
    """Two files a report beside the configuration; the text is unchanged."""
    found = files(records())
    assert sorted(found) == ["aa11.ann", "aa11.txt", "annotation.conf", "bb22.ann", "bb22.txt", "cc33.ann", "cc33.txt"]
    assert found["aa11.txt"] == first().report.text
    assert "\r\n" in found["bb22.txt"]


def test_every_text_bound_annotation_gives_its_words() -> None:
    """The words of the spans, joined by blanks, are those of the line; no span runs over a line's end."""
    found = files(records())
    for name in ("aa11", "bb22"):
        text = found[f"{name}.txt"]
        for _, _, pieces, words in bound(found[f"{name}.ann"]):
            assert " ".join(text[a:b] for a, b in pieces) == words
            assert not re.search(r"[\r\n]", words)


def test_every_reference_of_brat_leads_somewhere() -> None:
    """Triggers, arguments, attributes and notes name annotations of the file."""
    ann = files([first()])["aa11.ann"]
    ids = {line.split("\t")[0] for line in ann.splitlines()}
    used = set(re.findall(r"[\w-]+:([TE]\d+)", ann)) | set(re.findall(r"^[A#]\d+\t\w+ ([TE]\d+)", ann, re.MULTILINE))
    assert used <= ids


def test_events_have_parties_factuality_and_rule() -> None:
    """The shelling: actor and recipient by the mentions, occurred."""
    ann = files([first()])["aa11.ann"]
    assert re.search(r"^E1\tASSAULT:T\d+ Actor:T1 Recipient:T2$", ann, re.MULTILINE)
    assert "A1\tFactuality E1 occurred" in ann
    assert flatten(first()).events[0].id in ann


def test_symmetric_events_number_their_actors() -> None:
    """Brat takes each role once: Actor, Actor2."""
    assert re.search(r"^E2\tCONSULT:T\d+ Actor:T2 Actor2:T1$", files([first()])["aa11.ann"], re.MULTILINE)


def test_threats_and_statements_are_structures() -> None:
    """A threat has holder, addressee and condition; a denial is marked."""
    ann = files([first()])["aa11.ann"]
    assert re.search(r"^E\d+\tThreat:T\d+ Holder:T\d+ Addressee:T\d+ Condition:T\d+$", ann, re.MULTILINE)
    assert re.search(r"^A\d+\tDenial E\d+$", ann, re.MULTILINE)
    assert re.search(r"^A\d+\tCertainty E\d+ explicit$", ann, re.MULTILINE)


def test_the_configuration_names_every_type_that_is_used() -> None:
    """A server refuses types that it does not know."""
    found = files(records())
    conf = found["annotation.conf"]
    known = set(re.findall(r"^(\w+)", conf, re.MULTILINE))
    used = {kind for _, kind, _, _ in bound(found["aa11.ann"])}
    assert used <= known
    assert re.findall(r"^\[(\w+)\]", conf, re.MULTILINE) == ["entities", "relations", "events", "attributes"]


def test_speech_without_a_cue_is_content_of_its_own() -> None:
    """A statement that has no cue hangs on its content."""
    record = first()
    free = replace(record, statements=(replace(record.statements[1], cue=None),))
    assert re.search(r"^E\d+\tContent:T\d+ Speaker:T3$", files([free])["aa11.ann"], re.MULTILINE)


@given(st.text(st.sampled_from("ab \r\n\u2028🕊"), min_size=1, max_size=20), st.data())
def test_any_span_is_cut_at_line_ends(text: str, data: st.DataObject) -> None:
    """Whatever the text, words and spans agree and no line of the file breaks."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    base = first()
    mention = replace(base.mentions[0], start=start, end=end, text=text[start:end])
    record = replace(
        base, report=replace(base.report, text=text), mentions=(mention,), places=(), times=(), statements=(), events=(), commitments=()
    )  # fmt: skip
    for _, _, pieces, words in bound(files([record])["aa11.ann"]):
        assert " ".join(text[a:b] for a, b in pieces) == words


def test_every_annotation_quotes_its_target() -> None:
    """Position and quote agree with each other and with the report."""
    text = first().report.text
    for item in annotations([first()]):
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def test_an_annotation_is_what_the_model_asks_for() -> None:
    """Context, type, id, motivation of the vocabulary, a body and a target."""
    page = json.loads("".join(web_annotation(records(), Options())))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:uuid:")
        assert item["motivation"] in {"identifying", "classifying"}
        assert all(body["type"] == "TextualBody" for body in item["body"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_an_event_is_classified_and_says_its_parties() -> None:
    """Type, mode, factuality and contexts as bodies; parties in terms of detente's own."""
    row = flatten(first()).events[0]
    [item] = [item for item in annotations([first()]) if item["detente:row"] == row.id]
    assert [body["value"] for body in item["body"]] == ["ASSAULT", "heavy-weapons", "occurred", "military", "territory"]
    assert (item["detente:actors"], item["detente:recipients"]) == (["NOR/GOV"], ["ISL/GOV"])
    assert item["created"] == "2021-03-02T00:00:00Z"


def test_a_statement_in_two_pieces_has_two_targets() -> None:
    """A quotation cut in two keeps both spans."""
    record = first()
    text = record.report.text
    pieces = tuple(Span(start=text.index(w), end=text.index(w) + len(w), text=w) for w in ("Oslo would", "by 5 March"))
    cut = replace(record, statements=(replace(record.statements[1], content=pieces),), events=(), commitments=())
    [item] = [item for item in annotations([cut]) if "detente:speaker" in item]
    assert len(item["target"]) == 2


def test_a_report_without_address_or_day_is_named_by_its_id() -> None:
    """No url: a urn; no day: no date of making."""
    item = annotations([second()])[0]
    assert item["target"]["source"] == "urn:detente:report:sha256:bb22"
    assert "created" not in item


def test_no_records_are_an_empty_page() -> None:
    """Still a page."""
    assert annotations([]) == []
