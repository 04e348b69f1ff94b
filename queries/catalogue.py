"""The canned questions: one .cypher file each, whose header says what it asks, takes and answers.

    // name: companies_by_site
    // zh: 哪些企业搬进了哪些安置点？
    // en: Which companies moved into which relocation sites?
    // param: region place "三都" 安置点所在的地区 | where the site lies
    // columns: company 企业, site 安置点, tier 证据, site_id, proof
    // from region: UNWIND $region_ids AS start_id MATCH (s:RelocationSite {id: start_id})

A parameter is: its name, its kind, an example, what it is in Chinese | in English. Every parameter may be left out;
the query sees the empty string then (a number: 0.0). The kinds, and what the query sees:

    place      `$region` as given and `$region_ids`, the ids of what is called so and of all that lies in it
    name       `$person` as given and `$person_ids`, the ids of what is called so
    indicator  the key of an indicator of the vocabulary, given as key or in Chinese or English words
    status     one of the vocabulary's statuses
    date       2022, 2022-03 or 2022-03-07
    number     a number, also as Chinese writes it: 100万元
    text       the words as given

Columns come in the order of the RETURN. `proof` is last: the id of the fact, figure or node that the row rests on, for
`duikou why`. `proof` and columns that end with `_id` or `_proof` are left out of tables for people.

A line `from` says where a query starts that is narrowed by a place or name: it looks the ids up by index, where the
query as it stands goes through all links and filters them. Without its `// from region: ` it is the query's first
clause. It must lead to every row that the filter of its parameter lets through, and may lead to more; several lines of
one name follow one another. Of several parameters the one with the fewest ids is started from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from graph.errors import UsageError

NAMED = ("place", "name")  # the kinds that come with ids
KINDS = (*NAMED, "indicator", "status", "date", "number", "text")
# Comments begin with // in Cypher and with # in SPARQL, whose twins of the questions have the same header.
_HEADER = re.compile(r"(?://|#)\s*(name|zh|en|param|columns):\s*(.*)")
_START = re.compile(r"^// from (?P<name>[a-z_]+): ", re.MULTILINE)
_PARAMETER = re.compile(r'(?P<name>[a-z_]+) (?P<kind>[a-z]+) "(?P<example>[^"]+)" (?P<zh>[^|]+)\| (?P<en>.+)')


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be narrowed by."""

    name: str
    kind: str
    example: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer, with its Chinese title; ids and proofs are hidden in tables."""

    name: str
    zh: str

    @property
    def en(self) -> str:
        return self.name.replace("_", " ")

    @property
    def hidden(self) -> bool:
        return self.name == "proof" or self.name.endswith(("_id", "_proof"))


@dataclass(frozen=True, slots=True)
class Question:
    """A canned question; `text` is the Cypher, header included, `starts` what it is when narrowed by a parameter."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str
    starts: Mapping[str, str] = field(default_factory=dict)


@cache
def catalogue() -> dict[str, Question]:
    """All canned questions, by name."""
    found = sorted((file for file in files("queries").iterdir() if file.name.endswith(".cypher")), key=lambda f: f.name)
    return {file.name.removesuffix(".cypher"): parse(file.read_text(encoding="utf-8"), file.name) for file in found}


def question(name: str) -> Question:
    """The question of a name; UsageError offers the nearest when there is none."""
    known = catalogue()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
    raise UsageError(f"there is no question '{name}'; {hint}")


def parse(text: str, file: str) -> Question:
    """Read the header of a question; UsageError names the file and the line at fault."""
    single: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _HEADER.fullmatch(line.strip())
        if match is None:
            continue
        key, value = match.groups()
        if key == "param":
            parameters.append(parse_parameter(value, f"{file}:{number}"))
        else:
            single[key] = value.strip()
    missing = [key for key in ("name", "zh", "en", "columns") if not single.get(key)]
    if missing:
        raise UsageError(f"{file}: the header lacks '// {missing[0]}:'")
    if single["name"] != file.rpartition(".")[0]:
        raise UsageError(f"{file}: the header names it {single['name']}; a question is named like its file")
    columns = tuple(_column(words) for words in single["columns"].split(","))
    if columns[-1].name != "proof":
        raise UsageError(f"{file}: the last column must be proof, the id of what a row rests on")
    starts = _starts(text, {one.name for one in parameters if one.kind in NAMED}, file)
    return Question(single["name"], single["zh"], single["en"], tuple(parameters), columns, text, starts)


def _starts(text: str, names: set[str], file: str) -> dict[str, str]:
    """The text for each parameter that it can start from: with the lines of that one uncommented."""
    found = dict.fromkeys(match["name"] for match in _START.finditer(text))
    for name in found:
        if name not in names:
            raise UsageError(f"{file}: '// from {name}:' names no parameter that is a place or a name")
    return {name: text.replace(f"// from {name}: ", "") for name in found}


def parse_parameter(value: str, place: str) -> Parameter:
    """Read what a header says of one parameter; UsageError names the place."""
    match = _PARAMETER.fullmatch(value.strip())
    if match is None:
        raise UsageError(f'{place}: a parameter is written: NAME KIND "EXAMPLE" Chinese | English')
    if match["kind"] not in KINDS:
        raise UsageError(f"{place}: {match['kind']} is no kind of parameter; use one of {', '.join(KINDS)}")
    return Parameter(match["name"], match["kind"], match["example"], match["zh"].strip(), match["en"].strip())


def _column(words: str) -> Column:
    name, _, zh = words.strip().partition(" ")
    return Column(name, zh.strip())
