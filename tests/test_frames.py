"""The examples that the frames carry: sentences with [[Label:name]] mark-up and the facts that must, and must not, come out."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.examples import failure, stated
from loaders.explain import explain
from loaders.frames import Frame, frames

EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]
NAMES = [f"{frame.name} {number + 1}" for frame in frames() for number in range(len(frame.examples))]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=NAMES)
def test_example(frame: Frame, example: dict[str, Any]) -> None:
    assert failure(frame, example) is None, f"{frame.place}: {example['text']}"


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.name)
def test_frame_has_examples_of_both_kinds(frame: Frame) -> None:
    assert any(example["facts"] for example in frame.examples), f"{frame.place} has no example that it must find"
    assert any(not example["facts"] for example in frame.examples), (
        f"{frame.place} has no example that it must not find"
    )


def test_names_of_frames_are_unique() -> None:
    names = [frame.name for frame in frames()]
    assert len(names) == len(set(names)), sorted({n for n in names if names.count(n) > 1})


PAIRED = "[[Region:盐田区]]对口帮扶[[Region:资源县]]。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Company:盐田海堂药业有限公司]]落户[[Region:资源县]]。", {"盐田海堂药业有限公司 CAME_FROM 盐田区"}),
        ("[[Region:盐田区]]药企“[[Company:海堂药业]]”落户[[Region:资源县]]。", {"海堂药业 CAME_FROM 盐田区"}),
        (
            "[[Company:海堂药业]]、[[Company:百味食品]]等沪上企业先后落户[[Region:资源县]]。",
            {"海堂药业 CAME_FROM 上海市", "百味食品 CAME_FROM 上海市"},
        ),
        ("[[Company:资源海堂药业有限公司]]落户[[Region:资源县]]。", set()),
        ("[[Company:盐田海堂药业有限公司]]的药卖到了[[Region:资源县]]。", set()),
    ],
)
def test_origin_of_firms_that_settled(text: str, expected: set[str]) -> None:
    assert stated(PAIRED + text, "CAME_FROM") == expected


def test_a_sentence_is_explained() -> None:
    found = explain("[[Company:恒利电子]]落户[[Park:安和产业园]]，[[Company:锦绣服饰]]到[[Park:安和产业园]]考察。")
    (one,) = found.sentences
    assert one.signs == "‹Company›落户‹Park›，‹Company›到‹Park›考察。"
    settled = [fit for fit in one.fitted if fit.relation == "MOVED_INTO"]
    assert settled and ("a", "恒利电子") in settled[0].roles
    assert [f"{f.subject.name} {f.relation} {f.object.name}" for f in found.facts] == ["恒利电子 MOVED_INTO 安和产业园"]
    assert found.facts[0].rule == "firm settles in place"
    assert any(miss.relation == "BUILT" and miss.reason == "no pattern fits" for miss in one.unfitted)


def test_an_unless_is_named() -> None:
    (one,) = explain("[[Company:锦绣服饰]]派人到[[Park:安和产业园]]考察，还没有落户[[Park:安和产业园]]。").sentences
    assert any("考察" in miss.reason for miss in one.unfitted if miss.relation == "MOVED_INTO")
