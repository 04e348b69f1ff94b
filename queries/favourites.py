"""The favourites of Neo4j Browser: pictures of the graph, and the canned questions in a form that runs as it stands.

A favourite has no parameters: what may be filled in stands between quotes in its line WITH. queries/browser holds the
pictures, with the header of a canned question but for its name and columns; its folder lookups says how a name that is
filled in is found.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from queries.catalogue import Parameter, Question, catalogue, parse_parameter

_HEADER = re.compile(r"//\s*(zh|en|param):\s*(.*)")
_FOLDERS = {"zh": ("对口：看图", "对口：问答"), "en": ("duikou: graphs", "duikou: questions")}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same bytes at any time


@dataclass(frozen=True, slots=True)
class Picture:
    """A query whose answer the Browser draws; `parameters` are the words that its first line leaves to fill in."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Favourite:
    """A query to keep in the Browser."""

    name: str
    folder: str
    title: str
    text: str  # its first line is `// title`: that is where the Browser takes the title from


@cache
def pictures() -> dict[str, Picture]:
    """The queries of queries/browser, by name."""
    found = sorted(files("queries").joinpath("browser").iterdir(), key=lambda file: file.name)
    names = {file.name.removesuffix(".cypher"): file for file in found if file.name.endswith(".cypher")}
    return {name: _picture(name, file.read_text(encoding="utf-8")) for name, file in names.items()}


def favourites(lang: str) -> list[Favourite]:
    """All favourites, with titles in the language ("zh" or "en"): the pictures first, then the questions."""
    graphs, questions = _FOLDERS[lang]
    made = []
    for picture in pictures().values():
        title = picture.zh if lang == "zh" else picture.en
        made.append(Favourite(picture.name, graphs, title, _head(title, picture.parameters, lang) + picture.text))
    for asked in catalogue().values():
        title = asked.zh if lang == "zh" else asked.en
        made.append(
            Favourite(asked.name, questions, title, _head(title, asked.parameters, lang) + runnable(asked, lang))
        )
    return made


def runnable(asked: Question, lang: str) -> str:
    """A canned question without parameters: their values stand in one line at its head, for people to fill in.

    A name is looked up more plainly than `duikou ask` does it: all that has these characters in any of its names counts.
    """
    question = _without_header(asked.text)
    if not asked.parameters:
        return question
    values = ", ".join(f"{one.name}: {0.0 if one.kind == 'number' else repr('')}" for one in asked.parameters)
    lookups = "".join(_lookup(one) for one in asked.parameters if one.kind in ("place", "name"))
    inner = "\n".join(f"  {line}" for line in re.sub(r"\$(\w+)", r"given.\1", question).splitlines())
    titles = {one.name: one.zh if lang == "zh" else one.en for one in asked.columns if not one.hidden}
    columns = [name if title == name else f"{name} AS `{title}`" for name, title in titles.items()]
    head = f"WITH {{{values}}} AS given\n{lookups}"
    return f"{head}CALL (given) {{\n{inner}\n}}\nRETURN {', '.join([*columns, 'proof'])}\n"


def zipped(made: list[Favourite]) -> bytes:
    """The .zip that the Browser imports when it is dropped there; the same bytes for the same favourites."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in made:
            entry = zipfile.ZipInfo(f"{one.folder}/{one.name}.cypher", _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, one.text)
    return stream.getvalue()


def _picture(name: str, file: str) -> Picture:
    header = [match.groups() for match in _HEADER.finditer(file)]
    titles = {key: value for key, value in header if key != "param"}
    place = f"browser/{name}.cypher"
    parameters = tuple(parse_parameter(value, place) for key, value in header if key == "param")
    return Picture(name, titles["zh"], titles["en"], parameters, _without_header(file))


def _without_header(text: str) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith("//"))


def _head(title: str, parameters: tuple[Parameter, ...], lang: str) -> str:
    """The title, and what may be filled in."""
    lines = [title, *(_hint(one, lang) for one in parameters)]
    return "".join(f"// {line}\n" for line in lines)


def _hint(one: Parameter, lang: str) -> str:
    example = "1000000.0" if one.kind == "number" else f"'{one.example}'"
    return f"{one.name}（如 {example}）：{one.zh}" if lang == "zh" else f"{one.name} (such as {example}): {one.en}"


def _lookup(parameter: Parameter) -> str:
    """Before the question: the ids of what a name that was filled in may mean."""
    text = files("queries").joinpath("browser", "lookups", f"{parameter.kind}.cypher").read_text(encoding="utf-8")
    return text.replace("$words", f"given.{parameter.name}").replace("$ids", f"{parameter.name}_ids")
