"""A draft of a construction, and whose it is: the party that is the subject, else whoever speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast as typed

from detente.coding.commitments.context import Reading
from detente.coding.commitments.model import Clause, Draft, Offsets
from detente.coding.commitments.parties import others, subject_of
from detente.language import Token
from detente.records import Kind


def draft(  # noqa: PLR0913  the columns of a draft
    kind: str, act: Offsets, head: Token, trigger: Token, holder: str | None, reading: Reading, *, because: str,
    addressees: tuple[str, ...] = (), hedged: bool = False, condition: Clause | None = None,
) -> Iterator[Draft]:  # fmt: skip
    """One draft, or none where nobody is bound."""
    if holder is None:
        return
    yield Draft(
        kind=typed("Kind", kind), act=act, head=head, holder=holder, addressees=others(addressees, holder, reading), specific=6, trigger=trigger,
        rule=f"commitment/construction/{trigger.lemma}", hedged=hedged, statement=reading.said_at(head), because=[because],
        condition=condition, fixed=condition is not None,
    )  # fmt: skip


def speaker(token: Token, reading: Reading) -> str | None:
    """The state or body of whoever's words a token belongs to."""
    said = reading.said_at(token)
    if said is not None:
        return reading.body(reading.speaker_of(said)) if not reading.is_silent(said) else None
    found = reading.carried(token)
    return reading.body(found[0] if found is not None else reading.authored(token))


def bound_to(verb: Token | None, token: Token, reading: Reading) -> str | None:
    """The party that is the subject, else the speaker."""
    subject = subject_of(verb) if verb is not None else None
    found = reading.parties(subject) if subject is not None else ()
    return reading.body(found[0]) if found else speaker(token, reading)
