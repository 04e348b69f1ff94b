"""A store as a workbook for Excel: a sheet a label, one of facts, one of figures, and the words that prove them.

Every cell is a text or a number, never a formula, whatever an article says. The first proof of a fact or a figure is a
link to its row in the sheet of the proofs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError
from graph.export import place
from graph.schema import schema

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from graph.store import Store

_MOST_ROWS = 1_048_576  # in a sheet of Excel
_MOST_LINKS = 65_530  # in a sheet; further proofs are named, not linked
_MOST_SIGNS = 32_767  # in a cell
_MADE = datetime(2000, 1, 1)  # in place of now, so that the same graph gives the same bytes

_ENTITY = {
    "name": ("名称", 34),
    "aliases": ("别名", 40),
    "code": ("代码", 12),
    "region": ("所属地区", 18),
    "id": ("编号", 34),
}
_FACT = {
    "relation": ("关系", 18), "subject": ("主体", 30), "object": ("客体", 30), "amount": ("金额（元）", 14),
    "since": ("起", 12), "until": ("止", 12), "title": ("职务", 20), "items": ("物资", 20), "scheme": ("机制", 16),
    "count": ("人数", 10), "tier": ("依据", 10), "proof": ("原文", 60), "document": ("文件", 16), "id": ("编号", 30),
}  # fmt: skip
_FIGURE = {
    "subject": ("主体", 30), "indicator": ("指标", 18), "value": ("数值", 14), "unit": ("单位", 8), "raw": ("原文数字", 16),
    "status": ("状态", 12), "aggregation": ("口径", 12), "group": ("人群", 16), "start": ("起", 12), "end": ("止", 12),
    "tier": ("依据", 10), "proof": ("原文", 60), "document": ("文件", 16), "id": ("编号", 30),
}  # fmt: skip
_PROOF = {
    "document": ("文件", 20),
    "article": ("文章", 34),
    "line": ("行", 8),
    "start": ("起", 8),
    "end": ("止", 8),
    "quote": ("原文", 100),
}
_ARTICLE = {
    "title": ("标题", 50),
    "publisher": ("媒体", 20),
    "published": ("日期", 12),
    "document": ("文件", 20),
    "id": ("编号", 34),
}

Row = Mapping[str, Any]


def write_workbook(store: Store, path: Path) -> int:
    """Write the workbook; how many rows there are in all. UsageError when the store is larger than Excel can take."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UsageError('this export needs XlsxWriter; install it with: pip install "duikou[excel]"') from error

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True, "bottom": 1})
        link = book.add_format({"font_color": "#0b5394", "underline": 1})

        def sheet(name: str, zh: str, columns: Mapping[str, tuple[str, int]]) -> _Sheet:
            return _Sheet(book.add_worksheet(f"{zh} {name}"), columns, bold, link)

        sheets = {
            "fact": sheet("facts", "事实", _FACT),
            "observation": sheet("figures", "数字", _FIGURE),
            **{label: sheet(label, rule.zh, _ENTITY) for label, rule in schema().labels.items()},
            "article": sheet("articles", "文章", _ARTICLE),
            "passage": sheet("proofs", "原文", _PROOF),
        }
        proofs = sheets["passage"]
        rows_of: dict[tuple[str, int, int], int] = {}
        for line in store.statements():
            if line["type"] == "passage":
                rows_of[place(line)] = proofs.rows
                proofs.add({**line, "document": line["document"]})
            elif line["type"] == "entity":
                sheets[line["label"]].add({**line, "aliases": "、".join(line["aliases"])})
            elif line["type"] == "article":
                sheets["article"].add(line)
            elif line["type"] in ("fact", "observation"):
                at = next((rows_of[place(piece)] for piece in line["evidence"]), None)
                target = "" if at is None else f"internal:'{proofs.name}'!A{at + 1}"
                sheets[line["type"]].add(_fact(line) if line["type"] == "fact" else _figure(line), target)
        return sum(one.rows - 1 for one in sheets.values())


class _Sheet:
    """A sheet that is filled row by row; `rows` counts its heading too."""

    def __init__(self, sheet: Worksheet, columns: Mapping[str, tuple[str, int]], bold: Any, link: Any) -> None:
        self._sheet, self._names, self._link = sheet, list(columns), link
        self.name: str = sheet.get_name()
        self.rows, self._links = 1, 0
        for at, (name, (zh, width)) in enumerate(columns.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, f"{zh} {name}", bold)
        sheet.freeze_panes(1, 0)

    def add(self, row: Row, target: str = "") -> None:
        """Append a row; its `proof` links to the target."""
        if self.rows >= _MOST_ROWS:
            raise UsageError(
                f"sheet {self.name} would have more than {_MOST_ROWS} rows, which Excel cannot open; use parquet or csv"
            )
        for at, name in enumerate(self._names):
            value = row.get(name)
            if value is None or value == "":
                continue
            if isinstance(value, (int, float)):
                self._sheet.write_number(self.rows, at, value)
            elif name == "proof" and target and self._links < _MOST_LINKS:
                self._sheet.write_url(self.rows, at, target, self._link, string=value[:_MOST_SIGNS])
                self._links += 1
            else:
                self._sheet.write_string(self.rows, at, value[:_MOST_SIGNS])
        self.rows += 1


def _fact(line: Row) -> Row:
    rule = schema().relations[line["relation"]]
    ends = {"subject": line["subject"]["name"], "object": line["object"]["name"]}
    return {**line["properties"], **ends, "relation": f"{rule.zh} {rule.name}", **_proven(line)}


def _figure(line: Row) -> Row:
    indicator = schema().indicators[line["indicator"]]
    period = {name: line["period"][name] for name in ("start", "end")}
    told = {name: line[name] for name in ("value", "unit", "raw", "status", "aggregation", "group")}
    return {**told, **period, "subject": line["subject"]["name"], "indicator": indicator.zh, **_proven(line)}


def _proven(line: Row) -> Row:
    pieces: Sequence[Row] = line["evidence"]
    documents = "、".join(dict.fromkeys(piece["document"] for piece in pieces))
    quotes = "\n".join(dict.fromkeys(piece["quote"] for piece in pieces)) or line.get("source", "")
    return {"tier": line["tier"], "id": line["id"], "document": documents, "proof": quotes}
