"""Web pages."""

from __future__ import annotations

import pytest

from detente.sources.html import text_of_fragment

from .helpers import PROSE, failure, one, page

JSON_LD = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"1962-10-22T10:00:00Z"}</script>'


def test_a_page_gives_its_article_and_what_it_says_of_itself():
    """Title, outlet, URL and day come from its metadata."""
    report = one(
        page(
            '<meta property="article:published_time" content="2022-01-14T23:30:00-05:00">'
            '<meta property="og:site_name" content="Example News">'
            '<link rel="canonical" href="https://example.org/talks">',
        )
    )
    assert (report.title, report.outlet, report.url) == ("Talks fail", "Example News", "https://example.org/talks")
    assert (report.published, report.published_from, report.format) == ("2022-01-14", "metadata", "html")
    assert report.text.startswith(PROSE + "\n\n“We will go on,”")


@pytest.mark.parametrize(
    ("head", "body", "day", "source"),
    [
        (JSON_LD, "", "1962-10-22", "metadata"),
        ('<meta name="pubdate" content="2022-01-14">', "", "2022-01-14", "metadata"),
        ("", '<time datetime="2022-01-14T10:00:00Z">Friday</time>', "2022-01-14", "metadata"),
        ('<link rel="canonical" href="https://e.org/2022/01/14/talks">', "", "2022-01-14", "url"),
        ("", "<p>Published: 14 January 2022</p>", "2022-01-14", "dateline"),
        ('<meta property="article:modified_time" content="2023-05-05">', "", None, "unknown"),
        ('<meta name="date" content="2 hours ago">', "<time>yesterday</time>", None, "unknown"),
        ('<meta property="og:image" content="https://e.org/2019/01/01/x.jpg">', "", None, "unknown"),
        ('<meta name="description" content="The treaty of 2019-01-01.">', "<p>It was 2021-03-04 then.</p>", None, "unknown"),
        ("", "<p>© 2019 Example. The treaty of 12 March 1999 was no more, said the minister.</p>", None, "unknown"),
    ],
)
def test_the_day_is_what_the_page_states_and_never_a_guess(head, body, day, source):
    """Neither changes, pictures nor prose date a report, nor does today."""
    report = one(page(head, body))
    assert (report.published, report.published_from) == (day, source)


def test_the_caller_corrects_what_a_page_says():
    """Options come before metadata."""
    report = one(page('<meta name="date" content="2022-01-14">'), published="2020-02-02", title="T", outlet="O")
    assert (report.published, report.published_from, report.title, report.outlet) == ("2020-02-02", "given", "T", "O")


def test_scripts_are_never_text():
    """Nor is what they would write."""
    report = one(page("<script>var a = 'ATTACK';</script>", "<script>document.write('ATTACK')</script>"))
    assert "ATTACK" not in report.text


@pytest.mark.parametrize(
    "data",
    [
        b"<html><script>document.write('The talks failed.')</script></html>",
        b"<html><head><title>x</title></head><body></body></html>",
        b"<!DOCTYPE html><!-- nothing -->",
        b"<html>" + b"<div>" * 50_000,
    ],
)
def test_a_page_without_an_article_says_so(data):
    """With what to do about it."""
    found = failure(data)
    assert found.code == "empty"
    assert "no article text" in found.message


def test_a_wrong_declaration_of_the_encoding_is_seen_through():
    """The bytes decide."""
    declared = page('<meta charset="utf-8">').decode().encode("cp1252")
    assert "“We will go on,”" in one(declared).text
    assert "“We will go on,”" in one(page('<meta charset="iso-8859-1">')).text


def test_control_characters_and_xml_declarations_do_no_harm():
    """Broken exports hold both."""
    data = b'<?xml version="1.0" encoding="utf-16"?>' + page("", "<p>The \x01 minister went to Geneva on Friday.</p>")
    assert "minister went to Geneva" in one(data, format="html").text


def test_a_fragment_is_read_as_a_page():
    """Half a page is enough."""
    assert one(f"<p>{PROSE}</p>".encode(), format="html").text == PROSE


def test_a_fragment_keeps_its_paragraphs_apart():
    """Entities are resolved, scripts and tags are gone."""
    markup = "<p>One &amp; <b>two</b></p><script>x</script><ul><li>three</li><li>four</li></ul>"
    assert text_of_fragment(markup) == "One & two\n\nthree\n\nfour"
    assert text_of_fragment("plain") == "plain"
    assert text_of_fragment("<!-- -->") == ""
