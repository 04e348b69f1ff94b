"""One entity for all the forms of its name in an article: 晨南服饰 is 贵州晨南服饰有限公司."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.model import Entity
from loaders.brands import coinage, trade_behind
from loaders.gazetteer import load
from loaders.lexicon import names
from loaders.named import bare
from loaders.universities import is_word_there, short_names
from loaders.values import Mention, Reading

_LEGAL = re.compile(r"(?:股份|有限|责任|集团|专业|农民|总)*(?:公司|集团|合作社|联合社)$|分公司$")


def with_short_forms(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Merge the forms of one name, and add the places where only a short form stands."""
    groups = _merge_forms(mentions)
    merged = [_with_entity(m, groups.get(m.entity.id, m.entity)) for m in mentions]
    return _add_short(reading, merged)


def _merge_forms(mentions: Sequence[Mention]) -> dict[str, Entity]:
    """Entity id -> the entity that all its forms stand for."""
    by_id: dict[str, Entity] = {}
    for mention in mentions:
        known = by_id.setdefault(mention.entity.id, mention.entity)
        aliases = tuple(dict.fromkeys((*known.aliases, *mention.entity.aliases)))
        if aliases != known.aliases:
            by_id[mention.entity.id] = replace(known, aliases=aliases)
    target: dict[str, str] = {}
    entities = sorted(by_id.values(), key=lambda e: (-len(e.name), e.name, e.id))
    for short in entities:
        fitting = [e for e in entities if e.id != short.id and e.id not in target and _is_short_of(short, e)]
        longer = [e for e in fitting if e.name != short.name]
        fitting = longer if len({e.name for e in longer}) == 1 else fitting  # not the namesake elsewhere
        if len(fitting) == 1 or (fitting and len({e.name for e in fitting}) == 1):
            target[short.id] = fitting[0].id
    merged: dict[str, Entity] = {}
    for entity in by_id.values():
        head = entity.id
        while head in target:
            head = target[head]
        main = merged.get(head, by_id[head])
        forms = dict.fromkeys((*main.aliases, entity.name, *entity.aliases))
        forms.pop(main.name, None)
        merged[head] = main if tuple(forms) == main.aliases else replace(main, aliases=tuple(forms))
    return {key: merged[_head(key, target)] for key in by_id}


def _with_entity(mention: Mention, entity: Entity) -> Mention:
    return mention if entity is mention.entity else replace(mention, entity=entity)


def _head(key: str, target: dict[str, str]) -> str:
    while key in target:
        key = target[key]
    return key


def _is_short_of(short: Entity, full: Entity) -> bool:
    """Whether one name is a shorter form of the other.

    >>> a = Entity("1", "Company", "贵州晨南服饰有限公司")
    >>> _is_short_of(Entity("2", "Company", "晨南服饰"), a)
    True
    """
    if short.label != full.label or (short.label == "Programme" and len(short.name) < 3):
        return False
    if short.name == full.name:  # the same name met before its division was known
        return short.label != "Region" or not short.code
    if short.label == "Person":
        return full.name.startswith(short.name + "·")
    if short.label == "Region" and (short.code or full.code):
        return False
    if short.label == "Company" and _is_branch_of(full.name, short.name):
        return False
    if len(short.name) >= len(full.name) or len(short.name) < (2 if short.label == "Company" else 3):
        return False
    if short.label == "Facility" and short.name.endswith("医院") and _is_peoples(short.name[:-2], full.name):
        return True  # 县医院 is the people's hospital
    if full.name.endswith(short.name):
        return short.label != "Organization" or len(short.name) >= (4 if _OWN_KIND.search(short.name) else 5)
    if short.label == "Company" and short.name in names().wholes and short.name[:2] == full.name[:2]:
        rest = iter(full.name)
        return all(sign in rest for sign in short.name)  # 中国海油, 中国海洋石油集团有限公司
    return short.label == "Company" and _LEGAL.sub("", short.name) in _LEGAL.sub("", full.name)


def _is_peoples(county: str, full: str) -> bool:
    """Whether a hospital is the people's hospital of a county, or of the one under discussion (县)."""
    return full == county + "人民医院" or (county in _LEVELS and full.endswith(county + "人民医院"))


_LEVELS = ("县", "区", "市", "州", "旗")
_OWN_KIND = re.compile("(?:银行|大学|学院|基金会|信托)$")  # bodies that a place has no second one of by that name


def _is_branch_of(branch: str, parent: str) -> bool:
    """Whether the longer name is that of a branch, not of the firm itself.

    >>> _is_branch_of("盛荣鞋业石阡分公司", "盛荣鞋业"), _is_branch_of("盛荣鞋业有限公司", "盛荣鞋业")
    (True, False)
    """
    core = _LEGAL.sub("", parent)
    rest = branch.partition(core)[2] if core in branch else ""
    place = next((h for h in load().find(rest) if h.start == 0), None)
    tail = rest[place.end :] if place is not None else rest
    return bool(
        re.fullmatch(r"分公司|分厂|分店|工厂|厂|分部" + ("|公司|子公司" if place is not None else ""), tail)
    ) and (place is not None or tail.startswith("分"))


def _add_short(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Further places where the core of a firm's name, a declared short form, or a name met elsewhere stands alone."""
    entities = {m.entity.id: m.entity for m in mentions}
    forms: dict[str, str] = {}  # form -> the id of its entity
    for mention in mentions:
        for form in (*_declared(reading, mention), *sorted(_searchable(mention))):
            forms.setdefault(form, mention.entity.id)
    added: list[tuple[int, int, int, str]] = []
    brands, coined = _brands(entities.values()), _coinages(entities.values())
    for number, block in enumerate(reading.blocks):
        taken = [(m.start, m.end) for m in mentions if m.block == number]
        places = _places(reading, number, forms, brands, coined)
        new = False
        for start, end, key in sorted(places, key=lambda p: (p[0], -p[1], p[2])):
            if any(s < end and start < e for s, e in taken):
                continue
            taken.append((start, end))
            form, entity = block.text.plain[start:end], entities[key]
            if form not in entity.names:
                entities[key] = replace(entity, aliases=(*entity.aliases, form))
                new = True
            added.append((number, start, end, key))
        if new:
            coined = _coinages(entities.values())
    extra = [Mention(n, s, e, reading.plain(n, s, e), entities[key]) for n, s, e, key in added]
    firms = {form: e for e in entities.values() if e.label == "Company" for form in e.names}
    current = [
        _with_entity(m, firms[m.surface] if m.label == "Person" and m.surface in firms else entities[m.entity.id])
        for m in mentions
    ]
    return sorted([*current, *extra], key=lambda m: (m.block, m.start))


def _brands(entities: Iterable[Entity]) -> dict[str, str]:
    """What the names of firms begin with, where no other firm's does."""
    heads = [
        (core[:size], e.id) for e in entities for core in _legal_cores(e) for size in (2, 3, 4) if len(core) > size
    ]
    owners = Counter(head for head, _ in set(heads))
    return {head: key for head, key in heads if owners[head] == 1}


def _places(
    reading: Reading, number: int, forms: dict[str, str], brands: dict[str, str], coined: dict[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Where a form stands in a block; of forms that begin alike the longest."""
    plain = reading.blocks[number].text.plain
    for form, key in forms.items():
        spots = ((at, at + len(form)) for at in _found_at(plain, form))
        yield from ((at, end, key) for at, end in spots if form[-1] != "大" or not is_word_there(plain, end))
    for token in reading.tokens[number]:
        word = plain[token.start : token.end]
        if word in brands and token.tag in ("ORG", "nz", "PER", "nw"):
            yield token.start, token.end, brands[word]
    words = [t for t in reading.tokens[number] if t.tag != "LOC"]
    starts, ends = {t.start for t in words}, {t.end for t in words}
    for brand, key in sorted(coined.items()):
        for at in _found_at(plain, brand):
            end = at + len(brand)
            if at in starts and end in ends:
                yield at, end + trade_behind(plain, end), key


def _found_at(plain: str, words: str) -> Iterator[int]:
    at = plain.find(words)
    while at >= 0:
        yield at
        at = plain.find(words, at + len(words))


def _coinages(entities: Iterable[Entity]) -> dict[str, str]:
    """The coined word in front of a firm's trade (鹏禾 in 鹏禾塑胶), where only one entity's name holds it."""
    known = list(entities)
    found: dict[str, str] = {}
    for entity in known:
        for core in _cores(entity):
            brand = coinage(core)
            placed = not brand or any(hit.end - hit.start == len(brand) for hit in load().find(brand))
            if not placed and not any(e.id != entity.id and any(brand in n for n in e.names) for e in known):
                found[brand] = entity.id
    return found


_DECLARED = re.compile(r"”?[（(，](?:以下|下文|下)?(?:统|简)?称(?:为|作)?“?([^“”（），。]{2,10})”?(?=[）)，。])")


def _declared(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """The short form that the article sets for a name: （以下简称“云糖”）."""
    plain = reading.blocks[mention.block].text.plain
    match = _DECLARED.match(plain, mention.end)
    return (match.group(1),) if match else ()


def _legal_cores(entity: Entity) -> tuple[str, ...]:
    return _cores(entity) if _LEGAL.search(entity.name) else ()


def _cores(entity: Entity) -> tuple[str, ...]:
    """The name of a firm, told by its legal form or its trade, without its region and its legal form."""
    return _core(entity.name) if entity.label == "Company" else ()


@lru_cache(maxsize=1024)
def _core(name: str) -> tuple[str, ...]:
    if not (_LEGAL.search(name) or coinage(name[-6:]) or coinage(name)):
        return ()
    core = _LEGAL.sub("", name)
    place = next((h for h in load().find(core) if h.start == 0), None)
    return (core[place.end :] if place is not None else core.removeprefix("中国"),)


def _searchable(mention: Mention) -> set[str]:
    """The forms of a name to look for elsewhere in the article."""
    name = bare(mention.surface)
    if mention.tail and len(mention.tail) >= 5:
        return {name, mention.tail}
    forms = {name} if (len(name) >= 3 and mention.label != "Person") or mention.label == "Person" else set()
    if mention.label == "Region" and len(mention.surface) < 4:
        return set()
    if mention.label == "Organization" and mention.entity.name.endswith("大学"):
        forms |= short_names(mention.entity.name)
    if mention.label == "Company":
        core = _LEGAL.sub("", mention.entity.name)
        if mention.prefix is not None:
            for form in mention.prefix.names:
                core = core.removeprefix(form)
        trimmed = re.sub(r"（[^（）]*）", "", core)
        forms |= {f for f in (core, trimmed) if len(f) >= 3}
    return forms
