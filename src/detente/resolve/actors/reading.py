"""One report as the actor rules see it: sentences, the phrases found in them, the actors so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Document, Sentence, Token
from detente.records import MentionForm
from detente.resolve.actors.dates import holds
from detente.resolve.actors.gazetteer import Index, Match, entries_in, index_of, matches
from detente.resolve.actors.registry import Registry
from detente.resolve.model import Cast, Reference
from detente.resources.rows import Metonym, Outlet, Region, State

BACKED = frozenset(
    """
    backed sponsored supported trained funded armed supplied allied aligned leaning born based made built
    controlled held occupied administered ruled run owned educated mediated brokered drafted speaking
    """.split()
)
PREFIXES = frozenset({"pro", "anti", "non", "ex", "post", "pre"})


@dataclass(slots=True, eq=False)
class Reading:
    """What the steps of actor resolution share."""

    document: Document
    registry: Registry
    index: Index
    matches: list[list[Match]] = field(default_factory=list)  # by sentence index
    at: dict[Token, Match] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)  # states named by names that no other state has
    lands: set[str] = field(default_factory=set)  # states whose towns and regions are named
    home: str = ""  # the outlet's state
    title: str = ""  # the report's headline, where it is not part of the text
    taken: set[Token] = field(default_factory=set)  # tokens that belong to a person's name

    @property
    def cast(self) -> Cast:
        """The cast being built."""
        return self.registry.cast

    def refer(self, tokens: list[Token], actor: str, form: MentionForm, rule: str) -> Reference:
        """Keep a reference over neighbouring tokens; tokens of an earlier reference stay with it."""
        head = head_of(tokens)
        made = Reference(tokens[0].sent, tokens[0].i, tokens[-1].i, head, actor, form, rule)
        self.cast.references.append(made)
        for token in tokens:
            self.cast.by_token.setdefault(token, made)
        return made


def read(document: Document, registry: Registry, title: str | None = None, outlet: str | None = None) -> Reading:
    """The phrases of every sentence, found once, and the states that headline and outlet point to."""
    index = index_of(registry.lexicon)
    reading = Reading(document, registry, index, title=title or "")
    for entry in entries_in(title or "", index):
        if isinstance(entry.row, State) and entry.sort in {"state", "capital"}:
            reading.sure.add(entry.row.code)
    for entry in entries_in(outlet or "", index):
        if isinstance(entry.row, Outlet):
            reading.home = reading.home or entry.row.country
    for sentence in document.sentences:
        found = list(matches(sentence, index))
        reading.matches.append(found)
        for match in found:
            for token in match.tokens:
                reading.at[token] = match
            codes = {e.row.code for e in match.entries if isinstance(e.row, State) and holds(e.row, registry.published)}
            if len(codes) == 1:
                reading.sure |= codes
            reading.lands |= {e.row.country for e in match.of("town") if isinstance(e.row, (Metonym, Region)) and e.row.country}
    return reading


def head_of(tokens: list[Token]) -> Token:
    """The token of a phrase that the rest of the sentence is attached to."""
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if token.head is token or token.head.sent is not token.sent or not first <= token.head.i <= last:
            return token
    return tokens[-1]


def previous(token: Token) -> Token | None:
    """The token before, in the same sentence."""
    return token.sent.tokens[token.i - 1] if token.i > 0 else None


def following(token: Token) -> Token | None:
    """The token after, in the same sentence."""
    tokens = token.sent.tokens
    return tokens[token.i + 1] if token.i + 1 < len(tokens) else None


def stance(match: Match) -> str:
    """How a state's name is bound into a compound: 'pro', 'anti' …, 'backed' …, or ''.

    The Russia of 'pro-Russian' and of 'Russian-backed' is not the one that the phrase is about.
    """
    tokens: list[Token] = match.sentence.tokens
    last = tokens[match.last].text.lower()
    if "-" in last and last.rpartition("-")[2] in BACKED:
        return "backed"
    if match.last + 2 < len(tokens) and tokens[match.last + 1].text in "-‐–" and tokens[match.last + 2].lower in BACKED:
        return "backed"
    if match.first > 1 and tokens[match.first - 1].text == "-" and tokens[match.first - 2].lower in PREFIXES:
        return tokens[match.first - 2].lower
    return ""


def text_between(sentence: Sentence, first: int, last: int) -> list[Token]:
    """The tokens ``first`` to ``last``, both included."""
    return sentence.tokens[first : last + 1]
