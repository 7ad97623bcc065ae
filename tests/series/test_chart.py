"""The chart: a specification with its data, drawn without a network."""

from __future__ import annotations

import json
import struct
import sys
from xml.etree import ElementTree as ET

import pytest

from detente.series import Tension, tension
from detente.series.chart import chart, png, svg

from .sample import dyad_event


@pytest.fixture
def found() -> Tension:
    """Forty days with one change."""
    days = [f"2031-0{1 + n // 28}-{1 + n % 28:02}" for n in range(40)]
    events = [dyad_event(day, 3.0 if n < 20 else -7.0 - n % 2) for n, day in enumerate(days)]
    return tension(("RUS", "TUR"), events, dict.fromkeys(days, 2))


def test_the_specification_holds_every_day_and_change(found: Tension) -> None:
    """Bars for days, a step to the day after the last, a rule and a label for the change."""
    layers = chart(found)["layer"]
    kinds = [layer["mark"]["type"] for layer in layers]
    assert kinds == ["rule", "bar", "line", "rule", "text"]
    assert len(layers[1]["data"]["values"]) == 40
    assert layers[2]["data"]["values"][-1]["day"] == "2031-02-13"
    assert layers[4]["data"]["values"] == [{"day": "2031-01-21", "label": "2031-01-21 worse: 1.5 to −3.8"}]


def test_the_specification_is_plain_json(found: Tension) -> None:
    """A page can carry it."""
    assert json.loads(json.dumps(chart(found))) == chart(found)


def test_a_late_change_is_labelled_to_the_left() -> None:
    """So that its words stay in the picture; neighbours stand in two rows."""
    days = [f"2031-01-{1 + n:02}" for n in range(30)]
    scores = [3.0] * 20 + [-7.0] * 5 + [8.0] * 5
    events = [dyad_event(day, score + n % 2) for n, (day, score) in enumerate(zip(days, scores, strict=True))]
    labels = chart(tension(("RUS", "TUR"), events, dict.fromkeys(days, 1)))["layer"][4:]
    assert [(label["mark"]["align"], label["encoding"]["y"]["value"]) for label in labels] == [("left", -3), ("right", -16)]


def test_svg_is_drawn_the_same_each_time(found: Tension) -> None:
    """Well-formed, with the names of the parties; no script, nothing loaded."""
    drawn = svg(chart(found, names=("Russia", "Türkiye")))
    words = " ".join(ET.fromstring(drawn).itertext())  # noqa: S314
    assert "Russia and Türkiye" in words
    assert "<script" not in drawn
    assert drawn == svg(chart(found, names=("Russia", "Türkiye")))


def test_png_is_a_picture_of_the_asked_scale(found: Tension) -> None:
    """Twice as wide at twice the scale."""
    once, twice = png(chart(found), scale=1), png(chart(found), scale=2)
    assert once[:8] == b"\x89PNG\r\n\x1a\n"
    widths = [struct.unpack(">I", picture[16:20])[0] for picture in (once, twice)]
    assert widths[0] > 700
    assert abs(widths[1] - 2 * widths[0]) <= 2


def test_an_empty_series_is_drawn_too() -> None:
    """Axes and a title."""
    assert "RUS and TUR" in svg(chart(tension(("RUS", "TUR"), [], {})))


def test_without_vl_convert_the_extra_is_named(found: Tension, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(ValueError, match=r"pip install 'detente\[plots\]'"):
        svg(chart(found))
