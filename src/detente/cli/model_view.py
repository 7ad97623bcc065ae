"""A solution as words, as one JSON object, or as rows; in pieces, since a large game has millions of states."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.conflict import Solution
    from detente.conflict.arrays import Codes, Flags

HARMLESS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd")  # characters that would command a terminal
_MOST_SHOWN = 200  # equilibria that the page for a person lists
_PIECE = 1 << 16  # states written together


def as_json(solution: Solution) -> Iterator[str]:
    """One object: ``states``, ``stability`` (concept, decision maker, codes), ``equilibria`` (concept, codes)."""
    names = [_quoted(one.name) for one in solution.game.decision_makers]
    yield f'{{"name": {_quoted(solution.game.name)},\n"states": [\n'
    for start, codes, letters in _states(solution):
        rows = (f'{{"number": {n}, "code": {c}, "options": "{o}"}}' for n, c, o in zip(range(start + 1, start + 1 + len(codes)), codes, letters, strict=True))
        yield (",\n" if start else "") + ",\n".join(rows)
    yield '\n],\n"stability": {'
    for i, (concept, flags) in enumerate(solution.stable.items()):
        yield f"{',' if i else ''}\n {_quoted(concept)}: {{"
        for j, (name, own) in enumerate(zip(names, flags, strict=True)):
            yield f"{',' if j else ''}\n  {name}: "
            yield from _codes(solution.states.codes, own)
        yield "}"
    yield '},\n"equilibria": {'
    for i, (concept, flags) in enumerate(solution.stable.items()):
        yield f"{',' if i else ''}\n {_quoted(concept)}: "
        yield from _codes(solution.states.codes, np.asarray(flags.all(axis=0)))
    yield "}}\n"


def as_csv(solution: Solution) -> Iterator[str]:
    """A row a state: number, code, options; then of each concept whether it is an equilibrium, and stable for whom."""
    names = [one.name for one in solution.game.decision_makers]
    marks = [f"{concept}:{name}" for concept in solution.stable for name in ("equilibrium", *names)]
    yield _rows([["number", "code", "options", *marks]])
    for start, codes, letters in _states(solution):
        part = slice(start, start + len(codes))
        columns = [one for flags in solution.stable.values() for one in (flags[:, part].all(axis=0), *flags[:, part])]
        verdicts = np.stack(columns, axis=1).astype(np.uint8).tolist()
        yield _rows([start + n, c, o, *v] for n, (c, o, v) in enumerate(zip(codes, letters, verdicts, strict=True), 1))


def as_text(solution: Solution) -> Iterator[str]:
    """A page for a person: the options, then each equilibrium with the concepts under which it is one."""
    game = solution.game
    lines = [game.title or game.name or "Conflict model", ""]
    for i, option in enumerate(game.options, start=1):
        way = {"both": "", "fwd": "  (never taken back)", "back": "  (never taken up again)"}[option.direction]
        lines.append(f"{i:>3}  {game.decision_makers[option.owner].name}: {option.name}{way}")
    equilibria = np.stack([flags.all(axis=0) for flags in solution.stable.values()])
    counts = equilibria.sum(axis=0)
    places = np.flatnonzero(counts)
    shown = places[np.argsort(-counts[places], kind="stable")][:_MOST_SHOWN]
    lines += ["", f"{len(solution.states)} states, {places.size} of them an equilibrium under some concept", ""]
    lines.append(f"{'state':>7}  {'options':<{max(7, len(game.options))}}  " + "  ".join(f"{c:<4}" for c in solution.stable).rstrip())
    for place in shown.tolist():
        marks = "  ".join(f"{'yes' if found else '-':<{max(4, len(c))}}" for c, found in zip(solution.stable, equilibria[:, place], strict=True))
        letters = game.letters(int(solution.states.codes[place]))
        lines.append(f"{place + 1:>7}  {letters:<7}  {marks}".rstrip())
    if places.size > _MOST_SHOWN:
        lines.append(f"… and {places.size - _MOST_SHOWN} more: --format json lists them all")
    yield from (line.translate(HARMLESS) + "\n" for line in lines)


def _states(solution: Solution) -> Iterator[tuple[int, list[int], list[str]]]:
    """Pieces of the states: the place of the first, codes, letters."""
    bits = np.arange(len(solution.game.options), dtype=solution.states.codes.dtype)
    for start in range(0, len(solution.states), _PIECE):
        codes = solution.states.codes[start : start + _PIECE]
        taken = (codes[:, None] >> bits & bits.dtype.type(1)).astype(np.bool_)
        letters = np.where(taken, np.uint8(ord("Y")), np.uint8(ord("N"))).tobytes().decode("ascii")
        width = bits.size
        yield start, codes.tolist(), [letters[i : i + width] for i in range(0, len(letters), width)]


def _codes(codes: Codes, flags: Flags) -> Iterator[str]:
    """The codes that are flagged, as a list."""
    found = codes[flags]
    yield "["
    for start in range(0, found.size, _PIECE):
        yield (", " if start else "") + ", ".join(map(str, found[start : start + _PIECE].tolist()))
    yield "]"


def _rows(rows: Iterable[list[object]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
