"""Things without a proper name: told by their place, by being built, or by the marks around them."""

from __future__ import annotations

import pytest
from extraction_samples import found, labelled, related, row

THINGS = ("Facility", "Workshop", "Park", "Company")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("昭觉县的三岔河镇牧区水厂通了水。", "三岔河镇牧区水厂"),
        row("平塘县通州镇虫草交易市场投了530万元。", "通州镇虫草交易市场"),
        row("布拖县特木里镇的宁波路通车了。", "宁波路"),
        row("九名教师轮流支教布拖县特木里镇中心小学。", "特木里镇中心小学"),
        row("昭觉县三河村的烘干房冒着热气。", "烘干房"),
        row("由宁波市援建的导管室去年启用。", "导管室"),
        row("企业出资办起一座牦牛绒编织车间。", "牦牛绒编织车间"),
        row("他们在昭觉县建了核桃壳活性炭厂，年底投产。", "核桃壳活性炭厂"),
        row("县里有条“宁波路”，修了两年。", "宁波路"),
        row("昭觉县特木里镇的“花椒城”开了门。", "花椒城"),
        row("他在社区的“同心”鞋材车间当保安。", "“同心”鞋材车间"),
        row("昭觉县特木里镇的绿椒坊分拣花椒。", "绿椒坊"),
        row("宜川县云岩镇的王岭果园重新挂牌。", "王岭果园"),
        row("特木里镇的白羽肉鸡孵化场花了2800万元。", "白羽肉鸡孵化场"),
        row("清单上有昭觉县三岔河镇三河村蛋鸡场。", "三河村蛋鸡场"),
        row("县里在李口镇建了420亩直供基地。", "直供基地"),
        row("闵行区资助的新生儿重症监护室收了129名患儿。", "新生儿重症监护室"),
        row("她脚下这座锡岭一号桥，是无锡市援建的。", "锡岭一号桥"),
        row("昭觉县三河村的通村公路修好了。", "通村公路"),
        row("云阳县双江街道的移民就业基地里机声不断。", "移民就业基地"),
        row("龙岗区援建的靖西市第九中学和“龙靖大桥”都好。", "龙靖大桥"),
        row("黄冈市援建的曲松县邱多江乡牦牛短期育肥场交付了。", "邱多江乡牦牛短期育肥场"),
        row("我局设立的镇坪籍务工人员之家有人值班。", "镇坪籍务工人员之家"),
    ],
)
def test_a_thing_is_told_by_its_place_its_building_or_its_marks(text: str, wanted: str) -> None:
    assert wanted in found(text, *THINGS)


@pytest.mark.parametrize(
    "text",
    [
        row("育才社区便民超市的门开着，村里的食堂在做饭。"),
        row("两地之间架起了“连心桥”，这里是孩子们的“情感港湾”。"),
        row("计划新建三座冷库，准备修建五条产业路。"),
        row("昭觉县继续申报项目资金扩大基地。"),
        row("昭觉县设施配套以及帮扶车间都有了。"),
        row("昭觉县冷库、昭觉县属食堂、职工食堂都修好了。"),
        row("昭觉县施工现场、特木里镇的校园和昭觉县展销专场都热闹。"),
        row("能人栽活大棚，昭觉县拿到保鲜库补助。"),
        row("浮滨镇的6间卫生站换了设备。"),
        row("三河村走上了致富路，出路宽了，销路也有了。"),
    ],
)
def test_a_kind_of_thing_or_a_figure_of_speech_is_no_thing(text: str) -> None:
    assert found(text, "Facility", "Workshop", "Park") == set()


def test_the_school_is_named_where_its_party_secretary_is() -> None:
    names = labelled("臧某任民和县第一中学党委副书记、副校长。")
    assert names.get("民和县第一中学") == "Facility"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("三江侗族自治县在良口、八江、独峒三个乡镇各建一座车间。", {"良口", "八江", "独峒"}),
        row("绥阳县带动旺草、蒲场、风华3镇椒农增收。", {"旺草", "蒲场", "风华"}),
        row("教师分赴峨边县沙坪、新林、毛坪三镇执教。", {"沙坪", "新林", "毛坪"}),
        row("生产线从惠阳淡水搬来。", {"淡水"}),
    ],
)
def test_towns_are_found_without_their_ending(text: str, wanted: set[str]) -> None:
    assert wanted <= found(text, "Region")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("秭归县向江夏移民安置村送橘苗。", "江夏移民安置村"),
        row("甘德县上贡麻乡游牧民定居点盖了新房。", "游牧民定居点"),
        row("白朗县嘎东镇白雪村幸福新居住满了人，他们是搬迁群众。", "幸福新居"),
        row("南边是住着千名搬迁群众的和美安置社区。", "和美安置社区"),
        row("古浪县的人搬迁到黄花滩移民区绿洲小城镇。", "绿洲小城镇"),
    ],
)
def test_sites_go_by_many_endings(text: str, wanted: str) -> None:
    assert any(name.endswith(wanted) for name in found(text, "RelocationSite"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("四川喜德县光明镇彝欣社区住满了人。", "光明镇 LOCATED_IN 喜德县"),
        row("平塘县的安和产业园开园。园内还有丰禾合作社、恒利电子有限公司。", "丰禾合作社 LOCATED_IN 安和产业园"),
        row("救护车开进洋县谢村镇卫生院，县人民医院也有一辆。", "洋县人民医院 LOCATED_IN 洋县"),
        row("他在布拖县特木里镇挂牌成立仁和服务站。", "仁和服务站 LOCATED_IN 特木里镇"),
    ],
)
def test_where_it_lies(text: str, wanted: str) -> None:
    assert wanted in related(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        row("她考上了南通大学。", "南通大学 LOCATED_IN 南通市"),
        row("陕北惠生菌业开工。", "陕北惠生菌业 LOCATED_IN 陕北"),
        row("化隆县驻锡劳务服务站挂牌。", "化隆县驻锡劳务服务站 LOCATED_IN 化隆回族自治县"),
        row("宁波市鄞州区党政代表团来到昭觉县。", "鄞州区党政代表团 LOCATED_IN 鄞州区"),
    ],
)
def test_a_name_does_not_always_say_where(text: str, never: str) -> None:
    assert never not in related(text)
