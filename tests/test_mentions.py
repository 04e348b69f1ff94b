"""Mentions: one row without overlaps, the forms of one name led to one entity, and the map back to the document."""

from __future__ import annotations

from itertools import pairwise

import pytest
from extraction_samples import ARTICLE, codes, found, labelled, mentions, read_text, row

from graph.identity import PREFIXES
from graph.model import Entity
from graph.normalise import fold, is_traditional
from loaders.chart import SIGNS, chart

TOWN = (
    "2021年，甬北家纺有限公司（以下简称甬北家纺）在昭觉县投产，甬北家纺添了四十台机器。\n"
    "昭觉县民族小学与鄞州区江东小学结对。江东小学送来图书，民族小学回赠花椒。\n"
    "何秀莲在甬北家纺上班，何秀莲的丈夫吉克阿木在昭觉县南坪产业园开货车，南坪产业园离家不远。"
)
TRADITIONAL = (
    "三都縣的「金鵲工坊」與廣州繡品有限公司簽約。\n金鵲工坊的繡娘說，繡品公司的訂單排到了年底，三都的馬路也修好了。"
)


def ids(text: str, *surfaces: str) -> set[str]:
    return {m.entity.id for m in mentions(text) if m.surface in surfaces}


@pytest.mark.parametrize("text", [TOWN, TRADITIONAL, ARTICLE])
def test_mentions_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = mentions(text)
    assert len(found) > 5
    assert all(a.start < a.end for a in found)
    assert all((a.block, a.end) <= (b.block, b.start) for a, b in pairwise(found) if a.block == b.block)
    assert [m.block for m in found] == sorted(m.block for m in found)


@pytest.mark.parametrize("text", [TOWN, TRADITIONAL, ARTICLE])
def test_a_mention_leads_back_to_the_words_of_the_document(text: str) -> None:
    reading = read_text(text)
    for mention in reading.mentions:
        start, end = reading.span(mention.block, mention.start, mention.end)
        assert fold(text[start:end]) == fold(mention.surface)
        assert reading.plain(mention.block, mention.start, mention.end) == mention.surface
        assert mention.surface in {fold(name) for name in mention.entity.names} | set(mention.entity.names)


@pytest.mark.parametrize("text", [TOWN, TRADITIONAL, ARTICLE])
def test_entities_have_ids_of_their_label_and_names_in_simplified_script(text: str) -> None:
    for entity in {m.entity for m in mentions(text)}:
        assert entity.id.startswith(PREFIXES[entity.label] + ":")
        assert not is_traditional(entity.name)
        assert entity.name not in entity.aliases and len(set(entity.aliases)) == len(entity.aliases)


@pytest.mark.parametrize("text", [TOWN, TRADITIONAL, ARTICLE])
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert mentions(text) == mentions(text)


def test_traditional_characters_give_the_entities_of_simplified_ones() -> None:
    simplified = "三都县的“金鹊工坊”与广州绣品有限公司签约。"
    assert {m.entity for m in mentions(TRADITIONAL.split("\n")[0])} == {m.entity for m in mentions(simplified)}


@pytest.mark.parametrize(
    ("text", "forms", "name"),
    [
        row(TOWN, ("甬北家纺有限公司", "甬北家纺"), "甬北家纺有限公司"),
        row(TOWN + "\n", ("鄞州区江东小学", "江东小学"), "鄞州区江东小学"),
        row("\n" + TOWN, ("昭觉县民族小学", "民族小学"), "昭觉县民族小学"),
        row("\n\n" + TOWN, ("昭觉县南坪产业园", "南坪产业园"), "昭觉县南坪产业园"),
        row(
            "宁波甬绣服饰有限公司来了。甬绣服饰招了126人，甬绣公司的厂长姓何。",
            ("宁波甬绣服饰有限公司", "甬绣服饰", "甬绣公司"),
            "宁波甬绣服饰有限公司",
        ),
        row("昭觉县人民医院的医生下乡，县人民医院的车也来了。", ("昭觉县人民医院", "县人民医院"), "昭觉县人民医院"),
        row(
            "昭觉县南坪产业园（南坪园区）开了园。",
            ("昭觉县南坪产业园", "南坪园区"),
            "昭觉县南坪产业园",
            bug="the short form in brackets is not found",
        ),
    ],
)
def test_a_short_form_is_led_to_the_long_one(text: str, forms: tuple[str, ...], name: str) -> None:
    led = {m.surface: m.entity for m in mentions(text) if m.surface in forms}
    assert set(led) == set(forms)
    assert {e.name for e in led.values()} == {name} and len({e.id for e in led.values()}) == 1
    assert all(set(forms) <= set(e.names) for e in led.values())


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        row("昭觉县第一小学和昭觉县第二小学比赛。", "昭觉县第一小学", "昭觉县第二小学"),
        row("鄞州区教育局与昭觉县教育局视频连线。", "鄞州区教育局", "昭觉县教育局"),
        row("宁波绿野食品有限公司与凉山绿野食品有限公司是同行。", "宁波绿野食品有限公司", "凉山绿野食品有限公司"),
        row("何秀莲和何秀英是姐妹，何秀莲大三岁。", "何秀莲", "何秀英"),
    ],
)
def test_similar_names_stay_apart(text: str, one: str, other: str) -> None:
    assert len(ids(text, one)) == len(ids(text, other)) == 1
    assert ids(text, one).isdisjoint(ids(text, other))


def test_a_school_without_its_county_in_the_name_belongs_to_the_county_under_discussion() -> None:
    text = "昭觉县的孩子多。启明希望小学添了操场。\n木里县的孩子也多。晨光希望小学添了灶房。"
    regions = {m.surface: m.entity.region for m in mentions(text) if m.label == "Facility"}
    assert regions == {"启明希望小学": "region:513431", "晨光希望小学": "region:513422"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        row("宁波来的王安康在三都县教书。", "王安康"),
        row("副县长李朝阳到了北京市朝阳区。", "李朝阳"),
        row("老师张兰州与兰州市的家人通了电话。", "张兰州"),
        row("医生陈广元是浙江人。", "陈广元"),
    ],
)
def test_a_person_whose_name_holds_a_place_is_a_person(text: str, person: str) -> None:
    assert labelled(text).get(person) == "Person"
    assert person[1:] not in codes(text) or text.count(person[1:]) > 1


@pytest.mark.parametrize(
    "text",
    [
        row("老板来了，客商走了，机器响了。"),
        row("义乌的老板来了，带着样品。"),
        row("桂东茶农用上了新机器。", bug="桂东茶农 is read as a person"),
        row("陈姓老乡和高高的粮堆一起上了镜头。"),
        row("村支书和驻村干部走家串户，向导带路。"),
    ],
)
def test_people_without_a_name_are_no_persons(text: str) -> None:
    assert found(text, "Person") == set()


def test_the_mentions_of_a_span_are_those_inside_it() -> None:
    reading = read_text("昭觉县在山里，鄞州区在海边。\n木里县在更远的山里。")
    assert [m.surface for m in reading.within(0, 0, 14)] == ["昭觉县", "鄞州区"]
    assert [m.surface for m in reading.within(0, 1, 14)] == ["鄞州区"]
    assert [m.surface for m in reading.within(0, 0, 9)] == ["昭觉县"]
    assert [m.surface for m in reading.within(1, 0, 99)] == ["木里县"]
    assert reading.within(2, 0, 99) == []


def test_a_chart_shows_an_address_as_one_sign_and_a_figure_as_one() -> None:
    reading = read_text("2022年，浙江省宁波市鄞州区投入1500万元，帮了三千人。")
    row_ = chart(reading, reading.sentences[0])
    region, money, figure, date = (SIGNS[kind] for kind in ("Region", "money", "figure", "date"))
    assert row_.code == f"{date}，{region}投入{money}，帮了{figure}。"
    assert [i.entity.name for i in row_.items if i is not None and hasattr(i, "entity")] == ["鄞州区"]
    assert len(row_.code) == len(row_.items) == len(row_.starts) == len(row_.ends)
    assert [row_.at(at) for at in (0, 4, 5, row_.starts[3], 999)] == [0, 0, 1, 3, len(row_.code)]


def test_a_text_without_names_has_no_mentions() -> None:
    assert mentions("天亮了，山里的雾散了，人们下地干活。") == []
    assert mentions("") == []


def test_the_entity_of_a_settlement_knows_its_county() -> None:
    (site,) = {m.entity for m in mentions("望谟县洛郎社区是易地扶贫搬迁社区。") if m.label == "RelocationSite"}
    assert isinstance(site, Entity) and site.region == "region:522326"
