"""Sendings and founders: what speaks against them, and what only the article's subject tells; sentences of our own."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text

RELATIONS = ("SECONDED_TO", "SECONDED_FROM", "FOUNDED")


def told(text: str) -> set[str]:
    facts = extract_document(from_text(text, "own")).facts
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in facts if f.relation in RELATIONS}


TOLD = [
    # One of several told together came from elsewhere.
    (
        "江苏省南京市秦淮区对口帮扶陕西省商洛市商南县。饭馆老板周大勇和孙秀兰是两口子，一个从秦淮区来挂职过，一个在商南县长大。",
        "周大勇 SECONDED_FROM 秦淮区",
    ),
    # A service that ended was a service.
    (
        "山东省威海市对口帮扶重庆市云阳县。周明远来自威海市中医院，上个月结束了为期两年的帮扶。",
        "周明远 SECONDED_FROM 威海市中医院",
    ),
    # Who sends stands at the head of the sentence.
    (
        "江苏省如皋市对口帮扶陕西省洋县。如皋市投入资金300万元建起育苗棚，并派来农技员孙志强驻点一年。",
        "孙志强 SECONDED_FROM 如皋市",
    ),
    # The only helper of the article sent who holds a post for a time.
    (
        "上海市闵行区与云南省昌宁县结对，闵行区年年有人来。驻昌宁县挂职干部周晓岚负责跟进项目。",
        "周晓岚 SECONDED_FROM 闵行区",
    ),
    # 驻村第一书记 is sent to the village.
    (
        "湖北省秭归县水田坝乡王家桥村种脐橙，有单位定点帮扶。驻村第一书记周志强说，路修通了。",
        "周志强 SECONDED_TO 王家桥村",
    ),
    (
        "广东省佛山市对口帮扶贵州省从江县。云岭食品有限公司2018年由村民罗大勇带头成立，已有工人20名。",
        "罗大勇 FOUNDED 云岭食品有限公司",
    ),
]

NOT_TOLD = [
    # A team acts; who is named after it is met by it.
    (
        "广东省深圳市宝安区对口帮扶广西都安瑶族自治县。去年，宝安区派驻都安的工作组几次登门，总经理周启明才动了西迁的念头。",
        "周启明 SECONDED_TO 都安瑶族自治县",
    ),
    (
        "广东省湛江市对口帮扶广西三江侗族自治县。湛江市派来的驻县工作组帮吴小妹找了设计师。",
        "吴小妹 SECONDED_FROM 湛江市",
    ),
    # The head of a house who arrives visits.
    (
        "山东省烟台市福山区对口帮扶重庆市巫山县。上月底，福山区商务局局长周成林带着公文包到了巫山县。",
        "周成林 SECONDED_TO 巫山县",
    ),
    # A relation of the person is told of.
    (
        "山东省青岛市对口帮扶甘肃省陇南市。在康县第一中学，教师周瑶已经认得每个孩子，丈夫也在援派名单里，被分在成县人民医院做医生。",
        "周瑶 SECONDED_TO 成县人民医院",
    ),
    # A firm moves, and its owner with it.
    (
        "江苏省扬州市对口帮扶陕西省镇安县。厂子2018年从扬州迁到镇安，法定代表人周兆林是协作招商请来的。",
        "周兆林 SECONDED_TO 镇安县",
    ),
    # Whoever leads the pickers founded nothing.
    (
        "广东省佛山市对口帮扶贵州省从江县。云岭酒业有限公司的采摘队下了地，领头的是村民罗大勇。",
        "罗大勇 FOUNDED 云岭酒业有限公司",
    ),
    # A body called by its kind alone is the one under discussion.
    (
        "江苏省昆山市对口支援新疆阿图什市。园区管委会副主任、援疆干部周志强介绍，园里有58家企业。",
        "周志强 SECONDED_FROM 园区管委会",
    ),
    # A village is not the home of its first secretary.
    ("湖北省秭归县王家桥村的驻村第一书记周志强说，路修通了。", "周志强 SECONDED_FROM 王家桥村"),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_told(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(("text", "fact"), NOT_TOLD)
def test_not_told(text: str, fact: str) -> None:
    assert fact not in told(text)
