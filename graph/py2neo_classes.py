"""Object classes for py2neo, made from the vocabulary: a node is an object, a relation an attribute that leads on.

    Region = classes()["Region"]
    for company in Region.match(graph).where(name="三都水族自治县").first().located_here: ...

Objects of the vocabulary can be changed and made; their ids, names and keys follow from what is given, as if duikou
had read it. What was read from documents (facts with proofs, figures, passages) is not changed this way.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from graph import merge
from graph.data import parse_yaml
from graph.errors import UsageError
from graph.identity import entity_id, region_id
from graph.neo4j_schema import SHARED
from graph.normalise import fold
from graph.py2neo_links import EITHER, IN, OUT, Facts, Links, take_turn
from graph.rows import Row
from graph.schema import schema
from graph.tables import ENTITY, PROVENANCE, Columns, Pair, fact_pairs, provenance_pairs

try:
    from py2neo.ogm import GraphObject, ModelType, Property, Related
except ImportError as error:
    raise UsageError('py2neo is not installed; install it with: pip install "duikou[py2neo]"') from error

_GIVEN = ("name", "aliases", "code", "region")  # the columns of an entity that are not worked out


class Column(Property):  # type: ignore[misc]
    """A column of a node; one that is worked out, or that a document gave, cannot be set."""

    def __init__(self, key: str, open_: bool) -> None:
        super().__init__(key)
        self.open = open_

    def __set__(self, instance: Any, value: Any) -> None:
        if not self.open:
            raise UsageError(f"{type(instance).__name__}.{self.key} cannot be set; duikou works it out")
        super().__set__(instance, value)
        instance._derive()


class Linked(Related):  # type: ignore[misc]
    """An attribute that leads to other objects."""

    def __init__(self, relation: str, direction: int) -> None:
        super().__init__(Node, relation)
        self.towards = direction

    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        made = instance.__ogm__._related
        key = (self.towards, self.relationship_type)
        if key not in made:
            kind = Facts if self.relationship_type in schema().relations else Links
            made[key] = kind(instance, self.relationship_type, self.towards)
        return made[key]


class Node(GraphObject):  # type: ignore[misc]
    """Any node of the store; objects come out of queries as members of the class of their label."""

    __primarykey__ = "id"

    @classmethod
    def wrap(cls, node: Any) -> Any:
        made = super().wrap(node)
        if made is not None:
            kinds = [kind for name, kind in classes().items() if name != SHARED and node.has_label(name)]
            made.__class__ = node.__model__ = kinds[0] if kinds else cls
        return made

    def __db_merge__(self, tx: Any, primary_label: Any = None, primary_key: Any = None) -> None:
        self._refuse()

    def __db_push__(self, tx: Any) -> None:
        self._refuse()

    def __db_delete__(self, tx: Any) -> None:
        self._refuse()

    def _refuse(self) -> None:
        raise UsageError(f"{type(self).__name__} is written when documents are loaded, and by nothing else")

    def _derive(self) -> None:
        """Work out the columns that follow from those that were set."""


class Entity(Node):
    """A node of the vocabulary, whatever its label."""

    __primarylabel__ = SHARED

    def __init__(self, **columns: Any) -> None:
        if type(self) is Entity:
            raise UsageError(f"an Entity is made by the class of its label: {', '.join(schema().labels)}")
        super().__init__(**columns)
        self.__node__.add_label(SHARED)

    def _derive(self) -> None:
        node = self.__node__
        name, code, label = node["name"], node["code"], self.__primarylabel__
        if not name:
            return
        names = sorted({name, *(node["aliases"] or [])})
        node.update(aliases=[one for one in names if one != name], names=names, keys=sorted({*map(fold, names)}))
        if node.graph is None:
            known = label == "Region" and code
            node.update(id=region_id(code) if known else entity_id(label, name, node["region"]), label=label)

    def __db_merge__(self, tx: Any, primary_label: Any = None, primary_key: Any = None) -> None:
        self._join(tx)
        GraphObject.__db_merge__(self, tx, primary_label, primary_key)

    def __db_push__(self, tx: Any) -> None:
        self._join(tx)
        GraphObject.__db_push__(self, tx)

    def _join(self, tx: Any) -> None:
        """Take over what the store holds already of a new object."""
        node = self.__node__
        if not node["name"]:
            raise UsageError(f"a {type(self).__name__} needs a name")
        take_turn(tx)
        if node.graph is None:
            known = tx.evaluate(f"MATCH (n:{SHARED} {{id: $id}}) RETURN properties(n)", id=node["id"])
            if known:
                merged = merge.entity(_row(known), _row(node))
                node.update({name: value for name, value in merged.items() if value is not None})

    def __db_delete__(self, tx: Any) -> None:
        take_turn(tx)
        read = tx.evaluate(
            f"MATCH (n:{SHARED} {{id: $id}})-[r]-() "
            "WHERE r.passages IS NULL OR size(r.passages) > 0 OR r.source = 'gazetteer' RETURN count(r)",
            id=self.__node__["id"],
        )
        if read:
            raise UsageError(
                f"{self.__node__['name']} cannot be deleted; {read} statements of loaded documents need it"
            )
        GraphObject.__db_delete__(self, tx)


@cache
def classes() -> dict[str, Any]:
    """The classes by label; `Entity` matches all labels of the vocabulary."""
    made: dict[str, Any] = {}
    links = _links()
    for label in schema().labels:
        made[label] = _class(label, Entity, ENTITY, links.get(label, {}))
        made[label].__doc__ = schema().labels[label].says
    for label, columns in PROVENANCE.items():
        made[label] = _class(label, Node, columns, links.get(label, {}))
    made[SHARED] = Entity
    for name in ENTITY:
        setattr(Entity, name, Column(name, name in _GIVEN))
    return made


def _class(label: str, base: type, columns: Columns, links: dict[str, Linked]) -> Any:
    own = {name: Column(name, base is Entity and name in _GIVEN) for name in columns}
    return ModelType(label, (base,), {"__module__": __name__, **own, **links})


def _links() -> dict[str, dict[str, Linked]]:
    """The attributes of each label that lead to others."""
    inverse = parse_yaml(files("graph").joinpath("py2neo.yaml").read_text(encoding="utf-8"))
    made: dict[str, dict[str, Linked]] = {}
    for pair in _pairs():
        name = pair.relation.lower()
        rule = schema().relations.get(pair.relation)
        if rule and rule.symmetric:
            made.setdefault(pair.source, {})[name] = Linked(pair.relation, EITHER)
            continue
        made.setdefault(pair.source, {})[name] = Linked(pair.relation, OUT)
        made.setdefault(pair.target, {})[inverse.get(pair.relation, f"{name}_by")] = Linked(pair.relation, IN)
    return made


def _pairs() -> list[Pair]:
    return [pair for rule in schema().relations.values() for pair in fact_pairs(rule)] + provenance_pairs(schema())


def _row(node: Any) -> Row:
    """The columns of an entity, those that are not given as None or an empty list."""
    return {name: node.get(name, [] if kind == "strings" else None) for name, kind in ENTITY.items()}
