"""How eastern the provinces of two regions are, and which of the two can thus be the helper: tiers.yaml, the register."""

from __future__ import annotations

from functools import cache

from graph.model import Entity
from loaders.gazetteer import load
from loaders.gazetteer_pairs import inside_province, same_pairing
from loaders.lexicon import read_yaml

EAST = 3  # the tier of provinces that only help
CENTRAL = 2  # of those that help Xinjiang, Tibet and Qinghai, as wholes


@cache
def _tiers() -> dict[str, int]:
    """The tier of each province of tiers.yaml that helps, by the first two digits of its code."""
    gazetteer = load()
    found: dict[str, int] = {}
    for tier, provinces in read_yaml("tiers.yaml").items():
        if tier == "helped":
            continue
        for name in provinces:
            found[gazetteer.named(name, 1)[0].code[:2]] = int(tier)
    return found


def tier(entity: Entity) -> int | None:
    """How eastern a region's province is, see tiers.yaml; None where its province is not known."""
    return _tiers().get(entity.code[:2]) if entity.code else None


def helps(a: Entity, b: Entity) -> bool | None:
    """Whether a can be the helper of b (True), b of a (False), or nothing tells (None)."""
    first, second = tier(a), tier(b)
    if first is None or second is None or (a.code or "")[:2] == (b.code or "")[:2]:
        return _registered(a, b)
    return None if first == second else first > second


def _registered(a: Entity, b: Entity) -> bool | None:
    """The same by the register of pairings, for regions of one province, or where the tier of one is not known."""
    gazetteer = load()
    one, two = gazetteer.place(a.code or ""), gazetteer.place(b.code or "")
    if one is None or two is None:
        return None
    if same_pairing(one, two):
        return True
    return False if same_pairing(two, one) else inside_province(one, two)
