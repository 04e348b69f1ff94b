"""Quantities as Chinese writes them: 1.2万, 三千余人, 20多亿元, 二十几万, 九成, 2800元到3500元.

The text is expected as `graph.normalise` leaves it. Dates, clock times, ordinals, codes and telephone numbers are no
quantities. Values are in base units (元, m2, 亩, kg; 人 for 名 and 位; % for shares); other units stay as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from graph.number_words import DIGITS, NUMBER, SCALE, SCALES, Ends, value_of

_WORDS: dict[str, Any] = parse_yaml(files("graph").joinpath("numerals.yaml").read_text(encoding="utf-8"))
_KEPT_AS: dict[str, tuple[str, int]] = {
    written: (kept, factor) for kept, forms in _WORDS["base_units"].items() for written, factor in forms.items()
}
_UNITS = {*_KEPT_AS, *" ".join(_WORDS["plain_units"]).split()}
_BEFORE: dict[str, str] = {word: modifier for modifier, words in _WORDS["before"].items() for word in words}
_INSIDE: dict[str, str] = _WORDS["inside"]
_AFTER: dict[str, str] = _WORDS["after"]


def _any(words: Iterable[str], barred: dict[str, str] | None = None) -> str:
    """A pattern for one of the words, the longest that fits; `barred`: the characters that may not follow a word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(w) + (f"(?![{barred[w]}])" if barred and w in barred else "") for w in ordered)


_UNIT = _any(_UNITS, _WORDS["begins_word"])
_AMOUNT = rf"(?:{NUMBER})(?:[多余几来](?:{SCALE}|十))?"
_PER = r"/(?:人|户|月|年|亩|天|公斤|斤|吨|只|头|株|棵)"

_QUANTITY = re.compile(
    rf"(?P<prefix>{_any(_BEFORE)}|[上过](?=[百千万亿]))?"
    rf"(?:百分之(?P<share>百|{_AMOUNT})"
    r"|(?P<parts>[二三四五六七八九十百千万]+|\d+)分之(?P<part>[一二三四五六七八九十]+|\d+)"
    r"|(?P<tenths>(?:[一二三四五六七八九]{1,2}|\d(?:\.\d)?)成(?:[一二三四五六七八九半多])?)(?![立为员本年功果品人都熟交长效])"
    r"|(?P<all>百分百)|(?P<half>一半|半数)|(?P<both>[俩仨])"
    rf"|(?P<low>{_AMOUNT})(?P<low_unit>{_UNIT})?(?:至|到|—{{1,2}}|~|-)(?P<high>{_AMOUNT})(?P<fuzz_high>[多余来])?"
    rf"(?P<high_unit>{_UNIT})"
    rf"|(?P<amount>{_AMOUNT})(?P<fuzz>[多余几来]|(?<=[百千万])把)?(?P<big>个亿)?(?P<unit>{_UNIT})?(?P<fuzz_after>[多余](?![少久次名种]))?"
    rf"(?P<and_half>半(?![年天月]))?"
    rf")(?P<per>{_PER})?(?P<suffix>{_any(_AFTER)})?"
)

_OPENING = re.compile(rf"[\d零〇一二两三四五六七八九十百千万亿半俩仨上过{''.join(sorted({w[0] for w in _BEFORE}))}]")

_DATES = (
    r"(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?<![\d.])(?:19|20)\d\d年?(?:—{1,2}|-|~|至|到)(?:19|20)?\d\d年?(?!\d)"
    r"|(?<![\d.])(?:19|20)\d\d年|[一二][〇零一二三四五六七八九]{3}年|\d0年代|[6-9][05]后|0[05]后"
    r"|(?<!\d)\d{1,2}(?:月份?)?(?:至|到|—{1,2}|-|~)\d{1,2}月份?|(?<![个\d])\d{1,2}月(?:份|\d{1,2}[日号])?|(?<!\d)\d{1,2}(?:日|号(?!人(?![物员士才民工行群口])))"
    r"|[一二三四五六七八九十]{1,3}月(?:份|[一二三四五六七八九十]{1,3}[日号])?|[一二三四五六七八九十]{1,3}(?:日|号(?!人(?![物员士才民工行群口])))"
    r"|\d{1,2}[:时]\d{2}分?|\d{1,2}[点时](?:半|\d{1,2}分|整|许|多|钟)?(?!\d)"
    r"|[一二三四五六七八九十]{1,3}点(?:[半多钟整许]|[一二三四五]?十[一二三四五六七八九]?分?)"
    r"|[前一二三四]{1,2}季度|(?<![二三四五六七八九])十[一二三四五]五"
)
_CODES = (
    r"（\d{1,2}）|第[零〇一二两三四五六七八九十百千\d]+[\u4e00-\u9fff]?|(?<![\dA-Za-z万亿])[A-Za-z]+[-.]?\d[\d.]*[A-Za-z]*"
    r"|\d+(?!(?:kg|km|m2|m²))[A-Za-z]+\d*|\d+(?:\+[\dNnX]+)+|\d+:\d+(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)"
)
_PHASE = (
    r"(?<![办行展设织训共了成过])[一二三四五六](?:[、和及][一二三四五六])*期"
    r"(?=工程|项目|厂房|投|建|已|可|有|引|全|也|正|将|的|$|[，。、（])"
)
_NO_QUANTITY = re.compile("|".join((_DATES, _CODES, *_WORDS["phrases"], _PHASE)))
_NUMBER_ONLY = re.compile(r"\d.*[万亿]|[一二两三四五六七八九十][百千万亿]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; `raw` is text[start:end]. Where the text gives a range, `value` is its lower end."""

    start: int
    end: int
    raw: str
    value: float
    minimum: float | None
    maximum: float | None
    unit: str
    modifier: str | None


def read(raw: str) -> Quantity | None:
    """The first quantity in the words `raw`, with or without a unit; None when they hold none.

    >>> read("20多亿元").value
    2000000000.0
    >>> read("五六百人").minimum, read("五六百人").maximum
    (500.0, 600.0)
    """
    for match in _QUANTITY.finditer(raw):
        quantity = _evaluate(match)
        if quantity is not None:
            return quantity
    return None


def quantities(text: str) -> list[Quantity]:
    """All quantities of a text, left to right.

    >>> [(q.raw, q.value, q.unit) for q in quantities("2022年3月建成厂房3.2万平方米，吸纳近千名群众")]
    [('3.2万平方米', 32000.0, 'm2'), ('近千名', 1000.0, '人')]
    """
    return list(_known(text))


@lru_cache(maxsize=512)  # each step of the flow asks again for the figures of the sentences of its article
def _known(text: str) -> tuple[Quantity, ...]:
    return tuple(_quantities(text))


def _search(text: str, position: int) -> re.Match[str] | None:
    """The leftmost match of _QUANTITY, tried only where one may begin."""
    for opening in _OPENING.finditer(text, position):
        match = _QUANTITY.match(text, opening.start())
        if match is not None:
            return match
    return None


def _quantities(text: str) -> Iterator[Quantity]:
    closed: list[tuple[int, int]] | None = None
    position = 0
    while match := _search(text, position):
        start, end = match.span()
        if closed is None:
            closed = [m.span() for m in _NO_QUANTITY.finditer(text)]
        blocked = [stop for begin, stop in closed if begin < end and start < stop]
        if blocked:
            position = max(start + 1, min(blocked))
            continue
        quantity = None if _is_word(match, text) else _evaluate(match)
        if quantity is None and match["low"]:  # no range after all: 3.94亿元——一面
            match = _QUANTITY.match(text, start, match.end("low_unit" if match["low_unit"] else "low")) or match
            quantity, end = _evaluate(match), match.end()
        if quantity is None:
            position = max(match.end("amount"), start + 1)
            continue
        yield quantity
        position = end


def _is_word(match: re.Match[str], text: str) -> bool:
    """Whether the match is part of a word, a code or an article (一家企业) and no figure."""
    number, unit = match["amount"], match["unit"]
    if match["both"]:
        return match.start() > 0
    if number is None:
        return False
    first = match.start("amount")
    before, after = text[max(0, first - 1) : first], text[match.end() : match.end() + 1]
    if before and before in "+./:#-_&=":
        return True
    if number[0].isdigit():
        return after == "+" or (unit is None and (after in ("/", ":") or (after.isascii() and after.isalpha())))
    if not (unit or match["fuzz"] or match["big"]) and not _NUMBER_ONLY.search(number):
        return True
    if before and before in "第初其唯统周老小":
        return True
    if number in ("一", "两") and unit in ("点", "起", "些", "面", "道", "员", "国"):
        return True
    return number == "一" and unit not in ("亩", "元") and not match["and_half"]


def _evaluate(match: re.Match[str]) -> Quantity | None:
    found = _share(match) or _range(match) or _single(match)
    if found is None:
        return None
    (low, high), unit = found
    least, most = (float(low), float(high)) if high is not None else (None, None)
    return Quantity(match.start(), match.end(), match[0], float(low), least, most, unit, _modifier(match))


def _modifier(match: re.Match[str]) -> str | None:
    if match["prefix"]:
        return _BEFORE.get(match["prefix"], "超")
    words = "".join(match[name] or "" for name in ("amount", "fuzz", "fuzz_high", "fuzz_after", "share", "tenths"))
    inside = next((_INSIDE[char] for char in words if char in _INSIDE), None)
    return inside or _AFTER.get(match["suffix"] or "")


def _share(match: re.Match[str]) -> tuple[Ends, str] | None:
    if match["all"] or match["share"] == "百":
        return (Decimal(100), None), "%"
    if match["half"]:
        return (Decimal(50), None), "%"
    if match["share"]:
        share = value_of(match["share"])
        return (share, "%") if share else None
    if match["parts"]:
        whole, part = value_of(match["parts"]), value_of(match["part"])
        return ((100 * part[0] / whole[0], None), "%") if whole and part and whole[0] else None
    return (_tenths(match["tenths"]), "%") if match["tenths"] else None


def _tenths(words: str) -> Ends:
    """七成 is 70, 六成五 is 65, 七八成 is 70 to 80."""
    whole, _, rest = words.partition("成")
    if len(whole) == 2 and whole[0] in DIGITS:
        return Decimal(10 * DIGITS[whole[0]]), Decimal(10 * DIGITS[whole[1]])
    tens = Decimal(DIGITS[whole]) if whole in DIGITS else Decimal(whole)
    return 10 * tens + (5 if rest == "半" else DIGITS.get(rest, 0)), None


def _range(match: re.Match[str]) -> tuple[Ends, str] | None:
    if not match["low"]:
        return None
    low, high = value_of(match["low"]), value_of(match["high"])
    unit, factor = _base(match["high_unit"])
    if low is None or high is None or (match["low_unit"] and _base(match["low_unit"])[0] != unit):
        return None
    least, most = low[0], high[0]
    scale = match["high"][-1]
    if not match["low_unit"] and scale in "万亿" and match["low"][-1] not in "万亿":  # 2至3万 begins at 20,000
        least *= SCALES[scale]
    return ((least * factor, most * factor), unit) if least < most else None


def _single(match: re.Match[str]) -> tuple[Ends, str] | None:
    if match["both"]:
        return (Decimal(2 if match["both"] == "俩" else 3), None), "个"
    if not match["amount"]:
        return None
    bare = bool(match["prefix"] or match["fuzz"] or match["unit"] == "元")  # 百亿元
    number = value_of(match["amount"], bare)
    if number is None:
        return None
    unit, factor = _base(match["unit"] or ("元" if match["big"] else ""))
    low, high = number
    low += Decimal("0.5") if match["and_half"] and unit else 0
    factor *= SCALES["亿"] if match["big"] else 1
    return (low * factor, high * factor if high is not None else None), unit


def _base(written: str) -> tuple[str, int]:
    return _KEPT_AS.get(written, (written, 1))
