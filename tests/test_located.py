"""What lies where: by name, by address, in so many words, and where the words do not say it."""

from __future__ import annotations

import pytest
from extraction_samples import ends, read_text, refused, related, row

from loaders.relate import relate


def places(text: str) -> set[str]:
    return {fact.replace(" LOCATED_IN ", " @ ") for fact in related(text) if " LOCATED_IN " in fact}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("南坪产业园建在昭觉县南坪社区。搬迁群众都说好。", {"南坪产业园 @ 南坪社区", "南坪社区 @ 昭觉县"}),
        row("平塘县通州镇丹平社区住着搬迁来的人。", {"丹平社区 @ 通州镇"}),
        row("纳雍县居仁街道珙桐社区是易地扶贫搬迁社区。", {"珙桐社区 @ 居仁街道"}),
        row("丰禾合作社位于昭觉县三河村。", {"丰禾合作社 @ 三河村", "三河村 @ 昭觉县"}),
        row("望谟县蔗香帮扶车间一早就亮了灯。", {"望谟县蔗香帮扶车间 @ 望谟县"}),
        row("天水市秦安县的秦安苹果产业园在招人。", {"秦安苹果产业园 @ 秦安县"}),
        row("盐源县驻慈溪市人力资源服务站挂牌。", {"盐源县驻慈溪市人力资源服务站 @ 慈溪市"}),
        row("金阳县有一座红联花椒交易中心。", {"红联花椒交易中心 @ 金阳县"}),
        row("甬北家纺有限公司的厂房设在布拖县。", {"甬北家纺有限公司 @ 布拖县"}),
        row("在布拖县的乐安乡建起了丰禾养殖基地。", {"丰禾养殖基地 @ 乐安乡"}),
        row("石堡乡竹艺帮扶车间在赤水市投产。", {"石堡乡竹艺帮扶车间 @ 赤水市", "石堡乡竹艺帮扶车间 @ 石堡乡"}),
        row("玉林双创产业园（玉州区）开了园。", {"玉林双创产业园 @ 玉州区"}),
        row("丰禾产业园由宁波市投资，坐落于清水河畔的昭觉县三河村。", {"丰禾产业园 @ 三河村"}),
        row("丰禾养牛场在昭觉县三河村，占地四十亩。", {"丰禾养牛场 @ 三河村"}),
        row("走进昭觉县三河村，宁波市海曙区援建的丰禾冷链中心门前排满货车。", {"丰禾冷链中心 @ 三河村"}),
        row("在昭觉县三河村，一家名叫“丰禾绣坊”的作坊正赶订单。", {"丰禾绣坊 @ 三河村"}),
        row("她来到昭觉县三河村，建起“丰禾绣坊”。", {"丰禾绣坊 @ 三河村"}),
        row("昭觉县三河村有条“宁波路”。", {"宁波路 @ 三河村"}),
        row(
            "昭觉县三河村那座丰禾产业园开了园。丰禾试验站也设在园内。",
            {"丰禾产业园 @ 三河村", "丰禾试验站 @ 丰禾产业园"},
        ),
        row("甬北家纺有限公司办了三年，厂址在昭觉县三河村。", {"甬北家纺有限公司 @ 三河村"}),
        row("昭觉县三河村办起甬昭电子厂，用工八十人。", {"甬昭电子厂 @ 三河村"}),
        row("纳雍县居仁街道珙桐社区是易地扶贫搬迁社区。社区有个巧手绣坊。", {"巧手绣坊 @ 珙桐社区"}),
        row("昭觉县三河村的丰禾冷链中心、同心酒厂都投产了。", {"丰禾冷链中心 @ 三河村"}),
        row("三、丰禾农民专业合作社：昭觉县三河村，由宁波商会牵头。", {"丰禾农民专业合作社 @ 三河村"}),
        row("昭觉县三河村不大。村里的丰禾绣坊坐着四十个绣娘。", {"丰禾绣坊 @ 三河村"}),
        row("蔗香村在望谟县。蔗香轻工产业园正在开工。", {"蔗香轻工产业园 @ 蔗香村"}),
        row("昭觉县多了盛荣鞋业昭觉分公司。", {"盛荣鞋业昭觉分公司 @ 昭觉县"}),
        row("昭觉县三河村宁波包子车间开了张。", {"三河村宁波包子车间 @ 三河村"}),
    ],
)
def test_the_words_or_the_name_say_where(text: str, wanted: set[str]) -> None:
    assert places(text) >= wanted


PAIRED = "鄞州区对口帮扶昭觉县。"


@pytest.mark.parametrize(
    ("text", "wanted", "never"),
    [
        row(PAIRED + "鄞州产业孵化基地在昭觉县挂牌。", "鄞州产业孵化基地 @ 昭觉县", "鄞州产业孵化基地 @ 鄞州区"),
        row(
            PAIRED + "昭觉的人都知道，鄞州昭觉协作产业园里机器多。",
            "鄞州昭觉协作产业园 @ 昭觉县",
            "鄞州昭觉协作产业园 @ 鄞州区",
        ),
        row(
            PAIRED + "昭觉县的人都知道，鄞州昭觉协作产业园里机器多。",
            "鄞州昭觉协作产业园 @ 昭觉县",
            "鄞州昭觉协作产业园 @ 鄞州区",
        ),
        row(
            PAIRED + "昭觉县的鄞州（昭觉）产业园开园。",
            "鄞州（昭觉）产业园 @ 昭觉县",
            "鄞州（昭觉）产业园 @ 鄞州区",
        ),
        row(
            "宁波市海曙区对口帮扶木里县，木里县的海曙希望小学开学。",
            "海曙希望小学 @ 木里藏族自治县",
            "海曙希望小学 @ 海曙区",
        ),
        row(
            PAIRED + "鄞州区石楼中学的老师到昭觉县昭觉中学支教。",
            "昭觉县昭觉中学 @ 昭觉县",
            "鄞州区石楼中学 @ 石楼县",
        ),
        row("金华市与巴中市结对，巴中的恩阳区有了金华产业园。", "金华产业园 @ 恩阳区", "金华产业园 @ 金华市"),
    ],
)
def test_what_is_named_after_the_helper_stands_with_the_helped(text: str, wanted: str, never: str) -> None:
    found = places(text)
    assert wanted in found and never not in found


@pytest.mark.parametrize(
    ("text", "never"),
    [
        row("贵州绿晨食品有限公司请来了师傅。", "贵州绿晨食品有限公司 @ 贵州省"),
        row("广东省农业科学院的专家来到昭觉县。", "广东省农业科学院 @ 昭觉县"),
        row("鄞州区的企业到昭觉县考察，南坪产业园在建设中的木里县等着他们。", "南坪产业园 @ 鄞州区"),
        row("南坪产业园计划建在布拖县。昭觉县的干部很着急。", "南坪产业园 @ 布拖县"),
        row("丰禾合作社没有建在布拖县。", "丰禾合作社 @ 布拖县"),
        row("鄞州区对口帮扶昭觉县。他现在是鄞州区援建的丰禾养牛场的技术员。", "丰禾养牛场 @ 鄞州区"),
        row("鄞州区对口帮扶昭觉县。鄞州的4名骨干教师住进丰禾公寓。", "丰禾公寓 @ 鄞州区"),
        row("鄞州区对口帮扶昭觉县。这家鄞州的企业落户昭觉产业园。", "昭觉产业园 @ 鄞州区"),
        row("鄞州区对口帮扶昭觉县。他跟着鄞州区的文旅帮扶组来到昭觉。", "文旅帮扶组 @ 鄞州区"),
        row("昭觉县与布拖县接壤，南坪产业园的货走公路。", "南坪产业园 @ 布拖县"),
        row("盐源县驻慈溪市人力资源服务站挂牌。", "盐源县驻慈溪市人力资源服务站 @ 盐源县"),
        row("宁波市援建的丰禾冷链中心投用，昭觉县高兴。", "丰禾冷链中心 @ 宁波市"),
        row("鄞州区对口帮扶昭觉县，在三河村，鄞州区实验小学的老师来上课。", "鄞州区实验小学 @ 三河村"),
        row("他争取到鄞州区资金860万元，建成丰禾冷链中心。昭觉县高兴。", "丰禾冷链中心 @ 鄞州区"),
        row("上海市延安中学的老师到绿春县支教。", "上海市延安中学 @ 延安市"),
        row("丰禾冷链中心在三河村旁，人们从那里到昭觉县。来自三河村的丰禾小学教师说好。", "丰禾小学 @ 三河村"),
    ],
)
def test_a_place_in_a_name_or_nearby_is_not_where_it_lies(text: str, never: str) -> None:
    assert never not in places(text)


def test_a_plan_is_refused_with_its_reason() -> None:
    reasons = {r.reason for r in refused("南坪产业园计划建在布拖县。") if r.candidate["relation"] == "LOCATED_IN"}
    assert reasons == {"the words speak of a plan"}


SITE = "纳雍县居仁街道珙桐社区是易地扶贫搬迁社区。\n"


@pytest.mark.parametrize(
    "line", ["“巧手绣坊”里坐着四十个绣娘。", "去年，楼下办起了“巧手绣坊”。", "她绣了三年，“巧手绣坊”的名声大了。"]
)
def test_a_workshop_without_address_lies_in_the_site_under_discussion(line: str) -> None:
    """By a recorded step, with the words that name the site as a second quote."""
    facts = [f for f in relate(read_text(SITE + line))[1] if f.subject.name == "巧手绣坊"]
    assert {f.object.name for f in facts} == {"珙桐社区"}
    assert [f.proof.tier for f in facts] == ["inferred"]
    assert [s.kind for f in facts for s in f.proof.because] == ["topic"]
    assert all("珙桐社区" in f.proof.evidence[1].quote for f in facts)


def test_a_workshop_named_before_any_site_lies_nowhere() -> None:
    text = "“巧手绣坊”里坐着四十个绣娘。\n" + SITE
    assert {fact for fact in places(text) if fact.startswith("巧手绣坊 @")} <= {"巧手绣坊 @ 纳雍县"}


def test_between_two_sites_far_away_nothing_is_guessed() -> None:
    text = (
        "纳雍县珙桐社区是易地扶贫搬迁社区。\n纳雍县白水河社区也是易地扶贫搬迁社区。\n"
        "天气转凉了。\n山上的叶子红了。\n人们忙着收玉米。\n路上的车多了起来。\n大棚里的草莓苗也栽下了。\n"
        "“巧手绣坊”里坐着四十个绣娘。"
    )
    assert {fact for fact in places(text) if "巧手绣坊" in fact} <= {"巧手绣坊 @ 纳雍县"}


def test_a_park_in_an_article_about_one_helped_county_lies_there() -> None:
    """With the county's own words as a second quote; with two helped counties nothing is said."""
    one = "鄞州区对口帮扶昭觉县。\n山风吹过，悦享食品产业园的烟囱冒着白汽。"
    two = "鄞州区对口帮扶昭觉县和布拖县。\n山风吹过，悦享食品产业园的烟囱冒着白汽。"
    assert places(one) == {"悦享食品产业园 @ 昭觉县"}
    assert places(two) == set()


@pytest.mark.parametrize("text", [PAIRED + "鄞州产业孵化基地在昭觉县挂牌。", SITE + "“巧手绣坊”里坐着四十个绣娘。"])
def test_nothing_lies_in_itself_or_in_what_lies_in_it(text: str) -> None:
    pairs = {tuple(fact.split(" @ ")) for fact in places(text)}
    assert pairs and all(one != other and (other, one) not in pairs for one, other in pairs)


def test_an_office_belongs_to_its_division_and_a_team_sent_out_does_not() -> None:
    offices = {fact for fact in related("昭觉县教育局和昭觉县人民政府来了人。") if " PART_OF " in fact}
    assert offices == {"昭觉县教育局 PART_OF 昭觉县", "昭觉县人民政府 PART_OF 昭觉县"}
    assert not any(" PART_OF " in fact for fact in related("广东省援藏工作队在林芝市巴宜区栽下果树。"))


def test_the_zone_of_another_city_stands_at_home() -> None:
    text = "珠海高新区与福贡县结对。福贡县的老师到珠海高新区跟岗，珠海高新区的老师来到福贡县支教。"
    assert not any(place.startswith("珠海高新区 @ 福贡") for place in places(text))


CHANGSHU = "常熟市对口帮扶思南县\n常熟市对口帮扶思南县。"
JIANGYIN = "江阴市对口帮扶绥德县。"
YUHANG = "浙江省杭州市余杭区对口帮扶陕西省榆林市横山区。\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (JIANGYIN + "绥德县义合镇的山梁上，绥江肉羊养殖场的羊叫成一片。", ("绥江肉羊养殖场", "义合镇")),
        (
            JIANGYIN + "恒利电子有限公司去年产值3亿元，它所在的绥德电商产业园由江阴市建设。",
            ("恒利电子有限公司", "绥德电商产业园"),
        ),
        (YUHANG + "在横山区双河镇，由余杭区出资600万元改造的就业工坊已租给4家企业。", ("就业工坊", "双河镇")),
    ],
)
def test_where_things_lie(text: str, place: tuple[str, str]) -> None:
    assert place in ends(text, "LOCATED_IN")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("滩羊皮挂件摆在江阴援建的“绥江文创空间”里。", "绥江文创空间"),
        ("绥德县有六个车间，最大的是江阴市援建的帮扶车间。", "帮扶车间"),
        ("绥德县被叫作“塞上服装城”，裁缝却散在家里。", "塞上服装城"),
        ("收红枣的是江阴人创办的绥枣生物公司。", "绥枣生物公司"),
    ],
)
def test_no_place_of_a_kind_by_a_name_or_the_builders_home(text: str, thing: str) -> None:
    assert all(subject != thing or "绥德" in place for subject, place in ends(JIANGYIN + text, "LOCATED_IN"))
    assert thing == "绥江文创空间" or thing == "绥枣生物公司" or not ends(JIANGYIN + text, "LOCATED_IN")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        (CHANGSHU + "塘头镇的蔬菜批发市场凌晨最热闹。", "蔬菜批发市场"),
        (CHANGSHU + "塘头镇的葡萄园里有人除草。", "葡萄园"),
        (CHANGSHU + "结对帮扶思南县的江淮大学派来三名讲师。", "江淮大学"),
    ],
)
def test_where_a_kind_of_thing_lies_is_no_fact(text: str, thing: str) -> None:
    assert thing not in {what for what, _ in ends(text, "LOCATED_IN")}


def test_a_builder_is_no_place() -> None:
    text = "无锡市对口支援乌什县。绣娘阿依古丽的铺子开在无锡援建的“北天山绣坊”隔壁。"
    assert ("北天山绣坊", "无锡市") not in ends(text, "LOCATED_IN")


def test_a_workshop_called_by_its_kind_alone_lies_nowhere() -> None:
    text = "在横山区双河镇，就业工坊是最热闹的地方。"
    assert ("就业工坊", "双河镇") not in ends(YUHANG + text, "LOCATED_IN")
