"""Quotation marks: all kinds, nested, unpaired, and running on over sentences and paragraphs."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.coding.statements.quotes import Quotations
from detente.language import Document, Paragraph, Parser

from .attributions import Read

MARKED = [
    ("“We stay,” he said.", ["“We stay,”"]),
    ('"We stay," he said.', ['"We stay,"']),
    ("„Wir bleiben,“ he said.", ["„Wir bleiben,“"]),
    ("„We stay,” he said.", ["„We stay,”"]),
    ("«We stay», he said.", ["«We stay»"]),
    ("``We stay,'' he said.", ["``We stay,''"]),
    ("''We stay,'' he said. ''For good.''", ["''We stay,''", "''For good.''"]),
    ("‘We will stay here,’ he said.", ["‘We will stay here,’"]),
    ("“They say ‘no’ to it,” he said.", ["“They say ‘no’ to it,”"]),
    ("''He said, 'You may go,''' she recalled.", ["''He said, 'You may go,'''"]),
    ('"We said "no" to that," he added.', ['"We said "no" to that,"']),
    ('He asked, "Why? and left. "Nobody knows," she said.', ['"Why? and left. ', '"Nobody knows,"']),
    ("“We stay, he said. “We do.”", ["“We stay, he said. ", "“We do.”"]),
    ('“We stay," he said.', ['“We stay,"']),
    ('The pipe is 5" wide and 6" long.', []),
    ("Don't say it's theirs, it's the soldiers' own.", []),
    ("「We stay」 he said.", ["「We stay」"]),
    ("“A,” he said. “B,” she said. “C,” they said.", ["“A,”", "“B,”", "“C,”"]),
    ("He said “yes” and “no”.", ["“yes”", "“no”"]),
    ("No marks at all.", []),
]


def document_of(text: str) -> Document:
    """One paragraph a line, without sentences."""
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        paragraphs.append(Paragraph(len(paragraphs), start, start + len(line.rstrip("\n")), "body"))
        start += len(line)
    return Document(text, paragraphs, [])


@pytest.mark.parametrize(("text", "quoted"), MARKED)
def test_marks_of_all_kinds_are_paired(text: str, quoted: list[str]) -> None:
    """Curly, straight, low, angled, doubled single and single marks."""
    assert [text[q.start : q.end] for q in Quotations(document_of(text)).all] == quoted


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    """Each paragraph of a long quotation opens with a mark; only the last closes."""
    found = Quotations(document_of("“We stay.\n“We do.”")).all
    assert [(q.open_end, q.continues) for q in found] == [(True, False), (False, True)]


def test_a_quotation_over_two_paragraphs_is_one_statement(said_in: Read) -> None:
    """The speaker of the first paragraph speaks in the second as well."""
    said = said_in("“We will not leave this city,” Ivan Marek said. “It is ours.\n\n“Nobody will take it from us.”")
    assert [len(s.row.content) for s in said] == [3]
    assert said[0].row.content[2].text == "Nobody will take it from us."


def test_a_quotation_in_a_paragraph_of_its_own_has_the_speaker_before_it(said_in: Read) -> None:
    """A closed quotation that opens a paragraph without a cue goes on with the statement right before it."""
    said = said_in("“We will not leave this city,” Ivan Marek said.\n\n“Nobody will take it from us.”")
    assert [(s.row.speaker_span.text, len(s.row.content)) for s in said if s.row.speaker_span] == [("Ivan Marek", 2)]


def test_a_new_cue_in_a_paragraph_starts_a_new_statement(said_in: Read) -> None:
    """Two speakers of one paragraph keep their words apart."""
    said = said_in("“The bridge is ours,” Ivan Marek said. “The bridge is lost,” Anna Lind replied.")
    assert [(s.row.speaker_span.text if s.row.speaker_span else "", len(s.row.content)) for s in said] == [("Ivan Marek", 1), ("Anna Lind", 1)]


def test_a_person_described_just_before_is_the_speaker(said_in: Read) -> None:
    """'He was blunt. “…”' names the speaker in the sentence before."""
    said = said_in("President Ivan Marek was blunt. “Nobody will ever cross that river.”")
    assert [s.row.rule for s in said] == ["statement/neighbour"]


def test_a_quotation_of_nobody_is_a_statement_without_a_speaker(said_in: Read) -> None:
    """Speaker null says that the report names no source."""
    said = said_in("“Nobody will ever cross that wide river again.”")
    assert [(s.row.speaker, s.row.speaker_span, s.row.quotation) for s in said] == [(None, None, "direct")]


def test_several_quoted_sentences_before_their_cue_are_one_content(said_in: Read) -> None:
    """A cue that follows three quoted sentences has all three."""
    said = said_in("“We came. We saw. We stayed for a year,” Anna Lind said.")
    assert [s.row.content[0].text for s in said] == ["We came. We saw. We stayed for a year"]


PIECES = st.lists(
    st.sampled_from(["“", "”", "„", "«", "»", '"', "''", "``", "'", "‘", "’", " ", "\n\n", "We stay", "he said", ", ", ". ", "5", "—", ":"]),
    max_size=24,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=PIECES)
def test_marks_in_any_order_never_raise_and_spans_slice(said_in: Read, pieces: list[str]) -> None:
    """Whatever the marks, every content is what the text has at its offsets."""
    text = "".join(pieces) + " Ivan Marek said the talks failed."
    for statement in said_in(text):
        for span in statement.row.content:
            assert text[span.start : span.end] == span.text


@given(text=st.text(alphabet="“”„«»\"'`‘’ ab.\n", max_size=200))
def test_quotations_stand_in_order_and_never_overlap(text: str) -> None:
    """Quotations are disjoint stretches in the order of the text."""
    found = Quotations(document_of(text)).all
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= q.start < q.end <= len(text) for q in found)


@pytest.mark.parametrize("mark", ["“", "”", '"', "''", "„", "«", "'"])
def test_ten_thousand_unpaired_marks_take_no_time(mark: str) -> None:
    """Pairing is linear in the length of the text."""
    begin = time.perf_counter()
    Quotations(document_of(f"a {mark}b " * 10_000))
    assert time.perf_counter() - begin < 2.0


def test_ten_thousand_marks_read_in_a_time_that_grows_with_length(parser: Parser, said_in: Read) -> None:
    """Four times the text takes nowhere near sixteen times as long."""

    def seconds(times: int) -> float:
        text = "“We stay,” he said. \n\n" * times
        begin = time.perf_counter()
        said_in(text)
        return time.perf_counter() - begin

    seconds(10)
    small, large = seconds(100), seconds(400)
    assert large < 12 * small + 1.0
