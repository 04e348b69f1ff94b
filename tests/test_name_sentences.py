"""Names of facilities, workshops and bodies: told by quotation marks, by being built or opened; where they begin and end."""

from __future__ import annotations

import pytest
from extraction_samples import found, things

NANTONG = "南通市对口帮扶汉中市宁强县\n东西部协作以来，南通市对口帮扶宁强县。\n"
FOSHAN = "广东省佛山市对口帮扶贵州省黔东南州榕江县。\n"
QINGDAO = "青岛市对口帮扶陇南市。\n"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("去年帮着建起“双溪夜市”，周末来了五千人。", "双溪夜市", "Facility"),
        ("返乡媳妇辞职开起这家“渡口麻花”。", "渡口麻花", "Company"),
        ("梅膏被番禺的“蕙因食集”看中，头一批八百瓶。", "蕙因食集", "Company"),
        ("工业园里的“粤花世界”，这八年一直开着。", "粤花世界", "Facility"),
        ("街角挂着“苗岭印象”招牌的铺子卖蜡染。", "苗岭印象", "Company"),
        ("顺德企业“悦合商管”受佛山委托运营。", "悦合商管", "Company"),
        ("集团出资80万元设立“锦都奖学金”，首批受奖90人。", "锦都奖学金", "Programme"),
        ("基金会捐资300万元建的“美达·幼儿之家”开园。", "美达·幼儿之家", "Facility"),
    ],
)
def test_told_by_quotation_marks(text: str, name: str, label: str) -> None:
    assert things(FOSHAN + text).get(name) == label


@pytest.mark.parametrize(
    "text",
    [
        "这里成了群众的“幸福小镇”。",
        "村民吃上“旅游饭”，端起“铁饭碗”。",
        "县里探索“党建+车间”模式，打造“归雁经济”。",
        "厂里采取的是“前店后坊”，学员半月上课。",
        "双方签下“以购代销”的单子。",
        "村民把开面馆叫“跑江湖”。",
    ],
)
def test_quotation_marks_that_name_nothing(text: str) -> None:
    assert things(FOSHAN + text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在工业园旁建了分拨中心，投资7000万元。", "分拨中心"),
        ("他另起炉灶，开了家芒荞食品厂，做罐头。", "芒荞食品厂"),
        ("改建后交榕江中等职业学校管理。", "榕江中等职业学校"),
        ("驻忠诚镇帮扶工作队队长李建国说。", "驻忠诚镇帮扶工作队"),
        ("第七批援石工作队由领队带队。", "第七批援石工作队"),
        ("县农业农村和畜牧水利局局长说。", "县农业农村和畜牧水利局"),
        ("他到罗甸县教体和科技局挂职。", "罗甸县教体和科技局"),
        ("她是静安区市南医院康复医学科主任。", "静安区市南医院"),
        ("水利部驻榕江县帮扶工作组组长来了。", "水利部驻榕江县帮扶工作组"),
        ("在这里改造起彩织米线实训基地，请回面匠。", "彩织米线实训基地"),
        ("公司落户宏德慈善产业园。", "宏德慈善产业园"),
        ("他请来水发田禾节水科技股份公司，搞起滴灌。", "水发田禾节水科技股份公司"),
        ("藏北榕江县妇幼保健院装上了设备。", "榕江县妇幼保健院"),
    ],
)
def test_where_a_name_begins_and_ends(text: str, name: str) -> None:
    assert name in things(FOSHAN + text)


@pytest.mark.parametrize(
    "text",
    [
        "佛山市顺德区的互联网公司多，做果膏的没有。",
        "顺德区的一家食品检测公司为他免费检测。",
        "其公司承接了上述就业车间。",
        "古州镇有个苹果合作社，社长姓王。",
        "古州镇一所小学的校长来了。",
        "因为寄的时候学校正在搬迁。",
        "顺德区的老牌酱菜厂搬来了。",
        "古州镇的迷你水电站旁守着人。",
        "江苏省内的榕江米粉馆现有1800家。",
        "顺德、榕江两地结对学校增至40所。",
        "榕江城区超市都卖这种菜。",
        "央企“娘家人”忙前忙后。",
        "枫溪古镇的咖啡馆里也有。",
    ],
)
def test_words_that_are_no_name(text: str) -> None:
    assert things(FOSHAN + text) == {}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("返乡的姑娘开了一家绣坊，带着30名姐妹。", "绣坊", "Workshop"),
        ("他在县城开了一间推拿店，墙上挂着照片。", "推拿店", "Company"),
        ("佛山援建的腊肉厂投产了。", "腊肉厂", "Facility"),
        ("两地合办了一所焊工夜校，开班6期。", "焊工夜校", "Facility"),
        ("公司帮我们建了电商服务站。", "电商服务站", "Facility"),
        ("佛山在该校援建了一座科技馆，总投资900万元。", "科技馆", "Facility"),
        ("佛山市援建的新生儿重症病房花了400万元。", "新生儿重症病房", "Facility"),
    ],
)
def test_told_by_being_opened(text: str, name: str, label: str) -> None:
    assert things(FOSHAN + text).get(name) == label


@pytest.mark.parametrize(
    "text",
    [
        "他打算开一家推拿店，还要开一家小店。",
        "县里计划建一座腊肉厂。",
    ],
)
def test_what_is_only_planned_has_no_name(text: str) -> None:
    assert things(FOSHAN + text) == {}


def test_what_a_name_does_not_swallow() -> None:
    text = NANTONG + "去年春，潍坊寿光的蔬悦优选农业有限公司接了手。"
    assert "蔬悦优选农业有限公司" in found(text, "Company")
    assert "覃家绣坊" in found(NANTONG + "覃家绣坊的主人覃月秋接的单子最多。", "Workshop")


@pytest.mark.parametrize(
    ("text", "name"), [("外交部定点帮扶康县三十年。", "外交部"), ("国家药监局派来两人。", "国家药监局")]
)
def test_national_bodies(text: str, name: str) -> None:
    assert name in found(QINGDAO + text, "Organization")


def test_a_river_is_no_county() -> None:
    assert "白河" not in found(QINGDAO + "两地只隔着一道白河。", "Region")
