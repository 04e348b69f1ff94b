"""Where a name ends and the sentence goes on: verbs between two names, words that point, short forms of one body."""

from __future__ import annotations

import pytest
from extraction_samples import labelled, mentions, row

COMPANY, PARK, FACILITY, BODY, PERSON = "Company", "Park", "Facility", "Organization", "Person"
WORKSHOP = "Workshop"
KINDS = (COMPANY, PARK, FACILITY, BODY, WORKSHOP)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("海曙区第二医院结对朗溪镇中心卫生院。", {"海曙区第二医院": FACILITY, "朗溪镇中心卫生院": FACILITY}),
        row("鄞州区云麓医院对口帮扶贞丰县人民医院。", {"鄞州区云麓医院": FACILITY, "贞丰县人民医院": FACILITY}),
        row("支持贞丰县第一中学改造实验楼。", {"贞丰县第一中学": FACILITY}),
        row("宁波茗韵服饰给县民族中学送来校服。", {"宁波茗韵服饰": COMPANY, "县民族中学": FACILITY}),
        row("去年从白层镇搬进北盘江帮扶产业园。", {"北盘江帮扶产业园": PARK}),
        row("这条路由中屹路桥集团出资修成。", {"中屹路桥集团": COMPANY}),
        row("其中临溪中学的教师最多。", {"临溪中学": FACILITY}),
        row("车停在贵州苗岭香生态农业公司冷库前。", {"贵州苗岭香生态农业公司": COMPANY}),
        row("贵区望湖街道商会捐了款。", {"望湖街道商会": BODY}),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, wanted: dict[str, str]) -> None:
    found = {name: label for name, label in labelled(text).items() if label in KINDS}
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        row("她到榆林市神木市找活路。"),
        row("都说要在都匀建机械厂，没影的事。"),
        row("她在流水线上学会了看图纸。"),
        row("这是两地建成的第三个扶贫车间。"),
        row("队员要当“带不走的医疗队”。"),
        row("试验温室和联栋温室里的黄瓜挂了果。"),
    ],
)
def test_no_thing_is_named(text: str) -> None:
    assert {name: label for name, label in labelled(text).items() if label in KINDS} == {}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        row("资金用于白层镇脐橙分选厂设备更新。", "白层镇脐橙分选厂", COMPANY),
        row("贞丰县龙场镇的牛肉预制菜车间开工。", "牛肉预制菜车间", WORKSHOP),
        row("宁波恒越电器有限公司的插头装配车间开在一楼。", "插头装配车间", WORKSHOP),
        row("村里租地建初制所，投资三百万元。", "初制所", FACILITY),
        row("龙场镇的民宿群开门迎客。", "民宿群", FACILITY),
        row("县里那座苏陕现代农业产业园满了。", "苏陕现代农业产业园", PARK),
        row("她在闽宁云裳车间踩缝纫机。", "闽宁云裳车间", WORKSHOP),
        row("代表团为宁波市镇明小学贞丰校区授牌。", "宁波市镇明小学贞丰校区", FACILITY),
        row("漳州台商投资区出资八百万元。", "漳州台商投资区", PARK),
        row("镇安县人社局驻常州劳务工作站成立。", "镇安县人社局驻常州劳务工作站", FACILITY),
        row("驻龙场镇工作队到了。", "驻龙场镇工作队", BODY),
        row("他是江苏省第三批“组团式”教育援藏队的队员。", "江苏省第三批“组团式”教育援藏队", BODY),
        row("贞丰县的土鸡养殖小区满栏。", "土鸡养殖小区", FACILITY),
    ],
)
def test_a_kind_of_thing_is_named(text: str, name: str, label: str) -> None:
    assert labelled(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("沈国梁原在东阳市一家技校任教。", {"沈国梁"}),
        row("教师裴一帆任该校援建带头人。", {"裴一帆"}),
        row("董事长杨树和把净水机送到学校。", {"杨树和"}),
        row("畜牧站兽医师傅佟占河两度进驻草原。", {"佟占河"}),
        row("其余队员任科室带头人。", set()),
        row("“季院长来以前，看病要出县。”", set()),
        row("返乡的洛桑周加和毕业生都来了，江水涨了。", {"洛桑周加"}),
        row("副县长胡志明和王强到会。", {"胡志明", "王强"}),
        row("护士任晓丽任护士长。", {"任晓丽"}),
    ],
)
def test_persons_end_before_the_next_word(text: str, wanted: set[str]) -> None:
    assert {name for name, label in labelled(text).items() if label == PERSON} == wanted


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        row("贞丰县人民医院缺医生，设备送给县医院。", "县医院", "贞丰县人民医院"),
        row("江北农业大学来了，农大与镇安县签约。", "农大", "江北农业大学"),
        row("江北农业大学园艺学院教授杜宛来了。", "江北农业大学园艺学院", "江北农业大学"),
        row("江南开泰银行来了，开泰银行与镇安县签下协议。", "开泰银行", "江南开泰银行"),
        row("巴楚县职业高中实训楼建成。", "巴楚县职业高中实训楼", "巴楚县职业高中"),
    ],
)
def test_the_forms_of_one_body_are_one(text: str, surface: str, name: str) -> None:
    assert {m.surface: m.entity.name for m in mentions(text)}.get(surface) == name


def test_large_farmers_are_no_university() -> None:
    assert "农大" not in labelled("江北农业大学来了，务农大户多。")


def test_a_river_is_no_division() -> None:
    assert labelled("从黄浦江到金沙江，路很远。") == {}


@pytest.mark.parametrize("text", [row("货卖给东阳市木雕小镇的商户。"), row("贞丰县的温泉小镇没建成。")])
def test_a_town_for_visitors_is_no_settlement(text: str) -> None:
    assert not any(name.endswith("小镇") for name in labelled(text))
