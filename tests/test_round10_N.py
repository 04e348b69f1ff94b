"""Names: firms called by brand and trade, firms of a legal form behind other words, persons and where their names end."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from loaders.build import extract_document
from loaders.read import from_text
from loaders.relate import relate
from loaders.values import Reading

_ABOUT = "南通市对口帮扶汉中市宁强县\n东西部协作以来，南通市对口帮扶宁强县。\n"


def _named(text: str) -> set[tuple[str, str]]:
    """What the text names, with labels, under a headline that makes it one about paired assistance."""
    seen: list[Reading] = []

    def keep(reading: Reading) -> object:
        seen.append(reading)
        return relate(reading)

    with patch("loaders.build.relate", keep):
        extract_document(from_text(_ABOUT + text, "p"))
    return {(m.surface, m.label) for reading in seen for m in reading.mentions if m.label != "Region"}


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
    assert (firm, "Company") in _named(text)


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
    assert not [name for name, label in _named(text) if label == "Company"]


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
    assert (firm, "Company") in _named(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("挂职副县长覃亮跑前跑后办手续。", "覃亮"),
        ("子公司总经理上官涛颇有些得意。", "上官涛"),
        ("区慈善协会会长钟离珊募来17万元。", "钟离珊"),
        ("副组长顾立民笑说：“坐得住。”", "顾立民"),
        ("理事长孙彩萍是返乡大学生。", "孙彩萍"),
        ("六年前由闽侯商人程景和一手创办。", "程景和"),
        ("管委会副主任锁成林掰着指头算。", "锁成林"),
        ("脱贫户龚长发家的橘子卖了2万元。", "龚长发"),
        ("接任的是令狐强，原任镇长。", "令狐强"),
        ("民宿老板娘泽仁央宗从前只晓得种地。", "泽仁央宗"),
        ("校长巴图孟和希望两地常来往。", "巴图孟和"),
        ("驻村队员沙鹏满两年期回了南通。", "沙鹏"),
        ("校长强万里与南通的校长握了手。", "强万里"),
        ("村医蹇德芬每天上门。", "蹇德芬"),
    ],
)
def test_persons(text: str, person: str) -> None:
    assert (person, "Person") in _named(text)


@pytest.mark.parametrize(
    "text",
    [
        "项目库里排得满满当当。",
        "工作组来之前，栗农守着路边卖。",
        "现在张张保底，一年净赚两万。",
        "没人叫苏总。",
        "旁边是彭家嫂子昨天的数字。",
        "全村脆李种了3400亩。",
        "派12名骨干教师来跟岗带班。",
        "牧民都记得一个名字。",
        "他带头种上了火龙果。",
        "“苏货”进山，好货出山。",
        "县里来了两名农艺师。",
    ],
)
def test_words_that_are_no_persons(text: str) -> None:
    assert not [name for name, label in _named(text) if label == "Person"]


def test_what_a_name_does_not_swallow() -> None:
    told = _named("去年春，潍坊寿光的蔬悦优选农业有限公司接了手。")
    assert ("蔬悦优选农业有限公司", "Company") in told
    assert ("覃家绣坊", "Workshop") in _named("覃家绣坊的主人覃月秋接的单子最多。")
