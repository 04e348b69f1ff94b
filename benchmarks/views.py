"""The graph page: how long it takes to make, how large it is, how soon it can be used.

    python -m benchmarks.views                     2,000, 10,000 and 50,000 nodes; writes its part of RESULTS.md
    python -m benchmarks.views --nodes 500 --dry   a minute; prints instead

A page is usable when its first picture is there and a click on a node has been answered: from asking Chromium to open
the file until the panel shows the node, by the clock of the page. WebGL runs on the processor (SwiftShader), as on a
machine without a graphics card. Every run takes a new browser; the median of three counts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.neo4j_graph import WORDS, part
from benchmarks.results import machine, table, write_part
from graph.merge import canonical
from graph.rows import Batch

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

SIZES = (2_000, 10_000, 50_000)
LIMITS = {2_000: 3.0, 10_000: 4.0, 50_000: 13.0}  # seconds until a click is answered
RUNS = 3
_ROWS, _FACTS, _SHARED = 2_500, 1_500, 0.04  # of a batch: rows, facts, the share of entities that others name too
_ENTITIES = 0.4  # of the rows
_SCHEMES = ("东西部协作", "对口支援", "结对帮扶", "定点帮扶")
_STEP = canonical([{"role": "subject", "kind": "pronoun", "surface": "该企业", "means": "企业"}])
_TOPIC = 60  # entities that belong together, as those of an article do
_DRAWN = """
async () => {
    const frame = () => new Promise(requestAnimationFrame);
    while (!window.graphView) await new Promise((done) => setTimeout(done, 20));
    await frame();
    await frame();
    const { x, y } = graphView.place(graph.order[0]), box = document.getElementById("canvas").getBoundingClientRect();
    return [box.left + x, box.top + y, performance.now()];
}
"""
_ANSWERED = """
async () => {
    while (document.getElementById("details").hidden) await new Promise((done) => setTimeout(done, 10));
    await new Promise(requestAnimationFrame);
    return performance.now();
}
"""


def batches(entities: int) -> Iterator[Batch]:
    """Batches of 1,000 entities with 1.5 facts each and figures; nine facts of ten stay within one topic."""
    for number in range(-(-entities // int(_ROWS * _ENTITIES))):
        made = part(_ROWS, f"document {number}", links=_FACTS, facts=_FACTS, shared=_SHARED)
        yield _sentences(_by_topic(made, Random(number)), Random(number))


def _by_topic(batch: Batch, random: Random) -> Batch:
    """The same with the objects of most facts chosen near their subjects, and tiers and schemes as documents give them."""
    topics = int(_ROWS * _ENTITIES) // _TOPIC
    for pair, rows in batch.facts.items():
        sources, targets = list(batch.nodes[pair.source]), list(batch.nodes[pair.target])
        place = {id_: number for number, id_ in enumerate(sources)}
        for row in rows.values():
            inferred = row["because"] != "[]"
            row.update(tier="inferred" if inferred else "stated", because=_STEP if inferred else "[]")
            if row.get("scheme"):
                row["scheme"] = random.choice(_SCHEMES)
            if random.random() < 0.9:
                topic = place[row["from_id"]] * topics // len(sources)
                near = targets[topic * len(targets) // topics : (topic + 1) * len(targets) // topics]
                row["to_id"] = random.choice(near or targets)
    return batch


def _sentences(batch: Batch, random: Random) -> Batch:
    """The same with a text of sentences as long as those of newspapers, in each of which a passage stands."""
    text = ""
    for line, passage in enumerate(batch.nodes["Passage"].values(), start=1):
        words = "".join(random.choices(WORDS, k=random.randint(25, 70)))
        start = len(text) + random.randint(0, 10)
        text += words + "。\n"
        stop = len(text) - 2 - random.randint(0, 8)
        passage.update(start=start, stop=stop, line=line, quote=text[start:stop])
    batch.document["text"] = text
    for article in batch.nodes["Article"].values():
        article["stop"] = len(text)
    return batch


def make(path: Path, entities: int) -> Path:
    """A store with about so many entities, made unless it is there."""
    from graph.store import open_store

    if path.exists():
        return path
    unfinished = path.with_name(f"{path.name}.part")
    with open_store(unfinished) as store:
        for batch in batches(entities):
            store.write_batch(batch)
    unfinished.rename(path)
    return path


def page_of(path: Path, html: Path) -> dict[str, Any]:
    """Make the page of a store: seconds for reading the store and for the page, megabytes of it."""
    from duikou.settings import Lang
    from duikou.views.graph_page import PYVIS_LIMIT, drawn
    from duikou.views.graph_places import Places
    from duikou.views.knowledge import everything
    from graph.store import open_store

    with open_store(path, read_only=True) as store:
        start = time.perf_counter()
        known = everything(store)
        read = time.perf_counter()
        html.write_text(drawn(known, Places(store, known.nodes.values()), Lang.zh), encoding="utf-8")
        made = time.perf_counter()
    return {
        "engine": "pyvis" if len(known.nodes) <= PYVIS_LIMIT else "sigma.js",
        "nodes": len(known.nodes),
        "facts": len(known.facts),
        "figures": len(known.figures),
        "read": read - start,
        "make": made - read,
        "size": html.stat().st_size / 1e6,
    }


def usable(html: Path) -> tuple[float, float]:
    """Seconds from opening the file until its first picture, and until a click was answered, in a new browser."""
    import pages_browser

    with pages_browser.opened(html) as page:  # warms up nothing but the browser: the page is opened again below
        page.goto("about:blank")
        page.set_default_timeout(300_000)
        page.goto(html.as_uri(), wait_until="commit")
        x, y, drawn = page.evaluate(_DRAWN)
        page.mouse.click(x, y)
        answered = page.evaluate(_ANSWERED)
    pages_browser.close()
    return drawn / 1000, answered / 1000


def measure(entities: int, folder: Path, runs: int) -> list[str]:
    """One row of the table."""
    html = folder / f"{entities}.html"
    made = page_of(make(folder / f"views{entities}.lbug", entities), html)
    times = [usable(html) for _ in range(runs)]
    first, click = (statistics.median(one[which] for one in times) for which in (0, 1))
    limit = next((seconds for size, seconds in LIMITS.items() if entities <= size), None)
    return [
        made["engine"],
        f"{made['nodes']:,}",
        f"{made['facts']:,}",
        f"{made['figures']:,}",
        f"{made['read']:.1f}",
        f"{made['make']:.1f}",
        f"{made['size']:.1f}",
        f"{first:.1f}",
        f"{click:.1f}",
        f"{limit:.0f}" if limit else "",
    ]


_COLUMNS = ("drawn by", "nodes", "facts", "figures", "store read, s", "page made, s", "page, MB", "first picture, s", "click answered, s", "wanted, s")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the graph page.")
    parser.add_argument("--nodes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--folder", type=Path, help="where stores are kept for the next time")
    parser.add_argument("--dry", action="store_true", help="print, leave RESULTS.md as it is")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = given.folder or Path(spare)
        rows = [measure(entities, folder, given.runs) for entities in given.nodes]
    text = f"""## The graph page

{machine()}; Chromium without a graphics card (WebGL on the processor). `python -m benchmarks.views`, median of {given.runs} runs.
"First picture" and "click answered" count from opening the file; they hold the reading of the page, the layout is in it.

{table(_COLUMNS, rows)}
"""
    if given.dry:
        print(text)
    else:
        write_part("views", text)


if __name__ == "__main__":
    main()
