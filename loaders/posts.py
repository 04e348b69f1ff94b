"""Who holds which post: stacked posts before a name, posts after 任, 是, 担任."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.identity import entity_id
from graph.model import Entity, Step
from loaders.chart import SIGNS, Chart
from loaders.lexicon import any_of, read_yaml
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.topics import Found, Topics
from loaders.values import Mention, Reading

_RAW = read_yaml("titles.yaml")
_BEFORE = "(?:" + any_of(_RAW["before"]) + ")*"
_TITLE = f"(?:{_BEFORE}(?:{any_of([*_RAW['chiefs'], *_RAW['others']])}))"
_CHIEF = re.compile(f"{_BEFORE}(?:{any_of(_RAW['chiefs'])})$")
_BODIES = "".join(SIGNS[x] for x in ("Region", "RelocationSite", "Park", "Workshop", "Facility", "Company", "Organization"))
_COMMITTEE = r"(?:自治区|自治州|自治县|省|市|州|县|区|旗|镇)(?:党委|委)"
_BARE = {word: label for label, words in _RAW["bare"].items() for word in words}
_POST = re.compile(
    rf"(?P<body>[{_BODIES}](?:的)?|{_COMMITTEE}|{any_of(_BARE)})?(?P<title>{_TITLE}|(?<=[{SIGNS['Organization']}{SIGNS['Facility']}])长)"
)
_STACK_BEFORE = re.compile(rf"(?:{_POST.pattern.replace('?P<body>', '').replace('?P<title>', '')}[、兼和及，]?)+$")
_TAKES = re.compile(r"(?:现任|担任|出任|挂任|兼任|就任|当选为?|任职|任命为|挂职任?|任|成为|变成了?|成了|当上了?|也是|就是|还是|是|系)(?:了|一名|一位|该|“[^”]{1,8}”——)?")
_FORMER = re.compile(r"曾任|原任|曾经|曾是|曾担任|此前|退休|卸任|原(?=[^，]{0,12}$)|前任|离任")


@dataclass(frozen=True, slots=True)
class Post:
    """A post in a chart: where its body and title stand."""

    start: int
    end: int
    body: tuple[int, int] | None
    title: tuple[int, int]


def find_posts(reading: Reading, topics: Topics, row: Chart) -> list[Proposal]:
    """The posts of the persons in one sentence."""
    found: list[Proposal] = []
    for index, item in enumerate(row.items):
        if isinstance(item, Mention) and item.label == "Person":
            low, posts = _posts_before(row.code, index)
            if posts:
                found += _held(reading, topics, row, index, posts, low)
            found += _after(reading, topics, row, index)
    return found


def _posts_before(code: str, index: int) -> tuple[int, list[Post]]:
    """The stack of posts that ends right before a name."""
    match = _STACK_BEFORE.search(code[:index])
    if match is None or code[index - 1] in "、，兼和及":
        return index, []
    return match.start(), _split(code, match.start(), index)


def _split(code: str, start: int, end: int) -> list[Post]:
    return [
        Post(m.start(), m.end(), m.span("body") if m["body"] else None, m.span("title"))
        for m in _POST.finditer(code, start, end)
    ]


def _after(reading: Reading, topics: Topics, row: Chart, index: int) -> Iterator[Proposal]:
    """P 任 post、post; P 是 post: within the sentence, up to the next person."""
    code = row.code
    stop = next((i for i in range(index + 1, len(code)) if code[i] == SIGNS["Person"] and code[i - 1] not in "、和"), len(code))
    position = index + 1
    while (verb := _TAKES.search(code, position, stop)) is not None:
        position = verb.end()
        posts = _chained(code, verb.end(), stop)
        if not posts:
            continue
        if _FORMER.search(code[max(index, verb.start() - 6) : verb.end()]):
            continue
        yield from _held(reading, topics, row, index, posts, index)
        position = posts[-1].end


def _chained(code: str, start: int, stop: int) -> list[Post]:
    """Posts one after the other from here on."""
    posts: list[Post] = []
    position = start
    while (m := _POST.match(code, position, stop)) is not None:
        posts.append(Post(m.start(), m.end(), m.span("body") if m["body"] else None, m.span("title")))
        position = m.end()
        if code[position : position + 1] in ("、", "兼"):
            position += 1
        else:
            break
    if posts and code[posts[-1].end : posts[-1].end + 1] == SIGNS["Person"]:
        return []  # the posts of somebody else: 是县长王某引来的
    return posts


def _held(
    reading: Reading, topics: Topics, row: Chart, person: int, posts: list[Post], low: int
) -> Iterator[Proposal]:
    holder = row.items[person]
    assert isinstance(holder, Mention)
    start = row.starts[min(low, person)]
    end = row.ends[max(person, posts[-1].end - 1)]
    main = clause_span(row.sentence, start, end)
    former = _FORMER.search(row.code[max(0, low - 8) : low])
    body: Entity | None = None
    for post in posts:
        title = row.code[slice(*post.title)]
        step: Found | None = None
        named, named_step, named_title = _body(reading, topics, row, post, title)
        if named is not None:
            body, step, title = named, named_step, named_title
        elif body is None or _CHIEF.search(title):
            body, step = _division(topics, row, post, body)
        if body is None or title in ("成员", "委员") and named is None:
            continue
        spans, because = [main], list[Step]()
        if step is not None:
            spans.append(antecedent_span(reading, step.where))
            because.append(step.step("object", row.code[slice(*post.body)] if post.body else ""))
        yield Proposal(
            "HAS_ROLE",
            holder.entity,
            body,
            tuple(spans),
            tuple(because),
            {"title": title},
            {"title": title},
            "the words speak of a former post" if former else None,
        )


def _body(
    reading: Reading, topics: Topics, row: Chart, post: Post, title: str
) -> tuple[Entity | None, Found | None, str]:
    """The body of a post where one is written before it, the step that leads to it, and the title."""
    if post.body is None:
        return None, None, title
    words = row.code[slice(*post.body)]
    item = row.items[post.body[0]]
    at = (row.sentence.block, row.starts[post.start])
    if isinstance(item, Mention):
        if title == "长":
            title = item.surface[-1] + "长"
        return item.entity, None, title
    if words in _BARE:
        label = _BARE[words]
        found = topics.site(*at) if label == "RelocationSite" else topics.labelled(label, *at)
        return (found.entity, found, words + title if label == "RelocationSite" else title) if found else (None, None, title)
    found = _committee_region(topics, words, *at)
    if found is None:
        return None, None, title
    name = found.entity.name + ("党委" if words.endswith("党委") else "委")
    entity = Entity(entity_id("Organization", name, found.entity.id), "Organization", name, (words,), None, found.entity.id)
    return entity, found, title


def _committee_region(topics: Topics, words: str, block: int, position: int) -> Found | None:
    """县委 -> the county under discussion, 市委 -> the city ..."""
    level_word = re.sub(r"党?委$", "", words)
    return topics.before(
        block, position, lambda m: m.label == "Region" and m.entity.name.endswith(level_word) and not m.entity.name.endswith("区县"), 3
    )


def _division(topics: Topics, row: Chart, post: Post, body: Entity | None) -> tuple[Entity | None, Found | None]:
    """The division of a post like 副县长 without a body: that of the post before it, else the one under discussion."""
    title = row.code[slice(*post.title)]
    chief = _CHIEF.search(title)
    if chief is None:
        return body, None
    word = re.sub(r"长$", "", re.sub(f"^{_BEFORE}", "", title))
    at = (row.sentence.block, row.starts[post.start] + 1)
    suffixes = {"县": ("县",), "区": ("区",), "市": ("市",), "州": ("州",), "省": ("省",), "镇": ("镇",), "乡": ("乡",), "旗": ("旗",)}.get(word)
    if suffixes is None:
        return None, None
    found = topics.before(*at, lambda m: m.label == "Region" and m.entity.name.endswith(suffixes), 3)
    if found is None and body is not None and body.region:
        region = body.region
        found = topics.before(*at, lambda m: m.entity.id == region, 9)
    return (found.entity, found) if found else (None, None)
