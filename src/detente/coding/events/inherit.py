"""Recipients that a speech act takes over from what it is about.

'Threatened to hit Iranian sites' names whom only in its content: the threat is to those who would
be hit, the refusal to those who would have got what is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.model import Coded
from detente.coding.factuality.grammar import complements, logical_objects
from detente.language import Token

FROM_RECIPIENT = frozenset({"THREATEN", "AGREE", "REJECT"})


def inherit(events: Sequence[Coded]) -> None:
    """Fills in recipients of speech acts from the events they embed, in place."""
    by_trigger = {event.trigger: event for event in events}
    for event in reversed(events):
        if event.recipients or event.frame.symmetric or event.event not in FROM_RECIPIENT:
            continue
        for token in _contents(event.trigger):
            inner = by_trigger.get(token)
            if inner is None or inner is event:
                continue
            parties = inner.recipients or (inner.actors if inner.frame.symmetric else ())
            event.recipients = tuple(p for p in parties if p not in event.actors)
            if event.recipients:
                break


def _contents(trigger: Token) -> list[Token]:
    found = list(complements(trigger))
    found += logical_objects(trigger)
    for child in trigger.children:
        if child.dep == "prep":
            found += child.all("pobj", "pcomp")
    return found + [c for t in found for c in t.children if c.dep in {"conj", "dobj", "xcomp"}]
