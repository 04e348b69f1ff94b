"""Makes docs/vocabulary.ttl and docs/vocabulary.html again from the vocabulary, so that they cannot go stale.

    python docs/build_vocabulary.py           write them
    python docs/build_vocabulary.py --check   exit 1 and name the files that would change

tests/test_rdf_vocabulary.py runs the check.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from graph.rdf_terms import IRI, PREFIXES, Node, full_iri
from graph.rdf_turtle import turtle
from graph.rdf_vocabulary import nodes

ROOT = Path(__file__).parent.parent
PARTS = (
    ("classes", "类 Classes", "owl:Class"),
    ("properties", "属性 Properties", "owl:ObjectProperty"),
    ("values", "值 Properties with values", "owl:DatatypeProperty"),
    ("schemes", "概念表 Schemes of concepts", "skos:ConceptScheme"),
    ("concepts", "概念 Concepts", "skos:Concept"),
    ("cube", "数据立方体 Data cube", "qb:DataStructureDefinition"),
)
SHOWN = {
    "rdfs:subClassOf": "is a",
    "rdfs:subPropertyOf": "implies",
    "owl:inverseOf": "inverse of",
    "dk:states": "states",
    "schema:domainIncludes": "of",
    "schema:rangeIncludes": "to",
    "rdfs:range": "values",
    "skos:inScheme": "in",
    "dk:unit": "unit",
    "rdfs:seeAlso": "see also",
    "qb:component": "parts",
}
STYLE = """
:root { color-scheme: light dark; --line: #8884; --own: #1f6f54; }
body { font: 16px/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 58rem; padding: 1rem; }
nav a { margin-right: 1rem; }
section > article { border-top: 1px solid var(--line); padding: .6rem 0; }
h1 { margin-bottom: 0; } h2 { margin-top: 2.5rem; } h3 { margin: 0; font-size: 1.05rem; }
h3 code { color: var(--own); font-weight: 600; } @media (prefers-color-scheme: dark) { h3 code { color: #6fd3ad; } }
p { margin: .2rem 0; } dl { display: grid; grid-template-columns: 6rem 1fr; gap: .1rem .6rem; margin: .3rem 0 0; font-size: .9rem; }
dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
article:target { background: #fd06; }
"""


def page() -> str:
    """The vocabulary as one page of HTML in both languages, which fetches nothing."""
    ontology, *terms = nodes()
    title, description = (_texts(ontology, term) for term in ("dcterms:title", "dcterms:description"))
    links = " ".join(f'<a href="#{key}">{heading}</a>' for key, heading, _ in PARTS)
    head = (
        '<!doctype html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title[0])}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{escape(title[0])}</h1>\n<p lang="en"><strong>{escape(title[1])}</strong></p>\n'
        f'<p>{escape(description[0])}。</p>\n<p lang="en">{escape(description[1])}.</p>\n'
        f'<p><code>@prefix dk: &lt;{PREFIXES["dk"]}&gt;</code> · <a href="vocabulary.ttl">Turtle</a></p>\n<nav>{links}</nav>\n'
    )
    return head + "".join(_part(terms, *part) for part in PARTS) + "</body>\n</html>\n"


def _part(terms: Sequence[Node], key: str, heading: str, kind: str) -> str:
    chosen = [node for node in terms if ("rdf:type", IRI, kind) in node.values]
    return f'<section id="{key}">\n<h2>{heading}</h2>\n{"".join(map(_term, chosen))}</section>\n'


def _term(node: Node) -> str:
    name = node.subject.removeprefix("dk:")
    labels = _texts(node, "rdfs:label") or _texts(node, "skos:prefLabel")
    chinese, english = (*labels, "", "")[:2]
    comments = _texts(node, "rdfs:comment")
    said = "".join(
        f"<p{language}>{escape(text)}</p>\n" for text, language in zip(comments, ("", ' lang="en"'), strict=False)
    )
    rows = "".join(f"<dt>{word}</dt><dd>{values}</dd>\n" for word, values in _rows(node))
    return (
        f'<article id="{escape(name)}">\n<h3><code>{escape(node.subject)}</code> {escape(chinese)} '
        f'<span lang="en">{escape(english)}</span></h3>\n{said}{f"<dl>{rows}</dl>" if rows else ""}\n</article>\n'
    )


def _rows(node: Node) -> Iterator[tuple[str, str]]:
    for predicate, group in groupby(node.values, lambda value: value[0]):
        if predicate in SHOWN:
            yield SHOWN[predicate], ", ".join(_link(text) if kind == IRI else escape(text) for _, kind, text in group)


def _link(name: str) -> str:
    name = name.replace("dk:figures-", "dk:")  # a part of the cube is explained where its property is
    target = f"#{name.removeprefix('dk:')}" if name.startswith("dk:") else full_iri(name, "")
    return f'<a href="{escape(target)}"><code>{escape(name)}</code></a>'


def _texts(node: Node, term: str) -> list[str]:
    return [text for predicate, _, text in node.values if predicate == term]


FILES = {
    "docs/vocabulary.ttl": lambda: "".join(turtle(nodes(), "")),
    "docs/vocabulary.html": page,
}


def main() -> int:
    """Write the files, or with --check only compare them."""
    stale = []
    for name, make in FILES.items():
        path, made = ROOT / name, make()
        if not path.exists() or path.read_text(encoding="utf-8") != made:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(made, encoding="utf-8", newline="\n")
    if "--check" in sys.argv and stale:
        print(f"stale: {', '.join(stale)}; run: python docs/build_vocabulary.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
