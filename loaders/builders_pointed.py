"""Things built that their sentence only points at by the last word of their name: 大厅由甲区建成, 甲区出资建了这个场."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.builders_unnamed import ACTORS
from loaders.chart import SIGNS, Chart
from loaders.payee_heads import heads
from loaders.topics import Found, Topics

_HOUSES = SIGNS["Park"] + SIGNS["Workshop"] + SIGNS["Facility"]
_BUILT = r"(?:援建|承建|捐建|兴建|修建|新建|扶建|建设|建成|建起|盖起|盖成|改建|扩建|[建盖修]的)"
_BY = re.compile(  # the word, then 由甲区出资援建
    rf"(?:，)?(?:是|系)?(?:{SIGNS['date']}年?)?(?:由|(?<=是))(?P<actors>[{ACTORS}](?:[、和与][{ACTORS}])*)(?!的?(?:负责|干部|书记|企业|老板))"
    rf"[^。；，{_HOUSES}{ACTORS}]{{0,22}}?{_BUILT}"
)
_THIS_ONE = re.compile(  # 甲区拿出一千万元建了, then 这个场
    rf"(?P<actors>[{ACTORS}](?:[、和与][{ACTORS}])*)(?!的?(?:负责|干部|书记|企业|老板))[^。；，{_HOUSES}{ACTORS}]{{0,24}}?(?:援建|建|盖|修|捐建)[了起成]*(?:这|该)[个座所家处间]?$"
)

Told = tuple[
    Found, tuple[int, int], int, int
]  # the thing, where its builders stand, the stretch of signs that tells it


def pointed_at(topics: Topics, row: Chart) -> Iterator[Told]:
    """Things that the last word of their name points at where the sentence says who built them."""
    if re.search("建|盖|修", row.code) is None:
        return
    for start, end, found in heads(topics, row, 0, len(row.code)):
        if SIGNS[found.entity.label] not in _HOUSES:
            continue
        by = _BY.match(row.code, end)
        if by is not None:
            yield found, by.span("actors"), start, by.end()
            continue
        this = _THIS_ONE.search(row.code[:start])
        if this is not None:
            yield found, this.span("actors"), this.start(), end
