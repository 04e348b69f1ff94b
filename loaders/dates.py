"""Dates in a text, resolved only with what the text itself or the day of publication gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.needed import may_match, needed

SINCE, UNTIL, DURING = "since", "until", "during"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a stretch of time; `first` and `last` are ISO (2022, 2022-03, 2022-03-19), None where not known.

    kind: since (自…以来, 起), until (截至, 到…) or during. precision: year, month, day; None where nothing is known.
    """

    start: int
    end: int
    raw: str
    first: str | None
    last: str | None
    precision: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What a date may lean on: the day of publication and the year named last before it."""

    published: str | None
    year: int | None


Period = tuple[str | None, str | None, str | None]
_NOTHING: Period = (None, None, None)

_RELATIVE = {"今年": 0, "本年": 0, "年内": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_PARTS = {"上半年": (1, 6), "下半年": (7, 12), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12)}
_PARTS |= {"前两季度": (1, 6), "前三季度": (1, 9)}
_HAN = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}

_YEAR = r"(?P<year>(?<!\d)(?:19|20)\d\d(?=年)|[一二][〇零一二三四五六七八九]{3}(?=年))年"
_SOME_YEAR = rf"(?:{_YEAR}|(?P<relative>{'|'.join(_RELATIVE)}))"
_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_TO = r"(?:至|到|—{1,2}|-|~)"
_NO_WAGE = r"(?!均|薪|工资|收入|入|租|供)"


def dates(text: str, published: str | None) -> list[DateMention]:
    """All dates of a text, left to right; `published` is the ISO date of the article where the page gives one.

    A month without a year takes the year named before it in the text, else the last such month before the
    publication; without either it stays empty.

    >>> [(d.raw, d.first, d.last, d.kind) for d in dates("2020年以来，去年4月", "2023-11-07")]
    [('2020年', '2020', None, 'since'), ('去年4月', '2022-04', '2022-04', 'during')]
    """
    return list(_resolved(text, published))


@lru_cache(maxsize=512)  # the steps of the flow ask again for the dates of the same sentences
def _resolved(text: str, published: str | None) -> tuple[DateMention, ...]:
    return tuple(_dates(text, published))


def _dates(text: str, published: str | None) -> Iterator[DateMention]:
    position = 0
    year: int | None = None
    signs = frozenset(text)
    upcoming = [(rule.search(text), rule, resolve) for rule, resolve, needs in _RULES if may_match(needs, signs)]
    while upcoming := list(_from(upcoming, text, position)):
        match, _, resolve = min(
            upcoming, key=lambda one: (one[0].start(), -one[0].end())
        )  # the longest that begins there
        first, last, precision = resolve(match, _Known(published, year))
        date = DateMention(match.start(), match.end(), match[0], first, last, precision, DURING)
        if first:
            year = int(first[:4])
        yield _with_kind(date, text)
        position = match.end()


def _from(upcoming: Iterable[_Upcoming], text: str, position: int) -> Iterator[_Found]:
    """Of each rule its leftmost match from `position`, where it has one."""
    for match, rule, resolve in upcoming:
        if match is not None and match.start() < position:
            match = rule.search(text, position)
        if match is not None:
            yield match, rule, resolve


_SINCE_AFTER = re.compile(r"(?:[底末初]?(?:以来|起|至今|开始)|后至今|至今)")
_SINCE_BEFORE = re.compile(r"(?:自从|自|从|打)$")
_UNTIL_BEFORE = re.compile(r"(?:截至|截止到|截止|到|至)$")


def _with_kind(date: DateMention, text: str) -> DateMention:
    before, after = text[max(0, date.start - 4) : date.start], text[date.end : date.end + 4]
    if _SINCE_AFTER.match(after) or _SINCE_BEFORE.search(before):
        return replace(date, last=None, kind=SINCE)
    if _UNTIL_BEFORE.search(before):
        return replace(date, first=None, kind=UNTIL)
    return date


def _number(words: str) -> int:
    """A day, month or year in digits or characters: 12, 十二, 二〇二三."""
    if words.isascii():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)
    return int("".join(str(_HAN[c]) for c in words))


def _year_of(match: re.Match[str], known: _Known) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return _number(groups["year"])
    if groups.get("relative"):
        return int(known.published[:4]) + _RELATIVE[groups["relative"]] if known.published else None
    return known.year


def _months(year: int | None, first: int, last: int) -> Period:
    return (f"{year}-{first:02}", f"{year}-{last:02}", "month") if year else _NOTHING


def _whole_date(match: re.Match[str], known: _Known) -> Period:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    date = f"{year}-{month:02}-{day:02}"
    return date, date, "day"


def _date(match: re.Match[str], known: _Known) -> Period:
    year = _year_of(match, known)
    if year is None:
        return _NOTHING
    if not match["month"]:
        return str(year), str(year), "year"
    month = _number(match["month"])
    if not match["day"]:
        return _months(year, month, month)
    date = f"{year}-{month:02}-{_number(match['day']):02}"
    return date, date, "day"


def _bare_month(match: re.Match[str], known: _Known) -> Period:
    month = _number(match["month"])
    day = _number(match["day"]) if match["day"] else None
    year = known.year
    if year is None and known.published:
        year = int(known.published[:4])
        if f"{year}-{month:02}" + (f"-{day:02}" if day else "") > known.published[: 10 if day else 7]:
            year -= 1
    if year is None:
        return _NOTHING
    if day is None:
        return _months(year, month, month)
    return f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}", "day"


def _month_span(match: re.Match[str], known: _Known) -> Period:
    year = _year_of(match, known)
    if year is None and known.published:
        year = int(known.published[:4])
    return _months(year, _number(match["from"]), _number(match["to"]))


def _first_months(match: re.Match[str], known: _Known) -> Period:
    year = _year_of(match, known) or (int(known.published[:4]) if known.published else None)
    return _months(year, 1, _number(match["count"]))


def _part_of_year(match: re.Match[str], known: _Known) -> Period:
    year = _year_of(match, known) or (int(known.published[:4]) if known.published else None)
    return _months(year, *_PARTS[match["part"]])


def _year_span(match: re.Match[str], known: _Known) -> Period:
    return match["from"], match["to"], "year"


def _plan(match: re.Match[str], known: _Known) -> Period:
    first = _PLANS[match["plan"]]
    return str(first), str(first + 4), "year"


def _unknown(match: re.Match[str], known: _Known) -> Period:
    return _NOTHING


Resolver = Callable[[re.Match[str], _Known], Period]
_Found = tuple[re.Match[str], re.Pattern[str], Resolver]
_Upcoming = tuple[re.Match[str] | None, re.Pattern[str], Resolver]
_PATTERNS: tuple[tuple[str, Resolver], ...] = (
    (r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)", _whole_date),
    (rf"(?<!\d)(?P<from>(?:19|20)\d\d)年?{_TO}(?P<to>(?:19|20)\d\d)年?(?!\d*月)", _year_span),
    (rf"{_SOME_YEAR}?(?<![\d第])(?P<from>{_NUMBER})月?份?{_TO}(?P<to>{_NUMBER})月份?", _month_span),
    (rf"{_SOME_YEAR}?(?:前|头)(?P<count>{_NUMBER})个月", _first_months),
    (rf"{_SOME_YEAR}?第?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})", _part_of_year),
    (rf"{_SOME_YEAR}(?:(?P<month>{_NUMBER})月份?(?:(?P<day>{_DAY})[日号]|[底末初]|[上中下]旬)?)?", _date),
    (rf"(?<![\d个第])(?P<month>{_NUMBER})月(?:(?P<day>{_DAY})[日号]|份|[底末初]|[上中下]旬)?{_NO_WAGE}", _bare_month),
    (rf"“?(?P<plan>{'|'.join(_PLANS)})”?(?=时期|期间|以来|末|初)", _plan),
    (r"近(?:些|几)?年来?|这些年来?|多年来|近[两三四五六七八九十\d]+年来?", _unknown),
)
_RULES = tuple((rule, resolve, needed(rule)) for rule, resolve in ((re.compile(p), r) for p, r in _PATTERNS))
