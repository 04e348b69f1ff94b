"""Names of firms, houses and bodies: told by naming words, by quotation marks, by their trade; where they begin and end."""

from __future__ import annotations

import pytest
from extraction_samples import mentions

HEAD = "广东省佛山市对口帮扶贵州省黔东南州榕江县。\n"


def found(text: str) -> dict[str, str]:
    """Surface -> label of what is named in the text, regions and persons aside."""
    return {m.surface: m.label for m in mentions(HEAD + text) if m.label not in ("Region", "Person")}


CALLED = [
    ("这家来自顺德的企业名叫锐恩达，年产刀片600万片。", "锐恩达", "Company"),
    ("公司的名字叫云客邦，前年5月入驻。", "云客邦", "Company"),
    ("他在村里办了公司，起名浔禾莓语，请本村媳妇当经理。", "浔禾莓语", "Company"),
    ("另一家叫塞外骄阳鞋服，是老厂的分厂。", "塞外骄阳鞋服", "Company"),
    ("她们聚到一间叫“六岭绣语”的工坊里。", "六岭绣语", "Workshop"),
    ("收秸秆的企业叫潭铜生物，股东有三方。", "潭铜生物", "Company"),
    ("这家皮箱厂叫“东山晓”，在县里有5个微工厂。", "东山晓", "Company"),
]
NOT_CALLED = [
    "几家企业叫苦不迭，公司叫停了项目。",
    "企业叫他回来上班，厂里叫大家开会。",
    "老板名叫王小虎，合作社叫人来收茶。",
]


@pytest.mark.parametrize(("text", "name", "label"), CALLED)
def test_called(text: str, name: str, label: str) -> None:
    assert found(text).get(name) == label


@pytest.mark.parametrize("text", NOT_CALLED)
def test_not_called(text: str) -> None:
    assert found(text) == {}


MARKED = [
    ("去年帮着建起“双溪夜市”，周末来了五千人。", "双溪夜市", "Facility"),
    ("返乡媳妇辞职开起这家“渡口麻花”。", "渡口麻花", "Company"),
    ("梅膏被番禺的“蕙因食集”看中，头一批八百瓶。", "蕙因食集", "Company"),
    ("工业园里的“粤花世界”，这八年一直开着。", "粤花世界", "Facility"),
    ("街角挂着“苗岭印象”招牌的铺子卖蜡染。", "苗岭印象", "Company"),
    ("顺德企业“悦合商管”受佛山委托运营。", "悦合商管", "Company"),
    ("集团出资80万元设立“锦都奖学金”，首批受奖90人。", "锦都奖学金", "Programme"),
    ("基金会捐资300万元建的“美达·幼儿之家”开园。", "美达·幼儿之家", "Facility"),
]
NOT_MARKED = [
    "这里成了群众的“幸福小镇”。",
    "村民吃上“旅游饭”，端起“铁饭碗”。",
    "县里探索“党建+车间”模式，打造“归雁经济”。",
    "厂里采取的是“前店后坊”，学员半月上课。",
    "双方签下“以购代销”的单子。",
    "村民把开面馆叫“跑江湖”。",
]


@pytest.mark.parametrize(("text", "name", "label"), MARKED)
def test_marked(text: str, name: str, label: str) -> None:
    assert found(text).get(name) == label


@pytest.mark.parametrize("text", NOT_MARKED)
def test_not_marked(text: str) -> None:
    assert found(text) == {}


TRADES = [
    ("工坊运营方鹤铭文创的负责人是个急性子。", "鹤铭文创"),
    ("区属国企岭南农投见状，出资900万元。", "岭南农投"),
    ("县里引来本地龙头泰昌禽业，建起鹅场。", "泰昌禽业"),
    ("来自萧山的钱江纱业2016年最先落户。", "钱江纱业"),
    ("榕江县的如意菇业算不上大户，工人38人。", "如意菇业"),
    ("产业园已有越海坚果、边关腰果等6家企业进驻。", "越海坚果"),
    ("药厂由淄博瑞泰药业投资1.2亿元兴建。", "淄博瑞泰药业"),
]


@pytest.mark.parametrize(("text", "name"), TRADES)
def test_trades(text: str, name: str) -> None:
    assert found(text).get(name) == "Company"


EDGES = [
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
]


@pytest.mark.parametrize(("text", "name"), EDGES)
def test_edges(text: str, name: str) -> None:
    assert name in found(text)


NO_NAMES = [
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
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_names(text: str) -> None:
    assert found(text) == {}


OPENED = [
    ("返乡的姑娘开了一家绣坊，带着30名姐妹。", "绣坊", "Workshop"),
    ("他在县城开了一间推拿店，墙上挂着照片。", "推拿店", "Company"),
    ("佛山援建的腊肉厂投产了。", "腊肉厂", "Facility"),
    ("两地合办了一所焊工夜校，开班6期。", "焊工夜校", "Facility"),
    ("公司帮我们建了电商服务站。", "电商服务站", "Facility"),
    ("佛山在该校援建了一座科技馆，总投资900万元。", "科技馆", "Facility"),
    ("佛山市援建的新生儿重症病房花了400万元。", "新生儿重症病房", "Facility"),
]
NOT_OPENED = ["他打算开一家推拿店，还要开一家小店。", "县里计划建一座腊肉厂。"]


@pytest.mark.parametrize(("text", "name", "label"), OPENED)
def test_opened(text: str, name: str, label: str) -> None:
    assert found(text).get(name) == label


@pytest.mark.parametrize("text", NOT_OPENED)
def test_not_opened(text: str) -> None:
    assert found(text) == {}
