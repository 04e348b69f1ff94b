"""Pairings as a flow: which facts lie between which sides, what is drawn, and the page in a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from graph_samples import GUANGZHOU, HUANGPU, SANDU, Page, first_page, region, thing
from pages_browser import axe, opened, picture
from pairs_sample import many, store_of

from duikou.settings import Lang
from duikou.views.flow import flow_page
from duikou.views.flow_layout import Flow, Link, flow
from duikou.views.flow_pairs import Pairs, drawn_together, pairs_of
from duikou.views.flow_places import Level, Places, places
from duikou.views.knowledge import everything
from graph.errors import UsageError
from graph.store import Store

browser = pytest.mark.xdist_group("pages")
GUANGDONG, GUIZHOU = region("440000", "广东省"), region("520000", "贵州省")
TIANHE = region("440106", "天河区")


def second_page() -> Page:
    """A pairing of provinces, a firm from there, the same gift told twice, and a firm whose home nobody names."""
    page = Page(
        "广东省结对帮扶贵州省。\n"
        "来自天河区的启明鞋厂落户三都县。\n"
        "黄埔区出资500万元建设三都县平桥就业园。\n"
        "远山纸业给三都县捐款30万元。\n"
        "天河灯具厂捐给三都县8万元。\n",
        name="second",
    )
    shoes = thing("Company", "启明鞋厂")
    paper = thing("Company", "远山纸业", region=HUANGPU.id)
    lamps = thing("Company", "天河灯具厂", region=TIANHE.id)
    page.fact("ASSISTS", GUANGDONG, GUIZHOU, "广东省结对帮扶贵州省。")
    page.fact("CAME_FROM", shoes, TIANHE, "来自天河区的启明鞋厂")
    page.fact("MOVED_INTO", shoes, SANDU, "启明鞋厂落户三都县")
    park = thing("Park", "三都县平桥就业园", region=SANDU.id)
    page.fact(
        "FUNDED", HUANGPU, park, "黄埔区出资500万元建设三都县平桥就业园", amount=5000000, raw={"amount": "500万元"}
    )
    page.fact("DONATED_TO", paper, SANDU, "远山纸业给三都县捐款30万元", amount=300000, raw={"amount": "30万元"})
    page.fact("DONATED_TO", lamps, SANDU, "天河灯具厂捐给三都县8万元", amount=80000, raw={"amount": "8万元"})
    return page


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("flow") / "two.lbug", first_page(), second_page()) as found:
        yield found


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("flow") / "crowd.lbug", many(200)) as found:
        yield found


def read(store: Store, helper: tuple[str, ...] = (), helped: tuple[str, ...] = ()) -> tuple[Pairs, Places]:
    known = everything(store)
    where = places(known)
    return pairs_of(known, where, helper, helped), where


def said(pairs: Pairs, where: Places) -> dict[str, list[str]]:
    """The facts of each pair in short."""
    return {
        f"{where.name(pair.helper)}→{where.name(pair.helped)}": [
            f"{where.name(fact.subject)} {fact.relation} {where.name(fact.object)}" for fact in pair.facts
        ]
        for pair in pairs.pairs
    }


def test_a_fact_counts_for_the_nearest_pair_and_a_firm_where_it_comes_from(store: Store) -> None:
    pairs, where = read(store)
    found = said(pairs, where)
    assert set(found) == {"黄埔区→三都水族自治县", "广东省→贵州省"}
    near, far = found["黄埔区→三都水族自治县"], found["广东省→贵州省"]
    assert near[0] == "黄埔区 ASSISTS 三都水族自治县"
    assert {"连一舟 SECONDED_TO 三都水族自治县", "连一舟 SECONDED_FROM 黄埔区", "黄埔区 FUNDED 平桥就业园"} <= set(near)
    assert {
        "启明鞋厂 CAME_FROM 天河区",
        "启明鞋厂 MOVED_INTO 三都水族自治县",
        "天河灯具厂 DONATED_TO 三都水族自治县",
    } <= set(far)
    assert not set(near) & set(far)
    assert "广州市 DONATED_TO 三都县第二小学" in far
    assert not any("云织制衣" in fact for fact in near + far), "nothing says where that firm came from"


def test_a_sum_told_of_a_longer_and_a_shorter_name_counts_once(store: Store) -> None:
    pairs, where = read(store)
    money = {where.name(pair.helper): pair.money for pair in pairs.pairs}
    assert money == {"黄埔区": 5_000_000, "广东省": 280_000}


def test_money_of_a_giver_from_nowhere_known_is_not_dropped(store: Store) -> None:
    pairs, where = read(store)
    assert [where.name(fact.subject) for fact in pairs.astray] == ["远山纸业"]


@pytest.mark.parametrize(
    ("helper", "helped", "found"),
    [
        ((GUANGZHOU.id,), (), ["黄埔区"]),
        ((GUANGDONG.id,), (), ["广东省", "黄埔区"]),
        ((), (SANDU.id,), ["黄埔区"]),
        ((GUANGDONG.id,), (GUIZHOU.id,), ["广东省", "黄埔区"]),
    ],
)
def test_pairs_are_found_by_what_their_sides_lie_in(
    store: Store, helper: tuple[str, ...], helped: tuple[str, ...], found: list[str]
) -> None:
    pairs, where = read(store, helper, helped)
    assert sorted(where.name(pair.helper) for pair in pairs.pairs) == found


def test_provinces_draw_everything_together(store: Store) -> None:
    pairs, where = read(store)
    (one,) = drawn_together(pairs.pairs, where, Level.province)
    assert (where.name(one.helper), where.name(one.helped), one.money) == ("广东省", "贵州省", 5_280_000)
    assert len(one.facts) == sum(len(pair.facts) for pair in pairs.pairs)


def test_no_pairing_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="no pairing of these places"):
        flow_page(store, Lang.zh, helper=[SANDU.id])


def laid_out(links: list[Link]) -> Flow:
    return flow(links, lambda id_: id_[0], lambda id_: 22)


def test_a_layout_crosses_nothing_that_need_not_cross() -> None:
    links = [Link(f"a{number}", f"b{9 - number}", {"money": number + 1.0}) for number in range(10)]
    drawn = laid_out(links)
    order = {box.id: box.top for box in (*drawn.left, *drawn.right)}
    left, right = ([order[getattr(link, side)] for link in links] for side in ("left", "right"))
    assert [left.index(one) for one in sorted(left)] == [right.index(one) for one in sorted(right)]


def test_bars_are_as_high_as_their_weight_and_never_overlap() -> None:
    links = [Link(f"a{number % 7}", f"b{number % 11}", {"x": 1.0 + number % 3, "y": 2.0}) for number in range(40)]
    drawn = laid_out(links)
    for column in (drawn.left, drawn.right):
        for upper, lower in pairwise(column):
            assert upper.slot_top + upper.slot <= lower.slot_top
        weights = {box.id: sum(links[number].weight for number in box.links) for box in column}
        scales = {round(box.height / weights[box.id], 2) for box in column}
        assert max(scales) - min(scales) < 0.05, "one scale for all"
        assert column[-1].slot_top + column[-1].slot <= drawn.height


def test_a_link_without_weight_is_a_thin_line() -> None:
    drawn = laid_out([Link("a", "b", {"money": 5.0}), Link("a2", "b2", {})])
    assert [[stripe.kind for stripe in band.stripes] for band in drawn.bands] == [["money"], [""]]


def test_the_same_store_gives_the_same_page(store: Store) -> None:
    assert flow_page(store, Lang.zh) == flow_page(store, Lang.zh)


def test_every_fact_and_quote_stands_in_the_page_once(store: Store) -> None:
    html = flow_page(store, Lang.zh)
    numbers = re.findall(r'id="fact-(\d+)"', html)
    assert len(numbers) == len(set(numbers)) == sum(len(pair.facts) for pair in read(store)[0].pairs) + 1
    shown = {number for facts in re.findall(r'data-facts="([\d ]+)"', html) for number in facts.split()}
    assert shown < set(numbers)


@browser
def test_bands_names_and_rows_open_the_proofs(store: Store) -> None:
    with opened(flow_page(store, Lang.zh), lang="zh") as page:
        page.dispatch_event('.sheet:not([hidden]) .band[data-name="黄埔区 → 三都水族自治县"]', "click")
        assert page.inner_text("#panel h2") == "黄埔区 → 三都水族自治县"
        assert page.locator("#panel .fact").count() == 6
        assert "黄埔区投入500万元建设平桥就业园" in page.locator("#panel mark").all_inner_texts()
        assert page.locator("#panel mark b").count() > 0
        assert axe(page) == []
        picture(page, "flow-1440-light-zh")
        page.keyboard.press("Escape")
        assert page.locator("#panel .fact").count() == 0
        page.locator('.sheet:not([hidden]) .end[data-name="广东省"]').click()
        assert page.inner_text("#panel h2") == "广东省"
        assert page.locator(".band.chosen").count() == 1
        page.locator("tr[data-row^=黄埔区] button").click()
        assert page.inner_text("#panel h2").startswith("黄埔区")


@browser
def test_switches_filter_and_keyboard(store: Store) -> None:
    with opened(flow_page(store, Lang.zh), width=1024, theme="dark", lang="en") as page:
        page.click("[data-value=money]")
        assert page.locator(".sheet:not([hidden])").get_attribute("data-width") == "money"
        page.click("[data-value=province]")
        assert page.locator(".sheet:not([hidden]) .band").count() == 1
        assert (
            page.get_attribute(".sheet:not([hidden]) .band", "aria-label")
            == "广东省 → 贵州省 · 12 facts · 5.28 million yuan"
        )
        page.click("[data-value=stated]")
        page.fill("#finder", "黄埔")
        assert page.locator("tr[data-row]:not([hidden])").count() == 1
        assert page.locator(".sheet:not([hidden]) .band.dim").count() == 1
        page.fill("#finder", "")
        page.locator(".sheet:not([hidden]) .band[tabindex='0']").focus()
        first = page.evaluate("document.activeElement.dataset.name")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.dataset.name") != first
        page.keyboard.press("Enter")
        assert page.locator("#panel.open .fact").count() > 0
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('.band')"), "the keyboard goes on where it was"
        assert axe(page) == []
        picture(page, "flow-1024-dark-en")


@browser
def test_two_hundred_pairs_stay_usable(crowd: Store) -> None:
    with opened(flow_page(crowd, Lang.zh), width=390) as page:
        assert page.locator(".sheet:not([hidden])").get_attribute("data-level") == "province"
        assert page.locator("tr[data-row]").count() == 200
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        picture(page, "flow-390-light-zh-200")
        page.click("[data-value=stated]")
        names = page.locator(".sheet:not([hidden]) .end text.narrow")
        cut = "all => all.filter(one => { const box = one.getBoundingClientRect(); return box.left < 0 || box.right > innerWidth; }).length"
        assert names.count() > 300
        assert names.evaluate_all(cut) == 0
