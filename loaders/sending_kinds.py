"""What kind of place a name of a chart is, for a sending: a place one is sent to, an employer, no employer at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.chart import Chart
from loaders.lexicon import read_yaml
from loaders.sending_words import JOINT, PLACES, TEAM, TRADERS
from loaders.sending_works import POST
from loaders.topics import level
from loaders.values import Mention

OWNER = re.compile(read_yaml("sendings.yaml")["ends"]["owner"])
_COUNTY = 3
# Firms whose people serve elsewhere as officials do: others send managers of their own business.
_STATE = re.compile(
    "集团|银行|电力|供电|电网|燃气|水务|烟草|石油|石化|移动|联通|电信|铁路|交通|城投|国资|国有|^中[国铁建交核粮煤]|农商|保险|设计院"
)


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


def own_manager(row: Chart, both: tuple[int, int], index: int) -> bool:
    """Whether a firm keeps a manager of its own there: 甲公司常驻乙县的厂长丙."""
    item = row.items[both[0]]
    firm = isinstance(item, Mention) and item.label == "Company"
    return firm and both[1] < index and OWNER.search(row.code, both[1], index) is not None


def trades_there(row: Chart, at: int, west: Sequence[tuple[int, str]]) -> bool:
    """Whether the home is a firm, which sends its people on business, and nothing says that they were lent."""
    item = row.items[at]
    assert isinstance(item, Mention)
    if item.label != "Company":
        return False
    public = _STATE.search(item.entity.name) is not None and any(k == POST and is_public(row, host) for host, k in west)
    return not public and not re.search("借调|挂职|选派|委派|派驻|驻村|第一书记|援[疆藏青]|支援", row.code)
