"""One-character names, pairs made of them, and the register of who is paired with whom.

粤桂 is Guangdong helping Guangxi; 援疆 is help for Xinjiang; 深百 is Shenzhen helping Baise.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.data import parse_yaml
from graph.errors import DuikouError
from loaders.gazetteer import Place, load
from loaders.lexicon import read_yaml

_FOLDER = files("seeds") / "gazetteer"


class GazetteerError(DuikouError):
    """A file of the gazetteer contradicts another."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A row of the register; a party without a code is known by name only."""

    assisting_code: str
    assisting: str
    assisted_code: str
    assisted: str
    scheme: str
    since: str
    status: str


def abbreviation(character: str, *, alone: bool = False) -> tuple[Place, ...]:
    """The places that one character can stand for; with alone, only where no second character is needed to tell.

    >>> [place.name for place in abbreviation("黔", alone=True)], abbreviation("百", alone=True)
    (['贵州省'], ())
    """
    kinds = ("alone",) if alone else ("alone", "paired")
    return tuple(dict.fromkeys(place for kind in kinds for place in _table()[kind].get(character, ())))


@cache
def short_characters() -> frozenset[str]:
    """Every character that can stand for a place, alone or in a pair."""
    table = _table()
    return frozenset("".join([*table["alone"], *table["paired"], *table["pairs"]]))


def pair(text: str) -> tuple[tuple[Place, ...], tuple[Place, ...]] | None:
    """Who helps and who is helped in a pair of two characters, the likeliest first; None where nothing tells.

    >>> [[place.name for place in side] for side in pair("桂粤")]
    [['广东省'], ['广西壮族自治区']]
    """
    if len(text) != 2:
        return None
    fixed = _table()["pairs"].get(text) or _table()["pairs"].get(text[::-1])
    if fixed:
        return fixed[:1], fixed[1:]
    if any(place.level != 0 for place in load().named(text)):  # 泰安 is a city, not 泰州 with 安康
        return None
    first, second = abbreviation(text[0]), abbreviation(text[1])
    return _by_register(first, second) or _by_register(second, first)


def aided(text: str) -> tuple[Place, ...]:
    """Who is helped in 援疆, 援黔 and the like.

    >>> [place.name for place in aided("援昌")]
    ['昌都市', '昌吉回族自治州']
    """
    return _table()["aided"].get(text, ())


def same_pairing(assisting: Place, assisted: Place) -> bool:
    """Whether the register has the first place, or what contains it, as helper of the second or what contains that."""
    inside = {_key(place) for place in load().chain(assisted)}
    return any(inside & _helped().get(_key(place), set()) for place in load().chain(assisting))


def inside_province(one: Place, two: Place) -> bool | None:
    """Whether of two divisions of one province the first helps the second (True) or is helped by it, see tiers.yaml.

    >>> place = lambda name: load().named(name)[0]
    >>> inside_province(place("诸暨市"), place("庆元县")), inside_province(place("诸暨市"), place("嵊州市"))
    (True, None)
    """
    if one.code[:2] != two.code[:2] or "00" in (one.code[2:4], two.code[2:4]):
        return None
    first, second = (place.code[:4] in _helped_inside() for place in (one, two))
    return second if first != second else None


@cache
def _helped_inside() -> frozenset[str]:
    """The first four digits of the prefectures that others of their own province help."""
    found: set[str] = set()
    for province, *prefectures in read_yaml("tiers.yaml")["helped"]:
        stem = load().named(province, 1)[0].code[:2]
        found.update(p.code[:4] for name in prefectures for p in load().named(name, 2) if p.code.startswith(stem))
    return frozenset(found)


@cache
def register() -> tuple[Pairing, ...]:
    """Every row of the register of pairings."""
    rows = csv.DictReader((_FOLDER / "pairings.csv").read_text("utf-8").splitlines())
    return tuple(Pairing(**row) for row in rows)


def _by_register(
    helpers: tuple[Place, ...], helped: tuple[Place, ...]
) -> tuple[tuple[Place, ...], tuple[Place, ...]] | None:
    paired = [(a, b) for a in helpers for b in helped if same_pairing(a, b)]
    # A row about these very two goes before one about the provinces they lie in.
    paired.sort(key=lambda both: _key(both[1]) not in _helped().get(_key(both[0]), ()))
    return (_unique(a for a, _ in paired), _unique(b for _, b in paired)) if paired else None


def _unique(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))


def _key(place: Place) -> str:
    return place.code or place.name


@cache
def _helped() -> dict[str, set[str]]:
    helped: dict[str, set[str]] = {}
    for row in register():
        helped.setdefault(row.assisting_code or row.assisting, set()).add(row.assisted_code or row.assisted)
    return helped


@cache
def _table() -> dict[str, dict[str, tuple[Place, ...]]]:
    """abbreviations.yaml with its "440000 广东省" turned into places."""
    text = (_FOLDER / "abbreviations.yaml").read_text("utf-8")
    sections: dict[str, dict[str, list[str]]] = parse_yaml(text)
    return {
        section: {short: tuple(_place(entry) for entry in entries) for short, entries in table.items()}
        for section, table in sections.items()
    }


def _place(entry: str) -> Place:
    place = load().place(entry.split(" ")[0])
    if place is None or entry != f"{place.code} {place.name}":
        raise GazetteerError(f"seeds/gazetteer/abbreviations.yaml: {entry!r} is no division; correct its code or name")
    return place
