"""Reading a model file: TOML or JSON to a game."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from detente.conflict.build import build
from detente.conflict.game import Game
from detente.conflict.gmcr_plus import contents_of, is_gmcr_plus
from detente.conflict.lines import lines_of
from detente.errors import GameError

__all__ = ["parse_game", "read_game"]


def read_game(path: Path) -> Game:
    """The game in a file, TOML or JSON by its name (``.json``), else by its first character.

    Raises:
        GameError: the file holds no sound model; all faults are in it, each with its line.
        OSError: it can't be opened.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GameError("is not UTF-8 text: save it as UTF-8", where=str(path)) from None
    form = "json" if path.suffix == ".json" or text.lstrip().startswith("{") else "toml"
    try:
        return parse_game(text, form=form)
    except GameError as error:
        raise error.located(str(path)) from None


def parse_game(text: str, *, form: str = "toml") -> Game:
    """The game that a text describes; ``form`` is ``toml`` or ``json``, the latter also as GMCR+ saves it.

    Raises:
        GameError: the text holds no sound model; all faults are in it, each with its line.
    """
    contents = _contents(text, form)
    if form == "json" and is_gmcr_plus(contents):
        return build(contents_of(contents))
    return build(contents, lines_of(text, form))


def _contents(text: str, form: str) -> Any:
    try:
        return json.loads(text) if form == "json" else tomllib.loads(text)
    except json.JSONDecodeError as error:
        raise GameError(f"line {error.lineno}, column {error.colno}: is no JSON: {error.msg}") from None
    except tomllib.TOMLDecodeError as error:
        raise GameError(f"is no TOML: {error}") from None
    except RecursionError:
        raise GameError("is nested too deeply to be a model") from None
