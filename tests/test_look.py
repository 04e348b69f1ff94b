"""How labels and relations look: complete, readable, told apart with the common kinds of colour blindness."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest

from graph.browser_style import grass
from graph.data import parse_yaml
from graph.errors import SchemaError
from graph.look import looks, parse
from graph.schema import schema
from graph.tables import PROVENANCE, node_tables

Colour = tuple[float, float, float]
# What is left of linear RGB with one kind of cone missing: Machado, Oliveira and Fernandes 2009, severity 1.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> Colour:
    values = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in values)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: 1 for the same lightness, 21 for black on white."""
    light = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (linear(one), linear(other)))
    return (light[1] + 0.05) / (light[0] + 0.05)


def seen(colour: str, kind: str) -> Colour:
    """The colour in CIE Lab, as somebody with this kind of blindness sees it."""
    given = linear(colour)
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, given, strict=True)), 0.0), 1.0) for row in BLINDNESS[kind]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Colour, other: Colour) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def raw() -> dict[str, Any]:
    found: dict[str, Any] = parse_yaml(files("graph").joinpath("look.yaml").read_text(encoding="utf-8"))
    return found


def test_every_label_and_relation_has_its_look() -> None:
    assert set(looks().labels) == set(node_tables(schema()))
    assert set(schema().relations) < set(looks().relations)


def test_captions_can_be_read() -> None:
    assert {
        name: round(contrast(one.color, one.text), 1)
        for name, one in looks().labels.items()
        if contrast(one.color, one.text) < 4.5
    } == {}


def test_lines_stand_out_from_white() -> None:
    assert [name for name, one in looks().relations.items() if contrast(one.color, "#FFFFFF") < 3] == []


@pytest.mark.parametrize("kind", BLINDNESS)
def test_labels_are_told_apart(kind: str) -> None:
    colours = {name: seen(one.color, kind) for name, one in looks().labels.items()}
    near = {
        (one, other): round(distance(colours[one], colours[other]))
        for one, other in combinations(colours, 2)
        if distance(colours[one], colours[other]) < 10
    }
    assert near == {}
    of_proofs = [one.color for name, one in looks().labels.items() if name in PROVENANCE]
    assert all(len(set(re.findall("..", colour[1:]))) == 1 for colour in of_proofs), "what only proves is grey"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda raw: raw["labels"].pop("Reject"), "label Reject has no look"),
        (lambda raw: raw["relations"].pop("ASSISTS"), "relation ASSISTS has no look"),
        (lambda raw: raw["labels"].update(Village=raw["labels"]["Region"]), "Village is no label"),
        (lambda raw: raw["labels"]["Region"].update(color="blue"), "label Region: color is blue"),
        (lambda raw: raw["labels"]["Region"].update(diameter=0), "label Region: diameter is 0"),
        (lambda raw: raw["labels"]["Region"].update(caption="title"), "caption title is no property"),
        (lambda raw: raw["labels"]["Region"].pop("text"), "label Region: a look has"),
        (lambda raw: raw["relations"]["ASSISTS"].update(shape="dotted"), "relation ASSISTS: a look has"),
    ],
)
def test_a_look_at_fault_is_named(change: Any, message: str) -> None:
    given = raw()
    change(given)
    with pytest.raises(SchemaError, match=message):
        parse(given, schema())


def test_the_shared_label_comes_first() -> None:
    """The Browser makes up a block for a label without one, and the last block that fits a node wins."""
    selectors = re.findall(r"^(\S+) \{$", grass(looks()), flags=re.MULTILINE)
    assert selectors[:3] == ["node", "relationship", "node.Entity"]
    assert set(selectors[3:]) == {f"node.{one}" for one in looks().labels} | {
        f"relationship.{one}" for one in looks().relations
    }


def test_the_style_holds_nothing_that_its_parser_trips_over() -> None:
    text = grass(looks())
    assert "//" not in text and "/*" not in text
    assert all(re.fullmatch(r"\S+ \{|\}|  [a-z-]+: [^:;]+;", line) for line in text.splitlines())
