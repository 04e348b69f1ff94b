"""Round 12: firms that came, where from, and who only sent people or built a house of its own."""

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
            "东莞市帮扶图木舒克市。广东东莞驰远鞋业2021年在图木舒克市产业园开了分厂。东莞援疆干部来了。",
            "广东东莞驰远鞋业 CAME_FROM 东莞市",
        ),
        (
            "罗湖区与隆林县结对。鹤城新区的罗湖隆林就业帮扶产业园占地不大。深圳市瑞禾电子2021年最早搬来，罗湖区财政拨款。",
            "深圳市瑞禾电子 CAME_FROM 深圳市",
        ),
        ("佛山市与黔东南州结对。商人罗大勇在社区租下一间门面，起名“苗绣工坊”，接了第一单。", "罗大勇 FOUNDED 苗绣工坊"),
    ],
)
def test_where_it_came_from_and_who_founded_it(text: str, fact: str) -> None:
    assert fact in told(text, "CAME_FROM", "FOUNDED")


@pytest.mark.parametrize(
    "text",
    [
        "福田区对口帮扶环江县。环江县的基地总监李存瑞，由深圳市远山农科集团派来，已经住进思恩镇，打算长住。",
        "福田区对口帮扶环江县。深圳市远山农科集团选派的技术员住进了思恩镇。",
    ],
)
def test_who_sends_people_has_not_come(text: str) -> None:
    assert not told(text, "MOVED_INTO", "CAME_FROM")


def test_what_a_firm_built_it_has_not_moved_into() -> None:
    text = (
        "佛山市与黔东南州结对。佛山德和制药与台江县签约，首批投资2600万元在台江县中药材产业园建了提取车间，年底投料。"
    )
    found = told(text, "MOVED_INTO")
    assert "佛山德和制药 MOVED_INTO 提取车间" not in found
    assert "佛山德和制药 MOVED_INTO 台江县中药材产业园" in found


def test_a_city_without_a_helper_in_it_is_no_origin() -> None:
    text = "罗湖区与隆林县结对。南宁市瑞禾电子2021年搬来隆林县鹤城新区，罗湖区财政拨款。"
    assert not [fact for fact in told(text, "CAME_FROM") if "南宁" in fact]
