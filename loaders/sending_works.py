"""Where a person works after the move, in words right behind the person: 丙到乙医院任副院长, 丙在丁村驻点两年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.chart import SIGNS, Chart
from loaders.post_shapes import PERSON
from loaders.sending_shapes import BODIES, HOME_AFTER, RAW, VISIT, ends_pattern
from loaders.sending_words import CAME_BACK, OTHER_PEOPLE
from loaders.values import Mention

MOVE, POST, AID, STAY = "move", "post", "aid", "stay"
_VERB = re.compile(
    f"(?P<{MOVE}>{RAW['move']})$|(?P<{POST}>{RAW['post']})(?:了|着)?$|(?P<{AID}>{RAW['aid']})了?$|(?P<{STAY}>在)$"
)
_PLACED = ends_pattern(
    r"(?:里|的)?(?:{word}{0,8}?(?:科室?|中心|站|处|部|岗位?|村|园区|基地))?(?:一?"
    + RAW["stay"]
    + r"|[^，。；]{0,4}{duration})"
)
OTHER = re.compile(RAW["other"])
_ENDED = re.compile("卸下|卸任|离任|调离")
_WHOSE = re.compile(
    rf"[^，。；：“\ue001-\ue00f]{{0,14}}的(?:(?P<who>{SIGNS['Company']})|[^，。；：的\ue006\ue008]{{0,16}}(?:{PERSON}|(?:医生|医师|教师|老师|干部|专家)[^，。；：、]{{0,4}}[，。；]))"
)
_CLAUSE = re.compile(
    r"(?:[，、和与及]|以及|还有)(?:还有|以及|另有|和|与|及)?(?:在|到|赴|派来|派到|派往|派驻|派赴|驻|挂职|挂任|任|担任|去|前往)[]{0,2}的?$"
)
_PAST = re.compile("原先|原在|原来|曾|此前|之前|以前|从前|早年|早先|过去|来前")
_AND_VISIT = re.compile(f"(?:本|原本|只|原)?(?:是|为|想)?[来去]?(?:{RAW['visit']})")
_SPOKEN = re.compile(r"[^，。；]{0,6}?(?:说|介绍|表示|告诉|坦言|回忆|认为|指出|强调|笑言|透露|宣布)")
_REPLACED = re.compile("(?:接替|顶替|代替|接班|接力)了?$")


def works(row: Chart, index: int, stop: int) -> Iterator[tuple[int, str]]:
    """Places that the words after a person say the person went to, works in or has a post in, with the kind of words."""
    code = row.code
    if _SPOKEN.match(code, index + 1) or _REPLACED.search(code[:index]):
        return
    last, last_kind = 0, ""
    for at in range(index + 1, stop):
        item = row.items[at]
        if not isinstance(item, Mention) or item.label == "Person":
            continue
        if last and re.fullmatch("[、和及与]", code[last + 1 : at]):
            last = at
            yield at, last_kind
            continue
        if item.label == "Region" and _part_follows(code, at):
            continue  # 到甲镇的|乙小学: the school is meant
        if CAME_BACK.search(code, index, at):
            continue
        if _of_next(code, index, at) or code.endswith("来的", index, at):
            continue
        low = max(code.rfind(mark, index, at) for mark in "，；：。" + code[index]) + 1
        lead = code[low:at].rstrip("的")
        while lead and isinstance(row.items[low + len(lead) - 1], Mention):
            lead = lead[:-1].rstrip("的")  # 到乙县|乙医院
        if not lead and _second(code, index, at) and _post_follows(code, at, stop):
            yield at, POST
            continue
        verb = _VERB.search(lead)
        if verb is None or verb.lastgroup is None or SIGNS["Company"] in lead[: verb.start()]:
            continue
        if low > index + 1 and OTHER_PEOPLE.search(lead[: verb.start()]):
            continue
        if _PAST.search(lead) or _ENDED.search(code, at, stop) or OTHER.search(code[index + 1 : low + verb.start()]):
            continue
        marks = [k for k in range(at, stop) if code[k] in "，；。"]
        if VISIT.search(code[low : marks[0] if marks else stop]) or (marks and _AND_VISIT.match(code, marks[0] + 1)):
            continue
        kind = verb.lastgroup
        if (
            kind == STAY
            and _PLACED.match(code, _listed(row, at)) is None
            and not lead.endswith(("也在", "同在", "就在"))
        ):
            continue
        if kind == POST and not _post_follows(code, at, stop):
            continue
        last, last_kind = at, kind
        yield at, kind


def _part_follows(code: str, at: int) -> bool:
    """Whether a school or body comes after a division and 的."""
    return code[at + 1 : at + 2] == "的" and code[at + 2 : at + 3] in tuple(BODIES)


def _of_next(code: str, index: int, at: int) -> bool:
    """Whether a place is told of the next person or of a firm: 丙，还有在乙医院|坐诊的医生丁; 落脚乙村的某公司."""
    follows = _WHOSE.match(code, at + 1)
    if follows is None:
        return False
    return follows["who"] == SIGNS["Company"] or _CLAUSE.search(code, index + 1, at) is not None


def _second(code: str, index: int, at: int) -> bool:
    """Whether a place opens the clause after the one that tells a person's home: 丙，甲院医生，乙院|副院长."""
    home = HOME_AFTER.match(code, index)
    return home is not None and at == home.end() + 1 and bool(home["gap"])


def _listed(row: Chart, at: int) -> int:
    """Where a list of names ends that begins at one: 在甲、乙和丙|带教."""
    while (
        row.code[at + 1 : at + 2] in ("、", "和", "及", "与")
        and at + 2 < len(row.items)
        and isinstance(row.items[at + 2], Mention)
    ):
        at += 2
    return at + 1


_TITLE = ends_pattern(
    r"(?:的|里的?|这边的?)?(?:[^，。；：]{0,14}?{staff}|[^，。；：]{0,10}(?:工作|业务|教学|医务|教研|科研|医疗|事务))"
)


def _post_follows(code: str, at: int, stop: int) -> bool:
    """Whether a title comes after a place: 任乙县|委常委、副县长."""
    return _TITLE.match(code, at + 1, stop) is not None
