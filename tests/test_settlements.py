"""Towns, villages, communities and relocation sites."""

from __future__ import annotations

import pytest
from extraction_samples import codes, found, labelled, mentions, row

MOVED = "他们是从山上搬迁下来的移民。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("沐川县黄丹镇的茶农领到了分红。", {"黄丹镇": "511129105000"}),
        row("纳雍县居仁街道的车间开工了。", {"居仁街道": "520525003000"}),
        row("布拖县特木里镇种下了蓝莓。", {"特木里镇": "513429100000"}),
        row("雷波县汶水镇、渡口乡的脐橙熟了。", {"汶水镇": "513437102000"}),
        row("昭觉县三河村的老支书起得最早。", {"三河村": "513431106205"}),
        row("扎赉特旗巴彦高勒镇的水田灌满了水。", {"巴彦高勒镇": "152223102000"}),
        row("峨边县的干部送来了化肥。沙坪镇的粮站忙了一天。", {"沙坪镇": "511132100000"}),
        row(
            "固原市原州区寨科乡的梁峁绿了。",
            {"寨科乡": "640402205000"},
            bug="the gazetteer's 原州区寨 goes before 寨科乡",
        ),
    ],
)
def test_a_town_or_village_is_led_to_its_code_in_the_county_of_the_text(text: str, wanted: dict[str, str]) -> None:
    codes_found = codes(text)
    assert {name: codes_found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        row("盐源县的凤凰社区是易地扶贫搬迁集中安置点，凤凰社区住着六百户人家。", "凤凰社区", "RelocationSite"),
        row("搬迁群众住进了惠民新村。", "惠民新村", "RelocationSite"),
        row("昭觉县沐恩邸社区的楼下开了车间。" + MOVED, "沐恩邸社区", "RelocationSite"),
        row("纳雍县居仁街道珙桐社区是易地扶贫搬迁社区。", "珙桐社区", "RelocationSite"),
        row(
            "隆林各族自治县鹤城新区安置点有两万人。",
            "鹤城新区安置点",
            "RelocationSite",
        ),
        row("他搬到了那坡县的百都新苑小区，孩子在楼下上学。" + MOVED, "百都新苑小区", "RelocationSite"),
        row("大方县奢香古镇安置点来了客商。", "奢香古镇安置点", "RelocationSite"),
        row("大方县恒大幸福二村安置点通了车。", "恒大幸福二村安置点", "RelocationSite"),
        row("普定县玉兔山安置区的路灯亮了。", "玉兔山安置区", "RelocationSite"),
        row("鄞州人去了宁波市江北区慈城镇毛岙村。", "慈城镇", "Region"),
        row("茶企走进龙山县里耶镇长春村。", "里耶镇", "Region"),
        row("巴马县甲篆镇平安村巴盘屯用上了自来水。", "巴盘屯", "Region"),
        row("茶苗送到了屏边苗族自治县和平镇。", "和平镇", "Region"),
        row("布拖县特木里镇依撒社区的绣娘在绣花。", "依撒社区", "Region"),
        row("朝阳社区的广场舞队排起了新节目。", "朝阳社区", "Region"),
    ],
)
def test_a_community_of_people_who_moved_is_a_relocation_site(text: str, name: str, label: str) -> None:
    assert labelled(text).get(name) == label


@pytest.mark.parametrize(
    "text",
    [
        row("贫困村、行政村、示范村一个接一个脱贫，各乡镇、街道、社区都派了人。"),
        row("思乡的人回到家乡，下乡的医生留在他乡。"),
        row("安置社区里有超市，社区旁边是小学，小区门口有车站。" + MOVED),
        row("古镇、集镇、城镇的变化很大，特色小镇和美丽乡村越建越多。"),
        row("该社区、本村、全镇、各街道都在评比，新型城镇化走上快车道。"),
        row("易地扶贫搬迁安置点、集中安置区、搬迁社区的就业率都上去了。" + MOVED),
        row("从东部来到西部乡村，一路上看到不少村落和村寨。"),
        row("乡村振兴、乡村旅游、驻村工作队、村集体、乡亲们、村民们。"),
        row("进村入户以后，他们又出乡进城。"),
        row("这里是移民社区，也是示范社区。"),
        row("这是一个大型社区、智慧社区，也是一座幸福小区。" + MOVED),
        row("他把屯里的地租了出去，在屯子中央盖了房，屯垦的老人回来看看。"),
        row("他出生在大山村寨，村寨里没有路。", bug="大山村寨 is read as a place"),
    ],
)
def test_a_kind_of_place_is_no_place(text: str) -> None:
    assert found(text, "Region", "RelocationSite") == set()


def test_what_is_said_of_a_site_is_no_other_site() -> None:
    assert found("西秀区彩虹社区是移民社区，也是示范社区。", "RelocationSite") == {"彩虹社区"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        row("沐川县黄丹镇的村民走进了黄丹镇卫生院。", {"沐川县", "黄丹镇"}),
        row("昭觉县三河村村民、三河村村委会、三河村党支部都到了。", {"昭觉县", "三河村"}),
        row("顺德区均安镇企业家李国强捐出了租金。", {"顺德区", "均安镇"}),
        row(
            "甘洛县新市坝镇的里克村村民领到了分红。",
            {"甘洛县", "新市坝镇", "里克村"},
        ),
        row("德保县城关镇的集市散了。", {"德保县", "城关镇"}),
        row("紫云县城东街道的集市散了。", {"紫云县", "城东街道"}),
    ],
)
def test_what_follows_does_not_hide_a_settlement(text: str, names: set[str]) -> None:
    assert found(text, "Region") >= names


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        row("绥阳县的城南社区装了扶手。" + MOVED, "region:520323"),
        row("绥阳县的干部来过。后来，城南社区装了扶手。" + MOVED, "region:520323"),
        row(
            "绥阳县城南社区装了扶手。" + MOVED,
            "region:520323",
        ),
        row("城南社区装了扶手。" + MOVED, None),
    ],
)
def test_one_of_many_communities_of_a_name_belongs_where_the_text_puts_it(text: str, parent: str | None) -> None:
    """城南社区 stands in hundreds of counties: its id depends on its county, and without one it has no code."""
    (site,) = {m.entity.id: m.entity for m in mentions(text) if m.surface == "城南社区"}.values()
    assert site.label == "RelocationSite"
    assert (site.code, site.region) == (None, parent)


def test_the_same_community_in_two_counties_is_two_things() -> None:
    one = "绥阳县的城南社区开了门。" + MOVED
    other = "榕江县的城南社区开了门。" + MOVED
    ids = [{m.entity.id for m in mentions(text) if m.surface == "城南社区"} for text in (one, other, one)]
    assert ids[0] == ids[2] and ids[0].isdisjoint(ids[1])


def test_a_relocation_site_is_one_thing_wherever_it_is_named() -> None:
    text = "望谟县平洞街道洛郎社区是易地扶贫搬迁社区。\n洛郎社区的车间招工。\n记者走进洛郎社区，又走出洛郎社区。"
    sites = [m for m in mentions(text) if m.surface == "洛郎社区"]
    assert len(sites) == 4 and len({m.entity.id for m in sites}) == 1
