"""A report: a folder of linked pages that may be moved, made again, and never touches what is not its own."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from dossier_samples import FIRM, HUANGPU, LIAN, LONELY, SANDU, SITE, written
from graph_samples import Page, thing
from pages_browser import axe, opened, picture

from duikou.settings import Lang
from duikou.views.report import INDEX, report
from duikou.views.report_folder import MARKER, prepared, write
from duikou.views.report_names import file_name, file_names
from graph.errors import UsageError
from graph.store import Store, open_store

browser = pytest.mark.xdist_group("pages")
BLANK = thing("Organization", "无事可说协会")
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = written(tmp_path_factory.mktemp("reports") / "a.lbug")
    blank = Page("无事可说协会今天没有事。\n", name="blank")
    blank.extraction.entities.append(BLANK)
    with open_store(path) as opened_store:
        opened_store.write(blank.extraction)
    with open_store(path, read_only=True) as opened_store:
        yield opened_store


@pytest.fixture(scope="module")
def made(store: Store, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return report(store, SITE.id, tmp_path_factory.mktemp("report") / "平桥 社区", Lang.zh)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_pages_of_a_report(made: list[Path]) -> None:
    names = [path.name for path in made]
    assert names[:2] == [INDEX, "site-平桥社区.html"]
    assert {
        "company-三都云织制衣有限公司.html",
        "park-平桥就业园.html",
        "region-黄埔区.html",
        "graph.html",
        "timeline.html",
    } <= set(names)
    assert "region-三都水族自治县.html" in names  # what it lies in
    assert "article-2023-05-01-产业园里的新班组.html" in names
    assert "person-罗见山.html" not in names  # one fact of him, which the page of the site has
    index = made[0].read_text(encoding="utf-8")
    assert "罗见山" in index and all(f'href="{name}"' in index for name in names[1:])
    assert {path.name for path in made[0].parent.iterdir()} == {*names, MARKER}


def test_every_link_leads_somewhere_inside(made: list[Path]) -> None:
    ids = {path.name: set(re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8"))) for path in made}
    followed = 0
    for path in made:
        html = path.read_text(encoding="utf-8")
        shown = html[: html.index('<script type="application/json"')]
        assert f'href="{INDEX}"' in shown or path.name == INDEX, path.name
        inside = re.sub(
            r'href="https://[^"]*" rel="noopener noreferrer"', "", shown
        )  # but for an article's own address
        for href in re.findall(r'\bhref="([^"]*)"', inside):
            address = urlsplit(unescape(href))
            assert not address.scheme and not address.netloc and "/" not in address.path and "\\" not in href, href
            target = unquote(address.path) or path.name
            assert target in ids, f"{path.name}: {href}"
            if address.fragment:
                assert unquote(address.fragment) in ids[target], f"{path.name}: {href}"
                followed += target != path.name
    assert followed > 100  # proofs that lead to their place in an article


def test_the_same_store_makes_the_same_report(store: Store, made: list[Path], tmp_path: Path) -> None:
    again = report(store, SITE.id, tmp_path / "again", Lang.zh)
    assert contents(again[0].parent) == contents(made[0].parent)


def test_a_report_is_made_again_in_its_folder_and_leaves_other_files_alone(
    store: Store, made: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "moved"
    shutil.copytree(made[0].parent, folder)
    (folder / "我的笔记.txt").write_text("别动", encoding="utf-8")
    other = report(store, LIAN.id, folder, Lang.en)
    assert {path.name for path in folder.iterdir()} == {*(path.name for path in other), MARKER, "我的笔记.txt"}
    assert "site-平桥社区.html" not in {path.name for path in other}


def test_a_folder_with_other_things_is_refused(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"a")
    with pytest.raises(UsageError, match=r"photos: holds other files; name a folder"):
        report(store, SITE.id, folder, Lang.zh)
    assert contents(folder) == {"a.jpg": b"a"}
    with pytest.raises(UsageError, match="is a file"):
        report(store, SITE.id, folder / "a.jpg", Lang.zh)


@pytest.mark.parametrize(
    "marker",
    [
        "no json",
        "[]",
        '{"report": "duikou"}',
        '{"report": "other", "files": []}',
        '{"report": "duikou", "files": ["../kept.html"]}',
        '{"report": "duikou", "files": ["..\\\\kept.html"]}',
        '{"report": "duikou", "files": ["/etc/kept.html"]}',
        '{"report": "duikou", "files": ["C:kept.html"]}',
        '{"report": "duikou", "files": ["notes.txt"]}',
        '{"report": "duikou", "files": [1]}',
    ],
)
def test_a_marker_that_no_report_wrote_is_refused(store: Store, tmp_path: Path, marker: str) -> None:
    (tmp_path / "kept.html").write_text("kept", encoding="utf-8")
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / MARKER).write_text(marker, encoding="utf-8")
    with pytest.raises(UsageError, match="is not what a report writes"):
        report(store, SITE.id, folder, Lang.zh)
    assert (tmp_path / "kept.html").read_text(encoding="utf-8") == "kept"


def test_nothing_outside_the_folder_is_written(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "report"
    prepared(folder, ["a.html"])
    (folder / "a.html").symlink_to(outside)
    write(folder, "a.html", "page")
    assert outside.read_text(encoding="utf-8") == "mine" and not (folder / "a.html").is_symlink()
    (folder / "b.html").write_text("somebody's", encoding="utf-8")
    with pytest.raises(UsageError, match=r"b.html: is in the way"):
        prepared(folder, ["a.html", "b.html"])


def test_a_broken_off_report_can_be_made_again(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    prepared(folder, ["index.html", "site-甲.html"])
    write(folder, "site-甲.html", "half a page")
    names = {path.name for path in report(store, LIAN.id, folder, Lang.zh)}
    assert {path.name for path in folder.iterdir()} == {*names, MARKER}
    assert json.loads((folder / MARKER).read_text(encoding="utf-8"))["files"] == sorted(names)


def test_nothing_to_report_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no fact or figure of it"):
        report(store, BLANK.id, tmp_path / "none", Lang.zh)
    with pytest.raises(UsageError, match="holds nothing with the id"):
        report(store, "site:none", tmp_path / "none", Lang.zh)
    assert not (tmp_path / "none").exists()


def test_little_known_is_a_small_report(store: Store, tmp_path: Path) -> None:
    names = {path.name for path in report(store, LONELY.id, tmp_path / "small", Lang.zh)}
    assert {INDEX, "organization-远山读书会.html", "region-三都水族自治县.html"} <= names


@pytest.mark.parametrize(
    "name",
    ["CON", "a/b\\c:d*e?f\"g<h>i|j", "..", ". . .", "", "尾点.", "x" * 300, "㍿㌔" * 90, "tab\tline\nbreak\0nul", "\ud800坏", "‮反", "%2e%2e", "#?&"],
)  # fmt: skip
def test_file_names_are_taken_by_every_system(name: str) -> None:
    made = file_name("company", name)
    assert re.fullmatch(r"company(-[^<>:\"/\\|?*#%&\x00-\x1f\s]+)?\.html", made)
    assert len(made.encode()) <= 255 and not made.removesuffix(".html").endswith((".", " "))
    assert made.partition(".")[0].upper() not in RESERVED
    assert unicodedata.normalize("NFC", made) == made
    assert not any(unicodedata.category(char).startswith("C") for char in made)


def test_equal_names_are_told_apart_by_their_ids_alone() -> None:
    wanted = {
        "site:1": ("site", "城南社区"),
        "site:2": ("site", "城南社区"),
        "site:3": ("site", "ABC"),
        "site:4": ("site", "abc"),
    }
    names = file_names(wanted)
    assert len({name.casefold() for name in names.values()}) == 4
    assert names["site:1"].startswith("site-城南社区-")
    turned = dict(reversed(wanted.items()))
    assert file_names(turned) == names


@browser
def test_a_report_is_walked_through_wherever_it_lies(made: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "USB 盘 #1"
    shutil.copytree(made[0].parent, folder)
    with opened(folder / INDEX) as page:
        picture(page, "report-index")
        assert axe(page) == []
        page.click(".starts a >> nth=0")
        assert page.locator("h1").inner_text() == "平桥社区"
        page.locator(".head a", has_text=FIRM.name).first.click()
        assert page.locator("h1").inner_text() == FIRM.name
        line = page.locator(".line", has_text="来自").first
        line.locator("summary").click()
        line.locator(".proof footer a").click()
        place = unquote(urlsplit(page.url).fragment)
        assert "article-2024-01-15" in unquote(page.url)
        assert page.locator(f"[id='{place}']").count() == 1
        page.locator(f".tools a[href='{INDEX}']").click()
        assert "平桥社区：报告" in page.locator("h1").inner_text()
        for name in ("graph.html", "timeline.html"):
            page.click(f".starts a[href='{name}']")
            page.locator(f".tools a[href='{INDEX}']").click()


@browser
@pytest.mark.parametrize(("width", "theme", "lang"), [(1024, "dark", "zh"), (390, "light", "en")])
def test_the_contents_fit(made: list[Path], width: int, theme: str, lang: str) -> None:
    with opened(made[0], width=width, theme=theme, lang=lang) as page:
        picture(page, f"report-index-{width}-{theme}-{lang}")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert axe(page) == []


def test_the_report_of_a_region_has_its_sites_and_helpers(store: Store, tmp_path: Path) -> None:
    names = {path.name for path in report(store, SANDU.id, tmp_path / "county", Lang.zh)}
    assert {"site-平桥社区.html", "region-黄埔区.html", "company-三都云织制衣有限公司.html"} <= names
    assert HUANGPU.name in (tmp_path / "county" / INDEX).read_text(encoding="utf-8")
