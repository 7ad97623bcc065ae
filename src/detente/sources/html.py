"""A saved web page: its article text and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from detente.errors import DamagedInput, EmptyReport, InputError
from detente.sources.calendar_days import iso_day
from detente.sources.decode import decode
from detente.sources.draft import Draft

_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}?charset\s*=\s*["']?|\?xml[^>]{0,80}?encoding\s*=\s*["'])([\w.:-]{2,30})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")  # the text is decoded already
_NO_ARTICLE = "the page has no article text (only scripts, menus or pictures): save the article's own page"
_DATE_RANGE = {"min_date": "1700-01-01", "max_date": "2199-12-31"}  # fixed: a page means the same day tomorrow
_DATE_SETTINGS = {"original_date": True, "extensive_search": False, **_DATE_RANGE}
_PUBLICATION_NAMES = frozenset(
    {"article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued"}
)
_JSON_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_BLOCKS = frozenset(
    "p div br li ul ol tr h1 h2 h3 h4 h5 h6 blockquote section article header footer table pre dd dt figure".split()
)
_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg", "head")
_NOT_DATES = re.compile("modif|updated|revis|title|description|keywords|image|url|author|site_name|generator", re.IGNORECASE)


def draft_from_page(
    data: bytes, key: str, *, where: str, url: str | None = None, declared: str | None = None
) -> Draft:
    """The draft of one page, from its bytes.

    Args:
        data: the page.
        key: what the report is called; ``where`` is how errors name it.
        where: see ``key``.
        url: where the page stood, if that is known from outside the page.
        declared: the encoding that the server declared.

    Raises:
        EmptyReport: the page has no article text.
        DamagedInput: it can't be parsed at all.
        NotText: the bytes are no text.
    """
    text, encoding = decode(data, declared=declared or _declaration(data))
    try:
        tree = _tree(text)
        day = stated_day(tree)
        _tidy(tree)
        page = _extract(tree, url)
    except InputError:
        raise
    except ImportError as error:
        raise InputError(f"pages can't be read here: {error}; install detente's dependencies again") from error
    except Exception as error:  # the extractor meets every kind of broken page
        raise DamagedInput(f"the HTML can't be parsed ({type(error).__name__}): save the page again") from error
    return Draft(
        key=key,
        where=where,
        text=_paragraphs(page.text or ""),
        format="html",
        title=page.title or None,
        metadata=day,
        outlet=page.sitename or None,
        url=url or page.url or None,
        encoding=encoding,
    )


def text_of_fragment(markup: str) -> str:
    """The text of a piece of HTML, such as the content of a feed entry; a blank line between blocks."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        tree = html.fromstring(f"<div>{_xml_safe(markup)}</div>")
    except (etree.ParserError, ValueError):
        return ""
    pieces = "".join(_visible(tree))
    return _paragraphs(re.sub(r"[ \t\r\f\v]+", " ", pieces))


def stated_day(tree: Any) -> str | None:
    """The day of publication that the page's metadata state.

    Never a day from its prose, nor the day of a later change, nor today.
    """
    _quieten()
    from htmldate import find_date

    if day := _day_of_publication(tree):
        return day
    found = find_date(_metadata_only(tree), url="", **_DATE_SETTINGS)
    return (iso_day(found) if found else None) or _day_of_time_elements(tree)


def _day_of_publication(tree: Any) -> str | None:
    """The day under the names that mean publication and nothing else, of any century."""
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name.lower() in _PUBLICATION_NAMES and (day := iso_day(element.get("content", ""))):
            return day
    for element in tree.iter("script"):
        if "ld+json" in element.get("type", "") and (found := _JSON_PUBLISHED.search(element.text or "")):
            if day := iso_day(found[1]):
                return day
    return None


def _day_of_time_elements(tree: Any) -> str | None:
    """The day in the article's own ``time`` element; among several on the page only an undisputed one."""
    for path in ("//*[@itemprop='datePublished']", "//article//header//time", "//article//time", "//main//time"):
        if days := _days(tree.xpath(path)):
            return days[0]
    everywhere = set(_days(tree.xpath("//time")))
    return everywhere.pop() if len(everywhere) == 1 else None


def _tidy(tree: Any) -> None:
    """Remove what is never prose, which the extractor keeps on very short pages, and set times apart from prose."""
    from lxml import etree

    etree.strip_elements(tree, "nav", "noscript", "template", "select", "button", with_tail=False)
    for element in list(tree.iter("time")):
        if not any(above.tag in {"p", "li", "h1", "h2", "h3"} for above in element.iterancestors()):
            element.tag = "p"


def _days(elements: list[Any]) -> list[str]:
    stated = (element.get("datetime") or element.get("content") or element.text_content() for element in elements)
    return [day for day in map(iso_day, stated) if day]


def _metadata_only(tree: Any) -> Any:
    """A page of the date-bearing metadata alone, since the finder also searches prose and images."""
    from lxml import html

    page = html.fromstring("<html><head></head><body><p></p></body></html>")
    for element in tree.iter("meta", "script"):
        if element.tag == "script" and "ld+json" not in element.get("type", ""):
            continue
        name = " ".join(element.get(part, "") for part in ("name", "property", "itemprop"))
        if element.tag == "script" or not _NOT_DATES.search(name):
            copy = deepcopy(element)
            copy.tail = None
            page.head.append(copy)
    return page


def _declaration(data: bytes) -> str | None:
    """The encoding that a page declares for itself."""
    found = _DECLARED.search(data[:4_096])
    return found[1].decode("ascii", "ignore") if found else None


def _tree(text: str) -> Any:
    """The page as a tree; a fragment is put into a page of its own."""
    from lxml import etree, html

    try:
        return html.document_fromstring(_XML_DECLARATION.sub("", _xml_safe(text), count=1))
    except etree.ParserError as error:  # nothing but comments or white space
        raise EmptyReport(_NO_ARTICLE) from error


def _extract(tree: Any, url: str | None) -> Any:
    _quieten()
    from trafilatura import bare_extraction

    page = bare_extraction(
        tree,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={**_DATE_SETTINGS, "url": ""},
    )
    if page is None or not (page.text or "").strip():
        raise EmptyReport(_NO_ARTICLE)
    return page


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _visible(element: Any) -> Iterator[str]:
    """The words of an element and what follows it, with a line break at every block; depth is the parser's, 256."""
    shown = isinstance(element.tag, str) and element.tag not in _UNSEEN
    around = "\n" if shown and element.tag in _BLOCKS else ""
    yield around
    if shown:
        yield (element.text or "").replace("\n", " ")
        for child in element:
            yield from _visible(child)
    yield around
    yield (element.tail or "").replace("\n", " ")


def _xml_safe(text: str) -> str:
    """The text without the control characters that no markup may hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", " ", text)


def _quieten() -> None:
    """Keep the extractor's remarks off the screen; whoever wants them can still listen to its logger."""
    for name in ("trafilatura", "htmldate"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
