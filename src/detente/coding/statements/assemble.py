"""From cues and quotations to statements, in text order.

First every cue gets the complement that its row allows; then each quotation goes to the cue beside it,
or runs on from the speaker before it; then media, hearers, times and places are read off the clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.statements.animacy import can_speak, is_blow, is_hearer
from detente.coding.statements.attach import attach_quotes, is_speech
from detente.coding.statements.chain import carry_on
from detente.coding.statements.content import SEEMING, content_of
from detente.coding.statements.cues import CueHit, cues_in, is_noun_like
from detente.coding.statements.extent import fitted
from detente.coding.statements.feelings import felt
from detente.coding.statements.lost import behind_that, right_behind
from detente.coding.statements.model import Content, Said
from detente.coding.statements.nesting import outermost, part_coordinates, run_over
from detente.coding.statements.operative import opening_word, operative_sources
from detente.coding.statements.parenthesis import (
    after_colon,
    around,
    at_end,
    clipped,
    fronted,
    governing,
    inverted,
)
from detente.coding.statements.phrases import according_to
from detente.coding.statements.predicated import predicated
from detente.coding.statements.quotes import Quotations
from detente.coding.statements.rows import finish
from detente.coding.statements.source import RELATIVE_TAGS, behind, beside, is_passive, mended, source_of
from detente.coding.statements.spans import offsets
from detente.coding.statements.speaker import seat
from detente.coding.statements.tags import tag_at, tagged
from detente.coding.statements.trailing import trail
from detente.coding.statements.transcript import turns_of
from detente.coding.statements.views import views_in
from detente.language import Document, Sentence, Token
from detente.resolve.model import Cast, Located, Timed
from detente.resources import Lexicon

FIRST_PERSON = frozenset({"i", "we", "me", "us"})
PHRASES = frozenset({"obj", "thing", "inf", "objinf", "of", "as", "gerund", "cause"})
SEEN = frozenset({"see", "seem", "appear", "look", "hear", "watch", "feel"})
QUERIES = frozenset({"whether", "if", "about", "why", "how", "what", "when", "by", "on", "at", "in"})
NAMING = frozenset({"name", "identify", "quote"})
ALWAYS = frozenset({"speech", "write", "report", "deny", "accuse", "question"})


def statements_of(
    document: Document,
    words: Lexicon,
    cast: Cast,
    *,
    times: Sequence[Timed] = (),
    places: Sequence[Located] = (),
) -> list[Said]:
    """All statements with their rows, ids ``s1`` … in text order."""
    quotes = Quotations(document)
    turns = turns_of(document)
    openings = operative_sources(document, words, cast)
    found: list[Said] = []
    for sentence in document.sentences:
        if sentence.block == "dateline":
            continue
        verb = opening_word(sentence) if sentence.index in openings else None
        inside = [said for hit in cues_in(sentence, words, verb) if (said := _said(hit, quotes, cast, words, openings.get(sentence.index))) is not None and (_is_added(said) or _is_speech(said, cast, words))]
        whole = predicated(sentence, quotes, words)
        inside = [s for s in inside if whole is None or s.cue is not whole.cue]
        inside += [whole] if whole is not None else []
        inside += [turns[sentence.index]] if sentence.index in turns else [*according_to(sentence, cast), *views_in(sentence, cast)]
        found += _distinct(inside) or _operative(sentence, openings.get(sentence.index))
    part_coordinates(found)
    found = [said for said in found if not _is_added(said) or _is_speech(said, cast, words)]
    run_over(found)
    attach_quotes(document, quotes, found)
    trail(document, quotes, found, words)
    found = outermost([s for s in found if s.spans], quotes, cast)
    found = carry_on(document, quotes, found, cast)
    return finish(document, words, found, quotes, cast, times, places)


def _operative(sentence: Sentence, source: Token | None) -> list[Said]:
    """A sentence of an operative paragraph without a cue: 'Shall meet again in Rome'."""
    span = offsets(sentence.tokens, 0, len(sentence.tokens) - 1)
    if source is None or span is None:
        return []
    return [Said(sentence=sentence, spans=[span], source=source, head=sentence.root, form="operative", rule="statement/operative")]


def _said(hit: CueHit, quotes: Quotations, cast: Cast, words: Lexicon, opening: Token | None = None) -> Said | None:
    """The statement of one cue; without spans where only a quotation can give it its content."""
    cue = hit.token
    if "cause" in hit.row.takes:
        return _felt(hit, quotes)
    turned = inverted(hit)
    source = turned[1] if turned else _source(cue, quotes) or seat(cue, cast)
    if source is None and opening is not None and cue.dep in {"ROOT", "conj"} and not is_passive(cue):
        source = opening
    quoted = quotes.at(cue.start) is not None
    if _is_no_speech(hit, source) or (quoted and (source is None or source.lower in FIRST_PERSON)):
        return None
    by_tag = _tagged(hit, quotes)
    if by_tag is None and is_noun_like(cue):
        return None
    content, source = by_tag or _by_tree(hit, source, turned[0] if turned else None)
    if _is_misread(content, source):
        return None
    if content is not None and by_tag is None:
        content = fitted(hit, content, words)
    if content is None and ("quote" not in hit.row.takes or source is None or quoted):
        return None
    if content is not None and source is None and not _sourceless(hit, content):
        return None
    return Said(
        sentence=cue.sent,
        spans=list(content.spans) if content else [],
        cue=cue,
        cue_last=hit.particle,
        source=source,
        head=content.head if content else None,
        stance=hit.row.stance,
        commitment=hit.row.commitment,
        form=content.form if content else "quote",
        rule=f"statement/{hit.row.id}",
        negated=hit.row.stance == "deny" or any(c.dep == "neg" for c in cue.children),
    )


def _is_no_speech(hit: CueHit, source: Token | None) -> bool:
    """'under questioning', 'as you said', 'asked whether', 'make sure': words that look like cues."""
    cue = hit.token
    if cue.tag == "VBG" and cue.i and cue.sent.tokens[cue.i - 1].lower == "under":
        return True
    hearer = source is not None and (source.lower == "you" or source is hit.particle)
    return hearer or _is_asked(cue) or (cue.lemma in {"sure", "certain"} and cue.head.lemma == "make")


def _is_misread(content: Content | None, source: Token | None) -> bool:
    """'a deputy, who, like all of them, answered', 'declined to be named', a verb for a source."""
    if source is not None and source.pos in {"VERB", "AUX"}:
        return True
    if content is None:
        return False
    if content.form == "around" and source is not None and source.tag in RELATIVE_TAGS:
        return True
    return content.form in {"inf", "objinf"} and content.head.lemma in NAMING and content.head.child("auxpass") is not None


def _felt(hit: CueHit, quotes: Quotations) -> Said | None:
    """The statement of a verb of feeling; none inside a quotation."""
    found = felt(hit) if quotes.at(hit.token.start) is None else None
    if found is None:
        return None
    content, source = found
    return Said(
        sentence=hit.token.sent, spans=list(content.spans), cue=hit.token, source=source, head=content.head, stance=hit.row.stance,
        form=content.form, rule=f"statement/{hit.row.id}", negated=hit.token.child("neg") is not None,
    )  # fmt: skip


def _by_tree(hit: CueHit, source: Token | None, turned: Content | None) -> tuple[Content | None, Token | None]:
    """Content and source as the tree has them, mended where it lost the subject."""
    cue = hit.token
    content = turned or _content(hit, source)
    trailing = at_end(hit) if content is None or content.form not in {"clause", "around", "colon", "wh", "inf"} else None
    if trailing is not None:
        return trailing
    if content is not None and source is not None and content.form in {"clause", "around"} and content.spans[-1][1] <= cue.start:
        source = mended(cue, source)
    if content is not None and (content.form == "raised" or cue.lemma in SEEMING):
        source = cue.child("agent") and source
    return content, source


def _tagged(hit: CueHit, quotes: Quotations) -> tuple[Content, Token] | None:
    """What the commas around cue and source say, in a sentence without quotation marks."""
    tokens = hit.token.sent.tokens
    low = max((t.end for t in tokens[: hit.token.i] if t.text == ";"), default=tokens[0].start)
    high = next((t.start for t in tokens[hit.token.i :] if t.text == ";"), tokens[-1].end)
    if (hit.row.stance == "perception" and hit.token.lemma in SEEN) or not {"clause", "quote"} & set(hit.row.takes) or any(is_speech(quotes.text, q) for q in quotes.between(low, high)):
        return None
    behind = tokens[hit.token.i + 1].text if hit.token.i + 1 < len(tokens) else "."
    read = hit.row.pos != "noun" or (hit.token.tag == "NNS" and hit.token.text.islower() and behind in {",", ".", "–", "—", ";"})
    span = tag_at(hit.token) if read else None  # 'the army claims.', not 'the Report' and not 'studies at Oslo'
    return tagged(hit, span) if span is not None else None


def _is_asked(cue: Token) -> bool:
    """'Asked whether he would go, …', 'when asked about it', 'The chief, asked whether …, replied': a reporter's question."""
    tokens = cue.sent.tokens
    inserted = cue.lemma == "ask" and 0 < cue.i < len(tokens) - 1 and tokens[cue.i - 1].text == "," and tokens[cue.i + 1].lower in QUERIES
    if inserted and any(t.text == "," and tokens[t.i + 1].tag in {"VBD", "VBZ"} for t in tokens[cue.i : -1]):
        return True
    return cue.lemma == "ask" and cue.tag == "VBN" and cue.child("aux", "auxpass", "agent") is None and cue.dep in {"advcl", "acl"}


def _is_added(said: Said) -> bool:
    """'…, pointing to the failure of the pact': a participle behind a comma, whose source is settled with the clause before it."""
    cue = said.cue
    return cue is not None and cue.tag == "VBG" and cue.dep == "advcl" and cue.left > 0 and cue.sent.tokens[cue.left - 1].text == ","


def _is_speech(said: Said, cast: Cast, words: Lexicon) -> bool:
    """A clause is said by whoever its subject is; a phrase only by what can speak."""
    goes = said.rule.startswith("statement/ph.go.")  # the war goes on, too
    if said.form == "colon" and said.source is not None and said.stance == "report" and said.source.pos == "NOUN":
        return can_speak(said.source, cast, words)  # 'the battle exposed a rift: …'
    if said.source is None or (said.form not in PHRASES and not said.form.startswith("pp:") and not goes):
        return True
    return can_speak(said.source, cast, words) and not is_blow(said.cue, said.head, cast) and not is_hearer(said.cue, said.head, words)


def _source(cue: Token, quotes: Quotations) -> Token | None:
    """The source on the tree; where that stands in somebody's quotation, the noun beside the cue."""
    source = source_of(cue) or behind(cue)
    if quotes.at(cue.start) is not None or cue.pos not in {"VERB", "AUX"}:
        return source
    if (source is None and quotes.all and not is_passive(cue)) or (source is not None and quotes.at(source.start) is not None):
        return beside(cue, *quotes.room(cue.start))
    return source


def _content(hit: CueHit, source: Token | None) -> Content | None:
    """The complement, without cue and source, with what stands before the cue in commas and behind a colon."""
    content = content_of(hit)
    if content is not None:
        content = clipped(content, hit.token, source if content.form != "raised" else None)
        content = content if content.spans else None
    if content is not None and source is not None:
        content = fronted(hit, source, content)
    if content is None and source is not None:
        content = around(hit, source) or behind_that(hit) or right_behind(hit)
    return after_colon(hit, content) if source is not None else content


def _sourceless(hit: CueHit, content: Content) -> bool:
    """Passives, imperatives and 'it seems' of real speech ('it was claimed that'), not of attitude; 'rumours that'."""
    cue, form = hit.token, content.form
    if form == "raised" or cue.lemma in SEEMING or (form == "as" and cue.child("nsubjpass") is not None and content.head.tag != "VBG"):
        return True
    if cue.pos == "NOUN":
        if cue.dep == "pobj" and cue.head.lower in {"in", "at", "on"}:
            return False  # 'said in a statement that'
        return form == "clause" and hit.row.stance != "thought" and any(c.dep == "mark" and c.lower == "that" for c in content.head.children)
    return form in {"clause", "around", "wh"} and hit.row.stance in ALWAYS and cue.pos == "VERB"


def _distinct(inside: list[Said]) -> list[Said]:
    """One statement a cue: the first with content, else the first; 'voiced support' is one cue."""
    kept: dict[int, Said] = {}
    relayed = {governing(s.cue).i for s in inside if s.cue is not None and s.spans and governing(s.cue) is not s.cue}
    inside = [s for s in inside if s.cue is None or s.cue.i not in relayed]
    objects = {s.cue_last.i for s in inside if s.cue_last is not None and s.spans}
    for said in inside:
        if said.cue is not None and said.cue.i in objects and (said.cue.pos in {"NOUN", "ADJ"} or said.cue.lemma == "know"):
            continue
        key = said.cue.i if said.cue else -1
        if key not in kept or (said.spans and not kept[key].spans):
            kept[key] = said
    return list(kept.values())
