"""Word files -> plain text: .docx from its XML, .doc through antiword or catdoc where the system has one of them.

Paragraphs are lines, headings lines with # in front, the cells of tables lines of their own. Deleted text, hidden
text, notes, headers and footers are left out: they are no part of the running text.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from graph.errors import ReadError
from graph.model import Document
from loaders.archive import opened, part
from loaders.kinds import DOCX
from loaders.limits import MAX_BYTES, fitting, sound
from loaders.sources import Source, made
from loaders.xmlparts import tree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # repeats what a text box says
_LEFT_OUT = frozenset({_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText"})
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-6])|(title|标题)$", re.I)
_TOOLS = (  # programs that read .doc, and what they are asked for: UTF-8, paragraphs as lines
    ("antiword", ("-m", "UTF-8.txt", "-w", "0")),
    ("catdoc", ("-d", "utf-8", "-w")),
)
_SECONDS = 60


def word_document(content: bytes, source: Source, kind: str) -> Document:
    """The text of a Word file as a document; ReadError for a damaged or locked one, and for .doc without a program."""
    text = _docx_text(content, source) if kind == DOCX else _doc_text(content, source)
    return made(fitting(sound(text, source.place), source.place), content, source, kind)


def _docx_text(content: bytes, source: Source) -> str:
    with opened(io.BytesIO(content), source) as archive:
        body = _tree(archive, "word/document.xml", source)
        styles = _tree(archive, "word/styles.xml", source) if "word/styles.xml" in archive.namelist() else None
    levels = dict(_heading_styles(styles)) if styles is not None else {}
    return "\n".join(_paragraphs(body, levels))


def _tree(archive: ZipFile, name: str, source: Source) -> ElementTree.Element:
    return tree(part(archive, name, source).replace(_STRICT, _W[1:-1].encode()), source)


def _heading_styles(styles: ElementTree.Element) -> Iterator[tuple[str, int]]:
    """The ids of the styles of headings, each with its level; the title of a document has level 1."""
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        found = _HEADING.match(name.get(f"{_W}val", "")) if name is not None else None
        if found:
            yield style.get(f"{_W}styleId", ""), int(found[1] or 1)


def _paragraphs(body: ElementTree.Element, levels: dict[str, int]) -> Iterator[str]:
    """The paragraphs in their order; those of a text box follow the paragraph that it hangs on."""
    stack = [body]
    while stack:
        node = stack.pop()
        inner: list[ElementTree.Element] = []
        if node.tag == f"{_W}p":
            words = "".join(_words(node, inner))
            style = node.find(f"{_W}pPr/{_W}pStyle")
            level = levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0
            yield f"{'#' * level} {' '.join(words.split())}" if level and words.strip() else words
        elif node.tag not in _LEFT_OUT:
            inner = list(node)
        stack += reversed(inner)


def _words(paragraph: ElementTree.Element, inner: list[ElementTree.Element]) -> Iterator[str]:
    """The visible text of a paragraph; text boxes in it are put into `inner`."""
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag in (f"{_W}txbxContent", f"{_W}p"):
            inner.append(node)
        elif node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _SIGNS:
            yield _SIGNS[node.tag]
        elif node.tag not in _LEFT_OUT and not (node.tag == f"{_W}r" and _is_hidden(node)):
            stack += reversed(node)


def _is_hidden(run: ElementTree.Element) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val", "true") not in ("0", "false")


def _doc_text(content: bytes, source: Source) -> str:
    """The text of an old Word file, from the first program that the system has."""
    found = next(((path, options) for tool, options in _TOOLS if (path := shutil.which(tool))), None)
    if not found:
        raise ReadError(
            f"{source.place}: .doc files are read by antiword or catdoc, and neither is installed; "
            "apt install antiword, or save the file as .docx"
        )
    program, options = found
    name = Path(program).name
    with tempfile.NamedTemporaryFile(suffix=".doc") as copy, tempfile.TemporaryFile() as output:
        copy.write(content)
        copy.flush()
        try:
            subprocess.run(
                [program, *options, copy.name],
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE, timeout=_SECONDS, check=True,
            )  # fmt: skip
        except subprocess.CalledProcessError as error:
            said = (error.stderr or b"").decode("utf-8", "replace").replace(copy.name, source.name).split("\n")[0]
            raise ReadError(f"{source.place}: {name} cannot read it ({said[:100]}); save it as .docx") from error
        except (subprocess.TimeoutExpired, OSError) as error:
            raise ReadError(f"{source.place}: {name} did not come to an end; save it as .docx") from error
        output.seek(0)
        return output.read(MAX_BYTES).decode("utf-8", "replace")
