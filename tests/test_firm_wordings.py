"""Firms that came and what they put in, people who go to work, houses that work together, who helps whom."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "东西部协作见闻\n"


def facts(text: str, relation: str) -> set[str]:
    read = extract_document(from_text(HEAD + text, "one")).facts
    return {f"{f.subject.name} {f.object.name}" for f in read if f.relation == relation and not f.source}


def amounts(text: str) -> dict[str, object]:
    read = extract_document(from_text(HEAD + text, "one")).facts
    return {
        f"{f.subject.name} {f.object.name}": f.properties.get("amount") for f in read if f.relation == "INVESTED_IN"
    }


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("落户万山经开区三年，德宏光电公司已经扩产两次。", "德宏光电公司 万山经开区"),
        ("在石泉县杨柳社区，由常州的乐偶玩具有限公司开办的工厂，机器声从早响到晚。", "乐偶玩具有限公司 杨柳社区"),
        ("让王春燕回乡的，是嘉兴企业禾润服饰公司在青川县设的分厂。", "禾润服饰公司 青川县"),
        (
            "在碧江经济开发区扎堆的昆山企业有19家，体量最大的要数昆山丘钛精密有限公司。",
            "昆山丘钛精密有限公司 碧江经济开发区",
        ),
        ("大连棒棰岛饮品有限公司做汽水。公司2020年从金州区扩展到六盘水水城区。", "大连棒棰岛饮品有限公司 水城区"),
    ],
)
def test_the_firm_settled(text: str, fact: str) -> None:
    assert fact in facts(text, "MOVED_INTO")


def test_the_place_that_the_words_name_goes_before_the_one_spoken_of() -> None:
    text = "青岛与定西两市协作以来，陇西县先后引来青岛海沃食品有限公司、青岛泽润药业有限公司两家企业。"
    assert facts(text, "MOVED_INTO") == {"青岛海沃食品有限公司 陇西县", "青岛泽润药业有限公司 陇西县"}


@pytest.mark.parametrize(
    "text",
    [
        "美姑县的人都知道，开厂三十多年的常州熊抱抱玩具集团动了心。",
        "石泉县的晚会由常州的乐偶玩具有限公司承办。",
        "县长到江南电缆有限公司拜访，双方就建厂事宜交换了意见。德江县在等回信。",
    ],
)
def test_the_firm_did_not_settle(text: str) -> None:
    assert not facts(text, "MOVED_INTO")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("从常州武进转移过来的童乐玩具公司正赶一批出口订单。天等县减免了租金。", "童乐玩具公司 武进区"),
        ("引进企业：泉州恒泰鞋材有限公司，落户红寺堡区弘德工业园。", "泉州恒泰鞋材有限公司 泉州市"),
    ],
)
def test_where_the_firm_came_from(text: str, fact: str) -> None:
    assert fact in facts(text, "CAME_FROM")


@pytest.mark.parametrize(
    ("text", "fact", "amount"),
    [
        ("落户万山经开区三年，德宏光电公司已经追加了两次投资，累计1.8亿元。", "德宏光电公司 万山经开区", 180000000.0),
        ("瑞丝特纺织有限公司入股宜川县富民合作社，出资600万元。", "瑞丝特纺织有限公司 宜川县富民合作社", 6000000.0),
        (
            "都安县引进了广西嘉豪实业公司，企业在隆福乡一口气建了三个养殖场，花了9000万元。",
            "广西嘉豪实业公司 隆福乡",
            90000000.0,
        ),
    ],
)
def test_what_the_firm_put_in(text: str, fact: str, amount: float) -> None:
    assert amounts(text).get(fact) == amount


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("载着87名务工者的专列从昭通站出发，目的地是上海。这是镇雄县今年发出的第三趟专列。", "镇雄县 上海市"),
        ("巫山县32名乡亲在烟台的一家海参加工厂找到了活路。", "巫山县 烟台市"),
        ("兰坪县人社局副局长带队，把56名老乡一路送到珠海的格力工厂门口。", "兰坪白族普米族自治县 珠海市"),
        ("在东莞打工的雷山人眼下有两千多。", "雷山县 东莞市"),
        ("劳务输出：岷县—青岛，年内组织6批次214人。", "岷县 青岛市"),
        ("武都区—青岛务工专列今早发车。", "武都区 青岛市"),
    ],
)
def test_people_go_there_to_work(text: str, fact: str) -> None:
    assert fact in facts(text, "SENDS_WORKERS_TO")


@pytest.mark.parametrize(
    "text",
    [
        "游客从南通包车到略阳县看桃花，一天就有六辆大巴。",
        "老板骆成弦在广州打工起家，如今回到正安县。",
        "岷县—青岛的航班，年内飞了214班。",
    ],
)
def test_nobody_goes_there_to_work(text: str) -> None:
    assert not facts(text, "SENDS_WORKERS_TO")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("长春富维有限公司与阿勒泰市职业技术学校合办“富维班”。", {"长春富维有限公司", "阿勒泰市职业技术学校"}),
        ("甲方，江南大学；乙方，延川县农业农村局。", {"江南大学", "延川县农业农村局"}),
        ("嵊州市教育体育局联合北川县教育和体育局举办校长论坛。", {"嵊州市教育体育局", "北川县教育和体育局"}),
    ],
)
def test_they_work_together(text: str, pair: set[str]) -> None:
    read = extract_document(from_text(HEAD + text, "one")).facts
    assert pair in [{f.subject.name, f.object.name} for f in read if f.relation == "COOPERATES_WITH"]


def test_towns_paired_with_one_each_do_not_work_with_each_other() -> None:
    assert not facts("吴江区盛泽镇、平望镇分别与印江县木黄镇、合水镇携手共建。", "COOPERATES_WITH") & {
        "木黄镇 合水镇",
        "合水镇 木黄镇",
    }


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("永靖县的帮扶单位换了三茬，如今在任的是中国地震局。", "中国地震局 永靖县"),
        ("挂钩联系布拖县乐安乡的，是西华大学。", "西华大学 乐安乡"),
        ("由滕州市人民医院“一对一”帮带英吉沙县人民医院。", "滕州市人民医院 英吉沙县人民医院"),
        ("一纸援疆任务把佛山和伽师县连在了一起。", "佛山市 伽师县"),
        ("泸水市付坝村的娘家，在两千公里外的珠海市斗门区昭信村。", "昭信村 付坝村"),
    ],
)
def test_who_helps(text: str, fact: str) -> None:
    assert fact in facts(text, "ASSISTS")
