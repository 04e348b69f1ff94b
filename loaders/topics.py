"""What is under discussion at a point of an article: the helper, the helped county, the site, the firm ..."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Entity, Step
from loaders.gazetteer import load, significant
from loaders.regions import region_entity
from loaders.tiers import tier
from loaders.values import CAPTION, Mention, Reading

Test = Callable[[Mention], bool]
_WITH_HOMES = ("Organization", "Facility", "Park", "Workshop", "RelocationSite")


def level(entity: Entity) -> int:
    """1 province, 2 prefecture, 3 county, 4 town, 5 village; 0 where no code tells."""
    code = entity.code or ""
    if len(code) == 12:
        return 5 if not code.endswith("000") else 4
    if len(code) != 6:
        return 0
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def home(entity: Entity) -> Entity:
    """A region itself, or the division that a body, school or firm belongs to."""
    if entity.label == "Region" or entity.region is None:
        return entity
    return _division(entity.region, entity.name) or entity


@lru_cache(maxsize=4096)
def _division(region: str, inhabitant: str) -> Entity | None:
    """The division with an id, under its standard name and that by which the body's own name calls it (松桃县人社局)."""
    place = load().place(region.removeprefix("region:"))
    if place is None:
        return None
    said = [form for form in load().names(place) if len(form) > 1 and form in inhabitant]
    return region_entity(place, max(said, key=len, default=place.name))


def inside(entity: Entity, region: str) -> bool:
    """Whether the region lies in the one with the id."""
    stem = significant(region.removeprefix("region:"))
    return bool(entity.code) and len(stem) in (2, 4, 6) and (entity.code or "").startswith(stem)


_PARAGRAPH = 70  # characters; shorter blocks, each a sentence, go together


def _paragraphs(reading: Reading) -> list[int]:
    """The number of the paragraph that each block belongs to: where each sentence is a block, several make one."""
    numbers, number, length = list[int](), 0, 0
    for block in reading.blocks:
        numbers.append(number)
        length += len(block.text.plain)
        if length >= _PARAGRAPH or len(numbers) == 1:
            number, length = number + 1, 0
    return numbers


@dataclass(frozen=True, slots=True)
class Found:
    """What fills a role that the sentence leaves open, and the step that led there."""

    entity: Entity
    where: Mention

    def step(self, role: str, surface: str = "") -> Step:
        if self.where.step is not None:
            return Step(role, self.where.step.kind, self.where.step.surface, self.entity.name)
        return Step(role, "topic", surface, self.entity.name)


class Topics:
    """The discourse of one article: every question is asked for a point (block, position) of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.mentions = [m for m in reading.mentions if reading.blocks[m.block].kind != CAPTION]
        regions = {m.entity.id: m.entity for m in self.mentions if m.label == "Region" and m.entity.code}
        known = [t for e in regions.values() if (t := tier(e)) is not None]
        if len(set(known)) < 2:  # the other side may stand only in the names of its bodies
            bodies = {m.entity.id: m.entity for m in self.mentions if m.label in _WITH_HOMES}
            known += [t for e in bodies.values() if (t := tier(home(e))) is not None]
        self.lowest, self.highest = (min(known), max(known)) if known else (0, 0)
        self.entities = list({m.entity.id: m.entity for m in self.mentions}.values())
        self._regions = list(regions.values())
        self.pairs: set[tuple[str, str]] = set()  # ids of helper and helped that the article states
        self._depth = _paragraphs(reading)
        self.settled: set[str] = set()  # ids of firms that the article says came to the helped side

    @property
    def paired_helpers(self) -> set[str]:
        """The ids of those that the article states to help somebody."""
        return {helper for helper, _ in self.pairs}

    def is_helper(self, entity: Entity) -> bool:
        """Whether the region is on the helping side of this article."""
        if entity.id in self.paired_helpers:
            return True
        if any(entity.id == helped or inside(entity, helped) for _, helped in self.pairs):
            return False  # what the article states counts for more than how eastern a province is
        own = tier(entity)
        return own is not None and self.highest > self.lowest and own == self.highest

    def is_helped(self, entity: Entity) -> bool:
        """Whether the region is on the helped side of this article."""
        if any(entity.id == helped for _, helped in self.pairs):
            return True
        own = tier(entity)
        return own is not None and self.highest > self.lowest and own == self.lowest

    def side_by_name(self, entity: Entity) -> str | None:
        """The side of the region that the name of a body, firm or thing opens with; for a region its own side."""
        if entity.label == "Region":
            return self.side(entity)
        opening = [(len(n), r) for r in self._regions for n in r.names if len(n) > 1 and entity.name.startswith(n)]
        return self.side(max(opening, key=lambda pair: pair[0])[1]) if opening else None

    def side(self, entity: Entity) -> str | None:
        """On which side of the article's pairing a region or body stands: "helper", "helped", None: nothing tells."""
        if entity.label != "Region":
            return self.side_by_name(entity) if entity.label == "Organization" else None
        if self.is_helper(entity):
            return "helper"
        if self.is_helped(entity):
            return "helped"
        for helper, helped in sorted(self.pairs):
            if inside(entity, helped):
                return "helped"
            if inside(entity, helper):
                return "helper"
        if entity.code is None:
            return self._home_side(entity)
        own = tier(entity)
        return "helped" if own is not None and own < self.highest else None

    def _home_side(self, entity: Entity) -> str | None:
        """The side of the county that a village or town without a code belongs to."""
        home = next((r for r in self._regions if r.id == entity.region), None)
        return (
            self.side(home) if home is not None and entity.name.endswith(("村", "镇", "乡", "街道", "社区")) else None
        )

    def before(self, block: int, position: int, test: Test, reach: int = 2) -> Found | None:
        """The nearest fitting mention before the point, at most `reach` paragraphs back."""
        for mention in reversed(self.mentions):
            if (mention.block, mention.start) >= (block, position):
                continue
            if self._depth[mention.block] < self._depth[block] - reach:
                return None
            if mention.block < block - reach and level(mention.entity) == 4:
                continue  # a town is the scene of its own sentences only; then the county is under discussion again
            if test(mention):
                return Found(mention.entity, mention)
        return None

    def main(self, test: Test) -> Found | None:
        """The fitting entity that the article names most; the first of equals."""
        fitting = [m for m in self.mentions if test(m)]
        counts = Counter(m.entity.id for m in fitting)
        if not counts:
            return None
        best = max(counts.values())
        first = next(m for m in fitting if counts[m.entity.id] == best)
        return Found(first.entity, first)

    def helper(self, block: int, position: int) -> Found | None:
        """The helping region under discussion."""

        def test(m: Mention) -> bool:
            return m.label == "Region" and self.is_helper(m.entity)

        return self.before(block, position, test) or self.main(test)

    def county(self, block: int, position: int) -> Found | None:
        """The helped county (else city) under discussion."""

        def county(m: Mention) -> bool:
            return m.label == "Region" and level(m.entity) == 3 and not self.is_helper(m.entity)

        def city(m: Mention) -> bool:
            return m.label == "Region" and level(m.entity) == 2 and not self.is_helper(m.entity)

        found = self.before(block, position, county, 1)
        return found or self.main(county) or self.before(block, position, city, 2) or self.main(city)

    def place(self, block: int, position: int) -> Found | None:
        """The helped place of any level under discussion."""

        def test(m: Mention) -> bool:
            return m.label == "Region" and level(m.entity) in (2, 3) and not self.is_helper(m.entity)

        return self.before(block, position, test) or self.main(test)

    def labelled(self, label: str, block: int, position: int, reach: int = 2) -> Found | None:
        """The thing of a label under discussion."""
        return self.before(block, position, lambda m: m.label == label, reach)

    def site(self, block: int, position: int) -> Found | None:
        """The relocation site under discussion: the nearest before, else the only one of the article."""
        found = self.labelled("RelocationSite", block, position, 1)
        if found is not None:
            return found
        sites = Counter(m.entity.id for m in self.mentions if m.label == "RelocationSite")
        if not sites:
            return None
        (first, count), *others = sites.most_common(2)
        if not others or (count >= 4 and count >= 3 * others[0][1]):
            return self.before(block, position, lambda m: m.entity.id == first, 99)
        return self.labelled("RelocationSite", block, position, 3)

    def fill(self, what: str, block: int, position: int) -> Found | None:
        """The filler of an open role, by the name that frames use for it."""
        match what:
            case "helper":
                return self.helper(block, position)
            case "county":
                return self.county(block, position)
            case "place":
                return self.place(block, position)
            case "town":
                return self.before(
                    block, position, lambda m: m.label == "RelocationSite" or level(m.entity) in (4, 5), 2
                )
            case "site":
                return self.site(block, position)
            case "site or park":
                return self.before(block, position, lambda m: m.label in ("RelocationSite", "Park"), 1) or self.place(
                    block, position
                )
            case "company":
                return self.labelled("Company", block, position, 1)
            case "park":
                return self.labelled("Park", block, position, 1)
            case "facility":
                return self.before(block, position, lambda m: m.label in ("Facility", "Organization"), 1)
            case "person":
                return self.labelled("Person", block, position, 1)
        raise ValueError(f"no topic is called {what}")
