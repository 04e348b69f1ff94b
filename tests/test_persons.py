"""Names of persons: how long they are, and what is none."""

from __future__ import annotations

import pytest

from loaders.persons import find_persons
from loaders.tagger import tag

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
    ("粤桂协作、闽宁协作和鲁渝协作都有新进展。", []),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[t[:12] for t, _ in NAMES])
def test_names(text: str, wanted: list[str]) -> None:
    spans = find_persons([text], [tag([text])[0]], [[]])[0]
    assert list(dict.fromkeys(text[start:end] for start, end in spans)) == wanted


def test_a_name_does_not_reach_into_another_name() -> None:
    text = "莎车卡龙服装产业园里有三家企业。"
    assert find_persons([text], [tag([text])[0]], [[(0, 2)]]) == [[]]


def test_a_full_name_found_once_is_found_everywhere() -> None:
    texts = ["单于思敏去年来支教。", "孩子们喜欢单于思敏老师。"]
    spans = find_persons(texts, tag(texts), [[], []])
    assert [[text[s:e] for s, e in found] for text, found in zip(texts, spans, strict=True)] == [
        ["单于思敏"],
        ["单于思敏"],
    ]
