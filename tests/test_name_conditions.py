"""What is left out of names: words of the sentence, landscapes, kinds of villages, crops and papers."""

from __future__ import annotations

import pytest

import loaders.build
from loaders.build import extract_document
from loaders.name_clauses import names_nothing
from loaders.read import from_text
from loaders.values import Reading
from loaders.village_names import is_kind_of_village, whole_village


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch):
    """A function from a text to the names found in it, whatever the text is about."""
    readings: list[Reading] = []
    find = loaders.build.find_mentions

    def kept(reading: Reading) -> None:
        find(reading)
        readings.append(reading)

    monkeypatch.setattr(loaders.build, "find_mentions", kept)

    def names(text: str) -> set[str]:
        readings.clear()
        extract_document(from_text(text, "probe"))
        return {m.surface for reading in readings for m in reading.mentions if m.step is None}

    return names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("南通市另向县实验小学捐赠图书3000册。", "县实验小学"),
        ("依托县人民医院举办了两期护理培训班。", "县人民医院"),
        ("他先到安康后任市第三小学副校长。", "市第三小学"),
        ("莎车县帕合镇的拜什艾日克村建起了车间。", "拜什艾日克村"),
        ("交给延川县七里村街道的育才小学使用。", "七里村街道"),
        ("园区副主任上官敏原在苏州做招商。", "上官敏"),
        ("返乡青年罗敏花了三年时间办起车间。", "罗敏"),
        ("区慈善总会会长钟离雪募来9万元。", "钟离雪"),
        ("总经理陶良才是南京总部派来的。", "陶良才"),
        ("孩子们管诸葛致和叫“山东爸爸”。", "诸葛致和"),
        ("泰山区帮扶巫溪县。", "泰山区"),
        ("贺兰县与思明区结对。", "贺兰县"),
    ],
)
def test_a_name_without_the_words_of_its_sentence(found, text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("企业同镇里9个合作社签了合同。", "个合作社"),
        ("三年来宁波与阿瓦提结成友好学校20对。", "结成"),
        ("引来上海某食品集团建厂。", "某"),
        ("去年，整个产业园实现产值3亿元。", "整个"),
        ("全镇果园从3000亩扩到1万亩。", "全镇"),
        ("旺季时公司每天用工300人，平时公司只留80人。", "平时"),
        ("望谟县靠此类小车间吸纳900人。", "靠"),
        ("全年引导4家烟台企业来巫投资，到位资金1亿元。", "投资"),
        ("把老乡请上了六盘山，先租旧教室。", "盘山"),
        ("黄河口与武陵山相隔千里。", "武陵"),
        ("澜沧江峡谷的葡萄甜。", "澜沧"),
        ("水往北流，情往南来。", "北流"),
        ("那里原本是个牧业村，去乡里要绕20公里。", "牧业村"),
        ("东西部协作建起闽宁示范村9个。", "示范村"),
        ("开学就有企业师傅来授课，工位已定。", "来授课"),
        ("老板翻了翻员工花名册，见到她的籍贯。", "花名册"),
        ("驻村第一书记计有6任。", "计有"),
    ],
)
def test_words_that_are_no_name(found, text: str, words: str) -> None:
    assert not [name for name in found(text) if words in name]


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("甲县商定办厂", True),
        ("户均旅游", True),
        ("和平镇投资", True),
        ("乙某电子厂", True),
        ("第13中学", False),
        ("福兴投资", False),
        ("全友家居", False),
        ("依云食品公司", False),
    ],
)
def test_names_nothing(words: str, nothing: bool) -> None:
    assert names_nothing(words) is nothing


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("国际旅游小镇", True),
        ("城市街道", True),
        ("本镇村", True),
        ("荣誉村", True),
        ("平安镇", False),
        ("文明村", False),
        ("原隆村", False),
        ("渔业巷村", False),
    ],
)
def test_kinds_of_villages(name: str, kind: bool) -> None:
    assert is_kind_of_village(name) is kind


@pytest.mark.parametrize(
    ("text", "start", "whole"),
    [
        ("甲乡色日克布央村", 3, 2),
        ("甲镇托万克麦盖提村", 5, 2),
        ("甲镇新建日克布央村", 4, 4),
        ("甲镇的红旗村", 3, 3),
    ],
)
def test_a_transliterated_village_is_taken_whole(text: str, start: int, whole: int) -> None:
    assert whole_village(text, start, len(text)) == whole
