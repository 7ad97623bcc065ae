"""A chart of tension: bars by day, the level as steps, the changes named.

The chart is a Vega-Lite specification, so that a page can show it too; vl-convert draws it without a network.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from detente.errors import UsageError
from detente.series.tension import Change, Tension

Spec = dict[str, Any]
CONFLICT, COOPERATION, INK = "#b35806", "#2d6a9f", "#333333"  # told apart by the colour-blind too
_WIDTH, _HEIGHT, _BAR, _ROW = 760, 280, 4, 13
_AXIS: Spec = {"format": "%-d %b %Y", "labelOverlap": True, "tickCount": 8}
_X: Spec = {"field": "day", "type": "temporal", "timeUnit": "utcyearmonthdate", "title": None, "axis": _AXIS}


def chart(found: Tension, *, names: tuple[str, str] | None = None) -> Spec:
    """The Vega-Lite specification of a pair's tension; it holds its data.

    Args:
        found: the tension of a pair.
        names: the parties as they are to be called; else their ids.
    """
    first, second = names or found.pair
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {
            "text": f"{first} and {second}",
            "subtitle": "Conflict-cooperation score by day, of all that was reported that day; line: level between changes",
            "anchor": "start",
            "offset": _ROW,
        },
        "width": _WIDTH,
        "height": _HEIGHT,
        "config": {"view": {"stroke": None}, "font": "sans-serif", "axis": {"grid": False}},
        "layer": [_zero(), _bars(found), _steps(found), *(_changes(found) if found.changes else [])],
    }


def svg(spec: Spec) -> str:
    """The chart as SVG.

    Raises:
        UsageError: vl-convert is not installed.
    """
    return str(_converter().vegalite_to_svg(spec))


def png(spec: Spec, *, scale: float = 2.0) -> bytes:
    """The chart as PNG, ``scale`` pixels for a unit.

    Raises:
        UsageError: vl-convert is not installed.
    """
    return bytes(_converter().vegalite_to_png(spec, scale=scale))


def _converter() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise UsageError("plots need vl-convert: pip install 'detente[plots]'") from error
    return vl_convert


def _zero() -> Spec:
    return {"data": {"values": [{"score": 0}]}, "mark": {"type": "rule", "color": "#999999"}, "encoding": {"y": _y()}}


def _y() -> Spec:
    return {"field": "score", "type": "quantitative", "title": "conflict  ←  score  →  cooperation", "scale": {"nice": True}}


def _bars(found: Tension) -> Spec:
    values = [{"day": day.day, "score": day.score, "events": len(day.events)} for day in found.days]
    sign = {"condition": {"test": "datum.score < 0", "value": CONFLICT}, "value": COOPERATION}
    tip = [{"field": name} for name in ("day", "score", "events")]
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "width": _bar_width(found)},
        "encoding": {"x": _X, "y": _y(), "color": sign, "tooltip": tip},
    }


def _bar_width(found: Tension) -> float:
    """Units for a bar: thin where there are many days."""
    return max(1.0, min(14.0, _WIDTH / (_BAR / 2 * max(_extent(found), 1))))


def _extent(found: Tension) -> int:
    """Days from the first to the last."""
    days = [date.fromisoformat(day.day) for day in found.days]
    return (days[-1] - days[0]).days + 1 if days else 0


def _steps(found: Tension) -> Spec:
    values = [{"day": day.day, "score": day.level} for day in found.days]
    values += [{"day": _next(day.day), "score": day.level} for day in found.days[-1:]]  # so that the last day has a line
    mark = {"type": "line", "interpolate": "step-after", "color": INK, "strokeWidth": 2}
    return {"data": {"values": values}, "mark": mark, "encoding": {"x": _X, "y": _y()}}


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _changes(found: Tension) -> list[Spec]:
    """A dashed line for each change, and its label above the plot, in two rows by turns so that neighbours fit."""
    data = {"values": [{"day": change.day} for change in found.changes]}
    rule = {"type": "rule", "color": INK, "strokeDash": [3, 3]}
    labels = [_label(found, number, change) for number, change in enumerate(found.changes)]
    return [{"data": data, "mark": rule, "encoding": {"x": _X}}, *labels]


def _label(found: Tension, number: int, change: Change) -> Spec:
    late = _share(found, change.day) > 0.7  # near the right edge the label stands to the left of its line
    words = f"{change.direction}: {change.before:.1f} to {change.after:.1f}".replace("-", "−")
    mark = {
        "type": "text", "align": "right" if late else "left", "dx": -3 if late else 3, "color": INK, "fontSize": 10,
        "baseline": "bottom",
    }  # fmt: skip
    values = [{"day": change.day, "label": f"{change.day} {words}"}]
    encoding = {"x": _X, "y": {"value": -3 - _ROW * (number % 2)}, "text": {"field": "label"}}
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _share(found: Tension, day: str) -> float:
    """Where in the series a day lies, 0 to 1."""
    since = (date.fromisoformat(day) - date.fromisoformat(found.days[0].day)).days
    return since / max(_extent(found), 1)
