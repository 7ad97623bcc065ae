"""The grid of constructions: who is committed to what, on what condition, in sentences of many crises and genres."""

from __future__ import annotations

import pytest

from detente.language import Parser
from detente.records import Act, Commitment
from detente.resources import Lexicon

from .commitment_reading import record_of, state
from .grid_commissives import OFFERS, PLEDGES, REFUSALS
from .grid_directives import DEMANDS, PROPOSALS
from .grid_speeches import REPORTS, SPEECHES
from .grid_stances import ASKED, PROMISED, REFUSED, THREATENED
from .grid_threats import NOTHING, RED_LINES, THREATS, WARNINGS, Row

GRID: list[Row] = [*DEMANDS, *PROPOSALS, *OFFERS, *PLEDGES, *REFUSALS, *THREATS, *WARNINGS, *RED_LINES, *ASKED, *PROMISED, *REFUSED, *THREATENED, *SPEECHES, *REPORTS]
FAMILIES = {"demands": DEMANDS, "offers": OFFERS, "pledges": PLEDGES, "refusals": REFUSALS, "threats": THREATS, "stances": ASKED, "speeches": SPEECHES}


def covers(act: Act, text: str, words: str) -> bool:
    """Whether an act overlaps the words by half of them or more."""
    start = text.find(words)
    return min(act.end, start + len(words)) - max(act.start, start) >= len(words) / 2


def fits(row: Commitment, text: str, kind: str, holder: str, act: str, condition: str) -> bool:
    """Whether a commitment is of one of the kinds, and its holder, act and condition are those asked for."""
    if row.kind not in kind.split("|") or (holder and state(row.holder) != holder):
        return False
    if condition and (row.condition is None or condition.lower() not in row.condition.text.lower()):
        return False
    return covers(row.act, text, act)


@pytest.mark.parametrize(("text", "kind", "holder", "act", "condition"), GRID)
def test_a_construction_commits_whom_it_should(text: str, kind: str, holder: str, act: str, condition: str, parser: Parser, words: Lexicon) -> None:
    """Kind, holder, act and condition are those that a reader takes from the sentence."""
    rows = record_of(text, parser, words).commitments
    assert any(fits(row, text, kind, holder, act, condition) for row in rows), [(r.kind, r.holder, r.act.text, r.condition) for r in rows]


@pytest.mark.parametrize("text", NOTHING)
def test_plain_reports_commit_nobody(text: str, parser: Parser, words: Lexicon) -> None:
    """Schedules, facts, doubts and what might have been bind nobody."""
    assert [(r.kind, r.act.text) for r in record_of(text, parser, words).commitments] == []


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_each_family_is_large(name: str) -> None:
    """A family of twenty sentences or more stands behind each of the larger kinds."""
    assert len(FAMILIES[name]) >= 20
