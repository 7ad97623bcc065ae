"""Which cue a quotation belongs to.

Following the reading order of news (O'Keefe and others 2012): the cue whose content the quotation
continues, else the cue right behind its closing mark, else the one right before its opening mark. A
quotation that began sentences before its cue is taken whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from detente.coding.statements.model import Offsets, Said
from detente.coding.statements.parenthesis import region, with_adjuncts
from detente.coding.statements.quotes import Quotations, Quote
from detente.coding.statements.source import RELATIVE_TAGS
from detente.language import Document

MIN_WORDS = 3  # a quotation of fewer words is a name or a phrase inside a sentence of the report's own
SPEECH = frozenset("speech write report question deny accuse request commit thought attitude support".split())
LINKS = frozenset({"", "that", "and", "as", "with", "this", "a", "an", "the", "but", "to", "only", "simply"})
STOPS = frozenset(".!?")
MARKS = frozenset("“”\"'")
SMALL_WORD = 3  # letters of words that titles may leave small
BESIDE = 3  # letters between a title and the cue whose words it is
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that"})
FEW = 5  # words of a name that stands before its noun
FAR = 10  # words between a cue without content and a quotation in its sentence


def attach_quotes(document: Document, quotes: Quotations, found: list[Said]) -> None:
    """Gives each quotation to its cue: absorbed in a content that it overlaps, else new content. In place."""
    by_sentence: dict[int, list[Said]] = {}
    for said in found:
        if said.cue is not None:
            by_sentence.setdefault(said.sentence.index, []).append(said)
    starts = [s.start for s in document.sentences]
    for quote in quotes.all:
        first = max(0, bisect_right(starts, quote.inner) - 1)
        last = max(first, bisect_right(starts, quote.end - 1) - 1)
        near = [s for i in sorted({first, last, max(0, bisect_right(starts, quote.start) - 1)}) for s in by_sentence.get(i, ()) if s.cue and not quote.holds(s.cue.start)]
        if last + 1 < len(starts) and document.sentences[last + 1].paragraph == quote.paragraph:
            near += [s for s in by_sentence.get(last + 1, ()) if _right_behind(document.text, quote, s)]
        if near:
            _attach(document.text, quote, near)


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quotation is long enough to be something said rather than a name."""
    return len(text[quote.start : quote.end].split()) >= MIN_WORDS


def is_title(text: str, quote: Quote) -> bool:
    """'So, That Happened': every word but the small ones with a capital, as films, books and songs have them."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text[quote.start : quote.end])
    long = [w for w in words if len(w) > SMALL_WORD]
    return len(words) > 1 and len(long) > 1 and all(w[0].isupper() for w in long) and words[0][0].isupper() and text[quote.start : quote.end].rstrip("”\"'“ ")[-1:] not in "?!"


def _is_modifier(text: str, quote: Quote) -> bool:
    """'the “Bread for all” plan': a few words between an article and a noun, which name a thing."""
    before, behind = text[: quote.start].rstrip(" ").rpartition(" ")[2].lower(), text[quote.end : quote.end + 2]
    inner = text[quote.start : quote.end].strip("“”\"' ")
    return before in ARTICLES and len(inner.split()) <= FEW and inner[-1:].isalnum() and behind[:1] == " " and behind[1:].islower()


def _touches(quote: Quote, said: Said) -> bool:
    """Whether cue and source stand right beside a quotation."""
    low, high = _edges(said)
    return 0 <= quote.start - high <= BESIDE or 0 <= low - quote.end <= BESIDE


def _drop_setting(text: str, quote: Quote, said: Said) -> None:
    """'On Tuesday, in Oslo, he said, "We …"': words before the cue are no content where the quotation opens a sentence. In place."""
    low, high = _edges(said)
    opens = text[quote.inner : quote.inner + 1].isupper() or not set(text[high : quote.start]) & {","}
    if opens:
        said.spans = [(a, b) for a, b in said.spans if b > low or MARKS & set(text[max(a, b - 2) : b + 2])]


def _attach(text: str, quote: Quote, near: list[Said]) -> None:
    """The first that fits: it goes on from a content, stands right before a cue, or right behind one."""
    running = [s for s in near if _runs_into(text, s, quote)]
    if not running and _is_modifier(text, quote):
        return
    if not running and is_title(text, quote):
        near = [s for s in near if _touches(quote, s)]
    behind = [s for s in near if _may_speak(s) and _right_behind(text, quote, s)]
    ahead = [s for s in near if _may_speak(s) and _right_before(text, quote, s)]
    speaks = is_speech(text, quote) or (not running and bool(behind) and behind[0].form in {"quote", "clause"})
    if behind and speaks and not (running and _outside(running[-1], quote) and not _begins_in(running[-1], quote)):
        _give(text, quote, behind[0])
        for said in running:
            said.spans = said.spans if said is behind[0] else [(a, b) for a, b in said.spans if not (quote.start <= a <= quote.inner and b <= quote.end)]
    elif running:
        _run_on(text, quote, running)
    elif ahead and (is_speech(text, quote) or ahead[-1].form == "quote"):
        _drop_setting(text, quote, ahead[-1])
        _give(text, quote, ahead[-1])
    elif is_speech(text, quote):
        _give_loose(text, quote, near)


def _run_on(text: str, quote: Quote, running: list[Said]) -> None:
    """The whole quotation for the best of the contents that reach into it; the others lose what lies inside it."""
    best = max(running, key=lambda s: (s.form in {"clause", "around", "colon", "wh"}, s.cue is not None and s.cue.pos == "VERB", s.spans[-1][0]))
    best.spans = _merged([*best.spans, (quote.start, quote.end)])
    for said in running:
        if said is not best:
            kept = [(a, b) for a, b in said.spans if not (quote.start <= a <= quote.inner and b <= quote.end)]
            said.spans = [(a, quote.end if a < quote.start < b < quote.end else b) for a, b in kept]
    if best.form in {"around", "clause"} and best.cue is not None and best.cue.start < quote.start:
        _drop_setting(text, quote, best)


def _may_speak(said: Said) -> bool:
    return said.stance in SPEECH and said.form in {"quote", "clause", "around", "wh", "colon", "obj", "objinf", "pp:to", "pp:with"}


def _runs_into(text: str, said: Said, quote: Quote) -> bool:
    """A content that begins outside the quotation and reaches into it, or up to it within the sentence."""
    for start, end in said.spans:
        if said.form == "raised" and ":" in text[end : quote.start]:
            continue  # 'he seems content: “…”'
        if start < quote.start <= end + 2 and not STOPS & set(text[end : quote.start]):
            return True
        if quote.start <= start < quote.end < end:
            return True
        if quote.start <= start <= quote.inner and end <= quote.end and said.cue is not None and said.cue.start < quote.start:
            return True  # 'told us in Rome, "We left. We had to."': the tree ends with the first sentence
    return False


def _outside(said: Said, quote: Quote) -> bool:
    """Whether the cue of a content that runs into the quotation stands before it, as in 'said that "…"'."""
    return said.cue is not None and said.cue.start < quote.start and said.form in {"clause", "objinf", "inf", "colon"}


def _begins_in(said: Said, quote: Quote) -> bool:
    """Whether a content starts with the quotation, as behind a colon."""
    return any(quote.start <= start <= quote.inner for start, _ in said.spans)


def _edges(said: Said) -> Offsets:
    cue = said.cue
    assert cue is not None  # noqa: S101  only cues are asked
    tokens = cue.sent.tokens
    first, last = region(cue, said.source)
    return tokens[first].start, tokens[last].end


def _right_behind(text: str, quote: Quote, said: Said) -> bool:
    """'"…," said X' and '"…," X said'."""
    if _is_relative(quote, said):
        return False
    if said.source is not None and said.source.sent is said.sentence and said.source.end <= quote.start and said.cue is not None and said.cue.start >= quote.end:
        return False  # 'Roe, the author of “The Wall,” said': the title stands between subject and verb
    if said.cue is not None and said.cue.tag == "VBG" and said.cue.start == _edges(said)[0]:
        return False  # 'praised “the old ways,” saying that …'
    gap = text[quote.end : _edges(said)[0]] if said.cue and said.cue.start >= quote.end else None
    if gap is None or "\n\n" in gap or len(gap) > 40:
        return False
    stopped = text[quote.start : quote.end].rstrip("”\"'“ ").endswith(".")
    return gap.strip(" ,–—-\n").lower() in LINKS and not (stopped and "," not in gap)


def _is_relative(quote: Quote, said: Said) -> bool:
    """'The film "…," which tells of a swap': a relative clause behind a quotation does not attribute it."""
    return said.cue is not None and said.cue.start >= quote.end and said.source is not None and said.source.tag in RELATIVE_TAGS


def _right_before(text: str, quote: Quote, said: Said) -> bool:
    """'X said: "…"', 'X said in Paris that "…"'."""
    cue = said.cue
    if cue is None or cue.start >= quote.start:
        return False
    tokens = cue.sent.tokens
    _, last = region(cue, said.source)
    end = tokens[with_adjuncts(cue, last)].end
    gap = text[min(end, quote.start) : quote.start] if end <= quote.start else ""
    if end > quote.start and tokens[last].end > quote.start:
        return False
    return gap.strip(" ,:–—-\n").lower() in LINKS or (gap.rstrip().endswith((":", ",")) and said.form == "quote" and len(gap) < 160)


def _give(text: str, quote: Quote, said: Said) -> None:
    """A quotation as content: it replaces what the tree made of its words, and grows what runs into it."""
    low, high = _edges(said)
    kept: list[Offsets] = []
    apart = text[max(0, quote.start - 8) : quote.start].rstrip()[-1:] in {":", ".", "!", "?"}  # what stands before is another's
    for span in said.spans:
        start, end = span
        if start < high and low < end:
            start, end = (start, min(end, low)) if start < low else (max(start, high), end)
        inside = quote.start <= start and end <= quote.end
        topic = said.form in {"obj", "objinf", "pp:to", "pp:with"} and not (start < quote.end and quote.start < end)
        if apart and start < quote.start < end:
            continue
        if start < end and not inside and not topic:
            kept.append((start, end))
    said.spans = _merged([*kept, (quote.start, quote.end)])
    if said.form in {"obj", "objinf", "pp:to", "pp:with"}:
        said.form = "quote"


def _give_loose(text: str, quote: Quote, near: list[Said]) -> None:
    """A cue that still lacks its content takes a quotation that stands a few words off."""
    empty = [s for s in near if s.cue and not s.spans and not _is_relative(quote, s) and not STOPS & set(_between(text, quote, s))]
    if empty:
        best = min(empty, key=lambda s: _words_between(text, quote, s))
        if _words_between(text, quote, best) <= FAR:
            _give(text, quote, best)


def _words_between(text: str, quote: Quote, said: Said) -> int:
    return len(_between(text, quote, said).split())


def _between(text: str, quote: Quote, said: Said) -> str:
    low, high = _edges(said)
    return text[quote.end : low] if low >= quote.end else text[high : quote.start]


def _merged(spans: list[Offsets]) -> list[Offsets]:
    """Overlapping and touching spans as one, in order."""
    merged: list[Offsets] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
