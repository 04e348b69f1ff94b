"""The article view: every mark stands on the words it speaks of, and both sides of the page keep in step."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

import pytest
import seeds_read
from pages_browser import axe, opened, picture

from duikou.settings import Lang
from duikou.views.article import article_page, article_page_of
from duikou.views.article_cards import cards, marks, names
from duikou.views.article_names import Places
from duikou.views.article_pieces import Mark, lines
from duikou.views.article_read import FACT, FIGURE, REJECT, of_extraction
from duikou.views.article_store import of_store
from graph.errors import UsageError
from graph.model import Extraction
from graph.normalise import fold
from graph.store import Store, open_store
from loaders.build import extract_document
from loaders.read import from_text, read

browser = pytest.mark.xdist_group("pages")

NEWS = """南湾县日报 2023年5月6日 记者 林小禾

余姚市与南丹县结对帮扶五年

自2018年起，余姚市结对帮扶南丹县。余姚市投入东西部协作资金1200万元，在南丹县的和平社区建设和平帮扶车间。
南丹县云裳服饰有限公司入驻和平社区，吸纳搬迁群众140余人就业。公司负责人韦小兰说，订单排到了年底。
社区里另有60来样小吃。
"""


@pytest.fixture(scope="module")
def seeds() -> list[Extraction]:
    return seeds_read.seeds()


@pytest.fixture(scope="module")
def store(seeds: list[Extraction], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("articles") / "duikou.lbug") as opened_store:
        for extraction in seeds:
            opened_store.write(extraction)
        yield opened_store


@pytest.fixture(scope="module")
def news() -> Extraction:
    found = extract_document(from_text(NEWS, "news"))
    assert found.facts and found.observations, "the tests of the page need something to show"
    return found


# cutting


def test_pieces_give_the_text_back() -> None:
    text = "一二三\n四五六七\n\n八"
    spans = [((0, 5), Mark("fact", "1")), ((2, 6), Mark("fact", "2")), ((4, 10), Mark("name", "1"))]
    found = list(lines(text, (0, len(text)), spans))
    assert [line.number for line in found] == [1, 2, 4]
    assert ["".join(piece.words for piece in line.pieces) for line in found] == ["一二三", "四五六七", "八"]
    for line in found:
        for piece in line.pieces:
            expected = {mark for (start, stop), mark in spans if start <= piece.start < stop}
            assert piece.marks == expected, piece


def test_a_mark_that_begins_at_a_line_break_begins_with_the_next_words() -> None:
    [_, second] = lines("上\n下", (0, 3), [((1, 3), Mark("place", "1"))])
    assert second.pieces[0].begins == {Mark("place", "1")}


def test_one_statement_with_two_overlapping_places_ends_with_the_longer() -> None:
    [line] = lines("一二三四", (0, 4), [((0, 2), Mark("fact", "1")), ((0, 3), Mark("fact", "1"))])
    assert [(piece.words, len(piece.marks)) for piece in line.pieces] == [("一二", 1), ("三", 1), ("四", 0)]


def test_names_are_found_in_any_script_and_across_line_breaks() -> None:
    text = "三都縣的城\n南社區，又稱“城南”社区"
    found = {text[start:stop]: ids for (start, stop), ids in Places(text).named({"a": ["三都县"], "b": ["城南社区"]})}
    assert found == {"三都縣": ("a",), "城\n南社區": ("b",), "城南”社区": ("b",)}


def test_a_figure_is_not_found_inside_a_longer_one() -> None:
    places = Places("招工140人，走了40人")
    assert places.words("40人", (0, 13)) == (9, 12)
    assert places.words("40人", (0, 7)) is None


# what is said, and where


@pytest.mark.parametrize("number", range(5))
def test_the_page_is_the_same_before_and_after_it_is_stored(seeds: list[Extraction], store: Store, number: int) -> None:
    before, after = of_extraction(seeds[number]), of_store(store, seeds[number].document.id)
    assert before.text == after.text and [part.id for part in before.parts] == [part.id for part in after.parts]
    for kind in (FACT, FIGURE):
        here = {one.id: one.places for one in before.said if one.kind == kind}
        there = {one.id: one.places for one in after.said if one.kind == kind}
        assert here and here.keys() == there.keys()
        for id_, places in here.items():
            assert set(places) <= set(there[id_]), "a reprint may add places, it takes none away"
    assert len([one for one in before.said if one.kind == REJECT]) == len(
        [one for one in after.said if one.kind == REJECT]
    )


def test_every_mark_stands_on_its_words(store: Store, seeds: list[Extraction]) -> None:
    """A name's mark covers one of its names; the mark of a figure its figure, as it was written."""
    for extraction in seeds:
        shown = of_store(store, extraction.document.id)
        places = Places(shown.text)
        named = list(places.named({id_: node.names for id_, node in shown.nodes.items()}))
        assert named
        for (start, stop), ids in named:
            for id_ in ids:
                assert fold(shown.text[start:stop]) in {fold(name) for name in shown.nodes[id_].names}
        found = cards(shown, places, named, {})
        assert [card.number for card in found] == list(range(1, len(shown.said) + 1))
        assert [card.mark[0] for card in found] == sorted(card.mark[0] for card in found)
        for card in found:
            if card.said.kind == FIGURE:
                assert fold(shown.text[slice(*card.mark)]) == fold(card.said.details["raw"])


def test_every_quote_of_the_document_is_marked_to_the_letter(news: Extraction) -> None:
    shown = of_extraction(news)
    page = article_page_of(news, Lang.zh)
    for fact in news.facts:
        for piece in fact.proof.evidence:
            assert f'id="p{piece.start}"' in page
    assert text_of(page) == [line for line in NEWS.split("\n") if line.strip()]
    assert shown.start == 0 and shown.stop == len(NEWS)


def text_of(page: str) -> list[str]:
    """The lines of the text as a reader sees them."""
    shown = re.findall(r'<p class="line[^>]*>(.*?)</p>', page, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", line)) for line in shown]


def test_a_page_of_an_article_has_its_text_and_no_other(store: Store) -> None:
    _, rows = store.query("MATCH (a:Article)-[:IN_DOCUMENT]->(d:Document) RETURN a.id, a.start, a.stop, d.text")
    assert len(rows) > 5
    for id_, start, stop, text in rows:
        page = article_page(store, id_, Lang.zh)
        assert text_of(page) == [line for line in text[start:stop].split("\n") if line.strip()]
        anchors = {int(one) for one in re.findall(r'id="p(\d+)"', page)}
        assert anchors and all(start <= one < stop for one in anchors)
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert {int(one) for one in re.findall(r'href="#p(\d+)"', page)} <= anchors


def test_reprints_and_other_articles_are_named_and_linked(store: Store, seeds: list[Extraction]) -> None:
    _, rows = store.query("MATCH (a:Article) RETURN a.work, collect(a.id)")
    [pair] = [sorted(ids) for _, ids in rows if len(ids) == 2]
    page = article_page(store, pair[0], Lang.zh, {pair[1]: "other.html"})
    assert "同文另见" in page and 'href="other.html"' in page
    _, rows = store.query(
        "MATCH (n:RelocationSite)-[:MENTIONED_IN]->(p:Passage) RETURN n.id, n.name, p.article LIMIT 1"
    )
    site, name, article = rows[0]
    linked = article_page(store, article, Lang.zh, {site: "site.html"})
    assert f'<a href="site.html">{name}</a>' in linked


@pytest.mark.parametrize(("url", "linked"), [("https://example.org/1?a=1&b=2", True), ("javascript:alert(1)", False)])
def test_an_article_with_an_address_on_the_web_links_there(tmp_path: Path, url: str, linked: bool) -> None:
    row = {"text": NEWS, "title": "余姚市与南丹县结对帮扶五年", "url": url}
    (tmp_path / "news.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    extraction = extract_document(read(tmp_path / "news.jsonl"))
    with open_store(tmp_path / "a.lbug") as store:
        store.write(extraction)
        page = article_page(store, extraction.articles[0].id, Lang.en)
    assert (f'href="{escape(url)}" rel="noopener noreferrer"' in page) is linked
    assert linked or url not in page


def test_an_unknown_article_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="article:none"):
        article_page(store, "article:none", Lang.zh)


def test_an_article_that_is_off_topic_says_so() -> None:
    text = "市里昨天举办了一场足球赛，两支队伍踢成二比二。\n看球的人很多，散场以后大家去吃了火锅。\n"
    page = article_page_of(extract_document(from_text(text, "football")), Lang.zh)
    assert "足球赛" in page and "文章与对口帮扶无关" in page and "这里没有读出事实或数字" in page


def test_a_document_without_words_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no text"):
        article_page_of(extract_document(from_text(" \n ", "empty")), Lang.zh)


def test_same_store_same_bytes(store: Store, seeds: list[Extraction]) -> None:
    for lang in Lang:
        assert article_page(store, seeds[0].document.id, lang) == article_page(store, seeds[0].document.name, lang)


def test_a_web_page_hides_its_mark_up_and_a_text_with_tags_shows_it(tmp_path: Path) -> None:
    body = "<p>余姚市结对帮扶南丹县。</p><script>let a = '<b>';</script>"
    whole, loose = tmp_path / "whole.html", tmp_path / "loose.txt"
    whole.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
    loose.write_text(body, encoding="utf-8")
    hidden, shown = (article_page_of(extract_document(read(path)), Lang.zh) for path in (whole, loose))
    assert 'class="reading off-label off-markup"' in hidden and 'class="reading off-label"' in shown
    for page in (hidden, shown):
        assert "&lt;script&gt;let a = &#39;&lt;b&gt;&#39;;&lt;/script&gt;" in page


def test_names_without_a_place_are_listed_as_known_by_a_stand_in(news: Extraction) -> None:
    shown = of_extraction(news)
    called = names(shown, [])
    assert called and all(name.places == 0 and name.stated for name in called)
    assert list(marks([], Places(shown.text), [], {})) == []


# in the browser


@browser
def test_hover_focus_and_click_show_what_was_understood(news: Extraction) -> None:
    with opened(article_page_of(news, Lang.zh)) as page:
        box = page.locator("#understood")
        assert box.is_hidden()
        figure = page.locator("mark.written", has_text="140余人").first
        figure.hover()
        box.wait_for()
        assert "140余人" in box.inner_text() and "pinned" not in (box.get_attribute("class") or "")
        number = (figure.get_attribute("data-k") or "").split()[0]
        assert page.locator(f'.margin .said.on[data-s="{number}"]').count() == 1
        page.mouse.move(5, 5)
        box.wait_for(state="hidden")
        figure.click()
        page.mouse.move(5, 5)
        page.wait_for_timeout(500)
        assert box.is_visible(), "a click pins it"
        assert axe(page) == []
        picture(page, "article-pinned")
        page.keyboard.press("Escape")
        assert box.is_hidden() and page.locator(".on").count() == 0


@browser
def test_the_list_lights_the_text_and_leads_to_it(news: Extraction) -> None:
    with opened(article_page_of(news, Lang.zh), height=500) as page:
        card = page.locator(".margin .said-fact").last
        number = card.get_attribute("data-s")
        card.hover()
        lit = page.locator("mark.on")
        assert lit.count() > 0
        assert all(number in (one.get_attribute("data-s") or "").split() for one in lit.all())
        assert page.locator("mark.on.key").count() > 0, "the names in it stand out"
        link = card.locator(".number-link")
        link.click()
        assert page.evaluate("location.hash") == link.get_attribute("href")
        assert page.locator("mark.on").first.is_visible()
        assert page.evaluate("document.activeElement.matches('mark')")


@browser
def test_the_keyboard_alone_is_enough(news: Extraction) -> None:
    with opened(article_page_of(news, Lang.zh)) as page:
        page.locator(".text").focus()
        seen = []
        for _ in range(3):
            page.keyboard.press("ArrowRight")
            seen.append(page.evaluate("document.activeElement.textContent"))
            assert page.locator("#understood").is_visible()
        assert len(set(seen)) == 3
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.textContent") == seen[1]
        page.keyboard.press("Enter")
        assert page.locator("#understood.pinned").count() == 1
        assert page.evaluate("document.getElementById('understood').contains(document.activeElement)")
        page.keyboard.press("Escape")
        assert page.locator("#understood").is_hidden()
        assert page.evaluate("document.activeElement.textContent") == seen[1], "back where one came from"


@browser
def test_switches_take_marks_away_and_bring_them_back(news: Extraction) -> None:
    with opened(article_page_of(news, Lang.zh)) as page:
        for kind, within in (("fact", ".said-fact"), ("figure", ".said-figure"), ("name", "details.names")):
            assert page.locator(f".margin {within}").first.is_visible()
            page.click(f"[data-switch={kind}]")
            assert page.get_attribute(f"[data-switch={kind}]", "aria-pressed") == "false"
            assert page.locator(f".margin {within}:visible").count() == 0
        page.locator("mark.name").first.hover()
        page.wait_for_timeout(300)
        assert page.locator("#understood").is_hidden(), "nothing is left to show"
        page.click("[data-switch=name]")
        label = page.locator(".legend [data-of]").first
        marked = page.locator(f"mark.name-{label.get_attribute('data-of')}").first
        underline = "one => getComputedStyle(one).borderBottomColor"
        colour = marked.evaluate(underline)
        label.click()
        assert marked.evaluate(underline) == "rgba(0, 0, 0, 0)" != colour
        page.click("[data-switch=label]")
        assert page.locator(".text .sign:visible").count() > 0
        text = page.evaluate("[...document.querySelectorAll('.line')].map((one) => one.textContent).join('\\n')")
        assert text == "\n".join(line for line in NEWS.split("\n") if line.strip())


@browser
def test_an_address_with_a_place_opens_there(news: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "news.html"
    path.write_text(article_page_of(news, Lang.zh), encoding="utf-8")
    start = max(piece.start for fact in news.facts for piece in fact.proof.evidence)
    with opened(path, height=400) as page:
        page.evaluate(f"location.hash = '#p{start}'")
        page.wait_for_selector("mark.on", state="attached")
        assert page.locator("mark.on").first.is_visible()


@browser
@pytest.mark.parametrize(("width", "theme", "lang"), [(1440, "dark", "zh"), (1024, "light", "en"), (390, "dark", "zh")])
def test_nothing_serious_at_any_width(
    store: Store, seeds: list[Extraction], news: Extraction, width: int, theme: str, lang: str
) -> None:
    html = article_page(store, seeds[-1].document.id, Lang.zh) if width == 390 else article_page_of(news, Lang.zh)
    with opened(html, width=width, theme=theme, lang=lang) as page:
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if width == 390:
            page.locator("mark.written").last.click()
            sheet = page.locator("#understood").bounding_box()
            mark = page.locator("mark.here").first.bounding_box()
            assert sheet and mark and mark["y"] + mark["height"] <= sheet["y"], "the sheet does not hide the words"
        picture(page, f"article-{width}-{theme}-{lang}")
