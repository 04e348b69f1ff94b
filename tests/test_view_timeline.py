"""A timeline: dates as exact as the text gives them, the undated beside them, and the page in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from graph_samples import HUANGPU, LIAN, SANDU, SITE, Page, first_page, region, thing
from pages_browser import axe, opened, picture
from pairs_sample import store_of

from duikou.settings import Lang
from duikou.views.flow_places import places
from duikou.views.knowledge import everything
from duikou.views.timeline import Axis, timeline_page
from duikou.views.timeline_items import items_of, moment
from graph.errors import UsageError
from graph.store import Store

browser = pytest.mark.xdist_group("pages")
FAR = region("520602", "碧江区")


def dated_page() -> Page:
    """A secondment with both ends, an opening on a day, a figure of a year, a date that is none."""
    page = Page(
        "连一舟2021年6月到三都县挂职，至2023年。\n"
        "2022年5月8日，连一舟创办远航工坊。\n"
        "2022年，平桥社区有1800户。\n"
        "早年间黄埔区出资9万元支持碧江区。\n",
        name="dated",
    )
    page.fact(
        "SECONDED_TO",
        LIAN,
        SANDU,
        "连一舟2021年6月到三都县挂职，至2023年",
        raw={"since": "2021年6月", "until": "2023年"},
        since="2021-06",
        until="2023",
    )
    shop = thing("Workshop", "远航工坊", region=SANDU.id)
    page.fact(
        "FOUNDED", LIAN, shop, "2022年5月8日，连一舟创办远航工坊", raw={"since": "2022年5月8日"}, since="2022-05-08"
    )
    page.figure(
        SITE,
        "households",
        "1800户",
        1800,
        "户",
        "2022年，平桥社区有1800户",
        period_start="2022",
        period_end="2022",
        precision="year",
    )
    page.fact("FUNDED", HUANGPU, FAR, "早年间黄埔区出资9万元支持碧江区", amount=90000, raw={"amount": "9万元"})
    return page


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("timeline") / "few.lbug", first_page(), dated_page()) as found:
        yield found


@pytest.mark.parametrize(
    ("text", "precision", "width"),
    [
        ("2021", "year", 1),
        ("2021-04", "month", 1 / 12),
        ("2021-04-30", "day", 1 / 372),
        ("2021-02-31", "month", 1 / 12),
    ],
)
def test_a_date_is_as_wide_as_it_is_vague(text: str, precision: str, width: float) -> None:
    found = moment(text)
    assert found is not None and found.precision == precision
    assert found.stop - found.start == pytest.approx(width)


@pytest.mark.parametrize("text", [None, "", "早年", "2021年", "21-04"])
def test_what_is_no_date_is_undated(text: str | None) -> None:
    assert moment(text) is None


def test_what_stands_on_a_timeline(store: Store) -> None:
    known = everything(store)
    items = items_of(known.facts, known.figures, places(known))
    dated = [
        (item.since.text if item.since else None, item.until.text if item.until else None)
        for item in items
        if item.dated
    ]
    assert dated == [("2021", None), ("2021-06", "2023"), ("2022", None), ("2022-04", None), ("2022-05-08", None)]
    undated = {item.what.relation for item in items if not item.dated and hasattr(item.what, "relation")}
    assert undated == {"MOVED_INTO", "SECONDED_FROM"}, "pairings, secondments and openings; no undated money"
    assert {item.region for item in items if item.kind == "pairing"} == {SANDU.id}


def test_years_are_marked_so_that_they_do_not_crowd() -> None:
    axis = Axis(1990, 2026)
    assert [year for year, _, _ in axis.marks()] == [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]
    assert [year for year, _, narrow in axis.marks() if narrow] == [1990, 2000, 2010, 2020]
    assert axis.place(2008) == 50


def test_one_node_has_its_own_timeline(store: Store) -> None:
    html = timeline_page(store, [LIAN.id], Lang.zh)
    assert "连一舟：时间线" in html and "远航工坊" in html and "平桥就业园" not in html


def test_nothing_to_show_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="nothing asked for has a date"):
        timeline_page(store, [FAR.id], Lang.en)


def test_the_same_store_gives_the_same_page(store: Store) -> None:
    assert timeline_page(store, None, Lang.en) == timeline_page(store, None, Lang.en)


@browser
def test_lines_open_their_proof_and_lanes_switch(store: Store) -> None:
    with opened(timeline_page(store, None, Lang.zh)) as page:
        page.click(".sheet:not([hidden]) li[data-row*=远航工坊] button")
        assert page.inner_text("#panel mark").startswith("2022年5月8日")
        assert axe(page) == []
        picture(page, "timeline-1440-light-zh")
        page.keyboard.press("Escape")
        assert page.locator("#panel .fact").count() == 0
        bars = ".sheet:not([hidden]) li[data-row^='连一舟 派往'] .bar "
        assert [page.locator(bars + kind).count() for kind in (".month", ".sure", ".year[width]", ".tail")] == [
            1,
            1,
            1,
            0,
        ]
        assert page.locator(".sheet:not([hidden]) li[data-row^='黄埔区 帮扶'] .tail").count() == 1
        left = page.locator(bars + ".month").bounding_box()
        sure = page.locator(bars + ".sure").bounding_box()
        assert left and sure and abs(left["x"] + left["width"] - sure["x"]) < 4
        page.click("[data-kind-switch=figures]")
        assert page.locator("[data-kind=figures]:visible").count() == 0
        page.click("[data-value=region]")
        assert "三都水族自治县" in page.locator(".sheet:not([hidden]) h3").first.inner_text()
        page.fill("#finder", "远途")
        assert page.locator(".sheet:not([hidden]) li:visible").count() == 1


@browser
def test_a_narrow_dark_page_in_english(store: Store) -> None:
    with opened(timeline_page(store, None, Lang.zh), width=390, theme="dark", lang="en") as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert page.locator(".undated:visible").count() > 0
        page.locator(".what:visible").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("#panel.open .fact").count() == 1
        assert axe(page) == []
        picture(page, "timeline-390-dark-en")
