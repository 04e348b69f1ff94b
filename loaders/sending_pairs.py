"""The two ends of a person's sending, told side by side: a home on one side of the pairing, a place of work on the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.chart import Chart
from loaders.lexicon import read_yaml
from loaders.post_shapes import CALLED, PERSON
from loaders.sending_against import calls, kin_from
from loaders.sending_kinds import (
    OWNER,
    broad,
    has_staff,
    is_body,
    is_place,
    manages,
    own_manager,
    stranger,
    trades_there,
)
from loaders.sending_scenes import dispatched, given, journey, share
from loaders.sending_shapes import EARLIER, VISIT, homes, sent_by, stacked
from loaders.sending_stand import AWAY, HELPED, HELPER, MAYBE, stand
from loaders.sending_teams import one_of_them
from loaders.sending_words import FROM_BEFORE, IN_BEFORE, JOINT, PLACES, TEAM, TO_BEFORE
from loaders.sending_works import MOVE, POST, works
from loaders.topics import Topics, home
from loaders.values import Mention

_RAW: dict[str, str] = read_yaml("sendings.yaml")["ends"]
_CONTEXT, _EAST, _FORMAL = (re.compile(_RAW[name]) for name in ("context", "east", "formal"))
COMPANIONS, PARTNERS = re.compile(_RAW["companions"]), re.compile(_RAW["partners"])
_TEAM, _HAND, _AT_HOME = re.compile(_RAW["team"]), re.compile(_RAW["hand"]), re.compile(_RAW["at_home"])
_LEADER = re.compile(_RAW["leader"])
_TITLED = re.compile(_RAW["called"].rstrip("?"))
_LISTED = re.compile(
    "(?:老师|医生|大夫|同志)?(?:（[^（）]{0,12}）)?[、和与及][^，。；]{0,40}|[^，。；]{0,4}(?:接替|顶替|接力|接班|接)了?|[^，。；]{0,4}(?:带着|陪着|和|同|与)"
)
_GUIDED = re.compile(
    f"{PERSON}(?:老师|医生|主任|专家|教授)?(?:等人?)?的?[^，。；]{{0,6}}(?:指导|带领|帮助|带教|协助|支持)下"
)
_GROUP = re.compile(
    f"{CALLED}的?(?:研究|科研|创新|技术)?(?:团队|课题组|项目组|实验室|工作室)(?!的?(?:负责|带头)人)"
)  # who went is another
_BESIDE = re.compile(f"{PERSON}{CALLED}(?:（[^（）]{{1,12}}）)?[、和与及][^，。；：\ue001-\ue00f]{{0,14}}$")
_POSTED = re.compile("派[到往赴至驻]|选派|选送|挂职|挂任|跟班|跟岗|顶岗")


Places = list[tuple[int, str]]  # names in a chart, each with the words to the person or the kind of words


@dataclass(frozen=True, slots=True)
class Told:
    """Places in a chart that are the home and the place of work of a person; one may be missing."""

    homes: tuple[int, ...]
    hosts: tuple[int, ...]
    sent: bool = False  # the words say that the home sent the person
    earlier: bool = False  # the words say of the homes only that the person worked there before

    @property
    def paired(self) -> bool:
        return bool(self.homes and self.hosts)


def told_ends(topics: Topics, row: Chart, index: int) -> Told:
    """The home and the place of work that a sentence gives one person, where they cannot lie on one side."""
    stop = kin_from(row.code, index, _stop(row, index))
    origins = _origins(row, index)
    goals = [] if _GROUP.match(row.code, index + 1) else _goals(row, index, stop)
    lent = dispatched(row, index)
    both = lent or journey(row, index)
    if both is not None and own_manager(row, both, index):
        both = None
    if both is not None and [stand(topics, row, at) for at in both] == [HELPED, HELPER]:
        if lent is None and _EAST.search(row.code) is None:
            return Told((), ())  # 从乙县到甲区，丙坐了四十个小时火车: a worker or student goes as well
        return Told(both[:1], both[1:], True)  # 乙县派到甲区挂职的丙
    if both is not None and all(is_place(row, at) for at in both):
        origins, goals = [(both[0], "来的")], [*goals, (both[1], POST)]
    west = [(at, k) for at, k in goals if stand(topics, row, at) in (HELPED, MAYBE) and not manages(row, at)]
    origins, west = _sorted_posts(topics, row, index, origins, west)
    sides = {at: stand(topics, row, at) for at, _ in origins}
    helpers = [(at, gap) for at, gap in origins if sides[at] == HELPER]
    helpers = [(at, gap) for at, gap in helpers if not _visits(row, gap, west) and not trades_there(row, at, west)]
    if helpers:
        sent = any(sent_by(row, index, gap) or _in_team(topics, row, gap) for _, gap in helpers)
        return Told(_each(helpers), _each(west), sent, all(gap == EARLIER for _, gap in helpers))
    context = _CONTEXT.search(_around(topics, row)) is not None
    strangers = [
        (at, gap) for at, gap in origins if sides[at] == AWAY or (sides[at] in (None, MAYBE) and stranger(row, at))
    ]
    if strangers and west and context and not any(_visits(row, gap, west) for _, gap in strangers):
        kinds = {kind for _, kind in west}
        if kinds != {MOVE} or re.search("支教|支医|挂职|帮扶|指导|带教|任|担任", row.code[index:stop]):
            return Told(_each(strangers), _each(west))
    if strangers and context and (COMPANIONS.search(row.code) or all(_in_team(topics, row, g) for _, g in strangers)):
        return Told(_each(strangers), (), all(_in_team(topics, row, g) for _, g in strangers))
    east = [(at, kind) for at, kind in goals if stand(topics, row, at) in (HELPER, AWAY) and at > index]
    posted = _POSTED.search(row.code, index + 1, stop) is not None
    locals_ = [
        (at, gap)
        for at, gap in origins
        if sides[at] == HELPED and (is_body(row, at) or len(gap) > 1 or (posted and has_staff(row, at)))
    ]
    if east and locals_ and context and _EAST.search(row.code[index + 1 : stop]):
        return Told(_each(locals_), _each(east))
    formal = context and _FORMAL.search(row.code) is not None
    inside = HELPED in sides.values()  # a journey within the helped side, not a post there
    apart: tuple[int, ...] = ()
    if formal and not (inside and any(kind == POST for _, kind in goals)):
        apart = _apart(row, origins, goals, 4 if inside else 6)
    return Told(_each(origins), apart) if apart else Told((), _each(west))


def _in_team(topics: Topics, row: Chart, gap: str) -> bool:
    """Whether the sentence, or the one before it, tells of people who were sent, and this one is no head of a house."""
    if _HAND.search(gap) is None or _AT_HOME.search(row.code) or VISIT.search(row.code):
        return False
    if _TEAM.search(row.code):
        return True
    sentences = topics.reading.sentences
    before = sentences[max(sentences.index(row.sentence) - 1, 0)]
    if before.block != row.sentence.block:
        return False
    told = topics.reading.plain(before.block, before.start, before.end)
    return _TEAM.search(told) is not None and _AT_HOME.search(told) is None


def _apart(row: Chart, origins: Places, goals: Places, digits: int) -> tuple[int, ...]:
    """The places of work that lie in another county (six digits of its code, four of a prefecture) than all homes."""
    codes = [
        [home(i.entity).code for at, _ in ends if isinstance(i := row.items[at], Mention)] for ends in (origins, goals)
    ]
    known = [[c[:digits] for c in side if c] for side in codes]
    if not all(known) or any(len(k) != len(ends) for k, ends in zip(known, (origins, goals), strict=True)):
        return ()
    return () if set(known[0]) & set(known[1]) else _each(goals)


def _origins(row: Chart, index: int) -> Places:
    """Names that may be the person's home; those of the person before, in a list that shares them."""
    found = [(at, gap) for at, gap in (*homes(row, index), *one_of_them(row, index)) if _is_home(row, at, gap)]
    first = index
    while not found and (shared := _BESIDE.search(row.code, 0, first)) is not None:
        first = shared.start()
        found = [(at, gap) for at, gap in homes(row, first) if at < first and _is_home(row, at, gap)]
    return [(at, gap) for at, gap in found if not OWNER.search(gap) and not broad(row, at, gap)]


def _goals(row: Chart, index: int, stop: int) -> Places:
    """Names that may be the place of work; of two that go to two persons (分别在…和…) the one in the person's turn."""
    mine = share(row, index, is_place)
    if mine is not None:
        return [mine]
    found = [(at, kind) for at, kind in works(row, index, stop) if is_place(row, at)]
    if found and re.search("分别|各自|分赴|分到", row.code[index : found[0][0]]):
        turn = _turn(row, index)
        in_turn = [f for f in found if f[0] < stop]
        found = in_turn[turn : turn + 1] if len(in_turn) == turn + 1 + _after(row, index, found[0][0]) else []
    return found or [(at, POST) for origin, _ in homes(row, index) if (at := given(row, index, origin)) is not None]


def _sorted_posts(topics: Topics, row: Chart, index: int, origins: Places, west: Places) -> tuple[Places, Places]:
    """The bodies of posts in a row before a person as homes and places of work, by their sides."""
    posts = [at for at in stacked(row, index) if is_place(row, at)]
    sides = {at: stand(topics, row, at) for at in [*posts, *(at for at, _ in origins)]}
    hosting = [at for at in posts if sides[at] in (HELPED, MAYBE)]
    sending = [at for at in posts if sides[at] == HELPER and at not in {a for a, _ in origins}]
    if sending or any(
        sides[at] == HELPER and at > index for at, _ in origins
    ):  # 甲区援疆干部、乙县招商局副局长丙: the nearest body is the receiver
        near = [
            at
            for at, gap in origins
            if at < index
            and sides[at] in (HELPED, MAYBE)
            and (len(gap) > 1 or _TITLED.match(row.code, index + 1))
            and not OWNER.search(gap)
        ]
        hosting += near
        origins = [(at, gap) for at, gap in origins if at not in near] + [(at, POST) for at in sending]
    return origins, [*west, *((at, POST) for at in hosting)]


def _turn(row: Chart, index: int) -> int:
    """How many persons of the list come before this one."""
    low = max(row.code.rfind(mark, 0, index) for mark in "，。；：")
    return row.code[low + 1 : index].count(PERSON)


def _after(row: Chart, index: int, until: int) -> int:
    return row.code[index + 1 : until].count(PERSON)


def _stop(row: Chart, index: int) -> int:
    """Where the words about a person end: at a semicolon, or at another person that is no member of a list."""
    person = row.items[index]
    assert isinstance(person, Mention)
    for at in range(index + 1, len(row.code)):
        item = row.items[at]
        if row.code[at] in "；。" or row.code.startswith(("：“", "，“"), at):
            return at
        other = isinstance(item, Mention) and item.label == "Person" and item.entity.id != person.entity.id
        if other and not _LISTED.fullmatch(row.code, index + 1, at):
            return at
    return len(row.code)


def _is_home(row: Chart, at: int, gap: str) -> bool:
    """Whether the words before a name let the person come from it: none that lead to it."""
    item = row.items[at]
    if not isinstance(item, Mention) or item.label not in PLACES or item.label == "RelocationSite":
        return False
    if JOINT.search(item.entity.name) or (item.label == "Organization" and TEAM.search(item.entity.name)):
        return False
    if gap == EARLIER:
        return True
    start = at
    while start and isinstance(row.items[start - 1], Mention):
        start -= 1
    before = re.split("[，。；：]", row.code[:start])[-1]
    if re.search("(?:退休|离休)之?前(?:是|在|任|曾|担任)", before):
        return False  # nobody sends who has retired
    if FROM_BEFORE.search(before) or re.search("[聘委]任$|任命$|是$|为$|来了$|迎来了?$|请来了?$|接收了?$", before):
        return True
    if IN_BEFORE.search(before):
        return _GUIDED.match(row.code, at + 1 + len(gap)) is not None  # 在甲医院医生丙的指导下
    return TO_BEFORE.search(before) is None


def _visits(row: Chart, gap: str, west: Places) -> bool:
    """Whether the person is a leader of whom only a journey is told."""
    only_went = all(kind == MOVE for _, kind in west)
    return only_went and (_LEADER.search(gap) is not None or (bool(west) and calls(row, gap)))


def _around(topics: Topics, row: Chart) -> str:
    """The title, the block of the sentence and the block before it."""
    blocks = topics.reading.blocks
    near = blocks[max(row.sentence.block - 1, 0) : row.sentence.block + 1]
    return "\n".join([blocks[0].text.plain, *(b.text.plain for b in near)])


def _each(found: Places) -> tuple[int, ...]:
    return tuple(dict.fromkeys(at for at, _ in found))
