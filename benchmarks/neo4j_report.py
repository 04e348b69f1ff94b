"""The measurements as the Neo4j part of benchmarks/RESULTS.md."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from benchmarks.neo4j_bulk import Size
from benchmarks.neo4j_load import Rates, Way
from benchmarks.neo4j_questions import Latency
from benchmarks.results import table


def loads(ways: Sequence[Way], counts: tuple[int, int]) -> str:
    """The whole loads, quickest first, and how duikou compares."""
    own = ways[0]
    columns = ["way", "min s", "median s", "max s", "rows/s", "CPU client s", "CPU server s", "median / duikou's"]
    rows = [
        [
            way.title,
            *(f"{one:.1f}" for one in (way.seconds[0], way.median, way.seconds[-1])),
            f"{sum(counts) / way.median:,.0f}",
            *(f"{median(one[place] for one in way.took):.1f}" for place in (1, 2)),
            f"{way.median / own.median:.2f}",
        ]
        for way in sorted(ways, key=lambda one: one.median)
    ]
    told = [
        f"- duikou against the quickest of {name}: **{_quickest(ways, writers) / own.median:.2f}×** (wanted: {wanted})"
        for name, writers, wanted in (
            ("py2neo", ("py2neo_merge", "py2neo_create"), "1.2"),
            ("UNWIND of maps", ("unwind",), "1.6"),
        )
    ]
    return f"{table(columns, rows)}\n\n" + "\n".join(told)


def _quickest(ways: Sequence[Way], writers: tuple[str, ...]) -> float:
    return min(way.median for way in ways if way.writer in writers)


def documents(ways: Sequence[Way], count: int) -> str:
    """Documents a second."""
    columns = ["way", "documents/s", "median s", "min s", "max s"]
    rows = [
        [way.title, f"{count / way.median:.1f}", *(f"{n:.2f}" for n in (way.median, way.seconds[0], way.seconds[-1]))]
        for way in sorted(ways, key=lambda one: one.median)
    ]
    return table(columns, rows)


def samples(rates: Sequence[Rates]) -> str:
    """What is too slow for the whole graph."""
    columns = ["way", "nodes/s", "relationships/s"]
    return table(columns, [[one.title, f"{one.nodes:,.0f}", f"{one.links:,.0f}"] for one in rates])


def sizes(found: Sequence[Size]) -> str:
    """Both ways at every size."""
    columns = [
        "nodes",
        "relationships",
        "Bolt s",
        "import s",
        "of it: export",
        "import",
        "start",
        "indexes",
        "Bolt / import",
    ]
    rows = [
        [
            f"{one.nodes:,}",
            f"{one.links:,}",
            f"{median(one.bolt):.0f}",
            f"{median(run.total for run in one.imports):.0f}",
            *(
                f"{median(getattr(run, step) for run in one.imports):.0f}"
                for step in ("exporting", "importing", "starting", "indexing")
            ),
            f"**{one.gain:.2f}**",
        ]
        for one in found
    ]
    return table(columns, rows)


def questions(found: Sequence[Latency]) -> str:
    """Every question; the worst ratio below."""
    columns = [
        "question",
        "rows",
        "times asked",
        "ask ms",
        "its query ms",
        "driver ms",
        "session.run ms",
        "query / driver",
        "LadybugDB ms",
    ]
    rows = [
        [
            " ".join([one.question, *(f"{name}={value}" for name, value in one.parameters.items())]),
            one.rows,
            one.times,
            *(f"{n:.2f}" for n in (one.asked, one.proper, one.bare, one.bare_session)),
            f"{one.ratio:.2f}",
            f"{one.embedded:.2f}",
        ]
        for one in found
    ]
    ratios = sorted(one.ratio for one in found)
    whole = sum(one.proper for one in found) / sum(one.bare for one in found)
    told = f"query / driver: median {median(ratios):.2f}, worst **{ratios[-1]:.2f}**, of all times together {whole:.2f}"
    return f"{table(columns, rows)}\n\n{told} (wanted: at most 1.10)"
