"""Plain text for matching: what becomes of a text, and that the map leads back to it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.normalise import Text, flatten, fold, is_traditional, normalise, simplified
from graph.slips import mend, radicals


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("幫扶資金 6823 萬元", "帮扶资金6823万元"),
        ("雙方瞭解彼此", "双方了解彼此"),
        ("登高瞭望", "登高瞭望"),
        ("乾隆年間的乾淨院子", "乾隆年间的干净院子"),
        ("憑藉粵桂協作", "凭借粤桂协作"),
        ("佈局產業、啓動專案", "布局产业、启动专案"),
        ("走著走著，住著瑤族", "走着走着，住着瑶族"),
        ("著名作家的著作", "著名作家的著作"),
        ("１２．５万亩（2022）", "12.5万亩（2022）"),
        ("投入14。24億元。另有3項", "投入14.24亿元。另有3项"),
        ("甲县,乙市;丙:丁(戊)!", "甲县，乙市；丙：丁（戊）！"),
        ("Q&A 3,200 yuan", "Q&A 3,200 yuan"),
        ("1,200户", "1,200户"),
        ("「燃夢」『職創』", "“燃梦”‘职创’"),
        ('他说"好"又说"行"', "他说“好”又说“行”"),
        ("深圳—汕尾 ― 深圳–汕尾", "深圳—汕尾—深圳—汕尾"),
        ("馬克・吐溫•約翰", "马克·吐温·约翰"),
        ("產(chǎn)業（yè）、縣(xiàn)", "产业、县"),
        ("會議(略)與(ESG)", "会议（略）与（ESG）"),
        ("⻅⻋⻓⻔⻢⻥，⼈⼝⽤⼯", "见车长门马鱼，人口用工"),
        ("三都\u200b县\ufeff\u00ad城南", "三都县城南"),
        ("第一行\n第二行\r\n第三行", "第一行第二行第三行"),
        ("two\nwords", "two words"),
        ("\u3000\u3000段首", "段首"),
        ("①②", "12"),
        ("㎡", "㎡"),
        ("", ""),
    ],
)
def test_plain(raw: str, plain: str) -> None:
    assert normalise(raw).plain == plain


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("园区人驻企业12家", "园区入驻企业12家"),
        ("已有9家公司人驻", "已有9家公司入驻"),
        ("东莞企业相继人驻园区", "东莞企业相继入驻园区"),
        ("粤企人桂结硕果", "粤企入桂结硕果"),
        ("浙企人川", "浙企入川"),
        ("投人资金300万元", "投入资金300万元"),
        ("人均年收人达1.5万元", "人均年收入达1.5万元"),
        ("农户土地人股", "农户土地入股"),
        ("搬迁群众人住率", "搬迁群众入住率"),
        ("引人企业6家", "引入企业6家"),
    ],
)
def test_slips_are_mended(slip: str, mended: str) -> None:
    assert normalise(slip).plain == mended


@pytest.mark.parametrize(
    "right",
    [
        "工作队3人驻村帮扶",
        "第一书记一人驻点",
        "派人驻企业服务",
        "项目负责人驻企业办公",
        "专人驻园区",
        "广东商人桂建国",
        "吸收人才",
        "吸纳人员",
        "引人注目",
        "深人静",
        "接收人为县民政局",
        "名人驻园区创作",
        "著名的著作，编著者",
    ],
)
def test_what_is_no_slip_stays(right: str) -> None:
    assert normalise(right).plain == right and len(mend(right)) == len(right)


def test_spans() -> None:
    raw = "　　三都縣（2022 年）\n投入 14。24 億元"
    text = normalise(raw, offset=100)
    for words, source in (("三都县", "三都縣"), ("2022年", "2022 年"), ("投入", "投入"), ("14.24亿元", "14。24 億元")):
        at = text.plain.index(words)
        start, end = text.span(at, at + len(words))
        assert raw[start - 100 : end - 100] == source


def test_skipped_and_replaced_spans() -> None:
    raw = "安徽农业&#22823;学<b>开办</b>&ldquo;班&rdquo;"
    skip = [(13, 16), (18, 22)]
    replace = [(4, 12, "大"), (22, 29, "“"), (30, 37, "”")]
    text = normalise(raw, 0, skip, replace)
    assert text.plain == "安徽农业大学开办“班”"
    assert [raw[slice(*text.span(i, i + 1))] for i in (4, 5, 6, 8)] == ["&#22823;", "学", "开", "&ldquo;"]
    assert text.slice(4, 8).plain == "大学开办" and text.slice(4, 8).span(0, 2) == (4, 13)


CHARS = st.sampled_from(
    '三都縣瞭解著產(chǎn)業，。,;:?!()（）"“” \n\r\t　１2.0a-—·⻅⼈\u200b\ufeff\0\ud800人驻企业收㎡①万億'
)


@given(st.text(CHARS | st.characters(), max_size=40), st.integers(0, 9))
def test_the_map_is_whole_and_in_order(raw: str, offset: int) -> None:
    text = normalise(raw, offset)
    assert isinstance(text, Text) and len(text.plain) == len(text.starts) == len(text.ends)
    starts = list(text.starts)
    assert starts == sorted(set(starts))
    assert all(offset <= a < b <= offset + len(raw) for a, b in zip(text.starts, text.ends, strict=True))


@given(st.text(CHARS, max_size=40))
def test_plain_text_stays_plain(raw: str) -> None:
    plain = normalise(raw).plain
    assert "  " not in plain and not plain.startswith(" ")
    assert len(flatten(raw)) == len(raw)


@given(st.text(st.characters(), max_size=40))
def test_flat_text_keeps_every_place(raw: str) -> None:
    assert len(flatten(raw)) == len(raw)


def test_radicals_stand_for_one_character_each() -> None:
    table = radicals()
    assert len(table) == 112
    for sign, char in table.items():
        assert len(char) == 1 and unicodedata.name(sign).startswith("CJK RADICAL")
        assert "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def test_only_chinese_characters_count_as_chinese() -> None:
    assert normalise("県 \ue000 한 ab").plain == "県\ue000 한 ab"


def test_fold() -> None:
    assert fold("《粵桂協作》（２０２１）") == "粤桂协作(2021)" == fold("粤桂 协作(2021)")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("東西部協作幫扶車間", True),
        ("东西部协作帮扶车间", False),
        ("走著走著到了" * 20, False),
        ("", False),
        ("abc", False),
    ],
)
def test_script(text: str, answer: bool) -> None:
    assert is_traditional(text) is answer


def test_one_character() -> None:
    assert simplified("縣") == "县" and simplified("县") == "县"
