"""What a sum went into and who paid it, in whole texts, and sums and gifts that somebody else gave."""

from __future__ import annotations

import pytest
from extraction_samples import ends, told

JIAXING = "嘉兴市对口帮扶九寨沟县\n嘉兴市对口帮扶九寨沟县。"
CHANGSHU = "常熟市对口帮扶思南县\n常熟市对口帮扶思南县。"
JIANGYIN = "江阴市对口帮扶绥德县。"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # a house or firm under discussion that a sum was spent on, not its county
        (JIAXING + "双河镇养老院住着80位老人。房子是嘉兴市2021年花600万元盖的。", "嘉兴市 FUNDED 双河镇养老院"),
        (
            CHANGSHU + "塘头镇的思源鞋业有限公司四年前迁来。常熟市为它垫付了头两年的厂房租金共48万元。",
            "常熟市 FUNDED 思源鞋业有限公司",
        ),
        (
            CHANGSHU + "常熟市出资310万元、与县里合办的思南县油茶科创中心前不久开张。",
            "常熟市 FUNDED 思南县油茶科创中心",
        ),
        (
            "长宁区与红河州结对。绿春县人民医院的监护室是上海援滇资金支持的项目，花了370万元。",
            "上海市 FUNDED 绿春县人民医院",
        ),
        (
            "济南市对口帮扶武隆区。镇上的武隆区济武菌菇示范园，2020年由济南市投入2000万元援助资金兴建。",
            "济南市 FUNDED 武隆区济武菌菇示范园",
        ),
        (
            "无锡市对口支援乌什县。北天山绣坊是2018年盖起来的，投资1250万元，全由援疆资金列支。",
            "无锡市 FUNDED 北天山绣坊",
        ),
        ("嘉定区自2017年对口帮扶武定县，在白石村一带投了510万元建高标准园。", "嘉定区 FUNDED 白石村"),
        ("杨浦区结对正安县后，为正安县中医院提供资金620万元。", "杨浦区 FUNDED 正安县中医院"),
        (
            "西青区与麦积区结对。麦积区人民医院护士长说，西青医院先后派来27人。西青区另外支持资金650万元，添置了两套腔镜系统。"
            "天津市西青医院副主任王明在这里主刀。",
            "西青区 FUNDED 麦积区人民医院",
        ),
        (
            "瓯海区与壤塘县结对。壤塘县的雪原牧歌乳业，去年底拿到温州瓯海区拨付的东西部协作资金760万元，上了一条酸奶线。",
            "瓯海区 FUNDED 雪原牧歌乳业",
        ),
        (
            "瓯海区与壤塘县结对。收奶的是雪原牧歌乳业，这家企业在2022年底拿到温州瓯海区拨付的东西部协作资金760万元。",
            "瓯海区 FUNDED 雪原牧歌乳业",
        ),
    ],
)
def test_what_a_sum_went_into(text: str, fact: str) -> None:
    assert fact in told(text, "FUNDED")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "广州市对口支援疏勒县。疏勒县塔孜洪乡的“羊城新集”很热闹。这座商贸城位于英吉沙国际机场西侧，"
            "广州市援建资金出了3亿元，由广州穗兴商业公司经营。",
            "英吉沙国际机场",
        ),
        ("扬州市与榆林市结对。绥德女孩汪小叶在扬州一家酒楼做面点。扬州投在实训室上的钱是320万元。", "绥德县"),
        ("河北省援疆。审计抽查的31个项目覆盖库尔勒、尉犁、轮台等6个县市，涉及河北援疆资金4.87亿元。", "轮台县"),
        (
            "西青区与麦积区结对。麦积区人民医院护士长说，西青医院先后派来27人。西青区另外支持资金650万元，添置了两套腔镜系统。"
            "天津市西青医院副主任王明在这里主刀。",
            "天津市西青医院",
        ),
    ],
)
def test_what_it_did_not_go_into(text: str, wrong: str) -> None:
    assert not [fact for fact in told(text, "FUNDED", "BUILT", "RUNS") if fact.endswith(" " + wrong)]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("义合镇中心小学的操场旧了。江阴市这边出资310万元，给中心小学铺了跑道。", "义合镇中心小学"),
        ("绥德县的义合黑鸡养殖场出栏21万只。江阴市拿出协作资金1500万元建了这个场。", "义合黑鸡养殖场"),
        ("义合镇的绥江果品加工厂，由江阴市投入帮扶资金510万元扶建，去年投产。", "绥江果品加工厂"),
        ("绥德县妇幼保健院有两位专家。江阴市与绥德县结对七年，为保健院投入设备款1450万元。", "绥德县妇幼保健院"),
    ],
)
def test_money_goes_to_what_the_sentence_points_at(text: str, thing: str) -> None:
    assert ends(JIANGYIN + text, "FUNDED") == {("江阴市", thing)}


@pytest.mark.parametrize(
    "text",
    [
        "五年来，江阴市累计投入援助资金3.2亿元，建成了义合实验学校、绥德康复医院。",
        "江阴市结对五年，资金2.3亿元，项目78个。",
    ],
)
def test_all_that_was_paid_in_years_goes_to_the_place(text: str) -> None:
    assert ends(JIANGYIN + text, "FUNDED") == {("江阴市", "绥德县")}


@pytest.mark.parametrize(
    "text",
    [
        "绥德县有个果干项目，由江阴一家食品厂投资5000万元。",
        "绥德县的红枣卖得好，货款370万元，都来自江阴一家超市。",
        "绥德县去年新增企业31家，到位资金13亿元，做成产业项目30个。",
    ],
)
def test_sums_that_the_helper_has_not_paid(text: str) -> None:
    assert ends(JIANGYIN + text, "FUNDED") == set()


@pytest.mark.parametrize(
    ("text", "relation", "giver"),
    [
        # a sum told by its scheme alone: the province's, or one of its districts'
        ("苏陕协作见实效\n常州市对口帮扶安康市。县里用苏陕协作资金180万元添置了设备。", "FUNDED", "江苏省"),
        # who only invited, who only told of the money, what was a gift
        (CHANGSHU + "安顺鲜果公司应常熟市虞山街道的邀约来到思南县，投资4200万元。", "FUNDED", "虞山街道"),
        (CHANGSHU + "常熟市发展改革委晒出明细：财政援助资金5000万元。", "FUNDED", "常熟市发展改革委"),
        # the one that gets a gift gives nothing
        (CHANGSHU + "企业家李某给塘头镇的仁和养老院捐了20万元。", "DONATED_TO", "仁和养老院"),
        (CHANGSHU + "一家协会为这所“塘头镇第二小学”送来书包420个，总值19.8万元。", "DONATED_TO", "塘头镇第二小学"),
    ],
)
def test_who_gave_nothing(text: str, relation: str, giver: str) -> None:
    assert giver not in {who for who, _ in ends(text, relation)}


def test_the_county_gets_no_rent() -> None:
    """Where nothing is named that a single machine could be for, the sum stays open."""
    text = CHANGSHU + "思南县山高路远。常熟市给了90万元添置烘干机。"
    assert "常熟市 FUNDED 思南县" not in told(text)
