"""Money and works: who paid, gave, built and runs what, in constructions of the genre written from knowledge of it."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text


def told(text: str) -> set[str]:
    """The facts of a text as lines, the sum in 万元 behind those that have one."""
    facts = extract_document(from_text(text, "p")).facts
    return {
        f"{f.subject.name} {f.relation} {f.object.name}"
        + (f" {f.properties['amount'] / 10_000:g}" if f.properties.get("amount") else "")
        for f in facts
        if not f.source
    }


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "海淀区对口帮扶科右前旗。德伯斯镇奶牛养殖场能开张，全靠海淀区的420万元。",
            "海淀区 FUNDED 德伯斯镇奶牛养殖场 420",
        ),
        (
            "徐汇区对口帮扶屏边县。来自徐汇区的1500万元真金白银，砸在了屏边县新现镇的猕猴桃标准化示范园。",
            "徐汇区 FUNDED 猕猴桃标准化示范园 1500",
        ),
        (
            "集美区累计拨付泾源县帮扶资金6900万元，实施项目43个。今年又为六盘山镇肉牛养殖园区安排了750万元。",
            "集美区 FUNDED 六盘山镇肉牛养殖园区 750",
        ),
        (
            "徐汇区对口帮扶元阳县。马街乡红米加工厂扩产，缺口380万元，徐汇区补上了。",
            "徐汇区 FUNDED 马街乡红米加工厂 380",
        ),
        (
            "历下区对口帮扶武隆区。由历下区帮扶资金兴建的羊角豆干产业园开园了。",
            "历下区 FUNDED 羊角豆干产业园",
        ),
        (
            "西湖区对口支援炉霍县。炉霍县有个“杭帮厨师班”，学费、住宿费由西湖区全包。",
            "西湖区 FUNDED 杭帮厨师班",
        ),
        (
            "2020年至2023年，余杭区四年间分别为台江县拨来帮扶资金4100万元、4300万元、4600万元和4800万元，总计1.78亿元。",
            "余杭区 FUNDED 台江县 17800",
        ),
        (
            "江宁区对口帮扶洛南县。永丰镇蜂蜜加工厂昨日试产。江宁区出钱，永丰镇出地，群众得利。",
            "江宁区 FUNDED 永丰镇蜂蜜加工厂",
        ),
        (
            "晋江市对口帮扶同心县。宝盖鞋业协会听说同心县豫海镇中心小学没有像样的操场，当即认捐60万元。",
            "宝盖鞋业协会 DONATED_TO 豫海镇中心小学 60",
        ),
        (
            "潍坊市与开州区结对帮扶。潍坊市慈善总会捐资200万元，设立“鸢都助学金”，资助开州困难学生400人。",
            "潍坊市慈善总会 DONATED_TO 鸢都助学金 200",
        ),
        (
            "长宁区对口帮扶绿春县。长宁区残联送来轮椅120辆，受捐单位是绿春县残联。",
            "长宁区残联 DONATED_TO 绿春县残联",
        ),
        (
            "鼓楼区与安定区东西部协作。冷库在鲁家沟镇落成，名叫鲁家沟冷链物流中心。中心运营单位为安定区润泽农业有限公司。",
            "安定区润泽农业有限公司 RUNS 鲁家沟冷链物流中心",
        ),
        (
            "柯桥区对口帮扶峨边县。柯桥区投建的“共富茶坊”昨日试机，今后交给峨边黑竹沟茶业专业合作社运行。",
            "峨边黑竹沟茶业专业合作社 RUNS 共富茶坊",
        ),
        (
            "西湖区对口支援炉霍县。炉霍县有个“杭帮厨师班”，办班的是杭州市西湖区职业高级中学。",
            "杭州市西湖区职业高级中学 RUNS 杭帮厨师班",
        ),
        (
            "虹口区对口帮扶富宁县。虹口区与富宁县合力办起的“沪滇家政夜校”开学了。",
            "虹口区 RUNS 沪滇家政夜校",
        ),
        (
            "惠安县对口帮扶红寺堡区。红寺堡区新庄集乡的闽宁情移民广场启用了。广场占地15亩，惠安县援建。",
            "惠安县 BUILT 闽宁情移民广场",
        ),
    ],
)
def test_told(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # the goods were paid, not aid given
        ("金山区对口帮扶景东县。金山区枫泾镇出资80万元，从景东县买走咖啡豆11吨。", "枫泾镇 FUNDED 景东彝族自治县 80"),
        # an office of the very place
        ("和平区对口帮扶会宁县。会宁县财政局投资1200万元修建县城污水管网。", "会宁县财政局 FUNDED 会宁县 1200"),
        # a difference between two years is no payment
        (
            "嘉定区对口帮扶武定县。全年到位嘉定区财政援助资金5.26亿元，比上年增加2400万元。",
            "嘉定区 FUNDED 武定县 2400",
        ),
        # both pay, neither gets it
        (
            "越城区对口帮扶马边县。马边产业合作示范园由越城区与马边县共同出资3.2亿元兴建。",
            "越城区 FUNDED 马边彝族自治县 32000",
        ),
        # to come
        ("江宁区对口帮扶洛南县。明年，江宁区将为洛南县石门镇再建一座香菇烘干厂。", "江宁区 BUILT 香菇烘干厂"),
        # a number of them: a kind
        (
            "闵行区对口帮扶隆阳区。近四年，闵行区投入资金，建成农产品加工类帮扶车间52个。",
            "闵行区 BUILT 农产品加工类帮扶车间",
        ),
        # what was given is not who gave
        (
            "闵行区对口帮扶隆阳区。闵行区援滇干部联络组给板桥镇送来了一座日产三吨的豆腐皮加工厂。",
            "豆腐皮加工厂 DONATED_TO 板桥镇",
        ),
        # the builder in brackets is no place
        (
            "萧山区对口帮扶从江县。停洞镇的“萧从竹韵”竹编车间（萧山区援建）设在停洞社区。",
            "萧从竹韵竹编车间 LOCATED_IN 萧山区",
        ),
        # three sums, of whose givers not all are known by name
        (
            "浙江省对口支援阿克苏市。张家、李家、富通集团三家，各向依干其镇小学捐资30万元、20万元、25万元。",
            "富通集团 DONATED_TO 依干其镇小学 30",
        ),
    ],
)
def test_not_told(text: str, fact: str) -> None:
    assert fact not in told(text)
