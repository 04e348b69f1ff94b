"""Tables for people: fitted to the terminal, Chinese counted as two columns wide, words in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from duikou.messages import say
from duikou.settings import Lang
from graph.schema import schema

# A rule under the head in ASCII: some Chinese terminals draw box characters two columns wide.
_RULED = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_MYRIAD = ((1e8, "亿"), (1e4, "万"))


def table(
    head: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None, quote_width: int = 0
) -> Group:
    """A table whose cells fold; with a `quote_width` the last column is cut to one line of that width."""
    made = Table(box=_RULED, show_edge=False, pad_edge=False)
    for name in head[:-1] if quote_width else head:
        made.add_column(Text(name), overflow="fold")
    if quote_width:
        made.add_column(Text(head[-1]), no_wrap=True, overflow="ellipsis", max_width=quote_width, style="dim")
    for row in rows:
        made.add_row(*(Text(cell(value)) for value in row))
    return Group(*([heading(title)] if title else []), made, "")


def tally(counts: Mapping[str, int], title: str) -> Group:
    """What was counted, and how many of it."""
    made = Table(box=None, show_header=False, pad_edge=False)
    made.add_column(overflow="fold")
    made.add_column(justify="right")
    for name, count in counts.items():
        made.add_row(Text(name), str(count))
    return Group(heading(title), made)


def heading(words: str) -> Text:
    """A line above a table or a text."""
    return Text(words, style="bold")


def cell(value: object) -> str:
    """A value as it stands in a table.

    >>> cell(None), cell(3.0), cell(0.5), cell(["三都", "三都县"])
    ('', '3', '0.5', '三都、三都县')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.10g}"
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
    ('1600万元', '16,000,000 yuan', '140余人')
    >>> quantity(2500.0, "元", Lang.en, None, 2000.0, 3000.0), quantity(92.0, "%", Lang.en, "超")
    ('2,000–3,000 yuan', '>92%')
    """
    values = [minimum, maximum] if minimum is not None and maximum is not None and minimum < maximum else [value]
    if lang is Lang.en:
        sign = {"余": ">", "多": ">", "超": ">", "近": "<", "约": "~"}.get(modifier or "", "")
        number = "–".join(f"{one:,.10g}" for one in values if one is not None)
        return f"{sign}{number}{'' if unit == '%' else ' '}{'yuan' if unit == '元' else unit}".rstrip()
    number = "–".join(_chinese(one, unit) for one in values if one is not None)
    if modifier in ("近", "超", "约"):
        return f"{modifier}{number}{unit}"
    return f"{number}{modifier or ''}{unit}"


def _chinese(value: float, unit: str) -> str:
    scale, word = next((pair for pair in _MYRIAD if unit == "元" and value >= pair[0]), (1.0, ""))
    return f"{value / scale:.10g}{word}"


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


def one_line(words: str) -> str:
    """A quote without the line breaks of its page.

    >>> one_line("城南\\n社区 一角")
    '城南社区 一角'
    """
    return "".join(line.strip() for line in words.splitlines())
