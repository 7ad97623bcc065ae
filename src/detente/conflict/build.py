"""From the plain contents of a model file to a game, with every fault and its place.

The contents are what a TOML or JSON reader gives; a place is a path of keys and indices into them.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from detente.conflict.build_preference import read_preference
from detente.conflict.faults import Faults, Place
from detente.conflict.formula import And, Formula, If, Not, Or
from detente.conflict.game import DecisionMaker, Direction, Game, Option, Preference, Rule, View
from detente.conflict.language import Reader, StatementFault, written
from detente.conflict.lines import Lines

__all__ = ["KEYS", "build"]

KEYS = (
    "name", "title", "source", "decision_makers", "options", "infeasible", "implications", "preferences",
    "status_quo", "views", "questions",
)  # fmt: skip
_IGNORED = ("states", "expected", "published")
_MOST_OPTIONS = 60


def build(contents: Any, lines: Lines | None = None) -> Game:
    """The game that the contents describe.

    Raises:
        GameError: the contents are no model; the error holds all faults, each with its line.
    """
    faults = Faults(lines)
    if not isinstance(contents, Mapping):
        faults.add((), "a model is a table with decision_makers, options and preferences")
        raise faults.error()
    faults.near_misses((), contents, (*KEYS, *_IGNORED))
    game = _Build(contents, faults).game()
    faults.check()
    return game


class _Build:
    """One model being read; faults are gathered and reading goes on."""

    def __init__(self, contents: Mapping[str, Any], faults: Faults) -> None:
        self.contents, self.faults = contents, faults
        self.makers = self._makers()
        self.options = self._options()
        named = [(self.makers[o.owner].name if o.owner >= 0 else "", o.name, o.key) for o in self.options]
        self.reader = Reader(named)

    def game(self) -> Game:
        """The game, whole only if no fault was found."""
        rules = (*self._rules("infeasible"), *self._rules("implications"))
        sound = not len(self.faults)
        draft = Game(
            decision_makers=self.makers,
            options=self.options,
            preferences=(),
            infeasible=rules,
            status_quo=self._status_quo(),
            questions=self._questions(),
            name=self._word("name"),
            title=self._word("title"),
            source=self._word("source"),
        )
        known = draft if sound and not len(self.faults) else None
        return replace(draft, preferences=self._preferences(known), views=self._views(known))

    def _word(self, key: str) -> str:
        return str(self.contents.get(key, ""))

    def _questions(self) -> tuple[str, ...]:
        """The questions for the analyst: those listed, and the comments that begin with a question mark."""
        listed = [str(one) for one in self.faults.many((), self.contents, "questions")]
        comments = self.faults.lines.all_comments() if self.faults.lines else ()
        marked = [one.removeprefix("?").strip() for one in comments if one.startswith("?")]
        return tuple(dict.fromkeys((*listed, *marked)))

    def _makers(self) -> tuple[DecisionMaker, ...]:
        found: list[DecisionMaker] = []
        for i, entry in enumerate(self.faults.many((), self.contents, "decision_makers", needed=True)):
            place = ("decision_makers", i)
            table = entry if isinstance(entry, Mapping) else {"name": entry}
            self.faults.near_misses(place, table, ("name", "label", "cites"))
            name = self.faults.text(place, table, "name")
            if name and name in {one.name for one in found}:
                self.faults.add(place, f"decision maker '{name}' is there twice: give each its own name")
            found.append(DecisionMaker(name=name, **self.faults.notes(place, table)))
        return tuple(found)

    def _options(self) -> tuple[Option, ...]:
        entries = self.faults.many((), self.contents, "options", needed=True)
        if len(entries) > _MOST_OPTIONS:
            self.faults.add(("options",), f"{len(entries)} options are too many: at most {_MOST_OPTIONS}")
        return tuple(self._option(("options", i), entry) for i, entry in enumerate(entries))

    def _option(self, place: Place, entry: Any) -> Option:
        if not isinstance(entry, Mapping):
            self.faults.add(place, "an option is a table with name, owner and, if need be, direction")
            return Option(name="", owner=-1)
        self.faults.near_misses(place, entry, ("name", "owner", "direction", "key", "label", "cites"))
        way = entry.get("direction", "both")
        if way not in set(Direction):
            self.faults.add((*place, "direction"), f"direction {way!r} is none of both, fwd, back")
            way = "both"
        return Option(
            name=self.faults.text(place, entry, "name"),
            owner=self._owner(place, entry),
            direction=Direction(way),
            key=str(entry.get("key", "")),
            **self.faults.notes(place, entry),
        )

    def _owner(self, place: Place, entry: Mapping[str, Any]) -> int:
        owner = self.faults.text(place, entry, "owner")
        names = [one.name for one in self.makers]
        if owner in names:
            return names.index(owner)
        if owner:
            near = difflib.get_close_matches(owner, names, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "add it to decision_makers"
            self.faults.add((*place, "owner"), f"owner '{owner}' is no decision maker: {hint}")
        return -1

    def _rules(self, key: str) -> tuple[Rule, ...]:
        found: list[Rule] = []
        for i, entry in enumerate(self.faults.many((), self.contents, key)):
            place = (key, i)
            table = entry if isinstance(entry, Mapping) else {"statement": entry}
            self.faults.near_misses(place, table, ("statement", "label", "cites"))
            formula = self.formula(place, table.get("statement"))
            if key == "implications" and formula is not None:
                if isinstance(formula, If):
                    formula = And((formula.condition, Not(formula.then)))
                else:
                    self.faults.add(place, "an implication reads 'A IMPLIES B' or 'B IF A'")
            if formula is not None:
                text = written(table.get("statement"))
                notes = self.faults.notes(place, table)
                found.append(Rule(formula=formula, text=text, implies=key == "implications", **notes))
        return tuple(found)

    def formula(self, place: Place, entry: Any) -> Formula | None:
        """What a string or a list of strings, OR-ed, says; None, and a fault, if nothing can be read."""
        entries = entry if isinstance(entry, list) else [entry]
        parts: list[Formula] = []
        for i, text in enumerate(entries):
            here = (*place, i) if isinstance(entry, list) else place
            if not isinstance(text, str):
                self.faults.add(here, "a statement is a text such as 'A AND NOT B' or a pattern such as 'YN-'")
                return None
            try:
                parts.append(self.reader.read(text))
            except StatementFault as fault:
                self.faults.add(here, str(fault))
                return None
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _status_quo(self) -> int | None:
        text = self.contents.get("status_quo")
        if text is None:
            return None
        if not isinstance(text, str) or len(text) != len(self.options) or set(text) - set("YN"):
            self.faults.add(("status_quo",), f"status_quo is a letter Y or N for each of the {len(self.options)} options")
            return None
        return sum(1 << i for i, letter in enumerate(text) if letter == "Y")

    def _preferences(self, game: Game | None) -> tuple[Preference, ...]:
        entries = self.contents.get("preferences", {})
        if not isinstance(entries, Mapping):
            self.faults.add(("preferences",), "preferences are a table with an entry for each decision maker")
            return ()
        names = [one.name for one in self.makers]
        for name in entries:
            if name not in names:
                near = difflib.get_close_matches(str(name), names, n=1)
                hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(names)}"
                self.faults.add(("preferences", name), f"'{name}' is no decision maker: {hint}")
        return tuple(self._preference(("preferences", name), entries.get(name), game) for name in names)

    def _preference(self, place: Place, entry: Any, game: Game | None) -> Preference:
        return read_preference(self.faults, self.formula, place, entry, game)

    def _views(self, game: Game | None) -> tuple[View | None, ...]:
        """How each decision maker sees the game; none if all see it as it is."""
        entries = self.contents.get("views", {})
        names = [one.name for one in self.makers]
        if not isinstance(entries, Mapping):
            self.faults.add(("views",), "views are a table with an entry for each decision maker that errs")
            return ()
        for name in entries:
            if name not in names:
                self.faults.add(("views", name), f"'{name}' is no decision maker: there are {', '.join(names)}")
        if not entries:
            return ()
        return tuple(self._view(("views", name), entries[name], game) if name in entries else None for name in names)

    def _view(self, place: Place, entry: Any, game: Game | None) -> View | None:
        if not isinstance(entry, Mapping):
            self.faults.add(place, "a view is a table with 'unaware', a list of options, or 'preferences'")
            return None
        self.faults.near_misses(place, entry, ("unaware", "preferences", "label", "cites"))
        unaware = 0
        for i, text in enumerate(self.faults.many(place, entry, "unaware")):
            try:
                unaware |= 1 << self.reader.option(str(text))
            except StatementFault as fault:
                self.faults.add((*place, "unaware", i), str(fault))
        preferences = entry.get("preferences", {})
        if not isinstance(preferences, Mapping):
            self.faults.add((*place, "preferences"), "preferences are a table with an entry for each decision maker")
            return None
        found = tuple(
            self._preference((*place, "preferences", one.name), preferences[one.name], game)
            if one.name in preferences
            else None
            for one in self.makers
        )
        return View(preferences=found, unaware=unaware, **self.faults.notes(place, entry))
