"""Who founded a firm or workshop, where another person stands nearer or other words are used."""

import pytest
from extraction_samples import told

from loaders.examples import stated

BEFORE = "[[Person:罗小妹]]在外打工十年。"


@pytest.mark.parametrize("word", ["劝说", "多次动员", "牵线和帮助", "鼓励"])
def test_who_is_urged_founds_not_who_urges(word: str) -> None:
    text = f"在组长[[Person:周启明]]的{word}下，她回到镇上，创办了[[Workshop:彩云工坊]]。"
    assert stated(BEFORE + text, "FOUNDED") == {"罗小妹 FOUNDED 彩云工坊"}


def test_the_branch_of_a_firm_that_somebody_paid_for() -> None:
    text = "[[Company:恒利食品有限公司]]昭通工厂，2013年由商人[[Person:罗大勇]]投了4000万元办的。"
    assert stated(text, "FOUNDED") == {"罗大勇 FOUNDED 恒利食品有限公司"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("佛山市与黔东南州结对。商人罗大勇在社区租下一间门面，起名“苗绣工坊”，接了第一单。", "罗大勇 FOUNDED 苗绣工坊"),
        (
            "广东省佛山市对口帮扶贵州省从江县。云岭食品有限公司2018年由村民罗大勇带头成立，已有工人20名。",
            "罗大勇 FOUNDED 云岭食品有限公司",
        ),
    ],
)
def test_who_founded_it(text: str, fact: str) -> None:
    assert fact in told(text)


def test_who_leads_the_pickers_founded_nothing() -> None:
    text = "广东省佛山市对口帮扶贵州省从江县。云岭酒业有限公司的采摘队下了地，领头的是村民罗大勇。"
    assert "罗大勇 FOUNDED 云岭酒业有限公司" not in told(text)
