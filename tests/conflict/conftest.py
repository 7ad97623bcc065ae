"""What the tests of conflict models share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.conflict import Game
from detente.conflict.build import build

Make = Callable[..., Game]


@pytest.fixture
def make() -> Make:
    """A game from option owners and statements: ``make("AAB", A=["YN-"], B=["1 IF 3"])``."""

    def made(owners: str, **more: Any) -> Game:
        makers = sorted(set(owners) | {key for key in more if len(key) == 1})
        ways = more.pop("ways", ["both"] * len(owners))
        rules = {key: more.pop(key) for key in ("infeasible", "implications", "status_quo") if key in more}
        options = [{"name": f"o{i}", "owner": o, "direction": ways[i - 1]} for i, o in enumerate(owners, start=1)]
        preferences = {one: {"statements": more.get(one, [])} for one in makers}
        return build({"decision_makers": makers, "options": options, "preferences": preferences, **rules})

    return made


@pytest.fixture(params=["chicken", "prisoners", "stag_hunt", "three_dm_twice_mover", "usa_dprk_base"])
def known(request: pytest.FixtureRequest, shared: Path) -> tuple[Path, dict[str, Any]]:
    """A model of the development data with its expected stability."""
    path = shared / "data" / "conflicts" / f"{request.param}.json"
    return path, json.loads(path.read_text(encoding="utf-8"))
