"""In which body a post is held, where the words name it, point back at it, or leave it to the title."""

from __future__ import annotations

import re

from graph.identity import entity_id
from graph.model import Entity
from loaders.chart import Chart
from loaders.lexicon import read_yaml
from loaders.post_bureaus import bureau_of
from loaders.post_divisions import (
    BRANCH,
    LEVELS,
    Held,
    committee,
    committee_region,
    division,
    government,
    group_of,
    in_name,
    plain_name,
    village_of,
)
from loaders.post_homes import college, community, heads, is_village, of_another, only_village
from loaders.post_kinds import (
    KINDS,
    Kind,
    by_ending,
    by_short_name,
    comes_from,
    fits,
    just_before,
    kinds_of,
    nearest_local,
    several,
)
from loaders.post_shapes import CHIEF, JOB, Post
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_RAW = read_yaml("titles.yaml")
_FIRST = re.compile("(?:现任|时任|原任|原|驻村)*第一书记(?:助理)?")
_VILLAGE = re.compile(
    "(?:^|[，。；：、”的和任上陪是为由叫请找让原前位名])(?:村(?:党?总?支书|党?总?支部书记|主任|会计|文书|委会主任|妇联主席)|村民小?组组?长)$"
)
_BUSINESS = re.compile(r"(?:老板娘?|老总|经理|董事长?|总裁|店长|厂长|庄主|掌柜|股东|投资人|合伙人|实控人|实际控制人)$")
_SIGN = re.compile("[\ue001-\ue00f]")


def held(topics: Topics, row: Chart, post: Post, before: Held | None) -> Held | None:
    """Where a post is held; `before` is the post that stands before it in the same row."""
    title = row.code[slice(*post.title)]
    if _SIGN.search(title):  # “威海班”班主任
        title = topics.reading.plain(row.sentence.block, row.starts[post.title[0]], row.ends[post.title[1] - 1])
    title = title if title in _RAW["others"] else title.removesuffix("的")
    if post.made:
        return _made(topics, row, post, title)
    if post.bureau and post.body is not None:
        return bureau_of(topics, row, post.body, title, before)
    if post.body is not None:
        return _named(topics, row, post, title, before)
    if CHIEF.search(title):
        return division(topics, row, post, before, title)
    kinds = kinds_of(title)
    if before is not None and (not kinds or not before.title or any(fits(k, before.body) for k in kinds)):
        return Held(before.body, before.step, title)
    if before is not None and JOB.search(title) and not CHIEF.search(before.title):
        return Held(before.body, before.step, title)
    of_village = _VILLAGE.search(row.code, 0, post.end)
    if (of_village is not None and "组" in of_village.group()) or (
        not kinds and (of_village or _FIRST.fullmatch(title))
    ):
        village = topics.before(row.sentence.block, row.starts[post.start], is_village, 1) or only_village(topics)
        return Held(village.entity, village, title) if village is not None else None
    if not kinds and (home := community(topics, row, post)) is not None:
        return Held(home.entity, home, title)
    if not kinds or (kinds[0] not in KINDS[:2] and "Company" in kinds[0].labels and _of_village(row, post)):
        return None
    short = by_short_name(topics, kinds, row, post) or by_ending(topics, kinds, row, post)
    if short is not None:
        return Held(short.entity, short, title)
    found = None
    for kind in kinds:
        if kind.near:
            found = _in_sentence(row, kind, post.start) or just_before(topics, kind, row, post)
        else:
            found = _of_kind(topics, kind, row, post)
        if found is not None:
            break
    if found is None or of_another(row, post, found.entity):
        return None
    problem = "several bodies that have such a post are spoken of" if several(topics, kind, row, found) else None
    return Held(found.entity, found, title, problem)


def _of_village(row: Chart, post: Post) -> bool:
    """Whether the post is one of a village or of a team within: 村会计, 组出纳."""
    return row.code[max(0, post.start - 1) : post.start] in tuple("村镇乡组校队县街")


def _made(topics: Topics, row: Chart, post: Post, title: str) -> Held | None:
    """A body that is written out from its region on, and that nothing else names."""
    assert post.body is not None
    first = next((i for i in row.items[slice(*post.body)] if i is not None), None)
    low, high = row.starts[post.body[0]], row.ends[post.body[1] - 1]
    written = topics.reading.plain(row.sentence.block, low, high).removesuffix("的")
    written = _SENT_BY.sub("", written)
    if first is None and not written.endswith(("部", "处", "司")):
        return None
    if isinstance(first, Mention) and first.label in ("Organization", "Facility") and written.endswith(_DESKS):
        return Held(first.entity, _step(first), written.removeprefix(first.surface) + title)  # 甲局|规划科科长
    if isinstance(first, Mention):
        region = first.entity.id if first.label == "Region" else first.entity.region
    else:
        region = None
    entity = Entity(entity_id("Organization", written, region), "Organization", written, (), None, region)
    return Held(entity, None, title)


_CALLED = re.compile("(?P<noun>集团|合作社|联合社|农场|牧场|酒庄)(?:党委|党支部|的)?$")  # 集团|副总裁 is none of a 厂


def _of_kind(topics: Topics, kind: Kind, row: Chart, post: Post) -> Found | None:
    """The body of a kind under discussion; not one of the helping side, whose people come from elsewhere."""
    called = _CALLED.search(row.code, 0, post.start)

    def test(m: Mention) -> bool:
        named = called is None or any(called["noun"] in n for n in m.entity.names)
        return named and fits(kind, m.entity) and not comes_from(topics, m)

    return nearest_local(topics, row.sentence.block, row.starts[post.start], test, "Company" in kind.labels)


def _in_sentence(row: Chart, kind: Kind, end: int) -> Found | None:
    """The only thing of the kind that the sentence names before a sign."""
    fitting = [m for m in row.items[:end] if isinstance(m, Mention) and fits(kind, m.entity)]
    return Found(fitting[0].entity, fitting[0]) if len({m.entity.id for m in fitting}) == 1 else None


def _named(topics: Topics, row: Chart, post: Post, title: str, before: Held | None) -> Held | None:
    assert post.body is not None
    item = row.items[post.body[0]]
    words = row.code[slice(*post.body)]
    if isinstance(item, Mention):
        house, desk = _house_of(topics, item)
        if house is not None:
            return Held(house, None, desk + title)
        park = _park_of(topics, row, post, item)
        if park is not None:
            return Held(park.entity, park, title)
        if title.startswith(("下属", "旗下", "所属")):
            return None  # 甲集团下属煤矿的副矿长: in which mine nobody tells
        if post.shared:
            title = item.surface[-1] + "长"
        group = group_of(item.entity)
        if group is not None:
            return Held(group, _step(item), "党组" + title)
        village = village_of(topics, item.entity) if item.label == "Organization" else None
        if village is not None:
            branch = BRANCH.search(item.entity.name)
            return Held(village, _step(item), (branch.group() if branch else "") + title)
        if item.label == "Region" and _BUSINESS.search(title):
            return None  # 福州|老板丙 owns something elsewhere
        if item.label == "Region" and (head := CHIEF.search(title)) and not heads(item.entity, head.group()):
            return division(topics, row, post, before, title)  # 甲区派驻的|挂职副县长
        if words.endswith("政府"):
            return Held(item.entity if CHIEF.search(title) else government(item.entity), _step(item), title)
        if len(words) > 1:  # 石柱县|委
            return Held(committee(item.entity, item.surface + words[1:], words[1:]), _step(item), title)
        plain = plain_name(item.entity)
        if plain is not item.entity:
            return Held(plain, _step(item), title)
        if item.label == "Organization" and item.entity.name.startswith(("村帮扶", "村工作")):
            return None  # 驻|村工作队, of which village nobody tells
        if item.surface == "车间" and item.label == "Company":
            title = item.surface + title
        if item.label == "Region" and CHIEF.search(title) is None and JOB.search(title) and not _of_town(item, title):
            return None  # 深圳老师 is from there, and holds no post of the city
        return Held(college(item), _step(item), title)
    rest = "党委" if words.endswith("党委") else "委"
    stem = re.sub(r"党?工?委$|(?:人民)?政府$", "", words)
    if words.endswith("政府") and CHIEF.search(title):
        return division(topics, row, post, before, title)
    governs = words.endswith("政府")
    region = in_name(before, stem[-1], LEVELS.get(stem[-1], ())) if before is not None else None
    if region is not None and before is not None:
        return Held(government(region, words) if governs else committee(region, words, rest), before.step, title)
    found = committee_region(topics, words, row.sentence.block, row.starts[post.start])
    if found is None:
        return None
    body = government(found.entity, words) if governs else committee(found.entity, words, rest)
    return Held(body, found, title)


def _of_town(item: Mention, title: str) -> bool:
    """Whether the trade is one that towns have officers of: 甲镇农技员."""
    return level(item.entity) == 4 and title.endswith(("农技员", "干事", "科员", "办事员", "社工", "水管员", "防疫员"))


_SENT_BY = re.compile("^.{2,12}?(?:派来|派出|派驻|派|选派|委派)的(?=.{3})")  # 甲区派来的|援滇联络组
_DESKS = ("科", "股", "处", "室")
_DESK = re.compile(
    r"(.{2,}?(?:局|委|办|厅|部|委员会|医院|保健院|卫生院|中学|小学|学校|大学|学院|指挥部|公司|集团|中心|政府))"
    r"([一-鿿]{2,6}[科股处室]|(?:护理|医务|药剂|教务|后勤|总务|学工|招生|教学|科教)部)"
)


def _house_of(topics: Topics, item: Mention) -> tuple[Entity | None, str]:
    """The bureau or hospital of a department that was read as a body of its own, and the department."""
    parts = _DESK.fullmatch(item.entity.name) if item.label in ("Organization", "Facility") else None
    if parts is None or parts[2].endswith(("办公室", "办事处", "联络处", "代表处", "管理处")):
        return None, ""
    known = next((e for e in topics.entities if e.label == item.label and parts[1] in e.names), None)
    home = item.entity.region
    return known or Entity(entity_id(item.label, parts[1], home), item.label, parts[1], (), None, home), parts[2]


_OF_PARK = re.compile(
    "(?:该|本|这个)?(?:园区|产业园|工业园|示范园|示范区|开发区|孵化园|集中区)(?:党工委|管委会|管理委员会|管理公司|管理处|管理办)"
)


def _park_of(topics: Topics, row: Chart, post: Post, item: Mention) -> Found | None:
    """The park whose own body has no name: 园区管委会."""
    if not _OF_PARK.fullmatch(item.surface):
        return None
    core = re.match("(?:该|本|这个)?(.+?)(?:党工委|管)", item.surface)
    ends = core[1] if core is not None else ""

    def so_called(m: Mention) -> bool:
        return m.label == "Park" and m.entity.name.endswith(ends)

    at = row.sentence.block, row.starts[post.start]
    return topics.before(*at, so_called, 3) or topics.labelled("Park", *at, 3)


def _step(item: Mention) -> Found | None:
    return Found(item.entity, item) if item.step is not None else None
