"""A second annotator held against the first, by the measures that the coder is held to.

The gold of one annotator becomes a record with one row an item, which :func:`detente.scoring.judge` holds against
the gold of the other. What comes out is how far two careful people agree: no coder is to be asked for more.
Where an annotator lists alternatives, the first is taken, as a coder has to choose as well.
Source: Artstein and Poesio (2008), Inter-Coder Agreement for Computational Linguistics, sec. 4 (F1 where what is
to be coded is not given beforehand).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from detente.errors import RecordError
from detente.records import Act, Actor, Coder, Commitment, Condition, Event, Record, Report, Span
from detente.scoring.gold import Case, Item
from detente.scoring.judge import Judged, judge

_CODER = Coder(version="0", model="an annotator", lexicon="")


def held_against(first: Case, second: Case) -> Judged:
    """The events and commitments of the second annotator, judged by the gold of the first.

    Raises:
        RecordError: the two didn't annotate the same text.
    """
    if first.text != second.text:
        raise RecordError("two annotators must have the same text", where=f"{first.name} and {second.name}")
    return judge(first, record_of(second))


def record_of(case: Case) -> Record:
    """Gold as a record: a row for each event and each commitment, with what the annotator wrote of it."""
    report = Report(
        id=case.name, key=case.name, title=case.title, published=case.published, published_from="given", language="en",
        outlet=None, url=None, text=case.text,
    )  # fmt: skip
    names = dict.fromkeys(name for item in case.items for name in _parties(item))
    return Record(
        coder=_CODER,
        report=report,
        actors=tuple(_actor(name) for name in names),
        events=_rows(case, "events", _event),
        commitments=_rows(case, "commitments", _commitment),
    )


def _rows(case: Case, layer: str, make: Callable[[Case, str, Item], Any]) -> tuple[Any, ...]:
    items = [item for item in case.items if item.layer == layer]
    return tuple(make(case, f"{layer}-{n}", item) for n, item in enumerate(items, 1))


def _parties(item: Item) -> Sequence[str]:
    return [name for field in ("actors", "recipients", "holder", "addressees") for name in item.wanted.get(field) or ()]


def _actor(name: str) -> Actor:
    """An actor that answers to the name; a state answers for its government, too."""
    country, _, sector = name.partition("/")
    if len(country) == 3 and country.isupper() and (sector or name == country):
        return Actor(id=name, name=name, kind="state", country=country, sector=sector or "GOV", because="annotated")
    return Actor(id=name, name=name, kind="group", because="annotated")


def _span(case: Case, quote: str) -> dict[str, Any]:
    at = case.text.index(quote)
    return {"start": at, "end": at + len(quote), "text": quote}


def _event(case: Case, key: str, item: Item) -> Event:
    given, here = item.wanted, _span(case, item.quote)
    return Event(
        id=key, **here, trigger=Span(**here), event=given["event"][0], mode=None, quad="", score=0.0, cameo="",
        actors=tuple(given.get("actors") or ()), recipients=tuple(given.get("recipients") or ()),
        factuality=(given.get("factuality") or ["occurred"])[0], rule="", confidence=1.0,
    )  # fmt: skip


def _commitment(case: Case, key: str, item: Item) -> Commitment:
    given = item.wanted
    words = given.get("condition")
    condition = Condition(**_span(case, words), connective=words.split()[0], polarity="if") if words else None
    return Commitment(
        id=key, **_span(case, item.quote), kind=given["kind"][0], holder=next(iter(given.get("holder") or ()), None),
        addressees=tuple(given.get("addressees") or ()), act=Act(**_span(case, item.quote)), condition=condition,
        certainty=(given.get("certainty") or ["explicit"])[0], rule="",
    )  # fmt: skip
