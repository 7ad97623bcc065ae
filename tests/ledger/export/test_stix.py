"""The STIX bundle, read back with the stix2 library."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import stix2

from detente.ledger.export import Options
from detente.ledger.export.stix import stix
from detente.ledger.flatten import flatten
from tests.ledger.review.sample import flat, review

from .sample import first, records, second

EXTENSION = "extension-definition"


def bundle(found: Any = None) -> Any:
    """The sample as a parsed bundle; the library checks every property."""
    text = "".join(stix(records() if found is None else found, Options()))
    return stix2.parse(text, allow_custom=False, version="2.1")


def of(sort: str, found: Any = None) -> list[Any]:
    """The objects of a type."""
    return [thing for thing in bundle(found).objects if thing.type == sort]


def row_of(thing: Any) -> dict[str, Any]:
    """What the extension says."""
    return json.loads(json.dumps(dict(next(iter(thing.extensions.values())))))  # type: ignore[no-any-return]


def test_the_library_accepts_the_bundle() -> None:
    """Reports, identities, notes, an opinion and the definition of the extension."""
    kinds = {thing.type for thing in bundle().objects}
    assert kinds == {"report", "identity", "note", "opinion", EXTENSION}
    assert len(of("report")) == 3
    assert len(of("note")) == 6 + 2 + 1


def test_every_reference_leads_to_an_object_of_the_bundle() -> None:
    """No id dangles, and none stands twice."""
    things = bundle().objects
    ids = [thing.id for thing in things]
    used = {ref for thing in things for ref in (*thing.get("object_refs", ()), *filter(None, [thing.get("created_by_ref")]))}
    assert len(set(ids)) == len(ids)
    assert used <= set(ids)


def test_the_extension_is_defined_and_used() -> None:
    """Every extended object uses the one definition, which says what it holds."""
    [definition] = of(EXTENSION)
    used = {key for thing in bundle().objects for key in thing.get("extensions", {})}
    assert used == {definition.id}
    assert "PLOVER" in definition.schema
    assert definition.extension_types == ["property-extension"]


def test_times_are_the_days_of_the_reports() -> None:
    """Never the clock; a report without a day says so and has the epoch."""
    days = {str(report.published)[:10]: row_of(report).get("day_known") for report in of("report")}
    assert days == {"2021-03-02": True, "2021-03-04": True, "1970-01-01": False}


def test_an_identity_is_made_once_with_the_earliest_day() -> None:
    """Three reports name Norway; it is one organisation, known from the first of them."""
    [norway] = [thing for thing in of("identity", [first()]) if thing.name == "=Norway"]
    assert norway.identity_class == "organization"
    assert str(norway.created)[:10] == "2021-03-02"
    [again] = [thing for thing in of("identity") if thing.name == "=Norway"]
    assert again.id == norway.id


def test_people_are_individuals_with_their_roles() -> None:
    """The minister is one."""
    [berg] = [thing for thing in of("identity") if thing.name == "Jan <Berg>"]
    assert (berg.identity_class, list(berg.roles)) == ("individual", ["Minister"])


def test_a_note_cites_its_words_and_its_row() -> None:
    """Content is the clause; the extension has the row's id, offsets, type and factuality."""
    row = flatten(first()).events[0]
    [note] = [thing for thing in of("note") if row_of(thing).get("row") == row.id]
    held = row_of(note)
    assert note.content == row.text
    assert first().report.text[held["start"] : held["end"]] == note.content
    assert (held["event"], held["factuality"], note.confidence) == ("ASSAULT", "occurred", 90)
    assert len(note.object_refs) == 3


def test_a_threat_is_a_note_by_the_one_who_made_it() -> None:
    """Author, kind and condition."""
    [note] = [thing for thing in of("note") if row_of(thing)["layer"] == "commitments"]
    assert (note.abstract, list(note.authors), row_of(note)["condition"]) == ("threat", ["Jan <Berg>"], "if the nets were cut")


def test_a_denial_is_an_opinion_on_what_it_denies() -> None:
    """Norway strongly disagrees with the recall of its envoy."""
    [opinion] = of("opinion")
    assert opinion.opinion == "strongly-disagree"
    [target] = [thing for thing in of("note") if thing.id in opinion.object_refs]
    assert row_of(target)["factuality"] == "negated"


def test_the_same_records_give_the_same_bytes() -> None:
    """Ids are hashes, times come from the reports."""
    assert list(stix(records(), Options())) == list(stix(records(), Options()))


def test_a_report_that_names_nobody_still_refers_to_something() -> None:
    """STIX wants a reference; the tool stands in."""
    empty = replace(second(), actors=(), events=(), mentions=())
    [report] = of("report", [empty])
    assert len(report.object_refs) == 1


def test_days_of_any_precision_are_moments() -> None:
    """A year is its first day."""
    record = replace(first(), report=replace(first().report, published="1991"))
    assert str(of("report", [record])[0].published)[:10] == "1991-01-01"


def test_no_records_are_a_bundle_of_the_tool_alone() -> None:
    """Still valid."""
    assert {thing.type for thing in bundle([]).objects} == {"identity", EXTENSION}


def test_reviews_are_opinions_of_their_analysts() -> None:
    """On what was accepted and on what was corrected; what was rejected is not there."""
    rows = flat()
    made = [review(rows.events[0]), review(rows.events[1], "correct", factuality="future"), review(rows.commitments[0], "reject")]
    text = "".join(stix([first()], Options(reviews={first().report.id: made})))
    things = stix2.parse(text, version="2.1").objects
    said = {thing.opinion: thing for thing in things if thing.type == "opinion" and list(thing.authors) == ["anna"]}
    assert set(said) == {"strongly-agree", "agree"}
    assert {ref for thing in said.values() for ref in thing.object_refs} <= {thing.id for thing in things}
    assert str(said["agree"].created)[:10] == "2021-03-10"
    notes = [thing for thing in things if thing.type == "note"]
    assert len(notes) == 6
    [changed] = [note for note in notes if note.id in said["agree"].object_refs]
    assert row_of(changed)["factuality"] == "future"
