"""Money of the help as a whole: what a side has put in over years is the county's, not one of the many things it built."""

from __future__ import annotations

import re

from loaders.measure_actors import FREE, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_parts import part_of
from loaders.measure_rule import before
from loaders.measure_scene import Scene

_OF_A_COUNTY = 1e8  # yuan: more than the help for one park


def of_whole_help(scene: Scene, figure: Figure, own: list[Actor]) -> bool:
    """Whether the helping side gave a sum over years, for many things: 三年来甲区累计投入3.26亿元，援建丁园……，引来企业31家."""
    if figure.quantity.value < _OF_A_COUNTY:
        return False
    words, after = figure.words.split("#", 1)
    words = re.split("[；。]", words)[-1]
    if re.search(cue("over_years"), words) is None or re.match(f"[^，。；]{{0,6}}?{cue('spent')}", after):
        return False
    part = part_of(scene, figure)
    row = [a for a in before(figure, scene.of(figure)) if a.clause >= part.first and not a.outer]
    things = [a for a in row if a.label != "Region" and a in own]
    if any(a.case == FREE or a.beneficiary or a.built for a in things):
        return False
    free = [a for a in row if a.case == FREE]
    pays = re.compile(f"[^，。；]{{0,6}}?{cue('pays')}")
    if any(a.label == "Region" and a.clause == figure.clause and pays.match(scene.after(a)) for a in free):
        return True
    if not row and re.search(cue("nameless_payers"), figure.clause_words):
        return True
    return any(scene.is_helper(a.entity) or scene.gives_help(a.entity) for a in free)


def county_named(scene: Scene, figure: Figure) -> list[Actor]:
    """The helped division that the sentence names: the one that the money goes to, else the one in which it is spent."""
    row = [a for a in scene.of(figure) if a.label == "Region" and not (a.outer or a.agent or a.listed)]
    row = [a for a in row if a.entity is a.mention.entity and not scene.is_helper(a.entity)]
    earlier = [a for a in before(figure, row) if a.beneficiary or a.case == FREE]
    following = [a for a in row if a.mention.start > figure.end and a.beneficiary and a.clause <= figure.clause + 1]
    return earlier[-1:] or following[:1]
