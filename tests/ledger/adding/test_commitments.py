"""One demand however often it is made; another act, holder or condition is another."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledger.adding import commitment_block, merge_commitments
from detente.ledger.rows import CommitmentRow

from .made import commitment


def merged(*rows: CommitmentRow) -> list[list[str]]:
    """The members of each commitment that the rows tell."""
    blocks: dict[str, list[CommitmentRow]] = {}
    for row in rows:
        blocks.setdefault(commitment_block(row), []).append(row)
    return [list(each.members) for block in blocks.values() for each in merge_commitments(block)]


def test_a_demand_on_three_days_is_one_with_three_citations() -> None:
    """In other words, by other people of the state."""
    rows = [
        commitment(published="2031-02-01", holder="ARM/GOV", voice="ARM/GOV/a-petrosyan"),
        commitment("pull back its forces from the valley", published="2031-02-03", voice="ARM/MIL/b-sargsyan"),
        commitment("Azerbaijan must withdraw all troops from the valley", published="2031-02-05"),
    ]
    (one,) = merge_commitments(rows)
    assert one.members == tuple(row.id for row in rows)
    assert one.holder == "ARM/GOV"
    assert one.voices == ("ARM", "ARM/GOV/a-petrosyan", "ARM/MIL/b-sargsyan")
    assert [how for _, how in one.firmness] == ["first", "same", "same"]


@pytest.mark.parametrize(
    "other",
    [
        {"holder": "AZE", "addressees": ("ARM",)},
        {"addressees": ("TUR",)},
        {"act": "withdraw its ambassador"},
        {"act": "withdraw its troops from the hills of Nagorny Karabakh", "holder": "ARM/OPP"},
        {"kind": "threat"},
        {"published": "2032-02-05"},
    ],
)
def test_another_holder_addressee_act_kind_or_year_is_another(other: dict[str, object]) -> None:
    """What differs in what matters stays two."""
    assert len(merged(commitment(), commitment(**other))) == 2


def test_an_offer_on_another_condition_is_another_offer() -> None:
    """And the same offer without its condition is the same."""
    free = {"act": "lift the blockade", "kind": "offer"}
    first = commitment(**free, condition="if the prisoners are released", polarity="if")
    other = commitment(**free, condition="if the airport is handed over", polarity="if")
    assert len(merged(first, other)) == 2
    assert len(merged(first, commitment(**free))) == 1
    assert len(merged(first, commitment(**free, condition="unless the prisoners are released", polarity="unless"))) == 2


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ({"certainty": "hedged"}, {"certainty": "explicit"}, "firmer"),
        ({"certainty": "explicit"}, {"certainty": "hedged"}, "softer"),
        ({"kind": "proposal"}, {"kind": "demand"}, "firmer"),
        ({"kind": "demand"}, {"kind": "proposal"}, "softer"),
        ({}, {"deadline": "2031-02-10"}, "firmer"),
        ({"deadline": "2031-02-10"}, {}, "same"),
        ({}, {}, "same"),
    ],
)
def test_a_repetition_is_firmer_softer_or_the_same(before: dict[str, str], after: dict[str, str], how: str) -> None:
    """By kind, certainty and deadline; leaving the deadline out takes nothing back."""
    (one,) = merge_commitments([commitment(published="2031-02-01", **before), commitment(published="2031-02-02", **after)])
    assert one.firmness[1][1] == how


def test_a_later_deadline_is_another_demand() -> None:
    """A new ultimatum is made when the old one has lapsed."""
    rows = [commitment(published="2031-02-01", deadline="2031-02-10"), commitment(published="2031-02-08", deadline="2031-02-20")]
    assert len(merged(*rows)) == 2


def test_a_row_without_deadline_or_condition_joins_no_two_that_differ() -> None:
    """What leaves them out is of the first; it is no bridge between ultimatums."""
    free = {"act": "lift the blockade", "kind": "offer"}
    on_release = commitment(**free, condition="if the prisoners are released", polarity="if", published="2031-02-01")
    on_airport = commitment(**free, condition="if the airport is handed over", polarity="if", published="2031-02-03")
    assert len(merged(commitment(**free, published="2031-01-31"), on_release, on_airport)) == 2
    early, late = commitment(deadline="2031-02-10", published="2031-02-01"), commitment(deadline="2031-02-20", published="2031-02-08")
    assert len(merged(commitment(published="2031-01-31"), early, late)) == 2


def test_two_deadlines_told_on_one_day_contradict_one_another() -> None:
    """Two outlets heard the same ultimatum differently."""
    rows = [commitment(deadline="2031-02-10"), commitment(deadline="2031-02-12")]
    (one,) = merge_commitments(rows)
    assert one.deadline == "2031-02-10"
    (found,) = one.contradictions
    assert (found.field, found.known, found.rows) == ("deadline", "2031-02-05", (rows[0].id, rows[1].id))
    assert "2031-02-10" in found.says
    assert "2031-02-12" in found.says


def test_copies_of_one_report_do_not_contradict_one_another() -> None:
    """A family is one source."""
    (one,) = merge_commitments([commitment(deadline="2031-02-10", family="f"), commitment(deadline="2031-02-12", family="f")])
    assert one.contradictions == ()


def test_an_analyst_joins_and_parts_rows() -> None:
    """What a person says of two rows goes before what is computed."""
    one, two, three = commitment(), commitment(), commitment("open the road")
    assert len(merge_commitments([one, two], different=frozenset({(two.id, one.id)}))) == 2
    assert len(merge_commitments([one, three], same=frozenset({(one.id, three.id)}))) == 1


ACTS = ["withdraw its troops", "pull back its forces", "release the crew", "free the sailors", "close the border", "not to close the border"]
ROWS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 20), st.sampled_from(["ARM", "ARM/GOV", "ARM/OPP"])), max_size=12)


@settings(max_examples=50, deadline=None)
@given(ROWS, st.integers(0, 2**16))
def test_the_order_of_arrival_does_not_matter_and_no_row_is_lost(drawn: list[tuple[str, int, str]], seed: int) -> None:
    """Shuffled rows merge the same, every row once; fewer days give the same commitments, cut short."""
    rows = [commitment(act, published=f"2031-02-{day:02}", holder=holder) for act, day, holder in drawn]
    found = merge_commitments(rows)
    shuffled = list(rows)
    Random(seed).shuffle(shuffled)  # noqa: S311
    assert merge_commitments(shuffled) == found
    assert sorted(name for each in found for name in each.members) == sorted(row.id for row in rows)
    then = {row.id for row in rows if row.known <= "2031-02-10"}
    cut = [kept for each in found if (kept := tuple(name for name in each.members if name in then))]
    assert [each.members for each in merge_commitments([row for row in rows if row.id in then])] == cut


@pytest.mark.parametrize("holder", ["---/---/author", "---/GOV/spokesman"])
def test_unnamed_holders_of_two_reports_are_two(holder: str) -> None:
    """The author of one speech is not that of another; in copies of one report, and within it, they are the same."""
    one = commitment(holder=holder, report="a", family="a")
    copy = commitment(holder=holder, report="b", family="a")
    other = commitment(holder=holder, report="c", family="c")
    assert [len(each.members) for each in merge_commitments([one, copy, other])] == [2, 1]
