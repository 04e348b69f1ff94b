"""Pages in a real Chromium without a network: opened and watched, checked by axe-core, kept as pictures.

    with opened(html, width=390, theme="dark", lang="en") as page:
        page.click("#legend button")
        assert axe(page) == []
        picture(page, "legend-dark-390")

Whatever the page asks for beside itself, every error on its console, every error it throws and every dialog it opens
fails the test that opened it. One Chromium serves a test module; tests/conftest.py closes it after the module.
"""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from neo4j_artifacts import Unavailable
from neo4j_browser import chromium
from playwright.sync_api import Browser, Page, Playwright, Request, sync_playwright

_ARGUMENTS = (
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--enable-unsafe-swiftshader",  # WebGL, for pages of many nodes, on machines without a graphics card
)
_AXE = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
_GRAVE = ("serious", "critical")


@dataclass
class _Running:
    """The one browser of this process, while there is one."""

    playwright: Playwright | None = None
    browser: Browser | None = None


@dataclass
class Faults:
    """What a page did that it must not do; `folder` is where it may go by its links."""

    folder: Path
    found: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        """Keep a request, unless it is the page itself or one of its folder that a link leads to."""
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob", "about"):
            return
        own = address.scheme == "file" and Path(unquote(address.path)).is_relative_to(self.folder)
        if not (own and request.is_navigation_request()):
            self.found.append(f"request: {request.url}")


_running = _Running()


@contextmanager
def opened(
    page_or_html: Path | str, width: int = 1440, height: int = 900, theme: str = "light", lang: str = "zh"
) -> Iterator[Page]:
    """A page from a file, or from its HTML, in a browser without a network.

    Raises AssertionError at the end for requests, console errors, errors of scripts and dialogs.
    """
    with tempfile.TemporaryDirectory(prefix="duikou-page-") as spare:
        if isinstance(page_or_html, Path):
            path = page_or_html.resolve()
        else:
            path = Path(spare).resolve() / "page.html"
            path.write_text(page_or_html, encoding="utf-8")
        faults = Faults(path.parent)
        context = _browser().new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
            locale="zh-CN" if lang == "zh" else "en-GB",
            offline=True,
        )
        try:
            page = context.new_page()
            page.set_default_timeout(30_000)  # a busy machine draws slowly
            page.on("request", faults.asked)
            page.on(
                "console", lambda said: faults.found.append(f"console: {said.text}") if said.type == "error" else None
            )
            page.on("pageerror", lambda error: faults.found.append(f"error: {error}"))
            page.on("dialog", lambda dialog: (faults.found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
            page.goto(path.as_uri())
            if page.evaluate("document.documentElement.dataset.lang") not in (lang, None):
                page.click("[data-act=lang]")
            yield page
        finally:
            context.close()
    assert faults.found == [], "\n".join(faults.found)


def axe(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands now that is serious or critical, one line each."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    return [
        f"{one['id']}: {one['help']}: {' | '.join(str(node['target'][0]) for node in one['nodes'][:5])}"
        for one in page.evaluate(_AXE)
        if one["impact"] in _GRAVE
    ]


def picture(page: Page, name: str, *, full: bool = False) -> None:
    """Keep what the page looks like as NAME.png in the folder that DUIKOU_SCREENSHOTS names, if it does; `full`: down to its end."""
    if wanted := os.environ.get("DUIKOU_SCREENSHOTS"):
        Path(wanted).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(wanted) / f"{name}.png", full_page=full)


def close() -> None:
    """End the browser, if there is one; Playwright's event loop would stand in the way of other tests of the process."""
    if _running.browser:
        _running.browser.close()
    if _running.playwright:
        _running.playwright.stop()
    _running.browser = _running.playwright = None


def _browser() -> Browser:
    """The browser of this process; without Chromium the test is skipped, on CI it fails."""
    if _running.browser is None:
        _running.playwright = sync_playwright().start()
        try:
            executable = chromium(_running.playwright.chromium.executable_path)
        except Unavailable as reason:
            close()
            if os.environ.get("CI"):
                raise
            pytest.skip(str(reason))
        _running.browser = _running.playwright.chromium.launch(executable_path=executable, args=list(_ARGUMENTS))
    return _running.browser


atexit.register(close)
