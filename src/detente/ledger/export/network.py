"""The actors of all records as a network: who did what to whom, summed by pair and type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.ledger.export.dyads import Told, pairs, told
from detente.ledger.export.layout import Options
from detente.ledger.flatten import FlatRecord, flatten
from detente.ledger.rows import UNDATED
from detente.records import Record


@dataclass(slots=True, kw_only=True)
class Node:
    """An actor over all records; the name is the first that is read."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    mentions: int = 0
    statements: int = 0
    reports: int = 0


@dataclass(slots=True, kw_only=True)
class Edge:
    """All events of one type from one actor to another; ``rows`` are those that it rests on, ``quote`` the last one's words."""

    source: str
    target: str
    event: str
    quad: str
    events: int = 0
    score: float = 0.0  # sum of PLOVER scores
    first: str = UNDATED
    last: str = ""
    quote: str = ""
    rows: list[str] = field(default_factory=list)

    @property
    def mean(self) -> float:
        """The mean PLOVER score of the events."""
        return round(self.score / self.events, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Actors by id, in order of their ids, and edges in order of source, target and type."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(records: Iterable[Record], options: Options) -> Network:
    """The network of all records; a symmetric event counts once in each direction."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}

    def seen() -> Iterable[Record]:
        for record in records:
            _count_actors(nodes, flatten(record))
            yield record

    for event in told(seen(), options):
        for source, target in pairs(event.event):
            if source is not None and target is not None:
                _count_event(edges, nodes, event, (source, target))
    return Network(
        nodes=tuple(nodes[key] for key in sorted(nodes)), edges=tuple(edges[key] for key in sorted(edges))
    )


def _count_actors(nodes: dict[str, Node], flat: FlatRecord) -> None:
    for row in flat.actors:
        node = nodes.setdefault(
            row.id, Node(id=row.id, name=row.name, kind=row.kind, country=row.country, sector=row.sector)
        )
        node.mentions += row.mentions
        node.statements += row.statements
        node.reports += 1


def _count_event(
    edges: dict[tuple[str, str, str], Edge], nodes: dict[str, Node], event: Told, ends: tuple[str, str]
) -> None:
    for actor in ends:  # an id without a row of its own still needs a node
        party = event.party(actor)
        nodes.setdefault(actor, Node(id=actor, name=party.name, kind="group", country=party.country, sector=party.sector))
    source, target = ends
    row = event.row
    edge = edges.setdefault(
        (source, target, row.event), Edge(source=source, target=target, event=row.event, quad=row.quad)
    )
    edge.events += 1
    edge.score = round(edge.score + row.score, 4)
    edge.first = min(edge.first, event.day)
    edge.quote = row.text if event.day >= edge.last else edge.quote
    edge.last = max(edge.last, event.day)
    edge.rows.append(row.id)
