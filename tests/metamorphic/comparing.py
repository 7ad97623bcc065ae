"""Two readings of nearly the same text, as rows that can be compared: no ids, no offsets, no reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from detente.records import Record
from detente.sources import InputOptions, report_from_text
from tests import goldens

DAY = "2021-06-16"


def read(text: str, published: str | None = DAY) -> Record:
    """The record of a text."""
    report = report_from_text(text, InputOptions(published=published, language="en"), key="text")
    return goldens.reader().read(report)


def rows(record: Record, layers: Iterable[str] = ("statements", "events", "commitments")) -> list[str]:
    """What a person cares about, a line a row, in the order of the text."""
    compact = goldens.compact(record)
    return [f"{layer}: {row}" for layer in layers for row in compact[layer]]


def swapped(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The text with the two words of each pair exchanged, wherever they stand as words.

    >>> swapped("Greece warned Turkey.", [("Greece", "Turkey")])
    'Turkey warned Greece.'
    """
    other = {a: b for one, two in pairs for a, b in ((one, two), (two, one))}
    longest = sorted(other, key=len, reverse=True)
    return re.sub(rf"\b({'|'.join(map(re.escape, longest))})\b", lambda found: other[found[0]], text)


def cases(values: Mapping[str, object], not_yet: Mapping[str, str] | None = None) -> list[Any]:
    """Parameters by id; those that are known to fail are expected to, for the reason given.

    Raises:
        KeyError: a reason is given for a case that is not there.
    """
    not_yet = not_yet or {}
    for name in not_yet:
        values[name]
    return [
        pytest.param(
            *(value if isinstance(value, tuple) else (value,)),
            id=name,
            marks=[pytest.mark.xfail(reason=not_yet[name], strict=True)] if name in not_yet else [],
        )
        for name, value in values.items()
    ]
