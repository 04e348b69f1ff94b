"""Which articles are read: those about paired assistance, and no other."""

from __future__ import annotations

import pytest
from extraction_samples import ARTICLE, LINES_OF_NO_ARTICLE, extracted, facts, figures, read_text, row

from loaders.topicality import about_assistance

PAIRED = "浙江省嵊州市与四川省喜德县的东西部协作进入第三年。"
NEIGHBOUR = "江油市的厂长姓冯，厂里扶贫，也帮着村里卖核桃。"
FOREIGN = "昨晚的烟花秀吸引了两万名观众，广场边的小吃摊排起长队。"


def is_read(*texts: str) -> list[bool]:
    """For the articles of one document, which of them are read."""
    return about_assistance([read_text(text) for text in texts])


@pytest.mark.parametrize(
    "text",
    [
        row(PAIRED),
        row("对口支援让牧区的孩子有了新教室。"),
        row("援青医生把手术台搬到了草原。"),
        row("村里收到的消费帮扶订单越来越多。"),
        row("定点帮扶八年，工程师们把光伏板架上了山。"),
        row("闽宁协作的故事，从一株菌草讲起。"),
        row("东西協作結出碩果，山裏的蘋果賣到了海邊。"),
        row("嵊州市派来的老师在喜德县支教，孩子们学会了弹琴。"),
        row("县中学的老师去海岛学校支教，海岛的医生来山里支医。"),
        row("苏州市选派三十名干部到铜仁市挂职。"),
        row("粤桂两省区携手，果子走出深山。"),
        row("沪喀协作让戈壁上有了果园。"),
        row("嘉善纽扣厂落户九寨沟县，头一批招了84名工人。"),
        row("渭源县的洋芋装满三辆车，发往天津市红桥区的菜店，红桥区商务局局长来送行。"),
        row("广州地铁到册亨县招工，一天定下136人。"),
        row("宁德市霞浦县驻三明市泰宁县工作组组长到田头看秧。"),
        row("华水集团驻大方县工作队的党员凑钱给食堂买了冰柜。"),
        row("红河县驻沪劳务协调专员把老乡接到厂里。"),
        row("驻镇帮镇扶村工作队给诗洞镇装了路灯。"),
        row("仁和大学帮扶南涧县，在县里办了一个培优班。"),
        row("闽宁镇的新产业从一棵草开始。"),
        row("“京企入蒙”行动里，一家制衣厂到了草原上。"),
        row("莞韶共建园去年又添了两条生产线。"),
        row("如东县中医院的主任医师到略阳县中医医院，一待就是一年半。"),
        row("台江区实验小学和临洮县北街小学的孩子互换了贺卡，两县教育局轮流做东。"),
        row("湖州南浔区到广元利州区有一千多公里，白朝乡的村口却立着南浔的路灯。"),
        row("黄连种到了小凉山\n绍兴的一家药厂落子马边彝族自治县，在劳动乡租下四百亩地。"),
        row("从化区与清远的连南瑶族自治县是老对子，帮扶协议一签三年。"),
        row("东莞、韶关结对十年，厂房盖到了始兴县。"),
        row("青岛市市南区去年接收安顺市平坝区转移就业的158人。"),
        row("孩子的新课桌来自宁波市海曙区的捐款，木里县的老师把它们擦得锃亮。"),
    ],
)
def test_one_word_of_paired_assistance_is_enough(text: str) -> None:
    assert is_read(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        row(FOREIGN),
        row("县里给贫困户发了羊，扶贫干部天天上门，全县脱贫。"),
        row("新规对上市公司股东减持作出限制，深市、沪市同步施行。"),
        row("杭州一家公司在兰州开了分店，第一天卖出九百碗面。"),
        row("乡村振兴要靠产业，村里的民宿办得红火。"),
        row("两队在成都鏖战，浙江队客场战平，主帅对队员的表现满意。"),
        row("上海飞往西宁的航班恢复，票价四百元起。"),
        row("移民村的新房里贴上了年画。"),
        row("这家小店结对认养了两棵古树。"),
        row("北京的专家到新疆讲课，讲的是敦煌艺术。"),
        row("湖南省移民管理局发布通告，广西口岸延长开放时间。"),
        row("北京、西藏两地的移民管理警察一起巡逻。"),
        row("苏州的商场搬迁到新街口，成都的分店同日开业。"),
        row("杭州至广元航班增至每日两班，机场去年运送旅客11万人次。"),
        row("原告佛山市顺德区的一家公司诉称，被告凯里市的一家公司拖欠货款460万元。"),
        row("洪水过后，山东省寿光市的救援队赶到卫辉市的安置点，送来两千张折叠床。"),
        row("老板是宁波奉化人，到西昌旅游后留下来开了菜馆，有员工18人。"),
        row("成都市和蒙彼利埃市结为友好城市，互派学生一千多人。"),
        row("陇南武都的花椒熟了，青岛、上海的客商比往年来得晚。"),
        row("天津西青区一名女子在甘肃靖远县北滩镇探亲时走失，民警用两个小时找到她。"),
        row("珠海斗门区的游客在正安县安场镇住了三天。"),
        row("南京市栖霞区的陈女士从山阳县漫川关镇网购核桃，收到的却是空壳。"),
        row("苏州吴江区的一家公司在宿迁泗阳县开了分店，第一天送出两百份赠品。"),
        row("成都武侯区到白玉县的大巴开通，全程十二小时。"),
        row("东莞与韶关的法官交流审判经验。"),
        row("供电公司帮扶困难职工，春节前送去米面油。"),
        row("国务院安委会驻湖北省工作组到黄石市检查矿山。"),
        row("市农业农村局驻大坪村工作队帮村民修路。"),
        row("网上流传两县有支援关系，记者求证得知，右玉县与北仑区并无结对关系。"),
    ],
)
def test_an_article_about_something_else_is_not_read(text: str) -> None:
    assert is_read(text) == [False]


@pytest.mark.parametrize("text", LINES_OF_NO_ARTICLE.values(), ids=LINES_OF_NO_ARTICLE.keys())
def test_whole_articles_about_something_else_are_not_read(text: str) -> None:
    assert is_read(text) == [False]


def test_an_article_beside_one_on_the_scheme_is_read_if_it_is_about_poverty() -> None:
    assert is_read(PAIRED, NEIGHBOUR, FOREIGN) == [True, True, False]
    assert is_read(NEIGHBOUR, FOREIGN) == [False, False]
    assert is_read(FOREIGN, NEIGHBOUR, PAIRED) == [False, True, True]
    assert is_read() == []


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("上海松江·西双版纳勐腊：一枚茶叶的旅程", True),
        ("泉州晋江—宁夏红寺堡", True),
        ("青岛·陇南：山海情", True),
        ("烟台巫山携手种苹果", True),
        ("一枚茶叶的旅程", False),
        ("杭州—西昌足球友谊赛", False),
    ],
)
def test_a_headline_that_pairs_two_divisions_is_enough(title: str, read: bool) -> None:
    text = f"{title}\n2023年5月18日　来源：苍岭日报\n\n镇上的合作社理事长说，今年的收成不错，茶叶卖出了好价钱。\n"
    extraction = extracted(text)
    assert any("not about" in r.reason for r in extraction.rejects) != read


def test_the_word_in_a_title_counts() -> None:
    assert is_read("对口支援见真情\n嵊州的老师来了，喜德的孩子笑了。") == [True]


def test_a_word_about_the_scheme_is_what_makes_the_difference() -> None:
    """The same figures in an article about the scheme are read."""
    text = LINES_OF_NO_ARTICLE["relief"]
    helped = text.replace("县里给每户发放", "天津市东西部协作资金给每户发放")
    assert helped != text
    assert figures(extracted(helped)) and not figures(extracted(text))


def test_the_article_that_is_about_it_is_read() -> None:
    found = extracted(ARTICLE)
    assert "鄞州区 ASSISTS 昭觉县" in facts(found)
    assert not any("not about" in r.reason for r in found.rejects)


@pytest.mark.parametrize(
    "text",
    [
        row("苍梧集团响应“万企兴万村”行动，同坡底村签了协议，替村里修了三公里路。"),
        row("县里派挂职副县长陆明远天天跑厂子。"),
        row("天津市河东区驻碌曲联络组的人把账本摊在桌上。"),
        row("江阴市和睢宁县办的江阴（睢宁）工业园里，机器从早响到晚，职工两千人。"),
        row("烤烟房是2019年用鲁渝资金盖的，如今晒的是花椒。"),
        row("嘉善县的酒厂与九寨沟县的公司合资建厂，游客买门票还送一杯青稞酒。"),
        row("海淀区人民医院自2021年起整建制帮扶兴和县人民医院，病房扩了一倍。"),
        row("南阳大学与恩施市的帮扶之缘已过十年。"),
        row("烟台对口巫山，做的是一颗果子的文章。"),
    ],
)
def test_signs_of_the_scheme_are_read(text: str) -> None:
    assert is_read(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        row("法院判决，原驻村工作队队员挪用公款，立案调查已经结束。"),
        row("洪水漫过大堤，驻村干部连夜抗洪。"),
        row("天津市河东区驻京办事处的人把账本摊在桌上。"),
        row("杭州电动车行在兰州开了分店，一天卖出九十辆。"),
        row("江阴市的工业园里，机器从早响到晚，睢宁县的人也来看过。"),
        row("台江区的篮球队和临洮县的篮球队打了一场联赛。"),
        row("海淀区人民医院帮扶困难患者，县人民医院也来取经。"),
        row("南阳大学与恩施市的篮球队打了一场友谊赛。"),
        row("烟台大学的专业对口率很高，巫山来的学生不少。"),
    ],
)
def test_what_only_looks_like_the_scheme_is_not_read(text: str) -> None:
    assert is_read(text) == [False]
