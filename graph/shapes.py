"""The shapes that an export must keep to, in SHACL: graph/shapes.ttl, and what graph/schema.yaml says made into shapes.

`docs/shapes.ttl` is what `shapes()` gives; any SHACL processor can use it without duikou.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from graph.identity import PREFIXES as ID_PREFIXES
from graph.rdf_terms import PREFIXES, class_name, property_name
from graph.schema import Relation, Schema, schema

SHAPES = "https://duikou.example/shapes#"
_USED = ("dk", "rdf", "rdfs", "xsd", "dcterms", "schema", "prov", "oa", "qb")
_DATES = "sh:or ( dks:Year dks:Month dks:Day )"
_VALUES = {
    "string": "sh:datatype xsd:string ; sh:minLength 1",
    "date": _DATES,
    "money": "sh:datatype xsd:decimal ; sh:minInclusive 0.0",
    "number": "sh:datatype xsd:decimal ; sh:minInclusive 0.0",
}
_NEEDED = {
    "string": ("a text", "文字"),
    "date": ("a year, a month or a day", "年、月或日"),
    "money": ("a decimal number of yuan, not below 0", "不小于 0 的十进制数（元）"),
    "number": ("a decimal number, not below 0", "不小于 0 的十进制数"),
}


def shapes() -> str:
    """All shapes as Turtle."""
    known = schema()
    prefixes = {"dks": SHAPES, "sh": "http://www.w3.org/ns/shacl#", **{name: PREFIXES[name] for name in _USED}}
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items()]
    fixed = files("graph").joinpath("shapes.ttl").read_text(encoding="utf-8")
    parts = [
        *_labels(known),
        _labelled(known),
        _one_relation(known),
        *(_relation(known, rule) for rule in known.relations.values()),
        _proven(known),
        *_figures(known),
    ]
    return "\n".join(lines) + "\n\n" + fixed + "\n# Made from graph/schema.yaml.\n\n" + "\n".join(parts)


def _labels(known: Schema) -> Iterator[str]:
    """What holds of every node of a label, and of one label in particular."""
    classes = [f"dk:{name}" for name in known.labels]
    yield _of(
        classes,
        _property("rdfs:label", 'sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ( "zh-Hans" ) ; sh:minLength 1',
                  "a node has one standard name, in simplified Chinese", "实体须有一个标准名称（简体中文）"),
        _property("dk:belongsTo", "sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern \"/region/[^/]+$\"",
                  "a node belongs to one region at most", "实体至多属于一个地区"),
    )  # fmt: skip
    for name, label in known.labels.items():
        prefix = ID_PREFIXES[name]
        code = (
            ("sh:maxCount 1 ; sh:pattern \"^([0-9]{6}|[0-9]{12})$\"",
             "the code of a region has six or twelve digits", "地区代码须为六位或十二位数字")
            if name == "Region"
            else ("sh:maxCount 0", f"a {label.en} has no division code", f"{label.zh}没有行政区划代码")
        )  # fmt: skip
        yield _of(
            [f"dk:{name}"],
            _property("dcterms:identifier", f'sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^{prefix}:."',
                      f"the id of a {label.en} begins with {prefix}:", f"{label.zh}的编号须以 {prefix}: 开头"),
            _property("dk:code", *code),
        )  # fmt: skip


def _labelled(known: Schema) -> str:
    """A node with a name is of a label; that it is of one only follows from its id."""
    select = f"""
        SELECT $this ?value WHERE {{
          ?value rdfs:label ?name ; dcterms:identifier ?id .
          FILTER NOT EXISTS {{ ?value a ?class FILTER(?class IN ( {", ".join(f"dk:{one}" for one in known.labels)} )) }}
        }}"""
    return _query_shape("Labelled", select, "a node is of a label of the vocabulary", "实体须属词表中的一类")


def _one_relation(known: Schema) -> str:
    """A fact is of a relation; that it is of one only follows from its predicate."""
    select = f"""
        SELECT $this ?value WHERE {{
          ?value a dk:Fact .
          FILTER NOT EXISTS {{ ?value a ?class FILTER(?class IN ( {", ".join(map(class_name, known.relations))} )) }}
        }}"""
    return _query_shape("Relation", select, "a fact is of a relation of the vocabulary", "事实须属词表中的一种关系")


def _relation(known: Schema, rule: Relation) -> str:
    """What holds of the facts of a relation, and of its plain triples."""
    name, plain = class_name(rule.name), property_name(rule.name)
    made = [
        _property("rdf:type", "sh:hasValue dk:Fact",
                  f"a fact '{rule.en}' is a dk:Fact", f"“{rule.zh}”事实须为 dk:Fact"),
        _property("rdf:predicate", f"sh:hasValue {plain}",
                  f"the predicate of a fact '{rule.en}' is {plain}", f"“{rule.zh}”事实的谓词须为 {plain}"),
        *_ends(known, rule),
        *(_detail(rule, key, kind) for key, kind in rule.properties.items()),
        *_no_others(known, rule),
    ]  # fmt: skip
    if "amount" in rule.properties:
        made.append(
            _property("( schema:amount schema:value )", "sh:equals dk:amount",
                      "the sum as money (schema:amount) is that of dk:amount", "schema:amount 的数值须与 dk:amount 相同")
        )  # fmt: skip
    shape = _of([name], *made)
    return "\n".join([shape, _both_ways(known, rule)]) if rule.symmetric else shape


def _ends(known: Schema, rule: Relation) -> Iterator[str]:
    """The labels of a relation's ends; a symmetric one is kept in either direction."""
    either = sorted({*rule.sources, *rule.targets}, key=list(known.labels).index)
    sources, targets = (either, either) if rule.symmetric else (rule.sources, rule.targets)
    for end, zh, labels in (("subject", "主体", sources), ("object", "客体", targets)):
        english, chinese = _named(known, labels)
        yield _property(*_of_labels(f"rdf:{end}", labels),
                        f"the {end} of '{rule.en}' is one of: {english}", f"“{rule.zh}”的{zh}须为：{chinese}")  # fmt: skip


def _both_ways(known: Schema, rule: Relation) -> str:
    """For a symmetric relation: the ends fit in one of both directions."""
    ways = []
    for labels in ((rule.sources, rule.targets), (rule.targets, rule.sources)):
        ends = [_of_labels(f"rdf:{end}", own) for end, own in zip(("subject", "object"), labels, strict=True)]
        ways.append(f"    [ sh:property {' , '.join(f'[ sh:path {path} ; {rules} ]' for path, rules in ends)} ]")
    name = class_name(rule.name)
    en, zh = f"'{rule.en}' does not join these two labels", f"“{rule.zh}”不能连接这两类"
    lines = [f"dks:{name.removeprefix('dk:')}-ends", "  a sh:NodeShape ;", f"  sh:targetClass {name} ;", "  sh:or ("]
    return "\n".join([*lines, *ways, "  ) ;", f"  {_message(en, zh)} .", ""])


def _of_labels(path: str, labels: Iterable[str]) -> tuple[str, str]:
    """A path and its rule: what it leads to is of one of the labels.

    It is told by the id, whose beginning the shape of each label prescribes: that is ten times faster than sh:class.
    """
    return (
        f"( {path} dcterms:identifier )",
        f'sh:minCount 1 ; sh:pattern "^({"|".join(ID_PREFIXES[one] for one in labels)}):"',
    )


def _detail(rule: Relation, key: str, kind: str) -> str:
    """A property that the facts of a relation may have."""
    en, zh = _NEEDED[kind]
    return _property(property_name(key), f"sh:maxCount 1 ; {_VALUES[kind]}",
                     f"the {key} of '{rule.en}' is {en}", f"“{rule.zh}”的 {key} 须为{zh}")  # fmt: skip


def _no_others(known: Schema, rule: Relation) -> Iterator[str]:
    """The properties that only facts of other relations have."""
    every = dict.fromkeys(key for other in known.relations.values() for key in other.properties)
    others = [key for key in every if key not in rule.properties]
    if others:
        path = f"[ sh:alternativePath ( {' '.join(map(property_name, others))} ) ]"
        names = ", ".join(others)
        yield _property(path, "sh:maxCount 0", f"'{rule.en}' has none of: {names}", f"“{rule.zh}”没有这些属性：{names}")


def _proven(known: Schema) -> str:
    """No plain triple of a relation without a fact that proves it; SHACL allows no VALUES in a query."""
    plain = " UNION\n          ".join(
        f"{{ ?value {name} ?object BIND({name} AS ?property) }}" for name in map(property_name, known.relations)
    )
    select = f"""
        SELECT $this ?value WHERE {{
          {plain}
          FILTER NOT EXISTS {{ ?fact rdf:subject ?value ; rdf:object ?object ; rdf:predicate ?property }}
        }}"""
    return _query_shape(
        "Proven", select, "a triple of this node has no fact that proves it", "该节点的一个三元组没有事实为据"
    )


def _figures(known: Schema) -> Iterator[str]:
    """The words that figures take from the vocabulary."""
    counted: tuple[tuple[str, str, Iterable[str], bool], ...] = (
        ("indicator", "指标", known.indicators, True),
        ("status", "性质", known.statuses, True),
        ("aggregation", "累计方式", known.aggregations, True),
        ("modifier", "约数词", known.modifiers, False),
    )
    made = [
        _property(
            f"dk:{kind}",
            f"{'sh:minCount 1 ; ' if needed else ''}sh:maxCount 1 ; sh:in ( {' '.join(f'dk:{kind}-{w}' for w in words)} )",
            f"the {kind} of a figure is one of the vocabulary",
            f"数字的{zh}须出自词表",
        )
        for kind, zh, words, needed in counted
    ]
    english, chinese = _named(known, known.labels)
    subject = _property(*_of_labels("dk:subject", known.labels),
                        f"a figure has a subject: {english}", f"数字须有主体：{chinese}")  # fmt: skip
    yield _of(["dk:Observation"], subject, *made)


def _named(known: Schema, labels: Iterable[str]) -> tuple[str, str]:
    return ", ".join(known.labels[one].en for one in labels), "、".join(known.labels[one].zh for one in labels)


def _of(classes: Iterable[str], *properties: str) -> str:
    """Property shapes of classes; they stand alone, because pyshacl looks through nested ones once a node."""
    head = f"[] a sh:PropertyShape ; sh:targetClass {' , '.join(classes)} ; sh:path "
    return "\n".join(f"{head}{one} .\n" for one in properties)


def _property(path: str, rules: str, en: str, zh: str) -> str:
    return f"{path} ;\n  {rules} ;\n  {_message(en, zh)}"


def _query_shape(name: str, select: str, en: str, zh: str) -> str:
    query = f'    [ sh:prefixes dks: ;\n      {_message(en, zh)} ;\n      sh:select """{select}""" ] .'
    head = [f"dks:{name}", "  a sh:NodeShape ;", "  sh:targetClass schema:Dataset ;", "  sh:sparql"]
    return "\n".join([*head, query, ""])


def _message(en: str, zh: str) -> str:
    return f'sh:message "{en}"@en ; rdfs:comment "{zh}"@zh'
