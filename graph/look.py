"""How labels and relations look, read once from look.yaml and checked against the vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from graph.errors import SchemaError
from graph.schema import Schema, schema
from graph.tables import node_tables, provenance_pairs

_COLOR = re.compile(r"#[0-9A-F]{6}")
_NODE_KEYS = {"color", "text", "border", "diameter", "caption", "shape"}
_LINE_KEYS = {"color", "dark", "width"}
SHAPES = ("circle", "square", "hexagon", "triangle", "triangle_down", "diamond", "pentagon", "star", "plus")


@dataclass(frozen=True, slots=True)
class NodeLook:
    """A node: its fill, the colour of the caption on it, its rim, its diameter in pixels, the property it shows, its shape."""

    color: str
    text: str
    border: str
    diameter: int
    caption: str
    shape: str


@dataclass(frozen=True, slots=True)
class LineLook:
    """An arrow: its colour, that on a dark page, and its width in pixels."""

    color: str
    dark: str
    width: int


@dataclass(frozen=True, slots=True)
class Looks:
    """The look of every label and every relation, in the order of look.yaml."""

    labels: dict[str, NodeLook]
    relations: dict[str, LineLook]


@cache
def looks() -> Looks:
    """The looks of this version of duikou.

    >>> looks().labels["Person"].caption
    'name'
    """
    return parse(parse_yaml(files("graph").joinpath("look.yaml").read_text(encoding="utf-8")), schema())


def parse(raw: dict[str, Any], schema: Schema) -> Looks:
    """Check the raw YAML and make the looks of it; SchemaError names the entry at fault."""
    columns = node_tables(schema)
    relations = {*schema.relations, *(pair.relation for pair in provenance_pairs(schema))}
    _complete("label", set(raw["labels"]), set(columns))
    _complete("relation", set(raw["relations"]), relations)
    for kind, rows, keys in (("label", raw["labels"], _NODE_KEYS), ("relation", raw["relations"], _LINE_KEYS)):
        for name, row in rows.items():
            _check(f"graph/look.yaml: {kind} {name}", row, keys)
    for name, row in raw["labels"].items():
        if row["caption"] not in columns[name]:
            raise SchemaError(f"graph/look.yaml: label {name}: caption {row['caption']} is no property of it")
    return Looks(
        {name: NodeLook(**row) for name, row in raw["labels"].items()},
        {name: LineLook(**row) for name, row in raw["relations"].items()},
    )


def _complete(kind: str, given: set[str], wanted: set[str]) -> None:
    for name in sorted(wanted - given):
        raise SchemaError(f"graph/look.yaml: {kind} {name} has no look; give it one under {kind}s")
    for name in sorted(given - wanted):
        raise SchemaError(f"graph/look.yaml: {name} is no {kind} of graph/schema.yaml; remove it")


def _check(place: str, row: dict[str, Any], keys: set[str]) -> None:
    if set(row) != keys:
        raise SchemaError(f"{place}: a look has {', '.join(sorted(keys))}, neither more nor less")
    for key, value in row.items():
        if key in ("color", "text", "border", "dark") and not (isinstance(value, str) and _COLOR.fullmatch(value)):
            raise SchemaError(f"{place}: {key} is {value}; write a colour like #332288")
        if key in ("diameter", "width") and not (isinstance(value, int) and value > 0):
            raise SchemaError(f"{place}: {key} is {value}; write a whole number of pixels")
        if key == "shape" and value not in SHAPES:
            raise SchemaError(f"{place}: shape is {value}; write one of {', '.join(SHAPES)}")
