"""Figures of value: what they measure and whose they are, in sentences of every structure."""

from __future__ import annotations

import pytest

from graph.model import Observation
from loaders.build import extract_document
from loaders.read import from_text

CONTEXT = "杭州市萧山区与贵州省从江县开展东西部协作，已是第十个年头。\n"


def told(text: str) -> set[tuple[str, str, float]]:
    """Subject, indicator and value of all that is read from the text."""
    observations: tuple[Observation, ...] = tuple(extract_document(from_text(CONTEXT + text, "t")).observations)
    return {(o.subject.name, o.indicator, o.value) for o in observations}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("萧山区各级工会带头认购从江县农特产品，消费帮扶金额累计达1.86亿元。", ("从江县", "sales", 186000000)),
        ("车间主任韦小妹拿4500元底薪，加上提成，月收入稳稳过七千。", ("韦小妹", "income_month", 4500)),
        ("“从前种苞谷一年到手不过八千，如今好多了。”石秀花说。", ("石秀花", "income_year", 8000)),
    ],
)
def test_is_told(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in told(text)


@pytest.mark.parametrize("rate", ["双证获取率", "证书获取率", "获证率"])
def test_rate_of_certificates(rate: str) -> None:
    assert any(f[1:] == ("certification_rate", 92) for f in told(f"从江县职业技术学校首届毕业生{rate}92%。"))


def test_gift_of_which_only_the_receiver_is_told() -> None:
    found = told("收到捐赠的电脑40台、课桌椅300套后，校长吴老金代表从江县往洞中学致谢。")
    assert {f[1:] for f in found} >= {("donated_items", 40), ("donated_items", 300)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("从江县洛香冷链中心总投资2600万元，其中东西部协作资金1500万元，县级配套1100万元。", 11000000),
        ("因手续不全，原定500万元的捐赠没有到位，双方也没有再签协议。", 5000000),
        ("谈了大半年，萧山区那家企业要投的5000万元最终泡汤了。", 50000000),
        ("如果每户再种两亩，一年就能多收入6000元，理事长杨再兴给乡亲们算账。", 6000),
        ("从江县往洞中学婉拒了一位老板30万元的捐款。", 300000),
    ],
)
def test_is_not_told(text: str, value: float) -> None:
    assert value not in {f[2] for f in told(text)}
