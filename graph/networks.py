"""A store as a graph of networkx, and as files for Gephi and other tools that draw or count networks.

The nodes are the entities, the edges the facts; articles, passages and figures are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.schema import schema

if TYPE_CHECKING:
    import networkx

    from graph.store import Store

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_DATE = "2000-01-01"  # in place of today's, so that the same graph gives the same bytes


def to_networkx(store: Store) -> networkx.MultiDiGraph[str]:
    """The entities as nodes by id, with label, name, aliases, code and region; the facts as edges whose key is their id.

    An edge has its relation, tier, properties and `evidence`: the pieces of text that prove it, as in a statement. What is
    not known is left out. Edges point from subject to object, those of symmetric relations as they are kept.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=store.location)
    for line in store.statements():
        if line["type"] == "entity":
            graph.add_node(line["id"], **_known(line, ("label", "name", "aliases", "code", "region")))
        elif line["type"] == "fact":
            told = _known(line, ("relation", "tier", "source", "evidence")) | line["properties"]
            graph.add_edge(line["subject"]["id"], line["object"]["id"], key=line["id"], **told)
    return graph


def write_graphml(store: Store, path: Path, lang: str = "zh") -> int:
    """Write GraphML; how many edges there are."""
    import networkx

    graph = _flat(to_networkx(store), lang)
    networkx.write_graphml_xml(graph, path)
    return int(graph.number_of_edges())


def write_gexf(store: Store, path: Path, lang: str = "zh") -> int:
    """Write GEXF 1.2; how many edges there are."""
    from networkx.readwrite.gexf import GEXFWriter

    graph = _flat(to_networkx(store), lang)
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    for meta in writer.xml.iter("meta"):
        meta.set("lastmodifieddate", _NO_DATE)
    with path.open("wb") as stream:
        writer.write(stream)
    return int(graph.number_of_edges())


FORMATS: Mapping[str, Callable[[Store, Path, str], int]] = {"graphml": write_graphml, "gexf": write_gexf}


def _known(line: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: line[name] for name in names if line.get(name) not in (None, [], "")}


def _flat(graph: networkx.MultiDiGraph[str], lang: str) -> networkx.MultiDiGraph[str]:
    """The graph with texts and numbers only; `label` is what a drawing shows beside a node or an edge."""
    import networkx

    flat: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for key, told in graph.nodes(data=True):
        kind = getattr(schema().labels[told["label"]], lang)
        flat.add_node(key, **_plain({**told, "label": told["name"], "type": told["label"], "kind": kind}))
    for subject, object_, key, told in graph.edges(keys=True, data=True):
        rule = schema().relations[told["relation"]]
        quotes = "\n".join(f"{piece['quote']} ({piece['document']})" for piece in told.get("evidence", ()))
        rest = {name: value for name, value in told.items() if name != "evidence"}
        flat.add_edge(subject, object_, key=key, **_plain({**rest, "label": getattr(rule, lang), "proof": quotes}))
    return flat


def _plain(told: Mapping[str, Any]) -> dict[str, Any]:
    """Lists as one text; characters that XML cannot hold as U+FFFD; every number of one kind."""
    return {name: _one(value) for name, value in sorted(told.items()) if value != ""}


def _one(value: Any) -> Any:
    if isinstance(value, list):
        value = "、".join(value)
    if isinstance(value, str):
        return _NOT_IN_XML.sub("\ufffd", value)
    return float(value)
