"""Files of GMCR+ (``.gmcr``, the JSON that gmcr-py saves), as the contents of a model file.

There preference statements are lists of an option's number and Y or N, all of which hold; a compound is a list of such,
of which one holds. Rankings are by state number, where the user made them by hand.

Source: the save files and their schema in gmcr-py (O. Petersons); Kinsara, Petersons, Hipel and Kilgour (2015).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.errors import GameError

__all__ = ["contents_of", "is_gmcr_plus"]


def is_gmcr_plus(contents: Any) -> bool:
    """Whether the contents of a JSON file are those of a GMCR+ file."""
    return isinstance(contents, Mapping) and "decisionMakers" in contents and "options" in contents


def contents_of(saved: Mapping[str, Any]) -> dict[str, Any]:
    """The same model with the keys of a model file.

    Raises:
        GameError: it is no whole GMCR+ file.
    """
    try:
        return _contents(saved)
    except (KeyError, TypeError, IndexError, AttributeError, ValueError) as error:
        raise GameError(f"is no whole GMCR+ file: {type(error).__name__} {error}") from error


def _contents(saved: Mapping[str, Any]) -> dict[str, Any]:
    makers, options = saved["decisionMakers"], saved["options"]
    owners = {int(option): maker["name"] for maker in makers for option in maker["options"]}
    count = len(options)
    return {
        "source": f"GMCR+ file, version {saved.get('version', 'unknown')}",
        "decision_makers": [maker["name"] for maker in makers],
        "options": [
            {"name": one["name"], "owner": owners[i], "direction": one.get("permittedDirection", "both")} for i, one in enumerate(options)
        ],
        "infeasible": [_pattern(one, count) for one in saved.get("infeasibles", [])],
        "preferences": {maker["name"]: _preference(maker, saved, count) for maker in makers},
        "questions": [
            f"The file says that {maker['name']} takes some states for infeasible; that is not read: write it as a view."
            for maker in makers
            if maker.get("misperceptions")
        ],
    }


def _preference(maker: Mapping[str, Any], saved: Mapping[str, Any], count: int) -> dict[str, Any]:
    by_hand = saved.get("useManualPreferenceRanking") or saved.get("useManualPreferenceVectors")
    ranking = maker.get("preferenceRanking") or maker.get("preferenceVector")
    if by_hand and ranking:
        return {"ranking": ranking}
    return {"statements": [_statement(one, count) for one in maker.get("preferences", [])]}


def _statement(saved: Any, count: int) -> str | list[str]:
    if isinstance(saved, Mapping):
        return [_pattern(one, count) for one in saved["members"]]
    return _pattern(saved, count)


def _pattern(saved: Sequence[Sequence[Any]], count: int) -> str:
    letters = ["-"] * count
    for option, letter in saved:
        letters[int(option)] = str(letter)
    return "".join(letters)
