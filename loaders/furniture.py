"""What a line of a page is: article text, or what stands beside it (loaders/furniture.yaml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.outlets import DATE, OUTLET, SOURCE, TIME, furniture_data, is_paper, one_of, outlet, outlets

TEXT, DROP, FOOT, IMAGE, CAPTION, SOURCE_LINE, BYLINE, END = (
    "text", "drop", "foot", "image", "caption", "source", "byline", "end",
)  # fmt: skip
_IMAGE_FILE = re.compile(r"^!?\[?\S{0,60}\.(?:jpe?g|png|gif|webp|bmp|tiff?|mp4|svg)\]?$|^!\[[^\]]*\]\([^)]*\)$", re.I)
_TAKEN_FROM = re.compile(
    r"\(?\s*(?:据|原载|转自|摘自|来源[:于]?|转载自)\s*[《“]?(?P<outlet>[^()《》“”。,]{2,20})[》”]?(?:报道|消息)?[^()]{0,20}\)?。?"
)
_BULLET = re.compile(r"^[■□◆◇●○▲△☆★◎※\s]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ISSUE = re.compile(
    r"第?\s*[A-Z]?\d{1,4}\s*[版期]|第[一二三四五六七八九十]{1,3}[版期]|No\.?\s*\d+|总第\s*\d+\s*期|星期[一二三四五六日天]"
)
_SEPARATORS = re.compile(r"[\s|｜·>»›:,;、/\\()\[\]{}<>《》“”【】_—–\-.。+*#=~&◀▶☆★@\d]+")
_ROLE_NAMES = r"(?:记者|通讯员|见习记者|实习生)\s?[一-龥·]{2,4}(?:[、\s](?!\d)[一-龥·]{2,4})*"
_BY = (
    r"(?:\s*[(]?[^,。;()“”]{0,8}(?:记者|通讯员)[^,。;()]{1,40}?(?:报道|\))"
    rf"|\s*{_ROLE_NAMES}(?:\s+{_ROLE_NAMES})*(?=\s))?"
)
DATELINE = re.compile(
    rf"[\[(【]?(?P<outlet>{OUTLET})(?P<place>[^,。;“”:]{{0,14}}?)(?:讯|电)(?=[\s(:\])】,;记通近日“\d]|$)[\])】]?(?P<by>{_BY})[:,\s]*"
    r"|\d{1,2}月\d{1,2}日(?:讯|电)[:,\s]+"
    rf"|(?P<outlet2>{OUTLET})(?:首席|见习|特约|全媒体)?记者\s?(?P<by2>[^,。;]{{2,30}}?)(?:报道|摄影报道)[:,\s]*"
)  # 本报讯 记者…报道: how a news item opens
_OF_PAPER = re.compile(r"[一-龥]{2,10}(?:记者|通讯员)[\s:]+[一-龥]{2,4}(?:[\s、]|$)")
_HAN_ONLY = re.compile(r"[一-龥·]+")
_NAMED = re.compile(r"(?:作者|记者|通讯员|编辑|责编|责任编辑)\s*:?\s*[一-龥·]{2,4}|(?:整理|文|图)\s*:|编辑部")
_REMARK = re.compile(r"\([^()]{4,30}\)$")
_SENTENCE_MARKS = re.compile("[,。;!?]")


@cache
def _any(section: str) -> re.Pattern[str]:
    """All patterns of a section as one; what stands after an @ is a second pattern that the line must hold too."""
    patterns = []
    for pattern in furniture_data()[section]:
        first, _, second = pattern.partition("@")
        patterns.append(f"(?=.*{second}){first}" if second else first)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def _fits(section: str, flat: str) -> bool:
    return _any(section).match(flat) is not None


def role(flat: str) -> str:
    """What a line is, by its words alone; TEXT when nothing speaks against it.

    >>> role("来源：新华网".replace("：", ":")), role("责任编辑:石婉"), role("两地结对五年")
    ('source', 'drop', 'text')
    """
    if len(flat) <= 90 and _IMAGE_FILE.match(flat):
        return IMAGE
    if _fits("foot", flat):
        return FOOT
    if len(flat) > 120:
        return TEXT
    if is_end(flat):
        return END
    if _fits("lines", flat):
        return DROP
    if is_source(flat):
        return SOURCE_LINE
    if not residue(flat):
        return DROP
    if byline_names(flat) is not None:
        return BYLINE
    if _fits("captions", flat):
        return CAPTION
    return TEXT


def residue(flat: str) -> list[str]:
    """What is left of a line without dates, numbers of pages, addresses and words of navigation.

    >>> residue("首页 | 版面导航 2023年11月07日 星期二上一期下一期"), residue("关山周刊2021年11月5日 第三版")
    ([], ['关山周刊'])
    """
    if len(flat) > 120:
        return [flat]
    bare = _ISSUE.sub(" ", TIME.sub(" ", DATE.sub(" ", _ADDRESS.sub(" ", flat))))
    words = _navigation()
    return [token for token in _SEPARATORS.split(bare) if token and not words.fullmatch(token)]


@cache
def _navigation() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('words').pattern})+")


def is_end(flat: str) -> bool:
    """Whether a line closes an article by naming where it was taken from: (据《…》)."""
    return flat.startswith("(") and _TAKEN_FROM.fullmatch(flat) is not None


def taken_from(flat: str) -> str | None:
    """The outlet in a closing line such as (据《人民日报》)."""
    found = _TAKEN_FROM.search(flat)
    return (outlet(found["outlet"]) or found["outlet"]) if found else None


def is_source(flat: str) -> bool:
    """Whether a line gives the date of publication, the outlet, or both, and nothing else."""
    if is_paper(flat):
        return True
    dated, named = DATE.search(flat), SOURCE.search(flat)
    if len(flat) > 80 or not (dated or named):
        return _is_channel(flat)
    rest = residue(_NAMED.sub(" ", SOURCE.sub(" ", _REMARK.sub("", flat))))
    left = len("".join(rest))
    if left <= 4 or (len(rest) == 1 and outlet(rest[0]) == rest[0]):
        return True
    marked = TIME.search(flat) or _ISSUE.search(flat) or _ADDRESS.search(flat) or named
    if not dated or left > 16 or _SENTENCE_MARKS.search(flat):
        return False
    apart = _SEPARATORS.match(flat[: dated.start()][-1:] or flat[dated.end() :][:1])
    return bool(marked) or (apart is not None and left <= 6)


def _is_channel(flat: str) -> bool:
    """Whether a line is the name of a site and of a column of it: 北疆新闻网 | 人物."""
    parts = re.split(r"\s*[|｜]\s*", flat)
    return (
        len(parts) == 2 and re.fullmatch(r"[一-龥]{2,8}(?:报|网|社|在线)", parts[0]) is not None and len(parts[1]) <= 4
    )


def byline_names(flat: str) -> list[str] | None:
    """The names in a byline; None when the line is none.

    >>> byline_names("■采写:新快报记者 方轶"), byline_names("两地记者走基层")
    (['方轶'], None)
    """
    if (alone := re.fullmatch(r"\(([^()]{2,8})\)", flat)) and is_name(alone[1]):
        return alone[1].split()
    bare = re.sub(r"\s*发自[一-龥]{2,6}$", "", _BULLET.sub("", flat).strip("()[]【】 "))
    opened = one_of("roles").match(bare)
    if opened and len(opened[0]) == 1 and not re.match(r"[/:\s|]", bare[1:]):
        return None
    if len(bare) > 60 or not (opened or outlets().match(bare) or _OF_PAPER.match(bare)):
        return None
    if not re.search("记者|通讯员", bare) and not opened:
        return None
    names: list[str] = []
    for part in re.split(r"[\s:/、,|()]+", one_of("roles").sub(" ", outlets().sub(" ", bare))):
        if not part:
            continue
        if not _HAN_ONLY.fullmatch(part) or (len(part) > 4 and "·" not in part):
            return None
        if len(part) >= 2:
            names.append(part)
    return names


def is_name(flat: str) -> bool:
    """Whether a line may be the author's name alone.

    >>> is_name("葛永智"), is_name("好机制")
    (True, False)
    """
    parts = flat.split()
    surnames = "".join(furniture_data()["surnames"].split())
    if len(parts) == 2 and all(len(part) == 1 for part in parts):
        parts = ["".join(parts)]
    return 0 < len(parts) <= 3 and all(2 <= len(p) <= 3 and p[0] in surnames and _HAN_ONLY.fullmatch(p) for p in parts)


def is_speaker(flat: str) -> bool:
    """Whether a line under a title says who speaks: 某市副市长 李某, or 嘉宾:…

    >>> is_speaker("商洛市委常委、副市长 简克俭"), is_speaker("嘉宾:逄锦川")
    (True, True)
    """
    return _fits("speakers", flat)


@lru_cache(4096)
def is_beside(names: str) -> bool:
    """Whether the names of an HTML container (class and id) say that it holds side matter.

    >>> is_beside("post_comment"), is_beside("hotNews"), is_beside("article-content")
    (True, True, False)
    """
    return not _containers().isdisjoint(part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", names))


@cache
def _containers() -> frozenset[str]:
    return frozenset(furniture_data()["containers"])
