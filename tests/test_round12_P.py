"""Round 12, posts and work: pointers at a person, the workshop before its firm, posts whose holder only hopes."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text

POSTS = ("HAS_ROLE", "WORKS_AT")


def told(text: str) -> set[str]:
    """The posts and workplaces that are read from a text, each as "P RELATION B"."""
    found = extract_document(from_text(text, "text")).facts
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in found if f.relation in POSTS and not f.source}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "南通市对口支援洋县。主刀的郁建忠脱下手套。这位海门区人民医院骨科副主任医师，去年随医疗队到了洋县。",
            "郁建忠 WORKS_AT 海门区人民医院",
        ),
        (
            "扬州市对口支援新源县。郑国梁已经来了三年。这名来自仪征市水利局的干部，现任新源县水利局副局长。",
            "郑国梁 HAS_ROLE 新源县水利局",
        ),
        (
            "中国中铁股份有限公司定点帮扶保德县。挂职干部鲍振华离开保德县时下着雪。三年里，这位副县长磨破五双胶鞋。",
            "鲍振华 HAS_ROLE 保德县",
        ),
        (
            "苏州工业园区结对帮扶松桃县。双方成立松桃苏绘苗绣工坊。石美英当起工坊负责人，手下绣娘130名。",
            "石美英 HAS_ROLE 松桃苏绘苗绣工坊",
        ),
        ("静海区结对帮扶镇原县。镇原县教育局局长赵延波希望明年再来办一届。", "赵延波 HAS_ROLE 镇原县教育局"),
        (
            "厦门市对口帮扶积石山县。马秀兰每天走路去厂里。她上班的地方叫积石山海岳织造有限公司。",
            "马秀兰 WORKS_AT 积石山海岳织造有限公司",
        ),
        (
            "福州市对口帮扶隆德县。林月娥是福州人，闽侯县妇联干部，2018年到隆德县挂职。",
            "林月娥 WORKS_AT 闽侯县妇联",
        ),
    ],
)
def test_told(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "南通市对口支援洋县。郁建忠把这位海门区人民医院的主任医师，送到了车站。",
            "郁建忠 WORKS_AT 海门区人民医院",
        ),
        (
            "厦门市对口帮扶积石山县。马秀兰以前上班的地方叫积石山海岳织造有限公司。",
            "马秀兰 WORKS_AT 积石山海岳织造有限公司",
        ),
        ("福州市对口帮扶隆德县。林月娥采访了闽侯县妇联干部。", "林月娥 WORKS_AT 闽侯县妇联"),
    ],
)
def test_not_told(text: str, fact: str) -> None:
    assert fact not in told(text)
