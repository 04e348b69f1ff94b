"""Whose help a sum is, where what it was paid for is doubtful, and subjects for which too little speaks."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

CONTEXT = "杭州市萧山区与贵州省从江县开展东西部协作，已是第十个年头。\n"


def told(text: str) -> set[tuple[str, str, float]]:
    """Subject, indicator and value of all that is read from the text."""
    observations = extract_document(from_text(CONTEXT + text, "t")).observations
    return {(o.subject.name, o.indicator, o.value) for o in observations}


@pytest.mark.parametrize(
    ("text", "payer", "value"),
    [
        ("萧山区对口帮扶从江县、榕江县和黎平县三县，去年安排帮扶资金1200万元。", "萧山区", 12000000),
    ],
)
def test_a_sum_of_help_for_several_is_told_of_the_payer(text: str, payer: str, value: float) -> None:
    assert {(payer, "assistance_funds", value)} == {f for f in told(text) if f[2] == value}


@pytest.mark.parametrize(
    ("text", "receiver", "value"),
    [
        ("从江县的路修好了。萧山区投入帮扶资金460万元。", "从江县", 4600000),
        ("萧山区投入协作资金560万元，建成高坪茶叶加工厂。", "高坪茶叶加工厂", 5600000),
    ],
)
def test_sure_receiver_keeps_the_sum(text: str, receiver: str, value: float) -> None:
    assert (receiver, "assistance_funds", value) in told(text)


def test_own_money_is_no_help_of_the_payer() -> None:
    text = "萧山区投入协作资金560万元，县财政另外配套300万元。"
    assert 3000000 not in {f[2] for f in told(text)}
