"""Two hundred injections in everything that pages show: none of them runs, all of them are to be read as text.

First with the policy of the page taken out, so that the escaping stands alone; then the policy stands alone, with the
injections put into a page as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from graph_samples import Page as Sample
from graph_samples import region
from injected_graph import HUB, injected_graph
from injections import FAMILIES, INJECTIONS
from pages_browser import opened, picture
from playwright.sync_api import Page

from duikou.settings import Lang
from duikou.views.article import article_page, article_page_of
from duikou.views.dossier import dossier_page
from duikou.views.flow import flow_page
from duikou.views.graph_page import graph_page
from duikou.views.map import map_page
from duikou.views.page import Both, both, embedded, page, policy
from duikou.views.report import report
from duikou.views.timeline import timeline_page
from graph.model import Extraction
from graph.store import Store, open_store

browser = pytest.mark.xdist_group("pages")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(scope="module")
def graph() -> Extraction:
    return injected_graph()


@pytest.fixture(scope="module")
def store(graph: Extraction, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("injected") / "duikou.lbug") as written:
        written.write(graph)
        yield written


def company(graph: Extraction, place: int) -> str:
    return [fact.subject.id for fact in graph.facts if fact.relation == "MOVED_INTO"][place]


def graph_on_sigma(store: Store, graph: Extraction) -> str:
    """The page as it is made for large graphs, of a small one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("duikou.views.graph_page.PYVIS_LIMIT", 100)
        return graph_page(store, [HUB.id], Lang.en)


ALL = frozenset({"graph", "flow", "map", "timeline", "document"})  # these show every one of the injections
PAGES: dict[str, Callable[[Store, Extraction], str]] = {
    "graph": lambda store, graph: graph_page(store, None, Lang.zh),
    "sigma": graph_on_sigma,
    "flow": lambda store, graph: flow_page(store, Lang.zh),
    "map": lambda store, graph: map_page(store, Lang.en),
    "timeline": lambda store, graph: timeline_page(store, None, Lang.zh),
    "region": lambda store, graph: dossier_page(store, HUB.id, Lang.zh),
    "company": lambda store, graph: dossier_page(store, company(graph, 0), Lang.en),
    "document": lambda store, graph: article_page(store, graph.document.id, Lang.zh, {HUB.id: "a'\"><b>.html"}),
    "article": lambda store, graph: article_page(store, graph.articles[2].id, Lang.en),
}


def test_there_are_two_hundred_of_eleven_families() -> None:
    assert len(INJECTIONS) == len(set(INJECTIONS)) == 200
    assert len(FAMILIES) == 11 and min(map(len, FAMILIES.values())) >= 10


# the first wall: everything is escaped


@browser
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_runs_on_a_page_without_its_policy(store: Store, graph: Extraction, kind: str) -> None:
    html = PAGES[kind](store, graph)
    assert len(POLICY.findall(html)) == 1, "and it is the only one"
    with opened(POLICY.sub("", html)) as shown:
        if kind in ALL:
            assert _unread(shown) == []
        _use(shown)
        assert shown.evaluate("window.pwned") is None
        assert _links(shown) <= {"#", "a'\"><b>.html"}
        picture(shown, f"injected-{kind}")


def _unread(shown: Page) -> list[str]:
    """The injected names that the page does not show as they are, in its text or in the data of its scripts."""
    names = [f"甲{words}市" for words in INJECTIONS if "\n" not in words]
    found: list[str] = shown.evaluate(
        """(names) => {
            const all = JSON.stringify(duikou.data) + document.documentElement.textContent;
            return names.filter((name) => !all.includes(name) && !all.includes(JSON.stringify(name).slice(1, -1)));
        }""",
        names,
    )
    return found


@browser
def test_a_report_of_injected_names_stays_in_its_folder_and_runs_nothing(
    store: Store, graph: Extraction, tmp_path: Path
) -> None:
    written = report(store, company(graph, 14), tmp_path / "report", Lang.zh)
    assert {path.parent for path in written} <= {tmp_path / "report", *(tmp_path / "report").rglob("*")}
    for path in written:
        assert re.fullmatch(r"[\w.\-·—（）()]+", path.name), path.name
        path.write_text(POLICY.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in written[:3]:
        with opened(path) as shown:
            _use(shown)
            assert shown.evaluate("window.pwned") is None
            for address in shown.eval_on_selector_all(
                "a[href]", "all => all.map((one) => new URL(one.getAttribute('href'), location).href)"
            ):
                if urlsplit(address).path != urlsplit(shown.url).path:
                    assert Path(unquote(urlsplit(address).path)) in written, address


def _use(shown: Page) -> None:
    """Do on the page what a reader does: press, open, hover, focus and search a part of everything that offers itself."""
    shown.evaluate(
        """async () => {
            const rest = (time) => new Promise((done) => setTimeout(done, time));
            const some = (all, most) => [...all].filter((_, at) => at % Math.max(1, Math.ceil(all.length / most)) === 0);
            for (const one of some(document.querySelectorAll("details"), 20)) one.open = true;
            for (const twice of [1, 2]) {
                for (const one of some(document.querySelectorAll("button:not([data-act=print])"), 40)) one.click();
            }
            const all = document.querySelectorAll("main [tabindex], main mark, main [data-s], main svg [class], main li");
            for (const one of some(all, 24)) {
                for (const kind of ["pointerover", "pointerenter"]) {
                    one.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
                }
                one.focus?.();
                if (!one.closest("a")) one.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            }
            await rest(100);
            for (const field of document.querySelectorAll("input[type=search], input[type=text]")) {
                field.value = "<img";
                field.dispatchEvent(new Event("input", { bubbles: true }));
            }
            await rest(200);
        }"""
    )


def _links(shown: Page) -> set[str]:
    """Where links lead, places on the page itself as #."""
    found = shown.eval_on_selector_all("a[href], area[href]", "all => all.map((one) => one.getAttribute('href'))")
    return {"#" if one.startswith("#") else one for one in found}


class _Skeleton(HTMLParser):
    """The tags of a page with the names of their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))


def _article(title: str) -> str:
    """A page that shows the words as title, publisher, name and property of a fact."""
    sample = Sample("甲市出资一百万元。\n乙县收到。", title=title)
    helper, helped = region("440112", "甲市", title), region("522732", "乙县", title)
    sample.fact("ASSISTS", helper, helped, "甲市出资一百万元。\n乙县收到。")
    return article_page_of(sample.extraction, Lang.zh)


def test_the_skeleton_of_a_page_does_not_depend_on_the_words() -> None:
    plain = _Skeleton(_article("平常的标题")).found
    assert len(plain) > 40
    for words in INJECTIONS:
        assert _Skeleton(_article(words)).found == plain, words


def test_data_for_scripts_holds_no_markup_and_reads_back() -> None:
    import json

    made = str(embedded({"words": list(INJECTIONS)}))
    assert not re.search("[<>&\u2028\u2029]", made)
    assert json.loads(made) == {"words": list(INJECTIONS)}


def test_words_of_a_document_are_no_format_strings() -> None:
    for words in FAMILIES["templates"]:
        assert both("place_line", document=words, line=3).zh == f"{words} 第 3 行"
        assert words in Both(words, words).zh


# the second wall: the policy alone


@browser
def test_the_policy_alone_keeps_all_of_them_from_running() -> None:
    """A control group without it shows that they would run."""
    unguarded, _ = _run_unescaped("")
    assert unguarded > 40, "the injections are live ammunition"
    html = page("base.html", title=Both("甲", "A"), lang=Lang.zh)
    found = POLICY.search(html)
    assert found
    guarded, asked = _run_unescaped(found[0])
    assert guarded == 0
    # No policy forbids a page to go elsewhere: that is for the escaping, which lets no meta element through.
    assert [one for one in asked if "http-equiv=refresh" not in one] == []


def test_the_policy_names_its_own_scripts_and_nothing_else() -> None:
    made = policy(["a{}"], ["1;"])
    assert "default-src 'none'" in made and "base-uri 'none'" in made and "form-action 'none'" in made
    assert "unsafe-inline" not in made and "unsafe-eval" not in made and "http" not in made
    assert re.findall(r"script-src ([^;]*);", made)[0].startswith("'sha256-")
    assert "unsafe-inline" not in re.findall(r"script-src ([^;]*);", policy([], ["1;"], inline_styles=True))[0]


def _run_unescaped(head: str) -> tuple[int, list[str]]:
    """How many of the injections run, each alone in a frame with this head, and those that ask for something."""
    with opened('<!doctype html><html lang="zh"><title>frames</title></html>') as watched:
        chromium = watched.context.browser
        assert chromium
        context = chromium.new_context(offline=True)  # unwatched: here faults are what is counted
        shown = context.new_page()
        asked: list[str] = []
        blocked: list[str] = []
        shown.on("request", lambda request: asked.append(request.url))
        shown.on("requestfailed", lambda request: blocked.append(request.url) if request.failure == "csp" else None)
        shown.on("dialog", lambda dialog: dialog.dismiss())
        shown.set_content("<!doctype html><title>frames</title>")
        ran = shown.evaluate(
            """async ([head, texts]) => {
                const frames = texts.map((text) => {
                    const frame = document.createElement("iframe");
                    frame.srcdoc = `<!doctype html><html><head>${head}</head><body><main>${text}</main></body></html>`;
                    document.body.append(frame);
                    return frame;
                });
                await Promise.all(frames.map((frame) => new Promise((done) => {
                    frame.onload = done;
                    setTimeout(done, 5000);  // a frame that goes elsewhere may never be ready
                })));
                await new Promise((done) => setTimeout(done, 500));
                return frames.filter((frame) => {
                    try { return frame.contentWindow.pwned !== undefined; } catch { return false; }
                }).length;
            }""",
            [head, [text for text in INJECTIONS if not head or "http-equiv=refresh" not in text]],
        )
        context.close()
    return ran, [one for one in asked if one.startswith("http") and one not in blocked]
