"""Who was sent where and by whom in whole texts, and who came another way or was not sent at all."""

from __future__ import annotations

import pytest
from extraction_samples import told

YUHANG = "浙江省杭州市余杭区对口帮扶陕西省榆林市横山区。\n"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # One of several told together came from elsewhere.
        (
            "江苏省南京市秦淮区对口帮扶陕西省商洛市商南县。饭馆老板周大勇和孙秀兰是两口子，一个从秦淮区来挂职过，一个在商南县长大。",
            {"周大勇 SECONDED_FROM 秦淮区"},
        ),
        # A service that ended was a service.
        (
            "山东省威海市对口帮扶重庆市云阳县。周明远来自威海市中医院，上个月结束了为期两年的帮扶。",
            {"周明远 SECONDED_FROM 威海市中医院"},
        ),
        # Who sends stands at the head of the sentence.
        (
            "江苏省如皋市对口帮扶陕西省洋县。如皋市投入资金300万元建起育苗棚，并派来农技员孙志强驻点一年。",
            {"孙志强 SECONDED_FROM 如皋市"},
        ),
        # The only helper of the article sent who holds a post for a time.
        (
            "上海市闵行区与云南省昌宁县结对，闵行区年年有人来。驻昌宁县挂职干部周晓岚负责跟进项目。",
            {"周晓岚 SECONDED_FROM 闵行区"},
        ),
        # 驻村第一书记 is sent to the village.
        (
            "湖北省秭归县水田坝乡王家桥村种脐橙，有单位定点帮扶。驻村第一书记周志强说，路修通了。",
            {"周志强 SECONDED_TO 王家桥村"},
        ),
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
        (
            "中国石化定点帮扶甘肃省东乡族自治县。挂职副县长欧阳旭东把一份清单摆上桌。",
            {"欧阳旭东 SECONDED_FROM 中国石化", "欧阳旭东 SECONDED_TO 东乡族自治县"},
        ),
        (
            "黑龙江省对口支援仁布县。架灯的是黑龙江省第九批援藏工作队里的年轻人、仁布县商务局挂职副局长郎一鸣。",
            {"郎一鸣 SECONDED_FROM 黑龙江省", "郎一鸣 SECONDED_TO 仁布县商务局"},
        ),
        (
            "东莞市对口支援图木舒克市。东莞市援疆前方工作队副队长蓝志勇主持，他同时担任第三师图木舒克市教育局副局长。",
            {"蓝志勇 SECONDED_TO 第三师图木舒克市教育局"},
        ),
        (
            "莆田市涵江区结对帮扶西吉县。莆田市涵江区的农技员柳国顺驻村帮扶，看她豆腐做得好。",
            {"柳国顺 SECONDED_FROM 涵江区", "柳国顺 SECONDED_TO 西吉县"},
        ),
        (
            "河南省对口支援哈密市。河南援疆干部武庆丰挂任巴里坤县副县长，跟着招商队伍跑遍中原。",
            {"武庆丰 SECONDED_TO 巴里坤哈萨克自治县"},
        ),
    ],
)
def test_who_was_sent(text: str, facts: set[str]) -> None:
    assert facts <= told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
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
        # A body called by its kind alone is the one under discussion.
        (
            "江苏省昆山市对口支援新疆阿图什市。园区管委会副主任、援疆干部周志强介绍，园里有58家企业。",
            "周志强 SECONDED_FROM 园区管委会",
        ),
        # A village is not the home of its first secretary.
        ("湖北省秭归县王家桥村的驻村第一书记周志强说，路修通了。", "周志强 SECONDED_FROM 王家桥村"),
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
        ("山东日照对口支援麦盖提县。由日照来的烘焙师周立新主理的馕坊排第一号。", "周立新 SECONDED_FROM 日照市"),
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
        ("湖南省援藏。洛扎县拉康镇的周立新，2015年跟着湖南援藏施工队建起这座园子。", "周立新 SECONDED_FROM 湖南省"),
        # Officials are met, not described.
        ("天津市援藏。县里慰问了天津的第十批援藏干部，卡若区农牧局局长卓玛也到了场。", "卓玛 SECONDED_FROM 天津市"),
        (YUHANG + "杭州医疗队的周启明退休前是余杭区第一医院的护理部主任。", "周启明 SECONDED_FROM 余杭区第一医院"),
    ],
)
def test_who_was_not_sent(text: str, wrong: str) -> None:
    assert wrong not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "厦门市对口支援吉木萨尔县。连宗翰是厦门海泓塑业集团董事长，2020年跟着厦门的援疆招商团来到吉木萨尔县。",
        "北京市对口支援和田市。小伙叫冀晓磊，跟着北京援疆的招商队伍来到和田市，本想待一年就走。",
        "河南省对口支援哈密市。薯种来自河南援疆的一家企业——焦作人武庆丰2021年办的新疆豫山种业有限公司。",
        "通州区对口支援奈曼旗。据奈曼旗卫健委主任佟桂枝统计，通州区对口奈曼旗以来共派驻医疗人才74人。",
        "佛山市对口帮扶剑河县。佛山冯了性药业有限公司与剑河县签约。公司常驻剑河的厂长张锦添透露，去年收购干钩藤1350吨。",
    ],
)
def test_nobody_sent(text: str) -> None:
    assert told(text, "SECONDED_TO", "SECONDED_FROM") == set()
