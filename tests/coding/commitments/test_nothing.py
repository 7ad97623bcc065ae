"""What commits nobody, and what holds on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.language import Parser
from detente.resources import Lexicon

from .commitment_reading import record_of

SILENT = [
    "Russia denied that it would attack Ukraine.",
    "Iran denied threatening Israel.",
    "Did China threaten Japan?",
    "France never offered to mediate.",
    "Turkey did not demand an apology.",
    "If Iran strikes, prices will rise.",
    "Russia attacked a depot near the border on Monday.",
    "Troops were deployed along the river last year.",
    "The prime minister declined to comment.",
    "Officials refused to say when talks would begin.",
    "Lavrov rejected the accusation.",
    "He phoned his mother in order to calm her.",
    "The two ministers discussed the dam.",
    "Rain is expected on Friday.",
    "Germany welcomed the offer.",
    "The company said it would open a plant.",
    "The threat of floods remains high.",
    "The meeting lasted two hours.",
    "The parties were urged by nobody.",
    "“It will rain tomorrow,” French President Emmanuel Macron said.",
    "Talks between Iran and Israel ended without a deal.",
    "“We have seen this before,” British Prime Minister Boris Johnson said.",
    "The truce would have held, analysts said.",
]
PIECES = [
    "Iran", "Russia", "must", "will", "if", "unless", "should", "or", "face", "war", "demanded", "that", "threatened", "to", "leave", ",", "said",
    "“", "”", "only", "after", "not", "rule", "out", "red", "line", "otherwise", "we", "no", "choice", "but", "until", "Friday", ".", ":", "bill",
    "provides", "for", "sanctions", "offer", "of", "the", "call", "on", "\n\n", "?", "regard", "as", "an", "attack", "any", "would", "let", "us",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_made_of_what_commits_nobody(text: str, parser: Parser, words: Lexicon) -> None:
    """Facts, denials, questions, conditions, courtesies and silence are no commitments."""
    assert [(r.kind, r.holder, r.act.text) for r in record_of(text, parser, words).commitments] == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join).filter(str.strip))
def test_any_text_is_read_and_every_span_is_cited(parser: Parser, words: Lexicon, text: str) -> None:
    """Nothing raises; acts and conditions slice to their words, apart from one another and inside the whole."""
    record = record_of(text, parser, words)
    source = record.report.text
    for number, row in enumerate(record.commitments, 1):
        assert row.id == f"c{number}"
        for span in (row, row.act, *([row.condition] if row.condition else [])):
            assert source[span.start : span.end] == span.text != ""
            assert row.start <= span.start < span.end <= row.end
        if row.condition is not None:
            assert row.act.end <= row.condition.start or row.condition.end <= row.act.start
        assert row.holder is None or row.holder in {a.id for a in record.actors}
        assert set(row.addressees) <= {a.id for a in record.actors}


def test_the_same_text_gives_the_same_commitments(parser: Parser, words: Lexicon) -> None:
    """Reading is a pure function."""
    text = "Russia and China demanded an end to sanctions. If not, they would respond, Russian President Vladimir Putin said."
    assert record_of(text, parser, words).commitments == record_of(text, parser, words).commitments


def test_a_long_text_takes_time_in_proportion(parser: Parser, words: Lexicon) -> None:
    """Eight times the text takes no more than a small multiple of eight times as long."""
    from detente.coding.commitments import commitments_of
    from detente.coding.statements import statements_of
    from detente.resolve.actors import cast_of

    spent = []
    for copies in (40, 320):
        text = "\n\n".join(["Russia demanded that Poland pay, and Iran will respond if attacked, Iranian President Ebrahim Raisi said."] * copies)
        document = parser.parse(text)
        cast = cast_of(document, words, published=None)
        said = statements_of(document, words, cast)
        begin = time.perf_counter()
        commitments_of(document, words, cast, events=(), said=said)
        spent.append(time.perf_counter() - begin)
    assert spent[1] < 30 * spent[0] + 0.5
