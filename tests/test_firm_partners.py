"""Who works with a firm, and who put money into one."""

from __future__ import annotations

import pytest
from extraction_samples import ends, told

WUXI = "无锡市对口帮扶延安市。\n"
QINGDAO = "东西部协作启动后，青岛市对口帮扶康县。\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # Partners.
        (WUXI + "恒旺粮油公司干脆和镇上的丰禾合作社合伙开了榨油坊。", "恒旺粮油公司 COOPERATES_WITH 丰禾合作社"),
        (WUXI + "干部撮合无锡的恒旺粮油公司与宜川丰禾合作社合股。", "宜川丰禾合作社 COOPERATES_WITH 恒旺粮油公司"),
        (
            WUXI + "宜川县云岩镇高楼村种辣椒。恒旺食品有限公司跟村里签了保底收购合同。",
            "恒旺食品有限公司 COOPERATES_WITH 高楼村",
        ),
        # Money.
        (
            WUXI
            + "厂名叫宜川恒旺纺织有限公司，由无锡天泽集团和宜川县兴业公司合股，前者出资6600万元，后者出资3400万元。",
            "无锡天泽集团 INVESTED_IN 宜川恒旺纺织有限公司",
        ),
        (
            WUXI + "宜川恒旺纺织有限公司由无锡天泽集团独资设立，首期投资7200万元，主要生产面料。",
            "无锡天泽集团 INVESTED_IN 宜川恒旺纺织有限公司",
        ),
    ],
)
def test_partners_and_money_in_a_firm(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (WUXI + "恒旺粮油公司和镇上的丰禾合作社只隔一条街。", "COOPERATES_WITH"),
        (WUXI + "宜川县来了贵客。无锡天泽集团出资60万元设立“天泽奖学金”。", "无锡天泽集团 INVESTED_IN"),
        (WUXI + "无锡天泽集团新近投了680万元，占了老酒坊两成的股。", "无锡天泽集团 INVESTED_IN 宜川县"),
    ],
)
def test_neighbours_and_money_for_something_else(text: str, fact: str) -> None:
    assert not [one for one in told(text, "COOPERATES_WITH", "INVESTED_IN") if fact in one]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("工作组说服青岛绒达有限公司下单。这家企业与康县云岭刺绣合作社建立了供货关系。", True),
        ("工作组说服青岛绒达有限公司下单。这家企业与康县云岭刺绣合作社解除了供货关系。", False),
        ("康县云岭刺绣合作社缺销路。干部帮他们联系上了青岛绒达有限公司，双方签下收购合同。", True),
        ("康县云岭刺绣合作社缺销路。干部帮他们联系上了青岛绒达有限公司，双方没谈拢。", False),
    ],
)
def test_a_contract_makes_partners(text: str, wanted: bool) -> None:
    found = ends(QINGDAO + text, "COOPERATES_WITH")
    assert any({"青岛绒达有限公司", "康县云岭刺绣合作社"} == set(pair) for pair in found) is wanted


def test_a_price_is_no_investment() -> None:
    text = "积石山县与厦门市思明区结对。恒裕食品有限公司投产后，在积石山县出资以每斤不低于2元的保底价收购土豆。"
    assert not ends(text, "INVESTED_IN")
