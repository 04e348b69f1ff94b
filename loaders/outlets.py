"""Names of newspapers and sites, and the dates that stand beside them (words in loaders/furniture.yaml)."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from graph.data import parse_yaml

DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*[年./-]\s*(?P<month>\d{1,2})(?:(?:\s*月\s*|\s*[./-]\s*)(?:(?P<day>\d{1,2})(?!\d)\s*日?)?)?"
)
TIME = re.compile(r"\d{1,2}\s*[:时]\s*\d{2}(?:\s*[:分]\s*\d{2}秒?)?|(?:上午|下午|晚上)")
SOURCE = re.compile(
    r"(?:新闻|信息|文章|稿件|内容)?(?:来\s*源|稿\s*源|出\s*处|转\s*自|摘\s*自|原\s*载)(?:于|自)?\s*[:]\s*(?P<outlet>[^\s|()]{2,30})?"
)
OUTLET = r"(?:本报|本网|本台|本刊|本站|[一-龥]{2,10}?(?:报|网|社|台|客户端))"  # of which an item says that it is theirs
_PAPERS = r"(?:[日晚早晨快时商午导周学]报|都市报|青年报|农民报|农村报|特区报|工人报)"
_OWN = re.compile(r"本[报网台刊站]|网络|互联网|综合|转载|未知|原创")


@cache
def furniture_data() -> dict[str, Any]:
    """The words and patterns of loaders/furniture.yaml."""
    text = resources.files("loaders").joinpath("furniture.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_yaml(text)
    return data


@cache
def one_of(section: str) -> re.Pattern[str]:
    """Any of the words of a section, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, furniture_data()[section]), key=len, reverse=True)))


@cache
def outlets() -> re.Pattern[str]:
    """A whole name of an outlet, with what may follow it (its site, its app)."""
    ends = one_of("outlets").pattern
    return re.compile(rf"[一-龥]{{2,10}}?(?:报[一-龥]{{0,4}}?|{ends})(?:社|网|客户端)?(?=记者|通讯员|[\s:/、,|]|$)")


def outlet(words: str) -> str | None:
    """The name of the newspaper or site in `words`; None for 本报 and the like.

    >>> outlet("人民网-人民日报"), outlet("贵州日报天眼新闻"), outlet("香港商报网"), outlet("新华网"), outlet("本站")
    ('人民日报', '贵州日报', '香港商报', '新华网', None)
    """
    if _OWN.match(words):
        return None
    for ending in (_PAPERS, "[一-龥]报", one_of("outlets").pattern):
        for found in re.finditer(rf"[一-龥]{{1,8}}?(?:{ending})|[A-Za-z0-9]{{2,10}}(?:网|新闻)", words):
            if not _OWN.match(found[0]):
                return found[0]
    return None


def is_paper(words: str) -> bool:
    """Whether words are the name of a newspaper, which may stand alone on a line."""
    return re.fullmatch(rf"[一-龥]{{2,8}}{_PAPERS}", words) is not None


def published(flat: str) -> str | None:
    """The date in a line as ISO, as precise as it is given.

    >>> published("2012/8/13 8:40:00"), published("2023年11月"), published("2023-13-01")
    ('2012-08-13', '2023-11', None)
    """
    found = DATE.search(flat)
    if not found:
        return None
    month, day = int(found["month"]), int(found["day"] or 0)
    if not 1 <= month <= 12 or day > 31:
        return None
    return f"{found['year']}-{month:02}" + (f"-{day:02}" if day else "")
