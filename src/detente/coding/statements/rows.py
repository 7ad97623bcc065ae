"""Statements as rows: speaker, medium, hearers, when and where, and why."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.statements.model import Said
from detente.coding.statements.quotes import Quotations
from detente.coding.statements.relay import cited, relayed, relayer
from detente.coding.statements.source import phrase_edges
from detente.coding.statements.speaker import (
    TEXTS,
    homes_of,
    of_capital,
    of_country,
    of_medium,
    of_the_paragraph,
    spoken_for,
)
from detente.language import Document, Token
from detente.records import Cue, Dated, PlaceRef, Span, Statement
from detente.resolve.actors import parties_of
from detente.resolve.model import Cast, Located, Timed
from detente.resources import Lexicon

MEDIA = frozenset("agency newspaper paper daily broadcaster radio station channel network magazine".split())
TELLING = frozenset({"tell", "warn", "urge", "ask", "advise", "order", "call", "instruct", "remind"})
DIRECT, MIXED = 0.95, 0.05  # shares of quoted letters (Pareti 2015)


def finish(
    document: Document,
    words: Lexicon,
    found: list[Said],
    quotes: Quotations,
    cast: Cast,
    times: Sequence[Timed],
    places: Sequence[Located],
) -> list[Said]:
    """The statements with their rows, in text order."""
    when = {t.sentence.index: t for t in reversed(times) if t.row.role == "event"}
    where = {p.sentence.index: p for p in reversed(places)}
    _set_speakers(found, words, cast, homes_of(document, places, cast, words))
    kept = relayed(found, cast)
    for number, said in enumerate(kept, start=1):
        share = quotes.share(said.spans)
        content = tuple(_plain(document, start, end) for start, end in said.spans)
        said.made = Statement(
            id=f"s{number}",
            speaker=said.speaker,
            speaker_span=document.span(*said.speaker_span) if said.speaker_span else None,
            medium=said.medium,
            cue=_cue(document, said),
            content=content,
            quotation="direct" if share >= DIRECT or said.rule == "statement/transcript" else "mixed" if share > MIXED else "indirect",
            negated=said.negated,
            addressees=said.addressees,
            time=_time(said, when),
            place=_place(said, where),
            rule=said.rule,
            because=_because(said),
        )
    return kept


def _plain(document: Document, start: int, end: int) -> Span:
    """A content span without the marks around it and the comma before a closing one."""
    text = document.text
    while start < end and (text[start].isspace() or text[start] in "“\"„«”»'‘"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "”\"“»«,’'‘"):
        if text[end - 1] in "’'" and end - 2 >= start and text[end - 2].isalpha() and text[end : end + 1] != "'":
            break
        end -= 1
    return document.span(start, end)


def _set_speakers(found: list[Said], words: Lexicon, cast: Cast, homes: dict[int, str]) -> None:
    before: Said | None = None
    spoke: Said | None = None
    known: dict[str, str] = {}  # unnamed officials whose state has been found
    for said in found:
        if said.source is None and said.cue is not None and before is not None and _goes_on(said, before):
            said.speaker = before.speaker
            said.because.append("the speaker of the sentence before it had it said")
        before = said if said.source is not None else before
        if said.source is None or said.speaker is not None:
            continue
        named = _name_behind(said.source, cast)
        parties = (named,) if named is not None else parties_of(said.source, cast)
        said.speaker = parties[0] if parties else cast.at(said.source)
        if said.speaker is None or _is_nameless(said.speaker, cast):
            said.speaker = spoken_for(said.source, cast) or of_capital(said.source, cast, words) or said.speaker
        said.medium = said.medium or relayer(said, cast)
        cited(said, cast)
        home = cast.country(said.medium) or homes.get(said.sentence.paragraph)
        unnamed, mention = said.speaker, cast.at(said.source) or ""
        beside = of_the_paragraph(said, spoke, cast)
        said.speaker = of_country(unnamed, said.source, (beside if said.source.lemma in TEXTS else None) or home or beside, cast, words)
        said.speaker = of_medium(said.speaker, said.source, cast.country(said.medium), cast, words)
        said.speaker = known.get(said.speaker or "", said.speaker)
        if said.speaker is not None and said.speaker != mention and _is_nameless(mention, cast):
            known[mention] = said.speaker
        if said.speaker != unnamed:
            said.because.append(f"unnamed, and so taken for {said.speaker}, by {'the medium, dateline or title' if home else 'whoever spoke before in the paragraph'}")
        spoke = said if said.speaker is not None else spoke
        first, last = phrase_edges(said.source)
        tokens = said.source.sent.tokens
        if said.cue is not None and first <= said.source.i < said.cue.i <= last:
            last = said.source.i  # a broken tree put the cue under its source
        said.speaker_span = (tokens[first].start, tokens[last].end)
        said.addressees = _hearers(said, cast)


def _is_nameless(actor: str, cast: Cast) -> bool:
    """An organ or group whose state the report leaves open."""
    row = cast.actors.get(actor)
    return row is not None and row.kind != "person" and actor.startswith("---")


def _hearers(said: Said, cast: Cast) -> tuple[str, ...]:
    if said.cue is None:
        return ()
    target = said.cue.child("dobj", "dative") if said.cue.lemma in {"tell", "inform", "remind", "assure", "warn", "urge", "ask"} else None
    if target is not None and target.dep == "dative" and target.child("pobj"):
        target = target.child("pobj")
    return parties_of(target, cast) if target is not None else ()


def _goes_on(said: Said, before: Said) -> bool:
    """'… the President said. The soldiers were told not to fire.': no other giver of the order is in sight."""
    told = said.cue is not None and said.cue.lemma in TELLING and said.cue.child("nsubjpass") is not None
    return told and said.sentence.paragraph == before.sentence.paragraph and said.sentence.index - before.sentence.index in {1, 2}


def _name_behind(source: Token, cast: Cast) -> str | None:
    """'his Saudi colleague Adel al-Jubeir', 'the ambassador in Moscow, Omar Ghobash': the person whom a noun is set before."""
    if source.pos not in {"NOUN", "PROPN"} or (source.pos == "PROPN" and cast.at(source) is not None):
        return None
    tokens = source.sent.tokens
    behind = tokens[source.i + 1] if source.i + 1 < len(tokens) else source
    last = phrase_edges(source)[1]
    after_comma = tokens[source.i + 2 : source.i + 8] if behind.text == "," and source.dep != "pobj" else []
    for n, token in enumerate(after_comma):  # '…, observed the envoy, Jane Roe.'
        actor = cast.actors.get(cast.at(token) or "")
        if token.text == "-":
            continue
        if token.pos != "PROPN" or actor is None or actor.kind != "person":
            break
        if n + 1 == len(after_comma) or tokens[token.i + 1].text in {",", "."}:
            return actor.id
    at_end = [t for t in tokens[source.i + 1 : last + 1] if t.dep == "appos" and t.i == last and tokens[t.left - 1].text == ","]
    for child in [behind, *source.all("appos"), *at_end]:
        actor = cast.actors.get(cast.at(child) or "")
        wanted = {"person", "media"} if source.lemma in MEDIA else {"person"}
        if child is not source and child.pos == "PROPN" and actor is not None and actor.kind in wanted and not child.child("case"):
            return actor.id
    return None


def _cue(document: Document, said: Said) -> Cue | None:
    if said.cue is None:
        return None
    first = last = said.cue
    if said.cue_last is not None and abs(said.cue_last.i - said.cue.i) <= 3:
        first, last = sorted((said.cue, said.cue_last), key=lambda t: t.i)
    text = document.text[first.start : last.end]
    return Cue(start=first.start, end=last.end, text=text, lemma=said.cue.lemma)


def _time(said: Said, when: dict[int, Timed]) -> Dated | None:
    timed = when.get(said.sentence.index)
    if timed is None or any(a <= timed.row.start < b for a, b in said.spans):
        return None
    return Dated(value=timed.row.value, text=timed.row.text, time=timed.row.id)


def _place(said: Said, where: dict[int, Located]) -> PlaceRef | None:
    located = where.get(said.sentence.index)
    if located is None or any(a <= located.row.start < b for a, b in said.spans):
        return None
    tokens = located.sentence.tokens
    if located.first == 0 or tokens[located.first - 1].lower not in {"in", "at"}:
        return None
    return PlaceRef(country=located.row.country, name=located.row.name, place=located.row.id)


def _because(said: Said) -> str:
    reasons = list(said.because)
    if said.cue is not None:
        reasons.insert(0, f"'{said.cue.text}' is a cue of {said.stance}; its content is found as {said.form}")
    if said.source is not None and said.cue is not None:
        reasons.append(f"its source is '{said.source.text}'")
    return "; ".join(reasons)


