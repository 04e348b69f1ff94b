"""In which body a post is held: a park's own office, a bureau's department, a town and a village under discussion."""

from __future__ import annotations

import pytest
from extraction_samples import related, row


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("丰禾产业园建在昭觉县。园区管委会主任赵建设介绍了情况。", "赵建设 HAS_ROLE 丰禾产业园"),
        row("昭觉县水务局规划科科长裴德润到场。", "裴德润 HAS_ROLE 昭觉县水务局"),
        row("昭觉县中医医院康复科主任李强来了。", "李强 HAS_ROLE 昭觉县中医医院"),
        row("昭觉县发展和改革局外资科科长张强到场。", "张强 HAS_ROLE 昭觉县发展和改革局"),
        row("雷山县丹江镇党委书记李强说，镇长王红到场。", "王红 HAS_ROLE 丹江镇"),
        row("雷山县丹江镇镇长王红到场。", "王红 HAS_ROLE 丹江镇"),
        row("静宁县城川镇的大庄村变了样。驻村第一书记张敏说好。", "张敏 HAS_ROLE 大庄村"),
        row(
            "他挂任昭觉县商务经济合作和外事局副局长。徐海波是昭觉县商务经济合作和外事局副局长。",
            "徐海波 HAS_ROLE 昭觉县商务经济合作和外事局",
        ),
    ],
)
def test_the_body_of_a_post(text: str, wanted: str) -> None:
    assert wanted in related(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        row("园区管委会主任赵建设介绍了情况。", "赵建设 HAS_ROLE 丰禾产业园"),
        row("昭觉县人民政府办公室主任李强到场。", "李强 HAS_ROLE 昭觉县人民政府"),
        row("静宁县城川镇的大庄村变了样。市里的第一书记培训班开了课。张敏说好。", "张敏 HAS_ROLE 大庄村"),
    ],
)
def test_no_other_body(text: str, never: str) -> None:
    assert never not in related(text)
