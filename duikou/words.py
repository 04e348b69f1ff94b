"""What the store holds, in the reader's words: figures with their units, names of the vocabulary, reasons, steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duikou.messages import MESSAGES, say
from duikou.settings import Lang
from graph.schema import schema

_SCALES = {
    Lang.zh: ((1e8, "亿"), (1e4, "万")),
    Lang.en: ((1e9, " billion"), (1e6, " million")),
}
_SIGNS = {"余": ">", "多": ">", "超": ">", "近": "<", "约": "~"}


def cell(value: object) -> str:
    """A value as it stands in a table.

    >>> cell(None), cell(3.0), cell(0.5), cell(1200), cell(["三都", "三都县"])
    ('', '3', '0.5', '1,200', '三都、三都县')
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return _digits(value)
    if isinstance(value, list | tuple):
        return "、".join(cell(one) for one in value)
    return str(value)


def quantity(
    value: float,
    unit: str,
    lang: Lang,
    modifier: str | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
) -> str:
    """A figure with its unit, or its range, as the reader's language writes it.

    >>> quantity(16000000.0, "元", Lang.zh), quantity(16000000.0, "元", Lang.en), quantity(140.0, "人", Lang.zh, "余")
    ('1600万元', '16 million yuan', '140余人')
    >>> quantity(2500.0, "元", Lang.en, None, 2000.0, 3000.0), quantity(92.0, "%", Lang.en, "超")
    ('2,000–3,000 yuan', '>92%')
    >>> quantity(5000000.0, "元", Lang.zh, "多"), quantity(148000000000.0, "元", Lang.en)
    ('500多万元', '148 billion yuan')
    """
    ends = [minimum, maximum] if minimum is not None and maximum is not None and minimum < maximum else [value]
    if lang is Lang.en:
        number = "–".join("".join(_scaled(one, unit, lang)) for one in ends if one is not None)
        space = "" if unit == "%" else " "
        return f"{_SIGNS.get(modifier or '', '')}{number}{space}{'yuan' if unit == '元' else unit}".rstrip()
    before, after = (modifier or "", "") if modifier in ("近", "超", "约") else ("", modifier or "")
    number = "–".join(after.join(_scaled(one, unit, lang)) for one in ends if one is not None)
    return f"{before}{number}{unit}"


def figure(told: Mapping[str, Any], lang: Lang) -> str:
    """The quantity of an observation, from its properties.

    >>> figure({"value": 140, "unit": "人", "modifier": "余", "cohort": "群众"}, Lang.zh)
    '140余人'
    """
    circumstances = (told.get(name) for name in ("modifier", "minimum", "maximum"))
    return quantity(float(told["value"]), told.get("unit") or "", lang, *circumstances)


def _scaled(value: float, unit: str, lang: Lang) -> tuple[str, str]:
    """The digits, and the word for what they count: 16, million."""
    scale, word = next((pair for pair in _SCALES[lang] if unit == "元" and value >= pair[0]), (1.0, ""))
    digits = _digits(round(value / scale, 6))
    return (digits.replace(",", "") if lang is Lang.zh else digits), word


def _digits(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6f}".rstrip("0")


def label_name(name: str, lang: Lang) -> str:
    """A label of the vocabulary in the reader's language."""
    known = schema().labels.get(name)
    return name if known is None else (known.zh if lang is Lang.zh else known.en)


def relation_name(name: str, lang: Lang) -> str:
    """A relation of the vocabulary in the reader's language."""
    known = schema().relations.get(name)
    return name if known is None else (known.zh if lang is Lang.zh else known.en)


def indicator_name(name: str, lang: Lang) -> str:
    """An indicator of the vocabulary in the reader's language."""
    known = schema().indicators.get(name)
    return name if known is None else (known.zh if lang is Lang.zh else known.en)


def said_name(name: str, lang: Lang) -> str:
    """A relation or an indicator of the vocabulary in the reader's language.

    >>> said_name("MOVED_INTO", Lang.zh), said_name("people_employed", Lang.en)
    ('入驻', 'people employed')
    """
    return relation_name(name, lang) if name in schema().relations else indicator_name(name, lang)


def reason(words: str, lang: Lang) -> str:
    """The reason of a reject in the reader's language, where it is a known one.

    >>> reason("the subject … stands in no quote", Lang.zh)
    '引句中没有主体“…”'
    """
    if lang is Lang.en:
        return words
    from duikou.chinese import reason_in_chinese

    return reason_in_chinese(words)


def step(told: Mapping[str, str], lang: Lang) -> str:
    """A recorded step from the words of a quote to what they stand for.

    >>> step({"kind": "pronoun", "surface": "该公司", "means": "云织制衣"}, Lang.en)
    '该公司 = 云织制衣 (pronoun)'
    >>> step({"kind": "topic", "surface": "", "means": "平桥社区"}, Lang.zh)
    '（省略） = 平桥社区（正在说的）'
    """
    key = f"step.{told['kind']}"
    known = say(lang, key) if key in MESSAGES else told["kind"]
    bracketed = f"（{known}）" if lang is Lang.zh else f" ({known})"
    return f"{told['surface'] or say(lang, 'left_out')} = {told['means']}{bracketed}"


def details(relation: str, properties: Mapping[str, Any], lang: Lang) -> str:
    """The properties of a fact in a few words, sums of money as such."""
    kinds = schema().relations[relation].properties if relation in schema().relations else {}
    said = []
    for name, value in properties.items():
        if kinds.get(name) == "money":
            said.append(quantity(float(value), "元", lang))
        elif value not in (None, "", []):
            said.append(say(lang, f"property.{name}") + cell(value))
    return ("；" if lang is Lang.zh else "; ").join(said)


def candidate(told: Mapping[str, Any], lang: Lang) -> str:
    """What was not kept, in a few words.

    >>> candidate({"subject": {"name": "一家工厂"}, "relation": "MOVED_INTO", "object": {"name": "平桥社区"}}, Lang.zh)
    '一家工厂 入驻 平桥社区'
    """
    subject, object_ = (told.get(end) or {} for end in ("subject", "object"))
    says = said_name(told.get("relation") or told.get("indicator") or "", lang)
    words = (subject.get("name"), says, object_.get("name"), told.get("raw"))
    return " ".join(word for word in words if word)


def one_line(words: str) -> str:
    """A quote without the line breaks of its page.

    >>> one_line("城南\\n社区 一角")
    '城南社区 一角'
    """
    return "".join(line.strip() for line in words.splitlines())
