"""Round 11, area S: who was sent where and by whom, also where the ends stand in different sentences; sentences of our own."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text


def told(text: str) -> set[str]:
    facts = extract_document(from_text(text, "own")).facts
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in facts if f.relation.startswith("SECONDED")}


TOLD = [
    # A member of a team named after both sides, with or without a post beside it.
    (
        "浙江省嘉善县帮扶四川省九寨沟县。嘉善县驻九寨沟县工作队的周立新却总爱讲熊猫。",
        {"周立新 SECONDED_FROM 嘉善县", "周立新 SECONDED_TO 九寨沟县"},
    ),
    (
        "北京西城区帮扶喀喇沁旗。跑前跑后的，是西城区驻喀喇沁旗工作队队员、旗文旅局副局长周立新。",
        {"周立新 SECONDED_FROM 西城区", "周立新 SECONDED_TO 喀喇沁旗"},
    ),
    # What somebody is, told in a clause of its own before the posts.
    (
        "天津的第九批援藏干部，卡若区委常委、副区长周立新，主抓的是供水。",
        {"周立新 SECONDED_FROM 天津市", "周立新 SECONDED_TO 卡若区"},
    ),
    # An assistant of the head of a county holds a post there as well.
    (
        "上海市松江区对口支援西藏定日县。县长助理、来自松江区的周立新说，房子建好了。",
        {"周立新 SECONDED_FROM 松江区", "周立新 SECONDED_TO 定日县"},
    ),
    # Where a person worked is told in the sentence before.
    (
        "衢州市援疆。周立新当过兵，转业后在衢州市柯城区司法局工作。2020年，他作为援疆干部进疆，任乌什县司法局副局长。",
        {"周立新 SECONDED_FROM 柯城区司法局", "周立新 SECONDED_TO 乌什县司法局"},
    ),
    # Who took over: from the same helper, in the same place.
    (
        "深圳市宝安区2016年结对帮扶都安县，派出干部周立新任县委常委、副县长。接任的钱大勇挂职时间更长。",
        {"钱大勇 SECONDED_FROM 宝安区", "钱大勇 SECONDED_TO 都安瑶族自治县"},
    ),
    (
        "丰台区帮扶林西县。丰台区水务局干部周立新被派到林西县毡铺村当第一书记。接过本子的是丰台区园林局的钱大勇。",
        {"钱大勇 SECONDED_FROM 丰台区园林局", "钱大勇 SECONDED_TO 毡铺村"},
    ),
    # One of those whom a house sent.
    (
        "广州市番禺区何贤纪念医院先后派驻19名医护，威宁县妇幼保健院副院长周丽云便是第三批队员。",
        {"周丽云 SECONDED_FROM 广州市番禺区何贤纪念医院", "周丽云 SECONDED_TO 威宁县妇幼保健院"},
    ),
    # The only village of the article is that of its first secretary.
    (
        "临沂市兰陵县矿坑镇的姜家哨村种蒜，有单位结对帮扶。省派第一书记、来自山东省地矿局的周立新打了个比喻。",
        {"周立新 SECONDED_FROM 山东省地矿局", "周立新 SECONDED_TO 姜家哨村"},
    ),
    # A body that helps the county lent its vice head.
    (
        "华润集团自2003年起在海原县定点帮扶。集团派来的挂职副县长周立新，天天下村。",
        {"周立新 SECONDED_FROM 华润集团", "周立新 SECONDED_TO 海原县"},
    ),
    (
        "日照市援疆。日照籍援疆干部、麦盖提县文旅局副局长周立新说，改厕不易。",
        {"周立新 SECONDED_FROM 日照市", "周立新 SECONDED_TO 麦盖提县"},
    ),
    (
        "浙江省援藏指挥部在那曲市色尼区建温室。园区的技术员周立新来自浙江省农科院，第二次进藏，援期一年半。",
        {"周立新 SECONDED_FROM 浙江省农科院", "周立新 SECONDED_TO 色尼区"},
    ),
    (
        "在云南昌宁县，前一位叫周立新，闵行区经济委员会出身，2019年至2021年在昌宁挂职。",
        {"周立新 SECONDED_FROM 闵行区经济委员会", "周立新 SECONDED_TO 昌宁县"},
    ),
]

NOT_TOLD = [
    # A firm goes to the town, not the official who fetched it.
    (
        "广东惠州帮扶贵州兴仁。惠州帮扶干部、兴仁市副市长周立新上任后，请来惠州的康谷食品公司到巴铃镇开车间。",
        "周立新 SECONDED_TO 巴铃镇",
    ),
    # What somebody looks after lies elsewhere.
    (
        "深圳市龙岗区帮扶那坡县。龙岗区发改局周立新兼任那坡县委副书记。他主抓的加工园2023年9月在平孟镇开园。",
        "周立新 SECONDED_TO 平孟镇",
    ),
    # 到甲镇的乙学校: the school is meant.
    (
        "南京市帮扶西宁市。南京晓庄学院附属小学的副校长周立新到大通县桥头镇的第六完全小学当了校长。",
        "周立新 SECONDED_TO 桥头镇",
    ),
    # Hands that were hired.
    (
        "厦门市帮扶临夏州。2016年，马小花跟着首批劳务队从东乡族自治县到了厦门市，进了车间。",
        "马小花 SECONDED_TO 厦门市",
    ),
    # A trade that nobody is sent for.
    (
        "山东日照对口支援麦盖提县。由日照来的烘焙师周立新主理的馕坊排第一号。",
        "周立新 SECONDED_FROM 日照市",
    ),
    # A post taken up after the return.
    (
        "扬州市援藏。扬州市园林局干部周立新在达孜区挂职三年。周立新去年回了扬州，现任瘦西湖风景区园艺部部长。",
        "周立新 SECONDED_TO 瘦西湖风景区",
    ),
    # Who made room is not who took over.
    (
        "宝安区帮扶都安县。宝安中学的钱大勇2020年到都安高中挂职，2023年接替退休的周立新当了校长。",
        "周立新 SECONDED_TO 都安高中",
    ),
    # The builders of a helper take their men where they find them.
    (
        "湖南省援藏。洛扎县拉康镇的周立新，2015年跟着湖南援藏施工队建起这座园子。",
        "周立新 SECONDED_FROM 湖南省",
    ),
    # Officials are met, not described.
    (
        "天津市援藏。县里慰问了天津的第十批援藏干部，卡若区农牧局局长卓玛也到了场。",
        "卓玛 SECONDED_FROM 天津市",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_ends_of_a_sending(text: str, wanted: set[str]) -> None:
    assert wanted <= told(text)


@pytest.mark.parametrize(("text", "wrong"), NOT_TOLD)
def test_no_end_of_a_sending(text: str, wrong: str) -> None:
    assert wrong not in told(text)
