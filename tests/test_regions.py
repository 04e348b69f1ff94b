"""Divisions in a text: found, led to the right one, and not seen where the characters mean something else."""

from __future__ import annotations

import pytest
from extraction_samples import codes, mentions, row

from graph.model import Entity
from loaders.regions import region_entity


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("宁波市奉化区与盐源县结成对子，奉化连续三年选派教师到盐源支教。", {"奉化": "330213", "盐源": "513423"}),
        row("四川省凉山州昭觉县的花椒熟了。", {"四川省": "510000", "凉山州": "513400", "昭觉县": "513431"}),
        row("昌吉州呼图壁县的牧民见到了南平市的医生。", {"昌吉州": "652300", "呼图壁县": "652323", "南平市": "350700"}),
        row("广州新城位于疏附县城以东，离疏附县域边界不远。", {"疏附": "653121"}),
        row("莱州市场上的苹果运到了烟台。", {"莱州": "370683"}),
        row("黑龙江、吉林两省干部前来取经。", {"黑龙江": "230000", "吉林": "220000"}),
        row("图木舒克市与东莞市签署协议。", {"图木舒克市": "659003", "东莞市": "441900"}),
        row("巴音郭楞蒙古自治州和静县、且末县迎来新一批医生。", {"和静县": "652827", "且末县": "652825"}),
        row("內蒙古自治區興安盟扎賚特旗的稻米賣到了北京。", {"兴安盟": "152200", "扎赉特旗": "152223"}),
        row("三江侗族自治县的油茶下山，三江油茶香飘羊城。", {"三江侗族自治县": "450226"}),
        row("西宁的厂子关了，海东的厂子开了。", {"西宁": "630100", "海东": "630200"}),
        row("陕西安康市和江苏常州市结对，安康的茶叶卖到了常州。", {"安康": "610900", "常州": "320400"}),
    ],
)
def test_a_division_is_found_by_its_full_and_its_short_name(text: str, wanted: dict[str, str]) -> None:
    found = codes(text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        row("当地山林资源丰富，人才资源紧缺。", "资源"),
        row("湖南省资源整合专班到场。", "资源"),
        row("村民们安居乐业，盼着大家乐业增收。", "乐业"),
        row("双方秉持和平发展的理念，携手向前。", "和平"),
        row("宁夏红寺堡区石狮镇的黄花菜开镰了。", "石狮"),
        row("这座深圳小镇由三栋楼围合而成。", "深圳"),
        row("南京路上开了一家牛肉面馆。", "南京"),
        row("大家沿着长沙路走到了湖南大道。", "长沙"),
        row("该厂产量居全州第一，带动全州三成农户。", "全州"),
        row("粤桂东西部协作让两地走得更近。", "桂东"),
        row("大同小异的产品卖不出价钱，和顺的日子要靠双手。", "大同"),
        row("大同小异的产品卖不出价钱，和顺的日子要靠双手。", "和顺"),
        row("村里来了会做上海菜的厨师，讲着广东话的老板很热情。", "上海"),
        row("村里来了会做上海菜的厨师，讲着广东话的老板很热情。", "广东"),
        row("青岛啤酒西宁公司在当地设厂。", "青岛"),
        row("王安康来到镇里，李朝阳当了组长。", "安康"),
        row("王安康来到镇里，李朝阳当了组长。", "朝阳"),
        row("朝阳产业正在兴起，夕阳产业也要转型。", "朝阳"),
        row("兰州拉面和沙县小吃一起进了社区。", "兰州"),
        row("兰州拉面和沙县小吃一起进了社区。", "沙县"),
        row("昌吉大道、福州大桥和开福路口都通了车。", "开福"),
        row("安居房、安居工程，让群众安居。", "安居"),
        row("民乐团来演出，锣鼓敲出新城的热闹。", "民乐"),
        row("大山里的孩子第一次见到了大海。", "大海"),
        row("水族姑娘的马尾绣出了名。", "马尾"),
        row("从江阴出发的医生飞了三个小时到绥德县。", "从江"),
        row("记者从江阴市出发，一路向西。", "从江"),
        row("这项工作由兵团第三师图木舒克市承接。", "兵团"),
        row("老书记曾任县长，又任县委书记。", "任县"),
        row("北京同仁堂科技在当地种药材。", "同仁", bug="the stem of a firm's name is read as the city"),
        row("黄山脚下的农户种起了皇菊。", "黄山"),
        row("他在南山脚下长大，后来到了深圳市南山区工作。", "南山"),
    ],
)
def test_a_name_that_is_a_word_or_part_of_one_is_no_division(text: str, name: str) -> None:
    assert name not in codes(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("专家们从江阴出发前往绥德县。", {"江阴": "320281", "绥德县": "610826"}),
        row("黔东南州从江县与杭州市结对，从江的香禾糯卖到了杭州。", {"从江县": "522633", "从江": "522633"}),
        row("广西乐业县与深圳市坪山区签订协议，坪山派出了医生。", {"乐业县": "451028", "坪山": "440310"}),
        row("广西全州县与广州市从化区结对。", {"全州县": "450324", "从化区": "440117"}),
        row("福建石狮市的企业家走进宁夏同心县。", {"石狮市": "350581", "同心县": "640324"}),
        row("同心县的干部与群众同心同德。", {"同心县": "640324", "同心": None}),
        row("甘肃省和政县的油菜花开了，群众和政府一起办节。", {"和政县": "622925", "和政": None}),
    ],
)
def test_the_same_characters_are_a_division_where_they_name_one(text: str, wanted: dict[str, str | None]) -> None:
    found = codes(text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        row("广东省深圳市南山区对口帮扶广西百色市田阳区。", "南山区", "440305"),
        row("黑龙江省鹤岗市南山区的煤矿转产了。", "南山区", "230404"),
        row("西安市碑林区、长安区的企业到商洛市考察。", "长安区", "610116"),
        row("石家庄市长安区的医生到了张家口市。", "长安区", "130102"),
        row("江苏省南京市鼓楼区与陕西省商洛市洛南县结对。", "鼓楼区", "320106"),
        row("福建省福州市鼓楼区与甘肃省定西市岷县结对。", "鼓楼区", "350102"),
        row("定西市的干部去了福州市。后来，鼓楼区出资建起了大棚。", "鼓楼区", "350102"),
        row("上海市普陀区、青海省玉树州的干部见了面。", "普陀区", "310107"),
        row("浙江省舟山市普陀区的渔船返航。", "普陀区", "330903"),
        row("和田地区和田县、墨玉县的学员结业了。", "和田县", "653221"),
        row("和田的大枣在北京卖开了。", "和田", "653200"),
        row("吉林省吉林市的专家到了西藏自治区日喀则市。", "吉林市", "220200"),
        row("鼓楼区的干部来了。", "鼓楼区", None),
    ],
)
def test_an_ambiguous_name_is_decided_by_what_the_text_is_about(text: str, name: str, code: str | None) -> None:
    assert codes(text)[name] == code


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        row("海南州与江苏省的结对持续多年，海南州共和县建起了枸杞车间。", "海南州", "632500"),
        row("青海省海南藏族自治州贵德县来了医生，海南的牧民用上了B超机。", "海南", "632500"),
        row("海南省海口市的企业赴贵州考察，海南的椰子也上了展台。", "海南", "460000"),
        row("内蒙古乌海市海南区的葡萄酒上了货架。", "海南区", "150303"),
    ],
)
def test_hainan_is_a_province_a_prefecture_or_a_district(text: str, name: str, code: str) -> None:
    assert codes(text)[name] == code


def test_the_name_in_a_quotation_that_is_a_word_stays_a_word() -> None:
    assert "和平" not in codes("大家把这条路叫作“和平”路。广东省河源市和平县的客人也来看过。")


def test_a_division_that_could_be_two_keeps_no_code_and_its_own_name() -> None:
    (one,) = [m.entity for m in mentions("鼓楼区的干部来了。") if m.label == "Region"]
    assert (one.name, one.code) == ("鼓楼区", None)


def test_every_mention_of_one_division_is_one_entity() -> None:
    text = "三都水族自治县是水族人的家。三都縣山多，三都县人勤快，三都的茶也好。"
    entities = {m.entity.id for m in mentions(text) if m.label == "Region"}
    assert entities == {"region:522732"}


def test_the_entity_of_a_division_has_the_standard_name_and_its_parent() -> None:
    (sandu,) = [m.entity for m in mentions("三都县的茶园又绿了。")]
    assert sandu == Entity("region:522732", "Region", "三都水族自治县", ("三都县",), "522732", "region:522700")
    unknown = region_entity(None, "青龙寨", sandu)
    assert (unknown.name, unknown.code, unknown.region) == ("青龙寨", None, sandu.id)
