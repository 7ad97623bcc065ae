"""Commitments that an event makes: 'demanded', 'threatened to', 'offered', 'refused', 'ruled out'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.commitments.model import Draft
from detente.coding.commitments.slots import acts_in
from detente.coding.events import Coded
from detente.coding.statements import Said
from detente.records import Kind
from detente.resolve.actors import government_of, parties_of
from detente.resolve.model import Cast

REAL = frozenset({"occurred", "future", "historical"})
CONFLICT = frozenset("THREATEN SANCTION MOBILIZE COERCE ASSAULT PROTEST REJECT ACCUSE".split())


def from_events(events: Sequence[Coded], said: Sequence[Said], cast: Cast) -> Iterator[Draft]:
    """A draft for each act of each event whose frame makes a commitment."""
    by_id = {s.row.id: s for s in said if s.row is not None}
    for event in events:
        kind = event.frame.commitment
        if not kind:
            continue
        hedged = event.factuality == "negated"
        if hedged and not (kind == "refusal" and event.frame.lemma[0] in {"rule", "exclude", "preclude"}):
            continue
        if event.factuality not in REAL and not hedged:
            continue
        acts = acts_in(event.trigger, event.frame.act)
        for act, head in acts:
            yield Draft(
                kind=_opposite(events, act) if hedged else kind,  # type: ignore[arg-type]
                sentence=event.sentence, act=act, head=head, holder=_holder(event, by_id, cast),
                addressees=_addressees(event, head, cast), rule=f"commitment/{event.frame.id}", specific=3,
                hedged=hedged, statement=by_id.get(event.statement or ""), event=event,
                because=[f"'{event.trigger.text}' makes a {kind} (frame {event.frame.id})"
                         + (", and its negation leaves the act open" if hedged else "")],
            )  # fmt: skip


def _opposite(events: Sequence[Coded], act: tuple[int, int]) -> Kind:
    """What is not ruled out is left open: a threat where it is hostile, else an offer."""
    inside = [e for e in events if act[0] <= e.trigger.start < act[1]]
    return "threat" if any(e.event in CONFLICT for e in inside) or not inside else "offer"


def _holder(event: Coded, by_id: dict[str, Said], cast: Cast) -> str | None:
    if event.actors:
        return government_of(event.actors[0], cast)
    said = by_id.get(event.statement or "")
    return government_of(said.speaker, cast) if said is not None and said.speaker else None


def _addressees(event: Coded, head: object, cast: Cast) -> tuple[str, ...]:
    if event.recipients:
        return event.recipients
    from detente.language import Token

    if isinstance(head, Token) and head.pos in {"VERB", "AUX"}:
        subject = head.child("nsubj", "nsubjpass")
        if subject is not None:
            return tuple(p for p in parties_of(subject, cast) if p not in event.actors)
    return ()
