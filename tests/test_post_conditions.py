"""people: who works where by a second sign, trades whose house was named before, doctors and teachers of the place."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "东西部协作：苏州市对口帮扶石阡县\n东西部协作以来，苏州市对口帮扶石阡县。\n"


def facts(words: str) -> set[tuple[str, str, str]]:
    extracted = extract_document(from_text(HEAD + words, "p"))
    return {(f.subject.name, f.relation, f.object.name) for f in extracted.facts if f.subject.label == "Person"}


FIRM = "恒利电子有限公司2021年落户石阡县。\n"
SHOP = "石阡县白沙镇的彩云就业帮扶车间去年开工。\n"
HOSPITAL = "石阡县人民医院的住院楼去年启用。"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # a scene of wages, with the house spoken of just before
        (FIRM + "“中午能回家。”搬迁户罗小妹在工位上做插件，每月拿到手3200元。", ("罗小妹", "恒利电子有限公司")),
        # doctors, nurses and teachers of the one house under discussion
        (HOSPITAL + "科里的苗族医生罗小妹已经能独立手术。", ("罗小妹", "石阡县人民医院")),
        (HOSPITAL + "当地护士罗小妹把病人送回病房。", ("罗小妹", "石阡县人民医院")),
        (HOSPITAL + "郁建忠带出的徒弟罗小妹今年独立主刀。", ("罗小妹", "石阡县人民医院")),
        ("石阡县民族中学的课堂变了。郁建忠对苗族教师罗小妹说，别急。", ("罗小妹", "石阡县民族中学")),
        # 质检员 of a firm named before is a trade, and says where somebody works
        (FIRM + "质检员罗小妹说，活不累。", ("罗小妹", "恒利电子有限公司")),
    ],
)
def test_works_there(words: str, told: tuple[str, str]) -> None:
    assert (told[0], "WORKS_AT", told[1]) in facts(words)


@pytest.mark.parametrize(
    ("words", "person", "relations"),
    [
        # somebody with a post speaks of the work of others
        (FIRM + "罗建设则表示，全县将再建社区工厂，满足1万人的就业需求。", "罗建设", {"WORKS_AT"}),
        (FIRM + "罗建设指出，上岗的人都有工资。", "罗建设", {"WORKS_AT"}),
        # counts of people are no sign of one person's work
        (FIRM + "两条线合起来招工430人，罗大勇很高兴。", "罗大勇", {"WORKS_AT"}),
        # a house without a name is another one
        (FIRM + "脱贫户罗大勇在苏州一家陶瓷厂务工。", "罗大勇", {"WORKS_AT"}),
        # the firm only sends people, owns the house, or is one of many
        ("恒利电子有限公司派来四名技术员。\n罗小妹在工位上，每月拿3200元。", "罗小妹", {"WORKS_AT"}),
        ("工坊的母公司是恒利电子有限公司。\n罗小妹在工位上，每月拿3200元。", "罗小妹", {"WORKS_AT"}),
        ("石阡县引来恒利电子有限公司等6家企业。\n罗小妹在工位上，每月拿3200元。", "罗小妹", {"WORKS_AT"}),
        # who is sent by a body is told by SECONDED_FROM; a trade named before is no post
        ("昆山市第二中学选派郁建忠到石阡县民族中学支教两年。", "郁建忠", {"WORKS_AT"}),
        (FIRM + "技术员罗大勇每天来一趟。", "罗大勇", {"HAS_ROLE", "WORKS_AT"}),
        (FIRM + "质检员罗小妹说，活不累。", "罗小妹", {"HAS_ROLE"}),
        # two houses, the wrong trade, somebody sent
        (HOSPITAL + "石阡县中医医院也添了设备。本地医生罗小妹很高兴。", "罗小妹", {"WORKS_AT"}),
        ("石阡县民族中学的课堂变了。本地医生罗小妹来义诊。", "罗小妹", {"WORKS_AT"}),
        (SHOP + "他的徒弟罗小妹学会了刺绣。", "罗小妹", {"WORKS_AT"}),
    ],
)
def test_not_told(words: str, person: str, relations: set[str]) -> None:
    assert not {f for f in facts(words) if f[0] == person and f[1] in relations}
