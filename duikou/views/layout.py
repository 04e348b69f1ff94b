"""Where the nodes of a graph stand, computed before the page is made: the same graph gives the same picture.

Each component gets a layout of its own: Kamada-Kawai up to 60 nodes, which shows its distances best; above that
Fruchterman-Reingold, which igraph does for 50,000 nodes in seconds. Up to 2,500 nodes are then pushed apart until names fit
between them. The components are packed like boxes into an area as wide as a screen is.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from math import cos, pi, sin, sqrt

_SEED = 7
_PRECISE = 60  # nodes up to which a component is laid out by Kamada-Kawai
_SPACED = 2500  # nodes up to which they are pushed apart
_STEPS = 400  # of Fruchterman-Reingold
_ASPECT = 1.35  # of the area that components are packed into: width by height
_GAP = 30.0
_LINK = 110  # pixels of a link in a component that is pushed apart
_ROOM = 48  # pixels to either side for each node of a larger one
_TRIES = (1.0, 1.1, 1.2, 1.3, 1.4, 1.5)  # widths of that area, times what it would be without gaps

Box = tuple[float, float]
Point = tuple[float, float]


def positions(
    boxes: Sequence[Box], links: Collection[tuple[int, int]], weak: Collection[tuple[int, int]], loose: Collection[int]
) -> list[tuple[int, int]]:
    """Where each node stands, in pixels, y downwards.

    boxes: the room that each node needs, as width and height. links: pairs of nodes that draw each other near. weak: pairs
    that only say where the nodes of `loose` go, near those that they are linked with.

    >>> positions([(40, 30)] * 2, [(0, 1)], [], [])
    [(20, 15), (130, 15)]
    """
    found: dict[int, Point] = {}
    firm = [node for node in range(len(boxes)) if node not in set(loose)]
    parts = _components(firm, links)
    drawn = [_laid_out(part, boxes, links_) for part, links_ in parts]
    extents = [_extent(part, boxes) for part in drawn]
    for (left, top, _, _), part, (x, y) in zip(
        extents, drawn, _packed([(right - left, bottom - top) for left, top, right, bottom in extents]), strict=True
    ):
        found.update({node: (px - left + x, py - top + y) for node, (px, py) in part.items()})
    _place_loose(found, weak, sorted(loose), boxes)
    return [(round(found[node][0]), round(found[node][1])) for node in range(len(boxes))]


def _components(
    nodes: Sequence[int], links: Collection[tuple[int, int]]
) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """The connected parts, the largest first, each with its links as places in its list of nodes."""
    import igraph

    place = {node: number for number, node in enumerate(nodes)}
    pairs = sorted({(min(a, b), max(a, b)) for a, b in links if a != b and a in place and b in place})
    graph = igraph.Graph(len(nodes), [(place[a], place[b]) for a, b in pairs])
    member = graph.connected_components().membership
    parts: list[tuple[list[int], list[tuple[int, int]]]] = [([], []) for _ in range(max(member, default=-1) + 1)]
    within: dict[int, int] = {}
    for node in nodes:
        part = parts[member[place[node]]][0]
        within[node] = len(part)
        part.append(node)
    for a, b in pairs:
        parts[member[place[a]]][1].append((within[a], within[b]))
    return sorted(parts, key=lambda part: (-len(part[0]), part[0][0]))


def _laid_out(nodes: Sequence[int], boxes: Sequence[Box], links: Sequence[tuple[int, int]]) -> dict[int, Point]:
    """One component on a plane of its own."""
    import igraph

    count = len(nodes)
    if count == 1:
        return {nodes[0]: (0.0, 0.0)}
    graph = igraph.Graph(count, links)
    igraph.set_random_number_generator(random.Random(_SEED))  # and put back: igraph draws from Python's generator
    try:
        if count <= _PRECISE:
            points = graph.layout_kamada_kawai().coords
        else:
            points = graph.layout_fruchterman_reingold(niter=_STEPS, grid="auto").coords
    finally:
        igraph.set_random_number_generator(random)
    if count <= _SPACED:
        lengths = sorted(
            sqrt((points[a][0] - points[b][0]) ** 2 + (points[a][1] - points[b][1]) ** 2) for a, b in links
        )
        scale = _LINK / (lengths[len(lengths) // 2] or 1)
    else:
        (left, top), (right, bottom) = (tuple(pick(p[axis] for p in points) for axis in (0, 1)) for pick in (min, max))
        scale = _ROOM * sqrt(count / ((right - left) * (bottom - top)))
    placed = {node: (x * scale, y * scale) for node, (x, y) in zip(nodes, points, strict=True)}
    if count <= _SPACED:
        push_apart(placed, boxes, nodes)
    return placed


def push_apart(placed: dict[int, Point], boxes: Sequence[Box], movable: Collection[int], rounds: int = 60) -> None:
    """Move boxes that overlap along the shorter way until none does, or the rounds are over; `placed` is changed.

    >>> placed = {0: (0.0, 0.0), 1: (10.0, 1.0)}
    >>> push_apart(placed, [(20, 20), (20, 20)], [1]); placed
    {0: (0.0, 0.0), 1: (20.0, 1.0)}
    """
    free = set(movable)
    side = max(max(boxes[node]) for node in placed)
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[int]] = {}
        for node, (x, y) in placed.items():
            cells.setdefault((int(x // side), int(y // side)), []).append(node)
        moved = False
        for (column, row), here in sorted(cells.items()):
            around = [
                other
                for right, down in ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1))
                for other in cells.get((column + right, row + down), ())
            ]
            for number, node in enumerate(here):
                for other in around[number + 1 :]:
                    moved |= _separate(placed, boxes, node, other, free)
        if not moved:
            return


def _separate(placed: dict[int, Point], boxes: Sequence[Box], one: int, other: int, free: set[int]) -> bool:
    """Move two boxes that overlap; whether they did."""
    (x, y), (u, v) = placed[one], placed[other]
    right = (boxes[one][0] + boxes[other][0]) / 2 - abs(x - u)
    down = (boxes[one][1] + boxes[other][1]) / 2 - abs(y - v)
    if right <= 0.5 or down <= 0.5 or one == other or not free & {one, other}:
        return False
    shares = (0.5, 0.5) if {one, other} <= free else (1.0, 0.0) if one in free else (0.0, 1.0)
    dx, dy = (right, 0.0) if right < down else (0.0, down)
    dx, dy = (dx if x > u else -dx), (dy if y > v else -dy)
    placed[one] = (x + dx * shares[0], y + dy * shares[0])
    placed[other] = (u - dx * shares[1], v - dy * shares[1])
    return True


def _extent(placed: dict[int, Point], boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what the boxes cover."""
    return (
        min(x - boxes[node][0] / 2 for node, (x, _) in placed.items()),
        min(y - boxes[node][1] / 2 for node, (_, y) in placed.items()),
        max(x + boxes[node][0] / 2 for node, (x, _) in placed.items()),
        max(y + boxes[node][1] / 2 for node, (_, y) in placed.items()),
    )


def _packed(sizes: Sequence[Box]) -> list[Point]:
    """The corner of each box in an area of about the shape of a screen: of a few widths, that which comes nearest.

    >>> _packed([(100, 100), (40, 40), (40, 40)])
    [(0.0, 0.0), (130.0, 0.0), (130.0, 70.0)]
    """
    if not sizes:
        return []
    sizes = [(width + _GAP, height + _GAP) for width, height in sizes]
    width = sqrt(sum(width * height for width, height in sizes) * _ASPECT)
    widest = max(width for width, _ in sizes)
    tries = _TRIES if len(sizes) <= _SPACED else _TRIES[1:2]

    def unlike(corners: Sequence[Point]) -> float:
        reach = max(x + w for (x, _), (w, _) in zip(corners, sizes, strict=True))
        depth = max(y + h for (_, y), (_, h) in zip(corners, sizes, strict=True))
        return max(reach, depth * _ASPECT)

    return min((_shelved(sizes, max(widest, width * factor)) for factor in tries), key=unlike)


def _shelved(sizes: Sequence[Box], reach: float) -> list[Point]:
    """The corner of each box, each in turn as high as it fits on the skyline of those before it."""
    skyline: list[tuple[float, float, float]] = [(0.0, reach, 0.0)]  # left, width, depth of each step
    corners = []
    for width, height in sizes:
        depth, left = min(_fits(skyline, number, width, reach) for number in range(len(skyline)))
        corners.append((left, depth))
        skyline = _lowered(skyline, left, width, depth + height)
    return corners


def _fits(skyline: Sequence[tuple[float, float, float]], number: int, width: float, reach: float) -> Point:
    """How deep a box lies that starts at a step of the skyline, and where; endlessly deep where it would stick out."""
    left = skyline[number][0]
    if left + width > reach + 1e-6:
        return float("inf"), left
    depth = 0.0
    for start, _, deep in skyline[number:]:
        if start >= left + width - 1e-6:
            break
        depth = max(depth, deep)
    return depth, left


def _lowered(
    skyline: Sequence[tuple[float, float, float]], left: float, width: float, depth: float
) -> list[tuple[float, float, float]]:
    """The skyline with a box in it."""
    right = left + width
    found = [(left, width, depth)]
    for start, span, deep in skyline:
        if start < left:
            found.append((start, min(span, left - start), deep))
        if start + span > right + 1e-6:
            begin = max(start, right)
            found.append((begin, start + span - begin, deep))
    merged: list[tuple[float, float, float]] = []
    for start, span, deep in sorted(found):
        if merged and merged[-1][2] == deep:
            merged[-1] = (merged[-1][0], merged[-1][1] + span, deep)
        else:
            merged.append((start, span, deep))
    return merged


def _place_loose(
    found: dict[int, Point], weak: Collection[tuple[int, int]], loose: Sequence[int], boxes: Sequence[Box]
) -> None:
    """Put the loose nodes beside the middle of those that they are linked with, from near to far; `found` is changed."""
    near: dict[int, list[int]] = {node: [] for node in loose}
    for a, b in weak:
        for one, other in ((a, b), (b, a)):
            if one in near:
                near[one].append(other)
    waiting = list(loose)
    while waiting:
        ready = [node for node in waiting if any(other in found for other in near[node])] or waiting[:1]
        places = {}
        for node in ready:
            known = [found[other] for other in near[node] if other in found] or [(0.0, -80.0)]
            turn = 2 * pi * (node * 0.381966 % 1)  # the golden angle: neighbours in the list go different ways
            x, y = (sum(point[axis] for point in known) / len(known) for axis in (0, 1))
            places[node] = (x + 70 * cos(turn), y + 70 * sin(turn))
        found.update(places)
        waiting = [node for node in waiting if node not in places]
    if loose and len(boxes) <= _SPACED:
        push_apart(found, boxes, loose)
