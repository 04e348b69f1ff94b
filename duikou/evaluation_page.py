"""An evaluation as one HTML page: the text on the left with the words of each finding marked, the verdicts on the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files

from duikou.evaluate import FIGURES, MISSED, NEUTRAL, RIGHT, WRONG, Evaluation, Judged, Tally
from duikou.messages import say
from duikou.settings import Lang
from duikou.words import indicator_name, relation_name

_ORDER = (WRONG, MISSED, RIGHT, NEUTRAL)


def page(found: Evaluation, texts: Mapping[str, str], lang: Lang) -> str:
    """The page; `texts` gives the text of a document by its stem, and where there is none the quotes must do."""
    style = files("duikou").joinpath("evaluation_page.css").read_text(encoding="utf-8")
    title = escape(say(lang, "eval.title", count=len(found.documents)))
    parts = [_document(stem, found, texts.get(stem), lang) for stem in found.documents]
    return (
        f'<!doctype html>\n<html lang="{lang.value}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head><body><h1>{title}</h1>"
        f"{_table(found.by_relation(), lang)}{_contents(found)}{''.join(parts)}</body></html>\n"
    )


def _table(rows: Mapping[str, Tally], lang: Lang) -> str:
    head = "".join(f"<th>{escape(say(lang, f'column.{name}'))}</th>" for name in COLUMNS)
    body = "".join(
        f"<tr><th>{escape(kind_name(kind, lang))}</th>{''.join(f'<td>{cell}</td>' for cell in cells(row))}</tr>"
        for kind, row in rows.items()
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


COLUMNS = ("kind", "right", "wrong", "found", "missed", "precision", "recall")


def cells(row: Tally) -> list[str]:
    """A row of the table after its name."""
    shares = ["" if one is None else f"{one:.3f}" for one in (row.precision, row.recall)]
    return [str(row.right), str(row.wrong), str(row.found), str(row.missed), *shares]


def kind_name(kind: str, lang: Lang) -> str:
    """The name of a relation, of all facts or of the figures."""
    if kind == FIGURES:
        return say(lang, "eval.figures")
    return relation_name(kind, lang) if kind != "ALL FACTS" else say(lang, "eval.facts")


def _contents(found: Evaluation) -> str:
    """Links to the documents, those with most errors first."""
    errors = {
        stem: sum(j.document == stem and j.verdict in (WRONG, MISSED) for j in found.judged) for stem in found.documents
    }
    rows = sorted(errors.items(), key=lambda pair: (-pair[1], pair[0]))
    return (
        "<nav>" + " ".join(f'<a href="#{escape(stem)}">{escape(stem)} {count}</a>' for stem, count in rows) + "</nav>"
    )


def _document(stem: str, found: Evaluation, text: str | None, lang: Lang) -> str:
    judged = [one for one in found.judged if one.document == stem]
    items = "".join(_item(one, lang) for verdict in _ORDER for one in judged if one.verdict == verdict)
    return (
        f'<section id="{escape(stem)}"><h2>{escape(stem)}</h2><div class="pair">'
        f'<div class="text">{_marked(text or "", judged)}</div><ul>{items}</ul></div></section>'
    )


def _item(one: Judged, lang: Lang) -> str:
    notes = [one.tier and say(lang, f"tier.{one.tier}"), one.rule, one.why]
    small = " · ".join(escape(note) for note in notes if note)
    quotes = "".join(f"<q>{escape(quote)}</q>" for quote in one.quotes) if one.verdict != RIGHT else ""
    name = escape(say(lang, f"eval.{one.verdict}"))
    return f'<li class="{one.verdict}"><b>{name}</b> {escape(_said(one, lang))}<small>{small}</small>{quotes}</li>'


def _said(one: Judged, lang: Lang) -> str:
    if one.kind != FIGURES:
        return one.says.replace(f" {one.kind} ", f" {relation_name(one.kind, lang)} ")
    subject, indicator, *rest = one.says.split(" ")
    return " ".join([subject, indicator_name(indicator, lang), *rest])


def _marked(text: str, judged: Iterable[Judged]) -> str:
    """The text, each character under the worst verdict of the findings that rest on it."""
    worst = [""] * len(text)
    for verdict in (NEUTRAL, RIGHT, WRONG):
        for one in judged:
            if one.verdict == verdict and one.statement is not None:
                for piece in one.statement["evidence"]:
                    for place in range(piece["start"], min(piece["end"], len(text))):
                        worst[place] = verdict
    parts, start = [], 0
    for place in range(1, len(text) + 1):
        if place == len(text) or worst[place] != worst[start]:
            words = escape(text[start:place])
            parts.append(f'<mark class="{worst[start]}">{words}</mark>' if worst[start] else words)
            start = place
    return "".join(parts)
