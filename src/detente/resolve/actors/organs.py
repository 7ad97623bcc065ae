"""Organs and groups: 'Russian troops', 'the Foreign Ministry', 'rebels in the east of Congo'."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Token
from detente.records import Actor
from detente.records.identify import slug
from detente.resolve.actors.affiliation import current
from detente.resolve.actors.gazetteer import Match, inner, phrase_of
from detente.resolve.actors.parties import government_of
from detente.resolve.actors.reading import Reading, following, head_of, previous, stance
from detente.resolve.actors.registry import kind_of
from detente.resolve.actors.towns import state_there
from detente.resources import rows

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
ARTICLES = frozenset({"the", "a", "an"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
INSIDE = frozenset({"ADJ", "PROPN", "NOUN", "DET", "NUM", "PART", "ADV"})
WHERE = frozenset({"in", "from", "throughout", "across", "inside", "within", "at"})
INSTITUTIONS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
FIRM = frozenset(
    """
    government administration authorities ministry parliament army military police cabinet presidency navy regime
    senate congress assembly court leadership junta
    """.split()
)


@dataclass(slots=True, eq=False)
class Owners:
    """The states, bodies or people that an organ belongs to, and the words that say so."""

    ids: list[str] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    pronoun: Token | None = None  # 'its ambassador': whose is for coreference to say

    def add(self, actor: str, words: str) -> None:
        """Count one more owner."""
        if actor and actor not in self.ids:
            self.ids.append(actor)
            self.because.append(f"'{words}'")


HEARERS = frozenset(
    "reporters journalists newsmen correspondents paper papers magazine website radio press media".split()
)  # they are where they are, of whatever state
PORTFOLIOS = frozenset({"minister", "secretary"})  # 'Minister for Water of Chad'
COUNSEL = frozenset({"adviser", "advisor", "aide", "assistant", "counsellor"})  # 'an adviser to President X'
COMPASS = frozenset({"north", "south", "east", "west", "parts", "city", "capital", "town", "neighbouring", "neighboring"})


def owners(first: Token, last: Token, reading: Reading) -> Owners:
    """Whose a noun phrase is: modifiers and possessors on the left, 'of' and 'in' on the right."""
    found = Owners()
    match = reading.at.get(first)
    part = inner(match, reading.index) if match is not None and match.last > match.first else None
    if part is not None and not stance(part):
        _named(part, found, reading)
    _on_the_left(first, found, reading)
    if part is not None and not found.ids:
        _palace(part, found, reading)
    if not found.ids and last.lower not in HEARERS:
        _on_the_right(last, found, reading)
    if not found.ids and last.dep == "conj" and last.head.i < first.i:
        _on_the_left(last.head, found, reading)  # 'Russian banks and leaders'
    return found


def _on_the_left(first: Token, found: Owners, reading: Reading) -> None:
    token = previous(first)
    steps = 0
    while token is not None and steps < 12:
        steps += 1
        if token.tag == "PRP$":
            found.pronoun = token
            break
        if token.lower in ARTICLES and (before := previous(token)) is not None and before.lower not in {"and", ","}:
            break  # 'under the Lomé convention the Union promised': a phrase begins with its article
        actor = reading.cast.at(token)
        match = reading.at.get(token)
        if actor is not None and (reading.cast.actors[actor].kind == "media" or actor.startswith("---/")):
            break
        if actor is not None and not (match is not None and stance(match)):
            reference = reading.cast.by_token[token]
            found.add(actor, phrase_of(reference.sentence.tokens[reference.first : reference.last + 1]))
            token = previous(reference.sentence.tokens[min(reference.first, token.i)])
            continue
        if match is not None and match.of("capital", "town") and token.dep in {"poss", "compound", "nmod", "amod"}:
            _state_of(match, found, reading)
        if not _goes_on(token, found):
            break
        token = previous(token)
    found.ids.reverse()
    found.because.reverse()


def _goes_on(token: Token, found: Owners) -> bool:
    if token.pos in INSIDE:
        return token.dep != "advmod" or token.pos != "ADV" or not found.ids
    if token.lower in {"and", ","}:
        return bool(found.ids) and _modifier_before(token)
    return token.text in "-’'" or (token.pos == "VERB" and token.dep == "amod")


def _modifier_before(token: Token) -> bool:
    before = previous(token)
    if before is not None and before.text == ",":
        before = previous(before)
    return before is not None and (before.tag.startswith("JJ") or before.ent == "NORP") and before.dep in {"amod", "nmod", "compound", "conj"}


def _on_the_right(last: Token, found: Owners, reading: Reading) -> None:
    token = following(last)
    if token is None or not (token.lower in WHERE | {"of"} or (token.lower == "for" and (last.lower.startswith("spokes") or last.lemma in PORTFOLIOS)) or (token.lower == "to" and last.lemma in COUNSEL)):
        return
    tokens, of = last.sent.tokens, token.lower in {"of", "for", "to"}
    i = token.i + 1
    while i < len(tokens) and i < token.i + 12:
        inner = tokens[i]
        match, actor = reading.at.get(inner), reading.cast.at(inner)
        if actor is not None and reading.cast.actors[actor].kind == "media":
            break
        if actor is not None and not (match is not None and stance(match)):
            found.add(actor, inner.text)
            i = reading.cast.by_token[inner].last
        elif match is not None and match.of("capital", "town") and not (of and match.of("town")):
            _state_of(match, found, reading)
            i = match.last
        elif (inner.pos not in INSIDE and inner.lower not in {"and", ",", "of", "such", "as", "including"}) or inner.tag.startswith("VB") or (not of and not found.ids and inner.pos == "NOUN" and inner.lower not in COMPASS) or (inner.lower in {"and", ","} and not _another(tokens, i + 1, reading)):
            break
        i += 1


def _another(tokens: list[Token], i: int, reading: Reading) -> bool:
    """Whether a list goes on with another actor, and not with another clause."""
    while i < len(tokens) and tokens[i].lower in {"and", "the"}:
        i += 1
    return i < len(tokens) and tokens[i] in reading.at and tokens[i].dep in {"conj", "appos", "pobj"}


def _named(part: Match, found: Owners, reading: Reading) -> None:
    """Count a state or body that the organ's own phrase begins with."""
    entry = current(part, reading, "state", "demonym", "body")
    because = f"'{part.text}' in sentence {part.sentence.index + 1}"
    if entry is not None and isinstance(entry.row, rows.State):
        found.add(reading.registry.state(entry.row.code, because), part.text)
    elif entry is not None and isinstance(entry.row, rows.Body):
        found.add(reading.registry.body(entry.row.id, because), part.text)


def _palace(part: Match, found: Owners, reading: Reading) -> None:
    """Count the body that stands behind a palace or ministry: 'Foreign Office spokesman', unless another is named before it."""
    entry = current(part, reading, "metonym")
    if entry is not None and isinstance(entry.row, rows.Metonym):
        found.add(reading.registry.metonym(entry.row, f"'{part.text}' in sentence {part.sentence.index + 1}"), part.text)


def _state_of(match: Match, found: Owners, reading: Reading) -> None:
    code = state_there(match, reading)
    if code:
        found.add(reading.registry.state(code, f"'{match.text}' in sentence {match.sentence.index + 1} lies there"), match.text)


def is_organ(match: Match, reading: Reading) -> bool:
    """Whether a match of the organs table is a noun that nothing else has claimed."""
    if not match.of("organ", "title") or any(token in reading.cast.by_token for token in match.tokens):
        return False
    head = head_of(match.tokens)
    if head.pos == "PROPN" and head.ent in {"GPE", "LOC", "FAC"} and match.first == match.last:
        return False
    if head.dep == "compound" and (
        (head.head.pos == "PROPN" and head.pos == "PROPN") or _minor(match, head, reading)
    ):
        return False
    if head.lemma == "company" and _of_soldiers(head, reading):
        return False
    noun = head.tag in NOUNS or (head.tag == "JJ" and head.dep in ARGUMENTS)  # 'the military' as a subject is a noun, whatever its tag
    return noun and not (head.tag == "NN" and head.lower in {"state", "general", "force", "side"} and head.dep in {"compound", "amod"})


def _of_soldiers(head: Token, reading: Reading) -> bool:
    """'two companies of Royal Marines' are no firms."""
    after = following(head)
    inner = after.child("pobj") if after is not None and after.lower == "of" else None
    if inner is None:
        return False
    actor, phrase = reading.cast.actors.get(reading.cast.at(inner) or ""), reading.at.get(inner)
    return (actor is not None and actor.sector == "MIL") or (phrase is not None and any(isinstance(e.row, rows.Organ) and e.row.sector == "MIL" for e in phrase.entries))


def _minor(match: Match, head: Token, reading: Reading) -> bool:
    """Whether a noun only modifies another organ: the paper of 'paper workers'."""
    outer = reading.at.get(head.head)
    return outer is not None and outer is not match and bool(outer.of("organ", "title")) and not any(
        isinstance(e.row, rows.Organ) and e.row.sector in INSTITUTIONS for e in match.entries
    )


def organ_of(
    row: rows.Organ | rows.Title, owner: str, words: str, because: str, reading: Reading, *, human: bool = False
) -> str:
    """The actor that an organ of an owner is: ``RUS/MIL`` for the troops of ``RUS``."""
    cast, sector = reading.cast, "GOV" if words.lower().startswith("representative") else row.sector
    actor = cast.actors.get(owner)
    if actor is None:
        return ""
    if actor.kind == "person" and actor.country is None:
        return government_of(owner, cast) or owner
    if human and actor.kind != "person" and actor.sector not in {None, "GOV"}:
        return owner  # 'the chairman of the Duma' speaks for the Duma
    if actor.country and actor.kind in {"state", "government", "military", "person"}:
        return reading.registry.organ(actor.country, sector or "GOV", _kind(row, sector or "GOV"), because)
    if actor.kind == "igo" and sector in {"MIL", "CVL", "LEG", "JUD", "COP"}:
        return reading.registry.add(
            Actor(id=f"{owner}/{sector}", name=actor.name, aliases=(owner,), kind="igo", sector=sector, because=because)
        )
    return owner


def _kind(row: rows.Organ | rows.Title, sector: str) -> str:
    if sector == "MIL":
        return "military"
    return row.kind if isinstance(row, rows.Organ) else "government"


def nameless(row: rows.Organ | rows.Title, match: Match, reading: Reading) -> str:
    """An organ or group whose state the report leaves open: kept, with no country, and saying so."""
    words = match.text.lower()
    sector = row.sector or None
    kind = "igo" if "peacekeep" in words else kind_of(_kind(row, sector or ""))
    return reading.registry.add(
        Actor(
            id=f"---/{sector or '---'}/{slug(words)}", name=words, kind="igo" if sector == "IGO" else kind, sector=sector,
            because=f"'{match.text}' in sentence {match.sentence.index + 1}; whose is not said",
        )
    )  # fmt: skip
