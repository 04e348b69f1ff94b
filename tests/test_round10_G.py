"""Round 10, area G: what is read, who helps whom, who works with whom."""

from __future__ import annotations

import pytest
from extraction_samples import extracted, facts, read_text, row

from loaders.topicality import about_assistance


def is_read(text: str) -> bool:
    return about_assistance([read_text(text)])[0]


@pytest.mark.parametrize(
    "text",
    [
        row("苍梧集团响应“万企兴万村”行动，同坡底村签了协议，替村里修了三公里路。"),
        row("县里派挂职副县长陆明远天天跑厂子。"),
        row("天津市河东区驻碌曲联络组的人把账本摊在桌上。"),
        row("江阴市和睢宁县办的江阴（睢宁）工业园里，机器从早响到晚，职工两千人。"),
        row("烤烟房是2019年用鲁渝资金盖的，如今晒的是花椒。"),
        row("嘉善县的酒厂与九寨沟县的公司合资建厂，游客买门票还送一杯青稞酒。"),
    ],
)
def test_signs_of_the_scheme_are_read(text: str) -> None:
    assert is_read(text)


@pytest.mark.parametrize(
    "text",
    [
        row("法院判决，原驻村工作队队员挪用公款，立案调查已经结束。"),
        row("洪水漫过大堤，驻村干部连夜抗洪。"),
        row("天津市河东区驻京办事处的人把账本摊在桌上。"),
        row("杭州电动车行在兰州开了分店，一天卖出九十辆。"),
        row("江阴市的工业园里，机器从早响到晚，睢宁县的人也来看过。"),
        row("台江区的篮球队和临洮县的篮球队打了一场联赛。"),
    ],
)
def test_what_only_looks_like_the_scheme_is_not_read(text: str) -> None:
    assert not is_read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # the names of both stand only in different sentences
            "绥阳的蘑菇棚\n绥阳县的山坡上立着40座菇棚。协作资金付了一半。\n珠海市去年又派来专家。在绥阳县，珠海市的专家教大家种菇。",
            "珠海市 ASSISTS 绥阳县",
        ),
        (
            "村村相亲\n江阴市华西村与敦煌市月牙村结成帮扶对子。江阴市和敦煌市的老师常来常往。",
            "江阴市 ASSISTS 敦煌市",
        ),
        ("云县的橙子黄了。云县、凤庆县两县是三江集团在云南的定点帮扶县，去年又投了钱。", "三江集团 ASSISTS 凤庆县"),
        ("自2013年定点帮扶云县以来，湖滨大学每年派一名讲师来。", "湖滨大学 ASSISTS 云县"),
    ],
)
def test_who_helps_whom(text: str, told: str) -> None:
    assert told in facts(extracted(text))


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("云县的橙子黄了。云县是三江集团在云南的定点帮扶县之一。", "三江集团 ASSISTS 云南省"),
        ("闵行区与施甸县的东西部协作进入第六年，闵行区与施甸县携手办厂。", "闵行区 COOPERATES_WITH 施甸县"),
    ],
)
def test_who_does_not_help(text: str, not_told: str) -> None:
    assert not_told not in facts(extracted(text))
