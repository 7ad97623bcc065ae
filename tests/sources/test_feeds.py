"""RSS and Atom."""

from __future__ import annotations

from .helpers import PROSE, failure, one, read

ITEM = (
    "<item><title>Talks &amp;amp; more</title><link>http://example.org/a</link>"
    "<pubDate>Fri, 14 Jan 2022 23:00:00 -0500</pubDate>"
    f"<description>&lt;p&gt;{PROSE}&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>"
)


def rss(*items: str) -> bytes:
    joined = "".join(items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Example</title>{joined}</channel></rss>'.encode()


def test_each_entry_is_a_report():
    """With title, outlet, URL and the day in the outlet's own zone."""
    report = one(rss(ITEM))
    assert (report.key, report.title, report.outlet, report.url) == ("-#1", "Talks & more", "Example", "http://example.org/a")
    assert (report.published, report.published_from, report.text) == ("2022-01-14", "metadata", PROSE)


def test_entries_are_numbered_in_order():
    """From 1."""
    assert [report.key for report in read(rss(ITEM, ITEM))] == ["-#1", "-#2"]


def test_atom_is_read_too():
    """The longest of summary and content is the text."""
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title>'
        '<updated>2022-01-14T00:00:00Z</updated><summary>Short.</summary>'
        f'<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>'
    )
    report = one(data.encode())
    assert (report.text, report.published, report.format) == (PROSE, "2022-01-14", "feed")


def test_an_entry_of_a_title_alone_is_its_title():
    """Headlines are reports too."""
    assert one(rss("<item><title>The talks have failed</title></item>")).text == "The talks have failed"


def test_an_entry_in_another_language_fails_alone():
    """The rest goes on."""
    german = "<item><title>x</title><description>Die Verhandlungen zwischen Russland und den Vereinigten Staaten sind gescheitert.</description></item>"
    bad, good = read(rss(german, ITEM))
    assert (bad.where, bad.code, good.key) == ("-#1", "language", "-#2")


def test_a_malformed_feed_keeps_what_can_be_read():
    """And says where it breaks."""
    first, *_, broken = read(rss(ITEM, ITEM)[:-200])
    assert (first.key, first.text) == ("-#1", PROSE)
    assert (broken.code, "malformed" in broken.message) == ("damaged", True)


def test_what_is_no_feed_says_so():
    """XML of another kind, or none."""
    assert "no RSS or Atom feed" in failure(b"<?xml version='1.0'?><opml><body/></opml>", format="feed").message
    assert "no RSS or Atom feed" in failure(b"hello there", format="feed").message


def test_a_feed_without_entries_is_empty():
    """There is nothing to read."""
    assert failure(rss()).code == "empty"


def test_external_entities_are_never_fetched():
    """A feed can't read the disk."""
    data = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(
        "<item><title>The talks &x; failed</title></item>"
    ).replace(b'<?xml version="1.0"?>', b"")
    assert "root:" not in str(read(data))
