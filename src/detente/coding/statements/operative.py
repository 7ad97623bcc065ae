"""Operative paragraphs: 'The Security Council, … / 1. Demands that …; 2. Decides that …'.

Resolutions, communiqués and joint statements name who speaks once, in an opening that is no sentence;
each paragraph that follows begins with its verb. Whoever the opening names is the source of them all.
"""

from __future__ import annotations

from detente.coding.statements.cues import cue_index
from detente.language import Document, Sentence, Token
from detente.resolve.model import Cast
from detente.resources import Lexicon

ENDS = frozenset(".!?…")
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "VB"})
SPEAKING = frozenset({"person", "government", "state", "military", "igo", "party", "armed_group", "group"})
PLURAL = frozenset({"NNS", "NNPS"})
LEAD = frozenset({"RB", "RBR", "JJ"})  # 'Further decides', 'Strongly condemns'
BACK = 40  # paragraphs from an operative one to its opening


def operative_sources(document: Document, words: Lexicon, cast: Cast) -> dict[int, Token]:
    """Who speaks in the sentences of operative paragraphs, by their index; empty for any other text."""
    held: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if not _is_number(sentence):
            held.setdefault(sentence.paragraph, []).append(sentence)
    found: dict[int, Token] = {}
    source: Token | None = None
    since = 0
    for paragraph in sorted(held):
        inside = held[paragraph]
        if source is not None and _is_operative(inside[0], words):
            found.update(dict.fromkeys((s.index for s in inside), source))
            since = 0
            continue
        since += 1
        opened = _opening(document.text, inside, words, cast)
        if opened is not None:
            source, since = opened, 0
        elif document.text[: inside[-1].end].rstrip()[-1:] in ENDS or since > BACK:
            source = None
    return found


def _is_number(sentence: Sentence) -> bool:
    """'1.', '(a)': the number of a paragraph."""
    return sentence.block == "dateline" or all(not t.text.isalpha() or len(t.text) == 1 for t in sentence.tokens)


def _is_operative(sentence: Sentence, words: Lexicon) -> bool:
    """Whether a sentence opens with its finite verb and has no subject before it."""
    first = opening_word(sentence)
    if first is None:
        return False
    if first.tag in PLURAL:
        return is_operative_noun(first, words)
    if first.tag not in FINITE or first.pos not in {"VERB", "AUX"}:
        return False
    verb = first if first.pos == "VERB" else first.head
    return not any(s.i < first.i for s in verb.all("nsubj", "nsubjpass"))


def opening_word(sentence: Sentence) -> Token | None:
    """The first word of a sentence behind its number and adverbs: the verb of 'Further decides'."""
    return next((t for t in sentence.tokens if t.pos not in {"PUNCT", "X", "NUM"} and (t.tag not in LEAD or t.lower in {"not", "no"})), None)


def is_operative_noun(token: Token, words: Lexicon) -> bool:
    """'Demands that …', 'Calls upon …': a verb of the table which the parser takes for a plural."""
    return token.tag in PLURAL and token.text[0].isupper() and token is opening_word(token.sent) and (token.lemma, "verb") in cue_index(words)


def _opening(text: str, inside: list[Sentence], words: Lexicon, cast: Cast) -> Token | None:
    """The speaker that an unfinished paragraph names: 'The Security Council,', 'Having met in Rome, X and Y'."""
    last = inside[-1]
    if text[last.start : last.end].rstrip()[-1:] in ENDS | {";"} or len(inside) > 1 or _is_operative(last, words):
        return None
    tokens = last.tokens
    if tokens[0].tag == "VBG" or tokens[0].pos in {"ADP", "VERB"}:
        at = _main_part(tokens)
        if at is None:
            return None
        tokens = tokens[at:]
    elif any(t.tag in {"VBZ", "VBD", "VBP"} and t.dep == "ROOT" for t in tokens):
        return None
    for token in tokens:
        actor = cast.actors.get(cast.at(token) or "")
        if actor is not None and actor.kind in SPEAKING and token.head not in tokens[: token.i]:
            return cast.by_token[token].head
    return None


def _main_part(tokens: list[Token]) -> int | None:
    """Where the words after the last comma before a capital letter begin."""
    starts = [t.i + 1 for t in tokens[:-1] if t.text == "," and (tokens[t.i + 1].text[0].isupper() or tokens[t.i + 1].lower == "the")]
    return starts[-1] if starts else None
