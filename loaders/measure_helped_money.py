"""Money that the helped side lays out itself beside the help: 乙县住建局配套500万元 is no assistance to 乙县."""

from __future__ import annotations

import re

from loaders.gazetteer import significant
from loaders.measure_actors import Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_rule import before
from loaders.measure_scene import Scene

_HELP = re.compile("援|协作|帮扶|捐")  # money of the help, whoever hands it on
_OWN_PURSE = re.compile(
    "(?:^|[，；：、])(?:另|再|又|其余|余下的?|剩下的?|不足部分)?由?(?P<whose>本|当地|地方|[县市区旗州省镇乡])(?:本?级|方)?(?:财政|里|(?=配套|自筹|匹配))"
)


def pays_itself(scene: Scene, figure: Figure) -> bool:
    """Whether the clause says that an office or the purse of the helped side pays the sum, and names no help."""
    words = figure.clause_words.split("#", 1)[0]
    if _HELP.search(words.replace("O", "")):
        return False
    purse = _OWN_PURSE.search(words)
    if purse is not None and not _helpers(scene, figure, purse["whose"]) and re.search(cue("own_share"), words):
        return True
    row = [a for a in before(figure, scene.of(figure)) if a.clause == figure.clause]
    offices = [a for a in row if a.mention.label == "Organization" and a.mention.prefix is not None]
    return any(
        _is_of_helped(scene, a) and re.match(f"[^，。；]{{0,4}}?{cue('own_share')}", scene.after(a)) for a in offices
    )


def _helpers(scene: Scene, figure: Figure, whose: str) -> bool:
    """Whether the division that 区里 or 市财政 means is the helper just spoken of: 甲区和乙县结对, 区里先后出资."""
    rows = reversed(scene.actors[: figure.sentence + 1])
    places = [a.entity for row in rows for a in reversed(row) if a.label == "Region" and a.entity.name.endswith(whose)]
    return bool(places) and all(scene.is_helper(place) for place in places)


def _is_of_helped(scene: Scene, office: Actor) -> bool:
    """Whether the office is one of a helped division or of one that contains it."""
    place = office.mention.prefix
    if place is None or scene.is_helper(place):
        return False
    code = significant(place.code or "-")
    helped = (a.entity for row in scene.actors for a in row if a.label == "Region" and scene.topics.is_helped(a.entity))
    return any(significant(e.code or "").startswith(code) for e in helped)
