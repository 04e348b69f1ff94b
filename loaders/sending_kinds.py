"""What kind of place a name of a chart is, for a sending: a place one is sent to, an employer, no employer at all."""

from __future__ import annotations

import re

from loaders.chart import Chart
from loaders.lexicon import read_yaml
from loaders.sending_words import JOINT, PLACES, TEAM, TRADERS
from loaders.topics import level
from loaders.values import Mention

OWNER = re.compile(read_yaml("sendings.yaml")["ends"]["owner"])
_COUNTY = 3


def is_place(row: Chart, at: int) -> bool:
    item = row.items[at]
    if not isinstance(item, Mention) or item.label not in PLACES or item.label in ("Park", "Workshop"):
        return False
    if JOINT.search(item.entity.name):
        return False
    if item.label == "Organization" and (TEAM.search(item.entity.name) or TRADERS.search(item.entity.name)):
        return False  # teams are read by name
    return item.label != "Region" or level(item.entity) != 1


def manages(row: Chart, at: int) -> bool:
    """Whether the post is that of a firm's owner or manager, who came to do business."""
    item = row.items[at]
    return isinstance(item, Mention) and item.label == "Company" and OWNER.match(row.code, at + 1) is not None


def broad(row: Chart, at: int, gap: str) -> bool:
    """Whether a division is named as nobody's employer is: 上海的丙."""
    item = row.items[at]
    assert isinstance(item, Mention)
    wide = item.label == "Region" and level(item.entity) in (1, 2, _COUNTY)
    return wide and re.fullmatch("(?:里|中)?的?|", gap) is not None


def is_public(row: Chart, at: int) -> bool:
    item = row.items[at]
    return isinstance(item, Mention) and item.label in ("Region", "Organization", "Facility")


def is_body(row: Chart, at: int) -> bool:
    item = row.items[at]
    return isinstance(item, Mention) and item.label in ("Organization", "Facility")


def has_staff(row: Chart, at: int) -> bool:
    """Whether a division has officials of its own: a town or street, and no village."""
    item = row.items[at]
    return isinstance(item, Mention) and item.label == "Region" and item.entity.name.endswith(("镇", "乡", "街道"))


def stranger(row: Chart, at: int) -> bool:
    """Whether a home of no known side may lie elsewhere: no village, no town, nothing that 县 or the topic names."""
    item = row.items[at]
    assert isinstance(item, Mention)
    if item.label not in ("Organization", "Facility", "Company") or item.step is not None:
        return False
    return re.search(".{2}[镇乡村]|[县旗州]|街道|社区(?!卫生)|合作社|农场|公司$", item.entity.name) is None
