"""Pairings where they lie: coordinates, dots and names that do not cover each other, and the page in a real Chromium."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations
from math import hypot

import pytest
from graph_samples import HUANGPU, SANDU, Page, first_page, region, thing
from pages_browser import axe, opened, picture
from pairs_sample import many, store_of

import seeds.build_coordinates
from duikou.settings import Lang
from duikou.views.flow_places import places
from duikou.views.knowledge import everything
from duikou.views.map import map_page
from duikou.views.map_labels import Covered, labels, text_width
from duikou.views.map_points import Point, apart, coordinates, degrees_of, frame, grid
from graph.errors import UsageError
from graph.identity import region_id
from graph.store import Store
from loaders.gazetteer import COUNTY
from seeds.build_coordinates import mean

browser = pytest.mark.xdist_group("pages")
TOWN = region("522732114000", "中和镇")
BUREAU = thing("Organization", "北岸协作办公室")
# Characters fill the middle of their line box; the lines of a font for Chinese are half as high again.
OVERLAPS = """all => {
    const boxes = all.map(one => one.getBoundingClientRect()).filter(box => box.width).map(box => (
        {left: box.left, right: box.right, top: box.top + box.height / 6, bottom: box.bottom - box.height / 6}));
    const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map(b => [a, b]));
    return pairs.filter(([a, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).length;
}"""


def third_page() -> Page:
    """A town that helps, and a helper of which nothing says where it is."""
    page = Page("中和镇结对帮扶黄埔区。\n北岸协作办公室结对帮扶三都县。\n", name="third")
    page.fact("ASSISTS", TOWN, HUANGPU, "中和镇结对帮扶黄埔区。")
    page.fact("ASSISTS", BUREAU, SANDU, "北岸协作办公室结对帮扶三都县。")
    return page


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("map") / "few.lbug", first_page(), third_page()) as found:
        yield found


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("map") / "crowd.lbug", many(45)) as found:
        yield found


def test_the_build_script_does_what_it_says() -> None:
    failures, tests = doctest.testmod(seeds.build_coordinates)
    assert tests > 1 and not failures


def rows() -> dict[str, str]:
    """The level of every division with a code."""
    lines = (files("seeds") / "gazetteer" / "regions.tsv").read_text("utf-8").splitlines()[1:]
    return {code: level for code, level, *_ in (line.split("\t") for line in lines) if code}


def test_every_province_and_prefecture_and_all_counties_but_special_zones_have_a_centre() -> None:
    levels = rows()
    without = {code for code in levels if region_id(code) not in coordinates()}
    assert all(levels[code] == str(COUNTY) for code in without)
    # Codes above …70 are special zones, which the shapes draw as part of their counties.
    # Their own centre is missing to shoals in the sea alone.
    assert {code for code in without if int(code[4:]) < 60} == {"460323"}
    assert set(coordinates()) <= {region_id(code) for code in levels}


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("522732", 107.9, 25.9),
        ("440112", 113.5, 23.2),
        ("110000", 116.4, 40.1),
        ("653101", 76.0, 39.5),
        ("460100", 110.4, 19.9),
    ],
)
def test_places_lie_where_atlases_have_them(code: str, longitude: float, latitude: float) -> None:
    x, y = coordinates()[region_id(code)]
    assert hypot(x - longitude, y - latitude) < 0.4


def test_a_province_lies_at_the_mean_of_its_counties() -> None:
    inside = [
        coordinates()[region_id(code)]
        for code, level in rows().items()
        if code[:2] == "64" and level == "3" and region_id(code) in coordinates()
    ]
    assert coordinates()[region_id("640000")] == pytest.approx(mean(inside), abs=0.02)


def test_a_town_takes_its_county_and_what_lies_nowhere_has_no_place(store: Store) -> None:
    where = places(everything(store))
    assert degrees_of(TOWN.id, where) == degrees_of(SANDU.id, where) == coordinates()[SANDU.id]
    assert degrees_of(BUREAU.id, where) is None
    assert "北岸协作办公室</p>" in map_page(store, Lang.zh)


def test_dots_are_moved_apart_and_no_farther_than_needed() -> None:
    points: list[Point] = [(50 + number % 3, 50 + number // 3) for number in range(9)] + [(300.0, 300.0)]
    moved = apart(points, 10)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(moved, 2)) > 9.5
    assert moved[-1] == points[-1]
    assert max(hypot(a[0] - b[0], a[1] - b[1]) for a, b in zip(points, moved, strict=True)) < 25


def test_a_frame_holds_all_points_north_up() -> None:
    shown = frame([(105.0, 22.0), (115.0, 27.0)], 800, (380, 680), (80, 40))
    (left, low), (right, high) = shown.place((105.0, 22.0)), shown.place((115.0, 27.0))
    assert 80 <= left + 0.01 < right <= 720.01 and 40 <= high + 0.01 < low <= shown.height - 39.99
    meridians, parallels = grid(shown)
    assert [name for name, _ in meridians][:2] == ["104°E", "106°E"] and len(parallels) >= 3


def test_names_find_room_or_are_hidden() -> None:
    shown = frame([(105.0, 22.0), (115.0, 27.0)], 400, (300, 300), (80, 40))
    points = [(200.0 + number % 4 * 9, 150.0 + number // 4 * 9) for number in range(16)]
    names = [f"山河县{number}" for number in range(16)]
    placed = labels(names, points, [float(number) for number in range(16)], 14, 4, Covered(shown))
    assert placed[15].shown, "the weightiest is served first"
    assert 0 < sum(not label.shown for label in placed) < 16
    boxes = []
    for name, (x, y), label in zip(names, points, placed, strict=True):
        if label.shown:
            wide = text_width(name, 14)
            left = x + label.dx - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
            boxes.append((left, y + label.dy - 11, left + wide, y + label.dy + 3))
    for a, b in combinations(boxes, 2):
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def test_the_same_store_gives_the_same_page(store: Store) -> None:
    assert map_page(store, Lang.en) == map_page(store, Lang.en)


def test_no_pairing_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="no pairing"):
        map_page(store, Lang.zh, helped=[TOWN.id])


@browser
def test_arcs_and_dots_open_the_proofs(store: Store) -> None:
    with opened(map_page(store, Lang.zh), theme="dark") as page:
        page.dispatch_event('.arc[data-name="黄埔区 → 三都水族自治县"]', "click")
        assert page.locator("#panel .fact").count() == 5
        assert page.locator(".chart.wide .place.chosen:visible").count() == 2
        page.keyboard.press("Escape")
        page.locator('.place[data-name="三都水族自治县"]:visible .dot').click()
        assert page.inner_text("#panel h2") == "三都水族自治县"
        assert "黄埔区对口帮扶三都县" in page.locator("#panel mark").first.inner_text()
        assert axe(page) == []
        picture(page, "map-1440-dark-zh")
        page.locator(".chart.wide .arc[tabindex='0']:visible").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert page.locator("#panel.open .fact").count() > 0
        page.click("[data-value=money]")
        assert page.locator(".sheet:not([hidden]) .chart.wide .arc .no-sum").count() == 1


@browser
def test_names_never_cover_each_other_near_or_far(crowd: Store) -> None:
    html = map_page(crowd, Lang.zh)
    with opened(html) as page:
        names = ".sheet:not([hidden]) .chart.wide .place:not(.no-room) text"
        assert page.locator(names).count() > 45
        assert page.locator(names).evaluate_all(OVERLAPS) == 0
        before = page.locator(".no-room:visible").count()
        box = page.get_attribute("svg.map:visible", "viewBox")
        page.click("[data-zoom=in]")
        page.click("[data-zoom=in]")
        inside = "all => all.filter(one => { const b = one.getBoundingClientRect(), f = one.closest('svg').getBoundingClientRect(); return b.left < f.right && b.right > f.left && b.top < f.bottom && b.bottom > f.top; })"
        assert page.locator(names).evaluate_all(f"all => ({OVERLAPS})(({inside})(all))") == 0
        page.click("[data-zoom=all]")
        assert page.get_attribute("svg.map:visible", "viewBox") == box
        assert page.locator(".no-room:visible").count() == before
        picture(page, "map-1440-light-zh-crowd")
    with opened(html, width=390, lang="en") as page:
        assert page.locator(".chart.narrow:visible").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert page.locator(".chart.narrow .place:not(.no-room) text:visible").evaluate_all(OVERLAPS) == 0
        assert axe(page) == []
        picture(page, "map-390-light-en")
