"""The graph as a page: nodes to click, facts with their proofs, a legend, a search, filters, all in one file.

pyvis (vis-network) draws up to 2,000 nodes; above that sigma.js draws the same page, which stays quick with 50,000.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import sqrt
from typing import Any

from duikou.settings import Lang
from duikou.views.graph_data import GAZETTEER, graph_data, relation_of
from duikou.views.graph_places import Places
from duikou.views.knowledge import Knowledge, around, everything
from duikou.views.layout import Box, positions
from duikou.views.page import Both, both, embedded, page
from graph.errors import UsageError
from graph.look import looks
from graph.schema import schema
from graph.store import Store

PYVIS_LIMIT = 2000
_SCRIPTS = ("graph_model.js", "graph_overlay.js", "graph_details.js", "graph_search.js", "graph_controls.js")
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_NAME_PIXELS, _LINE, _LETTER = 12, 9, 0.8  # how names are written under nodes (graph_overlay.js)


def graph_page(store: Store, ids: Collection[str] | None, lang: Lang, title: Both | None = None) -> str:
    """The HTML of the whole store, or of these nodes with their neighbours; further ones appear on demand.

    UsageError when there is nothing to show.
    """
    known, absent = _whole(store) if ids is None else _part(store, ids)
    named = [known.nodes[id_].name for id_ in sorted(ids or ()) if id_ in known.nodes]
    if title is None and named:
        title = both("graph_around", names="、".join(named[:3]) + ("…" if len(named) > 3 else ""))
    return drawn(known, Places(store, known.nodes.values()), lang, title, absent)


def drawn(known: Knowledge, places: Places, lang: Lang, title: Both | None = None, absent: Collection[str] = ()) -> str:
    """The same of what has been read from a store already."""
    data, sentences = graph_data(known, places, absent)
    number = {id_: place for place, id_ in enumerate(known.nodes)}
    ends = [(number[fact.subject], number[fact.object]) for fact in known.facts]
    names = [node.name for node in known.nodes.values()]
    firm = [pair for fact, pair in zip(known.facts, ends, strict=True) if relation_of(fact) != GAZETTEER]
    weak = [pair for fact, pair in zip(known.facts, ends, strict=True) if relation_of(fact) == GAZETTEER]
    degrees = Counter(end for pair in firm for end in set(pair))
    radii = [round(min(9 + 2.4 * sqrt(degrees[node]), 30), 1) for node in range(len(names))]
    spots = positions(
        [_box(name if len(names) <= PYVIS_LIMIT else "", radius) for name, radius in zip(names, radii, strict=True)],
        firm,
        weak,
        _loose(known, firm, weak),
    )
    bends = _bends(ends)
    dots = [
        _Dot(name, label, radius, x, y)
        for name, label, radius, (x, y) in zip(names, data["nodes"]["label"], radii, spots, strict=True)
    ]

    def write(**network: Any) -> str:
        light = len(dots) > PYVIS_LIMIT
        engine = [_asset("vendor/sigma.min.js"), "graph_sigma.js"] if light else [_vis(), "graph_vis.js"]
        return page(
            "graph_page.html",
            title=title or both("graph_title"),
            lang=lang,
            styles=["graph_page.css"],
            scripts=[engine[0], *_SCRIPTS, engine[1], "graph_start.js"],
            data=data | network,
            sentences=embedded(sentences),
            labels=data["labels"],
            relations=data["relations"],
            label_counts=Counter(data["nodes"]["label"]),
            relation_counts=Counter(data["facts"]["relation"]),
            gazetteer=GAZETTEER,
            tiers=("stated", "inferred"),
        )

    if len(dots) > PYVIS_LIMIT:
        return write(columns=_columns(dots, ends, bends))
    return _by_pyvis(dots, ends, bends, known, write)


@dataclass(frozen=True, slots=True)
class _Dot:
    """A node as it is drawn; `label` is its place among the labels of the page."""

    name: str
    label: int
    radius: float
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class _Template:
    """Stands where pyvis has its template, which would fetch from the network; writes our page instead."""

    write: Callable[..., str]

    def render(self, *, nodes: Any, edges: Any, options: str, **_: Any) -> str:
        return self.write(network={"nodes": nodes, "edges": edges, "options": json.loads(options)})


def _by_pyvis(
    dots: Sequence[_Dot],
    ends: Sequence[tuple[int, int]],
    bends: Sequence[float],
    known: Knowledge,
    write: Callable[..., str],
) -> str:
    from pyvis.network import Network  # takes a second to import

    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    network.template = _Template(write)
    labels = [label for label in looks().labels if any(node.label == label for node in known.nodes.values())]
    for number, dot in enumerate(dots):
        color = looks().labels[labels[dot.label]].color
        network.add_node(number, label=dot.name, shape="custom", color=color, size=dot.radius, x=dot.x, y=dot.y)
    for number, ((source, target), bend, fact) in enumerate(zip(ends, bends, known.facts, strict=True)):
        curve = {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
        bent = {"smooth": curve} if bend else {}
        arrows = {"arrows": ""} if schema().relations[fact.relation].symmetric else {}
        network.add_edge(source, target, id=number, **bent, **arrows)
    made: str = network.generate_html(notebook=True)  # the way on which pyvis takes the template it is given
    return made


_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5},
    "edges": {
        "smooth": {"enabled": False, "type": "continuous", "roundness": 0},
        "selectionWidth": 1.5,
        "hoverWidth": 0.8,
    },
    "interaction": {"hover": True, "hideEdgesOnDrag": False, "keyboard": {"enabled": False}, "multiselect": False},
}


def _columns(dots: Sequence[_Dot], ends: Sequence[tuple[int, int]], bends: Sequence[float]) -> dict[str, Any]:
    """The drawing for sigma.js."""
    return {
        "name": [dot.name for dot in dots],
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "radius": [dot.radius for dot in dots],
        "from": [source for source, _ in ends],
        "to": [target for _, target in ends],
        "bend": {number: bend for number, bend in enumerate(bends) if bend},
    }


def _whole(store: Store) -> tuple[Knowledge, set[str]]:
    known = everything(store)
    if not known.nodes:
        raise UsageError(f"{store.location}: the store holds nothing yet; load a document first")
    return known, set()


def _part(store: Store, ids: Collection[str]) -> tuple[Knowledge, set[str]]:
    """The nodes and their neighbours, and those two steps away, which are absent until they are asked for."""
    near = around(store, ids)
    if not near.nodes:
        raise UsageError(f"{store.location}: there is none of the nodes asked for; find names with: duikou find NAME")
    stated = {end for fact in near.facts if relation_of(fact) != GAZETTEER for end in (fact.subject, fact.object)}
    far = around(store, {*ids, *stated})
    if len(far.nodes) > PYVIS_LIMIT:
        return near, set()
    return far, far.nodes.keys() - near.nodes.keys()


def _loose(known: Knowledge, firm: Sequence[tuple[int, int]], weak: Sequence[tuple[int, int]]) -> set[int]:
    """Regions that nothing but the gazetteer speaks of."""
    told = {end for pair in firm for end in pair}
    measured = {figure.subject for figure in known.figures}
    listed = {end for pair in weak for end in pair}
    return {
        place
        for place, node in enumerate(known.nodes.values())
        if node.label == "Region" and place in listed and place not in told and node.id not in measured
    }


def _box(name: str, radius: float) -> Box:
    """The room of a node with its name in up to two lines under it; of a crowd, names are read after zooming in."""
    lines = -(-min(len(name), 2 * _LINE) // _LINE)
    wide = min(len(name), _LINE) * _NAME_PIXELS * _LETTER
    return max(2 * radius + 10, wide + 10), 2 * radius + 12 + lines * 15


def _bends(ends: Sequence[tuple[int, int]]) -> list[float]:
    """How far each fact bends from the straight line, so that facts between the same two lie side by side.

    >>> _bends([(0, 1), (1, 2), (2, 1)]), _bends([(0, 1)] * 3)
    ([0.0, -0.18, -0.18], [-0.36, 0.0, 0.36])
    """
    beside: dict[tuple[int, int], list[int]] = {}
    for place, (a, b) in enumerate(ends):
        beside.setdefault((min(a, b), max(a, b)), []).append(place)
    found = [0.0] * len(ends)
    for (low, _), facts in beside.items():
        step = min(0.36, 1.2 / len(facts))
        for number, place in enumerate(facts):
            bend = round((number - (len(facts) - 1) / 2) * step, 3)
            found[place] = bend if ends[place][0] == low else -bend or 0.0  # the other way round bends the other way
    return found


def _vis() -> str:
    return files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")


def _asset(name: str) -> str:
    return files("duikou.views").joinpath(name).read_text(encoding="utf-8")
