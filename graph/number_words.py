"""The value of a number word: 一万三千, 三点五万, 1亿2000万, 五六百 (five to six hundred)."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
SCALE = r"万亿|[十百千]?[万亿]|百|千(?![克米瓦卡帕])"
HAN = r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+[百千万亿]*)?"
NUMBER = (
    rf"(?:{ARABIC}(?:{SCALE})(?={ARABIC}(?:{SCALE})))*{ARABIC}(?:{SCALE})?(?:[一二三四五六七八九](?:千|百|十))*|{HAN}"
)
_FUZZY = re.compile(rf"({NUMBER})[多余几来]({SCALE}|十)")
_PAIR = re.compile(r"(?<![百千万亿])([一二两三四五六七八九])([二两三四五六七八九])(?=[十百千万亿]|$)")

Ends = tuple[Decimal, Decimal | None]


def value_of(words: str, bare: bool = False) -> Ends | None:
    """The value of a number word, with its upper end where two digits stand side by side.

    `bare`: a scale alone is a number too (the 千 of 近千).

    >>> value_of("一万三"), value_of("五六百")
    ((Decimal('13000'), None), (Decimal('500'), Decimal('600')))
    """
    fuzzy = _FUZZY.fullmatch(words)
    if fuzzy:
        base = value_of(fuzzy[1], bare=True)
        scale = _product(fuzzy[2])
        return (base[0] * scale, base[1] * scale if base[1] is not None else None) if base else None
    if words[0].isdigit():
        return _arabic(words), None
    if not bare and all(c in "百千万亿" for c in words):
        return None
    pair = _PAIR.search(words)
    if pair and 1 <= DIGITS[pair[2]] - DIGITS[pair[1]] <= 2:
        low = _han(words[: pair.end(1)] + words[pair.end() :])
        high = _han(words[: pair.start()] + words[pair.start(2) :])
        return (low, high) if low is not None else None
    value = _han(words)
    return (value, None) if value is not None else None


def _product(scales: str) -> int:
    product = 1
    for char in scales:
        product *= SCALES[char]
    return product


def _arabic(words: str) -> Decimal:
    total = Decimal(0)
    for digits, scale in re.findall(rf"({ARABIC}|[一二三四五六七八九])([十百千万亿]*)", words):
        number = Decimal(DIGITS[digits]) if digits in DIGITS else Decimal(digits.replace(",", ""))
        total += number * _product(scale)
    return total


def _han(words: str) -> Decimal | None:
    if "点" in words:
        return _decimal(words)
    if len(words) > 1 and all(c in DIGITS for c in words):
        return Decimal("".join(str(DIGITS[c]) for c in words))
    for big in ("亿", "万"):
        if big in words:
            head, _, rest = words.rpartition(big)
            left = _han(head) if head else Decimal(1)
            right = _han(rest) if "万" in rest else _below(rest, Decimal(SCALES[big]))
            return left * SCALES[big] + right if left is not None and right is not None else None
    return _below(words, Decimal(0))


def _decimal(words: str) -> Decimal | None:
    whole, _, rest = words.partition("点")
    places = rest.rstrip("十百千万亿")
    head = _han(whole)
    if head is None or not places:
        return None
    fraction = Decimal("0." + "".join(str(DIGITS[c]) for c in places))
    return (head + fraction) * _product(rest[len(places) :])


def _below(words: str, above: Decimal) -> Decimal | None:
    """A number under ten thousand; a lone last digit takes the place under the scale before it (一万三 is 13,000)."""
    total, digit, last = Decimal(0), None, above
    for char in words:
        if char in "零〇":
            last = Decimal(10)
        elif char in DIGITS:
            if digit is not None:
                return None
            digit = Decimal(DIGITS[char])
        else:
            last = Decimal(SCALES[char])
            total += last if digit is None else digit * last
            digit = None
    if digit is not None:
        total += digit * (last / 10 if last > 10 else 1)
    return total
