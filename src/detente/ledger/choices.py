"""Words that a question may ask for: kinds, states, PLOVER types. A misspelt one is an error, not an empty page."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args

from detente.errors import UsageError
from detente.ledger.adding.results import State
from detente.records import Factuality, Kind
from detente.records.facts import ActorKind

__all__ = ["ACTORS", "COMMITMENTS", "EVENTS", "checked"]

_EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
COMMITMENTS: dict[str, Sequence[str]] = {"kind": get_args(Kind), "state": get_args(State)}
EVENTS: dict[str, Sequence[str]] = {"kind": _EVENTS, "factuality": get_args(Factuality)}
ACTORS: dict[str, Sequence[str]] = {"kind": get_args(ActorKind)}


def checked(filters: dict[str, Any], known: dict[str, Sequence[str]]) -> dict[str, Any]:
    """The filters as given, a word that is written in other letters or with a blank as the ledger writes it.

    Args:
        filters: values by name; None asks for nothing.
        known: for some names, all the words that there are.

    Raises:
        UsageError: a word that is none of them; it says which is near.

    >>> checked({"kind": "Red line", "actor": "RUS"}, COMMITMENTS)
    {'kind': 'red_line', 'actor': 'RUS'}
    """
    made = dict(filters)
    for name, words in known.items():
        if made.get(name) is not None:
            made[name] = _word(name, str(made[name]), words)
    return made


def _word(name: str, value: str, words: Sequence[str]) -> str:
    plain = {_plain(word): word for word in words}
    if found := plain.get(_plain(value)):
        return found
    near = get_close_matches(_plain(value), plain, n=1, cutoff=0.7)
    hint = f"did you mean {plain[near[0]]!r}?" if near else f"there are {', '.join(words)}"
    raise UsageError(f"--{name}: no {name} {value!r}; {hint}")


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("_", " ").replace("-", " ").split())
