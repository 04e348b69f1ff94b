"""Neo4j Browser in a real Chromium, driven by Playwright: found, opened, typed into."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neo4j_server import Server, Unavailable
from playwright.sync_api import Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The page asks for fonts and statistics of the outside world, which nobody needs: no name but this machine's is found.
_OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
_DROP = """
([name, type, content]) => {
    const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, {type}));
    const target = document.querySelector('.filedrop');
    for (const event of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(event, {bubbles: true, cancelable: true, dataTransfer: data}));
}
"""
_CIRCLES = """
() => Array.from(document.querySelectorAll('[data-testid=frame] g.node')).map((node) => {
    const circle = node.querySelector('circle.b-outline');
    return {
        labels: node.__data__.labels,
        properties: node.__data__.propertyMap,
        color: circle.getAttribute('fill'),
        diameter: 2 * circle.getAttribute('r'),
        caption: Array.from(node.querySelectorAll('text')).map((line) => line.textContent).join('').trim(),
        text: node.querySelector('text').getAttribute('fill'),
    };
})
"""
_ARROWS = """
() => Array.from(document.querySelectorAll('[data-testid=frame] g.relationship')).map((arrow) => ({
    type: arrow.__data__.type,
    color: arrow.querySelector('path.b-outline').getAttribute('fill'),
    caption: arrow.querySelector('text').textContent,
}))
"""


def chromium(own: str) -> str:
    """The browser to drive: that of DUIKOU_TEST_CHROMIUM, of the system, or Playwright's `own`."""
    found = [os.environ.get("DUIKOU_TEST_CHROMIUM"), *(shutil.which(name) for name in _NAMES), own]
    usable = next((one for one in found if one and Path(one).is_file()), None)
    if usable is None:
        raise Unavailable("there is no Chromium; install one, or run: python -m playwright install chromium")
    return usable


@dataclass
class Browser:
    """A page of Neo4j Browser that is signed in; `pictures` is where it leaves what it looked like, if anywhere."""

    page: Page
    pictures: Path | None

    def run(self, text: str) -> None:
        """Type a query or a command over what stands in the editor, and run it."""
        self.page.click("[data-testid=activeEditor] .monaco-editor")
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)
        self.page.click("[data-testid=editor-Run]")

    def draw(self, text: str, name: str) -> None:
        """Run a query whose answer is a picture, wait for it, and keep it."""
        self.run(":clear")
        self.page.wait_for_selector("[data-testid=frame]", state="detached")
        self.run(text)
        self.page.wait_for_selector("[data-testid=frame] g.node text")
        self.page.wait_for_timeout(500)  # captions and arrows are measured first
        self.look(name, settle=2500)

    def look(self, name: str, settle: int = 500) -> None:
        """Keep a picture of the page, once it has come to rest."""
        if self.pictures:
            self.pictures.mkdir(parents=True, exist_ok=True)
            self.page.wait_for_timeout(settle)
            self.page.screenshot(path=self.pictures / f"{name}.png")

    def drop(self, name: str, kind: str, content: bytes) -> None:
        """Drop a file on the page."""
        self.page.evaluate(_DROP, [name, kind, base64.b64encode(content).decode()])

    def circles(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate(_CIRCLES)
        return found

    def arrows(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate(_ARROWS)
        return found


@contextmanager
def browser_of(server: Server, address: str, pictures: Path | None) -> Iterator[Browser]:
    """The Browser opened at an address of `duikou browser`, with the password typed in."""
    with sync_playwright() as playwright:
        executable = chromium(playwright.chromium.executable_path)
        opened = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", _OFFLINE])
        page = opened.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(90_000)  # a busy machine draws slowly
        page.goto(address)
        page.wait_for_selector("[data-testid=boltaddress]")
        assert page.input_value("[data-testid=boltaddress]") == server.uri.partition("://")[2]
        assert page.input_value("[data-testid=username]") == "neo4j"
        page.fill("[data-testid=password]", server.password)
        page.click("[data-testid=connect]")
        page.get_by_text("You are connected as user").wait_for()
        yield Browser(page, pictures)
        opened.close()
