"""On which line of a model file an entry stands, and the comments beside it; the text is known to be sound."""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator

from detente.conflict.faults import Place

__all__ = ["Lines", "lines_of"]

_TOKEN = re.compile(
    r'''
      (?P<long> """(?:[^\\]|\\.)*?"""+ | \'\'\'.*?\'\'\'+ )   # strings over several lines
    | (?P<text> "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | (?P<comment> \#[^\n]* )
    | (?P<sign> [][{},=:.] )
    | (?P<bare> [^][{},=:.\s"'\#]+ )
    ''',
    re.VERBOSE | re.DOTALL,
)


class Lines:
    """Lines from 1 by place, and the comments of a TOML file by line."""

    def __init__(self, found: dict[Place, int], comments: dict[int, str], alone: set[int]) -> None:
        """``alone``: the lines on which nothing but a comment stands."""
        self.found, self._comments, self._alone = found, comments, alone

    def line(self, place: Place) -> int | None:
        """The line of an entry; for one that is not there, that of what holds it."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.found:
                return self.found[place[:length]]
        return self.found.get(()) if place else None

    def comments(self, place: Place) -> tuple[str, ...]:
        """The comments on the lines right above an entry, and those on its line and the lines of its keys."""
        inner = [line for key, line in self.found.items() if key[: len(place)] == place and len(key) <= len(place) + 1]
        if not inner or place not in self.found:
            return ()
        above = self.found[place]
        while above - 1 in self._alone:
            above -= 1
        lines = dict.fromkeys((*range(above, self.found[place]), *sorted(inner)))
        return tuple(self._comments[line] for line in lines if line in self._comments)

    def all_comments(self) -> tuple[str, ...]:
        """All comments, in the order of the file."""
        return tuple(self._comments.values())


def lines_of(text: str, form: str) -> Lines:
    """The lines of a sound TOML or JSON text."""
    scan = _Scan(text)
    if form == "json":
        scan.value(())
        return Lines(scan.found, {}, set())
    scan.tables()
    taken = {line for _, line in scan.tokens}
    return Lines(scan.found, scan.comments, set(scan.comments) - taken)


class _Scan:
    """Walks the tokens once and notes the line at which each entry begins."""

    def __init__(self, text: str) -> None:
        ends = [match.start() for match in re.finditer("\n", text)]
        self.tokens: list[tuple[str, int]] = []
        self.comments: dict[int, str] = {}
        for match in _TOKEN.finditer(text):
            line = bisect_right(ends, match.start()) + 1
            if match.lastgroup == "comment":
                self.comments[line] = match.group()[1:].strip()
            else:
                self.tokens.append((match.group(), line))
        self.place = 0
        self.found: dict[Place, int] = {}
        self.counts: dict[Place, int] = {}

    @property
    def here(self) -> str:
        """The token to come; empty at the end."""
        return self.tokens[self.place][0] if self.place < len(self.tokens) else ""

    @property
    def line(self) -> int:
        """The line of the token to come."""
        return self.tokens[min(self.place, len(self.tokens) - 1)][1] if self.tokens else 1

    def skip(self, *signs: str) -> bool:
        """Step over the token to come if it is one of these."""
        if self.here in signs:
            self.place += 1
            return True
        return False

    def note(self, place: Place) -> None:
        """The entry at this place begins here."""
        self.found.setdefault(place, self.line)

    def value(self, place: Place) -> None:
        """Walk one value."""
        self.note(place)
        if self.skip("["):
            for i in self._until("]"):
                self.value((*place, i))
        elif self.skip("{"):
            for _ in self._until("}"):
                self.entry(place)
        else:
            self.place += 1
            while self.here in {".", ":"}:  # 1.5, 12:30
                self.place += 2

    def _until(self, end: str) -> Iterator[int]:
        i = 0
        while self.here and not self.skip(end):
            if self.skip(","):
                continue
            yield i
            i += 1

    def entry(self, place: Place) -> None:
        """Walk one key and its value."""
        start = self.place
        path = self._path(place)
        after, self.place = self.place, start
        self.note(path)
        self.place = after
        self.skip("=", ":")
        self.value(path)

    def _path(self, place: Place) -> Place:
        """The place that a key, dotted or not, stands for."""
        path = (*place, _plain(self.here))
        self.place += 1
        while self.skip("."):
            path = (*path, _plain(self.here))
            self.place += 1
        return path

    def tables(self) -> None:
        """Walk a TOML document."""
        table: Place = ()
        while self.here:
            if self.here == "[":
                table = self._header()
            else:
                self.entry(table)

    def _header(self) -> Place:
        line = self.line
        self.skip("[")
        many = self.skip("[")
        path: Place = ()
        keys = self._path(())
        for i, key in enumerate(keys, start=1):
            path = (*path, key)
            if path in self.counts and not (many and i == len(keys)):
                path = (*path, self.counts[path])
        while self.skip("]"):
            pass
        if many:
            self.counts[path] = self.counts.get(path, -1) + 1
            path = (*path, self.counts[path])
        for length in range(1, len(path) + 1):
            self.found.setdefault(path[:length], line)
        return path


def _plain(token: str) -> str:
    """A key without its quotation marks."""
    try:
        if token.startswith('"'):
            return str(json.loads(token))
        return str(tomllib.loads(f"key = {token}")["key"]) if token.startswith("'") else token
    except ValueError:
        return token.strip("\"'")
