"""One page: a template filled in, with styles, scripts and data inside it, and the policy that lets nothing else in.

Every text is escaped by the templates. As a second wall the page carries a Content-Security-Policy that names its own
scripts and styles by their digests: whatever a document smuggled in would not run, and no request leaves the page.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

import duikou
from duikou.settings import Lang
from duikou.views.look_css import look_css
from duikou.views.symbols import symbol
from graph.data import parse_yaml


@dataclass(frozen=True, slots=True)
class Both:
    """Words in both languages, such as a title that is made of a name."""

    zh: str
    en: str

    @classmethod
    def of(cls, said: Callable[[Lang], str]) -> Both:
        """What a function says, in both languages.

        >>> Both.of(lambda lang: lang.value)
        Both(zh='zh', en='en')
        """
        return cls(said(Lang.zh), said(Lang.en))

    def __html__(self) -> str:
        return Markup('<span class="zh">{}</span><span class="en" lang="en">{}</span>').format(self.zh, self.en)

    def to_json(self) -> dict[str, str]:
        return {"zh": self.zh, "en": self.en}


def page(
    template: str,
    *,
    title: Both,
    lang: Lang,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    data: Any = None,
    inline_styles: bool = False,
    **context: Any,
) -> str:
    """The HTML of a page.

    template: a file of this folder that extends base.html. styles, scripts: files of this folder, or the content itself
    where it has a line break, put after those of every page. data: what the scripts read from `duikou.data`, as JSON.
    inline_styles: whether a library of the page writes style elements of its own, which the policy then permits.
    """
    sheets = [_asset("style.css"), look_css(), *map(_content, styles)]
    programs = [_asset("shell.js"), *map(_content, scripts)]
    return (
        _environment()
        .get_template(template)
        .render(
            title=title,
            lang=lang.value,
            version=duikou.__version__,
            policy=policy(sheets, programs, inline_styles=inline_styles),
            sheets=[Markup(sheet) for sheet in sheets],
            programs=[Markup(program) for program in programs],
            data=embedded(data),
            words=embedded(words()),
            **context,
        )
    )


def policy(sheets: Sequence[str], programs: Sequence[str], *, inline_styles: bool = False) -> str:
    """The Content-Security-Policy of a page with these styles and scripts and nothing else."""
    style = "'unsafe-inline'" if inline_styles else " ".join(map(_digest, sheets))
    script = " ".join(map(_digest, programs))
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def embedded(data: Any) -> Markup:
    """JSON that may stand inside a script element: no character in it opens or closes a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Markup(text.translate(_IN_SCRIPT))


_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The words of all pages, by key: {"zh": …, "en": …}."""
    raw = parse_yaml(_asset("words.yaml"))
    return {key: {"zh": zh, "en": en} for key, (zh, en) in raw.items()}


def both(key: str, **values: object) -> Both:
    """Words of words.yaml with values put in.

    >>> both("proofs", count=3).zh
    '3 处原文'
    """
    known = words()[key]
    return Both(known["zh"].format(**values), known["en"].format(**values))


@pass_context
def _own(context: Context, words: Both) -> str:
    """One of the two languages, that of the page, where an attribute holds only one."""
    return words.zh if context["lang"] == "zh" else words.en


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("duikou.views", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(t=both, symbol=symbol)
    found.filters["own"] = _own
    return found


def _content(style_or_script: str) -> str:
    return style_or_script if "\n" in style_or_script else _asset(style_or_script)


@cache
def _asset(name: str) -> str:
    return files("duikou.views").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
