"""`duikou browser`: style, favourites and guide for Neo4j Browser, written to a folder or handed out on a local port."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

from duikou.browser_files import FAVOURITES, GUIDE, STYLE, browser_files, server_of
from duikou.screen import Screen
from duikou.settings import store_location
from graph.errors import DuikouError, UsageError

_HTTP, _HTTPS = 7474, 7473
_HERE = "bolt://localhost:7687"


def browser_page(location: str, http: int | None) -> str:
    """The address of the Browser of a store's server, with the connect form filled in but for the password.

    >>> browser_page("bolt://127.0.0.1:7688/work", None)
    'http://127.0.0.1:7474/browser/?dbms=bolt://neo4j@127.0.0.1:7688&db=work'
    >>> browser_page("neo4j+s://graph.example.org", None)
    'https://graph.example.org:7473/browser/?dbms=neo4j%2Bs://neo4j@graph.example.org:7687'
    """
    from graph.neo4j_address import parse_address

    address = parse_address(location)
    server = urlsplit(address.uri)
    secure = "+" in server.scheme
    host = server.netloc.rpartition(":")[0]  # with its brackets, if it is IPv6
    page = f"{'https' if secure else 'http'}://{host}:{http or (_HTTPS if secure else _HTTP)}/browser/"
    scheme = server.scheme.replace("+", "%2B")
    return f"{page}?dbms={scheme}://neo4j@{server.netloc}" + (f"&db={address.database}" if address.database else "")


def _server(store: str | None) -> str:
    """The server to look at: --store; else DUIKOU_STORE, unless that is a file; else one on this machine."""
    location = store_location(store)
    if "://" not in location:
        if store is not None:
            raise UsageError(f"{store}: Neo4j Browser shows what lies on a Neo4j server; name it, such as {_HERE}")
        return _HERE
    return location


def write_files(screen: Screen, folder: Path) -> None:
    """Write the files for those who would rather drop them on the Browser by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in browser_files(screen.lang).items():
        (folder / name).write_bytes(content)
    screen.tell("browser.written", folder=folder, style=STYLE, favourites=FAVOURITES, guide=GUIDE)


def serve_browser(screen: Screen, store: str | None, port: int, http: int | None, open_page: bool) -> None:
    """Hand the files out and open the Browser, until Ctrl-C; `store` is what --store says."""
    page = browser_page(_server(store), http)
    try:
        server = server_of(browser_files(screen.lang), port)
    except OSError as error:
        raise DuikouError(
            f"port {port} of this machine is taken ({error.strerror}); name another with --port"
        ) from error
    # Not 127.0.0.1: this is the name that every Browser allows guides from as it comes.
    base = f"http://localhost:{server.server_port}"
    screen.tell(
        "browser.serving",
        page=page,
        style=f"{base}/{STYLE}",
        guide=f"{base}/{GUIDE}",
        favourites=f"{base}/{FAVOURITES}",
    )
    sys.stdout.flush()  # whoever reads it through a pipe would wait for ever
    with server:
        if open_page:
            webbrowser.open(page)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
