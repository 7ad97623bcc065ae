"""Answers to questions about a model, as words and as rows."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from detente.cli.model_view import HARMLESS
from detente.conflict import CONCEPTS, ByStatements, Direction, Game, Solution, Statement, States
from detente.conflict.explain import Verdict, named, sentence, verdict_rows
from detente.conflict.language import Reader, StatementFault
from detente.conflict.sensitivity import Firmness, swap_in_words
from detente.conflict.whatif import (
    Change,
    difference,
    forbid,
    permit,
    set_direction,
    state_preference,
    swap_preference,
    withdraw_statement,
)
from detente.errors import UsageError

Answer = tuple[str, list[dict[str, Any]]]
Naming = Callable[[Game, str], int]
_OFTEN = 0.1  # share of variants from which on a state that is no equilibrium today is told of
_MOST = 12  # equilibria explained without being asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The changes that a user asks about, as written."""

    swap: Sequence[str]
    prefer: Sequence[str]
    drop: Sequence[str]
    forbid: Sequence[str]
    permit: Sequence[int]
    direction: Sequence[str]


def state_of(game: Game, states: States, text: str) -> int:
    """The code of a state given by its letters or its number.

    Raises:
        UsageError: it is neither, or not feasible.
    """
    if text.isdigit() and 1 <= int(text) <= len(states):
        return int(states.codes[int(text) - 1])
    if len(text) == len(game.options) and not set(text.upper()) - set("YN"):
        return sum(1 << i for i, letter in enumerate(text.upper()) if letter == "Y")
    raise UsageError(f"{text!r} is no state: write {len(game.options)} letters Y or N, or a number from 1 to {len(states)}")


def worth_explaining(solution: Solution, concept: str) -> list[int]:
    """The equilibria and the status quo, at most a page of them."""
    codes = solution.equilibria(concept)[:_MOST]
    quo = solution.game.status_quo
    return codes if quo is None or quo in codes else [quo, *codes]


def explained(game: Game, states: States, concept: str, verdicts: Sequence[tuple[int, Verdict]]) -> Answer:
    """Each state with its verdicts, in sentences; and a row an improvement."""
    lines = [f"{game.title or game.name or 'Conflict model'}: {title_of(concept)}"]
    last = None
    for code, verdict in verdicts:
        if code != last:
            last = code
            lines += ["", _headed(game, states, code, [v for c, v in verdicts if c == code])]
        said = "stable" if verdict.stable else "not stable"
        lines.append(_wrapped(f"{named(game, *verdict.members)}: {said}. {sentence(game, verdict)}"))
    if not verdicts:
        lines += ["", "No state is an equilibrium; ask for one with --state."]
    return _page(lines), [row for _, verdict in verdicts for row in verdict_rows(game, verdict)]


def title_of(concept: str) -> str:
    """A concept in words: 'seq-b' is sequential stability, way b."""
    name, _, more = concept.partition("-")
    if name in CONCEPTS:
        return CONCEPTS[name].title + (f", way {more}" if more else "")
    named_ones = {"limited": f"limited-move stability, horizon {more}", "stackelberg": f"Stackelberg stability, {more} leading"}
    return named_ones.get(name, f"{concept} stability")


def _headed(game: Game, states: States, code: int, verdicts: Sequence[Verdict]) -> str:
    names = [option.label or option.name for option in game.options]
    taken = [_owned(game, i) if names.count(name) > 1 else name for i, name in enumerate(names) if code >> i & 1]
    whole = {v.members for v in verdicts} == {(i,) for i in range(len(game.decision_makers))}
    mark = " — an equilibrium" if whole and all(v.stable for v in verdicts) else " — no equilibrium" if whole else ""
    quo = ", the status quo" if code == game.status_quo else ""
    return f"State {states.number(code)} {game.letters(code)}{quo} ({'; '.join(taken) or 'nothing is done'}){mark}"


def _owned(game: Game, i: int) -> str:
    """An option with its owner, where two are called the same."""
    option = game.options[i]
    return f"{named(game, option.owner)}: {option.label or option.name}"


def change_of(game: Game, asked: Asked, maker: Naming) -> Change:
    """All the changes asked for as one, applied in the order of the command's help.

    Raises:
        UsageError: a change can't be read, or none is asked for.
    """
    reader = Reader([(game.decision_makers[o.owner].name, o.name, o.key) for o in game.options])
    try:
        changes = [
            *(_swapping(game, maker, text) for text in asked.swap),
            *(_preferring(game, reader, maker, text) for text in asked.prefer),
            *(withdraw_statement(maker(game, name), n - 1) for name, n in map(_numbered, asked.drop)),
            *(permit(n - 1) for n in asked.permit),
            *(forbid(reader.read(text), text) for text in asked.forbid),
            *(_turned(reader, text) for text in asked.direction),
        ]
    except StatementFault as fault:
        raise UsageError(str(fault)) from fault
    if not changes:
        raise UsageError("nothing to change: give --swap, --prefer, --drop, --forbid, --permit or --direction")
    return Change(says=" and ".join(change.says for change in changes), apply=lambda before: _all(changes, before))


def _all(changes: Sequence[Change], game: Game) -> Game:
    for change in changes:
        game = change.apply(game)
    return game


def _swapping(game: Game, maker: Naming, text: str) -> Change:
    name, number = _numbered(text)
    change, i = swap_preference(maker(game, name), number - 1), maker(game, name)
    preference = game.preferences[i]
    size = len(preference.statements if isinstance(preference, ByStatements) else preference.groups)
    return replace(change, says=swap_in_words(game, i, number - 1)) if 0 < number < size else change


def _preferring(game: Game, reader: Reader, maker: Naming, text: str) -> Change:
    name, _, said = text.partition(":")
    if not said.strip():
        raise UsageError(f"{text!r}: write NAME:STATEMENT, as in 'Russia: NOT strike'")
    return state_preference(maker(game, name.strip()), Statement(formula=reader.read(said), text=said.strip()))


def _numbered(text: str) -> tuple[str, int]:
    name, _, number = text.rpartition(":")
    if not name or not number.strip().isdigit():
        raise UsageError(f"{text!r}: write NAME:NUMBER, as in 'Russia:2'")
    return name.strip(), int(number)


def _turned(reader: Reader, text: str) -> Change:
    option, _, way = text.rpartition("=")
    if way not in set(Direction):
        raise UsageError(f"{text!r}: write OPTION=both, OPTION=fwd or OPTION=back")
    return set_direction(reader.option(option.strip()), Direction(way))


def changed(today: Solution, change: Change) -> Answer:
    """What the change does to the equilibria, concept by concept."""
    found = difference(today, change, tuple(today.stable))
    letters = today.game.letters
    lines = [_wrapped(f"{found.says[0].upper()}{found.says[1:]}:", indent=""), ""]
    for name, shift in found.shifts.items():
        if not shift.moved:
            lines.append(f"  {name:<5} nothing moves")
            continue
        parts = [f"{word} {', '.join(map(letters, codes))}" for word, codes in (("gained", shift.gained), ("lost", shift.lost)) if codes]
        lines.append(f"  {name:<5} {'; '.join(parts)}")
    rows = [
        {"concept": name, "kept": [*map(letters, s.kept)], "gained": [*map(letters, s.gained)], "lost": [*map(letters, s.lost)]}
        for name, s in found.shifts.items()
    ]
    return _page(lines), rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What was tried to see how firm a model is: swaps of neighbours, statements left out, draws, and how these were made."""

    swaps: Firmness
    drops: Firmness
    drawn: Firmness
    how: str


def firmness(today: Solution, tried: Tried) -> Answer:
    """A row a concept and state that is an equilibrium today or in some variant."""
    letters, drops = today.game.letters, tried.drops
    rows: list[dict[str, Any]] = []
    lines = [f"{tried.swaps.variants} swaps of neighbouring preferences; {tried.drawn.variants} games {tried.how}."]
    if drops.variants:
        many = "statement that is" if drops.variants == 1 else "statements that are"
        lines.append(f"{drops.variants} {many} not quite certain, left out one by one.")
    width = max(7, len(today.game.options) + 2)
    lines += ["", f"  {'concept':<9}{'state':<{width}}{'today':<7}{'swaps':>7}{'left out' if drops.variants else '':>9}{'drawn':>7}".rstrip()]
    for name in today.stable:
        now = set(today.equilibria(name))
        for code in sorted(now | tried.swaps.share[name].keys() | drops.share[name].keys() | tried.drawn.share[name].keys()):
            row: dict[str, Any] = {
                "concept": name, "state": letters(code), "today": code in now,
                "swaps": round(tried.swaps.share[name].get(code, 0.0), 4),
                "left_out": round(drops.share[name].get(code, 0.0), 4) if drops.variants else None,
                "drawn": round(tried.drawn.share[name].get(code, 0.0), 4),
                "broken_by": [*tried.swaps.breaking[name].get(code, ()), *drops.breaking[name].get(code, ())],
            }  # fmt: skip
            rows.append(row)
    shown = [row for row in rows if row["today"] or max(row["swaps"], row["left_out"] or 0, row["drawn"]) >= _OFTEN]
    lines += [line for row in shown for line in _firm(row, width)]
    if len(shown) < len(rows):
        lines.append(f"… and {len(rows) - len(shown)} more, each in less than {_OFTEN:.0%} of the variants: --format json lists them all")
    return _page(lines), rows


def _firm(row: dict[str, Any], width: int) -> Iterator[str]:
    mark, left = "yes" if row["today"] else "-", "" if row["left_out"] is None else f"{row['left_out']:.0%}"
    yield f"  {row['concept']:<9}{row['state']:<{width}}{mark:<7}{row['swaps']:>7.0%}{left:>9}{row['drawn']:>7.0%}"
    yield from (_wrapped(f"ends {says}", indent="      ") for says in row["broken_by"])


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows as CSV; lists and tables within a cell as JSON."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows[0].keys() if rows else [])
    for row in rows:
        writer.writerow([v if isinstance(v, (str, int, float)) else json.dumps(v, ensure_ascii=False) for v in row.values()])
    return stream.getvalue()


def _wrapped(text: str, indent: str = "  ") -> str:
    return textwrap.fill(text, 100, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)


def _page(lines: Sequence[str]) -> str:
    return "".join("\n".join(part.translate(HARMLESS) for part in line.split("\n")) + "\n" for line in lines)
