"""The graph model: who decides, by which options, and what each of them prefers.

Everything here is frozen data. Nothing is solved or read here. Of every part, ``label`` is a word for
people, ``cites`` are ids of the ledger rows it rests on, ``comments`` are those of its lines in a file.

Source: Fang, Hipel and Kilgour (1993), Interactive Decision Making, chapter 2; options and option form
after Howard (1971), Paradoxes of Rationality.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from detente.conflict.formula import And, Formula, Not

__all__ = [
    "ByRanking",
    "ByStatements",
    "DecisionMaker",
    "Direction",
    "Game",
    "Option",
    "Preference",
    "Rule",
    "Statement",
    "View",
    "implication",
]


class Direction(StrEnum):
    """Which way an option may be moved."""

    both = "both"
    fwd = "fwd"  # once taken, never taken back
    back = "back"  # once dropped, never taken up again


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMaker:
    """One who decides; ``cites`` are ids of the ledger rows that name it."""

    name: str
    label: str = ""
    cites: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A thing that its owner may do or not do; ``owner`` is the index of a decision maker.

    ``key`` is a short name for use in statements; it may be empty.
    """

    name: str
    owner: int
    direction: Direction = Direction.both
    key: str = ""
    label: str = ""
    cites: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of a preference; ``text`` is how it was written.

    ``unknown``: it matters to the decision maker, but not known which way: states that it is first to tell
    apart can't be compared. ``certainty``, from 0 to 1, is how sure it is that the statement holds at all, and
    ``firmness`` how much weight the news gives it against others; only sensitivity asks for these two.
    """

    formula: Formula
    text: str = ""
    unknown: bool = False
    certainty: float | None = None
    firmness: float | None = None
    label: str = ""
    cites: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """No state in which ``formula`` holds is feasible; ``implies`` says that it was written as an implication."""

    formula: Formula
    text: str = ""
    implies: bool = False
    label: str = ""
    cites: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByStatements:
    """Preference by prioritised statements, the most important first.

    Of two states the better is the one in which the first statement holds that tells them apart.
    Without statements all states are worth the same.
    """

    statements: tuple[Statement, ...] = ()
    label: str = ""
    cites: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRanking:
    """Preference by a list of the feasible states, best first; each entry is the codes of states that tie.

    ``partial``: the list is all that is known, with ``chains``, more lists of the same kind; states that none
    of them brings together, directly or through others, can't be compared.
    """

    groups: tuple[tuple[int, ...], ...]
    partial: bool = False
    chains: tuple[tuple[tuple[int, ...], ...], ...] = ()
    label: str = ""
    cites: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)


Preference = ByStatements | ByRanking


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How a decision maker sees the game: what it takes the others (or itself) to prefer, and what it overlooks.

    ``preferences``: one a decision maker, None where it sees them as they are. ``unaware``: the options that
    it does not know of, as a bit set; to it they are never taken.
    """

    preferences: tuple[Preference | None, ...]
    unaware: int = 0
    label: str = ""
    cites: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """A graph model in option form.

    ``preferences`` stand in the order of ``decision_makers``. ``status_quo`` is a code, or None.
    ``questions`` are what the analyst is still to decide.
    ``views``, if any, say how each decision maker sees the game (None: as it is).
    """

    decision_makers: tuple[DecisionMaker, ...]
    options: tuple[Option, ...]
    preferences: tuple[Preference, ...]
    infeasible: tuple[Rule, ...] = ()
    name: str = ""
    title: str = ""
    source: str = ""
    status_quo: int | None = None
    views: tuple[View | None, ...] = ()
    questions: tuple[str, ...] = field(default=(), compare=False)

    def owned(self, decision_maker: int) -> int:
        """The options of a decision maker, as a bit set."""
        return sum(1 << i for i, option in enumerate(self.options) if option.owner == decision_maker)

    def kept(self, direction: Direction) -> int:
        """The options of this direction, as a bit set."""
        return sum(1 << i for i, option in enumerate(self.options) if option.direction is direction)

    def index(self, name: str) -> int:
        """The index of the decision maker of this name.

        Raises:
            KeyError: there is none.
        """
        for i, one in enumerate(self.decision_makers):
            if one.name == name:
                return i
        raise KeyError(name)

    @property
    def uncertain(self) -> bool:
        """Whether some preference is partly unknown."""
        return any(
            one.partial if isinstance(one, ByRanking) else any(s.unknown for s in one.statements)
            for one in self.preferences
        )

    def letters(self, code: int) -> str:
        """A state as text, ``Y`` or ``N`` for each option in order."""
        return "".join("NY"[code >> i & 1] for i in range(len(self.options)))

    def reaches(self, decision_maker: int, start: int, end: int) -> bool:
        """Whether the decision maker can move from one state to the other in one move, feasibility apart."""
        changed = start ^ end
        if not changed or changed & ~self.owned(decision_maker):
            return False
        dropped, added = changed & start, changed & end
        return not (dropped & self.kept(Direction.fwd) or added & self.kept(Direction.back))


def implication(left: Formula, right: Formula, text: str = "") -> Rule:
    """The rule that where ``left`` holds ``right`` does too."""
    return Rule(formula=And((left, Not(right))), text=text, implies=True)
