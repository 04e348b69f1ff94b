"""What `duikou browser` gives to Neo4j Browser, and the little web server that hands it out."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath

from duikou.settings import Lang

STYLE, FAVOURITES, GUIDE = "style.grass", "favourites.zip", "guide.html"
_TYPES = {".grass": "text/plain; charset=utf-8", ".zip": "application/zip", ".html": "text/html; charset=utf-8"}
# The Browser's page comes from another port, so it may read an answer only when these say so.
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
}


def browser_files(lang: Lang) -> dict[str, bytes]:
    """The style, the favourites with titles in the language, and the guide, by file name."""
    from graph.browser_style import grass
    from graph.look import looks
    from queries.favourites import favourites, zipped
    from queries.guide import guide

    return {
        STYLE: grass(looks()).encode(),
        FAVOURITES: zipped(favourites(lang.value)),
        GUIDE: guide(looks()).encode(),
    }


def server_of(contents: Mapping[str, bytes], port: int) -> ThreadingHTTPServer:
    """A server of these files and nothing else on 127.0.0.1; port 0 takes a free one. OSError when the port is taken."""

    class Handler(BaseHTTPRequestHandler):
        """Answers from memory: there is no folder to walk out of."""

        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def do_OPTIONS(self) -> None:
            self._head(HTTPStatus.NO_CONTENT, {})

        def _answer(self, body: bool) -> None:
            name = self.path.split("?")[0].removeprefix("/")
            content = contents.get(name)
            if content is None:
                self._head(HTTPStatus.NOT_FOUND, {"Content-Length": "0"})
                return
            kind = _TYPES[PurePosixPath(name).suffix]
            self._head(HTTPStatus.OK, {"Content-Type": kind, "Content-Length": str(len(content))})
            if body:
                self.wfile.write(content)

        def _head(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in {**_CORS, "Cache-Control": "no-store", **headers}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """The terminal is for what to type."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)
