"""Posts and places of work, read from sentences written for these tests (round 10)."""

from __future__ import annotations

import pytest
from test_posts import told

TOLD = [
    # The post at home of somebody who was sent is told, though he has left it for a time.
    ("挂职安和县副县长的罗大勇，此前任厦门市集美区商务局副局长。", "罗大勇 任 集美区商务局 副局长"),
    ("支教队领队周启明原先是厦门市集美区实验小学的副校长。", "周启明 任 厦门市集美区实验小学 副校长"),
    # A trade says where somebody works.
    ("厦门市集美区实验小学数学教师周启明来到西吉县支教。", "周启明 WORKS_AT 厦门市集美区实验小学"),
    # The words before the title are the name of the firm, or it was made by the other one.
    (
        "今年搬来的有西吉恒丰农业有限公司、泰和纺织有限公司。恒丰的总经理罗大勇是本地人。",
        "罗大勇 任 西吉恒丰农业有限公司 总经理",
    ),
    (
        "厦门鹭岛物流有限公司在镇上办起西吉清泉饮品厂。厂长罗大勇介绍，头一季收了680吨。",
        "罗大勇 任 西吉清泉饮品厂 厂长",
    ),
    # Who is in charge, right after the thing was named.
    ("西吉县吉强镇建起彩云制衣帮扶车间。负责人罗小妹说，订单排到了年底。", "罗小妹 任 彩云制衣帮扶车间 负责人"),
    ("西吉县清泉合作社去年流转土地两千亩。罗大勇当上了生产队长。", "罗大勇 任 西吉县清泉合作社 生产队长"),
    (
        "西吉县职业技术教育中心新开了两个专业。校长罗大勇说，孩子们毕业就能上岗。",
        "罗大勇 任 西吉县职业技术教育中心 校长",
    ),
    ("集美区派来的援宁联络组组长周启明请来了六家企业。", "周启明 任 援宁联络组 组长"),
    # Trades of hands.
    ("彩云制衣帮扶车间去年开工。26岁的缫丝工罗小妹评上了先进。", "罗小妹 WORKS_AT 彩云制衣帮扶车间"),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_is_told(text: str, fact: str) -> None:
    assert fact in told(text)


NOT_TOLD = [
    # A post that is over, and nobody was sent.
    ("养殖场老板罗大勇原是安和县供销社主任，后来下海经商。", "安和县供销社 主任"),
    ("援宁医疗队的周启明退休前是厦门市第一医院的护理部主任。", "厦门市第一医院"),
    # Another house is named right before the title.
    ("厦门市集美中学将对口帮扶西吉县第三中学。鹭江中学校长周启明说得干脆。", "西吉县第三中学 校长"),
    ("恒利水产公司在县里落户。鹭岛鲜总经理周启明说，明年再上两条线。", "恒利水产公司 总经理"),
    ("厦门市集美区为县人民医院购置CT一台。卫生院院长罗大勇补充说，镇上也要一台。", "人民医院 院长"),
    # Two things were named, either may be meant.
    ("西吉县建起彩云制衣帮扶车间和巧手刺绣帮扶车间。负责人罗小妹说，订单排到了年底。", "帮扶车间 负责人"),
    # The firm is only where orders come from.
    ("镇上的厂子订单多数来自厦门鹭岛服装厂。负责人罗小妹说，忙不过来。", "厦门鹭岛服装厂 负责人"),
    ("周启明是福建鹭能集团下属煤矿的副矿长，来西吉县驻村。", "副矿长"),
    ("彩云制衣帮扶车间去年开工。快递员罗大勇每天来一趟。", "罗大勇 WORKS_AT"),
]


@pytest.mark.parametrize(("text", "words"), NOT_TOLD)
def test_is_not_told(text: str, words: str) -> None:
    assert not any(words in fact for fact in told(text))
