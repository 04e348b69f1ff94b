"""Facts whose ends stand in different sentences: workers in scenes of their own, nouns that point back, short paragraphs."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

_PAIR = "漳州市芗城区与东乡县结对帮扶。"


def told(text: str) -> set[str]:
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in extract_document(from_text(text, "p")).facts}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (  # the firm stands paragraphs back, and is the only one
            f"{_PAIR}\n东乡县的甘肃恒利鞋业有限公司去年投产。\n县里的路修到了门口，村民出行方便了。\n班车一天四趟，老人看病也不愁了。\n"
            "“一个月能拿三千六。”工人马小梅说。",
            "马小梅 WORKS_AT 甘肃恒利鞋业有限公司",
        ),
        (  # 本院 across short paragraphs
            f"{_PAIR}\n每周三，东乡县中医院里总是坐满了人。\n这天下着雨。\n专家来得很早。\n人一个个进去。\n本院医生马小龙已能独立手术。",
            "马小龙 WORKS_AT 东乡县中医院",
        ),
        (  # 该企业 is the firm named last, wherever it comes from
            f"{_PAIR}\n芗城区援建了东乡县达板工业园。\n园区由东乡县兴达投资有限公司运营。\n第一个入驻的，是漳州市恒利鞋业有限公司。\n该企业副总经理林志强来自芗城。",
            "林志强 HAS_ROLE 漳州市恒利鞋业有限公司",
        ),
        (  # what only a firm is paid for, to the firm that settled
            f"{_PAIR}\n2021年，漳州市恒利鞋业有限公司落户东乡县达板镇。\n今年3月，芗城区又拿出东西部协作资金500万元，帮该企业扩建厂房。",
            "芗城区 FUNDED 漳州市恒利鞋业有限公司",
        ),
        (f"{_PAIR}\n马志强（东乡县人社局局长）：我们从2017年开始招工。", "马志强 HAS_ROLE 东乡县人社局"),
    ],
)
def test_told_across_sentences(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (  # a beekeeper moves his hives
            f"{_PAIR}\n东乡县的甘肃恒利鞋业有限公司去年投产。\n蜂农马小龙把蜂箱搬到了厂里，一个月挣四千元。",
            "马小龙 WORKS_AT 甘肃恒利鞋业有限公司",
        ),
        (  # wages of former work elsewhere
            f"{_PAIR}\n东乡县的甘肃恒利鞋业有限公司去年投产。\n马小梅以前在广东打工，如今种了十亩花椒。",
            "马小梅 WORKS_AT 甘肃恒利鞋业有限公司",
        ),
        (  # the firm only supplies the work
            f"{_PAIR}\n村里的手工点由甘肃恒利鞋业有限公司提供来料。马小梅坐在缝纫机前，一个月挣1600元。",
            "马小梅 WORKS_AT 甘肃恒利鞋业有限公司",
        ),
        (  # a guest of the firm
            f"{_PAIR}\n东乡县的甘肃恒利鞋业有限公司去年投产。\n记者来到车间里，正遇上来考察的客商马小龙。",
            "马小龙 WORKS_AT 甘肃恒利鞋业有限公司",
        ),
        (  # two firms, both paragraphs away
            f"{_PAIR}\n东乡县的甘肃恒利鞋业有限公司去年投产，东乡县的甘肃金禾食品有限公司今年投产。\n"
            "县里的路修到了门口，从村里到县城只要二十分钟，村民出行比从前方便得多，老人看病、孩子上学都不愁了，娃娃们周末也常回家。\n"
            "班车一天四趟，风雨无阻，司机都是本地人，谁家要捎个东西，打个电话就行，赶集的日子还会多加两趟车，大伙儿都说好。\n工人马小梅说，上班方便。",
            "马小梅 WORKS_AT 甘肃恒利鞋业有限公司",
        ),
        (  # a town is the scene of its own sentences only
            "漳州市芗城区与渭源县结对帮扶。\n会川镇下了雨。\n路有点滑。\n车来了。\n芗城区投入帮扶资金2300万元。",
            "芗城区 FUNDED 会川镇",
        ),
    ],
)
def test_not_told(text: str, fact: str) -> None:
    assert fact not in told(text)
