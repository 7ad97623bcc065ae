"""GraphML and GEXF of the network of actors, for Gephi, networkx, igraph and Cytoscape.

Sources: GraphML 1.0 (graphml.graphdrawing.org); GEXF 1.2draft (gexf.net), the version that networkx reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from detente.ledger.export.layout import Options, TextLayout
from detente.ledger.export.network import Edge, network
from detente.records import Record

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NODE: dict[str, str] = {
    "kind": "string", "country": "string", "sector": "string", "mentions": "int", "statements": "int", "reports": "int",
}  # fmt: skip
_EDGE: dict[str, str] = {
    "event": "string", "quad": "string", "events": "int", "score": "double", "mean": "double",
    "first": "string", "last": "string", "quote": "string", "rows": "string",
}  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A directed multigraph as GraphML; the weight of an edge is its number of events."""
    found = network(records, options)
    yield _HEAD + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, sort in {"label": "string", **_NODE}.items():
        yield f'  <key id="n-{name}" for="node" attr.name="{name}" attr.type="{sort}"/>\n'
    for name, sort in {"weight": "double", **_EDGE}.items():
        yield f'  <key id="e-{name}" for="edge" attr.name="{name}" attr.type="{sort}"/>\n'
    yield '  <graph id="actors" edgedefault="directed">\n'
    for node in found.nodes:
        data = _data("n", {"label": node.name, **_held(asdict(node), _NODE)})
        yield f"    <node id={_attribute(node.id)}>{data}</node>\n"
    for number, edge in enumerate(found.edges):
        data = _data("e", {"weight": float(edge.events), **_edge_values(edge)})
        yield (
            f'    <edge id="e{number}" source={_attribute(edge.source)} target={_attribute(edge.target)}>{data}</edge>\n'
        )
    yield "  </graph>\n</graphml>\n"


def gexf(records: Iterable[Record], options: Options) -> Iterator[str]:
    """The same network as GEXF; no date of making, so that the same records give the same bytes."""
    found = network(records, options)
    yield _HEAD + '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '  <graph defaultedgetype="directed" mode="static">\n'
    yield _attributes("node", _NODE) + _attributes("edge", _EDGE)
    yield "    <nodes>\n"
    for node in found.nodes:
        values = _attvalues(_NODE, asdict(node))
        yield f"      <node id={_attribute(node.id)} label={_attribute(node.name)}>{values}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    for number, edge in enumerate(found.edges):
        ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)} label={_attribute(edge.event)}"
        yield f'      <edge id="{number}" {ends} weight="{edge.events}.0">{_attvalues(_EDGE, _edge_values(edge))}</edge>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _edge_values(edge: Edge) -> dict[str, Any]:
    return {**_held(asdict(edge), _EDGE), "mean": edge.mean, "rows": " ".join(edge.rows)}


def _held(values: dict[str, Any], shape: dict[str, str]) -> dict[str, Any]:
    return {name: values[name] for name in shape if name in values}


def _data(prefix: str, values: dict[str, Any]) -> str:
    return "".join(
        f'<data key="{prefix}-{name}">{escape(_xml(str(value)))}</data>' for name, value in values.items() if value is not None
    )


def _attributes(what: str, shape: dict[str, str]) -> str:
    sorts = {"int": "integer"}
    lines = (
        f'      <attribute id="{number}" title="{name}" type="{sorts.get(sort, sort)}"/>\n'
        for number, (name, sort) in enumerate(shape.items())
    )
    return f'    <attributes class="{what}" mode="static">\n{"".join(lines)}    </attributes>\n'


def _attvalues(shape: dict[str, str], values: dict[str, Any]) -> str:
    cells = (
        f'<attvalue for="{number}" value={_attribute(str(values[name]))}/>'
        for number, name in enumerate(shape)
        if values.get(name) is not None
    )
    return f"<attvalues>{''.join(cells)}</attvalues>"


def _attribute(text: str) -> str:
    return quoteattr(_xml(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _xml(text: str) -> str:
    """The text without the characters that XML 1.0 can't hold."""
    return _NOT_XML.sub("\ufffd", text)


GRAPHML = TextLayout(name="graphml", about="The network of actors, for networkx, igraph, Cytoscape.", write=graphml)
GEXF = TextLayout(name="gexf", about="The network of actors, for Gephi.", write=gexf)
