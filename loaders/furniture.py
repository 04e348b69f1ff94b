"""What a line of a page is: article text, or what stands beside it (loaders/furniture.yaml)."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

TEXT, DROP, FOOT, IMAGE, CAPTION, SOURCE, BYLINE, END = "text", "drop", "foot", "image", "caption", "source", "byline", "end"
_DATE = r"(?P<year>(?:19|20)\d\d)\s*[年./-]\s*(?P<month>\d{1,2})(?:\s*[月./-]\s*(?:(?P<day>\d{1,2})日?)?)?"
_DATE_LINE = re.compile(_DATE)
_TIME = re.compile(r"\d{1,2}\s*[:时]\s*\d{2}(?:\s*[:分]\s*\d{2}秒?)?|(?:上午|下午|晚上)")
_IMAGE_FILE = re.compile(r"^!?\[?\S{0,60}\.(?:jpe?g|png|gif|webp|bmp|tiff?|mp4|svg)\]?$|^!\[[^\]]*\]\([^)]*\)$", re.I)
_SOURCE = re.compile(r"(?:新闻|信息|文章|稿件|内容)?(?:来\s*源|稿\s*源|出\s*处|转\s*自|摘\s*自|原\s*载)\s*[:]\s*(?P<outlet>[^\s|]{2,30})?")
_QUOTED_SOURCE = re.compile(r"\(?\s*(?:据|原载|转自|摘自|来源[:于]?|转载自)\s*[《“]?(?P<outlet>[^()《》“”。,]{2,20})[》”]?(?:报道|消息)?[^()]{0,20}\)?。?")
_BULLET = re.compile(r"^[■□◆◇●○▲△☆★◎※\s]+")
_SEPARATORS = re.compile(r"[\s|｜·>»›:,;、/\\()\[\]{}<>《》“”_—–\-.。+*#=~&\d]+")
_OUTLET = r"(?:本报|本网|本台|本刊|[一-龥]{2,10}?(?:报|网|社|台|客户端))"
_ROLE_NAMES = r"(?:记者|通讯员|见习记者|实习生)\s?[一-龥·]{2,4}(?:[、\s](?!\d)[一-龥·]{2,4})*"
_BY = rf"(?:\s*[(]?[^,。;()“”]{{0,8}}(?:记者|通讯员)[^,。;()]{{1,40}}?(?:报道|\))|\s*{_ROLE_NAMES}(?:\s+{_ROLE_NAMES})*(?=\s))?"
DATELINE = re.compile(
    rf"[\[(【]?(?P<outlet>{_OUTLET})(?P<place>[^,。;“”:]{{0,14}}?)(?:讯|电)(?=[\s(:\])】,;记通近日\d]|$)[\])】]?(?P<by>{_BY})[:,\s]*"
    rf"|(?P<outlet2>{_OUTLET})(?:首席|见习|特约|全媒体)?记者\s?(?P<by2>[^,。;]{{2,30}}?)(?:报道|摄影报道)[:,\s]*"
)  # 本报讯 记者…报道: how a news item opens
_PAPER = re.compile(r"[一-龥]{2,8}(?:[日晚早晨快时商]报|都市报|青年报|农民报|农村报|特区报|工人报|导报)")
_HAN_ONLY = re.compile(r"[一-龥·]+")


@cache
def _data() -> dict[str, Any]:
    text = resources.files("loaders").joinpath("furniture.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return data


@cache
def _any(section: str) -> re.Pattern[str]:
    """All patterns of a section as one. What stands after an @ is a second pattern that the line must hold somewhere."""
    patterns = []
    for pattern in _data()[section]:
        first, _, second = pattern.partition("@")
        patterns.append(f"(?=.*{second}){first}" if second else first)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _data()[name]), key=len, reverse=True)))


def _fits(section: str, flat: str) -> bool:
    return _any(section).match(flat) is not None


def role(flat: str) -> str:
    """What a line is, by its words alone; TEXT when nothing speaks against it."""
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
        return SOURCE
    if is_navigation(flat):
        return DROP
    if byline_names(flat) is not None:
        return BYLINE
    if _fits("captions", flat):
        return CAPTION
    return TEXT


@cache
def is_beside(names: str) -> bool:
    """Whether the names of an HTML container (class and id) say that it holds side matter.

    >>> is_beside("post_comment"), is_beside("hotNews"), is_beside("article-content")
    (True, True, False)
    """
    return not _containers().isdisjoint(part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", names))


@cache
def _containers() -> frozenset[str]:
    return frozenset(_data()["containers"])


def is_navigation(flat: str) -> bool:
    """Whether a line holds only words of navigation, dates and separators."""
    rest = _words("words").sub("", _TIME.sub("", _DATE_LINE.sub("", flat)))
    return not _SEPARATORS.sub("", rest)


def is_end(flat: str) -> bool:
    """Whether a line closes an article by naming where it was taken from: (据《…》)."""
    return flat.startswith("(") and _QUOTED_SOURCE.fullmatch(flat) is not None


def is_source(flat: str) -> bool:
    """Whether a line gives the date of publication, the outlet, or both, and nothing else."""
    if _PAPER.fullmatch(flat):
        return True
    found = _DATE_LINE.search(flat)
    named = _SOURCE.search(flat)
    if not found and not named or len(flat) > 80:
        return False
    rest = _SOURCE.sub("", _TIME.sub("", _DATE_LINE.sub("", flat)))
    rest = _words("words").sub("", rest)
    for name in re.findall(r"(?:作者|记者|通讯员|编辑|责编)\s*[:]?\s*[一-龥·]{2,4}", flat):
        rest = rest.replace(name, "")
    rest = _SEPARATORS.sub("", rest)
    if found and len(rest) <= 16 and not re.search("[,。、;!?]", flat) and ("星期" in flat or _TIME.search(flat)):
        return True
    return len(rest) <= 4 or (outlet(rest) == rest and len(rest) <= 14)


def byline_names(flat: str) -> list[str] | None:
    """The names in a byline; None when the line is none.

    >>> byline_names("■采写:新快报记者 方轶")
    ['方轶']
    """
    bare = _BULLET.sub("", flat).strip("()[]【】 ")
    roles = _words("roles")
    opened = roles.match(bare)
    if len(bare) > 60 or not (opened or re.match(r"[一-龥]{2,10}(?:报|网|社|台)(?:全媒体|首席|见习)?记者", bare)):
        return None
    if opened and len(opened[0]) == 1 and not re.match(r"[/:\s|]", bare[1:]):
        return None
    names: list[str] = []
    for part in re.split(r"[\s:/、,|]+", roles.sub(" ", _outlets().sub(" ", bare))):
        if not part:
            continue
        if not _HAN_ONLY.fullmatch(part) or len(part) > 4 and "·" not in part:
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
    surnames = _data()["surnames"]
    if len(parts) == 2 and all(len(part) == 1 for part in parts):
        parts = ["".join(parts)]
    return 0 < len(parts) <= 3 and all(2 <= len(p) <= 3 and p[0] in surnames and _HAN_ONLY.fullmatch(p) for p in parts)


@cache
def _outlets() -> re.Pattern[str]:
    ends = "|".join(sorted(map(re.escape, _data()["outlets"]), key=len, reverse=True))
    return re.compile(rf"[一-龥]{{2,10}}?(?:{ends})(?:社|网|天眼新闻|新花城|客户端)?(?=记者|通讯员|[\s:/、,|]|$)")


def outlet(words: str) -> str | None:
    """The name of the newspaper or site in `words`.

    >>> outlet("人民网-人民日报"), outlet("贵州日报天眼新闻"), outlet("香港商报网"), outlet("新华网")
    ('人民日报', '贵州日报', '香港商报', '新华网')
    """
    paper = re.search(r"[一-龥]{1,8}?(?:[日晚早晨快时商午导周学]报|都市报|青年报|农民报|农村报|特区报|工人报|[一-龥]报)", words)
    if paper:
        return paper[0]
    ends = "|".join(sorted(map(re.escape, _data()["outlets"]), key=len, reverse=True))
    site = re.search(rf"[一-龥A-Za-z0-9]{{1,10}}?(?:{ends})", words)
    return site[0] if site else None


def published(flat: str) -> str | None:
    """The date in a line as ISO, as precise as it is given.

    >>> published("2012/8/13 8:40:00"), published("2023年11月")
    ('2012-08-13', '2023-11')
    """
    found = _DATE_LINE.search(flat)
    if not found:
        return None
    month, day = int(found["month"]), int(found["day"] or 0)
    if not 1 <= month <= 12 or day > 31:
        return None
    return f"{found['year']}-{month:02}" + (f"-{day:02}" if day else "")


def source(flat: str) -> str | None:
    """The outlet that a line names as its source."""
    found = _SOURCE.search(flat) or (_QUOTED_SOURCE.search(flat) if is_end(flat) else None)
    if found and found["outlet"]:
        return outlet(found["outlet"]) or found["outlet"].strip("《》“”")
    rest = _words("words").sub(" ", _TIME.sub(" ", _DATE_LINE.sub(" ", flat)))
    return outlet(rest)
