"""`duikou browser` in the real Neo4j Browser: colours, captions, favourites and the tour, on the project's own articles."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j_browser import Browser, browser_of
from neo4j_server import Server, Unavailable
from seeds_read import seeds

from duikou.browser_files import browser_files, server_of
from duikou.commands.browser import browser_page
from duikou.settings import Lang
from graph.look import looks
from graph.store import Store, open_store
from queries.ask import ask
from queries.catalogue import catalogue
from queries.favourites import favourites, pictures

ONE_OF_EACH = "MATCH (n) WITH labels(n) AS kind, collect(n)[0] AS n WHERE NOT n:Meta RETURN n"
ALL_RELATIONS = "MATCH (a)-[r]->(b) WITH type(r) AS kind, collect([a, r, b])[0] AS one RETURN one[0], one[1], one[2]"


@pytest.fixture(scope="module")
def store(neo4j_5: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The project's own articles: on the server, and in the embedded store, which answers questions sooner."""
    found = seeds()
    neo4j_5.empty()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUIKOU_NEO4J_USERNAME", neo4j_5.username)
        patch.setenv("DUIKOU_NEO4J_PASSWORD", neo4j_5.password)
        with open_store(neo4j_5.uri) as served:
            for extraction in found:
                served.write(extraction)
    with open_store(tmp_path_factory.mktemp("embedded") / "duikou.lbug") as embedded:
        for extraction in found:
            embedded.write(extraction)
        yield embedded


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """Where the files are handed out."""
    server = server_of(browser_files(Lang.zh), 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser(neo4j_5: Server, store: Store, base: str) -> Iterator[Browser]:
    """The Browser with our style; DUIKOU_SCREENSHOTS names a folder for its pictures."""
    wanted = os.environ.get("DUIKOU_SCREENSHOTS")
    address = browser_page(f"{neo4j_5.uri}/neo4j", int(neo4j_5.http.rpartition(":")[2]))
    try:
        with browser_of(neo4j_5, address, Path(wanted) if wanted else None) as opened:
            opened.run(f":style {base}/style.grass")
            opened.page.get_by_text("text-color-internal").first.wait_for()
            yield opened
    except Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))


def test_every_label_has_its_colour_size_and_caption(browser: Browser) -> None:
    browser.draw(ONE_OF_EACH, "labels")
    seen = {next(one for one in circle["labels"] if one != "Entity"): circle for circle in browser.circles()}
    assert set(seen) == set(looks().labels), "the articles of seeds/ have something of every label"
    for label, look in looks().labels.items():
        circle = seen[label]
        assert (circle["color"], circle["diameter"]) == (look.color, look.diameter), label
        assert circle["text"] == look.text, label
        caption = circle["caption"].removesuffix("…").replace(" ", "")
        assert caption and "".join(circle["properties"][look.caption].split()).startswith(caption), label
    assert seen["Region"]["labels"] != ["Region"], "it carries :Entity too, and is not grey for it"


def test_every_relation_has_its_colour(browser: Browser) -> None:
    browser.draw(ALL_RELATIONS, "relations")
    arrows = browser.arrows()
    assert len({arrow["type"] for arrow in arrows}) >= 18
    assert [one for one in arrows if one["color"] != looks().relations[one["type"]].color] == []
    # An arrow too short for its caption shows its beginning, or nothing.
    assert [one for one in arrows if not one["type"].startswith(one["caption"].rstrip("…."))] == []


def test_the_names_of_divisions_are_not_cut(browser: Browser) -> None:
    browser.draw(pictures()["pairings"].text, "pairings")
    names = {circle["properties"]["name"]: circle["caption"] for circle in browser.circles()}
    assert {name for name, caption in names.items() if name != caption} == set()
    assert max(map(len, names)) == 7


def test_favourites_are_dropped_and_run(browser: Browser) -> None:
    made = favourites("zh")
    page = browser.page
    browser.run(":clear")
    browser.drop("favourites.zip", "application/zip", browser_files(Lang.zh)["favourites.zip"])
    page.click("[data-testid=navigationFavorites]")
    for folder in sorted({one.folder for one in made}):
        page.get_by_text(folder, exact=True).click()
    for one in made:
        page.wait_for_selector(f'[data-testid="scriptTitle-{one.title}"]')
    asked = next(one for one in made if one.name == "companies_by_site")
    page.click(f'[data-testid="scriptTitle-{asked.title}"]')
    page.click("[data-testid=editor-Run]")
    table = page.wait_for_selector("[data-testid=frame] table")
    assert table is not None
    heads, text = [head.inner_text() for head in table.query_selector_all("th")], table.inner_text()
    assert [head for head in heads if head.strip()][:3] == ["企业", "安置点", "所在地"]
    assert text.count("城南社区") == 7 and "贵州晨南服饰有限公司" in text
    browser.look("favourites")
    page.click("[data-testid=navigationFavorites]")


def test_the_tour_is_walked_to_its_end(browser: Browser, base: str) -> None:
    page = browser.page
    browser.run(":clear")
    browser.run(f":guide {base}/guide.html")
    drawer = page.locator("[data-testid=guidesDrawer]")
    for step in "一二三四五六七八九十":
        heading = drawer.locator("h3", has_text=re.compile(f"^{step} "))
        heading.wait_for()
        browser.look(f"tour-{'一二三四五六七八九十'.index(step) + 1:02}", settle=200)
        if step == "三":
            drawer.locator("pre.runnable:visible").first.click()
            page.click("[data-testid=editor-Run]")
            page.wait_for_selector("[data-testid=frame] g.node")
            assert {"RelocationSite", "Company"} <= {label for one in browser.circles() for label in one["labels"]}
            browser.look("tour-run", settle=2500)
        if step != "十":
            page.click("[data-testid=guideNextSlide]")


# the same queries, straight to the server


@pytest.fixture(scope="module")
def session(neo4j_5: Server, store: Store) -> Iterator[neo4j.Session]:
    with neo4j_5.driver() as driver, driver.session(default_access_mode=neo4j.READ_ACCESS) as opened:
        yield opened


def rows_of(session: neo4j.Session, text: str) -> tuple[list[tuple[object, ...]], list[str]]:
    """What a query returns, and what the server has to say about it."""
    result = session.run(text)  # type: ignore[arg-type]
    rows = [tuple(row) for row in result.values()]
    told = [one.status_description for one in result.consume().gql_status_objects if one.is_notification]
    return rows, told


@pytest.mark.parametrize("name", sorted(pictures()))
def test_every_query_of_the_tour_finds_something(session: neo4j.Session, name: str) -> None:
    text = next(one.text for one in favourites("zh") if one.name == name and one.folder == "对口：看图")
    rows, told = rows_of(session, text)
    assert rows and told == []


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_a_favourite_answers_as_duikou_ask_does(session: neo4j.Session, store: Store, name: str) -> None:
    asked = catalogue()[name]
    text = next(one.text for one in favourites("zh") if one.title == asked.zh)
    shown = [*(column.name for column in asked.columns if not column.hidden), "proof"]
    narrowed = next((one for one in asked.parameters if one.kind in ("place", "name")), None)
    for given in [{}, *([{narrowed.name: narrowed.example}] if narrowed else [])]:
        for key, value in given.items():
            text = text.replace(f"{key}: ''", f"{key}: '{value}'", 1)
        rows, told = rows_of(session, text)
        answer = ask(store, name, given)
        assert rows == [tuple(row[column] for column in shown) for row in answer] and told == []


def test_all_is_understood_by_later_servers(neo4j_2026: Server) -> None:
    with neo4j_2026.driver() as driver, driver.session() as session:
        made = [one for one in favourites("en") if one.name in {*pictures(), "companies_by_site", "disagreements"}]
        for one in made:  # tests of the questions run the text of the others
            _, told = rows_of(session, f"CYPHER 25 EXPLAIN {one.text}")
            assert [line for line in told if "does not exist" not in line] == [], one.name  # its database may be empty
