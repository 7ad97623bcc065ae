"""People of a report: names that belong together, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Token
from detente.resolve.actors.affiliation import Affiliation
from detente.resolve.actors.genders import Gender, gender_of_name
from detente.resolve.actors.offices import FAMILY_FIRST, SUFFIXES, fold, last_name
from detente.resources.rows import Holder

NICKNAMES = {
    "bob": "robert", "bill": "william", "jim": "james", "jimmy": "james", "joe": "joseph", "mike": "michael",
    "tony": "anthony", "tom": "thomas", "dick": "richard", "chuck": "charles", "ted": "edward", "ben": "benjamin",
    "dan": "daniel", "dave": "david", "ed": "edward", "greg": "gregory", "jeff": "jeffrey", "ken": "kenneth",
    "kate": "katherine", "liz": "elizabeth", "sam": "samuel", "steve": "steven", "tim": "timothy", "ron": "ronald",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Naming:
    """One occurrence of a name: its tokens, and what the words around it say."""

    tokens: list[Token]
    says: Affiliation
    title_tokens: list[Token] = field(default_factory=list)
    rows: list[Holder] = field(default_factory=list)  # holders of exactly this name
    person: Person | None = None

    @property
    def words(self) -> list[str]:
        """The words of the name, hyphenated ones whole."""
        parts: list[str] = []
        for n, token in enumerate(self.tokens):
            if n and self.tokens[n - 1].end == token.start:
                parts[-1] += token.text
            else:
                parts.append(token.text)
        return parts


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the report."""

    namings: list[Naming] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # as printed, in text order
    rows: list[Holder] = field(default_factory=list)
    says: Affiliation = field(default_factory=Affiliation)
    gender: Gender = ""
    id: str = ""

    @property
    def full(self) -> str:
        """The fullest name printed."""
        return max(self.names, key=lambda name: (len(name.split()), len(name)))

    def take(self, naming: Naming) -> None:
        """Count an occurrence as this person's."""
        naming.person = self
        self.namings.append(naming)
        words = naming.words
        while len(words) > 2 and words[0].lower().strip(".") in {"sir", "mr", "mrs", "ms", "dr", "dame", "lady", "h.e"}:
            words = words[1:]
        name = " ".join(words)
        if name not in self.names:
            self.names.append(name)
        for row in naming.rows:
            if row not in self.rows:
                self.rows.append(row)
        self.says.merge(naming.says)
        self.gender = self.gender or gender_of_name(naming.words[0] if len(naming.words) > 1 else "")

    def goes_by(self, word: str) -> int:
        """How well a single word names this person: 2 by family name, 1 by first name, 0 not at all."""
        key = fold(word)
        words = self.full.split()
        if any(key == last_name(row.name) for row in self.rows) or key in {last_name(self.full), fold(words[-1])}:
            return 2
        if len(words) > 1 and key == fold(words[0]):
            return 2 if self.says.country in FAMILY_FIRST or any(r.country in FAMILY_FIRST for r in self.rows) else 1
        tail = " ".join(fold(w) for w in words)
        return 2 if " " in key and tail.endswith(f" {key}") else 0

    def is_also(self, words: list[str], rows: list[Holder]) -> bool:
        """Whether a name of several words may be this person's."""
        if rows and self.rows:
            return bool({r.name for r in rows} & {r.name for r in self.rows})
        mine = [fold(w) for w in self.full.split() if fold(w) not in SUFFIXES]
        other = [fold(w) for w in words if fold(w) not in SUFFIXES]
        if len(mine) < 2:
            return len(mine) == 1 and bool(other) and mine[0] in {other[0], other[-1]}
        if not other or mine[-1] != other[-1]:
            return mine == other
        return alike(mine[0], other[0]) or set(other) <= set(mine) or set(mine) <= set(other)


def alike(one: str, other: str) -> bool:
    """Whether two first names may be one: an initial, a nickname, another spelling.

    >>> alike("sergei", "sergey"), alike("bob", "robert"), alike("j", "john"), alike("george", "jeb")
    (True, True, True, False)
    """
    one, other = NICKNAMES.get(one, one), NICKNAMES.get(other, other)
    small, large = sorted((one, other), key=len)
    return large.startswith(small) or (len(small) > 3 and small[:3] == large[:3])
