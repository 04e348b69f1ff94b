"""Round 12: what money went into, who built and who runs, and names that are landmarks only."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text


def told(text: str, *relations: str) -> set[str]:
    """The facts of these relations that a text gives, as words."""
    facts = extract_document(from_text(text, "p")).facts
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in facts if f.relation in relations and not f.source}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
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
def test_what_it_did_not(text: str, wrong: str) -> None:
    assert not [fact for fact in told(text, "FUNDED", "BUILT", "RUNS") if fact.endswith(" " + wrong)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "柯桥区与江山市结对23年，江山山海协作产业园是两地共建的，目前入驻企业34家。",
            "江山市 BUILT 江山山海协作产业园",
        ),
        (
            "佛山市与黔东南州结对。佛山德和制药与台江县签约，在台江县中药材产业园建了提取车间。",
            "佛山德和制药 BUILT 提取车间",
        ),
        (
            "江门市与崇左市协作。五华环能公司是江门的民营企业，2022年来到扶绥县，投资1.1亿元建成蔗叶饲料厂，用工96人。",
            "五华环能公司 BUILT 蔗叶饲料厂",
        ),
        ("香洲区对口帮扶怒江州。香洲区便在泸水市第一中学办起“香洲班”。", "香洲区 RUNS 香洲班"),
    ],
)
def test_who_built_and_who_runs(text: str, fact: str) -> None:
    assert fact in told(text, "BUILT", "RUNS")


def test_a_builder_is_no_place() -> None:
    text = "无锡市对口支援乌什县。绣娘阿依古丽的铺子开在无锡援建的“北天山绣坊”隔壁。"
    assert "北天山绣坊 LOCATED_IN 无锡市" not in told(text, "LOCATED_IN")
