"""Makes docs/tour.ipynb, a notebook that shows what duikou does; its cells are written here, so that they can be read and compared.

    python docs/build_tour.py           write it
    python docs/build_tour.py --check   exit 1 if it would change

Without outputs: whoever opens it runs it (Jupyter, VS Code, Colab after `pip install` of a checkout), as tests/test_tour.py does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

TOUR = Path(__file__).parent / "tour.ipynb"
TEXT, CODE = "markdown", "code"

CELLS: tuple[tuple[str, str], ...] = (
    (
        TEXT,
        """\
# A tour of duikou · 对口一览

duikou reads Chinese articles about paired assistance (东西部协作、对口支援) and keeps what they say as a graph in which every fact carries the words that
prove it. Everything below runs offline and gives the same answers every time.

对口读中文帮扶文章，得出事实图谱；每条事实都附上证明它的原文。以下各步不联网，每次结果相同。

It needs `pandas` beside duikou · 另需 `pandas`：`pip install pandas`.""",
    ),
    (
        TEXT,
        """\
## Load · 读入

A store is one file. Here the project's own articles (`seeds/`) go into one in a folder that is thrown away at the end; `graph.load("my articles/")`
reads yours.

图库是一个文件。这里把自带文章读进一个临时图库；读自己的文章用 `graph.load("文件夹/")`。""",
    ),
    (
        CODE,
        """\
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import duikou

folder = tempfile.TemporaryDirectory()
graph = duikou.open(Path(folder.name) / "tour.lbug")
with as_file(files("seeds") / "articles") as articles:
    report = graph.load(articles)
assert not report.failed
{part: report.total(part) for part in ("articles", "facts", "observations", "rejects")}""",
    ),
    (
        TEXT,
        """\
## Ask · 提问

Questions are canned; `duikou ask` lists them. Places may be written in any form: 三都, 三都县, 三都水族自治县, 522732.

问题是现成的，`duikou ask` 列出全部。地名怎么写都行。""",
    ),
    (CODE, 'graph.ask("companies_by_site", region="三都")'),
    (
        TEXT,
        """\
## Why · 凭什么

Every row can show its proof: the words, the document, the line. A statement is `stated` by its words, or `inferred` with the recorded step.

每一行都拿得出依据：原文、文件、行号。""",
    ),
    (
        CODE,
        """\
row = graph.ask("companies_by_site", region="三都")[0]
[proof] = graph.why(row["proof"])
[fact] = proof.statements
print(fact.subject.name, fact.says, fact.object.name, fact.tier)
for quote in fact.quotes:
    print(f"{quote.document}:{quote.line} “{quote.text}”")""",
    ),
    (
        TEXT,
        """\
## Tables · 数据表

Every answer becomes a pandas data frame. Amounts are in yuan; a figure that two articles give is one row.

任何答案都可变成 pandas 数据表。金额单位是元。""",
    ),
    (
        CODE,
        """\
money = graph.ask("money").to_pandas()
money.groupby("giver")["amount"].agg(["count", "sum"]).sort_values(["sum", "count"], ascending=False).head(8)""",
    ),
    (
        CODE,
        """\
jobs = graph.ask("jobs").to_pandas()
jobs.loc[:, [column for column in ("subject", "indicator", "value", "unit", "document") if column in jobs]].head(8)""",
    ),
    (
        TEXT,
        """\
## A text of your own · 自己的文字

`extract` needs no store. What is not kept is told with its reason.

`extract` 不需要图库。没有采纳的也写明原因。""",
    ),
    (
        CODE,
        """\
said = duikou.extract(
    "自2021年起，广州市黄埔区结对帮扶三都水族自治县。黄埔区投入东西部协作资金800万元，在三都县建设周覃帮扶车间。"
)
said.to_pandas()[["subject_name", "relation", "object_name", "tier"]]""",
    ),
    (
        TEXT,
        """\
## Networks · 网络

`to_networkx()` is a `MultiDiGraph`; an edge carries its relation, tier, properties and evidence.

`to_networkx()` 得到 `MultiDiGraph`，边上带关系、证据等级、属性和原文。""",
    ),
    (
        CODE,
        """\
import networkx

network = graph.to_networkx()
helps = networkx.DiGraph((a, b) for a, b, told in network.edges(data=True) if told["relation"] == "ASSISTS")
name = networkx.get_node_attributes(network, "name")
sorted(((name[node], degree) for node, degree in helps.out_degree() if degree), key=lambda one: (-one[1], one[0]))[:6]""",
    ),
    (
        TEXT,
        """\
## Pictures · 图

`view()` makes a page that needs nothing else and shows itself here; `.save("pairings.html")` keeps it. Width is money or the number of facts; click a
band, a node or an edge for the words that prove it.

`view()` 得到一个自足的网页，在这里直接显示；`.save("结对.html")` 可存盘。点一下连线或圆点，就看到原文依据。""",
    ),
    (CODE, 'graph.view("pairings")'),
    (CODE, 'graph.view("城南社区")'),
    (
        CODE,
        """\
graph.close()
folder.cleanup()""",
    ),
)


def notebook() -> str:
    """The notebook as JSON, in the form of nbformat 4.5."""
    made = {
        "cells": list(_cells()),
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _cells() -> Iterator[dict[str, object]]:
    for number, (kind, source) in enumerate(CELLS, start=1):
        cell: dict[str, object] = {"cell_type": kind, "id": f"cell-{number:02}", "metadata": {}}
        if kind == CODE:
            cell |= {"execution_count": None, "outputs": []}
        yield cell | {"source": source.splitlines(keepends=True)}


def main() -> None:
    """Write the notebook, or tell whether it is stale."""
    if "--check" in sys.argv[1:]:
        if not TOUR.exists() or TOUR.read_text(encoding="utf-8") != notebook():
            sys.exit(f"{TOUR}: stale: run python docs/build_tour.py")
    else:
        TOUR.write_text(notebook(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
