"""Whose money, for what: classes of wording beyond single frames, read through the whole flow."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

PASSAGES: tuple[tuple[str, set[tuple[str, str, str, float]], set[tuple[str, str, str, float]]], ...] = (
    (  # shares of one total: who pays which share, and what they are shares of
        "江阴市对口帮扶绥德县\n江阴市今年安排绥德县帮扶资金1950万元，其中600万元用于义合镇养殖基地。",
        {("江阴市", "FUNDED", "绥德县", 19500000.0)},
        set(),
    ),
    (  # sums and names in rows
        "江阴市对口帮扶绥德县\n江阴市红十字会、江阴市总工会分别捐资50万元、35万元，为绥德县第一中学添置校服。",
        {
            ("江阴市红十字会", "DONATED_TO", "绥德县第一中学", 500000.0),
            ("江阴市总工会", "DONATED_TO", "绥德县第一中学", 350000.0),
        },
        {("江阴市红十字会", "DONATED_TO", "绥德县第一中学", 350000.0)},
    ),
    (  # the total of a work is nobody's share
        "江阴市对口帮扶绥德县\n绥德县义合冷链中心总投资2300万元，其中江阴市援助1500万元。",
        {("江阴市", "FUNDED", "绥德县义合冷链中心", 15000000.0)},
        {("江阴市", "FUNDED", "绥德县义合冷链中心", 23000000.0)},
    ),
    (  # a sum of many firms is not one firm's
        "江阴市对口帮扶绥德县\n江阴恒利电子有限公司等31家企业落户绥德县，投资额62亿元。",
        set(),
        {("江阴恒利电子有限公司", "INVESTED_IN", "绥德县", 6200000000.0)},
    ),
    (  # a firm's own money goes where it settles
        "江阴市对口帮扶绥德县\n江阴恒利电子有限公司2021年落户绥德县，一期投资3600万元。",
        {("江阴恒利电子有限公司", "INVESTED_IN", "绥德县", 36000000.0)},
        set(),
    ),
)


@pytest.mark.parametrize(("text", "wanted", "refused"), PASSAGES)
def test_money(text: str, wanted: set[tuple[str, str, str, float]], refused: set[tuple[str, str, str, float]]) -> None:
    facts = extract_document(from_text(text, "x")).facts
    found = {(f.subject.name, f.relation, f.object.name, f.properties.get("amount")) for f in facts}
    assert wanted <= found
    assert not refused & found
