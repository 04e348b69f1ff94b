"""Whose money, for what, in running text: which of several names a sum belongs to, and who a gift without a receiver is for."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

Facts = set[tuple[str, str, str, float | None]]
_PAIR = "江阴市对口帮扶绥德县\n"

PASSAGES: tuple[tuple[str, Facts, Facts], ...] = (
    (  # who rents the finished thing, or moves into it, was not paid
        "义合镇帮扶车间，江阴市帮扶资金380万元，建成后租赁给陕西恒利食品厂使用，吸纳就业60人。",
        {("江阴市", "FUNDED", "义合镇帮扶车间", 3800000.0)},
        {("江阴市", "FUNDED", "陕西恒利食品厂", 3800000.0)},
    ),
    (  # the next deed has its own receiver
        "江阴市今年安排绥德县帮扶资金1200万元，又给绥德县义合小学捐了40台电脑。",
        {("江阴市", "FUNDED", "绥德县", 12000000.0)},
        {("江阴市", "FUNDED", "绥德县义合小学", 12000000.0)},
    ),
    (  # N, A paid for it: the thing stands before
        "镇上有个义合镇帮扶车间，江阴市2021年投入86万元建的。",
        {("江阴市", "FUNDED", "义合镇帮扶车间", 860000.0)},
        set(),
    ),
    (  # who only counts or tells does not pay
        "江阴市对口办统计，三年来市里投到绥德的帮扶资金一共1.2亿元。",
        {("江阴市", "FUNDED", "绥德县", 120000000.0)},
        {("江阴市对口办", "FUNDED", "绥德县", 120000000.0)},
    ),
    (  # what was sold, or is worth in goods, is no aid money
        "江阴市带货绥德，两小时卖出62万元。今年江阴市支援绥德县资金800万元、物资折价95万元。",
        {("江阴市", "FUNDED", "绥德县", 8000000.0)},
        {("江阴市", "FUNDED", "绥德县", 620000.0), ("江阴市", "FUNDED", "绥德县", 950000.0)},
    ),
    (  # a man from there is not the city
        "绥德恒利食品有限公司是2015年由江阴的老板陈国安投了3000万元办的。",
        set(),
        {("江阴市", "FUNDED", "绥德恒利食品有限公司", 30000000.0), ("江阴市", "FUNDED", "绥德县", 30000000.0)},
    ),
    (  # the noun phrase of a sum
        "江阴市帮扶绥德县的2650万元资金已全部用完。",
        {("江阴市", "FUNDED", "绥德县", 26500000.0)},
        set(),
    ),
    (  # samples of many: the whole sum is theirs no more than another's
        "江阴市累计投入帮扶资金1.3亿元，援建义合镇卫生院、绥德县义合小学等项目52个。",
        {("江阴市", "FUNDED", "绥德县", 130000000.0)},
        {("江阴市", "FUNDED", "绥德县义合小学", 130000000.0)},
    ),
    (  # both levels pay
        "江阴市、无锡市两级三年来为绥德县义合产业园投入协作资金4600万元。",
        {
            ("江阴市", "FUNDED", "义合产业园", 46000000.0),
            ("无锡市", "FUNDED", "义合产业园", 46000000.0),
        },
        set(),
    ),
    (  # a house of the helping side gets no aid
        "江阴市人民医院与绥德县医院合办门诊，江阴市投入协作资金260万元配齐设备。",
        {("江阴市", "FUNDED", "绥德县医院", 2600000.0)},
        {("江阴市", "FUNDED", "江阴市人民医院", 2600000.0)},
    ),
    (  # the house where the ceremony was held gets nothing; the items share the receiver of the head
        "在绥德县政务中心举行的仪式上，江阴市向绥德县捐赠社会资金90万元，其中江阴市慈善总会捐款30万元。",
        {("江阴市慈善总会", "DONATED_TO", "绥德县", 300000.0)},
        {("江阴市慈善总会", "DONATED_TO", "绥德县政务中心", 300000.0)},
    ),
    (  # what came by post goes to the school spoken of
        "陈国安到绥德县第二中学支教。一个月后，江阴市红十字会寄来价值8万元的实验器材。",
        {("江阴市红十字会", "DONATED_TO", "绥德县第二中学", 80000.0)},
        set(),
    ),
    (  # given to the school, the school named before
        "绥德县第二中学盖了新楼，江阴市教育基金会随后赠给学校一座价值120万元的录播教室。",
        {("江阴市教育基金会", "DONATED_TO", "绥德县第二中学", 1200000.0)},
        set(),
    ),
    (  # desks are not for the hospital that was spoken of
        "义合镇卫生院新装了彩超机。江阴市教育基金会送来课桌椅600套，折合人民币21万元。",
        {("江阴市教育基金会", "DONATED_TO", "绥德县", 210000.0)},
        {("江阴市教育基金会", "DONATED_TO", "义合镇卫生院", 210000.0)},
    ),
    (  # people are no gift
        "江阴市夏港小学与绥德县义合小学结对。年前，绥德县把9名年轻教师送到江阴市跟岗。",
        set(),
        {("绥德县", "DONATED_TO", "江阴市", None)},
    ),
    (  # the next name did not give what another gave
        "绥德县的苹果由江阴市供销合作总社包销，义合镇卫生院则用上了爱心企业捐来的一台价值98万元的彩超机。",
        set(),
        {("江阴市供销合作总社", "DONATED_TO", "绥德县", 980000.0)},
    ),
    (  # who is helped is not the giver, and who says so speaks for his firm only with 我们
        "江阴恒利集团定点帮扶绥德县、清涧县，在清涧县捐建的学校改名恒利小学。爱心企业另捐款210万元。江阴锦绣服饰总经理陈国安表示要扩产。",
        set(),
        {
            ("绥德县", "DONATED_TO", "恒利小学", None),
            ("清涧县", "DONATED_TO", "恒利小学", None),
            ("江阴锦绣服饰", "DONATED_TO", "绥德县", 2100000.0),
        },
    ),
    (  # scholarships for many pupils go to the county
        "江阴市在绥德县义合小学设立书屋；江阴市慈善总会发放助学金36万元，惠及困难学生240人。",
        {("江阴市慈善总会", "DONATED_TO", "绥德县", 360000.0)},
        set(),
    ),
    (  # a list told by mouth
        "老书记数得清楚：义合镇卫生院，江阴市捐的60万元；绥德县义合小学的操场，江阴市出的90万元。",
        {("江阴市", "DONATED_TO", "义合镇卫生院", 600000.0), ("江阴市", "FUNDED", "绥德县义合小学", 900000.0)},
        set(),
    ),
    (  # what a park costs is not the firm's money; who only runs a plant need not have paid for it
        "江阴恒利电子有限公司去年落户。绥德县义合产业园总投资1.1亿元，园区二期总投资9000万元。",
        set(),
        {("江阴恒利电子有限公司", "INVESTED_IN", "义合产业园", 90000000.0)},
    ),
    (  # through whom the firm came is not the one that pays
        "江阴恒利电子有限公司2020年有了新厂。经江阴市对接，这家企业落户绥德县义合产业园，累计投资6500万元。",
        {("江阴恒利电子有限公司", "INVESTED_IN", "义合产业园", 65000000.0)},
        set(),
    ),
    (  # where the firm settled, not where its fruit grows
        "江阴恒利食品有限公司去年在绥德县义合镇签了租约。公司收购绥德县名州镇、薛家峁镇的苹果，做成罐头。项目总投资7500万元。",
        {("江阴恒利食品有限公司", "INVESTED_IN", "义合镇", 75000000.0)},
        {("江阴恒利食品有限公司", "INVESTED_IN", "薛家峁镇", 75000000.0)},
    ),
)


@pytest.mark.parametrize(("text", "wanted", "refused"), PASSAGES)
def test_money_in_running_text(text: str, wanted: Facts, refused: Facts) -> None:
    facts = extract_document(from_text(_PAIR + text, "x")).facts
    found = {(f.subject.name, f.relation, f.object.name, f.properties.get("amount")) for f in facts}
    assert wanted <= found
    assert not refused & found
