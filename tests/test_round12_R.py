"""What round 11 had made worse, mended: each kind of sentence with its look-alike."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

LEAD = "浙江省杭州市余杭区对口帮扶陕西省榆林市横山区。\n"


def told(text: str) -> set[tuple[str, str, str]]:
    extraction = extract_document(from_text(LEAD + text, "text"))
    return {(f.subject.name, f.relation, f.object.name) for f in extraction.facts if not f.source}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("在横山区双河镇，由余杭区出资600万元改造的就业工坊已租给4家企业。", ("就业工坊", "LOCATED_IN", "双河镇")),
    ],
)
def test_is_told(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("在横山区双河镇，就业工坊是最热闹的地方。", ("就业工坊", "LOCATED_IN", "双河镇")),
        (
            "一种是挂职副区长，眼下是王志成，榆林电业有限公司党建部主任；一种是双河村第一书记，李小军待到了第三个年头。",
            ("王志成", "HAS_ROLE", "双河村"),
        ),
        ("杭州医疗队的周启明退休前是余杭区第一医院的护理部主任。", ("周启明", "SECONDED_FROM", "余杭区第一医院")),
        ("客人到双河镇看了共建的平川粮仓。", ("双河镇", "BUILT", "平川粮仓")),
    ],
)
def test_is_not_told(text: str, fact: tuple[str, str, str]) -> None:
    assert fact not in told(text)
