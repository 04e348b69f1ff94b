"""Round 12, names: places inside persons' names, where a name ends, and firms told by a title or by being called so."""

from unittest.mock import patch

import pytest

from loaders.build import extract_document
from loaders.read import from_text
from loaders.relate import relate
from loaders.values import Reading

HEAD = "青岛市对口帮扶陇南市。\n"


def _names(text: str, label: str) -> set[str]:
    """What is named in the text with that label."""
    seen: list[Reading] = []

    def kept(reading: Reading):
        seen.append(reading)
        return relate(reading)

    with patch("loaders.build.relate", kept):
        extract_document(from_text(HEAD + text, "p"))
    return {m.surface for m in seen[0].mentions if m.label == label}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司董事长尤溪桥在福州有12家门店。", "尤溪桥"),
        ("援青干部、达日县副县长濮阳峻隔三差五来。", "濮阳峻"),
        ("市农科院研究员曲福田先后来过14趟。", "曲福田"),
        ("村支书王黎平，今年52岁。", "王黎平"),
        ("院长才让卓玛压低声音说，孩子睡着了。", "才让卓玛"),
        ("书记哈力木·努尔别克如此评价。", "哈力木·努尔别克"),
        ("米业公司总经理孟和平底气十足。", "孟和平"),
        ("区长边鸿作了发言。", "边鸿"),
        ("楼下是常州企业家冷玉成办的地毯厂。", "冷玉成"),
        ("主任名叫老必成，瑶族，从外地来。", "老必成"),
        ("总经理彭措翁修，曾在成都卖过三年火锅。", "彭措翁修"),
    ],
)
def test_person(text: str, name: str) -> None:
    assert name in _names(text, "Person")


@pytest.mark.parametrize("text", ["书记向平凉的同事介绍了情况。", "主任和平凉的老乡说起往事。"])
def test_place_stays_a_place(text: str) -> None:
    assert "平凉" in _names(text, "Region")
    assert not _names(text, "Person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在园区里做刀具的锐恩达创，是从黄埔区迁来的头一家企业。", "锐恩达创"),
        ("政协委员、禾川精工总经理李卫民来到县里。", "禾川精工"),
        ("镇上来了一家叫绿朗达的农产品公司，雇了40人。", "绿朗达"),
        ("楼下是地毯厂，名字就叫“冷师傅”，安置了94人就业。", "冷师傅"),
        ("康县刺梨合作总社收到20台起垄机。", "康县刺梨合作总社"),
    ],
)
def test_firm(text: str, name: str) -> None:
    assert name in _names(text, "Company")


@pytest.mark.parametrize(
    "text",
    [
        "签约仪式，是全县第一家企业。",
        "他办的厂子是镇上第一家企业。",
        "王大山是镇上第一家企业，大家都服。",
        "本地商人、合作社副总经理李卫民来到县里。",
        "如今担任董事长李卫民说。",
        "一家叫好不叫座的农产品公司倒闭了。",
    ],
)
def test_no_firm(text: str) -> None:
    assert not _names(text, "Company")


@pytest.mark.parametrize(
    ("text", "name"), [("外交部定点帮扶康县三十年。", "外交部"), ("国家药监局派来两人。", "国家药监局")]
)
def test_national_body(text: str, name: str) -> None:
    assert name in _names(text, "Organization")


def test_a_river_is_no_county() -> None:
    assert "白河" not in _names("两地只隔着一道白河。", "Region")
