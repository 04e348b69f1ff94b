"""The looks as a style sheet of Neo4j Browser, a .grass file.

Its parser knows no comments. A node with two labels takes the last block that fits, and the Browser makes up a block
for a label without one: so `node.Entity`, which every node of the vocabulary carries too, comes first and is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.look import Looks

_FONT = 13  # seven Chinese characters fill a circle of 100


def grass(looks: Looks) -> str:
    """The text of the .grass file.

    >>> from graph.look import looks
    >>> grass(looks()).splitlines()[-6:-3]
    ['relationship.MENTIONED_IN {', '  color: #8C8C8C;', '  shaft-width: 1px;']
    """
    return "".join(_blocks(looks))


def _blocks(looks: Looks) -> Iterator[str]:
    yield _block("node", {"diameter": "70px", "font-size": f"{_FONT}px", "border-width": "2px"})
    yield _block("relationship", {"font-size": "10px", "padding": "3px", "text-color-external": "#000000"})
    yield "node.Entity {\n}\n"
    for label, node in looks.labels.items():
        row = {
            "color": node.color,
            "border-color": node.border,
            "text-color-internal": node.text,
            "diameter": f"{node.diameter}px",
            "caption": f'"{{{node.caption}}}"',
        }
        yield _block(f"node.{label}", row)
    for relation, line in looks.relations.items():
        row = {
            "color": line.color,
            "shaft-width": f"{line.width}px",
            "text-color-internal": "#FFFFFF",
            "caption": '"<type>"',
        }
        yield _block(f"relationship.{relation}", row)


def _block(selector: str, row: Mapping[str, str]) -> str:
    lines = "".join(f"  {key}: {value};\n" for key, value in row.items())
    return f"{selector} {{\n{lines}}}\n"
