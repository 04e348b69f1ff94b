"""The vocabulary contradicts itself nowhere, and the tables made from it hold everything that a statement has."""

from __future__ import annotations

import copy
from importlib.resources import files
from typing import Any

import pytest
import yaml

from graph.errors import SchemaError
from graph.identity import PREFIXES
from graph.model import Article, Document, Entity, Observation
from graph.schema import parse, schema
from graph.tables import (
    ENTITY,
    PROVENANCE,
    fact_columns,
    fact_pairs,
    ladybug_ddl,
    node_tables,
    provenance_pairs,
)

RAW = yaml.safe_load(files("graph").joinpath("schema.yaml").read_text(encoding="utf-8"))
RENAMED = {"end": "stop", "group": "cohort", "proof": "tier"}


def changed(path: list[str], value: Any) -> dict[str, Any]:
    raw = copy.deepcopy(RAW)
    place = raw
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return raw


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["relations", "FOUNDED", "from"], ["Human"], "FOUNDED: 'from' names Human"),
        (["relations", "FOUNDED", "to"], ["Company", "Moon"], "FOUNDED: 'to' names Moon"),
        (["relations", "FOUNDED", "properties"], {"since": "moment"}, "FOUNDED: property since has type moment"),
        (["relations", "HAS_ROLE", "key"], ["rank"], "HAS_ROLE: key names rank"),
    ],
)
def test_a_contradiction_names_its_entry(path: list[str], value: Any, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        parse(changed(path, value))


def test_every_label_has_an_id_prefix_of_its_own() -> None:
    assert set(PREFIXES) == set(schema().labels)
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def test_labels_relations_and_provenance_have_names_of_their_own() -> None:
    names = [
        *schema().labels,
        *schema().relations,
        *PROVENANCE,
        *{pair.relation for pair in provenance_pairs(schema())},
    ]
    assert len(set(names)) == len(names)


def test_a_property_has_one_type_in_all_relations() -> None:
    kinds: dict[str, str] = {}
    for rule in schema().relations.values():
        for name, kind in fact_columns(rule).items():
            assert kinds.setdefault(name, kind) == kind


def test_a_symmetric_relation_may_be_kept_in_either_direction() -> None:
    for rule in schema().relations.values():
        pairs = fact_pairs(rule)
        assert len(set(pairs)) == len(pairs)
        for pair in pairs:
            assert schema().allows(rule.name, pair.source, pair.target)
            if rule.symmetric:
                assert any((other.source, other.target) == (pair.target, pair.source) for other in pairs)


@pytest.mark.parametrize(
    ("model", "columns", "elsewhere"),
    [
        (Entity, ENTITY, set()),
        (Document, PROVENANCE["Document"], {"path", "given"}),
        (Article, PROVENANCE["Article"], set()),
        (Observation, PROVENANCE["Observation"], {"rule"}),
    ],
)
def test_the_tables_keep_every_field_of_the_model(model: Any, columns: dict[str, str], elsewhere: set[str]) -> None:
    fields = {RENAMED.get(name, name) for name in model.__dataclass_fields__} - elsewhere
    assert fields <= set(columns)


def test_the_ddl_makes_every_table_once() -> None:
    made = [statement.split("(")[0].split()[-1] for statement in ladybug_ddl(schema())]
    assert len(set(made)) == len(made)
    assert set(made) >= {*node_tables(schema()), *schema().relations, "Meta"}
