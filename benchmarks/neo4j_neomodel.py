"""neomodel writing the same rows; run by the Python of an environment of its own, because it brings its own driver.

    python neo4j_neomodel.py GRAPH.pickle HOW        HOW: bulk_create, bulk_create_or_update or save

Prints the seconds of the nodes and of the relationships. It imports nothing of duikou.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import time
from pathlib import Path
from typing import Any

from neomodel import (
    ArrayProperty,
    FloatProperty,
    IntegerProperty,
    RelationshipTo,
    StringProperty,
    StructuredNode,
    StructuredRel,
    db,
    get_config,
)

_KINDS = {str: StringProperty, float: FloatProperty, int: IntegerProperty, list: ArrayProperty}
_AT_ONCE = 1000
_TAKEN = {"id": "key", "source": "told_by"}  # names that neomodel keeps for itself, and what we call them in Python


def main(graph: str, how: str) -> None:
    host = os.environ["BENCH_URI"].removeprefix("bolt://")
    get_config().database_url = f"bolt://neo4j:{os.environ['BENCH_PASSWORD']}@{host}"
    nodes, links = pickle.loads(Path(graph).read_bytes())
    classes = _classes(nodes, links)
    globals().update(classes)  # neomodel looks the class of an end up by name, in the module of the start
    db.cypher_query("RETURN 1")
    start = time.perf_counter()
    made = _write_nodes(classes, nodes, how)
    middle = time.perf_counter()
    _connect(made, links)
    print(json.dumps([middle - start, time.perf_counter() - middle]))


def _write_nodes(classes: dict[str, Any], nodes: list[Any], how: str) -> dict[tuple[str, str], Any]:
    """The saved nodes by label and id."""
    made = {}
    for (label, *_), _columns, rows in nodes:
        given = [{_TAKEN.get(name, name): value for name, value in row.items()} for row in rows]
        for start in range(0, len(given), _AT_ONCE):
            some = given[start : start + _AT_ONCE]
            if how == "save":
                saved = [classes[label](**row).save() for row in some]
            else:
                saved = getattr(classes[label].nodes, how)(*some)
            made.update({(label, row["key"]): node for row, node in zip(some, saved, strict=True)})
    return made


def _connect(made: dict[tuple[str, str], Any], links: list[Any]) -> None:
    for kind, source, target, columns, rows in links:
        for a, row, b in rows:
            ends = getattr(made[source, a], f"{kind}_{target}")
            properties = {_TAKEN.get(name, name): value for name, value in row.items() if value is not None}
            ends.connect(made[target, b], properties if columns else None)


def _classes(nodes: list[Any], links: list[Any]) -> dict[str, Any]:
    """A node class a label, made of the columns of its rows, with its relationships."""
    models = {
        kind: type(f"{kind}Rel", (StructuredRel,), _properties(columns, [row for _, row, _ in rows]))
        for kind, _, _, columns, rows in links
        if columns
    }
    shared = type("Entity", (StructuredNode,), {})
    found = {}
    for (label, *more), columns, rows in nodes:
        ends = {
            f"{kind}_{target}": RelationshipTo(target, kind, model=models.get(kind))
            for kind, source, target, _, _ in links
            if source == label
        }
        found[label] = type(label, (shared if more else StructuredNode,), _properties(columns, rows) | ends)
    return found


def _properties(columns: list[str], rows: list[Any]) -> dict[str, Any]:
    made = {}
    for name in columns:
        kind = next((type(row[name]) for row in rows if row[name] is not None), str)
        if name == "id":
            made["key"] = StringProperty(db_property="id", unique_index=True, required=True)
        else:
            made[_TAKEN.get(name, name)] = _KINDS[kind](db_property=name)
    return made


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
