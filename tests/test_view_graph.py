"""The graph page in Chromium: every switch, the search, clicks, the keyboard; drawn by pyvis and by sigma.js."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pages_browser import axe, opened, picture
from playwright.sync_api import Page
from seeds_read import seeds

from duikou.settings import Lang
from duikou.views import graph_page as module
from duikou.views.graph_data import folding, years
from duikou.views.graph_page import graph_page
from duikou.views.knowledge import Fact, everything
from duikou.views.layout import positions
from graph.errors import UsageError
from graph.store import Store, open_store

pytestmark = pytest.mark.xdist_group("view_graph")
SANDU = "region:522732"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three of the project's own articles."""
    with open_store(tmp_path_factory.mktemp("store") / "a.lbug") as made:
        for extraction in seeds():
            if extraction.document.media_type == "text/plain":
                made.write(extraction)
        yield made


@pytest.fixture(scope="module", params=["vis", "sigma"])
def whole(request: pytest.FixtureRequest, store: Store) -> str:
    """The whole store, drawn by either library."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "sigma":
            patch.setattr(module, "PYVIS_LIMIT", 5)
        return graph_page(store, None, Lang.zh)


@pytest.fixture(scope="module")
def vis(store: Store) -> str:
    return graph_page(store, None, Lang.zh)


def node(page: Page, name: str) -> int:
    """The number of a node on the page."""
    return int(page.evaluate("(name) => graph.drawing.name.indexOf(name)", name))


def seen(page: Page) -> tuple[int, int]:
    """How many nodes and facts the page draws."""
    found = page.evaluate("[graph.state.node, graph.state.fact].map((list) => list.reduce((a, b) => a + b, 0))")
    assert page.inner_text("#count .zh").startswith(f"{found[0]} /")
    return found[0], found[1]


def settle(page: Page) -> None:
    """Wait until what was asked for is drawn."""
    page.evaluate(
        "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 120))"
    )


def click_node(page: Page, name: str) -> None:
    """Click a node where it is drawn."""
    settle(page)
    at = page.evaluate("(number) => graphView.place(number)", node(page, name))
    box = page.locator("#canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    page.wait_for_selector("#details:not([hidden])")


def click_fact(page: Page, fact: int) -> None:
    """Click the middle of the line of a fact, as it is bent."""
    settle(page)
    at = page.evaluate(
        """(fact) => {
            const [start, end] = [graph.from[fact], graph.to[fact]].map((node) => graphView.place(node));
            const bend = graph.drawing.bend[fact] || 0, side = graph.data.network ? 0.43 : 0.5;
            return [(start.x + end.x) / 2 + bend * side * (end.y - start.y), (start.y + end.y) / 2 - bend * side * (end.x - start.x)];
        }""",
        fact,
    )
    box = page.locator("#canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    page.wait_for_selector("#details:not([hidden])")


def find(page: Page, text: str) -> None:
    page.fill("#search", text)
    page.keyboard.press("Enter")
    page.wait_for_selector("#details:not([hidden])")


def heading(page: Page) -> str:
    return page.inner_text("#details h2").replace("\n", " ")


@pytest.mark.parametrize(
    ("width", "theme", "lang"),
    [(1440, "light", "zh"), (1440, "dark", "en"), (1024, "dark", "zh"), (390, "light", "en"), (390, "dark", "zh")],
)
def test_it_stands_in_every_size_theme_and_language(vis: str, width: int, theme: str, lang: str) -> None:
    with opened(vis, width=width, height=844, theme=theme, lang=lang) as page:
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out to the side"
        assert page.evaluate("document.documentElement.dataset.theme") == theme
        assert axe(page) == []
        picture(page, f"graph-{width}-{theme}-{lang}")
        find(page, "城南社区")
        settle(page)
        assert axe(page) == []
        at = page.evaluate("(number) => graphView.place(number)", page.evaluate("graph.state.selected.node"))
        stage, panel = page.locator("#stage").bounding_box(), page.locator("#details").bounding_box()
        assert stage and panel
        x, y = stage["x"] + at["x"], stage["y"] + at["y"]
        inside = panel["x"] <= x <= panel["x"] + panel["width"] and panel["y"] <= y <= panel["y"] + panel["height"]
        assert not inside, "the panel does not cover the node it is about"
        picture(page, f"graph-node-{width}-{theme}-{lang}")


def test_a_node_tells_its_facts_figures_and_names(whole: str, store: Store) -> None:
    known = everything(store)
    with opened(whole) as page:
        settle(page)
        find(page, "三都")  # brings it into view
        page.keyboard.press("Escape")
        found = next(one for one in known.nodes.values() if one.name == page.evaluate("graph.name(graph.order[0])"))
        find(page, found.name)
        page.keyboard.press("Escape")
        assert page.is_hidden("#details")
        click_node(page, found.name)
        assert heading(page) == found.name
        text = page.inner_text("#details")
        assert all(other in text for other in found.names if other != found.name)
        stated = [fact for fact in known.facts_of(found.id) if fact.source != "gazetteer"]
        assert f"事实（{len(stated)}）" in text and page.locator("#details .row").count() == len(stated)
        figures = known.figures_of(found.id)
        assert page.locator("#details details.figure").count() == len(figures)
        if figures:
            page.locator("#details details.figure summary").first.click()
            assert page.locator("#details details.figure mark").first.inner_text()
        page.keyboard.press("Escape")
        assert page.is_hidden("#details")


def test_a_line_tells_the_words_that_prove_it(whole: str, store: Store) -> None:
    known = everything(store)
    _, rows = store.query("MATCH (d:Document) RETURN d.name, d.text", {})
    texts = {name: "".join(text.split()) for name, text in rows}
    with opened(whole) as page:
        fact = next(number for number, one in enumerate(known.facts) if one.relation == "ASSISTS" and one.proofs)
        one = known.facts[fact]
        page.evaluate("(ends) => graphView.fit(ends)", page.evaluate(f"[graph.from[{fact}], graph.to[{fact}]]"))
        click_fact(page, fact)
        words = page.inner_text("#details")
        assert known.nodes[one.subject].name in words and known.nodes[one.object].name in words and "帮扶" in words
        quotes = page.locator("#details blockquote")
        assert quotes.count() == len(one.proofs)
        for number, proof in enumerate(one.proofs):
            shown = quotes.nth(number).locator("mark").text_content() or ""
            assert "".join(shown.split()) in texts[proof.document]
            assert f"{proof.document} 第 {proof.line} 行" in quotes.nth(number).inner_text()
        strong = quotes.first.locator("mark b").all_text_contents()
        assert strong == [text for text, is_name in one.proofs[0].pieces if is_name] and strong
        page.click("#details .statement .end >> nth=0")
        assert heading(page) == known.nodes[one.subject].name
        page.click("[data-do=back]")
        assert page.locator("#details blockquote").count() == len(one.proofs)


def test_facts_between_the_same_two_lie_side_by_side(whole: str) -> None:
    with opened(whole) as page:
        pair = page.evaluate(
            """() => {
                const beside = new Map();
                graph.facts.relation.forEach((_, fact) => {
                    if (!graph.state.fact[fact]) return;
                    const key = [graph.from[fact], graph.to[fact]].sort().join();
                    beside.set(key, [...(beside.get(key) || []), fact]);
                });
                return [...beside.values()].find((facts) => facts.length === 2);
            }"""
        )
        assert pair, "the articles state two things of the same two"
        page.evaluate("(fact) => graphView.fit([graph.from[fact], graph.to[fact]])", pair[0])
        shown = []
        for fact in pair:
            click_fact(page, fact)
            shown.append(page.evaluate("graph.state.selected.fact"))
            assert page.locator("#details .rows .row").count() == 1, "the other is offered"
            page.keyboard.press("Escape")
            page.wait_for_timeout(400)  # a click within 300 ms would be the second half of a double click
        assert shown == pair


def test_the_legend_switches_labels_and_relations(whole: str, store: Store) -> None:
    known = everything(store)
    with opened(whole) as page:
        before = seen(page)
        persons = page.locator("#labels button", has_text="人物")
        assert persons.get_attribute("aria-pressed") == "true"
        count = sum(one.label == "Person" for one in known.nodes.values())
        assert persons.locator(".number").inner_text() == str(count) and count
        persons.click()
        assert persons.get_attribute("aria-pressed") == "false"
        assert seen(page)[0] == before[0] - count and seen(page)[1] < before[1]
        settle(page)
        picture(page, "graph-without-persons")
        persons.press("Enter")
        assert seen(page) == before
        page.locator("#relations button", has_text="位于").click()
        located = sum(one.relation == "LOCATED_IN" for one in known.facts)
        assert seen(page) == (before[0], before[1] - located)


def test_the_gazetteer_is_off_until_it_is_asked_for(whole: str, store: Store) -> None:
    listed = [one for one in everything(store).facts if one.source == "gazetteer"]
    with opened(whole) as page:
        before = seen(page)
        switch = page.locator("#relations button", has_text="区划表")
        assert switch.get_attribute("aria-pressed") == "false"
        switch.click()
        after = seen(page)
        assert after[1] == before[1] + len(listed) and after[0] > before[0]
        picture(page, "graph-gazetteer")


def test_a_search_finds_every_name_by_keyboard(whole: str) -> None:
    with opened(whole) as page:
        page.keyboard.press("Tab")
        page.focus("#search")
        page.keyboard.type("三都縣")  # a short name, in traditional characters
        options = page.locator("#hits [role=option]")
        options.first.wait_for()
        assert "三都水族自治县" in options.all_inner_texts()[0]
        assert page.get_attribute("#search", "aria-expanded") == "true"
        first = page.get_attribute("#search", "aria-activedescendant")
        page.keyboard.press("ArrowDown")
        assert page.get_attribute("#search", "aria-activedescendant") == "hit-1" != first
        page.keyboard.press("ArrowUp")
        assert page.locator("#hits [aria-selected=true]").inner_text() == options.all_inner_texts()[0]
        assert axe(page) == []
        page.keyboard.press("Enter")
        assert heading(page) == "三都水族自治县" and page.evaluate("document.activeElement.tagName") == "H2"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == "search"
        page.fill("#search", "没有这样的名字")
        assert page.inner_text("#hits") == "没有这个名称"
        page.keyboard.press("Escape")
        assert page.is_hidden("#hits")


def test_filters_leave_what_they_say(vis: str, store: Store) -> None:
    known = everything(store)
    drawn = [one for one in known.facts if one.source != "gazetteer"]
    with opened(vis) as page:
        before = seen(page)
        page.select_option("#tier", "inferred")
        assert seen(page)[1] == sum(one.tier == "inferred" for one in drawn) > 0
        page.click("#clear")
        assert seen(page) == before and page.input_value("#tier") == ""
        source = next(iter(known.sources.values()))
        page.select_option("#article", "0")
        assert seen(page)[1] == sum(any(proof.article.id == source.id for proof in one.proofs) for one in drawn) > 0
        page.select_option("#article", "")
        place = page.evaluate("graph.data.places.findIndex(([name]) => name === '贵州省')")
        page.select_option("#region", str(place))
        ids = {
            one.id
            for one in known.nodes.values()
            if str(one.region or one.id).startswith("region:52") or one.id.startswith("region:52")
        }
        assert seen(page)[1] == sum(one.subject in ids or one.object in ids for one in drawn) > 0
        page.select_option("#region", "")
        year = page.locator("#since option").nth(1).get_attribute("value")
        page.select_option("#since", year)
        page.select_option("#until", year)
        dated = [
            one for one in drawn if (span := years(one, "since", "until")) and span[0] <= int(year or 0) <= span[1]
        ]
        assert seen(page)[1] == len(dated)
        page.check("#undated")
        assert seen(page)[1] == len(dated) + sum(years(one, "since", "until") is None for one in drawn)
        picture(page, "graph-filtered")
        page.click("#clear")
        assert seen(page) == before


def test_a_neighbourhood_is_looked_at_alone(whole: str) -> None:
    with opened(whole) as page:
        before = seen(page)
        find(page, "城南社区")
        near = page.evaluate("graph.neighbours(graph.state.selected.node).size")
        page.click("[data-do=focus]")
        assert seen(page)[0] == near + 1
        settle(page)
        picture(page, "graph-focus")
        page.click("[data-do=focus2]")
        assert seen(page)[0] >= near + 1
        page.click("#whole")
        assert seen(page) == before and page.is_hidden("#whole")
        page.click("[data-do=hide]")
        assert page.is_hidden("#details") and seen(page)[0] < before[0]
        find(page, "城南社区")
        assert seen(page) == before, "a search brings back what was hidden"


def test_neighbours_come_on_demand(store: Store) -> None:
    with opened(graph_page(store, [SANDU], Lang.zh)) as page:
        assert page.title().startswith("三都水族自治县：关系图谱")
        shown, _ = seen(page)
        assert shown < page.evaluate("graph.count"), "the neighbours of neighbours are there, and not shown"
        name = page.evaluate(
            "graph.name(graph.order.find((node) => graph.state.node[node] && [...graph.neighbours(node)].some((other) => !graph.state.node[other])))"
        )
        click_node(page, name)
        wanted = int(re.findall(r"\d+", page.inner_text("[data-do=expand]"))[0])
        picture(page, "graph-part")
        page.click("[data-do=expand]")
        assert seen(page)[0] == shown + wanted
        assert page.locator("[data-do=expand]").count() == 0
        settle(page)
        picture(page, "graph-part-expanded")


def test_all_is_reached_by_keyboard(whole: str) -> None:
    with opened(whole) as page:
        page.focus("#list summary")
        page.keyboard.press("Enter")
        page.wait_for_selector("#listed .row")
        assert page.locator("#listed .row").count() == seen(page)[0]
        page.locator("#listed .row").first.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "H2"
        assert axe(page) == []
        for _ in range(12):  # on to the first fact of the panel
            page.keyboard.press("Tab")
            if "row" in (page.evaluate("document.activeElement.className") or ""):
                break
        page.keyboard.press("Enter")
        assert page.locator("#details blockquote").count() > 0
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.node !== undefined"), "back to where it was"
        page.focus("#canvas")
        settle(page)
        page.keyboard.press("0")
        settle(page)
        some = node(page, "城南社区")
        start = page.evaluate("(number) => graphView.place(number)", some)
        page.keyboard.press("ArrowRight")
        settle(page)
        assert page.evaluate("(number) => graphView.place(number)", some)["x"] == pytest.approx(start["x"] - 80, abs=2)
        page.keyboard.press("+")
        page.keyboard.press("0")
        settle(page)
        again = page.evaluate("(number) => graphView.place(number)", some)
        assert (again["x"], again["y"]) == pytest.approx((start["x"], start["y"]), abs=2)


def test_language_and_theme_change_the_picture(whole: str) -> None:
    with opened(whole) as page:
        find(page, "城南社区")
        settle(page)
        chinese = page.screenshot()
        page.click("[data-act=lang]")
        assert "Facts (" in page.inner_text("#details") and "relocation site" in page.inner_text("#labels")
        assert page.locator("#tier option").nth(1).inner_text() == "stated"
        settle(page)
        assert page.screenshot(clip={"x": 300, "y": 80, "width": 700, "height": 700}) != chinese
        canvas = "getComputedStyle(document.getElementById('stage')).backgroundColor"
        light = page.evaluate(canvas)
        page.click("[data-act=theme]")
        settle(page)
        assert page.evaluate(canvas) != light
        picture(page, "graph-switched")


def test_what_lies_under_the_pointer_is_named(whole: str) -> None:
    with opened(whole) as page:
        find(page, "城南社区")
        page.keyboard.press("Escape")
        settle(page)
        at = page.evaluate("(number) => graphView.place(number)", node(page, "城南社区"))
        box = page.locator("#canvas").bounding_box()
        assert box
        page.mouse.move(box["x"] + at["x"] + 40, box["y"] + at["y"] + 60)
        page.mouse.move(box["x"] + at["x"], box["y"] + at["y"], steps=4)
        page.wait_for_selector("#tip:not([hidden])")
        assert "城南社区" in page.inner_text("#tip")


def test_a_link_can_point_at_a_node(vis: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text(vis, encoding="utf-8")
    with opened(path) as page:
        page.goto(f"{path.as_uri()}#{SANDU}")
        page.reload()
        page.wait_for_selector("#details:not([hidden])")
        assert heading(page) == "三都水族自治县"


# without a browser


def embedded(html: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html)
    assert found
    return json.loads(found[1])


def test_the_same_store_gives_the_same_bytes(store: Store, whole: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "graphology" in whole:
        monkeypatch.setattr(module, "PYVIS_LIMIT", 5)
    assert graph_page(store, None, Lang.zh) == whole


def test_sentences_stand_in_it_once(vis: str, store: Store) -> None:
    sentences = embedded(vis, "sentences")
    assert len(set(sentences["texts"])) == len(sentences["texts"])
    passages = {(proof.article.id, proof.start, proof.stop) for one in everything(store).facts for proof in one.proofs}
    passages |= {
        (proof.article.id, proof.start, proof.stop) for one in everything(store).figures for proof in one.proofs
    }
    assert len(sentences["passages"]) == len(passages)
    longest = max(sentences["texts"], key=len)
    assert vis.count(longest) == 1


def test_physics_is_off_and_places_are_given(vis: str) -> None:
    network = embedded(vis, "data")["network"]
    assert network["options"]["physics"] == {"enabled": False}
    assert all({"x", "y"} <= node.keys() for node in network["nodes"])


def test_nothing_to_show_is_said(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.lbug") as empty, pytest.raises(UsageError, match="holds nothing yet"):
        graph_page(empty, None, Lang.zh)
    with pytest.raises(UsageError, match="none of the nodes"):
        graph_page(store, ["company:none"], Lang.zh)


def test_boxes_of_a_layout_do_not_overlap() -> None:
    links = [(0, other) for other in range(1, 12)] + [(20, 21), (21, 22), (22, 20), (30, 31)]
    boxes = [(90.0, 50.0)] * 40
    found = positions(boxes, links, [], [])
    assert found == positions(boxes, list(reversed(links)), [], []), "the order of links does not matter"
    clashes = [
        (a, b)
        for a in range(40)
        for b in range(a)
        if abs(found[a][0] - found[b][0]) < 88 and abs(found[a][1] - found[b][1]) < 48
    ]
    assert clashes == []
    width = max(x for x, _ in found) - min(x for x, _ in found)
    height = max(y for _, y in found) - min(y for _, y in found)
    assert 0.7 < width / height < 2.2, "about as wide as a screen"


def test_a_large_graph_is_laid_out_and_loose_nodes_stand_near_theirs() -> None:
    count = 3000
    found = positions(
        [(20.0, 20.0)] * (count + 1), [(n, n // 2) for n in range(1, count)], [(count, 5), (count, 6)], [count]
    )
    assert len(set(found)) > 0.95 * count
    middle = [(found[5][axis] + found[6][axis]) / 2 for axis in (0, 1)]
    assert abs(found[count][0] - middle[0]) < 120 and abs(found[count][1] - middle[1]) < 120


def test_years_are_those_of_the_fact_before_those_of_its_articles(store: Store) -> None:
    facts = everything(store).facts
    dated = next(one for one in facts if one.details.get("since"))
    assert years(dated, "since", "until") == (int(dated.details["since"][:4]),) * 2
    assert years(Fact("f", "ASSISTS", "a", "b", {}, "stated", (), (), None), "since", "until") is None


@pytest.mark.parametrize("char", ["縣", "貴", "灣"])
def test_traditional_characters_are_taken_for_those_of_names(char: str) -> None:
    assert char in folding(["贵州省三都县湾"])[::2]


def test_the_library_is_the_one_its_readme_names() -> None:
    folder = files("duikou.views") / "vendor"
    digest = hashlib.sha256((folder / "sigma.min.js").read_bytes()).hexdigest()
    assert digest in (folder / "README.md").read_text(encoding="utf-8")
    licences = (folder / "LICENSES.txt").read_text(encoding="utf-8")
    assert all(f"== {name} " in licences for name in ("sigma", "graphology", "events", "@sigma/edge-curve"))
