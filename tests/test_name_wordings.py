"""Names of many kinds, and what only looks like one."""

from __future__ import annotations

import pytest

import loaders.build
from loaders.build import extract_document
from loaders.read import from_text
from loaders.values import Reading


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
        ("天津市武清区工信局联合昭觉县公安局举办招聘会。", "天津市武清区工信局"),
        ("天津市武清区工信局联合昭觉县公安局举办招聘会。", "昭觉县公安局"),
        ("大唐供应链每年向西和县采购蔬菜2000吨。", "大唐供应链"),
        ("四川布拖县与星火贸易合作，建起了基地。", "星火贸易"),
        ("由五福商贸捐赠的物资运抵威宁县。", "五福商贸"),
        ("东西部协作工作组引荐尚品钟表到静宁县投资。", "尚品钟表"),
        ("高桥镇集中供水工程由佛山市三水区援建，去年投用。", "高桥镇集中供水工程"),
        ("富蕴县的吉林大街是援建的。", "吉林大街"),
        ("厦门挂职干部公保扎西一起走访农户。", "公保扎西"),
        ("人民医院的图尔贡·阿布都拉医生来到静宁县。", "图尔贡·阿布都拉"),
        ("对盘得胜来说，这是第二故乡。", "盘得胜"),
        ("三河村的徐德全种了20亩菜。", "徐德全"),
        ("记者看到，董春来摇摇头。", "董春来"),
        ("东莞总商会为兵团四十九团五连的302户装了太阳能。", "四十九团五连"),
        ("兵团的161团中学来了新老师。", "161团中学"),
    ],
)
def test_found(found, text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("受佛山市三水区委托，优尼科药业承建了这一项目。", "佛山市三水区委"),
        ("密云区在滦平县援建了光伏电站3座。", "光伏电站"),
        ("镇上的何记凉粉生意很好。", "何记"),
        ("对大家来说，路通了。由企业带队，派干部到村里。", "干部"),
        ("第三批支教团和20个旅行团来了，大家抱成一团。", "一团"),
        ("现代渔业每年带来不少收入。", "现代渔业"),
        ("派出由副主任医师牵头的医疗队到绿春县。", "由副主"),
    ],
)
def test_no_name(found, text: str, name: str) -> None:
    assert name not in found(text)
