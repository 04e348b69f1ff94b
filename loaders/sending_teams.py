"""Who belongs to a team named after sender and receiver: 甲区驻乙县工作队队员、县农牧局副局长丙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.chart import Chart
from loaders.post_shapes import PERSON
from loaders.proposals import Proposal, clause_span
from loaders.sending_shapes import ends_pattern
from loaders.sending_words import NOT_TEAM, TEAM
from loaders.values import Mention

# From the team to the person: the person is a member, and may hold a post beside that.
_MEMBER = re.compile(
    f"的?(?:第[一二三四五六七八九十]+批)?(?:队员|成员|组员|干部|专干|专员|联络员|队医)(?:、[^，。；：“”{PERSON}]{{2,24}})?"
    f"|(?:里|中|内)?的(?:一员|一名|一位|年轻人|小伙子?|姑娘|老大哥|大姐|骨干|女将|老队员)(?:、[^，。；：“”{PERSON}]{{2,24}})?"
    f"|(?:里|中|内)?的(?=[{PERSON}])|(?:里|中)?的$"
)
_ONE_OF_THEM = ends_pattern(  # 甲医院派驻12人，乙院副院长丙便是第三批队员
    r"{person}{called}(?:便|就|正|即|也|恰)?是(?:其中(?:的)?(?:之一|一员|一位|一个|一名)|第[一二三四五六七八九十]+批(?:援[疆藏青滇黔桂宁甘蒙川渝])?(?:队员|成员|干部|教师|医生|专家)|首批(?:队员|成员))"
)
_SENT_SOME = ends_pattern(
    r"(?P<home>{place})[^，。；：“\ue001-\ue00f]{0,8}(?:派驻|派出|选派|派来|抽调|委派|派遣|派)[^。；“{place_signs}]{0,24}(?:{figure}|人|名|位|批|医护|教师|医生|干部|专家)".replace(
        "{place_signs}", "\ue001-\ue007"
    )
)
_RUN = 40  # signs before a person that can hold its team


def memberships(row: Chart, index: int) -> Iterator[Proposal]:
    """WORKS_AT between a person and the team that the words right before call it a member of."""
    person = row.items[index]
    for at in range(index - 1, max(index - _RUN, -1), -1):
        if row.code[at] in "，。；：“”" + PERSON:
            return
        item = row.items[at]
        if not isinstance(item, Mention) or item.label != "Organization":
            continue
        name = item.entity.name
        if TEAM.search(name) and not NOT_TEAM.search(name) and _MEMBER.fullmatch(row.code, at + 1, index):
            assert isinstance(person, Mention)
            before = row.items[at - 1] if at else None
            team = item.entity
            if name[0] in "驻援" and isinstance(before, Mention) and before.label == "Region":
                team = replace(team, name=before.entity.name + name)  # 甲县|驻乙县工作队
            span = clause_span(row.sentence, row.starts[at], row.ends[index])
            yield Proposal("WORKS_AT", person.entity, team, (span,))
            return


def one_of_them(row: Chart, index: int) -> list[tuple[int, str]]:
    """The house that sent some, where the words call the person one of these, with the words that homes have."""
    if _ONE_OF_THEM.match(row.code, index) is None:
        return []
    senders = [m.start("home") for m in _SENT_SOME.finditer(row.code, 0, index)]
    return [(at, "派来的") for at in senders[-1:]]
