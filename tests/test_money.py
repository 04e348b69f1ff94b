"""Whose money, for what: classes of wording beyond single frames, read through the whole flow."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

Facts = set[tuple[str, str, str, float | None]]

PASSAGES: tuple[tuple[str, Facts, Facts], ...] = (
    (  # shares of one total: who pays which share, and what they are shares of
        "江阴市对口帮扶绥德县\n江阴市今年安排绥德县帮扶资金1950万元，其中600万元用于义合镇养殖基地。",
        {("江阴市", "FUNDED", "绥德县", 19500000.0)},
        set(),
    ),
    (  # sums and names in rows
        "江阴市对口帮扶绥德县\n江阴市红十字会、江阴市总工会分别捐资50万元、35万元，为绥德县第一中学添置校服。",
        {
            ("江阴市红十字会", "DONATED_TO", "绥德县第一中学", 500000.0),
            ("江阴市总工会", "DONATED_TO", "绥德县第一中学", 350000.0),
        },
        {("江阴市红十字会", "DONATED_TO", "绥德县第一中学", 350000.0)},
    ),
    (  # the total of a work is nobody's share
        "江阴市对口帮扶绥德县\n绥德县义合冷链中心总投资2300万元，其中江阴市援助1500万元。",
        {("江阴市", "FUNDED", "绥德县义合冷链中心", 15000000.0)},
        {("江阴市", "FUNDED", "绥德县义合冷链中心", 23000000.0)},
    ),
    (  # a sum of many firms is not one firm's
        "江阴市对口帮扶绥德县\n江阴恒利电子有限公司等31家企业落户绥德县，投资额62亿元。",
        set(),
        {("江阴恒利电子有限公司", "INVESTED_IN", "绥德县", 6200000000.0)},
    ),
    (  # a firm's own money goes where it settles
        "江阴市对口帮扶绥德县\n江阴恒利电子有限公司2021年落户绥德县，一期投资3600万元。",
        {("江阴恒利电子有限公司", "INVESTED_IN", "绥德县", 36000000.0)},
        set(),
    ),
    (  # rows of sums and of names with addresses: each sum has its own payer and its own thing
        "江阴市对口帮扶绥德县\n江阴市、靖江市去年分别拿出1200万元、900万元，用于绥德县义合镇卫生院、佳县通镇幼儿园。",
        {("江阴市", "FUNDED", "义合镇卫生院", 12000000.0), ("靖江市", "FUNDED", "通镇幼儿园", 9000000.0)},
        {("靖江市", "FUNDED", "义合镇卫生院", 12000000.0)},
    ),
    (  # what one hand is paid is no assistance to a place
        "江阴市对口帮扶绥德县\n绥德县义合镇帮扶车间每招收一人，江阴市补助1500元。",
        set(),
        {("江阴市", "FUNDED", "义合镇帮扶车间", 1500.0)},
    ),
    (  # who only carries out the works gets no aid
        "江阴市对口帮扶绥德县\n绥德县义合小学概算7600万元，全部来自江阴市帮扶资金，施工单位为南通恒建工程公司。",
        set(),
        {("江阴市", "FUNDED", "南通恒建工程公司", 76000000.0)},
    ),
    (  # the sum of the next payer
        "江阴市对口帮扶绥德县\n义合镇的帮扶车间厂房由江阴市出资240万元修建，设备由江阴恒利电子有限公司投资90万元购置。",
        {
            ("江阴市", "FUNDED", "义合镇帮扶车间", 2400000.0),
            ("江阴恒利电子有限公司", "INVESTED_IN", "义合镇帮扶车间", 900000.0),
        },
        {
            ("江阴市", "FUNDED", "义合镇帮扶车间", 900000.0),
            ("江阴恒利电子有限公司", "INVESTED_IN", "绥德县", 2400000.0),
        },
    ),
    (  # a paired helper, the sum a clause later
        "江阴市对口帮扶绥德县\n江阴市与绥德县结对以来，援助资金逐年递增，累计达2.6亿元。",
        {("江阴市", "FUNDED", "绥德县", 260000000.0)},
        set(),
    ),
    (  # the sentence after a list says whose money it was
        "江阴市对口帮扶绥德县\n绥德县2023年东西部协作项目：义合镇卫生院，980万元；佳县通镇幼儿园，1120万元。以上项目资金均由江阴市提供。",
        {("江阴市", "FUNDED", "义合镇卫生院", 9800000.0)},
        set(),
    ),
    (  # a share in a new firm
        "江阴市对口帮扶绥德县\n绥德陕农香菇有限公司注册资本2000万元，其中江阴恒利电子有限公司出资1200万元，占股60%。",
        {("江阴恒利电子有限公司", "INVESTED_IN", "绥德陕农香菇有限公司", 12000000.0)},
        set(),
    ),
    (  # of a total each firm its own
        "江阴市对口帮扶绥德县\n两年来，绥德县新引进企业6家，实际投资7.2亿元，其中江阴恒利电子有限公司8600万元、江阴锦绣纺织有限公司5300万元。",
        {
            ("江阴恒利电子有限公司", "INVESTED_IN", "绥德县", 86000000.0),
            ("江阴锦绣纺织有限公司", "INVESTED_IN", "绥德县", 53000000.0),
        },
        set(),
    ),
    (  # the next sentence names the investor
        "江阴市对口帮扶绥德县\n总投资5.2亿元的显示屏项目在绥德县开工。项目由江阴恒利电子有限公司投资建设。",
        {("江阴恒利电子有限公司", "INVESTED_IN", "绥德县", 520000000.0)},
        set(),
    ),
    (  # the firm is named as the investor
        "江阴市对口帮扶绥德县\n在绥德县义合镇，总投资1.2亿元的菌菇项目已开工，投资方为江阴恒利电子有限公司。",
        {("江阴恒利电子有限公司", "INVESTED_IN", "义合镇", 120000000.0)},
        set(),
    ),
    (  # savings, prize money and takings are gifts where they are handed on
        "江阴市对口帮扶绥德县\n江阴市退休教师林秀英把攒下的3万元积蓄寄给了绥德县义合小学。",
        {("林秀英", "DONATED_TO", "绥德县义合小学", 30000.0)},
        set(),
    ),
    (  # a body gives through its head
        "江阴市对口帮扶绥德县\n江阴市工商联副主席邢文岭代表会员，向绥德县义合小学捐赠课桌椅260套、价值18.2万元。",
        {("江阴市工商联", "DONATED_TO", "绥德县义合小学", 182000.0)},
        {("邢文岭", "DONATED_TO", "绥德县义合小学", 182000.0)},
    ),
    (  # a worker sent is no gift; a gift denied is none
        "江阴市对口帮扶绥德县\n园子缺人手，江阴市总工会一次送来八名志愿者。网传江阴市红十字会向绥德县捐赠100万元。",
        set(),
        {("江阴市红十字会", "DONATED_TO", "绥德县", 1000000.0), ("江阴市总工会", "DONATED_TO", "绥德县", None)},
    ),
    (  # gathered by several, all for one
        "江阴市对口帮扶绥德县\n江阴市慈善总会、江阴恒利电子有限公司凑了一笔钱，一共88万元，全给了绥德县义合小学。",
        {
            ("江阴市慈善总会", "DONATED_TO", "绥德县义合小学", 880000.0),
            ("江阴恒利电子有限公司", "DONATED_TO", "绥德县义合小学", 880000.0),
        },
        set(),
    ),
    (  # goods from a firm
        "江阴市对口帮扶绥德县\n这批校服价值9.3万元，来自江阴恒利服饰有限公司，昨天发到了绥德县义合小学。",
        {("江阴恒利服饰有限公司", "DONATED_TO", "绥德县义合小学", 93000.0)},
        set(),
    ),
)


@pytest.mark.parametrize(("text", "wanted", "refused"), PASSAGES)
def test_money(text: str, wanted: Facts, refused: Facts) -> None:
    facts = extract_document(from_text(text, "x")).facts
    found = {(f.subject.name, f.relation, f.object.name, f.properties.get("amount")) for f in facts}
    assert wanted <= found
    assert not refused & found
