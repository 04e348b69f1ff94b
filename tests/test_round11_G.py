"""Round 11, area G: what is read, and who helps whom; sentences of our own."""

from __future__ import annotations

import pytest
from extraction_samples import read_text, row

from loaders.build import extract_document
from loaders.read import from_text
from loaders.topicality import about_assistance


def told(text: str) -> set[str]:
    facts = extract_document(from_text(text, "own")).facts
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in facts if f.relation == "ASSISTS"}


@pytest.mark.parametrize(
    "text",
    [
        row("海淀区人民医院自2021年起整建制帮扶兴和县人民医院，病房扩了一倍。"),
        row("南阳大学与恩施市的帮扶之缘已过十年。"),
        row("烟台对口巫山，做的是一颗果子的文章。"),
    ],
)
def test_signs_of_the_scheme_are_read(text: str) -> None:
    assert about_assistance([read_text(text)])[0]


@pytest.mark.parametrize(
    "text",
    [
        row("海淀区人民医院帮扶困难患者，县人民医院也来取经。"),
        row("南阳大学与恩施市的篮球队打了一场友谊赛。"),
        row("烟台大学的专业对口率很高，巫山来的学生不少。"),
    ],
)
def test_what_only_looks_like_the_scheme_is_not_read(text: str) -> None:
    assert not about_assistance([read_text(text)])[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("武汉大学与恩施市的帮扶之缘已过十年。", "武汉大学 ASSISTS 恩施市"),
        ("宝安区人民医院2018年起整建制帮扶都安县人民医院。", "宝安区人民医院 ASSISTS 都安县人民医院"),
        ("成都市金牛区与石渠县的省内对口帮扶，最难的是留人。", "金牛区 ASSISTS 石渠县"),
        ("曾经由厦门市同安区帮扶的临夏县，2021年起结对方改为济南市槐荫区。", "槐荫区 ASSISTS 临夏县"),
        ("青岛市协作陇南后，企业来落户的多了。", "青岛市 ASSISTS 陇南市"),
        ("2017年周立新作为援青干部来到乌兰县公安局。新冷库是浙江省援青指挥部给的钱。", "浙江省 ASSISTS 青海省"),
    ],
)
def test_who_helps_whom(text: str, wanted: str) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("北京市支援合作办副主任到了巴东县，北京市对口支援巴东县。", "北京市 ASSISTS 合作市"),
        ("浙江援青干部到乌兰县公安局任职。", "浙江省 ASSISTS 公安县"),
        ("桐乡市的协作资金到账了，净菜向成都、嘉兴发了九百吨，两市的超市都要。", "嘉兴市 ASSISTS 成都市"),
        (  # the city office that lends its man is not the helper: the city is
            "济宁市帮扶万州区。济宁市发展改革委派驻万州区的挂职干部周立新说，项目要落地。",
            "济宁市发展改革委 ASSISTS 万州区",
        ),
        (  # the province helps, its city's hospital lends a doctor
            "广东“组团式”医疗援藏九年了。周立新是东莞市人民医院的医生，2022年到墨脱县人民医院挂职任副院长。",
            "东莞市 ASSISTS 墨脱县",
        ),
    ],
)
def test_who_does_not(text: str, wrong: str) -> None:
    assert wrong not in told(text)
