"""Round 12, who helps whom and who works with whom."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text


def _facts(text: str, relation: str) -> set[tuple[str, str]]:
    found = extract_document(from_text(text, "p")).facts
    return {(f.subject.name, f.object.name) for f in found if f.relation == relation}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("东西部协作启动后，青岛市把康县列为重点帮扶县。", ("青岛市", "康县")),
        ("外交部将康县确定为定点帮扶县，派去了干部。", ("外交部", "康县")),
        ("莎车县是上海对口支援喀什地区的四个县之一，由浦东新区结对。", ("浦东新区", "莎车县")),
        ("屏幕上有一行小字——南京农业大学。这所学校2012年11月起定点帮扶麻江县。", ("南京农业大学", "麻江县")),
    ],
)
def test_assists(text: str, fact: tuple[str, str]) -> None:
    assert fact in _facts(text, "ASSISTS")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("东西部协作启动后，青岛市没有把康县列为重点帮扶县。", ("青岛市", "康县")),
        ("东西部协作中，青岛市媒体把康县、两当县列为避暑去处。", ("青岛市", "康县")),
        ("屏幕上有一行小字——南京农业大学。这所学校没有定点帮扶麻江县。", ("南京农业大学", "麻江县")),
    ],
)
def test_no_assists(text: str, fact: tuple[str, str]) -> None:
    assert fact not in _facts(text, "ASSISTS")


HEAD = "东西部协作启动后，青岛市对口帮扶康县。\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("工作组说服青岛绒达有限公司下单。这家企业与康县云岭刺绣合作社建立了供货关系。", True),
        ("工作组说服青岛绒达有限公司下单。这家企业与康县云岭刺绣合作社解除了供货关系。", False),
        ("康县云岭刺绣合作社缺销路。干部帮他们联系上了青岛绒达有限公司，双方签下收购合同。", True),
        ("康县云岭刺绣合作社缺销路。干部帮他们联系上了青岛绒达有限公司，双方没谈拢。", False),
    ],
)
def test_partners(text: str, wanted: bool) -> None:
    found = _facts(HEAD + text, "COOPERATES_WITH")
    assert any({"青岛绒达有限公司", "康县云岭刺绣合作社"} == set(pair) for pair in found) is wanted
