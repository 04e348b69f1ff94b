"""One entity for all the forms of its name in an article: 晨南服饰 is 贵州晨南服饰有限公司."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Entity
from loaders.named import bare
from loaders.values import Mention, Reading

_LEGAL = re.compile(r"(?:股份|有限|责任|集团|专业|农民|总)*(?:公司|集团|合作社|联合社)$|分公司$")


def with_short_forms(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Merge the forms of one name, and add the places where only a short form stands."""
    groups = _merge_forms(mentions)
    merged = [replace(m, entity=groups.get(m.entity.id, m.entity)) for m in mentions]
    return _add_short(reading, merged)


def _merge_forms(mentions: Sequence[Mention]) -> dict[str, Entity]:
    """Entity id -> the entity that all its forms stand for."""
    by_id: dict[str, Entity] = {}
    for mention in mentions:
        known = by_id.get(mention.entity.id)
        aliases = dict.fromkeys((*(known.aliases if known else ()), *mention.entity.aliases))
        by_id[mention.entity.id] = replace(known or mention.entity, aliases=tuple(aliases))
    target: dict[str, str] = {}
    entities = sorted(by_id.values(), key=lambda e: (-len(e.name), e.name, e.id))
    for short in entities:
        fitting = [e for e in entities if e.id != short.id and e.id not in target and _is_short_of(short, e)]
        if len(fitting) == 1 or (fitting and len({e.name for e in fitting}) == 1):
            target[short.id] = fitting[0].id
    merged: dict[str, Entity] = {}
    for entity in by_id.values():
        head = entity.id
        while head in target:
            head = target[head]
        main = merged.get(head, by_id[head])
        forms = dict.fromkeys((*main.aliases, entity.name, *entity.aliases))
        merged[head] = replace(main, aliases=tuple(f for f in forms if f != main.name))
    return {key: merged[_head(key, target)] for key in by_id}


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
    if len(short.name) >= len(full.name) or len(short.name) < (2 if short.label == "Company" else 3):
        return False
    if full.name.endswith(short.name):
        return short.label != "Organization" or len(short.name) >= 5
    return short.label == "Company" and _LEGAL.sub("", short.name) in _LEGAL.sub("", full.name)


def _add_short(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Further places where the core of a firm's name, or a name met elsewhere, stands alone."""
    forms: dict[str, Mention] = {}
    for mention in mentions:
        if mention.label in ("Region", "Person") and len(mention.surface) < 4 and mention.label == "Region":
            continue
        for form in _searchable(mention):
            forms.setdefault(form, mention)
    extra: list[Mention] = []
    for number, block in enumerate(reading.blocks):
        taken = [(m.start, m.end) for m in mentions if m.block == number]
        for form in sorted(forms, key=lambda f: (-len(f), f)):
            for match in re.finditer(re.escape(form), block.text.plain):
                if any(s < match.end() and match.start() < e for s, e in taken):
                    continue
                taken.append(match.span())
                entity = forms[form].entity
                if form not in entity.names:
                    entity = replace(entity, aliases=(*entity.aliases, form))
                    _spread(mentions, entity)
                    _spread(extra, entity)
                extra.append(Mention(number, match.start(), match.end(), form, entity))
    return sorted([*mentions, *extra], key=lambda m: (m.block, m.start))


def _spread(mentions: list[Mention], entity: Entity) -> None:
    for index, mention in enumerate(mentions):
        if mention.entity.id == entity.id:
            mentions[index] = replace(mention, entity=entity)


def _searchable(mention: Mention) -> set[str]:
    """The forms of a name to look for elsewhere in the article."""
    name = bare(mention.surface)
    if mention.tail and len(mention.tail) >= 5:
        return {name, mention.tail}
    forms = {name} if (len(name) >= 3 and mention.label != "Person") or mention.label == "Person" else set()
    if mention.label == "Company":
        core = _LEGAL.sub("", mention.entity.name)
        if mention.prefix is not None:
            for region in (mention.prefix, *()):
                for form in region.names:
                    core = core.removeprefix(form)
        trimmed = re.sub(r"（[^（）]*）", "", core)
        forms |= {f for f in (core, trimmed) if len(f) >= 3}
    return forms
