"""A solution as words, as one JSON object, or as rows."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.conflict import Solution

HARMLESS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd")  # characters that would command a terminal
_MOST_SHOWN = 200  # equilibria that the page for a person lists


def as_json(solution: Solution) -> str:
    """One object: ``states``, ``stability`` (concept, decision maker, codes), ``equilibria`` (concept, codes)."""
    game = solution.game
    names = [one.name for one in game.decision_makers]
    found: dict[str, Any] = {
        "name": game.name,
        "states": [
            {"number": number, "code": int(code), "options": game.letters(int(code))}
            for number, code in enumerate(solution.states.codes, start=1)
        ],
        "stability": {
            concept: {name: solution.stable_for(concept, i) for i, name in enumerate(names)}
            for concept in solution.stable
        },
        "equilibria": {concept: solution.equilibria(concept) for concept in solution.stable},
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def as_csv(solution: Solution) -> str:
    """A row a state: number, code, options; then of each concept whether it is an equilibrium, and stable for whom."""
    names = [one.name for one in solution.game.decision_makers]
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    marks = [f"{concept}:{name}" for concept in solution.stable for name in ("equilibrium", *names)]
    rows.writerow(["number", "code", "options", *marks])
    for place, code in enumerate(solution.states.codes):
        row: list[object] = [place + 1, int(code), solution.game.letters(int(code))]
        for flags in solution.stable.values():
            column = flags[:, place]
            row += [int(column.all()), *map(int, column)]
        rows.writerow(row)
    return stream.getvalue()


def as_text(solution: Solution) -> str:
    """A page for a person: the options, then each equilibrium with the concepts under which it is one."""
    game = solution.game
    lines = [game.title or game.name or "Conflict model", ""]
    for i, option in enumerate(game.options, start=1):
        way = {"both": "", "fwd": "  (never taken back)", "back": "  (never taken up again)"}[option.direction]
        lines.append(f"{i:>3}  {game.decision_makers[option.owner].name}: {option.name}{way}")
    equilibria = {concept: set(solution.equilibria(concept)) for concept in solution.stable}
    codes = sorted(set().union(*equilibria.values()), key=lambda code: (-sum(code in e for e in equilibria.values()), code))
    lines += ["", f"{len(solution.states)} states, {len(codes)} of them an equilibrium under some concept", ""]
    lines.append(f"{'state':>7}  {'options':<{max(7, len(game.options))}}  " + "  ".join(f"{c:<4}" for c in equilibria))
    for code in codes[:_MOST_SHOWN]:
        marks = "  ".join(f"{'yes' if code in found else '-':<4}" for found in equilibria.values())
        lines.append(f"{solution.states.number(code):>7}  {game.letters(code):<7}  {marks}".rstrip())
    if len(codes) > _MOST_SHOWN:
        lines.append(f"… and {len(codes) - _MOST_SHOWN} more: --format json lists them all")
    return "".join(line.translate(HARMLESS) + "\n" for line in lines)
