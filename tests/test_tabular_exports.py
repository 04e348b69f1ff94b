"""Exports for table and network tools: read back by the libraries that such tools are built on."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import networkx
import openpyxl
import pytest
from pyarrow import parquet

from duikou.load import load
from graph.errors import UsageError
from graph.networks import to_networkx, write_gexf, write_graphml
from graph.parquet import write_parquet
from graph.statement_table import COLUMNS, write_statements
from graph.store import Store, open_store
from graph.workbook import write_workbook

# An article whose names would be formulas, mark-up and broken XML if a writer let them.
HOSTILE = """=1+1+cmd|calc 宁波市对口帮扶麻江县
东西部协作以来，宁波市帮扶麻江县。“=HYPERLINK("http://x.test")”服饰有限公司和<b>雁来&红</b>服饰有限公司入驻麻江县。
麻江县雁来红服饰有限公司投资120万元，吸纳就业86人。\u000b\ufffe
"""
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("tabular")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    with open_store(folder / "store.lbug") as opened:
        load(opened, [str(ROOT / "seeds" / "articles"), str(folder / "hostile.txt")])
        yield opened


def lines(store: Store, kind: str) -> list[dict[str, Any]]:
    return [line for line in store.statements() if line["type"] == kind]


def test_networkx_has_every_entity_and_every_fact_with_its_proof(store: Store) -> None:
    graph = to_networkx(store)
    entities, facts = lines(store, "entity"), lines(store, "fact")
    assert set(graph.nodes) == {one["id"] for one in entities} and len(facts) > 100
    assert {(one["subject"]["id"], one["object"]["id"], one["id"]) for one in facts} == set(graph.edges(keys=True))
    for one in facts:
        told = graph.edges[one["subject"]["id"], one["object"]["id"], one["id"]]
        assert told["relation"] == one["relation"] and told.get("evidence", []) == one["evidence"]
        assert all(told[name] == value for name, value in one["properties"].items())


def _graphml(path: Path) -> Any:
    return networkx.read_graphml(path, force_multigraph=True)


@pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, _graphml), (write_gexf, networkx.read_gexf)], ids=["graphml", "gexf"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_network_files_are_read_back_whole(
    store: Store, tmp_path: Path, write: Callable[..., int], read: Callable[[Path], Any], lang: str
) -> None:
    path = tmp_path / "graph.xml"
    facts = {one["id"]: one for one in lines(store, "fact")}
    assert write(store, path, lang) == len(facts)
    graph = read(path)
    assert {key: told["label"] for key, told in graph.nodes(data=True)} == {
        one["id"]: one["name"] for one in lines(store, "entity")
    }
    for _, _, told in graph.edges(data=True):
        assert told["label"] in ("帮扶", "assists") if told["relation"] == "ASSISTS" else told["label"]
    money = sorted(told["amount"] for _, _, told in graph.edges(data=True) if "amount" in told)
    assert money == sorted(one["properties"]["amount"] for one in facts.values() if "amount" in one["properties"])
    proofs = [told.get("proof", "") for _, _, told in graph.edges(data=True) if told.get("source") != "gazetteer"]
    assert proofs and all(proofs)


def test_a_statement_table_has_a_row_for_each_property_and_proof(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "statements.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        count = write_statements(store, stream)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == count and list(rows[0]) == list(COLUMNS)
    assert len({row["id"] for row in rows}) == len(rows)
    named = {row["entity_id"] for row in rows if row["prop"] == "name"}
    assert named == {one["id"] for one in lines(store, "entity")}
    for fact in lines(store, "fact"):
        own = [row for row in rows if row["entity_id"] == fact["id"]]
        assert len(own) == (2 + len(fact["properties"])) * max(1, len(fact["evidence"]))
        assert {row["value"] for row in own if row["prop"] == "object"} == {fact["object"]["id"]}
        assert {row["quote"] for row in own} == ({piece["quote"] for piece in fact["evidence"]} or {""})
    for row in rows:
        assert row["original_value"] in row["quote"] or row["schema"] == "Observation"


def test_a_workbook_has_no_formula_and_links_to_its_proofs(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "store.xlsx"
    count = write_workbook(store, path)
    book = openpyxl.load_workbook(path)
    assert sum(sheet.max_row - 1 for sheet in book) == count
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}  # f would be a formula
    assert any(str(cell.value).startswith("=") for cell in cells)  # and one would have been
    facts = {one["id"]: one for one in lines(store, "fact")}
    sheet, proofs = book["事实 facts"], book["原文 proofs"]
    head = [cell.value.split(" ")[1] for cell in sheet[1]]
    assert sheet.max_row - 1 == len(facts)
    for row in sheet.iter_rows(min_row=2):
        told = dict(zip(head, row, strict=True))
        fact = facts[told["id"].value]
        assert told["subject"].value == fact["subject"]["name"]
        if fact["evidence"]:
            place = told["proof"].hyperlink.location.rpartition("!A")[2]
            quote = proofs.cell(int(place), 6).value
            assert quote in {piece["quote"] for piece in fact["evidence"]}
    assert book.properties.created == datetime(2000, 1, 1)


def test_parquet_has_every_node_and_every_link(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "parquet"
    count = write_parquet(store, folder)
    files = sorted(folder.rglob("*.parquet"))
    tables = {path.stem: parquet.read_table(path) for path in files}
    assert sum(len(one) for one in tables.values()) == count
    assert sorted(tables["Passage"]["quote"].to_pylist()) == sorted(one["quote"] for one in lines(store, "passage"))
    moved = {
        (one["subject"]["id"], one["object"]["id"]) for one in lines(store, "fact") if one["relation"] == "MOVED_INTO"
    }
    told = tables["MOVED_INTO"].to_pydict()
    assert set(zip(told["from_id"], told["to_id"], strict=True)) == moved and moved
    with pytest.raises(UsageError, match="already there"):
        write_parquet(store, folder)


def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    def made(number: int) -> dict[str, bytes]:
        folder = tmp_path / str(number)
        folder.mkdir()
        write_graphml(store, folder / "a.graphml")
        write_gexf(store, folder / "a.gexf")
        write_workbook(store, folder / "a.xlsx")
        write_parquet(store, folder / "parquet")
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert made(1) == made(2)
