"""Words as a subject: '“No,” was the reply of X', 'That it lied is what X says', 'That troops had crossed was denied by Y'."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.statements.cues import cue_index
from detente.coding.statements.model import Offsets, Said
from detente.coding.statements.phrases import MESSAGES
from detente.coding.statements.quotes import Quotations
from detente.coding.statements.source import NOUNS
from detente.coding.statements.spans import offsets
from detente.language import Sentence, Token
from detente.resources import Lexicon
from detente.resources.rows import CueRow

WORDS = MESSAGES | frozenset("word comment remark retort advice promise account claim assurance promise plea rejoinder".split())
TOLD = frozenset({"speech", "write", "report", "deny", "accuse", "thought"})
NEAR = 7  # tokens from 'was' to the noun
Found = tuple[Token, Token | None, str]  # cue, source and stance


def predicated(sentence: Sentence, quotes: Quotations, words: Lexicon) -> Said | None:
    """The statement whose words are the subject of 'be'; None where there is none."""
    tokens = sentence.tokens
    for verb in tokens[2:]:
        if verb.lemma != "be" or verb.tag not in {"VBZ", "VBD", "VBP", "VBN"} or quotes.at(verb.start) is not None:
            continue
        span = _subject(tokens, verb, quotes)
        found = _message(tokens, verb) or _told(tokens, verb, words) or _what(tokens, verb, words) if span is not None else None
        if span is None or found is None:
            continue
        cue, source, stance = found
        if source is None and stance not in {"deny", "report"}:
            return None
        head = next((t for t in tokens if span[0] <= t.start < span[1] and t.pos in {"VERB", "AUX"}), verb)
        return Said(
            sentence=sentence, spans=[span], cue=cue, source=source, head=head, stance=stance, form="clause", rule="statement/predicated",
            negated=stance == "deny",
        )  # fmt: skip
    return None


def _subject(tokens: Sequence[Token], verb: Token, quotes: Quotations) -> Offsets | None:
    """A quotation right before a verb, or a clause that opens with 'That'."""
    last = verb.i - 1
    while last > 0 and (tokens[last].pos in {"AUX", "ADV"} or tokens[last].dep == "neg"):
        last -= 1
    if tokens[last].lower in {"that", "this", "so"} and tokens[last - 1].text in {"–", "—", "-", ",", "--"}:
        last -= 2  # '“…” – that is how the envoy put it'
    quote = quotes.at(max(tokens[last].start - 1, 0)) if tokens[last].text in {"”", '"', "''", "’", "'"} else None
    if quote is not None:
        return quote.start, quote.end
    first = max((t.i + 1 for t in tokens[:last] if t.text == ";"), default=0)
    bare = tokens[min(first + 1, last)].tag in {"NNS", "NNPS", "PRP", "EX", "DT"}  # 'That troops are …': no pronoun that points
    opens = tokens[first].lower == "that" and (tokens[first].tag == "IN" or bare) and last - first > 2
    clause = tokens[first + 1 : last + 1]
    return offsets(list(tokens), first + 1, last) if opens and any(t.tag in {"VBZ", "VBD", "VBP", "MD"} for t in clause) else None


def _message(tokens: Sequence[Token], verb: Token) -> Found | None:
    """'was the reply of a spokesman', 'was his answer'."""
    for noun in tokens[verb.i + 1 : verb.i + NEAR]:
        if noun.lemma in WORDS and noun.pos == "NOUN":
            of = next((p.child("pobj") for p in noun.all("prep") if p.lower in {"of", "from"}), None)
            source = noun.child("poss") or of
            return (noun, source, "speech") if source is not None else None
        if noun.pos not in {"DET", "ADJ", "PRON", "PROPN", "NOUN", "PART", "ADV"}:
            return None
    return None


def _told(tokens: Sequence[Token], verb: Token, words: Lexicon) -> Found | None:
    """'is stated by experts', 'was denied'."""
    cue = next((t for t in tokens[verb.i + 1 : verb.i + 3] if t.tag == "VBN"), None)
    row = _row(cue, words) if cue is not None else None
    if cue is None or row is None:
        return None
    by = next((t for t in tokens[cue.i + 1 : cue.i + 4] if t.lower == "by"), None)
    return cue, by.child("pobj") if by is not None else None, row.stance


def _what(tokens: Sequence[Token], verb: Token, words: Lexicon) -> Found | None:
    """'is what the navigator told reporters', 'was how the paper described it'."""
    if verb.i + 2 >= len(tokens) or tokens[verb.i + 1].lower not in {"what", "how"}:
        return None
    for cue in tokens[verb.i + 2 :]:
        subject = cue.child("nsubj")
        row = _row(cue, words) if cue.pos == "VERB" and subject is not None and subject.pos in NOUNS else None
        if row is not None:
            return cue, subject, row.stance
    return None


def _row(cue: Token, words: Lexicon) -> CueRow | None:
    """The row of a verb that tells something and needs nothing beside it."""
    rows = cue_index(words).get((cue.lemma, "verb"), ())
    return next((r for r in rows if r.stance in TOLD and not r.particle and {"clause", "as", "quote"} & set(r.takes)), None)
