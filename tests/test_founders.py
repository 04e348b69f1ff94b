"""Who founded a firm or workshop, where another person stands nearer."""

import pytest

from loaders.examples import stated

BEFORE = "[[Person:罗小妹]]在外打工十年。"


@pytest.mark.parametrize("word", ["劝说", "多次动员", "牵线和帮助", "鼓励"])
def test_who_is_urged_founds_not_who_urges(word: str) -> None:
    text = f"在组长[[Person:周启明]]的{word}下，她回到镇上，创办了[[Workshop:彩云工坊]]。"
    assert stated(BEFORE + text, "FOUNDED") == {"罗小妹 FOUNDED 彩云工坊"}


def test_the_branch_of_a_firm_that_somebody_paid_for() -> None:
    text = "[[Company:恒利食品有限公司]]昭通工厂，2013年由商人[[Person:罗大勇]]投了4000万元办的。"
    assert stated(text, "FOUNDED") == {"罗大勇 FOUNDED 恒利食品有限公司"}
