"""Blocks, units and parsed documents."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ModelError
from detente.language import Parser, document_of_doc
from detente.language.blocks import layout, parser_text
from detente.records import Furniture

HEADED = "Talks fail in Vienna\n\nVIENNA, Jan. 14 (Example Wire) - Envoys left on Friday. Nobody spoke.\n\n“We tried,” said one. “It failed.”\n"


def blocks(text: str) -> list[tuple[str, str]]:
    """Units with their kind."""
    return [(u.block, text[u.start : u.end]) for u in layout(text)[1]]


def test_headlines_datelines_and_paragraphs_are_units_of_their_own() -> None:
    """The parser never sees a headline or dateline run into a sentence."""
    assert blocks(HEADED) == [
        ("headline", "Talks fail in Vienna"),
        ("dateline", "VIENNA, Jan. 14 (Example Wire) - "),
        ("body", "Envoys left on Friday. Nobody spoke."),
        ("body", "“We tried,” said one. “It failed.”"),
    ]


@pytest.mark.parametrize(
    "start",
    ["17:30 – ", "WASHINGTON - ", "BEIJING, March 12 (State Press) -- ", "NEW YORK, 8 July 2021 — ", "GENEVA, Switzerland (AP) — ", "2 July 2017 – ", "- ", "• ", "2) "],
)
def test_what_leads_a_paragraph_is_cut_off(start: str) -> None:
    """Datelines, live-blog stamps and bullets are units before the sentence."""
    text = f"{start}Iran said that talks would go on in May."
    assert blocks(text)[-1] == ("body", "Iran said that talks would go on in May.")


@pytest.mark.parametrize("text", ["Iran – unlike Iraq – agreed to the talks.", "The deal - a first - was signed in May.", "In Brussels (Belgium) leaders met."])
def test_dashes_inside_a_sentence_are_no_dateline(text: str) -> None:
    """A dash alone does not make a dateline."""
    assert blocks(text) == [("body", text)]


def test_wrapped_lines_are_one_paragraph_and_unwrapped_ones_are_many() -> None:
    """Single line breaks join where most lines stop short of a sentence's end."""
    wrapped = "The government of Iran said on Monday that it\nwould answer any attack on its territory with\nforce, and that talks were over."
    lines = "Iran said on Monday that talks were over.\nIraq said that they were not over.\nKuwait was silent on the matter.\n"
    assert len(layout(wrapped)[0]) == 1
    assert len(layout(lines)[0]) == 3


def test_furniture_is_in_no_paragraph() -> None:
    """What is furniture is not parsed."""
    text = "Iran agreed to talks.\nShare this article\nIraq did not agree."
    line = Furniture(id="f1", start=22, end=40, text=text[22:40], reason="promotion", rule="test")
    assert [text[u.start : u.end] for u in layout(text, [line])[1]] == ["Iran agreed to talks.", "Iraq did not agree."]


@given(st.text())
def test_units_are_in_order_and_apart(text: str) -> None:
    """Units never overlap and never hold a blank edge at their start."""
    units = layout(text)[1]
    assert all(a.end <= b.start for a, b in pairwise(units))
    assert all(0 <= u.start < u.end <= len(text) for u in units)


@given(st.text())
def test_the_parser_sees_a_text_of_the_same_length(text: str) -> None:
    """Plain marks for typographic ones, so that offsets stay."""
    assert len(parser_text(text)) == len(text)


def test_tokens_slice_the_text_and_hang_together(parser: Parser) -> None:
    """Offsets are of the text as given, heads and children agree, edges span subtrees."""
    document = parser.parse(HEADED)
    for sentence in document.sentences:
        for token in sentence.tokens:
            assert HEADED[token.start : token.end] == token.text
            assert token.is_root or token in token.head.children
            assert token.left <= token.i <= token.right
            assert token.subtree()[token.i - token.left] is token
    assert {s.block for s in document.sentences} == {"headline", "dateline", "body"}
    assert document.span(0, 22).text == "Talks fail in Vienna"


@pytest.mark.parametrize("text", ["Marek wrote,“Look, the maps are here.”", 'Marek wrote:"Look, the maps are here."', "Marek wrote, “Look, the maps are here.”"])
def test_a_mark_without_its_blank_is_a_token_of_its_own(parser: Parser, text: str) -> None:
    """'said,“We' is three words to the tokenizer, as with the blank."""
    words = [t.text for t in parser.parse(text).sentences[0].tokens]
    assert words[:2] == ["Marek", "wrote"]
    assert words[3] in '“"'
    assert words[4] == "Look"


def test_coordination_and_governors_are_at_hand(parser: Parser) -> None:
    """Conjuncts come in order, ancestors nearest first."""
    sentence = parser.parse("Denmark, Sweden and Poland rejected the plan.").sentences[0]
    denmark = sentence.tokens[0]
    assert [t.text for t in denmark.conjuncts()] == ["Denmark", "Sweden", "Poland"]
    assert [t.text for t in sentence.tokens[-2].ancestors()] == ["rejected"]
    assert sentence.root.child("dobj", "nsubj") is denmark
    assert [t.text for t in sentence.root.all("dobj")] == ["plan"]
    assert repr(denmark).startswith("<Denmark/")


def test_closing_marks_stay_with_their_sentence(parser: Parser) -> None:
    """No sentence begins with a closing mark."""
    text = "“The talks are over. We leave now.” The envoy left the hall. “Nobody spoke to us.” He was angry."
    assert all(text[s.start] != "”" for s in parser.parse(text).sentences)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_parsed(parser: Parser, text: str) -> None:
    """Nothing raises, and every token slices to its text."""
    document = parser.parse(text)
    assert all(text[t.start : t.end] == t.text for s in document.sentences for t in s.tokens)


def test_long_paragraphs_are_cut_and_lose_nothing(parser: Parser) -> None:
    """A text without full stops is parsed in pieces."""
    text = "talks and " * 5000
    document = parser.parse(text)
    assert sum(len(s.tokens) for s in document.sentences) == 10_000


@pytest.mark.parametrize("model", ["no_such_pipeline", "xx"])
def test_a_missing_model_says_how_to_install_one(model: str) -> None:
    """The message names the package."""
    with pytest.raises(ModelError, match="pip install"):
        Parser(model)


def test_a_doc_without_a_parse_is_refused(parser: Parser) -> None:
    """The caller is told what to add."""
    with pytest.raises(ModelError, match="after a tagger and a parser"):
        document_of_doc(parser.nlp.make_doc("Iran agreed."))


def test_a_parsed_doc_is_taken_as_it_is(parser: Parser) -> None:
    """The sentences of the caller are kept."""
    doc = parser.nlp("Iran agreed to talks. Iraq did not.")
    assert [s.root.text for s in document_of_doc(doc).sentences] == ["agreed", "did"]
