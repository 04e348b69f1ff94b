"""The page of one name: what stands on it, that all of it is proven, and how it behaves in a browser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from dossier_samples import BUREAU, FIRM, HUANGPU, LIAN, LONELY, NAMESAKE, PARK, SANDU, SITE, YEARS, written
from graph_samples import Page, region, thing
from pages_browser import axe, opened, picture
from playwright.sync_api import expect

from duikou.settings import Lang
from duikou.views.dossier import Dossier, dossier, dossier_page
from duikou.views.dossier_charts import Point, Stretch, columns, history
from duikou.views.dossier_lines import Line
from duikou.views.dossier_places import node_of, scope
from duikou.views.dossier_sections import arrangement
from duikou.views.page import Both
from graph.errors import UsageError
from graph.schema import schema
from graph.store import Store, open_store

browser = pytest.mark.xdist_group("pages")
BLANK = thing("Organization", "无事可说协会")
KINDS = {"site": SITE, "firm": FIRM, "county": SANDU, "helper": HUANGPU, "person": LIAN, "body": BUREAU, "park": PARK}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = written(tmp_path_factory.mktemp("dossiers") / "a.lbug")
    blank = Page("无事可说协会今天没有事。\n", name="blank")
    blank.extraction.entities.append(BLANK)
    with open_store(path) as opened_store:
        opened_store.write(blank.extraction)
    with open_store(path, read_only=True) as opened_store:
        yield opened_store


def entries(found: Dossier, key: str) -> dict[str, list[str]]:
    """What a section says, by name or relation."""
    section = next((one for one in found.sections if one.key == key), None)
    return {
        one.node.name if one.node else one.words.zh if one.words else "": [plain(line) for line in one.lines]
        for one in (section.entries if section else ())
    }


def plain(line: Line) -> str:
    parts = (line.words.zh, line.node and line.node.name, line.value and line.value.zh, line.when and line.when.zh)
    return " ".join(part for part in parts if part)


def lines(found: Dossier) -> list[Line]:
    in_sections = (entry.lines for section in found.sections for entry in section.entries)
    in_figures = (indicator.lines for theme in found.themes for indicator in theme.indicators)
    return list(chain.from_iterable(chain(in_sections, in_figures)))


def test_every_relation_indicator_and_label_has_its_place() -> None:
    found = arrangement()
    assert set(found["rules"]) == set(schema().relations)
    for relation, rule in found["rules"].items():
        by_label = rule["object"]
        named = [rule["subject"], *(by_label.values() if isinstance(by_label, dict) else [by_label])]
        assert set(named) <= set(found["sections"]), relation
        if isinstance(by_label, dict):
            assert set(schema().relations[relation].sources) <= set(by_label), relation
    themed = Counter(indicator for theme in found["themes"].values() for indicator in theme["indicators"])
    assert themed == Counter(list(schema().indicators))
    assert set(found["headline"]) == set(schema().labels)
    listed = chain(*found["headline"].values(), *found["key"].values())
    assert set(listed) <= set(schema().indicators)


def test_the_page_of_a_site(store: Store) -> None:
    found = dossier(store, SITE.id)
    assert [place.name for place in found.setting.above] == ["三都水族自治县"]
    assert entries(found, "helped_by") == {"黄埔区": ["帮扶 三都水族自治县 2021 起"]}  # the helper of its county
    firms = entries(found, "firms")
    assert firms["三都云织制衣有限公司"] == ["入驻 平桥就业园 2022-03", "来自 广州市", "员工数 60人 2023-05-01 报道"]
    assert firms["平桥第1食品厂"] == ["入驻 2019"]
    assert len(firms) == 8
    assert entries(found, "people") == {"罗见山": ["任职 党支部书记"], "石小乔": ["任职 三都云织制衣有限公司 车间主任"]}
    assert entries(found, "places") == {"平桥就业园": ["位于"]}
    assert entries(found, "builders")["三都县搬迁服务局"] == ["运营 平桥就业园"]
    assert entries(found, "money")["三都云织制衣有限公司"] == ["投资 平桥就业园 1200万元"]
    assert [plain(line) for line in found.headline] == [
        "户数 1790户 2024-01-15 报道",
        "带动就业 530人 2023",
        "提供岗位 630个 2023-12-30 报道",
    ]
    assert [other.id for other, _ in found.setting.namesakes] == [NAMESAKE.id]


def test_the_pages_of_a_firm_a_region_a_person_and_a_body(store: Store) -> None:
    firm = dossier(store, FIRM.id)
    assert entries(firm, "where") == {"来自": ["来自 广州市"], "入驻": ["入驻 平桥就业园 2022-03"]}
    assert entries(firm, "people") == {"石小乔": ["任职 车间主任"]}
    assert entries(firm, "partners") == {"合作": ["合作 三都远途箱包厂"]}
    other = dossier(store, KINDS["helper"].id)
    assert entries(other, "helps") == {"帮扶": ["帮扶 三都水族自治县 2021 起"]}
    assert entries(other, "sent") == {"连一舟": ["派自"]}
    county = dossier(store, SANDU.id)
    assert [section.key for section in county.sections] == [
        "helped_by", "sites", "firms", "places", "works", "builders", "people", "money", "partners", "labour",
    ]  # fmt: skip
    assert entries(county, "sites")["平桥社区"][:2] == ["位于", "户数 1790户 2024-01-15 报道"]
    person = dossier(store, LIAN.id)
    assert entries(person, "posts") == {
        "任职": ["任职 三都水族自治县 副县长"],
        "派自": ["派自 黄埔区"],
        "派往": ["派往 三都水族自治县 副县长"],
    }
    assert entries(dossier(store, BUREAU.id), "works") == {"运营": ["运营 平桥就业园"]}


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_said_of_a_name_stands_on_its_page_once_and_proven(store: Store, kind: str) -> None:
    found = dossier(store, KINDS[kind].id)
    shown = Counter(line.id for line in lines(found))
    own = [fact.id for fact in found.known.facts_of(found.node.id) if not fact.source]
    own += [figure.id for figure in found.known.figures_of(found.node.id)]
    assert {id_: shown[id_] for id_ in own} == dict.fromkeys(own, 1)
    assert max(shown.values()) == 1
    assert all(line.proofs for line in lines(found))
    passages = [passage for article in found.cited for passage in article.passages]
    assert {line.id for passage in passages for line in passage.lines} == set(shown)
    html = dossier_page(store, found.node.id, Lang.zh)
    ids = re.findall(r' id="((?:fact|observation):[^"]+)"', html)
    assert Counter(ids) == shown
    assert set(re.findall(r'href="#((?:fact|observation):[^"]+)"', html)) <= set(ids)


def test_where_an_id_is_filed_puts_nothing_into_a_place(store: Store) -> None:
    inside = scope(store, node_of(store, SANDU.id))
    assert {SITE.id, PARK.id, FIRM.id, BUREAU.id, LONELY.id} <= inside
    assert LIAN.id not in inside and thing("Person", "韦小满", region=SANDU.id).id not in inside


def test_sources_that_disagree_stand_together(store: Store) -> None:
    found = {one.lines[0].words.zh: [plain(line) for line in one.lines] for one in dossier(store, SITE.id).disputes}
    assert found["户数"] == ["户数 1790户 2024-01-15 报道", "户数 1800户 2023-05-01 报道"]
    assert len(found["提供岗位"]) == len(YEARS)  # one group, not a pair for every two of them
    assert [one.node.name for one in dossier(store, SANDU.id).disputes] == ["平桥社区", "平桥社区"]
    assert dossier(store, LIAN.id).disputes == ()


def test_money_by_giver_and_year(store: Store) -> None:
    money = dossier(store, SITE.id).money
    assert money is not None
    granted = sum(grant for _, _, grant in YEARS)
    assert [(giver.node.name, giver.total.zh) for giver in money.givers] == [
        ("黄埔区", f"{granted}万元"),
        ("三都云织制衣有限公司", "1200万元"),
    ]
    assert money.undated == 1  # what the firm invested; the 500万元 of 2022 are told twice and are one fact
    assert re.findall(r'class="time"[^>]*>(\d+)<', str(money.years)) == [str(year) for year, _, _ in YEARS]
    assert dossier(store, LIAN.id).money is None


def test_a_chart_stands_where_figures_lie_in_several_years(store: Store) -> None:
    indicators = {one.name.zh: one for theme in dossier(store, SITE.id).themes for one in theme.indicators}
    jobs = str(indicators["带动就业"].chart)
    heights = [float(height) for height in re.findall(r'class="bar"[^>]* height="([\d.]+)"', jobs)]
    most = max(employed for _, employed, _ in YEARS)
    assert heights == pytest.approx([employed / most * 84 for _, employed, _ in YEARS], abs=0.1)
    assert str(indicators["户数"].chart).count("hollow") == 2  # dated by their articles only
    firm = {one.name.zh: one for theme in dossier(store, FIRM.id).themes for one in theme.indicators}
    assert firm["员工数"].chart is None or "hollow" in str(firm["员工数"].chart)


def test_a_long_history_draws_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    years = range(1990, 2020)
    text = "".join(f"{year}年起，第{year}市对口帮扶三都县。\n" for year in years)
    sample = Page(text, name="many")
    for year in years:
        helper = region(f"44{year}", f"第{year}市")
        quote = f"{year}年起，第{year}市对口帮扶三都县"
        sample.fact("ASSISTS", helper, SANDU, quote, since=str(year), raw={"since": f"{year}年"})
    with open_store(tmp_path / "many.lbug") as made:
        made.write(sample.extraction)
        found = dossier(made, SANDU.id)
        html = dossier_page(made, SANDU.id, Lang.zh)
    assert found.history is not None and found.history.left_out == 6
    assert "第2013市</text>" in found.history.drawing and "第2014市</text>" not in found.history.drawing
    assert len(found.sections[0].entries) == 30 and "第2019市" in html


def test_a_history_has_bars_for_stated_times_and_ticks_for_articles() -> None:
    drawings = str(
        history([Stretch("甲", "#a", 2016, 2021, (2018.5,)), Stretch("乙", "#b", 2020, None, ())], Both("", ""))
    )
    drawn, narrow = drawings.split("</svg>")[:2]
    assert 'class="chart history wide"' in drawn and 'class="chart history narrow"' in narrow
    assert drawn.count('class="bar"') == 1 and drawn.count('class="bar open"') == 1 and drawn.count('class="tick"') == 1
    assert "2016" in drawn and "2022" in drawn


def test_texts_in_drawings_are_escaped() -> None:
    evil = '"><script>alert(1)</script>'
    drawn = columns([Point(evil, 1, Both(evil, evil), "#" + evil)], Both(evil, evil))
    assert "<script" not in drawn and "<script" not in history([Stretch(evil, evil, 2020, None, ())], Both(evil, evil))


def test_little_known_is_a_small_page(store: Store) -> None:
    bare = dossier_page(store, BLANK.id, Lang.zh)
    assert "图库里只有这个名字" in bare and 'class="contents"' not in bare
    assert "远山读书会" in dossier_page(store, LONELY.id, Lang.en)
    with pytest.raises(UsageError, match="holds nothing with the id person:nobody"):
        dossier_page(store, "person:nobody", Lang.zh)


def test_links_lead_to_names_and_to_the_place_of_a_proof(store: Store) -> None:
    found = dossier(store, FIRM.id)
    proof = next(line for line in lines(found) if line.words.zh == "来自").proofs[0]
    html = dossier_page(store, FIRM.id, Lang.zh, {PARK.id: "park.html", proof.article.id: "article-a.html"})
    assert '<a href="park.html">平桥就业园</a>' in html
    assert f'<a href="article-a.html#p{proof.start}">' in html
    alone = dossier_page(store, FIRM.id, Lang.zh)
    assert all(href.startswith("#") for href in re.findall(r'href="([^"]*)"', alone))


def test_the_same_store_makes_the_same_page(store: Store) -> None:
    for kind in KINDS.values():
        assert dossier_page(store, kind.id, Lang.zh) == dossier_page(store, kind.id, Lang.zh)


@browser
@pytest.mark.parametrize(
    ("kind", "width", "theme", "lang"),
    [
        ("site", 1440, "light", "zh"),
        ("county", 1024, "dark", "zh"),
        ("site", 390, "light", "en"),
        ("person", 390, "dark", "zh"),
    ],
)
def test_pages_fit_and_have_no_serious_fault(store: Store, kind: str, width: int, theme: str, lang: str) -> None:
    with opened(dossier_page(store, KINDS[kind].id, Lang(lang)), width=width, theme=theme, lang=lang) as page:
        picture(page, f"dossier-{kind}-{width}-{theme}-{lang}")
        page.locator(".why summary").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert axe(page) == []


@browser
def test_proofs_open_by_mouse_by_keyboard_by_link_and_all_at_once(store: Store) -> None:
    with opened(dossier_page(store, SITE.id, Lang.zh)) as page:
        line = page.locator(".line", has_text="来自").first
        assert not line.locator(".proof").is_visible()
        line.locator("summary").click()
        assert "来自广州市" in line.locator("mark").inner_text()
        line.locator("summary").focus()
        page.keyboard.press("Enter")
        assert not line.locator(".proof").is_visible()
        page.locator("a.card", has_text="户数").click()
        target = page.locator(".line:target")
        target.locator(".proof").first.wait_for()
        assert "1790户" in target.inner_text()
        page.click("[data-proofs]")
        assert page.locator("main details:not([open])").count() == 0
        page.click("[data-proofs]")
        assert page.locator("main details[open]").count() == 0
        page.locator(".passages summary").first.click()
        page.locator(".proves a").first.click()
        page.locator(".line:target .proof").first.wait_for()


@browser
def test_paper_has_the_proofs_without_a_click(store: Store) -> None:
    with opened(dossier_page(store, LIAN.id, Lang.zh)) as page:
        quote = page.locator(".line .proof").first
        assert not quote.is_visible()
        page.emulate_media(media="print")
        box = quote.bounding_box()
        assert box is not None and box["height"] > 10
        assert not page.locator(".contents").is_visible()


@browser
def test_the_contents_mark_the_section_in_view(store: Store) -> None:
    with opened(dossier_page(store, SITE.id, Lang.zh)) as page:
        page.wait_for_selector(".contents [aria-current]")
        assert page.locator(".contents [aria-current]").inner_text().startswith("谁在帮扶")
        page.locator("#s-sources").scroll_into_view_if_needed()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        expect(page.locator(".contents [aria-current]")).not_to_contain_text("谁在帮扶")


def test_samples_are_written(tmp_path: Path) -> None:
    """The store of these tests is made the same wherever it is made."""
    one, two = written(tmp_path / "1.lbug"), written(tmp_path / "2.lbug")
    with open_store(one, read_only=True) as first, open_store(two, read_only=True) as second:
        assert dossier_page(first, SITE.id, Lang.zh) == dossier_page(second, SITE.id, Lang.zh)
