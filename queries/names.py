"""From a name that a person types to the ids of what the store calls so.

On a server every query is a journey: a name takes one, what lies in a division two more, and one for each step
down (a site, a park in it, the firms in that). `(n:Region|Company)` is any of the labels, looked up by index in Neo4j.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import UsageError
from graph.identity import PREFIXES, region_id
from graph.normalise import fold
from graph.schema import schema
from graph.store import Store

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_KINDS = "社区|街道|地区|林区|特区|县|市|区|州|省|盟|旗|乡|镇|村"
_DIVISION = re.compile(rf"(?P<stem>.{{2,}}?)族?(?:(?:{_PEOPLES})族?)*(?:自治|特别行政)?(?P<kind>{_KINDS})")
_KIND = re.compile(rf"(?<=..)(?:{_KINDS})$")
_PLACED = ("LOCATED_IN", "PART_OF", "MOVED_INTO")  # what brings a thing into a place
_ANY = "|".join(schema().labels)
_PLACES = sorted({label for relation in _PLACED for label in schema().relations[relation].targets})
_RETURNED = "RETURN n.label, n.name, n.id, n.code"
_WITH_ID = f"MATCH (n:{_ANY} {{id: $id}}) {_RETURNED}"
_WITH_CODE = f"MATCH (n:Region {{code: $code}}) {_RETURNED}"
_BEGINNING = (
    f"WITH $pairs AS pairs MATCH (n:Region) WHERE any(one IN n.keys WHERE left(one, 2) IN pairs) {_RETURNED}, n.keys"
)
_OF_CODES = "UNWIND $ids AS code MATCH (n:Region) WHERE n.code STARTS WITH code RETURN n.id"
_OF_REGIONS = f"UNWIND $homes AS home MATCH (n:{_ANY}) WHERE n.region STARTS WITH home RETURN n.id, n.region"
_STEP = f"UNWIND $ids AS id MATCH (n)-[:{'|'.join(_PLACED)}]->(:{'|'.join(_PLACES)} {{id: id}}) RETURN DISTINCT n.id"
_AT_HOME = f"UNWIND $ids AS id MATCH (n:{_ANY} {{region: id}}) RETURN n.id"


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A node that goes by a name."""

    label: str
    name: str
    id: str
    code: str | None = None


Hits = list[tuple[Named, list[str]]]  # nodes with the keys of all their names


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
    marked = _marked(store, given.strip(), key)
    if marked:
        return marked
    hits = _like(store, key)
    return _called(hits, key) or _under_another(store, key) or _containing(hits, key)


def called(store: Store, given: str) -> list[Named]:
    """The same, at least one; UsageError when the store holds nothing of that name."""
    found = resolve(store, given)
    if not found:
        raise nothing_called(given)
    return found


def nothing_called(given: str) -> UsageError:
    """The error for a name that the store does not know."""
    return UsageError(f"the store holds nothing that is called {given}; look for a part of the name with: duikou find")


def having(store: Store, text: str) -> list[Named]:
    """What goes by the text, and what has it as a part of any of its names."""
    key = fold(text)
    if not key:
        return []
    hits = _like(store, key)
    called = _marked(store, text.strip(), key) or _called(hits, key) or _under_another(store, key)
    return sorted({*called, *_containing(hits, key)})


def inside(store: Store, places: list[Named]) -> list[str]:
    """The ids of the places and of everything that lies in them, belongs to them or moved into them."""
    codes = sorted({code_prefix(place.code) for place in places if place.label == "Region" and place.code})
    found = {place.id for place in places} | _of_codes(store, codes)
    new = found
    while new:
        new = (_step_down(store, new) | _at_home(store, new, codes)) - found
        found |= new
    return sorted(found)


def code_prefix(code: str) -> str:
    """The digits that a division shares with all below it.

    >>> code_prefix("520000"), code_prefix("522700"), code_prefix("522732"), code_prefix("522732001000")
    ('52', '5227', '522732', '522732001')
    """
    levels = (2, 4, 6, 9, 12)
    return next(code[:end] for end in levels if not code[end:].strip("0"))


def _marked(store: Store, given: str, key: str) -> list[Named]:
    """What has this id, or this code."""
    if ":" in given:
        return _named(store, _WITH_ID, id=given)
    return _named(store, _WITH_CODE, code=key) if key.isdigit() else []


def _like(store: Store, key: str) -> Hits:
    """What has the key as a part of a name, or as that of a division: 三都县 is 三都水族自治县."""
    found = store.named_like(_KIND.sub("", key))
    return [(Named(label, name, id_, code), keys) for label, name, id_, code, keys in found]


def _called(hits: Hits, key: str) -> list[Named]:
    return sorted(node for node, keys in hits if key in (_forms(keys) if node.label == "Region" else keys))


def _containing(hits: Hits, key: str) -> list[Named]:
    return sorted(node for node, keys in hits if any(key in one for one in keys))


def _forms(keys: Iterable[str]) -> set[str]:
    return {form for one in keys for form in forms(one)}


def _under_another(store: Store, key: str) -> list[Named]:
    """Divisions by their name behind the names of what they lie in: 贵州三都县."""
    pairs = sorted({key[start : start + 2] for start in range(len(key) - 1)})
    by_form: dict[str, set[Named]] = {}
    for *node, keys in store.query(_BEGINNING, {"pairs": pairs})[1]:
        for form in _forms(keys):
            by_form.setdefault(form, set()).add(Named(*node))

    def called(words: str) -> set[Named]:
        found = by_form.get(words, set())
        for cut in range(2, len(words) - 1 if not found else 0):
            below = [node for node in by_form.get(words[cut:], ()) if node.code]
            above = [code_prefix(node.code) for node in called(words[:cut]) if node.code] if below else []
            found = found | {node for node in below if any(str(node.code).startswith(code) for code in above)}
        return found

    return sorted(called(key))


def _of_codes(store: Store, codes: list[str]) -> set[str]:
    """The divisions whose codes begin so, and everything that belongs to one of them."""
    if not codes:
        return set()
    _, rows = store.query(_OF_REGIONS, {"homes": [region_id(code) for code in codes]})
    return _ids(store, _OF_CODES, codes) | {id_ for id_, home in rows if _coded(home)}


def _coded(region: str) -> bool:
    """Whether the id of a division is made of its code; another is a hash, which may begin like one."""
    return region.removeprefix(region_id("")).isdigit()


def _step_down(store: Store, places: set[str]) -> set[str]:
    """The ids of what lies in one of the places, one step away."""
    kinds = {PREFIXES[label] for label in _PLACES}
    ids = sorted(place for place in places if place.partition(":")[0] in kinds)
    return _ids(store, _STEP, ids) if ids else set()


def _at_home(store: Store, places: set[str], codes: list[str]) -> set[str]:
    """The ids of what belongs to one of the divisions, but for those that `_of_codes` has covered."""
    covered = tuple(region_id(code) for code in codes)
    regions = [place for place in places if place.startswith(region_id(""))]
    ids = sorted(place for place in regions if not (_coded(place) and place.startswith(covered)))
    return _ids(store, _AT_HOME, ids) if ids else set()


def _named(store: Store, text: str, **parameters: object) -> list[Named]:
    return sorted(Named(*row) for row in store.query(text, parameters)[1])


def _ids(store: Store, text: str, ids: list[str]) -> set[str]:
    return {row[0] for row in store.query(text, {"ids": ids})[1]}
