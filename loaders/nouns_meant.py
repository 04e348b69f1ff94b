"""What 公司, 学校, 园区 or 该社 means: the thing of its kind that the article spoke of last."""

from __future__ import annotations

import re

from loaders.lexicon import any_of, read_yaml
from loaders.post_kinds import nearest_local
from loaders.topics import Found, Topics
from loaders.values import Mention

_RAW = read_yaml("titles.yaml")
_KINDS: dict[str, str] = {word: label for label, words in _RAW["bare"].items() for word in words}
_POINTED: dict[str, str] = {word: label for label, words in _RAW["pointed"].items() for word in words}
_THIS = "(?:[该本]|[这那][家个所座间]|同一[家个所座间])"
BARE = re.compile(
    r"(?:(?<=[，。；：、！？“”（—\s在到进去从由给对和任为是叫把该本家入离回与了起他她们我咱帮助向替让同跟将被至往持请])|^)"
    rf"(?:{_THIS}?(?P<word>{any_of(_KINDS)})(?=[^员工人业家们化里长房商址区矿]|里的?|$)(?!主(?![任管席]))"
    rf"|{_THIS}(?P<pointed>{any_of(_POINTED)})(?=[^员工人业家们化里长房商址区矿]|$))"
)


def meant(topics: Topics, words: str, block: int, at: int) -> Found | None:
    """What a noun, with what points at it, stands for: the thing of its kind named last, at most two paragraphs back."""
    said = BARE.match(words)
    if said is None:
        return None
    word = said["word"] or said["pointed"]
    label = _KINDS[word] if said["word"] else _POINTED[word]
    if label == "Company" and re.match(_THIS, words):  # 该公司 is the firm named last, whichever side it comes from
        last = topics.before(block, at, lambda m: m.label == "Company" and _can_be(m, word), 1)
        if last is not None:
            return last
    if label == "RelocationSite":
        return topics.site(block, at)
    if label in ("Facility", "Organization", "Park"):
        core = re.sub("^[该本]|里$", "", word)
        kinds = ("Facility", "Organization", "Park")
        found = nearest_local(topics, block, at, lambda m: m.label in kinds and _ends(m, core), False, 3)
        return _university(topics, block, at) if found is None and core == "学校" else found
    labels = ("Workshop", "Company") if label == "Workshop" else (label,)
    if "厂" in word and (factory := _only_factory(topics)) is not None:
        found = nearest_local(topics, block, at, lambda m: m.entity.id == factory, True)
        if found is not None:
            return found
    return nearest_local(topics, block, at, lambda m: m.label in labels and _can_be(m, word), True)


def _only_factory(topics: Topics) -> str | None:
    """The one factory that the article names: 工厂 is that, and not the firm or group named last."""
    named = {m.entity.id for m in topics.mentions if m.entity.name.endswith("厂")}
    return next(iter(named)) if len(named) == 1 else None


def _university(topics: Topics, block: int, at: int) -> Found | None:
    """The only university that the article has named so far, where it speaks of no other school: 学校派出干部."""
    schools = [m for m in topics.mentions if (m.block, m.start) < (block, at) and _ends(m, "学校")]
    found = topics.before(block, at, _is_university, 9)
    known = {m.entity.id for m in topics.mentions if _is_university(m)}
    return found if not schools and len(known) == 1 else None


def _is_university(mention: Mention) -> bool:
    return mention.label in ("Organization", "Facility") and mention.entity.name.endswith(("大学", "学院"))


def _can_be(mention: Mention, word: str) -> bool:
    """Whether a firm can be called by the noun: a cooperative is no 集团, a company no 合作社."""
    names = mention.entity.names
    if "集团" in word:
        return any("集团" in n for n in names)
    if "合作社" in word:
        return any(n.endswith(("社", "联社")) for n in names)
    if word.strip("该本里") == "社":
        return any(n.endswith("社") for n in names)
    return "公司" not in word or not all(n.endswith("合作社") for n in names)


def _ends(mention: Mention, core: str) -> bool:
    """Whether a name ends like the bare noun: 广东南药航天育种基地 for 基地."""
    if core in ("园区", "园"):
        return mention.label == "Park"
    if core in ("学校", "校"):
        return bool(
            re.search(
                r"(?:中学|小学|学校|[一二三四五六七八九十]中|幼儿园|学院|职教中心|教育中心|中专|职高|技校|高中)$",
                mention.entity.name,
            )
        )
    if core == "局":
        return mention.entity.name.endswith("局")
    if core == "队":
        return mention.entity.name.endswith("队")
    if core in ("医院", "院"):
        return bool(re.search(r"(?:医院|中医院|卫生院)$", mention.entity.name))
    return mention.entity.name.endswith(core)
