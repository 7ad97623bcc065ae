"""What framing takes: one commitment with who would act, on what condition, how firm, and its citation.

Decision makers are states and bodies: actors are taken by the first part of their id, so that what a
minister threatens is threatened by the state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from detente.ledger.views.model import CommitmentView
from detente.records import Commitment, Event, Record

Voiced = Literal["own", "report", "other"]
UNKNOWN = "---"  # an actor of no known state or body


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An act in words, with what is known of it: PLOVER type, who would do it, to whom (roots of actor ids)."""

    text: str
    type: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One commitment of the ledger, or of one record.

    ``weight`` is how many independent sources tell it; ``day`` the last on which it was told; ``source``
    says where the quote stands; ``since`` is the day from which it has been in its state. ``voiced`` is who says
    it: the holder itself, the report, or somebody else; ``outlets`` are how many independent ones tell it;
    ``contradicted`` is whether another row says otherwise.
    """

    id: str
    kind: str
    holder: str
    addressees: tuple[str, ...]
    act: Deed
    condition: Deed | None = None
    polarity: str | None = None
    certainty: str = "explicit"
    deadline: str | None = None
    weight: int = 1
    day: str = ""
    quote: str = ""
    source: str = ""
    state: str = "open"
    since: str = ""
    voiced: Voiced = "own"
    outlets: int = 1
    contradicted: bool = False


def root(actor: str | None) -> str | None:
    """The state or body that an actor belongs to: ``RUS`` of ``RUS/GOV/sergei-lavrov``; None of an unknown one."""
    first = (actor or "").partition("/")[0]
    return first if first and first != UNKNOWN else None


def roots(actors: Iterable[str | None]) -> tuple[str, ...]:
    """The states and bodies of actors, each once, in order."""
    return tuple(dict.fromkeys(found for found in map(root, actors) if found))


class Coded(Protocol):
    """An event of a record or a merged event of the ledger."""

    @property
    def event(self) -> str:
        """Its PLOVER type."""

    @property
    def actors(self) -> tuple[str, ...]:
        """Who does it."""

    @property
    def recipients(self) -> tuple[str, ...]:
        """To whom."""


def claims_of_ledger(commitments: Iterable[CommitmentView], events: Mapping[str, Coded]) -> list[Claim]:
    """The commitments of a ledger, those of no known holder left out.

    Args:
        commitments: as of the day that the model is to be of.
        events: the merged events by id, for what the acts and conditions are.
    """
    found = []
    for row in commitments:
        holder = root(row.holder)
        if holder:
            found.append(_claim_of_view(row, holder, events))
    return found


def _claim_of_view(row: CommitmentView, holder: str, events: Mapping[str, Coded]) -> Claim:
    cited = row.cited
    return Claim(
        id=row.id,
        kind=row.kind,
        holder=holder,
        addressees=tuple(r for r in roots(row.addressees) if r != holder),
        act=_deed(row.act, events.get(row.act_event or ""), row.act_type),
        condition=_deed(row.condition, events.get(row.condition_event or ""), row.condition_type) if row.condition else None,
        polarity=row.polarity,
        certainty=row.certainty,
        deadline=row.deadline,
        weight=max(1, row.families),
        day=row.last or row.known or "",
        quote=cited.text,
        source=", ".join(filter(None, (cited.outlet or cited.title or cited.key, cited.published))),
        state=row.state,
        since=(row.states[-1].known or "") if row.states else "",
        voiced=_voiced(holder, row.voices),
        outlets=max(1, row.outlets),
        contradicted=bool(row.contradictions),
    )


def _voiced(holder: str, voices: Iterable[str | None]) -> Voiced:
    """Who says it: one of the holder's, nobody who is known (so the report does), or others."""
    known = roots(voices)
    return "own" if holder in known else "other" if known else "report"


def claims_of_record(record: Record) -> list[Claim]:
    """The commitments of one report, those of no known holder left out."""
    events = {event.id: event for event in record.events}
    speakers = {said.id: said.speaker for said in record.statements}
    found = []
    for row in record.commitments:
        holder = root(row.holder)
        if holder:
            voices = [speakers.get(row.statement or "")]
            found.append(replace(_claim(record, row, holder, events), voiced=_voiced(holder, voices)))
    return found


def _claim(record: Record, row: Commitment, holder: str, events: dict[str, Event]) -> Claim:
    condition = row.condition
    return Claim(
        id=row.id,
        kind=row.kind,
        holder=holder,
        addressees=tuple(r for r in roots(row.addressees) if r != holder),
        act=_deed(row.act.text, events.get(row.act.event or "")),
        condition=_deed(condition.text, events.get(condition.event or "")) if condition else None,
        polarity=condition.polarity if condition else None,
        certainty=row.certainty,
        deadline=row.deadline.value if row.deadline else None,
        day=record.report.published or "",
        quote=row.text,
        source=", ".join(filter(None, (record.report.outlet or record.report.title or record.report.key, record.report.published))),
    )


def _deed(text: str, event: Coded | None, type_: str | None = None) -> Deed:
    if event is None:
        return Deed(text=text, type=type_)
    return Deed(text=text, type=event.event, actors=roots(event.actors), recipients=roots(event.recipients))
