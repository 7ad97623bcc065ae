"""The network of actors, read back with networkx."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from detente.ledger.export import Options
from detente.ledger.export.graphs import gexf, graphml
from detente.ledger.export.network import network
from detente.ledger.flatten import flatten

from .sample import first, records, third

Write = Callable[..., Iterator[str]]


def read(write: Write, **options: Any) -> nx.MultiDiGraph:
    """A graph of the sample as networkx reads it."""
    stream = io.BytesIO("".join(write(records(), Options(**options))).encode())
    return nx.read_graphml(stream) if write is graphml else nx.read_gexf(stream)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_networkx_reads_actors_with_what_is_known_of_them(write: Write) -> None:
    """Name, kind, country, mentions and reports come back with their types."""
    graph = read(write)
    assert set(graph) == {"NOR/GOV", "ISL/GOV", "ISL", "NOR/GOV/jan-berg"}
    oslo = graph.nodes["NOR/GOV"]
    assert (oslo["label"], oslo["country"], oslo["mentions"], oslo["reports"]) == ("=Norway", "NOR", 3, 3)
    assert graph.nodes["NOR/GOV/jan-berg"]["label"] == "Jan <Berg>"


@pytest.mark.parametrize("write", [graphml, gexf])
def test_networkx_reads_edges_with_scores_and_citations(write: Write) -> None:
    """An edge has its type, count, scores, days, the words and the rows that it rests on."""
    graph = read(write)
    assert graph.is_directed()
    [edge] = [data for _, _, data in graph.out_edges("NOR/GOV", data=True) if data["event"] == "ASSAULT"]
    assert (edge["events"], edge["score"], edge["mean"], edge["weight"]) == (1, -9.0, -9.0, 1.0)
    assert (edge["first"], edge["last"], edge["quote"]) == ("2021-03-01", "2021-03-01", first().events[0].text)
    assert edge["rows"] == flatten(first()).events[0].id


def test_symmetric_events_go_both_ways() -> None:
    """Talks are an edge in each direction."""
    talks = [(u, v) for u, v, data in read(graphml).edges(data=True) if data["event"] == "CONSULT"]
    assert sorted(talks) == [("ISL/GOV", "NOR/GOV"), ("NOR/GOV", "ISL/GOV")]


def test_an_actor_that_only_an_event_names_has_a_node() -> None:
    """The record gives 'ISL' no row; the graph has it all the same."""
    [node] = [node for node in network([third()], Options()).nodes if node.id == "ISL"]
    assert (node.name, node.country, node.mentions) == ("ISL", "ISL", 0)


def test_events_of_a_pair_and_type_are_summed() -> None:
    """Two reports, one edge: scores add up, the last words are quoted, both rows are cited."""
    later = replace(third(), report=replace(third().report, id="sha256:dd", published="2021-03-09"))
    [edge] = network([later, third()], Options()).edges
    assert (edge.events, edge.score, edge.mean) == (2, -13.0, -6.5)
    assert (edge.first, edge.last, len(edge.rows)) == ("2021-03-04", "2021-03-09", 2)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_the_order_of_records_changes_no_node_or_edge(write: Write) -> None:
    """Nodes and edges are in order of their ids."""
    there = {node.id for node in network(records(), Options()).nodes}
    back = [node.id for node in network(records()[::-1], Options()).nodes]
    assert back == sorted(there)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_characters_that_xml_forbids_are_replaced(write: Write) -> None:
    """A control character or lone surrogate in a name breaks no file; line ends in quotes stay."""
    record = first()
    odd = replace(record, actors=(replace(record.actors[0], name="\x01\ud800\ufffe&<'\""), *record.actors[1:]))
    text = "".join(write([odd], Options()))
    root = ET.fromstring(text)  # noqa: S314
    assert "\ufffd\ufffd\ufffd&<'\"" in {*root.itertext(), *(n.get("label") for n in root.iter())}


@pytest.mark.parametrize("write", [graphml, gexf])
def test_no_records_are_an_empty_graph(write: Write) -> None:
    """Still a graph that can be read."""
    stream = io.BytesIO("".join(write([], Options())).encode())
    graph = nx.read_graphml(stream) if write is graphml else nx.read_gexf(stream)
    assert len(graph) == 0
