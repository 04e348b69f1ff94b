"""Graphs for the benchmarks: rows in the shape that documents give, of any size, the same at every run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from operator import itemgetter
from random import Random

from benchmarks.neo4j_groups import Groups, Links, Nodes
from graph.identity import PREFIXES, digest
from graph.normalise import fold
from graph.rows import Batch, Row
from graph.schema import schema
from graph.tables import Pair, fact_pairs, link_columns, node_tables

WORDS = "贵州广西湖南安置社区产业园帮扶车间服装电子食品农业科技有限公司县镇村东西部协作就业培训搬迁群众企业投资建设项目合作发展"
PART = 3000  # nodes in one batch, which is one transaction; with their links as many rows as a load writes at once
_SHARES = {  # how many of a hundred nodes carry a label, about as in real documents
    "Region": 6,
    "RelocationSite": 2,
    "Park": 3,
    "Workshop": 3,
    "Facility": 4,
    "Company": 9,
    "Organization": 5,
    "Person": 6,
    "Programme": 2,
    "Passage": 36,
    "Observation": 24,
}
_ARTICLE_NODES = 150  # what one article gives


def parts(nodes: int) -> Iterator[Batch]:
    """A graph of so many nodes and three times as many relationships, half of them facts, in batches."""
    for number, start in enumerate(range(0, nodes, PART)):
        size = min(PART, nodes - start)
        yield part(size, f"part {number}", links=3 * size, facts=3 * size // 2)


def small_documents(count: int) -> Iterator[Batch]:
    """Documents of 150 nodes and 230 relationships; every second entity is one that other documents name too."""
    for number in range(count):
        yield part(150, f"document {number}", links=230, facts=45, shared=0.5)


def part(nodes: int, name: str, links: int, facts: int, shared: float = 0.0) -> Batch:
    """One batch; `facts` of its links are facts with properties, the others are links of the provenance.

    `shared`: the share of the entities whose ids do not depend on `name`.
    """
    random = Random(name)
    document: Row = {
        "id": f"document:{digest(name)}",
        "name": name,
        "names": [name],
        "paths": [f"{name}.txt"],
        "sha256": digest(name, "bytes"),
        "media_type": "text/plain",
        "text": _words(random, 2000),
        "digest": digest(name, "statements"),
    }
    made = Batch(document, [])
    articles = [_article(document, number) for number in range(1 + nodes // _ARTICLE_NODES)]
    made.nodes["Article"] = {article["id"]: article for article in articles}
    ids: dict[str, list[str]] = {}
    for label, share in _SHARES.items():
        rows = [
            _node(random, label, name, number, articles[number % len(articles)], shared)
            for number in range(max(1, (nodes - 1 - len(articles)) * share // 100))
        ]
        made.nodes[label] = {row["id"]: row for row in sorted(rows, key=itemgetter("id"))}
        ids[label] = list(made.nodes[label])
    _add_facts(made, random, ids, facts)
    _add_links(made, random, ids, links - facts)
    return made


def counts(batches: Sequence[Batch]) -> tuple[int, int]:
    """How many nodes and relationships the batches make together."""
    made = groups(batches)
    return sum(len(one.rows) for one in made.nodes), sum(len(one.rows) for one in made.links)


def _article(document: Row, number: int) -> Row:
    name = f"{document['name']}/{number}"
    return {
        "id": f"article:{digest(name)}",
        "document": document["id"],
        "title": f"{name}：东西部协作",
        "publisher": "协作日报",
        "published": "2022-03-07",
        "reporter": None,
        "url": None,
        "script": "simplified",
        "start": 0,
        "stop": len(document["text"]),
        "fingerprint": [str(int(digest(name, sentence)[:12], 16)) for sentence in range(20)],
        "work": f"article:{digest(name)}",
    }


def _node(random: Random, label: str, name: str, number: int, article: Row, shared: float) -> Row:
    if label == "Passage":
        return {
            "id": f"passage:{digest(name, number)}",
            "document": article["document"],
            "article": article["id"],
            "start": 200 * number,
            "stop": 200 * number + 200,
            "line": number + 1,
            "quote": _words(random, 200),
        }
    if label == "Observation":
        return _observation(random, name, number)
    common = random.random() < shared
    if common:
        random = Random(f"{label} {number}")  # every document says the same of it
    full = f"{_words(random, 12)}{number}"
    names = sorted({full, full[:8]})
    return {
        "id": f"{PREFIXES[label]}:{digest(label, number if common else [name, number])}",
        "label": label,
        "name": full,
        "aliases": [one for one in names if one != full],
        "names": names,
        "keys": sorted({fold(one) for one in names}),
        "code": f"{random.randrange(110000, 660000)}" if label == "Region" else None,
        "region": f"region:{random.randrange(110000, 660000)}",
    }


def _observation(random: Random, name: str, number: int) -> Row:
    value = float(random.randrange(1, 100_000))
    return {
        "id": f"observation:{digest(name, number)}",
        "subject": "",  # filled when it is linked
        "indicator": random.choice(list(schema().indicators)),
        "value": value,
        "minimum": value,
        "maximum": 2 * value,
        "unit": "人",
        "raw": f"{int(value)}余人",
        "modifier": "余",
        "status": "outcome",
        "aggregation": "point",
        "cohort": None,
        "period_start": "2022",
        "period_end": "2022",
        "precision": "year",
        "tier": "stated",
        "because": "[]",
        "passages": [],  # filled when it is linked
    }


def _add_facts(made: Batch, random: Random, ids: dict[str, list[str]], count: int) -> None:
    kinds = [pair for rule in schema().relations.values() for pair in _common_pairs(rule.name)]
    often = [1 / rank for rank in range(1, len(kinds) + 1)]  # few kinds of facts are common, many are rare
    for number, pair in enumerate(random.choices(kinds, often, k=count)):
        rule = schema().relations[pair.relation]
        source, target = random.choice(ids[pair.source]), random.choice(ids[pair.target])
        own = {name: _value(random, kind) for name, kind in rule.properties.items()}
        row: Row = {
            "id": f"fact:{digest(made.document['id'], number)}",
            "relation": pair.relation,
            "tier": "stated" if number % 3 else "derived",
            "because": "[]" if number % 3 else json.dumps([{"rule": "subject", "words": "该企业"}], ensure_ascii=False),
            "passages": sorted({random.choice(ids["Passage"]), random.choice(ids["Passage"])}),
            "source": None,
            **own,
            "from_id": source,
            "to_id": target,
        }
        made.facts.setdefault(pair, {})[row["id"]] = row


def _common_pairs(relation: str) -> list[Pair]:
    """At most three pairs of labels: documents do not use every pair that the vocabulary allows."""
    return fact_pairs(schema().relations[relation])[:3]


def _add_links(made: Batch, random: Random, ids: dict[str, list[str]], count: int) -> None:
    for article in made.nodes["Article"]:
        made.link("IN_DOCUMENT", ("Article", article), ("Document", made.document["id"]))
    for passage in made.nodes["Passage"].values():
        made.link("IN_ARTICLE", ("Passage", passage["id"]), ("Article", passage["article"]))
    labels = [label for label in _SHARES if label in schema().labels]
    for observation in made.nodes["Observation"].values():
        label = random.choice(labels)
        observation["subject"], passage = random.choice(ids[label]), random.choice(ids["Passage"])
        observation["passages"] = [passage]
        made.link("OBSERVED_OF", ("Observation", observation["id"]), (label, observation["subject"]))
        made.link("STATED_IN", ("Observation", observation["id"]), ("Passage", passage))
    missing = count - sum(len(ends) for ends in made.links.values())
    for _ in range(missing):
        label = random.choice(labels)
        made.link("MENTIONED_IN", (label, random.choice(ids[label])), ("Passage", random.choice(ids["Passage"])))


def _value(random: Random, kind: str) -> str | float:
    if kind in ("money", "number"):
        return float(random.randrange(1, 1000) * 10_000)
    return f"20{random.randrange(15, 25)}-0{random.randrange(1, 10)}" if kind == "date" else _words(random, 6)


def _words(random: Random, length: int) -> str:
    return "".join(random.choices(WORDS, k=length))


def groups(batches: Sequence[Batch]) -> Groups:
    """Batches as the other writers take them: all rows of a label or type together, facts before the other links."""
    tables = node_tables(schema())
    nodes: dict[str, dict[str, Row]] = {"Document": {one.document["id"]: one.document for one in batches}}
    facts: dict[Pair, dict[str, Row]] = {}
    links: dict[Pair, set[tuple[str, str]]] = {}
    for batch in batches:
        for label, rows in batch.nodes.items():
            nodes.setdefault(label, {}).update(rows)
        for pair, rows in batch.facts.items():
            facts.setdefault(pair, {}).update(rows)
        for pair, ends in batch.links.items():
            links.setdefault(pair, set()).update(ends)
    return Groups(
        [Nodes(_labels(label), list(tables[label]), _sorted(rows)) for label, rows in nodes.items()],
        [_facts(pair, _sorted(rows)) for pair, rows in facts.items()]
        + [Links(*_names(pair), [], [(a, {}, b) for a, b in sorted(ends)]) for pair, ends in links.items()],
    )


def _sorted(rows: dict[str, Row]) -> list[Row]:
    return [rows[key] for key in sorted(rows)]


def _facts(pair: Pair, rows: list[Row]) -> Links:
    columns = list(link_columns(schema(), pair.relation))
    given = [(row["from_id"], {name: row[name] for name in columns}, row["to_id"]) for row in rows]
    return Links(*_names(pair), columns, given)


def _names(pair: Pair) -> tuple[str, str, str]:
    return pair.relation, pair.source, pair.target


def _labels(label: str) -> tuple[str, ...]:
    return (label, "Entity") if label in schema().labels else (label,)
