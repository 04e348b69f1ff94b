"""China's administrative divisions by code and by name: which places a name can mean, and where names stand in a text.

Ambiguity is not decided here: a name gives every place that can bear it, bearers of the standard name first.
"""

import gzip
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from loaders.gazetteer_find import NameFinder
from loaders.gazetteer_villages import VillageList

AREA, PROVINCE, PREFECTURE, COUNTY, TOWN, VILLAGE = range(6)


@dataclass(frozen=True, slots=True)
class Place:
    """A division or area; its code has six digits down to the county, twelve below, none where it has no code."""

    code: str
    name: str
    level: int
    parent: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text; risky where the same characters may well be an ordinary word or parts of two words."""

    start: int
    end: int
    name: str
    places: tuple[Place, ...]
    risky: bool


class Gazetteer:
    """The divisions, read from the folder that the build script wrote; towns and villages are opened when asked for."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._places: dict[str, Place] = {}
        self._names: dict[Place, tuple[str, ...]] = {}
        ranked: dict[str, list[tuple[int, int, str, Place]]] = {}
        for line in (folder / "regions.tsv").read_text("utf-8").splitlines()[1:]:
            code, level, name, parent, short, former = line.split("\t")
            place = Place(code, name, int(level), parent)
            forms = [[name], short.split("|") if short else [], former.split("|") if former else []]
            self._places[code or name] = place
            self._names[place] = tuple(form for kind in forms for form in kind)
            for rank, kind in enumerate(forms):
                for form in kind:
                    ranked.setdefault(form, []).append((rank, place.level or VILLAGE, code or name, place))
        self._bearers = {name: tuple(entry[-1] for entry in sorted(entries)) for name, entries in ranked.items()}
        self._villages = lru_cache(maxsize=8192)(self._villages_inside)

    def place(self, code: str) -> Place | None:
        """The division with this code; 522732 and 522732000000 are the same county."""
        if len(code) == 12 and code.endswith("000000"):
            code = code[:6]
        if len(code) == 6:
            return self._places.get(code)
        if len(code) != 12:
            return None
        if code.endswith("000"):
            return self._town(code[:9]) if code[:9] in self._town_names else None
        name = self._village_list.name(code)
        return _village(code, name) if name else None

    def named(self, name: str, level: int | None = None) -> tuple[Place, ...]:
        """The places down to the town that bear this full, short or former name."""
        found = self._bearers.get(name, ()) if level != TOWN else ()
        if level in (None, TOWN):
            found += self.towns(name)
        return tuple(place for place in found if level in (None, place.level))

    def towns(self, name: str, within: str | None = None) -> tuple[Place, ...]:
        """The towns, townships and subdistricts of this name, all of them or those inside one division."""
        start = significant(within or "")
        return tuple(self._town(code) for code in self._town_codes.get(name, ()) if code.startswith(start))

    def villages(self, name: str, within: str | None = None) -> tuple[Place, ...]:
        """The villages and communities of this name, all of them or those inside one division.

        >>> [load().full_name(village) for village in load().villages("古江社区", within="451200")]
        ['广西壮族自治区河池市大化瑶族自治县大化镇古江社区']
        """
        return self._villages(name, significant(within or ""))

    def _villages_inside(self, name: str, start: str) -> tuple[Place, ...]:
        found = {code: form for form in _village_forms(name) for code in self._village_list.codes(form, start)}
        return tuple(_village(code, form) for code, form in sorted(found.items()))

    def chain(self, place: Place) -> tuple[Place, ...]:
        """The place itself, what contains it, and so on up to the province."""
        found = [place]
        while found[-1].parent and (outer := self.place(found[-1].parent)):
            found.append(outer)
        return tuple(found)

    def inside(self, place: Place, outer: Place) -> bool:
        """Whether the place is the outer one or lies in it."""
        return outer in self.chain(place)

    def full_name(self, place: Place) -> str:
        """The name with all that contains it before it: 贵州省黔南布依族苗族自治州三都水族自治县."""
        return "".join(step.name for step in reversed(self.chain(place)))

    def names(self, place: Place) -> tuple[str, ...]:
        """Every name of the place: the standard one, short ones, former ones."""
        return self._names.get(place, (place.name,))

    def find(self, text: str) -> list[Hit]:
        """The names of areas, provinces, prefectures and counties in a text, leftmost and longest, none overlapping.

        >>> [hit.name for hit in load().find("广州市黄埔区帮扶三都县，推进粤桂东西部协作")]
        ['广州市', '黄埔区', '三都县']
        """
        found = ((start, end, text[start:end], risky) for start, end, risky in self._finder.spans(text))
        return [Hit(start, end, name, self._bearers[name], risky) for start, end, name, risky in found]

    def _town(self, code: str) -> Place:
        # Towns of 东莞, 中山, 儋州 and 嘉峪关 hang right under the city.
        parent = code[:6] if code[:6] in self._places else code[:4] + "00"
        return Place(code + "000", self._town_names[code], TOWN, parent)

    @cached_property
    def _finder(self) -> NameFinder:
        lists = ("guards.txt", "risky.txt", "words.txt")
        guards, risky, joining = (frozenset((self._folder / name).read_text("utf-8").split()) for name in lists)
        doubtful = {name for name, places in self._bearers.items() if all(p.level in (AREA, COUNTY) for p in places)}
        return NameFinder(self._bearers, doubtful, guards, risky, joining)

    @cached_property
    def _town_names(self) -> dict[str, str]:
        lines = gzip.decompress((self._folder / "towns.gz").read_bytes()).decode("utf-8").splitlines()
        return {line[:9]: line[10:] for line in lines}

    @cached_property
    def _town_codes(self) -> dict[str, list[str]]:
        codes: dict[str, list[str]] = {}
        for code, name in self._town_names.items():
            codes.setdefault(name, []).append(code)
        return codes

    @cached_property
    def _village_list(self) -> VillageList:
        return VillageList((self._folder / "villages.gz").read_bytes())


@cache
def load() -> Gazetteer:
    """The gazetteer that ships with duikou."""
    return Gazetteer(files("seeds") / "gazetteer")


def significant(code: str) -> str:
    """The digits that all codes inside a division share.

    >>> significant("450000"), significant("522700"), significant("522732"), significant("522732002000")
    ('45', '5227', '522732', '522732002')
    """
    if len(code) == 12:
        return code[:9] if code.endswith("000") else code
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _village(code: str, name: str) -> Place:
    return Place(code, name, VILLAGE, code[:9] + "000")


def _village_forms(name: str) -> tuple[str, ...]:
    """The forms under which the list may have the name: where a committee is all it knows, it says 居委会."""
    if name.endswith("社区"):
        return name, name.removesuffix("社区") + "居委会"
    return (name, name + "居委会") if name.endswith("村") else (name,)
