"""Coding short texts: the parse, who is who, and the events, as plain tuples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.events import Coded, event_rows, events_of
from detente.language import Parser
from detente.records import Event
from detente.resolve.actors import cast_of
from detente.resolve.times import times_of
from detente.resources import Lexicon

PUBLISHED = "2022-01-14"


@pytest.fixture(scope="session")
def coded(parser: Parser, words: Lexicon) -> Callable[..., list[Coded]]:
    """Text -> coded events, as read on a Friday."""

    def run(text: str, published: str | None = PUBLISHED) -> list[Coded]:
        document = parser.parse(text)
        cast = cast_of(document, words, published=published)
        return events_of(document, words, cast, times=times_of(document, published=published), published=published)

    return run


@pytest.fixture(scope="session")
def rows(parser: Parser, words: Lexicon) -> Callable[..., tuple[Event, ...]]:
    """Text -> rows of the record."""

    def run(text: str, published: str | None = PUBLISHED) -> tuple[Event, ...]:
        document = parser.parse(text)
        cast = cast_of(document, words, published=published)
        found = events_of(document, words, cast, times=times_of(document, published=published), published=published)
        return event_rows(found, document, words)

    return run


def holds(events: list[Coded], expected: str) -> bool:
    """Whether one event reads as expected: 'EVENT actors > recipients factuality', parts by state code.

    Parts left out are not looked at; '-' is nobody; 'A+B' are both.
    """
    kind, *rest = expected.split()
    value = rest.pop() if rest and rest[-1].islower() else None
    wanted = " ".join(rest).split(">")
    actors = wanted[0].strip()
    recipients = wanted[1].strip() if len(wanted) > 1 else ""
    return any(
        e.event == kind
        and (value is None or e.factuality == value)
        and _same(actors, e.actors)
        and _same(recipients, e.recipients)
        for e in events
    )


def _same(wanted: str, found: tuple[str, ...]) -> bool:
    if not wanted:
        return True
    heads = {actor.split("/")[0] for actor in found}
    return heads == (set() if wanted == "-" else set(wanted.split("+")))


@pytest.fixture
def reads(coded: Callable[..., list[Coded]]) -> Callable[[str, str], None]:
    """Asserts that a text codes what each line of an expectation says; a leading '!' says that it does not."""

    def check(text: str, expectation: str) -> None:
        events = coded(text)
        for line in (part.strip() for part in expectation.split(";")):
            wanted = holds(events, line.lstrip("! ")) != line.startswith("!")
            shown = [(e.event, e.actors, e.recipients, e.factuality, e.frame.id) for e in events]
            assert wanted, f"{line!r} for {text!r}: {shown}"

    return check
