"""Names of firms in whole texts: told by brand and trade, by a legal form, by a title, by being called so."""

from __future__ import annotations

import pytest
from extraction_samples import found, things

NANTONG = "南通市对口帮扶汉中市宁强县\n东西部协作以来，南通市对口帮扶宁强县。\n"
FOSHAN = "广东省佛山市对口帮扶贵州省黔东南州榕江县。\n"
QINGDAO = "青岛市对口帮扶陇南市。\n"


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("入冬前，来自福建晋江的鹏泽织造在这里点火试机。", "鹏泽织造"),
        ("园里有9家企业开着工。绒暖鞋业做棉靴，去年产值2000万元。", "绒暖鞋业"),
        ("其中个头最大的要数润皋箱包。2023年1月，它租下两层厂房。", "润皋箱包"),
        ("厂房租给南通客商开的沁岭茶业。租金每年130万元。", "沁岭茶业"),
        ("冷库委托给南通企业海鲜达冷链来经营，每年保底分红。", "海鲜达冷链"),
        ("去年搬来的还有泽榕纸艺，做礼品盒。", "泽榕纸艺"),
        ("渠渔食品与合作社签了收购合同。", "渠渔食品"),
        ("镇上的民营企业越棉纺织也投了钱。", "越棉纺织"),
        ("厂名唤作“巴山花语”，六年前由南通商人一手创办。", "巴山花语"),
        ("南通的服饰品牌“素白”当场定下长期合同。", "素白"),
    ],
)
def test_firms_by_brand(text: str, firm: str) -> None:
    assert firm in found(NANTONG + text, "Company")


@pytest.mark.parametrize(
    "text",
    [
        "这些年县里主做羽绒，日产坚果35吨。",
        "挂职宁强县农业农村局副局长的陈立说，路修通了。",
        "南通市捐来一批防暑用品和体育用品。",
        "他现任县农业农村局副局长。",
        "资金用于改造藏戏民宿42套。",
        "如今村民以土地入股，占四成股份。",
    ],
)
def test_trades_that_name_no_firm(text: str) -> None:
    assert not found(NANTONG + text, "Company")


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("2022年，它在宁强设立全资子公司皓珠（宁强）光电科技有限公司，当年投产。", "皓珠（宁强）光电科技有限公司"),
        ("园区运营方惠群食用菌农民专业合作社负责人王浩说，订单不断。", "惠群食用菌农民专业合作社"),
        ("捐资方一口鲜调味食品有限公司拿出50万元。", "一口鲜调味食品有限公司"),
        ("工作队牵头在村里与兴羊养殖专业合作社合作办起加工厂。", "兴羊养殖专业合作社"),
        ("党支部领办同福圆家政服务有限公司，带动80户。", "同福圆家政服务有限公司"),
        ("首批入驻的徐蓝优选供应链有限公司招工120人。", "徐蓝优选供应链有限公司"),
        ("经南通市农业农村局介绍三江源水产养殖有限公司来考察。", "三江源水产养殖有限公司"),
        ("定点帮扶单位华晟能源集团派来了3名干部。", "华晟能源集团"),
    ],
)
def test_firms_of_a_legal_form(text: str, firm: str) -> None:
    assert firm in found(NANTONG + text, "Company")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("工坊运营方鹤铭文创的负责人是个急性子。", "鹤铭文创"),
        ("区属国企岭南农投见状，出资900万元。", "岭南农投"),
        ("县里引来本地龙头泰昌禽业，建起鹅场。", "泰昌禽业"),
        ("来自萧山的钱江纱业2016年最先落户。", "钱江纱业"),
        ("榕江县的如意菇业算不上大户，工人38人。", "如意菇业"),
        ("产业园已有越海坚果、边关腰果等6家企业进驻。", "越海坚果"),
        ("药厂由淄博瑞泰药业投资1.2亿元兴建。", "淄博瑞泰药业"),
    ],
)
def test_firms_by_trade(text: str, name: str) -> None:
    assert things(FOSHAN + text).get(name) == "Company"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("这家来自顺德的企业名叫锐恩达，年产刀片600万片。", "锐恩达", "Company"),
        ("公司的名字叫云客邦，前年5月入驻。", "云客邦", "Company"),
        ("他在村里办了公司，起名浔禾莓语，请本村媳妇当经理。", "浔禾莓语", "Company"),
        ("另一家叫塞外骄阳鞋服，是老厂的分厂。", "塞外骄阳鞋服", "Company"),
        ("她们聚到一间叫“六岭绣语”的工坊里。", "六岭绣语", "Workshop"),
        ("收秸秆的企业叫潭铜生物，股东有三方。", "潭铜生物", "Company"),
        ("这家皮箱厂叫“东山晓”，在县里有5个微工厂。", "东山晓", "Company"),
    ],
)
def test_called(text: str, name: str, label: str) -> None:
    assert things(FOSHAN + text).get(name) == label


@pytest.mark.parametrize(
    "text",
    [
        "几家企业叫苦不迭，公司叫停了项目。",
        "企业叫他回来上班，厂里叫大家开会。",
        "老板名叫王小虎，合作社叫人来收茶。",
    ],
)
def test_not_called(text: str) -> None:
    assert things(FOSHAN + text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在园区里做刀具的锐恩达创，是从黄埔区迁来的头一家企业。", "锐恩达创"),
        ("政协委员、禾川精工总经理李卫民来到县里。", "禾川精工"),
        ("镇上来了一家叫绿朗达的农产品公司，雇了40人。", "绿朗达"),
        ("楼下是地毯厂，名字就叫“冷师傅”，安置了94人就业。", "冷师傅"),
        ("康县刺梨合作总社收到20台起垄机。", "康县刺梨合作总社"),
    ],
)
def test_firms_by_what_stands_beside(text: str, name: str) -> None:
    assert name in found(QINGDAO + text, "Company")


@pytest.mark.parametrize(
    "text",
    [
        "签约仪式，是全县第一家企业。",
        "他办的厂子是镇上第一家企业。",
        "王大山是镇上第一家企业，大家都服。",
        "本地商人、合作社副总经理李卫民来到县里。",
        "如今担任董事长李卫民说。",
        "一家叫好不叫座的农产品公司倒闭了。",
    ],
)
def test_what_stands_beside_and_names_no_firm(text: str) -> None:
    assert not found(QINGDAO + text, "Company")
