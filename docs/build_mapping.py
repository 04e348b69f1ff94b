"""Draws docs/pictures/rdf-mapping.svg: how a fact, a figure and their proof become linked data.

python docs/build_mapping.py
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

PICTURE = Path(__file__).parent / "pictures" / "rdf-mapping.svg"
WIDTH, HEIGHT = 1240, 790
LINE = 19
COLOURS = {"entity": "#2f6f9f", "fact": "#1f7a55", "figure": "#9a6a12", "proof": "#7a4b8f", "words": "#6b6b6b"}
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A node: its IRI, its classes, its values; `at` is the upper left corner."""

    kind: str
    at: Point
    width: float
    name: str
    classes: str
    values: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        return 54 + LINE * len(self.values) + (8 if self.values else 0)

    def side(self, where: str, along: float = 0.5) -> Point:
        """A point on the left, right, top or bottom side."""
        (x, y), width, height = self.at, self.width, self.height
        return {
            "left": (x, y + height * along),
            "right": (x + width, y + height * along),
            "top": (x + width * along, y),
            "bottom": (x + width * along, y + height),
        }[where]


def _elbow(start: Point, x: float, end: Point) -> tuple[Point, ...]:
    """The corners of an arrow that goes across at one place."""
    return start, (x, start[1]), (x, end[1]), end


COMPANY = Box(
    "entity",
    (40, 60),
    360,
    "company/9f…",
    "dk:Company · org:FormalOrganization",
    ("rdfs:label “云织制衣”@zh-Hans", "dcterms:identifier “company:9f…”"),
)
PARK = Box(
    "entity",
    (870, 60),
    330,
    "park/41…",
    "dk:Park · schema:Place · org:Site · geo:Feature",
    ("rdfs:label “平桥就业园”@zh-Hans", "geo:sfWithin <site/77…>"),
)
FACT = Box(
    "fact",
    (470, 205),
    300,
    "fact/c0…",
    "dk:MovedInto ⊂ dk:Fact ⊂ rdf:Statement",
    ("rdf:predicate dk:movedInto", "dk:since “2022-03”^^xsd:gYearMonth", "dk:tier dk:tier-stated"),
)
FIGURE = Box(
    "figure",
    (40, 370),
    360,
    "observation/5e…",
    "dk:Observation · schema:Observation · qb:Observation",
    ("dk:value 60.0 · dk:unit “人”", "dk:status dk:status-outcome", "dk:raw “60多人”"),
)
INDICATOR = Box("words", (40, 570), 360, "dk:indicator-employees", "skos:Concept in dk:indicators")
CUBE = Box("words", (40, 680), 360, "figures", "qb:DataSet · qb:structure dk:figures")
PASSAGE = Box("proof", (470, 455), 300, "passage/b3…", "dk:Passage · oa:SpecificResource", ("dk:line 3",))
POSITION = Box(
    "proof", (870, 370), 330, "passage/b3…#position", "oa:TextPositionSelector", ("oa:start 31", "oa:end 53")
)
QUOTE = Box(
    "proof",
    (870, 515),
    330,
    "passage/b3…#quote",
    "oa:TextQuoteSelector",
    ("oa:exact “…入驻平桥就业园”", "oa:prefix · oa:suffix"),
)
ARTICLE = Box("proof", (470, 620), 300, "article/d1…", "dk:Article · schema:NewsArticle", ("schema:headline …",))
DOCUMENT = Box(
    "proof", (870, 665), 330, "document/28…", "dk:Document · schema:DigitalDocument", ("schema:text (the whole text)",)
)
BOXES = (COMPANY, PARK, FACT, FIGURE, INDICATOR, CUBE, PASSAGE, POSITION, QUOTE, ARTICLE, DOCUMENT)

# The corners of each arrow, its words, and where they stand.
ARROWS: tuple[tuple[tuple[Point, ...], str, Point, str], ...] = (
    ((COMPANY.side("right", 0.35), PARK.side("left", 0.35)), "dk:movedInto", (635, 88), "middle"),
    (_elbow(FACT.side("left", 0.3), 435, COMPANY.side("right", 0.74)), "rdf:subject", (443, 190), "start"),
    (_elbow(FACT.side("right", 0.3), 820, PARK.side("left", 0.74)), "rdf:object", (812, 190), "end"),
    ((FIGURE.side("top", 0.3), COMPANY.side("bottom", 0.3)), "dk:subject", (158, 270), "start"),
    ((FIGURE.side("bottom", 0.3), INDICATOR.side("top", 0.3)), "dk:indicator", (158, 545), "start"),
    (_elbow(FIGURE.side("left", 0.8), 20, CUBE.side("left")), "qb:dataSet", (26, 660), "start"),
    ((FACT.side("bottom"), PASSAGE.side("top")), "prov:wasQuotedFrom", (628, 395), "start"),
    (_elbow(FIGURE.side("right", 0.25), 435, PASSAGE.side("left", 0.6)), "prov:wasQuotedFrom", (408, 390), "start"),
    (_elbow(PASSAGE.side("right", 0.35), 820, POSITION.side("left")), "oa:hasSelector", (812, 440), "end"),
    (_elbow(PASSAGE.side("right", 0.7), 820, QUOTE.side("left")), "oa:hasSelector", (812, 553), "end"),
    ((PASSAGE.side("bottom"), ARTICLE.side("top")), "dcterms:isPartOf", (628, 590), "start"),
    (_elbow(ARTICLE.side("right", 0.8), 820, DOCUMENT.side("left")), "dcterms:isPartOf", (812, 728), "end"),
)


def picture() -> str:
    """The drawing as SVG."""
    body = "\n".join([*map(_arrow, ARROWS), *map(_box, BOXES)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-label="A fact as a plain triple and as a node with its proof; a figure; the passage that proves both">\n'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#444"/></marker></defs>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n'
        '<g font-family="system-ui, Noto Sans CJK SC, Microsoft YaHei, sans-serif" font-size="14">\n'
        f"{body}\n</g>\n</svg>\n"
    )


def _box(box: Box) -> str:
    colour, (x, y) = COLOURS[box.kind], box.at
    lines = [
        f'<rect x="{x}" y="{y}" width="{box.width}" height="{box.height}" rx="7" fill="#fff" stroke="{colour}" stroke-width="1.6"/>',
        f'<path d="M{x} {y + 30}v-23q0-7 7-7h{box.width - 14}q7 0 7 7v23z" fill="{colour}"/>',
        _text((x + 12, y + 20), f"<{box.name}>" if ":" not in box.name else box.name, "#fff", "bold"),
        _text((x + 12, y + 47), box.classes, colour, size=12),
        *[_text((x + 12, y + 70 + LINE * row), value, "#222") for row, value in enumerate(box.values)],
    ]
    return "\n".join(lines)


def _arrow(arrow: tuple[tuple[Point, ...], str, Point, str]) -> str:
    corners, words, at, anchor = arrow
    path = "L".join(f"{x:g} {y:g}" for x, y in corners)
    return f'<path d="M{path}" fill="none" stroke="#444" stroke-width="1.4" marker-end="url(#tip)"/>\n' + _text(
        at, words, "#444", anchor=anchor, size=13
    )


def _text(at: Point, words: str, colour: str, weight: str = "normal", anchor: str = "start", size: int = 14) -> str:
    return (
        f'<text x="{at[0]:g}" y="{at[1]:g}" fill="{colour}" font-weight="{weight}" text-anchor="{anchor}" '
        f'font-size="{size}">{escape(words)}</text>'
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
