"""What became of a demand, an offer or a threat: only what shows it changes it."""

from __future__ import annotations

from typing import Any

import pytest

from detente.ledger.adding.fit import Fit, fits
from detente.ledger.adding.results import MergedCommitment
from detente.ledger.adding.states import evidence_types, states
from detente.ledger.rows import CommitmentRow, EventRow

MADE = "2021-03-01"
DEEDS = {"AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"}


def event(text: str, type_: str, actor: str, day: str = "2021-03-05", **more: Any) -> EventRow:
    """An event as a report of that day tells it; its trigger is the second word unless given."""
    fields: dict[str, Any] = {
        "id": f"ev-{text}-{day}", "local": "e1", "report": f"r-{day}", "published": day, "outlet": None, "family": f"r-{day}",
        "start": 0, "end": len(text), "text": text, "trigger": text.split()[1], "event": type_, "mode": None, "contexts": (),
        "quad": "", "score": 0.0, "cameo": "", "actors": (actor,), "recipients": (), "date": None, "place": None,
        "place_country": None, "factuality": "occurred", "statement": None, "rule": "", "confidence": 0.9,
    }  # fmt: skip
    return EventRow(**(fields | more))


def row(kind: str, holder: str, act: str, day: str = "2021-03-05", **more: Any) -> CommitmentRow:
    """A commitment as a report of that day tells it."""
    fields: dict[str, Any] = {
        "id": f"co-{kind}-{act}-{day}", "local": "c1", "report": f"r-{day}", "published": day, "outlet": None, "family": f"r-{day}",
        "start": 0, "end": len(act), "text": act, "kind": kind, "holder": holder, "addressees": (), "voice": None, "act": act,
        "act_event": None, "act_type": None, "condition": None, "polarity": None, "condition_event": None, "condition_type": None,
        "deadline": None, "certainty": "explicit", "statement": None, "rule": "",
    }  # fmt: skip
    return CommitmentRow(**(fields | more))


def commitment(kind: str, act: str, **more: Any) -> tuple[MergedCommitment, CommitmentRow]:
    """A commitment of Norway's to Iceland, first made on :data:`MADE`, with its row."""
    first = row(kind, "NOR/GOV", act, MADE)
    fields: dict[str, Any] = {
        "id": "C-1", "members": (first.id,), "kind": kind, "holder": "NOR/GOV", "voices": (), "addressees": ("ISL",), "act": act,
        "act_row": first.id, "act_type": None, "condition": None, "polarity": None, "condition_type": None, "deadline": None,
        "certainty": "explicit",
    }  # fmt: skip
    return MergedCommitment(**(fields | more)), first


def become(kind: str, act: str, *evidence: EventRow | CommitmentRow, **more: Any) -> list[tuple[str, str]]:
    """The states, each with its day, after this evidence."""
    made, first = commitment(kind, act, **more)
    events = [e for e in evidence if isinstance(e, EventRow)]
    rows = [first, *(c for c in evidence if isinstance(c, CommitmentRow))]
    return [(change.state, change.day) for change in states(made, events, rows)]


LEAVES = event("Iceland withdrew its trawlers from the zone", "RETREAT", "ISL")


def test_a_demand_is_met_when_the_addressee_does_it() -> None:
    """The change is known from the day of the report."""
    assert become("demand", "withdraw its trawlers", LEAVES, act_type="RETREAT") == [("met", "2021-03-05")]


def test_part_of_it_is_part_of_it_until_the_rest_is_done() -> None:
    """'withdrew some of its trawlers', then the trawlers."""
    some = event("Iceland withdrew some of its trawlers", "RETREAT", "ISL", "2021-03-03")
    assert become("demand", "withdraw its trawlers", some, LEAVES, act_type="RETREAT") == [
        ("partly met", "2021-03-03"), ("met", "2021-03-05"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "evidence",
    [
        event("Norway withdrew its trawlers", "RETREAT", "NOR"),
        event("Iceland withdrew its envoy from Oslo", "SANCTION", "ISL"),
        event("Iceland would withdraw its trawlers", "RETREAT", "ISL", factuality="hypothetical"),
        event("Iceland withdrew its trawlers", "RETREAT", "ISL", date="2021-02-20"),
        event("Iceland withdrew its trawlers", "RETREAT", "ISL", "2021-03-01"),
        event("Iceland welcomed the trawlers", "SUPPORT", "ISL"),
        event("Iceland offered to withdraw its trawlers", "AGREE", "ISL"),
        row("pledge", "ISL/GOV", "withdraw its trawlers"),
    ],
    ids=["another party", "another act", "only feared", "before it was made", "in the same report", "another type", "an offer", "a promise"],
)
def test_what_does_not_show_it_changes_nothing(evidence: EventRow | CommitmentRow) -> None:
    """Party, act, time and factuality must fit; nothing is met by a promise to meet it."""
    assert become("demand", "withdraw its trawlers", evidence, act_type="RETREAT") == []


def test_a_demand_not_to_do_something_is_refused_by_doing_it() -> None:
    """Its opposite was done."""
    fishes = event("Iceland fished within the twelve miles", "COERCE", "ISL", trigger="fished")
    assert become("demand", "not to fish within twelve miles", fishes) == [("refused", "2021-03-05")]


def test_a_demand_to_stop_is_met_by_stopping() -> None:
    """'halt the patrols' and 'halted the coastal patrols'; going on is the opposite."""
    halted = event("Iceland halted the coastal patrols", "RETREAT", "ISL")
    assert become("demand", "halt the coastal patrols", halted) == [("met", "2021-03-05")]
    goes_on = event("Iceland sent coastal patrols", "MOBILIZE", "ISL")
    assert become("demand", "halt the coastal patrols", goes_on) == [("refused", "2021-03-05")]


@pytest.mark.parametrize(
    "evidence",
    [
        event("Iceland rejected the demand", "REJECT", "ISL", recipients=("NOR",)),
        event("Iceland rejected any withdrawal of its trawlers", "REJECT", "ISL"),
        row("refusal", "ISL/GOV", "withdraw its trawlers"),
    ],
    ids=["the demand", "the act", "a refusal"],
)
def test_a_demand_is_refused_by_word(evidence: EventRow | CommitmentRow) -> None:
    """The addressee rejects the demand, or the act, or says that it will not."""
    assert become("demand", "withdraw its trawlers", evidence, act_type="RETREAT") == [("refused", "2021-03-05")]


def test_a_refused_demand_can_still_be_met() -> None:
    """Refusal is not the end."""
    no = row("refusal", "ISL/GOV", "withdraw its trawlers", "2021-03-02")
    assert become("demand", "withdraw its trawlers", no, LEAVES, act_type="RETREAT") == [("refused", "2021-03-02"), ("met", "2021-03-05")]


def test_a_threat_is_triggered_then_carried_out() -> None:
    """Its condition occurs, then the holder does it."""
    fishes = event("Iceland fished within the zone", "COERCE", "ISL", "2021-03-03", trigger="fished")
    boards = event("Norway boarded the trawlers", "COERCE", "NOR", trigger="boarded")
    assert become("threat", "board the trawlers", fishes, boards, condition="if Iceland fished within the zone", polarity="if", act_type="COERCE") == [
        ("triggered", "2021-03-03"), ("carried out", "2021-03-05"),
    ]  # fmt: skip


def test_a_threat_unless_something_is_done_is_met_by_doing_it() -> None:
    """What it asked for was done."""
    found = become("threat", "board them", LEAVES, condition="unless the trawlers are withdrawn from the zone", polarity="unless")
    assert found == [("met", "2021-03-05")]


def test_a_threat_is_withdrawn_when_its_holder_says_that_it_will_not() -> None:
    """A refusal of its own act."""
    assert become("threat", "board the trawlers", row("refusal", "NOR/GOV", "board the trawlers")) == [("withdrawn", "2021-03-05")]


def test_a_refusal_is_withdrawn_by_doing_what_was_refused() -> None:
    """The holder gave in."""
    pays = event("Norway paid for the licence", "CONCEDE", "NOR", trigger="paid")
    assert become("refusal", "paid for the licence", pays) == [("withdrawn", "2021-03-05")]


def test_a_red_line_is_triggered_by_crossing_it() -> None:
    """By the one it was drawn for."""
    crosses = event("Iceland entered the fjord with gunboats", "MOBILIZE", "ISL", trigger="entered")
    assert become("red_line", "entered the fjord", crosses) == [("triggered", "2021-03-05")]


def test_a_deadline_that_passes_is_a_lapse_on_the_next_day() -> None:
    """Unless the demand was met before; being met late is still being met."""
    assert become("demand", "withdraw its trawlers", deadline="2021-03-10") == [("lapsed", "2021-03-11")]
    assert become("demand", "withdraw its trawlers", LEAVES, deadline="2021-03-10", act_type="RETREAT") == [("met", "2021-03-05")]
    assert become("demand", "withdraw its trawlers", LEAVES, deadline="2021-03-03", act_type="RETREAT") == [
        ("lapsed", "2021-03-04"), ("met", "2021-03-05"),
    ]  # fmt: skip


@pytest.mark.parametrize("deadline", ["2021", "XXXX-WXX-4", "2021-02-30", "2021-02-01", None])
def test_a_deadline_that_is_no_day_or_past_never_lapses(deadline: str | None) -> None:
    """Never guess a day."""
    assert become("demand", "withdraw its trawlers", deadline=deadline) == []


def test_nothing_follows_a_final_state() -> None:
    """What is met stays met, and the same state is not told twice."""
    again = event("Iceland withdrew its trawlers at dawn", "RETREAT", "ISL", "2021-03-09")
    assert become("demand", "withdraw its trawlers", LEAVES, again, act_type="RETREAT") == [("met", "2021-03-05")]


def test_a_change_cites_its_row_and_says_why() -> None:
    """The row's words stand in the reason."""
    made, first = commitment("demand", "withdraw its trawlers", act_type="RETREAT")
    (change,) = states(made, [LEAVES], [first])
    assert change.row == LEAVES.id
    assert change.why == "it was done: “Iceland withdrew its trawlers from the zone”"


def test_what_could_change_a_state_is_named() -> None:
    """The types of act and condition, what undoes them, and answers."""
    made, _ = commitment("threat", "x", act_type="COERCE", condition="if they go")
    assert evidence_types(made) == {"COERCE", "REJECT"} | DEEDS
    made, _ = commitment("demand", "x", act_type="RETREAT")
    assert evidence_types(made) == {"RETREAT", "MOBILIZE", "REJECT"}


@pytest.mark.parametrize(
    ("act", "told", "fit"),
    [
        ("withdraw its troops", event("Iceland withdrew troops", "RETREAT", "ISL"), Fit.same),
        ("withdraw its troops", event("Iceland sent troops north", "MOBILIZE", "ISL"), Fit.opposite),
        ("withdraw its troops", event("Iceland withdrew its envoy", "SANCTION", "ISL"), Fit.no),
        ("lift the sanctions", event("Iceland lifted the sanctions", "CONCEDE", "ISL"), Fit.same),
        ("the sanctions", event("Iceland lifted the sanctions today", "CONCEDE", "ISL"), Fit.no),
    ],
)
def test_rows_fit_an_act_its_opposite_or_neither(act: str, told: EventRow, fit: Fit) -> None:
    """One shared word is not enough where the types differ."""
    assert fits(act, None, told) is fit
