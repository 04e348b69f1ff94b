"""The names of a sentence as actors: which of them is subject-like, which only modifies, which stands aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.model import Entity
from loaders.lexicon import any_of
from loaders.measure_frames import cue, frames
from loaders.measure_lists import COUNTED, MARKS, in_list
from loaders.values import Mention, Reading, Sentence

FREE, MODIFIER, OBLIQUE = range(3)
THINGS = ("Company", "Park", "Workshop", "Facility", "RelocationSite")
_PLACES = frozenset({"Region", "RelocationSite"})
_SITES = frozenset({"Region", "RelocationSite"})
ALONGSIDE = re.compile(r"[”’》]?(?:、|和|与|及|以及)[“‘《]?")
_PREDICATE = re.compile(r"是[^，。]{0,8}$")
_PRESENTED = re.compile(r"是(?:[^，。；]{1,12}的)?$")


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in its sentence.

    case: FREE (subject-like), MODIFIER (of a name or of the holder of a post) or OBLIQUE.
    entity: that of the mention, or the division that an office is named after.
    """

    mention: Mention
    entity: Entity
    sentence: int
    clause: int
    case: int
    built: bool = False  # the clause says that it was built or set up
    introduced: bool = False  # the clause brings it into the story otherwise
    beneficiary: bool = False  # words such as 向 or 给 lead to it
    agent: bool = False  # it acts in a passive (由…出资)
    listed: bool = False  # one of several names of its kind side by side
    paired: bool = False  # listed, but only beside names of the other side of the help
    outer: bool = False  # only says where the place named right after it lies, or among what something ranks
    head: int = 0  # where the chain of names that it ends begins (广西忻城县: at 广西)

    @property
    def label(self) -> str:
        """The entity's label; a school or hospital counts as a place of work also where it is named as a body."""
        return kind(self.entity) if self.case == FREE else self.entity.label

    @property
    def stands_out(self) -> bool:
        """Whether it is subject-like or new in the story."""
        return self.case == FREE or self.built or self.introduced


def kind(entity: Entity) -> str:
    """What an entity counts as when subjects are looked for."""
    is_school = entity.label == "Organization" and re.search(cue("works_like_place") + "$", entity.name) is not None
    return "Facility" if is_school else entity.label


def actors_of(reading: Reading, number: int, sentence: Sentence, mentions: list[Mention]) -> Iterator[Actor]:
    """The mentions of a sentence as actors, in order; an office also brings the division it is named after."""
    plain = reading.blocks[sentence.block].text.plain
    last: Actor | None = None
    for index, mention in enumerate(mentions):
        actor = _actor(plain, number, sentence, mentions, index)
        if last is not None and ALONGSIDE.fullmatch(plain[last.mention.end : mention.start]):
            actor = _as_in_list(last, actor)
        last = actor
        yield actor
        if mention.prefix is not None and mention.label not in ("Region", "Company"):  # a firm's place only names it
            yield Actor(mention, mention.prefix, number, actor.clause, max(actor.case, MODIFIER))


def _as_in_list(first: Actor, actor: Actor) -> Actor:
    """The actor with the part that the name before it in a list has: 由甲、乙经营; 到甲县、乙县."""
    if first.case != OBLIQUE or first.label not in (actor.mention.label, actor.label) or first.stands_out:
        return actor
    return replace(actor, case=OBLIQUE, agent=first.agent, beneficiary=first.beneficiary, built=False, introduced=False)


def _actor(plain: str, number: int, sentence: Sentence, mentions: list[Mention], index: int) -> Actor:
    mention, words = mentions[index], _patterns()
    clause = next((i for i, (a, b) in enumerate(sentence.clauses) if a <= mention.start < b), 0)
    start, end = sentence.clauses[clause] if sentence.clauses else (sentence.start, sentence.end)
    head = index
    while head and _belongs(plain[mentions[head - 1].end : mentions[head].start]):
        head -= 1
    before = plain[start : mentions[head].start].rstrip(MARKS)
    after = plain[mention.end : end].lstrip(MARKS)
    between = plain[mention.end : mentions[index + 1].start] if index + 1 < len(mentions) else None
    follows = between is not None and _belongs(between)
    built = not follows and words["built_before"].search(before) is not None
    presented = not after and mention.label in THINGS and _PRESENTED.search(before) is not None  # 头一家是X
    owns = words["owner_after"].match(after) is not None  # 公司是X在甲县设立的子公司, X持股40%
    introduced = not (follows or owns) and (presented or words["introduced_before"].search(before) is not None)
    brought = mention.label == "Region" and words["brought_before"].search(before) is not None
    introduced = introduced and not (before.endswith("社区是") and mention.label == "Region")  # 甲社区是全县最大的点
    introduced = introduced and not brought  # 引进甲市企业22家
    agent = (words["agent_before"].search(before) is not None and _acts(after, before)) or _acts_too(before, after)
    agent = agent or words["giver_before"].search(before) is not None or _operates(mentions, index, after)
    aside = _is_aside(plain[sentence.start : mention.start].rstrip(MARKS))
    built, introduced = built and not (aside or agent), introduced and not (aside or agent)
    predicate = not (built or introduced) and _PREDICATE.search(before) is not None
    origin = mention.label == "Region" and words["origin"].match(after) is not None
    # A course or plan that is set up or brought in is a means: it does nothing itself.
    means = mention.label == "Programme" and (built or introduced)
    oblique = (
        agent
        or origin
        or brought
        or means
        or predicate
        or aside
        or owns
        or words["oblique_before"].search(before) is not None
    )
    modifies = (
        follows or words["holder_after"].match(after) is not None or re.match(cue("people_of"), after) is not None
    )
    return Actor(
        mention,
        mention.entity,
        number,
        clause,
        OBLIQUE if oblique else MODIFIER if modifies else FREE,
        built=built and not means,
        introduced=introduced and not means,
        beneficiary=words["for_before"].search(before) is not None,
        agent=agent,
        listed=in_list(plain, mentions, index),
        outer=_is_compared(mention, after)
        or (mention.label == "Company" and COUNTED.match(plain, mention.end) is not None)
        or _is_dateline(mention, plain[sentence.start : mention.start], after)
        or (mention.label == "Region" and words["hubs"].match(after) is not None)
        or _lies_there(mention, before, plain[mentions[head].start : mention.start], after)
        or (between is not None and not between.strip(MARKS) and _is_place_chain(mentions, index)),
        head=mentions[head].start,
    )


def _is_place_chain(mentions: list[Mention], index: int) -> bool:
    place, after = mentions[index], mentions[index + 1]
    if place.label == "Region" and after.label == "Organization" and after.prefix is not None:
        return after.prefix.name not in place.entity.names  # 甲镇乙社区党支部: the branch is that of 乙社区
    return {place.label, after.label} <= _PLACES


def _is_aside(before: str) -> bool:
    """Whether a firm is only named beside the one spoken of, not the subject of a sentence of its own (它的母公司X……)."""
    match = _patterns()["aside_before"].search(before)
    return match is not None and before[: match.start()] not in ("它的", "其", "公司的", "")


def _is_compared(mention: Mention, after: str) -> bool:
    """Whether the division only says among what something ranks: 在黔东排第三."""
    return mention.label == "Region" and _patterns()["ranks"].match(after) is not None


def _is_dateline(mention: Mention, before: str, after: str) -> bool:
    """Whether the name only belongs to a paper, a reporter or a dateline: 甲日报6月1日消息, （记者某某）."""
    if mention.label == "Person":
        return re.search(cue("reporter") + "$", before) is not None
    return mention.label == "Region" and (
        re.match(cue("paper"), after) is not None or (len(before) < 10 and re.match(cue("dateline"), after) is not None)
    )


def _lies_there(mention: Mention, before: str, chain: str, after: str) -> bool:
    """Whether the place only tells where the thing spoken of lies: 设在乙镇, 在丙社区旁."""
    if mention.label not in _SITES:
        return False
    led = "的" not in chain and _patterns()["lies_before"].search(before) is not None
    return led or re.match(cue("beside"), after) is not None


def _operates(mentions: list[Mention], index: int, after: str) -> bool:
    """Whether the name only runs or builds the thing named before it in the sentence: 基地……，乙公司负责经营."""
    told = any(m.label in THINGS and m.entity is not mentions[index].entity for m in mentions[:index])
    return told and re.match(cue("operates"), after) is not None


def _belongs(between: str) -> bool:
    """Whether the words between two names make the first a part of the second's description."""
    return _patterns()["apposition"].fullmatch(between.strip(MARKS)) is not None


def _acts(after: str, before: str) -> bool:
    return before.endswith(("由", "被", "经")) or _patterns()["agent_after"].match(after) is not None


def _acts_too(before: str, after: str) -> bool:
    """Whether the name acts beside another agent: 由甲市引入、乙集团投建."""
    return re.search("由[^，。；]{2,20}、$", before) is not None and _patterns()["agent_verb"].match(after) is not None


@cache
def no_case() -> str:
    """What a pattern for a preposition before a name must end with: the words are none of those that only look so."""
    return "".join(f"(?<!{word})" for word in frames().settings["cases"]["not_case"])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: any_of(members) for name, members in frames().settings["cases"].items()}
    between = f"(?:{words['between']})*"
    return {
        "origin": re.compile(cue("origin")),
        "hubs": re.compile(cue("hubs")),
        "brought_before": re.compile("(?:引进|引来|引入|招引|引荐|引育|招来|请来)[了自]?(?:来自)?$"),
        "ranks": re.compile(f"(?:[里内中]|范围内|境内)?(?:[一-鿿]{{0,6}}里|[一-鿿]{{0,4}}中)?{cue('ranks')}"),
        "apposition": re.compile(f"(?:{words['apposition']})?"),
        "agent_after": re.compile(f"(?:{words['agent_after']})"),
        "agent_verb": re.compile(f"(?:{words['agent_verb']})"),
        "owner_after": re.compile(cue("owner_after")),
        "holder_after": re.compile(f"的?(?:(?!{cue('takes_on')})[一-鿿]){{0,6}}?(?:{words['holder_after']})"),
        "built_before": re.compile(f"(?:{words['built_before']}){between}[一-鿿0-9]{{0,6}}$"),
        "introduced_before": re.compile(f"(?:{words['introduced_before']}){between}$"),
        **{
            name: re.compile(f"(?:{words[name]})${no_case()}")
            for name in ("oblique_before", "agent_before", "aside_before", "for_before", "giver_before", "lies_before")
        },
    }
