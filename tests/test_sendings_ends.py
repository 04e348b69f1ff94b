"""Which way people were sent, who is not sent at all, and in which house a post is held."""

from __future__ import annotations

import pytest
from test_posts import told

_PAIR = "吴江区与印江县结对。"
_COUNTY = "印江土家族苗族自治县"

EASTWARD = [
    (
        "站长丁志平是印江县就业服务中心干部，2022年被派到吴江区，站里另外两名工作人员由松陵镇人社所派出。",
        {"丁志平 SECONDED_FROM 印江县就业服务中心", "丁志平 SECONDED_TO 吴江区"},
    ),
    (
        "印江县派到吴江区松陵街道挂职副主任的丁志平回来了。",
        {f"丁志平 SECONDED_FROM {_COUNTY}", "丁志平 SECONDED_TO 松陵街道"},
    ),
    ("河景村的丁志平去年跟着包车去了吴江区的一家食品厂。", set()),
    (
        "印江县选出干部挂职，木黄镇的丁志平被派到吴江区松陵街道，一去半年。",
        {"丁志平 SECONDED_FROM 木黄镇", "丁志平 SECONDED_TO 松陵街道"},
    ),
    (
        "印江县选出干部挂职，县医疗保障局的何小娟在吴江区医疗保障局，跟着办了90件异地结算。",
        {
            f"何小娟 SECONDED_FROM {_COUNTY}医疗保障局",
            "何小娟 SECONDED_TO 吴江区医疗保障局",
            "何小娟 SECONDED_TO 吴江区",
        },
    ),
    ("吴江区印江商会会长丁志平给印江县木黄镇捐了棉衣。", set()),
    (
        "国家开发银行定点帮扶印江县。作者丁志平，国家开发银行总行审计部干部，2022年起任印江县大坪村驻村第一书记。",
        {
            "丁志平 SECONDED_FROM 国家开发银行",
            "丁志平 SECONDED_FROM 国家开发银行总行审计部",
            "丁志平 SECONDED_TO 大坪村",
        },
    ),
]

NOT_SENT_THERE = [
    ("吴江学院教授丁志平团队的制茶技术在印江县大坪村试用了两年。", set()),
    (
        "吴江区教育局干部何小娟任大坪村第一书记，支教团十人在印江民族中学任教。",
        {"何小娟 SECONDED_FROM 吴江区教育局", "何小娟 SECONDED_TO 大坪村"},
    ),
    (
        "吴江区农业农村局干部丁志平挂职大坪村第一书记，他此前在盛泽电厂做班长。",
        {"丁志平 SECONDED_FROM 吴江区农业农村局", "丁志平 SECONDED_TO 大坪村"},
    ),
    (
        "吴江医院派出的援黔专家组组长丁志平出任印江县人民医院副院长。",
        {"丁志平 SECONDED_FROM 吴江医院", "丁志平 SECONDED_TO 印江县人民医院"},
    ),
    (
        "吴江·印江共建产业园管委会副主任、吴江区工信局派驻干部丁志平说。",
        {"丁志平 SECONDED_FROM 吴江区工信局", f"丁志平 SECONDED_TO {_COUNTY}"},
    ),
]

SENDERS = [
    (
        "驻缠溪镇工作队队长、吴江区住建局干部丁志平介绍了情况。",
        {"丁志平 SECONDED_FROM 吴江区住建局", "丁志平 SECONDED_TO 缠溪镇"},
    ),
    (
        "吴江区水利局干部丁志平在大坪村驻村，任第一书记。2021年丁志平回去了，接替他的是吴江区松陵街道的何小娟。",
        {
            "丁志平 SECONDED_FROM 吴江区水利局",
            "丁志平 SECONDED_TO 大坪村",
            "何小娟 SECONDED_FROM 松陵街道",
            "何小娟 SECONDED_TO 大坪村",
        },
    ),
    (
        "江南农业大学定点帮扶印江县。学校派出后勤处副处长丁志平到印江县挂职副县长。",
        {"丁志平 SECONDED_FROM 江南农业大学", f"丁志平 SECONDED_TO {_COUNTY}"},
    ),
]

POSTS = [
    (
        "江南农业大学定点帮扶印江县。丁志平是江南农业大学园艺学院副教授。",
        {"丁志平 任 江南农业大学园艺学院 副教授"},
    ),
    ("丁志平是贵校工商管理学院副教授。", {"丁志平 任 工商管理学院 副教授"}),
    (
        "印江县佳泰服饰有限公司去年投产。育苗组组长何小娟每月领3800元。",
        {"何小娟 任 印江县佳泰服饰有限公司 育苗组组长"},
    ),
    ("印江民族中学来了吴江教师团，青年教师何小娟当上了物理教研组组长。", {"何小娟 任 印江民族中学 物理教研组组长"}),
    (
        "吴江市精工制衣厂派技术员丁志平驻厂，印江县佳泰服饰有限公司的工人跟着他学裁剪。",
        {"丁志平 任 吴江市精工制衣厂 技术员"},
    ),
    ("印江县佳泰服饰有限公司去年投产，又设了分公司。分公司经理丁志平说，人手还不够。", set()),
    ("苏州老板丁志平投了两千万元。", set()),
    ("印江县这边，吴江区派来的挂职副县长丁志平盯的是茶叶。", {f"丁志平 任 {_COUNTY} 挂职副县长"}),
    ("丁志平当过兵。如今他任厂长的佳泰服饰有限公司有工人八十名。", {"丁志平 任 佳泰服饰有限公司 厂长"}),
    ("援黔干部丁志平以印江县商务局副局长的身份，跑下了八百万元资金。", {"丁志平 任 印江县商务局 副局长"}),
    ("河景社区住着三千人。社区居委会主任何小娟说，工资月月有。", {"何小娟 任 河景社区 居委会主任"}),
    (
        "吴江区驻印江县工作组到了。工作组组长、挂职印江县副县长的丁志平说，先看路。",
        {"丁志平 任 吴江区驻印江县工作组 组长", f"丁志平 任 {_COUNTY} 副县长"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*EASTWARD, *NOT_SENT_THERE, *SENDERS])
def test_both_ends_of_a_sending_are_told_and_nobody_else_is_sent(text: str, wanted: set[str]) -> None:
    """Cadres of the helped side go east; teams, workers and earlier places of work are no ends of a sending."""
    assert {fact for fact in told(_PAIR + text) if "SECONDED" in fact} == wanted


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_a_post_is_held_in_the_house_that_has_it(text: str, wanted: set[str]) -> None:
    """A group within a firm or school, the house that sends, the division that has such a head."""
    assert {fact for fact in told(_PAIR + text) if " 任 " in fact} == wanted


def test_help_received_is_no_work() -> None:
    """得到 leads to no place of work; a trade is a post, and work there."""
    assert told(_PAIR + "何小娟得到吴江区妇联捐助的绣机十台。") == set()
    assert told(_PAIR + "吴江中学教师丁志平来了一年。") == {"丁志平 任 吴江中学 教师", "丁志平 WORKS_AT 吴江中学"}
