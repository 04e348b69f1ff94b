"""Names of persons: how long they are, and what is none."""

from __future__ import annotations

import pytest

from loaders.persons import find_persons
from loaders.tagger import tagged

NAMES = [
    ("董事长车永涛在胶州湾边上做了十几年。车永涛说，值得。", ["车永涛"]),
    ("工作组组长季东来看了一圈。季东来的任期到了。", ["季东来"]),
    ("总经理乌云其其格算过一笔账。", ["乌云其其格"]),
    ("县农业农村局局长马定巴特（蒙古族）到会。", ["马定巴特"]),
    ("来自拜什艾日克镇的吐尔洪·热合曼已从挡车工升到副主任。", ["吐尔洪·热合曼"]),
    ("阿依努尔·艾合买提就这样进了厂。", ["阿依努尔·艾合买提"]),
    ("校长扎西才让表示，北京来的老师带来了新课堂。", ["扎西才让"]),
    ("乡村振兴局党组书记、局长向往（女）发言。", ["向往"]),
    ("副县长羊舌平到会。", ["羊舌平"]),
    ("书记高度重视这项工作，主任马上安排。", []),
    ("当地的医生和教师安心工作。", []),
    ("2015年夏建成的厂房已经满员。", []),
    # Surnames that are words, where post, speech or the rest of the sentence make a person of them.
    ("县工商联副主席经怀远把支票递了过去。", ["经怀远"]),
    ("县第二小学的教导主任冒雪琴，眼下是执行校长。", ["冒雪琴"]),
    ("坐在地头的燕小虎摘下草帽，说今年收成好。", ["燕小虎"]),
    ("种茶的农民向明礼数着钱笑。", ["向明礼"]),
    ("县长过建林率队到访。", ["过建林"]),
    ("家住镇上的洪桂香逢人就说厂里好。", ["洪桂香"]),
    ("向前走就是校长办公室，经过操场便到。", []),
    ("国家出钱，从此校长不再发愁，念书的孩子多了。", []),
    ("冒着大雨，干部过河去看望老人。", []),
    # Names in the characters of transliteration, cut at their own ends.
    ("徒弟阿卜杜外力·麦麦提记得师傅的话。", ["阿卜杜外力·麦麦提"]),
    ("54岁的维吾尔族老汉艾尼瓦尔·司马义至今留着那张单子。", ["艾尼瓦尔·司马义"]),
    ("酿酒师次仁拉姆曾到重庆学徒。", ["次仁拉姆"]),
    ("质检员图尔荪古丽说，活不累。", ["图尔荪古丽"]),
    ("村民马海伍呷莫月收入三千多元。", ["马海伍呷莫"]),
    ("县长买买提江·吐尔逊说，项目建成了。", ["买买提江·吐尔逊"]),
    ("粤桂协作、闽宁协作和鲁渝协作都有新进展。", []),
]


def persons(texts: list[str], taken: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """The names in texts of one sentence each."""
    told = tagged(texts)
    return find_persons(texts, [one.tokens for one in told], taken, [[(0, one)] for one in told])


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[t[:12] for t, _ in NAMES])
def test_names(text: str, wanted: list[str]) -> None:
    spans = persons([text], [[]])[0]
    assert list(dict.fromkeys(text[start:end] for start, end in spans)) == wanted


def test_a_name_does_not_reach_into_another_name() -> None:
    text = "莎车卡龙服装产业园里有三家企业。"
    assert persons([text], [[(0, 2)]]) == [[]]


def test_a_full_name_found_once_is_found_everywhere() -> None:
    texts = ["单于思敏去年来支教。", "孩子们喜欢单于思敏老师。"]
    spans = persons(texts, [[], []])
    assert [[text[s:e] for s, e in found] for text, found in zip(texts, spans, strict=True)] == [
        ["单于思敏"],
        ["单于思敏"],
    ]
