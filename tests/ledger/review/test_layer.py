"""The layer of reviews: laid over what was read, and held against newer readings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from detente.ledger.adding.results import StateChange
from detente.ledger.flatten import FlatRecord, flatten
from detente.ledger.review import analyst_states, applied, doubtful, links, standings, states_with
from detente.ledger.review.apply import verdicts
from detente.ledger.review.make import Signed, state_set
from detente.ledger.review.model import Review
from detente.ledger.review.records import revised
from tests.ledger.export.sample import first

from .sample import flat, review


def newer(**changes: Any) -> FlatRecord:
    """The first record as a newer coder reads it: its first event changed."""
    record = first()
    event = replace(record.events[0], **changes)
    return flatten(replace(record, events=(event, *record.events[1:])))


def standing(reading: FlatRecord, made: Review) -> str:
    """How a review stands to a reading."""
    return standings(reading, [made])[0].standing


def test_without_reviews_nothing_changes() -> None:
    """The same object."""
    rows = flat()
    assert applied(rows, []) is rows
    assert applied(rows, [review(rows.events[0], "note")]) is rows


def test_a_rejected_row_is_left_out_and_no_other() -> None:
    """Its neighbours stay."""
    rows = flat()
    left = applied(rows, [review(rows.events[0], "reject")])
    assert left.events == rows.events[1:]
    assert left.statements == rows.statements


def test_a_correction_changes_its_fields_and_keeps_the_id() -> None:
    """Type with score, parties; the id is that of the row as read."""
    rows = flat()
    [made] = [e for e in applied(rows, [review(rows.events[0], "correct", event="THREATEN", actors="RUS")]).events if e.id == rows.events[0].id]
    assert (made.event, made.score, made.actors) == ("THREATEN", -6.0, ("RUS",))
    assert made.recipients == rows.events[0].recipients


def test_the_last_verdict_counts_and_corrections_add_up() -> None:
    """A rejection is undone by an acceptance; two corrections hold together."""
    rows = flat()
    row = rows.events[0]
    undone = [review(row, "reject", at="2021-03-10"), review(row, "accept", at="2021-03-11")]
    assert applied(rows, undone[::-1]).events[0] == row
    both = [review(row, "correct", factuality="future", at="2021-03-10"), review(row, "correct", actors="RUS", at="2021-03-11")]
    made = applied(rows, both).events[0]
    assert (made.factuality, made.actors) == ("future", ("RUS",))


def test_a_commitment_follows_the_event_that_codes_its_act() -> None:
    """Corrected type, or none where the event is rejected."""
    rows = flat()
    mine = rows.events[3]
    assert applied(rows, [review(mine, "correct", event="THREATEN")]).commitments[0].act_type == "THREATEN"
    gone = applied(rows, [review(mine, "reject")]).commitments[0]
    assert (gone.act_event, gone.act_type) == (None, None)


def test_a_review_survives_a_newer_reading_that_agrees() -> None:
    """Same words, same fields: held, though rule and confidence differ."""
    made = review(flat().events[0])
    assert standing(newer(rule="other", confidence=0.2), made) == "held"


def test_a_newer_reading_that_differs_is_a_conflict() -> None:
    """Another factuality: the field is named with both values."""
    made = review(flat().events[0])
    [stands] = standings(newer(factuality="future"), [made])
    assert stands.standing == "conflict"
    assert stands.differs == (("factuality", "occurred", "future"),)


def test_a_newer_reading_that_says_what_the_analyst_said_confirms() -> None:
    """The correction was learned."""
    made = review(flat().events[0], "correct", factuality="future")
    assert standing(newer(factuality="future"), made) == "confirmed"


def test_a_row_with_another_type_is_found_by_its_words() -> None:
    """Its id has changed; its place has not. The correction holds over it."""
    made = review(flat().events[0], "correct", actors="RUS")
    reading = newer(event="THREATEN")
    assert standing(reading, made) == "conflict"
    assert applied(reading, [made]).events[0].actors == ("RUS",)


def test_a_rejection_does_not_reach_another_claim() -> None:
    """What was rejected was an ASSAULT; a THREATEN in the same words is new."""
    made = review(flat().events[0], "reject")
    assert len(applied(newer(event="THREATEN"), [made]).events) == 4
    assert len(applied(newer(confidence=0.1), [made]).events) == 3


def test_a_row_that_is_read_no_more_is_gone() -> None:
    """Nothing stands there, and nothing is changed."""
    made = review(flat().events[0], "correct", actors="RUS")
    record = first()
    reading = flatten(replace(record, events=record.events[2:]))
    assert standing(reading, made) == "gone"
    assert applied(reading, [made]) == reading


def test_merges_and_splits_are_pairs_and_the_last_word_counts() -> None:
    """In order of ids."""
    one, two, three = flat().events[:3]
    made = [
        review(one, "merge", others=(two.id,), at="2021-03-10"),
        review(two, "split", others=(one.id,), at="2021-03-11"),
        review(three, "merge", others=(one.id,), at="2021-03-12"),
    ]
    pair = tuple(sorted((one.id, two.id)))
    assert links(made) == (frozenset({tuple(sorted((three.id, one.id)))}), frozenset({pair}))


def state(name: Any, day: str) -> StateChange:
    """A derived change."""
    return StateChange(state=name, day=day, row="ev-1", why="", rule="x")


def test_an_analyst_sets_a_state_and_it_does_not_lapse() -> None:
    """By day, with name and reason; what others found before stays."""
    signed = Signed(who="anna", at="2021-03-20T10:00", why="seen")
    made = state_set("C-1", "met", "2021-03-09", signed)
    [change] = analyst_states([made, state_set("C-2", "met", "2021-03-09", signed)], "C-1")
    assert (change.state, change.day, change.why, change.rule) == ("met", "2021-03-09", "set by anna: seen", "review/state")
    derived = [state("partly met", "2021-03-05"), state("lapsed", "2021-03-12")]
    assert [each.state for each in states_with(derived, [change])] == ["partly met", "met"]
    assert [each.state for each in states_with(derived, [])] == ["partly met", "lapsed"]


def test_an_analyst_has_the_last_word_of_a_day() -> None:
    """And may open again what was met."""
    made = state_set("C-1", "open", "2021-03-09", Signed(who="anna", at="2021-03-20"))
    found = states_with([state("met", "2021-03-09")], analyst_states([made], "C-1"))
    assert [each.state for each in found] == ["met", "open"]


def test_a_record_is_revised_as_its_rows_are() -> None:
    """Both views of a report agree after the reviews."""
    rows, record = flat(), first()
    made = [
        review(rows.events[0], "correct", event="THREATEN", date="2021-03-02", place="Oslo"),
        review(rows.events[1], "reject"),
        review(rows.statements[1], "correct", speaker="NOR/GOV"),
        review(rows.commitments[0], "correct", kind="warning", polarity="unless", deadline=""),
    ]
    left = applied(rows, made)
    changed = revised(record, rows, verdicts(rows, made))
    assert [e.event for e in changed.events] == [e.event for e in left.events] == ["THREATEN", "SANCTION", "ASSAULT"]
    dated, placed = changed.events[0].date, changed.events[0].place
    assert dated is not None
    assert placed is not None
    assert (dated.value, placed.name) == (left.events[0].date, left.events[0].place) == ("2021-03-02", "Oslo")
    assert changed.statements[1].speaker == left.statements[1].speaker == "NOR/GOV"
    held, row = changed.commitments[0], left.commitments[0]
    assert held.condition is not None
    assert (held.kind, held.condition.polarity, held.deadline) == (row.kind, row.polarity, row.deadline) == ("warning", "unless", None)


@pytest.mark.parametrize("layer", ["events", "statements"])
def test_no_reference_leads_to_a_rejected_row(layer: str) -> None:
    """Statements and acts that are gone are named no more."""
    rows = flat()
    made = [review(row, "reject") for row in getattr(rows, layer)]
    changed = revised(first(), rows, verdicts(rows, made))
    left = {row.id for row in (*changed.events, *changed.statements)}
    named = {e.statement for e in changed.events} | {c.statement for c in changed.commitments} | {c.act.event for c in changed.commitments}
    assert named <= left | {None}


def test_doubtful_rows_come_first_with_their_reasons() -> None:
    """Nobody bound, unsure, contradicted; what is reviewed is left out."""
    record = first()
    unsure = replace(record.events[0], confidence=0.4, actors=())
    unbound = replace(record.commitments[0], holder=None, certainty="hedged")
    rows = flatten(replace(record, events=(unsure, *record.events[1:]), commitments=(unbound,)))
    found = doubtful([rows], {rows.events[2].id: "two days"}, frozenset({rows.events[3].id}))
    assert [item.row.id for item in found[:3]] == [rows.events[0].id, rows.commitments[0].id, rows.events[2].id]
    assert found[0].reasons == ("the coder is unsure (0.40)", "nobody is named who did it")
    assert found[2].reasons == ("two days",)
    assert rows.events[3].id not in {item.row.id for item in found}
    assert found[-1].doubt == 0


def test_the_queue_is_of_a_layer_and_a_length() -> None:
    """The first of those that are asked for."""
    rows = flat()
    whole = doubtful([rows], {}, frozenset())
    assert doubtful([rows], {}, frozenset(), limit=2) == whole[:2]
    only = doubtful([rows], {}, frozenset(), layer="statements")
    assert {item.row.id for item in only} == {row.id for row in rows.statements}
