"""Tags behind a quotation, read off the words: '"…," Jane Roe, the envoy, deadpanned', '"…?" the Saudis state in a note'.

Behind a closing mark a noun phrase and a verb attribute the quotation, whatever verb it is (Elson and
McKeown 2010; O'Keefe and others 2012). Quoted words break many trees, so the words decide here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.coding.statements.attach import is_speech
from detente.coding.statements.model import Said
from detente.coding.statements.quotes import Quotations, Quote
from detente.language import Document, Token
from detente.resources import Lexicon

SAYING = frozenset("say state ask add reply tell write tweet note insist argue answer declare claim warn remark comment press start begin continue explain recall".split())
MISREAD = frozenset({"state", "claim", "remark", "comment", "answer", "reply", "note"})  # verbs that a tagger takes for nouns
NO_SPEECH = frozenset("be have become seem appear remain do get make take give come leave turn mean play star show reveal include win lose hit".split())
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where", "when", "it", "this", "there", "what"})
REACH = 30  # words from the closing mark to the verb


@dataclass(frozen=True, slots=True)
class Tag:
    """The verb behind a quotation and the head of the noun phrase that it has for a subject."""

    cue: Token
    source: Token


def trail(document: Document, quotes: Quotations, found: list[Said], words: Lexicon) -> None:
    """Gives quotations to the tags behind them: new statements, or the source and words of those found. In place."""
    cues = {key[0] if isinstance(key, tuple) else key for key in words.cues} if isinstance(words.cues, dict) else set()
    for quote in quotes.all:
        if not is_speech(document.text, quote):
            continue
        tag = tag_behind(document, quote)
        if tag is None:
            continue
        _hand_over(quote, tag, found, quotes)


def tag_behind(document: Document, quote: Quote) -> Tag | None:
    """The tag right behind a closing mark, or None."""
    inner = document.text[quote.start : quote.end].rstrip("”\"'“ ")
    if inner[-1:] == "." or quote.open_end:
        return None
    rest = _behind(document, quote)
    if not rest or rest[0].lower in RELATIVE:
        return None
    at = _verb(rest)
    if at is None:
        return None
    cue, name = rest[at], _head(rest[:at])
    asked = inner[-1:] in "?!…"
    if name is None or cue.lemma in NO_SPEECH or (cue.lemma not in SAYING and (asked or inner[-1:] != "," or _is_busy(cue, rest[at + 1 :]))):
        return None
    return Tag(cue, name)
