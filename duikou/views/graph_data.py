"""What the graph page carries: nodes, facts and figures as columns, each text once, proofs once a passage.

Everything refers to everything by its place in a list; the scripts of the page (graph_model.js) put it together again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from duikou import words
from duikou.messages import say
from duikou.settings import Lang
from duikou.views.graph_places import Places
from duikou.views.graph_proofs import Proofs
from duikou.views.knowledge import Fact, Figure, Knowledge, Node
from duikou.views.symbols import PATHS
from graph.look import looks
from graph.normalise import fold
from graph.schema import schema

GAZETTEER = "gazetteer"  # the relation of PART_OF facts that no article states, which has a switch of its own


def relation_of(fact: Fact) -> str:
    """The relation, with that of the gazetteer told apart."""
    return GAZETTEER if fact.source == "gazetteer" else fact.relation


class Texts:
    """Words in both languages, each pair once; what refers to them holds their place."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], int] = {}

    def place(self, zh: str, en: str) -> int:
        return self._places.setdefault((zh, en), len(self._places))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return list(self._places)


def graph_data(known: Knowledge, places: Places, absent: Collection[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the page needs at once, and the sentences, which it reads when a proof is shown first.

    absent: the ids of the nodes that are shown only when a reader asks for the neighbours of another.
    """
    texts, proofs = Texts(), Proofs(known)
    number = {id_: place for place, id_ in enumerate(known.nodes)}
    labels = [label for label in looks().labels if any(node.label == label for node in known.nodes.values())]
    relations = _relations(known.facts)
    data = {
        "labels": [_label(label) for label in labels],
        "relations": [_relation(name) for name in relations],
        "nodes": {
            "id": list(known.nodes),
            "label": [labels.index(node.label) for node in known.nodes.values()],
            "others": {number[id_]: others for id_, node in known.nodes.items() if (others := _others(node))},
            "place": [places.of(node) for node in known.nodes.values()],
            "absent": sorted(number[id_] for id_ in absent),
        },
        "facts": _facts(known.facts, relations, texts, proofs),
        "figures": _figures(known.figures, number, texts, proofs),
        "places": places.rows(),
        "fold": folding(name for node in known.nodes.values() for name in node.names),
    }
    return data | {"texts": texts.pairs, "articles": proofs.articles, "article_of": proofs.article_of}, proofs.sentences


def _others(node: Node) -> list[str]:
    return [name for name in node.names if name != node.name]


def _relations(facts: Iterable[Fact]) -> list[str]:
    """The relations there are, as look.yaml has them, that of the gazetteer last."""
    there = {relation_of(fact) for fact in facts}
    return [name for name in (*looks().relations, GAZETTEER) if name in there]


def _label(label: str) -> dict[str, Any]:
    look, name = looks().labels[label], schema().labels[label]
    return {
        "name": label,
        "zh": name.zh,
        "en": name.en,
        "fill": look.color,
        "rim": look.border,
        "shape": look.shape,
        "path": PATHS[look.shape],
    }


def _relation(name: str) -> dict[str, Any]:
    known = "PART_OF" if name == GAZETTEER else name
    look, rule = looks().relations[known], schema().relations[known]
    zh, en = (f"{rule.zh}（区划表）", f"{rule.en} (gazetteer)") if name == GAZETTEER else (rule.zh, rule.en)
    return {
        "name": name,
        "class": known,
        "zh": zh,
        "en": en,
        "color": look.color,
        "dark": look.dark,
        "width": look.width,
        "symmetric": rule.symmetric,
    }


def _facts(facts: list[Fact], relations: list[str], texts: Texts, proofs: Proofs) -> dict[str, Any]:
    """Columns of the facts; `from` and `to` belong to the drawing (graph_page.py)."""
    said = {}
    for place, fact in enumerate(facts):
        zh, en = (words.details(fact.relation, fact.details, lang) for lang in (Lang.zh, Lang.en))
        if zh:
            said[place] = texts.place(zh, en)
    return {
        "relation": [relations.index(relation_of(fact)) for fact in facts],
        "said": said,
        "years": _sparse(years(fact, "since", "until") for fact in facts),
        **_evidence(facts, texts, proofs),
    }


def _figures(figures: list[Figure], number: Mapping[str, int], texts: Texts, proofs: Proofs) -> dict[str, Any]:
    return {
        "of": [number[figure.subject] for figure in figures],
        "indicator": [_both(texts, words.indicator_name, figure.indicator) for figure in figures],
        "value": [_both(texts, words.figure, figure.details) for figure in figures],
        "said": [_both(texts, _circumstances, figure.details) for figure in figures],
        "years": _sparse(years(figure, "period_start", "period_end") for figure in figures),
        **_evidence(figures, texts, proofs),
    }


def _evidence(statements: Sequence[Fact | Figure], texts: Texts, proofs: Proofs) -> dict[str, Any]:
    """What facts and figures have in common: the tier, the steps, the proofs."""
    steps = {}
    for place, one in enumerate(statements):
        if one.because:
            made = [[words.step(told, lang) for told in one.because] for lang in Lang]
            steps[place] = [texts.place(zh, en) for zh, en in zip(*made, strict=True)]
    return {
        "inferred": [place for place, one in enumerate(statements) if one.tier == "inferred"],
        "steps": steps,
        "proofs": [[proofs.place(proof) for proof in one.proofs] for one in statements],
    }


def _both(texts: Texts, say_in: Any, value: Any) -> int:
    return texts.place(say_in(value, Lang.zh), say_in(value, Lang.en))


def _circumstances(details: Mapping[str, Any], lang: Lang) -> str:
    """When the figure held, of whom, and whether it is more than what was reached."""
    ends = [details.get(name) for name in ("period_start", "period_end")]
    said = [" – ".join(dict.fromkeys(str(end) for end in ends if end)), words.cell(details.get("cohort"))]
    if (status := details.get("status")) not in (None, "outcome"):
        said.append(say(lang, f"status.{status}"))
    return " · ".join(one for one in said if one)


def years(one: Fact | Figure, first: str, last: str) -> tuple[int, int] | None:
    """The first and last year that a statement speaks of; where it names none, those of its articles."""
    named = [str(one.details[key])[:4] for key in (first, last) if one.details.get(key)]
    found = [
        int(year)
        for year in named or (str(proof.article.published or "")[:4] for proof in one.proofs)
        if year.isdigit()
    ]
    return (min(found), max(found)) if found else None


def _sparse(values: Iterable[Any]) -> dict[int, Any]:
    return {place: value for place, value in enumerate(values) if value is not None}


def folding(names: Iterable[str]) -> str:
    """The characters that a search takes for one of the names: each followed by the one it is taken for.

    >>> "縣县" in folding(["三都县"]), folding(["ABC"])
    (True, '')
    """
    used = set("".join(map(fold, names)))
    han = [chr(code) for code in range(0x3400, 0xA000)]
    plain = fold("".join(han))
    if len(plain) != len(han):  # a character that folds to none or to several: one by one, then
        plain = "".join(one if len(one := fold(each)) == 1 else each for each in han)
    return "".join(one + other for one, other in zip(han, plain, strict=True) if one != other and other in used)
