"""The HTML page: safe, complete, and linked to itself."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.cli.html_segments import Mark, segments
from detente.cli.page_html import html_page
from detente.cli.view import View, spans
from detente.records import Actor, Furniture, Mention, Record, Statement

from .sample import TEXT, Finder

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
VOID = {"meta", "input", "br", "img", "link", "hr"}


class Page(HTMLParser):
    """Tags, attributes and the words of the report's paragraphs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.paragraphs: list[str] = []
        self.open: list[str] = []
        self.depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and (found.get("class") or "").split(" ")[0] == "text":
            self.depth = len(self.open)
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        """Check that tags close in order."""
        assert self.open.pop() == tag
        if len(self.open) < self.depth:
            self.depth = 0

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)
        if self.depth:
            self.paragraphs[-1] += data

    def values(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [found[name] or "" for _, found in self.tags if name in found]


@pytest.fixture
def page(record: Record) -> Page:
    """The page of the hand-made record, parsed back."""
    return Page(html_page(record))


def hostile(record: Record) -> Record:
    """The record with markup wherever a report could bring it."""
    text = f"{TEXT}\n\n{EVIL}\n"
    find = Finder(text)
    return dataclasses.replace(
        record,
        report=dataclasses.replace(record.report, title=EVIL, outlet=EVIL, url=f"javascript:{EVIL}", text=text, language='en" onload="x'),
        actors=(Actor(id=f"X/{EVIL}", name=EVIL, kind="person", role=EVIL, because=EVIL), *record.actors),
        mentions=(*record.mentions, Mention(id="m99", **find.keys(EVIL), actor=f"X/{EVIL}", form="name")),
        statements=(
            *record.statements,
            Statement(id='s"9', speaker=f"X/{EVIL}", speaker_span=None, cue=None, content=(find.span(EVIL),), quotation="direct", because=EVIL),
        ),
        furniture=(*record.furniture, Furniture(id="f9", **find.keys("Moscow"), reason="caption", rule=EVIL)),
    )  # fmt: skip


def dangers(page: Page) -> Iterator[str]:
    """Anything that could run, load or send."""
    for tag, found in page.tags:
        if tag in {"script", "img", "iframe", "object", "embed", "link", "form", "base", "svg", "video"}:
            yield tag
        yield from (
            name for name in found if name.startswith("on") or name in {"src", "style", "action", "srcset"}
        )
        if not (found.get("href") or "#").startswith("#"):
            yield str(found["href"])


def test_the_page_holds_nothing_that_runs_or_loads(page: Page) -> None:
    """No script, no handler, no style attribute, no resource, no link that leads away."""
    assert list(dangers(page)) == []
    assert "http" not in re.sub(r"http-equiv", "", " ".join(page.words))


def test_hostile_text_stays_text(record: Record) -> None:
    """Markup in the title, text, names, reasons, ids and address is shown, not obeyed."""
    page = Page(html_page(hostile(record)))
    assert list(dangers(page)) == []
    assert EVIL in page.paragraphs[-1]
    assert "".join(page.words).count("<script>alert(1)</script>") > 5


def test_the_policy_forbids_scripts_and_admits_our_style_only(page: Page) -> None:
    """The policy names the style sheet by its hash and allows nothing else."""
    policy = next(
        f["content"] for t, f in page.tags if t == "meta" and f.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "script-src 'none'" in policy
    assert "unsafe" not in policy
    assert "style-src 'sha256-" in policy


def test_every_word_of_the_report_is_there_in_order(page: Page, record: Record) -> None:
    """The paragraphs hold the report's text, unbroken by the marks."""
    assert "".join("".join(page.paragraphs).split()) == "".join(record.report.text.split())


def test_the_words_of_every_span_are_there(page: Page, record: Record) -> None:
    """Each span of each row can be found in the text of the page."""
    shown = " ".join(" ".join(page.paragraphs).split())
    for row in View(record).rows.values():
        for span in spans(row):
            assert " ".join(span.text.split()) in shown, row.id


@pytest.mark.parametrize("evil", [False, True])
def test_every_link_leads_to_a_place_on_the_page(record: Record, evil: bool) -> None:
    """Anchors resolve and no id is given twice."""
    page = Page(html_page(hostile(record) if evil else record))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {unquote(link.removeprefix("#")) for link in page.values("href")} <= set(ids)


def test_every_row_has_its_note_and_its_place_in_the_text(page: Page, record: Record) -> None:
    """Commitments, statements and events have a note by their id, and a spot where their words begin."""
    ids = set(page.values("id"))
    for row in (*record.commitments, *record.statements, *record.events):
        assert {row.id, f"{row.id}-text"} <= ids, row.id


def test_marks_are_flat(record: Record) -> None:
    """Overlapping spans are cut into pieces: between the opening and the end of a mark stands text alone."""
    html = html_page(record)
    marks = re.findall(r'<(a|span) class="m [^>]*>(.*?)</\1>', html, flags=re.DOTALL)
    assert len(marks) > 40
    assert not [inner for _, inner in marks if "<" in inner]


def test_an_empty_record_is_a_page_too(record: Record) -> None:
    """Without rows the page says so."""
    page = Page(html_page(Record(coder=record.coder, report=dataclasses.replace(record.report, text=""))))
    words = " ".join(page.words)
    assert "No demand, offer or threat was found." in words
    assert "The report is empty." in words


def test_control_characters_and_surrogates_do_not_reach_the_page(record: Record) -> None:
    """What no page may hold is replaced, one character for one."""
    html = html_page(
        dataclasses.replace(
            record, report=dataclasses.replace(record.report, title="a\x00b\ud800c\x1bd\u202e")
        )
    )
    assert html.encode()
    assert not set(html) & {"\x00", "\x1b", "\u202e"}


SPANS = st.lists(
    st.tuples(
        st.integers(0, 30), st.integers(1, 12), st.sampled_from(("actor", "event", "statement", "time"))
    ),
    max_size=12,
)


@given(found=SPANS, start=st.integers(0, 10), length=st.integers(1, 25))
def test_segments_cover_the_text_once_and_know_their_marks(
    found: list[tuple[int, int, str]], start: int, length: int
) -> None:
    """However marks overlap, the pieces join to the text and each has exactly the marks that cover it."""
    text = "".join(chr(97 + i % 26) for i in range(45))
    marks = [
        Mark(start=s, end=s + n, row=f"r{i}", layer=layer, note="") for i, (s, n, layer) in enumerate(found)
    ]
    pieces = list(segments(text, start, start + length, marks))
    assert "".join(piece.text for piece in pieces) == text[start : start + length]
    for piece in pieces:
        end = piece.begins + len(piece.text)
        assert set(piece.marks) == {m for m in marks if m.start <= piece.begins and m.end >= end}
