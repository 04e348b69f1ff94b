"""Who helps whom by name alone: pairs of one-character names and teams named after both ends of their errand."""

from __future__ import annotations

import pytest
from extraction_samples import read_text, related, row

from loaders.relate import relate


def assists(text: str) -> set[str]:
    return {fact for fact in related(text) if " ASSISTS " in fact}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("粤桂协作车间里，绣娘们忙着赶工。", "广东省 ASSISTS 广西壮族自治区"),
        row("桂粤两省区签下协议。", "广东省 ASSISTS 广西壮族自治区"),
        row("深化闽宁协作，福建的菌草种到了宁夏。", "福建省 ASSISTS 宁夏回族自治区"),
        row("苏陕协作资金修起了大棚。", "江苏省 ASSISTS 陕西省"),
        row("鲁渝携手，山东的老师到了重庆。", "山东省 ASSISTS 重庆市"),
        row("沪滇协作十年，上海的医生常到云南。", "上海市 ASSISTS 云南省"),
        row("京蒙协作的羊肉上了餐桌。", "北京市 ASSISTS 内蒙古自治区"),
        row("五年看苏陕，江苏和陕西的干部走到了一起。", "江苏省 ASSISTS 陕西省"),
        row("深百协作办的灯还亮着，百色的干部刚从深圳回来。", "深圳市 ASSISTS 百色市"),
        row("甬凉协作让宁波市和凉山州走到一起。", "宁波市 ASSISTS 凉山彝族自治州"),
        row("粵桂東西部協作讓兩地走得更近。", "广东省 ASSISTS 广西壮族自治区"),
    ],
)
def test_a_compressed_pair_says_who_helps_whom(text: str, wanted: str) -> None:
    """By a recorded step: neither name stands there in full."""
    assert assists(text) == {wanted}
    facts = [f for f in relate(read_text(text))[1] if f.relation == "ASSISTS"]
    assert {f.proof.tier for f in facts} == {"inferred"}
    steps = {s for f in facts for s in f.proof.because}
    assert {s.kind for s in steps} == {"compressed pair"} and {s.role for s in steps} == {"subject", "object"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("杭州市驻黔东南州工作组走访了锦屏县。", "杭州市 ASSISTS 黔东南苗族侗族自治州"),
        row("杭州市对口支援广元市前方工作组到青川县。", "杭州市 ASSISTS 广元市"),
        row("广东省援藏工作队在林芝市巴宜区栽下果树。", "广东省 ASSISTS 林芝市"),
        row("福州—定西协作示范村的民宿开了张。", "福州市 ASSISTS 定西市"),
        row("天津市援甘工作组来到甘南州。", "天津市 ASSISTS 甘肃省"),
        row("黔东南州的干部感谢杭州市帮扶黔东南州工作队。", "杭州市 ASSISTS 黔东南苗族侗族自治州"),
    ],
)
def test_a_team_is_named_after_both_ends_of_its_errand(text: str, wanted: str) -> None:
    assert wanted in assists(text)
    helper, helped = wanted.split(" ASSISTS ")
    assert f"{helped} ASSISTS {helper}" not in assists(text)


@pytest.mark.parametrize(
    "text",
    [
        row("川菜、粤菜、湘菜一起上桌。"),
        row("沪剧团来演出，沪剧迷很多。"),
        row("川藏公路通车，青藏铁路提速。"),
        row("京津冀协同发展，京津城际很快。"),
        row("浙商、闽商、粤商走了进来。"),
        row("云贵高原的风，云贵两地的茶。"),
        row("他叫苏陕生，是陕北人。"),
        row("苏陕生牵手老伴，走过了五十年。"),
        row("青海来的客商看上了浙东的海鲜。"),
        row("南宁与宁夏，一南一北。"),
        row("大家把这条路叫甘青公路，把那座桥叫渝黔大桥。"),
        row("粤桂公司生产的瓷砖卖得好，粤桂牌瓷砖也好。"),
        row("泰安协作社、宁安办的手续很快。"),
    ],
)
def test_characters_that_are_no_pairing_pair_nothing(text: str) -> None:
    assert assists(text) == set()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        row("粤桂协作，广西的劳动力到广东务工。", "广西壮族自治区 ASSISTS 广东省"),
        row("陕苏协作资金到账了。", "陕西省 ASSISTS 江苏省"),
        row("宁闽两省区对口协作二十年。", "宁夏回族自治区 ASSISTS 福建省"),
        row("锦屏县驻杭州市富阳区劳务工作站挂牌。", "锦屏县 ASSISTS 富阳区"),
    ],
)
def test_the_helped_side_never_helps_the_helper(text: str, never: str) -> None:
    assert never not in related(text)


def test_a_station_of_the_helped_side_lies_where_it_is_posted() -> None:
    assert related("盐源县驻慈溪市人力资源服务站挂牌。") == {"盐源县驻慈溪市人力资源服务站 LOCATED_IN 慈溪市"}


def test_a_team_on_an_errand_does_not_lie_at_home() -> None:
    text = "广东省援藏工作队在林芝市巴宜区栽下果树。天津市援甘工作组来到甘南州。"
    assert related(text).isdisjoint({"广东省援藏工作队 LOCATED_IN 广东省", "天津市援甘工作组 LOCATED_IN 天津市"})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("绍兴诸暨市—丽水庆元县山海协作再结硕果。", {"诸暨市 ASSISTS 庆元县"}),
        row("始兴县与东莞市建立对口帮扶关系。", {"东莞市 ASSISTS 始兴县"}),
        row("诸暨市与嵊州市签订旅游协议。", set()),
    ],
)
def test_inside_a_province_the_poorer_prefectures_are_helped(text: str, wanted: set[str]) -> None:
    assert assists(text) == wanted


def test_a_hospital_of_a_city_serves_for_its_central_province() -> None:
    text = "湖南省援疆医疗队来了。湘潭市中心医院医师周平援疆到托克逊县人民医院挂职。"
    assert not any(fact.startswith("湘潭市 ASSISTS") for fact in assists(text))


@pytest.mark.parametrize(
    ("text", "wanted", "never"),
    [
        row("江苏省、青岛市等对口支援秭归县。", "江苏省 ASSISTS 秭归县", "江苏省 ASSISTS 青岛市"),
        row("分工是：海曙区协作昭觉县，余姚市负责金阳县。", "余姚市 ASSISTS 金阳县", "海曙区 ASSISTS 金阳县"),
        row("海曙区的结对县是昭觉县，余姚市的是金阳县。", "余姚市 ASSISTS 金阳县", "海曙区 ASSISTS 金阳县"),
        row("金阳县：余姚市支援，三个项目。昭觉县：海曙区支援。", "海曙区 ASSISTS 昭觉县", "余姚市 ASSISTS 昭觉县"),
        row("昭觉县、金阳县，分别由海曙区、余姚市结对帮扶。", "余姚市 ASSISTS 金阳县", "海曙区 ASSISTS 金阳县"),
        row(
            "宁波市对口帮扶凉山州。宁波市海曙区给昭觉县的三河村拨付资金80万元，建成三河村水厂。",
            "海曙区 ASSISTS 昭觉县",
            "宁波市 ASSISTS 昭觉县",
        ),
        row(
            "东西部协作中，昭觉县人民医院与宁波市第一医院组团式帮扶进入第二年。",
            "宁波市第一医院 ASSISTS 昭觉县人民医院",
            "昭觉县人民医院 ASSISTS 宁波市第一医院",
        ),
        row(
            "海曙区对口帮扶昭觉县。昭觉县人民医院来了宁波市海曙区中医院的医生。两家医院结对三年了。",
            "宁波市海曙区中医院 ASSISTS 昭觉县人民医院",
            "昭觉县 ASSISTS 海曙区",
        ),
        row(
            "海曙区、余姚市对口帮扶昭觉县、金阳县。海曙区中医院帮扶昭觉县人民医院。",
            "海曙区中医院 ASSISTS 昭觉县人民医院",
            "海曙区 ASSISTS 金阳县",
        ),
        row("他是青羊区对口帮扶得荣县工作队的队员。", "青羊区 ASSISTS 得荣县", "得荣县 ASSISTS 青羊区"),
    ],
)
def test_of_several_helpers_each_has_its_own(text: str, wanted: str, never: str) -> None:
    found = assists(text)
    assert wanted in found and never not in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("海曙区对口帮扶昭觉县。海曙区有厂，昭觉县有人，两地共建车间十四家。", True),
        row("海曙区对口帮扶昭觉县。海曙区有厂，昭觉县有人，两地签署了年度协议。", True),
        row("海曙区与昭觉县在西昌市签订劳务协议。", True),
        row("海曙区、昭觉县共建的园区开了工。", True),
        row("海曙区对口帮扶昭觉县。海曙区有厂，昭觉县有人，三家共建了果园。", False),
        row("海曙区对口帮扶昭觉县。海曙区与昭觉县之间开通了航线。", False),
    ],
)
def test_what_the_two_sides_do_together(text: str, wanted: bool) -> None:
    assert ({"海曙区 COOPERATES_WITH 昭觉县", "昭觉县 COOPERATES_WITH 海曙区"} & related(text) != set()) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("湖南省对口支援兴山县。长沙市雨花区与古夫镇、湘潭市岳塘区与昭君镇结为友好乡镇。", {"雨花区 ASSISTS 古夫镇", "岳塘区 ASSISTS 昭君镇"}),
        row("峡口镇与株洲市荷塘区结为友好乡镇。湖南省对口支援兴山县峡口镇多年。", {"荷塘区 ASSISTS 峡口镇"}),
        row("长沙市雨花区与兴山县古夫镇结为友好乡镇。", set()),
    ],
)  # fmt: skip
def test_parts_of_paired_regions_go_as_the_whole(text: str, wanted: set[str]) -> None:
    """Both provinces are of the middle: only the article tells which of them helps, before or after."""
    assert {one for one in assists(text) if "省" not in one} == wanted
