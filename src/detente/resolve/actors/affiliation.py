"""For whom somebody speaks, from the words around the name: title, state, body, organ."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Token
from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import Entry, Match, inner, phrase_of
from detente.resolve.actors.reading import Reading, previous, stance
from detente.resolve.actors.towns import state_there
from detente.resources import rows

AWAY = frozenset({"to", "for", "in", "on", "with", "at", "against", "about", "from", "near", "over", "between"})
HONORIFICS = frozenset(
    "mr mrs ms miss mister dr sir dame madam madame prof professor mx herr frau signor signora señor senor señora monsieur".split()
)
FORMER = frozenset({"former", "ex", "then", "late", "outgoing", "incoming", "ousted", "deposed", "elect"})


@dataclass(slots=True, eq=False)
class Affiliation:
    """What the words around a name say; ``because`` quotes them."""

    role: str | None = None
    title: rows.Title | None = None
    country: str | None = None
    body: str | None = None
    sector: str | None = None
    plural: bool = False
    former: bool = False
    retired: bool = False  # 'former' or 'ex-', which 'late' and 'then' are not
    honorific: str = ""
    pronoun: Token | None = None  # 'its ambassador'
    origin: bool = False  # the state is only where somebody is from: 'its chairman, X of Chile'
    because: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.role or self.country or self.body or self.sector)

    def merge(self, other: Affiliation) -> None:
        """Fill what is missing from another, and keep its reasons."""
        if not self.role and other.role:
            self.role, self.title = other.role, other.title
        if not (self.country or self.body):
            self.country, self.body, self.origin = other.country, other.body, other.origin
        self.sector = self.sector or other.sector
        self.former = self.former or other.former
        self.retired = self.retired or other.retired
        self.pronoun = self.pronoun or other.pronoun
        self.honorific = self.honorific or other.honorific
        self.because += [b for b in other.because if b not in self.because]


def current(match: Match, reading: Reading, *sorts: str) -> Entry | None:
    """The entry of these sorts that holds at the report's date, else the first.

    A name of two states ('Korean', 'Congolese') is that one of them which the report names elsewhere,
    or whose towns it names, else ``None``.
    """
    found = [e for e in match.entries if e.sort in sorts]
    day = reading.registry.published
    holding = [e for e in found if holds(e.row, day)] or found[:1]
    codes = {e.row.code for e in holding if isinstance(e.row, rows.State)}
    if len(codes) > 1:
        known = codes & reading.sure or codes & reading.lands
        holding = [e for e in holding if isinstance(e.row, rows.State) and e.row.code in known]
    return holding[0] if holding else None


def affiliation(tokens: list[Token], reading: Reading) -> Affiliation:
    """What a stretch of neighbouring tokens (a title with its modifiers) says of a person."""
    found = Affiliation()
    if not tokens:
        return found
    found.former = any(t.lower in FORMER for t in tokens)
    found.retired = any(t.lower in {"former", "ex", "onetime"} for t in tokens)
    found.pronoun = next((t for t in tokens if t.tag == "PRP$"), None)
    seen: list[Match] = []
    titles: list[Match] = []
    for token in tokens:
        match = reading.at.get(token)
        if match is None or (seen and seen[-1] is match) or token.i != match.first:
            continue
        seen.append(match)
        if match.text.lower().rstrip(".") in HONORIFICS:
            found.honorific = match.text
            continue
        if match.of("title") or _office_noun(match):
            titles.append(match)
            part = inner(match, reading.index) if match.last > match.first else None
            if part is not None:
                _place(part, found, reading)
        else:
            _place(match, found, reading)
    if titles:
        if not (found.country or found.body):
            _half(tokens, found, reading)
        _role(titles, tokens, found, reading)
        _national(found)
        if not found.country and "commissioner" in (found.role or "").lower() and any(t.lower in {"european", "eu"} for t in tokens):
            found.body = "EU/COMMISSION"
    return found


def _half(tokens: list[Token], found: Affiliation, reading: Reading) -> None:
    """'the South's defence minister', where the report names South Korea in full."""
    for token in tokens:
        if token.text in HALVES and token.dep == "poss":
            codes = [code for code in sorted(reading.sure) if reading.registry.states[code].name.startswith(f"{token.text} ")]
            if len(codes) == 1:
                found.country = codes[0]
                found.because.append(f"'{token.text}'")
            return


HALVES = frozenset({"North", "South", "East", "West"})


def _office_noun(match: Match) -> bool:
    """Whether an organ's phrase names people, not an institution ('official', 'spokesman')."""
    return any(isinstance(e.row, rows.Organ) and e.row.phrase[0] in ROLE_NOUNS for e in match.entries)


ROLE_NOUNS = frozenset(
    """
    official diplomat envoy emissary negotiator ambassador minister leader aide adviser spokesman spokeswoman
    spokesperson governor mayor commander general admiral officer senator lawmaker legislator deputy judge prosecutor
    """.split()
)


def _place(match: Match, found: Affiliation, reading: Reading) -> None:
    """Take country, body or sector from a phrase that is no title."""
    if stance(match) or _away(match):
        return
    entry = current(match, reading, "state", "demonym", "people", "capital", "metonym", "body", "description", "organ")
    if entry is None:
        code = state_there(match, reading) if match.of("town") else ""
        if code and not found.country:
            found.country = code
            found.because.append(f"'{match.text}'")
        return
    row, words = entry.row, match.text
    if isinstance(row, rows.State) and not found.country:
        found.country = row.code
        found.because.append(f"'{words}'")
    elif isinstance(row, rows.Metonym) and not found.country:
        found.country, found.body = row.country or None, row.body or None
        found.sector = found.sector or row.sector or None
        found.because.append(f"'{words}'")
    elif isinstance(row, rows.Body) and not found.body:
        found.body = row.id
        found.because.append(f"'{words}'")
    elif isinstance(row, rows.Organ) and not found.sector:
        found.sector = row.sector or None


def _away(match: Match) -> bool:
    """Whether a preposition of direction stands before: the place of a mission, not its sender."""
    token = previous(match.sentence.tokens[match.first])
    if token is not None and token.pos in {"DET", "ADJ"}:
        token = previous(token)
    if token is not None and token.lower == "for" and (owner := previous(token)) is not None and owner.lower.startswith("spokes"):
        return False  # 'a spokesman for the Senegalese army' is Senegal's
    return token is not None and token.lower in AWAY


def _role(titles: list[Match], tokens: list[Token], found: Affiliation, reading: Reading) -> None:
    """The title's words, with what belongs to it: 'Homeland Security chief', 'Minister for Water'."""
    sentence = titles[0].sentence
    first, last = titles[0].first, titles[-1].last
    low, high = tokens[0].i, tokens[-1].i
    if any(t.text in {",", ";"} for t in sentence.tokens[first:last]):
        last = titles[0].last
    while first > low and _belongs(sentence.tokens[first - 1], reading):
        first -= 1
    while last + 2 <= high and sentence.tokens[last + 1].lower in {"of", "for"} and _portfolio(last + 2, sentence.tokens, reading):
        last += 2
        while last < high and _portfolio(last + 1, sentence.tokens, reading):
            last += 1
    while last > titles[0].last and sentence.tokens[last].lower in {"the", "of", "for", "and"}:
        last -= 1
    found.role = phrase_of(sentence.tokens[first : last + 1])
    found.because.insert(0, f"title '{found.role}'")
    for match in [m for m in reversed(titles) if m is titles[0] or not _of_another(m)]:
        for entry in match.entries:
            if isinstance(entry.row, rows.Title):
                found.title = found.title or entry.row
                if entry.plural and match.tokens[-1].lower.endswith(("s", "men")):
                    found.plural, found.role = True, entry.row.title
                found.sector = found.sector or entry.row.sector or None
    organ = next((e.row for m in titles for e in m.entries if isinstance(e.row, rows.Organ)), None)
    found.sector = found.sector or (organ.sector if organ else None)


def _of_another(title: Match) -> bool:
    """Whether a title stands behind 'of' or 'for': the office of somebody or something else."""
    token = previous(title.tokens[0])
    if token is not None and token.pos == "DET":
        token = previous(token)
    return token is not None and token.lower in {"of", "for", "to"}


def _belongs(token: Token, reading: Reading) -> bool:
    if token in reading.at or token.lower in FORMER or token in reading.taken:
        return False
    return token.text == "-" or (token.pos in {"PROPN", "NOUN"} and token.dep in {"compound", "amod", "nmod"})


def _portfolio(i: int, tokens: list[Token], reading: Reading) -> bool:
    token = tokens[i]
    match = reading.at.get(token)
    named = match is not None and bool(match.of("state", "demonym", "body", "capital", "metonym"))
    return not named and (token.text[0].isupper() or token.lower in {"and", "the"}) and token not in reading.taken


def _national(found: Affiliation) -> None:
    """A state's envoy to a body speaks for the state: 'Moscow's OSCE ambassador'."""
    if found.country and found.body and found.role:
        found.body = None
