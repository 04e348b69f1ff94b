"""Shapes of names that run against what the tagger sees: verbs behind a name, verbs and numbers inside one, kinds of bodies."""

from __future__ import annotations

import pytest
from extraction_samples import labelled, mentions, row

COMPANY, PARK, FACILITY, BODY, PERSON = "Company", "Park", "Facility", "Organization", "Person"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("副镇长任媛调任邻县。", {"任媛": PERSON}),
        row("车间主管孟琪成为第三任厂长。", {"孟琪": PERSON}),
        row("组长田阿明来自瓯海区。", {"田阿明": PERSON}),
        row("院长助理蒋建新任石泉县中医院副院长。", {"蒋建新": PERSON}),
        row("副县长张国荣获得表彰。", {"张国荣": PERSON}),
        row("其中韦玉兰、马海龙是县医院的青年医生。", {"韦玉兰": PERSON, "马海龙": PERSON}),
        row("校友郁培风每年拿出8万元。", {"郁培风": PERSON}),
        row("社长名叫阿尼且尔作，她办了合作社。", {"阿尼且尔作": PERSON}),
        row("工作组组长沈默然、队员顾乾都到了。", {"沈默然": PERSON, "顾乾": PERSON}),
    ],
)
def test_a_person_is_called_by_the_whole_name_and_no_more(text: str, wanted: dict[str, str]) -> None:
    found = labelled(text)
    assert {name: found.get(name) for name in wanted} == wanted
    assert all(label != PERSON or name in wanted for name, label in found.items())


@pytest.mark.parametrize(
    "text",
    [
        row("他从街道党工委书记任上来到金沙县。"),
        row("山海情长，两地又添新篇。"),
        row("工人们正给红李剪枝，梨树也要修。"),
        row("厂子由客商投资，去年投产。"),
        row("老师住进了周转房，商超摆上了苹果。"),
        row("毛南姑娘走出秦巴山区。"),
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert PERSON not in labelled(text).values()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("落户园区的企业已有青岛海禾食品有限公司一家。", {"青岛海禾食品有限公司": COMPANY}),
        row("瀚宇云计算（深圳）有限公司去年搬来。", {"瀚宇云计算（深圳）有限公司": COMPANY}),
        row("彩超一台（珠海普济医疗科技公司，48万元）。", {"珠海普济医疗科技公司": COMPANY}),
        row("浙江求是种业科技公司租了地。", {"浙江求是种业科技公司": COMPANY}),
        row("贵州椒与山食品公司建了车间。", {"贵州椒与山食品公司": COMPANY}),
        row("供应商鼎诚集团来了，汽配商越华集团没有来。", {"鼎诚集团": COMPANY, "越华集团": COMPANY}),
        row("账本由双龙镇安静村股份经济合作联合社保管。", {"双龙镇安静村股份经济合作联合社": COMPANY}),
        row("落户勐腊的云南衡盛橡塑，老家在苏州。", {"云南衡盛橡塑": COMPANY}),
        row("它改名重庆武陵糖业，主事的是本地人。", {"重庆武陵糖业": COMPANY}),
        row("何美桃在东阳光药业的质检室上班。", {"东阳光药业": COMPANY}),
        row("她在伟创力斗门工厂开叉车。", {"伟创力斗门工厂": COMPANY}),
        row("企业叫海宁经越新材，去年投产。", {"海宁经越新材": COMPANY}),
        row("龙里县农投出资350万元。", {"龙里县农投": COMPANY}),
        row(
            "深圳蓝海书业有限公司向城关镇中心小学捐书。",
            {"深圳蓝海书业有限公司": COMPANY, "城关镇中心小学": FACILITY},
        ),
        row("园里的广西隆达鞋业2020年便到了。", {"广西隆达鞋业": COMPANY}),
    ],
)
def test_a_firm_is_read_whole(text: str, wanted: dict[str, str]) -> None:
    found = labelled(text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "text",
    [
        row("客商俞世昌投资的园子开了门，创办人叶锦程投资建了房。"),
        row("全县固定资产投资增长，农投入也多了。"),
        row("广西来宾糖业发展迅速，云南普洱茶业名声大。"),
        row("和田市一家企业来过，几家公司也来过。"),
        row("老板在路边开了一家面馆，街上有书店和药店。"),
    ],
)
def test_no_firm_is_named(text: str) -> None:
    assert COMPANY not in labelled(text).values()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row("两县设立“科教飞地”，还有一座会客厅。", {"科教飞地": PARK}),
        row("黄岩区果树技术推广总站派人来。", {"黄岩区果树技术推广总站": BODY}),
        row("斗门区狮子会捐了轮椅。", {"斗门区狮子会": BODY}),
        row("她任绥江县搬迁安置办副主任。", {"绥江县搬迁安置办": BODY}),
        row("光明区住房和建设局的干部到会。", {"光明区住房和建设局": BODY}),
        row("罗源县农业农村和海洋渔业局的人来了。", {"罗源县农业农村和海洋渔业局": BODY}),
        row("紫金县教育局和卫生局都在。", {"紫金县教育局": BODY}),
        row("赵玉强挂职旗林草局副局长。", {"旗林草局": BODY}),
        row("集美区人社局长陈郁芳签了字。", {"集美区人社局": BODY, "陈郁芳": PERSON}),
        row("介绍人、驻珠海劳务工作站的余小华说。", {"驻珠海劳务工作站": FACILITY}),
        row("驻镇帮镇扶村工作队队长到了。", {"驻镇帮镇扶村工作队": BODY}),
        row("昆山·万山产业园规划面积2平方公里。", {"昆山·万山产业园": PARK}),
        row("甘宁镇万斛茶叶加工厂开机了。", {"甘宁镇万斛茶叶加工厂": FACILITY}),
        row("由瓮安县第二幼儿园办分园。", {"瓮安县第二幼儿园": FACILITY}),
        row("袍里乡坡心村党支部书记到会。", {"坡心村党支部": BODY}),
        row("结对单位平江县人民政府派了人。", {"平江县人民政府": BODY}),
    ],
)
def test_a_body_is_read_whole(text: str, wanted: dict[str, str]) -> None:
    found = labelled(text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "text",
    [
        row("他笑称自己“当了一回银行”。"),
        row("静宁县经津甘劳务协作渠道输出412人。"),
        row("两校结成姊妹学校。"),
        row("副局长和原局长都来了，老局长没来。"),
        row("医院大厅和客厅都亮堂了。"),
        row("各乡镇卫生院都添了设备。"),
        row("书记亲自带队来到海盐县。"),
    ],
)
def test_no_body_is_named(text: str) -> None:
    kinds = (COMPANY, PARK, FACILITY, BODY, "Workshop")
    assert {name: label for name, label in labelled(text).items() if label in kinds} == {}


@pytest.mark.parametrize(
    ("surface", "name"), [row("镇卫生院", "三岔河镇卫生院"), row("镇中心小学", "三岔河镇中心小学")]
)
def test_a_body_of_the_town_is_called_after_it(surface: str, name: str) -> None:
    found = mentions("三岔河镇的干部说，镇卫生院添了心电机，镇中心小学有了操场。")
    assert {m.surface: m.entity.name for m in found}.get(surface) == name
