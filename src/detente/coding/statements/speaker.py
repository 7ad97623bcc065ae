"""For whom an unnamed source speaks: 'a source close to the Prime Minister', 'it was announced from Cairo'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente.coding.statements.model import Said
from detente.language import Document, Sentence, Token
from detente.resolve.actors import organ_actor, parties_of
from detente.resolve.model import Cast, Located
from detente.resources import Lexicon

NEAR = frozenset({"by", "close", "near", "familiar", "inside", "within", "at", "in", "from", "of", "for", "with", "to"})
UNNAMED = frozenset(
    """
    source official aide adviser advisor diplomat spokesman spokeswoman spokesperson officer minister envoy representative
    delegate ambassador insider figure circle quarter authority negotiator
    """.split()
)
HOME = frozenset(
    """
    official spokesman spokeswoman spokesperson ministry minister officer general commander army government cabinet authority
    aide adviser advisor
    """.split()
)
BRIEFINGS = frozenset("briefing transcript statement communique communiqué remark conference readout note declaration".split())
HEADLINES = 3  # sentences in which a text says whose briefing it is
TEXTS = frozenset("commentary editorial report article column statement communique communiqué note letter memorandum account leader dispatch sheet paper document release announcement bulletin".split())
ABROAD = frozenset("western foreign european arab african asian allied visiting international regional".split())
CITING = frozenset({"quote", "cite"})
DEPTH = 3
WEAK = "organ; its state from the context"


def spoken_for(source: Token, cast: Cast) -> str | None:
    """The party named in the phrase of a source that has no name of its own."""
    if source.lemma not in UNNAMED and source.lemma not in TEXTS:
        return None
    todo = [(source, 0)]
    while todo:
        token, depth = todo.pop(0)
        for child in token.children:
            if child.dep == "pobj" and (found := parties_of(child, cast)):
                return found[0]
            if child.dep == "acl" and child.lemma in CITING:
                continue  # 'a diplomat quoted by the radio'
            if depth < DEPTH and child.i > source.i and (child.lower in NEAR or child.dep in {"pobj", "amod", "acl"}):
                todo.append((child, depth + 1))
    return None


def homes_of(document: Document, places: Sequence[Located], cast: Cast, words: Lexicon) -> dict[int, str]:
    """The country that each paragraph is reported from, by its index, where datelines or the title say so."""
    seats = {s.paragraph: _capital(s, words) for s in document.sentences if s.block == "dateline" or _is_headed(s)}
    seats |= {p.sentence.paragraph: p.row.country for p in reversed(places) if p.sentence.block == "dateline" and p.row.country}
    homes: dict[int, str] = {}
    here = _briefed(document, cast)
    for paragraph in document.paragraphs:
        here = seats.get(paragraph.index) or here
        if here is not None:
            homes[paragraph.index] = here
    return homes


def _is_headed(sentence: Sentence) -> bool:
    """'ATHENS - Greece will pay': a town in capitals and a dash at the head of a sentence."""
    tokens = sentence.tokens
    return len(tokens) > 2 and tokens[0].text.isupper() and len(tokens[0].text) > 2 and tokens[1].text in {"-", "–", "—", "("}


def _capital(sentence: Sentence, words: Lexicon) -> str | None:
    """The state whose capital a dateline opens with: 'OSLO, June 9 (NTB) -'."""
    town: list[str] = []
    for token in sentence.tokens:
        if not token.text[0].isalpha() and token.text != "-":
            break
        town.append(token.lower)
    return _capitals(words).get(" ".join(town).strip(" -"))


@lru_cache(maxsize=4)
def _capitals(words: Lexicon) -> dict[str, str]:
    """States that last, by their capital in small letters."""
    return {name.lower(): state.code for state in words.states if not state.to for name in (state.capital, *state.capitals) if name}


def _briefed(document: Document, cast: Cast) -> str | None:
    """The state whose briefing or statement a text is by its title: 'WHITE HOUSE BACKGROUND BRIEFING ON …'."""
    for sentence in document.sentences[:HEADLINES]:
        kind = next((t for t in sentence.tokens if t.lower in BRIEFINGS or t.lemma in BRIEFINGS), None)
        if sentence.block != "headline" or kind is None:
            continue
        states = {country for t in sentence.tokens[: kind.i] if (country := cast.country(cast.at(t)))}
        if len(states) == 1:
            return states.pop()
    return None


def of_country(actor: str | None, source: Token, country: str | None, cast: Cast, words: Lexicon) -> str | None:
    """'a Foreign Ministry official' in a report from Baghdad, or relayed by an Iraqi medium, is Iraq's."""
    row = cast.actors.get(actor or "")
    if country is None or (row is not None and (row.country is not None or row.kind not in {"government", "military"})):
        return actor
    unnamed = source.pos == "PRON" and row is not None and row.id.rpartition("/")[2] in HOME  # 'he', for 'a spokesman'
    official = source.lemma in TEXTS and any(c.dep in {"compound", "amod"} and c.lemma in HOME for c in source.children)  # 'a ministry statement'
    if (source.lemma not in HOME and not unnamed and not official) or any(c.lower in ABROAD for c in source.children):
        return actor
    if source.ent == "PERSON" or (source.pos == "PRON" and row is None):
        return actor
    military = row is not None and row.kind == "military"
    made = organ_actor(words, country, "MIL" if military else "GOV", "military" if military else "government", f"'{source.text}' in a report from {country}")
    cast.actors.setdefault(made.id, cast.reserve.get(made.id, made))
    return made.id


def of_capital(source: Token, cast: Cast, words: Lexicon) -> str | None:
    """'Kiev hints that …', 'from Damascus came word that …': what speaks is the government, wherever the town is a place."""
    country = _capitals(words).get(source.lower) if source.pos == "PROPN" and cast.at(source) is None else None
    if country is None:
        return None
    made = organ_actor(words, country, "GOV", "government", f"the capital '{source.text}' speaks")
    cast.actors.setdefault(made.id, cast.reserve.get(made.id, made))
    return made.id


def of_medium(actor: str | None, source: Token, country: str | None, cast: Cast, words: Lexicon) -> str | None:
    """'the Defence Ministry', which only the context had given to another state: that of the agency that quotes it."""
    reference = cast.by_token.get(source)
    if country is None or reference is None or reference.rule != WEAK or cast.country(actor) == country:
        return actor
    row = cast.actors.get(actor or "")
    if row is None or row.kind not in {"government", "military"} or row.sector is None:
        return actor
    made = organ_actor(words, country, row.sector, row.kind, f"'{source.text}', quoted by a medium of {country}")
    cast.actors.setdefault(made.id, cast.reserve.get(made.id, made))
    return made.id


def of_the_paragraph(said: Said, before: Said | None, cast: Cast) -> str | None:
    """The country of whoever spoke just before in the paragraph, for an unnamed official without any state."""
    if before is None or before.sentence.paragraph != said.sentence.paragraph or said.source is None:
        return None
    row = cast.actors.get(before.speaker or "")
    return row.country if row is not None and row.kind != "media" and (said.source.lemma in HOME or said.source.lemma in TEXTS) else None


def seat(cue: Token, cast: Cast) -> Token | None:
    """'From Cairo it was announced that …': the capital that stands for the source."""
    subject = cue.child("nsubjpass")
    if subject is None or subject.lower != "it":
        return None
    for preposition in cue.all("prep"):
        place = preposition.child("pobj")
        if preposition.lower in {"from", "in", "at"} and place is not None and parties_of(place, cast):
            return place
    return None
