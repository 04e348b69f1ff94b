"""What a word such as 园区, 全县 or 该公司 stands for: the name in the sentences before that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.measure_actors import FREE, OBLIQUE, Actor, actors_of
from loaders.measure_frames import cue
from loaders.values import Mention, Sentence

if TYPE_CHECKING:
    from loaders.measure_scene import Scene

_BUILT = ("Park", "Workshop", "Facility", "RelocationSite")
_OWN_KIND = ("车间", "工坊", "公司", "园区", "社区", "小区")  # names that end so are meant before others
_SOLD_TO = re.compile("(?:卖[进到给往]|销[往到给]|供[应给货]|发往|运往)了?$")
_STORY = 3  # sentences back: for the firm whose works are only called 基地 or 车间
_BEFORE = 2  # sentences back: for who has built what is spoken of
_NEAR, _FAR = 6, 14  # sentences back: for what stands out in its sentence, for anything


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may stand for: the labels and the last characters that the name must have."""

    labels: tuple[str, ...]
    ending: str = ""
    noun: str = ""  # of a thing: a name that ends so is meant
    trade: str = ""  # of a firm: a name with this character is meant
    or_firm: bool = False  # where no such thing is named, the firm under discussion is meant
    or_works: bool = False  # likewise what was built


def antecedent(scene: Scene, sentence: Sentence, start: int, surface: str, meaning: Meaning) -> Mention | None:
    """The mention that a stand-in means: what stands out in the nearest sentence, else any that fits, else the site."""
    here = list(
        actors_of(
            scene.reading, len(scene.actors), sentence, scene.reading.within(sentence.block, sentence.start, start)
        )
    )
    told = (here, *reversed(scene.actors[-_FAR:]))
    given = scene.reading.blocks[sentence.block].text.plain[sentence.start : start].endswith(("给", "为", "向", "帮"))
    rows = [
        [a for a in row if _fits(scene, a, surface, meaning) and not (given and scene.is_of_helper(a))] for row in told
    ]
    noun = surface if surface in _OWN_KIND else None
    alike = [a for row in rows[:_NEAR] for a in row if noun and any(name.endswith(noun) for name in a.entity.names)]
    if alike:
        rows = [[a for a in row if a in alike] if index < _NEAR else row for index, row in enumerate(rows)]
    if meaning.or_works and not any(rows[: _STORY - 1]):
        works = next((found for row in told[: _STORY - 1] if (found := _works(row))), None)
        if works is not None:
            return works.mention
    if surface[0] in "我本":
        rows.reverse()  # the speaker's own, named at the head rather than among those named last
    prominent = [[a for a in row if a.case != OBLIQUE or a.stands_out] for row in rows[:_NEAR]]
    for number, row in enumerate((*prominent, *rows)):
        if row:
            own = number % len(prominent) == 0 and row[0].sentence == len(scene.actors)
            return min(row, key=lambda a: _order(a, own)).mention
    if meaning.ending:
        return _named_in(scene, told, meaning.ending)
    site = scene.topics.site(sentence.block, start) if meaning.labels == ("RelocationSite",) else None
    if site is not None:
        return site.where
    if meaning.or_firm:
        return _firm_of_story(scene, sentence, told)
    return _firm_that_built(scene, told, surface) if "Park" in meaning.labels else None


def _named_in(scene: Scene, told: tuple[list[Actor], ...], ending: str) -> Mention | None:
    """The one helped division that bodies or things are named after, where none stands alone: 甲县 of 甲县农业局."""
    offices = [a for row in told for a in row if a.label == "Region" and a.entity is not a.mention.entity]
    fitting = [a for a in offices if a.entity.name.endswith(ending) and not scene.is_helper(a.entity)]
    if len({a.entity.id for a in fitting}) != 1:
        return None
    return replace(fitting[0].mention, entity=fitting[0].entity)


def _works(row: list[Actor]) -> Actor | None:
    """The one thing of a sentence that is built, or that it is about: what 该项目 means."""
    things = [
        a for a in row if a.mention.label in _BUILT and a.entity is a.mention.entity and not (a.listed or a.agent)
    ]
    things = [a for a in things if a.built] or [a for a in things if a.case == FREE]
    return things[-1] if len({a.entity.id for a in things}) == 1 else None


def _firm_of_story(scene: Scene, sentence: Sentence, told: tuple[list[Actor], ...]) -> Mention | None:
    """The firm that the sentences right before are about: 基地 is its own, where no other is named."""
    for row in told[: _STORY + 1]:
        firms = [a for a in row if a.mention.label == "Company" and a.stands_out and not (a.listed or a.agent)]
        if firms:
            same = firms[0].mention.block == sentence.block
            return firms[-1].mention if same and len({a.entity.id for a in firms}) == 1 else None
    return None


def _firm_that_built(scene: Scene, told: tuple[list[Actor], ...], surface: str) -> Mention | None:
    """The firm of the sentence before that has built the park that is not named: 甲公司投资建设的产业园."""
    noun = surface.removeprefix("该").rstrip("里内中")
    for row in told[:_BEFORE]:
        firms = [a for a in row if a.mention.label == "Company" and not a.listed]
        if len({a.entity.id for a in firms}) == 1 and not any(a.mention.label in _BUILT for a in row):
            if noun not in scene.after(firms[0]):
                return None
            built = f"[^。；]{{0,30}}?{cue('has_built')}[^。；，]{{0,16}}{noun}"
            return firms[0].mention if re.match(built, scene.after(firms[0])) else None
    return None


def _order(actor: Actor, own: bool) -> tuple[int, bool, int, int]:
    new = actor.built or actor.introduced
    return (-actor.clause if own else 0, not new, actor.case, -actor.mention.start)


def _fits(scene: Scene, actor: Actor, surface: str, meaning: Meaning) -> bool:
    if (
        actor.label not in meaning.labels
        or (actor.listed and not actor.paired)
        or actor.entity is not actor.mention.entity
    ):
        return False
    if actor.mention.label == "Company" and _SOLD_TO.search(scene.before(actor)[: actor.head]):
        return False  # 把产品卖进甲公司。该公司……: not the customer
    if meaning.trade:
        return meaning.trade in actor.entity.name
    if meaning.noun:
        return any(name.endswith(meaning.noun) for name in actor.entity.names)
    if meaning.ending:
        return actor.entity.name.endswith(meaning.ending) and not scene.is_helper(actor.entity)
    return _same_kind(actor, surface)


def _as_park(actor: Actor) -> str:
    """Park for a building that is called one: 甲乙电商孵化园."""
    is_park = actor.label == "Facility" and re.search(cue("parks") + "$", actor.entity.name)
    return "Park" if is_park else actor.label


def _same_kind(actor: Actor, surface: str) -> bool:
    """Whether the name has the noun that stands for it: 中心 can only mean what is called a 中心."""
    if "学校" in surface:
        return re.search(cue("schools") + "$", actor.entity.name) is not None
    if surface.startswith("园") or (re.fullmatch(f".*{cue('place_nouns')}", surface) and surface[-1] not in "厂店"):
        head = "园" if surface.startswith("园") else surface[-1]
        return _as_park(actor) == "Park" or any(name.endswith(head) for name in actor.entity.names)
    if "厂" in surface[:2] and actor.label == "Facility":
        return actor.entity.name.endswith("厂")
    noun = re.search(cue("own_nouns"), surface)
    if noun is None or (noun[0] == "基地" and actor.label == "Park"):
        return True
    return any(noun[0] in name for name in actor.entity.names)
