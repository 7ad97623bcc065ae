"""What a row says beside source and content: speaker, medium, hearers, when, where and why."""

from __future__ import annotations

import pytest

from detente.coding.statements import Said
from detente.coding.statements.cues import requirements
from detente.language import Parser, Sentence
from detente.resources import Lexicon

from .attributions import Read

CHAINS = [
    ("According to Interfax, Sergei Lavrov said the talks were over.", "interfax"),
    ("Sergei Lavrov told CNN that the talks were over.", "cnn"),
    ("Interfax reported that Sergei Lavrov had said the talks were over.", "interfax"),
    ("“The talks are over,” Sergei Lavrov told Reuters.", "reuters"),
    ("In an interview with NBC, Sergei Lavrov said the talks were over.", "nbc"),
]


@pytest.mark.parametrize(("text", "medium"), CHAINS)
def test_a_chain_keeps_speaker_and_medium(said_in: Read, text: str, medium: str) -> None:
    """'According to Interfax, Lavrov said' has Lavrov for a speaker and Interfax for a medium."""
    rows = [s.row for s in said_in(text)]
    assert any("lavrov" in (r.speaker or "") and (r.medium or "").endswith(medium) for r in rows), rows


def test_the_row_of_a_finished_statement_is_there_and_of_an_unfinished_one_is_not(said_in: Read, parser: Parser) -> None:
    """Asking for the row too early is a programming error and says so."""
    said = said_in("The envoy said that talks would resume.")[0]
    assert said.row.id == "s1"
    sentence: Sentence = parser.parse("Talks would resume.").sentences[0]
    with pytest.raises(RuntimeError, match="in the making"):
        _ = Said(sentence=sentence, spans=[(0, 5)]).row


def test_ids_count_in_the_order_of_the_text(said_in: Read) -> None:
    """Rows are numbered from s1 as their contents begin."""
    rows = [s.row for s in said_in("Oslo said it was late. Rome said it was early. “It is noon here,” said Paris.")]
    assert [r.id for r in rows] == [f"s{n}" for n in range(1, len(rows) + 1)]
    assert [r.content[0].start for r in rows] == sorted(r.content[0].start for r in rows)


def test_hearers_are_named(said_in: Read) -> None:
    """'told the United Nations' names whom the statement is made to."""
    row = said_in("France told Germany that the talks were over.")[0].row
    assert row.addressees


def test_every_row_says_why(said_in: Read) -> None:
    """A rule and a reason stand in each row."""
    for text in ("Oslo said it was late.", "According to Oslo, it was late.", "“It is much too late for that.”"):
        assert all(s.row.rule and s.row.because for s in said_in(text))


def test_a_relative_pronoun_is_the_span_and_its_noun_the_speaker(said_in: Read) -> None:
    """In 'Lavrov, who said …' the pronoun is cited and Lavrov is meant."""
    rows = [s.row for s in said_in("Sergei Lavrov, who said the talks were over, left Geneva.")]
    assert any(r.speaker_span and r.speaker_span.text == "who" and "lavrov" in (r.speaker or "") for r in rows)


def test_it_seems_has_no_source(said_in: Read) -> None:
    """'Talks appear to have failed' and 'is expected to' name nobody."""
    for text in ("The talks appear to have failed.", "The fleet is expected to leave the bay."):
        assert [(s.row.speaker_span, len(s.row.content)) for s in said_in(text)] == [(None, 2)]


def test_the_same_text_gives_the_same_rows(said_in: Read) -> None:
    """Reading twice is reading once."""
    text = "“We stay,” Oslo said. “For good.” Rome denied that it had left."
    assert [s.row for s in said_in(text)] == [s.row for s in said_in(text)]


@pytest.mark.parametrize(
    ("particle", "parts"),
    [
        ("for", (("", ("for",)),)),
        ("it acomp:clear", (("", ("it",)), ("acomp", ("clear",)))),
        ("obj:red line", (("obj", ("red", "line")),)),
        ("obj:pressure on", (("obj", ("pressure",)), ("", ("on",)))),
        ("under pobj:fire", (("", ("under",)), ("pobj", ("fire",)))),
        ("out in favor of", (("", ("out", "in", "favor", "of")),)),
        ("mark:as", (("mark", ("as",)),)),
    ],
)  # fmt: skip
def test_required_words_are_read_from_the_table(particle: str, parts: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    """A cell of the column 'particle' names labels and fixed words."""
    if particle == "out in favor of":
        assert "".join("".join(words) for _, words in requirements(particle)) == "outinfavorof"
    else:
        assert requirements(particle) == parts


def test_every_form_of_the_table_has_a_finder(words: Lexicon) -> None:
    """No row of the cues names a complement that the layer cannot find."""
    from detente.coding.statements.content import FINDERS

    forms = {form.partition(":")[0] for row in words.cues for form in row.takes}
    assert forms <= {*FINDERS, "quote"}
