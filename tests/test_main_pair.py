"""The pair of regions that an article is about, where no sentence says who helps."""

from loaders.examples import marked_up, stated
from loaders.main_pair import main_pair
from loaders.topics import Topics


def pair(text: str) -> tuple[str, str] | None:
    reading = marked_up(text)
    found = main_pair(reading, Topics(reading))
    return (found[0].name, found[1].name) if found else None


def test_the_only_two() -> None:
    text = "[[Region:隆德县]]8名干部到[[Region:福清市]]跟班。"
    assert pair(text) == ("福清市", "隆德县")
    assert stated(text, "ASSISTS") == {"福清市 ASSISTS 隆德县"}


def test_the_lowest_of_a_side_is_meant() -> None:
    assert pair("[[Region:福建省]][[Region:福清市]]的老师来到[[Region:宁夏回族自治区]][[Region:隆德县]]。") == (
        "福清市",
        "隆德县",
    )


def test_two_helped_counties_leave_it_open() -> None:
    assert pair("[[Region:福清市]]的老师来到[[Region:隆德县]]，又去了[[Region:西吉县]]。") is None


def test_a_market_or_an_origin_is_no_party() -> None:
    assert pair("[[Region:隆德县]]的土豆卖到[[Region:福清市]]。") is None
    assert pair("[[Region:福清市]]籍老板在[[Region:隆德县]]开店。") is None
    assert pair("他在[[Region:福清市]]打工六年，回到[[Region:隆德县]]。") is None
    assert pair("[[Region:福建省]][[Region:福清市]]人郑海，在[[Region:隆德县]]开店。") is None


def test_a_pair_that_is_told_goes_first() -> None:
    text = "[[Region:厦门市]]对口帮扶[[Region:隆德县]]。[[Region:厦门市]]牵线，[[Region:隆德县]]的粉丝上了架。"
    assert stated(text, "ASSISTS") == {"厦门市 ASSISTS 隆德县"}


def test_a_county_named_in_its_hospital() -> None:
    reading = marked_up("[[Region:福清市]]的医生来到[[Region:隆德县]]。")
    assert main_pair(reading, Topics(reading)) is not None


def test_a_city_that_is_named_much_more_than_its_counties_is_meant() -> None:
    text = "[[Region:福州市]]来了老师。" * 3 + "[[Region:福清市]]的老师到[[Region:隆德县]]。"
    assert pair(text) == ("福州市", "隆德县")
