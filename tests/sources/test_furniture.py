"""Site furniture in plain text."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ResourceError
from detente.sources import Pattern, find_furniture, load_patterns

from .helpers import PROSE, patterns


def found(text: str) -> list[str]:
    return [piece.text for piece in find_furniture(text, patterns())]


def test_furniture_is_named_and_cited():
    """Each piece has an id, a reason, a rule and an exact span."""
    text = f"Talks fail\n\n{PROSE}\n\nMore: Another story altogether\n\n.\nsource site-11"
    pieces = find_furniture(text, patterns())
    assert [(piece.id, piece.reason, piece.rule) for piece in pieces] == [
        ("f1", "teaser", "more"),
        ("f2", "separator", "layout/no-letters"),
        ("f3", "source-line", "source"),
    ]
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)


def test_a_promotion_over_two_lines_is_one_piece():
    """A block under the heading of a promotion belongs to it."""
    text = f"{PROSE}\n\nTop jobs of the day\n\nFind the best jobs now and\nbe notified by email.\n\n{PROSE} Again."
    assert found(text) == ["Top jobs of the day", "Find the best jobs now and\nbe notified by email."]


def test_a_promise_under_a_promotion_is_furniture_without_a_pattern():
    """The heading shows what the block is."""
    text = f"{PROSE}\n\nSubscribe to our newsletter\n\nGet all of it\nevery single morning.\n\n{PROSE} Again."
    assert "Get all of it\nevery single morning." in found(text)


@pytest.mark.parametrize(
    "line",
    [
        "“Risk of War in the OSCE Area”",
        "Talks fail",
        "WASHINGTON, Oct. 22 - The president spoke.",
        "17:30 – „Iran appears to be standing down,“ says Donald Trump.",
        "No door should be slammed.",
        "Moscow reacted with outrage.",
        "More than 200 people held a vigil.",
        "Share prices fell.",
        "He called for more.",
        "Source close to the talks said so.",
        "By Friday the troops must leave.",
        "1. An end to the expansion",
    ],
)
def test_headlines_datelines_stamps_and_short_paragraphs_stay(line):
    """Text wrongly dropped is worse than furniture kept."""
    assert found(f"{PROSE}\n\n{line}\n\n{PROSE} Again.") == []


def test_menus_before_and_link_lists_after_an_article_go():
    """The headline near the article stays."""
    menu = "Home\nNews\nWorld\nPolitics\nSign in\nMarkets\nSport\nWeather\nOpinion"
    after = "Most read\nWho will make it to the final of the cup\nDave Matthews Band takes over\nPrivacy policy"
    kept = f"Talks in Geneva fail again\n{PROSE}\n{PROSE} Again."
    text = f"{menu}\n{kept}\n{after}"
    gone = found(text)
    assert gone == [*menu.split("\n"), *after.split("\n")]


def test_stamps_and_quoted_subheads_stay_even_after_a_promotion():
    """A live blog may end in lines without full stops."""
    assert found(f"{PROSE}\n\nFollow us\n\n17:30 – Trump speaks\n\n“Risk of war”") == ["Follow us"]


def test_a_list_without_signs_of_a_menu_stays():
    """Signatories and bullet points are short lines too."""
    points = "- withdrawal of troops\n- exchange of prisoners\n- an open border\n- elections in May\n- a joint council"
    names = "Angela Merkel\nVladimir Putin\nPetro Poroshenko\nFrançois Hollande"
    assert found(f"{PROSE}\nThe parties agree on:\n{points}\n\n{names}") == []


def test_a_line_that_stood_before_goes_but_a_refrain_stays():
    """A caption shown twice is furniture; a sentence said twice is speech."""
    caption = "The ministers at the table in Geneva"
    assert found(f"{caption}\n{PROSE}\n{caption}\n{PROSE}") == [caption]
    assert found(f"{PROSE}\nYes, we can do it.\n{PROSE} So.\nYes, we can do it.") == []


def test_a_text_wrapped_at_a_column_keeps_its_lines():
    """Pieces of sentences look like links, and the last word of one may look like a menu."""
    words = "By John Smith\nThe minister of the interior said on Friday that the talks had come to an\n"
    words += "end and that nobody on either side of the table had asked him about the\nnewsletters\n"
    words += "which the other side had sent around to all of the press before the\nweekend, and that he would\nnot answer.\n"
    assert found(words * 3) == ["By John Smith"] * 3


def test_a_text_without_furniture_or_without_lines_yields_none():
    """Empty and blank texts too."""
    for text in ("", "\n\n", PROSE, "Go"):
        assert found(text) == []


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ('[[pattern]]\nreason = "promotion"\nregex = "("', "pattern 1: no usable 'regex'"),
        ('[[pattern]]\nreason = "advert"\nregex = "x"', "'reason' among promotion"),
        ('[[pattern]]\nreason = "promotion"', "needs a 'regex'"),
        ("[[pattern]", "no table"),
    ],
)
def test_a_broken_table_of_patterns_says_where(tmp_path, table, says):
    """File and number of the pattern."""
    path = tmp_path / "furniture.toml"
    path.write_text(table)
    with pytest.raises(ResourceError, match=re.escape(says)) as caught:
        load_patterns(path)
    assert str(path) in str(caught.value)


def test_a_pattern_may_ask_for_a_part_of_the_line():
    """``whole`` is true unless the table says otherwise."""
    part = Pattern(id="p", reason="promotion", regex="newsletter", whole=False)
    assert [piece.text for piece in find_furniture("Our newsletter today\nTalks fail", [part])] == ["Our newsletter today"]


@pytest.mark.parametrize(
    "text",
    ["a b. " * 2_000_000, "Go on\n" * 100_000, " " * 2_000_000, "\n" * 500_000, "By Aa" + " Bb" * 300_000],
)
def test_time_grows_with_length_alone(text):
    """One long line, and a hundred thousand short ones, take seconds at most."""
    start = time.perf_counter()
    find_furniture(text, patterns())
    assert time.perf_counter() - start < 5


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["", " ", "Home", "Share", "Most read", ".", PROSE, "More: x", "Find it\r", "\u2028x", "Talks fail"])))
def test_spans_are_exact_in_order_and_apart(lines):
    """Whatever the mixture of lines."""
    text = "\n".join(lines)
    end = 0
    for number, piece in enumerate(find_furniture(text, patterns()), 1):
        assert text[piece.start : piece.end] == piece.text == piece.text.strip()
        assert piece.id == f"f{number}"
        assert piece.start >= end
        end = piece.end


@given(st.text(max_size=300))
def test_no_text_breaks_the_finder(text):
    """Spans slice."""
    assert all(text[piece.start : piece.end] == piece.text for piece in find_furniture(text, patterns()))


def test_pages_of_the_article_extraction_benchmark_are_told_apart(shared):
    """On the first half of the development lines: drop F1 above .85 at under 1 % of the article's characters."""
    rows = [json.loads(row) for row in (shared / "data/furniture/lines_dev.jsonl").read_text().splitlines()][:50]
    hits = wrong = missed = lost = content = 0
    for row in rows:
        text = "\n".join(row["lines"])
        spans = {(piece.start, piece.end) for piece in find_furniture(text, patterns())}
        start = 0
        for line, keep in zip(row["lines"], row["keep"], strict=True):
            gone = any(a < start + len(line) and b > start for a, b in spans)
            hits += gone and not keep
            wrong += gone and keep
            missed += not gone and not keep
            lost += len(line) * (gone and keep)
            content += len(line) * keep
            start += len(line) + 1
    assert 2 * hits / (2 * hits + wrong + missed) > 0.85
    assert lost / content < 0.01
