"""Gathering the faults of a model file, so that all are told at once, each with its line; and its comments."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from detente.errors import GameError

if TYPE_CHECKING:
    from detente.conflict.lines import Lines

__all__ = ["Faults", "Notes", "Place"]

Place = tuple[str | int, ...]


class Notes(TypedDict):
    """What any entry may carry."""

    label: str
    cites: tuple[str, ...]
    comments: tuple[str, ...]


class Faults:
    """The faults found so far; ``lines`` knows where entries stand, if they come from a file."""

    def __init__(self, lines: Lines | None) -> None:
        self.lines = lines
        self.found: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self.found)

    def add(self, place: Place, message: str) -> None:
        """Note a fault at a place."""
        line = self.lines.line(place) if self.lines else None
        self.found.append((line or 0, f"line {line}: {message}" if line else message))

    def error(self) -> GameError:
        """All faults as one error, in the order of their lines."""
        faults = tuple(message for _, message in sorted(self.found, key=lambda fault: fault[0]))
        return GameError("; ".join(faults), faults=faults)

    def check(self) -> None:
        """Go on if nothing is wrong.

        Raises:
            GameError: something is.
        """
        if self.found:
            raise self.error()

    def near_misses(self, place: Place, table: Mapping[str, Any], known: Iterable[str]) -> None:
        """Note keys that look like known ones misspelt; other keys are left to whoever put them there."""
        names = list(known)
        for key in table:
            near = difflib.get_close_matches(str(key), names, n=1, cutoff=0.75)
            if key not in names and near:
                self.add((*place, key), f"there is no key '{key}': did you mean '{near[0]}'?")

    def many(self, place: Place, table: Mapping[str, Any], key: str, *, needed: bool = False) -> list[Any]:
        """The list under a key; an empty one, and a fault, if it is none or is needed and not there."""
        value = table.get(key, [])
        if not isinstance(value, list):
            self.add((*place, key), f"'{key}' must be a list")
            return []
        if needed and not value:
            self.add((*place, key) if key in table else place, f"'{key}' is missing: a model needs at least one")
        return value

    def text(self, place: Place, table: Mapping[str, Any], key: str) -> str:
        """The text under a key; an empty one, and a fault, if there is none."""
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            return value
        self.add((*place, key) if key in table else place, f"'{key}' must be a text that is not empty")
        return ""

    def notes(self, place: Place, table: Mapping[str, Any]) -> Notes:
        """The label and the citations of an entry."""
        cites = table.get("cites", [])
        if not isinstance(cites, list) or not all(isinstance(cite, str) for cite in cites):
            self.add((*place, "cites"), "'cites' must be a list of ledger rows, as ['c1', 'e4']")
            cites = []
        comments = self.lines.comments(place) if self.lines else ()
        return Notes(label=str(table.get("label", "")), cites=tuple(cites), comments=comments)
