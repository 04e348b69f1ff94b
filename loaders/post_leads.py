"""What stands between a post and its holder, or leads to it: 法人代表、南安籍企业家|P, P来自甲医院，针灸科副主任, 接替P."""

from __future__ import annotations

import re

from loaders.chart import SIGNS, Chart
from loaders.lexicon import any_of, read_yaml
from loaders.post_divisions import Held
from loaders.post_shapes import BODIES, CHIEF, JOB, PERSON, Post, posts_from
from loaders.topics import Found
from loaders.values import Mention

_REGION = SIGNS["Region"]
_PEOPLES = f"(?:{any_of(read_yaml('persons.yaml')['peoples'])})族"
_CALLING = (
    "企业家|商人|客商|侨商|侨胞|老板|青年|小伙子?|姑娘|汉子|媳妇|女子|男子|后生|大姐|大哥|乡贤|能人|妹子|阿妹|老乡"
)
# Who somebody is besides the post before: where from, of which people, how old.
_BESIDES = re.compile(
    rf"(?:[、，][一-鿿]{{2,4}}籍(?:{_CALLING})|[、，]?[{_REGION}]{{1,2}}(?:籍?的?(?:{_CALLING})|人)|[、，]?{_PEOPLES}(?:{_CALLING}|女工|人)?"
    r"|、[他她](?:自己)?的(?:[大二小三]?[一-鿿]{1,3})"
    rf"|[、，](?:“?[0-9]0后”?|返乡)(?:{_CALLING}|大学生)|[、，][{SIGNS['figure']}{SIGNS['date']}]的)$"
)
_REPLACED = re.compile(rf"(?:接替|顶替|代替|替下|取代)了?(?:[^，。；是为叫{PERSON}]{{0,6}}的)?$")
_HANDED = re.compile(r"(?:接了|接过了?|接的是|接手了?)$")  # 接过P的班, but 接过物资的P
_SHIFT = re.compile("的?(?:班|棒|岗|接力棒|担子|工作|职务|手中)")
_COMES = re.compile(rf"(?:则|也)?(?:来自|供职于|就职于|工作于|任职于)(?:[{_REGION}]{{1,2}}的?)?(?P<body>[{BODIES}])，")


def before_besides(code: str, index: int) -> int:
    """Where the words end that a post may stand in: before what else is said of the person at `index`.

    >>> before_besides(f"总工程师仡佬族人{PERSON}", 8)
    4
    """
    said = _BESIDES.search(code, max(0, index - 12), index)
    return said.start() if said is not None else index


def replaced(code: str, index: int) -> bool:
    """Whether the person at a sign is the one whose post another took: 他接了P的班，现任县长."""
    low = max(0, index - 12)
    handed = _HANDED.search(code, low, index) is not None and _SHIFT.match(code, index + 1) is not None
    return handed or _REPLACED.search(code, low, index) is not None


def from_home(row: Chart, index: int, stop: int) -> tuple[list[Post], Held | None]:
    """The posts that follow a person's home without a body of their own: P来自甲医院，针灸科副主任，."""
    comes = _COMES.match(row.code, index + 1, stop)
    if comes is None:
        return [], None
    posts = posts_from(row.code, comes.end(), stop)
    home = row.items[comes.start("body")]
    if not posts or posts[0].body is not None or not isinstance(home, Mention) or home.label == "Region":
        return [], None
    title = row.code[slice(*posts[0].title)]
    if (
        CHIEF.search(title)
        or JOB.search(title)
        or title.startswith("挂职")
        or row.code[posts[-1].end : posts[-1].end + 1] not in "，。；"
    ):
        return [], None
    return posts, Held(home.entity, Found(home.entity, home) if home.step is not None else None, "")
