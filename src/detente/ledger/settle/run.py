"""The layers in their order: families, events, commitments, states, actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, Engine, select

from detente.ledger.engine import reading, writing
from detente.ledger.pending import settled, waiting
from detente.ledger.schema import Dossier
from detente.ledger.settle.actors import settle_actors
from detente.ledger.settle.commitments import settle_commitments
from detente.ledger.settle.events import settle_events
from detente.ledger.settle.families import Placement, Placer, settle_families
from detente.ledger.settle.states import settle_states

__all__ = ["Placement", "Placer", "Progress", "settle"]

Progress = Callable[[str, int], None]
_Step = Callable[[Connection, int, Sequence[str]], None]
_BATCHES: tuple[tuple[str, _Step, int], ...] = (
    ("events", settle_events, 50),
    ("commitments", settle_commitments, 50),
    ("states", settle_states, 500),
    ("actors", settle_actors, 200),
)


def settle(
    engine: Engine, dossier: str, *, placer: Placer | None = None, progress: Progress | None = None
) -> int:
    """How many blocks were settled; none is left waiting when it returns.

    Args:
        engine: of the ledger.
        dossier: by name; one that does not exist has nothing to settle.
        placer: says which reports copy one another; without it each new report is a family of its own for now,
            and stays marked for a later call that has one.
        progress: told the layer and how many blocks of it were just settled.

    Raises:
        LedgerError: the database fails; what was settled stays so.
    """
    with reading(engine) as connection:
        number = connection.scalar(select(Dossier.no).where(Dossier.name == dossier))
    if number is None:
        return 0
    count = 0
    if placer is not None:
        with writing(engine) as connection:
            count += settle_families(connection, number, placer)
    for layer, done in _settled(engine, number):
        count += done
        if progress:
            progress(layer, done)
    return count


def _settled(engine: Engine, dossier: int) -> Iterator[tuple[str, int]]:
    for layer, step, size in _BATCHES:
        while True:
            with writing(engine) as connection:
                blocks = waiting(connection, dossier, layer, size)
                step(connection, dossier, blocks)
                settled(connection, dossier, layer, blocks)
            if not blocks:
                break
            yield layer, len(blocks)
