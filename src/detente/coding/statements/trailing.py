"""Tags beside a quotation, read off the words: '"…," Jane Roe, the envoy, deadpanned', '"…?" the Saudis state in a note'.

Behind a closing mark a noun phrase and a verb attribute the quotation, whatever verb it is (Elson and
McKeown 2010; O'Keefe and others 2012). Quoted words break many trees, so the words decide here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from detente.coding.statements.attach import SPEECH, is_speech
from detente.coding.statements.cues import cue_index
from detente.coding.statements.model import Said
from detente.coding.statements.quotes import Quotations, Quote
from detente.language import Document, Token
from detente.resources import Lexicon

TAKES = frozenset({"quote", "clause"})
TURNS = frozenset("press start begin continue".split())  # verbs that tell speech only beside a quotation
MISREAD = frozenset({"state", "claim", "remark", "comment", "answer", "reply", "note"})  # verbs that a tagger takes for nouns
NO_SPEECH = frozenset("be have become seem appear remain do get make take give come leave turn mean play star show reveal include win lose hit".split())
PHRASE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
PRONOUNS = frozenset({"who", "which", "whose", "whom", "that", "where", "when", "it", "this", "there", "what"})
OBJECTS = PHRASE | {"VERB", "AUX", "PART"}
MARKS = frozenset({"“", "”", '"', "''", "``", ":", ";"})
REACH = 30  # words from the closing mark to the verb


@dataclass(frozen=True, slots=True)
class Tag:
    """The verb behind a quotation and the head of the noun phrase that it has for a subject."""

    cue: Token
    source: Token


def trail(document: Document, quotes: Quotations, found: list[Said], words: Lexicon) -> None:
    """Gives quotations to the tags behind them: new statements, or source and words of those found. In place."""
    for quote in quotes.all:
        if not is_speech(document.text, quote):
            continue
        behind = tag_behind(document, quote, words)
        if behind is not None:
            _hand_over(quote, behind, found, quotes)
        before = _tag_before(document, quote, words) if behind is None else None
        if before is not None:
            _lead(quote, before, found)


def tag_behind(document: Document, quote: Quote, words: Lexicon) -> Tag | None:
    """The tag right behind a closing mark, or None."""
    inner = document.text[quote.start : quote.end].rstrip("”\"'“ ")
    rest = _behind(document, quote) if inner[-1:] in {",", "?", "!", "…", "-", "—"} else []
    at = _verb(rest, words) if rest and rest[0].lower not in PRONOUNS else None
    name = _head(rest[:at]) if at is not None else None
    if at is None or name is None:
        return None
    cue = rest[at]
    known = is_saying(cue, words)
    plain = (inner[-1:] == "," or rest[0].text[:1].islower()) and _opens(document, quote) and cue.lemma not in NO_SPEECH and not _is_busy(rest[at + 1 :])
    return Tag(cue, name) if known or plain else None


def _opens(document: Document, quote: Quote) -> bool:
    """Whether a quotation opens a sentence."""
    before = document.text[max(0, quote.start - REACH) : quote.start].rstrip(" ")
    return not before or before[-1] in ".!?\n\"”'"


def _tag_before(document: Document, quote: Quote, words: Lexicon) -> Tag | None:
    """'The envoy (Oslo) said "…"', 'Roe, who was late, interjected to say: "…"', read off the words."""
    index = bisect_right([s.start for s in document.sentences], quote.start) - 1
    tokens = document.sentences[max(index, 0)].tokens
    before = [t for t in tokens if t.end <= quote.start]
    while before and before[-1].text in {",", ":"}:
        before = before[:-1]
    cue = before[-1] if before else None
    if cue is None or cue.pos != "VERB" or not is_saying(cue, words):
        return None
    at = cue.i - 2 if cue.tag == "VB" and tokens[cue.i - 1].lower == "to" else cue.i
    if at < 1 or tokens[at].pos != "VERB" or tokens[at].tag not in FINITE:
        return None
    source = _subject_before(tokens, at)
    return Tag(cue, source) if source is not None else None


def _subject_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The noun before a verb, its adverbs and a bracket; behind a comma, the noun phrase that opens the sentence."""
    last = at - 1
    while last > 0 and (tokens[last].pos == "ADV" or tokens[last].lower in {"has", "had", "have"}):
        last -= 1
    if tokens[last].text == ")":
        last = next((t.i for t in reversed(tokens[:last]) if t.text == "("), 0) - 1
    if last > 0 and tokens[last].text == ",":
        last = next((t.i for t in tokens if t.text == ","), 0) - 1
        return _head(tokens[: last + 1]) if last >= 0 and all(t.pos in PHRASE for t in tokens[: last + 1]) else None
    return tokens[last] if last >= 0 and tokens[last].pos in NOUNS and tokens[last].lower not in PRONOUNS else None


def _lead(quote: Quote, tag: Tag, found: list[Said]) -> None:
    """A source for the statement of a cue that has none; a statement where none has the cue or the quotation."""
    own = next((s for s in found if s.cue is tag.cue), None)
    if own is not None and own.source is None:
        own.source = tag.source
    elif own is None and not _held(quote, found):
        found.append(_tagged(quote, tag))


def _held(quote: Quote, found: list[Said]) -> list[Said]:
    """The statements that hold words of a quotation, without those that are made inside it."""
    outside = [s for s in found if s.cue is None or not quote.holds(s.cue.start)]
    return [s for s in outside if any(a < quote.end and quote.start < b for a, b in s.spans)]


def _tagged(quote: Quote, tag: Tag) -> Said:
    return Said(
        sentence=tag.cue.sent, spans=[(quote.start, quote.end)], cue=tag.cue, source=tag.source, form="quote",
        rule="statement/tag-beside", head=tag.cue.sent.root,
    )  # fmt: skip


def is_saying(cue: Token, words: Lexicon) -> bool:
    """Whether a word is a verb that quotations go with."""
    rows = cue_index(words).get((cue.lemma, "verb"), ())
    return cue.lemma in TURNS or any(TAKES & set(row.takes) and row.stance in SPEECH and not row.particle for row in rows)


def _behind(document: Document, quote: Quote) -> list[Token]:
    """The words from a closing mark to the end of the sentence or the next mark."""
    sentences = document.sentences
    index = bisect_right([s.start for s in sentences], quote.end) - 1
    tokens: list[Token] = []
    for sentence in sentences[max(index, 0) : index + 2]:
        if sentence.paragraph != quote.paragraph or sentence.start > quote.end + 2:
            break
        tokens = [t for t in sentence.tokens if t.start >= quote.end]
        while tokens and tokens[0].pos == "PUNCT":
            tokens = tokens[1:]
        if tokens:
            break
    stop = next((n for n, t in enumerate(tokens) if t.text in MARKS), len(tokens))
    return tokens[: min(stop, REACH)]


def _verb(rest: Sequence[Token], words: Lexicon) -> int | None:
    """The place of the verb: behind the noun phrase, or behind the commas that close what is set beside it."""
    at = 0
    while at < len(rest) and (rest[at].pos in PHRASE or rest[at].tag in {"POS", "HYPH"} or (at and rest[at].pos == "ADP")) and not _is_verb(rest, at, words):
        at += 1
    if not 0 < at < len(rest):
        return None
    if rest[at].text not in {",", "("}:
        at = _past_adverbs(rest, at)
        return at if at < len(rest) and _is_verb(rest, at, words) else None
    for place in range(at + 1, len(rest) - 1):
        if rest[place].text in {",", ")"}:
            verb = _past_adverbs(rest, place + 1)
            if verb < len(rest) and _is_verb(rest, verb, words):
                return verb
    return None


def _past_adverbs(rest: Sequence[Token], at: int) -> int:
    while at < len(rest) and (rest[at].pos == "ADV" or rest[at].lower in {"has", "had", "have", "later", "then"}):
        at += 1
    return at


def _is_verb(rest: Sequence[Token], at: int, words: Lexicon) -> bool:
    """A finite verb, or a noun that is spelled like one, behind a plural."""
    token = rest[at]
    if token.pos == "VERB":
        return token.tag in FINITE
    if token.lemma not in MISREAD or at == 0 or token.pos != "NOUN":
        return False
    agrees = rest[at - 1].tag in ({"NNS", "NNPS"} if token.tag == "NN" else {"NN", "NNP"})
    return agrees and is_saying(token, words)


def _head(name: Sequence[Token]) -> Token | None:
    """The last noun before the first comma or preposition."""
    end = next((n for n, t in enumerate(name) if n and t.pos in {"PUNCT", "ADP"} and t.tag != "HYPH"), len(name))
    nouns = [t for t in name[:end] if t.pos in NOUNS and t.ent not in {"DATE", "TIME"} and t.dep != "npadvmod"]
    return nouns[-1] if nouns else None


def _is_busy(after: Sequence[Token]) -> bool:
    """Whether a verb has an object behind it, so that it tells of an act and not of speech."""
    return bool(after) and after[0].pos in OBJECTS and after[0].ent not in {"DATE", "TIME"}


def _hand_over(quote: Quote, tag: Tag, found: list[Said], quotes: Quotations) -> None:
    """The statement of the tag's cue gets the quotation and the source; one is made where nothing holds the quotation."""
    own = next((s for s in found if s.cue is tag.cue), None)
    held = _held(quote, found)
    if own is None and not held:
        found.append(_tagged(quote, tag))
    elif own is not None:
        if not held:
            kept = own.spans if quotes.share(own.spans) else []
            own.spans, own.form = sorted([*kept, (quote.start, quote.end)]), "quote"
        if own.source is None or own.source.start < quote.end or own.source.start > tag.cue.start:
            own.source = tag.source
