"""From a name that a person types to the ids of what the store calls so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.identity import region_id
from graph.normalise import fold
from graph.schema import schema
from graph.store import Store

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_DIVISION = re.compile(
    rf"(?P<stem>.{{2,}}?)族?(?:(?:{_PEOPLES})族?)*(?:自治|特别行政)?"
    r"(?P<kind>社区|街道|地区|林区|特区|县|市|区|州|省|盟|旗|乡|镇|村)"
)
_PLACED = "LOCATED_IN|PART_OF|MOVED_INTO"  # what brings a thing into a place
_RETURNED = "RETURN n.label, n.name, n.id, n.code"
_LONG = 200


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A node that goes by a name."""

    label: str
    name: str
    id: str
    code: str | None = None


def forms(name: str) -> set[str]:
    """What a division is called for short: its name, its stem, its stem and kind.

    >>> sorted(forms("三都水族自治县")), sorted(forms("广西壮族自治区"))
    (['三都', '三都县', '三都水族自治县'], ['广西', '广西区', '广西壮族自治区'])
    """
    full = _DIVISION.fullmatch(name)
    return {name} if full is None else {name, full["stem"], full["stem"] + full["kind"]}


def resolve(store: Store, given: str) -> list[Named]:
    """What the store calls by this name, code or id; failing that, what has it as a part of its name."""
    key = fold(given)
    if not key:
        return []
    exact = [node for label in schema().labels for node in _called(store, label, given.strip(), key)]
    found = {*exact, *_divisions(store, key)}
    return sorted(found or _containing(store, key))


def containing(store: Store, text: str) -> list[Named]:
    """What has the text as a part of any of its names."""
    return sorted(_containing(store, fold(text)))


def inside(store: Store, places: list[Named]) -> list[str]:
    """The ids of the places and of everything that lies in them, belongs to them or moved into them."""
    found = {place.id for place in places}
    for place in places:
        if place.label == "Region" and place.code:
            prefix = code_prefix(place.code)
            found |= _ids(store, "MATCH (n:Region) WHERE n.code STARTS WITH $prefix RETURN n.id", prefix=prefix)
            found |= _belonging(store, "n.region STARTS WITH $prefix", prefix=region_id(prefix))
    new = found
    while new:
        new = _lying_in(store, new) - found
        found |= new
    return sorted(found)


def code_prefix(code: str) -> str:
    """The digits that a division shares with all below it.

    >>> code_prefix("520000"), code_prefix("522700"), code_prefix("522732"), code_prefix("522732001000")
    ('52', '5227', '522732', '522732001')
    """
    levels = (2, 4, 6, 9, 12)
    return next(code[:end] for end in levels if not code[end:].strip("0"))


def _called(store: Store, label: str, given: str, key: str) -> list[Named]:
    return _named(
        store,
        f"MATCH (n:{label}) WHERE $key IN n.keys OR n.id = $given OR n.code = $key {_RETURNED}",
        key=key,
        given=given,
    )


def _divisions(store: Store, key: str) -> set[Named]:
    """Divisions by their short name, also with the names of what they lie in before it: 贵州三都县."""
    by_form: dict[str, set[Named]] = {}
    for *node, keys in store.query(f"MATCH (n:Region) {_RETURNED}, n.keys")[1]:
        for form in {form for one in keys for form in forms(one)}:
            by_form.setdefault(form, set()).add(Named(*node))

    def called(words: str) -> set[Named]:
        found = by_form.get(words, set())
        for cut in range(2, len(words) - 1 if not found else 0):
            below = [node for node in by_form.get(words[cut:], ()) if node.code]
            above = [code_prefix(node.code) for node in called(words[:cut]) if node.code] if below else []
            found = found | {node for node in below if any(str(node.code).startswith(code) for code in above)}
        return found

    return called(key)


def _containing(store: Store, key: str) -> list[Named]:
    if not key:
        return []
    condition = "any(one IN n.keys WHERE one CONTAINS key)"
    return [
        node
        for label in schema().labels
        for node in _named(store, f"WITH $key AS key MATCH (n:{label}) WHERE {condition} {_RETURNED}", key=key)
    ]


def _lying_in(store: Store, places: set[str]) -> set[str]:
    """The ids of what lies in one of the places, one step away.

    A store compares a long list one by one: then all steps are read and looked up here.
    """
    text = f"MATCH (n)-[:{_PLACED}]->(place)"
    regions = sorted(place for place in places if place.startswith(region_id("")))
    if len(places) <= _LONG:
        near = _ids(store, f"{text} WHERE place.id IN $ids RETURN DISTINCT n.id", ids=sorted(places))
        return near | _belonging(store, "n.region IN $ids", ids=regions)
    _, steps = store.query(f"{text} RETURN n.id, place.id")
    for label in schema().labels:
        steps += store.query(f"MATCH (n:{label}) WHERE n.region IS NOT NULL RETURN n.id, n.region")[1]
    return {below for below, place in steps if place in places}


def _belonging(store: Store, condition: str, **parameters: object) -> set[str]:
    return set().union(
        *(_ids(store, f"MATCH (n:{label}) WHERE {condition} RETURN n.id", **parameters) for label in schema().labels)
    )


def _named(store: Store, text: str, **parameters: object) -> list[Named]:
    return [Named(*row) for row in store.query(text, parameters)[1]]


def _ids(store: Store, text: str, **parameters: object) -> set[str]:
    return {row[0] for row in store.query(text, parameters)[1]}
