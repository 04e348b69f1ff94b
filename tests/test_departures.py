"""Where a firm came from, whatever the order of words."""

import pytest

from loaders.examples import stated

FIRM, FROM = "[[Company:恒利电子]]", "[[Region:东莞市]]"
PAIRED = f"{FROM}对口帮扶[[Region:昭通市]]。"


@pytest.mark.parametrize(
    "text",
    [
        f"从{FROM}引进的{FIRM}已经投产。",
        f"{FIRM}是2020年由{FROM}搬过来的。",
        f"{FIRM}开了张。老板把{FROM}的两条生产线挪到了这里。",
        f"{FIRM}落户[[Region:昭通市]]。公司总部在{FROM}。",
        f"{FIRM}落户[[Region:昭通市]]，它在{FROM}起家，做了二十年耳机。",
        f"来自{FROM}的{FIRM}落户[[Region:昭通市]]。",
        f"落户[[Region:昭通市]]的{FIRM}是一家{FROM}企业。",
        f"{FROM}老板林国清创办的{FIRM}落户[[Region:昭通市]]。",
        f"{FIRM}落户[[Region:昭通市]]，东家是{FROM}的一家耳机厂。",
    ],
)
def test_the_firm_came_from_there(text: str) -> None:
    assert stated(PAIRED + text, "CAME_FROM") == {"恒利电子 CAME_FROM 东莞市"}


@pytest.mark.parametrize(
    "text",
    [
        f"来自{FROM}的{FIRM}向[[Region:昭通市]]捐了款。",
        f"{FIRM}落户[[Region:昭通市]]，从{FROM}请来的老师傅教大家缝包。",
        f"{FIRM}落户[[Region:昭通市]]，产品销往{FROM}的企业。",
        f"{FIRM}落户[[Region:昭通市]]，工人多从{FROM}回来。",
        f"{FIRM}落户[[Region:昭通市]]，从{FROM}引进了两条生产线。",
        f"{FIRM}落户[[Region:昭通市]]，厂房是由{FROM}出钱盖起来的。",
        f"{FIRM}计划从{FROM}搬来。",
    ],
)
def test_what_only_looks_like_an_origin(text: str) -> None:
    assert stated(PAIRED + text, "CAME_FROM") == set()


def test_the_firm_of_the_speaker() -> None:
    text = f"“我们老厂在{FROM}，做了二十年。”{FIRM}厂长说，公司在[[Region:昭通市]]租地建厂。"
    assert stated(PAIRED + text, "CAME_FROM") == {"恒利电子 CAME_FROM 东莞市"}


def test_any_firm_that_came_is_not_the_one_spoken_of() -> None:
    text = f"{FIRM}落户[[Region:昭通市]]。像这样从{FROM}来的企业，市里已有16家。"
    assert stated(PAIRED + text, "CAME_FROM") == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}去年从[[Region:盐津县]]搬进[[Park:安和产业园]]。",
        f"[[Workshop:彩云车间]]开工，经营方是从[[Region:盐津县]]请来的{FIRM}。",
        f"{FIRM}落户[[Park:安和产业园]]。{FIRM}来自[[Region:盐津县]]。",
    ],
)
def test_a_firm_may_come_from_the_helped_side(text: str) -> None:
    assert "恒利电子 CAME_FROM 盐津县" in stated(PAIRED + text, "CAME_FROM")


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}招了从[[Region:盐津县]]搬来的四十名群众。",
        f"{FIRM}从[[Region:盐津县]]引进良种，从外地请来两位师傅。",
        f"{FIRM}落户[[Park:安和产业园]]，工人来自[[Region:盐津县]]。",
        f"{FIRM}由[[Region:盐津县]]引进。",
        f"{FIRM}落户[[Park:安和产业园]]。质检员原先在{FROM}一家箱包厂打工。",
    ],
)
def test_people_and_goods_that_came_are_no_firm(text: str) -> None:
    assert "CAME_FROM 盐津县" not in str(stated(PAIRED + text, "CAME_FROM"))
    assert "打工" not in text or stated(PAIRED + text, "CAME_FROM") == set()
