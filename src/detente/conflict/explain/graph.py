"""The graph of a game as SVG: states, moves by decision maker, equilibria marked. Nothing but text is needed.

States of one setting of the first decision maker's options stand in a row, so that its moves run up and
down and the others' moves from side to side.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from detente.conflict.game import Game
from detente.conflict.known_moves import KnownMoves
from detente.conflict.moves import Moves
from detente.errors import UsageError

__all__ = ["Edge", "graph_svg", "moves_of_game"]

MOST = 128  # states: more can't be told apart in a picture
COLOURS = ("#1b6ca8", "#b8442c", "#3d7a37", "#7a4fa3", "#a06a00", "#00757a", "#8a2f5d", "#555555")
_WIDE, _HIGH, _MARGIN, _RADIUS = 150, 110, 70, 24
_MOST_BENT = 120.0  # half of it is the way between two rows, and within the margin

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A move of a decision maker between two states; ``both`` if the way back is drawn with it."""

    mover: int
    start: int
    end: int
    both: bool = False


def moves_of_game(moves: Moves | KnownMoves, *, improvements: bool = True) -> Iterator[Edge]:
    """All moves, or only those by which the mover does better, by mover and state.

    With all moves a pair of states that can be moved between both ways is one edge.
    """
    for mover in range(len(moves.game.decision_makers)):
        for state in moves.states.codes.tolist():
            if improvements:
                yield from (Edge(mover=mover, start=state, end=end) for end in moves.improvements(mover, state))
                continue
            for end in moves.unilateral_moves(mover, state):
                back = moves.game.reaches(mover, end, state)
                if not back or state < end:
                    yield Edge(mover=mover, start=state, end=end, both=back)


def graph_svg(moves: Moves | KnownMoves, equilibria: Iterable[int] = (), *, improvements: bool = True) -> str:
    """The game drawn; equilibria have a double ring, the status quo a dashed one.

    Raises:
        UsageError: there are more than 128 states.
    """
    game, codes = moves.game, moves.states.codes.tolist()
    if len(codes) > MOST:
        raise UsageError(f"{len(codes):,} states are too many to draw (at most {MOST}): solve and explain still work")
    places = _places(game, codes)
    width = max(x for x, _ in places.values()) + _MARGIN
    depth = max(y for _, y in places.values()) + _MARGIN
    edges = list(moves_of_game(moves, improvements=improvements))
    body = [_arrow(places, edge) for edge in edges]
    stable = frozenset(equilibria)
    body += [_node(game, moves, code, places[code], stable) for code in codes]
    body += _legend(game, depth, improvements=improvements)
    height = depth + 24 * (len(game.decision_makers) + len(game.options) + 2)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {max(width, 560):.0f} {height:.0f}" font-family="sans-serif" font-size="12">'
    return "\n".join([head, f"<title>{escape(game.title or game.name or 'Graph model')}</title>", _markers(), *body, "</svg>\n"])


def _places(game: Game, codes: Sequence[int]) -> dict[int, Place]:
    """Rows by the first decision maker's setting, columns by the rest."""
    own = game.owned(0)
    rows = {setting: r for r, setting in enumerate(sorted({code & own for code in codes}))}
    columns = {setting: c for c, setting in enumerate(sorted({code & ~own for code in codes}))}
    return {
        code: (_MARGIN + columns[code & ~own] * _WIDE, _MARGIN + rows[code & own] * _HIGH) for code in codes
    }


def _arrow(places: dict[int, Place], edge: Edge) -> str:
    """A curve from rim to rim, bent to the left of its way so that a move and its reverse stand apart."""
    (x1, y1), (x2, y2) = places[edge.start], places[edge.end]
    length = math.hypot(x2 - x1, y2 - y1)
    near = length <= _WIDE
    bend = 0.0 if edge.both and near else 24.0 if near else min(44 + 0.16 * length, _MOST_BENT)  # clear of the states between
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    mx, my = (x1 + x2) / 2 + uy * bend, (y1 + y2) / 2 - ux * bend
    (ax, ay), (bx, by) = _rim((x1, y1), (mx, my)), _rim((x2, y2), (mx, my))
    colour = COLOURS[edge.mover % len(COLOURS)]
    ends = f'marker-end="url(#m{edge.mover % len(COLOURS)})"'
    if edge.both:
        ends += f' marker-start="url(#m{edge.mover % len(COLOURS)})"'
    path = f"M{ax:.1f},{ay:.1f} Q{mx:.1f},{my:.1f} {bx:.1f},{by:.1f}"
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.4" {ends}/>'


def _rim(centre: Place, towards: Place) -> Place:
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    length = math.hypot(dx, dy) or 1.0
    return centre[0] + dx / length * (_RADIUS + 4), centre[1] + dy / length * (_RADIUS + 4)


def _node(game: Game, moves: Moves | KnownMoves, code: int, place: Place, stable: frozenset[int]) -> str:
    x, y = place
    rings = [f'<circle cx="{x}" cy="{y}" r="{_RADIUS}" fill="#fff" stroke="#333" stroke-width="1.2"/>']
    if code in stable:
        rings.append(f'<circle cx="{x}" cy="{y}" r="{_RADIUS - 4}" fill="#fdf3c7" stroke="#333" stroke-width="1.2"/>')
    if code == game.status_quo:
        rings.append(f'<circle cx="{x}" cy="{y}" r="{_RADIUS + 5}" fill="none" stroke="#333" stroke-dasharray="4 3"/>')
    number = moves.states.number(code)
    words = f'<text x="{x}" y="{y}" text-anchor="middle" font-weight="bold">{number}</text>'
    letters = f'<text x="{x}" y="{y + 13}" text-anchor="middle" font-size="9">{game.letters(code)}</text>'
    taken = ", ".join(option.name for i, option in enumerate(game.options) if code >> i & 1) or "nothing taken"
    return f"<g><title>{escape(taken)}</title>{''.join(rings)}{words}{letters}</g>"


def _markers() -> str:
    arrow = '<marker id="m{}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0,0 L8,4 L0,8 z" fill="{}"/></marker>'
    return "<defs>" + "".join(arrow.format(i, colour) for i, colour in enumerate(COLOURS)) + "</defs>"


def _legend(game: Game, top: float, *, improvements: bool) -> list[str]:
    """Who has which colour, what the letters stand for, what the rings mean."""
    sort = "improvements" if improvements else "moves"
    lines = []
    for i, one in enumerate(game.decision_makers):
        y = top + 24 * i
        colour = COLOURS[i % len(COLOURS)]
        lines.append(f'<line x1="20" y1="{y - 4}" x2="50" y2="{y - 4}" stroke="{colour}" stroke-width="3"/>')
        lines.append(f'<text x="58" y="{y}">{escape(one.label or one.name)}: {sort}</text>')
    for j, option in enumerate(game.options):
        y = top + 24 * (len(game.decision_makers) + j)
        owner = game.decision_makers[option.owner]
        text = f"{j + 1}. {option.label or option.name} ({owner.label or owner.name})"
        lines.append(f'<text x="20" y="{y}">{escape(text)}</text>')
    y = top + 24 * (len(game.decision_makers) + len(game.options))
    lines.append(f'<text x="20" y="{y}">Double ring: equilibrium. Dashed ring: status quo. Letters: the options in order.</text>')
    return lines
