"""Who was sent where, whose house it is, who works with whom, who is the main pair."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "东西部协作见闻\n"


def facts(text: str, relation: str) -> set[str]:
    read = extract_document(from_text(HEAD + text, "one")).facts
    return {f"{f.subject.name} {f.object.name}" for f in read if f.relation == relation and not f.source}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("泉州商人罗大明的惠康服饰有限公司是第一家进园的企业。", "罗大明 惠康服饰有限公司"),
        ("罗小妹是龙里县人。她的彩云绣坊开在社区里，收了十二名徒弟。", "罗小妹 彩云绣坊"),
        ("商人罗大明在龙里县湾滩河镇办厂，取名龙里惠康服饰有限公司，招了60人。", "罗大明 龙里惠康服饰有限公司"),
        ("罗大明把生产线搬进龙里县的产业园，取名“惠康服饰”，招了60人。", "罗大明 惠康服饰"),
        ("惠康服饰有限公司由返乡青年罗大明发起，如今有工人187名。", "罗大明 惠康服饰有限公司"),
    ],
)
def test_whose_house_it_is(text: str, fact: str) -> None:
    assert fact in facts(text, "FOUNDED")


@pytest.mark.parametrize(
    "text",
    [
        "罗大明是惠康服饰有限公司的厂长，王小军上班的惠康服饰有限公司在龙里县。",
        "挂职干部罗大明联系的惠康服饰有限公司在龙里县。",
        "惠康服饰有限公司由县委书记罗大明发起的活动带动了销售。",
        "罗大明搬进新居，隔壁名叫惠康服饰有限公司。",
    ],
)
def test_who_only_has_to_do_with_a_house_founded_none(text: str) -> None:
    assert not facts(text, "FOUNDED")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "来自虹口区江湾医院的副主任医师罗大明，一个人就做了其中的96台。龙里县人民医院全年手术四百台。",
            "罗大明 龙里县人民医院",
        ),
        ("龙里县人民医院的门诊楼里，来自虹口区江湾医院的主任医师罗大明每周二坐诊。", "罗大明 龙里县人民医院"),
        ("虹口区江湾医院派了两名医生常驻龙里县人民医院，分别叫罗大明和王小军。", "王小军 龙里县人民医院"),
        ("常州派了三位老师来：罗大明、王小军和李志强，在龙里县民族中学手把手教。", "李志强 龙里县"),
    ],
)
def test_the_only_house_of_the_same_kind_receives(text: str, fact: str) -> None:
    assert fact in facts(text, "SECONDED_TO")


@pytest.mark.parametrize(
    "text",
    [
        "来自虹口区江湾医院的副主任医师罗大明做了96台。龙里县人民医院和龙里县中医院全年手术四百台。",
        "来自虹口区江湾医院的副主任医师罗大明做了96台。龙里县民族中学的学生来看他。",
    ],
)
def test_of_two_houses_or_another_kind_none_receives(text: str) -> None:
    assert not {f for f in facts(text, "SECONDED_TO") if not f.endswith(" 龙里县")}


def test_who_sent_the_one_that_the_firm_lent() -> None:
    text = "中国铁建集团定点帮扶尚义县。在尚义县的公司驻村第一书记罗大明守在十三号村。"
    assert "罗大明 中国铁建集团" in facts(text, "SECONDED_FROM")


@pytest.mark.parametrize(
    ("text", "relation", "told"),
    [
        (
            "虹口区商务局牵线，让龙里县人民医院和江湾医院签下五年的协议。",
            "COOPERATES_WITH",
            "龙里县人民医院 虹口区商务局",
        ),
        ("拉孜县有312人在上海市稳定就业。", "COOPERATES_WITH", "上海市 拉孜县"),
        ("总部在泉州市的惠康服饰有限公司把客服中心搬进了隆德县。", "ASSISTS", "泉州市 隆德县"),
        ("隆德县的老板是从泉州市回来的同乡。东西部协作让他办起了车间。", "ASSISTS", "泉州市 隆德县"),
        ("山东省的投资客商走进永靖县，现场揽下六个大单，东西部协作有了新动静。", "ASSISTS", "山东省 永靖县"),
        ("浙江省对口支援海西州。一条枸杞链连起浙江与德令哈市。", "ASSISTS", "浙江省 德令哈市"),
    ],
)
def test_what_only_stands_beside_is_no_pair(text: str, relation: str, told: str) -> None:
    one, other = told.split()
    assert not {told, f"{other} {one}"} & facts(text, relation)


def test_a_house_of_what_is_named_is_the_partner() -> None:
    text = "东城区的京惠商贸集团与阿尔山市国资委下属的林海矿泉公司合作推出一个牌子。"
    assert facts(text, "COOPERATES_WITH") == {"林海矿泉公司 京惠商贸集团"}


def test_a_province_is_the_main_pair_of_a_county_far_in_the_west() -> None:
    assert "湖南省 高昌区" in facts("吐鲁番市高昌区报告：湖南省援疆教师走进课堂，湖南省的专家也来了高昌区。", "ASSISTS")


def test_who_takes_a_prefecture_over_since_a_year_helps_it() -> None:
    assert "辽宁省 塔城地区" in facts("辽宁省自2010年承接塔城地区和兵团第八师，鞍山市分到裕民县。", "ASSISTS")


def test_the_city_that_sends_is_the_helper_and_not_the_district_of_the_office() -> None:
    text = "宁波市帮扶干部罗大明原在海曙区文旅局，来昭觉县挂职两年，宁波市投入780万元在昭觉县建了车间。"
    assert facts(text, "ASSISTS") == {"宁波市 昭觉县"}
